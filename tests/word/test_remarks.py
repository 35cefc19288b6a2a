"""Drafts with comments: what is open stands in Word beside its words, and whoever reads the draft passes it over."""

from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import docx
import pytest
from click.testing import CliRunner
from lxml import etree
from office import needs_office, resaved
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from word.word_edits import W, edited, retyped, text_of

from reportgen.cli.main import cli
from reportgen.document.remarks import AUTHOR
from reportgen.pipeline import build_project
from reportgen.readers.docx.comments import ReadComment
from reportgen.readers.reading import read_report
from reportgen.word.pull.pulling import pull_report
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline, read_draft
from reportgen.word.remarks import find_remarks
from reportgen.word.verify import verify_report

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
REPORT = "CCPR-C-ARC-2.docx"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which parts do not add up, a table has no title, and an issue has no reply."""
    folder = tmp_path / "project"
    copytree(MINIMAL, folder)
    justice = folder / "submissions/justice.yaml"
    text = justice.read_text(encoding="utf-8").replace("2023: 1507}", "2023: 1517}")
    table = "\n\n      | Year | Orders |\n      | --- | --- |\n      | 2023 | some |\n"
    justice.write_text(text.rstrip() + table, encoding="utf-8")
    issues = folder / "issues.yaml"
    issues.write_text(issues.read_text(encoding="utf-8").rstrip() + NEW_ISSUE, encoding="utf-8")
    return folder


NEW_ISSUE = """
          - number: 3
            agencies: [interior]
            text: Please say more.
"""


def draft(project: Path) -> bytes:
    """The Word file of a project with its comments."""
    return build_project(project, ["docx"], remark=find_remarks).files[REPORT]


def comments(data: bytes) -> dict[str, ReadComment]:
    """The comments of a Word file by their codes."""
    word = read_report(data, REPORT).word
    assert word is not None
    return {one.text.split()[0]: one for one in word.comments}


def test_each_problem_stands_beside_its_words(project: Path) -> None:
    """A figure on itself, a line of a text on the block that prints it, an issue without a reply on its heading."""
    found = comments(draft(project))

    assert found["RG301"].passage == "1,517"
    assert found["RG306"].text.startswith("RG306 error: ")
    paragraph = found["RG306"].paragraph
    assert paragraph is not None
    assert "3" in text_of(paragraph)
    table = found["RG870"].paragraph
    assert table is not None
    assert "Table 1" in text_of(table)
    assert {one.author for one in found.values()} == {AUTHOR}


def test_a_comment_says_where_it_stands_and_what_to_do(project: Path) -> None:
    """Its last line names the file from the project on, with the hint; no path of this computer."""
    text = comments(draft(project))["RG301"].text

    assert "submissions/justice.yaml:16:44: correct the total or a part" in text
    assert project.as_posix() not in text


def test_without_the_option_the_bytes_are_the_same(project: Path) -> None:
    """And a clean project has no part of comments with it."""
    plain = build_project(project, ["docx"]).files[REPORT]

    assert plain == build_project(project, ["docx"]).files[REPORT]
    with ZipFile(BytesIO(plain)) as archive:
        assert not any("comments" in name for name in archive.namelist())
    assert draft(MINIMAL) == build_project(MINIMAL, ["docx"]).files[REPORT]


def test_the_same_draft_is_the_same_bytes(project: Path) -> None:
    """Comments carry no clock."""
    assert draft(project) == draft(project)


def test_the_text_is_that_of_the_report(project: Path) -> None:
    """Comments add nothing to what is printed."""
    plain = build_project(project, ["docx"]).files[REPORT]

    def paragraphs(data: bytes) -> list[str]:
        return [one.text for one in docx.Document(BytesIO(data)).paragraphs]

    assert paragraphs(draft(project)) == paragraphs(plain)


def test_drafts_are_valid(project: Path, tmp_path: Path) -> None:
    """Word opens them without a word, and each comment has its range and its mark."""
    data = draft(project)
    (tmp_path / REPORT).write_bytes(data)

    assert OpenXmlValidator().validate(tmp_path / REPORT).errors == []
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    kinds = ("commentRangeStart", "commentRangeEnd", "commentReference")
    starts, ends, marks = ([one.get(f"{W}id") for one in root.iter(W + kind)] for kind in kinds)
    assert sorted(map(str, starts)) == sorted(map(str, ends)) == sorted(map(str, marks))
    assert len(starts) == len(comments(data)) == 3


def test_verify_redline_and_pull_pass_them_over(project: Path, tmp_path: Path) -> None:
    """A draft is unedited, and of an edited one exactly the edit is taken, marked and told; nobody is asked."""
    data = draft(project)
    plain = build_project(project, ["docx"]).files[REPORT]
    changed = edited(data, retyped("up to one year", "up to two years"))

    assert verify_report(project, data, REPORT).edits == ()
    assert "RG811" not in {one.code for one in verify_report(project, data, REPORT).diagnostics}
    pulled = pull_report(project, changed, REPORT)
    assert (len(pulled.taken), pulled.left, pulled.comments) == (1, (), ())
    for old, new in ((plain, changed), (changed, plain)):
        made = make_redline(read_draft(old, "old.docx"), read_draft(new, "new.docx"), Author("A", None))
        assert len(made.marked) == 1
        (tmp_path / REPORT).write_bytes(made.data)
        assert OpenXmlValidator().validate(tmp_path / REPORT).errors == []


def test_a_reply_of_a_person_is_a_question(project: Path) -> None:
    """What somebody writes beside a comment of ours is taken; ours is not."""
    document = docx.Document(BytesIO(draft(project)))
    run = next(run for one in document.paragraphs for run in one.runs if "1,517" in run.text)
    document.add_comment(run, text="The annual report says 1,507.", author="B. Clerk", initials="BC")
    stream = BytesIO()
    document.save(stream)
    (one,) = pull_report(project, stream.getvalue(), REPORT).comments

    assert (one.author, one.agency, one.passage) == ("B. Clerk", "justice", "1,517")


@needs_office
def test_libreoffice_keeps_them(project: Path) -> None:
    """Opened and saved, the draft has the same comments on the same words."""
    data = draft(project)
    saved = comments(resaved(data, "docx:MS Word 2007 XML", "docx"))

    assert {code: one.passage for code, one in saved.items()} == {
        code: one.passage for code, one in comments(data).items()
    }


def test_the_command_writes_them_for_drafts_alone(project: Path) -> None:
    """With --final it is refused before anything is made."""
    runner = CliRunner()
    made = runner.invoke(cli, ["build", str(project), "--to", "docx", "--comments"])
    refused = runner.invoke(cli, ["build", str(project), "--to", "docx", "--comments", "--final"])

    assert made.exit_code == 0
    assert len(comments((project / "build" / REPORT).read_bytes())) == 3
    assert refused.exit_code == 2
    assert "--comments is for drafts" in refused.output
