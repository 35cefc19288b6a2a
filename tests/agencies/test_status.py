"""Status: each state of a part of a reply, what is counted, and that every form says the same."""

import datetime as dt
import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from commands import run
from openpyxl import load_workbook
from project import AGENCIES, ISSUES, JUSTICE, REPORT, make_project
from submission_workbook import write_submission
from xlsx import Rows, book

from reportgen.agencies.clear import clear_issues
from reportgen.agencies.status.facts import find_status
from reportgen.agencies.status.page import status_html
from reportgen.agencies.status.text import status_text
from reportgen.agencies.status.values import FigureCount, Status
from reportgen.agencies.status.words import english_words
from reportgen.pipeline import check_project
from reportgen.project import read_submission

DAY = dt.date(2024, 1, 20)
DUE = REPORT.replace("dates: {due: 2024,", "dates: {due: 2024, submissions_due: 2024-01-31,")
INTERIOR = """\
agency: interior
date: 2024-01-18
indicators:
  calls: {label: calls to the police, issue: 2, values: {2021: 30, 2022: 40, 2023: 50}}
replies:
  - {issue: 2, text: "In 2023, {{ calls }} persons called the police."}
"""


def status_of(root: Path, **files: str) -> Status:
    """The status of a small project with some files replaced."""
    found = find_status(make_project(root, report_yaml=DUE, **files), DAY)
    assert found.status is not None
    return found.status


def states(status: Status) -> dict[tuple[str, int], str]:
    """The state of each part."""
    return {where: part.state.value for where, part in status.matrix.items()}


def test_what_has_not_come_is_not_received(tmp_path: Path) -> None:
    """Justice answered issue 1; interior sent nothing for either issue."""
    assert {("justice", 1): "ready", ("interior", 1): "not received", ("interior", 2): "not received"} == states(
        status_of(tmp_path)
    )


def test_who_has_nothing_to_add_owes_nothing(tmp_path: Path) -> None:
    """For the issue for which that was said; the other one is still waited for."""
    nothing = "agency: interior\ndate: 2024-01-18\nnothing_to_add: [1]\n"

    assert {("justice", 1): "ready", ("interior", 1): "nothing to add", ("interior", 2): "not received"} == states(
        status_of(tmp_path, submissions__interior_yaml=nothing)
    )


def test_an_error_is_that_of_its_agency_and_its_issue(tmp_path: Path) -> None:
    """A wrong reference in the text to issue 2 leaves issue 1 of the same agency ready."""
    both = INTERIOR.replace("{{ calls }}", "{{ cals }}") + "  - {issue: 1, text: All is well.}\n"
    status = status_of(tmp_path, submissions__interior_yaml=both)

    assert {("justice", 1): "ready", ("interior", 1): "ready", ("interior", 2): "errors"} == states(status)
    assert [0, 1] == [agency.errors for agency in status.agencies]


def test_an_error_in_a_cell_is_found_by_its_row(tmp_path: Path) -> None:
    """In a workbook the row of a reply tells the issue as well."""
    both = INTERIOR.replace("{{ calls }}", "{{ cals }}") + "  - {issue: 1, text: All is well.}\n"
    submission = read_submission(both.encode(), "interior.yaml").submission
    assert submission is not None
    root = make_project(tmp_path, report_yaml=DUE)
    (root / "submissions" / "interior.xlsx").write_bytes(write_submission(submission))
    found = find_status(root, DAY).status

    assert found is not None
    assert {("justice", 1): "ready", ("interior", 1): "ready", ("interior", 2): "errors"} == states(found)


