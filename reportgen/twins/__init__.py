"""Twins of the report that machines read: the document with its provenance, and its observations.

JSON is written from the numbered tree and what is known of where its words came from; SDMX from the indicators.
docs/data.md shows what each holds.
"""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from reportgen.results import Checked

TwinFormat = Literal["json", "sdmx"]


def write_twins(root: Path, checked: Checked, formats: Collection[str], timestamp: dt.datetime) -> dict[str, bytes]:
    """Return the twins of a project's documents by the names of their files.

    Args:
        root: the project's folder; places are named from it on, wherever it lies.
        checked: the project, with a document.
        formats: what to make; formats that are none of a twin are left to the writers.
        timestamp: the date that the message with structures gives, UTC.
    """
    files: dict[str, bytes] = {}
    if "json" in formats:
        from reportgen.twins.document import write_document

        files |= {
            f"{name}.json": write_document(root, checked, document) for name, document in checked.documents.items()
        }
    if "sdmx" in formats:
        from reportgen.twins.sdmx import write_sdmx

        name = next(iter(checked.documents))
        data, structure = write_sdmx(root, checked, timestamp)
        files |= {f"{name}.csv": data, f"{name}-structure.json": structure}
    return files
