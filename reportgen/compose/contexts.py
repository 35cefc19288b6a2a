"""What templates see: plain frozen values, each documented where it stands.

A template's context holds `report`, `state`, `treaty` and `parts`; within the loops `part`, `theme`, `reply` and
`block`; and every indicator of the project under its key.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from reportgen.compose.markdown import TextList
from reportgen.compose.pointers import POINTERS
from reportgen.model import Indicator, Period, Settings
from reportgen.narrative import Subject

_NOTHING = Markup()

RESERVED = (
    frozenset({"report", "state", "treaty", "parts", "part", "theme", "reply", "block", "annex", "loop"})
    | POINTERS.keys()
)
"""Names that templates use; no indicator may have one as its key."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of a reply."""

    kind: str
    """`paragraph`, `list`, `quotation` or `table`."""
    key: str | None = None
    """The paragraph's stable key."""
    text: Markup = _NOTHING
    """A paragraph's text, ready to print."""
    list: TextList | None = None
    table: Markup = _NOTHING
    """A whole table, ready to print."""


@dataclass(frozen=True, slots=True)
class ReplyView:
    """The reply to one issue."""

    number: int
    key: str
    question: str
    """The Committee's question."""
    articles: tuple[str, ...]
    agencies: tuple[str, ...]
    """The printed names of the agencies that answer, the lead first."""
    awaiting: bool
    """Whether no agency has replied yet."""
    blocks: tuple[BlockView, ...]
    """What the agencies wrote, then the figures that no text refers to."""
    refer: Callable[..., Markup]
    """Not for templates: gives what `{{ reply(14) }}` prints, since `reply` is this value where replies are printed."""

    def __call__(self, *arguments: object, **named: object) -> Markup:
        """`{{ reply(14) }}`: a reference to another reply."""
        return self.refer(*arguments, **named)


@dataclass(frozen=True, slots=True)
class ThemeView:
    """Issues under one heading, or under none."""

    title: str | None
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A lettered part."""

    title: str
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class StateView:
    """The State."""

    name: str
    code: str
    in_text: str
    """Its name within a sentence."""


@dataclass(frozen=True, slots=True)
class TreatyView:
    """The treaty."""

    name: str
    short: str
    committee: str
    cited: str
    """`article 40 of the Covenant`."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """The document as a whole."""

    symbol: str
    document: str
    procedure: str
    cycle: int
    combined_from: int | None
    due: int
    submitted: dt.date | None
    received: dt.date | None
    original_language: str
    languages: tuple[str, ...]
    session: str | None
    title: str | None
    title_notes: tuple[str, ...]
    heading: str | None
    list_of_issues: str | None
    previous_report: str | None
    reporting_years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator under its key: filters are put on it, and conditions may ask it for plain numbers."""

    subject: Subject
    key: str
    label: str | None
    latest: Decimal | None
    """The value of the latest period."""
    values: dict[str, Decimal]
    """Values by period, in the order of time: `victims.values["2023"]`."""
    source: str | None
    write: Callable[[], Markup]
    """Not for templates: gives what `{{ victims }}` alone prints."""

    def __html__(self) -> Markup:
        """What `{{ victims }}` alone prints: the latest value."""
        return self.write()


def view_indicator(key: str, indicator: Indicator, subject: Subject, write: Callable[[], Markup]) -> IndicatorView:
    """What templates see of an indicator."""
    values = {str(period): value for period, value in _valued(indicator)}
    latest = next(reversed(values.values()), None)
    return IndicatorView(subject, key, indicator.label, latest, values, indicator.source, write)


def _valued(indicator: Indicator) -> list[tuple[Period, Decimal]]:
    pairs = ((period, indicator.value(period)) for period in indicator.periods)
    return [(period, value) for period, value in pairs if value is not None]


def view_report(settings: Settings, heading: str | None) -> dict[str, object]:
    """The parts of the context that come from `report.yaml`."""
    state, treaty, dates = settings.state, settings.treaty_data, settings.dates
    return {
        "report": ReportView(
            symbol=settings.symbol,
            document=settings.document,
            procedure=settings.procedure,
            cycle=settings.cycle,
            combined_from=settings.combined_from,
            due=dates.due,
            submitted=dates.submitted,
            received=dates.received,
            original_language=settings.original_language,
            languages=settings.languages,
            session=settings.session,
            title=settings.title,
            title_notes=settings.title_notes,
            heading=heading,
            list_of_issues=settings.list_of_issues,
            previous_report=settings.previous_report,
            reporting_years=settings.reporting_years,
        ),
        "state": StateView(state.name, state.code, state.in_text or state.name),
        "treaty": TreatyView(treaty.name, treaty.short, treaty.committee, treaty.cited),
    }
