"""What a public page vouches for: the Word file of the report, by its SHA-256.

Anybody who has the file can work the hash out again with a common tool (`sha256sum`, `certutil -hashfile FILE SHA256`),
and so tell whether page and file say the same.
"""

import json
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.last_build import MANIFEST, read_built
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.files.input_file import hash_of
from reportgen.files.refusal import Refused
from reportgen.manifest import sources_of
from reportgen.pipeline import Checked
from reportgen.writers.rendering import RenderOptions, render_documents


class PublishedFile(Struct, frozen=True):
    """A Word file that the project gives as it is now."""

    name: str
    sha256: str


def find_published(root: Path, checked: Checked) -> list[PublishedFile]:
    """Return the Word files of a report: those in `build`, if these inputs gave them; else as they would be made.

    Args:
        root: the project's folder.
        checked: the project, with a document.
    """
    return _built(root, checked) or _render_files(checked)


def refuse_publishing(root: Path, checked: Checked) -> list[Diagnostic]:
    """Return why a report cannot have a public page yet: replies that are awaited would be printed on it.

    Args:
        root: the project's folder.
        checked: the project, without errors.
    """
    if not checked.awaiting:
        return []
    numbers = Literal(", ".join(map(str, checked.awaiting)))
    return [diagnose("RG780", Place(root.as_posix()), issues=numbers)]


def _built(root: Path, checked: Checked) -> list[PublishedFile]:
    """Return the Word files of the last build; none where it is not of these inputs, or was changed afterwards."""
    try:
        manifest = json.loads(read_built(root, MANIFEST))
        if any(manifest[name] != held for name, held in sources_of(root, checked).items()):
            return []
        recorded = {name: manifest["outputs"][name] for name in (f"{one}.docx" for one in checked.documents)}
        if any(hash_of(read_built(root, name)) != recorded[name] for name in recorded):
            return []
    except (Refused, OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
    return [PublishedFile(name, sha256) for name, sha256 in recorded.items()]


def _render_files(checked: Checked) -> list[PublishedFile]:
    if checked.report is None:
        return []
    options = RenderOptions(None, checked.report.settings.numbering, checked.reference)
    outputs = render_documents(checked.documents, ["docx"], options, lambda _: None)
    return [PublishedFile(name, hash_of(data)) for name, data in outputs.files.items()]
