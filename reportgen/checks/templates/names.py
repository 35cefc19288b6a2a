"""Names, filters, fields and elements that a template may not use, each at its line, also where no report gets to."""

from collections.abc import Collection, Iterable, Iterator
from html.parser import HTMLParser

from jinja2 import nodes
from jinja2.environment import Environment

from reportgen.checks.finding import Finding
from reportgen.checks.templates.scope import Scope, hints, is_view, values_of
from reportgen.checks.templates.sources import TemplateSource
from reportgen.compose.markup import AT, ATTRIBUTES, CONTENT
from reportgen.diagnostics import Place, nearest


def check_names(source: TemplateSource, scope: Scope, environment: Environment) -> Iterator[Finding]:
    """Yield everything that a template asks for and that there is not.

    Args:
        source: the template.
        scope: the names of all templates with their types.
        environment: with the filters and tests that templates have.
    """
    yield from _names(source, scope)
    yield from _unknown(source, source.tree.find_all(nodes.Filter), "filter", environment.filters)
    yield from _unknown(source, source.tree.find_all(nodes.Test), "test", environment.tests)
    yield from _fields(source, scope)
    yield from _comparisons(source, scope)
    yield from _elements(source)


def _names(source: TemplateSource, scope: Scope) -> Iterator[Finding]:
    """Yield names that nothing gives; one that is asked for with `is defined` may be missing."""
    asked = {test.node.name for test in source.tree.find_all(nodes.Test) if isinstance(test.node, nodes.Name)}
    for name in source.tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in scope.names and name.name not in asked:
            yield Finding("RG542", source.place(name), {"name": name.name, "known": nearest(name.name, scope.names)})


def _unknown(
    source: TemplateSource, used: Iterable[nodes.Filter | nodes.Test], kind: str, known: Collection[str]
) -> Iterator[Finding]:
    """Yield filters, or tests, that there are not."""
    for node in used:
        if node.name not in known:
            yield Finding(
                "RG543", source.place(node), {"kind": kind, "name": node.name, "known": nearest(node.name, known)}
            )


def _fields(source: TemplateSource, scope: Scope) -> Iterator[Finding]:
    """Yield fields that a value does not have, where it is certain what the value is."""
    for field in source.tree.find_all(nodes.Getattr):
        owners = scope.types(field.node)
        if owners and all(map(is_view, owners)) and not any(field.attr in hints(owner) for owner in owners):
            fields = {name for owner in owners for name in hints(owner)}
            name = f"{written(field.node)}.{field.attr}"
            yield Finding("RG544", source.place(field), {"name": name, "known": nearest(field.attr, fields)})


def _comparisons(source: TemplateSource, scope: Scope) -> Iterator[Finding]:
    """Yield comparisons of a field with a word that it can never be."""
    for compare in source.tree.find_all(nodes.Compare):
        types = scope.types(compare.expr)
        values = [value for one in types for value in values_of(one)]
        if not values or not all(map(values_of, types)):
            continue
        for operand in compare.ops:
            for value in _words(operand):
                if value not in values:
                    facts = {"name": written(compare.expr), "value": value, "known": nearest(value, values)}
                    yield Finding("RG545", source.place(compare), facts)


def _words(operand: nodes.Operand) -> Iterator[str]:
    """Yield the words with which a comparison compares."""
    match operand:
        case nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str(value))):
            yield value
        case nodes.Operand(op="in" | "notin", expr=nodes.List(items=items) | nodes.Tuple(items=items)):
            yield from (item.value for item in items if isinstance(item, nodes.Const) and isinstance(item.value, str))
        case _:
            return


def _elements(source: TemplateSource) -> Iterator[Finding]:
    """Yield elements and attributes that a report does not have; what stands in for values is left out."""
    reader = _TagReader()
    for output in source.tree.find_all(nodes.Output):
        for node in output.nodes:
            reader.feed(node.data if isinstance(node, nodes.TemplateData) else "x")
    reader.close()
    yield from reader.found


class _TagReader(HTMLParser):
    """Looks at every start tag by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Finding] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Name an element that there is not, or each attribute that it does not have."""
        attributes = dict(attrs)
        file, _, line = (attributes.pop(AT, None) or "").rpartition(":")
        if not line.isdigit():
            return  # the name of the element is a value itself
        place = Place(file, int(line))
        if tag not in CONTENT:
            known = nearest(tag, (name for name in CONTENT if name))
            self.found.append(Finding("RG510", place, {"tag": tag, "known": known}))
            return
        allowed = ATTRIBUTES.get(tag, frozenset())
        for name in attributes:
            if name not in allowed:
                values = {"attribute": name, "tag": tag, "known": nearest(name, allowed)}
                self.found.append(Finding("RG514", place, values))


def written(node: nodes.Node) -> str:
    """Return an expression of names and fields as it is written."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=inner, attr=attribute):
            return f"{written(inner)}.{attribute}"
        case _:
            return "…"
