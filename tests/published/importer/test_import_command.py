"""`reportgen import`: what is written, what is refused, and the next cycle that starts from a published report."""

import json
import shutil
from pathlib import Path

import pytest
from build import document, item_list, paragraph, words
from commands import run
from forms import figure_cell, opened
from ruamel.yaml import YAML

from reportgen.agencies.workbooks import find_workbooks
from reportgen.diagnostics import CATALOGUE, Severity
from reportgen.diagnostics.catalogue import STAGES
from reportgen.document.tree import Heading, Level, Mark
from reportgen.pipeline import check_project
from reportgen.published.importer.facts import Given
from reportgen.published.importer.issues import CountedIssues
from reportgen.published.importer.report import ImportCounts, import_report
from reportgen.writers.docx.writing import write_docx

EXAMPLES = Path(__file__).parents[3] / "examples" / "published"
REPORT = EXAMPLES / "report.txt"
ISSUES = EXAMPLES / "list-of-issues.txt"
KNOWN = ("--name", "Arcania", "--symbol", "CCPR/C/ARC/2", "--due", "2024")


def listing(folder: Path) -> list[str]:
    """The files below a folder, without the schemas of a project."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(file for file in files if not file.startswith("schema/"))


def test_a_report_becomes_a_project(tmp_path: Path) -> None:
    """Which can be checked at once; what was given is not asked about."""
    result = run("import", REPORT, tmp_path / "arc-2", *KNOWN)

    assert 0 == result.exit_code
    assert "8 paragraphs (176 words) under 3 issues, no annexes" in result.output
    assert "RG838" not in result.output
    files = ["agencies.yaml", "issues.yaml", "report.yaml", "submissions/published-report.yaml"]
    assert files == listing(tmp_path / "arc-2")
    assert 0 == run("check", tmp_path / "arc-2").exit_code


def test_programs_get_the_counts(tmp_path: Path) -> None:
    """As JSON, with the files and all diagnostics."""
    result = run("import", REPORT, tmp_path / "arc-2", "--format", "json")
    facts = json.loads(result.output)

    assert (8, 3, True) == (facts["paragraphs"], facts["issues"], facts["same"])
    assert 4 == len([file for file in facts["files"] if not file.endswith(".schema.json")])
    assert {"RG838"} == {one["code"] for one in facts["diagnostics"]}


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    """Whatever it is; the message names it."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = run("import", REPORT, tmp_path)

    assert 1 == result.exit_code
    assert "RG841" in result.output
    assert ["notes.txt"] == listing(tmp_path)


