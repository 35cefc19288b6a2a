"""What all parts of the model share: frozen, strict, nothing unknown, Decimal for every figure."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from reportgen.limits import DIGITS, LABEL_CHARACTERS, NAME_CHARACTERS, TEXT_CHARACTERS


class Model(BaseModel):
    """A frozen value that refuses unknown fields and converts nothing silently."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,  # a run reads some of these types, and checks those in them along the way
        allow_inf_nan=False,
    )


_T = TypeVar("_T")
_K = TypeVar("_K")

Many = Annotated[tuple[_T, ...], Field(strict=False)]
"""A list in a file, a tuple in the model."""


def _once(value: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(value))


ONCE = AfterValidator(_once)
"""Behind the bounds of a list, which JSON Schema writes otherwise than those of a text."""
Once = Annotated[Many[_T], ONCE]
"""A list in which nothing counts twice, such as an agency that is named twice under an issue."""


def _freeze(value: dict[_K, _T]) -> Mapping[_K, _T]:
    return MappingProxyType(value)


Frozen = Annotated[dict[_K, _T], AfterValidator(_freeze)]
"""A mapping in a file, a read-only mapping in the model."""


def nothing() -> Any:
    """Return an empty read-only mapping."""
    return MappingProxyType({})


def _as_decimal(value: Any) -> Any:
    """Take an int for a Decimal; leave all else to pydantic, which refuses it (a float above all)."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
"""Wide enough that no figure of 15 digits is rounded before we round it; half up on Decimals is away from zero."""
Number = Annotated[
    Decimal,
    BeforeValidator(_as_decimal),
    Field(max_digits=DIGITS, allow_inf_nan=False),
    WithJsonSchema({"type": "number"}),
]
"""A figure: exact, at most 15 significant digits."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_CHARACTERS, pattern=r"^\S(.*\S)?$")]
"""A short name on one line."""
Code = Annotated[str, StringConstraints(max_length=NAME_CHARACTERS, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A code such as `supreme-court`: lower-case letters, digits, single hyphens."""
Key = Annotated[str, StringConstraints(max_length=NAME_CHARACTERS, pattern=r"^[a-z][a-z0-9_]*$")]
"""A key such as `dv_cases`: lower-case letters, digits and `_`, beginning with a letter."""
Label = Annotated[str, StringConstraints(min_length=1, max_length=LABEL_CHARACTERS, pattern=r"^\S([^\n]*\S)?$")]
"""Words on one line."""
Text = Annotated[str, StringConstraints(max_length=TEXT_CHARACTERS)]
"""Text of any number of lines."""
LongText = Annotated[str, StringConstraints(min_length=1, max_length=TEXT_CHARACTERS)]
"""The same, not empty."""
