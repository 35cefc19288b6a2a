"""Pull brings back what light Markdown can hold: bold and italics, notes, rows of tables, and lists."""

from pathlib import Path

import pytest
from lxml import etree
from word.pull.drafts import (
    JUSTICE,
    REPLIES,
    built,
    cut_before,
    looking,
    noted_at,
    rich_project,
    row_added,
    row_of,
    together,
    turned_into,
)
from word.word_edits import Body, Change, W, added_after, edited, paragraph, retyped, split_before

from reportgen.word.pull.pulling import pull_report
from reportgen.word.pull.result import Pulled


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all that a text can hold."""
    return rich_project(tmp_path_factory.mktemp("formats") / "project")


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return built(project)


def text(project: Path, data: bytes) -> tuple[str, Pulled]:
    """The replies as they would be."""
    result = pull_report(project, data, "edited.docx")
    file = result.files.get(JUSTICE, b"").decode()
    return file[file.index("replies:") :] if file else REPLIES, result


ORDERS = "Such protection orders are valid for up to one year."
LAST = "    text: |\n"


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (looking("Such protection orders", "b"), ORDERS, f"**{ORDERS}**"),
        (looking("everybody"), "**everybody**", "everybody"),
        (looking("everybody", "i"), "**everybody**", "*everybody*"),
        (looking("everybody", "b", "i"), "**everybody**", "***everybody***"),
        (looking("free of charge"), "*free of charge*", "free of charge"),
        (
            together(cut_before("a right"), cut_before("to a lawyer"), looking("a right", "b")),
            "persons a right to",
            "persons **a right** to",
        ),
        (
            together(looking("everybody"), retyped("everybody", "all persons")),
            "**everybody**",
            "all persons",
        ),
        (
            together(retyped("The rule is the same", "One rule holds", "The rule is"), looking("One rule", "i")),
            "The rule is the same for all.",
            "*One rule holds for all.*",
        ),
        (
            together(looking(" persons, of whom 12", "b"), retyped("legal aid was given", "legal aid was granted")),
            "legal aid was given to {{ legal_aid }} persons, of whom 12 were children. There were {{",
            "legal aid was granted to {{ legal_aid }} **persons, of whom 12 were children. There were** {{",
        ),
    ],
    ids=[
        "bold",
        "no more bold",
        "italics for bold",
        "both",
        "no more italics",
        "words",
        "and retyped",
        "new",
        "beside",
    ],
)
def test_bold_and_italics(project: Path, report: bytes, change: Change, old: str, new: str) -> None:
    """Marks are put in, taken out or changed about the words, and nothing else is."""
    now, result = text(project, edited(report, change))

    assert () == result.left
    assert () == result.refused
    assert REPLIES.replace(old, new, 1) == now


def test_a_note_is_added(project: Path, report: bytes) -> None:
    """Its mark stands where it was set, its words at the end of the reply, under a label that is free."""
    now, result = text(project, noted_at(report, "Such protection orders", "Act of 2019, section *4*."))
    expected = REPLIES.replace(ORDERS, f"{ORDERS}[^1]")

    assert () == result.left
    assert f"{expected.rstrip()}\n\n      [^1]: Act of 2019, section \\*4\\*.\n" == now


def test_notes_are_added_to_edited_and_to_new_paragraphs(project: Path, report: bytes) -> None:
    """Two of one text have two labels, and come in their order."""
    data = edited(report, retyped("valid for", "in force for"), added_after("Shelters are open", "They are warm."))
    data = noted_at(noted_at(data, "They are warm.", "All of them."), "Such protection orders", "Act of 2019.")
    now, result = text(project, data)

    assert () == result.left
    assert "are in force for up to one year.[^1]\n" in now
    assert "They are warm.[^2]\n" in now
    assert now.endswith("\n\n      [^1]: Act of 2019.\n\n      [^2]: All of them.\n")


def test_a_note_with_a_reference_is_no_note(project: Path, report: bytes) -> None:
    """Braces would be read as a reference; the note is listed with its paragraph, and nothing is written."""
    now, result = text(project, noted_at(report, "Such protection orders", "See {{ legal_aid }}."))

    assert REPLIES == now
    assert ["two braces would be read as a reference"] == [one.reason for one in result.left]


@pytest.mark.parametrize(
    ("after", "cells", "old", "new"),
    [
        (
            "about ten",
            ("2024", "1,600", "an | estimate"),
            "twice |\n",
            "twice |\n      | 2024 | 1,600 | an \\| estimate |\n",
        ),
        ("Remarks", ("2021", "1,100", ""), "| --- |\n", "| --- |\n      | 2021 | 1,100 |  |\n"),
    ],
    ids=["last", "first"],
)
def test_a_row_is_added(project: Path, report: bytes, after: str, cells: tuple[str, ...], old: str, new: str) -> None:
    """It stands behind the row that it was put behind; below the heads where it is the first."""
    now, result = text(project, edited(report, row_added(after, cells)))

    assert () == result.left
    assert REPLIES.replace(old, new, 1) == now


def test_a_row_is_deleted(project: Path, report: bytes) -> None:
    """The whole line goes, references and all."""

    def change(body: Body) -> None:
        row = row_of(body, "about ten")
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    now, result = text(project, edited(report, change))
    line = next(one for one in REPLIES.splitlines(keepends=True) if "about ten" in one)

    assert () == result.left
    assert REPLIES.replace(line, "") == now


@pytest.mark.parametrize(
    ("words", "like", "old", "new"),
    [
        ("Such protection orders", "Order the offender", ORDERS, f"- {ORDERS}"),
        (
            "Prohibit the offender",
            "Shelters are open",
            "      - Prohibit the offender",
            "\n      Prohibit the offender",
        ),
    ],
    ids=["item", "paragraph"],
)
def test_a_paragraph_is_made_an_item_and_an_item_a_paragraph(
    project: Path, report: bytes, words: str, like: str, old: str, new: str
) -> None:
    """The mark of the list is put before it, or taken away with a blank line in its place."""
    now, result = text(project, edited(report, turned_into(words, like)))

    assert [] == [one.reason for one in result.left]
    assert REPLIES.replace(old, new) == now


def test_a_new_paragraph_brings_its_bold_words(project: Path, report: bytes) -> None:
    """Words that were added are written with their marks."""
    change = together(added_after("Shelters are open", "They are always warm."), looking("They are", "b"))
    now, result = text(project, edited(report, change))

    assert () == result.left
    assert REPLIES.replace("who need them.\n", "who need them.\n\n      **They are always warm.**\n") == now


def test_a_divided_paragraph_keeps_its_bold_words(project: Path, report: bytes) -> None:
    """Marks do not reach over the break between two paragraphs."""
    change = together(cut_before("It gives persons"), split_before("It gives persons"), looking("It gives", "i"))
    now, result = text(project, edited(report, change))

    assert () == result.left
    assert "2021.\n\n      *It gives persons a right to a lawyer.*\n" in now


def joined_cells(body: Body) -> None:
    """Two cells of a row made one."""
    cells = list(row_of(body, "about ten").iter(f"{W}tc"))
    cells[1].extend(list(cells[2].iter(f"{W}p")))
    row_of(body, "about ten").remove(cells[2])


def unnumbered(body: Body) -> None:
    """The number of a paragraph taken away, as Word's button does."""
    properties = paragraph(body, "The police enforce").find(f"{W}pPr")
    assert properties is not None
    properties[:] = [one for one in properties if one.tag != f"{W}numPr"]


