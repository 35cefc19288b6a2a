"""The typed numbers of the sample report: every one was gone through by hand, and its kind is kept."""

from pathlib import Path

from conftest import Golden

from reportgen.checks.typed.numbers import TypedNumber
from reportgen.pipeline import check_project

INPUTS = Path(__file__).parents[2] / "inputs"
AROUND = 30


def line(number: TypedNumber) -> str:
    """A number with its kind, its place and the words around it."""
    start, end = number.offset, number.offset + len(number.text)
    before, after = number.sentence[max(0, start - AROUND) : start], number.sentence[end : end + AROUND]
    place = str(number.place).removeprefix(f"{INPUTS.as_posix()}/submissions/")
    return f"{number.kind}: {place}: {before}[{number.text}]{after}".replace("\xa0", " ")


def test_every_typed_number_of_the_sample_report_has_its_kind(golden: Golden) -> None:
    """Numbers from data are not among them, and no number is said to contradict the data."""
    checked = check_project(INPUTS)
    assert checked.typed is not None

    golden("typed/inputs.txt", "\n".join(map(line, checked.typed.numbers)) + "\n")
    assert [] == list(checked.typed.contradictions())
