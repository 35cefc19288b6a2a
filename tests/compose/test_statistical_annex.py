"""The statistical annex: made without being asked, at the end or apart, and never counted."""

from pathlib import Path
from typing import Any

import pytest
from composing import composed, tree
from reports import make_report

from reportgen.compose import Composed
from reportgen.document.tree import Document, Heading, Level, Note, Role, Table
from reportgen.document.walk import figures, plain_text
from reportgen.document.words import count_document

SUBMISSIONS: tuple[dict[str, Any], ...] = (
    {
        "agency": "interior",
        "indicators": {
            "checks": {"issue": 2, "label": "checks", "values": {2022: 3, 2023: 4}},
            "hidden": {"issue": 1, "label": "stops", "values": {2023: 1}, "report": "none", "source": "Register"},
        },
    },
    {
        "indicators": {
            "cases": {
                "issue": 1,
                "label": "cases",
                "measure": "stock",
                "values": {2022: 12, 2023: 11},
                "source": "Data",
            },
            "lost": {"label": "letters", "values": {2023: 5}},
            "unsaid": {"issue": 1, "label": "doors"},
        },
        "replies": [{"issue": 1, "text": "There were {{ cases }} cases."}],
    },
)
ISSUES = [{"number": 1, "agencies": ["justice"]}, {"number": 2, "agencies": ["interior"]}]


def annexed(place: str = "included") -> Document:
    """The document of a report with figures of a part, and one of none."""
    return tree(make_report(*SUBMISSIONS, issues=ISSUES, annex=place))


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def headings(document: Document) -> list[tuple[Level, str]]:
    """The headings of a document."""
    return [(block.level, plain_text(block.children)) for block in document.blocks if isinstance(block, Heading)]


def rows(document: Document) -> list[list[str]]:
    """The rows of all tables."""
    return [[plain_text(cell.children) for cell in row.cells] for table in tables(document) for row in table.rows]


def test_every_indicator_stands_in_the_annex_with_its_agency_and_source() -> None:
    """Those that the text leaves out too, in the order of the list of issues; what belongs to no issue comes last."""
    document = annexed()

    assert [(Level.ANNEX, "Statistical tables"), (Level.THEME, "General"), (Level.THEME, "Other figures")] == headings(
        document
    )[-3:]
    assert [
        ["Cases", "12", "11", "Ministry of Justice; Data"],
        ["Stops", "..", "1", "Ministry of the Interior; Register"],
        ["Checks", "3", "4", "Ministry of the Interior"],
        ["Letters", "5", "Ministry of Justice"],
    ] == rows(document)[-4:]


def test_each_agency_whose_figures_stand_in_a_row_is_named() -> None:
    """In the order of agencies.yaml, both where two give one figure; who says more of it, or `..`, supplies none."""
    interior = {
        "agency": "interior",
        "indicators": {
            "cases": {"label": "cases", "values": {2022: 12}},
            "seals": {"values": {2022: 3, 2023: 4}},
            "keys": {"values": {2022: None}, "breakdown": [{"label": "old", "values": {2023: 1}}]},
            "locks": {"values": {2022: None, 2023: None}},
        },
    }
    again = {"agency": "interior", "indicators": {"doors": {"unit": {"one": "door", "other": "doors"}}}}
    justice = {
        "indicators": {
            "cases": {"label": "cases", "values": {2023: 11}, "source": "Register"},
            "doors": {"label": "doors", "values": {2022: 1, 2023: 2}},
            "seals": {"label": "seals", "values": {2022: 3, 2023: {"value": 4, "status": "provisional"}}},
            "keys": {"label": "keys", "values": {2022: 5, 2023: 6}},
            "locks": {"label": "locks", "values": {2022: 7, 2023: 8}},
        }
    }
    document = tree(make_report(interior, again, justice, issues=ISSUES, annex="included"))

    both = "Ministry of Justice; Ministry of the Interior"
    assert [
        ["Cases", "12", "11", f"{both}; Register"],
        ["Seals", "3", "4", both],
        ["Keys", "5", "6", both],
        ["Old", "..", "1", "Idem"],
        ["Locks", "7", "8", "Ministry of Justice"],
        ["Doors", "1", "2", "Ministry of Justice"],
    ] == rows(document)[-6:]


def test_figures_of_the_annex_keep_where_they_came_from() -> None:
    """Each can be followed to its observation."""
    found = [figure for figure in figures(annexed()) if figure.text == "12"]

    assert [(("submissions", 1, "indicators", "cases", "values", "2022"),)] == [figure.paths for figure in found]


def test_the_annex_does_not_count_as_words() -> None:
    """The limit is kept by the text alone."""
    with_annex, without = count_document(annexed()), count_document(annexed("none"))

    assert (without.words, without.figures, 0) == (with_annex.words, with_annex.figures, without.annexed)
    assert 6 == with_annex.annexed


