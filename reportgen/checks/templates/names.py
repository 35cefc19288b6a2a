"""Names, filters, fields and elements that a template may not use, each at its line, also where no report gets to.

In: a parsed template and what is known; out: diagnostics.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import nodes
from jinja2.environment import Environment

from reportgen.checks.templates.known import Known, hints, is_view, values_of
from reportgen.checks.templates.sources import Source
from reportgen.compose.markup import AT, ATTRIBUTES, CONTENT
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest


def check_names(source: Source, known: Known, environment: Environment) -> Iterator[Diagnostic]:
    """Everything in one template that there is not."""
    yield from _names(source, known)
    yield from _filters(source, environment)
    yield from _fields(source, known)
    yield from _comparisons(source, known)
    yield from _elements(source)


def _names(source: Source, known: Known) -> Iterator[Diagnostic]:
    """Names that nothing gives; one that is asked for with `is defined` may be missing."""
    asked = {test.node.name for test in source.tree.find_all(nodes.Test) if isinstance(test.node, nodes.Name)}
    for name in source.tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in known.names and name.name not in asked:
            yield diagnose("RG542", _place(source, name), name=name.name, known=nearest(name.name, known.names))


def _filters(source: Source, environment: Environment) -> Iterator[Diagnostic]:
    for one in source.tree.find_all(nodes.Filter):
        if one.name not in environment.filters:
            known = nearest(one.name, environment.filters)
            yield diagnose("RG543", _place(source, one), kind="filter", name=one.name, known=known)
    for test in source.tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            known = nearest(test.name, environment.tests)
            yield diagnose("RG543", _place(source, test), kind="test", name=test.name, known=known)


def _fields(source: Source, known: Known) -> Iterator[Diagnostic]:
    """Fields that a value does not have, where it is certain what the value is."""
    for field in source.tree.find_all(nodes.Getattr):
        owners = known.kind(field.node)
        if owners and all(map(is_view, owners)) and not any(field.attr in hints(owner) for owner in owners):
            fields = {name for owner in owners for name in hints(owner)}
            name = f"{written(field.node)}.{field.attr}"
            yield diagnose("RG544", _place(source, field), name=name, known=nearest(field.attr, fields))


def _comparisons(source: Source, known: Known) -> Iterator[Diagnostic]:
    """Comparisons of a field with a word that it can never be."""
    for compare in source.tree.find_all(nodes.Compare):
        kinds = known.kind(compare.expr)
        values = [value for kind in kinds for value in values_of(kind)]
        if not values or not all(map(values_of, kinds)):
            continue
        for operand in compare.ops:
            for value in _words(operand):
                if value not in values:
                    name, one_of = written(compare.expr), nearest(value, values)
                    yield diagnose("RG545", _place(source, compare), name=name, value=value, known=one_of)


def _words(operand: nodes.Operand) -> Iterator[str]:
    """The words with which a comparison compares."""
    match operand:
        case nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str(value))):
            yield value
        case nodes.Operand(op="in" | "notin", expr=nodes.List(items=items) | nodes.Tuple(items=items)):
            yield from (item.value for item in items if isinstance(item, nodes.Const) and isinstance(item.value, str))
        case _:
            return


def _elements(source: Source) -> Iterator[Diagnostic]:
    """Elements and attributes that a report does not have; what stands in for values is left out."""
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
        self.found: list[Diagnostic] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Name an element that there is not, or each attribute that it does not have."""
        attributes = dict(attrs)
        file, _, line = (attributes.pop(AT, None) or "").rpartition(":")
        if not line.isdigit():
            return  # the name of the element is a value itself
        place = Place(file, int(line))
        if tag not in CONTENT:
            self.found.append(diagnose("RG510", place, tag=tag, known=nearest(tag, (name for name in CONTENT if name))))
            return
        allowed = ATTRIBUTES.get(tag, frozenset())
        for name in attributes:
            if name not in allowed:
                known = nearest(name, allowed)
                self.found.append(diagnose("RG514", place, attribute=name, tag=tag, known=known))


def written(node: nodes.Node) -> str:
    """An expression of names and fields as it is written."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=inner, attr=attribute):
            return f"{written(inner)}.{attribute}"
        case _:
            return "…"


def _place(source: Source, node: nodes.Node) -> Place:
    return Place(source.file, node.lineno)
