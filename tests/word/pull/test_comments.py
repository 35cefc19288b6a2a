"""Comments in Word become questions to the agency whose text or figure they stand on, asked once until answered."""

from io import BytesIO
from pathlib import Path

import docx
import docx.document
import docx.opc.part
import pytest
from click.testing import CliRunner
from lxml import etree
from office import needs_office, resaved
from word.pull.drafts import REPORT, built, rich_project
from word.word_edits import Body, W, added_after, deleted, edited, retyped, text_of, tracked

from reportgen.agencies.feedback import find_feedback
from reportgen.cli.main import cli
from reportgen.document.remarks import AUTHOR
from reportgen.model import Comment
from reportgen.pipeline import build_project, check_project
from reportgen.project.folder import COMMENTS
from reportgen.published.final import judge_final
from reportgen.readers.docx.comments import PASSAGE_CHARACTERS
from reportgen.readers.reading import read_report
from reportgen.word.pull.pulling import pull_report
from reportgen.word.verify import verify_report

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
ASKED = "RG885"
DATE = "2024-03-01T10:15:00Z"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a YAML file of one agency and a workbook of another."""
    return rich_project(tmp_path / "project")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Its Word file."""
    return built(rich_project(tmp_path_factory.mktemp("comments") / "project"))


def comments_part(document: docx.document.Document) -> docx.opc.part.XmlPart:
    """The part of a Word file that holds its comments."""
    parts = document.part.package.iter_parts()
    found: docx.opc.part.XmlPart = next(one for one in parts if one.partname == "/word/comments.xml")
    return found


def commented(data: bytes, *comments: tuple[str, str], author: str = "A. Lawyer") -> bytes:
    """A Word file with comments, each on the first run with some words: of the text, or of a table."""
    document = docx.Document(BytesIO(data))
    cells = (one for table in document.tables for row in table.rows for cell in row.cells for one in cell.paragraphs)
    paragraphs = [*cells, *document.paragraphs]
    for words, text in comments:
        run = next(run for paragraph in paragraphs for run in paragraph.runs if words in run.text)
        document.add_comment(run, text=text, author=author, initials="AL")
    for one in comments_part(document).element.iter(f"{W}comment"):
        one.set(f"{W}date", DATE)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def asked(project: Path, data: bytes) -> tuple[Comment, ...]:
    """What is new in the comments of a file."""
    return pull_report(project, data, "edited.docx").comments


def kept(project: Path, data: bytes) -> None:
    """Pull a file, and write what it gives."""
    (project.parent / "edited.docx").write_bytes(data)
    result = CliRunner().invoke(cli, ["pull", str(project), str(project.parent / "edited.docx"), "--yes"])
    assert not result.exception, result.output


def questions(project: Path) -> dict[str, str]:
    """The open comments by the places at which they are asked, from the project on."""
    found = (one for one in check_project(project).diagnostics if one.code == ASKED)
    return {str(one.place.within(project)) if one.place else "": one.message for one in found}


def test_a_comment_asks_the_agency_that_wrote_the_words(project: Path, report: bytes) -> None:
    """It is kept with its author, passage, paragraph and issue, and asked at the line of the agency's text."""
    data = commented(report, ("Such protection orders", "Since when?"))
    (one,) = asked(project, data)
    kept(project, data)

    assert (one.agency, one.issue, one.author, one.text) == ("justice", 2, "A. Lawyer", "Since when?")
    assert one.where == "paragraph 10"
    assert one.passage == one.paragraph == "Such protection orders are valid for up to one year."
    (place,) = questions(project)
    line = (project / "submissions/justice.yaml").read_text(encoding="utf-8").split("\n")[int(place.split(":")[1]) - 1]
    assert line.strip() == "Such protection orders are valid for up to one year."


@pytest.mark.parametrize(
    ("words", "agency", "issue", "where"),
    [
        ("There were", "justice", 1, "paragraph 2"),
        ("Order the offender", "justice", 2, "list after paragraph 9, item 1"),
        ("about ten of them", "justice", 1, "table 1, row 3, column 3"),
        ("Table ", None, None, "table 1"),
    ],
)
def test_each_kind_of_text_asks_its_own(
    project: Path, report: bytes, words: str, agency: str | None, issue: int | None, where: str
) -> None:
    """A paragraph with figures, an item, a cell; what a template or the program says asks the coordinator."""
    (one,) = asked(project, commented(report, (words, "Why?")))

    assert (one.agency, one.issue, one.where) == (agency, issue, where)


def test_a_comment_on_a_figure_of_a_table_asks_at_its_cell(project: Path, report: bytes) -> None:
    """The workbook of the agency is marked at the cell of the figure, not at its row."""
    kept(project, commented(report, ("455", "Is this final?")))

    assert list(questions(project)) == ["submissions/interior.xlsx:Indicators!H2"]
    (own,) = (one for one in find_feedback(project).feedbacks if one.agency == "interior")
    assert own.questions == 1


