"""What a caller may choose of a DOCX."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

from msgspec import Struct

from reportgen.document.remarks import Remark
from reportgen.writers.docx.reference import StyleReference

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first time that a zip can hold."""


class DocxOptions(Struct, frozen=True):
    """How a DOCX is written."""

    numbering: Literal["automatic", "typed"] = "automatic"
    """Paragraph numbers as Word's own list, which renumbers as one edits, or typed into the text."""
    timestamp: datetime | None = None
    """When the document says that it was made, with its time zone; part of the input, so that equal inputs
    give equal bytes. None: it does not say when."""
    reference: StyleReference | None = None
    """A Word file whose styles are used instead of ours."""
    remarks: Mapping[int, Sequence[Remark]] = {}
    """The comments on each block of a draft, by the block's index."""
