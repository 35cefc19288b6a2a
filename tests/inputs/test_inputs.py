"""The real project in `inputs/` and the example to copy: complete, current with their sources, and free of slips."""

import importlib.util
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from submission_workbook import write_submission

from reportgen.diagnostics import Severity
from reportgen.model import Indicator, Report
from reportgen.pipeline import Checked, check_project

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "inputs"
MINIMAL = ROOT / "examples" / "minimal"

CITED = re.compile(
    r"\{\{.*?\}\}"  # a reference: its figure is not typed
    r"|\b(?:articles?|No\.|resolution|helpline|calling|line|paragraph) [\d-]+(?:(?:, | and | to )[\d-]+)*"
    r"|\b(?:19|20)\d\d(?:–\d{2,4})?\b",  # a year
    re.IGNORECASE,
)
"""Where digits are no figure: references, articles, numbers of documents and telephones, years."""
TYPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@cache
def checked(project: Path = INPUTS) -> Checked:
    """A project, by default the real one, read, checked and composed once for all tests."""
    return check_project(project)


def report(project: Path = INPUTS) -> Report:
    """The report of a project."""
    found = checked(project).report
    assert found is not None, checked(project).diagnostics
    return found


def indicators() -> dict[str, Indicator]:
    """All indicators of the real project."""
    return {key: found for submission in report().submissions for key, found in submission.indicators.items()}


def load_script() -> ModuleType:
    """The script that makes the workbooks, as a module."""
    spec = importlib.util.spec_from_file_location("make_workbooks", INPUTS / "make_workbooks.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def paragraphs(text: str) -> list[str]:
    """The numbered paragraphs of a text: its blocks, without lists."""
    return [block for block in re.split(r"\n\s*\n", text.strip()) if not block.lstrip().startswith("- ")]


def workbook_pairs() -> list[tuple[Path, Path]]:
    """Each YAML file with the workbook that is made of it."""
    return list(load_script().find_sources())


def test_many_agencies_contribute() -> None:
    """25 or more agencies send figures, and at least ten of them send a workbook."""
    senders = {submission.agency for submission in report().submissions if submission.indicators}
    workbooks = {path.stem for path in (INPUTS / "submissions").glob("*.xlsx")}

    assert len(senders) >= 25
    assert len(workbooks) >= 10
    assert workbooks <= senders


def test_agencies_are_all_known() -> None:
    """Every sender, and every agency that an issue names, stands in agencies.yaml."""
    named = {code for issue in report().outline.issues for code in issue.agencies}
    senders = {submission.agency for submission in report().submissions}

    assert set() == (named | senders) - set(report().agency_names)


def test_there_are_many_indicators_and_paragraphs() -> None:
    """The project holds at least 250 indicators and 400 paragraphs of text."""
    texts = [reply.text for submission in report().submissions for reply in submission.replies]

    assert len(indicators()) >= 250
    assert sum(len(paragraphs(text)) for text in texts) >= 400


def test_all_26_issues_are_answered() -> None:
    """None is awaiting its reply, and each agency that an issue names has sent one."""
    answered = {(reply.issue, submission.agency) for submission in report().submissions for reply in submission.replies}
    named = {(issue.number, agency) for issue in report().outline.issues for agency in issue.agencies}

    assert list(range(1, 27)) == [issue.number for issue in report().outline.issues]
    assert () == checked().awaiting
    assert set() == named - answered


def test_replies_come_from_agencies_that_the_issue_names() -> None:
    """Nobody answers an issue that was not put to them, so that the order of the replies is the list's."""
    named = {issue.number: issue.agencies for issue in report().outline.issues}
    strangers = [
        (submission.agency, reply.issue)
        for submission in report().submissions
        for reply in submission.replies
        if submission.agency not in named[reply.issue]
    ]

    assert [] == strangers


def test_every_indicator_says_where_its_figures_were_published() -> None:
    """Each has a label, an issue, a form or register as its source, and a paragraph of CCPR/C/KAZ/3 beside it."""
    published = re.compile(r"CCPR/C/KAZ/3, (?:para\. \d+|paras\. \d+(?:–|, | and )\d+(?:(?:, | and )\d+)*)")
    lacking = [
        key
        for key, found in indicators().items()
        if not (found.label and found.issue and found.source and published.fullmatch(found.published or ""))
    ]

    assert [] == lacking
    assert [] == [key for key, found in indicators().items() if "CCPR/C/KAZ/3" in (found.source or "")]


def test_figures_are_reported_where_they_were_published() -> None:
    """The paragraphs cited are those of the 26 replies."""
    cited = [int(number) for one in indicators().values() for number in re.findall(r"\d+", (one.published or "")[12:])]

    assert 1 <= min(cited)
    assert max(cited) <= 489


def test_no_series_figure_is_typed() -> None:
    """A reply types no figure of 100 or more that one of the indicators holds: it refers to it."""
    held = {
        observation.value
        for found in indicators().values()
        for series in (found, *found.breakdown)
        for observation in series.values.values()
        if observation.value is not None and observation.value >= 100
    }
    typed = [
        (submission.agency, reply.issue, figure)
        for submission in report().submissions
        for reply in submission.replies
        for figure in TYPED.findall(CITED.sub("", reply.text))
        if Decimal(figure.replace(",", "")) in held
    ]

    assert [] == typed


@pytest.mark.parametrize("pair", workbook_pairs(), ids=lambda pair: pair[1].stem)
def test_workbooks_are_made_of_their_yaml(pair: tuple[Path, Path]) -> None:
    """Each workbook in the repository is, byte for byte, what the script makes of its YAML."""
    source, workbook = pair

    assert write_submission(load_script().read_source(source)) == workbook.read_bytes()


@pytest.mark.parametrize("pair", workbook_pairs(), ids=lambda pair: pair[1].stem)
def test_workbooks_are_read_back_as_their_yaml(pair: tuple[Path, Path]) -> None:
    """What is read from a workbook is the submission that its YAML holds."""
    source, workbook = pair
    expected = load_script().read_source(source)
    sent = {(one.agency, one.department): one for one in report(workbook.parents[1]).submissions}
    read = sent[expected.agency, expected.department]

    assert expected.indicators == read.indicators
    assert [reply.text.split() for reply in expected.replies] == [reply.text.split() for reply in read.replies]


def test_contradictions_of_the_published_figures_are_found() -> None:
    """What does not agree in the published report is reported, and nothing stands in the way of the document."""
    found = {(diagnostic.code, diagnostic.severity) for diagnostic in checked().diagnostics}

    assert {("RG301", Severity.WARNING), ("RG304", Severity.WARNING), ("RG308", Severity.WARNING)} <= found
    assert Severity.ERROR not in {severity for _, severity in found}


def test_the_example_to_copy_is_clean() -> None:
    """The minimal project gives a document and not a single warning."""
    example = checked(MINIMAL)

    assert example.document is not None
    assert [] == [found for found in example.diagnostics if found.severity is not Severity.INFO]
    assert () == example.awaiting
