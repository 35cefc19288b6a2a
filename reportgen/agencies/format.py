"""The format of a project in `report.yaml`: set at its exact place, everything else as it was."""

from codecs import BOM_UTF8
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode

from reportgen.model.report import PROJECT_FORMAT
from reportgen.project.yaml import read_yaml


def with_format(data: bytes) -> bytes:
    """Return a `report.yaml` with the newest format set.

    Only the number is replaced; where there is none, a line is added before the first field.

    Args:
        data: a file that was read without an error.

    Raises:
        ValueError: where the file would not hold what it held.
    """
    text = data.removeprefix(BOM_UTF8).decode()
    root: Any = YAML().compose(text)
    if not isinstance(root, MappingNode) or not root.value:
        raise ValueError("it holds no fields")
    value = next((value for key, value in root.value if key.value == "format"), None)
    if value is not None:
        start, end, new = value.start_mark.index, value.end_mark.index, str(PROJECT_FORMAT)
    else:
        start = end = root.value[0][0].start_mark.index
        line = "\r\n" if "\r\n" in text else "\n"
        new = f"format: {PROJECT_FORMAT}{', ' if root.flow_style else line + ' ' * root.value[0][0].start_mark.column}"
    written = (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + f"{text[:start]}{new}{text[end:]}".encode()
    before, after = read_yaml(data, ""), read_yaml(written, "")
    if not isinstance(before.data, dict) or after.data != before.data | {"format": PROJECT_FORMAT}:
        raise ValueError("its lines cannot be followed")
    return written
