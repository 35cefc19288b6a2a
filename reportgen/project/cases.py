"""Files of cases for `reportgen phrase`: a list in YAML or JSON; each item is a case, or the reasons against it."""

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic import Field

from reportgen.diagnostics import Diagnostic, Place, Places, diagnose
from reportgen.files.findings import Findings
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import YAML_BYTES
from reportgen.model import Period
from reportgen.model.base import Label, Model, Text, nothing
from reportgen.model.indicators import Indicators
from reportgen.model.report import ReportLanguage
from reportgen.project.figures import read_figures
from reportgen.project.validate import validate
from reportgen.project.versions import Languages, choose_texts
from reportgen.project.yaml import Plain, ReadYaml, read_yaml


class Case(Model):
    """One case of a file for `reportgen phrase`."""

    id: Label
    text: Text
    indicators: Indicators = Field(default_factory=nothing)
    expect: Text | None = None
    """The exact text; ordinary spaces stand for non-breaking ones too."""
    year: Period | None = None
    """The reference year; None: the latest period."""
    lang: ReportLanguage | None = None
    """The language of the text; None: the one that the command names."""


class ReadCase(Struct, frozen=True):
    """One item of a file of cases."""

    id: str
    """Its id as it was written; its number in the file where it has none."""
    case: Case | None
    """None where the item was refused."""
    places: Places
    """Paths from the item down to places."""
    diagnostics: tuple[Diagnostic, ...]


class ReadCases(Struct, frozen=True):
    """A file of cases."""

    cases: tuple[ReadCase, ...]
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the file as a whole."""


def read_cases(path: Path, language: str = "en") -> ReadCases:
    """Read a file of cases.

    Args:
        path: a YAML file, or JSON where its name ends with `.json`.
        language: of whose words those are taken that stand in several languages.
    """
    name = path.as_posix()
    try:
        data = read_bytes(path, name, root=path.parent, limit=YAML_BYTES)
        read = _read_json(data, name) if path.suffix.casefold() == ".json" else read_yaml(data, name)
    except Refused as refused:
        return ReadCases((), (refused.diagnostic,))
    if not read.is_sound:
        return ReadCases((), read.diagnostics)
    if not isinstance(read.data, list):
        return ReadCases((), (diagnose("RG128", Place(name)),))
    chosen, lacking = choose_texts(read, name, Languages(language, language))
    places = _by_item(chosen.places, name)
    items = chosen.data if isinstance(chosen.data, list) else []
    cases = tuple(_read_case(item, number, places[number], name) for number, item in enumerate(items))
    return ReadCases(cases, (*read.diagnostics, *lacking))


def _by_item(places: Places, name: str) -> dict[int, Places]:
    """Return the places of each item, with paths from the item down."""
    items: defaultdict[int, Places] = defaultdict(lambda: Places({(): Place(name)}))
    for path, place in places:
        if path and isinstance(path[0], int):
            items[path[0]].add(path[1:], place)
    return items


def _read_json(data: bytes, name: str) -> ReadYaml:
    """Return JSON as plain data; its values have no places of their own."""
    places = Places({(): Place(name)})
    try:
        return ReadYaml(json.loads(data, parse_float=Decimal), places, ())
    except ValueError as error:  # a syntax error, or bytes that are no text
        line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
        found = diagnose("RG120", Place(name, line, column), problem="it is not JSON")
        return ReadYaml(None, places, (found,))
    except RecursionError:
        return ReadYaml(None, places, (diagnose("RG120", Place(name), problem="it is nested too deeply"),))


def _read_case(item: Plain, number: int, places: Places, name: str) -> ReadCase:
    """Return one item as a case."""
    id_ = str(item["id"]) if isinstance(item, dict) and "id" in item else str(number + 1)
    found = Findings()
    if isinstance(item, dict):
        fields: dict[str, Any] = dict(item)
        read_figures(fields, places, name, found)
        item = fields
    case, refused = validate(Case, item, places)
    found.extend(refused)
    return ReadCase(id_, None if found.has_errors else case, places, found.all())
