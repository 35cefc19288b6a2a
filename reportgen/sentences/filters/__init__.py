"""The phrase filters, one file a family; importing this package fills the table."""

from reportgen.sentences.filters import approximations, averages, breakdowns, changes, comparisons, shares, values
from reportgen.sentences.filters.registry import FILTERS, FilterSpec

_FAMILIES = (approximations, averages, breakdowns, changes, comparisons, shares, values)
__all__ = ["FILTERS", "FilterSpec"]
