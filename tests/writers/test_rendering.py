"""The files of a build: every format that can be asked for has a writer."""

from typing import get_args

from build import document, paragraph

from reportgen.writers import Format
from reportgen.writers.rendering import RenderOptions, render_documents


def test_every_format_is_written() -> None:
    """One without a writer would leave its file out and say nothing; the formats of others are passed over."""
    options = RenderOptions(None, "automatic", None)

    made = render_documents({"report": document(paragraph("a"))}, [*get_args(Format), "json"], options, lambda _: None)

    assert sorted(f"report.{name}" for name in get_args(Format)) == sorted(made.files)
