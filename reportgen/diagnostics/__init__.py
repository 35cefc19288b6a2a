"""Problems and places: values that every stage may use. Words for problems stand in `messages/`."""

from reportgen.diagnostics.catalogue import CATALOGUE, QUESTIONS, diagnose, word
from reportgen.diagnostics.diagnostic import (
    Diagnostic,
    Literal,
    QuestionSubject,
    Severity,
    and_list,
    count_of,
    errors_of,
    has_errors,
    is_printable,
    nearest,
    shown,
)
from reportgen.diagnostics.place import Path, Place, Places

__all__ = [
    "CATALOGUE",
    "QUESTIONS",
    "Diagnostic",
    "Literal",
    "Path",
    "Place",
    "Places",
    "QuestionSubject",
    "Severity",
    "and_list",
    "count_of",
    "diagnose",
    "errors_of",
    "has_errors",
    "is_printable",
    "nearest",
    "shown",
    "word",
]