def test_feedback_shows_it_in_the_list_of_a_text_file(project: Path, report: bytes) -> None:
    """An agency that sent YAML reads who asked what, of which words."""
    kept(project, commented(report, ("Such protection orders", "Since when?")))
    (own,) = (one for one in find_feedback(project).feedbacks if one.agency == "justice")

    assert own.questions == 1
    assert "A. Lawyer commented on “Such protection orders are valid for up to one year.” in Word: “Since when?”" in (
        own.data.decode()
    )


def test_a_comment_is_asked_once(project: Path, report: bytes) -> None:
    """The same file again, the file edited further, and the same words of another person: only these are new."""
    data = commented(report, ("Such protection orders", "Since when?"))
    kept(project, data)

    assert asked(project, data) == ()
    assert asked(project, edited(data, retyped("up to one year", "up to two years"))) == ()
    assert len(asked(project, commented(data, ("Such protection orders", "Since when?"), author="B"))) == 1


def test_the_same_question_of_two_passages_is_two(project: Path, report: bytes) -> None:
    """Whoever writes “Source?” twice in a minute asks twice, also where the first is known."""
    once = commented(report, ("Such protection orders", "Source?"))
    kept(project, once)
    data = commented(report, ("Such protection orders", "Source?"), ("The police enforce", "Source?"))

    assert len(asked(project, data)) == 1


def test_an_answer_closes_it(project: Path, report: bytes) -> None:
    """Nobody is asked any more; and the answer stays when the file is pulled again."""
    data = commented(report, ("Such protection orders", "Since when?"))
    kept(project, data)
    file = project / COMMENTS
    file.write_text(file.read_text(encoding="utf-8") + "    answer: Since 2021.\n", encoding="utf-8")

    assert questions(project) == {}
    assert asked(project, data) == ()


def test_an_open_comment_stops_a_final_report(project: Path, report: bytes) -> None:
    """A draft is built with the warning; the report that leaves is not."""
    kept(project, commented(report, ("Such protection orders", "Since when?")))

    def codes(*, final: bool) -> set[str]:
        built_now = build_project(project, ["docx"], final=judge_final if final else None)
        return {one.code for one in built_now.diagnostics if one.severity == "error"}

    assert ASKED not in codes(final=False)
    assert ASKED in codes(final=True)


def test_edits_are_taken_beside_comments(project: Path, report: bytes) -> None:
    """A comment on a sentence that was edited asks its agency, and the edit goes to the inputs."""
    data = edited(commented(report, ("Such protection orders", "So?")), retyped("up to one year", "up to two years"))
    pulled = pull_report(project, data, "edited.docx")

    assert [one.text for one in pulled.comments] == ["So?"]
    assert len(pulled.taken) == 1
    assert set(pulled.files) == {"submissions/justice.yaml", COMMENTS}


def test_a_comment_on_a_new_paragraph_asks_whose_reply_it_stands_in(project: Path, report: bytes) -> None:
    """Nothing is known of its words, but they stand in a reply."""
    data = edited(report, added_after("A breach of an order", "New orders are registered."))
    (one,) = asked(project, commented(data, ("New orders", "Where?")))

    assert (one.agency, one.issue) == ("justice", 2)


def test_a_comment_whose_words_are_gone_is_kept(project: Path, report: bytes) -> None:
    """Its paragraph was deleted afterwards: the coordinator is asked, and nothing is lost."""
    data = edited(commented(report, ("Such protection orders", "Since when?")), deleted("Such protection orders"))
    (one,) = asked(project, data)

    assert (one.agency, one.text, one.where) == (None, "Since when?", None)


def test_a_comment_on_tracked_words_stands_on_those_that_stay(project: Path, report: bytes) -> None:
    """Words deleted while changes are tracked are no part of the passage."""
    data = edited(
        commented(report, ("Such protection orders", "Since when?")), tracked("up to one year", "up to two years")
    )
    (one,) = asked(project, data)

    assert one.agency == "justice"
    assert "one year" not in (one.passage or "")


def test_a_long_passage_is_cut(project: Path, report: bytes) -> None:
    """A comment on the whole document does not put the document into the project."""

    def over_all(body: Body) -> None:
        end = next(body.iter(f"{W}commentRangeEnd"))
        last = [one for one in body.iter(f"{W}p") if text_of(one)][-1]
        last.append(end)

    (one,) = asked(project, edited(commented(report, ("The Legal Aid Act", "All?")), over_all))

    assert len(one.passage or "") <= PASSAGE_CHARACTERS
    assert one.agency == "justice"


# ---- threads, and comments of the program -----------------------------------------------------------------------


