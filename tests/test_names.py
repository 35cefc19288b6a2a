"""A name of a class says one thing in the whole program."""

import ast
from collections import defaultdict

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
