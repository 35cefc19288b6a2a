"""Reading whole paragraphs: what is kept, what is left alone and counted, and what hostile text does."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.claims.model import Change, Comparison, Measure, PeriodKind, Ranking, StatedPeriod, Total
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of, read_claims


def test_unread() -> None:
    """A comparison whose values are not given is left alone, and its words are counted."""
    text = "More cases were opened, compared with three or four of each kind elsewhere."
    reading = read_claims(text)

    assert ["compared with"] == [span.of(text) for span in reading.unread]


def test_read_is_not_counted_as_unread() -> None:
    """What was read is not counted again."""
    assert () == read_claims("In 2022, there were 14 cases (compared with 12 in 2021).").unread


def test_spans() -> None:
    """Every quantity stands in the text where its span says."""
    text = "In 2022, some T 2.5 million was paid to 14 persons (compared with 12 in 2021), or 8 per cent of them."
    reading = read_claims(text)

    assert ["T 2.5 million", "14", "12", "8 per cent"] == [one.span.of(text) for one in reading.quantities]
    assert all(one.text == one.span.of(text) for one in reading.quantities)


def test_labels_and_subject() -> None:
    """Parts carry what tells them apart, and a claim carries what it is about."""
    text = (
        "In 2022, the Office received 14 complaints: 6 on grounds of sex, and 8 on grounds of age (2 of them urgent)."
    )
    total = next(claim for claim in read_claims(text).claims if isinstance(claim, Total))

    assert "complaints" == total.subject
    assert ["on grounds of sex", "on grounds of age"] == [part.label for part in total.parts]
    assert total.total is not None
    assert total.total.period is not None
    assert "2022" == total.total.period.written


def test_step_and_scale() -> None:
    """A number in millions is scaled, and knows the step to which it was printed."""
    quantity = read_claims("It cost $2.25 million.").quantities[0]

    assert (Decimal(2250000), Decimal(10000), Measure.MONEY, "$") == (
        quantity.value,
        quantity.step,
        quantity.measure,
        quantity.unit,
    )


def test_nouns_are_inherited() -> None:
    """Earlier values that leave the noun out have that of the current one."""
    text = "In 2022, 14 women were convicted (compared with 12 in 2021)."
    comparison = next(claim for claim in read_claims(text).claims if isinstance(claim, Comparison))

    assert ["women"] == [one.noun for one in comparison.earlier]


@pytest.mark.parametrize(
    ("first", "last", "written", "months"),
    [
        ((2022, 1), (2022, 12), "2022", 12),
        ((2020, 1), (2022, 12), "2020-2022", 36),
        ((2022, 7), (2022, 12), "2022-H2", 6),
        ((2022, 4), (2022, 6), "2022-Q2", 3),
        ((2022, 5), (2022, 5), "2022-05", 1),
        ((2022, 1), (2022, 5), "2022-01/2022-05", 5),
        ((2021, 7), (2022, 6), "2021-07/2022-06", 12),
    ],
)
def test_written_periods(first: tuple[int, int], last: tuple[int, int], written: str, months: int) -> None:
    """A period is written as project files write it."""
    period = StatedPeriod(PeriodKind.PART, "", Span(0, 0), first, last)

    assert (written, months) == (period.written, period.months)


HOSTILE = (
    "1," * 100_000,
    "9" * 200_000,
    "1,111" + ",111" * 50_000 + ",1",
    "(" * 100_000 + "1" + ")" * 100_000,
    "compared with 1 in 2020 (" * 8_000,
    "one hundred " * 15_000,
    "-".join(["twenty"] * 30_000),
    "A1" * 100_000,
    "art. " * 40_000,
    "of whom 1, " * 18_000,
    ": 1; " * 40_000,
    "rose by 1 per cent from " * 8_000,
    "1 to " * 40_000,
    "2020–" * 40_000,
    ".).)" * 50_000,
    "’-" * 100_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text: str) -> None:
    """Two hundred thousand characters of digits, brackets or triggers are read, with every span within the text."""
    reading = read_claims(text)

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in reading.quantities)


_VOCABULARY = (
    "In 2020 2021 , ; : ( ) and of whom which the 12 1,058 3.5 per cent compared with from to by rose fell cases women"
    " including article No. one three half million T $ – first half year breakdown was were each between persons as at"
    " . than more fewer respectively out a third doubled up down"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_words(text: str) -> None:
    """Whatever the order of the words, reading ends, and every claim's quantities are quantities of the text."""
    reading = read_claims(text)
    known = {one.span for one in reading.quantities}

    for claim in reading.claims:
        assert 0 <= claim.span.start <= claim.span.end <= len(text)
        assert isinstance(claim, Change | Ranking) or all(one.span in known for one in quantities_of(claim))
