"""What a report says of itself: kind, cycle, State, treaty and years, from its first page, title and symbols."""

import datetime as dt

import pytest
from build import cover_line, document, heading, paragraph
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document.tree import Document, Heading, Level, LineBreak, Paragraph, Role
from reportgen.document.walk import plain_text
from reportgen.published.importer.facts import Facts, Given, find_facts, suspect_list, suspect_report
from reportgen.readers.reading import read_report


def facts(made: Document, **known: str | int) -> Facts:
    """The facts of a document."""
    return find_facts(made, Given(**known), Place("report.docx"))  # type: ignore[arg-type] # fields of any kind


def untitled(*blocks: object) -> Document:
    """A document without a first page."""
    return replace(document(*blocks), title="", symbol="")  # type: ignore[arg-type] # blocks


@pytest.mark.parametrize(
    ("title", "kind", "cycle", "name"),
    [
        ("Initial report of Ruritania", "initial", 1, "Ruritania"),
        (
            "Combined fifth and sixth periodic reports submitted by the Republic of Ruritania",
            "periodic",
            6,
            "Republic of Ruritania",
        ),
        ("Second periodic report", "periodic", 2, "State party"),
        ("Replies to the list of issues (CRC/C/RUR/Q/5-6)", "replies", 6, "State party"),
        ("Replies to the list of issues (CCPR/C/KAZ/QPR/3)", "periodic", 3, "Kazakhstan"),
    ],
)
def test_the_title_tells_what_it_is(title: str, kind: str, cycle: int, name: str) -> None:
    """The kind of document, its number and its State."""
    found = facts(untitled(heading(Level.TITLE, title), paragraph("One.")))

    assert (kind, cycle, name) == (found.document, found.cycle, found.name)


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("CAT/C/RUR/RQ/3", "replies"),
        ("CAT/C/RUR/FCO/3", "replies"),
        ("CAT/C/RUR/Q/3/Add.1", "replies"),
        ("CAT/C/RUR/3", "periodic"),
        ("CAT/C/RUR/QPR/3", "periodic"),
    ],
)
def test_the_symbol_alone_tells_replies_from_a_report(symbol: str, kind: str) -> None:
    """An addendum to a list of issues is the replies to it."""
    assert kind == facts(replace(untitled(paragraph("One.")), symbol=symbol)).document


def test_the_year_in_which_it_was_due_stands_in_its_title() -> None:
    """On the first page, or over the text where there is no first page."""
    title = "Fifth periodic report submitted by Ruritania under article 18 of the Convention, due in 2019"

    assert 2019 == facts(untitled(heading(Level.TITLE, title), paragraph("In 2023."))).due
    assert 2019 == facts(document(paragraph("In 2023."), cover=(cover_line(Role.TITLE, title),))).due


def test_the_treaty_follows_from_the_symbol_or_the_words() -> None:
    """The treaty whose name stands most often, where there is no symbol."""
    words = "The Convention on the Rights of the Child and the Committee on the Rights of the Child ask for it."

    assert "crc" == facts(untitled(paragraph(words))).treaty
    assert "cat" == facts(replace(untitled(paragraph(words)), symbol="CAT/C/KAZ/4")).treaty


def test_the_reporting_years_are_those_of_which_the_text_speaks_most() -> None:
    """The last run of them; a single year long ago is none."""
    text = "In 2021, 2022 and 2023, in 2022 and 2023, and in 2021 as in 2023; the Act is of 1995."

    assert (2021, 2022, 2023) == facts(untitled(paragraph(text))).years
    assert (2000,) == facts(untitled(paragraph("No year at all."))).years


def test_lines_of_the_first_page_are_kept_within_bounds() -> None:
    """A first page that was read wrongly does not stand in the way of the import."""
    cover = (
        cover_line(Role.LANGUAGE, f"Original: {'long ' * 50}"),
        cover_line(Role.LANGUAGES, "English, French and Spanish only"),
        cover_line(Role.SESSION, "140th session", LineBreak(), "March 2024"),
        cover_line(Role.DATE, "31 February 2024"),
    )
    found = facts(document(paragraph("One."), cover=cover))

    assert ("140th session March 2024", None) == (found.session, found.submitted)
    assert ("English", "French", "Spanish") == found.languages
    assert len(found.original_language or "") <= 80


@pytest.mark.parametrize(
    ("symbol", "title", "is_suspect"),
    [
        ("CCPR/C/KAZ/QPR/3", "", True),
        ("", "List of issues prior to submission", True),
        ("CCPR/C/KAZ/3", "Replies to the list of issues", False),
    ],
)
def test_a_list_of_issues_is_not_taken_for_a_report_in_silence(symbol: str, title: str, *, is_suspect: bool) -> None:
    """By its symbol or its title."""
    made = replace(document(), title=title, symbol=symbol)

    assert is_suspect == bool(list(suspect_list(made, Place("list.docx"))))


