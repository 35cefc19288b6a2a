"""Write the phrases of all replies: those that agencies' texts refer to, then the figures that no text refers to."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path as FilePath

from msgspec import Struct

from reportgen.compose.contexts import BlockView, PartView, ReplyView, ThemeView
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.pointers import PointerWriter
from reportgen.compose.reply_texts import TextReader, read_issue
from reportgen.compose.tables import parts_html, table_html
from reportgen.compose.templates import Templates, open_templates, read_own
from reportgen.diagnostics import Diagnostic, Places, diagnose, word
from reportgen.document.authorship import BlockOrigin
from reportgen.document.tree import REPLY_KEY
from reportgen.document.wording import say_asked
from reportgen.languages.front import load_front
from reportgen.model import Indicator, Issue, Merged, Report
from reportgen.model.asks import asked_breakdowns
from reportgen.model.list_order import in_list_order
from reportgen.model.pictures import PictureFile
from reportgen.remembering import Held, remembered
from reportgen.sentences import Narrator, Options, Phrase, PhraseError, TableSpec


class Replies(Struct, frozen=True):
    """The replies of a report with their phrases written, and what the next steps need of them."""

    report: Report
    merged: Merged
    places: Places
    narrator: Narrator
    ledger: PhraseLedger
    templates: Templates
    parts: tuple[PartView, ...]
    """The whole list of issues with its replies, as templates see it."""
    awaiting: tuple[int, ...]
    """The numbers of the issues without a reply, in the order of the list."""
    texts: TextReader
    """What was seen in agencies' texts."""
    diagnostics: tuple[Diagnostic, ...]
    pictures: Mapping[str, PictureFile | None] = {}
    """The pictures that texts name, by the names of their files; None: it cannot be printed."""


def write_replies(
    report: Report,
    merged: Merged,
    places: Places,
    templates: FilePath | None,
    pictures: Mapping[str, PictureFile | None] | None = None,
) -> Replies:
    """Write every phrase of the replies to a report's issues.

    Args:
        report: the valid report.
        merged: its indicators, of all submissions together.
        places: where the values of the report stood.
        templates: the folder `templates` of the project: an indicator that one of its templates prints is not printed
            again. None: the shipped templates alone.
        pictures: the pictures that texts name, by the names of their files.
    """
    settings, ledger = report.settings, PhraseLedger()
    narrator = _narrator(Held(merged.indicators), settings.language, has_fixed_spaces=settings.non_breaking_spaces)
    pointers = PointerWriter(report.outline.issues, narrator)
    opened = open_templates(templates, narrator, ledger, pointers)
    texts = TextReader(places, narrator, ledger, pointers)
    blocks = {issue.number: list(read_issue(issue, report, texts)) for issue in report.outline.issues}
    own = read_own(opened, merged.indicators)
    ledger.used |= own.used
    for number, keys in own.referred.items():
        texts.referred.setdefault(number, set()).update(keys)
    figures = _FigureWriter(merged, places, narrator, ledger, asked_breakdowns(report.outline, merged.indicators))
    by_issue: dict[int | None, list[str]] = {}
    for key in in_list_order(report, merged):
        by_issue.setdefault(merged.indicators[key].issue, []).append(key)
    for issue in report.outline.issues:
        generated, origins = figures.write(issue, by_issue.get(issue.number, ()), own.used)
        blocks[issue.number] += generated
        texts.origins.setdefault(issue.number, []).extend(origins)
    parts = tuple(_view_parts(report, blocks, pointers))
    awaiting = tuple(number for number, printed in blocks.items() if not printed)
    unprinted = _unprinted(report, merged, places, ledger)
    problems = (*own.diagnostics, *unprinted, *texts.diagnostics, *figures.diagnostics)
    return Replies(report, merged, places, narrator, ledger, opened, parts, awaiting, texts, problems, pictures or {})


@remembered(8)
def _narrator(indicators: Held[dict[str, Indicator]], language: str, *, has_fixed_spaces: bool) -> Narrator:
    return Narrator(indicators.value, language, Options(non_breaking_spaces=has_fixed_spaces))


def _unprinted(report: Report, merged: Merged, places: Places, ledger: PhraseLedger) -> Iterator[Diagnostic]:
    """Yield the indicators that belong to no issue and that nothing refers to, in a report without an annex."""
    for key, indicator in merged.indicators.items() if report.settings.annex == "none" else ():
        if indicator.issue is None and key not in ledger.used and indicator.report != "none":
            yield diagnose("RG520", places.find(merged.homes[key]), key=key)


# ---- what templates see -----------------------------------------------------------------------------------------


