"""What a value has to look like is said in words, whatever field it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from project import AGENCIES, make_project

from reportgen.model.base import Model
from reportgen.project import read_project
from reportgen.project.validate import _FORMS


def patterns(plain: object) -> Iterator[str]:
    """All patterns of a JSON Schema."""
    if isinstance(plain, dict):
        if isinstance(pattern := plain.get("pattern"), str):
            yield pattern
        for value in plain.values():
            yield from patterns(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from patterns(value)


def models(root: type[Model]) -> Iterator[type[Model]]:
    """All classes of the model that are known."""
    for below in root.__subclasses__():
        yield below
        yield from models(below)


def test_every_form_has_words() -> None:
    """No message says “another form” and leaves the reader to guess which; periods have a message of their own."""
    found = {pattern for model in models(Model) for pattern in patterns(model.model_json_schema())}
    silent = [one for one in found if not any(one.startswith(start) for start in _FORMS)]
    assert len(found) > len(_FORMS) // 2
    assert [r"^\d{4}(-\d{4}|-H[12]|-Q[1-4]|-\d{2}(/\d{4}-\d{2})?)?$"] == silent


@pytest.mark.parametrize(
    ("field", "said"),
    [("email: Maria <m@justice.example>", "an e-mail address alone"), ("language: Russian", "such as ru")],
)
def test_the_form_of_an_address_and_of_a_language_is_said(tmp_path: Path, field: str, said: str) -> None:
    """Each names an example to copy."""
    agencies = AGENCIES.replace("name: Ministry of Justice}", f"name: Ministry of Justice, {field}}}")
    root = make_project(tmp_path, agencies_yaml=agencies)
    assert [True] == [said in one.message for one in read_project(root).diagnostics if one.code == "RG207"]
