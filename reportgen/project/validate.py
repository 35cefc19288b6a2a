"""Plain data become values of the model; what the model refuses becomes diagnostics in our words, at their places.

Nothing of pydantic's wording, type names or addresses is shown.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec.structs import replace
from pydantic import ValidationError

from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose, nearest
from reportgen.limits import PROBLEMS_OF_A_VALUE, SHOWN_CHARACTERS
from reportgen.model.base import Model
from reportgen.model.report import ADDRESS_PATTERN
from reportgen.regex import regex

_M = TypeVar("_M", bound=Model)
_EXPECTED = {
    "string_type": ("text", "put it in quotation marks if it is text"),
    "int_type": ("a whole number", "write it with digits only (in YAML without quotation marks)"),
    "bool_type": ("true or false", "write true or false"),
    "date_type": ("a date", "write it as 2024-01-31 (in YAML without quotation marks)"),
    "tuple_type": ("a list", "write the items one a line, each after a hyphen, or in square brackets"),
    "dict_type": ("a group of fields", "write fields as “name: value”, one a line, below it"),
    "model_type": ("a group of fields", "write fields as “name: value”, one a line, below it"),
    "is_instance_of": ("a number", "write it with digits only"),
    "decimal_type": ("a number", "write it with digits only"),
}
_EXPECTED["list_type"] = _EXPECTED["tuple_type"]
_FORMS = {
    "^[a-z0-9]+(-": "lower-case letters and digits with single hyphens between them, such as supreme-court",
    "^[a-z][a-z0-9]*(-": "a letter, then lower-case letters and digits with single hyphens between, such as courts",
    "^[a-z][a-z0-9_]": "lower-case letters, digits and _ after a first letter, such as dv_cases",
    "^[A-Z0-9][A-Za": "a symbol such as CCPR/C/KAZ/3",
    "^[A-Z]{3}$": "three capital letters, such as KAZ",
    "^[^/\\\\:]+": "a Word file of the project, such as our-styles.docx or our-styles.dotx",
    "^[a-z]{2,3}$": "the code of a language, such as ru",
    "^([a-z]{1,2}|": "the letter of a sub-question, such as a, or all",
    "^RG": "the code of a question, such as RG323",
    "^[0-9a-f]{": "as reportgen wrote it",
    "^[0-9T:": "a date and time as Word writes them, such as 2024-03-01T10:15:00Z",
    f"^{ADDRESS_PATTERN}": "an e-mail address alone, such as reports@justice.example",
    "^\\S": "words on one line, without spaces before or after them",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "{} or more"),
    "less_than_equal": ("le", "{} or less"),
    "greater_than": ("gt", "more than {}"),
    "less_than": ("lt", "less than {}"),
}
_TEXT_TAGS = {"constrained-str", "str"}
"""What pydantic calls text where a group of fields may stand too."""
_QUOTED = regex(r"'([^']*)'")


def validate(model: type[_M], data: Any, places: Places) -> tuple[_M | None, list[Diagnostic]]:
    """Make a value of the model of plain data.

    Args:
        model: the type.
        data: plain data; lists for tuples, text for keys.
        places: where the data stand.

    Returns:
        The value, or None with the reasons.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        count = error.error_count()
        problems = error.errors(include_url=False)[:PROBLEMS_OF_A_VALUE]
    found: dict[tuple[Path, str], Diagnostic] = {}
    for problem in problems:
        if problem["type"] == "string_type" and isinstance(problem["input"], dict) and problem["loc"][-1] in _TEXT_TAGS:
            continue  # what is wrong with the group of fields itself is said apart
        if problem["type"] == "too_short" and len(problem["input"]) >= problem["ctx"]["min_length"]:
            continue  # pydantic counts the sound items of a list alone, and the others are named
        path = path_in(data, problem["loc"])
        code = "missing" if problem["type"] in {"missing", "extra_forbidden"} else ""
        found.setdefault((path, code and str(problem["loc"][-1])), _worded(problem, path, model, places))
    diagnostics = list(found.values())
    if count > PROBLEMS_OF_A_VALUE:
        note = f"and {count - PROBLEMS_OF_A_VALUE:,} problems more than are listed for this file"
        diagnostics[0] = replace(diagnostics[0], notes=(note,))
    return None, diagnostics


