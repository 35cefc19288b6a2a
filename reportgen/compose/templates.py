"""Run templates: the filters and functions that they call, the project's own ones read, one rendered.

A phrase filter in a template puts its phrase into the ledger, like a reference in an agency's text.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from reportgen.compose.contexts import IndicatorView
from reportgen.compose.environment import FolderLoader, TemplateUnreadableError, build_environment
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.pointers import POINTERS, PointerWriter
from reportgen.compose.template_errors import diagnose_template
from reportgen.diagnostics import Diagnostic
from reportgen.regex import regex
from reportgen.sentences import FILTERS, Narrator, PhraseError, Subject

_OWN_REPLY = regex(r"replies/(\d{1,3})\.html\.j2")
"""The template that takes over the reply to an issue."""
_TEMPLATE_ERRORS = (TemplateError, TemplateUnreadableError, PhraseError, TypeError, ValueError, ArithmeticError,
                    LookupError, AttributeError, RecursionError)  # fmt: skip
"""What running a template can raise through a fault of its author."""


class Templates(Struct, frozen=True):
    """The project's templates and the shipped ones, ready to run."""

    environment: ImmutableSandboxedEnvironment
    loader: FolderLoader
    """Remembers which files were read."""


class OwnTemplates(Struct):
    """What was seen in the project's own templates before any of them ran."""

    used: set[str] = set()
    """The keys of the indicators that they use."""
    referred: dict[int, set[str]] = {}
    """Those that the template of a reply uses, by the number of its issue."""
    diagnostics: list[Diagnostic] = []


def open_templates(folder: Path | None, narrator: Narrator, ledger: PhraseLedger, pointers: PointerWriter) -> Templates:
    """Return the templates with the filters and functions that write phrases and references.

    Args:
        folder: `templates` of the project; None: the shipped templates alone.
        narrator: makes phrases.
        ledger: takes them.
        pointers: writes references to blocks.
    """
    loader = FolderLoader(folder)
    filters: dict[str, Callable[..., object]] = {name: _phrase_filter(name, narrator, ledger) for name in FILTERS}
    filters |= {"ordinal": narrator.ordinal, "date": narrator.date, "listed": narrator.listed}
    functions = {name: pointers.function(name) for name in POINTERS}
    return Templates(build_environment(loader, filters, functions), loader)


def _phrase_filter(name: str, narrator: Narrator, ledger: PhraseLedger) -> Callable[..., Markup]:
    def apply(subject: object, *arguments: object, **named: object) -> Markup:
        counted, values = _subject(subject), [_subject(argument) for argument in arguments]
        phrase = narrator.apply(name, counted, values, {key: _subject(value) for key, value in named.items()})
        key = counted.key if isinstance(counted, Subject) else ""
        return ledger.put(phrase, f"{{{{ {key} | {name} }}}}")

    return apply


def _subject(value: object) -> object:
    """Return an indicator's subject in place of its view; lists with theirs."""
    if isinstance(value, IndicatorView):
        return value.subject
    if isinstance(value, list | tuple):
        return [_subject(item) for item in value]
    return value


def read_own(templates: Templates, indicators: Mapping[str, object]) -> OwnTemplates:
    """Read all of the project's own templates: which indicators they use, and what is wrong with them.

    Args:
        templates: the templates.
        indicators: the indicators of the project by their keys.
    """
    environment, own = templates.environment, OwnTemplates()
    for name in templates.loader.list_own():
        file = name
        try:
            source, file, _ = templates.loader.get_source(environment, name)
            names = meta.find_undeclared_variables(environment.parse(source, name, file))
        except (TemplateSyntaxError, TemplateUnreadableError) as error:
            own.diagnostics.append(diagnose_template(error, file=file, filters=environment.filters))
        else:
            used = names & indicators.keys()
            own.used |= used
            if issue := _OWN_REPLY.fullmatch(name):
                own.referred.setdefault(int(issue[1]), set()).update(used)
    return own


def render(templates: Templates, name: str, context: Mapping[str, object]) -> str | Diagnostic:
    """Return the semantic HTML of a template, or what its author did wrong.

    Args:
        templates: the templates.
        name: of the template to run.
        context: what it sees.
    """
    try:
        return templates.environment.get_template(name).render(context)
    except _TEMPLATE_ERRORS as error:
        return diagnose_template(error, context.keys())
