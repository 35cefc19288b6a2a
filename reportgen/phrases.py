"""Write out a file of cases of phrases: a text for each, or the reasons why there is none.

The second flow, beside that of documents: read, write, compare.
"""

from pathlib import Path

from msgspec import Struct

from reportgen.claims.differences import mark_changes
from reportgen.compose.text import write_text
from reportgen.diagnostics import Diagnostic
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
        """Return whether there is a text, and it is the one that was expected, if any was."""
        return self.text is not None and (self.expect is None or _plain(self.text) == _plain(self.expect))

    @property
    def difference(self) -> str:
        """Return where the text and the expected one differ, word by word: `[-expected-]`, `{+written+}`."""
        old, new = _plain(self.expect or "").split(" "), _plain(self.text or "").split(" ")
        return " ".join(mark_changes(old, new))


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
    read = read_cases(path, language)
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
