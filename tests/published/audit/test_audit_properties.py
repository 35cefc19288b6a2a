"""Reports that are made up with slips of known kinds: each is found, and nothing else."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from build import document, paragraph
from hypothesis import given
from hypothesis import strategies as st

from reportgen.published.audit.findings import audit_document

Numbers = list[int]
"""Four numbers from 20 to 400 and one from 1 to 9 that says how large a slip is."""


def percent(part: int, whole: int) -> Decimal:
    """A share in per cent, to one decimal place."""
    return (Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def colon(numbers: Numbers, *, slip: bool) -> list[str]:
    """A total and its parts behind a colon."""
    a, b, c, _, by = numbers
    total = a + b + c + (by if slip else 0)
    return [f"In 2022, inspectors filed {total:,} remarks: {a} on wages, {b:,} on safety and {c} on working hours."]


def of_whom(numbers: Numbers, *, slip: bool) -> list[str]:
    """A total of men and women."""
    a, b, _, _, by = numbers
    return [f"The academy trained {a + b + (by if slip else 0)} recruits, of whom {a} were women and {b} were men."]


def share(numbers: Numbers, *, slip: bool) -> list[str]:
    """A share with its part and whole."""
    a, b, _, _, by = numbers
    said = percent(a, a + b) + (Decimal(by) / 2 if slip else 0)
    return [f"Women hold {said} per cent of seats in village councils ({a} out of {a + b})."]


def change(numbers: Numbers, *, slip: bool) -> list[str]:
    """A change in per cent with its two values."""
    a, b, _, _, by = numbers
    start, end = a + 100, a + b + 100
    said = percent(end - start, start) + (Decimal(by) / 2 if slip else 0)
    return [f"Visits to libraries rose by {said} per cent, from {start} in 2019 to {end} in 2021."]


def direction(numbers: Numbers, *, slip: bool) -> list[str]:
    """A word that says which way a value went."""
    a, b, _, _, _ = numbers
    word = "increased" if slip else "decreased"
    return [f"The number of landslides {word} from {a + b} in 2018 to {a} in 2020."]


def period(numbers: Numbers, *, slip: bool) -> list[str]:
    """A comparison of years, or of several years with one."""
    a, b, _, _, _ = numbers
    years = "2020–2022" if slip else "2022"
    return [f"In {years}, {a + b} orphans found foster parents (compared with {a} in 2019)."]


def conflict(numbers: Numbers, *, slip: bool) -> list[str]:
    """One quantity in two places."""
    a, _, _, _, by = numbers
    text = "In 2021, forest rangers reported {} illegal shipments of timber by sea from coastal provinces."
    return [text.format(a), text.format(a + by)] if slip else [text.format(a)]


def duplicate(numbers: Numbers, *, slip: bool) -> list[str]:
    """A sentence that stands twice."""
    del numbers
    text = (
        "Apprentices who leave a workshop before the end of their contract keep the wages that they have earned, and"
        " no master may withhold tools, papers or certificates that belong to them."
    )
    return [text, text if slip else "Nothing else has changed for apprentices."]


def placeholder(numbers: Numbers, *, slip: bool) -> list[str]:
    """A note to the authors."""
    return ["The bridge is open [insert the date]." if slip else f"The bridge is open on {numbers[0]} days."]


def order(numbers: Numbers, *, slip: bool) -> list[str]:
    """Years in an order of their own, beside two lists that ascend."""
    a, b, c, d, _ = numbers
    years = (2021, 2020, 2019) if slip else (2019, 2020, 2021)
    lists = (("wells", (2019, 2020, 2021)), ("dams", (2019, 2020, 2021)), ("mills", years))
    return [
        f"In 2022, {a} {what} were built (compared with {b} in {one}, {c} in {two} and {d} in {three})."
        for what, (one, two, three) in lists
    ]


def spacing(numbers: Numbers, *, slip: bool) -> list[str]:
    """A space that is missing."""
    return [f"Harvests were poor in{' ' * (not slip)}2017 on {numbers[0]} farms."]


Maker = Callable[..., list[str]]
MAKERS: dict[str, Maker] = {
    "sum-mismatch": colon,
    "sum-mismatch of whom": of_whom,
    "share-mismatch": share,
    "change-mismatch": change,
    "direction-mismatch": direction,
    "period-mismatch": period,
    "conflict": conflict,
    "duplicate": duplicate,
    "placeholder": placeholder,
    "year-order": order,
    "typo-spacing": spacing,
}
NUMBERS = st.tuples(*[st.integers(20, 400)] * 4, st.integers(1, 9)).map(list)


@given(st.permutations(list(MAKERS)), st.sets(st.sampled_from(list(MAKERS))), st.data())
def test_slips_are_found_and_nothing_else(kinds: list[str], slips: set[str], data: st.DataObject) -> None:
    """Of a report in any order with slips of any kinds, just these kinds are found; without slips, nothing is."""
    texts = [text for kind in kinds for text in MAKERS[kind](data.draw(NUMBERS), slip=kind in slips)]
    audited = audit_document(document(*map(paragraph, texts)))

    assert sorted(kind.partition(" ")[0] for kind in slips) == sorted(one.code.value for one in audited.findings)
