"""A figure that stands as it was built, in words that make another statement of it: verify names it."""

import pytest
from build import document, figure, paragraph, words
from msgspec.structs import replace
from word.word_edits import Body, Change, W, deleted, edited, retyped, text_of

from reportgen.document.tree import Cell, Document, Figure, FigureReference, Row, Table
from reportgen.word.verify import verify_documents
from reportgen.writers.docx.writing import DocxOptions, write_docx

YEARS = ("2022", "2023")
GROUPS = {"Adults": ("1,201", "1,340"), "Children": ("141", "167")}


def part(text: str, name: str) -> Figure:
    """The figure of a part, with the reference that asked for it."""
    reference = FigureReference(f"{{{{ aid | value(part='{name}') }}}}", None)
    return replace(figure(text, f"aid_{name}", "2023"), reference=reference)


def of_phrase(text: str, name: str) -> Figure:
    """The figure of a part that a phrase prints with its name, such as `{{ aid | breakdown }}`."""
    path = ("submissions", 0, "indicators", "aid", "breakdown", 0, "values", "2023")
    reference = FigureReference("{{ aid | breakdown }}", None)
    return replace(figure(text, f"aid_{name}", "2023"), reference=reference, paths=(path,), tail=f" {name}")


NINES = (("City", ("9", "3")), ("Village", ("4", "9")))


def _cells(name: str) -> list[Cell]:
    return [Cell((figure(text, name, year),)) for text, year in zip(GROUPS[name], YEARS, strict=True)]


def report() -> Document:
    """Sentences about persons who received legal aid."""
    return document(
        paragraph("In 2023, legal aid was given to ", figure("1,507", "aid"), " persons, of whom many were children."),
        paragraph("The number of women was ", part("849", "women"), " and that of men was ", part("658", "men"), "."),
        paragraph("In 2023, there were ", figure("12", "offices"), " offices in the mountains, open in winter."),
        paragraph("In the north, ", figure("31", "north"), " judges and, in the south, ", figure("44", "south"), "."),
        Table(
            words("Persons"),
            tuple(Cell(words(head)) for head in ("Group", *YEARS)),
            tuple(Row((Cell(words(name)), *_cells(name))) for name in GROUPS),
            "persons",
        ),
        paragraph(
            "The service rose from ", figure("9", "staff", "2022"), " persons in 2022 to ", figure("14", "staff")
        ),
    )


def found(*changes: Change) -> list[tuple[str, str]]:
    """The codes of what was said of figures that stand as they were built, and the messages up to the source."""
    data = edited(write_docx(report()), *changes)
    diagnostics = verify_documents((report(),), DocxOptions(), data, "edited.docx").diagnostics
    return [(one.code, one.message.rpartition(": ")[0]) for one in diagnostics if one.code in {"RG395", "RG396"}]


