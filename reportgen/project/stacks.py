"""Files of one sender that stand before one another: `justice.xlsx`, and above it `justice+2.xlsx`, `justice+3.xlsx`.

A file that says only some things is put above what is in force, and both stay as they came. The files as they were read
become one submission a sender, in which each item is that of the highest file that says it, with the place where that
file says it. What a file holds and does not say, because it only repeats what it was filled from,
stands in the ledger of the sender (`model.items.Ledger`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, Places, diagnose
from reportgen.files.refusal import Refused
from reportgen.project.submission import ReadSubmission
from reportgen.project.validate import validate
from reportgen.project.yaml import read_yaml
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.model.items import ItemKey, Ledger

EARLIER = "earlier"
"""The folder in `submissions/` that holds what later versions took the place of."""
_STACKED = regex(r"(?P<code>[^+]+)\+(?P<number>[1-9]\d{0,5})\.[^.]+", re.ASCII)


class Layer(Struct, frozen=True):
    """A file of a sender as it was read."""

    file: str
    """Its name in the folder."""
    read: ReadSubmission


ReadLedger = Callable[[str], "Ledger | None"]
"""Gives the ledger of a sender by its code, `justice` or `justice.courts`."""


def ledger_name(code: str) -> str:
    """Return where the ledger of a sender stands, below the folder `submissions/`."""
    return f"{EARLIER}/{code}.order.yaml"


def stacked_name(code: str, number: int, ending: str) -> str:
    """Return the name of the file that stands on a level; level 1 is the lowest.

    Args:
        code: of the agency, with its department where it has one.
        number: the level, from 1.
        ending: of the file, with its full stop.
    """
    return f"{code}{ending}" if number == 1 else f"{code}+{number}{ending}"


def level_of(file: str) -> tuple[str, int]:
    """Return whose a file is by its name, and its level: `("justice", 2)` of `justice+2.xlsx`."""
    found = _STACKED.fullmatch(file)
    return (found["code"], int(found["number"])) if found else (PurePath(file).stem, 1)


def parse_ledger(data: bytes, name: str) -> "Ledger | None":
    """Read a ledger; None where it is none, for somebody may have changed it."""
    from reportgen.model.items import Ledger  # only files that stand before one another need items

    try:
        read = read_yaml(data, name)
    except Refused:
        return None
    return validate(Ledger, read.data, Places())[0] if read.is_sound else None


def join_layers(layers: "Sequence[tuple[ReadSubmission, frozenset[ItemKey]]]") -> ReadSubmission | None:
    """Join the sound files of one sender; None where there is none.

    Args:
        layers: from the lowest to the highest, each with the items that it does not say.
    """
    sound = [(read, read.submission, repeats) for read, repeats in layers if read.submission is not None]
    if not sound:
        return None
    from reportgen.model.items import Joined

    joined = Joined([(submission, repeats) for _, submission, repeats in sound])
    places = Places()
    for number, (read, _, _) in enumerate(sound):
        for path, place in read.places:
            moved = joined.move(number, path)
            if moved is not None:
                places.add(moved, place)
    return ReadSubmission(joined.submission, places, (), sound[-1][0].agency)


def join_stacks(
    layers: Sequence[Layer], read_ledger: ReadLedger, place_of: Callable[[str], Place]
) -> tuple[list[ReadSubmission], list[Diagnostic]]:
    """Join the files of each sender that stand before one another; all others stay as they are.

    Args:
        layers: sound files of a folder, in the order of their names.
        read_ledger: gives the ledgers.
        place_of: gives the place of a file.

    Returns:
        The submissions, and what is wrong with the order of files.
    """
    found: list[Diagnostic] = []
    joined: list[ReadSubmission] = []
    for code, stack in _stacks(layers):
        if len(stack) == 1 and level_of(stack[0].file)[1] == 1:
            joined.append(stack[0].read)
            continue
        ledger = read_ledger(code)
        repeats = {layer.file: ledger.repeats(layer.file) if ledger else None for layer in stack}
        unknown = [file for file, known in repeats.items() if level_of(file)[1] > 1 and known is None]
        found += [diagnose("RG727", place_of(file), name=file, ledger=ledger_name(code)) for file in unknown]
        one = join_layers([(layer.read, repeats[layer.file] or frozenset()) for layer in stack])
        joined += [one] if one else []
    return joined, found


def _stacks(layers: Iterable[Layer]) -> Iterator[tuple[str, list[Layer]]]:
    """Yield the files of each sender from the lowest to the highest.

    A second file without a number that somebody put there by hand stands before nothing: it stays alone, and what it
    says differently is a disagreement. So does a file that is called as another sender.
    """
    stacks: dict[tuple[str, str], list[Layer]] = {}
    for layer in layers:
        submission, (code, level) = layer.read.submission, level_of(layer.file)
        is_own = submission is not None and submission.sender == code
        stack = stacks.setdefault((code, "" if is_own else layer.file), [])
        if level == 1 and any(level_of(other.file)[1] == 1 for other in stack):
            stack = stacks.setdefault((code, layer.file), [])
        stack.append(layer)
    for (code, _), stack in stacks.items():
        yield code, sorted(stack, key=lambda one: level_of(one.file)[1])
