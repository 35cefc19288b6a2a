"""The words of a status in the language of its reader: those of `templates/workbook/`, with figures in their signs."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from reportgen.agencies.status.values import AgencyStatus, Contribution, FigureCount, IssueStatus, ReplyState, Status
from reportgen.agencies.texts import first_with, read_texts
from reportgen.diagnostics import shown
from reportgen.files.shipped import shipped_folder
from reportgen.languages.language import cldr
from reportgen.model.status_texts import DayTexts, StatusFile, StatusTexts
from reportgen.sentences.numerals import figures

_UNITS = {"per cent": "per cent", "place": "rank"}
"""Names of the units of the model that are no nouns of an agency, as the workbooks call them."""


class StatusWords(Struct, frozen=True):
    """The words of one language, and what they say of a status."""

    language: str
    texts: StatusTexts
    others: Mapping[str, tuple[str, ...]]
    """What words of the model are called, the first of them in use."""

    def named(self, word: str) -> str:
        """Return what a word of the model is called, such as `provisional`; the word itself where nothing is said."""
        return self.others.get(word, (word,))[0]

    def unit(self, unit: str) -> str:
        """Return the unit of an indicator: what the model counts in by its name here, a noun as it was given."""
        return self.named(_UNITS[unit]) if unit in _UNITS else unit

    def number(self, value: Decimal | int) -> str:
        """Return a number in figures: `1,058`, `1 058`."""
        return figures(Decimal(value), self.language)

    def state(self, state: ReplyState) -> str:
        """Return how far a reply has come."""
        return str(getattr(self.texts.states, state.value.replace(" ", "_")))

    def facts(self, status: Status) -> dict[str, str]:
        """Return what stands at the head: a label and its value each."""
        texts = self.texts
        facts = {
            texts.state: status.state,
            texts.due: self.due(status.due, status.date),
            texts.replies: self.counts(status),
            texts.words: self.words(status.words, status.limit),
        }
        if status.other_errors:
            facts[texts.errors_own] = texts.errors_check.format(count=self.number(status.other_errors))
        return facts

    def due(self, due: dt.date | None, date: dt.date) -> str:
        """Return `2024-01-31, in 16 days`; `2024-01-31, 3 days ago`; what to do where no day is given.

        Args:
            due: the day by which agencies send.
            date: the day that counts as today.
        """
        if due is None:
            return self.texts.no_day
        left = (due - date).days
        when = self._days(self.texts.left if left > 0 else self.texts.late, abs(left)) if left else self.texts.today
        return f"{due}{self.texts.comma}{when}"

    def _days(self, forms: DayTexts, days: int) -> str:
        given = {category: text for category, text in forms if text is not None}
        return cldr(self.language).form(given, Decimal(days)).format(count=self.number(days))

    def counts(self, status: Status) -> str:
        """Return `12 ready, 3 incomplete`, the furthest first."""
        counts = ((status.count(state), state) for state in reversed(ReplyState))
        named = [
            self.texts.count.format(count=self.number(count), state=self.state(state))
            for count, state in counts
            if count
        ]
        return self.texts.comma.join(named) or self.texts.nobody

    def given(self, figures: FigureCount) -> str:
        """Return `146 of 148`, or a dash where none are asked."""
        given, due = self.number(figures.given), self.number(figures.due)
        return self.texts.out_of.format(given=given, due=due, share="") if figures.due else "–"

    def words(self, words: int | None, budget: int) -> str:
        """Return `1,695 of 2,466 (69%)`."""
        due = self.number(budget)
        if words is None:
            return self.texts.not_known.format(due=due, given="", share="")
        given = self.number(words)
        if not budget:
            return given
        return self.texts.out_of_budget.format(given=given, due=due, share=f"{words / budget * 100:.0f}")

    def sent(self, agency: AgencyStatus) -> str:
        """Return when an agency sent, and whether it could be taken."""
        if agency.refused:
            return self.texts.waiting if agency.received and not agency.errors else self.texts.with_errors
        if not agency.received:
            return self.texts.states.not_received
        return agency.sent.isoformat() if agency.sent else self.texts.received

    def part(self, part: Contribution) -> str:
        """Return whose part in which reply it is: `justice, issue 5`."""
        return self.texts.part.format(agency=part.agency, issue=part.issue)

    def issue(self, issue: IssueStatus) -> str:
        """Return `Issue 5`."""
        return self.texts.issue.format(issue=issue.number)

    def clearance(self, issue: IssueStatus) -> str:
        """Return who cleared an issue and when, and whether that is enough, or void."""
        texts = self.texts
        text = texts.void if issue.changes else texts.lacking if issue.lacks_names else texts.cleared
        return text.format(
            issue=issue.number,
            by=shown(issue.cleared_by),
            date=issue.cleared_on,
            names=issue.names,
            needed=issue.names_needed,
        )


def words_of(texts: StatusFile) -> StatusWords:
    """Return the words of a status that form texts hold, else the shipped ones of their language."""
    own, status = first_with(texts, lambda file: file.status)
    return StatusWords(own.language, status, own.words)


@lru_cache(maxsize=1)
def english_words() -> StatusWords:
    """Return the words that ship, in English.

    Raises:
        ValueError: the program was not installed whole.
    """
    texts = read_texts(StatusFile, shipped_folder().parent, "en").texts
    if texts is None:
        raise ValueError("the words of the workbooks in English ship with the program")
    return words_of(texts)
