"""A final build: what it refuses, and what its manifest proves."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from project import JUSTICE, REPORT, make_project

from reportgen.agencies.clear import clear_issues
from reportgen.agencies.final import judge_agencies
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.files.output import write_files
from reportgen.pipeline import Built, build_project

DAY = dt.date(2024, 2, 1)
INTERIOR = """\
agency: interior
indicators:
  checks:
    label: inspections of police stations
    issue: 2
    values: {2021: 40, 2022: 41, 2023: 42}
replies:
  - issue: 2
    text: The number of inspections was {{ checks | compared }}.
"""
QUESTION = INTERIOR.replace("2023: 42", "2023: -42")
"""A count below zero, which is asked about."""
ANSWER = 'answers:\n  - {code: RG323, indicator: checks, period: 2023, value: -42, reason: "It is a balance."}\n'
UNSAID = """\
agency: interior
indicators:
  checks: {label: inspections, issue: 2, values: {2021: 40, 2022: 41, 2023: 42}}
"""
SAID_ELSEWHERE = JUSTICE.replace("victims.\n", "victims. {{ checks }} stations were inspected.\n")


def complete(root: Path, **files: str) -> Path:
    """A project in which nothing is missing."""
    return make_project(root, **{"submissions__interior_yaml": INTERIOR, **files})


def final(root: Path) -> Built:
    """The final build of a project, in the quickest format."""
    return build_project(root, ("html",), final=judge_agencies)


def manifest(built: Built) -> dict[str, Any]:
    """The manifest of a build."""
    found: dict[str, Any] = json.loads(built.files["manifest.json"])
    return found


def clear(root: Path, *issues: int) -> None:
    """Clear issues of a project."""
    write_files(root, clear_issues(root, issues, "Deputy Minister", DAY).files)


def errors(built: Built) -> list[Diagnostic]:
    """The errors of a build."""
    return [found for found in built.diagnostics if found.severity is Severity.ERROR]


def test_a_complete_project_is_built(tmp_path: Path) -> None:
    """Nothing stands in the way, and the manifest says that it was final."""
    built = final(complete(tmp_path))

    assert [] == errors(built)
    assert {"CCPR-C-ARC-2.html", "manifest.json"} == built.files.keys()
    assert manifest(built)["final"]


def _question(root: Path) -> None:
    complete(root, submissions__interior_yaml=QUESTION)


def _awaiting(root: Path) -> None:
    make_project(root)


def _awaiting_with_figures(root: Path) -> None:
    complete(root, submissions__interior_yaml=UNSAID, submissions__justice_yaml=SAID_ELSEWHERE)


def _void(root: Path) -> None:
    clear(complete(root), 1, 2)
    complete(root, submissions__interior_yaml=INTERIOR.replace("2022: 41", "2022: 39"))


def _error(root: Path) -> None:
    complete(root, submissions__interior_yaml=INTERIOR.replace("{{ checks |", "{{ cheks |"))


_PARTS = "    breakdown: [{label: on the Coast, values: {2023: 30}}, {label: in the Highlands, values: {2023: %s}}]\n"


@pytest.mark.parametrize(
    ("added", "codes"),
    [
        (_PARTS % 12, []),
        (_PARTS % 13, ["RG301"]),
        (_PARTS % 13 + "    exhaustive: false\n", []),
        (_PARTS % 43 + "    exhaustive: false\n", ["RG309"]),
        ("  again: {label: inspections of police stations, issue: 2, values: {2023: 43}}\n", ["RG304"]),
        ("  others: {label: other inspections, issue: 2, values: {2023: 43}}\n", []),
        (
            "  rate: {label: x, unit: percent, issue: 2, values: {2023: 50}, share: {part: checks, of: checks}}\n",
            ["RG308"],
        ),
        ("  rate: {label: x, unit: percent, issue: 2, values: {2023: 100}, share: {part: checks, of: checks}}\n", []),
    ],
)
def test_figures_that_contradict_each_other_do_not_leave(tmp_path: Path, added: str, codes: list[str]) -> None:
    """A total that is not that of its parts is printed in a draft, where all can see it, and in no final report."""
    root = complete(tmp_path, submissions__interior_yaml=INTERIOR.replace("replies:", f"{added}replies:"))

    assert codes == [one.code for one in errors(final(root))]
    assert build_project(root, ("html",)).files


@pytest.mark.parametrize(
    ("spoil", "code", "file"),
    [
        (_question, "RG323", "submissions/interior.yaml"),
        (_awaiting, "RG306", "issues.yaml"),
        (_awaiting_with_figures, "RG306", "issues.yaml"),
        (_void, "RG704", "issues.yaml"),
        (_error, "RG401", "submissions/interior.yaml"),
    ],
)
def test_what_stands_in_the_way_is_named_with_its_place_and_a_hint(
    tmp_path: Path, spoil: Callable[[Path], None], code: str, file: str
) -> None:
    """An open question, an awaiting reply, a void clearance and an error each refuse a final build, and only that."""
    spoil(tmp_path)
    built = final(tmp_path)
    (found,) = errors(built)

    assert code == found.code
    assert found.place is not None
    assert (tmp_path / file).as_posix() == found.place.file
    assert found.hint
    assert {} == built.files
    assert (code == "RG401") == (not build_project(tmp_path, ("html",)).files)


def test_everything_is_named_at_once(tmp_path: Path) -> None:
    """An error does not hide a void clearance."""
    clear(complete(tmp_path), 1)
    complete(
        tmp_path, submissions__interior_yaml=QUESTION, submissions__justice_yaml=JUSTICE.replace("{{ victims", "{{ x")
    )

    assert {"RG323", "RG401", "RG704"} <= {found.code for found in errors(final(tmp_path))}


def test_an_issue_that_was_never_cleared_is_named_where_others_were(tmp_path: Path) -> None:
    """It does not stand in the way, and a project without clearances is not asked for them."""
    codes = [found.code for found in final(complete(tmp_path)).diagnostics]
    clear(tmp_path, 1)
    built = final(tmp_path)

    assert "RG630" not in codes
    assert [("RG630", Severity.WARNING)] == [
        (found.code, found.severity) for found in built.diagnostics if found.code == "RG630"
    ]
    assert "issue 2" in next(found.message for found in built.diagnostics if found.code == "RG630")
    assert "manifest.json" in built.files


def test_the_manifest_holds_the_clearances_in_force(tmp_path: Path) -> None:
    """Who, when, and the hash of what was cleared."""
    clear(complete(tmp_path), 2, 1)
    cleared = manifest(final(tmp_path))["clearances"]

    assert [(1, "Deputy Minister", "2024-02-01"), (2, "Deputy Minister", "2024-02-01")] == [
        (one["issue"], one["by"], one["date"]) for one in cleared
    ]
    assert all(one["hash"] in (tmp_path / "clearances.yaml").read_text(encoding="utf-8") for one in cleared)


def test_the_manifest_holds_the_answers_that_were_accepted(tmp_path: Path) -> None:
    """Only those to a question that would be asked without them."""
    stale = ANSWER + '  - {code: RG323, indicator: checks, period: 2022, value: 41, reason: "Why ask?"}\n'
    built = final(complete(tmp_path, submissions__interior_yaml=QUESTION + stale))

    assert [("RG323", "interior", "checks", "2023", "-42", "It is a balance.")] == [
        (one["code"], one["agency"], one["indicator"], one["period"], one["value"], one["reason"])
        for one in manifest(built)["answers"]
    ]


def test_the_manifest_holds_an_answer_about_a_time_that_has_not_come(tmp_path: Path) -> None:
    """It is asked beside the other questions about figures (RG329)."""
    early = INTERIOR.replace("indicators:", "date: 2022-12-01\nindicators:", 1)
    answer = 'answers:\n  - {code: RG329, indicator: checks, period: 2023, value: 42, reason: "It is planned."}\n'
    built = final(complete(tmp_path, submissions__interior_yaml=early + answer))

    assert ["RG329"] == [one["code"] for one in manifest(built)["answers"]]


def test_figures_of_a_final_report_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Word file that leaves is compared with the report; that of a draft is not."""
    read: list[bytes] = []
    monkeypatch.setattr("reportgen.writers.docx.proof.prove_figures", lambda data, _: read.append(data))
    root = complete(tmp_path)
    build_project(root, ("docx",))

    assert [] == read
    files = build_project(root, ("docx",), final=judge_agencies).files
    assert [files["CCPR-C-ARC-2.docx"]] == read


