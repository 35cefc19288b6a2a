"""The content as DOCX with pandoc: its bare conversion of Markdown. No script of ours runs: this is the command."""

from pathlib import Path


def command(prepared: Path, out: Path) -> list[str | Path]:
    """What to run."""
    return ["pandoc", prepared / "content.md", "-f", "markdown", "-o", out]
