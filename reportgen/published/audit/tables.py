"""Tables: totals of rows and columns, and the text against the table that it names.

That a row or a column is a total is said by its label. Where most of its sums are right, one that is not is surely
wrong; where there is only one sum, or most are wrong, the label may mean another thing, and only a near miss is asked
about. Columns and rows of shares, rates and averages are passed over, and so are sums with a cell that is no number.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.claims.model import Quantity
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.document.tree import Cell, Document, Table
from reportgen.document.walk import plain_text
from reportgen.languages.en.lexicon import SAYING_LITTLE
from reportgen.published.audit.conflicts import content_words, stem, within
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import figure, quoted
from reportgen.regex import regex

_NUMBER = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d++)?|\d++(?:\.\d++)?")
_TOTAL = regex(r"(?:grand |overall )?total\b|in total\b|all$|both sexes\b|altogether\b")
"""The head of a row or column of totals: `Grand total`, `Both sexes`."""
_NO_SUM = regex(r"%|\b(?:per cent|percentage|rate|ratio|average|mean|median|index|per \d|share|proportion)\b")
"""The head of what is never added up: `Rate per 100,000`."""
_PART_OF = regex(r"of (?:which|whom|these)\b|including\b|among (?:them|these)\b|thereof\b")
"""The head of a row that is part of the one above: `of which women`."""
_NAMED = regex(r"\btable (\d++)")
"""`see table 4`: the table that a sentence speaks of."""
_NEAR = (Decimal("0.75"), Decimal("1.34"))
"""A row of parts that misses its total by less than a quarter or a third was meant to make it up."""
_NONE = frozenset({"–", "—", "-", "0", "nil"})
_ABOVE = 2
"""Blocks between a paragraph that says `the table below` and the table."""


class _Sum(Struct, frozen=True):
    """A total with its parts."""

    label: str
    """Of the row or the column."""
    parts: tuple[Decimal, ...]
    total: Decimal

    @property
    def is_right(self) -> bool:
        return sum(self.parts) == self.total


def check_tables(document: Document, passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield totals in tables that are no sums, and numbers of the text that the table it names gives otherwise."""
    for block, table in enumerate(document.blocks):
        if isinstance(table, Table):
            above = [passage.paragraph for passage in passages if passage.block < block]
            place = _Place(block, above[-1] if above else None, _name(table))
            yield from _check_rows(table, place)
            yield from _check_columns(table, place)
            yield from _check_text(table, place, passages)


class _Place(Struct, frozen=True):
    block: int
    paragraph: int | None
    name: str

    def finding(self, sums: _Sum, severity: Severity) -> AuditFinding:
        added = sum(sums.parts, Decimal(0))
        message = f"in {self.name}, the parts of “{sums.label}” add up to {figure(added)}, not to {figure(sums.total)}"
        arithmetic = f"{' + '.join(map(figure, sums.parts))} = {figure(added)}, not {figure(sums.total)}"
        return AuditFinding(self.block, self.paragraph, 0, Code.SUM, severity, message, arithmetic)


def _name(table: Table) -> str:
    caption = plain_text(table.caption).strip()
    number = f"table {table.number}" if table.number is not None else "the table"
    return f"{number} ({caption})" if caption else number


def _judged(sums: Sequence[_Sum], place: _Place) -> Iterator[AuditFinding]:
    """Yield the sums that are wrong: surely where most are right, else where one is nearly so."""
    right = sum(one.is_right for one in sums)
    wrong = [one for one in sums if not one.is_right]
    for one in wrong:
        ratio = sum(one.parts, Decimal(0)) / one.total if one.total else Decimal(0)
        if right > len(wrong):
            yield place.finding(one, Severity.ERROR)
        elif _NEAR[0] <= ratio <= _NEAR[1]:
            yield place.finding(one, Severity.WARNING)


# ---- totals ---------------------------------------------------------------------------------------------------


def _value(text: str) -> Decimal | None:
    """Return the number of a cell; nought for a dash, None for anything else."""
    if text in _NONE:
        return Decimal(0)
    return Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [plain_text(cell.children).strip() for cell in cells]


def _check_rows(table: Table, place: _Place) -> Iterator[AuditFinding]:
    """Judge rows that are the total of those above them.

    One with its parts set in below it, as our annex has them, is a row like others.
    """
    heads = _texts(table.head)
    sums: list[_Sum] = []
    above: list[list[str]] = []
    since: list[list[str]] = []
    for at, row in enumerate(table.rows):
        texts = _texts(row.cells)
        label = texts[0].lower() if texts else ""
        has_parts_below = any(below.is_part for below in table.rows[at + 1 : at + 2])
        if (row.is_total or _TOTAL.match(label)) and not has_parts_below:
            sums += _sums_of(heads, texts, since if since != above else [], above)
            since = []
        elif texts and not row.is_part and not _PART_OF.match(label) and not _NO_SUM.search(label):
            above.append(texts)
            since.append(texts)
    yield from _judged(sums, place)


