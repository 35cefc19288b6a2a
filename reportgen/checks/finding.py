"""What checks look at, and what they find."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from reportgen.diagnostics import Path, Subject
from reportgen.model import Merged, Period, Report


class Checked(Struct, frozen=True):
    """A report with the indicators of all its submissions together."""

    report: Report
    merged: Merged

    def path(self, key: str, period: Period, part: int | None = None) -> Path:
        """The path of an observation; of its indicator where the observation has none."""
        return self.merged.paths.get((key, part, period), self.merged.homes[key])


class Finding(Struct, frozen=True):
    """One thing that a check found."""

    code: str
    path: Path
    """Where in the model; the pipeline finds the place."""
    values: Mapping[str, object]
    """What the code's wording names."""
    notes: tuple[tuple[str, Path], ...] = ()
    """Further facts, each with the path of the value that it speaks of."""
    subject: Subject | None = None
    """Of a question: the figure that it asks about."""


Check = Callable[[Checked], Iterator[Finding]]


def shown_number(value: Decimal) -> str:
    """A figure for a message: `1,058`, `45.4`."""
    return f"{value.normalize():,f}" if value == value.to_integral_value() else f"{value:,f}"
