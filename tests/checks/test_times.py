"""Times and figures: the cases of whole projects, what is said and where, and the words that are read."""

import datetime as dt
from pathlib import Path

import pytest
from composing import composed, templates
from judging import judged
from reports import make_report

from reportgen.agencies.year_references import refer_to_years
from reportgen.checks.finding import CheckContext
from reportgen.checks.times import figures_agree_in_time
from reportgen.claims.fitting import Measured, fits
from reportgen.claims.times import read_times
from reportgen.diagnostics import Diagnostic
from reportgen.model import Indicator, Period, merge_indicators
from reportgen.pipeline import build_project, check_project

_REPORT = """\
state: {name: Arcania, code: ARC}
treaty: cedaw
cycle: 7
symbol: CEDAW/C/ARC/7
dates: {due: 2027}
annex: none
reporting_years: [2021, 2022, 2023, 2024, 2025]
"""
_ISSUES = """\
parts:
  - title: General questions
    themes: [{issues: [{number: 1, text: Data on legal aid., agencies: [justice]}]}]
"""
_AGENCIES = "agencies: [{code: justice, name: Ministry of Justice}]\n"
_JUSTICE = """\
agency: justice
date: 2027-01-15
indicators:
  aid:
    label: persons who received legal aid
    unit: {one: person, other: persons}
    issue: 1
    values: {2021: 281, 2022: 239, 2023: 264, 2024: 194, 2025: 172}
replies:
  - issue: 1
    text: |
      %s
"""


def _project(root: Path, text: str, answers: str = "") -> Path:
    """A project of one reply."""
    files = {"report.yaml": _REPORT, "issues.yaml": _ISSUES, "agencies.yaml": _AGENCIES}
    files["submissions/justice.yaml"] = _JUSTICE % text + answers
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


def _told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.severity} {one.code}" for one in found]


def test_a_typed_year_that_is_not_that_of_the_figure_stops_a_draft(tmp_path: Path) -> None:
    """The error names the time, the figure, its period and label, at the reference, with what to write."""
    project = _project(tmp_path, "In 2023, {{ aid | compared(unit=True) }} received legal aid.")
    built = build_project(project, ["html"])
    (found,) = built.diagnostics

    assert built.files == {}
    assert str(found.place) == f"{project.as_posix()}/submissions/justice.yaml:12:16"
    assert found.message == "“In 2023” stands over 172, which is the figure for 2025 (persons who received legal aid)"
    assert "{{ aid | at(2023) }}" in str(found.hint)
    assert "in {{ aid | last_period }}" in str(found.hint)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In {{ aid | last_period }}, {{ aid | compared(unit=True) }} received legal aid.", None),
        ("In {{ aid | period }}, {{ aid }} received legal aid.", "RG432"),
        ("In 2022, {{ aid }} received aid. Since then a law was passed, and in 2024 it {{ aid | change }}.", "RG430"),
        ("The Office grew in 2023: in that year, its staff {{ aid | change(show='none') }}.", "RG431"),
        ("In 2025, its staff {{ aid | change }}. The number {{ aid | by_year }} is known.", None),
    ],
)
def test_cases(tmp_path: Path, text: str, code: str | None) -> None:
    """Years of the figure, of another one, of a span, and a change."""
    codes = {one.code for one in check_project(_project(tmp_path, text)).diagnostics}

    assert codes == ({code} if code else set())


def test_a_question_stops_a_final_report_alone_until_it_is_answered(tmp_path: Path) -> None:
    """A warning for a draft, an error for a final report, nothing where the agency has confirmed it."""
    text = "Last year, {{ aid }} received legal aid."
    answer = "answers: [{code: RG431, indicator: aid, period: 2025, value: 172, reason: It is so.}]\n"

    assert _told(check_project(_project(tmp_path / "a", text)).diagnostics) == ["warning RG431"]
    assert _told(check_project(tmp_path / "a", final=True).diagnostics) == ["error RG431"]
    assert _told(check_project(_project(tmp_path / "b", text, answer), final=True).diagnostics) == []


def test_a_problem_elsewhere_does_not_hide_a_wrong_year(tmp_path: Path) -> None:
    """All problems come together, also where another one keeps the document from being made."""
    project = _project(tmp_path, "In 2023, {{ aid }} received legal aid, and {{ nobody }} did not.")

    assert {one.code for one in check_project(project).diagnostics} >= {"RG401", "RG430"}


