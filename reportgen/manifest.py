"""Write the manifest of a build: proof of what was made from what.

Anybody can check it with a tool for SHA-256. No clock is read and no path of a machine is written, so the same project
gives the same manifest.
"""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import to_builtins

from reportgen import __version__
from reportgen.diagnostics.place import name_within
from reportgen.files.input_file import hash_of
from reportgen.model import Merged
from reportgen.results import Checked, Verdict
from reportgen.writers.rendering import Outputs

LIBRARIES = ("babel", "jinja2", "lxml", "markdown-it-py", "pydantic", "python-docx", "ruamel.yaml", "weasyprint")
"""The libraries that shape what is printed: another version of one of them may give other bytes."""


def write_manifest(
    root: Path, checked: Checked, outputs: Outputs, timestamp: dt.datetime | None, verdict: Verdict | None
) -> bytes:
    """Return the manifest as JSON: names, SHA-256 and counts of what a document was made from and of what was made.

    Args:
        root: the project's folder; its files are named by their paths in it, wherever it lies.
        checked: the project, with a document.
        outputs: the files that were made, and the fonts of a PDF: name, release and SHA-256, not where they lie.
        timestamp: the date in the properties of the outputs; None: they have no date.
        verdict: of a final build, the clearances in force and the questions that were answered; None: a draft.
    """
    held = {
        "reportgen": __version__,
        "symbol": checked.document and checked.document.symbol,
        "final": verdict is not None,
        "timestamp": timestamp and timestamp.isoformat(),
        **sources_of(root, checked),
        "outputs": _hashes(outputs.files),
        **({"fonts": [font.described for font in outputs.fonts]} if outputs.fonts else {}),
        "awaiting": checked.awaiting,
        **to_builtins(checked.counts),
        "typed": checked.typed.counts if checked.typed else {},
        **({"published": published} if (published := _published(checked.merged)) else {}),
        **({"clearances": verdict.clearances, "answers": verdict.answers} if verdict else {}),
        "made_with": _made_with(outputs.libraries),
    }
    return (json.dumps(held, indent=2, ensure_ascii=False) + "\n").encode()


def sources_of(root: Path, checked: Checked) -> dict[str, dict[str, str]]:
    """Return the SHA-256 of all files that a document is made from, as a manifest names them."""
    composed = checked.composed
    return {
        "inputs": dict(sorted((name_within(root, file.name), file.sha256) for file in checked.loaded.inputs)),
        "templates": _hashes({name_within(root, name): data for name, data in composed.templates.items()}),
        "shipped_templates": _hashes(composed.shipped),
    }


def _published(merged: Merged | None) -> dict[str, str]:
    """Return where the figures of each indicator were published before; this is printed nowhere."""
    indicators = merged.indicators if merged else {}
    return {key: found.published for key, found in sorted(indicators.items()) if found.published}


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hash_of(data) for name, data in sorted(files.items())}


@cache
def _made_with(others: tuple[str, ...]) -> Mapping[str, str]:
    """Return the versions of Python and of the libraries that shape what is printed."""
    import platform
    from importlib.metadata import version

    return {"python": platform.python_version(), **{name: version(name) for name in (*LIBRARIES, *others)}}
