"""The run of compose: replies are read, templates run, their HTML made a tree, and the tree numbered.

In come the Report, its merged indicators and the places of its values; out comes a numbered tree and every problem
that was met on the way. Nothing is written, and no file but templates is read.
"""

from collections.abc import Callable, Mapping
from pathlib import Path as FilePath

from jinja2 import TemplateError, TemplateSyntaxError, meta
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from reportgen.compose.abbreviations import gather_abbreviations, list_abbreviations
from reportgen.compose.annex import AnnexReader
from reportgen.compose.begun import begin_sentences
from reportgen.compose.cited import check_citations
from reportgen.compose.contexts import RESERVED, IndicatorView, PartView, view_indicator, view_report
from reportgen.compose.environment import FolderLoader, TemplateUnreadableError, build_environment
from reportgen.compose.ledger import Ledger
from reportgen.compose.markup import MarkupReader
from reportgen.compose.pointers import POINTERS, PointerWriter
from reportgen.compose.replies import ReplyReader
from reportgen.compose.semantic import TreeBuilder
from reportgen.compose.structure import check_annexes
from reportgen.compose.template_errors import diagnose_template
from reportgen.compose.written import WrittenPlaces
from reportgen.diagnostics import Diagnostic, Path, Place, Places, Severity, diagnose, nearest, word
from reportgen.document.authorship import Origin
from reportgen.document.numbering import DuplicateKeysError, UnknownTargetsError, number_document
from reportgen.document.tree import Document, Figure, FigureReference, Inlines, Level, Role
from reportgen.document.walk import plain_text
from reportgen.limits import SUGGESTIONS
from reportgen.model import Merged, Report
from reportgen.model.merge import Where
from reportgen.regex import regex
from reportgen.sentences import FILTERS, Narrator, Options, PhraseError, Run, Source, Subject

_LANGUAGE_TAGS = {"en": "en-GB"}
_LISTED: Mapping[str, tuple[Level, ...]] = {
    "themes": (Level.PART, Level.THEME, Level.ANNEX),
    "replies": (Level.PART, Level.THEME, Level.REPLY, Level.ANNEX),
    "none": (),
}
"""The headings in the list of contents, by `layout.contents` of `report.yaml`."""
_REPORT = "report.html.j2"
"""The template of the whole report."""
_OWN_REPLY = regex(r"replies/(\d{1,3})\.html\.j2")
"""The template that takes over the reply to an issue."""
_TEMPLATE_ERRORS = (TemplateError, SecurityError, TemplateUnreadableError, PhraseError, TypeError, ValueError,
                    ArithmeticError, LookupError, AttributeError, RecursionError)  # fmt: skip
"""What running a template can raise through a fault of its author."""


class Composed(Struct, frozen=True):
    """What compose gives."""

    document: Document | None
    """None where an error stands in the way."""
    tree: Document | None
    """The document also where an error stands in the way, for checks to read; None where the templates fail."""
    diagnostics: tuple[Diagnostic, ...]
    awaiting: tuple[int, ...]
    """The numbers of the issues without a reply."""
    templates: Mapping[str, bytes]
    """The project's own templates that were used, by path."""
    referred: Mapping[int, frozenset[str]]
    """The indicators that the texts of each issue, and its own template, refer to, by the issue's number."""
    annex: Document | None = None
    """The statistical annex, where it is a document of its own."""
    origins: Mapping[int, tuple[Origin, ...]] = {}
    """Where the blocks of the reply to each issue came from, in the order of reading."""
    shipped: Mapping[str, bytes] = {}
    """The shipped templates that were used, by path."""
    written: WrittenPlaces | None = None
    """Finds where the words of the document were written."""


def compose(report: Report, merged: Merged, places: Places, templates: FilePath | None) -> Composed:
    """The numbered document of a report.

    Args:
        report: the valid report.
        merged: its indicators, of all submissions together.
        places: where the values of the report stood.
        templates: the folder `templates` of the project, which may hold its own; places in the tree are named from the
            project's folder on. None: shipped templates alone.
    """
    return _Run(report, merged, places, templates).compose()


