"""The templates of a project and the shipped ones, read and parsed, and which of them the report can reach.

A shipped template that the project replaces is there under its full name only, `un/reply.html.j2`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from reportgen.compose.environment import (
    SHIPPED,
    SUFFIX,
    FolderLoader,
    TemplateUnreadableError,
    build_environment,
    shipped_templates,
)
from reportgen.compose.pointers import POINTERS
from reportgen.compose.templates import diagnose_template
from reportgen.diagnostics import Diagnostic, Place
from reportgen.sentences import FILTERS

_ROOTS = ("report.html.j2", "annex-document.html.j2")
"""The templates that the program itself asks for."""
_FIRST_PAGE_FILTERS = ("ordinal", "date", "listed")
"""Filters beside the phrase filters."""


class TemplateSource(Struct, frozen=True):
    """One template, parsed."""

    name: str
    """What others call it by: `reply.html.j2`, `un/reply.html.j2`."""
    file: str
    """As messages name it."""
    tree: nodes.Template
    is_own: bool
    """Whether the project brings it."""

    def place(self, node: nodes.Node) -> Place:
        """Return the place of a part of it."""
        return Place(self.file, node.lineno)


def shipped_names() -> list[str]:
    """Return the names of the shipped templates, sorted."""
    return sorted(path.name for path in shipped_templates().glob(f"*{SUFFIX}"))


def static_environment(loader: FolderLoader) -> ImmutableSandboxedEnvironment:
    """Return an environment that reads templates without running them: all names, nothing behind them."""
    filters = dict.fromkeys([*FILTERS, *_FIRST_PAGE_FILTERS], str)
    return build_environment(loader, filters, dict.fromkeys(POINTERS))


def read_sources(folder: Path | None) -> tuple[list[TemplateSource], list[Diagnostic]]:
    """Return all templates, and what hinders reading some of them.

    Args:
        folder: the project's own templates, where it has any.
    """
    loader = FolderLoader(folder)
    environment = static_environment(loader)
    own = [name for name in loader.list_own() if not name.startswith(f"{SHIPPED}/")]
    names = [*own, *(f"{SHIPPED}/{name}" if name in own else name for name in shipped_names())]
    sources: list[TemplateSource] = []
    problems: list[Diagnostic] = []
    for name in names:
        file = name
        try:
            text, file, _ = loader.get_source(environment, name)
            sources.append(TemplateSource(name, file, environment.parse(text, name, file), name in own))
        except (TemplateSyntaxError, TemplateUnreadableError) as error:
            problems.append(diagnose_template(error, file=file))
    return sources, problems


def find_reached(sources: Iterable[TemplateSource], issues: Iterable[int]) -> frozenset[str]:
    """Return the names of the templates that the report can get to, by including, extending or importing.

    Args:
        sources: all templates.
        issues: the numbers of the issues, of which `reply.number` is one.
    """
    by_name = {source.name: source for source in sources}
    numbers = "|".join(str(issue) for issue in issues) or "(?!)"
    found: set[str] = set()
    waiting = [name for root in _ROOTS for name in _called(root, by_name)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            patterns = _patterns(by_name[name].tree, numbers)
            waiting += (other for pattern in patterns for other in _match(pattern, by_name))
    return frozenset(found)


def base_of(source: TemplateSource, by_name: Mapping[str, TemplateSource]) -> TemplateSource | None:
    """Return the template that another surely extends; None where there is none, or its name is worked out."""
    extends = [node for node in source.tree.body if isinstance(node, nodes.Extends)]
    if len(extends) != 1 or not isinstance(extends[0].template, nodes.Const):
        return None
    return next((by_name[name] for name in _called(str(extends[0].template.value), by_name)), None)


def _called(name: str, by_name: Mapping[str, TemplateSource]) -> list[str]:
    """Return what a name means: a shipped template goes by its short name where the project has none of that name."""
    short = name.removeprefix(f"{SHIPPED}/")
    return [name] if name in by_name else [short] if short in by_name else []


def _match(pattern: str, by_name: Mapping[str, TemplateSource]) -> Iterator[str]:
    for name in by_name:
        called = {name} if name.startswith(f"{SHIPPED}/") or by_name[name].is_own else {name, f"{SHIPPED}/{name}"}
        if any(re.fullmatch(pattern, one) for one in called):
            yield name


def _patterns(tree: nodes.Template, numbers: str) -> Iterator[str]:
    """Yield patterns of the names that a template may ask for."""
    for asking in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        if isinstance(asking, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
            yield from _pattern(asking.template, numbers)


def _pattern(node: nodes.Node, numbers: str) -> list[str]:
    match node:
        case nodes.Const(value=str(name)):
            return [re.escape(name)]
        case nodes.List(items=items) | nodes.Tuple(items=items):
            return [pattern for item in items for pattern in _pattern(item, numbers)]
        case nodes.Concat(nodes=parts):
            return ["".join(_part(part, numbers) for part in parts)]
        case _:
            return [".*"]


def _part(node: nodes.Node, numbers: str) -> str:
    match node:
        case nodes.Const(value=value):
            return re.escape(str(value))
        case nodes.Getattr(node=nodes.Name(name="reply"), attr="number"):
            return f"(?:{numbers})"
        case _:
            return ".*"
