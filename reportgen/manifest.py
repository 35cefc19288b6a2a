"""The manifest of a build: proof of what was made from what.

In: the names and bytes of all that went into a build and came out of it. Out: JSON that anybody can check with a
tool for SHA-256. No clock is read and no path of a machine is written, so the same project gives the same manifest.
"""

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from msgspec import Struct

from reportgen import __version__

LIBRARIES = ("babel", "jinja2", "lxml", "markdown-it-py", "pydantic", "python-docx", "ruamel.yaml", "weasyprint")
"""The libraries that shape what is printed: another version of one of them may give other bytes."""


class Manifest(Struct, frozen=True, kw_only=True):
    """What a build was made from, and what it gave."""

    symbol: str
    final: bool
    """Whether it was built with `--final`: nothing was missing, asked or void."""
    timestamp: str
    """The date in the properties of the outputs, which is given and not read from a clock."""
    inputs: Mapping[str, str]
    """SHA-256 of every file that was read, by its path in the project."""
    templates: Mapping[str, bytes]
    """The project's own templates, by their path in it."""
    shipped: Mapping[str, bytes]
    """The templates of reportgen that were used."""
    outputs: Mapping[str, bytes]
    fonts: Sequence[Mapping[str, str]]
    """Name, release and SHA-256 of each font file that a PDF was set with; not where it lies."""
    counts: Mapping[str, int | Sequence[int] | Mapping[str, int]]
    """What the document holds."""
    clearances: Sequence[Mapping[str, str | int]] = ()
    """Of a final build: the clearances in force."""
    answers: Sequence[Mapping[str, str | None]] = ()
    """Of a final build: the questions about figures that were answered, and how."""

    def write(self) -> bytes:
        """The manifest as JSON."""
        held = {
            "reportgen": __version__,
            "symbol": self.symbol,
            "final": self.final,
            "timestamp": self.timestamp,
            "inputs": dict(sorted(self.inputs.items())),
            "templates": _hashes(self.templates),
            "shipped_templates": _hashes(self.shipped),
            "outputs": _hashes(self.outputs),
            **({"fonts": list(self.fonts)} if self.fonts else {}),
            **self.counts,
            **({"clearances": list(self.clearances), "answers": list(self.answers)} if self.final else {}),
            "made_with": _made_with(),
        }
        return (json.dumps(held, indent=2, ensure_ascii=False) + "\n").encode()


def hash_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hash_of(data) for name, data in sorted(files.items())}


def _made_with() -> dict[str, Any]:
    """The versions of Python and of the libraries that shape what is printed."""
    return {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}
