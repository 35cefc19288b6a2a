"""What was cleared is kept, so that a void clearance says which words changed; two persons where two are asked for."""

import datetime as dt
import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import make_project

from reportgen.agencies.clear import clear_issues
from reportgen.agencies.cleared import Standing, standings
from reportgen.agencies.final import judge_agencies
from reportgen.agencies.status.facts import find_status
from reportgen.agencies.status.page import status_html
from reportgen.agencies.status.text import status_data, status_text
from reportgen.agencies.status.values import ReplyState, Status
from reportgen.agencies.status.words import english_words
from reportgen.cli.main import cli
from reportgen.files.output import write_files
from reportgen.pipeline import build_project, check_project

DAY = dt.date(2024, 2, 1)
INTERIOR = """\
agency: interior
indicators:
  calls: {label: calls to the police, issue: 2, values: {2021: 30, 2022: 40, 2023: 50}}
replies:
  - {issue: 2, text: "In 2023, the police answered all calls."}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which both issues have a reply."""
    return make_project(tmp_path, submissions__interior_yaml=INTERIOR)


def clear(project: Path, by: str = "Deputy Minister", issue: int = 2, date: dt.date = DAY) -> None:
    """Clear an issue, and write what that gives."""
    cleared = clear_issues(project, [issue], by, date)
    if cleared.files:
        write_files(project, cleared.files)


def edit(project: Path, *pairs: tuple[str, str], file: str = "submissions/interior.yaml") -> None:
    """Change a file."""
    text = (project / file).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (project / file).write_text(text, encoding="utf-8")


def ask_for_two(project: Path) -> None:
    """Let the project ask for two names."""
    file = project / "report.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnames_to_clear: 2\n", encoding="utf-8")


def stands(project: Path, issue: int = 2) -> Standing:
    """The clearance of an issue as it stands."""
    checked = check_project(project)
    assert checked.report is not None
    return standings(checked, checked.report, project)[issue]


def words(project: Path) -> list[str]:
    """What changed since issue 2 was cleared, in words."""
    return list(map(str, stands(project).words))


def status(project: Path) -> Status:
    """The status of the project."""
    found = find_status(project, DAY).status
    assert found is not None
    return found


def test_what_was_cleared_is_kept_under_its_hash(project: Path) -> None:
    """The file is called by the SHA-256 of its bytes, which is that of the clearance."""
    clear(project)
    (file,) = (project / "cleared").iterdir()

    assert file.stem == sha256(file.read_bytes()).hexdigest() == stands(project).clearance.hash
    assert json.loads(file.read_bytes())["text/interior"] == ["In 2023, the police answered all calls."]
    assert words(project) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "answered all calls",
            "answered most calls",
            "the text of Ministry of the Interior: In 2023, the police answered [-all-] {+most+} calls.",
        ),
        ("2023: 50", "2023: 51", "“calls to the police” for 2023: [-50-] {+51+}"),
        ("2023: 50", "2023: {value: 50, status: provisional}", "“calls to the police” for 2023: 50 {+(provisional)+}"),
        (", 2023: 50", "", "“calls to the police” for 2023: [-50-]"),
        ("2023: 50", "2023: 50, 2024: 60", "“calls to the police” for 2024: {+60+}"),
        (
            "label: calls to",
            "label: reports to",
            "label of “reports to the police”: [-calls-] {+reports+} to the police",
        ),
    ],
)
def test_each_change_is_told_as_words(project: Path, old: str, new: str, said: str) -> None:
    """A word of a text, a figure, its status, one that came or went, a label: with what stood there."""
    clear(project)
    edit(project, (old, new))

    assert said in words(project)


def test_only_what_changed_is_told(project: Path) -> None:
    """The figures and texts that are what was cleared are not named."""
    clear(project)
    edit(project, ("2023: 50", "2023: 51"))

    assert len(words(project)) == 1


def test_a_text_that_is_only_divided_otherwise(project: Path) -> None:
    """No word changed, and that is said."""
    edit(project, ('"In 2023, the police answered all calls."', '"One.\\n\\nTwo."'))
    clear(project)
    edit(project, ("One.\\n\\nTwo.", "One. Two."))

    assert words(project) == ["the text of Ministry of the Interior: only its division into paragraphs"]


@pytest.mark.parametrize("kept", [None, b"{}", b'{"text/interior": ["Forged."]}'])
def test_without_what_was_cleared_the_items_are_named(project: Path, kept: bytes | None) -> None:
    """A file that is gone, or is not what was cleared, is not believed: the summary stands, as for older projects."""
    clear(project)
    (file,) = (project / "cleared").iterdir()
    if kept is None:
        file.unlink()
    else:
        file.write_bytes(kept)
    edit(project, ("2023: 50", "2023: 51"))

    assert words(project) == []
    assert stands(project).changes == ("“calls to the police” changed for 2023",)