def test_nothing_is_said_of_a_report_that_nobody_edited() -> None:
    """Each sentence is as the data gave it."""
    assert [] == found()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "In 2023, legal",
            "In 2024, legal",
            ("RG395", "paragraph 1: 1,507 is said to be of “In 2024”, and is of 2023"),
        ),
        ("In 2023, there", "In 2022, there", ("RG395", "paragraph 3: 12 is said to be of “In 2022”, and is of 2023")),
        (
            " persons in 2022 to",
            " persons in 2021 to",
            ("RG395", "paragraph 5: 9 is said to be of “in 2021”, and is of 2022"),
        ),
        ("given to ", "given to half of ", ("RG396", "paragraph 1: 1,507 has “half” beside it now")),
        ("given to ", "given to more than ", ("RG396", "paragraph 1: 1,507 has “more” beside it now")),
        ("given to ", "given to -", ("RG396", "paragraph 1: 1,507 has “-” beside it now")),
        (
            " persons, of whom",
            " thousand persons, of whom",
            ("RG396", "paragraph 1: 1,507 has “thousand” beside it now"),
        ),
        (" persons, of whom", "th person, of whom", ("RG396", "paragraph 1: 1,507 has “th” beside it now")),
        *(
            (
                " persons, of whom",
                f"{sign} persons, of whom",
                ("RG396", f"paragraph 1: 1,507 has “{sign}” beside it now"),
            )
            for sign in ("%", "½", "e3", "/", "+")
        ),
        *(
            ("was given to ", f"was given to {sign}", ("RG396", f"paragraph 1: 1,507 has “{sign}” beside it now"))
            for sign in ("–", "<", "~", "$")
        ),
        (
            "The number of women",
            "The number of girls",
            ("RG395", "paragraph 2: 849 is the figure for “women”, which is not said any more"),
        ),
    ],
)
def test_words_that_make_another_statement_of_a_figure(old: str, new: str, expected: tuple[str, str]) -> None:
    """Its year, a word that counts, a sign that touches it, and the name of its part."""
    assert [expected] == found(retyped(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("In 2023, legal aid was given to ", "In 2023 legal assistance was provided for "),
        ("In 2023, there were ", "There were, in 2023, "),
        (" persons, of whom many", " people, of whom more than half"),
        (" offices in the mountains, open in winter.", " offices, open in winter, in the mountains."),
        ("In 2023, legal aid", "Under the Act of 2019, legal aid"),
        ("The number of women was ", "Women were "),
        (" persons, of whom many", "* persons, of whom many"),
        (" persons, of whom many", " (+/–) persons, of whom many"),
        ("was given to ", "was given – to "),
    ],
)
def test_other_words_are_an_editors(old: str, new: str) -> None:
    """What leaves the figure what it is is an edit like others."""
    assert [] == found(retyped(old, new))


def test_words_that_changed_places_around_figures() -> None:
    """Names of parts contradict the data; other words have to be looked at."""
    women = retyped("number of women was", "number of men was"), retyped(" and that of men", " and that of women")
    north = retyped("In the north", "In the south"), retyped("in the south, ", "in the north, ")

    assert [("RG395", "paragraph 2: 849 has “women” and “men” in each other’s place beside it now")] == found(*women)
    assert [("RG396", "paragraph 4: 31 has “north” and “south” in each other’s place beside it now")] == found(*north)


def cells_swapped(one: str, other: str) -> Change:
    """Two cells of tables cut and pasted into each other's place."""

    def change(body: Body) -> None:
        first, second = (next(cell for cell in body.iter(f"{W}tc") if text_of(cell) == said) for said in (one, other))
        children = list(first)
        first[:], second[:] = list(second), children

    return change


def rows_swapped(body: Body) -> None:
    """The last row of a table put before the one above it."""
    *_, before, last = body.iter(f"{W}tr")
    before.addprevious(last)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            cells_swapped("1,201", "1,340"),
            [
                "table 1, row 2, column 2: 1,340 stands with “2022” now, and with “2023” as built",
                "table 1, row 2, column 3: 1,201 stands with “2023” now, and with “2022” as built",
            ],
        ),
        (
            cells_swapped("Adults", "Children"),
            [
                "table 1, row 2, column 2: 1,201 stands with “Children” now, and with “Adults” as built",
                "table 1, row 2, column 3: 1,340 stands with “Children” now, and with “Adults” as built",
                "table 1, row 3, column 2: 141 stands with “Adults” now, and with “Children” as built",
                "table 1, row 3, column 3: 167 stands with “Adults” now, and with “Children” as built",
            ],
        ),
        (rows_swapped, []),
        (retyped("Children", "CHILDREN"), []),
    ],
)
def test_figures_of_a_table_stay_with_their_heads(change: Change, expected: list[str]) -> None:
    """With the same row and column, whose words may be an editor's; rows may change places as a whole."""
    assert [("RG395", one) for one in expected] == found(change)


