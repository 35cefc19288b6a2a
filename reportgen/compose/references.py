"""Find the references in agencies' text, read them with Jinja's own parser, and work them out.

A text is split into segments: plain text, expressions that hold nothing but names, literals and filters, and pointers
to other blocks. Agencies' text is data, never code: nothing here is ever compiled or run as a template.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct

from reportgen.compose.pointers import POINTERS, Pointer, read_pointer
from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose, nearest, word
from reportgen.limits import REFERENCE_CHARACTERS
from reportgen.model.references import REFERENCES
from reportgen.regex import regex
from reportgen.remembering import Held, remembered
from reportgen.sentences import FILTERS, Narrator, Phrase, PhraseError

Argument: TypeAlias = "str | int | Decimal | bool | list[Argument] | Name | None"


class Name(Struct, frozen=True):
    """The key of an indicator."""

    key: str


class Call(Struct, frozen=True):
    """A filter put on what stands before it."""

    name: str
    arguments: tuple[Argument, ...]
    named: tuple[tuple[str, Argument], ...]


class Expression(Struct, frozen=True):
    """`{{ victims | compared(unit=True) }}`: an indicator and the filters put on it, in order."""

    subject: Name
    filters: tuple[Call, ...]


class Segment(Struct, frozen=True):
    """A stretch of a text: plain, or a reference, or a reference that could not be read (`problem`)."""

    offset: int
    """Where it begins in the text, counted from 0."""
    text: str
    meaning: Expression | Pointer | None = None
    problem: Diagnostic | None = None


_OPENINGS = regex(r"\{\{|\{%|\{#")
_CLOSINGS = {"{%": "%}", "{#": "#}"}
_FIELD = regex(r"\{(\w+)\}")
_PARSER = Environment(autoescape=True)


@remembered(10_000)
def split_references(text: str) -> tuple[Segment, ...]:
    """Return the segments of a text in order: plain text, references, and what looks like one and is none."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[Segment]:
    end = 0
    last = {opening: text.rfind(closing) for opening, closing in _CLOSINGS.items()}
    while opening := _OPENINGS.search(text, end):
        if opening.start() > end:
            yield Segment(end, text[end : opening.start()])
        segment = _read_segment(text, opening.start(), last)
        yield segment
        end = segment.offset + len(segment.text)
    if end < len(text):
        yield Segment(end, text[end:])


def _read_segment(text: str, start: int, last: Mapping[str, int]) -> Segment:
    """Return the segment that begins with an opening mark.

    Args:
        text: the whole text.
        start: where the mark stands.
        last: where the last closing mark of each kind of statement stands, so that no search for one is in vain.
    """
    if not text.startswith("{{", start):
        mark = text[start : start + 2]
        is_closed = start + 2 <= last[mark]
        source = text[start : text.index(_CLOSINGS[mark], start + 2) + 2] if is_closed else mark
        return Segment(start, source, problem=diagnose("RG503", text=source))
    match = REFERENCES.match(text, start)
    if match is None:
        return Segment(start, "{{", problem=diagnose("RG504", text=text[start : start + 40]))
    source = match.group()
    try:
        return Segment(start, source, meaning=_read_reference(source))
    except _RefusedError as refused:
        return Segment(start, source, problem=refused.diagnostic)


class _RefusedError(Exception):
    """A reference holds what it may not hold."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.diagnostic = word(code, values)


@lru_cache(maxsize=4096)
def _read_reference(source: str) -> Expression | Pointer:
    """Return what a reference means.

    Raises:
        _RefusedError: it holds what it may not hold; caught by `split_references`.
    """
    if len(source) > REFERENCE_CHARACTERS:
        raise _RefusedError("RG501", text=source, reason=f"it is longer than {REFERENCE_CHARACTERS} characters")
    try:
        body = _PARSER.parse(source).body
    except TemplateSyntaxError as error:
        raise _RefusedError("RG501", text=source, reason=error.message or "it is not complete") from None
    except RecursionError:
        raise _RefusedError("RG501", text=source, reason="it is nested too deeply") from None
    match body:
        case [nodes.Output(nodes=[expression])]:
            return _expression(expression, source)
        case _:
            raise _RefusedError("RG501", text=source, reason="it is empty")


def _expression(node: nodes.Node, source: str) -> Expression | Pointer:
    """Return the Expression or the Pointer of an expression's node."""
    if isinstance(node, nodes.Call):
        return _pointer(node, source)
    calls: list[Call] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        calls.append(Call(node.name, *_arguments(node, source)))
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _refused(node, source)
    return Expression(Name(node.name), tuple(reversed(calls)))


def _pointer(node: nodes.Call, source: str) -> Pointer:
    """Return the Pointer of `paragraph('key')`, `reply(14, paragraphs=True)` and their like."""
    if not isinstance(node.node, nodes.Name):
        raise _refused(node, source)
    name = node.node.name
    if name not in POINTERS:
        raise _RefusedError("RG523", text=source, name=name, known=nearest(name, POINTERS))
    arguments, named = _arguments(node, source)
    plain = [argument.key if isinstance(argument, Name) and name == "source" else argument for argument in arguments]
    pointer = read_pointer(name, plain, dict(named))
    if pointer is None:
        raise _RefusedError("RG522", text=source, name=name, example=Literal(POINTERS[name]))
    return pointer


