"""Show templates the statistical annex: every indicator of the report in tables, theme by theme.

Every indicator is there, whatever `report:` says, for that is about the text alone; one of which no figure was ever
asked or given is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.tables import table_html
from reportgen.model import Merged, Report
from reportgen.model.list_order import in_list_order
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


def view_annex(report: Report, merged: Merged, narrator: Narrator, ledger: PhraseLedger) -> AnnexView:
    """Return the annex; without a theme where the report is to have none.

    Args:
        report: the report.
        merged: its indicators.
        narrator: makes the tables.
        ledger: takes their phrases.
    """
    place, years, numbers = report.settings.annex, report.periods_asked(), count(1)
    themes: list[AnnexTheme] = []
    suppliers = _suppliers(report, merged)
    for title, keys in _themes(report, merged, narrator.others) if place != "none" else ():
        sources = [(key, narrator.semicolon.join(_sources(key, suppliers[key], report, merged))) for key in keys]
        specs = narrator.annex(title, sources, years)
        if tables := tuple(table_html(spec, f"annex-table-{next(numbers)}", ledger) for spec in specs):
            themes.append(AnnexTheme(title, tables))
    return AnnexView(place, tuple(themes))


def _themes(report: Report, merged: Merged, others: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each title with the keys of its indicators, both in the order of the list of issues.

    `others` is the title for figures that belong to no issue.
    """
    titles: dict[int, tuple[int, str]] = {}
    for number, part in enumerate(report.outline.parts):
        for theme in part.themes:
            titles |= {issue.number: (number, theme.title or part.title) for issue in theme.issues}
    grouped: dict[tuple[int, str] | None, list[str]] = {}
    for key in in_list_order(report, merged):
        grouped.setdefault(titles.get(merged.indicators[key].issue or 0), []).append(key)
    for title, keys in grouped.items():
        yield title[1] if title else others, keys


def _suppliers(report: Report, merged: Merged) -> Mapping[str, set[str]]:
    """Return the codes of the agencies that give figures of each indicator, also of those that give the same."""
    given: dict[str, set[str]] = defaultdict(set)
    for submission in report.submissions:
        for key, indicator in submission.indicators.items():
            if any(series.figures for _, series in indicator.all_series):
                given[key].add(submission.agency)
    return {key: {code} for key, code in merged.owners.items()} | given


def _sources(key: str, suppliers: Collection[str], report: Report, merged: Merged) -> list[str]:
    """Return the agencies that supplied an indicator, as agencies.yaml orders them, and where its figures come from."""
    agencies = [name for code, name in report.agency_names.items() if code in suppliers]
    agencies += sorted(set(suppliers) - report.agency_names.keys())
    source = merged.indicators[key].source
    return [*agencies, source] if source and source not in agencies else agencies
