"""Parts of templates that no report ever gets to: files, macros, blocks, branches.

Only what is certain is named: where a template asks for others by names that it works out, all that may fit count as
reached.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import nodes

from reportgen.checks.finding import Finding
from reportgen.checks.templates.sources import TemplateSource, base_of, find_reached, shipped_names
from reportgen.compose.environment import SHIPPED, SUFFIX
from reportgen.diagnostics import Literal, Place, nearest
from reportgen.files.reading import has_readable_name
from reportgen.regex import regex

_OWN_REPLY = regex(r"replies/0*(\d{1,9})\.html\.j2")
_LIKE_TEMPLATES = frozenset({".html", ".htm", ".j2", ".jinja", ".jinja2"})


def check_files(sources: Sequence[TemplateSource], issues: Sequence[int]) -> Iterator[Finding]:
    """Yield the project's own templates that nothing asks for."""
    reached = find_reached(sources, issues)
    for source in sources:
        if not source.is_own or source.name in reached:
            continue
        number = _OWN_REPLY.fullmatch(source.name)
        if number and int(number[1]) not in issues:
            known = f"the list has issues from {min(issues)} to {max(issues)}" if issues else "the list has no issues"
            yield Finding("RG541", Place(source.file, 1), {"number": int(number[1]), "known": Literal(known)})
        else:
            names = [f"replies/{int(number[1])}{SUFFIX}"] if number else shipped_names()
            yield Finding("RG540", Place(source.file, 1), {"known": nearest(source.name, names)})


def check_strays(folder: Path) -> Iterator[Finding]:
    """Yield files among the project's templates that look like some and are none, by the ends of their names."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        is_shadow = path.relative_to(folder).parts[0] == SHIPPED  # un/ always means the shipped templates
        is_like_one = path.suffix.lower() in _LIKE_TEMPLATES
        if not has_readable_name(path, folder):
            yield Finding("RG119", Place(path.as_posix()), {"name": path.name})
        elif path.is_file() and is_like_one and (is_shadow or not path.name.endswith(SUFFIX)):
            known = nearest(f"{path.name.split('.')[0]}{SUFFIX}", shipped_names())
            yield Finding("RG540", Place(path.as_posix()), {"known": known})


def check_branches(source: TemplateSource) -> Iterator[Finding]:
    """Yield branches that cannot be reached: conditions that never hold, or that held before."""
    chained = {id(branch) for one in source.tree.find_all(nodes.If) for branch in one.elif_}
    for first in source.tree.find_all(nodes.If):
        if id(first) not in chained:
            yield from _chain(source, first)


def _chain(source: TemplateSource, first: nodes.If) -> Iterator[Finding]:
    """Yield the branches that cannot be reached of one `if` with all of its `elif` and `else`."""
    before: list[nodes.Node] = []
    always: nodes.If | None = None
    for branch in (first, *first.elif_):
        if always is not None:
            yield _unreached(source, branch, f"the condition on line {always.lineno} always holds")
        elif branch.test in before:
            yield _unreached(source, branch, "the same condition stands further ahead")
        elif isinstance(branch.test, nodes.Const):
            if branch.test.value:
                always = branch
            else:
                yield _unreached(source, branch, "its condition never holds")
        before.append(branch.test)
    if always is not None and first.else_:
        yield _unreached(source, first.else_[0], f"the condition on line {always.lineno} always holds")


def _unreached(source: TemplateSource, node: nodes.Node, reason: str) -> Finding:
    return Finding("RG546", source.place(node), {"reason": Literal(reason)})


def check_macros(sources: Sequence[TemplateSource]) -> Iterator[Finding]:
    """Yield macros that nothing calls, in whatever template; a macro that calls itself alone counts as not called."""
    for source in sources:
        for macro in source.tree.find_all(nodes.Macro):
            if not any(_calls(other.tree, macro) for other in sources):
                yield Finding("RG547", source.place(macro), {"name": macro.name})


def _calls(tree: nodes.Template, macro: nodes.Macro) -> bool:
    within = {id(node) for node in macro.find_all(nodes.Name)}
    return (
        any(
            name.name == macro.name and name.ctx == "load" and id(name) not in within
            for name in tree.find_all(nodes.Name)
        )
        or any(field.attr == macro.name for field in tree.find_all(nodes.Getattr))
        or any(
            macro.name in {name if isinstance(name, str) else name[0] for name in imported.names}
            for imported in tree.find_all(nodes.FromImport)
        )
    )


def check_blocks(sources: Sequence[TemplateSource]) -> Iterator[Finding]:
    """Yield blocks that the extended template does not have, and text of an extending one outside of all blocks."""
    by_name = {source.name: source for source in sources}
    for source in sources:
        base = base_of(source, by_name)
        if base is None:
            continue
        known = _blocks_above(base, by_name)
        called = {field.attr for field in source.tree.find_all(nodes.Getattr)}
        for block in source.tree.body:
            if known is not None and isinstance(block, nodes.Block) and block.name not in known | called:
                values = {"name": block.name, "base": base.name, "known": nearest(block.name, known)}
                yield Finding("RG548", source.place(block), values)
        yield from _outside(source, base)


def _outside(source: TemplateSource, base: TemplateSource) -> Iterator[Finding]:
    """Yield the first text after `extends` and outside of blocks, which is never printed."""
    start = next(place for place, node in enumerate(source.tree.body) if isinstance(node, nodes.Extends))
    for node in source.tree.body[start + 1 :]:
        for part in node.nodes if isinstance(node, nodes.Output) else ():
            text = part.data if isinstance(part, nodes.TemplateData) else "a value"
            if text.strip():
                line = part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
                yield Finding("RG549", Place(source.file, line), {"base": base.name})
                return


def _blocks_above(base: TemplateSource, by_name: dict[str, TemplateSource]) -> set[str] | None:
    """Return the names of the blocks of a template and of all that it extends; None where that cannot be told."""
    names: set[str] = set()
    seen: set[str] = set()
    above: TemplateSource | None = base
    while above is not None:
        if above.name in seen:
            return None
        seen.add(above.name)
        names |= {block.name for block in above.tree.find_all(nodes.Block)}
        following = base_of(above, by_name)
        if following is None and any(above.tree.find_all(nodes.Extends)):
            return None
        above = following
    return names
