"""Bind edits of which one takes words out of a text and another puts them into one: both are taken, or neither.

Else a sentence that was cut and pasted would be lost where its arrival is left, or stand twice where its departure is.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from reportgen.word.pull.planned import Compared, Planned
from reportgen.word.pull.printed import plain
from reportgen.word.units import Unit

BOUND = "its words stand elsewhere in the document, or came from elsewhere, and that edit is not taken"
_SHARED = 4
"""Words one behind another that two edits share if one brings what the other takes away; fewer are chance."""


_Run = tuple[str, ...]


def bind_edits(compared: Compared, planned: Sequence[Planned]) -> tuple[list[Planned], list[list[Planned]]]:
    """Bind edits to each other.

    Args:
        compared: the built and the edited report.
        planned: the edits; one without a change of the texts cannot be taken.

    Returns:
        All edits, those that are bound to one that cannot be taken without their changes; and in clusters, of which
        all are to be taken or none, those that can be.
    """
    found, possible = list(planned), list[list[Planned]]()
    for cluster in _clusters(compared, planned):
        if all(planned[number].edits for number in cluster):
            possible.append([planned[number] for number in cluster])
            continue
        for number in cluster:
            if planned[number].edits:
                found[number] = replace(planned[number], edits=(), problem=BOUND)
    return found, possible


def _clusters(compared: Compared, planned: Sequence[Planned]) -> list[list[int]]:
    """Return the edits by their numbers, those together of which one brings what another takes away."""
    runs = [_exchanged(_words(compared.built, edit.built), _words(compared.edited, edit.edited)) for edit in planned]
    bringers: dict[_Run, list[int]] = {}
    for number, (_, gained) in enumerate(runs):
        for run in gained:
            bringers.setdefault(run, []).append(number)
    clusters = [[number] for number in range(len(planned))]
    for number, (lost, _) in enumerate(runs):
        for bringer in {one for run in lost for one in bringers.get(run, ())}:
            one, other = clusters[number], clusters[bringer]
            if one is not other:
                one += other
                for moved in other:
                    clusters[moved] = one
    return list({id(cluster): sorted(cluster) for cluster in clusters}.values())


def _words(units: Sequence[Unit], places: Collection[int]) -> list[str]:
    return [word for place in places for word in plain(units[place].text).casefold().split()]


def _exchanged(old: Sequence[str], new: Sequence[str]) -> tuple[set[_Run], set[_Run]]:
    """Return what an edit takes away, and what it brings."""
    changed = [
        opcode for opcode in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if opcode[0] != "equal"
    ]
    lost = {run for _, start, end, _, _ in changed for run in _runs(old[start:end])}
    return lost, {run for *_, start, end in changed for run in _runs(new[start:end])}


def _runs(words: Sequence[str]) -> Iterator[_Run]:
    """Yield each run of as many words as are no chance."""
    yield from (tuple(words[at : at + _SHARED]) for at in range(len(words) - _SHARED + 1))