def test_an_import_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Not even the folder."""
    file = tmp_path / "empty.txt"
    file.write_text("\n\n", encoding="utf-8")
    result = run("import", file, tmp_path / "new")

    assert 1 == result.exit_code
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "arguments", [("--state", "Kazakhstan"), ("--treaty", "echr"), ("--years", "2023-2020"), ("--cycle", "0")]
)
def test_options_that_make_no_sense_are_refused(tmp_path: Path, arguments: tuple[str, str]) -> None:
    """Before anything is read."""
    assert 2 == run("import", REPORT, tmp_path / "new", *arguments).exit_code


@pytest.mark.parametrize("symbol", ["foo", "second report", "CCPR/C/KAZ", "ccpr/c/kaz/3", "CCPR/C/KAZ/3 (draft)"])
def test_a_symbol_that_is_none_is_refused(tmp_path: Path, symbol: str) -> None:
    """Before anything is read; it is said how one looks."""
    result = run("import", REPORT, tmp_path / "new", "--symbol", symbol)

    assert 2 == result.exit_code
    assert f"{symbol} is no symbol; write one such as CCPR/C/KAZ/3" in " ".join(result.output.split())
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "symbol", ["CCPR/C/KAZ/3", "E/C.12/KAZ/2", "CEDAW/C/KAZ/5-6", "CCPR/C/KAZ/RQ/3", "HRI/CORE/KAZ/2023"]
)
def test_a_symbol_of_any_body_is_taken(tmp_path: Path, symbol: str) -> None:
    """Letters in capitals, with a number at the end."""
    assert 0 == run("import", REPORT, tmp_path / "new", "--symbol", symbol).exit_code


def test_a_value_that_the_settings_refuse_is_named_where_it_would_stand() -> None:
    """Nothing is to be written, and the folder in which the project was tried is not shown."""
    made = import_report(document(paragraph("One.")), Given(symbol="second report"), "report.docx")
    errors = [one for one in made.diagnostics if one.severity is Severity.ERROR]

    assert {} == made.files
    assert {"report.yaml"} == {one.place.file for one in errors if one.place}
    assert not any("reportgen-" in one.message for one in errors)


@pytest.mark.parametrize("options", [(), ("--list-of-issues",)])
def test_a_file_is_no_folder(tmp_path: Path, options: tuple[str, ...]) -> None:
    """It is said that a new folder must be named; the file stays."""
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    result = run("import", *options, REPORT, tmp_path / "b")

    assert 2 == result.exit_code
    assert f"{tmp_path / 'b'} is a file; name a new folder" in result.output.replace("\n", " ")
    assert "mine" == (tmp_path / "b").read_text(encoding="utf-8")


def test_what_is_not_told_is_given_for_another_folder(tmp_path: Path) -> None:
    """The folder that was made is not written again."""
    result = run("import", REPORT, tmp_path / "new")

    assert "or import into another folder with --symbol" in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (
            ImportCounts(1, 1, 1, same=True),
            "1 paragraph (1 word) under 1 issue, no annexes; no indicators; a build prints the same text",
        ),
        (
            ImportCounts(3, 40, 2, 1, 60, indicators=1, same=True),
            (
                "3 paragraphs (40 words) under 2 issues, 1 annex (60 words); "
                "1 indicator, to which no paragraph refers; a build prints the same text"
            ),
        ),
        (
            ImportCounts(3, 9, 2, 2, 7, indicators=2, rewritten=1),
            (
                "3 paragraphs (9 words) under 2 issues, 2 annexes (7 words); "
                "2 indicators, to which 1 paragraph refers; a build would not print quite the same text"
            ),
        ),
        (
            ImportCounts(1400, 20_000, 5, indicators=9, rewritten=2, same=True),
            (
                "1,400 paragraphs (20,000 words) under 5 issues, no annexes; "
                "9 indicators, to which 2 paragraphs refer; a build prints the same text"
            ),
        ),
        (CountedIssues(1, 0, 0), "1 issue, no sub-questions; no issue asks for figures"),
        (CountedIssues(1, 1, 1), "1 issue, 1 sub-question; 1 issue asks for figures"),
        (CountedIssues(3, 7, 1), "3 issues, 7 sub-questions; 1 issue asks for figures"),
        (CountedIssues(3, 7, 2), "3 issues, 7 sub-questions; 2 issues ask for figures"),
        (CountedIssues(3, 0, 0), "3 issues, no sub-questions; no issue asks for figures"),
    ],
)
def test_counts_are_said_well(counts: ImportCounts | CountedIssues, line: str) -> None:
    """For none, one and many."""
    assert line == str(counts)


def test_a_list_of_issues_begins_a_project(tmp_path: Path) -> None:
    """With `report.yaml` from the symbol of the list, and no agencies yet."""
    result = run("import", "--list-of-issues", ISSUES, tmp_path / "arc-3")

    assert 0 == result.exit_code
    assert "3 issues, 7 sub-questions; 2 issues ask for figures" in result.output
    assert ["agencies.yaml", "issues.yaml", "report.yaml"] == listing(tmp_path / "arc-3")
    assert "symbol: CCPR/C/ARC/3" in (tmp_path / "arc-3" / "report.yaml").read_text(encoding="utf-8")
    assert 0 == run("check", tmp_path / "arc-3").exit_code


def test_a_list_of_issues_joins_a_project_without_one(tmp_path: Path) -> None:
    """Its years are counted back from the project's own; nothing else is touched."""
    run("init", tmp_path, "--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2020-2022")
    before = (tmp_path / "report.yaml").read_bytes()
    (tmp_path / "issues.yaml").unlink()
    result = run("import", "--list-of-issues", ISSUES, tmp_path)
    listed = YAML(typ="safe").load(tmp_path / "issues.yaml")

    assert 0 == result.exit_code
    assert before == (tmp_path / "report.yaml").read_bytes()
    assert [2018, 2019, 2020, 2021, 2022] == listed["parts"][1]["themes"][0]["issues"][0]["asks"]["years"]


