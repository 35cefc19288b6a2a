"""Spacing: slips are found where they stand, and what is written so stays."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.claims.spacing import Slip, double_spaces, missing_spaces, stray_spaces

FINDERS = (missing_spaces, double_spaces, stray_spaces)


def corrected(text: str, find: Callable[[str], Iterator[Slip]]) -> str:
    """A text without the slips of one kind."""
    for slip in sorted(set(find(text)), key=lambda slip: slip.start, reverse=True):
        text = text[: slip.start] + slip.better + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (missing_spaces, "compared with151 and with19,538", "compared with 151 and with 19,538"),
        (missing_spaces, "in2023", "in 2023"),
        (missing_spaces, "See example.org with151 forms.It is free.", "See example.org with 151 forms. It is free."),
        (missing_spaces, "47persons", "47 persons"),
        (missing_spaces, "police,courts;others", "police, courts; others"),
        (missing_spaces, "in 2023,courts met", "in 2023, courts met"),
        (missing_spaces, "It ended.The Act remains.", "It ended. The Act remains."),
        (missing_spaces, "as follows:police", "as follows: police"),
        (missing_spaces, "(2022)was", "(2022) was"),
        (missing_spaces, "persons(children)", "persons (children)"),
        (missing_spaces, "art.5 and paras.5 and No.5", "art. 5 and paras. 5 and No. 5"),
        (missing_spaces, "an“open”prison", "an “open” prison"),
        (double_spaces, "one  two", "one two"),
        (double_spaces, "5 \xa0June", "5\xa0June"),
        (stray_spaces, "one , two ; three .", "one, two; three."),
        (stray_spaces, "( one )", "(one)"),
    ],
)
def test_a_slip_is_found(find: Callable[[str], Iterator[Slip]], text: str, expected: str) -> None:
    """What takes its place makes the text right."""
    assert expected == corrected(text, find)


@pytest.mark.parametrize(
    "text",
    [
        "covid19 and html5",
        "19th, 2nd and 1990s",
        "5km and 3.5m",
        "person(s), child(ren), centre(s)",
        "article 5bis and 14 (1)",
        "e.g. the police, i.e. officers",
        "a ratio of 1:2 and 1,058 persons",
        "threefold and 3fold",
        "Ministry.Kz is no sentence",
        "The value is .. and …",
        "reclassif(ied) and so on",
        "(re)integration and (in)direct",
        "U.S.A. and J.Smith",
        "Write to maria74@example.org or j.Smith@post.example.Org for it.",
        "See example.Org, www.Example.kz/A,b and https://example.com/Data2023,en.",
        "The form is Annex.Docx or list2.pdf.",
    ],
)
def test_what_is_written_so_stays(text: str) -> None:
    """Nothing is found where no space belongs."""
    assert [] == [slip for find in FINDERS for slip in find(text)]


@given(st.text("ab12 ,.;:()“”\xa0\ufffcXy", max_size=60))
def test_slips_lie_in_the_text_and_corrections_only_change_spaces(text: str) -> None:
    """A correction adds or takes away spaces, and nothing else."""
    for find in FINDERS:
        assert all(0 <= slip.shown_start <= slip.shown_end <= len(text) for slip in find(text))
        assert "".join(text.split()) == "".join(corrected(text, find).split())
