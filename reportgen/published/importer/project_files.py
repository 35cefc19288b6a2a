"""The YAML files of an imported project: what the report is, its list of issues, its one agency."""

import json
from collections.abc import Iterator, Sequence

from reportgen.agencies.start import scalar
from reportgen.document.tree import Contents, Level
from reportgen.model.report import PROJECT_FORMAT
from reportgen.published.importer.facts import Facts
from reportgen.published.importer.sections import Plan, Section, split_articles

_HEAD = """\
# report.yaml: what the report is, as far as {file} says. Look through it, and change what does not fit.
# A line that begins with "#" is a note to you; the program does not read it.
"""
_SUPPOSED = "   # the file does not say it: look it up"
_FROM_SYMBOL = "   # it follows from the list of issues: look whether it is right"


def report_yaml(facts: Facts, plan: Plan, file: str, *, non_breaking_spaces: bool) -> str:
    """`report.yaml`.

    Args:
        facts: what is known of the report.
        plan: its order, for the lists that it has.
        file: the name of the imported file, for the first line.
        non_breaking_spaces: whether the text has them between figures and what belongs to them.
    """
    lines = [
        _HEAD.format(file=" ".join(file.split())),
        f"format: {PROJECT_FORMAT}",
        *_identity(facts),
        *_first_page(facts),
        "# What the program adds on its own is switched off, so that a build gives the text that was imported.",
        f"non_breaking_spaces: {str(non_breaking_spaces).lower()}",
        "annex: none",
        f"layout: {{contents: {_contents(plan.contents)}, abbreviations: {str(plan.abbreviations).lower()}}}",
    ]
    return "\n".join(lines) + "\n"


def _identity(facts: Facts) -> Iterator[str]:
    yield "state:"
    yield f"  name: {scalar(facts.name)}{_note(facts, 'state')}"
    yield f"  code: {scalar(facts.state)}"
    if facts.in_text:
        yield f"  in_text: {scalar(facts.in_text)}"
    yield f"treaty: {facts.treaty}{_note(facts, 'treaty')}"
    yield f"document: {facts.document}"
    yield f"procedure: {facts.procedure}"
    yield f"cycle: {facts.cycle}{_note(facts, 'cycle')}"
    note = _FROM_SYMBOL if "symbol" in facts.supposed and "treaty" not in facts.supposed else _note(facts, "symbol")
    yield f"symbol: {scalar(facts.symbol)}{note}"
    if facts.list_of_issues:
        yield f"list_of_issues: {scalar(facts.list_of_issues)}"
    yield f"reporting_years: [{', '.join(map(str, facts.years))}]"


def _first_page(facts: Facts) -> Iterator[str]:
    if facts.title:
        yield f"title: {scalar(facts.title)}"
    if facts.title_notes:
        yield "title_notes:"
        yield from (f"  - {scalar(note)}" for note in facts.title_notes)
    if facts.session:
        yield f"session: {scalar(facts.session)}"
    if facts.original_language:
        yield f"original_language: {scalar(facts.original_language)}"
    if facts.languages:
        yield f"languages: [{', '.join(scalar(name) for name in facts.languages)}]"
    yield "dates:"
    yield f"  due: {facts.due}{_note(facts, 'due')}"
    if facts.submitted:
        yield f"  submitted: {facts.submitted.isoformat()}"
    if facts.received:
        yield f"  received: {facts.received.isoformat()}"


def _note(facts: Facts, name: str) -> str:
    return _SUPPOSED if name in facts.supposed else ""


def _contents(contents: Contents | None) -> str:
    """How deep the list of contents of the report goes."""
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
    """`issues.yaml`.

    Args:
        plan: the order of the report.
        usual_heading: the heading over all replies that the program would print by itself.
        agency: the code of the agency that everything is given to.
    """
    title = f"title: {scalar(plan.title)}\n" if plan.title and plan.title != usual_heading else ""
    parts = "".join(
        f"  - title: {scalar(part.title)}\n    themes:{'' if part.themes else ' []'}\n"
        + "".join(_theme(theme.title, theme.sections, agency) for theme in part.themes)
        for part in plan.parts
    )
    return f"{_ISSUES.format(agency=agency)}{title}parts:\n{parts}"


def _theme(title: str | None, sections: Sequence[Section], agency: str) -> str:
    head = f"      - title: {scalar(title)}\n        issues:" if title else "      - issues:"
    articles = split_articles(title)[1] if title else ()
    issues = "".join(_issue(section, articles, agency) for section in sections)
    return f"{head}\n{issues}" if issues else f"{head} []\n"


def _issue(section: Section, articles: Sequence[str], agency: str) -> str:
    numbers = section.paragraphs
    lines = [f"          - number: {section.number}{_paragraphs(numbers)}"]
    if articles:
        lines.append(f"            articles: [{', '.join(quoted(one) for one in articles)}]")
    lines.append(f"            agencies: [{agency}]")
    return "\n".join(lines) + "\n"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `no issues`, `1 issue`, `1,200 issues`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"


def quoted(text: str) -> str:
    """Text in quotation marks, so that YAML takes it for nothing else."""
    return json.dumps(text, ensure_ascii=False)


def _paragraphs(numbers: Sequence[int]) -> str:
    """Which paragraphs of the published report answer it, as a note."""
    if not numbers:
        return ""
    if numbers[0] == numbers[-1]:
        return f"   # paragraph {numbers[0]}"
    return f"   # paragraphs {numbers[0]}–{numbers[-1]}"


def agencies_yaml(agency: str, name: str) -> str:
    """`agencies.yaml` with the one agency that the whole report is given to."""
    return (
        "# agencies.yaml: who contributes. A published report does not say who wrote what, so that all of it stands\n"
        "# with one agency. Name the real ones here, and move their issues and figures over to them.\n"
        f"agencies:\n  - code: {agency}\n    name: {scalar(name)}\n"
    )