def with_thread(data: bytes, *, done: bool) -> bytes:
    """The last comment of a file made a reply to the first one, settled or not."""
    document = docx.Document(BytesIO(data))
    ids = []
    for number, paragraph in enumerate(comments_part(document).element.iter(f"{W}p"), 1):
        ids.append(f"{number:08X}")
        paragraph.set(f"{{{W14}}}paraId", ids[-1])
    root = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    for place, key in enumerate(ids):
        entry = etree.SubElement(root, f"{{{W15}}}commentEx")
        entry.set(f"{{{W15}}}paraId", key)
        entry.set(f"{{{W15}}}done", str(int(done)))
        if place:
            entry.set(f"{{{W15}}}paraIdParent", ids[0])
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    name = docx.opc.packuri.PackURI("/word/commentsExtended.xml")
    made = docx.opc.part.Part(name, kind, etree.tostring(root), document.part.package)
    document.part.relate_to(made, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_reply_names_what_it_replies_to(project: Path, report: bytes) -> None:
    """Of a thread, both are kept."""
    data = commented(report, ("Such protection orders", "Since when?"), ("Such protection orders", "I doubt it too."))
    found = asked(project, with_thread(data, done=False))

    assert [(one.text, one.replies_to) for one in found] == [
        ("Since when?", None),
        ("I doubt it too.", "Since when?"),
    ]


def test_what_was_resolved_in_word_is_not_asked(project: Path, report: bytes) -> None:
    """A thread that somebody marked as resolved is settled."""
    data = commented(report, ("Such protection orders", "Since when?"), ("Such protection orders", "Since 2021."))

    assert asked(project, with_thread(data, done=True)) == ()


@pytest.mark.parametrize(
    ("author", "text"), [(AUTHOR, "anything"), ("Author", "RG320 question: the figure for 2023 is ten times …")]
)
def test_comments_of_the_program_are_no_questions(project: Path, report: bytes, author: str, text: str) -> None:
    """Also where Word took the names of all authors away; verify does not count them."""
    data = commented(report, ("Such protection orders", text), author=author)

    assert asked(project, data) == ()
    assert "RG811" not in {one.code for one in read_report(data, "r.docx").diagnostics}


def test_verify_counts_those_of_people(project: Path, report: bytes) -> None:
    """It says that comments were left out, and finds nothing edited."""
    found = verify_report(project, commented(report, ("Such protection orders", "Since when?")), "r.docx")

    assert "RG811" in {one.code for one in found.diagnostics}
    assert found.edits == ()


# ---- bad input -----------------------------------------------------------------------------------------------------


def test_a_broken_file_of_comments_is_named_and_nothing_written(project: Path, report: bytes) -> None:
    """What cannot be read cannot be added to: its error is shown, and no edit is taken."""
    (project / COMMENTS).write_text("comments: [", encoding="utf-8")
    pulled = pull_report(project, commented(report, ("Such protection orders", "Since when?")), "edited.docx")

    assert pulled.files == {}
    assert {one.place.file for one in pulled.diagnostics if one.place} == {(project / COMMENTS).as_posix()}


def test_odd_texts_are_kept_and_read_again(project: Path, report: bytes) -> None:
    """Quotation marks, colons, lines, what looks like YAML, and an author without a name."""
    odd = "a: b # c\n- “d”: 'e'\n\n  {f}\t*g &h !i %j @k `l\n2024-01-01"
    data = commented(report, ("Such protection orders", odd), author=" ")
    kept(project, data)
    (one,) = check_project(project).report.comments  # type: ignore[union-attr]

    assert one.text.split() == odd.split()
    assert one.author == "unknown"
    assert asked(project, data) == ()


def test_a_dry_run_writes_nothing(project: Path, report: bytes) -> None:
    """It says what would be asked, and of whom."""
    (project.parent / "edited.docx").write_bytes(commented(report, ("Such protection orders", "Since when?")))
    call = ["pull", str(project), str(project.parent / "edited.docx"), "--dry-run"]
    result = CliRunner().invoke(cli, call)

    assert "justice: asked by A. Lawyer (paragraph 10): Since when?" in result.output
    assert not (project / COMMENTS).exists()


def test_an_agency_that_left_passes_its_question_to_the_coordinator(project: Path, report: bytes) -> None:
    """Where the agency has sent nothing any more, the comment is asked at its own line."""
    kept(project, commented(report, ("Such protection orders", "Since when?")))
    (project / "submissions/justice.yaml").unlink()

    assert [place.split(":")[0] for place in questions(project)] == [COMMENTS]


@needs_office
def test_comments_saved_by_libreoffice_are_the_same(project: Path, report: bytes) -> None:
    """What was asked before the file went through LibreOffice is not asked again."""
    data = commented(report, ("Such protection orders", "Since when?"), ("455", "Final?"))
    kept(project, data)
    saved = resaved(data, "docx:MS Word 2007 XML", "docx")

    assert len(read_report(saved, REPORT).word.comments) == 2  # type: ignore[union-attr]
    assert asked(project, saved) == ()
