"""The words of a remark, with a few around them."""

import pytest

from reportgen.checks.editorial.passage import FIGURE, UNTOUCHED, EditorialPassage, Notice
from reportgen.checks.style.remarks import before_and_after, remark_finding

SENTENCE = "The Ministry of Justice recognised forty applications of former prisoners in the capital in 2023."
LONG = "x" * 58


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        ("It is recognised.", "recognised", "It is recognised."),
        (SENTENCE, "recognised", "…Ministry of Justice recognised forty applications…"),
        (SENTENCE, "The", "The Ministry of Justice…"),
        (SENTENCE, "2023.", "…in the capital in 2023."),
        (SENTENCE, "forty applications of former prisoners in the", "…forty applications of former prisoners in the…"),
        (f"a {LONG} b", LONG, LONG),
        (f"a {LONG[1:]} b", LONG[1:], f"…{LONG[1:]}…"),
        (f"It is {FIGURE} persons {UNTOUCHED} 2023.", "persons", "It is {{…}} persons … 2023."),
    ],
)
def test_words_are_shown_with_those_around_them(text: str, marked: str, shown: str) -> None:
    """Whole words, with a sign where something was left out, and in all no more than a message shows."""
    start = text.index(marked)
    found = remark_finding(EditorialPassage(text), Notice("RG800", start, start + len(marked), advice="ask"), None)

    assert {"words": shown, "advice": "ask"} == {name: str(value) for name, value in found.values.items()}


@pytest.mark.parametrize(
    ("text", "marked", "better", "both"),
    [
        ("It is re-cognised in", "gnise", "gnize", ("re-cognised", "re-cognized")),
        ("Tost is", "s", "o", ("Tost", "Toot")),
        ("is a tost", "s", "", ("is", "i")),
        ("(tost)", "tost", None, ("(tost)", "()")),
    ],
)
def test_a_correction_is_shown_in_its_whole_word(
    text: str, marked: str, better: str | None, both: tuple[str, str]
) -> None:
    """From the blank before to the blank behind, or to where the text begins and ends."""
    start = text.index(marked)

    assert both == before_and_after(EditorialPassage(text), Notice("RG800", start, start + len(marked), better))
