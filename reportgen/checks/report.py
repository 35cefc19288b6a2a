"""Checks: they look at a valid report from the side and say what a careful reader would ask.

A check is a function over `Checked` that yields findings at paths of the model. It knows no files and no words: the
pipeline turns paths into places, the catalogue turns values into messages.
"""

from collections.abc import Iterator

from reportgen.checks.agreement import files_agree, same_quantities_agree
from reportgen.checks.answers import issues_are_answered, issues_are_listed
from reportgen.checks.around import words_fit_figures
from reportgen.checks.finding import Check, Checked, Finding
from reportgen.checks.labels import labels_make_sentences
from reportgen.checks.questions import questions_are_answered
from reportgen.checks.shares import shares_follow
from reportgen.checks.times import figures_agree_in_time
from reportgen.checks.totals import parts_add_up, years_add_up
from reportgen.checks.words import issues_within_share, words_within_limit
from reportgen.checks.years import reporting_years_are_given

CHECKS: tuple[Check, ...] = (
    parts_add_up,
    years_add_up,
    labels_make_sentences,
    shares_follow,
    files_agree,
    same_quantities_agree,
    reporting_years_are_given,
    issues_are_answered,
    issues_are_listed,
    questions_are_answered,
)
"""All checks of a report, in the order of their codes."""

__all__ = [
    "CHECKS",
    "Checked",
    "Finding",
    "check_report",
    "figures_agree_in_time",
    "issues_within_share",
    "words_fit_figures",
    "words_within_limit",
]


def check_report(checked: Checked) -> Iterator[Finding]:
    """Everything that all checks find."""
    for check in CHECKS:
        yield from check(checked)
