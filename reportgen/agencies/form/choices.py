"""What may be typed into the cells of the sheet `Indicators`: numbers, and words to choose from lists.

A list of words that an agency may also write otherwise – a unit, the key of a total – suggests and refuses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from reportgen.agencies.form.columns import Columns, blocks_of, runs_together
from reportgen.agencies.form.formulas import cell
from reportgen.agencies.form.page import fill
from reportgen.agencies.form.plan import AgencyForm, FormRow
from reportgen.model import Status
from reportgen.model.cell_words import NO_DATA, PERCENT, RANK
from reportgen.model.form_texts import IndicatorTexts
from reportgen.model.indicators import MEASURE_WORDS
from reportgen.model.sheets import IndicatorColumn

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_C = IndicatorColumn
_TITLE, _REFUSED, _MESSAGE = 32, 225, 255
"""Characters of the title of a message, of what is refused, and of the message beside a cell (Excel's limits)."""
_LISTED = 255
"""Characters that all words of a list can have together."""
_PERSONS = {
    "ar": "شخص / أشخاص",
    "en": "person / persons",
    "es": "persona / personas",
    "fr": "personne / personnes",
    "ru": "человек / люди",
    "zh": "人 / 人",
}
"""Persons in the language of the report, in which units are printed."""

Rows = Sequence[tuple[int, FormRow]]


class Choices:
    """Says of one sheet what may be typed into its open cells."""

    def __init__(self, sheet: "Worksheet", form: AgencyForm, texts: IndicatorTexts, columns: Columns) -> None:
        self._sheet, self._form, self._texts, self._columns = sheet, form, texts, columns

    def write(self, rows: Rows) -> None:
        """Write all rules.

        Args:
            rows: the rows of figures with their numbers on the sheet.
        """
        self._figures(rows)
        wholes = [number for number, row in rows if row.part is None]
        free = [number for group in self._form.groups if group.own for number, row in rows if row in group.rows]
        no_issue = [number for number, row in rows if row.part is None and row.indicator.issue is None]
        self._list(
            _C.MEASURE,
            wholes,
            self._words(MEASURE_WORDS.values()),
            error_message=fill(self._texts.word_refused)[:_REFUSED],
        )
        self._list(_C.UNIT, wholes, self._units(rows), show_error=False)
        self._list(_C.ISSUE, no_issue, self._issues(), error_type="warning")
        keys = dict.fromkeys(row.key for _, row in rows if row.part is None)
        self._list(_C.PART_OF, free, keys, show_error=False)

    def _figures(self, rows: Rows) -> None:
        """Allow numbers in the cells of figures, with a word on what to type, and the words of statuses."""
        open_runs = [(number, run) for number, row in rows for run in self._columns.runs(row.open)]
        refused = fill(self._texts.word_refused)[:_REFUSED]
        title, message = fill(self._texts.number_title)[:_TITLE], fill(self._texts.number_refused)[:_REFUSED]
        for first, last, run in runs_together(open_runs):
            corner = cell(first, self._columns.values[run[0]])
            figure = {
                "validate": "custom",
                "value": f'=OR(ISNUMBER({corner}),{corner}="{NO_DATA}")',
                "input_title": title,
                "input_message": message,
                "error_title": title,
                "error_message": message,
            }
            start, end = self._columns.values[run[0]], self._columns.values[run[-1]]
            self._sheet.data_validation(first, start, last, end, figure)
            if run[0] in self._columns.statuses:
                status = self._columns.statuses[run[0]], self._columns.statuses[run[-1]]
                words = {"validate": "list", "source": self._words(get_args(Status)), "error_message": refused}
                self._sheet.data_validation(first, status[0], last, status[1], words)

    def _list(self, head: IndicatorColumn, rows: Sequence[int], words: Iterable[str], **options: object) -> None:
        """Offer words in a column, with the note of its head as a message; as many as a list can hold."""
        held: list[str] = []
        for word in words:
            if "," not in word and len(",".join([*held, word])) <= _LISTED:
                held.append(word)
        if not held:
            return
        column, message = self._columns.heads[head], _as_message(fill(self._texts.columns[head].comment))
        rule: Mapping[str, object] = {"validate": "list", "source": held, "input_message": message, **options}
        for first, last, _ in blocks_of([(row, ()) for row in rows]):
            self._sheet.data_validation(first, column, last, column, dict(rule))

    def _words(self, plain: Iterable[str]) -> list[str]:
        """Return words of a list in the language of the workbook."""
        return [self._form.word(word) for word in plain]

    def _units(self, rows: Rows) -> list[str]:
        """Return the units of the agency's own rows, then those that most reports need."""
        used = (self._form.unit(row.indicator.unit) for _, row in rows if row.indicator.unit)
        persons = _PERSONS.get(self._form.settings.language, _PERSONS["en"])
        return list(dict.fromkeys([*used, persons, *self._words([PERCENT, RANK])]))

    def _issues(self) -> list[str]:
        """Return the numbers of the agency's issues, then of others of which it has figures."""
        numbers = [asked.issue.number for asked in self._form.issues]
        numbers += [group.issue for group in self._form.groups if group.issue is not None]
        return list(map(str, dict.fromkeys(numbers)))


def _as_message(note: str) -> str:
    """Return a note as a message beside a cell: as many of its sentences as there is room for."""
    words = " ".join(note.split())
    while len(words) > _MESSAGE:
        words = words[:-1].rpartition(". ")[0] + "." if ". " in words[:-1] else words[:_MESSAGE]
    return words
