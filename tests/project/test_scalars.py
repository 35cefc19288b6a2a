"""Characters of YAML values in their file: each stands where it is said to stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.claims.passages import Span
from reportgen.project import read_yaml
from reportgen.project.scalars import Scalar, read_scalars

WORDS = st.text("ab 1'\"\\:#-–“€", min_size=1, max_size=30).map(str.strip).filter(bool)


def one(source: str) -> Scalar:
    """The value of the field `text`."""
    return read_scalars(source)[("text",)]


def literal(value: str) -> str:
    """A value as a literal block."""
    return "text: |2\n" + "".join(f"    {line}\n" if line else "\n" for line in value.split("\n"))


def double(value: str) -> str:
    """A value in double quotation marks."""
    return f"text: {json.dumps(value)}\n"


def single(value: str) -> str:
    """A value in single quotation marks."""
    return "text: '" + value.replace("'", "''") + "'\n"


@pytest.mark.parametrize("write", [double, single])
@given(value=WORDS)
def test_each_character_can_be_changed_where_it_stands(write: object, value: str) -> None:
    """Putting a letter in its place changes just that character of the value."""
    source = write(value)  # type: ignore[operator] # one of the functions above
    scalar = one(source)

    for index in range(len(value)):
        span = scalar.source(index, index + 1)
        assert span is not None
        changed = source[: span.start] + "z" + source[span.end :]
        assert {"text": value[:index] + "z" + value[index + 1 :]} == read_yaml(changed.encode(), "").data


@given(st.lists(st.text("ab -1'\":#“", max_size=12).map(lambda line: f"x{line}y"), min_size=1, max_size=4))
def test_lines_of_a_block_keep_their_own_indentation(lines: list[str]) -> None:
    """Every character of a literal block stands in the file as it is; line breaks do not."""
    value = "\n  ".join(lines) + "\n"
    source = "text: |\n" + "".join(f"    {line}\n" for line in value.rstrip("\n").split("\n"))
    scalar = one(source)

    assert value == scalar.value
    assert [None if letter == "\n" else letter for letter in value] == [
        span and source[span.start : span.end] for span in scalar.spans
    ]


@pytest.mark.parametrize(
    "source",
    [
        "text: >-\n  one two\n  three\n\n  four\n",
        "text: one two\n  three\n\n  four\n",
        'text: "one two\n  three\n\n  four"\n',
        "text: 'one two\n  three\n\n  four'\n",
        'text: "one \\\n  two three\\nfour"\n',
    ],
)
def test_folded_lines_are_followed(source: str) -> None:
    """Words of a folded text are found; what is folded between them has no place."""
    scalar = one(source)

    for word in ("one", "two", "three", "four"):
        start = scalar.value.index(word)
        span = scalar.source(start, start + len(word))
        assert span is not None
        assert word == source[span.start : span.end]


def test_what_spans_a_line_break_has_no_place() -> None:
    """Words on two lines cannot be changed as one."""
    scalar = one("text: >-\n  one\n  two\n")

    assert scalar.source(0, len("one two")) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [('text: "a\\u2013b \\"c\\" \\xe9"\n', 'a–b "c" é'), ("text: 'it''s'\n", "it's"), ("text: a\r\n", "a")],
)
def test_escapes_stand_for_one_character(source: str, expected: str) -> None:
    """A character that is written with several has the place of all of them."""
    scalar = one(source)

    assert expected == scalar.value
    assert len(expected) == len(scalar.spans)
    last = scalar.source(len(expected) - 1, len(expected))
    assert last is not None
    assert source[last.end :].strip() in {"", '"', "'"}


def test_a_letter_written_apart_from_its_mark_has_the_place_of_both() -> None:
    """The value is in NFC, as it is read everywhere else, and the file may be in another form."""
    source = "text: re\u0301ponse\n"
    scalar = one(source)

    assert scalar.value == "réponse"
    span = scalar.source(1, 2)
    assert span is not None
    assert source[span.start : span.end] == "e\u0301"
    assert scalar.source(2, 3) == Span(9, 10)


def test_all_paths_of_a_file_are_found() -> None:
    """Fields, items and fields of items, as the reader of the project names them."""
    source = "a:\n  - b: {c: x}\n    d: [y, z]\n"

    found = {path: scalar.value for path, scalar in read_scalars(source).items()}

    assert {("a", 0, "b", "c"): "x", ("a", 0, "d", 0): "y", ("a", 0, "d", 1): "z"} == found


FOLDED = "text: >-\n  one\n  two\nz: x\n"


@pytest.mark.parametrize(
    ("at", "before"), [(0, "text: >-\n  "), (1, "text: >-\n  o"), (3, "text: >-\n  one"), (4, "text: >-\n  one\n  ")]
)
def test_a_place_between_two_characters_is_where_something_can_be_put(at: int, before: str) -> None:
    """Before the first, between two, at the end of a line and at the beginning of the next."""
    assert Span(len(before), len(before)) == one(FOLDED).source(at, at)


def test_a_text_that_cannot_be_followed_has_no_places() -> None:
    """Nor has one whose only character is folded away."""
    for scalar in (Scalar("ab", "", ()), Scalar(" ", "", (None,))):
        assert scalar.source(0, 0) is None
        assert scalar.source(1, 1) is None
        assert scalar.source(0, 1) is None
        assert scalar.stretch(0, 1) is None
        assert scalar.place(0) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 7, "one\n  two"),
        (1, 5, "ne\n  t"),
        (3, 4, "\n  "),
        (3, 5, "\n  t"),
        (2, 4, "e\n  "),
        (0, 3, "one"),
        (3, 3, None),
        (4, 3, None),
    ],
)
def test_a_stretch_takes_the_line_breaks_in_it(start: int, end: int, expected: str | None) -> None:
    """From the first character to the last, with what stands between them in the file."""
    span = one(FOLDED).stretch(start, end)

    assert expected == (span and FOLDED[span.start : span.end])


def test_a_character_without_a_place_has_that_of_the_next() -> None:
    """A folded line break is said to stand at the word behind it; behind the last there is nothing."""
    scalar = one(FOLDED)

    assert [FOLDED.index("one"), FOLDED.index("two"), FOLDED.index("wo"), None] == list(map(scalar.place, (0, 3, 5, 7)))


@pytest.mark.parametrize(
    ("source", "new", "expected"),
    [
        ("a:\n  text: |\n    x\n", "y\nz", "y\n    z"),
        ("a:\n  text: >\n    x\n", "y\nz", "y\n\n    z"),
        ("a:\n  text: >\n    x\n", "y\n\nz", "y\n\n\n    z"),
        ("a:\n  text: x\n", "y\nz", "y\n\n    z"),
        ("a:\n  - text: x\n", "y\nz", "y\n\n      z"),
        ("a:\n  text: 'x'\n", "it's \\ \"", "it''s \\ \""),
        ('a:\n  text: "x"\n', "it's \\ \"", "it's \\\\ \\\""),
        ("a:\n  text: x\n", "it's \\ \"", "it's \\ \""),
    ],
)
def test_characters_are_written_as_their_style_wants_them(source: str, new: str, expected: str) -> None:
    """Quotation marks and backslashes, and further lines with the indentation of the others."""
    (scalar,) = read_scalars(source).values()

    assert expected == scalar.written(new)
