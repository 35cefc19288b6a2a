"""Each rule finds what it must, corrects it exactly, and leaves look-alikes alone."""

import pytest
from checks.editorial.cases import FOUND
from checks.editorial.look_alikes import ALIKE
from conftest import Golden
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks.editorial.passage import EditorialPassage, Notice, PassageKind
from reportgen.checks.editorial.rules import RULES, read_passage


def remarks(code: str, text: str, kind: PassageKind = PassageKind.PARAGRAPH) -> list[Notice]:
    """What one rule says of a text."""
    return [remark for remark in read_passage(EditorialPassage(text, kind)) if remark.code == code]


def corrected(text: str, found: list[Notice]) -> str:
    """A text with the certain corrections of some remarks."""
    changes = [change for remark in found if (change := remark.correction(text))]
    for span, new in reversed(changes):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("code", "text", "expected"), [(code, *case) for code, cases in FOUND.items() for case in cases]
)
def test_a_fault_is_found_and_corrected(code: str, text: str, expected: str | None) -> None:
    """The rule says something, and its correction gives exactly the right text, or leaves it to a person."""
    found = remarks(code, text)

    assert found
    assert (expected or text) == corrected(text, found)
    assert all(remark.better is not None or remark.advice for remark in found)


def test_what_is_said_of_each_fault(golden: Golden) -> None:
    """The words that each remark is about, what to write instead, or what to do: an editor does just that."""
    lines = []
    for code, cases in FOUND.items():
        for text, _ in cases:
            lines.append(f"{code} {text}")
            lines += [
                f"    “{text[one.start : one.end]}” → {one.better}{'; ' if one.advice else ''}{one.advice}"
                for one in remarks(code, text)
            ]
    golden("checks/editorial.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in ALIKE.items() for text in texts])
def test_a_look_alike_is_left_alone(code: str, text: str) -> None:
    """The rule says nothing of a text that only resembles a fault."""
    assert [] == remarks(code, text)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, cases in FOUND.items() for text, _ in cases])
def test_a_corrected_text_is_right(code: str, text: str) -> None:
    """The rule finds nothing more to correct in a text that it has corrected."""
    first = remarks(code, text)
    again = corrected(text, first)

    assert [] == [remark for remark in remarks(code, again) if remark.correction(again)]


def test_every_rule_on_passages_has_cases() -> None:
    """Each has texts that it finds and look-alikes; those for headings and items stand below."""
    codes = {rule.code for rule in RULES} - {"RG938", "RG940"}

    assert codes == FOUND.keys() == ALIKE.keys()


@pytest.mark.parametrize(
    ("code", "kind", "text", "expected"),
    [
        ("RG938", PassageKind.HEADING, "Gender equality.", "Gender equality"),
        ("RG938", PassageKind.HEADING, "Rights, duties, etc.", None),
        ("RG938", PassageKind.PARAGRAPH, "It is a paragraph.", None),
        ("RG940", PassageKind.ITEM, "The police;", "The police"),
        ("RG940", PassageKind.ITEM, "The police; the courts", None),
        ("RG940", PassageKind.PARAGRAPH, "The police;", None),
        ("RG940", PassageKind.SUBPARAGRAPH, "The police;", None),
        ("RG904", PassageKind.ITEM, "12 officers of the police", None),
        ("RG925", PassageKind.NOTE, "See art. 14 of the Act.", None),
        ("RG903", PassageKind.LABEL, "persons with 2 children", None),
    ],
)
def test_a_rule_knows_its_kinds_of_text(code: str, kind: PassageKind, text: str, expected: str | None) -> None:
    """What is a fault in a heading or an item may be right elsewhere."""
    found = remarks(code, text, kind)

    assert (expected is not None) == bool(found)
    assert (expected or text) == corrected(text, found)


ALPHABET = "aAt T12,.%-–()“”\"'\ufffc\ufffb\xa0 no.Uartpesconeix"


@given(st.text(ALPHABET, max_size=80))
def test_no_correction_touches_what_the_author_did_not_write(text: str) -> None:
    """The signs for figures and addresses stay, as many and in the same order; places lie within the text."""
    found = read_passage(EditorialPassage(text))
    changes = [change for remark in found if (change := remark.correction(text))]

    assert all(0 <= remark.start <= remark.end <= len(text) for remark in found)
    for span, new in changes:
        assert not {"\ufffc", "\ufffb"} & {*span.of(text), *new}
