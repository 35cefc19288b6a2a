"""Define what templates see: plain frozen values, each documented where it stands.

A template's context holds `report`, `state`, `treaty`, `words` and `parts`; within the loops `part`, `theme`, `reply`
and `block`; and every indicator of the project under its key.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from markupsafe import Markup
from msgspec import Struct, convert

from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.pointers import POINTERS
from reportgen.compose.text_blocks import TextList
from reportgen.document.wording import say
from reportgen.languages.front import load_front
from reportgen.model import Merged, Settings
from reportgen.model.treaties import DocumentKind
from reportgen.sentences import Narrator, Subject

_NOTHING = Markup()

RESERVED = (
    frozenset({"report", "state", "treaty", "words", "parts", "part", "theme", "reply", "block", "annex", "loop"})
    | POINTERS.keys()
)
"""Names that templates use; no indicator may have one as its key."""


class BlockView(Struct, frozen=True):
    """One block of a reply."""

    kind: Literal["paragraph", "list", "quotation", "table"]
    """What it is."""
    key: str | None = None
    """A paragraph's stable key; none for other blocks."""
    text: Markup = _NOTHING
    """The text of a paragraph or a quotation, ready to print."""
    list: TextList | None = None
    """The list, for `list.html.j2`."""
    table: Markup = _NOTHING
    """A whole table, or a picture, ready to print."""


class ReplyView(Struct, frozen=True):
    """The reply to one issue."""

    number: int
    """The number of the issue in the Committee's list."""
    key: str
    """The key of its heading, such as `reply-14`."""
    question: str
    """The Committee's question, as `issues.yaml` has it."""
    articles: tuple[str, ...]
    """The articles of the treaty that the issue concerns."""
    agencies: tuple[str, ...]
    """The printed names of the agencies that answer, the lead first."""
    awaiting: bool
    """Whether no agency has replied yet."""
    heading: str
    """What stands over it: `Reply to the issues raised in paragraph 14`."""
    not_received: str
    """The sentence that stands in its place while it is awaited."""
    blocks: tuple[BlockView, ...]
    """What the agencies wrote, then the figures that no text refers to."""
    refer: Callable[..., Markup]
    """Not for templates: gives what `{{ reply(14) }}` prints, since `reply` is this value where replies are printed."""

    def __call__(self, *arguments: object, **named: object) -> Markup:
        """`{{ reply(14) }}`: a reference to another reply."""
        return self.refer(*arguments, **named)


class ThemeView(Struct, frozen=True):
    """Issues under one heading, or under none."""

    title: str | None
    """The heading, where there is one."""
    replies: tuple[ReplyView, ...]
    """The replies under it, in the order of the list of issues."""


class PartView(Struct, frozen=True):
    """A lettered part."""

    title: str
    """Its heading, without the letter, which numbering adds."""
    themes: tuple[ThemeView, ...]
    """Its themes, in the order of the list of issues."""


class StateView(Struct, frozen=True):
    """The State."""

    name: str
    """Its short name: `Kazakhstan`."""
    code: str
    """Its ISO 3166 alpha-3 code: `KAZ`."""
    in_text: str
    """Its name within a sentence: `the Russian Federation`."""


class TreatyView(Struct, frozen=True):
    """The treaty."""

    name: str
    """Its full name."""
    masthead: str
    """What the masthead names: the treaty, or for the Covenant on economic, social and cultural rights the Council."""
    short: str
    """How it is called after its first mention: `Covenant`."""
    committee: str
    """The Committee's name."""
    cited: str
    """The article under which States report: `article 40 of the Covenant`."""


class ReportView(Struct, frozen=True):
    """The document as a whole."""

    symbol: str
    """The symbol of the document."""
    document: DocumentKind
    """Which kind of document it is."""
    procedure: Literal["standard", "simplified", "optional"]
    """The reporting procedure."""
    cycle: int
    """The number of the report: 3 for the third."""
    combined_from: int | None
    """The first number, where several reports are combined."""
    due: int
    """The year in which the report is due."""
    submitted: dt.date | None
    """The date of submission."""
    received: dt.date | None
    """The date on which the secretariat received it."""
    original_language: str | None
    """The language of the submission, where it is not that of the document."""
    languages: tuple[str, ...]
    """The languages in which it is issued, where it is not issued in all."""
    session: str | None
    """The session's lines on the first page."""
    title: str | None
    """The title, where the usual formula does not fit."""
    title_notes: tuple[str, ...]
    """Notes to the title, marked `*`, `**`, …"""
    heading: str | None
    """The heading over all replies, where it is not the usual one."""
    list_of_issues: str | None
    """The symbol of the list of issues that is answered."""
    previous_report: str | None
    """The symbol of the report before this one."""
    reporting_years: tuple[int, ...]
    """The years for which the Committee asks figures."""


class IndicatorView(Struct, frozen=True):
    """An indicator under its key: filters are put on it, and conditions may ask it for plain numbers."""

    subject: Subject
    """Not for templates: what filters are put on."""
    key: str
    """Its key."""
    label: str | None
    """What is counted."""
    latest: Decimal | None
    """The value of the latest period."""
    values: dict[str, Decimal]
    """Values by period, in the order of time: `victims.values["2023"]`."""
    source: str | None
    """Where the figures come from."""
    write: Callable[[], Markup]
    """Not for templates: gives what `{{ victims }}` alone prints."""

    def __html__(self) -> Markup:
        """What `{{ victims }}` alone prints: the latest value."""
        return self.write()


def view_indicators(merged: Merged, narrator: Narrator, ledger: PhraseLedger) -> dict[str, IndicatorView]:
    """Return what templates see of every indicator, by its key; keys that templates need themselves are left out.

    Args:
        merged: the indicators.
        narrator: writes the value of one that a template prints.
        ledger: takes the phrase of such a value.
    """
    return {key: _view_indicator(key, merged, narrator, ledger) for key in merged.indicators if key not in RESERVED}


def _view_indicator(key: str, merged: Merged, narrator: Narrator, ledger: PhraseLedger) -> IndicatorView:
    indicator, subject = merged.indicators[key], narrator.subject(key)
    pairs = ((str(period), indicator.value(period)) for period in indicator.periods)
    values = {period: value for period, value in pairs if value is not None}
    latest = next(reversed(values.values()), None)

    def write() -> Markup:
        return ledger.put(narrator.value(subject), f"{{{{ {key} }}}}")

    return IndicatorView(subject, key, indicator.label, latest, values, indicator.source, write)


def view_report(settings: Settings, heading: str | None) -> dict[str, object]:
    """Return the parts of the context that come from `report.yaml`.

    Args:
        settings: what `report.yaml` says.
        heading: the heading over all replies, from `issues.yaml`.
    """
    state, treaty = settings.state, load_front(settings.language).treaties[settings.treaty]
    named = {**dict(settings), **dict(settings.dates), "heading": heading}
    return {
        "report": convert(named, ReportView),
        "state": StateView(state.name, state.code, state.in_text or state.name),
        "treaty": TreatyView(treaty.name, treaty.masthead, treaty.short, treaty.committee, say(treaty.cited)),
    }
