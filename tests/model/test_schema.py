"""The JSON Schemas: every field is explained, and its example is right."""

import datetime as dt
import json
from typing import Any

import pytest
from conftest import Golden
from pydantic import TypeAdapter

from reportgen.model import clearances, comments, indicators, outline, report, small_numbers
from reportgen.model.base import Model
from reportgen.model.schema import FILES, meanings, read_example

MODELS = sorted(
    {
        kind
        for module in (report, outline, indicators, small_numbers, clearances, comments)
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, Model)
        and kind not in {Model, report.Report, small_numbers.Grouped, small_numbers.Withheld}
    },
    key=lambda kind: kind.__name__,
)
"""Every type that a file of a project is made of; a `Report` is made of several, and nobody writes `Grouped` or
`Withheld`."""
FIELDS = [(kind, field) for kind in MODELS for field in kind.model_fields]


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{kind.__name__}.{field}" for kind, field in FIELDS])
def test_every_field_has_a_description_and_a_right_example(kind: type[Model], field: str) -> None:
    """What an editor shows beside a field is there, and what it proposes is accepted as the file would be read."""
    meaning, example = read_example(meanings(kind)[field])
    info = kind.model_fields[field]
    annotated: Any = info.rebuild_annotation()

    assert meaning.endswith(".")
    assert example is not None
    TypeAdapter(annotated).validate_python(_as_read(example, annotated), strict=None)


def _as_read(example: object, annotation: object) -> object:
    """The example as the reader of YAML gives it: a date is a date."""
    return dt.date.fromisoformat(example) if "date" in str(annotation) and isinstance(example, str) else example


def test_what_a_field_may_hold_stays_the_same(golden: Golden) -> None:
    """Bounds, forms, words to choose from, and what counts where a field is left out; of many no other test tells."""
    lines = []
    for kind, field in FIELDS:
        info = kind.model_json_schema()["properties"][field]
        held = {name: value for name, value in info.items() if name not in {"title", "description", "examples"}}
        lines.append(f"{kind.__name__}.{field}: {json.dumps(held, sort_keys=True)}\n")
    golden("fields.txt", "".join(lines))


def test_every_model_is_in_a_schema() -> None:
    """No type of a file is left out of the test above."""
    reached = {name for kind in FILES.values() for name in {kind.__name__, *kind.model_json_schema().get("$defs", {})}}

    assert reached == {kind.__name__ for kind in MODELS} - {"Series"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its code. Example: `KAZ`.", ("Its code.", "KAZ")),
        ("A year: `2023`. Example: `2024`.", ("A year: `2023`.", 2024)),
        ('Its names. Example: `{"a": "b c"}`.', ("Its names.", {"a": "b c"})),
        ("No example.", ("No example.", None)),
    ],
)
def test_an_example_is_text_or_json(text: str, expected: tuple[str, object]) -> None:
    """Text needs no quotation marks; numbers, lists and fields are JSON; without the word nothing is an example."""
    assert expected == read_example(text)
