"""Keep of a refused submission what is sound, so that all that is wrong with a file is said at once.

Nothing is built from such a file: its errors stand. But an agency whose workbook has a date that is none would else be
told of a wrong reference only when it has sent the workbook again.
"""

from typing import Any, TypeVar

from pydantic import ValidationError

from reportgen.diagnostics import Path, Places
from reportgen.limits import PROBLEMS_OF_A_VALUE
from reportgen.model.base import Model
from reportgen.project.validate import path_in

_M = TypeVar("_M", bound=Model)
_ROUNDS = 4
"""What lacks a field that was taken out goes in the next round: the field, its item, its list."""


def salvage(model: type[_M], data: Any, places: Places) -> tuple[_M | None, Places]:
    """Make a value of the sound parts of data.

    Args:
        model: the type.
        data: plain data that the model refused; it stays as it is.
        places: where the data stand.

    Returns:
        The value, and the places of what is left; None where too little is left.
    """
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data), places
        except ValidationError as error:
            problems = error.errors(include_url=False)
        wrong = {path_in(data, problem["loc"]) for problem in problems}
        if () in wrong or len(problems) > PROBLEMS_OF_A_VALUE:
            break
        data, places = _without(data, (), wrong), _moved_places(places, wrong)
    return None, places


def _without(data: Any, path: Path, wrong: set[Path]) -> Any:
    """Return a copy of data without the values at some paths."""
    if isinstance(data, dict):
        return {key: _without(one, (*path, key), wrong) for key, one in data.items() if (*path, key) not in wrong}
    if isinstance(data, list):
        return [_without(one, (*path, place), wrong) for place, one in enumerate(data) if (*path, place) not in wrong]
    return data


def _moved_places(places: Places, wrong: set[Path]) -> Places:
    """Return the places of what is left; items move up to where others were taken out."""
    moved = Places()
    for path, place in places:
        steps = [path[: depth + 1] for depth in range(len(path))]
        if wrong.isdisjoint(steps):
            moved.add(tuple(_step(step, wrong) for step in steps), place, places.columns(path))
    return moved


def _step(path: Path, wrong: set[Path]) -> str | int:
    """Return the last step of a path, less the items of its list that are gone before it."""
    *_, last = path
    if isinstance(last, str):
        return last
    gone = (one for one in wrong if one[:-1] == path[:-1])
    return last - sum(isinstance(one[-1], int) and one[-1] < last for one in gone)
