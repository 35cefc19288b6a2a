"""Pull from inputs that were changed since the document was built: these changes stay, and are no edits."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from word.pull.drafts import JUSTICE, built, rich_project
from word.word_edits import added_after, deleted, edited, retyped

from reportgen.cli.main import cli
from reportgen.word.pull.pulling import pull_report
from reportgen.word.pull.since import CHANGED_SINCE, Sent

REASON = CHANGED_SINCE.format(name="sent.docx")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which an agency changed three paragraphs and a number since its document was built."""
    folder = rich_project(tmp_path_factory.mktemp("since") / "project")
    (folder.parent / "sent.docx").write_bytes(built(folder))
    text = (folder / JUSTICE).read_text(encoding="utf-8")
    for old, new in (
        ("valid for up to one year", "valid for up to two years"),
        ("Shelters are open to all who need them.", "Shelters are open.\n\n      They are free of charge."),
        ("Calls to the hotline cost nothing.\n", ""),
        ("2023: 1507", "2023: 1508"),
        ("2023: 849", "2023: 850"),
    ):
        assert old in text
        text = text.replace(old, new)
    (folder / JUSTICE).write_text(text.rstrip() + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def sent(project: Path) -> Sent:
    """The document as it was built."""
    return Sent((project.parent / "sent.docx").read_bytes(), "sent.docx")


def test_what_an_agency_changed_stays(project: Path, sent: Sent) -> None:
    """An older document that nobody edited changes nothing: each paragraph that differs is listed with the reason."""
    result = pull_report(project, sent.data, "edited.docx", sent)

    assert {} == result.files
    assert {REASON} == {one.reason for one in result.left}


def test_edits_elsewhere_are_taken(project: Path, sent: Sent) -> None:
    """Words beside a figure that changed in the data, a new paragraph and a deleted one come back."""
    data = edited(
        sent.data,
        retyped("legal aid was given to", "legal aid was granted to"),
        added_after("The police enforce", "They do so at once."),
        deleted("A breach of an order"),
        retyped("up to one year", "up to a year"),
    )
    result = pull_report(project, data, "edited.docx", sent)
    text = result.files[JUSTICE].decode()

    assert "legal aid was granted to {{ legal_aid }} persons" in text
    assert "They do so at once." in text
    assert "A breach" not in text
    assert "valid for up to two years" in text
    assert {REASON} == {one.reason for one in result.left}
    assert any("a year" in one.text for one in result.left)


def test_a_figure_that_was_edited_is_refused_though_others_changed_in_the_data(project: Path, sent: Sent) -> None:
    """Its new value stands elsewhere in the document; the figures that only the data changed are not listed."""
    result = pull_report(project, edited(sent.data, retyped("1,342", "1,180")), "edited.docx", sent)

    assert [("1,342", "1,180")] == [(one.old, one.new) for one in result.refused]


def test_without_the_document_as_built_it_cannot_be_told(project: Path, sent: Sent) -> None:
    """The other way round: nothing says that an agency made the change, and it is taken back."""
    result = pull_report(project, sent.data, "edited.docx")

    assert "valid for up to one year" in result.files[JUSTICE].decode()


def test_the_command_knows_the_last_build_and_takes_another(tmp_path: Path) -> None:
    """A build that is still there is compared with; `--built` names another one, and a broken one is refused."""
    folder = rich_project(tmp_path / "project")
    runner, report = CliRunner(), tmp_path / "project" / "build" / "CCPR-C-ARC-2.docx"
    runner.invoke(cli, ["build", str(folder), "--to", "docx"], catch_exceptions=False)
    (tmp_path / "edited.docx").write_bytes(edited(report.read_bytes(), retyped("The police enforce", "Police enforce")))
    text = (folder / JUSTICE).read_text(encoding="utf-8").replace("up to one year", "up to two years")
    (folder / JUSTICE).write_text(text, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"no file")

    def pull(*options: str) -> str:
        copytree(folder, tmp_path / "copy", dirs_exist_ok=True)
        runner.invoke(cli, ["pull", str(tmp_path / "copy"), str(tmp_path / "edited.docx"), *options])
        return (tmp_path / "copy" / JUSTICE).read_text(encoding="utf-8")

    assert text == pull("--built", str(tmp_path / "broken.docx"))
    assert text.replace("The police", "Police") == pull()
    assert text.replace("The police", "Police") == pull("--built", str(report))
