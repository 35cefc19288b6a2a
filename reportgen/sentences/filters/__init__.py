"""The phrase filters, one file a family; importing this package fills the registry."""

from reportgen.sentences.filters import (
    approximations,
    averages,
    breakdowns,
    changes,
    comparisons,
    ranks,
    shares,
    values,
)
from reportgen.sentences.filters.registry import FILTERS, FilterSpec

__all__ = [
    "FILTERS",
    "FilterSpec",
    "approximations",
    "averages",
    "breakdowns",
    "changes",
    "comparisons",
    "ranks",
    "shares",
    "values",
]