def _sums_of(heads: Sequence[str], total: Sequence[str], since: list[list[str]], above: list[list[str]]) -> list[_Sum]:
    """Return the sums of a total row: of the rows since the last one where these fit better, else of all above."""
    choices = [list(_column_sums(heads, total, rows)) for rows in (above, since) if len(rows) > 1]
    return max(choices, key=lambda sums: sum(one.is_right for one in sums), default=[])


def _column_sums(heads: Sequence[str], total: Sequence[str], rows: list[list[str]]) -> Iterator[_Sum]:
    for at in range(1, len(total)):
        head = heads[at] if at < len(heads) else ""
        values = [_value(row[at]) if at < len(row) else None for row in rows]
        whole = _value(total[at])
        known = [value for value in values if value is not None]
        if whole and len(known) == len(values) and not _NO_SUM.search(head.lower()):
            yield _Sum(f"{total[0]}, {head}" if head else total[0], tuple(known), whole)


def _check_columns(table: Table, place: _Place) -> Iterator[AuditFinding]:
    """Judge a column that is the total of those beside it."""
    heads = [text.lower() for text in _texts(table.head)]
    totals = [at for at, head in enumerate(heads) if at and _TOTAL.match(head)]
    if len(totals) != 1:
        return
    beside = [at for at, head in enumerate(heads) if at and at != totals[0] and not _NO_SUM.search(head)]
    if len(beside) < 2 or any(map(_PART_OF.match, heads)):  # a sum has two parts
        return
    sums: list[_Sum] = []
    for texts in (_texts(row.cells) for row in table.rows):
        if len(texts) != len(heads) or _NO_SUM.search(texts[0].lower()):
            continue
        values = [_value(texts[at]) for at in beside]
        whole, known = _value(texts[totals[0]]), [value for value in values if value is not None]
        if whole and len(known) == len(values):
            sums.append(_Sum(texts[0], tuple(known), whole))
    yield from _judged(sums, place)


# ---- text against table ---------------------------------------------------------------------------------------


def _check_text(table: Table, place: _Place, passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield numbers of a year in the text that the table gives otherwise: the row named by its whole label."""
    cells = _cells_by_year(table)
    names = _refers_to(table, place.block)
    for passage in (one for one in passages if cells and names(one)):
        for sentence in passage.sentences:
            words = content_words(passage, sentence)
            quantities = list(within(passage.reading.quantities, sentence))
            for quantity in quantities:
                year = quantity.period.written if quantity.period else ""
                rows = [row for row in cells if row.words <= words and year in row.values]
                is_one = sum(one.period is not None and one.period.written == year for one in quantities) == 1
                if len(rows) == 1 and is_one and quantity.is_exact and rows[0].values[year] != quantity.value:
                    yield _otherwise(passage, sentence, quantity, rows[0], place)


def _otherwise(
    passage: AuditPassage, sentence: Span, quantity: Quantity, row: "_TableRow", place: _Place
) -> AuditFinding:
    year = quantity.period.written if quantity.period else ""
    message = f"{figure(quantity.value)} here, but {figure(row.values[year])} in {place.name}"
    evidence = f"{quoted(passage.text, sentence)}: “{row.label}”, {year}"
    return passage.finding_at(quantity.span.start, Code.CONFLICT, Severity.WARNING, message, evidence)


class _TableRow(Struct, frozen=True):
    label: str
    words: frozenset[str]
    values: dict[str, Decimal]
    """By the year that heads the column."""


def _cells_by_year(table: Table) -> list[_TableRow]:
    heads = _texts(table.head)
    years = {at: head for at, head in enumerate(heads) if head.isdecimal() and head[:2] in {"19", "20"}}
    rows: list[_TableRow] = []
    for texts in (_texts(row.cells) for row in table.rows):
        values = {years[at]: _value(text) for at, text in enumerate(texts) if at in years}
        words = frozenset(stem(word) for word in texts[0].lower().split() if word not in SAYING_LITTLE) if texts else ()
        known = {year: value for year, value in values.items() if value is not None}
        if words and known:
            rows.append(_TableRow(texts[0], frozenset(words), known))
    return rows


def _refers_to(table: Table, block: int) -> Callable[[AuditPassage], bool]:
    """Return what tells whether a passage names a table: by its number, or as the one below."""

    def names(passage: AuditPassage) -> bool:
        low = passage.low
        is_near = 0 < block - passage.block <= _ABOVE and ("table below" in low or "following table" in low)
        return is_near or (table.number is not None and str(table.number) in _NAMED.findall(low))

    return names
