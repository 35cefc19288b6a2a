"""A report becomes a project that prints it again: every heading, paragraph and number."""

from collections.abc import Callable
from pathlib import Path

import pytest
from build import cover_line, document, full_document, heading, item_list, paragraph, sample_document, table, words
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.document.tree import Block, Document, Heading, Level, Mark, Note, Paragraph, Quotation, Role, Text
from reportgen.files.output import write_tree
from reportgen.pipeline import check_project
from reportgen.published.importer.facts import Given
from reportgen.published.importer.proof import lines_of
from reportgen.published.importer.report import Imported, import_report


def imported(*blocks: Block, **known: str | int) -> Imported:
    """The project of some blocks."""
    return import_report(document(*blocks), Given(**known), "report.docx")  # type: ignore[arg-type] # fields of any kind


def codes(found: Imported) -> list[str]:
    """The codes of what is said, without the facts that a body of text alone does not tell."""
    return [one.code for one in found.diagnostics if one.code != "RG838"]


def reply(number: int) -> Heading:
    """The usual heading of a reply."""
    return heading(Level.REPLY, f"Reply to the issues raised in paragraph {number}")


@pytest.mark.parametrize("make", [sample_document, full_document])
def test_a_document_with_every_kind_of_node_comes_back(make: Callable[[], Document], tmp_path: Path) -> None:
    """Notes, lists, tables, quotations, paragraphs without a number, annexes: the build prints what was imported."""
    was = make()
    found = import_report(was, Given(), "report.docx")
    write_tree(tmp_path / "project", found.files)
    built = check_project(tmp_path / "project")

    assert built.document is not None
    assert lines_of(was.blocks) == lines_of(built.document.blocks)
    assert found.counted.same


def test_the_first_page_becomes_settings() -> None:
    """Symbol, State, dates, languages and notes to the title."""
    report = import_report(full_document(), Given(), "report.docx").files["report.yaml"].decode()

    for line in (
        "symbol: CCPR/C/RUR/3",
        "  code: RUR",
        "list_of_issues: CCPR/C/RUR/QPR/3",
        "  due: 2024",
        "  submitted: 2024-02-05",
        "  received: 2024-01-31",
        "languages: [English, French, Spanish]",
        "  - The annexes can be consulted in the files of the secretariat.",
    ):
        assert f"{line}\n" in report


def test_what_the_file_does_not_say_is_marked_and_named() -> None:
    """The project loads all the same; each stand-in has its comment and its option."""
    found = import_report(replace(document(paragraph("One."), cover=()), symbol="", title=""), Given(), "report.txt")
    report = found.files["report.yaml"].decode()

    assert ["RG838"] * 6 == [one.code for one in found.diagnostics if one.code == "RG838"]
    assert 6 == report.count("# the file does not say it: look it up")


def test_what_is_given_is_taken() -> None:
    """Options have the last word, and nothing is said of what they tell."""
    given = Given(state="KAZ", treaty="cat", cycle=4, symbol="CAT/C/KAZ/4", due=2025, years=(2021, 2022))
    found = import_report(replace(document(paragraph("One.")), symbol=""), given, "report.txt")
    report = found.files["report.yaml"].decode()

    assert () == tuple(one for one in found.diagnostics if one.code == "RG838")
    for line in ("  name: Kazakhstan", "treaty: cat", "cycle: 4", "symbol: CAT/C/KAZ/4", "  due: 2025"):
        assert f"{line}\n" in report
    assert "reporting_years: [2021, 2022]\n" in report


def test_headings_keep_their_own_words() -> None:
    """A wording of all replies becomes one template, a single one a template of its reply."""
    found = imported(
        heading(Level.REPLY, "Response to question 1"),
        paragraph("One."),
        heading(Level.REPLY, "Response to question 2"),
        paragraph("Two."),
        heading(Level.REPLY, "Response to questions 3 and 4"),
        paragraph("Three."),
    )

    assert found.counted.same
    assert {"templates/reply.html.j2", "templates/replies/3.html.j2"} <= found.files.keys()
    assert "templates/replies/1.html.j2" not in found.files


def test_what_a_submission_cannot_hold_stands_in_the_template_of_its_reply() -> None:
    """A table and a paragraph without a number print where they stood, and signs of templates stay signs."""
    found = imported(
        reply(1),
        table("Cases {{ so }}", " | 2023", "Women & men <all> | 3"),
        paragraph("One."),
        paragraph("No number {% here %}.", numbered=False),
        item_list("first", mark=Mark.ROMAN),
    )

    assert found.counted.same
    assert ["RG837"] == codes(found)
    assert "templates/replies/1.html.j2" in found.files


def test_notes_and_unusual_headings_are_kept() -> None:
    """A note to a heading becomes a paragraph below it, a long heading a paragraph: no word is lost."""
    found = imported(
        heading(Level.THEME, "Torture", Note(words("Articles 7 and 10."))),
        reply(1),
        paragraph("One."),
        heading(Level.THEME, "long " * 120),
        paragraph("Two."),
    )
    text = b"".join(found.files.values()).decode()

    assert {"RG834", "RG835"} <= set(codes(found))
    assert "Articles 7 and 10." in text
    assert "long " * 100 in text


