"""Run templates: the filters and functions that they call, the project's own ones read, one rendered, errors named.

A phrase filter in a template puts its phrase into the ledger, like a reference in an agency's text.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, meta
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from reportgen.compose.contexts import IndicatorView
from reportgen.compose.environment import SUFFIX, FolderLoader, TemplateUnreadableError, build_environment
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.pointers import POINTERS, PointerWriter
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest, word
from reportgen.regex import regex
from reportgen.sentences import FILTERS, Narrator, PhraseError, Subject

_OWN_REPLY = regex(r"replies/(\d{1,3})\.html\.j2")
"""The template that takes over the reply to an issue."""
_TEMPLATE_ERRORS = (TemplateError, TemplateUnreadableError, PhraseError, TypeError, ValueError, ArithmeticError,
                    LookupError, AttributeError, RecursionError)  # fmt: skip
"""What running a template can raise through a fault of its author."""

_UNDEFINED = regex(r"'(\w+)' is undefined")
_FILTER = regex(r"No (filter|test) named '(\w+)'")


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
    """Read all of the project's own templates: which indicators they use, and what is wrong with them."""
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


# ---- what a template's author did wrong -------------------------------------------------------------------------


def diagnose_template(
    error: Exception, known: Iterable[str] = (), file: str | None = None, filters: Iterable[str] = ()
) -> Diagnostic:
    """Return the diagnostic for an error met while a template was read or run.

    Args:
        error: what was raised.
        known: the names that the template could have used.
        file: the template, where the error does not name it.
        filters: the filters and tests that the template could have used.
    """
    place = _place(error, file)
    match error:
        case TemplateSyntaxError(message=message) if missing := _FILTER.search(message or ""):
            return diagnose("RG543", place, kind=missing[1], name=missing[2], known=nearest(missing[2], filters))
        case TemplateSyntaxError(message=message):
            return diagnose("RG507", place, reason=message or "it is not complete")
        case TemplateUnreadableError(reason=reason):
            return diagnose("RG507", Place(error.name), reason=reason)
        case TemplateNotFound():
            return diagnose("RG508", place, reason=f"there is no template {error.name}", known="")
        case UndefinedError():
            name = _UNDEFINED.search(str(error))
            hint = nearest(name[1], known) if name else ""
            return diagnose("RG508", place, reason=_reason(error), known=hint)
        case SecurityError():
            return diagnose("RG508", place, reason="it asks for something that templates may not touch", known="")
        case PhraseError(code=code, values=values):
            return word(code, values, place)
        case _:
            return diagnose("RG508", place, reason=_reason(error), known="")


def _reason(error: Exception) -> str:
    return str(error).split("\n", maxsplit=1)[0] or type(error).__name__


def _place(error: Exception, file: str | None) -> Place | None:
    """Return the template and line: told by a syntax error itself, else by the innermost template that was running."""
    if isinstance(error, TemplateSyntaxError):
        named = error.filename if error.filename and error.filename.endswith(SUFFIX) else file
        return Place(named, error.lineno) if named else None
    innermost, step = None, error.__traceback__
    while step is not None:
        running = step.tb_frame.f_code.co_filename
        innermost = Place(running, step.tb_lineno) if running.endswith(SUFFIX) else innermost
        step = step.tb_next
    return innermost
