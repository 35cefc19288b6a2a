"""What is wrong with one file, gathered while it is read; a million bad cells are one message with a count."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Severity, has_errors
from reportgen.limits import PROBLEMS_OF_A_KIND, REMARKS_OF_A_KIND


class Findings:
    """Diagnostics of one file, at most some of each code."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._kept: list[Diagnostic] = []
        self._counts: Counter[str] = Counter()
        self._last: dict[str, int] = {}
        """The index of the last one kept, by code."""
        self.extend(found)

    def append(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic, or count it where enough of its kind are kept."""
        code = diagnostic.code
        self._counts[code] += 1
        bound = REMARKS_OF_A_KIND if diagnostic.severity is Severity.INFO else PROBLEMS_OF_A_KIND
        if self._counts[code] <= bound:
            self._last[code] = len(self._kept)
            self._kept.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep or count several diagnostics."""
        for diagnostic in diagnostics:
            self.append(diagnostic)

    @property
    def has_errors(self) -> bool:
        """Return whether something was refused."""
        return has_errors(self._kept)

    def all(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics in the order of reading; the last of a kind says how many more there are."""
        kept = list(self._kept)
        for code, index in self._last.items():
            more = self._counts[code] - sum(found.code == code for found in kept)
            if more:
                note = f"and {more:,} more like this in the same file"
                kept[index] = replace(kept[index], notes=(*kept[index].notes, note))
        return tuple(kept)