@pytest.mark.parametrize(
    ("symbol", "title", "text", "is_report"),
    [
        ("CCPR/C/RUR/2", "", "Please see annex 1.", True),
        ("CCPR/C/RUR/RQ/2", "", "Courts heard 12 cases.", True),
        ("", "Replies of Ruritania to the list of issues", "The Committee asked: please describe it.", True),
        ("", "Combined fifth and sixth periodic reports of Ruritania", "Please see annex 1.", True),
        ("", "", "Courts heard 12 cases.", True),
        ("CCPR/C/RUR/Q/2", "", "The State party is to describe the law.", False),
        ("", "List of issues prior to submission of the third periodic report", "Describe the law.", False),
        ("", "", "In the light of the report of Ruritania, please describe the law.", False),
        ("", "", "What has been done?", False),
    ],
)
def test_a_report_is_told_from_a_list_of_issues(symbol: str, title: str, text: str, *, is_report: bool) -> None:
    """By its symbol, by its title, or because no paragraph of it asks anything."""
    blocks = [heading(Level.TITLE, title)] if title else []
    made = replace(untitled(*blocks, paragraph(text)), symbol=symbol)

    assert is_report == bool(list(suspect_report(made, Place("list.docx"))))


COVERS = [
    (
        (
            "Committee against Torture",
            "Consideration of reports submitted by States parties under article 19 of the Convention",
            "Third periodic reports of States parties due in 2011",
            "Ruritania*",
            "[14 June 2011]",
        ),
        ("Ruritania", "XXX", "cat", 3, 2011, "CAT/C/XXX/3", "periodic"),
    ),
    (
        (
            "Committee on the Rights of the Child",
            "Combined third and fourth periodic reports of States parties due in 2013",
            "Kazakhstan",
            "[Date received: 5 March 2013]",
        ),
        ("Kazakhstan", "KAZ", "crc", 4, 2013, "CRC/C/KAZ/4", "periodic"),
    ),
    (
        (
            "United Nations",
            "CAT/C/RUR/FCO/5",
            "Distr.: General",
            "18 January 2021",
            "Committee against Torture",
            "Information received from Ruritania on follow-up to the concluding observations on its fifth report*",
            "[Date received: 30 November 2020]",
        ),
        ("Ruritania", "RUR", "cat", 5, 2020, "CAT/C/RUR/FCO/5", "replies"),
    ),
    (
        (
            "United Nations",
            "CEDAW/C/RUR/Q/4/Add.1",
            "Distr.: General",
            "Committee on the Elimination of Discrimination against Women",
            "Replies of Ruritania to the list of issues in relation to its fourth periodic report*",
            "[Date received: 30 November 2020]",
        ),
        ("Ruritania", "RUR", "cedaw", 4, 2020, "CEDAW/C/RUR/Q/4/Add.1", "replies"),
    ),
    (
        (
            "United Nations",
            "Distr.: General",
            "Human Rights Committee",
            "Second periodic report submitted by the Russian Federation under article 40 of the Covenant, due in 2020*",
        ),
        ("Russian Federation", "RUS", "ccpr", 2, 2020, "CCPR/C/RUS/2", "periodic"),
    ),
]


@pytest.mark.parametrize(("lines", "expected"), COVERS)
def test_first_pages_of_several_decades(lines: tuple[str, ...], expected: tuple[object, ...]) -> None:
    """State, code, treaty, cycle, year due, symbol and kind are read from a text as they are printed, none made up."""
    text = "\n\n".join((*lines, "I. Introduction", "1. The report was prepared by a working group."))
    made = read_report(text.encode(), "report.txt").document
    found = facts(made)

    assert 1 == sum(isinstance(block, Paragraph) and block.numbered for block in made.blocks)
    assert ["Introduction"] == [plain_text(block.children) for block in made.blocks if isinstance(block, Heading)]
    assert expected == (found.name, found.state, found.treaty, found.cycle, found.due, found.symbol, found.document)


def test_words_about_all_states_name_none() -> None:
    """`reports submitted by States parties` is no State, and what is not known is asked for."""
    found = facts(untitled(heading(Level.TITLE, "Periodic reports of States parties"), paragraph("One.")))

    assert ("State party", "XXX") == (found.name, found.state)
    assert {"state", "treaty", "symbol", "cycle", "due", "reporting_years"} == found.supposed


def test_a_name_ends_with_its_line() -> None:
    """The title over the text begins anew: `… of Arcania` / `Replies of Arcania to the list of issues`."""
    title = "Third periodic report of Arcania"
    again = heading(Level.TITLE, "Replies of Arcania to the list of issues")

    assert "Arcania" == facts(replace(untitled(again, paragraph("One.")), title=title)).name