def test_paragraphs_without_any_numbers_are_numbered() -> None:
    """And that is said."""
    found = imported(reply(1), paragraph("One.", numbered=False), paragraph("Two.", numbered=False))

    assert ["RG831"] == codes(found)
    assert (2, True) == (found.counted.paragraphs, found.counted.same)


def test_numbers_out_of_order_are_named() -> None:
    """The text stays; the paragraph gets the number of its place."""
    blocks = (reply(1), Paragraph(words("One."), number=1), Paragraph(words("Two."), number=1))
    found = import_report(replace(document(), blocks=blocks), Given(), "report.txt")

    assert ["RG832"] == codes(found)
    assert found.counted.same


def test_white_space_in_a_row_is_one_space() -> None:
    """As compose prints it; the import itself says nothing of it, since the reader's text is the same."""
    found = imported(reply(1), paragraph("One.  Two."))

    assert b"One. Two." in found.files["submissions/published-report.yaml"]


def test_a_file_without_text_is_refused() -> None:
    """Nothing is made of it."""
    found = imported()

    assert (["RG830"], {}) == ([one.code for one in found.diagnostics], dict(found.files))


def test_a_reply_that_has_not_been_received_stays_so() -> None:
    """What the program prints by itself is not imported as text."""
    found = imported(
        reply(1),
        paragraph("One."),
        reply(2),
        paragraph("The reply to the issues raised in paragraph 2 has not been received.", numbered=False),
    )

    assert (2, True) == (found.counted.issues, found.counted.same or "RG839" in codes(found))
    assert b"has not been received" not in b"".join(found.files.values())


SIGNS = st.text(alphabet="ab 1.(-*_[]{}%#\\<>&:^\u00a0“’–", min_size=1, max_size=30).filter(str.strip)


@example([paragraph("-a"), item_list("1", "1")])
@example([item_list("a", "b"), paragraph("– c")])
@example([paragraph("(a) one"), paragraph("(b) two")])
@example([paragraph("–a"), paragraph("– b")])
@given(st.lists(st.one_of(SIGNS.map(paragraph), st.lists(SIGNS, min_size=1, max_size=3).map(lambda x: item_list(*x)))))
def test_any_text_comes_back(blocks: list[Block]) -> None:
    """Whatever signs it holds, in paragraphs and lists."""
    found = imported(reply(1), paragraph("It begins."), *blocks)

    assert found.counted.same, [one.message for one in found.diagnostics]


def test_a_quotation_stays_one() -> None:
    """In the submission, since Markdown has quotations."""
    found = imported(reply(1), paragraph("It reads:"), Quotation((Text("So be it."),)))

    assert b"> So be it." in found.files["submissions/published-report.yaml"]
    assert found.counted.same


def test_the_title_of_the_first_page_is_kept() -> None:
    """Word for word, whatever the formula would be."""
    cover = (cover_line(Role.TITLE, "Second report of Ruritania"),)
    found = import_report(document(reply(1), paragraph("One."), cover=cover), Given(), "report.docx")

    assert "title: Second report of Ruritania\n" in found.files["report.yaml"].decode()


def test_text_that_a_build_would_not_print_is_shown() -> None:
    """A soft hyphen cannot be seen and is taken out of what agencies send; the two texts stand side by side."""
    found = imported(reply(1), paragraph("The co\u00adoperation of all."))

    assert (["RG839"], False) == (codes(found), found.counted.same)
    assert found.files


def test_most_of_a_file_behind_one_heading_is_asked_about() -> None:
    """Nothing is written until it is said whether the annexes begin there; less than half needs no question."""
    blocks = (reply(1), paragraph("One."), heading(Level.ANNEX, "Annexes"), paragraph("Two and three."))
    short = (reply(1), paragraph("One and two and three."), heading(Level.ANNEX, "Annexes"), paragraph("Two."))
    asked = imported(*blocks)

    assert (["RG849"], {}) == (codes(asked), asked.files)
    assert (1, 4) == (
        imported(*blocks, annexes=True).counted.annexes,
        imported(*blocks, annexes=True).counted.annex_words,
    )
    assert (2, 0) == (
        imported(*blocks, annexes=False).counted.paragraphs,
        imported(*blocks, annexes=False).counted.annexes,
    )
    assert "RG849" not in codes(imported(*short))


def test_the_letter_of_a_reply_is_printed_again() -> None:
    """`A. Replies to the issues raised in paragraph 1`; one without a letter has none."""
    lettered = Heading(Level.REPLY, (Text("Reply to the issues raised in paragraph 1"),), label="A.")

    assert imported(lettered, paragraph("One.")).counted.same
    assert imported(reply(1), paragraph("One.")).counted.same


def test_most_of_a_file_in_one_reply_is_said() -> None:
    """From 2,000 words on; two replies of like length are none."""
    long = " ".join(["word"] * 1_100)
    one = imported(reply(1), paragraph(long), paragraph(long))
    two = imported(reply(1), paragraph(long), reply(2), paragraph(long))

    assert "RG821" in codes(one)
    assert "RG821" not in codes(two)
