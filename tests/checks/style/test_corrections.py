"""Corrections in YAML files: the texts become right, everything else stays byte for byte."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import make_project

from reportgen.checks.editorial.passage import PassageKind
from reportgen.checks.style import check_style, correct_style
from reportgen.checks.style.corrections import correct_text
from reportgen.checks.style.texts import PrintedText
from reportgen.project import read_yaml
from reportgen.project.corrections import ValueCorrection, correct_yaml

FAULTS = (
    "The share was 16% in 2023.",
    "It was compared to  2020 , as the 'UN' said.",
    'The "Healthy Nation" project - of 2020-2023 - was recognised.',
    "Under art. 14(1), {{ victims }}persons were paid T49,456,000.",
    "12 officers were tried on June 5th, 2022.",
    "See [the  Act](https://example.org/a%20b--c) [^1].",
    "Nothing is wrong here: it stays as it is.",
)


def correction(text: str, path: tuple[str | int, ...] = ("text",)) -> ValueCorrection:
    """The corrections of a reply."""
    source = PrintedText(("submissions", 0, "replies", 0, "text"), text, PassageKind.PARAGRAPH)
    corrected = correct_text(source, {})
    return ValueCorrection(path, text, corrected.text, corrected.changes)


def fixed(text: str) -> str:
    """A reply with its corrections."""
    return correction(text).new


def literal(text: str) -> str:
    """A field as a literal block."""
    return "text: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


def double(text: str) -> str:
    """A field in double quotation marks."""
    return f"text: {json.dumps(text, ensure_ascii=False)}\n"


def single(text: str) -> str:
    """A field in single quotation marks."""
    return "text: '" + re.sub("\n+", lambda breaks: f"{breaks[0]}\n  ", text.replace("'", "''")) + "'\n"


PARAGRAPHS = st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4)


@pytest.mark.parametrize("write", [literal, double, single])
@given(paragraphs=PARAGRAPHS, break_=st.sampled_from(["\n\n", " ", "\n"]))
def test_the_file_holds_exactly_the_corrected_texts(write: object, paragraphs: list[str], break_: str) -> None:
    """Read again, it gives the corrected value; comments before and after are the same bytes."""
    text = break_.join(paragraphs)
    source = "# head, 16%\n" + write(text) + "other: 5  # tail,  16%\n"  # type: ignore[operator] # a function above

    written = correct_yaml(source.encode(), [correction(text)])

    assert () == written.refused
    data = read_yaml(written.data, "").data
    assert isinstance(data, dict)
    assert fixed(text) == str(data["text"]).rstrip("\n")
    assert written.data.startswith(b"# head, 16%\ntext: ")
    assert written.data.endswith(b"other: 5  # tail,  16%\n")


@given(PARAGRAPHS, st.sampled_from(["\n\n", " ", "\n", "\n- "]))
def test_a_corrected_text_needs_no_more_corrections(paragraphs: list[str], break_: str) -> None:
    """Running again changes nothing."""
    once = fixed(break_.join(paragraphs))

    assert once == fixed(once)


@given(st.text("aA .,;:-–()\"'%12{}[]|\n*_5UNt", max_size=60))
def test_any_text_comes_to_rest(text: str) -> None:
    """Whatever is written, corrections end, and references and addresses stay."""
    once = fixed(text)

    assert once == fixed(once)
    assert text.count("{{") == once.count("{{")


@given(PARAGRAPHS)
def test_references_and_addresses_are_never_touched(paragraphs: list[str]) -> None:
    """They stand in the corrected text as they did."""
    text = "\n\n".join(paragraphs)

    for untouched in ("{{ victims }}", "https://example.org/a%20b--c", "[^1]"):
        assert text.count(untouched) == fixed(text).count(untouched)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "text: >-\n  The Act  was adopted\n  by the the Senate.\n",
            "text: >-\n  The Act was adopted\n  by the Senate.\n",
        ),
        ("text: The share was 16% in\n  the year.  # 5%\n", "text: The share was 16 per cent in\n  the year.  # 5%\n"),
        ('{text: "it was \\"so\\""}\n', '{text: "it was “so”"}\n'),
        ("text: 'the victim''s rights'\r\n", "text: 'the victim’s rights'\r\n"),
        ("\ufefftext: some 16% of all\n", "\ufefftext: some 16 per cent of all\n"),
        (
            "text: |\r\n  It fell  by 16%.\r\n\r\n  So it was.\r\n",
            "text: |\r\n  It fell by 16 per cent.\r\n\r\n  So it was.\r\n",
        ),
    ],
)
def test_layout_stays(source: str, expected: str) -> None:
    """Folding, quotation marks, line ends and byte order mark are what they were."""
    read = read_yaml(source.encode(), "").data
    assert isinstance(read, dict)

    written = correct_yaml(source.encode(), [correction(str(read["text"]).strip())])

    assert expected == written.data.decode()


def test_what_would_not_be_read_as_it_is_meant_is_not_written() -> None:
    """A colon with a space would make a field of plain words; the other corrections are made all the same."""
    source = b"text: some 16% of all\nother: police:women\n"
    corrections = [correction("some 16% of all"), correction("police:women", ("other",))]

    written = correct_yaml(source, corrections)

    assert b"text: some 16 per cent of all\nother: police:women\n" == written.data
    assert ([corrections[0]], [corrections[1]]) == (list(written.done), list(written.refused))


def test_words_over_a_line_break_are_left_to_a_person() -> None:
    """The remark stands, and nothing is changed."""
    text = "It is called «open\nprison» here."

    assert text == fixed(text)


REPLIES = """\
agency: justice
# 16% in a comment
indicators:
  victims:
    label: victims who received  compensation   # who  are they?
    unit: {one: person, other: persons}
    issue: 1
    values: {2022: 1058, 2023: {value: 348, note: first 5% only}}
replies:
  - issue: 1
    key: fund
    text: |
      In 2023, it was 16% of all {{ victims | value(unit=True) }}.

      - The courts;
"""


def test_a_project_is_corrected(tmp_path: Path) -> None:
    """Labels, notes and replies are corrected in place; keys, figures and comments are not."""
    root = make_project(tmp_path, submissions__justice_yaml=REPLIES)

    styled = correct_style(root)

    expected = (
        REPLIES.replace("received  comp", "received comp")
        .replace("first 5% only", "first 5 per cent only")
        .replace("was 16% of", "was 16 per cent of")
        .replace("courts;", "courts")
    )
    assert {"submissions/justice.yaml": expected.encode()} == dict(styled.files)
    assert ["RG920", "RG901", "RG901", "RG940"] == [one.code for one in styled.corrections]


def test_running_again_finds_nothing_that_was_corrected(tmp_path: Path) -> None:
    """What was written is right by the same rules."""
    root = make_project(tmp_path, submissions__justice_yaml=REPLIES)
    for name, data in correct_style(root).files.items():
        (root / name).write_bytes(data)

    assert {} == dict(correct_style(root).files)
    assert () == check_style(root).diagnostics
