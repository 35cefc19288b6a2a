"""Tables in replies: where they stand, what their cells print, and how they are referred to."""

import pytest
from composing import composed, reply, texts, tree
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.times import figures_agree_in_time
from reportgen.document.tree import Figure, Paragraph, Table
from reportgen.document.walk import figures, plain_text
from reportgen.model import merge_indicators

ORDERS = (
    "Table [orders]: Orders\n\n| Year | Orders |\n|---|---|\n| 2022 | {{ cases | at(2022) }} |\n| 2023 | {{ cases }} |"
)


def report_of(*answers: str) -> list[str]:
    """Return the blocks of a report whose agency answers with these texts: words, or the title of a table."""
    one = reply(answers[0])
    one["replies"] += [{"issue": 1, "text": text} for text in answers[1:]]
    document = tree(make_report(one, annex="none"))
    shown = [block for block in document.blocks if isinstance(block, Paragraph | Table)]
    return [f"[{plain_text(one.caption)}]" if isinstance(one, Table) else plain_text(one.children) for one in shown]


def test_cells_hold_figures_of_indicators() -> None:
    """They know where they came from, as those of a sentence do, and print no unit."""
    document = tree(make_report(reply(ORDERS), annex="none"))
    (table,) = (block for block in document.blocks if isinstance(block, Table))

    assert [["2022", "15"], ["2023", "11"]] == [[plain_text(cell.children) for cell in row.cells] for row in table.rows]
    assert [("cases", ("2022",)), ("cases", ("2023",))] == [(one.indicator, one.periods) for one in figures(document)]
    assert all(isinstance(cell.children[0], Figure) and cell.is_figure for row in table.rows for cell in row.cells[1:])


def test_a_text_refers_to_a_table_by_its_key() -> None:
    """The number is that of the table in the whole document."""
    made = reply(f"See {{{{ table('orders') }}}}.\n\n{ORDERS}")

    assert ["See table 1."] == texts(tree(make_report(made, annex="none")))


def test_a_table_without_a_key_goes_by_its_place() -> None:
    """As paragraphs do: agency, issue, position."""
    text = ORDERS.replace(" [orders]", "")
    made = reply(f"See {{{{ table('justice-1-2') }}}}.\n\n{text}")

    assert ["See table 1."] == texts(tree(make_report(made, annex="none")))


def test_a_table_that_is_a_text_of_its_own_stands_behind_what_refers_to_it() -> None:
    """The lists below that paragraph stay with it; without a reference it stands where it was given."""
    first = "See {{ table('orders') }}:\n\n- one\n\nThen."

    assert ["See table 1:", "[Orders]", "Then.", "Last."] == report_of(first, "Last.", ORDERS)
    assert ["See table 1:", "[Orders]", "Then.", "Last."] == report_of(ORDERS, first, "Last.")
    assert ["First.", "[Orders]", "Last."] == report_of("First.", ORDERS, "Last.")


@pytest.mark.parametrize(("shown", "codes"), [("cases", ["RG430"]), ("cases | at(2022)", [])])
def test_a_figure_under_a_year_on_the_upper_level_is_of_that_year(shown: str, codes: list[str]) -> None:
    """Heads on two levels are looked at as one is: 2022 above Women above a figure of 2023."""
    heads = "| | 2022 || 2023 ||\n| Region | Women | Men | Women | Men |\n|---|--:|--:|--:|--:|"
    text = f"Table: Orders\n\n{heads}\n| x | {{{{ {shown} }}}} | 1 | {{{{ cases | at(2023) }}}} | 3 |"
    report = make_report(reply(text), annex="none")
    context = CheckContext(report, merge_indicators(report.submissions), composed(report).tree)

    assert codes == [finding.code for finding in figures_agree_in_time(context)]
