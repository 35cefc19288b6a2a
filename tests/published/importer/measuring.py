"""How many comparisons of published replies became indicators: counted against a table that was made by hand.

`python tests/published/importer/measuring.py FILE …` counts for the text of CCPR/C/KAZ/3, in one file or in several.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportgen.diagnostics import Place
from reportgen.document.tree import Paragraph
from reportgen.model import Indicator, Part
from reportgen.published.importer.figures.indicators import find_figures
from reportgen.published.importer.sections import find_sections
from reportgen.published.importer.texts import number_paragraphs
from reportgen.readers.reading import read_report

HERE = Path(__file__).parent
Table = list[dict[str, Any]]


@dataclass(frozen=True)
class Measured:
    """What was expected, and what of it was found."""

    expected: int
    right: tuple[str, ...]
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    """Indicators with a value, a period, a part or a link that no line of the table has for their paragraphs."""


def table(name: str) -> Table:
    """The lines of a table."""
    lines: Table = YAML(typ="safe").load(HERE / name)
    return lines


def measure(indicators: Mapping[str, Indicator], lines: Table, last_year: int) -> Measured:
    """Compare indicators with a table; what the text says of the time of the report is of its last year."""
    lines = [_with_period(line, last_year) for line in lines]
    found = {_name(line): any(_is_right(line, one, indicators) for one in indicators.values()) for line in lines}
    wrong = tuple(key for key, one in indicators.items() if not _is_known(one, lines, indicators))
    right = tuple(name for name, is_right in found.items() if is_right)
    return Measured(len(lines), right, tuple(name for name in found if name not in right), wrong)


def _with_period(line: dict[str, Any], last_year: int) -> dict[str, Any]:
    """A line with text for its periods; a share, and a value without a year, are of the time of the report."""
    values = {str(period): Decimal(str(value)) for period, value in line.get("values", {}).items()}
    return {**line, "values": values, "is_now": "at" not in line, "at": str(line.get("at", last_year))}


def _name(line: dict[str, Any]) -> str:
    return f"{line['paragraph']}: {line['what']}"


def paragraphs(indicator: Indicator) -> range:
    """The paragraphs in which an indicator was published."""
    numbers = [int(number) for number in re.findall(r"\d+", (indicator.published or "").rpartition("para")[2])]
    return range(numbers[0], numbers[-1] + 1)


def values_of(series: Indicator | Part) -> dict[str, Decimal]:
    """Values by period."""
    return {str(period): one.value for period, one in series.values.items() if one.value is not None}


def _is_right(line: dict[str, Any], indicator: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Whether an indicator has all values of a line, and its parts in their order; a share is linked to both."""
    if line["paragraph"] not in paragraphs(indicator) or "before" in line:
        return False
    if "share" in line:
        return indicator.unit == "percent" and _is_share(line, indicator, indicators)
    wanted = line["values"] or {line["at"]: line["undated"]}
    values = values_of(indicator)
    if "undated" in line and not _is_of_now(line, indicator):
        return False
    if "parts" in line:
        return wanted.items() <= values.items() and any(_has_parts(line, indicator, period) for period in wanted)
    return any(wanted.items() <= series.items() for series in (values, *map(values_of, indicator.breakdown)))


def _is_of_now(line: dict[str, Any], indicator: Indicator) -> bool:
    """Whether a figure of the time of the report is recorded as its state, where the text gives no other time."""
    return not line["is_now"] or indicator.measure == "stock"


