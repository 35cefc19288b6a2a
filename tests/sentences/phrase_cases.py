"""Cases in the schema of `phrases.yaml`: reading them, and writing their texts with the narrator."""

import ast
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportgen.model import Indicator, Period
from reportgen.sentences import Narrator, Options, Phrase, Run, Subject, TableSpec

HERE = Path(__file__).parent
_REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def read_cases(*names: str) -> list[dict[str, Any]]:
    """All cases of some files in this folder, in their order."""
    yaml = YAML(typ="safe", pure=True)
    return [case for name in names for case in yaml.load(HERE / name)]


def exact(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data with decimals in place of binary floats, as intake reads it."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return [exact(item) for item in value] if isinstance(value, list) else value


def indicators(data: Mapping[str, Any]) -> dict[str, Indicator]:
    """The indicators of a case."""
    return {key: Indicator.model_validate(exact(fields)) for key, fields in data.items()}


def narrator(case: Mapping[str, Any], language: str = "en") -> Narrator:
    """The narrator of a case."""
    reference = Period.parse(case["year"]) if "year" in case else None
    return Narrator(indicators(case["indicators"]), case.get("lang", language), Options(reference=reference))


def parts(writer: Narrator, text: str) -> Iterator[str | Phrase]:
    """A text with references as plain text and phrases in turn."""
    for place, piece in enumerate(_REFERENCE.split(text)):
        if place % 2 == 0:
            yield piece
        else:
            tree = ast.parse(piece.strip(), mode="eval").body
            made = _evaluate(writer, tree)
            assert not isinstance(made, str)
            yield writer.value(made) if isinstance(made, Subject) else made


def _evaluate(writer: Narrator, node: ast.expr) -> Any:  # noqa: ANN401 - a value of any kind
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Name(id=name)):
            return writer.apply(name, _evaluate(writer, left), [], {})
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Call(func=ast.Name(id=name), args=args, keywords=keywords)):
            values = [_evaluate(writer, arg) for arg in args]
            named = {str(keyword.arg): _evaluate(writer, keyword.value) for keyword in keywords}
            return writer.apply(name, _evaluate(writer, left), values, named)
        case ast.Name(id=key):
            return writer.subject(key)
        case ast.List(elts=items):
            return [_evaluate(writer, item) for item in items]
    return ast.literal_eval(node)


def realised(writer: Narrator, pieces: list[str | Phrase]) -> list[Run]:
    """A paragraph as runs, its plain text among them."""
    return [run for piece in writer.realise(pieces) for run in ((Run(piece),) if isinstance(piece, str) else piece)]


def written(case: Mapping[str, Any], language: str = "en") -> str:
    """The text of a case, with ordinary spaces."""
    writer = narrator(case, language)
    runs = realised(writer, list(parts(writer, case["text"])))
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def report_text(writer: Narrator, keys: list[str]) -> list[str]:
    """The generated paragraphs and tables of some indicators as text, with ordinary spaces; a table's rows as lines."""
    blocks = writer.report(keys)
    texts = [_table(writer, block) if isinstance(block, TableSpec) else _prose(writer, block) for block in blocks]
    return [text.replace("\u00a0", " ") for text in texts]


def _prose(writer: Narrator, block: tuple[str | Phrase, ...]) -> str:
    return "".join(run.text for run in realised(writer, list(block)))


def _table(writer: Narrator, table: TableSpec) -> str:
    rows = [[cell.parts for cell in row.cells] for row in table.rows]
    lines = [" | ".join(_cell(writer, parts) for parts in row) for row in [table.head, *rows]]
    return "\n".join([_cell(writer, table.caption), *lines])


def _cell(writer: Narrator, cell: tuple[str | Phrase, ...]) -> str:
    pieces = writer.realise_cell(cell)
    return "".join(piece if isinstance(piece, str) else "".join(run.text for run in piece) for piece in pieces)


def read_mapping(name: str) -> dict[str, Any]:
    """The mapping that a file in this folder holds."""
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(HERE / name)
    return found
