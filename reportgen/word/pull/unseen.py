"""Find what was done to units of a report without changing their words: no text of the project can say it."""

from collections.abc import Sequence

from reportgen.word.align import Pairs
from reportgen.word.edits import Group
from reportgen.word.pull.notes import home_of
from reportgen.word.units import Unit

BROKEN = "breaks of lines within a paragraph are not taken"


def find_unseen(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, group: Group) -> str:
    """Return what was done to a group besides its words, as the reason why it is not taken; nothing where nothing was.

    Args:
        built: units of the report as it is built.
        edited: units of the report as it came back.
        pairs: which of them belong together.
        group: some of them that do.
    """
    old, new = [built[place] for place in group.built], [edited[place] for place in group.edited]
    problem = ""
    if sum(unit.text.count("\n") for unit in old) != sum(unit.text.count("\n") for unit in new):
        problem = BROKEN
    if old[0].kind == "Note" and not _is_at_home(built, edited, pairs, group):
        problem = "the mark of a note was moved to another paragraph"
    if all(unit.number is not None for unit in old) and any(map(_is_unnumbered, new)):
        problem = "its number was taken away, and the paragraphs of a reply have one"
    if old[0].kind == new[0].kind == "ItemList" and old[0].depth != new[0].depth:
        problem = "it stands below another item now, or no more, and levels of lists are changed in the inputs"
    if old[0].kind == "Cell" and _is_rejoined(built, edited, pairs, group):
        problem = "its cell was joined with another one, or divided"
    return problem


def _is_at_home(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, group: Group) -> bool:
    """Return whether a note belongs to the paragraph that it belonged to."""
    home, now = home_of(built, group.built[0]), home_of(edited, group.edited[0])
    return home < 0 or now in pairs.after.get(home, (now,))


def _is_unnumbered(unit: Unit) -> bool:
    return unit.kind == "Paragraph" and unit.number is None


def _is_rejoined(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, group: Group) -> bool:
    """Return whether the line of a cell stands in one cell now with that of another, or no more with its own."""
    before, now = built[group.built[0]].where, edited[group.edited[0]].where
    beside = (one for one in (group.built[0] - 1, group.built[-1] + 1) if 0 <= one < len(built))
    for other in (one for one in beside if built[one].kind == "Cell"):
        if any((edited[one].where == now) != (built[other].where == before) for one in pairs.after.get(other, ())):
            return True
    return False
