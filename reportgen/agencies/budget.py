"""The word budget: where the words of a report are, against what each may use, and what could go to an annex first.

The sums of a `Budget` agree: parts with what stands before them, issues with the headings above them, and agencies with
headings and templates each add up to the words of the whole.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.moving import Move, find_moves
from reportgen.diagnostics import Diagnostic
from reportgen.document.authorship import PieceKind, Words
from reportgen.document.tree import Document, Heading, Level
from reportgen.document.walk import plain_text
from reportgen.model import Report
from reportgen.model.budget import agency_budget, issue_budgets
from reportgen.model.treaties import DocumentKind
from reportgen.pipeline import Checked, check_project


class WordShare(Struct, frozen=True):
    """The words of an issue or an agency, and what it may use."""

    words: int
    share: int

    @property
    def over(self) -> int:
        """How many words it has too many."""
        return max(self.words - self.share, 0)


class IssueWords(WordShare, Struct, frozen=True):
    """The words of the reply to an issue, its heading with them."""

    number: int
    is_given: bool
    """Whether `issues.yaml` gives the issue its share; else it is what is left of the limit, shared alike."""


class PartWords(Struct, frozen=True):
    """The words of a part: its headings, and the replies in it."""

    label: str
    """`A.`"""
    title: str
    words: int
    headings: int
    """Of the part and its themes, and what templates say between the replies."""
    issues: tuple[IssueWords, ...]


class AgencyWords(WordShare, Struct, frozen=True):
    """The words that are printed of what an agency sent."""

    code: str
    name: str


class Budget(Struct, frozen=True):
    """Where the words of a report are."""

    symbol: str
    words: int
    limit: int
    rule: str
    """Where the limit comes from."""
    before: int
    """Words before the first part: the heading over all replies, the list of abbreviations."""
    parts: tuple[PartWords, ...]
    agencies: tuple[AgencyWords, ...]
    headings: int
    """Words of all headings, which are no agency's."""
    others: int
    """Words that templates say by themselves."""
    moves: tuple[Move, ...]
    """What could go to an annex, in this order."""

    @property
    def over(self) -> int:
        """How many words the report has too many."""
        return max(self.words - self.limit, 0)


class FoundBudget(Struct, frozen=True):
    """The budget of a project, or what stands in its way."""

    budget: Budget | None
    diagnostics: tuple[Diagnostic, ...]


def find_budget(root: Path) -> FoundBudget:
    """Return the word budget of a project."""
    checked = check_project(root)
    if checked.report is None or checked.document is None or checked.counts is None:
        return FoundBudget(None, checked.diagnostics)
    budget = _budget(checked, checked.report, checked.document, checked.counts.words)
    return FoundBudget(budget, checked.diagnostics)


def _budget(checked: Checked, report: Report, document: Document, words: int) -> Budget:
    kinds, limit = Counter[PieceKind](), report.settings.limit
    for piece in checked.pieces:
        kinds[piece.kind] += piece.words
    return Budget(
        symbol=report.settings.symbol,
        words=words,
        limit=limit,
        rule=_rule(report),
        before=sum(piece.words for piece in checked.pieces if piece.part is None),
        parts=tuple(_parts(checked.pieces, report, document)),
        agencies=tuple(_agencies(checked.pieces, report)),
        headings=kinds[PieceKind.HEADING],
        others=kinds[PieceKind.OTHER],
        moves=find_moves(document, checked.pieces, issue_budgets(report), limit),
    )


_KINDS: dict[DocumentKind, str] = {
    "initial": "initial report",
    "periodic": "periodic report",
    "replies": "replies to a list of issues",
    "core": "common core document",
}


def _rule(report: Report) -> str:
    """Return where the limit comes from; that of replies to a list of issues is advice."""
    settings = report.settings
    if settings.word_limit is not None:
        return "word_limit in report.yaml"
    source = "advice of the secretariat" if settings.document == "replies" else "resolution 68/268, para. 16"
    return f"{_KINDS[settings.document]}, {source}"


def _parts(pieces: Sequence[Words], report: Report, document: Document) -> Iterator[PartWords]:
    """Yield the parts as the document has them, with the issues under each."""
    shares, given = issue_budgets(report), {issue.number for issue in report.outline.issues if issue.words}
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level is Level.PART]
    for number, heading in enumerate(headings):
        own = [piece for piece in pieces if piece.part == number]
        words: Counter[int | None] = Counter()
        for piece in own:
            words[piece.issue] += piece.words
        issues = tuple(
            IssueWords(count, shares.get(issue, 0), issue, issue in given)
            for issue, count in words.items()
            if issue is not None
        )
        yield PartWords(heading.label or "", plain_text(heading.children), sum(words.values()), words[None], issues)


def _agencies(pieces: Sequence[Words], report: Report) -> Iterator[AgencyWords]:
    """Yield every agency that has words or a share."""
    words: Counter[str | None] = Counter()
    for piece in pieces:
        words[piece.agency] += piece.words
    for agency in report.agencies:
        share = agency_budget(report, agency.code)
        if words[agency.code] or share:
            yield AgencyWords(words[agency.code], share, agency.code, agency.name)
