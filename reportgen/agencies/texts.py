"""The words of the workbooks that agencies get, in a language.

They are those of the project's own `templates/workbook/`, else those that come with the program.
"""

import os
import re
from collections.abc import Callable, Collection, Mapping
from itertools import chain
from pathlib import Path, PurePath
from typing import Generic, TypeVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, diagnose
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.files.shipped import shipped_folder
from reportgen.limits import YAML_BYTES
from reportgen.model.status_texts import StatusFile
from reportgen.project.submission import fields_of
from reportgen.project.validate import validate
from reportgen.project.yaml import read_yaml
from reportgen.regex import regex

_FOLDER = PurePath("templates", "workbook")
_LANGUAGE = regex(r"[a-z]{2,3}")
_GROUP = regex(rb"^(?=[a-z])", re.MULTILINE)
_PURPOSE = "the words of the workbooks that agencies get"
_File = TypeVar("_File", bound=StatusFile)
_Part = TypeVar("_Part")


class ReadTexts(Struct, Generic[_File], frozen=True):
    """What a file of texts holds."""

    texts: _File | None
    """None where there is no such file, or where it cannot be used."""
    diagnostics: tuple[Diagnostic, ...]


def read_texts(kind: type[_File], root: Path, language: str) -> ReadTexts[_File]:
    """Read the texts of workbooks, or those of a status alone.

    Args:
        kind: `FormTexts` for all; `StatusFile` reads no more than its name says.
        root: the project's folder, as the user typed it.
        language: its code, such as `en` or `ru`.
    """
    if _LANGUAGE.fullmatch(language) is None:
        return ReadTexts(None, (_unknown(root, language),))
    file = _FOLDER / f"{language}.yaml"
    shipped = shipped_folder().parent
    folder = root if os.path.lexists(root / file) else shipped  # a link that leads nowhere is said to, not passed over
    if folder is shipped and not (shipped / file).is_file():
        return ReadTexts(None, (_unknown(root, language),))
    name = (PurePath(root) / file if folder is root else file).as_posix()
    try:
        data = read_bytes(folder / file, name, root=folder, limit=YAML_BYTES)
        read = read_yaml(_only(kind.model_fields, data) if folder is shipped else data, name)
    except Refused as refused:
        return ReadTexts(None, (refused.diagnostic,))
    fields, found = fields_of(read, name, _PURPOSE)
    texts = None
    if fields is not None:
        if "tables" in kind.model_fields and "tables" not in fields:
            fields["tables"] = _english_tables()
        texts, wrong = validate(kind, fields, read.places)
        found.extend(wrong)
    return ReadTexts(texts if read.is_sound else None, tuple(found.all()))


def read_texts_of(
    kind: type[_File], root: Path, languages: Mapping[str, str]
) -> tuple[dict[str, _File], tuple[Diagnostic, ...]]:
    """Read the texts for each of some agencies.

    Args:
        kind: as for `read_texts`.
        root: the project's folder, as the user typed it.
        languages: the code of the language of each agency, by the agency's code.

    Returns:
        The texts by agency, without those that cannot be used, and what is wrong with these.
    """
    read = {language: read_texts(kind, root, language) for language in dict.fromkeys(languages.values())}
    texts = {agency: read[language].texts for agency, language in languages.items()}
    found = tuple(diagnostic for one in read.values() for diagnostic in one.diagnostics)
    return {agency: one for agency, one in texts.items() if one is not None}, found


def first_with(texts: _File, part: Callable[[_File], _Part | None]) -> tuple[_File, _Part]:
    """Return the first texts that have a part, and it: a project's own file may be older than the part.

    After the texts come the shipped ones in their language, then those in English.

    Raises:
        ValueError: the shipped texts in English lack it.
    """
    shipped = shipped_folder().parent
    others = (one for one in (texts.language, "en") if (shipped / _FOLDER / f"{one}.yaml").is_file())
    for known in chain((texts,), (read_texts(type(texts), shipped, one).texts for one in others)):
        if known is not None and (found := part(known)) is not None:
            return known, found
    raise ValueError("the shipped texts in English have all parts")


def _only(groups: Collection[str], data: bytes) -> bytes:
    """Return a shipped file with empty lines for all but some of its groups, each of which begins without a space."""
    parts = _GROUP.split(data)
    return b"".join(part if part.partition(b":")[0].decode() in groups else b"\n" * part.count(b"\n") for part in parts)


def _english_tables() -> object:
    """Return the words of the sheet Tables, which files of texts that are older than it do not have."""
    root, file = shipped_folder().parent, _FOLDER / "en.yaml"
    read = read_yaml(read_bytes(root / file, file.as_posix(), root=root, limit=YAML_BYTES), file.as_posix())
    return read.data.get("tables") if isinstance(read.data, dict) else None


def _unknown(root: Path, language: str) -> Diagnostic:
    """Return what is said where there are no texts in a language: those that there are."""
    known: set[str] = set()
    for folder in (root, shipped_folder().parent):
        try:
            known |= {path.stem for path in (folder / _FOLDER).glob("*.yaml")}
        except OSError:
            continue
    return diagnose("RG606", language=language, known=", ".join(sorted(known)))
