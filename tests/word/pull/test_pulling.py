"""Pull: what was edited in Word is written into the inputs, and the next build prints it; figures are refused."""

import json
from copy import deepcopy
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from lxml import etree
from word.word_edits import (
    Body,
    Change,
    W,
    added_after,
    deleted,
    edited,
    merged,
    moved_to_the_start,
    paragraph,
    retyped,
    run,
    split_before,
    tracked,
)

from reportgen.cli.main import cli
from reportgen.files.output import write_files
from reportgen.pipeline import build_project
from reportgen.readers.reading import read_report
from reportgen.word.pull.pulling import pull_report
from reportgen.word.pull.result import Pulled
from reportgen.word.units import units_of

MINIMAL = Path(__file__).parents[3] / "examples" / "minimal"
JUSTICE = "submissions/justice.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with texts in a YAML file and in a workbook."""
    folder = tmp_path_factory.mktemp("pull") / "project"
    copytree(MINIMAL, folder)
    return folder


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return build_project(project, ["docx"]).files["CCPR-C-ARC-2.docx"]


def pulled(project: Path, report: bytes, *changes: Change) -> Pulled:
    """What is made of an edited report."""
    return pull_report(project, edited(report, *changes), "edited.docx")


def printed(data: bytes) -> list[str]:
    """What a Word file prints, without the numbers that Word puts in."""
    return [unit.masked for unit in units_of(read_report(data, "report.docx"))]


def divided(words: str) -> Change:
    """A paragraph divided by Enter before some words, which stand within a run."""

    def change(body: Body) -> None:
        first = run(body, words)
        second = deepcopy(first)
        (one,), (other,) = (list(part.iter(f"{W}t")) for part in (first, second))
        at = (one.text or "").index(words)
        one.text, other.text = (one.text or "")[:at], (one.text or "")[at:]
        first.addnext(second)
        split_before(words)(body)
        assert paragraph(body, words) is not None

    return change


def text(result: Pulled) -> str:
    """The YAML file as it would be."""
    return result.files[JUSTICE].decode()


def original() -> str:
    """The YAML file as it is."""
    return (MINIMAL / JUSTICE).read_text(encoding="utf-8")


def test_words_are_changed_where_they_were_written(project: Path, report: bytes) -> None:
    """Only the words that were edited change; the references beside them stay, and so does every other byte."""
    result = pulled(project, report, retyped("Those who received it in", "The recipients of", "Those who received"))

    assert original().replace("Those who received it in", "The recipients of") == text(result)
    assert () == result.left
    assert () == result.refused


def test_a_figure_is_refused_and_the_words_beside_it_are_taken(project: Path, report: bytes) -> None:
    """The figure stays a reference and is listed with its cell and both values; the rest of the sentence is taken."""
    result = pulled(
        project,
        report,
        retyped("1,507", "1,570", "legal aid was given to"),
        retyped("legal aid was given to", "legal aid was granted to", "legal aid was given to"),
    )

    assert original().replace("legal aid was given to", "legal aid was granted to") == text(result)
    (one,) = result.refused
    assert ("justice", "1,507", "1,570") == (one.agency, one.old, one.new)
    (cell,) = one.cells  # of that figure, and not of those that the sentence compares it with
    assert JUSTICE in cell
    assert ["RG770"] == [found.code for found in result.diagnostics]


def in_cell(old: str, new: str) -> Change:
    """What stands in a cell, typed over."""

    def change(body: Body) -> None:
        part = next(one for cell in body.iter(f"{W}tc") for one in cell.iter(f"{W}t") if one.text == old)
        part.text = new

    return change


@pytest.mark.parametrize(
    ("changes", "refused", "left"),
    [
        ([in_cell("611", "661")], [("611", "661")], []),
        ([in_cell("611", "about 661")], [("611", "about 661")], []),
        ([in_cell("431", "413")], [("431", "413")], []),  # it has the mark of a note behind it
        ([in_cell("611", "x"), in_cell("546", "611"), in_cell("x", "546")], [("546", "611"), ("611", "546")], []),
        ([retyped("9", "7", "number of legal aid offices")], [("9", "7")], []),
        (
            [
                retyped("9", "7", "number of legal aid offices"),
                retyped("In 2023, the number", "In all, the number", "legal aid offices"),
            ],
            [("9", "7")],
            ["paragraph 3"],
        ),
        ([in_cell("Men", "Males")], [], ["table 1, row 4, column 1"]),
        ([in_cell("611", "")], [], ["table 1, row 4, column 3"]),
    ],
)
def test_what_is_written_from_data_alone_is_told_once(
    project: Path, report: bytes, changes: list[Change], refused: list[tuple[str, str]], left: list[str]
) -> None:
    """A figure as refused, with its cell; the sentence or the cell around it as left only where more was edited."""
    result = pulled(project, report, *changes)

    assert {} == result.files
    assert refused == [(one.old, one.new) for one in result.refused]
    assert left == [one.where for one in result.left]
    assert ["RG770"] * len(refused) + ["RG771"] * len(left) == [one.code for one in result.diagnostics]


