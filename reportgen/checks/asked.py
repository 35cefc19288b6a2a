"""What the list of issues asks for: of somebody, by its parts, and given by somebody."""

from collections.abc import Iterator

from reportgen.checks.answers import answered_issues
from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Literal, Path, nearest, shown
from reportgen.model.asks import lacks_division, missing_parts, periods_in_words
from reportgen.model.cell_words import format_letters, same_name
from reportgen.model.indicators import label_of
from reportgen.model.report import ALL
from reportgen.project.numbers import says_nothing


def asked_parts_are_given(context: CheckContext) -> Iterator[Finding]:
    """Yield RG312 for an indicator that lacks parts that an issue asks for, by label and period, or whole divisions."""
    for key, ask in context.asked.items():
        indicator = context.merged.indicators[key]
        lacking = [periods_in_words(missing)] if (missing := missing_parts(indicator, ask)) else []
        divisions = [shown(name) for name in ask.undivided if lacks_division(indicator, name)]
        lacking += [f"parts by {', '.join(divisions)}"] if divisions else []
        if lacking and indicator.periods:
            values = {"label": label_of(indicator, key), "issue": ask.issue, "missing": Literal("; ".join(lacking))}
            yield Finding(
                "RG312", context.merged.homes[key], {**values, "agency": _name_of(context, context.merged.owners[key])}
            )


def asked_figures_are_given(context: CheckContext) -> Iterator[Finding]:
    """Yield RG313 for figures that an issue with a reply asks for and that nobody has sent; RG306 names the others."""
    given, answered = {id(ask) for ask in context.asked.values()}, answered_issues(context)
    paths = {issue.number: path for path, issue in context.report.outline.issues_by_path()}
    for ask in context.asks:
        if ask.agency and ask.issue in answered and id(ask) not in given:
            values = {"label": ask.label, "issue": ask.issue, "agency": _name_of(context, ask.agency)}
            yield Finding("RG313", (*paths[ask.issue], "asks", "indicators", ask.place), values)


def asked_labels_stay_with_their_keys(context: CheckContext) -> Iterator[Finding]:
    """Yield RG880 for an indicator with the key of one ask and the label of another: its figures may be those of it."""
    asked = {ask.key: ask.label for ask in context.asks}
    keys = {same_name(label): key for key, label in asked.items()}
    for key, indicator in context.merged.indicators.items():
        label = indicator.label
        other = keys.get(same_name(label)) if label and key in asked else None
        if label and other and same_name(label) != same_name(asked[key]):
            values = {"key": key, "label": label, "other": other, "asked": asked[key]}
            yield Finding("RG880", (*context.merged.homes[key], "label"), values)


def issues_ask_somebody(context: CheckContext) -> Iterator[Finding]:
    """Yield RG314 for an issue that names no agency, so that no workbook asks it."""
    answered = answered_issues(context)
    for path, issue in context.report.outline.issues_by_path():
        labels = [f"“{shown(asked.label)}”" for asked in issue.asks.indicators if asked.agency is None]
        if not issue.agencies and (issue.number not in answered or labels):
            named = f", nor for {', '.join(labels)}" if labels else ""
            yield Finding("RG314", path, {"number": issue.number, "what": Literal(f"nobody is asked for it{named}")})


def sub_questions_are_answered(context: CheckContext) -> Iterator[Finding]:
    """Yield RG316 for sub-questions that no reply says it answers, of issues that have a text or figures."""
    answered = answered_issues(context)
    for path, issue in context.report.outline.issues_by_path():
        left = context.report.unanswered(issue) if issue.number in answered else ()
        if left:
            named = Literal(", ".join(issue.sub_question(place) for place in left))
            agency = _name_of(context, next(iter(issue.agencies), "the agency"))
            values = {"number": issue.number, "questions": named, "agency": agency}
            yield Finding("RG316", (*path, "questions", left[0]), values)


def answers_name_sub_questions(context: CheckContext) -> Iterator[Finding]:
    """Yield RG317 for a reply that says that it answers a sub-question which its issue does not have."""
    letters = {issue.number: issue.letters for issue in context.report.outline.issues}
    for path, reply in context.report.replies_by_path():
        known = letters.get(reply.issue, ())
        unknown = [answer for answer in reply.answers if answer not in known and not (known and answer == ALL)]
        if unknown and reply.issue in letters:
            has = f"sub-questions ({known[0]}) to ({known[-1]})" if known else "no sub-questions"
            values = {"letters": Literal(format_letters(unknown)), "issue": reply.issue, "has": Literal(has)}
            yield Finding("RG317", (*path, "answers"), values)


def replies_say_something(context: CheckContext) -> Iterator[Finding]:
    """Yield RG385 for a paragraph that is `n/a` or a dash alone, which would be printed."""
    for path, reply in context.report.replies_by_path():
        if says_nothing(reply.text):
            yield Finding("RG385", (*path, "text"), {"issue": reply.issue, "text": reply.text.strip()})


def divisions_are_known(context: CheckContext) -> Iterator[Finding]:
    """Yield RG315 for what figures are to be divided by, where it looks like a breakdown in another spelling."""
    outline = context.report.outline
    known = {name.casefold() for name in outline.breakdowns}
    for path, issue in context.report.outline.issues_by_path():
        own = [(("indicators", place), asked.breakdowns or ()) for place, asked in enumerate(issue.asks.indicators)]
        for below, names in [((), issue.asks.breakdowns), *own]:
            for place, name in enumerate(names):
                hint = nearest(name, list(outline.breakdowns))
                if name.casefold() not in known and hint.startswith("did you mean"):
                    here: Path = (*path, "asks", *below, "breakdowns", place)
                    yield Finding("RG315", here, {"name": name, "nearest": hint})


def _name_of(context: CheckContext, code: str) -> Literal:
    return Literal(context.report.agency_names.get(code, code))
