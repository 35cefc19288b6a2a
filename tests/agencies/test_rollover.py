"""The next cycle: what becomes the past, what moves on, what waits, what is refused."""

import shutil
from pathlib import Path

import pytest
from commands import run
from project import ISSUES, JUSTICE, REPORT, make_project
from submission_workbook import write_submission

from reportgen.agencies.rollover import OF_THE_OLD_REPORT, next_symbol
from reportgen.model import Period, Report, merge_report
from reportgen.project import Loaded, read_project, read_submission

INPUTS = Path(__file__).parent.parent.parent / "inputs"
SECOND = """\
agency: justice
indicators:
  victims: {values: {2020: 262}}
  fines: {label: fines, issue: 1, values: {2023: 5}}
"""


def report_of(root: Path) -> Report:
    """The report of a project without a single problem."""
    loaded: Loaded = read_project(root)
    assert () == loaded.diagnostics
    assert loaded.report is not None
    return loaded.report


@pytest.fixture
def rolled(tmp_path: Path) -> Path:
    """The cycle after that of the small project."""
    old = make_project(tmp_path / "old", submissions__justice_2_yaml=SECOND)
    result = run("rollover", old, tmp_path / "new")
    assert 0 == result.exit_code, result.output
    return tmp_path / "new"


def test_the_new_project_has_no_errors_and_the_old_one_stays(tmp_path: Path, rolled: Path) -> None:
    """It checks clean; not a byte of the old project changes."""
    assert run("check", rolled).output.endswith(": 1 warning\n")  # there is no list of issues yet
    before = make_project(tmp_path / "again", submissions__justice_2_yaml=SECOND)
    names = [path.relative_to(before) for path in before.rglob("*") if path.is_file()]

    assert all((before / name).read_bytes() == (tmp_path / "old" / name).read_bytes() for name in names)
    assert len(names) == sum(path.is_file() for path in (tmp_path / "old").rglob("*"))


def test_symbols_years_and_dates_move_on(rolled: Path) -> None:
    """By pattern; what belonged to the old cycle alone is gone."""
    settings = report_of(rolled).settings

    assert (3, "CCPR/C/ARC/3", "CCPR/C/ARC/QPR/3", "CCPR/C/ARC/2") == (
        settings.cycle, settings.symbol, settings.list_of_issues, settings.previous_report,
    )  # fmt: skip
    assert (2024, 2025, 2026) == settings.reporting_years
    assert (2027, None, None) == (settings.dates.due, settings.dates.submitted, settings.dates.received)
    assert ("The present document is being issued without formal editing.",) == settings.title_notes


DATED = """\
dates:
  due: 2024   # the year
  submissions_due: 2024-01-31   # the day
  # when it was:
  received: 2024-02-02

# whom to ask
coordinator: Human Rights Division
"""


def test_notes_below_what_ends_stay(tmp_path: Path) -> None:
    """A field goes with the note beside it alone: those below are about what follows."""
    report = REPORT.replace("dates: {due: 2024, submitted: 2024-03-15, received: 2024-03-20}\n", "")
    assert 0 == run("rollover", make_project(tmp_path / "old", report_yaml=report + DATED), tmp_path / "new").exit_code
    text = (tmp_path / "new/report.yaml").read_text(encoding="utf-8")

    dates = "dates:\n  due: 2027   # the year\n  # when it was:\n\n# whom to ask\ncoordinator: Human Rights Division\n"
    assert dates in text


def test_decisions_on_small_numbers_are_asked_for_anew(tmp_path: Path) -> None:
    """The bound stays; “publish” said of the persons of this cycle must not print those of the next one."""
    answered = f"{REPORT}small_numbers:\n  below: 6\n  answers: {{victims: publish}}\n"
    assert 0 == run("rollover", make_project(tmp_path / "old", report_yaml=answered), tmp_path / "new").exit_code
    small = report_of(tmp_path / "new").settings.small_numbers

    assert small is not None
    assert (6, {}) == (small.below, dict(small.answers))


