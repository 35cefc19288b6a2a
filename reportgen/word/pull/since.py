"""Leave alone what was changed in the inputs since a document was built: it is no edit that the document has.

Without the document as it was built, whatever an agency changed since looks like an edit that takes it back.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.last_build import BUILD, read_last_build
from reportgen.word.align import align
from reportgen.word.pull.planned import Compared, Planned
from reportgen.word.pull.printed import plain
from reportgen.word.result import EditKind
from reportgen.word.units import Unit

CHANGED_SINCE = "the inputs were changed here since {name} was built"


class Sent(Struct, frozen=True):
    """A document as it was built."""

    data: bytes
    name: str
    """For messages."""


def last_built(root: Path, symbol: str) -> Sent | None:
    """Return the Word file of the last build of a project; None where it is not there, or is not as it was built."""
    name = symbol.replace("/", "-")
    last = read_last_build(root, name)
    data = None if isinstance(last, str) else last.reports.get("docx")
    return None if data is None else Sent(data, f"{BUILD}/{name}.docx")


def as_sent(edited: Sequence[Unit], sent: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the units that are as they were when the document was built: nobody edited them."""
    before = align(sent, edited).before
    return frozenset(
        place
        for place, unit in enumerate(edited)
        if len(before.get(place, ())) == 1 and _whole(sent[before[place][0]]) == _whole(unit)
    )


def _whole(unit: Unit) -> tuple[str, str, tuple[str, ...]]:
    return unit.kind, plain(unit.text), tuple(one.name for one in unit.figures)


def leave_changed_since(
    planned: Sequence[Planned], compared: Compared, sent: Sequence[Unit], name: str
) -> Iterator[Planned]:
    """Yield edits, those without their changes that stand where the inputs were changed since.

    Args:
        planned: the edits; one is passed over where only data changed since.
        compared: the report as it is built now, and the edited one.
        sent: the units of the document as it was built.
        name: of this document, for messages.
    """
    known = {_typed(unit) for unit in sent}
    for one in planned:
        is_changed = any(_typed(compared.built[place]) not in known for place in one.built)
        is_gone = not one.built and all(_typed(compared.edited[place]) in known for place in one.edited)
        is_unedited = compared.as_sent.issuperset(one.edited)
        if (is_changed or is_gone) and (one.edits or (is_unedited and not one.problem)):
            yield replace(one, edits=(), refusals=(), problem=CHANGED_SINCE.format(name=name))
        elif not (is_unedited and one.kind is EditKind.EDITED):
            yield one


def _typed(unit: Unit) -> tuple[str, str]:
    """Return what was typed into a unit: data, and numbers of paragraphs, change by themselves."""
    text = list(unit.text)
    spans = [*((one.start, one.end) for one in unit.figures), *((one.start, one.end) for one in unit.fields)]
    for start, end in spans:
        text[start:end] = "\0" * (end - start)
    return unit.kind, "\0".join(plain(part) for part in "".join(text).split("\0") if part)
