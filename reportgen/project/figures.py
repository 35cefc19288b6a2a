"""Read the figures of a file, and say what is wrong with them.

A value as its file held it becomes a `Decimal`, None for "no data", or `UNREAD`, and what a person should know is added
to the diagnostics. The rules of `numbers.py` read; here stand the unit and the wording.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Literal, Path, Place, Places, diagnose
from reportgen.files.findings import Findings
from reportgen.files.text import UNSEEN, clean_figure
from reportgen.model import Period
from reportgen.model.cell_words import NO_DATA
from reportgen.project.format_codes import GENERAL
from reportgen.project.formats import MISLEADING, Display, Gap, display, plain_figure
from reportgen.project.numbers import (
    DecimalSign,
    MixedDigits,
    NoData,
    NoNumber,
    Noted,
    ReadFigure,
    TooLong,
    Unclear,
    find_mark,
    has_three_decimals,
    has_too_many_digits,
    read_number,
)
from reportgen.project.styles import STRUCK


class Unread(Enum):
    """A value that could not be read; its diagnostic says why."""

    VALUE = "unread"


UNREAD = Unread.VALUE
ReadValue = Decimal | None | Unread
IN_YAML = "the field “note” beside “value”"
"""Where a note to a figure of a YAML file belongs."""


class FigureReader(Struct):
    """Reads the values of one file."""

    mark: DecimalSign | None
    """The decimal sign of the file's clear numbers."""
    found: Findings

    def number(self, value: Decimal, place: Place) -> ReadValue:
        """Return a figure that the file holds as a number."""
        if has_too_many_digits(value):
            return self._unread("RG156", place, text=str(value))
        return value

    def cell(self, value: Decimal, code: str, place: Place, name: str, unit: object) -> ReadValue:
        """Read a figure that a cell holds as a number.

        Args:
            value: what the cell holds.
            code: of its number format. What the cell shows is what the agency sees: where the two differ so that
                the figure could be misread it is refused, else the difference is told.
            place: of the cell.
            name: of the indicator, for messages: its label, else its key.
            unit: of the indicator, as plain data.
        """
        seen = display(value, code)
        if seen.gap in MISLEADING:
            return self._unread("RG190", place, text=seen.text, value=_counted(value), reason=Literal(seen.reason))
        if seen.gap is Gap.WORDS and "%" in seen.words and unit != "percent":
            return self._unread("RG157", place, text=seen.text, key=name, unit=_unit_words(unit))
        if seen.gap is not None and not _belongs(seen, unit):
            text = Literal(f"“{seen.text}”" if seen.text else "something else")
            self._say("RG191", place, text=text, value=_counted(value), reason=Literal(seen.reason))
        return self.number(value, place)

    def conditional(self, value: Decimal, codes: Iterable[str], place: Place) -> None:
        """Say what a cell may show of its figure by conditional formatting, where that could be misread.

        Args:
            value: what the cell holds.
            codes: of the number formats; whether their conditions are met is not worked out.
            place: of the cell.
        """
        for code in codes:
            seen = display(value, code.replace(STRUCK, "") or GENERAL)
            if seen.gap in MISLEADING or STRUCK in code:
                said = seen.reason.replace("its number format", "a number format")
                reason = Literal("struck out, as what no longer counts" if STRUCK in code else said)
                self._say("RG196", place, text=seen.text, value=_counted(value), reason=reason)
                return

    def percentage(self, value: Decimal, code: str, place: Place, name: str, unit: object) -> ReadValue:
        """Read a figure in a cell with a percentage format, which shows a hundred times what it holds."""
        seen = display(value, code)
        shown = Literal(f"{plain_figure(value * 100)}%")
        if unit != "percent":
            return self._unread("RG157", place, text=shown, key=name, unit=_unit_words(unit))
        if seen.gap in MISLEADING:
            return self._unread("RG190", place, text=seen.text, value=shown, reason=Literal(seen.reason))
        if seen.gap is not None:
            text = Literal(f"“{seen.text}”" if seen.text else "something else")
            self._say("RG191", place, text=text, value=shown, reason=Literal(seen.reason))
        self._say("RG158", place, text=shown, value=plain_figure(value * 100))
        return Decimal(plain_figure(value * 100))

    def text(self, text: str, place: Place, name: str, unit: object, note: str = IN_YAML) -> ReadValue:
        """Read a figure that the file holds as text.

        Args:
            text: as it was typed.
            place: of the text.
            name: of the indicator, for messages: its label, else its key.
            unit: of the indicator, as plain data.
            note: where a note to the figure belongs, in words.
        """
        text = clean_figure(text, place, self.found)
        match read_number(text, self.mark):
            case ReadFigure(value, percent):
                if percent and unit != "percent":
                    return self._unread("RG157", place, text=text, key=name, unit=_unit_words(unit))
                self._say("RG158", place, text=text, value=plain_figure(value))
                return value
            case NoData(dash):
                if text.strip() != NO_DATA:
                    self._say("RG160" if dash else "RG159", place, text=text)
                return None
            case Unclear(first, second):
                return self._unread("RG155", place, text=text, first=first, second=second, plain=first)
            case TooLong():
                return self._unread("RG156", place, text=text)
            case Noted(number, mark):
                return self._unread("RG189", place, text=text, number=number, mark=mark, column=note)
            case MixedDigits():
                return self._unread("RG192", place, text=text)
            case NoNumber():
                return self._unread("RG154", place, text=text)

    def date(self, value: dt.date | str, place: Place) -> ReadValue:
        """Return a date, which is no figure."""
        return self._unread("RG152", place, date=value)

    def truth(self, place: Place, *, value: bool) -> ReadValue:
        """Return a truth value, which is no figure."""
        return self._unread("RG153", place, value=str(value).upper())

    def plain(self, value: Any, place: Place, name: str, unit: object) -> Any:
        """Return a value of plain data; lists and fields are left to the model, which refuses them.

        Args:
            value: as YAML or JSON gave it.
            place: where it stands.
            name: of the figure, for messages.
            unit: of its indicator.
        """
        match value:
            case bool():
                return self.truth(place, value=value)
            case Decimal() if self._may_be_thousands(value):
                return self._unread(
                    "RG155", place, text=value, first=value * 1000 // 1, second=value, plain=value * 1000 // 1
                )
            case int() | Decimal():
                return self.number(Decimal(value), place)
            case dt.date():
                return self.date(value, place)
            case str():
                return self.text(value, place, name, unit)
            case _:
                return value

    def _may_be_thousands(self, value: Decimal) -> bool:
        """Return whether YAML's number 5.000 may be five thousand: nobody writes decimals that say nothing.

        Other decimals are meant as YAML has them, unless the file has a comma before its clear ones.
        """
        if self.mark is DecimalSign.POINT or not has_three_decimals(str(value)):
            return False
        return self.mark is not None or value == value.to_integral_value()

    def _say(self, code: str, place: Place, **values: Any) -> None:
        self.found.append(diagnose(code, place, **values))

    def _unread(self, code: str, place: Place, **values: object) -> Unread:
        self._say(code, place, **values)
        return UNREAD


