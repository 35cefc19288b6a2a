"""Make the sandbox of templates: immutable, strict about names, with the shipped templates and a project's own.

A template is looked for in the project's `templates/` first, then among the shipped ones; the name of a shipped
template with `un/` before it always means the shipped one, so that an override can extend what it replaces.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.compose.compiled import ShippedBytecode
from reportgen.compose.markup import AT
from reportgen.files.reading import has_readable_name, real_path
from reportgen.files.shipped import shipped_folder
from reportgen.limits import TEMPLATE_BYTES
from reportgen.regex import regex

SUFFIX = ".html.j2"
SHIPPED = "un"
_TAG = regex(r"<([A-Za-z][A-Za-z0-9]*)")


class TemplateUnreadableError(Exception):
    """A template's file cannot be read as text."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name
        self.reason = reason


def shipped_templates() -> Path:
    """Return the folder of the shipped templates of documents."""
    return shipped_folder() / SHIPPED


class FolderLoader(BaseLoader):
    """Loads templates from a project's folder, then from the shipped ones."""

    def __init__(self, project: Path | None) -> None:
        self.project = project
        self.root = project.parent if project else Path()
        """The project's folder."""
        self.shipped = shipped_templates()
        self.read: dict[str, bytes] = {}
        """The project's own templates that were used, by their path, for the manifest."""
        self.read_shipped: dict[str, bytes] = {}
        """The shipped ones that were used, likewise."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, the path that messages name it by, and that it does not change.

        Raises:
            TemplateNotFound: there is no such template.
            TemplateUnreadableError: it is too large, or not UTF-8 text.
        """
        del environment
        name = template.removeprefix(f"{SHIPPED}/")
        path = self._own(template) or self.shipped / name
        if not (is_own := path != self.shipped / name) and not (path.is_file() and _is_inside(path, self.shipped)):
            raise TemplateNotFound(template)
        file = path.as_posix() if is_own else f"templates/{SHIPPED}/{name}"
        (self.read if is_own else self.read_shipped)[file] = data = _read(path, template)
        return (_decode(data, path), file, lambda: True)

    def _own(self, template: str) -> Path | None:
        """Return the project's own file for a template, where there is one."""
        if self.project is None or template.startswith(f"{SHIPPED}/"):
            return None
        path = self.project / template
        return path if path.is_file() and _is_inside(path, self.project) else None

    def is_shipped(self, file: str) -> bool:
        """Return whether messages name a shipped template so, and no own one."""
        return file in self.read_shipped and file not in self.read

    def list_own(self) -> list[str]:
        """Return the names of all of the project's own templates."""
        if self.project is None or not self.project.is_dir():
            return []
        found = (
            path
            for path in self.project.rglob(f"*{SUFFIX}")
            if _is_inside(path, self.project) and has_readable_name(path, self.project)
        )
        return sorted(path.relative_to(self.project).as_posix() for path in found)


def _is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path, with every link followed, lies within a folder; it asks for every part of it."""
    return real_path(path).is_relative_to(real_path(folder))


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(TEMPLATE_BYTES + 1)
    except OSError as error:
        raise TemplateUnreadableError(path.as_posix(), error.strerror or name) from None
    if len(data) > TEMPLATE_BYTES:
        raise TemplateUnreadableError(path.as_posix(), f"it is larger than {TEMPLATE_BYTES // 1024:,} kB")
    return data


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateUnreadableError(path.as_posix(), "it is not UTF-8 text") from None


class TagPlaces(Extension):
    """Writes template and line into every start tag of a template, for messages about what it gives."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Change the stretches of plain HTML, before the template is compiled."""
        file = escape(stream.filename or stream.name or "template")
        for token in stream:
            is_html = token.type == "data"
            yield Token(token.lineno, "data", _placed(str(token.value), file, token.lineno)) if is_html else token


def _placed(html: str, file: str, line: int) -> str:
    """Return a stretch of HTML with the place in each start tag."""
    counted = 0

    def place(tag: re.Match[str]) -> str:
        nonlocal counted, line
        line += html.count("\n", counted, tag.start())
        counted = tag.start()
        return f'<{tag[1]} {AT}="{file}:{line}"'

    return _TAG.sub(place, html)


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja, which gives the fields of our own values without asking whether they are safe."""

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401 - whatever a field holds
        """Return an attribute of a value that a template asks for; here only the fields of a Struct."""
        if attribute[:1] != "_" and attribute in getattr(type(obj), "__struct_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def build_environment(
    loader: FolderLoader, filters: Mapping[str, Callable[..., object]], functions: Mapping[str, object]
) -> ImmutableSandboxedEnvironment:
    """Return the environment for one run.

    Args:
        loader: where templates come from.
        filters: the phrase filters and the few for dates and ordinals.
        functions: `paragraph` and its like.
    """
    environment = Sandbox(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[TagPlaces],
        auto_reload=False,
        bytecode_cache=ShippedBytecode(_rules(), loader.is_shipped),
    )
    environment.globals = dict(functions)
    environment.filters = {
        name: filter_ for name, filter_ in environment.filters.items() if name not in _UNSAFE_FILTERS
    } | dict(filters)
    return environment


@cache
def _rules() -> bytes:
    """Return this module as it stands, on which the code of every compiled template depends."""
    return Path(__file__).read_bytes()


_UNSAFE_FILTERS = frozenset({"safe", "xmlattr", "tojson", "pprint", "random", "striptags", "urlize", "forceescape"})
"""Filters of Jinja that a template does not get: they write raw HTML, or what cannot be the same twice."""