def rows_of_periods() -> Document:
    """Tables as an annex has them: several periods of an indicator, alike rows below others, the same heads."""

    def table(key: str, *rows: tuple[str, str, str, str]) -> Table:
        heads = tuple(Cell(words(head)) for head in ("Indicator", "Period", "Figure", "Source"))
        cells = [
            Row(
                (
                    Cell(words(name)),
                    Cell(words(period)),
                    Cell((figure(text, key + text, period[-4:]),)),
                    Cell(words(source)),
                )
            )
            for name, period, text, source in rows
        ]
        return Table(words(key), heads, tuple(cells), key)

    return document(
        paragraph("The figures were collected by the agencies named, each from its own register, and are final."),
        table("deaths", ("Deaths", "2019", "26", "Prisons"), ("Deaths", "2020–2023", "75", "Prisons")),
        table("offices", ("Offices", "2023", "31", "Health"), ("Offices", "2023", "78", "Justice")),
        table(
            "staff",
            ("Judges", "2023", "90", "Court"),
            ("men", "2023", "41", "Court"),
            ("Clerks", "2023", "66", "Court"),
            ("men", "2023", "52", "Court"),
        ),
        table("visits", ("Deaths", "2019", "14", "Prisons"), ("Deaths", "2020–2023", "19", "Prisons")),
    )


def period_typed_over(body: Body) -> None:
    """Another year typed over the one beside a figure."""
    next(one for row in body.iter(f"{W}tr") for one in row.iter(f"{W}t") if one.text == "2019").text = "2018"


def source_typed_over(body: Body) -> None:
    """Another name typed over that of a register."""
    next(one for row in body.iter(f"{W}tr") for one in row.iter(f"{W}t") if one.text == "Prisons").text = "Register"


def columns_moved(body: Body) -> None:
    """The figures of each row cut and pasted before its period."""
    for row in body.iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        cells[1].addprevious(cells[2])


def table_joined(body: Body) -> None:
    """The rows of the last table put below those of the first."""
    first, *_, last = body.iter(f"{W}tbl")
    first.extend(last.findall(f"{W}tr")[1:])
    body.remove(last)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            cells_swapped("26", "75"),
            [
                "table 1, row 2, column 3: 75 stands with “2019” now, and with “2020–2023” as built",
                "table 1, row 3, column 3: 26 stands with “2020–2023” now, and with “2019” as built",
            ],
        ),
        (
            cells_swapped("31", "78"),
            [
                "table 2, row 2, column 3: 78 stands with “Health” now, and with “Justice” as built",
                "table 2, row 3, column 3: 31 stands with “Justice” now, and with “Health” as built",
            ],
        ),
        (
            cells_swapped("41", "52"),
            [
                "table 3, row 3, column 3: 52 stands with “men below Judges” now, and with “men below Clerks” as built",
                "table 3, row 5, column 3: 41 stands with “men below Clerks” now, and with “men below Judges” as built",
            ],
        ),
        (
            cells_swapped("26", "14"),
            [
                "table 1, row 2, column 3: 14 stands with “table 1” now, and with “table 4” as built",
                "table 4, row 2, column 3: 26 stands with “table 4” now, and with “table 1” as built",
            ],
        ),
        (period_typed_over, ["table 1, row 2, column 3: 26 stands with “2018” now, and with “2019” as built"]),
        (source_typed_over, []),
        (columns_moved, []),
        (table_joined, []),
    ],
)
def test_figures_of_a_table_stay_in_their_rows(change: Change, expected: list[str]) -> None:
    """Also where the first cells of rows, or the heads of tables, are the same; whole columns may change places."""
    data = edited(write_docx(rows_of_periods()), change)
    diagnostics = verify_documents((rows_of_periods(),), DocxOptions(), data, "edited.docx").diagnostics
    said = [(one.code, one.message.rpartition(": ")[0]) for one in diagnostics if one.code in {"RG395", "RG396"}]
    assert [("RG395", one) for one in expected] == said


def bookmarks_lost(body: Body) -> None:
    """A table pasted as text: the bookmarks of its figures are gone."""
    for mark in [one for row in body.iter(f"{W}tr") for one in row.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            cells_swapped("1,201", "1,340"),
            [
                "table 1, row 2, column 3: 1,201 stands with “2023” now, and with “2022” as built",
                "table 1, row 2, column 2: 1,340 stands with “2022” now, and with “2023” as built",
            ],
        ),
        (rows_swapped, []),
        (retyped("Children", "CHILDREN"), []),
    ],
)
def test_figures_that_lost_their_bookmarks_stay_with_their_heads(change: Change, expected: list[str]) -> None:
    """The numbers are all there, and two of them are those of each other's year."""
    assert [("RG395", one) for one in expected] == found(bookmarks_lost, change)