def test_a_remark_about_a_row_without_text_is_about_no_reply(tmp_path: Path) -> None:
    """The last rows of a form often hold an issue and no text; what stands beside it is not that of another reply."""
    root = make_project(tmp_path, report_yaml=DUE)
    submission = read_submission(INTERIOR.encode(), "interior.yaml").submission
    assert submission is not None
    book = load_workbook(BytesIO(write_submission(submission)))
    sheet = book["Replies"]
    heads = {cell.value: number for number, cell in enumerate(sheet[1], 1)}
    sheet.cell(sheet.max_row + 1, heads["Issue"], 1)
    sheet.cell(sheet.max_row, heads["Key"], "later")
    book.save(root / "submissions" / "interior.xlsx")
    (root / "submissions" / "interior.yaml").unlink(missing_ok=True)
    found = find_status(root, DAY)

    assert "RG225" in {diagnostic.code for diagnostic in check_project(root).diagnostics}
    assert found.status is not None
    assert states(found.status)["interior", 2] == "ready"


def test_a_refused_file_is_an_error_in_all_of_its_agencys_issues(tmp_path: Path) -> None:
    """Its name says whose it is, since nothing in it could be read."""
    status = status_of(tmp_path, submissions__interior_2024_yaml="agency: [")

    assert {("justice", 1): "ready", ("interior", 1): "errors", ("interior", 2): "errors"} == states(status)
    assert [False, True] == [agency.refused for agency in status.agencies]


def test_a_missing_year_is_incomplete(tmp_path: Path) -> None:
    """Three years are asked and two are given; a year without data is given."""
    status = status_of(tmp_path, submissions__interior_yaml=INTERIOR.replace("2021: 30, ", ""))
    assert "incomplete" == states(status)["interior", 2]
    assert FigureCount(due=3, given=2) == status.matrix["interior", 2].figures

    known = status_of(tmp_path, submissions__interior_yaml=INTERIOR.replace("2021: 30", "2021: null"))
    assert "ready" == states(known)["interior", 2]


def test_a_single_figure_is_complete_by_itself(tmp_path: Path) -> None:
    """What is no series is not asked for year by year."""
    single = INTERIOR.replace("replies:", "  units: {label: units, issue: 2, values: {2023: 4}}\nreplies:")

    assert FigureCount(3, 3) == status_of(tmp_path, submissions__interior_yaml=single).matrix["interior", 2].figures


def test_status_counts_what_the_workbook_counts(tmp_path: Path) -> None:
    """Figures that the list asks for are due from the lead of the issue before there is any row of them; parts too."""
    asked = ISSUES.replace("{number: 2,", "{number: 2, asks: {indicators: [protection orders]},")
    parts = INTERIOR.replace("2023: 50}", "2023: 50}, breakdown: [{label: by women, values: {2021: 3, 2022: 4}}]")
    status = status_of(tmp_path, issues_yaml=asked, submissions__interior_yaml=parts)

    assert FigureCount(due=9, given=5) == status.matrix["interior", 2].figures
    assert "incomplete" == states(status)["interior", 2]


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ("", "incomplete"),
        ("{label: women, by: sex, values: {2023: 50}}", "ready"),
        ("{label: women, by: sex, values: {2023: 4}}", "questions open"),  # of 50
    ],
)
def test_a_division_without_a_part_is_incomplete(tmp_path: Path, parts: str, state: str) -> None:
    """The list asks for parts by sex and names none: the agency writes them, and nothing is green before.

    Nor is it where parts and total contradict each other, since no final report is made with them.
    """
    asked = ISSUES.replace(
        "{number: 2,", "{number: 2, asks: {indicators: [{label: calls to the police, breakdowns: [sex]}]},"
    )
    broken = INTERIOR.replace("2023: 50}", f"2023: 50}}, breakdown: [{parts}]")
    status = status_of(tmp_path, issues_yaml=asked, submissions__interior_yaml=broken)

    assert state == states(status)["interior", 2]
    assert (["“calls to the police” (sex)"] if not parts else []) == [*status.matrix["interior", 2].missing]


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        (("Not counted by sex.", None), "ready"),
        ((None, None), "incomplete"),
        ((None, "Another row."), "incomplete"),
    ],
)
def test_a_note_settles_a_division(tmp_path: Path, notes: tuple[str | None, str | None], state: str) -> None:
    """As it does in the workbook: the note of the total says why there are no parts."""
    asked = ISSUES.replace(
        "{number: 2,", "{number: 2, asks: {indicators: [{label: calls to the police, breakdowns: [sex]}]},"
    )
    heads = ("Key", "Label", "Issue", 2021, 2022, 2023, "Note")
    rows = (("calls", "calls to the police", 2, 30, 40, 50, notes[0]), ("units", "units", 2, 3, 4, 5, notes[1]))
    replies: Rows = (("Issue", "Text"), (2, "Much was done."))
    sheets: dict[str, Rows] = {"About": (("Agency", "interior"),), "Replies": replies, "Indicators": (heads, *rows)}
    root = make_project(tmp_path, issues_yaml=asked)
    (root / "submissions" / "interior.xlsx").write_bytes(book(sheets))
    status = find_status(root, DAY).status

    assert status is not None
    assert state == states(status)["interior", 2]


