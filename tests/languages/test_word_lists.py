"""Lists of words and thresholds: a word that falls out of a list changes what is read, and no sentence may tell."""

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import ModuleType

from conftest import Golden
from msgspec import Struct
from msgspec.structs import asdict

import reportgen

ROOMS = ("languages", "checks", "claims", "document", "files", "limits", "model", "project", "sentences")
"""Where such lists stand; the languages first, whose lists the others use."""
ELSEWHERE = frozenset({"FILTERS", "_FILTERS"})
"""The phrases, which `docs/phrases.md` holds."""


def modules() -> Iterator[ModuleType]:
    """All modules of the rooms in order."""
    found = [one.name for one in pkgutil.walk_packages(reportgen.__path__, "reportgen.")]
    for room in ROOMS:
        inside = sorted(name for name in found if f"{name}.".startswith(f"reportgen.{room}."))
        yield from map(importlib.import_module, inside)


def pattern_of(value: object) -> str | None:
    """A pattern with its flags before it, as they are written within one; None for anything else."""
    pattern, flags = getattr(value, "pattern", None), getattr(value, "flags", 0)
    if not isinstance(pattern, str | bytes):
        return None
    letters = "".join(letter for letter in "imsx" if flags & re.RegexFlag[letter.upper()])
    text = pattern if isinstance(pattern, str) else str(pattern)
    return f"(?{letters}){text}" if letters else text


def written(value: object) -> str:
    """A value as text; sets within it in an order of their own, whatever the seed of hashes."""
    if (pattern := pattern_of(value)) is not None:
        return repr(pattern)
    if isinstance(value, frozenset | set):
        return f"{{{', '.join(sorted(map(written, value)))}}}"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(written, value))})"
    if isinstance(value, Struct):
        return f"({', '.join(fields(value))})"
    if callable(value):
        return f"{getattr(value, '__self__', '')!s:.40}.{value.__name__}" if hasattr(value, "__name__") else "function"
    return str(value)


def fields(value: Struct) -> list[str]:
    """What the fixed wording of a language says, field by field."""
    return [f"{name}: {written(one)}" for name, one in asdict(value).items()]


def entries(value: object) -> list[str] | None:
    """What a list, a table, a text, a pattern or a threshold holds; None for anything else."""
    if isinstance(text := pattern_of(value) or value, str):
        return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text).split("|")
    if isinstance(value, int | float | Decimal | date | range):
        return [str(value)]
    if isinstance(value, Mapping):
        if all(map(callable, value.values())):
            return None  # what is done with what
        return sorted(f"{written(key)}: {written(one)}" for key, one in value.items())
    if isinstance(value, frozenset | set):
        return sorted(map(written, value))
    if isinstance(value, Struct):
        return fields(value)
    return list(map(written, value)) if isinstance(value, tuple | list) else None


def listed(module: ModuleType, seen: set[tuple[str, int]]) -> Iterator[str]:
    """The lists of a module by their names, but for those that another module has as well."""
    for name, value in sorted(vars(module).items()):
        held = entries(value) if name.isupper() and name not in ELSEWHERE else None
        if held is None or (name, id(value)) in seen or any(" at 0x" in one or "<module " in one for one in held):
            continue
        seen.add((name, id(value)))
        words = textwrap.fill(", ".join(held), 118, initial_indent="    ", subsequent_indent="    ")
        yield f"{module.__name__}.{name} ({len(held)})\n{words}\n"


def test_no_word_is_lost(golden: Golden) -> None:
    """Every list as it is; who adds or takes out a word writes it anew, and reads the difference."""
    seen: set[tuple[str, int]] = set()
    golden("words.txt", "\n".join(text for module in modules() for text in listed(module, seen)))
