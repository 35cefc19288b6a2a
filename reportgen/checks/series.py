"""A series of figures as the questions look at it: the whole of an indicator, or one of its parts."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.diagnostics import Literal, Path, QuestionSubject
from reportgen.model import Indicator, Noun, Period
from reportgen.model.indicators import Series, label_of

Run = list[tuple[Period, Decimal]]
"""Figures of periods of one kind, in the order of time."""


class AskedSeries(Struct, frozen=True):
    """One series that is asked about: an indicator as a whole, or one of its parts."""

    context: CheckContext
    key: str
    indicator: Indicator
    index: int | None
    """Which part; None: the whole."""

    @property
    def series(self) -> Series:
        """Its observations."""
        return self.indicator if self.index is None else self.indicator.breakdown[self.index]

    @property
    def part(self) -> str | None:
        """The label of the part."""
        return None if self.index is None else self.indicator.breakdown[self.index].name

    @property
    def is_count(self) -> bool:
        """Return whether things or persons are counted."""
        unit = self.indicator.unit
        return self.indicator.adds_up_over_parts and (unit is None or isinstance(unit, Noun))

    @property
    def is_level(self) -> bool:
        """Return whether it goes up and down around a level, so that one other figure shows what is usual."""
        return self.indicator.nature not in {"flow", "rank"}

    def former(self, like: Period) -> Iterator[tuple[Period, Decimal]]:
        """Yield the figures of the last cycle, of periods of one kind for which there is no figure now."""
        for submission in self.context.report.previous:
            then = submission.indicators.get(self.key)
            if then is None or then.unit != self.indicator.unit:
                continue
            parts = [part for part in then.breakdown if self.index is not None and part.name == self.part]
            for series in [then] if self.index is None else parts[:1]:
                for period, value in series.figures:
                    if period.like(like) and period not in self.series.periods:
                        yield period, value

    def runs(self) -> Iterator[Run]:
        """Yield its figures in the order of time, years and halves and spans each apart."""
        left = list(self.series.figures)
        while left:
            first = left[0][0]
            yield [one for one in left if one[0].like(first)]
            left = [one for one in left if not one[0].like(first)]

    def ask(self, code: str, period: Period, path: Path | None = None, **values: object) -> Iterator[Finding]:
        """Yield the question about a figure, unless it was answered.

        Args:
            code: of the question.
            period: of the figure.
            path: where it stands; else the figure itself.
            values: what the wording of the code names beside the figure.
        """
        subject = QuestionSubject(self.key, self.part, str(period), self.series.value(period))
        if (code, subject) not in self.context.confirmed:
            value = "nothing" if subject.value is None else shown_number(subject.value)
            name = label_of(self.indicator, self.key)
            facts = {"key": name, "part": Literal(f" ({self.part})" if self.part else ""), "period": period}
            here = path or self.context.path(self.key, period, self.index)
            yield Finding(code, here, {**facts, "value": value, **values}, subject=subject)