def _view_parts(
    report: Report, blocks: Mapping[int, Sequence[BlockView]], pointers: PointerWriter
) -> Iterator[PartView]:
    """Yield the parts of the list of issues with the blocks of each reply."""
    names, refer = report.agency_names, pointers.function("reply")
    front = load_front(report.settings.language, report.settings.treaty)

    def view_reply(issue: Issue) -> ReplyView:
        return ReplyView(
            number=issue.number,
            key=f"{REPLY_KEY}{issue.number}",
            question=issue.text,
            articles=issue.articles,
            agencies=tuple(names.get(code, code) for code in issue.agencies),
            awaiting=not blocks[issue.number],
            heading=say_asked(front.wording, front.reply, issue.number),
            not_received=say_asked(front.wording, front.not_received, issue.number),
            blocks=tuple(blocks[issue.number]),
            refer=refer,
        )

    for part in report.outline.parts:
        themes = (ThemeView(theme.title, tuple(map(view_reply, theme.issues))) for theme in part.themes)
        yield PartView(part.title, tuple(themes))


# ---- figures that no text refers to -----------------------------------------------------------------------------


class _FigureWriter(Struct, dict=True):
    """Writes paragraphs and tables of indicators that nothing refers to; collects what keeps one from being written."""

    merged: Merged
    places: Places
    narrator: Narrator
    ledger: PhraseLedger
    breakdowns: Mapping[str, Sequence[str]]
    """What the issues want indicators to be divided by, by key."""
    diagnostics: list[Diagnostic] = []

    def write(
        self, issue: Issue, indicators: Sequence[str], templated: Container[str]
    ) -> tuple[list[BlockView], list[BlockOrigin]]:
        """Return the paragraphs and tables of an issue's indicators, and where each came from.

        Args:
            issue: the issue.
            indicators: the keys of its indicators; of those in texts, only breakdowns asked for that no text gives.
            templated: the keys that the project's own templates print as they wish.
        """
        merged, blocks, origins = self.merged, list[BlockView](), list[BlockOrigin]()
        told = [key for key in indicators if merged.indicators[key].report != "none"]
        unused = [key for key in told if key not in self.ledger.used]
        used = [key for key in told if key in self.ledger.used and key not in templated]
        specs = [(unused[0], spec) for spec in self._reported(unused)]
        specs += [(key, spec) for key in used for spec in self._broken_down(key)]
        for number, (key, spec) in enumerate(specs, start=1):
            if isinstance(spec, TableSpec):
                name = f"table-{issue.number}-{number}"
                blocks.append(BlockView("table", name, table=table_html(spec, name, self.ledger)))
            else:
                blocks.append(BlockView("paragraph", f"figures-{issue.number}-{number}", parts_html(spec, self.ledger)))
            place = self.places.find(merged.homes[key])
            origins.append(BlockOrigin(blocks[-1].key, merged.owners[key], place, is_generated=True))
        return blocks, origins

    @cached_property
    def _parts_given(self) -> dict[str, set[int]]:
        """The parts that some text gives, by indicator; all texts are read before the first figures are written."""
        phrases = (phrase for phrase, reference in self.ledger.entries if reference is not None)
        given: dict[str, set[int]] = {}
        for source in (source for phrase in phrases for source in phrase.sources):
            if source.part is not None:
                given.setdefault(source.indicator, set()).add(source.part)
        return given

    def _broken_down(self, key: str) -> Sequence[TableSpec | Sequence[str | Phrase]]:
        """Return the breakdowns of an indicator that an issue asks for, and of which no text gives a part."""
        if key not in self.breakdowns:
            return ()
        return self.narrator.report_parts(key, self.breakdowns[key], self._parts_given.get(key, ()))

    def _reported(self, keys: Sequence[str]) -> Sequence[TableSpec | Sequence[str | Phrase]]:
        """Return what the narrator makes of indicators; one that it cannot write is reported at its place."""
        try:
            return _report(Held(self.narrator), tuple(keys)) if keys else ()
        except PhraseError as error:
            key = str(error.values.get("key", keys[0]))
            place = self.places.find(self.merged.homes.get(key, ()))
            self.diagnostics.append(word(error.code, error.values, place))
            rest = [other for other in keys if other != key]
            return self._reported(rest) if len(rest) < len(keys) else ()


@remembered(1_000)
def _report(narrator: Held[Narrator], keys: tuple[str, ...]) -> Sequence[TableSpec | Sequence[str | Phrase]]:
    """Return what the narrator makes of indicators.

    Raises:
        PhraseError: where it cannot write one of them.
    """
    return narrator.value.report(keys)