def fields_made_text(body: Body) -> None:
    """All fields made text (Ctrl+Shift+F9)."""
    for one in [*body.iter(f"{W}fldChar", f"{W}instrText")]:
        found = one.getparent()
        assert found is not None
        found.remove(one)


def put_below(body: Body) -> None:
    """An item put below the one before it, as Tab does."""
    properties = paragraph(body, "Demand that each").find(f"{W}pPr")
    assert properties is not None
    numbered = etree.SubElement(properties, f"{W}numPr")
    etree.SubElement(numbered, f"{W}ilvl", {f"{W}val": "1"})
    etree.SubElement(numbered, f"{W}numId", {f"{W}val": "2"})


def table_deleted(body: Body) -> None:
    """A whole table deleted."""
    table = next(row_of(body, "about ten").iterancestors(f"{W}tbl"))
    above = table.getparent()
    assert above is not None
    above.remove(table)


def heads_exchanged(body: Body) -> None:
    """The years of two rows typed over by each other."""
    for words, year in (("about ten", "2022"), ("none", "2023")):
        next(row_of(body, words).iter(f"{W}t")).text = year


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (put_below, ["it stands below another item now, or no more, and levels of lists are changed in the inputs"]),
        (joined_cells, ["its cell was joined with another one, or divided"] * 2),
        (unnumbered, ["its number was taken away, and the paragraphs of a reply have one"]),
        (fields_made_text, []),
    ],
)
def test_what_leaves_the_words_is_listed(project: Path, report: bytes, change: Change, reasons: list[str]) -> None:
    """Cells that were joined and a number that was taken away are no words of a reply; a field made text is no edit."""
    result = pull_report(project, edited(report, change), "edited.docx")

    assert ({}, reasons) == (result.files, [one.reason for one in result.left])


def test_names_of_parts_that_changed_places_are_not_taken(project: Path, report: bytes) -> None:
    """The figure of women would be printed as that of men."""
    women = retyped("The number of women was", "The number of men was", "The number of women")
    men = retyped(" and that of men was ", " and that of women was ", "and that of men")
    one = pull_report(project, edited(report, women, men), "edited.docx")
    other = pull_report(project, edited(report, women), "edited.docx")

    assert ({}, {}) == (one.files, other.files)
    assert ["in each other’s place" in one.left[0].reason, "not said any more" in other.left[0].reason] == [True, True]


def test_a_table_is_deleted_as_a_whole_or_not(project: Path, report: bytes) -> None:
    """Not some of its rows, so that the others would be printed under heads that say less."""
    result = pull_report(project, edited(report, table_deleted), "edited.docx")

    assert {} == result.files
    assert "a whole table is deleted in the inputs" in [one.reason for one in result.left]


def test_heads_of_rows_that_were_exchanged_are_not_taken(project: Path, report: bytes) -> None:
    """Each figure would be printed as that of the other year."""
    result = pull_report(project, edited(report, heads_exchanged), "edited.docx")

    assert ((), {}) == (result.taken, result.files)


def test_a_head_over_figures_in_other_words_is_taken_and_told(project: Path, report: bytes) -> None:
    """It may make another statement of all figures below it; a head over none is an edit like others."""
    replies, result = text(project, edited(report, retyped("Persons", "Families", "Persons")))
    assert REPLIES.replace("| Year | Persons |", "| Year | Families |") == replies
    assert ["RG396"] == [one.code for one in result.diagnostics]
    assert "stands with “Families” now, and with “Persons” as built" in result.diagnostics[0].message

    replies, result = text(project, edited(report, retyped("Remarks", "Notes", "Remarks")))
    assert REPLIES.replace("| Remarks |", "| Notes |") == replies
    assert () == result.diagnostics
