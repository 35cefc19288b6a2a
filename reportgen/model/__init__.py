"""The types of a report: frozen, strict, exact. No files, no wording."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.model.clearances import Clearance, Clearances
    from reportgen.model.comments import Comment, Comments
    from reportgen.model.indicators import Currency, Indicator, Noun, Observation, Part, Series, Status, Unit
    from reportgen.model.merge import Merged, merge_indicators, merge_report
    from reportgen.model.outline import Issue, Outline, ReportPart, Theme
    from reportgen.model.periods import Period
    from reportgen.model.report import Agencies, Agency, Reply, Report, Settings, Submission
    from reportgen.model.treaties import TREATIES

__all__ = [
    "TREATIES",
    "Agencies",
    "Agency",
    "Clearance",
    "Clearances",
    "Comment",
    "Comments",
    "Currency",
    "Indicator",
    "Issue",
    "Merged",
    "Noun",
    "Observation",
    "Outline",
    "Part",
    "Period",
    "Reply",
    "Report",
    "ReportPart",
    "Series",
    "Settings",
    "Status",
    "Submission",
    "Theme",
    "Unit",
    "merge_indicators",
    "merge_report",
]

_MODULES = ("periods", "treaties", "indicators", "report", "merge", "outline", "clearances", "comments")


def __getattr__(name: str) -> object:
    """Return a type, whose module is loaded at the first one: what reads prose needs periods, and no pydantic."""
    if name not in __all__:
        raise AttributeError(f"module 'reportgen.model' has no attribute {name!r}")
    found = (vars(import_module(f"{__name__}.{module}")) for module in _MODULES)
    globals()[name] = value = next(held[name] for held in found if name in held)
    return value
