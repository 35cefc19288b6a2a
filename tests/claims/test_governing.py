"""Which time governs a figure, where a sentence names several or inserts clauses."""

import re

import pytest

from reportgen.claims.governing import Governor, Hold, find_governors
from reportgen.claims.passages import Span


def _governed(marked: str) -> list[Governor | None]:
    """Return what governs each figure in square brackets."""
    text, spans = "", []
    for piece in re.split(r"(\[\w+\])", marked):
        if piece.startswith("["):
            spans.append(Span(len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return list(find_governors(text, spans))


def _firm(marked: str) -> list[tuple[list[str], list[str]] | None]:
    """Return the times that firmly govern each figure in square brackets, and those that would allow it as well."""
    return [
        ([time.text for time in one.times], [time.text for time in one.also]) if one and one.hold is Hold.FIRM else None
        for one in _governed(marked)
    ]


_Time = tuple[list[str], list[str]]
_2022: _Time = (["in 2022"], [])
_2023: _Time = (["in 2023"], [])


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("[90] cases, of which [40] were closed, in 2023, and [50] were left in 2022.", [_2023, _2023, _2022]),
        ("The Office received [90] complaints, in 2023, but [50] in 2022.", [_2023, _2022]),
        ("The Office has many branches, and, in 2023, received [90] complaints.", [_2023]),
        ("The Office heard [90] cases in 2023 (previously [50]).", [_2023, None]),
        ("The Office heard [90] cases in 2023 (previously [50] in 2022).", [_2023, _2022]),
        ("The Office heard [90] cases in 2023, previously [50].", [_2023, None]),
        ("The Office heard [90] cases (previously heard by [50] courts) in 2023.", [_2023, None]),
        ("The Office heard [90] cases, when a new tribunal, in 2022, took up its work.", [None]),
        ("The Office heard [90] cases, of which [40] of women, in 2023.", [_2023, _2023]),
    ],
)
def test_a_time_governs_the_figures_of_its_clause(text: str, firm: list[tuple[list[str], list[str]] | None]) -> None:
    """A time after a comma ends the list before `and`; `previously` is another time; `when` opens another clause."""
    assert _firm(text) == firm


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("In 2023, [90] cases were heard ([50] in 2022). The breakdown was: North: [60]; South: [30].", "in 2023"),
        ("[90] cases were heard (in 2022). The breakdown was: North: [60]; South: [30].", "in 2022"),
        ("As at May 2023, [90] stood open (the figure for 2022 was [50]). Of these, North: [60]; South: [30].", None),
    ],
)
def test_a_sentence_without_a_time_goes_on_from_the_one_before(text: str, times: str | None) -> None:
    """What stands in brackets there is the time of a comparison or a remark, unless there is no other."""
    *_, last = _governed(text)

    assert (last and [time.text.lower() for time in last.times]) == (times and [times])


@pytest.mark.parametrize("end", ["", ",", " and", " or", ", and", ", 2022 and", " to", "-", " ("])
def test_a_text_that_breaks_off_behind_a_time_is_read(end: str) -> None:
    """As one does where a paragraph was split in Word, or words at its end were taken out."""
    first, *_ = _governed(f"The courts heard [90] cases in 2021{end}")

    assert first is not None
    assert "2021" in first.times[0].text
    assert [] == _governed(f"The courts heard cases from the end of 2021{end}")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("There were 9 cases in 2021–2023 ([2], [3] and [4]).", ["2021", "2022", "2023"]),
        ("The rate was high in 2021–2023 ([40] per cent, [50] per cent and [60] per cent).", ["2021", "2022", "2023"]),
        ("The rate was high in 2021–2023 ([40]%; [50]%; [60]%).", ["2021", "2022", "2023"]),
        ("The rate was high in 2021–2022 ([10] for minors and [27] for adults).", ["2021-2022", "2021-2022"]),
    ],
)
def test_a_list_in_brackets_has_a_number_for_each_year(text: str, periods: list[str]) -> None:
    """Numbers of several things are of all the years."""
    assert [str(one.times[0].whole) for one in _governed(text) if one] == periods
