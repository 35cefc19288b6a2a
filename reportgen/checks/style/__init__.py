"""The editorial rules over a whole project: its texts with their places, and the files with safe corrections made."""

from reportgen.checks.style.document import read_style, style_document
from reportgen.checks.style.project import Correction, Styled, check_style, correct_style, counts

__all__ = ["Correction", "Styled", "check_style", "correct_style", "counts", "read_style", "style_document"]
