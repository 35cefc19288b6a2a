"""Write out a file of cases of phrases: a text for each, or the reasons why there is none.

The second flow, beside that of documents: read, write, compare.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportgen.compose.text import write_text
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.project.cases import ReadCase, read_cases
from reportgen.sentences import Narrator, Options

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


class Phrased(Struct, frozen=True):
    """One case, written."""

    id: str
    text: str | None
    """None where an error stands in the way."""
    expect: str | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Tell whether there is a text, and it is the one that was expected, if any was."""
        return self.text is not None and (self.expect is None or _plain(self.text) == _plain(self.expect))

    @property
    def difference(self) -> str:
        """Return where the text and the expected one differ, word by word: `[-expected-]`, `{+written+}`."""
        old, new = _plain(self.expect or "").split(" "), _plain(self.text or "").split(" ")
        return " ".join(_changes(old, new))


class PhrasedFile(Struct, frozen=True):
    """A file of cases, written."""

    phrased: tuple[Phrased, ...]
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the file as a whole."""


def write_phrases(path: Path, language: str = "en") -> PhrasedFile:
    """Write out all cases of a file; what is wrong with it stands in the result.

    Args:
        path: a YAML or JSON file with a list of cases.
        language: the language of cases that name none.
    """
    read = read_cases(path)
    return PhrasedFile(tuple(_write(case, language) for case in read.cases), read.diagnostics)


def _write(read: ReadCase, language: str) -> Phrased:
    case = read.case
    if case is None:
        return Phrased(read.id, None, None, read.diagnostics)
    narrator = Narrator(case.indicators, case.lang or language, Options(reference=case.year))
    text, problems = write_text(case.text, narrator, read.places)
    return Phrased(read.id, text, case.expect, (*read.diagnostics, *problems))


def _plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.translate(_SPACES)


def _changes(old: list[str], new: list[str]) -> Iterator[str]:
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield " ".join(old[i1:i2])
            continue
        if i1 < i2:
            yield f"[-{' '.join(old[i1:i2])}-]"
        if j1 < j2:
            yield f"{{+{' '.join(new[j1:j2])}+}}"


def first_error(phrased: Phrased) -> Diagnostic | None:
    """Return the error that stands in the way of a case's text."""
    return next((found for found in phrased.diagnostics if found.severity is Severity.ERROR), None)
