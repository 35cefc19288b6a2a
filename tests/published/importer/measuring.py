"""How many comparisons of published replies became indicators: counted against a table that was made by hand.

`python tests/published/importer/measuring.py FILE …` counts for the text of CCPR/C/KAZ/3, in one file or in several.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportgen.diagnostics import Place
from reportgen.document.tree import Paragraph
from reportgen.model import Indicator, Part, Period
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
    """Indicators with a value that no line of the table has for their paragraphs and periods."""


def table(name: str) -> Table:
    """The lines of a table."""
    lines: Table = YAML(typ="safe").load(HERE / name)
    return lines


def measure(indicators: Mapping[str, Indicator], lines: Table) -> Measured:
    """Compare indicators with a table."""
    found = {_name(line): any(_is_right(line, one, indicators) for one in indicators.values()) for line in lines}
    wrong = tuple(key for key, one in indicators.items() if not _is_known(one, lines))
    right = tuple(name for name, is_right in found.items() if is_right)
    return Measured(len(lines), right, tuple(name for name in found if name not in right), wrong)


def _name(line: dict[str, Any]) -> str:
    return f"{line['paragraph']}: {line['what']}"


def paragraphs(indicator: Indicator) -> range:
    """The paragraphs in which an indicator was published."""
    numbers = [int(number) for number in re.findall(r"\d+", (indicator.published or "").rpartition("para")[2])]
    return range(numbers[0], numbers[-1] + 1)


def _is_right(line: dict[str, Any], indicator: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Whether an indicator has all values of a line, and its parts in their order; a share is linked to both."""
    if line["paragraph"] not in paragraphs(indicator):
        return False
    values = {str(period): value.value for period, value in indicator.values.items()}
    if "share" in line:
        return _is_share(line, indicator, indicators)
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


def _is_share(line: dict[str, Any], indicator: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Whether an indicator is the share of a line, linked to its part and its whole where the text gives both."""
    if indicator.unit != "percent" or not any(_has(indicator, line["share"], at) for at in indicator.periods):
        return False
    share, given = indicator.share, [name for name in ("part", "of") if name in line]
    if len(given) < 2:
        return share is None
    return share is not None and all(
        any(_has(indicators[getattr(share, name)], line[name], at) for at in indicator.periods) for name in given
    )


def _has(indicator: Indicator, value: float, at: Period) -> bool:
    return indicator.value(at) == Decimal(str(value))


def _holds(values: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return all(values.get(period) == Decimal(str(value)) for period, value in wanted.items())


def _parts(indicator: Indicator, wanted: Mapping[str, int]) -> Iterator[list[int]]:
    """The parts by each criterion, of each wanted period."""
    for by in indicator.criteria:
        for period in wanted:
            values = [
                {str(one): value.value for one, value in part.values.items()}.get(period)
                for part in indicator.parts(by)
            ]
            yield [int(value) for value in values if value is not None]


def _is_known(indicator: Indicator, lines: Table) -> bool:
    """Whether all values are those of one line, or of lines that name the same; parts are of any in the paragraph.

    A value for which the text names no year is right under any one, but only alone.
    """
    own = [line for line in lines if line["paragraph"] in paragraphs(indicator)]
    told = [_known(one for one in own if one["what"] == name) for name in {line["what"] for line in own}]
    everything = _known(own)
    return any(_are_in(indicator, known) for known in told) and all(
        _are_in(part, everything) for part in indicator.breakdown
    )


def _known(lines: Iterable[dict[str, Any]]) -> tuple[set[tuple[str, Decimal]], set[Decimal]]:
    """The values of lines with their periods, and those without."""
    known: set[tuple[str, Decimal]] = set()
    loose: set[Decimal] = set()
    for line in lines:
        dated = line.get("values", {})
        parts = {Decimal(str(value)) for value in line.get("parts", ())}
        known |= {(str(period), Decimal(str(value))) for period, value in dated.items()}
        known |= {(str(period), value) for period in dated for value in parts}
        loose |= {Decimal(str(line[name])) for name in ("undated", "share", "part", "of") if name in line}
        loose |= parts if "undated" in line else set()
    return known, loose


def _are_in(series: Indicator | Part, known: tuple[set[tuple[str, Decimal]], set[Decimal]]) -> bool:
    values = {(str(period), value.value) for period, value in series.values.items() if value.value is not None}
    return values <= known[0] or (len(values) == 1 and {value for _, value in values} <= known[1])


def _measure_texts(files: list[str]) -> None:
    """Print what an import finds of the comparisons of CCPR/C/KAZ/3, for each file with a part of it."""
    for file in files:
        place = Place(file)
        blocks, _ = number_paragraphs(read_report(Path(file).read_bytes(), file).document.blocks, place)
        indicators = find_figures(find_sections(blocks, place).sections, "CCPR/C/KAZ/3", 2023, place).indicators
        numbers = [block.number for block in blocks if isinstance(block, Paragraph) and block.number is not None]
        wanted = [line for line in table("ccpr-c-kaz-3.yaml") if min(numbers) <= line["paragraph"] <= max(numbers)]
        found = measure(indicators, wanted)
        lines = [f"{file}: {len(found.right)} of {found.expected}, {len(found.wrong)} wrong"]
        lines += [f"  missing {name}" for name in found.missing]
        lines += [f"  wrong {key} ({indicators[key].published})" for key in found.wrong]
        sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    _measure_texts(sys.argv[1:])
