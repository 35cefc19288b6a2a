"""The narrator: indicators in one language, from references to realised text."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.diagnostics import Literal, nearest
from reportgen.languages.language import load
from reportgen.model import Indicator, Period
from reportgen.sentences.amounts import amount
from reportgen.sentences.errors import PhraseError
from reportgen.sentences.evening import padded
from reportgen.sentences.filters import FILTERS
from reportgen.sentences.filters.registry import apply_filter, unknown_filter
from reportgen.sentences.generated import AnnexEntry, build_annex, report, report_parts
from reportgen.sentences.phrase import Paragraph, Phrase, TableSpec, fill, join, text
from reportgen.sentences.realise import Run, realise, realise_cell
from reportgen.sentences.view import Options, Subject, View

if TYPE_CHECKING:
    from reportgen.sentences.explain import Explanation


class Narrator:
    """Writes phrases of a set of indicators."""

    def __init__(self, indicators: Mapping[str, Indicator], language: str = "en", options: Options = Options()) -> None:
        self._indicators = indicators
        self._language = load(language)
        self._options = options

    def subject(self, key: str) -> Subject:
        """Return the indicator of a key.

        Raises:
            PhraseError: for an unknown key, with the nearest one.
        """
        if key not in self._indicators:
            raise PhraseError("RG401", key=key, nearest=nearest(key, self._indicators))
        return Subject(key, self._indicators[key])

    def value(self, subject: Subject) -> Phrase:
        """Return the value of the latest period, as a reference without a filter gives it."""
        view = self.view(subject)
        return padded(amount(view, view.current))

    def apply(
        self, name: str, subject: object, args: Sequence[object] = (), kwargs: Mapping[str, object] | None = None
    ) -> Phrase:
        """Return what a filter makes of a subject.

        Raises:
            PhraseError: for an unknown filter, arguments that do not fit, or data that the filter cannot tell truly.
        """
        if not isinstance(subject, Subject):
            example = FILTERS[name].example if name in FILTERS else FILTERS["compared"].example
            raise PhraseError("RG420", filter=name, example=Literal(example))
        return padded(apply_filter(name, self.view(subject), args, kwargs or {}))

    def unknown_filter(self, key: str, name: str) -> PhraseError:
        """Return the error for a filter that there is not, given to the indicator `key`."""
        return unknown_filter(key, name)

    def realise(self, parts: Sequence[str | Phrase]) -> list[str | tuple[Run, ...]]:
        """Return one paragraph or list item: the text as it is, every phrase as runs."""
        return realise(self._language, self._options, parts)

    def realise_cell(self, parts: Sequence[str | Phrase]) -> list[str | tuple[Run, ...]]:
        """Return one cell of a table: all numbers in figures."""
        return realise_cell(self._language, self._options, parts)

    def report(self, keys: Sequence[str]) -> list[Paragraph | TableSpec]:
        """Return generated text for indicators of one issue to which no text refers.

        Raises:
            PhraseError: for an unknown key.
        """
        return report([self.view(self.subject(key)) for key in keys])

    def report_parts(self, key: str, criteria: Sequence[str], given: Collection[int]) -> list[Paragraph | TableSpec]:
        """Return generated text for the breakdowns of an indicator whose total another text gives.

        Args:
            key: its key.
            criteria: what its figures are to be divided by.
            given: the indexes of the parts that other texts give; no breakdown that has one of them is written.

        Raises:
            PhraseError: for an unknown key.
        """
        return report_parts(self.view(self.subject(key)), criteria, given)

    @property
    def others(self) -> str:
        """The title over figures of an annex that belong to no theme."""
        return self._language.patterns.others

    @property
    def semicolon(self) -> str:
        """A semicolon as the language sets it, with its spaces."""
        return fill(self._language.patterns.semicolon).words

    def annex(self, title: str, keys: Sequence[tuple[str, str]], years: Sequence[Period]) -> list[TableSpec]:
        """Return the tables of a statistical annex for the indicators of one theme.

        Args:
            title: what the captions say the figures are about.
            keys: the keys of the indicators, each with the agency and source that its rows name.
            years: the reporting years.

        Raises:
            PhraseError: for an unknown key.
        """
        entries = [AnnexEntry(self.view(self.subject(key)), source) for key, source in keys]
        return build_annex(title, entries, years)

    def explain(self, key: str) -> "Explanation":
        """Return the facts of an indicator, the references that fit it, and why its generated text is what it is.

        Raises:
            PhraseError: for an unknown key.
        """
        from reportgen.sentences.explain import explain  # one command needs it, every build would pay

        return explain(self.view(self.subject(key)))

    # ---- what first pages need ----

    def date(self, day: dt.date) -> str:
        """Return a day as it is written: `5 June 2022`."""
        return self._language.date_name(day)

    def ordinal(self, number: int) -> str:
        """Return a number's place in words: `third`."""
        return self._language.ordinal(number)

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list: `English, French and Spanish`."""
        return join(self._language, [text(name) for name in names]).words

    def view(self, subject: Subject) -> View:
        """Return a subject as filters see it."""
        return View(subject, self._language, self._options, self.subject)
