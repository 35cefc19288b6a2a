"""Clearing: what is vouched for, what voids it, what stays as it was."""

import datetime as dt
import json
from pathlib import Path

import pytest
from commands import run
from project import make_project
from submission_workbook import write_submission

from reportgen.agencies.clear import clear_issues
from reportgen.agencies.cleared import Standing
from reportgen.agencies.cleared import standings as find_standings
from reportgen.files.output import write_files
from reportgen.pipeline import check_project
from reportgen.project import read_submission

DAY = dt.date(2024, 2, 1)
INTERIOR = """\
agency: interior
indicators:
  calls: {label: calls to the police, issue: 2, values: {2021: 30, 2022: 40, 2023: 50}}
replies:
  - {issue: 2, text: "In 2023, {{ victims }} of those who called received compensation."}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which both issues have a reply; that to issue 2 refers to a figure of issue 1."""
    return make_project(tmp_path, submissions__interior_yaml=INTERIOR)


def clear(project: Path, *issues: int, by: str = "Deputy Minister", date: dt.date = DAY) -> list[str]:
    """Clear issues as the command does; the codes of what was found."""
    cleared = clear_issues(project, issues, by, date)
    if cleared.files:
        write_files(project, cleared.files)
    return [found.code for found in cleared.diagnostics]


def standings(project: Path) -> dict[int, Standing]:
    """Each cleared issue as it stands."""
    checked = check_project(project)
    assert checked.report is not None
    return find_standings(checked, checked.report)


def changes(project: Path) -> dict[int, tuple[str, ...]]:
    """What changed since each issue was cleared."""
    return {number: one.changes for number, one in standings(project).items()}


def edit(project: Path, agency: str, *pairs: tuple[str, str]) -> None:
    """Change an agency's file."""
    file = project / "submissions" / f"{agency}.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def test_a_clearance_holds_while_nothing_changes(project: Path) -> None:
    """It names who and when, and is found valid when the project is read again."""
    assert [] == clear(project, 1, 2)

    assert {1: (), 2: ()} == changes(project)
    assert ("Deputy Minister", DAY) == (standings(project)[1].clearance.by, standings(project)[1].clearance.date)


def test_a_changed_text_voids_its_issue_alone(project: Path) -> None:
    """The agency whose text changed is named."""
    clear(project, 1, 2)
    edit(project, "justice", ("compensation went to", "compensation was paid to"))

    assert {1: ("the text of Ministry of Justice changed",), 2: ()} == changes(project)


def test_a_changed_figure_voids_every_issue_that_prints_it(project: Path) -> None:
    """Also the issue whose text only refers to it; the periods are named."""
    clear(project, 1, 2)
    edit(project, "justice", ("944", "945"), ("348", "384"))

    said = ("“victims who received compensation” changed for 2021 and 2023",)
    assert {1: said, 2: said} == changes(project)


def test_a_figure_of_another_issue_voids_nothing(project: Path) -> None:
    """Exactly that clearance whose content changed is void."""
    clear(project, 1, 2)
    edit(project, "interior", ("2023: 50", "2023: 51"))

    assert {1: (), 2: ("“calls to the police” changed for 2023",)} == changes(project)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("348}", "{value: 348, status: provisional}}", "“victims who received compensation” changed for 2023"),
        ("348}", "348, 2024: 7}", "“victims who received compensation” was added for 2024"),
        (", 2023: 348}", "}", "“victims who received compensation” was removed for 2023"),
        (
            "one: person",
            "one: individual",
            "the description of “victims who received compensation” (label, unit, source …) changed",
        ),
        (
            "source: Fund",
            "source: Register",
            "the description of “victims who received compensation” (label, unit, source …) changed",
        ),
    ],
)
def test_each_kind_of_change_is_told(project: Path, old: str, new: str, said: str) -> None:
    """A status, a new or missing period, a unit or a source are content too."""
    clear(project, 1)
    edit(project, "justice", (old, new))

    assert {1: (said,)} == changes(project)


def test_a_further_agency_voids_by_its_text(project: Path) -> None:
    """A reply that comes in later was not seen by who cleared."""
    clear(project, 1)
    edit(project, "interior", ("replies:\n", "replies:\n  - {issue: 1, text: Another view.}\n"))

    assert {1: ("the text of Ministry of the Interior was added",)} == changes(project)


def test_the_replys_own_template_is_content(project: Path) -> None:
    """A template that takes over a reply holds its words."""
    template = project / "templates" / "replies" / "1.html.j2"
    template.parent.mkdir(parents=True)
    template.write_text("<p>In all, {{ victims }}.</p>\n", encoding="utf-8")
    clear(project, 1, 2)
    template.write_text("<p>In total, {{ victims }}.</p>\n", encoding="utf-8")

    assert {1: ("the template replies/1.html.j2 changed",), 2: ()} == changes(project)


def test_the_form_of_a_file_is_no_content(project: Path) -> None:
    """The same submission as a workbook, with a figure written 348.0, is what was cleared."""
    clear(project, 1, 2)
    edit(project, "justice", ("2023: 348", "2023: 348.0"))
    file = project / "submissions" / "justice.yaml"
    submission = read_submission(file.read_bytes(), "justice.yaml").submission
    assert submission is not None
    file.unlink()
    (project / "submissions" / "justice.xlsx").write_bytes(write_submission(submission))

    assert {1: (), 2: ()} == changes(project)