def read_figures(data: Any, places: Places, name: str, found: Findings) -> None:
    """Read all values of a submission's plain data, in place.

    Values that cannot be read are taken out, so that the model does not complain of them a second time.

    Args:
        data: the plain data of a submission.
        places: where they stand.
        name: the file, for a value whose place is not known.
        found: gets what is wrong with them.
    """
    series = list(_series(data))
    texts = (str(_bare(value)) for _, _, _, values in series for value in values.values())
    reader = FigureReader(find_mark(text if text.isascii() else UNSEEN.sub("", text) for text in texts), found)
    for path, title, unit, values in series:
        _note_doubled(path, values, places, found)
        for period, value in list(values.items()):
            here = (*path, period)
            if isinstance(value, dict):
                if "value" not in value:
                    continue
                here = (*here, "value")
            figure = reader.plain(_bare(value), places.find(here) or Place(name), title, unit)
            if figure is UNREAD:
                del values[period]
            elif isinstance(value, dict):
                value["value"] = figure
            else:
                values[period] = figure


def _note_doubled(path: Path, values: Mapping[str, Any], places: Places, found: Findings) -> None:
    """Say which period is given a second time in another spelling: `2022` and `2022-01/2022-12`."""
    first: dict[Period, str] = {}
    for written in values:
        try:
            period = Period.parse(written)
        except ValueError:  # which the model refuses
            continue
        earlier = places.find((*path, first.setdefault(period, written)))
        if first[period] != written:
            line = earlier.line if earlier else None
            found.append(diagnose("RG123", places.find((*path, written)), field=written, line=line))


def _bare(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def _series(data: Any) -> Iterator[tuple[Path, str, object, dict[str, Any]]]:
    """Yield all values of indicators and their parts: path, name and unit of the indicator, values by period."""
    indicators = data.get("indicators") if isinstance(data, dict) else None
    for key, indicator in (indicators if isinstance(indicators, dict) else {}).items():
        if not isinstance(indicator, dict):
            continue
        unit, label = indicator.get("unit"), indicator.get("label")
        title = label if isinstance(label, str) else key
        if isinstance(indicator.get("values"), dict):
            yield ("indicators", key, "values"), title, unit, indicator["values"]
        parts = indicator.get("breakdown")
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict) and isinstance(part.get("values"), dict):
                yield ("indicators", key, "breakdown", index, "values"), title, unit, part["values"]


def _counted(value: Decimal) -> Literal:
    """Return a figure for a message about what a cell shows, with commas, which a format may have divided by."""
    return Literal(f"{Decimal(plain_figure(value)):,f}")


def _belongs(seen: Display, unit: object) -> bool:
    """Return whether the words beside the digits are those of the indicator's own unit."""
    if seen.gap is not Gap.WORDS:
        return False
    nouns = [str(noun).casefold() for noun in unit.values()] if isinstance(unit, Mapping) else []
    return seen.words.casefold().strip() in ({"%", "per cent", "percent"} if unit == "percent" else nouns)


def _unit_words(unit: object) -> str:
    """Return a unit for a message."""
    match unit:
        case {"other": str(other)}:
            return f"“{other}”"
        case Mapping() | None:
            return "not a percentage"
        case _:
            return f"“{unit}”"
