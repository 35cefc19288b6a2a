"""Markdown in replies that is not read: headings, struck-out words, code, pictures, rules."""

import pytest
import xlsx
from xlsx import book

from reportgen.diagnostics import Severity
from reportgen.project import read_submission
from reportgen.project.typed_marks import typed_marks, unclear_lines


def told(text: str) -> list[tuple[int, int, str]]:
    """Line and column from 0, and code, of each mark of a text."""
    return [(line, column, code) for line, column, code, _ in typed_marks(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# A heading\n\nText.", [(0, 0, "RG194")]),
        ("Text.\n\n  ### Results ###", [(2, 2, "RG194")]),
        ("Results\n=======\nText.", [(0, 0, "RG194")]),
        ("the ~~old~~ new rule", [(0, 4, "RG188")]),
        ("~~one~~ and\n~~two~~", [(0, 0, "RG188"), (1, 0, "RG188")]),
        ("see `annex` and ``b``", [(0, 4, "RG197"), (0, 16, "RG197")]),
        ("It is ++added++ and $x^2$.", [(0, 6, "RG197"), (0, 20, "RG197")]),
        ("C++ and D++ cost $5 a m^2^ and $6, $a to $b_c.", []),
        ("{victims} and { victims | compared }", [(0, 0, "RG215"), (0, 14, "RG215")]),
        ("In all, { victims }} persons", [(0, 8, "RG215")]),
        ("{{ cases |\neach('{year}') }}\n\nand {year}", [(3, 4, "RG215")]),
        ("```\ncode\n```", [(0, 0, "RG197"), (2, 0, "RG197")]),
        ("a ![chart](chart.png)", [(0, 2, "RG879")]),
        ("![chart](chart.png)", []),
        ("One.\n\n---\n\nTwo.", [(2, 0, "RG197")]),
        ("* * *", [(0, 0, "RG197")]),
        ("1. # A heading", [(0, 3, "RG194")]),
        ("٢. ## بعنوان", [(0, 3, "RG194")]),
        ("- > ~~~", [(0, 4, "RG197")]),
        ("> 5) of them", [(0, 0, "RG179")]),
        ("- [ ] done", [(0, 2, "RG197")]),
        ("[note]: text", [(0, 0, "RG197")]),
    ],
)
def test_a_mark_is_found_at_its_place(text: str, marks: list[tuple[int, int, str]]) -> None:
    """Line and column lead to the mark."""
    assert marks == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "#1 of the programme",
        "{{ victims }}, {{victims|compared}} and \\{ victims }",
        "{1, 2} and {% raw %}",
        "{{ cases | each('{year}: {cases} cases') }} and {{ cases\n  | each(\"{year}\") }}",
        "No. # 5",
        "\\# not a heading",
        "\\~~kept\\~~",
        "from ~100 to ~200 cases",
        "km^2^ and CO~2~",
        "- an item\n- another",
        "> quoted",
        "*italics* and **bold**",
        "[a link](https://example.org)",
        "A text[^1].\n\n[^1]: A note.",
        "either | or",
        "By year:\n\n| Year | Orders |\n|---|---|\n| 2022 | 131 |",
        "Year | Orders\n--- | ---:\n2022 | 131",
        "In 2023 – the last year – it rose.",
        "It’s the people`s choice",
        "a = b",
        "1. One\n2. Two",
        "—",
        "~~ ~~",
    ],
)
def test_what_is_read_or_means_itself_is_silent(text: str) -> None:
    """No false alarm on the Markdown that is read, nor on signs that people type."""
    assert told(text) == []


def test_a_mark_is_told_at_its_line_in_yaml() -> None:
    """With the column in the file."""
    text = "agency: health\nreplies:\n  - issue: 1\n    text: |\n      Text.\n\n      The ~~old~~ rule.\n"
    (found,) = read_submission(text.encode(), "a.yaml").diagnostics

    assert ("RG188", "a.yaml:7:11") == (found.code, str(found.place))


