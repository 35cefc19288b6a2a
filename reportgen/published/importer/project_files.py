"""Write the YAML files of an imported project: what the report is, its list of issues, its one agency."""

from collections.abc import Sequence

from reportgen.diagnostics import count_of
from reportgen.document.tree import Contents, Level
from reportgen.model import Agency, Issue, Outline, ReportPart, Theme
from reportgen.model.report import PROJECT_FORMAT
from reportgen.project import writing
from reportgen.published.importer.facts import Facts
from reportgen.published.importer.sections import Plan, ThemePlan, split_articles

_HEAD = """\
# report.yaml: what the report is, as far as {file} says. Look through it, and change what does not fit.
# A line that begins with "#" is a note to you; the program does not read it.
"""
_SUPPOSED = "the file does not say it: look it up"
_FROM_SYMBOL = "it follows from the list of issues: look whether it is right"
_SWITCHED_OFF = "# What the program adds on its own is switched off, so that a build gives the text that was imported."


def report_yaml(facts: Facts, plan: Plan, file: str, *, non_breaking_spaces: bool) -> str:
    """Return `report.yaml`.

    Args:
        facts: what is known of the report.
        plan: its order, for the lists that it has.
        file: the name of the imported file, for the first line.
        non_breaking_spaces: whether the text has them between figures and what belongs to them.
    """
    state = {"name": facts.name, "code": facts.state, "in_text": facts.in_text or None}
    identity = {
        "state": state,
        "treaty": facts.treaty,
        "document": facts.document,
        "procedure": facts.procedure,
        "cycle": facts.cycle,
        "symbol": facts.symbol,
        "list_of_issues": facts.list_of_issues or None,
        "reporting_years": tuple(facts.years),
    }
    first_page = {
        "title": facts.title or None,
        "title_notes": list(facts.title_notes) or None,
        "session": facts.session or None,
        "original_language": facts.original_language or None,
        "languages": tuple(facts.languages) or None,
        "dates": {"due": facts.due, "submitted": facts.submitted, "received": facts.received},
    }
    layout = {"contents": _contents(plan.contents), "abbreviations": plan.abbreviations}
    switches = {_SWITCHED_OFF: None, "non_breaking_spaces": non_breaking_spaces, "annex": "none", "layout": layout}
    notes = {"name" if name == "state" else name: _SUPPOSED for name in facts.supposed}
    if "symbol" in notes and facts.list_of_issues:
        notes["symbol"] = _FROM_SYMBOL
    groups = ({"format": PROJECT_FORMAT}, identity, first_page, switches)
    return f"{_HEAD.format(file=' '.join(file.split()))}\n{writing.report_yaml(groups, notes)}"


def _contents(contents: Contents | None) -> str:
    """Return how deep the list of contents of the report goes."""
    if contents is None:
        return "none"
    return "replies" if any(entry.level is Level.REPLY for entry in contents.entries) else "themes"


# ---- the list of issues ---------------------------------------------------------------------------------------

_ISSUES = """\
# issues.yaml: the parts, themes and issues that the report answers, from its headings. The Committee's questions do not
# stand in the report: reportgen import --list-of-issues reads them from the list of issues itself.
# To share the work between agencies, name them in agencies.yaml and here, the lead first, and move their paragraphs and
# figures from submissions/{agency}.yaml into a file of their own.
"""


def issues_yaml(plan: Plan, usual_heading: str, agency: str) -> str:
    """Return `issues.yaml`.

    Args:
        plan: the order of the report.
        usual_heading: the heading over all replies that the program would print by itself.
        agency: the code of the agency that everything is given to.
    """
    title = plan.title if plan.title != usual_heading else None
    parts = tuple(
        ReportPart.model_construct(title=part.title, themes=tuple(_theme(theme, agency) for theme in part.themes))
        for part in plan.parts
    )
    outline = Outline.model_construct(title=title, parts=parts)
    notes = {section.number: _paragraphs(section.paragraphs) for section in plan.sections}
    return writing.issues_yaml(outline, _ISSUES.format(agency=agency), notes)


def _theme(theme: ThemePlan, agency: str) -> Theme:
    """Return a theme as it is written; what the model refuses of it is said when the project is built back."""
    articles = tuple(split_articles(theme.title)[1]) if theme.title else ()
    issues = tuple(
        Issue.model_construct(number=section.number, articles=articles, agencies=(agency,))
        for section in theme.sections
    )
    return Theme.model_construct(title=theme.title, issues=issues)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `no issues`, `1 issue`, `1,200 issues`."""
    return count_of(number, noun) if number else f"no {noun}s"


def _paragraphs(numbers: Sequence[int]) -> str:
    """Return which paragraphs of the published report answer an issue, as a note."""
    if not numbers:
        return ""
    return f"paragraph {numbers[0]}" if numbers[0] == numbers[-1] else f"paragraphs {numbers[0]}–{numbers[-1]}"


def agencies_yaml(agency: str, name: str) -> str:
    """Return `agencies.yaml` with the one agency that the whole report is given to."""
    return writing.agencies_yaml([Agency.model_construct(code=agency, name=name)], _AGENCIES)


_AGENCIES = """\
# agencies.yaml: who contributes. A published report does not say who wrote what, so that all of it stands
# with one agency. Name the real ones here, and move their issues and figures over to them.
"""
