"""JSON Schemas of a project's files, made from the model; what a field means is the line under it in the code."""

import ast
import inspect
import itertools
import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.model import base, indicators, report
from reportgen.model.base import Model
from reportgen.model.report import Agencies, Clearances, Outline, Settings, Submission

FILES: dict[str, type[Model]] = {
    "report": Settings,
    "issues": Outline,
    "agencies": Agencies,
    "submission": Submission,
    "clearances": Clearances,
}
"""The files of a project, and the types that they hold."""
_MODULES = (base, indicators, report)


def json_schemas() -> dict[str, bytes]:
    """The schemas by file name, `report.schema.json` and so on."""
    meanings = {name: meaning for module in _MODULES for name, meaning in _meanings(module)}
    return {f"{name}.schema.json": _schema(type_, meanings) for name, type_ in FILES.items()}


def _schema(type_: type[Model], meanings: Mapping[str, Mapping[str, str]]) -> bytes:
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **type_.model_json_schema()}
    for name, described in {type_.__name__: schema, **schema.get("$defs", {})}.items():
        for field, meaning in meanings.get(name, {}).items():
            if field in described.get("properties", {}):
                described["properties"][field]["description"] = meaning
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def _meanings(module: object) -> Iterator[tuple[str, dict[str, str]]]:
    """The lines under the fields of a module's models, by model and field; of a base's fields in each model too."""
    for name, kind in inspect.getmembers(module, inspect.isclass):
        if issubclass(kind, Model):
            bases = [one for one in reversed(kind.__mro__) if issubclass(one, Model)]
            yield name, {field: meaning for one in bases for field, meaning in _lines_under_fields(one)}


def _lines_under_fields(kind: type[Model]) -> Iterator[tuple[str, str]]:
    """Each field with the text under it in the source of its class."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, line in itertools.pairwise(body):
        match field, line:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                yield name, inspect.cleandoc(meaning)
