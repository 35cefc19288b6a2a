"""How many comparisons of the published replies became indicators: counted against a table that was made by hand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportgen.model import Indicator

EXPECTED = Path(__file__).with_name("expected.yaml")


@dataclass(frozen=True)
class Measured:
    """What was expected, and what of it was found."""

    expected: int
    right: tuple[str, ...]
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    """Indicators with a value that no line of the table has for their paragraphs and periods."""


def expected() -> list[dict[str, Any]]:
    """The lines of the table."""
    lines: list[dict[str, Any]] = YAML(typ="safe").load(EXPECTED)
    return lines


def measure(indicators: Mapping[str, Indicator]) -> Measured:
    """Compare indicators with the table."""
    lines = expected()
    found = {_name(line): any(_is_right(line, one) for one in indicators.values()) for line in lines}
    wrong = tuple(key for key, one in indicators.items() if not _is_known(one, lines))
    right = tuple(name for name, is_right in found.items() if is_right)
    return Measured(len(lines), right, tuple(name for name in found if name not in right), wrong)


def _name(line: dict[str, Any]) -> str:
    return f"{line['paragraph']}: {line['what']}"


def paragraphs(indicator: Indicator) -> range:
    """The paragraphs in which an indicator was published."""
    numbers = [int(number) for number in re.findall(r"\d+", (indicator.published or "").rpartition("para")[2])]
    return range(numbers[0], numbers[-1] + 1)


def _is_right(line: dict[str, Any], indicator: Indicator) -> bool:
    """Whether an indicator has all values of a line, and its parts in their order."""
    if line["paragraph"] not in paragraphs(indicator):
        return False
    values = {str(period): value.value for period, value in indicator.values.items()}
    wanted = {str(period): value for period, value in line.get("values", {}).items()}
    if "undated" in line:
        periods = [period for period, value in values.items() if value == line["undated"]]
        if not periods or "before" in line:
            return False
        wanted = {periods[-1]: line["undated"]}
    if "parts" in line:
        return _holds(values, wanted) and line["parts"] in list(_parts(indicator, wanted))
    parts = ({str(period): value.value for period, value in part.values.items()} for part in indicator.breakdown)
    return any(_holds(series, wanted) for series in (values, *parts))


def _holds(values: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return all(values.get(period) == value for period, value in wanted.items())


def _parts(indicator: Indicator, wanted: Mapping[str, int]) -> Iterator[list[int]]:
    """The parts by each criterion, of each wanted period."""
    for by in indicator.criteria:
        for period in wanted:
            values = [
                {str(one): value.value for one, value in part.values.items()}.get(period)
                for part in indicator.parts(by)
            ]
            yield [int(value) for value in values if value is not None]


def _is_known(indicator: Indicator, lines: list[dict[str, Any]]) -> bool:
    """Whether every value stands in a line of its paragraphs, for the same period."""
    known: set[tuple[str, Decimal | None]] = set()
    for line in lines:
        if line["paragraph"] in paragraphs(indicator):
            known |= {(str(period), Decimal(value)) for period, value in line.get("values", {}).items()}
            known |= {("", Decimal(str(line["undated"])))} if "undated" in line else set()
    return all(
        (str(period), value.value) in known or ("", value.value) in known for period, value in indicator.values.items()
    )
