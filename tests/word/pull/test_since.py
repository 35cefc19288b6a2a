"""Pull from inputs that were changed since the document was built: these changes stay, and are no edits."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from lxml import etree
from word.pull.drafts import JUSTICE, built, cut_before, looking, rich_project, together
from word.word_edits import Body, Change, W, added_after, deleted, edited, moved_to_the_start, paragraph, retyped, run

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


ORDERS = "      Such protection orders are valid for up to one year.\n\n"
BREACH = "      A breach of an order is an offence.\n\n"
POLICE = "      The police enforce the orders.\n\n"
CALLS = "      The service answers calls day and night.[^calls] It"
NOTE = "      [^calls]: In 2023, it answered {{ legal_aid }} calls, as it does by law.\n\n"


@pytest.fixture
def draft(tmp_path: Path) -> tuple[Path, Sent]:
    """A project, and its document as it was built."""
    folder = rich_project(tmp_path / "project")
    return folder, Sent(built(folder), "sent.docx")


def inputs_changed(folder: Path, *changes: tuple[str, str]) -> None:
    """The file of an agency with other words."""
    text = (folder / JUSTICE).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / JUSTICE).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        [(BREACH, "")],
        [(POLICE, f"      The rule is the same for all.\n\n{POLICE}")],
        [(ORDERS + BREACH, BREACH + ORDERS)],
        [("      - Demand that", "\n      Demand that")],
        [(BREACH + POLICE, f"{BREACH.strip().join(['      ', ' '])}{POLICE.lstrip()}")],
        [("The police enforce", "**The police** enforce")],
        [("night.[^calls]", "night."), (NOTE, "")],
        [("| 2022 | {{ legal_aid | at(2022) }} | none |\n      ", "")],
    ],
    ids=["deleted", "added", "moved", "item", "joined", "bold", "note", "row"],
)
def test_whatever_was_changed_in_the_inputs_a_document_that_nobody_edited_changes_nothing(
    draft: tuple[Path, Sent], changes: list[tuple[str, str]]
) -> None:
    """The paragraphs behind a change have other bookmarks since; what is listed is listed as a change of the inputs."""
    folder, sent = draft
    inputs_changed(folder, *changes)
    result = pull_report(folder, sent.data, "edited.docx", sent)

    assert ({}, ()) == (result.files, result.refused)
    assert {one.reason for one in result.left} <= {REASON}


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        (retyped("A breach of an order", "Each breach of an order"), [(BREACH, "")]),
        (moved_to_the_start("Shelters are open", "Such protection orders"), [("Shelters are", "Shelters stay")]),
        (deleted("A breach of an order"), [(BREACH, BREACH.replace("an offence", "a crime"))]),
        (retyped("police enforce", "police apply"), [("The police enforce", "**The police** enforce")]),
        (retyped("day and night", "at all hours"), [("night.[^calls]", "night."), (NOTE, "")]),
    ],
    ids=["gone", "moved", "deleted", "bold", "note"],
)
def test_what_both_sides_changed_is_listed(
    draft: tuple[Path, Sent], edit: Change, changes: list[tuple[str, str]]
) -> None:
    """What an agency did since is not undone by an edit of the same paragraph, and the edit is not lost in silence."""
    folder, sent = draft
    inputs_changed(folder, *changes)
    result = pull_report(folder, edited(sent.data, edit), "edited.docx", sent)

    assert {} == result.files
    assert REASON in {one.reason for one in result.left}


def test_edits_behind_what_was_changed_in_the_inputs_go_to_their_own_paragraphs(draft: tuple[Path, Sent]) -> None:
    """Where a paragraph was taken out of a reply, the next one has its bookmark: the edits go by the words."""
    folder, sent = draft
    inputs_changed(folder, (ORDERS, ""))
    before = (folder / JUSTICE).read_text(encoding="utf-8")
    data = edited(sent.data, retyped("police enforce", "police apply"), deleted("Calls to the hotline"))
    result = pull_report(folder, data, "edited.docx", sent)
    after = before.replace("police enforce", "police apply").replace("\n\n      Calls to the hotline cost nothing.", "")

    assert after == result.files[JUSTICE].decode()


def test_an_earlier_pull_is_not_taken_twice(draft: tuple[Path, Sent]) -> None:
    """What the inputs got from the same document stands there: paragraphs that were added, moved and deleted."""
    folder, sent = draft
    data = edited(
        sent.data,
        added_after("The police enforce", "They do so at once."),
        deleted("Calls to the hotline"),
        moved_to_the_start("Shelters are open", "Such protection orders"),
    )
    first = pull_report(folder, data, "edited.docx", sent)
    first.copies.file(folder, first.files)

    assert {} == pull_report(folder, data, "edited.docx", sent).files


def broken_line(body: Body) -> None:
    """A break of a line put into a paragraph."""
    cut_before("enforce the")(body)
    run(body, "enforce the").insert(0, etree.Element(f"{W}br"))


def note_moved(body: Body) -> None:
    """The mark of a note moved to another paragraph."""
    mark = list(body.iter(f"{W}footnoteReference"))[-1].getparent()
    assert mark is not None
    paragraph(body, "The police enforce").append(mark)


@pytest.mark.parametrize("edit", [broken_line, note_moved, together(broken_line, retyped("enforce the", "apply the"))])
def test_edits_that_leave_the_words_are_listed_with_the_document_as_built(
    draft: tuple[Path, Sent], edit: Change
) -> None:
    """No edit is passed over as none because the words are those that were sent."""
    folder, sent = draft
    reasons = [one.reason for one in pull_report(folder, edited(sent.data, edit), "edited.docx", sent).left]

    assert len(reasons) == 1
    assert "not taken" in reasons[0] or "moved to another paragraph" in reasons[0]


def test_bold_words_come_back_with_the_document_as_built(draft: tuple[Path, Sent]) -> None:
    """Words that were set in bold, and not otherwise edited, are an edit."""
    folder, sent = draft
    result = pull_report(folder, edited(sent.data, looking("The police enforce", "b")), "edited.docx", sent)

    assert "**The police enforce the orders.**" in result.files[JUSTICE].decode()
    assert () == result.left