def all_bookmarks_lost(body: Body) -> None:
    """A text that was pasted into another file."""
    for mark in [*body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            retyped("In 2023, legal", "In 2022, legal"),
            ["paragraph 1: 1,507 is said to be of “In 2022”, and is of 2023"],
        ),
        (retyped("women", "girls"), ["paragraph 2: 849 is the figure for “women”, which is not said any more"]),
        (retyped("was given", "was granted"), []),
        (retyped("9", "7", "service rose"), []),  # that is a changed figure
        (deleted("In the north"), []),
    ],
)
def test_figures_of_a_sentence_that_lost_their_bookmarks(change: Change, expected: list[str]) -> None:
    """Their words show which they are; what these say of them counts as ever."""
    assert [("RG395", one) for one in expected] == found(all_bookmarks_lost, change)


def test_equal_figures_that_lost_their_bookmarks_are_each_in_their_place() -> None:
    """Of rows that were moved, which 9 was which cannot be told, and each row has its own."""
    heads = tuple(Cell(words(head)) for head in ("Group", *YEARS))
    rows = [
        (name, [figure(text, name, year) for text, year in zip(texts, YEARS, strict=True)]) for name, texts in NINES
    ]
    made = document(
        paragraph("The service is open to everybody who needs it, as the law says, on all days of the year."),
        Table(
            words("Offices"),
            heads,
            tuple(Row((Cell(words(name)), *(Cell((one,)) for one in own))) for name, own in rows),
        ),
    )
    data = edited(write_docx(made), bookmarks_lost, rows_swapped)
    said = verify_documents((made,), DocxOptions(), data, "edited.docx").diagnostics
    assert not [one for one in said if one.code in {"RG395", "RG396", "RG851"}]


def cell_at(body: Body, table: int, row: int, column: int) -> Body:
    """A cell of a table, all counted from 1."""
    rows = list(list(body.iter(f"{W}tbl"))[table - 1].iter(f"{W}tr"))
    return list(rows[row - 1].iter(f"{W}tc"))[column - 1]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            ((1, 2, 3), (2, 3, 2)),
            ["table 1, row 2, column 3: 900 stands", "table 2, row 3, column 2: 1,340 stands"],
        ),
        (
            ((1, 2, 2), (1, 3, 2)),
            ["table 1, row 2, column 2: 900 stands", "table 1, row 3, column 2: 1,201 stands"],
        ),
        (((1, 2, 3), (2, 2, 3)), []),
    ],
)
def test_cells_of_two_tables_with_the_same_rows(
    cells: tuple[tuple[int, int, int], tuple[int, int, int]], expected: list[str]
) -> None:
    """A number that stands in its place in one table is not that of the same row of the other one."""
    rows = (("All", ("1,201", "1,340")), ("Adults", ("900", "1,000")))

    def table(key: str, *more: str) -> Table:
        made = [(name, texts) for name, texts in (*rows, (key, more))]
        heads = tuple(Cell(words(head)) for head in ("Group", *YEARS))
        bodies = [
            Row(
                (
                    Cell(words(name)),
                    *(Cell((figure(text, key + name, year),)) for text, year in zip(texts, YEARS, strict=True)),
                )
            )
            for name, texts in made
        ]
        return Table(words(f"Persons in the {key}"), heads, tuple(bodies), key)

    made = document(
        paragraph("The figures were collected by the agencies named, each from its own register, and are final."),
        table("north", "301", "302"),
        table("south", "411", "423"),
    )

    def swap(body: Body) -> None:
        first, second = (cell_at(body, *cell) for cell in cells)
        children = list(first)
        first[:], second[:] = list(second), children

    data = edited(write_docx(made), bookmarks_lost, swap)
    said = verify_documents((made,), DocxOptions(), data, "edited.docx").diagnostics
    messages = [one.message for one in said if one.code == "RG395"]
    assert expected == sorted(message.partition(" with")[0] for message in messages)
    assert not [one for one in said if one.code in {"RG396", "RG851"}]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            " women and ",
            " girls and ",
            ["paragraph 1: 1,262 had “women” behind it as built, which is not said any more"],
        ),
        (" men.", " boys.", ["paragraph 1: 205 had “men” behind it as built, which is not said any more"]),
        (" women and ", " adult women and ", []),
        (" women and ", " women, and ", []),
        ("Those were ", "The persons were ", []),
    ],
)
def test_the_name_of_a_part_behind_its_figure(old: str, new: str, expected: list[str]) -> None:
    """A phrase printed it with the figure: `1,262 women`."""
    made = document(
        paragraph("Those were ", of_phrase("1,262", "women"), " women and ", of_phrase("205", "men"), " men."),
        paragraph("Others were helped by the courts, the police and the service of the Ministry, as by law."),
    )
    data = edited(write_docx(made), retyped(old, new))
    diagnostics = verify_documents((made,), DocxOptions(), data, "edited.docx").diagnostics
    assert expected == [one.message.rpartition(": ")[0] for one in diagnostics if one.code == "RG396"]