def test_what_was_reported_is_the_past(rolled: Path) -> None:
    """One file an agency, all of its files together, with sources, text and keys."""
    report = report_of(rolled)
    (previous,) = report.previous

    assert (["justice.yaml"], ()) == ([path.name for path in (rolled / "previous").iterdir()], report.submissions)
    assert {"2020": 262, "2021": 944, "2022": 1058, "2023": 348} == {
        str(period): observation.value for period, observation in previous.indicators["victims"].values.items()
    }
    assert ("Fund", ["victims", "fines"], "fund") == (
        previous.indicators["victims"].source, list(previous.indicators), previous.replies[0].key,
    )  # fmt: skip


def test_issues_wait_for_the_new_list(rolled: Path) -> None:
    """The parts stay, the old issues are comments that become the old file when the marks are taken away."""
    text = (rolled / "issues.yaml").read_text(encoding="utf-8")
    old = [line.removeprefix("#").removeprefix(" ") for line in text.partition("----\n#\n")[2].splitlines()]

    assert () == report_of(rolled).outline.issues
    assert ["General information", "Specific information"] == [part.title for part in report_of(rolled).outline.parts]
    assert ISSUES == "\n".join(old) + "\n"


def test_agencies_and_templates_are_carried_over(tmp_path: Path) -> None:
    """Byte for byte but for the line of its schema; templates of single replies and links stay behind, named."""
    agencies = (
        "# ours\nagencies:\n  - {code: justice, name: Ministry of Justice} # first\n  - {code: interior, name: I}\n"
    )
    old = make_project(
        tmp_path / "old",
        agencies_yaml=agencies,
        templates__extra__note_txt="Ours.",
        **{"templates/replies/1.html.j2": "<p>Ours.</p>\n"},
    )
    (old / "templates" / "link").symlink_to(tmp_path)
    result = run("rollover", old, tmp_path / "new")

    assert 0 == result.exit_code, result.output
    line, _, rest = (tmp_path / "new" / "agencies.yaml").read_text(encoding="utf-8").partition("\n")
    assert ("# yaml-language-server: $schema=schema/agencies.schema.json", agencies) == (line, rest)
    assert {"extra/note_txt"} == {
        path.relative_to(tmp_path / "new" / "templates").as_posix()
        for path in (tmp_path / "new" / "templates").rglob("*")
        if path.is_file()
    }
    assert 2 == result.output.count("warning[RG714]")


def test_what_an_import_kept_in_templates_stays_behind(tmp_path: Path) -> None:
    """The annex and the tables of an imported report are not printed in the next one; it is said what is left out."""
    shutil.copytree(INPUTS, tmp_path / "inputs", ignore=shutil.ignore_patterns("build", "__pycache__"))
    assert 0 == run("build", tmp_path / "inputs", "--to", "docx").exit_code
    (built,) = (tmp_path / "inputs" / "build").glob("*.docx")
    assert 0 == run("import", built, tmp_path / "old").exit_code
    written = {
        path.relative_to(tmp_path / "old" / "templates").as_posix()
        for path in (tmp_path / "old" / "templates").rglob("*.j2")
    }
    (tmp_path / "old" / "templates" / "theme.html.j2").write_text('{% include "un/theme.html.j2" %}\n', "utf-8")
    result = run("rollover", tmp_path / "old", tmp_path / "new", "--years", "2024-2027")

    assert {"annexes.html.j2", "replies/11.html.j2", "replies/17.html.j2", "report.html.j2"} == written
    assert (0, len(written)) == (result.exit_code, result.output.count("warning[RG714]")), result.output
    assert all(f"{name} was not carried over" in result.output for name in written)
    assert ["theme.html.j2"] == [path.name for path in (tmp_path / "new" / "templates").rglob("*.j2")]
    assert 0 == run("build", tmp_path / "new", "--to", "html").exit_code
    page = next((tmp_path / "new" / "build").glob("*.html")).read_text(encoding="utf-8")
    assert 0 == page.count("<table")