def test_the_same_project_gives_the_same_manifest_wherever_it_lies(tmp_path: Path) -> None:
    """No clock is read and no path of a machine is written."""
    projects = [complete(tmp_path / name) for name in ("one", "two")]
    one, two = (build_project(root, ("docx",), final=judge_agencies).files["manifest.json"] for root in projects)

    assert one == two
    assert not re.search(rb"/tmp|one/|20\d\d-\d\d-\d\dT", one)


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("report_yaml", REPORT + "# A remark.\n", "inputs"),
        ("submissions__interior_yaml", INTERIOR + "# A remark.\n", "inputs"),
        ("templates/part.html.j2", "<h2>{{ part.title }}</h2>{# new #}", "templates"),
    ],
)
def test_a_changed_file_changes_the_manifest(tmp_path: Path, name: str, content: str, where: str) -> None:
    """Even where nothing that is printed changes."""
    before = manifest(final(complete(tmp_path)))
    after = manifest(final(complete(tmp_path, **{name: content})))

    assert before[where] != after[where]


def test_the_manifest_names_templates_libraries_and_counts(tmp_path: Path) -> None:
    """All that another machine needs to make the same."""
    held = manifest(final(complete(tmp_path, **{"templates/list.html.j2": "<ul></ul>"})))

    assert {"templates/list.html.j2"} == held["templates"].keys()
    assert "templates/un/report.html.j2" in held["shipped_templates"]
    assert "templates/un/list.html.j2" not in held["shipped_templates"]
    assert {"python", "python-docx", "lxml", "weasyprint", "jinja2", "babel"} <= held["made_with"].keys()
    assert (2, 0) == (held["paragraphs"], len(held["awaiting"]))
    assert 6 == held["annexed"]


