"""Put what is open in a project beside the words of a draft that it is about: errors, questions and doubts."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from reportgen.agencies.belonging import Registry
from reportgen.checks.comments import OPEN_COMMENT
from reportgen.diagnostics import QUESTIONS, Diagnostic, Severity
from reportgen.document import tree
from reportgen.document.authorship import TracedBlock, trace_blocks
from reportgen.document.remarks import Remark
from reportgen.document.walk import inlines_of, plain_text, walk_block
from reportgen.model import Report
from reportgen.pipeline import REFUSED_BY_FINAL
from reportgen.results import Checked
from reportgen.writers.rendering import Remarks

_Spot = tuple[str, int, tree.Figure | None]
"""The document, the index of a block in it, and the figure in the block."""


def find_remarks(root: Path, checked: Checked) -> Remarks:
    """Return the remarks on each document of a project, by its name and by the index of the block.

    A problem that has no place in the printed text, such as one of the settings, is left out.
    """
    if checked.report is None:
        return {}
    finder = _Finder(root, checked, checked.report)
    found: dict[str, dict[int, tuple[Remark, ...]]] = {}
    for diagnostic in checked.diagnostics:
        if diagnostic.severity is not Severity.INFO and (spot := finder.find(diagnostic)) is not None:
            name, place, figure = spot
            remark = Remark(tuple(_lines(root, diagnostic)), (figure.indicator, figure.periods) if figure else None)
            blocks = found.setdefault(name, {})
            blocks[place] = (*blocks.get(place, ()), remark)
    return found


def _lines(root: Path, diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the paragraphs of a comment: what is open, what else is known, where it stands, and what to do."""
    is_question = diagnostic.code in {OPEN_COMMENT, *QUESTIONS}
    is_error = diagnostic.severity is Severity.ERROR or diagnostic.code in REFUSED_BY_FINAL
    kind = "question" if is_question else "error" if is_error else "remark"
    yield f"{diagnostic.code} {kind}: {diagnostic.message}"
    named = root.as_posix()
    yield from (note.replace(f"{named}/", "") for note in diagnostic.notes)
    if diagnostic.place is not None:
        yield f"{diagnostic.place.within(root)}: {diagnostic.hint or ''}".rstrip(": ")


class _Finder:
    """Finds the blocks of the documents of one project that problems are about."""

    def __init__(self, root: Path, checked: Checked, report: Report) -> None:
        self._root, self._report, self._registry = PurePath(root), report, Registry(root, checked, report)
        self._documents = checked.documents
        self._traced = {
            name: trace_blocks(document.blocks, checked.composed.origins) for name, document in self._documents.items()
        }

    def find(self, diagnostic: Diagnostic) -> _Spot | None:
        """Return where a problem stands in the printed text; None where it stands in none."""
        if diagnostic.place is None:
            return None
        place, path = diagnostic.place.within(self._root), self._registry.path_of(diagnostic.place)
        figure = next((spot for spot in self._figures() if spot[2] and place in spot[2].places), None)
        if figure is not None and path[2:3] != ("replies",):
            return figure
        match path:
            case ("submissions", int(number), "replies", int(reply), *rest):
                return self._written(number, reply, rest) or self._heading(diagnostic)
            case ("submissions", _, "indicators", str(key), *_):
                own = (spot for spot in self._figures() if spot[2] and spot[2].indicator == key)
                return next(own, None) or self._heading(diagnostic)
            case ("outline", *_):
                return self._heading(diagnostic)
            case _:
                return None

    def _figures(self) -> Iterator[_Spot]:
        for name, document in self._documents.items():
            for place, block in enumerate(document.blocks):
                figures = (inline for inline in walk_block(block) if isinstance(inline, tree.Figure))
                yield from ((name, place, figure) for figure in figures)

    def _written(self, number: int, reply: int, rest: Sequence[str | int]) -> _Spot | None:
        """Return the block of a reply that prints a line of its text, or the first one."""
        submission = self._report.submissions[number]
        written = submission.replies[reply]
        lines = written.text.split("\n")
        words = set(_line_at(lines, rest).split())
        own = [
            (name, place, traced)
            for name, blocks in self._traced.items()
            for place, traced in enumerate(blocks)
            if _is_written(traced, written.issue, submission.agency)
        ]
        if not own:
            return None
        name, place, _ = max(own, key=lambda one: len(words & set(_words_of(one[2].block))))
        return name, place, None

    def _heading(self, diagnostic: Diagnostic) -> _Spot | None:
        """Return the heading of the first issue that a problem touches."""
        issues = self._registry.of(diagnostic).issues or frozenset[int]()
        for name, document in self._documents.items():
            for place, block in enumerate(document.blocks):
                if tree.issue_of(block) in issues:
                    return name, place, None
        return None


def _line_at(lines: Sequence[str], rest: Sequence[str | int]) -> str:
    match rest:
        case ("text", int(line), *_) if line < len(lines):
            return lines[line]
        case _:
            return ""


def _is_written(traced: TracedBlock, issue: int, agency: str) -> bool:
    origin = traced.origin
    return traced.issue == issue and origin is not None and not origin.is_generated and origin.agency == agency


def _words_of(block: tree.Block) -> list[str]:
    return " ".join(plain_text(run) for run in inlines_of(block)).split()
