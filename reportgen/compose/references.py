"""References in agencies' text: found, read with Jinja's own parser, and checked.

In comes the text of a reply; out come its pieces: plain text, expressions that hold nothing but names, literals and
filters, and pointers to other blocks. Agencies' text is data, never code: nothing here is ever compiled or run as a
template.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct

from reportgen.compose.pointers import POINTERS, Pointer
from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose, nearest, word
from reportgen.limits import REFERENCE_CHARACTERS
from reportgen.regex import regex

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


class Piece(Struct, frozen=True):
    """A stretch of a text: plain, or a reference, or a reference that could not be read (`problem`)."""

    offset: int
    """Where it begins in the text, counted from 0."""
    text: str
    meaning: Expression | Pointer | None = None
    problem: Diagnostic | None = None


_OPENINGS = regex(r"\{\{|\{%|\{#")
_REFERENCE = regex(r"""\{\{(?:[^{}"']|"[^"\n]*+"|'[^'\n]*+')*+\}\}""")
_CLOSINGS = {"{%": "%}", "{#": "#}"}
_FIELD = regex(r"\{(\w+)\}")
_PARSER = Environment(autoescape=True)


def split_references(text: str) -> Iterator[Piece]:
    """The pieces of a text in order: plain text, references, and what looks like one and is none."""
    end = 0
    last = {opening: text.rfind(closing) for opening, closing in _CLOSINGS.items()}
    while opening := _OPENINGS.search(text, end):
        if opening.start() > end:
            yield Piece(end, text[end : opening.start()])
        piece = _read_piece(text, opening.start(), last)
        yield piece
        end = piece.offset + len(piece.text)
    if end < len(text):
        yield Piece(end, text[end:])


def _read_piece(text: str, start: int, last: Mapping[str, int]) -> Piece:
    """Return the piece that begins with an opening mark.

    Args:
        text: the whole text.
        start: where the mark stands.
        last: where the last closing mark of each kind of statement stands, so that no search for one is in vain.
    """
    if not text.startswith("{{", start):
        mark = text[start : start + 2]
        is_closed = start + 2 <= last[mark]
        source = text[start : text.index(_CLOSINGS[mark], start + 2) + 2] if is_closed else mark
        return Piece(start, source, problem=diagnose("RG503", text=source))
    match = _REFERENCE.match(text, start)
    if match is None:
        return Piece(start, "{{", problem=diagnose("RG504", text=text[start : start + 40]))
    source = match.group()
    try:
        return Piece(start, source, meaning=read_reference(source))
    except _RefusedError as refused:
        return Piece(start, source, problem=refused.diagnostic)


class _RefusedError(Exception):
    """A reference holds what it may not hold."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.diagnostic = word(code, values)


@lru_cache(maxsize=4096)
def read_reference(source: str) -> Expression | Pointer:
    """What a reference with its braces means."""
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
    """An expression's node as an Expression or a Pointer."""
    if isinstance(node, nodes.Call):
        return _pointer(node, source)
    calls: list[Call] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        calls.append(_call(node, source))
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _refused(node, source)
    return Expression(Name(node.name), tuple(reversed(calls)))


def _pointer(node: nodes.Call, source: str) -> Pointer:
    """`paragraph('key')`, `reply(14, paragraphs=True)` and their like as a Pointer."""
    if not isinstance(node.node, nodes.Name):
        raise _refused(node, source)
    name = node.node.name
    if name not in POINTERS:
        raise _RefusedError("RG523", text=source, name=name, known=nearest(name, POINTERS))
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise _RefusedError("RG502", text=source, what="an argument with a star")
    arguments = [_argument(argument, source) for argument in node.args]
    named = {str(pair.key): _argument(pair.value, source) for pair in node.kwargs if isinstance(pair, nodes.Keyword)}
    plain = [argument.key if isinstance(argument, Name) and name == "source" else argument for argument in arguments]
    pointer = POINTERS[name].read(plain, named)
    if pointer is None:
        raise _RefusedError("RG522", text=source, name=name, example=Literal(POINTERS[name].example))
    return pointer


def _call(node: nodes.Filter, source: str) -> Call:
    """One filter with its arguments."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise _RefusedError("RG502", text=source, what="an argument with a star")
    arguments = tuple(_argument(argument, source) for argument in node.args)
    named = tuple(
        (str(pair.key), _argument(pair.value, source)) for pair in node.kwargs if isinstance(pair, nodes.Keyword)
    )
    return Call(node.name, arguments, named)


def _argument(node: nodes.Node, source: str) -> Argument:
    """A literal, a list of literals, or the key of an indicator."""
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
    """The error for a node that has no place in a reference."""
    what = next((name for kind, name in _NAMES.items() if isinstance(node, kind)), "arithmetic or logic")
    return _RefusedError("RG502", text=source, what=what)


def names_in(expression: Expression) -> Iterator[str]:
    """Every indicator that an expression names."""
    yield expression.subject.key
    for call in expression.filters:
        for argument in (*call.arguments, *(value for _, value in call.named)):
            yield from _names(argument)


def names_in_text(text: str) -> set[str]:
    """Every indicator that the references of a text name, also those whose source alone is given."""
    named: set[str] = set()
    for piece in split_references(text):
        match piece.meaning:
            case Expression() as expression:
                named.update(names_in(expression))
            case Pointer(kind="source", keys=keys):
                named.update(keys)
    return named


def mentioned_in(expression: Expression) -> Iterator[str]:
    """What may be the keys of indicators in an expression: its names, texts and the fields of patterns."""
    yield from names_in(expression)
    for call in expression.filters:
        for argument in (*call.arguments, *(value for _, value in call.named)):
            for text in argument if isinstance(argument, list) else [argument]:
                if isinstance(text, str):
                    yield text
                    yield from _FIELD.findall(text)


def _names(argument: Argument) -> Iterator[str]:
    if isinstance(argument, Name):
        yield argument.key
    elif isinstance(argument, list):
        for item in argument:
            yield from _names(item)


def place_in(text: str, offset: int, path: Path, places: Places) -> Place | None:
    """Return the place of a character of a text.

    Args:
        text: the whole text.
        offset: the character's index in it.
        path: of the text in the model.
        places: where it stands; for a cell, this is all there is to know, for a text in YAML each line is known.
    """
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    return places.character((*path, line), column) or places.find(path)