@pytest.mark.parametrize(
    ("head", "is_carried"),
    [
        (OF_THE_OLD_REPORT, False),
        ("\ufeff  " + OF_THE_OLD_REPORT.replace("\n", " \r\n"), False),
        ("{# Checked. #}\n\n" + OF_THE_OLD_REPORT, False),
        ("{# Imported from our last project. #}\n", True),
        ("<p>This template was imported with the old report.</p>\n", True),
        ("", True),
    ],
    ids=["marked", "by another editor", "below a remark", "other remark", "words", "unmarked"],
)
def test_the_mark_of_an_import(tmp_path: Path, head: str, *, is_carried: bool) -> None:
    """It is known in whatever way an editor saved it; a template without it is the coordinator's own."""
    old = make_project(tmp_path / "old", **{"templates/note.html.j2": f"{head}<p>Text.</p>\n"})
    assert 0 == run("rollover", old, tmp_path / "new").exit_code

    assert is_carried == (tmp_path / "new" / "templates" / "note.html.j2").exists()


def test_a_changed_past_value_is_reported_as_revised(rolled: Path) -> None:
    """The value of the last cycle is kept beside the new one, and the report says so in words."""
    issues = ISSUES.replace("{number: 1,", "{number: 7,")
    now = JUSTICE.replace("issue: 1", "issue: 7").replace(
        "{2021: 944, 2022: 1058, 2023: 348}", "{2022: 1058, 2023: 384, 2024: 400, 2025: 410, 2026: 420}"
    )
    (rolled / "issues.yaml").write_text(issues, encoding="utf-8")
    (rolled / "submissions" / "justice.yaml").write_text(now.replace("In 2023,", "In 2026,"), encoding="utf-8")
    result = run("build", rolled, "--to", "html")
    page = (rolled / "build" / "CCPR-C-ARC-3.html").read_text(encoding="utf-8")

    assert 0 == result.exit_code, result.output
    assert "the figure for 2023 has been revised and was previously reported as" in page
    assert "victims, 2023: previous/justice.yaml" in page


def test_a_revision_is_told_once(tmp_path: Path, rolled: Path) -> None:
    """In the cycle after, the revised value is the past, and what it once was is no longer said."""
    (rolled / "issues.yaml").write_text(ISSUES, encoding="utf-8")
    (rolled / "submissions" / "justice.yaml").write_text(JUSTICE.replace("348", "384"), encoding="utf-8")
    now = merge_report(report_of(rolled)).indicators["victims"].values[Period.of_year(2023)]
    assert [384, 348] == [now.value, now.previous]
    assert 0 == run("rollover", rolled, tmp_path / "third").exit_code

    (previous,) = report_of(tmp_path / "third").previous
    assert {384, 944, 1058} == {observation.value for observation in previous.indicators["victims"].values.values()}
    assert {None} == {observation.previous for observation in previous.indicators["victims"].values.values()}


def test_workbooks_become_the_past_too(tmp_path: Path) -> None:
    """A workbook in submissions/ is read like a YAML file."""
    old = make_project(tmp_path / "old")
    submission = read_submission((old / "submissions" / "justice.yaml").read_bytes(), "justice.yaml").submission
    assert submission is not None
    (old / "submissions" / "justice.yaml").unlink()
    (old / "submissions" / "justice.xlsx").write_bytes(write_submission(submission))
    run("rollover", old, tmp_path / "new")

    (previous,) = report_of(tmp_path / "new").previous
    (reply,) = submission.replies
    moved = reply.model_copy(update={"text": reply.text.replace("In 2023", "In {{ victims | last_period }}")})
    assert submission.model_copy(update={"replies": (moved,)}) == previous