def test_the_word_file_whose_styles_are_used_is_an_input(tmp_path: Path) -> None:
    """Its hash stands with the others, by its path in the project."""
    Document().save(str(tmp_path / "house.docx"))
    complete(tmp_path, report_yaml=REPORT + "layout: {reference: house.docx}\n")

    held = manifest(final(tmp_path))["inputs"]
    assert hashlib.sha256((tmp_path / "house.docx").read_bytes()).hexdigest() == held["house.docx"]


def test_a_draft_says_that_it_is_one(tmp_path: Path) -> None:
    """It vouches for no clearance and no answer."""
    held = manifest(build_project(complete(tmp_path), ("html",)))

    assert not held["final"]
    assert "clearances" not in held
    assert "answers" not in held


def test_strict_makes_a_missing_clearance_an_obstacle(tmp_path: Path) -> None:
    """With both, nothing may be left to look at."""
    clear(complete(tmp_path), 1)

    assert ["RG630"] == [
        found.code for found in errors(build_project(tmp_path, ("html",), final=judge_agencies, strict=True))
    ]


def test_a_project_that_cannot_be_read_is_judged_by_its_errors(tmp_path: Path) -> None:
    """There is nothing else to say of it."""
    assert ["RG116"] == [found.code for found in errors(final(tmp_path / "nowhere"))]
