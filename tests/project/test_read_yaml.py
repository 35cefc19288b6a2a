"""YAML: what its words mean here, what is refused, and where everything stood."""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.project import ReadYaml, read_submission, read_yaml
from reportgen.project.yaml import Plain

NAME = "issues.yaml"


def read(text: str) -> ReadYaml:
    """Read a YAML file."""
    return read_yaml(text.encode(), NAME)


def found(text: str | bytes) -> list[tuple[str, int | None, int | None]]:
    """The diagnostics of a file: code, line, column."""
    data = text if isinstance(text, bytes) else text.encode()
    return [
        (one.code, one.place.line, one.place.column)
        for one in read_yaml(data, NAME).diagnostics
        if one.place is not None
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("384", 384),
        ("-5", -5),
        ("0", 0),
        ("55.4", Decimal("55.4")),
        ("0.10", Decimal("0.10")),
        ("2024-01-31", dt.date(2024, 1, 31)),
        ("text", "text"),
        ("'384'", "384"),
        ('"true"', "true"),
        # what YAML 1.1 would have taken for something else
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("010", "010"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".NaN", ".NaN"),
        ("2024-02-30", "2024-02-30"),
        ("2024-01-31T10:00:00", "2024-01-31T10:00:00"),
        ("1 058", "1 058"),
        ("9" * 50, "9" * 50),
        ("=", "="),
    ],
)
def test_a_plain_word_means_what_it_looks_like(written: str, meant: Plain) -> None:
    """Only true, false, null, numbers and ISO dates are more than text; nothing turns into another value."""
    result = read(f"a: {written}\n")

    assert () == result.diagnostics
    assert {"a": meant} == result.data
    assert type(meant) is type(result.data["a"] if isinstance(result.data, dict) else None)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_numbers_keep_their_digits(value: Decimal) -> None:
    """A number with a point is the decimal of its digits, never a float."""
    assert {"a": value} == read(f"a: {value:f}\n").data


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])))
def test_quoted_text_arrives_whole(text: str) -> None:
    """Letters, signs and spaces of any script come out of quotation marks as they went in, in the form NFC."""
    quoted = "'" + text.replace("'", "''") + "'"

    assert {"a": unicodedata.normalize("NFC", text)} == read(f"a: {quoted}\n").data


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No file makes the reader fail."""
    result = read_yaml(data, NAME)

    assert result.diagnostics or result.is_sound


@given(st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@`,?\n \t<"), max_size=60))
def test_any_signs_are_read_or_refused(text: str) -> None:
    """Nor does any heap of the signs that mean something in YAML."""
    result = read(text)

    assert result.diagnostics or result.is_sound


def test_keys_are_text_as_written() -> None:
    """Years, and words that are something else as values, are text as keys."""
    assert {"2023": 1, "no": 2, "null": 3} == read("2023: 1\nno: 2\nnull: 3\n").data


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: [x, y]\n", "a: 1\r\nb: [x, y]\r\n", "---\na: 1\nb: [x, y]\n...\n"])
def test_marks_and_line_ends_of_any_program_are_read(text: str) -> None:
    """A byte order mark, the line ends of Windows and a first line of dashes do not matter."""
    assert {"a": 1, "b": ["x", "y"]} == read(text).data


def test_places_are_lines_and_columns() -> None:
    """A single value is placed where it stands; fields and lists where their name stands."""
    places = read("a:\n  b: [1, x]\n  c:\n").places

    assert {
        (): (1, 1),
        ("a",): (1, 1),
        ("a", "b"): (2, 3),
        ("a", "b", 0): (2, 7),
        ("a", "b", 1): (2, 10),
        ("a", "c"): (3, 3),
    } == {path: (place.line, place.column) for path, place in places}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x 1\n", "RG122", 1),
        ("a: 1\nb: *x\n", "RG122", 2),
        ("a: !!python/object/apply:os.system [ls]\n", "RG122", 1),
        ("a: !!str 1\n", "RG122", 1),
        ("a: ! x\n", "RG122", 1),
        ("a: !!binary aGk=\n", "RG122", 1),
        ("<<: {b: 1}\n", "RG122", 1),
        ("%YAML 1.1\n---\na: 1\n", "RG122", 1),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "RG122", 1),
        ("a: 1\n---\nb: 1\n", "RG122", 2),
        ("&a a: 1\n", "RG122", 1),
        ("a: 1\nb: 2\na: 3\n", "RG123", 3),
        ("a: {b: 1, b: 2}\n", "RG123", 1),
        ("[a]: 1\n", "RG126", 1),
        ("{a: 1}: 1\n", "RG126", 1),
        ("'': 1\n", "RG126", 1),
        ("a: b: c\n", "RG120", 1),
        ("a: [1, 2\nb: 3\n", "RG120", 1),
        ("a: 'x\n", "RG120", 1),
        ("a: 1\n b: 2\n", "RG120", 2),
        ("a: @x\n", "RG120", 1),
        ("a:\n\t- b\n", "RG121", 2),
        ("\ta: 1\n", "RG121", 1),
        ("a: x\n\tb: 1\n", "RG121", 2),
        ("a: \x07\n", "RG112", 1),
        ("a: 1\nb: \u202etxt\n", "RG112", 2),
        ('a: "\\u202e"\n', "RG112", 1),
        ('a: "\\x1b[2J"\n', "RG112", 1),
        ("a: \ue000\n", "RG112", 1),
        ("a: \ufffd\n", "RG112", 1),
        ("a: in\u200bvisible\n", "RG113", 1),
        ("a: " + "[" * 21 + "]" * 21, "RG124", 1),
    ],
)
def test_what_is_refused_is_named_at_its_line(text: str, code: str, line: int) -> None:
    """Each thing that is not read has its code, once, where it stands."""
    assert [(code, line)] == [(one, at) for one, at, _ in found(text)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a: 1".encode("utf-16"), "RG111"),
        ("a: 1".encode("utf-16-le"), "RG111"),
        ("a: 1".encode("utf-32"), "RG111"),
        ("agency: Минздрав".encode("cp1251"), "RG110"),
        (b"a: \xc0\xaf", "RG110"),
        (b"a: \xed\xa0\x80", "RG110"),
        (b"PK\x03\x04rest", "RG115"),
        (b"%PDF-1.7", "RG115"),
        (b"\xd0\xcf\x11\xe0", "RG115"),
    ],
)
def test_what_is_not_utf_8_is_named(data: bytes, code: str) -> None:
    """Other encodings and other kinds of files are told apart."""
    assert [code] == [one for one, _, _ in found(data)]


def test_an_alias_bomb_is_stopped_at_its_first_anchor() -> None:
    """Nothing is expanded."""
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [*{old},*{old}]\n" for old, new in zip("abc", "bcd", strict=True)
    )

    assert [("RG122", 1, 4)] == found(bomb)


def test_the_place_of_a_bad_byte_is_counted_in_characters() -> None:
    """A byte that is not UTF-8 is found by its line and column in the editor."""
    assert [("RG110", 2, 5)] == found("a: ж\nb: ж".encode() + b"\xff")


def test_several_problems_are_told_together() -> None:
    """Doubled names do not hide each other."""
    assert [("RG123", 2, 1), ("RG123", 4, 1)] == found("a: 1\na: 2\nb: 1\nb: 2\n")


def submission_codes(values: str, unit: str = "{one: case, other: cases}") -> list[tuple[str, int | None]]:
    """The diagnostics of a submission with these values: code and column."""
    text = f"agency: health\nindicators: {{c: {{unit: {unit}, values: {{\n{values}}}}}}}\n"
    diagnostics = read_submission(text.encode(), "a.yaml").diagnostics
    return [(one.code, one.place.column if one.place else None) for one in diagnostics]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("2023: 384", []),
        ("2023: null", []),
        ("2023: ..", []),
        ("2023: {value: 384, status: provisional}", []),
        ("2023: 1 058", [("RG158", 7)]),
        ("2023: {value: 1 058}", [("RG158", 15)]),
        ("2023: '1,058'", [("RG155", 7)]),
        ("2023: '1,058', 2022: 12.5", [("RG158", 7)]),
        ("2023: n/a", [("RG159", 7)]),
        ("2023: abc", [("RG154", 7)]),
        ("2023: 010", [("RG154", 7)]),
        ("2023: true", [("RG153", 7)]),
        ("2023: 2024-01-31", [("RG152", 7)]),
        ("2023: 1234567890123456", [("RG156", 7)]),
        ("2023: 5 %", [("RG157", 7)]),
        ("2023: [1]", [("RG203", 1)]),
    ],
)
def test_values_follow_the_rules_of_cells(values: str, expected: list[tuple[str, int]]) -> None:
    """Numbers as text are read in YAML as they are read in a workbook, and refused for the same reasons."""
    assert expected == submission_codes(values)


def test_a_percentage_needs_its_unit() -> None:
    """`55.4 %` is a figure where the unit is per cent."""
    assert [("RG158", 7)] == submission_codes("2023: 55.4 %", unit="percent")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text: In case #5, damages\n", "#5, damages"),
        ("- in case\n  number #5 and #6\n", "#5 and #6"),
        ("text: In case\t#5\n", "#5"),
        ("text: дело #5-п # see the file\n", "#5-п # see the file"),
        ("text: In case # to be checked\n", None),
        ("text: 'In case #5, damages'\n", None),
        ("text: |\n  In case #5, damages\n", None),
        ("text: In case#5\n", None),
        ("value: 5 #prov.\n", None),
        ("#text: x\ntext: x\n#5\n", None),
        ("text: #5\n", "#5"),
        ("- #5\n- x\n", "#5"),
        ("text: # 5\n", None),
        ("text:\n #source: x\n", None),
        ("text: Paid in\n  #5 cases\n", "#5 cases"),
        ("text: |\n    Paid in\n\n  #5 cases\nsource: x\n", "#5 cases"),
        ("- text: >-\n      Paid in\n   #5 cases", "#5 cases"),
        ("- Paid in\n  #5 cases\n- x\n", "#5 cases"),
        ("- text: Paid\n  #source: x\n  note: x\n", None),
        ("- text: |\n    Paid\n  #source: x\n", None),
        ("text: Paid\n  # source: x\n", None),
        ("text: |\n  Paid in\n  #5 cases", None),
        ("text: |\n  Paid in\n  #5 cases\n\n", None),
        ("values:\n  #2022: 5\n  2023: 6\n", None),
    ],
)
def test_a_text_that_ends_at_a_number_sign_is_told(text: str, said: str | None) -> None:
    """What YAML leaves out of a sentence is named; a comment is one."""
    found = read_yaml(text.encode(), "x.yaml").diagnostics

    assert ([("RG216", said)] if said else []) == [
        (one.code, text.splitlines()[one.place.line - 1][one.place.column - 1 :])
        for one in found
        if one.place and one.place.line and one.place.column
    ]


@pytest.mark.parametrize(
    ("second", "line"),
    [("2022-01/2022-12", 3), ("2022-2022", 3), ("2022-01", None), ("2022-2023", None), ("2022-H1", None)],
)
def test_a_period_in_two_spellings_is_given_twice(second: str, line: int | None) -> None:
    """The later figure would take the place of the earlier one."""
    text = f"agency: health\nindicators: {{cases: {{label: cases, values: {{2022: 1,\n{second}: 2}}}}}}\n"
    found = [one for one in read_submission(text.encode(), "x.yaml").diagnostics if one.code == "RG123"]

    assert ([line] if line else []) == [one.place.line for one in found if one.place]


@pytest.mark.parametrize(
    ("values", "is_clear"),
    [
        ("2022: 5.000", False),
        ("2022: {value: 12.000}", False),
        ("2022: 5.123, 2023: '12,5'", False),
        ("2022: -5.000", False),
        ("2022: -5.123, 2023: '12,5'", False),
        ("2022: -0.000", True),
        ("2022: 5.000, 2023: 12.5", True),
        ("2022: 5.123", True),
        ("2022: 5.00", True),
        ("2022: 0.000", True),
        ("2022: 5000.000", True),
    ],
)
def test_three_noughts_behind_a_point_may_be_thousands(values: str, is_clear: bool) -> None:
    """YAML's 5.000 is five, and whoever wrote it means five thousand in most countries."""
    text = f"agency: health\nindicators: {{cases: {{label: cases, values: {{{values}}}}}}}\n"
    found = [one.code for one in read_submission(text.encode(), "x.yaml").diagnostics]

    assert is_clear == ("RG155" not in found)