def test_the_last_clearance_counts(project: Path) -> None:
    """What was cleared again holds again; the earlier entry stays in the file."""
    clear(project, 1)
    edit(project, "justice", ("348", "384"))
    clear(project, 1, by="Minister", date=dt.date(2024, 2, 9))

    assert {1: ()} == changes(project)
    assert "Minister" == standings(project)[1].clearance.by
    assert 2 == (project / "clearances.yaml").read_text(encoding="utf-8").count("- issue: 1")


def test_comments_and_order_of_the_file_stay(project: Path) -> None:
    """What a coordinator wrote beside the entries is still there."""
    clear(project, 1)
    file = project / "clearances.yaml"
    noted = file.read_text(encoding="utf-8").replace("by: Deputy Minister", "by: Deputy Minister  # by telephone")
    file.write_text(noted + "# the others in March\n", encoding="utf-8")
    clear(project, 2)

    text = file.read_text(encoding="utf-8")
    assert "by: Deputy Minister  # by telephone" in text
    assert "# the others in March" in text
    assert text.startswith("# clearances.yaml: who cleared which reply")
    assert {1: (), 2: ()} == changes(project)


def test_odd_names_and_digests_stay_text(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A digest of digits alone, or a name with a colon, is quoted, so that it is read again as it was."""
    monkeypatch.setattr("reportgen.agencies.clear.digests", lambda items: dict.fromkeys(items, "1234567890123456"))
    assert [] == clear(project, 1, by="Minister: #2")

    checked = check_project(project)
    assert checked.report is not None
    (clearance,) = checked.report.clearances
    assert ("Minister: #2", {"1234567890123456"}) == (clearance.by, set(clearance.items.values()))


def test_an_empty_list_is_filled(project: Path) -> None:
    """A file with an empty list takes the first clearance."""
    (project / "clearances.yaml").write_text("clearances: []\n", encoding="utf-8")
    clear(project, 1)

    assert {1: ()} == changes(project)


def test_an_issue_without_a_reply_is_refused(tmp_path: Path) -> None:
    """There is nothing to vouch for; nothing is written, also not for the other issue."""
    cleared = clear_issues(make_project(tmp_path), [1, 2], "Deputy Minister", DAY)

    assert ["RG702"] == [found.code for found in cleared.diagnostics]
    assert {} == cleared.files


def test_an_issue_with_errors_is_refused_and_another_is_not(project: Path) -> None:
    """An unknown reference in the text of issue 2 stands in the way of issue 2 alone."""
    edit(project, "interior", ("{{ victims }}", "{{ victms }}"))

    assert {"RG401", "RG701"} == set(clear(project, 2))
    assert [] == clear(project, 1)


def test_a_refused_file_stands_in_the_way_of_its_agencys_issues(project: Path) -> None:
    """Interior answers both issues, and what its file would have said is not known."""
    edit(project, "interior", ("agency: interior", "agency: interior\nnonsense: 1"))

    assert {"RG201", "RG701"} == set(clear(project, 1))


def test_an_unknown_issue_is_refused(project: Path) -> None:
    """The numbers that there are stand in the hint."""
    cleared = clear_issues(project, [9], "Deputy Minister", DAY)

    assert ["RG703"] == [found.code for found in cleared.diagnostics]
    assert "1, 2" in str(cleared.diagnostics[0].hint)


def test_the_command_records_and_says_so(project: Path) -> None:
    """It ends with 0, and the project still has no errors."""
    result = run("clear", project, "--issue", 1, "--by", "Deputy Minister", "--date", "2024-02-01")

    assert 0 == result.exit_code, result.output
    assert "issue 1: cleared by Deputy Minister on 2024-02-01" in result.output
    assert 0 == run("check", project).exit_code


def test_the_command_refuses_in_json_too(tmp_path: Path) -> None:
    """Programs get the reason, and an exit code of 1."""
    result = run("clear", make_project(tmp_path), "--issue", 2, "--by", "X", "--format", "json")

    assert 1 == result.exit_code
    found = json.loads(result.stdout)
    assert ([], ["RG702"]) == (found["cleared"], [one["code"] for one in found["diagnostics"]])


def test_a_date_that_is_none_is_wrong_usage(project: Path) -> None:
    """It is said how a date is written."""
    result = run("clear", project, "--issue", 1, "--by", "X", "--date", "1.2.2024")

    assert 2 == result.exit_code
    assert "2024-01-31" in result.output


@pytest.mark.parametrize("name", ["", "  ", "x" * 501])
def test_a_name_that_is_none_is_wrong_usage(project: Path, name: str) -> None:
    """Somebody must stand behind a clearance; a name on several lines is put on one."""
    assert 2 == run("clear", project, "--issue", 1, "--by", name).exit_code
    assert 0 == run("clear", project, "--issue", 1, "--by", "Deputy\nMinister").exit_code
    assert "by: Deputy Minister\n" in (project / "clearances.yaml").read_text(encoding="utf-8")
