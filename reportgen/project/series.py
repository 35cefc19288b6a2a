"""Read the sheet `Indicators`, a row a series, as plain data of indicators and their parts."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

from msgspec import Struct

from reportgen.diagnostics import Literal, Path, Place, diagnose, nearest
from reportgen.files.text import UNSEEN
from reportgen.model import Period, Status
from reportgen.model.cell_words import parse_breaks, parse_part_label, parse_share, parse_truth, parse_unit
from reportgen.model.indicators import MEASURE_WORDS, ReportAs, Scale, parse_measure
from reportgen.model.sheets import NEEDED_INDICATORS, IndicatorColumn, PeriodColumn
from reportgen.project.cells import CellKind, SheetCell, place_of
from reportgen.project.drafts import SubmissionDraft, unreadable, whole
from reportgen.project.figures import UNREAD, FigureReader, ReadValue
from reportgen.project.heads import Heads, find_heads
from reportgen.project.keys import plain_key
from reportgen.project.leftovers import find_in_indicators
from reportgen.project.marks import is_marked_figure
from reportgen.project.merged import find_merged
from reportgen.project.numbers import find_mark
from reportgen.project.translated import plain_word
from reportgen.project.workbook import SheetCells
from reportgen.regex import regex

_Column = IndicatorColumn
_WORDS = {_Column.REPORT, _Column.SHOW}
"""Columns of fixed words, which are read without regard to case."""
_OF_THE_WHOLE = _WORDS | {
    _Column.MEASURE,
    _Column.KEY,
    _Column.UNIT,
    _Column.ISSUE,
    _Column.SOURCE,
    _Column.PUBLISHED,
    _Column.SHARE,
    _Column.BREAKS,
}
"""Columns that a part does not use."""
_OFFERED = {_Column.KEY, _Column.ISSUE}
"""Columns that the form itself fills in where it offers a row."""
_STATUSES = frozenset(get_args(Status))
_FIXED = frozenset((*get_args(ReportAs), *get_args(Scale)))
_KEYS = {_Column.KEY, _Column.PART_OF}
_NOT_A_FIELD = {_Column.KEY, _Column.PART_OF, _Column.NOTE, _Column.OFFERED}
_KEY = regex(r"[a-z][a-z0-9_]*")


class _Row(Struct):
    """One row while it is read."""

    number: int
    cells: dict[int, SheetCell]
    texts: dict[IndicatorColumn, str]
    """The words of its columns, where they have any."""

    def text(self, column: IndicatorColumn) -> str:
        return self.texts.get(column, "")


def read_series(draft: SubmissionDraft, sheet: SheetCells) -> None:
    """Read all indicators and their parts into the draft."""
    heads = find_heads(sheet, IndicatorColumn, NEEDED_INDICATORS, draft.place, draft.found)
    if heads is not None:
        draft.heads[sheet.title] = heads
        draft.found.extend(find_merged(sheet, heads, draft.place))
        draft.found.extend(find_in_indicators(sheet, heads, draft.place, draft.own))
        _Series(draft, sheet, heads).read()


class _Series:
    """Reads the rows of one sheet."""

    def __init__(self, draft: SubmissionDraft, sheet: SheetCells, heads: Heads[IndicatorColumn]) -> None:
        self._draft, self._sheet, self._heads = draft, sheet, heads
        self._columns = {what: column for column, what in heads.columns.items()}
        self._indicators: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        self._wholes = self._keys_of_labels()
        texts = (
            text if (text := str(cell.value)).isascii() else UNSEEN.sub("", text)
            for cells in sheet.rows.values()
            for column, cell in cells.items()
            if cell.kind is CellKind.TEXT and column in heads.periods
        )
        self._figures = FigureReader(find_mark(texts), draft.found)

    def read(self) -> None:
        """Wholes first, then parts, whatever the order of rows."""
        self._place_heads()
        below = [self._row(number) for number in self._sheet.rows if number > self._heads.row]
        used = {row.text(_Column.PART_OF) for row in below if not self._is_unused(row)} - {""}
        rows = [row for row in below if not self._is_unused(row) or row.text(_Column.KEY) in used]
        parts = [row for row in rows if row.text(_Column.PART_OF)]
        for row in rows:
            if row.text(_Column.PART_OF):
                continue
            if row.text(_Column.KEY) and not self._is_heading(row):
                self._read_whole(row)
            elif self._holds_values(row):
                label = row.text(_Column.LABEL) or "…"
                self._draft.found.append(diagnose("RG163", self._at(row, min(row.cells)), label=label))
        for row in parts:
            self._read_part(row)
        self._draft.data["indicators"] = self._indicators
        self._draft.places.add(("indicators",), Place(self._draft.place.file, sheet=self._sheet.title))

    def _keys_of_labels(self) -> dict[str, str]:
        """Return the keys of rows by their labels, written as keys are: under “Part of” people write what they read."""
        columns = [self._columns[what] for what in (_Column.LABEL, _Column.KEY) if what in self._columns]
        found: dict[str, set[str]] = {}
        for cells in self._sheet.rows.values():
            texts = [str(cells[column].value) for column in columns if column in cells]
            if len(texts) > 1:
                found.setdefault(plain_key(texts[0]), set()).add(plain_key(texts[1]))
        keys = {key for named in found.values() for key in named}
        return {name: min(named) for name, named in found.items() if len(named) == 1 and name not in keys}

    def _place_heads(self) -> None:
        """Remember where the heads stand, so that an empty cell below one can be named as well."""
        names = {column: what.name.casefold() for column, what in self._heads.columns.items()}
        values = {column: head for column, head in self._heads.periods.items() if head.holds is PeriodColumn.VALUE}
        for column, name in (names | {column: str(head.period) for column, head in values.items()}).items():
            here = place_of(self._draft.place, self._sheet.title, self._heads.row, column)
            self._draft.places.add(("heads", name), here)

    def _row(self, number: int) -> _Row:
        cells = self._sheet.rows[number]
        row = _Row(number, cells, {})
        for column, what in self._heads.columns.items():
            cell = cells.get(column)
            text = None if cell is None else self._draft.text(cell, self._at(row, column), what)
            if text:
                row.texts[what] = self._plain_key(row, what, text) if what in _KEYS else text
        if _Column.NOTE in row.texts:
            self._say("RG168", row, _Column.NOTE)
        return row

    def _plain_key(self, row: _Row, what: IndicatorColumn, text: str) -> str:
        """Return a key without the capitals and blanks that keys do not have; a heading stays as it is."""
        key = plain_key(text)
        key = self._wholes.get(key, key) if what is _Column.PART_OF else key
        if key == text or (what is _Column.KEY and len(row.cells) == 1):
            return text
        self._draft.found.append(diagnose("RG233", self._at(row, self._columns[what]), text=text, key=key))
        return key

    def _is_unused(self, row: _Row) -> bool:
        """Return whether a row was offered to be filled in, and has no figures."""
        return _Column.OFFERED in row.texts and not any(column in self._heads.periods for column in row.cells)

    def _holds_values(self, row: _Row) -> bool:
        """Return whether a row without a key holds more than a heading; columns of the agency's own do not count."""
        return len(row.texts) > 1 or any(column in self._heads.periods for column in row.cells)

    def _is_heading(self, row: _Row) -> bool:
        """Return whether a row is words over the next rows: one filled cell that could not be a key."""
        return not self._holds_values(row) and _KEY.fullmatch(row.text(_Column.KEY)) is None

    def _read_whole(self, row: _Row) -> None:
        key = row.text(_Column.KEY)
        if key in self._rows:
            first = f"row {self._rows[key]}"
            self._say("RG165", row, _Column.KEY, key=key, first=first)
            return
        path: Path = ("indicators", key)
        self._rows[key] = row.number
        indicator: dict[str, Any] = {}
        self._draft.set(path, indicator, self._place(row, _Column.KEY), self._indicators)
        for what in row.texts:
            if what not in _NOT_A_FIELD and what is not _Column.BY:
                self._read_field(row, what, path, indicator, parse_label=str)
        if _Column.BY in row.texts:
            self._say("RG166", row, _Column.BY, column=_Column.BY)
        self._read_values(row, path, indicator, row.text(_Column.LABEL) or key, indicator.get("unit"))
        is_named = _Column.LABEL in row.texts or _Column.LABEL not in self._columns
        if _Column.OFFERED in row.texts and not is_named:
            self._say("RG214", row, _Column.LABEL)

    def _read_part(self, row: _Row) -> None:
        key = row.text(_Column.PART_OF)
        whole_of = self._indicators.get(key)
        if whole_of is None:
            self._say("RG164", row, _Column.PART_OF, key=key, nearest=nearest(key, self._indicators))
            return
        parts = whole_of.setdefault("breakdown", [])
        path: Path = ("indicators", key, "breakdown", len(parts))
        part: dict[str, Any] = {}
        parts.append(part)
        self._draft.places.add(path, self._place(row, _Column.PART_OF))
        for what in row.texts:
            if what in _OF_THE_WHOLE:
                if not (what in _OFFERED and _Column.OFFERED in row.texts):
                    self._note_unused(row, what, key)
            elif what not in _NOT_A_FIELD:
                self._read_field(row, what, path, part, parse_label=parse_part_label)
        self._read_values(row, path, part, whole_of.get("label") or key, whole_of.get("unit"))

    def _note_unused(self, row: _Row, what: IndicatorColumn, key: str) -> None:
        """Say that an entry of a part is not used, unless it only repeats that of the whole."""
        cell = self._sheet.rows[self._rows[key]].get(self._columns[what])
        if cell is None or cell.value != row.cells[self._columns[what]].value:
            self._say("RG166", row, what, column=what)

    def _read_field(
        self, row: _Row, what: IndicatorColumn, path: Path, into: dict[str, Any], *, parse_label: Callable[[str], Any]
    ) -> None:
        """Read one field of an indicator or a part."""
        text, name = row.texts[what], what.value.casefold()
        value: Any = text
        if what is _Column.LABEL:
            value = parse_label(text)
        elif what is _Column.UNIT:
            value = self._parsed(row, what, parse_unit, "a unit", "person / persons")
        elif what is _Column.BREAKS:
            value = self._parsed(row, what, parse_breaks, "breaks in a series", "2021: new definition")
        elif what is _Column.SHARE:
            value = self._parsed(row, what, parse_share, "a share", "women of staff")
        elif what is _Column.MEASURE:
            value = self._parsed(row, what, parse_measure, "what the figures are", _nearest_measure)
        elif what is _Column.EXHAUSTIVE:
            value = self._parsed(row, what, _truth, "yes or no", "yes")
        elif what is _Column.ISSUE:
            value = whole(row.cells[self._columns[what]], text)
        elif what in _WORDS:
            value = text.casefold() if text.casefold() in _FIXED else plain_word(text).casefold()
        if value is not None:
            self._draft.set((*path, name), value, self._place(row, what), into)

    def _parsed(
        self,
        row: _Row,
        what: IndicatorColumn,
        parse: Callable[[str], Any],
        form: str,
        example: str | Callable[[str], str],
    ) -> Any:
        text = row.texts[what]
        try:
            return _parsed_word(text, parse)
        except ValueError as error:
            fitting = example if isinstance(example, str) else example(text)
            self._say("RG167", row, what, text=text, what=form, reason=Literal(error), example=fitting)
            return None

    def _read_values(self, row: _Row, path: Path, into: dict[str, Any], name: str, unit: object) -> None:
        """Read the values of a row, with the statuses and notes beside them."""
        values: dict[str, Any] = {}
        for column, head in self._heads.periods.items():
            cell = row.cells.get(column)
            if cell is not None:
                self._read_observation(
                    self._at(row, column), cell, (*path, "values"), values, head.period, head.holds, (name, unit)
                )
        for period, observation in list(values.items()):
            if observation.pop(_UNREAD, False):
                del values[period]
        if values:
            into["values"] = values
            self._draft.places.add((*path, "values"), self._at(row, min(row.cells)))

    def _read_observation(
        self,
        here: Place,
        cell: SheetCell,
        path: Path,
        values: dict[str, Any],
        period: Period,
        holds: PeriodColumn,
        series: tuple[str, object],
    ) -> None:
        name = str(period)
        observation = values.setdefault(name, {})
        if holds is PeriodColumn.VALUE:
            value = self._figure(cell, here, f"the column “{name} {PeriodColumn.NOTE}”", *series)
            self._draft.places.add((*path, name), here)
            if value is UNREAD:
                observation[_UNREAD] = True
            else:
                observation["value"] = value
            return
        text = self._draft.text(cell, here, f"{name} {holds}")
        if text:
            if holds is PeriodColumn.STATUS:
                text = text.casefold()
                text = text if text in _STATUSES else plain_word(text)
            self._draft.set((*path, name, holds.value), text, here, observation)

    def _figure(self, cell: SheetCell, here: Place, note: str, name: str, unit: object) -> ReadValue:
        figures = self._figures
        draft = self._draft
        if is_marked_figure(cell, here, note, draft.found) or draft.is_unseen(cell, here):
            return UNREAD
        if draft.shows_other_text(cell, here) or draft.is_stale(cell, here):
            return UNREAD
        if isinstance(cell.value, Decimal):
            figures.conditional(cell.value, cell.may_show, here)
        match cell:
            case SheetCell(CellKind.NUMBER, Decimal() as value):
                return figures.cell(value, cell.format, here, name, unit)
            case SheetCell(CellKind.PERCENT, Decimal() as value):
                return figures.percentage(value, cell.format, here, name, unit)
            case SheetCell(CellKind.TEXT, str() as text):
                return figures.text(text, here, name, unit, note)
            case SheetCell(CellKind.DATE, dt.date() | str() as date):
                return figures.date(date, here)
            case SheetCell(CellKind.TRUTH, bool() as truth):
                return figures.truth(here, value=truth)
            case _:
                self._draft.found.append(unreadable(cell, here))
                return UNREAD

    def _at(self, row: _Row, column: int) -> Place:
        return place_of(self._draft.place, self._sheet.title, row.number, column)

    def _place(self, row: _Row, what: IndicatorColumn) -> Place:
        return self._at(row, self._columns[what])

    def _say(self, code: str, row: _Row, what: IndicatorColumn, /, **values: Any) -> None:
        self._draft.found.append(diagnose(code, self._place(row, what), **values))


_UNREAD = object()
"""Marks, among the fields of an observation, that its value could not be read."""


def _parsed_word(text: str, parse: Callable[[str], Any]) -> Any:
    """Read a cell in English, else in another language.

    Raises:
        ValueError: where it is neither, as the English reading says it.
    """
    try:
        return parse(text)
    except ValueError:
        first, blank, rest = text.partition(" ")
        word = plain_word(text)
        if word == text and plain_word(first) != first:
            word = plain_word(first) + blank + rest  # `monnaie euros`
        if word == text:
            raise
        return parse(word)


def _nearest_measure(text: str) -> str:
    """Return the words for a measure that are the nearest to a text."""
    from difflib import get_close_matches  # few sheets hold a wrong word

    return (*get_close_matches(text.casefold(), MEASURE_WORDS.values(), 1, 0.4), MEASURE_WORDS["stock"])[0]


def _truth(text: str) -> bool:
    value = parse_truth(text)
    if value is None:
        raise ValueError("it is neither “yes” nor “no”")
    return value
