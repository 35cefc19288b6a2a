"""What the pipeline gives: a project that was checked, and one that was built."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.compose import Composed
from reportgen.diagnostics import Diagnostic, has_errors
from reportgen.document.authorship import Words
from reportgen.document.tree import Document
from reportgen.document.words import Counts
from reportgen.model import Merged, Report
from reportgen.project import Loaded

if TYPE_CHECKING:
    from reportgen.checks.typed.numbers import TypedNumbers
    from reportgen.writers.docx.writing import StyleReference
    from reportgen.writers.pdf import FontFile


class Checked(Struct, frozen=True):
    """A project that was read, checked and composed."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    """Every problem of every stage, sorted by place."""
    merged: Merged | None = None
    """The indicators of all submissions; None where there is no report."""
    composed: Composed = Composed()
    """The documents, numbered, and what was seen on the way to them; empty where there is no report."""
    counts: Counts | None = None
    """What the document holds, where there is one."""
    pieces: tuple[Words, ...] = ()
    """The words of the document by their authors."""
    reference: "StyleReference | None" = None
    """The Word file whose styles are used, where the report names one."""
    typed: "TypedNumbers | None" = None
    """The numbers that authors typed, where there is a document."""
    printed: Merged | None = None
    """The same indicators as they may be printed: without the small numbers that are withheld."""

    @property
    def report(self) -> Report | None:
        """The report, where it could be read."""
        return self.loaded.report

    @property
    def document(self) -> Document | None:
        """The numbered document; None where an error stands in its way."""
        return self.composed.document

    @property
    def awaiting(self) -> tuple[int, ...]:
        """The numbers of the issues without a reply."""
        return self.composed.awaiting

    @property
    def referred(self) -> Mapping[int, frozenset[str]]:
        """The indicators that the texts of each issue refer to, by the issue's number."""
        return self.composed.referred

    @property
    def failed(self) -> bool:
        """Return whether an error stands in the way of a document."""
        return has_errors(self.diagnostics)

    @property
    def documents(self) -> Mapping[str, Document]:
        """What is written, by the name of its file: the report, and its annex where that is a document of its own."""
        if self.report is None or self.document is None:
            return {}
        name, annex = self.report.settings.symbol.replace("/", "-"), self.composed.annex
        return {name: self.document, **({f"{name}-annex": annex} if annex else {})}


class Verdict(Struct, frozen=True):
    """What a final build is told beyond what checks and compose find."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What stands in its way, or is to be looked at."""
    clearances: tuple[Mapping[str, str | int], ...] = ()
    """The clearances in force, for the manifest."""
    answers: tuple[Mapping[str, str | None], ...] = ()
    """The questions that were answered, for the manifest."""


Judge = Callable[[Path, Checked], Verdict]
"""Judges whether a project may be built with `--final`; it knows more than the pipeline does (`agencies/final.py`)."""


class Built(Struct, frozen=True):
    """What a build gives: the files to write and the facts for its summary."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """Contents by file name; empty where an error stands in the way."""
    fonts: tuple["FontFile", ...] = ()
    """The font files that the PDF was set with, sorted; none where no PDF was made."""

    @property
    def failed(self) -> bool:
        """Return whether the build is incomplete: an error stands, or an output could not be made."""
        return has_errors(self.diagnostics)
