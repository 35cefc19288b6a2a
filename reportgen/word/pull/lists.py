"""Write what was refused as a list for each agency whose data were edited in Word."""

from collections.abc import Iterable

from reportgen.languages.words import capital
from reportgen.word.pull.result import RefusedFigure

_ADVICE = (
    "Where the document is right, correct the figure in the file that you send. Where it is not, nothing needs to be\n"
    "done: the next document prints the figure that you gave.\n"
)


def lists_for_agencies(refused: Iterable[RefusedFigure], name: str) -> dict[str, bytes]:
    """Return a text for each agency, by file name.

    Args:
        refused: what was edited though it is written from data; what no agency gave is left out.
        name: the edited document.
    """
    by_agency: dict[str, list[RefusedFigure]] = {}
    for one in refused:
        if one.agency:
            by_agency.setdefault(one.agency, []).append(one)
    heading = f"Figures of yours that differ in {name}\n"
    return {
        f"{agency}.txt": "\n".join([heading, *map(_entry, own), _ADVICE]).encode() for agency, own in by_agency.items()
    }


def _entry(refused: RefusedFigure) -> str:
    where = capital(refused.where)
    lines = [
        where,
        f"  the document says: {refused.new}",
        f"  your data say: {refused.old} ({', '.join(refused.cells)})",
    ]
    return "\n".join([*lines, f"  {refused.sentence}", ""])