def test_the_real_project_rolls_over(tmp_path: Path) -> None:
    """Every agency of inputs/ keeps every figure and every text."""
    shutil.copytree(INPUTS, tmp_path / "inputs", ignore=shutil.ignore_patterns("build", "__pycache__"))
    assert 0 == run("rollover", tmp_path / "inputs", tmp_path / "kaz-4").exit_code
    old, new = read_project(tmp_path / "inputs").report, report_of(tmp_path / "kaz-4")

    assert old is not None
    told = [one.model_copy(update={"answers": ()}) for one in old.submissions]  # questions are of their cycle
    assert {one.agency: one for one in told} == {one.agency: one for one in new.previous}
    assert ("CCPR/C/KAZ/4", (2024, 2025, 2026, 2027), 2028) == (
        new.settings.symbol, new.settings.reporting_years, new.settings.dates.due,
    )  # fmt: skip
    assert run("check", tmp_path / "kaz-4").output.endswith(": 1 warning\n")  # there is no list of issues yet


def test_options_say_what_does_not_follow(tmp_path: Path) -> None:
    """A symbol without the number of the cycle tells no next one; years and dates may be named."""
    old = make_project(tmp_path / "old", report_yaml=REPORT.replace("symbol: CCPR/C/ARC/2", "symbol: CCPR/C/ARC/1-2"))
    refused = run("rollover", old, tmp_path / "new")
    assert (1, True) == (refused.exit_code, "RG713" in refused.output)

    more = ("--symbol", "CCPR/C/ARC/3", "--years", "2025-2026", "--due", "2029", "--submissions-due", "2028-05-01")
    assert 0 == run("rollover", old, tmp_path / "new", *more).exit_code
    settings = report_of(tmp_path / "new").settings
    assert ("CCPR/C/ARC/3", (2025, 2026), 2029, "2028-05-01") == (
        settings.symbol, settings.reporting_years, settings.dates.due, str(settings.dates.submissions_due),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "cycle", "following"),
    [
        ("CCPR/C/KAZ/3", 3, "CCPR/C/KAZ/4"),
        ("CEDAW/C/KAZ/9", 9, "CEDAW/C/KAZ/10"),
        ("CCPR/C/KAZ/2-3", 3, None),
        ("X3", 3, None),
    ],
)
def test_the_next_symbol(symbol: str, cycle: int, following: str | None) -> None:
    """Only a last component that is the cycle's number moves on."""
    assert following == next_symbol(symbol, cycle)


def test_a_project_with_errors_is_not_rolled_over(tmp_path: Path) -> None:
    """What cannot be read would be lost; its errors are shown and nothing is written."""
    old = make_project(tmp_path / "old", submissions__interior_yaml="agency: [")
    result = run("rollover", old, tmp_path / "new")

    assert (1, False) == (result.exit_code, (tmp_path / "new").exists())
    assert "interior.yaml" in result.output


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    """The new project never mixes with what is there; an empty folder will do."""
    old = make_project(tmp_path / "old")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "x").write_text("x", encoding="utf-8")
    result = run("rollover", old, tmp_path / "new")
    assert (1, True, ["x"]) == (
        result.exit_code,
        "RG712" in result.output,
        [path.name for path in (tmp_path / "new").iterdir()],
    )

    (tmp_path / "new" / "x").unlink()
    assert 0 == run("rollover", old, tmp_path / "new").exit_code
    (tmp_path / "new/.reportgen").mkdir(exist_ok=True)
    assert "holds agencies.yaml" in run("rollover", old, tmp_path / "new").output


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new folder cannot be written as a whole, no part of it is left."""
    old = make_project(tmp_path / "old")

    def fail(source: Path, target: Path) -> Path:
        assert source.is_dir()
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "rename", fail)
    result = run("rollover", old, tmp_path / "new")

    assert (2, True) == (result.exit_code, "RG602" in result.output)
    assert ["old"] == [path.name for path in tmp_path.iterdir()]