def test_years_are_asked_for_where_the_text_names_none() -> None:
    """The year before the report was due, or was received, stands in; a year in the text is not asked about."""
    cover = (cover_line(Role.RECEIVED, "[Date received: 5 March 2013]"),)
    found = facts(document(paragraph("One."), cover=cover))
    named = facts(document(paragraph("In 2011, there were two."), cover=cover))

    assert ((2012,), True) == (found.years, "reporting_years" in found.supposed)
    assert ((2011,), False) == (named.years, "reporting_years" in named.supposed)


def test_the_follow_up_has_no_date_of_distribution() -> None:
    """The date below `Distr.` follows the one of receipt; one message says what such a document has not."""
    lines = COVERS[2][0]
    text = "\n\n".join((*lines, "1. The Code forbids torture."))
    found = facts(read_report(text.encode(), "report.txt").document)

    assert found.submitted is None
    assert dt.date(2020, 11, 30) == found.received
    assert ["RG848"] == [one.code for one in found.diagnostics]


def test_the_lines_of_an_old_first_page_name_state_and_treaty() -> None:
    """Set in columns, they are not told from the text; a State in capitals is written as a name."""
    lines = (
        "UNITED",
        "NATIONS",
        "COMMITTEE ON THE ELIMINATION",
        "OF RACIAL DISCRIMINATION",
        "REPORTS SUBMITTED BY STATES PARTIES UNDER ARTICLE 9 OF THE CONVENTION",
        "Twelfth periodic reports of States parties due in 1995",
        "Addendum",
        "REPUBLIC OF ARCANIA*",
        "1.   The Constitution forbids discrimination, and the courts apply it.",
    )
    found = facts(read_report("\n\n".join(lines).encode(), "report.txt").document)

    assert ("Republic of Arcania", "cerd", 12, 1995) == (found.name, found.treaty, found.cycle, found.due)
    assert {"code", "symbol"} <= found.supposed


def test_the_article_under_which_a_report_is_submitted_names_the_treaty() -> None:
    """Where no name does; an article that the text speaks of does not."""
    title = heading(Level.TITLE, "Initial report submitted by Ruritania under article 35 of the Convention")
    about = heading(Level.TITLE, "Initial report of Ruritania")

    assert "crpd" == facts(untitled(title, paragraph("One."))).treaty
    assert "treaty" in facts(untitled(about, paragraph("It acts under article 35 of the Convention."))).supposed


@pytest.mark.parametrize(
    ("lines", "treaty"),
    [
        (("Human Rights Committee", "Fourth periodic report of Arcania"), "ccpr"),
        (("Fourth periodic report of Arcania on the implementation of the Convention against Torture",), None),
        (("Fourth periodic report of Arcania", "Ratification of the Convention on the Rights of Persons"), None),
        (("Fourth periodic report of Arcania", "Convention on the Rights of the Child .... 14"), None),
        (("Initial report of Arcania under the Optional Protocol to the Convention on the Rights of the Child",), None),
        (
            ("Common core document of Arcania", "Convention on the Rights of the Child", "Committee against Torture"),
            "cat",
        ),
        (
            (
                "Common core document of Arcania",
                "Convention on the Rights of the Child",
                "Convention on the Rights of Persons with Disabilities",
            ),
            None,
        ),
        (("Initial report of Arcania submitted under article 44 of the Convention on the Rights of the Child",), "crc"),
        (("Convention on the Rights of the Child", "Fourth periodic report of Arcania"), "crc"),
    ],
)
def test_a_treaty_that_is_only_spoken_of_is_not_the_one_of_the_report(
    lines: tuple[str, ...], treaty: str | None
) -> None:
    """Its name stands alone, or in the title of reports; protocols, contents and several names tell none."""
    made = untitled(*(heading(Level.TITLE, line) for line in lines), paragraph("One."))
    found = facts(made)

    assert (treaty is None) == ("treaty" in found.supposed)
    assert treaty in {None, found.treaty}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Note by the secretariat", "State party"),
        ("Introduction", "State party"),
        ("Republic of Arcania", "Republic of Arcania"),
        ("LAO PEOPLE'S DEMOCRATIC REPUBLIC", "Lao People’s Democratic Republic"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
        ("Turkiye", "Türkiye"),
    ],
)
def test_the_line_below_the_title_is_a_state_only_where_it_is_a_name(line: str, name: str) -> None:
    """With straight apostrophes and without accents as well; a note of the secretariat is none."""
    title = heading(Level.TITLE, "Fifth periodic report of States parties due in 2014")
    found = facts(untitled(title, heading(Level.TITLE, line), paragraph("One.")))

    assert name == found.name
    assert ("state" in found.supposed) == (name == "State party")


