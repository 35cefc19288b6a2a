"""The door of narrative: settings, cells, subjects, and what others build on."""

from decimal import Decimal
from typing import Any

import pytest
from sentences.phrase_cases import indicators, parts, realised

from reportgen.model import Period
from reportgen.sentences import Narrator, Options, PhraseError, Run, Source, TableSpec

DATA: dict[str, Any] = {
    "victims": {"unit": {"one": "person", "other": "persons"}, "values": {2022: 1058, 2023: 3}},
    "none": {"values": {2023: 0}},
    "share": {"unit": "percent", "values": {2022: 54.1, 2023: 55.4}},
    "paid": {"unit": {"currency": "T"}, "values": {2023: 202000000}, "show": "million"},
    "place": {"unit": "rank", "values": {2023: 62}},
    "cases": {"label": "cases", "values": dict.fromkeys(range(2019, 2024), 12) | {2023: 14}},
}


def writer(**options: Any) -> Narrator:
    """A narrator of the data above."""
    return Narrator(indicators(DATA), options=Options(**options))


def text(narrator: Narrator, written: str) -> str:
    """A text with its references written out."""
    return "".join(run.text for run in realised(narrator, list(parts(narrator, written))))


def cell(narrator: Narrator, key: str) -> str:
    """A bare reference in a cell."""
    (runs,) = narrator.realise_cell([narrator.value(narrator.subject(key))])
    assert not isinstance(runs, str)
    return "".join(run.text for run in runs)


def test_a_cell_holds_figures() -> None:
    """In a table every number is a figure, a place too, and nothing is a dash."""
    narrator = writer()

    assert ["3", "–", "62"] == [cell(narrator, key) for key in ("victims", "none", "place")]


def test_a_phrase_by_itself_is_no_sentence() -> None:
    """What stands alone, as an example or a heading does, is neither capitalized nor turned into words at its start."""
    assert "1,058 persons" == text(writer(), "{{ victims | value(2022, unit=True) }}")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("{{ share }}", "55.4\u00a0per cent"),
        ("{{ paid }}", "T\u00a0202\u00a0million"),
        ("{{ share | change(show='none') }}", "increased by 1.3\u00a0percentage points"),
    ],
)
def test_a_figure_and_its_unit_stay_on_one_line(reference: str, expected: str) -> None:
    """No line breaks between a number and per cent, a symbol and its amount, an amount and million."""
    assert f"It was {expected}." == text(writer(), f"It was {reference}.")
    assert f"It was {expected}.".replace("\u00a0", " ") == text(
        writer(non_breaking_spaces=False), f"It was {reference}."
    )


def test_a_figure_is_a_run_with_its_source() -> None:
    """The value of 2023, its noun apart from it."""
    narrator = writer()
    runs = realised(narrator, list(parts(narrator, "There were {{ victims | value(unit=True) }}.")))

    assert [
        Run("There were "),
        Run("three", (Source("victims", None, (Period.of_year(2023),)),), Decimal(3)),
        Run(" persons"),
        Run("."),
    ] == runs


def test_a_percentage_worked_out_names_both_observations() -> None:
    """A change comes from two values, and says so."""
    narrator = writer()
    runs = realised(narrator, list(parts(narrator, "It {{ victims | change }}.")))
    worked_out = next(run for run in runs if "per cent" in run.text)

    (source,) = worked_out.sources
    assert ("victims", (Period.of_year(2022), Period.of_year(2023))) == (source.indicator, source.periods)
    assert source.is_change


def test_the_reference_period_is_the_latest() -> None:
    """What came later than the reference is seen only where it is named."""
    narrator = writer(reference=Period.of_year(2022))

    assert "It was 1,058 and 3." == text(narrator, "It was {{ victims }} and {{ victims | at(2023) }}.")


@pytest.mark.parametrize(("limit", "tables"), [(5, 1), (6, 0)])
def test_long_runs_become_tables_above_a_setting(limit: int, tables: int) -> None:
    """The number of figures from which on a table is made is a setting."""
    blocks = writer(table_from=limit).report(["cases"])

    assert tables == sum(isinstance(block, TableSpec) for block in blocks)


def test_an_unknown_key_is_refused_with_the_nearest() -> None:
    """A slip of the keyboard is answered with the right key."""
    with pytest.raises(PhraseError) as raised:
        writer().subject("victms")

    assert "did you mean “victims”?" == raised.value.values["nearest"]


def test_another_separator_of_sentences_than_a_space_is_seen() -> None:
    """An empty line begins a new sentence, a line break within one does not."""
    assert "It was so\n\nThree men" == text(writer(), "It was so\n\n{{ victims }} men")
    assert "It was so and\nthree men" == text(writer(), "It was so and\n{{ victims }} men")


@pytest.mark.parametrize(
    ("count", "years", "fields", "tables"),
    [
        (5, 3, {}, 1),
        (4, 3, {}, 0),
        (5, 2, {}, 0),
        (5, 3, {"breakdown": [{"label": "women", "exhaustive": False, "values": {2023: 1}}]}, 0),
    ],
)
def test_many_series_share_a_table_where_each_has_a_row(
    count: int, years: int, fields: dict[str, Any], tables: int
) -> None:
    """More than four, each with three figures and nothing besides; all others are told in sentences."""
    values = {year: year - 2000 for year in range(2024 - years, 2024)}
    data = {f"a{number}": {"label": f"cases of kind {number}", "values": values, **fields} for number in range(count)}
    blocks = Narrator(indicators(data)).report(list(data))

    assert tables == sum(isinstance(block, TableSpec) for block in blocks)


def test_a_cell_of_a_table_is_one_of_figures_whether_or_not_there_is_a_figure() -> None:
    """Two dots stand to the right as the figures above and below them do; the names of the rows do not."""
    data = {"cases": {"label": "cases", "values": dict.fromkeys(range(2012, 2024), 12) | {2015: None}}}
    (table,) = [one for one in Narrator(indicators(data)).report(["cases"]) if isinstance(one, TableSpec)]

    assert [[False, True]] * 12 == [[cell.is_figure for cell in row.cells] for row in table.rows]
