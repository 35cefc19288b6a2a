"""What templates know, as types: their names, the fields behind each, and the values that a field can have.

In: the values that templates are given, and the template's own loops. Out: a type for an expression, where it can
be told for certain; where it cannot, nothing is said of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from msgspec import Struct

from reportgen.compose.annex import AnnexView
from reportgen.compose.contexts import (
    BlockView,
    IndicatorView,
    PartView,
    ReplyView,
    ReportView,
    StateView,
    ThemeView,
    TreatyView,
)

Kind = Any
"""A type as it is written: a value type, `tuple[PartView, ...]`, `Literal[...]`."""
Kinds = frozenset[Kind]
"""What an expression may be: one type or several; nothing where it cannot be told."""
UNKNOWN: Kinds = frozenset()

GIVEN: Mapping[str, Kind] = {
    "report": ReportView,
    "state": StateView,
    "treaty": TreatyView,
    "parts": tuple[PartView, ...],
    "part": PartView,
    "theme": ThemeView,
    "reply": ReplyView,
    "block": BlockView,
    "annex": AnnexView,
}
"""The names that the shipped templates use, with what stands behind each."""
_ALWAYS = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "title"})
"""Names that Jinja gives, and the title that the annex gets where it is a document of its own."""
_LITERALS: tuple[object, ...] = (Literal,)
_UNIONS: tuple[object, ...] = (Union, UnionType)
_TUPLES: tuple[object, ...] = (tuple,)
_NESTING = 6
"""Loops within loops, as deep as a report is."""


class Known(Struct, frozen=True):
    """What one run of the linter knows of all templates together."""

    kinds: Mapping[str, Kinds]
    """What each name may be."""
    names: frozenset[str]
    """All names that some template may use."""

    def kind(self, node: nodes.Node) -> Kinds:
        """What an expression may be."""
        match node:
            case nodes.Name(name=name):
                return self.kinds.get(name, UNKNOWN)
            case nodes.Getattr(node=inner, attr=attribute):
                owners = self.kind(inner)
                if not owners or not all(map(is_view, owners)):
                    return UNKNOWN
                return frozenset(hints(owner)[attribute] for owner in owners if attribute in hints(owner))
            case _:
                return UNKNOWN


def know(templates: Iterable[nodes.Template], indicators: Iterable[str], functions: Iterable[str]) -> Known:
    """What all templates together know: a name may be whatever any of their loops makes it."""
    trees = tuple(templates)
    views = {**GIVEN, **dict.fromkeys(indicators, IndicatorView)}
    given = {name: frozenset({kind}) for name, kind in views.items()}
    names = frozenset(given) | {name for tree in trees for name in _bound(tree)} | _ALWAYS | frozenset(functions)
    unclear = {name for tree in trees for name in _otherwise_bound(tree)}
    loops = [loop for tree in trees for loop in tree.find_all(nodes.For)]
    known = Known({name: kinds for name, kinds in given.items() if name not in unclear}, names)
    for _ in range(_NESTING):
        known = Known(_with_loops(known, loops, unclear), names)
    return known


def _with_loops(known: Known, loops: Iterable[nodes.For], unclear: set[str]) -> dict[str, Kinds]:
    """The types of names with what each loop makes of its own; a name that may be anything loses its type."""
    kinds = dict(known.kinds)
    for loop in loops:
        items = frozenset(_item(kind) for kind in known.kind(loop.iter))
        if not isinstance(loop.target, nodes.Name) or loop.target.name in unclear:
            continue
        if not items or None in items:
            unclear.add(loop.target.name)
            kinds.pop(loop.target.name, None)
        else:
            kinds[loop.target.name] = kinds.get(loop.target.name, UNKNOWN) | items
    return kinds


def is_view(kind: Kind) -> bool:
    """Whether a type is one of the values that templates are given."""
    return isinstance(kind, type) and issubclass(kind, Struct)


@cache
def hints(kind: type[Struct]) -> Mapping[str, Kind]:
    """The fields of a value that templates are given, with their types; `X | None` counts as X."""
    written = get_type_hints(kind)
    return {field: _without_none(written[field]) for field in kind.__struct_fields__}


def values_of(kind: Kind) -> tuple[str, ...]:
    """The values that an expression can have, where they are few; else nothing."""
    values = get_args(kind) if get_origin(kind) in _LITERALS else ()
    return tuple(value for value in values if isinstance(value, str))


def _without_none(kind: Kind) -> Kind:
    if get_origin(kind) in _UNIONS:
        rest = [one for one in get_args(kind) if one is not NoneType]
        return rest[0] if len(rest) == 1 else None
    return kind


def _item(kind: Kind) -> Kind:
    """The type of the items of a `tuple[X, ...]`."""
    arguments = get_args(kind)
    return arguments[0] if get_origin(kind) in _TUPLES and arguments[1:] == (Ellipsis,) else None


def _bound(tree: nodes.Template) -> Iterator[str]:
    """Every name that a template binds."""
    yield from _otherwise_bound(tree)
    for loop in tree.find_all(nodes.For):
        yield from (
            name.name for name in (loop.target, *loop.target.find_all(nodes.Name)) if isinstance(name, nodes.Name)
        )


def _otherwise_bound(tree: nodes.Template) -> Iterator[str]:
    """Every name that a template binds by other means than a loop over one name."""
    simple = {id(loop.target) for loop in tree.find_all(nodes.For)}
    for name in tree.find_all(nodes.Name):
        if name.ctx in {"store", "param"} and id(name) not in simple:
            yield name.name
    for macro in tree.find_all(nodes.Macro):
        yield macro.name
    for imported in tree.find_all(nodes.Import):
        yield imported.target
    for imported_from in tree.find_all(nodes.FromImport):
        yield from (one if isinstance(one, str) else one[1] for one in imported_from.names)
