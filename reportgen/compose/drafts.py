"""Draft the documents: run the templates over the replies and read what they give as trees, not yet numbered."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.compose.abbreviations import gather_abbreviations, list_abbreviations
from reportgen.compose.annex import view_annex
from reportgen.compose.contexts import RESERVED, view_indicators, view_report
from reportgen.compose.front import write_words
from reportgen.compose.markup import MarkupReader
from reportgen.compose.replies import Replies
from reportgen.compose.semantic import TreeBuilder
from reportgen.compose.templates import render
from reportgen.compose.written import WrittenPlaces
from reportgen.diagnostics import Diagnostic, Path, Place, diagnose, word
from reportgen.document.tree import Document, Figure, FigureReference, Heading, Level, Role
from reportgen.document.walk import plain_text
from reportgen.languages.front import load_front
from reportgen.remembering import settle
from reportgen.sentences import Run, Source

_LISTED: Mapping[str, tuple[Level, ...]] = {
    "themes": (Level.PART, Level.THEME, Level.ANNEX),
    "replies": (Level.PART, Level.THEME, Level.REPLY, Level.ANNEX),
    "none": (),
}
"""The headings in the list of contents, by `layout.contents` of `report.yaml`."""
_BROKEN_TEMPLATE = frozenset({"RG507", "RG543"})
"""A template cannot be compiled: that it then cannot run needs no words of its own."""


class Draft(Struct, frozen=True):
    """A document before it is numbered."""

    document: Document
    places: Mapping[str, Place | None]
    """Where a template writes the block of each key."""


class Drafts(Struct, frozen=True):
    """The report and its annex before they are numbered."""

    replies: Replies
    report: Draft | None
    """None where the templates fail."""
    annex: Draft | None
    """The statistical annex, where it is a document of its own."""
    written: WrittenPlaces | None
    """Finds where the words of the report were written."""
    diagnostics: tuple[Diagnostic, ...]
    """The problems of the templates and of what they give."""


def draft_documents(replies: Replies) -> Drafts:
    """Run the templates and return the trees that they give.

    Args:
        replies: the replies with their phrases written.
    """
    report, merged, ledger = replies.report, replies.merged, replies.ledger
    problems = list(_reserved_keys(replies))
    annex = view_annex(report, merged, replies.narrator, ledger)
    context = {
        **view_report(report.settings, report.outline.title),
        **view_indicators(merged, replies.narrator, ledger),
        "words": write_words(report.settings, replies.narrator),
        "parts": replies.parts,
        "annex": annex,
    }
    drafted = _draft("report.html.j2", context, replies, problems)
    if drafted is None:
        return Drafts(replies, None, None, None, tuple(problems))
    written = WrittenPlaces(replies.texts.written, replies.places, drafted.places, replies.texts.keyless)
    problems += _replies_in_annexes(drafted)
    with_list, found = _with_abbreviations(drafted, written)
    problems += found
    is_apart = annex.place == "separate" and annex.themes
    titled = context | {"title": drafted.document.title}
    apart = _draft("annex-document.html.j2", titled, replies, problems) if is_apart else None
    return Drafts(replies, with_list, apart, written, tuple(problems))


def _reserved_keys(replies: Replies) -> Iterator[Diagnostic]:
    """Yield the indicators whose keys templates need for themselves."""
    for key in replies.merged.indicators:
        if key in RESERVED:
            yield diagnose("RG509", replies.places.find(replies.merged.homes[key]), key=key)


def _draft(template: str, context: Mapping[str, object], replies: Replies, problems: list[Diagnostic]) -> Draft | None:
    """Return what a template gives as a tree; None where it fails, which is added to the problems."""
    html = render(replies.templates, template, context)
    if isinstance(html, Diagnostic):
        if not any(problem.code in _BROKEN_TEMPLATE for problem in (*replies.diagnostics, *problems)):
            problems.append(html)
        return None
    settings, markup = replies.report.settings, MarkupReader()
    root, layout = markup.read(html), settings.layout

    def make_figure(run: Run, reference: FigureReference | None) -> Figure:
        return _figure(run, reference, replies)

    builder = TreeBuilder(replies.ledger, replies.narrator, make_figure, _LISTED[layout.contents], layout.abbreviations)
    builder.pictures = replies.pictures
    blocks = tuple(map(settle, builder.build(root)))
    problems += [*markup.diagnostics, *builder.diagnostics]
    titles = (plain_text(line.children).rstrip(", ") for line in builder.cover if line.role is Role.TITLE)
    front = load_front(settings.language, settings.treaty)
    document = Document(
        title=" ".join(titles) or settings.symbol,  # without the commas between the marks of notes
        symbol=settings.symbol,
        language=front.tag,
        cover=tuple(builder.cover),
        blocks=blocks,
        subject=front.treaties[settings.treaty].name,
        author=settings.state.name,
        words=front.wording,
    )
    return Draft(document, builder.places)


def _figure(run: Run, reference: FigureReference | None, replies: Replies) -> Figure:
    """Return a figure with the paths and places of the observations that it was made from."""
    root = replies.templates.loader.root
    paths = tuple(path for source in run.sources for path in _paths(source, replies))
    places = tuple(place.within(root) for path in paths if (place := replies.places.find(path)) is not None)
    periods = dict.fromkeys(str(period) for source in run.sources for period in source.periods)
    return Figure(
        run.text,
        run.sources[0].indicator,
        tuple(periods),
        paths,
        places,
        reference,
        is_change=any(source.is_change for source in run.sources),
        is_dated=all(source.is_dated for source in run.sources),
        value=run.value,
    )


def _paths(source: Source, replies: Replies) -> Iterator[Path]:
    """Yield the paths of the observations of a source; a former value stands in `previous/` or beside the new one."""
    merged = replies.merged
    for period in source.periods:
        where = (source.indicator, source.part, period)
        paths = merged.paths_of(where)
        if source.is_former:
            paths = (merged.former[where],) if where in merged.former else tuple((*path, "previous") for path in paths)
        yield from paths


def _replies_in_annexes(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the first reply that stands after the heading of an annex, and so within it, where words do not count."""
    annex: Heading | None = None
    for block in draft.document.blocks:
        if isinstance(block, Heading) and block.level is Level.ANNEX:
            annex = annex or block
        elif isinstance(block, Heading) and block.level is Level.REPLY and annex is not None:
            title, reply = plain_text(annex.children), plain_text(block.children)
            yield diagnose("RG535", draft.places.get(block.key or ""), annex=title, reply=reply)
            return


def _with_abbreviations(draft: Draft, written: WrittenPlaces) -> tuple[Draft, list[Diagnostic]]:
    """Return a draft with its list of abbreviations, and what is wrong with them, where it was written."""
    document = draft.document
    gathered = gather_abbreviations(document.blocks)
    found: list[Diagnostic] = []
    for problem in gathered.problems:
        stretch, span = gathered.stretches[problem.use.stretch], problem.use
        at = written.find(document.blocks, stretch.position, stretch.text, span.start, span.end)
        found.append(word(problem.code, problem.values, at))
    return Draft(list_abbreviations(document, gathered), draft.places), found