@pytest.mark.parametrize("written", ["1 507", "1507", "1\u00a0507", "1\u202f507"])
def test_a_figure_that_is_only_written_otherwise_is_no_edit(project: Path, report: bytes, written: str) -> None:
    """`verify` calls it the same; the words beside it are taken, and the report prints it as it prints figures."""
    figure = retyped("1,507", written, "legal aid was given to")
    result = pulled(project, report, figure)
    assert ({}, (), ()) == (result.files, result.refused, result.left)

    words = retyped("legal aid was given to", "legal aid was granted to", "legal aid was given to")
    result = pulled(project, report, figure, words)
    assert original().replace("legal aid was given to", "legal aid was granted to") == text(result)
    assert () == result.refused


@pytest.mark.parametrize("written", ["1.507", "15 07", "1,50", "1 507.5", "1 507 thousand"])
def test_a_figure_that_is_another_one_is_never_taken(project: Path, report: bytes, written: str) -> None:
    """Also where it hardly looks like another."""
    result = pulled(project, report, retyped("1,507", written, "legal aid was given to"))
    assert {} == result.files
    assert {one.code for one in result.diagnostics} & {"RG770", "RG771"}


def test_a_figure_whose_bracket_was_deleted_is_left(project: Path, report: bytes) -> None:
    """Else the bracket that the reference prints would stand beside what was typed; the edit is listed."""
    result = pulled(
        project,
        report,
        retyped("1,507", "1,570", "legal aid was given to"),
        retyped("in 2022).", "in 2022.", "legal aid was given to"),
    )

    assert {} == result.files
    assert {"RG771"} <= {found.code for found in result.diagnostics}


def test_a_verb_that_was_written_from_data_is_refused(project: Path, report: bytes) -> None:
    """“Increased” turned round is not taken: nothing is written."""
    result = pulled(project, report, retyped("increased", "decreased", "Within one year"))

    assert {} == result.files
    assert 1 == len(result.refused)
    assert "decreased" in result.refused[0].new


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            divided("It gives persons"),
            "2021. It gives",
            "2021.\n\n      It gives",
        ),
        (
            deleted("Such protection orders"),
            "\n\n      Such protection orders are valid for up to one year.",
            "",
        ),
        (
            added_after("Such protection orders", "A breach of an order is an offence."),
            "up to one year.",
            "up to one year.\n\n      A breach of an order is an offence.",
        ),
        (
            deleted("Prohibit the offender"),
            "      - Prohibit the offender from approaching or contacting the victim\n",
            "",
        ),
        (
            retyped("leave the shared home", "leave the home", "Order the offender"),
            "leave the shared home",
            "leave the home",
        ),
    ],
    ids=["split", "deleted", "added", "item deleted", "item edited"],
)
def test_paragraphs_and_items(project: Path, report: bytes, change: Change, old: str, new: str) -> None:
    """A paragraph that was split, deleted or added, and an item of a list, are so in the text."""
    result = pulled(project, report, change)

    assert [] == [one.reason for one in result.left]
    assert original().replace(old, new) == text(result)


def test_a_merger_and_a_move(project: Path, report: bytes) -> None:
    """Two paragraphs that were joined are one in the text; one that was moved stands elsewhere, references and all."""
    joined = pulled(project, report, merged("The Legal Aid Act entered", "legal aid was given to"))
    moved = pulled(project, report, moved_to_the_start("Such protection orders", "Victims of domestic violence"))

    assert "criminal proceedings. In {{ legal_aid | last_period }}" in text(joined)
    assert text(moved).index("Such protection orders") < text(moved).index("Victims of domestic violence")
    assert "(see {{ paragraph('legal-aid') }})" in text(moved)


def test_what_is_pulled_is_built(project: Path, report: bytes, tmp_path: Path) -> None:
    """After pull, the project prints the edited report, paragraph by paragraph."""
    changes = (
        retyped("whatever their income", "without regard to their income", "Victims of domestic violence"),
        added_after("Such protection orders", "A breach of an order is an offence."),
        divided("It gives persons"),
    )
    data = edited(report, *changes)
    result = pull_report(project, data, "edited.docx")
    copytree(project, tmp_path / "project")
    write_files(tmp_path / "project", result.files)
    now = build_project(tmp_path / "project", ["docx"]).files["CCPR-C-ARC-2.docx"]

    assert () == result.left
    assert printed(data) == printed(now)


def test_what_is_generated_is_listed(project: Path, report: bytes) -> None:
    """Words of a sentence that the program wrote cannot be taken, and are listed with a reason."""
    result = pulled(
        project, report, retyped("the number of legal aid offices", "the sum of offices", "legal aid offices")
    )

    assert {} == result.files
    (one,) = result.left
    assert "written from data" in one.reason
    assert ["RG771"] == [found.code for found in result.diagnostics]


