"""What a redline changes, by issue and by agency: for people, for programs, and as a page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics import count_of, shown
from reportgen.diagnostics.render import shown_path
from reportgen.document.tree import Heading, Level
from reportgen.readers.reading import ReadReport
from reportgen.regex import regex
from reportgen.word.redline.making import Redline
from reportgen.word.redline.sources import ComparedDocument, Contributors
from reportgen.word.result import Edit, EditKind
from reportgen.word.units import Unit
from reportgen.writers.page import render_page

_REPLY = regex(r"reply_(\d+)")
_OWN = regex(r"([a-z].*)_(\d+)_(\d+)")
"""The bookmark of a paragraph that an agency wrote: `supreme_court_14_2`."""
_GENERATED = frozenset({"figures", "table"})
"""Where a code stands for a paragraph or a table that was written from data alone."""
_UNSEEN = frozenset({"RG199", "RG817"})
"""The codes by which the reading of a file tells what is struck out or hidden."""
_NO_ISSUE = "Outside the replies"
_NO_AGENCY = "no agency"


class Revision(Struct, frozen=True):
    """One thing that was done to the text."""

    edit: Edit
    issue: int | None
    """The issue that is replied to where it stands; None outside the replies."""
    agencies: tuple[str, ...]
    """The codes of the agencies concerned; none where nobody knows."""


class Summary(Struct, frozen=True):
    """All that was changed between two documents."""

    changes: tuple[Revision, ...]
    old: str
    """The earlier document as the user named it."""
    new: str
    names: Mapping[str, str]
    """The names of agencies by their codes."""
    left_out: tuple[str, ...] = ()
    """Documents that were not compared."""
    unseen: tuple[str, ...] = ()
    """What is hidden or struck out in the later document alone, in words; no change of the text shows it."""

    @property
    def by_issue(self) -> Mapping[int | None, Sequence[Revision]]:
        """The changes of each issue, in order; those outside the replies come first."""
        found: dict[int | None, list[Revision]] = {}
        for change in sorted(self.changes, key=lambda one: one.issue or 0):
            found.setdefault(change.issue, []).append(change)
        return found

    @property
    def by_agency(self) -> Mapping[str, Sequence[Revision]]:
        """The changes that concern each agency, by its name."""
        found: dict[str, list[Revision]] = {}
        for change in self.changes:
            for agency in change.agencies or ("",):
                found.setdefault(self.names.get(agency, agency) or _NO_AGENCY, []).append(change)
        return dict(sorted(found.items()))


def summarize(redline: Redline, old: ComparedDocument, new: ComparedDocument) -> Summary:
    """Return what a redline changes.

    Args:
        redline: the redline.
        old: the earlier document.
        new: the later one, whose agencies are named where it is a project.
    """
    agencies = new.agencies if new.agencies.names else old.agencies
    before, after = (_Places(read, agencies) for read in (redline.old, redline.new))
    changes = [Revision(one.edit, *(before if one.is_old else after).find(one.unit)) for one in redline.marked]
    left_out = (*old.left_out, *new.left_out)
    gone, gone_before = (
        [found.message for found in read.diagnostics if found.code in _UNSEEN] for read in (redline.new, redline.old)
    )
    unseen = tuple(message for message in gone if message not in gone_before)
    return Summary(tuple(changes), old.draft.name, new.draft.name, agencies.names, left_out, unseen)


class _Places:
    """Knows the issue and the agencies of each place of a document."""

    def __init__(self, read: ReadReport, agencies: Contributors) -> None:
        self._agencies = agencies
        self._issues = list(_issues(read))

    def find(self, unit: Unit | None) -> tuple[int | None, tuple[str, ...]]:
        """Return the issue and the agencies of a text."""
        if unit is None:
            return None, ()
        issue = self._issues[unit.block] if unit.block >= 0 else None
        own = next(filter(None, map(self._agency, sorted(unit.keys))), None)
        return issue, (own,) if own else self._agencies.issues.get(issue or 0, ())

    def _agency(self, key: str) -> str | None:
        """Return the agency that wrote the block with a bookmark."""
        if key in self._agencies.blocks:
            return self._agencies.blocks[key]
        match = _OWN.fullmatch(key)
        return match[1].replace("_", "-") if match and match[1] not in _GENERATED else None


def _issues(read: ReadReport) -> Iterator[int | None]:
    """Yield the issue that each block of a document stands in the reply to."""
    issue: int | None = None
    for block in read.document.blocks:
        if isinstance(block, Heading):
            match = _REPLY.fullmatch(block.key or "")
            if match or block.level is not Level.REPLY:
                issue = int(match[1]) if match else None
        yield issue


# ---- forms ----------------------------------------------------------------------------------------------------


def summary_text(summary: Summary) -> str:
    """Return a summary for reading."""
    old, new = map(shown_path, (summary.old, summary.new))
    left_out = [f"not compared: {shown_path(name)}" for name in summary.left_out]
    left_out += [f"not marked: {message}" for message in summary.unseen]
    if not summary.changes:
        same = "no words were changed against" if summary.unseen else "the text is that of"
        return "\n".join([f"{new}: {same} {old}", *left_out])
    lines = [f"{new} against {old}: {counted(summary.changes)}"]
    for issue, changes in summary.by_issue.items():
        lines += ["", f"{issue_words(issue)}{_who(changes, summary.names)}"]
        lines += [f"  {_line(change.edit)}" for change in changes]
    lines += ["", "By agency"]
    lines += [f"  {name}: {counted(changes)}" for name, changes in summary.by_agency.items()]
    return "\n".join([*lines, *([""] if left_out else []), *left_out])


def _who(changes: Sequence[Revision], names: Mapping[str, str]) -> str:
    codes = dict.fromkeys(code for change in changes for code in change.agencies)
    return f" ({', '.join(names.get(code, code) for code in codes)})" if codes else ""


def _line(edit: Edit) -> str:
    text = "".join(map(shown, edit.text))
    return f"{edit.where}{was_words(edit)}: {edit.kind}: {text}"


def was_words(edit: Edit) -> str:
    """Return where something stood, where it stands elsewhere now: ` (was paragraph 5)`."""
    return f" (was {edit.was})" if edit.was and edit.was != edit.where else ""


def issue_words(issue: int | None) -> str:
    """Return what an issue is called."""
    return _NO_ISSUE if issue is None else f"Issue {issue}"


def counted(changes: Sequence[Revision]) -> str:
    """Return how many changes there are, of which kinds: `3 changes (2 edited, 1 added)`."""
    kinds = Counter(change.edit.kind for change in changes)
    named = ", ".join(f"{kinds[kind]} {kind}" for kind in EditKind if kinds[kind])
    return count_of(len(changes), "change") + (f" ({named})" if named else "")


def summary_data(summary: Summary) -> dict[str, object]:
    """Return a summary for programs."""
    return {
        "old": summary.old,
        "new": summary.new,
        "changes": [
            {
                "issue": change.issue,
                "agencies": list(change.agencies),
                "kind": str(change.edit.kind),
                "where": change.edit.where,
                "was": change.edit.was,
                "text": change.edit.text,
            }
            for change in summary.changes
        ],
        "not_compared": list(summary.left_out),
        "not_marked": list(summary.unseen),
        "by_issue": {str(issue or ""): len(changes) for issue, changes in summary.by_issue.items()},
        "by_agency": {name: len(changes) for name, changes in summary.by_agency.items()},
    }


def summary_html(summary: Summary) -> str:
    """Return a summary as a page."""
    facts = {"Earlier document": summary.old, "Later document": summary.new, "Changes": counted(summary.changes)}
    if summary.left_out:
        facts["Not compared"] = ", ".join(summary.left_out)
    if summary.unseen:
        facts["Not marked"] = "; ".join(summary.unseen)
    return render_page(
        "redline",
        "What was changed",
        facts,
        summary=summary,
        issue_words=issue_words,
        was_words=was_words,
        counted=counted,
        pieces=pieces,
    )


_PIECE = regex(r"\[-(.*?)-\]|\{\+(.*?)\+\}")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a word diff as `("del", "348")`, `("ins", "384")` or `("", "persons")`."""
    end = 0
    for match in _PIECE.finditer(text):
        yield "", text[end : match.start()]
        yield ("ins", match[2]) if match[1] is None else ("del", match[1])
        end = match.end()
    yield "", text[end:]