_Arguments: TypeAlias = "tuple[tuple[Argument, ...], tuple[tuple[str, Argument], ...]]"


def _arguments(node: nodes.Call | nodes.Filter, source: str) -> _Arguments:
    """Return the arguments by position, and those by name."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise _RefusedError("RG502", text=source, what="an argument with a star")
    pairs = (pair for pair in node.kwargs if isinstance(pair, nodes.Keyword))
    named = tuple((str(pair.key), _argument(pair.value, source)) for pair in pairs)
    return tuple(_argument(argument, source) for argument in node.args), named


def _argument(node: nodes.Node, source: str) -> Argument:
    """Return a literal, a list of literals, or the key of an indicator."""
    match node:
        case nodes.Const(value=float(value)):
            return Decimal(str(value))
        case nodes.Const(value=str() | int() | None as value):
            return value
        case nodes.Neg(node=nodes.Const(value=int() | float() as value)):
            return -Decimal(str(value))
        case nodes.List(items=items):
            return [_argument(item, source) for item in items]
        case nodes.Name(name=name):
            return Name(name)
        case _:
            raise _refused(node, source)


_NAMES: dict[type[nodes.Node], str] = {
    nodes.Getattr: "an attribute (a dot)",
    nodes.Getitem: "a subscript (square brackets)",
    nodes.Call: "a call (round brackets after a name)",
    nodes.Const: "a plain value",
    nodes.Concat: "a joining of texts (~)",
    nodes.Compare: "a comparison",
    nodes.CondExpr: "a condition",
    nodes.Test: "a test (is)",
    nodes.Dict: "a dictionary",
    nodes.Tuple: "a tuple",
    nodes.TemplateData: "plain text",
}


def _refused(node: nodes.Node, source: str) -> _RefusedError:
    """Return the error for a node that has no place in a reference."""
    what = next((name for kind, name in _NAMES.items() if isinstance(node, kind)), "arithmetic or logic")
    return _RefusedError("RG502", text=source, what=what)


def names_in(expression: Expression) -> Iterator[str]:
    """Yield the key of every indicator that an expression names."""
    yield expression.subject.key
    yield from (leaf.key for leaf in _leaves(expression) if isinstance(leaf, Name))


def names_in_segments(segments: Iterable[Segment]) -> set[str]:
    """Return the keys of the indicators that the references of a text name, also those whose source alone is given."""
    named: set[str] = set()
    for segment in segments:
        match segment.meaning:
            case Expression() as expression:
                named.update(names_in(expression))
            case Pointer(kind="source", keys=keys):
                named.update(keys)
    return named


def mentioned_in(expression: Expression) -> Iterator[str]:
    """Yield what may be the keys of indicators in an expression: its names, its texts, the fields of its patterns."""
    yield from names_in(expression)
    for leaf in _leaves(expression):
        if isinstance(leaf, str):
            yield from (leaf, *_FIELD.findall(leaf))


def _leaves(expression: Expression) -> Iterator[Argument]:
    """Yield the arguments of all filters of an expression; a list as its items."""
    pending = [value for call in expression.filters for value in (*call.arguments, *(value for _, value in call.named))]
    while pending:
        argument = pending.pop(0)
        if isinstance(argument, list):
            pending[:0] = argument
        else:
            yield argument


def evaluate(expression: Expression, narrator: Narrator) -> Phrase | list[PhraseError]:
    """Return the phrase of an expression, or everything that is wrong with it.

    Nothing but this walk over names, literals and filters is ever done with an agency's reference.
    """
    return _evaluate(Held(expression), Held(narrator))


@remembered(10_000)
def _evaluate(held: Held[Expression], by: Held[Narrator]) -> Phrase | list[PhraseError]:
    expression, narrator = held.value, by.value
    wrong: list[PhraseError] = []
    for key in dict.fromkeys(names_in(expression)):
        try:
            narrator.subject(key)
        except PhraseError as error:
            wrong.append(error)
    unknown = [call.name for call in expression.filters if call.name not in FILTERS]
    wrong += [narrator.unknown_filter(expression.subject.key, name) for name in unknown]
    try:
        return wrong or _apply_filters(expression, narrator)
    except PhraseError as error:
        return [error]


def _apply_filters(expression: Expression, narrator: Narrator) -> Phrase:
    """Return what the filters make of the indicator, one after the other."""
    subject = narrator.subject(expression.subject.key)
    if not expression.filters:
        return narrator.value(subject)
    value: object = subject
    for call in expression.filters:
        arguments = [_resolve(argument, narrator) for argument in call.arguments]
        named = {name: _resolve(argument, narrator) for name, argument in call.named}
        value = phrase = narrator.apply(call.name, value, arguments, named)
    return phrase


def _resolve(argument: Argument, narrator: Narrator) -> object:
    """Return a literal as it is, the subject of a name, a list with its items resolved."""
    if isinstance(argument, Name):
        return narrator.subject(argument.key)
    if isinstance(argument, list):
        return [_resolve(item, narrator) for item in argument]
    return argument


def place_in(text: str, offset: int, path: Path, places: Places) -> Place | None:
    """Return the place of a character of a text.

    Args:
        text: the whole text.
        offset: the character's index in it.
        path: of the text in the model.
        places: where it stands; for a cell, this is all there is to know; of a text in YAML, and of a table of a
            workbook, each line is known.
    """
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return places.character((*path, line), column) or places.find((*path, line))
