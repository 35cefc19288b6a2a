"""Cells of tables that an author typed: whether the row and the column name the part whose figure stands there."""

from collections.abc import Iterator

from reportgen.checks.beside import Observed, label_of_series, observe, subject_of
from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.named_parts import meanings, named_parts
from reportgen.diagnostics import Literal
from reportgen.document.cells import heads_above
from reportgen.document.tree import Figure, Table
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.model import Indicator


def cells_are_under_their_heads(context: CheckContext) -> Iterator[Finding]:
    """Yield RG388 for references in cells whose row or column names another part than that of the figure."""
    tables = [block for block in context.tree.blocks if isinstance(block, Table)] if context.tree else []
    wheres = context.merged.by_path() if tables else {}
    for table in tables:
        for figure, heads in _figures(table):
            observed = observe([figure], 0, wheres, context.merged)
            if figure.reference is None or observed is None:
                continue
            head = next((head for head in heads if _names_another(head, observed, context)), None)
            subject = subject_of(observed, context.merged)
            if head is not None and ("RG388", subject) not in context.confirmed:
                values = {
                    "typed": head,
                    "value": shown_number(observed.value),
                    "counted": subject.part or Literal("the whole"),
                    "label": label_of_series(observed, context.merged),
                }
                yield Finding("RG388", figure.reference.place, values, subject=subject)


def _figures(table: Table) -> Iterator[tuple[Figure, list[str]]]:
    """Yield the figures that stand alone in their cells, each with the words of its row and of its column."""
    above = [[plain_text(cell.children) for cell in cells] for cells in heads_above(table)]
    for row in table.rows:
        first = plain_text(row.cells[0].children) if row.cells else ""
        for column, cell in enumerate(row.cells[1:], 1):
            figures = [inline for inline in walk_inlines(cell.children) if isinstance(inline, Figure)]
            if len(figures) == 1 and plain_text(cell.children).strip() == figures[0].text:
                yield figures[0], [first, *(above[column] if column < len(above) else ())]


def _names_another(head: str, figure: Observed, context: CheckContext) -> bool:
    """Return whether a head names one part of a breakdown, and the figure beside or below it is of another one."""
    indicator, own = context.merged.indicators[figure.where[0]], figure.where[1]
    named = _named(head, indicator, context.report.settings.language)
    if len(named) != 1 or own in named:
        return False
    other = indicator.breakdown[named[0]]
    is_same_kind = own is None or indicator.breakdown[own].by == other.by
    return is_same_kind and other.value(figure.where[2]) != figure.value


def _named(head: str, indicator: Indicator, language: str) -> list[int]:
    """Return the parts that a head names: in English by its words, elsewhere by their labels as they stand.

    A head may leave out what the labels have in common: `Rural` for the part “rural areas”.
    """
    if language == "en":
        said = meanings(head.split())
        labels = [meanings(part.name.split()) for part in indicator.breakdown]
        short = [number for number, label in enumerate(labels) if said and said <= label]
        return named_parts(indicator, head.split()) or short
    low = head.strip().casefold()
    return [number for number, part in enumerate(indicator.breakdown) if low == part.name.casefold()]
