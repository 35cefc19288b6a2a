"""An indicator as a reference sees it: one series, from one period, in one language.

In: a subject and what the author asked for (`at`, `part`). Out: the periods that may be compared, their values, and
refusals where there is none.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Literal, nearest, shown
from reportgen.languages.language import Language
from reportgen.model import Indicator, Noun, Part, Period, Series
from reportgen.model.small_numbers import Grouped, Withheld
from reportgen.sentences.errors import PhraseError
from reportgen.sentences.phrase import Source
from reportgen.sentences.thresholds import TABLE_FROM


class Options(Struct, frozen=True):
    """How a report's phrases are written."""

    non_breaking_spaces: bool = True
    """Keep figure and `per cent`, symbol and amount, amount and million, day and month on one line."""
    table_from: int = TABLE_FROM
    """Generated text with so many figures for one indicator is a table."""
    reference: Period | None = None
    """The period that counts as the latest; later ones are used only where they are named. None: no bound."""


class Subject(Struct, frozen=True):
    """An indicator under its key: what filters are applied to."""

    key: str
    indicator: Indicator

    @property
    def label(self) -> str | None:
        """How the indicator is called."""
        return self.indicator.label


class View(Struct, frozen=True):
    """One series of an indicator, seen from one period."""

    subject: Subject
    language: Language
    options: Options
    lookup: Callable[[str], Subject]
    """Any other indicator by its key."""
    part: int | None = None
    moment: Period | None = None
    """The period that the author named; None: the latest."""

    # ---- what is seen ----

    @property
    def key(self) -> str:
        """The key of the indicator."""
        return self.subject.key

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.subject.indicator

    @property
    def series(self) -> Series:
        """The indicator, or the part of it that the author named."""
        return self.indicator if self.part is None else self.indicator.breakdown[self.part]

    @property
    def noun(self) -> Noun | None:
        """The noun that stands after a value, if it has one."""
        if self.part is not None:
            return self.noun_of(self.part)
        unit = self.indicator.unit
        return self._within(unit) if isinstance(unit, Noun) else None

    def noun_of(self, place: int) -> Noun:
        """Return what the part at an index of the breakdown is called within a sentence."""
        label = self.indicator.breakdown[place].label
        if isinstance(label, Noun):
            return self._within(label)
        one, other = self.language.part_noun(label)
        return Noun(one=one, other=other)

    def _within(self, noun: Noun) -> Noun:
        """Return a noun as it stands within a sentence: a cell may begin with a capital, `Complaint / Complaints`."""
        one, other = self.language.plain(noun.one), self.language.plain(noun.other)
        return noun if (one, other) == (noun.one, noun.other) else noun.model_copy(update={"one": one, "other": other})

    # ---- periods ----

    @property
    def asked(self) -> tuple[Period, ...]:
        """All periods up to the reference, also those without data."""
        bound = self.options.reference
        return tuple(period for period in self.series.asked if bound is None or period.end <= bound.end)

    @property
    def periods(self) -> tuple[Period, ...]:
        """All periods up to the reference that have a value."""
        return tuple(period for period in self.asked if self.series.value(period) is not None)

    @property
    def told(self) -> tuple[Period, ...]:
        """All periods up to the reference of which something is printed, be it that the value is withheld."""
        return tuple(period for period in self.asked if self.series.value(period) is not None or self.withheld(period))

    def withheld(self, period: Period) -> str | None:
        """Return what is printed in the place of a value that is withheld; None where it is not."""
        observation, patterns = self.series.values.get(period), self.language.patterns
        if not isinstance(observation, Withheld):
            return None
        below = observation.below
        return patterns.not_published if below is None else patterns.fewer_than.replace("{limit}", str(below))

    @property
    def current(self) -> Period:
        """The period that a phrase speaks of.

        Raises:
            PhraseError: where it has no value; an older value must not pass for it.
        """
        if self.moment is not None:
            return self.moment
        if not self.asked:
            raise PhraseError("RG421", key=self.key)
        latest = self.asked[-1]
        self.value(latest)
        return latest

    def like(self) -> tuple[Period, ...]:
        """Return all periods with a value that are of one kind with the latest one: whole years, or the same months."""
        if not self.periods:
            return ()
        last = self.moment or self.periods[-1]
        alike = [period for period in self.periods if period.like(last) and period.order <= last.order]
        return tuple(period for period in alike if period == last or not self.counts_twice(period, last))

    def counts_twice(self, one: Period, other: Period) -> bool:
        """Return whether two figures hold the same events, so that one may not be set against the other."""
        return self.indicator.adds_up_over_time and one.overlaps(other)

    def gaps(self, first: Period, last: Period) -> tuple[Period, ...]:
        """Return periods of the kind of the last one between two, asked for and without data."""
        return tuple(
            period
            for period in self.asked
            if self.series.value(period) is None and period.like(last) and first.order < period.order < last.order
        )

    # ---- values ----

    def value(self, period: Period) -> Decimal:
        """Return the value at a period.

        Raises:
            PhraseError: where there is none.
        """
        value = self.series.value(period)
        if value is not None:
            return value
        if self.withheld(period):
            raise self.is_withheld(period)
        if period in self.series.values:
            if not self.periods:
                raise PhraseError("RG421", key=self.key)
            raise PhraseError("RG408", key=self.key, period=str(period), latest=str(self.periods[-1]))
        known = nearest(str(period), [str(one) for one in self.series.asked])
        raise PhraseError("RG407", key=self.key, period=str(period), nearest=known)

    def is_withheld(self, period: Period) -> PhraseError:
        """Return the error for a reference that would print a value that is withheld, or what follows from it."""
        part = self.indicator.breakdown[self.part].name if self.part is not None else ""
        figure = Literal(f"{shown(part)} in {period}")
        return PhraseError("RG361", key=self.key, figure=figure, reason=Literal("it tells of few persons"))

    def source(self, *periods: Period) -> Source:
        """Return the provenance of a number made from the values at some periods."""
        return Source(self.key, self.part, periods)

    def change(self, first: Period, last: Period) -> Source:
        """Return the provenance of what happened from one period to another."""
        return Source(self.key, self.part, (first, last), is_change=True)

    # ---- other views ----

    def seen_at(self, period: Period) -> "View":
        """Return the same series, seen from another period."""
        if not self.withheld(period):
            self.value(period)
        return replace(self, moment=period)

    def seen_part(self, label: str) -> "View":
        """Return the part of a label.

        Raises:
            PhraseError: where no part has it.
        """
        names = {part.name: place for place, part in enumerate(self.indicator.breakdown)}
        if label not in names and isinstance(self.indicator, Grouped) and label in self.indicator.together:
            raise self._is_grouped(label, self.indicator.together[label])
        if label not in names:
            raise PhraseError("RG415", key=self.key, part=label, nearest=nearest(label, names))
        return replace(self, part=names[label])

    def _is_grouped(self, label: str, together: str) -> PhraseError:
        """Return the error for a part that is printed together with others only, or not at all."""
        reason = f"as “{shown(together)}”" if together else "and leaves its breakdown out"
        reason = f"small_numbers in report.yaml groups it with others, {reason}"
        return PhraseError("RG361", key=self.key, figure=label, reason=Literal(reason))

    def of_part(self, place: int) -> "View":
        """Return the part at an index of the breakdown."""
        return replace(self, part=place)

    def of(self, subject: Subject) -> "View":
        """Return another indicator, seen from the same period."""
        return View(subject, self.language, self.options, self.lookup, None, self.moment)

    def parts(self, by: str | None) -> Sequence[tuple[int, Part]]:
        """Return the parts by one criterion, with their indexes."""
        return [(place, part) for place, part in enumerate(self.indicator.breakdown) if part.by == by]