def test_status_shows_the_words_as_text_data_and_page(project: Path) -> None:
    """Each form has what stood there and what stands there."""
    clear(project)
    edit(project, ("answered all calls", "answered most <calls>"))
    found = status(project)

    assert "In 2023, the police answered [-all calls.-] {+most <calls>.+}" in status_text(found, english_words())
    (one,) = status_data(found)["issues"][1]["differences"]  # type: ignore[index]
    assert (one["old"], one["new"]) == (
        "In 2023, the police answered all calls.",
        "In 2023, the police answered most <calls>.",
    )
    assert "<del>all calls.</del> <ins>most &lt;calls&gt;.</ins>" in status_html(found, english_words())


def test_clear_says_what_changed_since(project: Path) -> None:
    """Whoever clears again sees what is vouched for anew."""
    clear(project)
    edit(project, ("2023: 50", "2023: 51"))
    call = ["clear", str(project), "--issue", "2", "--by", "Minister", "--date", "2024-02-02"]
    result = CliRunner().invoke(cli, call)

    assert "changed since Deputy Minister cleared it on 2024-02-01:" in result.output
    assert "“calls to the police” for 2023: [-50-] {+51+}" in result.output


def test_a_final_build_shows_the_words(project: Path) -> None:
    """The error of a void clearance has them as notes."""
    clear(project)
    edit(project, ("2023: 50", "2023: 51"))
    found = build_project(project, ["docx"], final=judge_agencies).diagnostics
    (void,) = (one for one in found if one.code == "RG704")

    assert void.notes == ("“calls to the police” for 2023: [-50-] {+51+}",)


# ---- two names --------------------------------------------------------------------------------------------------


def test_one_of_two_names_does_not_clear(project: Path) -> None:
    """It is said who cleared it and that one is lacking; status does not call it cleared, a final build refuses."""
    ask_for_two(project)
    clear(project)

    assert stands(project).lacks_names
    assert not stands(project).holds
    found = status(project)
    assert found.matrix["interior", 2].state is not ReplyState.CLEARED
    assert "Issue 2: cleared by 1 of 2 persons: Deputy Minister on 2024-02-01" in status_text(found, english_words())
    assert "Issue 2: cleared by 1 of 2 persons" in status_html(found, english_words())
    diagnostics = build_project(project, ["docx"], final=judge_agencies).diagnostics
    assert [one.severity for one in diagnostics if one.code == "RG887"] == ["error"]


def test_two_names_clear(project: Path) -> None:
    """The second person makes it hold, and both are named."""
    ask_for_two(project)
    clear(project)
    clear(project, "Minister")

    assert stands(project).holds
    assert stands(project).by == "Deputy Minister and Minister"
    assert status(project).matrix["interior", 2].state is ReplyState.CLEARED


@pytest.mark.parametrize("again", ["Deputy Minister", "deputy  minister", "Deputy Minister "])
def test_the_same_person_twice_is_one(project: Path, again: str) -> None:
    """However the name is written, and on another day."""
    ask_for_two(project)
    clear(project)
    clear(project, again.strip(), date=dt.date(2024, 2, 2))

    assert len(stands(project).names) == 1
    assert not stands(project).holds


def test_names_count_for_what_is_there_alone(project: Path) -> None:
    """One who cleared the earlier text does not count for the later one; when that is put back, both do."""
    ask_for_two(project)
    clear(project)
    edit(project, ("2023: 50", "2023: 51"))
    clear(project, "Minister")

    assert (stands(project).names, stands(project).lacks_names) == (("Minister",), True)
    edit(project, ("2023: 51", "2023: 50"))
    assert stands(project).names == ("Deputy Minister",)


def test_the_day_is_that_of_the_clearance_that_came_last(project: Path) -> None:
    """Also where the person who gave it is the one who had cleared an earlier text first."""
    ask_for_two(project)
    clear(project)
    clear(project, "Minister")
    edit(project, ("2023: 50", "2023: 51"))
    clear(project, "Minister", date=dt.date(2024, 2, 2))
    clear(project, date=dt.date(2024, 2, 3))

    assert (stands(project).by, stands(project).clearance.date.day) == ("Minister and Deputy Minister", 3)


def test_a_change_voids_both(project: Path) -> None:
    """Both are named in what is void."""
    ask_for_two(project)
    clear(project)
    clear(project, "Minister")
    edit(project, ("2023: 50", "2023: 51"))

    assert not stands(project).lacks_names
    assert "The clearance of issue 2 by Deputy Minister and Minister on 2024-02-01 is void, because" in status_text(
        status(project), english_words()
    )


def test_one_name_is_enough_where_nothing_is_said(project: Path) -> None:
    """As before: the last clearance counts."""
    clear(project)

    assert stands(project).holds


def test_the_manifest_names_both(project: Path) -> None:
    """What proves a final report names the persons whose clearance counts."""
    ask_for_two(project)
    clear(project)
    clear(project, "Minister")
    verdict = judge_agencies(project, check_project(project, final=True))

    assert [one["by"] for one in verdict.clearances] == ["Deputy Minister and Minister"]
