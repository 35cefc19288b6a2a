"""References in agencies' text: read by fixed rules, everything else refused at its place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.pointers import Pointer
from reportgen.compose.references import (
    Call,
    Expression,
    Name,
    names_in,
    names_in_segments,
    place_in,
    split_references,
)
from reportgen.diagnostics import Place, Places


def meaning(text: str) -> object:
    """What the only reference of a text means, or the code of its problem."""
    (piece,) = (piece for piece in split_references(text) if piece.meaning or piece.problem)
    return piece.problem.code if piece.problem else piece.meaning


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ victims }}", Expression(Name("victims"), ())),
        ("{{victims|compared}}", Expression(Name("victims"), (Call("compared", (), ()),))),
        (
            "{{ v | change(2020, digits=1, verb='fall', show=none) }}",
            Expression(Name("v"), (Call("change", (2020,), (("digits", 1), ("verb", "fall"), ("show", None))),)),
        ),
        ("{{ a | share_of(b) }}", Expression(Name("a"), (Call("share_of", (Name("b"),), ()),))),
        (
            "{{ a | compared(years=[2020, '2023-H1'], x=-1.5, y=True) }}",
            Expression(
                Name("a"), (Call("compared", (), (("years", [2020, "2023-H1"]), ("x", Decimal("-1.5")), ("y", True))),)
            ),
        ),
        (
            "{{ a | each_year('{cases} cases in {year}') }}",
            Expression(Name("a"), (Call("each_year", ("{cases} cases in {year}",), ()),)),
        ),
        ("{{ paragraph('fund') }}", Pointer("paragraph", ("fund",))),
        ("{{ paragraphs('fund', 'fund-2') }}", Pointer("paragraphs", ("fund", "fund-2"))),
        ("{{ reply(14) }}", Pointer("reply", issue=14)),
        ("{{ reply(14, paragraphs=True) }}", Pointer("reply", issue=14, gives_paragraphs=True)),
        ("{{ table('courts') }}", Pointer("table", ("courts",))),
        ("{{ source('victims') }}", Pointer("source", ("victims",))),
        ("{{ source(victims) }}", Pointer("source", ("victims",))),
    ],
)
def test_names_literals_and_filters_are_read(text: str, expected: object) -> None:
    """A reference is a name, filters on it, and plain arguments."""
    assert expected == meaning(text)


@pytest.mark.parametrize(
    "inside",
    [
        "victims.values",
        "victims['values']",
        "victims.__class__.__mro__",
        "''.__class__",
        "victims + 1",
        "victims ~ 'x'",
        "1",
        "victims if victims else 0",
        "victims is defined",
        "victims | compared(**x)",
        "victims | compared(*x)",
        "victims | compared(a.b)",
        "paragraph(*x)",
        "reply(**x)",
        "cycler(1).next()",
        "self._TemplateReference__context",
        "lipsum.__globals__.os",
    ],
)
def test_everything_else_is_refused(inside: str) -> None:
    """Attributes, calls, subscripts, arithmetic, conditions: never run, never printed."""
    assert "RG502" == meaning("{{ " + inside + " }}")


@pytest.mark.parametrize(
    "inside",
    [
        "paragraph(fund)",
        "paragraph('a', 'b')",
        "paragraph(14)",
        "paragraph('')",
        "paragraphs()",
        "paragraphs('a', 2)",
        "paragraphs('a', sep='x')",
        "reply('14')",
        "reply(True)",
        "reply(14, paragraphs=1)",
        "reply(14, pages=True)",
        "table(['a'])",
        "source()",
    ],
)
def test_brackets_hold_what_the_kind_of_reference_needs(inside: str) -> None:
    """Keys in quotation marks, numbers of issues without; the hint shows how it is written."""
    assert "RG522" == meaning("{{ " + inside + " }}")


@pytest.mark.parametrize("inside", ["victims()", "range(10)", "paragrah('fund')", "lipsum('x')"])
def test_other_names_with_brackets_are_named(inside: str) -> None:
    """There are five kinds of references with brackets, and nothing else is called."""
    assert "RG523" == meaning("{{ " + inside + " }}")


@pytest.mark.parametrize("inside", ["", "victims |", "| compared", "victims | compared(", "a b", "victims | “x”", "%"])
def test_what_cannot_be_read_is_named(inside: str) -> None:
    """An unreadable reference is a problem, not text."""
    assert meaning("{{ " + inside + " }}") in {"RG501", "RG502", "RG504"}


@pytest.mark.parametrize("text", ["{% if x %}", "{# note #}", "{% raw %}{{ x }}", "{%"])
def test_statements_and_comments_are_refused(text: str) -> None:
    """Marks of templates have no place in agencies' text."""
    problems = [piece.problem.code for piece in split_references(text) if piece.problem]

    assert "RG503" == problems[0]


@pytest.mark.parametrize("text", ["{%%}", "{##}", "{% if x %}"])
def test_a_statement_reaches_to_its_closing_mark(text: str) -> None:
    """Also one that holds nothing, so that its closing mark is no text."""
    assert [text, " on"] == [piece.text for piece in split_references(f"{text} on")]


@pytest.mark.parametrize("text", ["{{ victims", "{{ victims }", "{{ {{ victims }}", "a {{"])
def test_a_reference_without_an_end_is_named(text: str) -> None:
    """Nothing after it is lost: the rest of the text is still read."""
    problems = [piece.problem.code for piece in split_references(text) if piece.problem]

    assert "RG504" == problems[0]


@given(st.text(alphabet="ab{}%#|'\" \n.()", max_size=40))
def test_no_text_is_lost_and_none_breaks_the_reader(text: str) -> None:
    """Whatever is typed, the pieces together are the text, each at its offset."""
    pieces = list(split_references(text))

    assert text == "".join(piece.text for piece in pieces)
    assert all(piece.text and text.startswith(piece.text, piece.offset) for piece in pieces)


def test_all_indicators_of_a_reference_are_known() -> None:
    """Arguments name indicators as well."""
    expression = meaning("{{ a | share_of(b, x=[c]) }}")

    assert isinstance(expression, Expression)
    assert ["a", "b", "c"] == list(names_in(expression))


def test_the_indicator_whose_source_is_given_is_named_by_its_text() -> None:
    """What a reply stands on includes the sources that it cites."""
    assert {"a", "b"} == names_in_segments(split_references("{{ a }} {{ paragraph('p') }} {{ source('b') }}"))


def test_a_place_within_a_text_has_its_line_and_column() -> None:
    """The second line of a block, four characters in."""
    block = Places({("t",): Place("a.yaml", 6, 9), ("t", 0): Place("a.yaml", 7, 5), ("t", 1): Place("a.yaml", 8, 5)})
    cell = Place("a.xlsx", sheet="Replies", cell="B4")

    assert Place("a.yaml", 8, 9) == place_in("first\nxxxx{{ a }}", 10, ("t",), block)
    assert cell == place_in("first\nxxxx{{ a }}", 10, ("t",), Places({("t",): cell}))
    assert Place("a.yaml", 8, 5) == place_in("\n{{ a }}", 1, ("t",), block)  # a text that begins with an empty line