def test_what_is_missing_is_named_as_it_is_called(tmp_path: Path) -> None:
    """Several parts are parted by semicolons; one in a label, with a blank before it as in French, stays as it is."""
    asked = ISSUES.replace(
        "{number: 2,", "{number: 2, asks: {indicators: [{label: appels ; plaintes, breakdowns: [sex, age]}]},"
    )
    given = INTERIOR.replace("calls to the police", "appels ; plaintes").replace(", 2023: 50", "")
    status = status_of(tmp_path, issues_yaml=asked, submissions__interior_yaml=given)

    assert ["“appels ; plaintes” 2023; (sex); (age)"] == [*status.matrix["interior", 2].missing]


def test_an_odd_figure_is_an_open_question(tmp_path: Path) -> None:
    """A value ten times its neighbours keeps a part from being ready."""
    odd = INTERIOR.replace("2021: 30, 2022: 40, 2023: 50", "2021: 2440, 2022: 245, 2023: 2460")
    status = status_of(tmp_path, submissions__interior_yaml=odd)

    assert "questions open" == states(status)["interior", 2]
    assert status.agencies[1].questions > 0


def test_cleared_and_voided_parts(tmp_path: Path) -> None:
    """A part is cleared while nothing changes; afterwards it is ready again, and the reason stands beside it."""
    root = make_project(tmp_path, report_yaml=DUE, submissions__interior_yaml=INTERIOR)
    (root / "clearances.yaml").write_bytes(clear_issues(root, [2], "Minister", DAY).files["clearances.yaml"])
    before = find_status(root, DAY)
    make_project(tmp_path, report_yaml=DUE, submissions__interior_yaml=INTERIOR.replace("2023: 50", "2023: 51"))
    after = find_status(root, DAY)

    assert before.status is not None
    assert after.status is not None
    assert "cleared" == states(before.status)["interior", 2]
    assert () == before.diagnostics
    assert "ready" == states(after.status)["interior", 2]
    assert ["RG704"] == [found.code for found in after.diagnostics]
    assert ("“calls to the police” changed for 2023",) == after.status.issues[1].changes
    assert (
        "The clearance of issue 2 by Minister on 2024-01-20 is void, because since then:\n"
        "  “calls to the police” changed for 2023" in status_text(after.status, english_words())
    )


def test_who_answers_unasked_has_a_part_too(tmp_path: Path) -> None:
    """Justice is not asked for issue 2; what it sends for it is shown."""
    more = JUSTICE + "  - {issue: 2, text: Some words of ours.}\n"

    assert "ready" == states(status_of(tmp_path, submissions__justice_yaml=more))["justice", 2]


def test_a_code_that_nobody_has_is_an_error_and_nobodys_part(tmp_path: Path) -> None:
    """A slip in a code, in the list of issues or in that of agencies, leaves the status of all others."""
    slips = {
        "issues": {"issues_yaml": ISSUES.replace("[justice, interior]", "[justice, interor]")},
        "agencies": {"agencies_yaml": AGENCIES.replace("code: interior", "code: interor")},
    }
    for name, files in slips.items():
        found = status_of(tmp_path / name, **files)

        assert "justice" in {code for code, _ in states(found)}
        assert {code for code, _ in states(found)} <= {"justice", "interior"}
        assert found.other_errors


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-01-20", "in 11 days"), ("2024-01-30", "in 1 day"), ("2024-01-31", "today"), ("2024-02-03", "3 days ago")],
)
def test_days_to_the_due_date(tmp_path: Path, day: str, words: str) -> None:
    """The day that counts as today is an argument."""
    found = find_status(make_project(tmp_path, report_yaml=DUE), dt.date.fromisoformat(day)).status

    assert found is not None
    assert f"  Submissions are due    2024-01-31, {words}\n" in status_text(found, english_words())


