"""The audit of tables: sums of rows and columns, and the text against the table."""

import pytest
from build import document, paragraph, table

from reportgen.published.audit.findings import audit_document

RIGHT = ("Prisons | 12 | 14", "Courts | 5 | 6", "Total | 17 | 20")


def found(head: str, *rows: str) -> list[tuple[str, str, str]]:
    """Code, severity and message of what is found in a table."""
    findings = audit_document(document(paragraph("Figures follow."), table("Complaints", head, *rows))).findings
    return [(one.code.value, one.severity.value, one.message) for one in findings]


def test_column() -> None:
    """A total under a column is an error where the total of another column is right twice over."""
    rows = ("Prisons | 12 | 14 | 1", "Courts | 5 | 6 | 2", "Total | 17 | 20 | 4")

    assert [] == found("Office | 2021 | 2022", *RIGHT)
    assert found("Office | 2021 | 2022 | 2023", *rows) == [
        ("sum-mismatch", "error", "in table 1 (Complaints), the parts of “Total, 2023” add up to 3, not to 4")
    ]


def test_single_column() -> None:
    """Where no other sum proves that the row is a total, a near miss is asked about and one far off is left alone."""
    assert [("sum-mismatch", "warning")] == [
        one[:2] for one in found("Office | 2021", "Prisons | 12", "Courts | 5", "Total | 18")
    ]
    assert [] == found("Office | 2021", "Prisons | 12", "Courts | 5", "Total | 170")


def test_row() -> None:
    """A column of totals is compared with the columns beside it."""
    head = "Year | Women | Men | Total"

    assert [] == found(head, "2020 | 3 | 4 | 7", "2021 | 5 | 4 | 9", "2022 | 1 | – | 1")
    assert found(head, "2020 | 3 | 4 | 7", "2021 | 5 | 4 | 9", "2022 | 1,003 | 6 | 1,010") == [
        ("sum-mismatch", "error", "in table 1 (Complaints), the parts of “2022” add up to 1,009, not to 1,010")
    ]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Office | 2021 | Rate", ("Prisons | 12 | 3.5", "Courts | 5 | 2.5", "Total | 17 | 3.1")),
        ("Office | 2021 | 2022", ("Prisons | 12 | ..", "Courts | 5 | 6", "Total | 17 | 20")),
        ("Office | 2021", ("Prisons | 12", "of which women | 2", "Courts | 5", "Total | 17")),
        ("Office | 2021", ("Prisons | 12", "Courts | 5", "Total | 17", "Clinics | 1", "Camps | 2", "Total | 3")),
        ("Office | 2021", ("Prisons | 12", "Courts | 5", "Total | 17", "Clinics | 1", "Total | 18")),
        ("Office | 2021", ("Total | 17", "Prisons | 12", "Courts | 5")),
        ("Sex | Share (%)", ("Women | 48.7", "Men | 51.2", "Total | 100")),
        (
            "Indicator | 2021",
            ("Judges | 13", "Clerks | 6", "=Complaints | 20", "-Women | 12", "-Men | 7", "Visits | 1"),
        ),
        ("Indicator | 2021", ("=Judges | 7", "-Women | 4", "-Men | 3", "=Clerks | 8", "-Women | 2", "-Men | 6")),
    ],
)
def test_no_sums(head: str, rows: tuple[str, ...]) -> None:
    """Rates, gaps, rows that say more of another, subtotals and totals that come first are no faults."""
    assert [] == found(head, *rows)


def test_a_whole_above_its_parts_is_a_term_of_the_total_below_and_they_are_not() -> None:
    """Together they would count twice."""
    rows = ("Judges | 13", "Clerks | 6", "=Visits | 20", "-Day | 12", "-Night | 8", "=Total | {}")

    assert [] == found("Office | 2021", *(row.format(39) for row in rows))
    assert ["warning"] == [one[1] for one in found("Office | 2021", *(row.format(40) for row in rows))]


TEXT = "In 2022, {} complaints about prisons were received (see table 1)."


@pytest.mark.parametrize(("text", "count"), [(TEXT.format(14), 0), (TEXT.format(41), 1), (TEXT.format("about 15"), 0)])
def test_text_against_table(text: str, count: int) -> None:
    """A number of the text is compared with the cell of its year in the row that the text names."""
    findings = audit_document(document(paragraph(text), table("Complaints", "Office | 2021 | 2022", *RIGHT))).findings

    assert ["41 here, but 14 in table 1 (Complaints)"] * count == [one.message for one in findings]


def test_another_table() -> None:
    """A text that names no table, or another one, is not compared."""
    for text in (TEXT.format(41).replace(" (see table 1)", ""), TEXT.format(41).replace("table 1", "table 2")):
        tree = document(paragraph(text), table("Complaints", "Office | 2021 | 2022", *RIGHT))
        assert () == audit_document(tree).findings
