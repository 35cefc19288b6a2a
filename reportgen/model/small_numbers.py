"""Small numbers about people: what a project asks for, and a number that is not printed (`protection` finds which)."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from reportgen.model.base import Frozen, Key, Model, nothing
from reportgen.model.indicators import Indicator, Observation

SmallAnswer = Literal["publish", "group", "fewer"]
"""Print the small numbers of an indicator; print them together with others; or print `fewer than 5`."""


class SmallNumbers(Model):
    """From which count on the persons of a cell are printed, and what was decided for single indicators."""

    below: Annotated[int, Field(ge=3, le=100)]
    """Cells of breakdowns that count persons, and fewer than this, are asked about. It is 3 at the least: fewer than 2
    is 1. Example: `5`."""
    answers: Frozen[Key, SmallAnswer] = Field(default_factory=nothing)
    """What is done with the small numbers of an indicator, by its key, whatever it counts; until it is answered, they
    are not printed, and a final build is refused. Example: `{"victims": "group"}`."""


def _settings(value: Any) -> Any:
    return {"below": value} if isinstance(value, int) else value


SmallNumbersSetting = Annotated[
    SmallNumbers, BeforeValidator(_settings, json_schema_input_type=SmallNumbers | Annotated[int, Field(ge=3, le=100)])
]
"""`small_numbers: 5`, or with answers."""


class Withheld(Observation):
    """A number that is not printed; it holds no value, so that nothing can be worked out of it."""

    below: int | None = None
    """It is printed as fewer than this; None: as not published."""


class Grouped(Indicator):
    """An indicator of which some parts are not printed by themselves."""

    together: Frozen[str, str] = Field(default_factory=nothing)
    """Their labels, each with that of the parts that it is printed with; empty: its breakdown is not printed."""
