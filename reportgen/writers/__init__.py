"""Write a numbered document tree in one format; all share wording and the places of the first page."""

from collections.abc import Callable
from typing import Literal

Format = Literal["docx", "pdf", "html"]
PdfEngine = Literal["weasyprint", "typst"]
"""What lays out a PDF: WeasyPrint, which every installation has, or Typst, an extra, which is ten times as fast."""
Progress = Callable[[str], None]
"""Is told of each step."""
