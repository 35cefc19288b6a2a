"""Tables in agencies' texts: titles, keys, heads on two levels, sources and notes, with bars and with tabs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.markdown import parse_markdown
from reportgen.compose.tables import judge_table, text_table_html
from reportgen.compose.text_blocks import TextTable
from reportgen.diagnostics import Place
from reportgen.model.text_tables import find_table, split

ROWS = "| Year | Orders |\n|------|-------:|\n| 2022 | 131 |\n| 2023 | 164 |"


def tables(text: str) -> list[TextTable]:
    """Return the tables of a text."""
    return [block for block in parse_markdown(text, ()).blocks if isinstance(block, TextTable)]


def kinds(text: str) -> list[str]:
    """Return what the blocks of a text are: a table, or their words."""
    return ["TABLE" if isinstance(block, TextTable) else str(block) for block in parse_markdown(text, ()).blocks]


def problems(text: str) -> list[tuple[str, int | None]]:
    """Return what is wrong with the tables of a text, by code and line from 0."""
    found = (problem for table in tables(text) for problem in judge_table(table, lambda line: Place("a.yaml", line)))
    return [(problem.code, problem.place.line if problem.place else None) for problem in found]


def test_a_title_a_key_a_source_and_a_note_belong_to_the_table() -> None:
    """They stand above and below its rows, with or without an empty line between."""
    (table,) = tables(f"Table [orders]: Orders by *year*\n\n{ROWS}\nSource: Register\nof courts.\n\nNote: All courts.")

    assert "orders" == table.found.key
    assert "Orders by <em>year</em>" == table.caption
    assert "Register of courts." == table.source
    assert ("All courts.",) == table.notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Before.\n{ROWS}\nAfter.", ["Before.", "TABLE", "After."]),
        (f"Before.\n\nTable: Orders\n{ROWS}\n\nAfter.", ["Before.", "TABLE", "After."]),
        (f"{ROWS}\n\n{ROWS}", ["TABLE", "TABLE"]),
        ("Year | Orders\n--- | ---:\n2022 | 131", ["TABLE"]),
        ("The figures are:\nYear\tCases\n2022\t5\n2023\t7\nAfter.", ["The figures are:", "TABLE", "After."]),
        ("Table: no rows follow.", ["Table: no rows follow."]),
        ("either | or", ["either | or"]),
        ("one | two\nthree | four", ["one | two three | four"]),
        ("\t2022\t2023\nWomen\t1\t2\nMen\t3\t4", ["TABLE"]),
        ("\t2022\nWomen\t1", ["TABLE"]),
        ("The figures:\n\t2022\t2023\nWomen\t1\t2\n\t3\t4\nAfter.", ["The figures:", "TABLE", "After."]),
        ("No.\tName\n1\tNorth\n2\tSouth", ["TABLE"]),
        ("\tYear\tCases\n\t2022\t5", ["TABLE"]),
        ("\tA paragraph.\n\tAnother.", ["A paragraph. Another."]),
        ("one\ttab", ["one\ttab"]),
        ("See table 3: it is below.", ["See table 3: it is below."]),
    ],
)
def test_tables_are_told_from_other_text(text: str, expected: list[str]) -> None:
    """Rows with bars need a rule below their heads; a line with tabs needs another."""
    assert expected == kinds(text)


@pytest.mark.parametrize("before", ["", "- one\n\n  ", "> "])
def test_the_empty_corner_of_a_table_with_tabs_is_a_head(before: str) -> None:
    """Copied from a worksheet, it is a tab at the beginning of a line; without it the years would lose their column."""
    rows = ["\t2022\t2023", "Women\t1\t2", "Men\t3\t4"]
    inside = "> " if before == "> " else "  " if before else ""
    (table,) = tables(before + f"\n{inside}".join(rows))

    assert [("", 1), ("2022", 1), ("2023", 1)] == list(table.heads[0])
    assert ("Women", "1", "2") == table.rows[0]


def test_a_head_without_anything_between_its_bars_belongs_to_the_one_before_it() -> None:
    """Women and men stand under each year; an empty head with a blank in it is one of its own."""
    (table,) = tables("| | 2022 || 2023 ||\n| Region | Women | Men | Women | Men |\n|---|--:|--:|--:|--:|\n|N|1|2|3|4|")

    assert [("", 1), ("2022", 2), ("2023", 2)] == list(table.heads[0])
    assert 5 == len(table.heads[1])
    assert 'colspan="2">2022</th>' in text_table_html(table, "x")


def test_a_table_within_a_list_stands_below_it() -> None:
    """Nothing of it is lost, and nothing is printed with its bars."""
    blocks = parse_markdown("- one\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- two", ()).blocks

    assert ["TextList", "TextTable"] == [type(block).__name__ for block in blocks]


def test_a_row_that_is_bold_is_a_total() -> None:
    """It then looks as totals do, and its words are not stressed besides; one bold word is no total."""
    (table,) = tables("| a | b |\n|---|---|\n| **x** | 1 |\n| **Total** | **1** |")
    html = text_table_html(table, "k")

    assert '<tr class=""><td class=""><strong>x</strong></td>' in html
    assert '<tr class="total"><td class="">Total</td><td class="figure">1</td></tr>' in html


@pytest.mark.parametrize(
    ("cells", "is_right"),
    [
        (("131", "1,164"), True),
        (("12.5%", "..", "–"), True),
        (("5^a^", "7"), True),
        (("5", "none"), False),
        (("5 courts", "7 courts"), False),
        (("", ""), False),
    ],
)
def test_a_column_of_figures_stands_at_the_right(cells: tuple[str, ...], is_right: bool) -> None:
    """Whatever is no figure keeps the whole column at the left."""
    (table,) = tables("| a | b |\n|---|---|\n" + "\n".join(f"| x | {cell} |" for cell in cells))

    assert is_right == ('<th class="figure" colspan="1">b' in text_table_html(table, "k"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Table: Orders\n\n{ROWS}", []),
        (f"Text.\n\n{ROWS}", [("RG870", 2)]),
        ("Text.\nYear\tCases\n2022\t5", [("RG551", 1)]),
        ("\t2022\t2023\nWomen\t1\t2\nMen\t3\t\nAll\t4\t2", [("RG551", 0)]),
        ("\t2022\t2023\t\nWomen\t1\t2\t", [("RG551", 0)]),
        ("\t2022\t2023\nWomen\t1\t2\nMen\t3\nAll\t4\t2", [("RG551", 0), ("RG873", 2)]),
        ("\t2022\t2023\nWomen\t1\t2\nMen\t3\t4\t5", [("RG551", 0), ("RG873", 2)]),
        (f"Table [Orders 2]: Orders\n{ROWS}", [("RG552", 0)]),
        ("Table: Orders\n| Year | Orders |\n|---|---|", [("RG553", 0)]),
        (f"Table: Orders\n{ROWS}\n| 2024 |", [("RG873", 5)]),
        (f"Table: Orders\n{ROWS}\n| 2024 | 5 | 6 |", [("RG873", 5)]),
        (f"Table 3: Orders\n{ROWS}", [("RG874", 0)]),
    ],
)
def test_what_a_table_lacks_is_told_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    """A title, rows, a cell for each column; a typed number is left out."""
    assert expected == problems(text)


@given(st.lists(st.text("ab |\\", max_size=5), min_size=1, max_size=4))
def test_cells_come_back_as_they_were_written(cells: list[str]) -> None:
    """A bar within a cell is written behind a backslash, and is one of its text."""
    plain = [cell.replace("\\", "").strip() or "x" for cell in cells]
    written = "| " + " | ".join(cell.replace("|", "\\|") for cell in plain) + " |"

    assert plain == [cell.strip() for cell in split(written)]


@given(st.text("|-: \t\nTable[]x", max_size=60))
def test_any_lines_are_read(text: str) -> None:
    """No text is too odd; a table that is found ends behind its beginning, and no blocks are lost."""
    lines = text.split("\n")
    found = find_table(lambda number: lines[number] if 0 <= number < len(lines) else None, 0)

    assert found is None or 0 < found.end <= len(lines)
    assert not text.strip() or parse_markdown(text, ()).blocks
