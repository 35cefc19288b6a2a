"""Status as one self-contained page: the matrix, the agencies, their figures as small charts.

No script, nothing that a browser would fetch, and a policy that forbids both. A state is a sign and words; its colour
only repeats it. Each chart is told in words as well.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from reportgen import __version__
from reportgen.agencies.status.chart import chart_svg, point_words, undrawn
from reportgen.agencies.status.text import SIGNS, counts_words, due_words, given_words, sent_words, words_words
from reportgen.agencies.status.values import PROGRESS, AgencyStatus, Chart, Contribution, IssueStatus, Status
from reportgen.diagnostics import shown


def status_html(status: Status) -> str:
    """The status as an HTML page."""
    title = f"Status of {status.symbol}, {status.date}"
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="generator" content="reportgen {__version__}">\n',
            f"<title>{_text(title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<header>\n",
            f"<h1>{_text(title)}</h1>\n{_facts(status)}</header>\n<main>\n",
            _matrix(status),
            _voided(status.issues),
            _agencies(status.agencies),
            _charts(status.agencies),
            f"</main>\n<footer><p>Written by reportgen {__version__} from the files of the project.</p></footer>\n",
            "</body>\n</html>\n",
        )
    )


@cache
def _style() -> str:
    return files("reportgen.agencies").joinpath("status.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """What a browser may do with the page: apply this style sheet, known by its hash, and nothing else."""
    known = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _facts(status: Status) -> str:
    facts = [
        ("State", status.state),
        ("Submissions are due", due_words(status)),
        ("Replies", counts_words(status)),
        ("Words of the document", words_words(status.words, status.limit)),
    ]
    if status.other_errors:
        facts.append(("Errors in the project’s own files", f"{status.other_errors}; reportgen check says which"))
    items = "".join(f"<dt>{_text(name)}</dt><dd>{_text(fact)}</dd>\n" for name, fact in facts)
    return f'<dl class="facts">\n{items}</dl>\n'


# ---- the matrix -----------------------------------------------------------------------------------------------


def _matrix(status: Status) -> str:
    matrix = status.matrix
    heads = "".join(map(_issue_head, status.issues))
    rows = "".join(
        f'<tr><th scope="row" class="name">{_agency_link(agency)}</th>'
        + "".join(_cell(matrix.get((agency.code, issue.number))) for issue in status.issues)
        + "</tr>\n"
        for agency in status.agencies
    )
    legend = "".join(f'<li class="{_class(state)}">{SIGNS[state]} {state}</li>' for state in PROGRESS)
    return (
        '<section aria-labelledby="matrix">\n<h2 id="matrix">Agencies and issues</h2>\n'
        f'<ul class="legend" aria-label="What the signs mean">{legend}</ul>\n'
        '<div class="wide" role="region" aria-labelledby="matrix" tabindex="0">\n<table>\n'
        "<caption>A row an agency, a column an issue. The lead of an issue is underlined.</caption>\n"
        f'<thead><tr><th scope="col">Agency</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'
        "</section>\n"
    )


def _issue_head(issue: IssueStatus) -> str:
    """The number of an issue; its question shows when it is pointed at."""
    question = " ".join(issue.text.split()) or f"Issue {issue.number}"
    return f'<th scope="col"><abbr title="{_quoted(question)}">{issue.number}</abbr></th>'


def _cell(part: Contribution | None) -> str:
    if part is None:
        return '<td class="empty"></td>'
    lead = ' class="lead"' if part.leads else ""
    sign = f'<span{lead} aria-hidden="true">{SIGNS[part.state]}</span><span class="spoken">{part.state}</span>'
    said = "; ".join(_cell_words(part))
    return f'<td class="part {_class(part.state)}" title="{_quoted(said)}">{sign}</td>'


def _cell_words(part: Contribution) -> Iterator[str]:
    """What a cell says when it is pointed at; the table of agencies says the sums of it."""
    yield f"{part.agency}, issue {part.issue}: {part.state}"
    yield f"words {words_words(part.words, part.budget)}"
    if part.figures.due:
        yield f"figures {given_words(part.figures)}"
    counts = ((part.errors, "errors"), (part.questions, "questions"), (part.warnings, "other doubts"))
    yield from (f"{name}: {count}" for count, name in counts if count)


def _class(state: str) -> str:
    return str(state).replace(" ", "-")


def _agency_link(agency: AgencyStatus) -> str:
    return f'<a href="#agency-{agency.code}">{_text(agency.name)}</a>' if agency.charts else _text(agency.name)


# ---- what stands below it -------------------------------------------------------------------------------------


def _voided(issues: Iterable[IssueStatus]) -> str:
    cleared = [issue for issue in issues if issue.cleared_by]
    if not cleared:
        return ""
    items = "".join(
        f'<div class="void"><p>The clearance of issue {issue.number} by {_text(issue.cleared_by or "")} on '
        f"{issue.cleared_on} is void, because since then:</p>\n"
        f"<ul>{''.join(f'<li>{_text(change)}</li>' for change in issue.changes)}</ul></div>\n"
        if issue.changes
        else f"<p>Issue {issue.number} was cleared by {_text(issue.cleared_by or '')} on {issue.cleared_on}.</p>\n"
        for issue in cleared
    )
    return f'<section aria-labelledby="clearances">\n<h2 id="clearances">Clearances</h2>\n{items}</section>\n'


_HEADS = (
    "Agency",
    "Whom to ask",
    "Sent",
    "Words of its budget",
    "Figures given",
    "Errors",
    "Questions",
    "Other doubts",
)


def _agencies(agencies: Iterable[AgencyStatus]) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in _HEADS)
    return (
        '<section aria-labelledby="agencies">\n<h2 id="agencies">What each agency has sent</h2>\n'
        '<div class="wide" role="region" aria-labelledby="agencies" tabindex="0">\n<table>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(map(_agency_row, agencies))}</tbody>\n</table>\n</div>\n"
        "</section>\n"
    )


def _agency_row(agency: AgencyStatus) -> str:
    words = (agency.focal_point or "–", sent_words(agency))
    counts = (
        words_words(agency.words, agency.budget),
        given_words(agency.figures),
        *(str(count or "–") for count in (agency.errors, agency.questions, agency.warnings)),
    )
    cells = "".join(f'<td class="word">{_text(word)}</td>' for word in words)
    cells += "".join(f'<td class="count">{_text(count)}</td>' for count in counts)
    return f'<tr><th scope="row" class="name">{_agency_link(agency)}</th>{cells}</tr>\n'


def _charts(agencies: Iterable[AgencyStatus]) -> str:
    sections = "".join(
        f'<h3 id="agency-{agency.code}">{_text(agency.name)}</h3>\n'
        f'<div class="charts">\n{"".join(map(_figure, agency.charts))}</div>\n'
        for agency in agencies
        if agency.charts
    )
    if not sections:
        return ""
    return (
        '<section aria-labelledby="figures">\n<h2 id="figures">Figures</h2>\n'
        "<p>A bar with a broken outline is provisional or estimated; two dots (..) mean that there are no data.</p>\n"
        f"{sections}</section>\n"
    )


def _figure(chart: Chart) -> str:
    unit = f" <span>({_text(chart.unit)})</span>" if chart.unit and chart.unit != chart.label else ""
    others = "; ".join(map(point_words, undrawn(chart)))
    rest = f"<p>{_text(others)}</p>\n" if others else ""
    return f"<figure>\n<figcaption>{_text(chart.label)}{unit}</figcaption>\n{chart_svg(chart)}{rest}</figure>\n"


def _text(text: str) -> str:
    return escape("".join(map(shown, text)), quote=False)


def _quoted(text: str) -> str:
    return escape("".join(map(shown, text)), quote=True)