def _is_share(line: dict[str, Any], indicator: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Whether an indicator is the share of a line, linked to its part and its whole where the text gives both."""
    at, share = line["at"], indicator.share
    if values_of(indicator) != {at: Decimal(str(line["share"]))} or not _is_of_now(line, indicator):
        return False
    if not {"part", "of"} <= line.keys():
        return share is None
    linked = (values_of(indicators[name]).get(at) for name in (share.part, share.of)) if share else ()
    return list(linked) == [Decimal(str(line[name])) for name in ("part", "of")]


def _has_parts(line: dict[str, Any], indicator: Indicator, period: str) -> bool:
    """Whether the parts by one criterion are those of a line, in their order, with its words in their labels."""
    wanted = line["parts"]
    words = list(wanted) if isinstance(wanted, dict) else [""] * len(wanted)
    numbers = [Decimal(str(value)) for value in (wanted.values() if isinstance(wanted, dict) else wanted)]
    for by in indicator.criteria:
        parts = [part for part in indicator.parts(by) if period in values_of(part)]
        are_named = all(word in part.called(one=False) for word, part in zip(words, parts, strict=False))
        if [values_of(part)[period] for part in parts] == numbers and are_named:
            return True
    return False


def _has_some_parts(line: dict[str, Any], indicator: Indicator, period: str) -> bool:
    """Whether parts that are not said to be all are among those of a line, in their order."""
    numbers = iter(line["parts"].values() if isinstance(line["parts"], dict) else line["parts"])
    given = [values_of(part)[period] for part in indicator.breakdown if period in values_of(part)]
    return not indicator.exhaustive and all(any(value == Decimal(str(one)) for one in numbers) for value in given)


def _is_known(indicator: Indicator, lines: Table, indicators: Mapping[str, Indicator]) -> bool:
    """Whether the values are those of one line, or of lines that name the same, and so are those of each part.

    Parts of a period for which a line lists them stand in its order; a percentage is a share with its links, or a
    series.
    """
    own = [line for line in lines if line["paragraph"] in paragraphs(indicator)]
    if indicator.unit == "percent" and any(_is_share(line, indicator, indicators) for line in own if "share" in line):
        return True
    told = [_known([one for one in own if one["what"] == name], indicator) for name in {one["what"] for one in own}]
    is_told = any(values_of(indicator).items() <= known for known in told) and indicator.share is None
    return is_told and all(_are_known_parts(indicator, period, own, told) for period in values_of(indicator))


def _are_known_parts(
    indicator: Indicator, period: str, own: Table, told: Sequence[AbstractSet[tuple[str, Decimal]]]
) -> bool:
    """Whether the parts of a period are those that a line lists in that order, or each is a line of its own."""
    given = [part for part in indicator.breakdown if period in values_of(part)]
    if not given:
        return True
    lists = [line for line in own if "parts" in line and period in (line["values"] or {line["at"]})]
    listed = (_has_parts(line, indicator, period) or _has_some_parts(line, indicator, period) for line in lists)
    return any(listed) or all(any(values_of(part).items() <= known for known in told) for part in given)


def _known(lines: Table, indicator: Indicator) -> set[tuple[str, Decimal]]:
    """The values of lines with their periods."""
    known = {pair for line in lines for pair in line["values"].items()}
    for line in (line for line in lines if _is_of_now(line, indicator) and "before" not in line):
        counted = ("undated", "part", "of") if indicator.unit != "percent" else ()
        known |= {(line["at"], Decimal(str(line[name]))) for name in counted if name in line}
    return known


def _measure_texts(files: list[str]) -> None:
    """Print what an import finds of the comparisons of CCPR/C/KAZ/3, for each file with a part of it."""
    for file in files:
        place = Place(file)
        blocks, _ = number_paragraphs(read_report(Path(file).read_bytes(), file).document.blocks, place)
        indicators = find_figures(find_sections(blocks, place).sections, "CCPR/C/KAZ/3", 2023, place).indicators
        numbers = [block.number for block in blocks if isinstance(block, Paragraph) and block.number is not None]
        wanted = [line for line in table("ccpr-c-kaz-3.yaml") if min(numbers) <= line["paragraph"] <= max(numbers)]
        found = measure(indicators, wanted, 2023)
        lines = [f"{file}: {len(found.right)} of {found.expected}, {len(found.wrong)} wrong"]
        lines += [f"  missing {name}" for name in found.missing]
        lines += [f"  wrong {key} ({indicators[key].published})" for key in found.wrong]
        sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    _measure_texts(sys.argv[1:])
