"""A name of a class says one thing in the whole program, and a name of a module leads somewhere."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
from repository import ROOT

PUBLISHED = {"Observation", "Passage", "Sentence"}
"""Names that the JSON twin gives to shapes of its own (`reportgen/twins/shape.py`)."""


def test_a_name_of_a_class_means_one_thing() -> None:
    """Two rooms that call two things by one name cannot be told apart where both are imported."""
    homes = defaultdict(set)
    for path in (ROOT / "reportgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].add(path.relative_to(ROOT).as_posix())

    shared = {name: sorted(found) for name, found in homes.items() if len(found) > 1}
    twins = {name for name, found in shared.items() if "reportgen/twins/shape.py" in found and len(found) == 2}
    assert shared.keys() <= PUBLISHED, shared
    assert PUBLISHED == twins


ROOMS = sorted(path.parent for path in (ROOT / "reportgen").glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_names_modules_that_it_has(room: Path) -> None:
    """What its first lines send a newcomer to is there, in the room or among all."""
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*)/?`", text)

    assert [] == [name for name in named if not any(_is_there(folder / name) for folder in (room, room.parent))]


def _is_there(module: Path) -> bool:
    return module.is_dir() or module.with_suffix(".py").exists()
