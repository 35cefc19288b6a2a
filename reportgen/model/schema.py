"""JSON Schemas of a project's files, made from the model.

What a field means is the line under it in the code. It ends with an example: `Example: `KAZ`.` for text, or JSON.
"""

import ast
import inspect
import itertools
import json
import textwrap
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportgen.model import clearances, comments, indicators, outline, report, small_numbers
from reportgen.model.base import Model
from reportgen.model.clearances import Clearances
from reportgen.model.comments import Comments
from reportgen.model.outline import Outline
from reportgen.model.report import Agencies, Settings, Submission
from reportgen.regex import regex

FILES: dict[str, type[Model]] = {
    "report": Settings,
    "issues": Outline,
    "agencies": Agencies,
    "submission": Submission,
    "clearances": Clearances,
    "comments": Comments,
}
"""The files of a project, and the types that they hold."""
_EXAMPLE = regex(r"\s*Example: `(.+)`\.$")


def json_schemas() -> dict[str, bytes]:
    """Return the schemas by file name, `report.schema.json` and so on."""
    return {f"{name}.schema.json": _schema(type_) for name, type_ in FILES.items()}


@cache  # each import writes them, and reading the sources of all models takes longer than the rest of it
def _schema(type_: type[Model]) -> bytes:
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **type_.model_json_schema()}
    for name, described in {type_.__name__: schema, **schema.get("$defs", {})}.items():
        modules = (report, outline, indicators, small_numbers, clearances, comments)
        kind = next(found for module in modules if (found := getattr(module, name, None)))
        for field, text in meanings(kind).items():
            meaning, example = read_example(text)
            described["properties"][field] |= {"description": meaning, "examples": [example]}
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def read_example(text: str) -> tuple[str, Any]:
    """Return what the line under a field says without its example, and the example as plain data; else None."""
    found = _EXAMPLE.search(text)
    if found is None:
        return text, None
    try:
        return text[: found.start()], json.loads(found[1])
    except ValueError:  # it is text, which needs no quotation marks
        return text[: found.start()], found[1]


def meanings(kind: type[Model]) -> dict[str, str]:
    """Return the lines under the fields of a model, with those of the models that it extends."""
    bases = [one for one in reversed(kind.__mro__) if issubclass(one, Model)]
    return {field: " ".join(text.split()) for base in bases for field, text in lines_under_fields(base)}


def lines_under_fields(kind: type) -> Iterator[tuple[str, str]]:
    """Yield each field with the text under it in the source of its class."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, line in itertools.pairwise(body):
        match field, line:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                yield name, meaning
