"""Heads on several levels, and cells over several columns and rows, as they are printed."""

from reportgen.document.cells import head_rows, heads_above, place_cells, with_going
from reportgen.document.tree import Cell, Row, Table, Text
from reportgen.document.walk import plain_text


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """Return a cell; without a text it is empty."""
    return Cell((Text(text),) if text else (), columns=columns, rows=rows)


def shown(table: Table) -> list[list[tuple[str, int, int, int]]]:
    """Return the printed heads: text, first column, columns, rows."""
    rows = head_rows(table)
    return [[(plain_text(one.cell.children), one.column, one.columns, one.rows) for one in row] for row in rows]


def table(*rows: tuple[Cell, ...]) -> Table:
    """Return a table whose last row of heads is that of its columns."""
    return Table((), rows[-1], (), over=rows[:-1])


def test_one_row_of_heads_is_printed_as_it_is() -> None:
    """Nothing is above it, and nothing is joined, not even empty heads beside each other."""
    assert [[("", 0, 1, 1), ("", 1, 1, 1), ("2023", 2, 1, 1)]] == shown(table((cell(""), cell(""), cell("2023"))))


def test_a_head_with_nothing_above_it_reaches_up() -> None:
    """`Region` stands beside 2022 and 2023, over both rows."""
    made = table(
        (cell(""), cell("2022", 2), cell("2023", 2)),
        tuple(map(cell, ("Region", "Women", "Men", "Women", "Men"))),
    )

    assert [
        [("Region", 0, 1, 2), ("2022", 1, 2, 1), ("2023", 3, 2, 1)],
        [("Women", 1, 1, 1), ("Men", 2, 1, 1), ("Women", 3, 1, 1), ("Men", 4, 1, 1)],
    ] == shown(made)


def test_a_wide_head_over_empty_heads_reaches_down() -> None:
    """`Total` over two columns without heads of their own takes both rows."""
    made = table((cell("2022", 2), cell("Total", 2)), (cell("Women"), cell("Men"), cell(""), cell("")))

    assert [[("2022", 0, 2, 1), ("Total", 2, 2, 2)], [("Women", 0, 1, 1), ("Men", 1, 1, 1)]] == shown(made)


def test_two_heads_one_above_the_other_stay_two() -> None:
    """Each says something of its own."""
    assert [[("2022", 0, 1, 1)], [("Women", 0, 1, 1)]] == shown(table((cell("2022"),), (cell("Women"),)))


def test_each_column_knows_all_heads_above_it() -> None:
    """A figure under `Women` under `2022` is one of 2022."""
    made = table((cell(""), cell("2022", 2)), tuple(map(cell, ("Region", "Women", "Men"))))

    texts = [[plain_text(one.children) for one in heads] for heads in heads_above(made)]
    assert [["Region"], ["2022", "Women"], ["2022", "Men"]] == texts


def test_a_cell_over_two_rows_goes_on_in_the_second() -> None:
    """Word wants a cell there; the columns beside it keep their places."""
    rows = (
        Row((cell("North", rows=2), cell("2022"), cell("5"))),
        Row((cell("", columns=0), cell("2023"), cell("6"))),
        Row((cell("South"), cell("2023"), cell("7"))),
    )

    going = [[(one.column, begins) for one, begins in row] for row in with_going(map(place_cells, rows))]
    assert [
        [(0, True), (1, True), (2, True)],
        [(0, False), (1, True), (2, True)],
        [(0, True), (1, True), (2, True)],
    ] == going