def test_replies_with_the_symbol_of_a_list_are_no_list() -> None:
    """`…/Q/7/Add.1` below `List of issues and questions …`; the list itself, without an addendum, is one."""
    title = "List of issues and questions in relation to the seventh periodic report of Arcania"
    made = replace(untitled(heading(Level.TITLE, title), paragraph("One.")), title=title)

    assert [] == list(suspect_list(replace(made, symbol="CEDAW/C/ARC/Q/7/Add.1"), Place("x")))
    assert ["RG846"] == [one.code for one in suspect_list(replace(made, symbol="CEDAW/C/ARC/Q/7"), Place("x"))]


def read(text: str) -> Facts:
    """The facts of a text file."""
    return facts(read_report(text.encode(), "report.txt").document)


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("REPUBLIC OF ARCANIA*", "Republic of Arcania"),
        ("ARCANIA", "Arcania"),
        ("Arcania*", "Arcania"),
        ("Introduction", "State party"),
        ("NOTE 1", "State party"),
    ],
)
def test_a_state_stands_below_a_title_that_names_none(below: str, name: str) -> None:
    """`Fourth periodic report` and, in a line of its own, the State with a star or in capitals."""
    title = "Human Rights Committee\n\nFourth periodic report due in 2003"
    found = read(f"{title}\n\n{below}\n\n[30 May 2004]\n\n1. The report was prepared.\n")

    assert (name, 4, 2003) == (found.name, found.cycle, found.due)


@pytest.mark.parametrize(
    "title",
    [
        "Information received from Arcania on follow-up to the concluding observations",
        "Information provided by Arcania in follow-up to the concluding observations on its fourth periodic report",
        "Comments by Arcania on the follow-up to the concluding observations",
        "Follow-up report of Arcania on the concluding observations",
    ],
)
def test_information_on_follow_up_has_titles_of_many_words(title: str) -> None:
    """The line below is no title: `Paragraph 23 (a)` stands over a reply."""
    text = f"CEDAW/C/ARC/FCO/4\n\nCommittee on the Elimination of Discrimination against Women\n\n{title}*"
    found = read(f"{text}\n\n[Date received: 1 March 2020]\n\nParagraph 23 (a)\n\n1. The Act was adopted.\n")

    assert ("Arcania", title, "replies", 4) == (found.name, found.title, found.document, found.cycle)


def test_a_symbol_and_a_title_are_a_first_page() -> None:
    """Where a file begins with them; the title is no heading of the text."""
    found = read("CRPD/C/ARC/2\n\nSecond periodic report of Arcania under article 35\n\n1. It was prepared.\n")

    assert ("Arcania", "Second periodic report of Arcania under article 35") == (found.name, found.title)
    assert "CRPD/C/ARC/2" == found.symbol


def test_a_sentence_names_no_state_and_counts_no_report() -> None:
    """`This is the twelfth report of the Office.`: what is no report of a State is asked about."""
    found = read("Office of the Ombudsperson\n\nAnnual report 2022\n\nThis is the twelfth report of the Office.\n")

    assert {"state", "treaty", "cycle", "symbol"} <= found.supposed


def test_the_number_of_a_session_is_none_of_a_report() -> None:
    """`Thirty-sixth session` over the line that names a national report."""
    found = read("Human Rights Council\n\nThirty-sixth session\n\nNational report of Ruritania\n\n1. One.\n")

    assert "cycle" in found.supposed
    assert 3 == read("Third periodic report\n\nThirty-sixth session\n\n1. One.\n").cycle


def test_a_symbol_alone_in_a_line_is_that_of_the_report() -> None:
    """Also where the first page was not recognised; one within a line is that of another document."""
    assert "symbol" not in read("UNITED\n\nNATIONS\n\nCRC/C/GEO/3\n\nThird report\n\n1. One.\n").supposed
    assert "symbol" in read("See CRC/C/GEO/CO/2 of May\n\nThird report\n\n1. One.\n").supposed


def test_a_known_state_needs_no_capitals() -> None:
    """`georgia*` below the title; other words in small letters are no name."""
    title = "Second periodic reports of States parties due in 2001"
    text = (
        f"CRC/C/104/Add.1\nCommittee on the Rights of the Child\n{title}\n{{}}\n1. {'The courts hear complaints. ' * 9}"
    )
    found = read(text.format("georgia*"))

    assert ("GEO", "Georgia") == (found.state, found.name)
    assert "state" in read(text.format("summary of figures")).supposed


def test_concluding_observations_do_not_tell_which_report_this_is() -> None:
    """Their symbol names the report before: State and treaty follow from it, the number is asked for."""
    found = read("Introduction\n\n1. This answers CAT/C/RUR/CO/2, paragraph 8.\n")

    assert ("cat", "RUR") == (found.treaty, found.state)
    assert {"cycle", "symbol"} <= found.supposed
    assert "cycle" not in read("Introduction\n\n1. This answers CAT/C/RUR/QPR/3, paragraph 8.\n").supposed
