"""Small builders of document trees for tests, and one document that holds every kind of node."""

from decimal import Decimal

from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document.numbering import number_document
from reportgen.document.tree import (
    Abbreviation,
    Abbreviations,
    Awaiting,
    Block,
    Cell,
    Citation,
    CitationForm,
    Contents,
    CoverLine,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Row,
    Table,
    Text,
)


def words(*parts: str | Inline) -> Inlines:
    """Inlines, with plain strings made into text."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, key: str | None = None, numbered: bool = True) -> Paragraph:
    """A paragraph, numbered unless said otherwise."""
    return Paragraph(words(*parts), key, numbered)


def heading(level: Level, *parts: str | Inline, key: str | None = None) -> Heading:
    """A heading."""
    return Heading(level, words(*parts), key)


def item_list(*items: str | Item, mark: Mark = Mark.BULLET) -> ItemList:
    """A list of items, with plain strings made into items."""
    return ItemList(tuple(Item(words(item)) if isinstance(item, str) else item for item in items), mark)


def figure(text: str, indicator: str = "cases", *periods: str) -> Figure:
    """A figure that was written from an observation in a workbook."""
    years = periods or ("2023",)
    paths = tuple(("submissions", 0, "indicators", indicator, "values", year) for year in years)
    places = tuple(
        Place("submissions/court.xlsx", sheet="Indicators", cell=f"{letter}4")
        for letter, _ in zip("DEFG", years, strict=False)
    )
    number = text.replace(",", "")
    return Figure(text, indicator, years, paths, places, value=Decimal(number) if number.isdecimal() else None)


def table(caption: str, head: str, *rows: str, key: str | None = None, source: str = "") -> Table:
    """A table from lines such as `Men | 3 | 4`; the first column is text.

    A line that begins with `=` is a total, and one that begins with `-` a part of what stands above it.
    """
    return Table(
        words(caption),
        _cells(head),
        tuple(Row(_cells(row.lstrip("=-")), is_total=row[0] == "=", is_part=row[0] == "-") for row in rows),
        key,
        source=words(source) if source else (),
    )


def _cells(line: str) -> tuple[Cell, ...]:
    cells = [part.strip() for part in line.split("|")]
    return tuple(Cell(words(text) if text else (), is_figure=column > 0) for column, text in enumerate(cells))


def cover_line(role: Role, *parts: str | Inline) -> CoverLine:
    """One line of the first page."""
    return CoverLine(role, words(*parts))


def document(*blocks: Block, cover: tuple[CoverLine, ...] = ()) -> Document:
    """A numbered document of the given blocks."""
    return number_document(
        Document(
            title="Third periodic report submitted by Ruritania",
            symbol="CCPR/C/RUR/3",
            language="en-GB",
            cover=cover,
            blocks=blocks,
            subject="International Covenant on Civil and Political Rights",
            author="Ruritania",
        )
    )


def sample_document() -> Document:
    """A short numbered document with every kind of node in it."""
    return document(*_general_part(), *_specific_part(), cover=sample_cover())


def full_document() -> Document:
    """The sample with what longer reports have as well: contents, abbreviations, a quotation, citations, an annex."""
    return document(
        Contents(words("Contents")),
        Abbreviations(words("Abbreviations"), (Abbreviation("NGO", "non-governmental organization"),)),
        *_general_part(),
        *_specific_part(),
        paragraph(
            "The courts apply the Act (see ",
            Citation(("justice-1-1", "justice-1-2")),
            "); for figures, see ",
            Citation(("reply-2",), CitationForm.REPLY),
            ", that is, ",
            Citation(("reply-2",), CitationForm.REPLY_PARAGRAPHS),
            ". The Act reads:",
            key="court-3-1",
        ),
        Quotation(words("Oversight is public, and nobody is hindered in it.")),
        heading(Level.ANNEX, "Statistical annex", key="annex"),
        heading(Level.THEME, "Violence against women"),
        Table(
            words("Cases by court", Note(words("Courts of first instance."))),
            (Cell(words("Court")), Cell(words("2022"), is_figure=True), Cell(words("2023"), is_figure=True)),
            (
                Row((Cell(words("City")), Cell(words("7"), is_figure=True), _provisional("9"))),
                Row((Cell(words("District")), Cell(words("–"), is_figure=True), Cell(words(".."), is_figure=True))),
            ),
            "courts",
            source=words("Supreme Court."),
        ),
        replace(
            table(
                "Cases by region", " | " + " | ".join(map(str, range(2010, 2024))), "North | " + " | ".join("7" * 14)
            ),
            is_landscape=True,
        ),
        cover=sample_cover(),
    )


def _provisional(text: str) -> Cell:
    return Cell(words(text, Note(words("Provisional."))), is_figure=True)


def sample_cover() -> tuple[CoverLine, ...]:
    """A first page with every role."""
    return (
        cover_line(Role.ORGANIZATION, "United Nations"),
        cover_line(Role.SYMBOL, "CCPR/C/RUR/3"),
        cover_line(Role.TREATY, "International Covenant on Civil and Political Rights"),
        cover_line(Role.DISTRIBUTION, "Distr.: General"),
        cover_line(Role.DATE, "5 February 2024"),
        cover_line(Role.LANGUAGE, "Original: English"),
        cover_line(Role.LANGUAGES, "English, French and Spanish only"),
        cover_line(Role.COMMITTEE, "Human Rights Committee"),
        cover_line(Role.SESSION, "140th session", LineBreak(), "4–28 March 2024"),
        cover_line(
            Role.AGENDA, "Consideration of reports submitted by States parties under article 40 of the Covenant"
        ),
        cover_line(
            Role.TITLE,
            "Third periodic report submitted by Ruritania under article 40 of the Covenant, due in 2024",
            Note(words("The present document is being issued without formal editing."), mark="*"),
            ", ",
            Note(words("The annexes can be consulted in the files of the secretariat."), mark="**"),
        ),
        cover_line(Role.RECEIVED, "[Date received: 31 January 2024]"),
    )


def _general_part() -> tuple[Block, ...]:
    return (
        heading(Level.TITLE, "Replies to the list of issues (CCPR/C/RUR/QPR/3)"),
        heading(Level.PART, "General information on the national human rights situation", key="part-general"),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 1", key="reply-1"),
        paragraph(
            "The ",
            Emphasis(words("Public Oversight Act")),
            " entered into force in 2022.",
            Note(words("Act No. 12 of 3 May 2022, ", Link("https://example.org/acts/12", words("official text")), ".")),
            " It is described in ",
            Reference("court-2-1"),
            " and in ",
            Reference("oversight", "the paragraph on oversight"),
            ".",
            key="justice-1-1",
        ),
        paragraph("The following bodies were heard:", key="justice-1-2"),
        item_list(
            "The Ombudsman",
            Item(words("Two public associations"), (item_list("Association of Judges", "Union of Advocates"),)),
        ),
        paragraph("This paragraph has no number.", numbered=False),
    )


def _specific_part() -> tuple[Block, ...]:
    return (
        heading(Level.PART, "Specific information on the implementation of articles 1–27", key="part-specific"),
        heading(Level.THEME, "Violence against women"),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 2", key="reply-2"),
        paragraph(
            "In 2023, ",
            figure("384", "cases", "2023"),
            " cases were heard (compared with ",
            figure("360", "cases", "2020"),
            " in 2020); ",
            Emphasis(words("see ", Reference("cases")), strong=True),
            " and ",
            Reference("part-general"),
            ".",
            key="court-2-1",
        ),
        paragraph("The oversight bodies:", key="oversight"),
        item_list(
            "Inspect places of detention;",
            Item(words("Receive complaints:"), (item_list("From persons;", "From organizations;", mark=Mark.ROMAN),)),
            mark=Mark.LETTER,
        ),
        paragraph("They report yearly.", Note(words("Decree No. 7,", LineBreak(), "article 3.")), " So do the courts:"),
        item_list("First instance;", "Appeal.", mark=Mark.LETTER),
        table(
            "Cases of domestic violence",
            " | 2022 | 2023",
            "Women | 1,058 | 1,112",
            "Men | 96 | –",
            "= Total | 1,154 | 1,112",
            key="cases",
            source="Supreme Court.",
        ),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 3"),
        Awaiting(words("Awaiting the reply of the Ministry of Justice to paragraph 3")),
    )
