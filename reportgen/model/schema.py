"""JSON Schemas of a project's files, made from the model."""

import json

from pydantic import BaseModel

from reportgen.model.report import Agencies, Clearances, Outline, Settings, Submission

FILES: dict[str, type[BaseModel]] = {
    "report": Settings,
    "issues": Outline,
    "agencies": Agencies,
    "submission": Submission,
    "clearances": Clearances,
}
"""The files of a project, and the types that they hold."""


def json_schemas() -> dict[str, bytes]:
    """The schemas by file name, `report.schema.json` and so on."""
    return {f"{name}.schema.json": _schema(type_) for name, type_ in FILES.items()}


def _schema(type_: type[BaseModel]) -> bytes:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **type_.model_json_schema()}
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
