"""All checks of a report and of its document, in one list each.

A check is a function over `CheckContext` that yields findings. It knows no files and no words: `diagnose_findings`
turns paths into places, and the catalogue turns values into messages. Typed numbers are matched with the data once for
all who ask, so `TypedNumbers.contradictions` yields theirs.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.annexes import annexes_are_there
from reportgen.checks.answers import (
    issues_are_answered,
    issues_are_listed,
    issues_within_share,
    reporting_years_are_given,
    words_within_limit,
)
from reportgen.checks.asked import (
    answers_name_sub_questions,
    asked_figures_are_given,
    asked_labels_stay_with_their_keys,
    asked_parts_are_given,
    divisions_are_known,
    issues_ask_somebody,
    replies_say_something,
    sub_questions_are_answered,
)
from reportgen.checks.breakdowns import breakdowns_are_told
from reportgen.checks.cell_heads import cells_are_under_their_heads
from reportgen.checks.comments import comments_are_answered
from reportgen.checks.figures import (
    figures_are_available,
    files_agree,
    parts_add_up,
    parts_are_no_wholes,
    periods_have_begun,
    places_are_whole,
    same_quantities_agree,
    shares_follow,
    years_add_up,
)
from reportgen.checks.finding import Check, CheckContext, Finding
from reportgen.checks.languages import (
    ENGLISH,
    currencies_fit_numbers,
    forms_are_known,
    numbers_stand_apart,
    words_are_not_read,
    words_behind_figures_fit,
    years_are_those_of_figures,
)
from reportgen.checks.part_periods import parts_are_of_one_time
from reportgen.checks.questions import questions_are_answered
from reportgen.checks.scaled import figures_are_whole
from reportgen.checks.times import figures_agree_in_time
from reportgen.checks.tongue import texts_are_of_the_report
from reportgen.checks.touching import nothing_touches_figures
from reportgen.checks.whole import counts_are_whole
from reportgen.checks.wording import labels_make_sentences, words_fit_figures
from reportgen.remembering import Held, remembered

OF_FIGURES: tuple[Check, ...] = (
    parts_add_up,
    parts_are_no_wholes,
    years_add_up,
    labels_make_sentences,
    figures_are_whole,
    counts_are_whole,
    shares_follow,
    files_agree,
    same_quantities_agree,
    figures_are_available,
    places_are_whole,
)
"""Those that look at nothing but the merged indicators."""
REPORT_CHECKS: tuple[Check, ...] = (
    *OF_FIGURES,
    reporting_years_are_given,
    asked_parts_are_given,
    asked_figures_are_given,
    asked_labels_stay_with_their_keys,
    issues_are_answered,
    issues_ask_somebody,
    divisions_are_known,
    sub_questions_are_answered,
    answers_name_sub_questions,
    replies_say_something,
    texts_are_of_the_report,
    issues_are_listed,
    questions_are_answered,
    periods_have_begun,
    comments_are_answered,
)
"""The checks of a report by itself."""
DOCUMENT_CHECKS: tuple[Check, ...] = (
    figures_agree_in_time,
    parts_are_of_one_time,
    words_fit_figures,
    breakdowns_are_told,
    nothing_touches_figures,
    cells_are_under_their_heads,
    annexes_are_there,
    words_within_limit,
    issues_within_share,
)
"""The checks of a report with its composed document."""
IN_OTHER_LANGUAGES: Mapping[Check, Sequence[Check]] = {
    labels_make_sentences: (words_are_not_read, forms_are_known, currencies_fit_numbers),
    figures_agree_in_time: (years_are_those_of_figures,),
    words_fit_figures: (numbers_stand_apart, words_behind_figures_fit),
    annexes_are_there: (),
    breakdowns_are_told: (),
}
"""What stands in the place of checks that read English words."""


def check_report(context: CheckContext) -> Iterator[Finding]:
    """Yield what the checks of a report find."""
    by_figures = Held(context, context.merged)
    for check in _checks(REPORT_CHECKS, context):
        yield from _check_figures(check, by_figures) if check in OF_FIGURES else check(context)


@remembered(50)
def _check_figures(check: Check, context: Held[CheckContext]) -> tuple[Finding, ...]:
    return tuple(check(context.value))


def check_document(context: CheckContext) -> Iterator[Finding]:
    """Yield what the checks of a document find; what its context lacks is not checked."""
    for check in _checks(DOCUMENT_CHECKS, context):
        yield from check(context)


def _checks(checks: Sequence[Check], context: CheckContext) -> Sequence[Check]:
    """Return checks as they are for the language of a report."""
    if context.report.settings.language == ENGLISH:
        return checks
    return [one for check in checks for one in IN_OTHER_LANGUAGES.get(check, (check,))]
