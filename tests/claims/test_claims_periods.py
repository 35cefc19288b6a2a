"""Periods in words and in figures: which months they cover, and what is none."""

import pytest

from reportgen.claims.model import PeriodKind
from reportgen.claims.periods import read_period
from reportgen.claims.tokens import tokenize


def read(text: str) -> str:
    """The period with which a text begins, in the form of project files, and its own words; empty where none does."""
    found = read_period(text, tokenize(text), 0)
    return f"{found[0].written} {found[0].text}" if found and found[0].written else ""


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q1 2025", "2025-Q1"),
        ("Q2 of 2025", "2025-Q2"),
        ("Q1–Q3 2025", "2025-01/2025-09"),
        ("Q1–Q4 2025", "2025"),
        ("4Q 2025", "2025-Q4"),
        ("Q3/2025", "2025-Q3"),
        ("2025 Q3", "2025-Q3"),
        ("2025-Q3", "2025-Q3"),
        ("2025Q3", "2025-Q3"),
        ("H2 2025", "2025-H2"),
        ("first quarter 2025", "2025-Q1"),
        ("the last quarter of 2025", "2025-Q4"),
        ("the final half of 2025", "2025-H2"),
        ("the last three months of 2025", "2025-Q4"),
        ("the last eleven months of 2025", "2025-02/2025-12"),
        ("the first eleven months of 2025", "2025-01/2025-11"),
        ("the quarter ended 31 March 2025", "2025-Q1"),
        ("six months to June 30, 2025", "2025-H1"),
        ("the year ended on 30 April 2025", "2024-05/2025-04"),
        ("the twelve months to 31.12.2025", "2025"),
        ("March 2025", "2025-03"),
        ("Mar. 2025", "2025-03"),
        ("March, 2025", "2025-03"),
        ("March and April 2025", "2025-03/2025-04"),
        ("March, April and May 2025", "2025-03/2025-05"),
        ("1–15 March 2025", "2025-03"),
        ("1 and 2 March 2025", "2025-03"),
        ("January 1, 2025 through December 31, 2025", "2025"),
        ("January 1 to March 31, 2025", "2025-Q1"),
        ("01.01.2024 to 30.06.2024", "2024-H1"),
    ],
)
def test_parts_of_years(text: str, period: str) -> None:
    """Quarters, halves and months, however they are written."""
    assert read(f"{text}, and so on") == f"{period} {text}"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("31 December 2025", (2025, 12, 31)),
        ("31st December 2025", (2025, 12, 31)),
        ("the end of 2025", (2025, 12, 31)),
        ("31st of December 2025", (2025, 12, 31)),
        ("31 Dec. 2025", (2025, 12, 31)),
        ("December 31, 2025", (2025, 12, 31)),
        ("Dec. 31, 2025", (2025, 12, 31)),
        ("31.12.2025", (2025, 12, 31)),
        ("1.2.2025", (2025, 2, 1)),
        ("31/12/2025", (2025, 12, 31)),
        ("12/31/2025", (2025, 12, 31)),
        ("05/05/2025", (2025, 5, 5)),
        ("31-12-2025", (2025, 12, 31)),
        ("2025-12-31", (2025, 12, 31)),
        ("2009-12-31", (2009, 12, 31)),
        ("year-end 2025", (2025, 12, 31)),
        ("end 2025", (2025, 12, 31)),
        ("end-2025", (2025, 12, 31)),
        ("the end of February 2024", (2024, 2, 29)),
        ("the end of February 2023", (2023, 2, 28)),
        ("the end of Q1 2025", (2025, 3, 31)),
        ("the end of the financial year 2025", (2025, 12, 31)),
        ("the beginning of Q2 2025", (2025, 4, 1)),
        ("mid-2025", (2025, 6, None)),
        ("mid-March 2025", (2025, 3, None)),
    ],
)
def test_days(text: str, date: tuple[int, int, int | None]) -> None:
    """Dates of all countries, and the ends of periods."""
    found = read_period(text, tokenize(text), 0)

    assert found is not None
    assert found[0].kind is PeriodKind.DATE
    assert (found[0].text, found[0].first, found[0].day) == (text, date[:2], date[2])


@pytest.mark.parametrize(
    "text",
    [
        "05/06/2025",
        "32.12.2025",
        "31.13.2025",
        "31.12.25",
        "1.2.3",
        "Q5 2025",
        "Q1 results",
        "H3 2025",
        "March and May 2025",
        "may 5, 2025",
        "May 12 of them",
        "March 31 persons",
        "end users",
        "end-user 2025",
        "the end 2025",
        "mid-level 2025",
        "the last thirteen months of 2025",
        "the fifth quarter of 2025",
    ],
)
def test_what_is_no_period(text: str) -> None:
    """What could be of two months, is no day, or only looks like a period, is not read."""
    assert read(text) == ""


@pytest.mark.parametrize(("text", "period"), [("2020–23", "2020-2023"), ("2009-12", "2009-2012"), ("2023/24", "")])
def test_spans_are_none_of_these(text: str, period: str) -> None:
    """Years with a dash stay spans, and years over two calendar years are written in months."""
    found = read_period(text, tokenize(text), 0)

    assert found is not None
    assert found[0].written == (period or "2023-07/2024-06")