def test_a_mark_is_told_at_its_cell_in_a_workbook() -> None:
    """Nothing is printed as it is typed, so each is an error."""
    replies = (("Issue", "Text"), (1, "# Heading"), (1, "see `annex`"))
    found = read_submission(book({**xlsx.SHEETS, "Replies": replies}), "a.xlsx").diagnostics

    assert [("RG194", Severity.ERROR, "B2"), ("RG197", Severity.ERROR, "B3")] == [
        (one.code, one.severity, one.place.cell if one.place else None) for one in found
    ]


@pytest.mark.parametrize(
    ("reply", "place"),
    [
        ("\n  - issue: 1\n    text: |\n      The centres offer:\n      a bed\n", "a.yaml:5:7"),
        ("\n  - {issue: 1, text: 'The centres offer:\n\n    a bed'}\n", "a.yaml:3:22"),
    ],
)
def test_an_unclear_line_is_told_where_it_stands_or_its_text_begins(reply: str, place: str) -> None:
    """In a block each line has a place of its own; within quotation marks the lines are not those of the file."""
    (found,) = read_submission(f"agency: health\nreplies:{reply}".encode(), "a.yaml").diagnostics

    assert ("RG173", place) == (found.code, str(found.place))


@pytest.mark.parametrize(
    ("field", "is_told"),
    [
        ("label: 'cases {{ other }}'", True),
        ("source: '{{ config }}'", True),
        ("unit: {one: '{{ x }}', other: cases}", True),
        ("unit: {currency: '{{ x }}'}", True),
        ("note: '{% for a in b %}'", True),
        ("source: 'Register {# draft #}'", True),
        ("source: 'Register {{ x'", True),
        ("source: 'Register {of courts}'", False),
        ("label: 'cases (all)'", False),
    ],
)
def test_a_reference_in_a_plain_text_is_told(field: str, *, is_told: bool) -> None:
    """It would be printed as it stands: “Register {{ config }}”."""
    name, _, rest = field.partition(": ")
    value = f"{{value: 3, note: {rest}}}" if name == "note" else "3"
    others = {"label": "label: cases", "unit": "unit: {one: case, other: cases}"}
    fields = [text for key, text in others.items() if key != name] + ([field] if name != "note" else [])
    data = f"agency: health\ndate: 2024-01-31\nindicators: {{x: {{{', '.join(fields)}, values: {{2023: {value}}}}}}}\n"
    found = [one for one in read_submission(data.encode(), "health.yaml").diagnostics if one.code == "RG746"]
    assert (["health.yaml:3"] if is_told else []) == [str(one.place).rpartition(":")[0] for one in found]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2022 | 4\n2023 | 5", [0]),
        ("One.\n\n| 2022 | 4 |", [2]),
        ("Table: Cases\n\n| Year | Cases |\n| --- | --- |\n| 2022 | 4 |", []),
        ("yes | no", []),
        ("yes \\| no\nno \\| yes", []),
        ("- In 2022, {{ x | at(2022) }} cases\n- In 2023, {{ x | at(2023) }} cases", []),
        ("2022 | {{ x | at(2022) }}\n2023 | {{ x | at(2023) }}", [0]),
    ],
)
def test_rows_that_are_no_table_are_unclear(text: str, lines: list[int]) -> None:
    """Several lines with bars, or one between two; not the rows of a table, and no bar that was typed as one."""
    assert lines == [line for line, _, code, _ in unclear_lines(text) if code == "RG174"]


def test_an_unclear_row_is_named_without_what_stands_around_it() -> None:
    """Neither bars and blanks nor a tab from a spreadsheet, nor the sign that ends a line."""
    told = [
        words for text in ("2022 | 4\t\n2023 | 5", "| 2022 | 4 |\\\n| 2023 | 5 |") for *_, words in unclear_lines(text)
    ]

    assert ["2022 | 4", "2022 | 4"] == told
