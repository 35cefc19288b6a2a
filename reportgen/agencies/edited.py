"""The coordinator's own edits: a copy of what a sender sent that was edited by hand.

What it is a copy of is found among the files of the sender, so that it can be told what was edited, also where
something newer has come meanwhile. In a workbook each edited cell is marked and gets a note with what stood there, as
corrections by `reportgen style --fix` do: the agency sees in the copy that goes back what was changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from reportgen.agencies.conflicts import emptied_place
from reportgen.agencies.item_words import text_of, value_words
from reportgen.agencies.marked.corrections import note_edits
from reportgen.agencies.versions import ENDINGS, Versions
from reportgen.diagnostics import Path, Place
from reportgen.model import Observation, Submission
from reportgen.model.cell_words import format_letters
from reportgen.model.items import ItemKey, Items, Value, default_of, is_emptied, items_of, path_of, same
from reportgen.model.report import Reply
from reportgen.project import ReadSubmission
from reportgen.project.stacks import level_of

_NOTHING = "–"
"""Stands in a note for a cell that was empty."""


def find_edited(versions: Versions, edited: ReadSubmission, sent: Submission | None) -> Submission | None:
    """Return what an edited copy was made of: of all that its sender sent, what differs from it least.

    Args:
        versions: what is there of the sender.
        edited: the copy.
        sent: what the workbook was filled from, where that is known.

    Returns:
        None where nothing of the sender can be read.
    """
    submission = edited.submission
    if submission is None:
        return None
    items, came = items_of(submission), [(read.version, read.submission) for read in _came(versions)]

    def likeness(candidate: tuple[str | None, Submission]) -> tuple[bool, bool, float]:
        version, one = candidate
        return version != edited.version, one.date != submission.date, _distance(items, items_of(one))

    known = [(version, one) for version, one in [*came, (edited.version, sent)] if one]
    return min(known, key=likeness)[1] if known else None


def _came(versions: Versions) -> Iterator[ReadSubmission]:
    """Yield the files of a sender: first those in force, then those that wait, then earlier ones."""
    earlier = versions.archive.iterdir() if versions.archive.is_dir() else ()
    kept = sorted(
        path
        for path in earlier
        if path.suffix.casefold() in ENDINGS and level_of(path.name)[0].rpartition(".")[0] == versions.code
    )
    for path in (*reversed(versions.in_force), *versions.refused, *reversed(kept)):
        yield versions.read(path)


def _distance(one: Items, other: Items) -> float:
    """Return how far apart two files are: 1 for each item that differs, less for texts that share words."""
    differing = (item for item in {**one, **other} if not same(item, one.get(item), other.get(item)))
    return sum(
        1 - _likeness(text_of(one.get(item)), text_of(other.get(item))) if item.kind == "reply" else 1
        for item in differing
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


# ---- the cells --------------------------------------------------------------------------------------------------


class Edited(Struct, frozen=True):
    """An edited workbook, and what was in force of its sender."""

    data: bytes
    read: ReadSubmission
    in_force: Submission

    def marked(self, items: Iterable[ItemKey], note: str) -> bytes | None:
        """Return the workbook with each cell that differs marked and noted; None where that cannot be done.

        Args:
            items: those that were edited.
            note: the words before what stood there.
        """
        new, was = self.read.submission, items_of(self.in_force)
        if new is None:
            return None
        cells: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for item in items:
            for place, old in self._cells(new, item, was.get(item, default_of(item))):
                if place is not None and place.sheet and place.cell:
                    cells[place.sheet][place.cell] = f"{note}\n{old or _NOTHING}"
        return note_edits(self.data, cells)

    def _cells(self, new: Submission, item: ItemKey, old: Value | None) -> Iterator[tuple[Place | None, str]]:
        """Yield the cells of an item that differ, each with what stood there."""
        places, path, now = self.read.places, path_of(new, item), items_of(new).get(item)
        if path is None or now is None or is_emptied(now):
            yield emptied_place(new, places, item), _old_words(item, old)
        elif item.kind == "reply":
            yield from self._paragraphs(new, item)
        elif isinstance(old, Observation):
            yield from self._observation(path, old, now)
        else:
            yield places.find(path), _old_words(item, old)

    def _observation(self, path: Path, old: Observation, new: Observation) -> Iterator[tuple[Place | None, str]]:
        """Yield the cells of a figure, its status and its note, as far as they differ."""
        places = self.read.places
        if old.value != new.value:
            yield places.find(path), "" if old.is_bare else ".." if old.value is None else f"{old.value:,f}"
        for name in ("status", "note"):
            if (before := getattr(old, name)) != getattr(new, name):
                yield places.find((*path, name)), before or ""

    def _paragraphs(self, new: Submission, item: ItemKey) -> Iterator[tuple[Place | None, str]]:
        """Yield the cells of a reply that differ."""
        places = self.read.places
        rows = [(number, one) for number, one in enumerate(new.replies) if one.issue == item.issue]
        before = [one for one in self.in_force.replies if one.issue == item.issue]
        was = _rows_before([_words(one) for one in before], [_words(one) for _, one in rows])
        for (number, reply), olds in zip(rows, was, strict=True):
            path: Path = ("replies", number)
            if [_words(reply)] != [_words(before[old]) for old in olds]:
                yield places.find((*path, "text")), "\n\n".join(before[old].text.strip() for old in olds)
            elif reply.answers != before[olds[0]].answers:
                yield places.find((*path, "answers")), format_letters(before[olds[0]].answers)


def _words(reply: Reply) -> str:
    return " ".join(reply.text.split())


def _rows_before(before: Sequence[str], after: Sequence[str]) -> list[list[int]]:
    """Return for each row of a reply which rows stood there before; one that is gone belongs to the row above it."""
    was: list[list[int]] = [[] for _ in after]
    for _, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for number in range(start, end):
            was[max(min(first + number - start, last - 1), 0)].append(number)
    return was


def _old_words(item: ItemKey, old: Value | None) -> str:
    """Return what stood in a cell."""
    if item.kind == "reply":
        return text_of(old)
    words = value_words(item, old)
    return "" if words == "nothing" else words