def test_words_stand_beside_the_budget(tmp_path: Path) -> None:
    """References count as one word each; the two agencies of issue 1 share its budget alike."""
    issues = ISSUES.replace("{number: 1,", "{number: 1, words: 300,")
    status = status_of(tmp_path, issues_yaml=issues)
    part = status.matrix["justice", 1]

    assert (7, 150) == (part.words, part.budget)
    assert 21200 == status.limit


@pytest.mark.parametrize(
    ("files", "matrix", "agencies"),
    [
        ({}, True, True),
        ({"issues_yaml": "parts: []\n"}, False, True),
        ({"agencies_yaml": "agencies: []\n", "submissions__justice_yaml": ""}, False, False),
    ],
)
def test_a_matrix_and_its_legend_need_something_to_show(
    tmp_path: Path, files: dict[str, str], matrix: bool, agencies: bool
) -> None:
    """A project that was just begun has no rows or no columns yet."""
    found = find_status(make_project(tmp_path, report_yaml=DUE, **files), DAY)
    assert found.status is not None
    assert found.words is not None

    text, page = status_text(found.status, found.words), status_html(found.status, found.words)

    assert [matrix] * 2 == ["not received, " in text, 'class="legend"' in page]
    assert [agencies] * 2 == ["Other doubts" in text, 'id="agencies"' in page]
    assert "\n\n\n" not in text


def test_an_agency_that_is_named_twice_owes_one_reply(tmp_path: Path) -> None:
    """Nor has it two shares of the words, or a year that is given twice two figures."""
    once, twice = (
        status_of(tmp_path / name, issues_yaml=ISSUES.replace("[justice, interior]", agencies))
        for name, agencies in (("once", "[justice, interior]"), ("twice", "[justice, interior, justice]"))
    )
    years = find_status(
        make_project(tmp_path / "years", report_yaml=DUE.replace("[2021, 2022, 2023]", "[2021, 2022, 2022, 2023]")), DAY
    )

    assert "[2021, 2022, 2023]" in DUE
    assert once == twice == years.status


def test_a_project_that_cannot_be_read_has_no_status(tmp_path: Path) -> None:
    """The errors are shown instead."""
    found = find_status(make_project(tmp_path, report_yaml="state: x\n"), DAY)

    assert found.status is None
    assert found.diagnostics


# ---- forms ----------------------------------------------------------------------------------------------------


@pytest.fixture
def status(tmp_path: Path) -> Status:
    """A status with three states, a chart with a gap and a provisional figure, and a name that needs escaping."""
    agencies = (
        "agencies:\n  - {code: justice, name: Ministry <b>of</b> Justice & Peace}\n  - {code: interior, name: =1+1}\n"
    )
    values = "2021: null, 2022: 40, 2023: {value: 1250000, status: provisional}"
    interior = INTERIOR.replace("2021: 30, 2022: 40, 2023: 50", values)
    return status_of(tmp_path, agencies_yaml=agencies, submissions__interior_yaml=interior)


