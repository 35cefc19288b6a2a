"""The tables of a statistical annex: what gets a column, what a row, and what is said of figures."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Indicator, Period
from reportgen.sentences import Narrator, Options, Phrase, TableCell, TableRow, TableSpec

YEARS = tuple(Period.of_year(year) for year in (2020, 2021, 2022, 2023))


def narrator(indicators: dict[str, Any], language: str = "en") -> Narrator:
    """A narrator of indicators given as plain data, with ordinary spaces."""
    made = {key: Indicator.model_validate(indicator) for key, indicator in indicators.items()}
    return Narrator(made, language, Options(non_breaking_spaces=False))


def annex(indicators: dict[str, Any], years: tuple[Period, ...] = YEARS, language: str = "en") -> list[TableSpec]:
    """The tables of indicators that are all of one agency."""
    return narrator(indicators, language).annex("Courts", [(key, "Court; register") for key in indicators], years)


def written(cell: TableCell) -> str:
    """A cell as it is printed, with its notes in braces."""
    teller = narrator({})
    notes = "".join(f" {{{printed(teller.realise(note))}}}" for note in cell.notes)
    return printed(teller.realise_cell(cell.parts)) + notes


def printed(parts: list[Any]) -> str:
    """Realised parts as one text."""
    return "".join(part if isinstance(part, str) else "".join(run.text for run in part) for part in parts)


def rows(table: TableSpec) -> list[list[str]]:
    """The rows of a table, without the column of the source; a total ends with !, a part with <."""
    return [[*map(written, row.cells[:-1]), *_sign(row)] for row in table.rows]


def _sign(row: TableRow) -> list[str]:
    return ["!"] if row.is_total else ["<"] if row.is_part else []


def heads(table: TableSpec) -> list[str]:
    """The column heads."""
    return [printed(narrator({}).realise_cell(head)) for head in table.head]


def caption(table: TableSpec) -> str:
    """The caption."""
    return printed(narrator({}).realise(table.caption))


def test_years_are_columns_and_each_row_names_its_agency_and_source() -> None:
    """What was not given for a year of the table is two dots, nil is a dash."""
    (table,) = annex({"cases": {"label": "cases", "values": {2021: 1058, 2023: 0}}})

    assert "Courts: figures by year, 2021–2023" == caption(table)
    assert ["Indicator", "2021", "2023", "Agency and source"] == heads(table)
    assert [["Cases", "1,058", "–"]] == rows(table)
    assert ["Court; register"] == [written(row.cells[-1]) for row in table.rows]


@pytest.mark.parametrize(
    ("indicator", "label", "figure"),
    [
        (
            {"label": "proportion of women", "unit": "percent", "values": {2023: Decimal("21.02")}},
            "Proportion of women (per cent)",
            "21.02",
        ),
        (
            {"label": "amounts paid", "unit": {"currency": "T"}, "values": {2023: 49456000}},
            "Amounts paid (T)",
            "49,456,000",
        ),
        (
            {"label": "amounts paid", "unit": {"currency": "T"}, "show": "million", "values": {2023: 202000000}},
            "Amounts paid (T)",
            "202,000,000",
        ),
        ({"label": "position in the index", "unit": "rank", "values": {2023: 65}}, "Position in the index", "65"),
        ({"label": "victims", "unit": {"one": "person", "other": "persons"}, "values": {2023: 3}}, "Victims", "3"),
        ({"label": "new cases", "unit": {"one": "case", "other": "cases"}, "values": {2023: 3}}, "New cases", "3"),
        (
            {"label": "losses", "unit": {"one": "hectare", "other": "hectares"}, "values": {2023: -2}},
            "Losses (hectares)",
            "−2",
        ),
        ({"values": {2023: 3}}, "Cases", "3"),
    ],
)
def test_the_label_names_the_unit_and_the_figure_stands_bare(
    indicator: dict[str, Any], label: str, figure: str
) -> None:
    """A unit that the label says already is not said twice."""
    (table,) = annex({"cases": indicator})

    assert [[label, figure]] == rows(table)


def test_figures_of_an_indicator_have_the_same_number_of_decimals() -> None:
    """They are compared with each other; nil stays a dash, and a figure never loses a decimal."""
    values = {2020: Decimal(20), 2021: Decimal("20.25"), 2022: Decimal(0), 2023: Decimal("19.5")}
    (table,) = annex({"share": {"label": "proportion of women", "unit": "percent", "values": values}})

    assert [["Proportion of women (per cent)", "20.00", "20.25", "–", "19.50"]] == rows(table)


def test_parts_stand_set_in_below_a_bold_whole_that_they_make_up() -> None:
    """Parts that do not make it up are some of it, and the whole is no total."""
    parts = [{"label": "women", "values": {2023: 3}}, {"label": "men", "values": {2023: 7}}]
    (table,) = annex(
        {
            "staff": {"label": "staff", "values": {2023: 10}, "breakdown": parts},
            "other": {"label": "others", "values": {2023: 12}, "breakdown": parts, "exhaustive": False},
        }
    )

    assert [
        ["Staff", "10", "!"],
        ["Women", "3", "<"],
        ["Men", "7", "<"],
        ["Others", "12"],
        ["Of which: women", "3", "<"],
        ["Of which: men", "7", "<"],
    ] == rows(table)


def test_a_whole_without_its_parts_beside_it_is_no_total() -> None:
    """For another period, or in another table, where only the whole is known."""
    parts = [{"label": "women", "values": {2023: 3}}, {"label": "men", "values": {2023: 7}}]
    by_year, other = annex({"staff": {"label": "staff", "values": {2023: 10, "2020-2022": 31}, "breakdown": parts}})

    assert [True, False, False] == [row.is_total for row in by_year.rows]
    assert [["Staff", "2020–2022", "31"]] == rows(other)


def test_parts_of_several_breakdowns_name_what_they_divide_by() -> None:
    """Else women and minors would look like parts of one sum."""
    parts = [
        {"label": "women", "by": "sex", "values": {2023: 3}},
        {"label": "minors", "by": "age", "values": {2023: 1}},
    ]
    (table,) = annex({"staff": {"label": "staff", "values": {2023: 3}, "breakdown": parts}})

    assert ["Staff", "Sex: women", "Age: minors"] == [row[0] for row in rows(table)]
    assert ["Court; register", "Idem", "Idem"] == [written(row.cells[-1]) for row in table.rows]


def test_only_reporting_years_are_columns() -> None:
    """Any other year, part of a year or span has its period beside it in a table of its own, however many have it."""
    by_year, other = annex(
        {
            "cases": {"label": "cases", "values": {2019: 7, 2020: 9}},
            "deaths": {"label": "deaths", "values": {2012: 16}},
            **{f"i{n}": {"label": f"kind {n}", "values": {"2020-2023": 9 * n}} for n in (1, 2, 3)},
        }
    )

    assert ["Indicator", "2020", "Agency and source"] == heads(by_year)
    assert [["Cases", "9"]] == rows(by_year)
    assert "Courts: figures for other periods" == caption(other)
    assert [
        ["Cases", "2019", "7"],
        ["Deaths", "2012", "16"],
        ["Kind 1", "2020–2023", "9"],
        ["Kind 2", "2020–2023", "18"],
        ["Kind 3", "2020–2023", "27"],
    ] == rows(other)


def test_many_years_make_several_tables() -> None:
    """None has more columns than a page holds, and no figure is lost."""
    years = tuple(Period.of_year(year) for year in range(2004, 2024))
    tables = annex({"cases": {"label": "cases", "values": {year.year: year.year - 2000 for year in years}}}, years)

    assert [6, 7, 7] == [len(table.head) - 2 for table in tables]
    assert [str(year - 2000) for year in range(2004, 2024)] == [cell for table in tables for cell in rows(table)[0][1:]]


def test_what_must_be_said_of_a_figure_is_a_note_to_it() -> None:
    """Provisional and revised figures, remarks and breaks each have theirs; what several share stands at the label."""
    values: dict[int, object] = {
        2020: {"value": 348, "previous": 384},
        2021: {"value": 300, "note": "without the capital"},
        2022: {"value": 250, "status": "provisional"},
        2023: {"value": 260, "status": "provisional"},
    }
    (table,) = annex({"cases": {"label": "cases", "values": values, "breaks": {2021: "the new Code"}}})

    assert [
        [
            "Cases {The figures for 2022 and 2023 are provisional.}",
            "348 {Revised; the last report gave 384.}",
            "300 {Without the capital.} {Not comparable with earlier figures owing to the new Code.}",
            "250",
            "260",
        ]
    ] == rows(table)


BROKEN = "Not comparable with earlier figures owing to the new Code."


@pytest.mark.parametrize(
    ("values", "parts", "start", "noted"),
    [
        ({2018: 1, 2019: 2, 2020: 3}, {}, 2019, {("Cases", "2019")}),
        ({2018: 1, 2020: 3, 2021: 4}, {}, 2019, {("Cases", "2020")}),
        ({"2021-H1": 1, "2022-H1": 2, "2023-H1": 3}, {}, "2022-H1", {("Cases", "The first half of 2022")}),
        ({2021: 4, "2022-H1": 2, 2022: 5, 2023: 6}, {}, 2022, {("Cases", "The first half of 2022"), ("Cases", "2022")}),
        ({}, {2021: 1, 2022: 2, 2023: 3}, 2022, {("Of which: women", "2022")}),
        ({2023: 9}, {2021: 1, 2022: 2, 2023: 3}, 2022, {("Of which: women", "2022")}),
        ({2021: 9, 2022: 8, 2023: 7}, {2021: 1, 2022: 2, 2023: 3}, 2022, {("Cases", "2022")}),
        ({2020: 3, 2021: 4}, {}, 2019, set()),
        ({2018: 1, 2019: 2}, {}, 2020, set()),
    ],
)
def test_a_break_is_noted_wherever_the_figures_before_it_stand(
    values: dict[int | str, int], parts: dict[int, int], start: int | str, noted: set[tuple[str, str]]
) -> None:
    """In another table, in another row, or at the parts alone; never where only one side of it is printed."""
    breakdown = [{"label": "women", "values": parts, "exhaustive": False}] if parts else []
    cases = {"label": "cases", "values": values, "breakdown": breakdown, "breaks": {start: "the new Code"}}
    found = set()
    for table in annex({"cases": cases}):
        for label, *cells in rows(table):
            for head, cell in zip(heads(table)[1:-1], cells, strict=False):
                if BROKEN in cell:
                    found.add((label, cells[0] if head == "Figure" else head))

    assert noted == found


def test_an_indicator_without_data_says_so_and_one_of_which_nothing_was_said_is_left_out() -> None:
    """That there are no data is an answer to the Committee."""
    (table,) = annex({"cases": {"label": "cases", "values": {2023: None}}, "none": {"label": "none"}})

    assert [["Cases", "2023", ".."]] == rows(table)
    assert [] == annex({"none": {"label": "none"}})


def test_an_indicator_without_data_stands_in_the_first_table_alone() -> None:
    """Where many years make several tables, each would say again that there are no data."""
    years = tuple(Period.of_year(year) for year in range(2004, 2024))
    full = {"label": "cases", "values": {year.year: 1 for year in years}}
    tables = annex({"full": full, "empty": {"label": "deaths", "values": {2023: None}}}, years)

    assert [["Cases", "Deaths"], ["Cases"], ["Cases"]] == [[row[0] for row in rows(table)] for table in tables]


def test_the_words_are_those_of_the_language() -> None:
    """French has its own heads, spaces and signs."""
    (table,) = annex(
        {"cases": {"label": "plaintes", "unit": "percent", "values": {2023: Decimal("1.5")}}}, language="fr"
    )

    assert "Courts : chiffres annuels, 2023" == printed(narrator({}, "fr").realise(table.caption))
    assert "Plaintes (en pourcentage)" == written(table.rows[0].cells[0])


periods = st.sampled_from(["2012", "2019", "2020", "2021", "2022", "2023", "2020-2023", "2023-H1", "2022-05"])
figures = st.integers(-1000, 10**9)
series = st.dictionaries(periods, st.none() | figures, max_size=6)


@given(st.lists(st.tuples(series, st.lists(series, max_size=3)), min_size=1, max_size=5))
def test_every_figure_stands_in_the_annex_exactly_once(given_: list[tuple[Any, list[Any]]]) -> None:
    """Whatever periods there are, none is lost and none is said twice, and each knows where it came from."""
    indicators = {
        f"i{n}": {
            "label": "cases",
            "values": values,
            "breakdown": [{"label": f"part {k}", "values": part} for k, part in enumerate(parts)],
        }
        for n, (values, parts) in enumerate(given_)
    }
    expected = {
        (f"i{n}", place, Period.parse(period))
        for n, (values, parts) in enumerate(given_)
        for place, each in ((None, values), *enumerate(parts))
        for period, value in each.items()
        if value is not None
    }

    found = [
        (source.indicator, source.part, *source.periods)
        for table in annex(indicators)
        for row in table.rows
        for cell in row.cells
        for part in cell.parts
        if isinstance(part, Phrase)
        for source in part.sources
    ]
    assert len(expected) == len(found)
    assert expected == set(found)


@given(st.lists(series, min_size=1, max_size=4))
def test_every_row_has_a_cell_for_each_column(given_: list[Any]) -> None:
    """And names agency and source in the last."""
    for table in annex({f"i{n}": {"label": "cases", "values": values} for n, values in enumerate(given_)}):
        assert {len(table.head)} == {len(row.cells) for row in table.rows}
        assert {"Court; register"} == {written(row.cells[-1]) for row in table.rows}


@pytest.mark.parametrize(
    ("language", "label", "unit", "shown"),
    [
        ("ru", "жалобы", "человек|люди", " (человек)"),
        ("ru", "жалобы", "уголовное дело|уголовные дела", " (уголовных дел)"),
        ("ru", "жалобы", "qwx|qwxs", " (qwxs)"),
        ("fr", "жалобы", "affaire|affaires", " (affaires)"),
        ("ar", "жалобы", "قضية|قضايا", " (قضايا)"),
        ("en", "жалобы", "case|cases", " (cases)"),
        ("ru", "потерпевшие, получившие компенсацию", "потерпевший|потерпевшие", ""),
        ("ru", "гражданские дела, в которых применялся Пакт", "гражданское дело|гражданские дела", ""),
        ("ru", "лица, осужденные по статье 120", "человек|люди", " (человек)"),
        ("ar", "البلاغات الواردة", "بلاغ|بلاغات", ""),
        ("ar", "القضايا المدنية", "قضية مدنية|قضايا مدنية", ""),
        ("ar", "سكان الريف", "نسمة|نسمات", " (نسمات)"),
        ("zh", "酷刑申诉", "起申诉|起申诉", ""),
        ("zh", "被引渡者", "人|人", "(人)"),
        ("zh", "不予受理的申诉", "件|件", "(件)"),
        ("fr", "plaintes reçues", "plainte|plaintes", ""),
    ],
)
def test_a_row_names_the_unit_that_its_label_does_not(language: str, label: str, unit: str, shown: str) -> None:
    """In the form of its language: Russian gives that behind many, `человек`, where it is known; the others the plural.

    A comma, an article and a measure word do not make another noun of it.
    """
    one, other = unit.split("|")
    counted = {"label": label, "unit": {"one": one, "other": other}, "values": {2023: 3}}
    (table,) = annex({"a": counted}, language=language)

    assert label[:1].upper() + label[1:] + shown == table.rows[0].cells[0].parts[0]