def test_a_list_may_be_a_word_file(tmp_path: Path) -> None:
    """With its parts, its headings and the letters of its sub-questions."""
    made = document(
        Heading(Level.PART, words("General information")),
        paragraph("Please describe new laws."),
        Heading(Level.THEME, words("Prohibition of torture (arts. 7 and 10)")),
        paragraph("Please:"),
        item_list("Describe the training of doctors;", "Provide data on complaints since 2021.", mark=Mark.LETTER),
    )
    (tmp_path / "list.docx").write_bytes(write_docx(made))
    result = run("import", "--list-of-issues", tmp_path / "list.docx", tmp_path / "new", "--years", "2020-2023")
    listed = YAML(typ="safe").load(tmp_path / "new" / "issues.yaml")
    second = listed["parts"][-1]["themes"][-1]["issues"][0]

    assert 0 == result.exit_code
    assert (2, ["7", "10"]) == (second["number"], second["articles"])
    assert [2021, 2022, 2023] == second["asks"]["years"]
    assert 2 == len(second["questions"])


def test_a_list_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """It may have been worked on: one issue in it is enough, and so is one that a list was imported into."""
    run("init", tmp_path, "--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2020-2022")
    assert 0 == run("import", "--list-of-issues", ISSUES, tmp_path).exit_code
    before = (tmp_path / "issues.yaml").read_bytes()
    result = run("import", "--list-of-issues", ISSUES, tmp_path)

    assert 1 == result.exit_code
    assert "RG844" in result.output
    assert before == (tmp_path / "issues.yaml").read_bytes()


def test_a_list_goes_into_the_project_that_init_began(tmp_path: Path) -> None:
    """The list that `init` writes holds no issue, and report.yaml stays as it is."""
    run("init", tmp_path, "--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2020-2022")
    settings = (tmp_path / "report.yaml").read_bytes()
    result = run("import", "--list-of-issues", ISSUES, tmp_path)

    assert 0 == result.exit_code
    assert settings == (tmp_path / "report.yaml").read_bytes()
    assert YAML(typ="safe").load(tmp_path / "issues.yaml")["parts"][0]["themes"]


def test_the_next_cycle_starts_from_the_last_report(tmp_path: Path) -> None:
    """Import, rollover, list of issues, workbooks: the agency finds the figures of the last report filled in."""
    old, new = tmp_path / "arc-2", tmp_path / "arc-3"
    assert 0 == run("import", REPORT, old, *KNOWN).exit_code
    assert 0 == run("rollover", old, new, "--years", "2024-2027").exit_code
    (new / "issues.yaml").rename(new / "issues-old.yaml")
    assert 0 == run("import", "--list-of-issues", ISSUES, new).exit_code
    text = (new / "issues.yaml").read_text(encoding="utf-8")
    (new / "issues.yaml").write_text(text.replace("# agencies: []", "agencies: [published-report]"), encoding="utf-8")
    ((name, data),) = find_workbooks(new).files()
    book = opened(data)

    assert "published-report.xlsx" == name
    shelters = next(key for key in _indicators(new) if "shelters" in key)
    assert [14, 26] == [figure_cell(book, shelters, year).value for year in (2019, 2023)]
    cases = next(key for key in _indicators(new) if "cases_domestic" in key)
    assert [360, 273, 384] == [figure_cell(book, cases, year).value for year in (2021, 2022, 2023)]


def _indicators(project: Path) -> list[str]:
    """The keys of what was reported in the last cycle."""
    report = check_project(project).report
    assert report is not None
    return [key for submission in report.previous for key in submission.indicators]


def test_two_agencies_share_what_was_imported(tmp_path: Path) -> None:
    """The coordinator moves issues and figures to the agencies that they belong to; the text stays the same."""
    project = tmp_path / "arc-2"
    run("import", REPORT, project, *KNOWN)
    before = check_project(project).document
    yaml = YAML()
    whole = yaml.load(project / "submissions" / "published-report.yaml")
    moved = {key: one for key, one in whole["indicators"].items() if one["issue"] == 3}
    courts = {
        "agency": "courts",
        "indicators": moved,
        "replies": [one for one in whole["replies"] if one["issue"] == 3],
    }
    for key in moved:
        del whole["indicators"][key]
    whole["replies"] = [one for one in whole["replies"] if one["issue"] != 3]
    yaml.dump(whole, project / "submissions" / "published-report.yaml")
    yaml.dump(courts, project / "submissions" / "courts.yaml")
    agencies = (project / "agencies.yaml").read_text(encoding="utf-8")
    (project / "agencies.yaml").write_text(f"{agencies}  - code: courts\n    name: Supreme Court\n", encoding="utf-8")
    after = check_project(project).document

    assert before is not None
    assert after is not None
    numbers = [[getattr(block, "number", None) for block in one.blocks] for one in (before, after)]
    assert numbers[0] == numbers[1]