def test_what_is_no_report_of_the_project(project: Path) -> None:
    """A file that is no Word file is refused."""
    result = pull_report(project, b"%PDF-1.7", "letter.docx")

    assert {} == result.files
    assert ["RG802"] == [one.code for one in result.diagnostics]


def test_a_reference_never_leads_elsewhere(project: Path, tmp_path: Path) -> None:
    """A division that would give the key of a paragraph that others refer to to another one is left out and listed."""
    copytree(project, tmp_path / "project")
    file = tmp_path / "project" / JUSTICE
    file.write_text(original().replace("paragraph('legal-aid')", "paragraph('legal-aid-2')"), encoding="utf-8")
    data = build_project(tmp_path / "project", ["docx"]).files["CCPR-C-ARC-2.docx"]
    result = pulled(tmp_path / "project", data, divided("It gives persons"))

    assert {} == result.files
    assert ["RG771"] == [one.code for one in result.diagnostics]
    assert "lead to another paragraph" in result.left[0].reason


def by(author: str, change: Change) -> Change:
    """A tracked change made by somebody."""

    def made(body: Body) -> None:
        before = {one.get(f"{W}id") for one in body.iter() if one.get(f"{W}author")}
        change(body)
        for number, one in enumerate(one for one in body.iter() if one.get(f"{W}author") == "A"):
            one.set(f"{W}author", author)
            one.set(f"{W}id", str(9100 + len(before) + number))

    return made


@pytest.mark.parametrize(
    ("accepting", "taken"),
    [("all", {"lawyer", "minister"}), ("none", set()), ("A. Lawyer", {"lawyer"}), ("A. Minister", {"minister"})],
)
def test_tracked_changes_are_taken_by_author(project: Path, report: bytes, accepting: str, taken: set[str]) -> None:
    """All are taken, or none, or those of one author; what is not taken is no edit."""
    words = {
        "lawyer": ("Such protection orders", "Such orders of protection"),
        "minister": ("Order the offender", "Tell the offender"),
    }
    changes = (by("A. Lawyer", tracked(*words["lawyer"])), by("A. Minister", tracked(*words["minister"])))
    result = pull_report(project, edited(report, *changes), "edited.docx", accepting=accepting)
    expected = original()
    for who in taken:
        expected = expected.replace(*words[who])

    assert () == result.left
    assert expected == (text(result) if taken else original())
    assert bool(taken) == bool(result.files)


def test_an_author_who_changed_nothing(project: Path, report: bytes) -> None:
    """A name that stands in no change is refused, with those that do."""
    data = edited(report, by("A. Lawyer", tracked("Such protection orders", "Such orders")))
    result = pull_report(project, data, "edited.docx", accepting="B. Lawyer")

    assert {} == result.files
    assert ["RG772"] == [one.code for one in result.diagnostics]
    assert "A. Lawyer" in result.diagnostics[0].message


def test_bold_words_that_no_text_holds_are_listed(project: Path, report: bytes) -> None:
    """Words of a generated sentence that were set in bold are not taken, and not passed over in silence."""

    def bold(body: Body) -> None:
        found = run(body, "legal aid offices")
        looks = found.find(f"{W}rPr")
        if looks is None:
            looks = etree.Element(f"{W}rPr")
            found.insert(0, looks)
        etree.SubElement(looks, f"{W}b")

    result = pulled(project, report, bold)

    assert {} == result.files
    assert ["bold and italics cannot be taken here"] == [one.reason for one in result.left]


def test_the_command_writes_yaml_and_workbooks(project: Path, report: bytes, tmp_path: Path) -> None:
    """A copy takes the place of the workbook, which is kept; --dry-run writes nothing, no answer is no."""
    copytree(project, tmp_path / "project")
    CliRunner().invoke(cli, ["build", str(tmp_path / "project"), "--to", "docx"], catch_exceptions=False)
    submissions = tmp_path / "project" / "submissions"
    before = (submissions / "interior.xlsx").read_bytes()
    file = tmp_path / "edited.docx"
    file.write_bytes(
        edited(report, retyped("The number of shelters", "The total of shelters"), deleted("Such protection"))
    )

    def run_pull(*options: str) -> dict[str, list[dict[str, str]]]:
        arguments = ["pull", str(tmp_path / "project"), str(file), "--format", "json", *options]
        result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
        data: dict[str, list[dict[str, str]]] = json.loads(result.stdout)
        return data

    assert 2 == len(run_pull("--dry-run")["taken"])
    assert before == (submissions / "interior.xlsx").read_bytes()
    unasked = run_pull()
    assert ["it was not agreed to"] == [one["reason"] for one in unasked["left"]]
    assert original() == (submissions / "justice.yaml").read_text(encoding="utf-8")
    assert before == (submissions / "earlier" / "interior.1.xlsx").read_bytes()
    assert before != (submissions / "interior.xlsx").read_bytes()
    run_pull("--yes")
    assert "Such protection orders" not in (submissions / "justice.yaml").read_text(encoding="utf-8")
    assert [] == run_pull("--yes")["taken"]