GONE = "had “{}” behind it as built, which is not said any more"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (" persons (compared", " women (compared", ["1,507 " + GONE.format("persons")]),
        (" persons (compared", " needy persons (compared", []),
        (" persons (compared", " persons (as against", []),
        ("; the figure for 2023 is provisional)", ")", ["1,342 " + GONE.format("the figure for 2023 is provisional")]),
        ("; the figure for 2023 is provisional)", "; the 2023 figure is provisional)", []),
        ("aid was given to ", "aid was not given to ", ["1,507 has “not” in its sentence now"]),
        ("aid was given to ", "aid was never given to ", ["1,507 has “never” in its sentence now"]),
        ("Others were helped.", "Others were not helped.", []),
        ("aid was given to ", "aid was given to nearly ", ["1,507 has “nearly” beside it now"]),
        ("aid was given to ", "aid was given to at least ", ["1,507 has “least” beside it now"]),
        ("aid was given to ", "aid was given to some ", ["1,507 has “some” beside it now"]),
        ("Some ", "About ", []),
        ("Some ", "Nearly ", ["2,000 has “nearly” beside it now"]),
    ],
)
def test_what_a_phrase_prints_about_its_figures(old: str, new: str, expected: list[str]) -> None:
    """Its noun and its remarks; a denial and an approximation make another thing of a figure from data as well."""

    def aid(text: str, year: str, tail: str) -> Figure:
        reference = FigureReference("{{ aid | compared(unit=True) }}", None)
        return replace(figure(text, "aid", year), reference=reference, tail=tail)

    tails = " persons (compared with ", " persons in 2022; the figure for 2023 is provisional)"
    now, before = aid("1,507", "2023", tails[0]), aid("1,342", "2022", tails[1])
    made = document(
        paragraph("In 2023, aid was given to ", now, tails[0], before, tails[1], ". Others were helped."),
        paragraph("Some ", figure("2,000", "files", "2023"), " files were read by the courts and by the police."),
    )
    data = edited(write_docx(made), retyped(old, new))
    diagnostics = verify_documents((made,), DocxOptions(), data, "edited.docx").diagnostics
    said = [one.message.rpartition(": ")[0].partition(": ")[2] for one in diagnostics if one.code == "RG396"]
    assert expected == said


@pytest.mark.parametrize(
    ("change", "row", "head"),
    [
        (retyped("Children", "Persons under 18"), "3, column 2: 141", ("Persons under 18", "Children")),
        (retyped("Adults", "Families"), "2, column 2: 1,201", ("Families", "Adults")),
    ],
)
def test_a_head_in_other_words_has_to_be_looked_at(change: Change, row: str, head: tuple[str, str]) -> None:
    """They may mean the same; it is said once a head, at the first of its figures."""
    new, old = head
    assert [("RG396", f"table 1, row {row} stands with “{new}” now, and with “{old}” as built")] == found(change)


def test_a_year_over_a_column_that_was_typed_over() -> None:
    """Both figures below it are of another year."""

    def change(body: Body) -> None:
        part = next(one for row in body.iter(f"{W}tr") for one in row.iter(f"{W}t") if one.text == "2023")
        part.text = "2024"

    assert [
        ("RG395", "table 1, row 2, column 3: 1,340 stands with “2024” now, and with “2023” as built"),
        ("RG395", "table 1, row 3, column 3: 167 stands with “2024” now, and with “2023” as built"),
    ] == found(change)