def _write(folder: Path, text: str, name: str = "input.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


HEAD = "\t\tReplies to the list of issues (CCPR/C/ARC/QPR/2)\n"
REPLY = "\t\tReply to the issues raised in paragraph 1\n"
FOLLOW_UP = "Information received from Arcania on follow-up to the concluding observations on its fifth periodic report"
INPUTS: dict[str, str] = {
    "RG830": HEAD,
    "RG831": f"{HEAD}{REPLY}The first paragraph has no number.\nThe second one neither.\n",
    "RG832": f"{HEAD}{REPLY}1.\tOne.\n3.\tThree.\n",
    "RG833": f"{HEAD}\tB.\tSpecific information\n{REPLY}1.\tOne.\n",
    "RG836": f"{HEAD}{REPLY}1.\tOne.\n{REPLY}2.\tTwo.\n",
    "RG846": f"\t\tList of issues prior to the second report of Arcania\n{REPLY}1.\tPlease describe the law.\n",
    "RG838": f"{HEAD}{REPLY}1.\tOne.\n",
    "RG848": f"\t\t{FOLLOW_UP}\n1.\tThe Code forbids torture.\n",
    "RG849": f"{HEAD}{REPLY}1.\tOne.\n\t\tAnnexes\n2.\tTwo, and much more.\n",
    "RG821": f"{HEAD}{REPLY}" + "".join(f"{number}.\t{'Again. ' * 300}\n" for number in range(1, 9)),
    "RG840": f"{HEAD}{REPLY}1.\tIn 2023, there were eight complaints: four about delays and five about refusals.\n",
}


@pytest.mark.parametrize("code", INPUTS)
def test_every_code_of_a_report(tmp_path: Path, code: str) -> None:
    """Each is given by a file that somebody might have."""
    result = run("import", _write(tmp_path, INPUTS[code]), tmp_path / "new", "--format", "json")

    assert code in {one["code"] for one in json.loads(result.output)["diagnostics"]}


LISTS: dict[str, str] = {
    "RG842": "The Committee thanks the State party.\n",
    "RG843": "1.\tPlease describe the law.\n2.\tPlease name them.\n2.\tPlease name the courts.\n",
    "RG847": f"{HEAD}{REPLY}1.\tThe Fund compensated 348 persons.\n",
    "RG845": "The Committee adopted the following list.\n1.\tPlease describe the law.\n",
}


@pytest.mark.parametrize("code", LISTS)
def test_every_code_of_a_list(tmp_path: Path, code: str) -> None:
    """Each is given by a file that somebody might have."""
    file = _write(tmp_path, LISTS[code])
    result = run("import", "--list-of-issues", file, tmp_path / "new", "--format", "json")

    assert code in {one["code"] for one in json.loads(result.output)["diagnostics"]}


ELSEWHERE = {"RG834", "RG835", "RG837", "RG839", "RG841", "RG844"}
"""Codes with tests of their own: a text file has no notes to headings and nothing that
a reply cannot hold, and folders are no inputs."""


def test_every_code_has_its_case() -> None:
    """None of the catalogue is forgotten."""
    assert set(STAGES["importing"]) == {*INPUTS, *LISTS, *ELSEWHERE} & set(CATALOGUE)


def test_the_examples_are_the_ones_that_are_shown(tmp_path: Path) -> None:
    """Imported from a copy, they give the same project."""
    shutil.copy(REPORT, tmp_path / "report.txt")
    first = run("import", REPORT, tmp_path / "one", "--format", "json")
    second = run("import", tmp_path / "report.txt", tmp_path / "two", "--format", "json")

    assert 0 == first.exit_code == second.exit_code
    names = listing(tmp_path / "one")
    assert [(tmp_path / "one" / name).read_bytes() for name in names] == [
        (tmp_path / "two" / name).read_bytes() for name in names
    ]
