"""The cells of a row of figures beside those of its periods, for an indicator or a part."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.model import Indicator, Part
from reportgen.model.cell_words import NO, YES, format_breaks, format_part_label, format_share, format_unit
from reportgen.model.indicators import MEASURE_WORDS
from reportgen.model.sheets import IndicatorColumn

if TYPE_CHECKING:
    from reportgen.agencies.form.plan import FormRow

Entry = str | int | None
Entries = Mapping[str, Entry]


def entries_of(row: "FormRow") -> Entries:
    """Return what stands in each column; None where the cell is empty."""
    offered = YES if row.offered else None
    entries = part_entries(row.key, row.part) if row.part else indicator_entries(row.key, row.indicator)
    return {**dict.fromkeys(IndicatorColumn), **entries, IndicatorColumn.OFFERED: offered}


def indicator_entries(key: str, indicator: Indicator) -> Entries:
    """Return the cells of an indicator before the periods; what has its default value stays empty."""
    return {
        IndicatorColumn.KEY: key,
        IndicatorColumn.LABEL: indicator.label,
        IndicatorColumn.UNIT: format_unit(indicator.unit) if indicator.unit else None,
        IndicatorColumn.MEASURE: MEASURE_WORDS[indicator.measure] if indicator.measure != "flow" else None,
        IndicatorColumn.ISSUE: indicator.issue,
        IndicatorColumn.EXHAUSTIVE: None if indicator.exhaustive else NO,
        IndicatorColumn.SOURCE: indicator.source,
        IndicatorColumn.PUBLISHED: indicator.published,
        IndicatorColumn.REPORT: indicator.report if indicator.report != "sentence" else None,
        IndicatorColumn.SHOW: indicator.show,
        IndicatorColumn.SHARE: format_share(indicator.share) if indicator.share else None,
        IndicatorColumn.BREAKS: format_breaks(dict(indicator.breaks)) or None,
    }


def part_entries(key: str, part: Part) -> Entries:
    """Return the cells of a part before the periods."""
    return {
        IndicatorColumn.PART_OF: key,
        IndicatorColumn.LABEL: format_part_label(part.label),
        IndicatorColumn.BY: part.by,
        IndicatorColumn.EXHAUSTIVE: None if part.exhaustive else NO,
    }
