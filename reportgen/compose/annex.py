"""The statistical annex as templates see it: every indicator of the report in tables, theme by theme.

In come the report and its merged indicators; out come views with ready tables. Every indicator is there, whatever
`report:` says, for that is about the text alone; one of which no figure was ever asked or given is left out.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from reportgen.compose.ledger import Ledger
from reportgen.compose.tables import table_html
from reportgen.model import Merged, Report
from reportgen.sentences import Narrator


class AnnexTheme(Struct, frozen=True):
    """The tables under one heading."""

    title: str
    """The theme; the part for issues without a theme; words of the language for figures that belong to no issue."""
    tables: tuple[Markup, ...]
    """Whole tables, ready to print."""


class AnnexView(Struct, frozen=True):
    """The statistical annex."""

    place: Literal["included", "separate", "none"]
    """Where it stands, as `annex:` in `report.yaml` says."""
    themes: tuple[AnnexTheme, ...]
    """Its headings with their tables; none where there is no annex."""


class AnnexReader(Struct, frozen=True):
    """Makes the annex of a report."""

    report: Report
    merged: Merged
    narrator: Narrator
    ledger: Ledger

    def view(self) -> AnnexView:
        """The annex; without a theme where the report is to have none."""
        place = self.report.settings.annex
        if place == "none":
            return AnnexView(place, ())
        number = 0
        themes = []
        for title, keys in self._themes():
            specs = self.narrator.annex(title, self._sourced(keys), self.report.reporting_periods())
            tables = []
            for spec in specs:
                number += 1
                tables.append(table_html(spec, f"annex-table-{number}", self.ledger))
            if tables:
                themes.append(AnnexTheme(title, tuple(tables)))
        return AnnexView(place, tuple(themes))

    def _themes(self) -> Iterator[tuple[str, list[str]]]:
        """The keys of all indicators by the title that they stand under, in the order of the list of issues."""
        titles: dict[int, tuple[int, str]] = {}
        for place, part in enumerate(self.report.outline.parts):
            for theme in part.themes:
                titles |= {issue.number: (place, theme.title or part.title) for issue in theme.issues}
        grouped: dict[tuple[int, str] | None, list[str]] = {titles[number]: [] for number in titles}
        grouped[None] = []
        for key, indicator in self.merged.indicators.items():
            grouped[titles.get(indicator.issue) if indicator.issue is not None else None].append(key)
        for where, keys in grouped.items():
            if keys:
                yield (where[1] if where else self.narrator.others, self._by_issue(keys))

    def _by_issue(self, keys: Sequence[str]) -> list[str]:
        """Keys in the order of the list of issues; those of one issue as the agencies gave them."""
        order = {issue.number: place for place, issue in enumerate(self.report.outline.issues)}
        return sorted(keys, key=lambda key: order.get(self.merged.indicators[key].issue or 0, len(order)))

    def _sourced(self, keys: Sequence[str]) -> list[tuple[str, str]]:
        """Each key with the agency that reports it, and where its figures come from."""
        return [(key, self._source(key)) for key in keys]

    def _source(self, key: str) -> str:
        code, source = self.merged.owners[key], self.merged.indicators[key].source
        agency = self.report.agency_names.get(code, code)
        return f"{agency}; {source}" if source and source != agency else agency
