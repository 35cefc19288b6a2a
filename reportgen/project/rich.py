"""Text of cells with the marks that typesetting put on pieces of it: raised, lowered, struck out.

A string of a workbook is one text or several runs, each with a font of its own (ECMA-376 Part 1, 18.4.4 and 18.4.8);
a run without one has the font of its cell. Readings in another script (`rPh`) are left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.raised import as_characters as raised_characters
from reportgen.files.xml import Attributes
from reportgen.model.references import REFERENCE
from reportgen.regex import regex

_ESCAPE = regex(r"_x([0-9A-Fa-f]{4})_")
_OFF = frozenset({"0", "false", "off"})


class FontMark(Struct, frozen=True):
    """What a font does to its text, as far as it may change what the text says."""

    is_struck: bool = False
    raised: int = 0
    """1 for superscript, -1 for subscript, 0 for text on the line."""

    def with_property(self, local: str, attributes: Attributes) -> "FontMark":
        """Return the mark with one property of a font (ECMA-376 Part 1, 18.8.22)."""
        value = attributes.get("val", "")
        if local == "strike":
            return replace(self, is_struck=value.casefold() not in _OFF)
        if local == "vertAlign":
            return replace(self, raised={"superscript": 1, "subscript": -1}.get(value.casefold(), 0))
        return self


PLAIN = FontMark()


class StyledRun(Struct, frozen=True):
    """A piece of a text."""

    text: str
    mark: FontMark | None = PLAIN
    """None where the font of the cell decides."""


Runs = tuple[StyledRun, ...]


def text_of(runs: Iterable[StyledRun]) -> str:
    """Return the whole text, line ends as everywhere else."""
    text = "".join(run.text for run in runs)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def unescaped(text: str) -> str:
    """Return text of a cell with what the format writes as `_x000D_` (ECMA-376 Part 1, 22.9.2.19)."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def marked(runs: Iterable[StyledRun], cell: FontMark) -> Runs:
    """Return the runs of a cell with the marks that they have; nothing where no visible character has any.

    Args:
        runs: of its text.
        cell: the mark of the cell's own font.
    """
    settled = tuple(replace(run, mark=run.mark or cell) for run in runs)
    return settled if any(run.mark != PLAIN and run.text.strip() for run in settled) else ()


class RunReader:
    """Collects the runs of one string from the elements `r`, `rPr`, `t` and `rPh`."""

    def __init__(self) -> None:
        self._runs: list[StyledRun] = []
        self._texts: list[str] = []
        self._mark: FontMark | None = None
        self._phonetic = 0
        self._keeps = self._in_properties = False

    def clear(self) -> None:
        """Begin another string."""
        self._runs.clear()
        self._mark = None
        self._keeps = False

    @property
    def runs(self) -> Runs:
        """Return the runs so far."""
        return tuple(self._runs)

    def opened(self, local: str, attributes: Attributes) -> None:
        """Take the start of an element within the string."""
        if local == "t":
            self._keeps = not self._phonetic
            self._texts.clear()
        elif local == "r":
            self._mark = None
        elif local == "rPr":
            self._mark, self._in_properties = PLAIN, True
        elif local == "rPh":
            self._phonetic += 1
        elif self._in_properties and self._mark is not None:
            self._mark = self._mark.with_property(local, attributes)

    def closed(self, local: str) -> None:
        """Take the end of an element within the string."""
        if local == "t" and self._keeps:
            self._runs.append(StyledRun(unescaped("".join(self._texts)), self._mark))
            self._keeps = False
        elif local == "rPr":
            self._in_properties = False
        elif local == "rPh":
            self._phonetic -= 1
        elif local == "r":
            self._mark = None

    def text(self, text: str) -> int:
        """Take characters, and return how many of them were kept."""
        if not self._keeps:
            return 0
        self._texts.append(text)
        return len(text)


def struck(runs: Sequence[StyledRun]) -> str:
    """Return what is struck out of a text, pieces apart."""
    return " … ".join(run.text.strip() for run in runs if run.mark and run.mark.is_struck and run.text.strip())


def raised(runs: Sequence[StyledRun]) -> StyledRun | None:
    """Return the first piece that stands above or below the line."""
    return next((run for run in runs if run.mark and run.mark.raised and run.text.strip()), None)


# ---- as light Markdown, and as characters -----------------------------------------------------------------------

_SIGNS = {1: "^", -1: "~"}
_PIECES = regex(rf"({REFERENCE})" r"|(\s+)|([\\^~])|([^\s\\^~{]+|\{)", re.DOTALL)
"""References, space, what must be escaped, and the rest."""
_OPEN_MARK = regex(r"(?<!\\)([\^~])")
_PAIR = regex(r"(?<![\\\[~])\^[^\s^]+\^|(?<![\\~])~[^\s~]+~(?!~)")
_UNEVEN_END = regex(r"(?<!\\)(?:\\\\)*(\\|\[)$")


def as_markdown(runs: Sequence[StyledRun]) -> str:
    """Return a text whose raised and lowered pieces are written as light Markdown: `km^2^`, `CO~2~`.

    What an author typed as Markdown stays so; a single `^` or `~` that would now end or begin a mark is escaped.
    """
    pieces: list[str] = []
    for level, group in groupby(runs, key=lambda run: run.mark.raised if run.mark else 0):
        text = "".join(run.text for run in group)
        if not level:
            pieces.append(_literal(text))
            continue
        if pieces:
            pieces[-1] = _closed(pieces[-1])
        pieces += _raised_pieces(text, _SIGNS[level])
    return "".join(pieces)


def _closed(text: str) -> str:
    """Return the text with a backslash or an opening bracket at its end escaped, so that a mark can follow."""
    found = _UNEVEN_END.search(text)
    return text if found is None else f"{text[:-1]}\\{found[1]}"


def _literal(text: str) -> str:
    """Return text on the line: whole marks are Markdown, single ones are escaped."""
    pieces: list[str] = []
    end = 0
    for pair in _PAIR.finditer(text):
        pieces += [_OPEN_MARK.sub(r"\\\1", text[end : pair.start()]), pair.group()]
        end = pair.end()
    return "".join([*pieces, _OPEN_MARK.sub(r"\\\1", text[end:])])


def _raised_pieces(text: str, sign: str) -> Iterator[str]:
    """Yield each word of a raised text between marks: a mark does not reach over a space."""
    word: list[str] = []
    for reference, space, special, plain in _PIECES.findall(text):
        if space:
            yield f"{sign}{''.join(word)}{sign}{space}" if word else space
            word = []
        else:
            word.append(f"\\{special}" if special else reference or plain)
    if word:
        yield f"{sign}{''.join(word)}{sign}"


def as_characters(runs: Sequence[StyledRun]) -> str | None:
    """Return a text with Unicode's raised and lowered characters; None where it has none for one of them."""
    pieces: list[str] = []
    for run in runs:
        level = run.mark.raised if run.mark else 0
        text = run.text
        if level and text.strip():
            text = raised_characters(text, is_lowered=level < 0)
            if any(old == new and not old.isspace() for old, new in zip(run.text, text, strict=True)):
                return None
        pieces.append(text)
    return "".join(pieces)