def _worded(problem: Any, path: Path, model: type[Model], places: Places) -> Diagnostic:
    """Return the diagnostic for one of pydantic's errors."""
    kind, place = problem["type"], places.find(path)
    field = "key" if problem["loc"][-1:] == ("[key]",) else _field_name(path)
    if kind == "extra_forbidden":
        known = [name for name in _fields_at(model, path[:-1]) if name != field]  # of a unit that is no currency
        return diagnose("RG201", place, field=field, nearest=nearest(field, known))
    if kind == "missing":
        where = Literal(f" in “{field}”") if path else ""
        return diagnose("RG202", place, field=str(problem["loc"][-1]), where=where)
    if kind in _EXPECTED:
        expected, action = map(Literal, _EXPECTED[kind])
        found = Literal(_value_in_words(problem["input"]))
        return diagnose("RG203", place, field=field, found=found, expected=expected, action=action)
    if kind == "literal_error":
        return _choice(problem, field, place)
    if kind == "string_pattern_mismatch":
        return _form(problem, field, place)
    return _bounded(problem, field, place)


def _bounded(problem: Any, field: str, place: Place | None) -> Diagnostic:
    """Return the diagnostic for a value of the right kind outside its bounds."""
    kind, context, value = problem["type"], problem.get("ctx") or {}, problem["input"]
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        bound = words.format(context[name])
        return diagnose("RG206", place, field=field, found=Literal(_value_in_words(value)), bound=bound)
    if kind == "string_too_long":
        return diagnose("RG205", place, field=field, length=f"{len(value):,}", limit=f"{context['max_length']:,}")
    if kind in {"string_too_short", "too_short"}:
        return diagnose("RG209", place, field=field)
    if kind == "name":
        return diagnose(
            "RG207", place, field=field, found=Literal(_value_in_words(value)), form=Literal(context["form"])
        )
    if kind == "form":
        return diagnose("RG211", place, field=field, reason=Literal(context["reason"]))
    if kind == "period":
        return diagnose("RG208", place, found=str(value), reason=Literal(context["reason"]))
    return diagnose("RG210", place, field=field, found=Literal(_value_in_words(value)))


def _choice(problem: Any, field: str, place: Place | None) -> Diagnostic:
    """Return the diagnostic for a word that is none of those allowed."""
    allowed = [f"“{word}”" for word in _QUOTED.findall(str((problem.get("ctx") or {}).get("expected")))]
    if problem["loc"][-1] == "word":  # a unit may also be a group of fields
        allowed += ["{one: person, other: persons}", "{currency: T}"]
    found = Literal(_value_in_words(problem["input"]))
    return diagnose("RG204", place, field=field, found=found, allowed=Literal(", ".join(allowed)))


def _form(problem: Any, field: str, place: Place | None) -> Diagnostic:
    """Return the diagnostic for a name that is not written in its form."""
    if not problem["input"].strip():
        return diagnose("RG209", place, field=field)
    pattern = str((problem.get("ctx") or {}).get("pattern"))
    form = next((words for start, words in _FORMS.items() if pattern.startswith(start)), "written in another form")
    found = Literal(_value_in_words(problem["input"]))
    return diagnose("RG207", place, field=field, found=found, form=Literal(form))


def path_in(data: Any, loc: tuple[str | int, ...]) -> Path:
    """Return the path of an error without what stands in no file: tags of unions, `[key]`."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _field_name(path: Path) -> str:
    """Return what a message calls the value at a path: its field, or for an item its number and its list."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, int):
        return f"{_field_name(path[:-1])}, item {last + 1}"
    return last


def _value_in_words(value: object) -> str:
    """Return a refused value in words: `the text “third”`, `the number 3`, `a list`."""
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return f"the number {value}"[:SHOWN_CHARACTERS]
        case str():
            return f"the text “{value if len(value) < SHOWN_CHARACTERS else value[: SHOWN_CHARACTERS - 1] + '…'}”"
        case dt.date():
            return f"the date {value.isoformat()}"
        case list() | tuple():
            return "a list"
        case dict():
            return "a group of fields"
        case _:
            return "something else"


def _fields_at(model: type[Model], path: Path) -> list[str]:
    """Return the names of the fields that may stand at a path below a model."""
    types: list[Any] = [model]
    for step in path:
        types = [inner for one in types for inner in _below(one, step)]
    return sorted({name for one in types for kind in _kinds(one) if _is_model(kind) for name in kind.model_fields})


def _below(annotation: Any, step: str | int) -> Iterator[Any]:
    """Yield the types that may stand one step below a type."""
    for kind in _kinds(annotation):
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is dict:
            yield arguments[1]
        elif origin in (tuple, list):
            yield arguments[0]
        elif _is_model(kind) and isinstance(step, str) and step in kind.model_fields:
            yield kind.model_fields[step].annotation


def _kinds(annotation: Any) -> Iterator[Any]:
    """Yield a type without its annotations; the members of a union one by one."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _kinds(member)
    elif annotation is not NoneType:
        yield annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)