class _Run:
    """One run of compose: the parts that its steps share."""

    def __init__(self, report: Report, merged: Merged, places: Places, templates: FilePath | None) -> None:
        self.report, self.merged, self.places = report, merged, places
        self.root = templates.parent if templates else FilePath()
        settings = report.settings
        options = Options(non_breaking_spaces=settings.non_breaking_spaces)
        self.narrator = Narrator(merged.indicators, settings.language, options)
        self.ledger = Ledger()
        self.reader = ReplyReader(report, merged, places, self.narrator, self.ledger)
        self.loader = FolderLoader(templates)
        self.diagnostics: list[Diagnostic] = []
        self.written: WrittenPlaces | None = None

    def compose(self) -> Composed:
        environment = build_environment(self.loader, self._filters(), self._functions())
        self.diagnostics += self._reserved_keys()
        self.reader.read_texts()
        self._parse_own_templates(environment)
        parts = self.reader.parts()
        self.diagnostics += self.reader.unprinted()
        document, annex = self._documents(environment, parts)
        diagnostics = [*self.diagnostics, *self.reader.diagnostics]
        failed = any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
        referred = {number: frozenset(keys) for number, keys in self.reader.referred.items()}
        return Composed(
            None if failed else document,
            document,
            tuple(diagnostics),
            self.reader.awaiting(),
            dict(self.loader.read),
            referred,
            None if failed else annex,
            {number: tuple(origins) for number, origins in self.reader.origins.items()},
            dict(self.loader.read_shipped),
            self.written,
        )

    # ---- templates --------------------------------------------------------------------------------------------

    def _filters(self) -> dict[str, Callable[..., object]]:
        """The phrase filters, and the few that first pages need."""
        return {
            **{name: self._filter(name) for name in FILTERS},
            "ordinal": self.narrator.ordinal,
            "date": self.narrator.date,
            "listed": self.narrator.listed,
        }

    def _functions(self) -> dict[str, object]:
        """`paragraph('fund')` and its like."""
        writer = PointerWriter(self.report.outline.issues, self.narrator)
        return {name: writer.function(name) for name in POINTERS}

    def _filter(self, name: str) -> Callable[..., object]:
        def apply(subject: object, *arguments: object, **named: object) -> Markup:
            given, values = _subject(subject), [_subject(argument) for argument in arguments]
            phrase = self.narrator.apply(name, given, values, {key: _subject(value) for key, value in named.items()})
            key = given.key if isinstance(given, Subject) else ""
            return self.ledger.put(phrase, f"{{{{ {key} | {name} }}}}")

        return apply

    def _parse_own_templates(self, environment: ImmutableSandboxedEnvironment) -> None:
        """Read all of the project's own templates: what is wrong with them, and which indicators they use."""
        for name in self.loader.list_own():
            file = name
            try:
                source, file, _ = self.loader.get_source(environment, name)
                names = meta.find_undeclared_variables(environment.parse(source, name, file))
            except (TemplateSyntaxError, TemplateUnreadableError) as error:
                self.diagnostics.append(diagnose_template(error, file=file, filters=environment.filters))
            else:
                used = names & self.merged.indicators.keys()
                self.ledger.used.update(used)
                if issue := _OWN_REPLY.fullmatch(name):
                    self.reader.referred.setdefault(int(issue[1]), set()).update(used)

    def _documents(
        self, environment: ImmutableSandboxedEnvironment, parts: tuple[PartView, ...]
    ) -> tuple[Document | None, Document | None]:
        """The numbered report, and its annex where that is a document of its own; None where the templates fail."""
        annex = AnnexReader(self.report, self.merged, self.narrator, self.ledger).view()
        own = {"parts": parts, "annex": annex}
        context = view_report(self.report.settings, self.report.outline.title) | self._views() | own
        report = self._document(environment, _REPORT, context)
        if report is None or annex.place != "separate" or not annex.themes:
            return report, None
        return report, self._document(environment, "annex-document.html.j2", context | {"title": report.title})

    def _document(
        self, environment: ImmutableSandboxedEnvironment, template: str, context: Mapping[str, object]
    ) -> Document | None:
        """The numbered document of a template, or None where it fails."""
        try:
            html = environment.get_template(template).render(context)
        except _TEMPLATE_ERRORS as error:
            if not any(diagnostic.code in {"RG507", "RG543"} for diagnostic in self.diagnostics):
                self.diagnostics.append(diagnose_template(error, context.keys()))
            return None
        markup = MarkupReader()
        root = markup.read(html)
        layout = self.report.settings.layout
        listed, lists_abbreviations = _LISTED[layout.contents], layout.abbreviations
        builder = TreeBuilder(self.ledger, self.narrator, self._figure, listed, lists_abbreviations)
        blocks = builder.build(root)
        self.diagnostics += [*markup.diagnostics, *builder.diagnostics]
        settings = self.report.settings
        titles = [_without_marks(line.children) for line in builder.cover if line.role is Role.TITLE]
        document = Document(
            title=" ".join(titles) or settings.symbol,
            symbol=settings.symbol,
            language=_LANGUAGE_TAGS[settings.language],
            cover=tuple(builder.cover),
            blocks=tuple(blocks),
            subject=settings.treaty_data.name,
            author=settings.state.name,
        )
        if template == _REPORT:
            self.written = WrittenPlaces(self.reader.written, self.places, builder.places)
            self.diagnostics += check_annexes(document, builder.places)
            document = self._with_abbreviations(document, self.written)
        return self._numbered(document, builder.places)

    def _views(self) -> dict[str, IndicatorView]:
        return {
            key: view_indicator(key, indicator, subject := self.narrator.subject(key), self._writer(subject))
            for key, indicator in self.merged.indicators.items()
            if key not in RESERVED
        }

    def _writer(self, subject: Subject) -> Callable[[], Markup]:
        return lambda: self.ledger.put(self.narrator.value(subject), f"{{{{ {subject.key} }}}}")

    def _reserved_keys(self) -> list[Diagnostic]:
        """An indicator whose key templates need for themselves."""
        return [
            diagnose("RG509", self.places.find(self.merged.homes[key]), key=key)
            for key in self.merged.indicators
            if key in RESERVED
        ]

    # ---- the tree ---------------------------------------------------------------------------------------------

    def _figure(self, run: Run, reference: FigureReference | None) -> Figure:
        """A realised figure with the paths and places of the observations that it was made from."""
        paths = tuple(path for source in run.sources for path in self._paths(source))
        places = tuple(place.within(self.root) for path in paths if (place := self.places.find(path)) is not None)
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
        )

    def _paths(self, source: Source) -> list[Path]:
        wheres = [(source.indicator, source.part, period) for period in source.periods]
        if source.is_former:
            found = [self.merged.former.get(where) or self._own_previous(where) for where in wheres]
        else:
            found = [self.merged.paths.get(where) for where in wheres]
        return [path for path in found if path is not None]

    def _own_previous(self, where: Where) -> Path | None:
        """The path of a former value that the agency's own file names."""
        path = self.merged.paths.get(where)
        return None if path is None else (*path, "previous")

    def _with_abbreviations(self, document: Document, written: WrittenPlaces) -> Document:
        """The document with its list of abbreviations; what is wrong with them is named where it was written."""
        gathered = gather_abbreviations(document.blocks)
        for finding in gathered.findings:
            stretch = gathered.stretches[finding.spot.stretch]
            at = written.find(document.blocks, stretch.position, stretch.text, finding.spot.start, finding.spot.end)
            self.diagnostics.append(word(finding.code, finding.values, at))
        return list_abbreviations(document, gathered)

    def _numbered(self, document: Document, places: Mapping[str, Place | None]) -> Document:
        """The document with its numbers; references to nothing and doubled keys are named."""
        where = {**places, **self.reader.block_places}
        try:
            numbered = begin_sentences(number_document(document))
        except DuplicateKeysError as error:
            self.diagnostics += [diagnose("RG506", where.get(key), key=key) for key in error.keys]
        except UnknownTargetsError as error:
            for target in error.targets:
                known, askers = nearest(target, error.known), self._askers(target, places)
                notes = self._awaited()
                self.diagnostics += [diagnose("RG505", at, notes=notes, key=target, known=known) for at in askers]
        else:
            self.diagnostics += check_citations(numbered, self.reader.pointers, lambda key: self._askers(key, places))
            return numbered
        return document

    def _awaited(self) -> tuple[str, ...]:
        """What is said of a key that may come with a reply that is still awaited."""
        awaited = self.reader.awaiting()
        if not awaited:
            return ()
        some = (
            ("issue " if len(awaited) == 1 else "issues ")
            + ", ".join(map(str, awaited[:SUGGESTIONS]))
            + (", …" if len(awaited) > SUGGESTIONS else "")
        )
        write = f"until it comes, write {{{{ reply({awaited[0]}) }}}}"
        return (f"the key may come with a reply that is awaited ({some}); {write}",)

    def _askers(self, target: str, places: Mapping[str, Place | None]) -> list[Place | None]:
        """Where a block is referred to: every place in agencies' texts, else the first in the templates."""
        return [at for _, at in self.reader.pointers.get(target, ())] or [places.get(target)]


def _without_marks(title: Inlines) -> str:
    """A title as plain text, without its notes and the commas between their marks."""
    return plain_text(title).rstrip(", ")


def _subject(value: object) -> object:
    """An indicator's subject in place of its view; lists with theirs."""
    if isinstance(value, IndicatorView):
        return value.subject
    if isinstance(value, list | tuple):
        return [_subject(item) for item in value]
    return value
