"""What is worked out follows, by arithmetic on what is printed, from the figures beside it."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sentences.phrase_cases import narrator, report_text, written

from reportgen.sentences import PhraseError
from reportgen.sentences.numerals import rounded

PERCENT = st.decimals(0, 100, places=2)
POSITIVE = st.decimals(Decimal("0.01"), 10**6, places=2)
COUNT = st.integers(1, 10**6).map(Decimal)
MONEY: Mapping[str, Any] = {"unit": {"currency": "T"}}
RATE: Mapping[str, Any] = {"unit": "percent", "measure": "rate"}
MILLIONS: Mapping[str, Any] = {**MONEY, "show": "million"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def numbers(text: str) -> list[Decimal]:
    """The numbers that a sentence prints in figures, its years apart."""
    bare = re.sub(r"[Ii]n \d{4}|per 100,000", "", text)
    return [Decimal(one.replace(",", "")) for one in _NUMBER.findall(bare)]


def say(text: str, *series: Mapping[int, Decimal], **fields: Any) -> str:
    """A sentence with references to indicators `a`, `b`."""
    data = {key: {"values": dict(values), **fields} for key, values in zip("ab", series, strict=False)}
    return written({"indicators": data, "text": text})


def report(values: Mapping[int, Decimal], **fields: Any) -> str:
    """The sentences that an indicator gets by itself."""
    case = {"indicators": {"a": {"label": "budget of the programme", "values": dict(values), **fields}}}
    return "\n".join(report_text(narrator(case), ["a"]))


def fits(printed: Decimal, exact: Decimal) -> bool:
    """Whether a number is another one, rounded to the decimals that are printed, and not rounded to nothing."""
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return abs(printed - exact) * 2 <= step and (printed != 0 or exact == 0)


# ---- differences ----------------------------------------------------------------------------------------------------


@given(PERCENT, PERCENT, st.integers(0, 2))
@example(Decimal("0.03"), Decimal(100), 1)
@example(Decimal("2.31"), Decimal("2.44"), 0)
@example(Decimal("2.31"), Decimal("2.33"), 1)
def test_points_are_the_difference_of_the_printed_percentages(first: Decimal, last: Decimal, digits: int) -> None:
    """From 0.03 to 100 per cent is 99.97 points and not 100, whatever decimals are asked for."""
    text = say(f"It {{{{ a | change(digits={digits}) }}}}.", {2022: first, 2023: last}, unit="percent")

    if first == last:
        assert "unchanged" in text
    else:
        points, before, after = numbers(text)
        assert (before, after, points) == (first, last, abs(last - first))
        assert ("increased" in text) == (last > first)


@given(PERCENT, PERCENT)
@example(Decimal("0.03"), Decimal(100))
def test_generated_points_are_the_difference_of_the_printed_percentages(first: Decimal, last: Decimal) -> None:
    """The same holds of what is written without a reference."""
    text = report({2022: first, 2023: last}, **RATE)

    if "percentage point" in text:
        after, before, points = numbers(text)
        assert points == abs(after - before)


@given(st.one_of(COUNT, POSITIVE), st.one_of(COUNT, POSITIVE), st.integers(1, 30), st.sampled_from([MONEY, RATE]))
@example(Decimal(1), Decimal(2), 3, MONEY)
@example(Decimal(14), Decimal(15), 30, MONEY)
@example(Decimal("2.31"), Decimal("2.33"), 3, RATE)
def test_an_average_change_follows_from_its_ends(
    first: Decimal, last: Decimal, years: int, fields: Mapping[str, Any]
) -> None:
    """From 14 to 15 in thirty years is 0.03 a year: never the one value "in both" years."""
    text = say("It {{ a | yearly_change }}.", {2023 - years: first, 2023: last}, **fields)

    if first == last:
        assert "in both" in text
    else:
        mean, before, after = numbers(text)
        assert (before, after) == (first, last)
        assert fits(mean, abs(last - first) / years)


# ---- means, rates and multiples -------------------------------------------------------------------------------------


@given(st.lists(st.one_of(st.integers(0, 30).map(Decimal), POSITIVE), min_size=2, max_size=30), st.integers(0, 2))
@example([Decimal("2.31"), Decimal("2.33")], 1)
@example([Decimal(0)] * 29 + [Decimal(1)], 1)
def test_a_mean_follows_from_its_years_and_lies_between_them(values: list[Decimal], digits: int) -> None:
    """2.31 and 2.33 are 2.32 on average, and one case in thirty years is not none a year."""
    series = {2024 - len(values) + place: value for place, value in enumerate(values)}
    text = say(f"In 10 years, there was {{{{ a | yearly_average(digits={digits}) }}}}.", series, **MONEY)
    (_, mean), exact = numbers(text), sum(values, Decimal(0)) / len(values)

    assert fits(mean, exact)
    assert min(values) <= mean <= max(values) or digits == 0


@given(st.integers(0, 10**9).map(Decimal), st.integers(1, 10**9).map(Decimal))
@example(Decimal(1), Decimal(9_000_000))
@example(Decimal(9_999_999), Decimal(10_000_000))
def test_a_rate_follows_from_its_figures(part: Decimal, whole: Decimal) -> None:
    """One of nine millions is 0.01 per 100,000 and not none, and all but one are not all."""
    rate = numbers(say("In all, 12 of {{ a | rate_per(b) }}.", {2023: part}, {2023: whole}))[1:]
    exact = part * 100_000 / whole

    assert fits(rate[0], exact) if part else rate in ([], [0])
    assert not part or (rate[0] == 100_000) == (part == whole)


@given(COUNT, COUNT, st.integers(0, 2))
@example(Decimal(2), Decimal(3), 0)
@example(Decimal(100), Decimal(140), 0)
@example(Decimal(100), Decimal(101), 1)
@example(Decimal(100), Decimal(104), 1)
@example(Decimal(10_000), Decimal(10_004), 1)
@example(Decimal(100), Decimal(100), 1)
def test_a_multiple_follows_from_its_ends(first: Decimal, last: Decimal, digits: int) -> None:
    """From 2 to 3 is no twofold increase, and from 100 to 140, or to 104, is a change: 4 per cent."""
    multiple = rounded(max(first, last) / min(first, last), max(digits, 1))
    is_nearly_same = first != last and rounded(abs(last - first) / first * 100, 1) == 0
    frame, ends = f"There was {{{{ a | fold(digits={digits}) }}}}.", {2022: first, 2023: last}
    if multiple < 2 and first != last and not is_nearly_same:
        with pytest.raises(PhraseError):
            say(frame, ends)
    else:
        said = say(frame, ends)
        assert ("virtually no change" in said) == is_nearly_same
        assert said.startswith("There was no change (") == (first == last)


@pytest.mark.parametrize(
    ("parts", "wholes", "expected"),
    [
        ((30, 60), (100, 200), "It remained unchanged at 30 per cent."),
        ((3004, 2996), (10_000, 10_000), "It remained virtually unchanged (30 per cent)."),
        ((3004, 2994), (10_000, 10_000), "It decreased by 0.1 percentage points (from 30 to 29.9 per cent)."),
    ],
)
def test_shares_that_only_rounding_makes_alike_are_not_called_unchanged(
    parts: tuple[int, int], wholes: tuple[int, int], expected: str
) -> None:
    """30.04 per cent and 29.96 per cent are both printed as 30."""
    series = [dict(zip((2022, 2023), map(Decimal, values), strict=True)) for values in (parts, wholes)]

    assert say("It {{ a | share_change(b) }}.", *series) == expected


# ---- money that is shortened ----------------------------------------------------------------------------------------

_CLOSE = st.integers(0, 40).map(lambda step: Decimal(1_000_400 + step * 10))
_CENTS = st.integers(0, 40).map(lambda step: Decimal("15.3401") + Decimal(step) / 10_000)


@given(st.lists(_CLOSE, min_size=2, max_size=4), st.just(MILLIONS))
@example([Decimal(1_000_400), Decimal(1_000_410), Decimal(1_000_420)], MILLIONS)
def test_different_amounts_in_millions_are_printed_differently(
    values: list[Decimal], fields: Mapping[str, Any]
) -> None:
    """No budget "increased every year, from T 1 million to T 1 million"."""
    _assert_told_apart(values, fields)


@given(st.lists(_CENTS, min_size=2, max_size=4))
@example([Decimal("15.3401"), Decimal("15.3402"), Decimal("15.3403")])
@example([Decimal("0.001"), Decimal("0.002")])
def test_different_amounts_of_a_few_cents_are_printed_differently(values: list[Decimal]) -> None:
    """Nor from T 15.34 to T 15.34."""
    _assert_told_apart(values, MONEY)


def _assert_told_apart(values: list[Decimal], fields: Mapping[str, Any]) -> None:
    text = report({2020 + place: value for place, value in enumerate(values)}, **fields)
    printed = set(re.findall(r"T [\d,.]*\d", text))

    assert len(printed) == len(set(values)), text


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1_234_567, 2_345_678), "T 2.346 million (compared with T 1.235 million in 2022), an increase of 90 per cent"),
        ((1_234_567, 1_234_568), "T 1.234568 million (compared with T 1.234567 million in 2022)"),
    ],
)
def test_amounts_that_differ_stay_short(values: tuple[int, int], expected: str) -> None:
    """Three decimals of a million suffice where they tell the amounts apart."""
    text = report({2022: Decimal(values[0]), 2023: Decimal(values[1])}, **MILLIONS)

    assert text == f"In 2023, the budget of the programme amounted to {expected}."
