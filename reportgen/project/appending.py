"""Add entries to a YAML file of a project that is one list; its comments and its order stay."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from reportgen.files.reading import read_bytes
from reportgen.limits import YAML_BYTES
from reportgen.project.writing import editing_yaml


def append_entries(root: Path, file: str, head: str, key: str, entries: Iterable[Mapping[str, object]]) -> bytes:
    """Return the contents of a file with some more entries.

    Args:
        root: the project's folder.
        file: below it; check has found it to be sound, where it is there.
        head: what a new file begins with.
        key: of the list.
        entries: fields by their names.

    Raises:
        Refused: where the file cannot be read.
    """
    yaml = editing_yaml()
    yaml.width = 120
    path = root / file
    text = read_bytes(path, path.as_posix(), root=root, limit=YAML_BYTES).decode() if path.exists() else head
    holds = yaml.load(text)
    if holds is None or holds.get(key) is None:
        holds = holds or CommentedMap()
        holds[key] = CommentedSeq()
    holds[key].fa.set_block_style()
    for entry in entries:
        holds[key].append(CommentedMap({name: _yaml_value(value) for name, value in entry.items()}))
    buffer = io.BytesIO()
    yaml.dump(holds, buffer)
    return buffer.getvalue()


def _yaml_value(value: object) -> object:
    if isinstance(value, Mapping):
        return CommentedMap(value)
    return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value