def test_a_new_figure_moves_the_year_with_it(tmp_path: Path) -> None:
    """With `last_period` the sentence follows a value that is added; with a typed year it becomes an error."""
    texts = ("In {{ aid | last_period }}, {{ aid }} received aid.", "In 2025, {{ aid }} received aid.")
    for number, text in enumerate(texts):
        project = _project(tmp_path / str(number), text)
        file = project / "submissions" / "justice.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("2025: 172", "2025: 172, 2026: 777"), encoding="utf-8")

    assert _told(check_project(tmp_path / "0").diagnostics) == []
    assert _told(check_project(tmp_path / "1").diagnostics) == ["error RG430"]


@pytest.mark.parametrize(("head", "row", "wrong"), [("2023", "", False), ("2022", "", True), ("", "In 2022", True)])
def test_the_head_and_the_row_of_a_table_say_when(tmp_path: Path, head: str, row: str, *, wrong: bool) -> None:
    """A figure of a template's table is that of its column and of its row."""
    table = (
        f"<table><caption>Cases</caption><thead><tr><th>Kind</th><th>{head or 'Number'}</th></tr></thead>"
        f"<tbody><tr><td>{row or 'All'}</td><td>{{{{ cases }}}}</td></tr></tbody></table>"
    )
    own = templates(tmp_path, replies__1='<h4 id="{{ reply.key }}">Reply</h4><p>See the table.</p>' + table)
    report = make_report({"indicators": {"cases": {"values": {2022: 15, 2023: 11}}}})
    made = composed(report, own)
    assert made.tree is not None, made.diagnostics
    found = figures_agree_in_time(CheckContext(report, merge_indicators(report.submissions), made.tree))

    assert [one.code for one in found] == (["RG430"] if wrong else [])


# ---- the words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("in 2023", ["2023"]),
        ("In the course of the year 2023", ["2023"]),
        ("in 2021, 2022 and 2023", ["2021", "2022", "2023"]),
        ("between 2020 and 2023", ["2020-2023"]),
        ("in the period from 2020 to 2023", ["2020-2023"]),
        ("in the first half of 2023", ["2023-H1"]),
        ("between January and May 2023", ["2023-01/2023-05"]),
        ("in the 2022/23 academic year", ["2022-07/2023-06"]),
        ("for the financial year 2022–2023", ["2022-07/2023-06"]),
        ("from the end of 2021 to the end of 2023", ["2021-12/2023-12"]),
        ("the Act of 5 November 2022", []),
        ("the National Plan on Youth for 2023–2027", []),
        ("resolution 1325 (2000)", []),
        ("the courts of 2023", []),
        ("the project “Safe in 2023”", []),
        ("the 2022 budget", []),
    ],
)
def test_what_is_a_time(text: str, periods: list[str]) -> None:
    """A period with its preposition is a time; the dates of acts and the titles of plans are none."""
    assert [str(one) for found in read_times(f"{text}, something.") for one in found.periods] == periods


@pytest.mark.parametrize(("days", "fit"), [(-31, True), (31, True), (-32, False), (32, False)])
def test_as_at_is_within_a_month_of_the_date_of_a_stock(days: int, *, fit: bool) -> None:
    """Thirty-one days before and after the end of the year, and not a day more."""
    day = dt.date(2023, 12, 31) + dt.timedelta(days=days)
    (found,) = read_times(f"As at {day.day} {day:%B} {day.year}, there were")

    assert fits(found, Measured(Period.of_year(2023), is_stock=True)) is fit


def test_long_sentences_cost_no_more_than_their_length_allows() -> None:
    """A cell full of references without a stop is left alone, and one below the bound is read."""
    assert judged(["In 2023, " + "{{ cases }}, " * 12_000 + "ended."])[0][0] == ""
    assert judged(["In 2023, " + "{{ cases }}, " * 100 + "ended."])[0][0] == "RG430"


# ---- the next cycle -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("In 2023, {{ a }} came.", "In {{ a | last_period }}, {{ a }} came."),
        (
            "In 2022, {{ a | at(2022) }} and, in 2023, {{ a }} came.",
            "In 2022, {{ a | at(2022) }} and, in {{ a | last_period }}, {{ a }} came.",
        ),
        ("{{ a }} came in 2023.", "{{ a }} came in {{ a | last_period }}."),
        ("{{ a }} and {{ b }} came in 2023.", "{{ a }} and {{ b }} came in 2023."),
        ("Under the Act of 2023, {{ a }} came.", "Under the Act of 2023, {{ a }} came."),
        ("In 2023, a law was passed; {{ a }} came.", "In 2023, a law was passed; {{ a }} came."),
    ],
)
def test_typed_years_of_latest_figures_become_references(text: str, moved: str) -> None:
    """Only where the year governs latest figures and nothing else."""
    values = {"a": {2022: 2, 2023: 3}, "b": {2021: 1, 2022: 2}}
    indicators = {key: Indicator.model_validate({"values": given}) for key, given in values.items()}

    assert refer_to_years(text, indicators) == moved