def test_an_annex_apart_is_a_document_and_the_title_says_where_it_is() -> None:
    """The report holds none of it; the note comes after the others."""
    made = composed(make_report(*SUBMISSIONS, issues=ISSUES, annex="separate", title_notes=["Not edited."]))

    assert made.document is not None
    assert made.annex is not None
    assert [("SYMBOL", "CCPR/C/ARC/3")] == [
        (line.role.name, plain_text(line.children)) for line in made.annex.cover if line.role is Role.SYMBOL
    ]
    assert made.annex.title == f"{made.document.title}: statistical annex"
    assert made.document.title.endswith("due in 2024")
    assert [Level.THEME] * 2 == [level for level, _ in headings(made.annex)]
    assert 1 == tables(made.annex)[0].number
    assert Level.ANNEX not in {level for level, _ in headings(made.document)}
    assert ["*", "**"] == marks(made)


def marks(made: Composed) -> list[str | None]:
    """The marks of the notes to the title."""
    assert made.document is not None
    title = next(line for line in made.document.cover if line.role is Role.TITLE)
    return [inline.mark for inline in title.children if isinstance(inline, Note)]


def test_a_title_note_that_speaks_of_the_annex_is_enough() -> None:
    """What the coordinator wrote is not said again."""
    notes = ["The annexes can be consulted on the web page."]

    assert ["*"] == marks(composed(make_report(*SUBMISSIONS, issues=ISSUES, annex="separate", title_notes=notes)))


def test_without_figures_there_is_no_annex() -> None:
    """Neither at the end nor apart, and no note speaks of one."""
    report = {"replies": [{"issue": 1, "text": "Nothing is counted."}]}
    apart = composed(make_report(report, annex="separate"))

    assert [] == [level for level, _ in headings(tree(make_report(report, annex="included"))) if level is Level.ANNEX]
    assert apart.annex is None
    assert [] == marks(apart)


def test_nothing_is_said_of_the_date_of_a_state_that_nobody_was_asked() -> None:
    """Whether a state is that of the end of a year is not known: the annex does not say so."""
    texts = [plain_text(block.children) for block in annexed().blocks if hasattr(block, "children")]

    assert [] == [text for text in texts if "end of the" in text]


def test_a_project_words_its_annex_anew(tmp_path: Path) -> None:
    """`annex.html.j2` in its templates takes the place of the shipped one."""
    (tmp_path / "annex.html.j2").write_text(
        '<h1 class="annex">Tables</h1>{% for theme in annex.themes %}{% for table in theme.tables %}{{ table }}'
        "{% endfor %}{% endfor %}",
        encoding="utf-8",
    )
    document = tree(make_report(*SUBMISSIONS, issues=ISSUES, annex="included"), tmp_path)

    assert (Level.ANNEX, "Tables") == headings(document)[-1]
    assert 2 == len([table for table in tables(document) if (table.key or "").startswith("annex")])


def heads(*years: dict[int, int]) -> list[list[str]]:
    """The heads of the last two tables, without the first and the last head, of an indicator for each mapping."""
    indicators = {f"row{at}": {"issue": 1, "label": f"row {at}", "values": values} for at, values in enumerate(years)}
    document = tree(make_report({"indicators": indicators}, issues=ISSUES[:1], annex="included"))
    return [[plain_text(cell.children) for cell in table.head][1:-1] for table in tables(document)[-2:]]


def test_years_of_the_last_cycle_have_columns() -> None:
    """In the same table where most indicators have them, in one of their own where few do; both in order of time."""
    both = dict.fromkeys(range(2018, 2024), 5)
    now = dict.fromkeys(range(2021, 2024), 5)
    every, reporting = [str(year) for year in both], [str(year) for year in now]

    assert [every] == heads(both, both, now)[-1:]
    assert [reporting, every[:3]] == heads(both, now, now)


def test_a_year_that_few_indicators_have_stands_in_a_row() -> None:
    """A column of two dots would look like missing data."""
    now = dict.fromkeys(range(2021, 2024), 5)

    assert [["2021", "2022", "2023"], ["Period", "Figure"]] == heads({2017: 4, 2018: 5, **now}, now)


def test_more_years_than_a_page_holds_are_parted_evenly() -> None:
    """Ten years are five and five."""
    years = [str(year) for year in range(2014, 2024)]

    assert [years[:5], years[5:]] == heads(dict.fromkeys(range(2014, 2024), 5))


@pytest.mark.parametrize(
    ("measure", "is_total"), [("flow", True), ("stock", True), ("rate", False), ("average", False)]
)
def test_only_what_adds_up_is_a_total(measure: str, is_total: bool) -> None:
    """The rate of all stands above those of its groups, and is not in bold as if it were their sum."""
    parts = [{"label": label, "values": {2023: 30}} for label in ("women", "men")]
    shown = {"issue": 1, "label": "share", "measure": measure, "values": {2023: 60}, "breakdown": parts}
    document = tree(make_report({"indicators": {"share": shown}}, issues=ISSUES[:1], annex="included"))

    assert [is_total, False, False] == [row.is_total for row in tables(document)[-1].rows]
