"""Write the files of a project: report.yaml, issues.yaml, agencies.yaml, submissions and the ledgers of senders.

What is written and read again is the same. A submission gives the same bytes in every version of the program: what a
workbook was filled from is known by their hash (`agencies/versions.py`).
"""

import datetime as dt
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from reportgen.model import Agency, Issue, Observation, Outline, Period, Reply, Submission, Theme
from reportgen.model.indicators import Series
from reportgen.model.items import Kept, Ledger
from reportgen.model.schema import json_schemas
from reportgen.regex import regex

_PLAIN = regex(r"[^\W\d_][\w ’.()-]*", re.ASCII)
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}
_SCHEMA_LINE = regex(rb"^# yaml-language-server:.*\n", re.MULTILINE)
_SCHEMAS = "schema"
"""The folder of a project for the schemas of its files, as `reportgen schema` writes it."""
_SCHEMA_OF = dict.fromkeys(("submissions", "previous"), "submission")
"""The schema of the files in a folder of a project; a file beside it has the schema of its own name."""
_LINE = 80
"""Characters of a reply that fits a line of a YAML file; a longer one is written as a block."""


def with_schemas(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files of a new project with the schemas by which editors check them and propose fields.

    Each YAML file begins with the line `# yaml-language-server: $schema=…`, which names its schema from where the file
    stands (the line of the YAML extension for VS Code and of other editors).

    Args:
        files: contents by path below the project's folder, with `/`.
    """
    schemas = {f"{_SCHEMAS}/{name}": data for name, data in json_schemas().items()}
    return {path: _with_schema(path, data, schemas) for path, data in files.items()} | schemas


def _with_schema(path: str, data: bytes, schemas: Mapping[str, bytes]) -> bytes:
    folder, _, name = path.rpartition("/")
    schema = f"{_SCHEMAS}/{_SCHEMA_OF.get(folder, name.removesuffix('.yaml'))}.schema.json"
    if not name.endswith(".yaml") or schema not in schemas:
        return data
    line = f"# yaml-language-server: $schema={'../' * bool(folder)}{schema}\n"
    return line.encode() + _SCHEMA_LINE.sub(b"", data)


# ---- report.yaml, issues.yaml, agencies.yaml --------------------------------------------------------------------


class Offer(Struct, frozen=True):
    """A field that is not given: a comment with an example, for a person to take the `# ` away."""

    example: str


def report_yaml(groups: Sequence[Mapping[str, object]], notes: Mapping[str, str]) -> str:
    """Return the fields of `report.yaml`, notes at the ends of neighbouring lines one below the other.

    Args:
        groups: fields by name, with an empty line between two groups. A mapping is written as the fields below its
            name, a list an item a line, a tuple on one line; None is left out. A name with a `#` is a comment.
        notes: what stands at the end of a line, by the name of its field.
    """
    blocks = (list(_field_lines(group, notes)) for group in groups)
    return "\n".join(_aligned(lines) for lines in blocks if lines)


def _field_lines(fields: Mapping[str, object], notes: Mapping[str, str], indent: str = "") -> Iterator[tuple[str, str]]:
    """Yield each line without its note, and the note."""
    for name, value in fields.items():
        note = notes.get(name, "")
        match value:
            case _ if name.startswith("#"):
                yield f"{indent}{name}", ""
            case None:
                continue
            case Offer(example):
                yield f"{indent}# {name}: {example}", note
            case Mapping():
                yield f"{indent}{name}:", note
                yield from _field_lines(value, notes, f"{indent}  ")
            case list():
                yield f"{indent}{name}:", note
                yield from ((f"{indent}  - {scalar(item)}", "") for item in value)
            case _:
                yield f"{indent}{name}: {_flow_value(value)}", note


def _flow_value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return f"[{', '.join(map(_flow_value, value))}]"
        case dt.date():
            return value.isoformat()
        case str():
            return scalar(value)
    return str(value)


def _aligned(lines: Sequence[tuple[str, str]]) -> str:
    width = max((len(text) for text, note in lines if note), default=0)
    return "".join(f"{text:<{width}}   # {note}\n" if note else f"{text}\n" for text, note in lines)


def scalar(text: str) -> str:
    """Return text as a YAML value: as it is where that is safe, else in quotation marks."""
    safe = _PLAIN.fullmatch(text.replace("/", "")) and text.casefold() not in _WORDS and text == text.strip()
    return text if safe else quoted(text)


def quoted(text: str) -> str:
    """Return text in quotation marks, so that YAML takes it for nothing else."""
    return json.dumps(text, ensure_ascii=False)


def issues_yaml(outline: Outline, head: str, notes: Mapping[int, str] | None = None) -> str:
    """Return `issues.yaml`; an issue without agencies gets a comment to name them.

    Args:
        outline: the list of issues.
        head: comments to begin with, each line with its `# `.
        notes: what stands beside the number of an issue, by that number.
    """
    title = f"title: {scalar(outline.title)}\n" if outline.title else ""
    divided = "".join(f"  {scalar(name)}: {_in_flow(parts)}\n" for name, parts in outline.breakdowns.items())
    breakdowns = f"breakdowns:\n{divided}" if divided else ""
    parts = "".join(
        f"  - title: {scalar(part.title)}\n    themes:{'' if part.themes else ' []'}\n"
        + "".join(_theme_lines(theme, notes or {}) for theme in part.themes)
        for part in outline.parts
    )
    return f"{head}{title}{breakdowns}parts:\n{parts}"


def _theme_lines(theme: Theme, notes: Mapping[int, str]) -> str:
    head = f"      - title: {scalar(theme.title)}\n        issues:" if theme.title else "      - issues:"
    issues = "".join(f"{line}\n" for issue in theme.issues for line in _issue_lines(issue, notes.get(issue.number, "")))
    return f"{head}\n{issues}" if issues else f"{head} []\n"


def _issue_lines(issue: Issue, note: str) -> Iterator[str]:
    indent = " " * 12
    yield f"          - number: {issue.number}" + (f"   # {note}" if note else "")
    if issue.text:
        yield f"{indent}text: {quoted(issue.text)}"
    if issue.questions:
        yield f"{indent}questions:"
        yield from (f"{indent}  - {quoted(question)}" for question in issue.questions)
    if issue.articles:
        yield f"{indent}articles: [{', '.join(map(quoted, issue.articles))}]"
    yield f"{indent}agencies: [{', '.join(issue.agencies)}]" if issue.agencies else f"{indent}# agencies: []"
    asks = issue.asks.model_dump(exclude_defaults=True)
    if asks:
        yield f"{indent}asks:"
    if "indicators" in asks:
        asks["indicators"] = [asked if len(asked) > 1 else asked["label"] for asked in asks["indicators"]]
    for name, values in asks.items():
        yield f"{indent}  {name}: {_in_flow(values)}"


def _in_flow(value: Any) -> str:
    """Return plain data on one line, texts in quotation marks."""
    match value:
        case BaseModel():
            return _in_flow(value.model_dump())
        case Mapping():
            return f"{{{', '.join(f'{name}: {_in_flow(one)}' for name, one in value.items() if one is not None)}}}"
        case list() | tuple():
            return f"[{', '.join(map(_in_flow, value))}]"
        case int():
            return str(value)
        case _:
            return quoted(str(value))


def agencies_yaml(agencies: Sequence[Agency], head: str) -> str:
    """Return `agencies.yaml` with the codes and names of agencies.

    Args:
        agencies: in their order; none for a project that is only begun.
        head: comments to begin with, each line with its `# `.
    """
    listed = "".join(f"  - code: {agency.code}\n    name: {scalar(agency.name)}\n" for agency in agencies)
    return f"{head}agencies:{'' if listed else ' []'}\n{listed}"


# ---- submissions and ledgers ------------------------------------------------------------------------------------

_INDICATOR = (
    *("label", "unit", "measure", "issue", "values", "breakdown", "exhaustive", "breaks", "share"),
    *("source", "published", "report", "show"),
)
"""The fields of an indicator, in the order in which they are written."""


def submission_yaml(submission: Submission, head: str = "") -> bytes:
    """Return the YAML of a submission.

    Args:
        submission: what it holds.
        head: comments to begin with, each line with its `# `.
    """
    data = _fields(submission, ("agency", "department", "date", "contact"))
    series = {key: _fields(indicator, _INDICATOR) for key, indicator in submission.indicators.items()}
    listed = {
        "indicators": CommentedMap(series),
        "replies": [_reply(reply) for reply in submission.replies],
        "nothing_to_add": list(submission.nothing_to_add),
        "answers": [_fields(answer, type(answer).model_fields) for answer in submission.answers],
    }
    data.update({name: values for name, values in listed.items() if values})
    return _dump(data, head)


def ledger_yaml(ledger: Ledger, head: str) -> bytes:
    """Return the YAML of a sender's ledger.

    Args:
        ledger: what it holds.
        head: comments to begin with, each line with its `# `.
    """
    data = {
        "in_force": [_kept(kept) for kept in ledger.in_force],
        "before": [[_kept(kept) for kept in version] for version in ledger.before],
    }
    return _dump(CommentedMap({name: values for name, values in data.items() if values}), head)


def _kept(kept: Kept) -> CommentedMap:
    data = CommentedMap(file=kept.file, sha256=kept.sha256)
    if kept.repeats:
        data["repeats"] = [_flow(_fields(item, type(item).model_fields)) for item in kept.repeats]
    return data


def _fields(model: BaseModel, names: Sequence[str] | Mapping[str, object]) -> CommentedMap:
    """Return fields of a model as plain data, without those that have their default; `values` are always there."""
    fields = type(model).model_fields
    given = {name: getattr(model, name) for name in names}
    return CommentedMap(
        {
            name: _plain(value)
            for name, value in given.items()
            if name == "values" or value != fields[name].get_default(call_default_factory=True)
        }
    )


def _plain(value: Any) -> Any:
    """Return a value of a field as plain data: what is short on one line, a year as the number that it is."""
    match value:
        case Period():
            return int(str(value)) if value.is_year else str(value)
        case Observation():
            fields = value.model_dump(exclude_none=True, exclude_defaults=True)
            if not set(fields) <= {"value"}:
                return _flow(fields if value.is_bare else {"value": value.value, **fields})
            return _flow({}) if value.is_bare else value.value
        case Mapping():
            return _flow({_plain(key): _plain(one) for key, one in value.items()})
        case Series():
            return _fields(value, ("label", "by", "exhaustive", "values"))
        case tuple():
            return [_plain(one) for one in value]
        case BaseModel():
            return _flow(value.model_dump(exclude_none=True))
    return value


def _flow(fields: Mapping[Any, Any]) -> CommentedMap:
    """Return fields that are written on one line."""
    data = CommentedMap(fields)
    data.fa.set_flow_style()
    return data


def _reply(reply: Reply) -> CommentedMap:
    is_long = "\n" in reply.text or len(reply.text) > _LINE
    data = _fields(reply, ("issue", "key"))
    if reply.answers:
        data["answers"] = CommentedSeq(reply.answers)
        data["answers"].fa.set_flow_style()
    data["text"] = LiteralScalarString(reply.text + "\n") if is_long else reply.text
    return data


def editing_yaml() -> YAML:
    """Return what reads and writes files of a project: quotes and lines of text stay, and nothing gets an anchor."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda _: True  # intake refuses the anchor that a value given twice would get
    return yaml


def _dump(data: CommentedMap, head: str) -> bytes:
    yaml = editing_yaml()
    yaml.representer.add_representer(Decimal, _represent_number)
    buffer = io.BytesIO()
    yaml.dump(data, buffer)
    return head.encode() + buffer.getvalue()


def _represent_number(representer: Any, value: Decimal) -> Any:
    """Write a figure with its digits as they are."""
    whole = value == value.to_integral_value()
    tag = "tag:yaml.org,2002:int" if whole else "tag:yaml.org,2002:float"
    return representer.represent_scalar(tag, f"{value:.0f}" if whole else f"{value:f}")
