"""Name what a template's author did wrong, at its template and line."""

from collections.abc import Iterable
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplatesNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from reportgen.compose.environment import SUFFIX, TemplateUnreadableError
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest, word
from reportgen.regex import regex
from reportgen.sentences import PhraseError

_UNDEFINED = regex(r"'(\w+)' is undefined")
_FILTER = regex(r"No (filter|test) named '(\w+)'")


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
        case TemplatesNotFound() | TemplateNotFound():
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
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    running = [(file, line) for file, line in frames if file.endswith(SUFFIX)]
    return Place(*running[-1]) if running else None
