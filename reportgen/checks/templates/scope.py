"""The names of templates with their types, the fields behind each, and the values that a field can have.

An expression has a type where that can be told for certain from what templates are given and from their loops; where
it cannot, nothing is said of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from msgspec import Struct

from reportgen.compose import contexts
from reportgen.compose.annex import AnnexView
from reportgen.compose.front import WordsView

TypeHint = Any
"""A type as it is written: a value type, `tuple[PartView, ...]`, `Literal[...]`."""
TypeHints = frozenset[TypeHint]
"""What an expression may be: one type or several; nothing where it cannot be told."""
_UNKNOWN: TypeHints = frozenset()

_GIVEN: Mapping[str, TypeHint] = {
    "report": contexts.ReportView,
    "state": contexts.StateView,
    "treaty": contexts.TreatyView,
    "words": WordsView,
    "parts": tuple[contexts.PartView, ...],
    "part": contexts.PartView,
    "theme": contexts.ThemeView,
    "reply": contexts.ReplyView,
    "block": contexts.BlockView,
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


class Scope(Struct, frozen=True):
    """The names that all templates together may use."""

    by_name: Mapping[str, TypeHints]
    """What each name may be, where that is known."""
    names: frozenset[str]
    """All names that some template may use."""

    def types(self, node: nodes.Node) -> TypeHints:
        """Return what an expression may be."""
        match node:
            case nodes.Name(name=name):
                return self.by_name.get(name, _UNKNOWN)
            case nodes.Getattr(node=inner, attr=attribute):
                owners = self.types(inner)
                if not owners or not all(map(is_view, owners)):
                    return _UNKNOWN
                return frozenset(hints(owner)[attribute] for owner in owners if attribute in hints(owner))
            case _:
                return _UNKNOWN


def build_scope(templates: Iterable[nodes.Template], indicators: Iterable[str], functions: Iterable[str]) -> Scope:
    """Return the names of all templates together; a name may be whatever any of their loops makes it.

    Args:
        templates: parsed.
        indicators: the keys of the report's indicators.
        functions: the names of what templates can call.
    """
    trees = tuple(templates)
    views = {**_GIVEN, **dict.fromkeys(indicators, contexts.IndicatorView)}
    given = {name: frozenset({view}) for name, view in views.items()}
    names = frozenset(given) | {name for tree in trees for name in _bound(tree)} | _ALWAYS | frozenset(functions)
    unclear = {name for tree in trees for name in _otherwise_bound(tree)}
    loops = [loop for tree in trees for loop in tree.find_all(nodes.For)]
    scope = Scope({name: types for name, types in given.items() if name not in unclear}, names)
    for _ in range(_NESTING):
        scope = Scope(_with_loops(scope, loops, unclear), names)
    return scope


def _with_loops(scope: Scope, loops: Iterable[nodes.For], unclear: set[str]) -> dict[str, TypeHints]:
    """Return the types of names with what each loop makes of its own; a name that may be anything loses its type."""
    by_name = dict(scope.by_name)
    for loop in loops:
        items = frozenset(_item(one) for one in scope.types(loop.iter))
        if not isinstance(loop.target, nodes.Name) or loop.target.name in unclear:
            continue
        if not items or None in items:
            unclear.add(loop.target.name)
            by_name.pop(loop.target.name, None)
        else:
            by_name[loop.target.name] = by_name.get(loop.target.name, _UNKNOWN) | items
    return by_name


def is_view(type_: TypeHint) -> bool:
    """Return whether a type is one of the values that templates are given."""
    return isinstance(type_, type) and issubclass(type_, Struct)


@cache
def hints(view: type[Struct]) -> Mapping[str, TypeHint]:
    """Return the fields of a value that templates are given, with their types; `X | None` counts as X."""
    written = get_type_hints(view)
    return {field: _without_none(written[field]) for field in view.__struct_fields__}


def values_of(type_: TypeHint) -> tuple[str, ...]:
    """Return the values that an expression can have, where they are few; else nothing."""
    values = get_args(type_) if get_origin(type_) in _LITERALS else ()
    return tuple(value for value in values if isinstance(value, str))


def _without_none(type_: TypeHint) -> TypeHint:
    if get_origin(type_) in _UNIONS:
        rest = [one for one in get_args(type_) if one is not NoneType]
        return rest[0] if len(rest) == 1 else None
    return type_


def _item(type_: TypeHint) -> TypeHint:
    """Return the type of the items of a `tuple[X, ...]`."""
    arguments = get_args(type_)
    return arguments[0] if get_origin(type_) in _TUPLES and arguments[1:] == (Ellipsis,) else None


def _bound(tree: nodes.Template) -> Iterator[str]:
    """Yield every name that a template binds."""
    yield from _otherwise_bound(tree)
    for loop in tree.find_all(nodes.For):
        targets = (loop.target, *loop.target.find_all(nodes.Name))
        yield from (target.name for target in targets if isinstance(target, nodes.Name))


def _otherwise_bound(tree: nodes.Template) -> Iterator[str]:
    """Yield every name that a template binds by other means than a loop over one name."""
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
