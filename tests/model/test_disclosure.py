"""What a reader can work out: whole small tables are tried, without a look at how numbers are withheld."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model import Indicator, Period
from reportgen.model.merge import Merged, Protected
from reportgen.model.protection import protect
from reportgen.model.small_numbers import SmallNumbers, Withheld

Table = Mapping[tuple[str, str], int]
"""Numbers by part and period; the whole is the part without a name."""


def protected(
    table: Table, by: Mapping[str, str] | None = None, *, below: int = 5, answer: str | None = None, **fields: object
) -> Protected:
    """What is printed of a table."""
    names = list(dict.fromkeys(part for part, _ in table))
    values = {name: {period: value for (part, period), value in table.items() if part == name} for name in names}
    parts = [{"label": name, "by": (by or {}).get(name), "values": values[name]} for name in names if name]
    indicator = Indicator.model_validate(
        {"label": "victims", "values": values.get("", {}), "breakdown": parts, **fields}
    )
    setting = SmallNumbers.model_validate({"below": below, "answers": {"victims": answer} if answer else {}})
    return protect(Merged({"victims": indicator}), setting, lambda words: words == "victims", " and ".join)


def shown(table: Table, found: Protected) -> dict[tuple[str, str], int | range]:
    """The number of each cell that is printed; of the others, the numbers that their marks allow up to 30."""
    indicator = found.merged.indicators["victims"]
    series = {"": indicator, **{part.called(one=False): part for part in indicator.breakdown}}
    cells: dict[tuple[str, str], int | range] = {}
    for name, period in table:
        one = series[name].values[Period.parse(period)]
        if isinstance(one, Withheld):
            cells[name, period] = range(1, one.below) if one.below else range(31)
        else:
            cells[name, period] = int(one.value or 0)
    return cells


def is_safe(table: Table, cells: Mapping[tuple[str, str], int | range], tables: Iterable[Table]) -> bool:
    """Whether each withheld number but nought has two values among the tables that look like what is printed."""
    return all(len(values) > 1 for cell, values in possible(cells, tables).items() if table[cell])


def possible(cells: Mapping[tuple[str, str], int | range], tables: Iterable[Table]) -> dict[tuple[str, str], set[int]]:
    """The values that each withheld number has in the tables that look like what is printed."""
    found: dict[tuple[str, str], set[int]] = {cell: set() for cell, one in cells.items() if isinstance(one, range)}
    for table in tables:
        if all(table[cell] in one if isinstance(one, range) else table[cell] == one for cell, one in cells.items()):
            for cell, values in found.items():
                values.add(table[cell])
    return found


def halves(numbers: Sequence[int]) -> Table:
    """Women and men by halves of a year, with all sums."""
    table: dict[tuple[str, str], int] = {}
    for name, pair in (("women", numbers[:2]), ("men", numbers[2:])):
        table |= {(name, "2023-H1"): pair[0], (name, "2023-H2"): pair[1], (name, "2023"): sum(pair)}
    return table | {("", one): table["women", one] + table["men", one] for one in ("2023-H1", "2023-H2", "2023")}


def crossed(numbers: Sequence[int]) -> Table:
    """Victims by sex and by age; the last age follows from the others."""
    women, men, *ages = numbers
    table = {"women": women, "men": men, **{f"age {place}": one for place, one in enumerate(ages)}}
    table["old"] = women + men - sum(ages)
    return {("", "2023"): women + men, **{(name, "2023"): value for name, value in table.items()}}


SEX_AND_AGE = {"women": "sex", "men": "sex", "age 0": "age", "age 1": "age", "old": "age"}


@cache
def all_halves() -> Sequence[Table]:
    """Every table of halves with numbers up to 7."""
    return [halves(numbers) for numbers in itertools.product(range(8), repeat=4)]


@cache
def all_crossed() -> Sequence[Table]:
    """Every table by sex and age with numbers up to 11."""
    tables = (crossed(numbers) for numbers in itertools.product(range(12), repeat=4))
    return [one for one in tables if one["old", "2023"] >= 0]


def without(table: Table, cells: Iterable[tuple[str, str]]) -> Table:
    """A table of which some numbers were not given."""
    return {cell: value for cell, value in table.items() if cell not in set(cells)}


@pytest.mark.parametrize("lacking", [(), ("",), ("women", "men"), ("", "women", "men")])
@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.integers(3, 6))
def test_halves_and_their_sums_tell_nothing(lacking: Sequence[str], numbers: Sequence[int], below: int) -> None:
    """Two parts by two halves, with and without the year of the whole and of the parts."""
    table = without(halves(numbers), [(name, "2023") for name in lacking])
    cells = shown(table, protected(table, below=below))

    assert is_safe(table, cells, all_halves())


@pytest.mark.parametrize("lacking", [[], [("", "2023")]])
@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.integers(3, 6))
def test_two_breakdowns_tell_nothing(lacking: Sequence[tuple[str, str]], numbers: Sequence[int], below: int) -> None:
    """Sex and age of the same victims; where the whole is not printed, the other breakdown gives it."""
    if crossed(numbers)["old", "2023"] < 0:
        numbers = [numbers[0] + numbers[2], numbers[1] + numbers[3], *numbers[2:]]
    table = without(crossed(numbers), lacking)
    cells = shown(table, protected(table, SEX_AND_AGE, below=below))

    assert is_safe(table, cells, all_crossed())


@pytest.mark.parametrize("lacking", [["rest"], []])
@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=3), st.integers(0, 5), st.integers(3, 6))
def test_what_is_not_given_tells_nothing(lacking: Sequence[str], numbers: Sequence[int], rest: int, below: int) -> None:
    """A part without data, or parts that do not make up the whole: the others are no more than the whole."""
    table = {(f"part {place}", "2023"): value for place, value in enumerate(numbers)}
    table |= {("", "2023"): sum(numbers) + rest}
    table |= {(part, "2022"): 50 for part in lacking}
    found = protected(table, below=below, exhaustive=bool(lacking))
    cells = shown(table, found)
    every = itertools.product(range(30), repeat=len(numbers))
    tables = [
        {**table, **{(f"part {place}", "2023"): value for place, value in enumerate(one)}}
        for one in every
        if (sum(one) if lacking else max(one)) <= sum(numbers) + rest
    ]

    assert is_safe(table, cells, tables)


def years(numbers: Sequence[int]) -> Table:
    """Three parts in three years, with all sums."""
    table = {(part, year): numbers[3 * place + at] for place, part in enumerate("abc") for at, year in enumerate(YEARS)}
    table |= {(part, SPAN): sum(table[part, year] for year in YEARS) for part in "abc"}
    return table | {("", one): sum(table[part, one] for part in "abc") for one in (*YEARS, SPAN)}


YEARS, SPAN = ("2021", "2022", "2023"), "2021-2023"


def years_alike(table: Table, cells: Mapping[tuple[str, str], int | range]) -> Iterator[Table]:
    """Every table whose years look like what is printed."""
    columns = []
    for year in YEARS:
        whole, allowed = table["", year], [cells[part, year] for part in "abc"]
        triples = ((one, other, whole - one - other) for one in range(whole + 1) for other in range(whole + 1 - one))
        columns.append([one for one in triples if all(map(may_be, one, allowed))])
    for made in itertools.product(*columns):
        yield years([value for row in zip(*made, strict=True) for value in row])


def may_be(value: int, cell: int | range) -> bool:
    """Whether a number fits what is printed."""
    return value in cell if isinstance(cell, range) else value == cell


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 4), min_size=9, max_size=9))
def test_three_parts_in_three_years_tell_nothing(numbers: Sequence[int]) -> None:
    """With the sum of the years and the total of each: rows and columns are looked at together."""
    table = years(numbers)
    cells = shown(table, protected(table, below=3))

    assert is_safe(table, cells, years_alike(table, cells))


NUMBERS = {"north": 2, "south": 30, "east": 20}


def regions(numbers: Mapping[str, int], *, is_total_printed: bool) -> Table:
    """Victims by region in one year."""
    total = {("", "2023"): sum(numbers.values())} if is_total_printed else {}
    return {**{(name, "2023"): value for name, value in numbers.items()}, **total}


@pytest.mark.parametrize(
    ("numbers", "is_total_printed", "below", "expected"),
    [
        (NUMBERS, False, 5, {"north": range(1, 5)}),
        (NUMBERS, False, 3, {"north": range(1, 3)}),
        (NUMBERS, True, 5, {"north": range(31), "east": range(31)}),
        ({**NUMBERS, "south": 3}, True, 5, {"north": range(1, 5), "south": range(1, 5)}),
        ({**NUMBERS, "south": 1}, True, 5, {"north": range(31), "south": range(31), "east": range(31)}),
        ({"north": 4, "south": 4}, True, 5, {"north": range(31), "south": range(31)}),
        ({**NUMBERS, "east": 0}, True, 5, {"north": range(31), "south": range(31)}),
    ],
)
def test_no_more_is_withheld_than_has_to_be(
    numbers: Mapping[str, int], expected: Mapping[str, range], below: int, *, is_total_printed: bool
) -> None:
    """One cell where no total tells it; the smallest beside it where one does; marks are alike once one goes along."""
    table = regions(numbers, is_total_printed=is_total_printed)
    cells = shown(table, protected(table, below=below))

    assert {**table, **{(name, "2023"): values for name, values in expected.items()}} == cells


def test_noughts_go_together() -> None:
    """Which of several noughts went along would tell that the number is not there."""
    table = regions({"north": 0, "south": 1, "east": 0}, is_total_printed=True)

    assert 3 == len(protected(table).withheld)


def test_a_year_that_nobody_gave_is_reckoned_with() -> None:
    """What is missing follows from the total and the other part, and then gives away a half."""
    table = {
        ("women", "2023-H1"): 1,
        ("women", "2023"): 30,
        ("men", "2023-H1"): 20,
        ("men", "2023-H2"): 25,
        ("men", "2023"): 45,
        ("", "2023-H1"): 21,
        ("", "2023-H2"): 54,
        ("", "2023"): 75,
    }
    every = [
        {**table, ("women", "2023-H1"): one, ("men", "2023-H1"): 21 - one, ("men", "2023-H2"): 54 - two}
        | {("women", "2023"): one + two, ("men", "2023"): 75 - one - two}
        for one, two in itertools.product(range(22), range(55))
    ]

    assert is_safe(table, shown(table, protected(table)), every)


def test_a_large_table_is_done() -> None:
    """Twenty parts by halves of four years: nothing is told, and not all of it is withheld."""
    names = [f"part {place}" for place in range(20)]
    table = {
        (name, f"{year}-H{half}"): (7 * place + 3 * year + half) % 23
        for place, name in enumerate(names)
        for year in range(2020, 2024)
        for half in (1, 2)
    }
    table |= {
        (name, str(year)): sum(table[name, f"{year}-H{half}"] for half in (1, 2))
        for name in names
        for year in range(2020, 2024)
    }
    table |= {("", period): sum(table[name, period] for name in names) for period in {period for _, period in table}}
    found = protected(table)

    assert not found.told
    assert len(found.withheld) < len(table) / 2


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"": 100, "women": 3, "men": 97}, {"": 100, "women": range(31), "men": range(31)}),
        ({"": 100, "women": 3, "men": 90}, {"": 100, "women": range(1, 5), "men": 90}),
        ({"": 3, "women": 3}, {"": 3, "women": range(1, 5)}),
    ],
)
def test_parts_that_make_up_the_whole_are_reckoned_with(
    table: Mapping[str, int], expected: Mapping[str, int | range]
) -> None:
    """Though nobody says that they are all, a reader sees it; those that leave a rest, or one part alone, tell less."""
    cells = {(name, "2023"): value for name, value in table.items()}

    assert {(name, "2023"): one for name, one in expected.items()} == shown(cells, protected(cells, exhaustive=False))
