"""The types of a report: frozen, strict, exact. No files, no wording."""

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