class _Page(HTMLParser):
    """Gathers what a test asks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


def test_the_page_is_closed_and_needs_nothing_else(status: Status) -> None:
    """No script, no style attribute, no address but fragments; the policy knows the one style sheet by its hash."""
    text = status_html(status, english_words())
    page = _Page(text)

    assert [] == page.open
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    assert not any(name == "style" or name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert all(str(attributes["href"]).startswith("#") for tag, attributes in page.tags if tag == "a")
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "<b>" not in text
    assert "Ministry &lt;b&gt;of&lt;/b&gt; Justice &amp; Peace" in text


def test_the_page_is_read_without_eyes(status: Status) -> None:
    """Heads have a scope, charts are told in words, and each state stands in words beside its sign."""
    text = status_html(status, english_words())
    page = _Page(text)

    assert all(attributes.get("scope") in {"row", "col"} for tag, attributes in page.tags if tag == "th")
    charts = [attributes for tag, attributes in page.tags if tag == "svg"]
    assert ["img"] * 2 == [attributes["role"] for attributes in charts]
    assert any(
        "2021: not available; 2022: 40; 2023: 1,250,000, provisional" in str(one["aria-label"]) for one in charts
    )
    assert len(status.parts) == len(re.findall(r'<span class="spoken">', text))
    assert len({attributes["id"] for _, attributes in page.tags if "id" in attributes}) == sum(
        "id" in attributes for _, attributes in page.tags
    )


def test_provisional_bars_look_different(status: Status) -> None:
    """A final bar is filled, a provisional one has a broken outline, and a gap has the sign for no data."""
    text = status_html(status, english_words())

    assert 1 == len(re.findall('<rect fill="#ffffff" stroke="#33658a" stroke-width="2" stroke-dasharray', text))
    assert ">1.25 m</text>" in text
    assert ">..</text>" in text


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    """Text and JSON are printed; the page is written, to build/ where nothing else is said; a workbook is no form."""
    project = make_project(tmp_path / "p", report_yaml=DUE)
    text = run("status", project, "--date", "2024-01-20")
    found = json.loads(run("status", project, "--date", "2024-01-20", "--format", "json").stdout)

    assert 0 == text.exit_code
    assert "1 ready, 2 not received" in text.output
    assert (11, {"ready": 1, "not received": 2}) == (
        found["days_left"],
        {state: count for state, count in found["counts"].items() if count},
    )
    assert 0 == run("status", project, "--format", "html").exit_code
    assert (project / "build" / "status.html").is_file()
    assert (
        0 == run("status", project, "--date", "2024-01-20", "--format", "json", "--out", tmp_path / "s.json").exit_code
    )
    assert found == json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert 2 == run("status", project, "--format", "xlsx").exit_code


def test_the_command_fails_where_there_is_no_project(tmp_path: Path) -> None:
    """With the reason, and no traceback."""
    result = run("status", tmp_path / "nowhere", "--format", "html")

    assert 2 == result.exit_code
    assert "RG116" in result.output


@pytest.mark.parametrize(
    ("wards", "shown"),
    [
        ("", {"courts", "prisons"}),
        ("2021: 6, 2022: 7", {"courts", "prisons"}),
        ("2021: 6, 2022: 7, 2023: 8", {"courts"}),
    ],
)
def test_a_department_owes_what_the_others_have_not_given(tmp_path: Path, wards: str, shown: set[str]) -> None:
    """Each is asked for all figures of its agency; once these are there, nobody waits for the second."""
    asks = "agencies: [justice], asks: {indicators: [{label: cases, key: cases}, {label: wards, key: wards}]}"
    values = {"cases": "2021: 3, 2022: 4, 2023: 5", "wards": wards}
    indicators = "".join(f"  {key}: {{label: {key}, issue: 1, values: {{{one}}}}}\n" for key, one in values.items())
    status = status_of(
        tmp_path,
        issues_yaml=ISSUES.replace("agencies: [justice, interior]", asks),
        agencies_yaml=AGENCIES.replace("of Justice}", "of Justice, departments: {courts: Courts, prisons: Prisons}}"),
        submissions__justice_yaml=f"agency: justice\ndepartment: courts\nindicators:\n{indicators}",
    )

    found = {code: state for (code, number), state in states(status).items() if number == 1}
    assert {f"justice.{one}" for one in shown} == set(found)
    assert "not received" == found.get("justice.prisons", "not received")
    assert ("incomplete" == found["justice.courts"]) is (len(shown) > 1)
