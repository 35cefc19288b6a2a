"""Which lines are headings, and what each stands over.

Styles decide where a file has them. A text file of the United Nations types two tabs before a heading without a
number and TAB A. TAB before a part. Where there is neither, a heading is what is short, ends without a full stop and
is set in bold, in capitals, or has the words of a heading.
"""

import re
from collections.abc import Iterable, Sequence

from reportgen.document.tree import Inlines, Level, LineBreak
from reportgen.readers.labels import Label, Sign, as_letter
from reportgen.readers.line import HEADINGS, FileLine, LineStyle, Piece, cut, key_of
from reportgen.readers.tables import unstressed
from reportgen.readers.wording import annex_label, is_answer, is_named, level_by_wording
from reportgen.regex import regex

_LONGEST = 300
"""Characters of a heading; the longest of the real ones has 176."""
_SHORT = 120
"""Characters of a heading that only its looks betray."""
_LONGEST_QUESTION = 1_500
"""Characters of a question of the Committee that stands over its reply."""
_QUESTION = regex(
    r"(?:(?:question|issue|recommendation)\s+(?:no\.?\s*)?\d{1,3}\s*[.:–—-]|Q\.?\s?\d{1,3}\s?[.:)])\s", re.IGNORECASE
)
"""`Question 4: …`, `Q.12. …`: the words of a question that was copied over its reply."""
_ROW = regex(r".*(?:\s(?:\d[\d,.]*%?|[–-]|\.\.)){2,}|source\s*:.*", re.IGNORECASE)
"""A row of a table that was typed with blanks, or the line below it."""
_REQUEST = regex(r"\bplease\b|\?$", re.IGNORECASE)
"""What tells a question of the Committee, which may be longer than a heading."""
_IN_A_ROW = 3
"""Headings that stand one below the other at most."""
_STYLED = {
    LineStyle.TITLE: Level.TITLE,
    LineStyle.PART: Level.PART,
    LineStyle.THEME: Level.THEME,
    LineStyle.REPLY: Level.REPLY,
}
_CAPITALS = frozenset({Sign.CAPITAL, Sign.ROMAN_CAPITAL})
_OF_ITEMS = frozenset({Sign.LETTER, Sign.ROMAN, Sign.OTHER})


class Headings:
    """What is known of the headings of one text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        lines = [piece for piece in pieces if isinstance(piece, FileLine)]
        self._pieces = pieces
        self._has_blanks = any(line.follows_blank for line in lines)
        self._has_replies = any(line.style is LineStyle.REPLY for line in lines)
        self._has_tabs = any(line.tabs > 1 and line.text for line in lines)
        self._has_styles = any(line.style in HEADINGS for line in lines)
        self._has_chapters = any(line.style is LineStyle.TITLE and _is_capital(line.label) for line in lines)
        self._has_both = len(_signs(line.label for line in lines if self._is_lettered(line))) > 1
        self._first_number = _first_number(pieces)
        self._last: Label | None = None
        self._seen = 0
        self.guessed = 0
        """How many headings were told by their looks or words alone."""

    def level(self, line: FileLine, place: int, number: int) -> Level | None:
        """Return what a line stands over; None for one that is no heading.

        Args:
            line: the line.
            place: its place among the pieces of the text.
            number: that of the last numbered paragraph.
        """
        if self._asks(line, place):
            return Level.REPLY
        if not line.text or len(line.text) > _LONGEST:
            return None
        is_tabbed = line.tabs > 1 and line.label is None
        if line.style not in HEADINGS and not self._is_lettered(line) and not is_tabbed:
            if not self._is_guessed(line, place):
                return None
            self.guessed += 1
        level = self._level(line, number, is_early=place < self._first_number)
        self._seen += 1
        return level

    def words(self, line: FileLine, level: Level) -> tuple[Inlines, str | None, str | None]:
        """Return the text, key and label of a heading."""
        label = line.label.text if line.label else None
        if level is Level.ANNEX and label is None and (found := annex_label(line.text)):
            text, length = found
            if length < len(line.text):
                label, line = text, cut(line, length, len(line.text))
        words = unstressed(line.inlines)
        if words and isinstance(words[0], LineBreak):
            words = words[1:]
        return words, key_of(line), label

    def _level(self, line: FileLine, number: int, *, is_early: bool) -> Level:
        """Return the level of a heading: by its words, its label, its style, its place.

        Args:
            line: the heading.
            number: that of the last numbered paragraph.
            is_early: whether it stands before the first one, where a report has no annex: `Appendix` over a whole
                report, `Annexes` in a list of contents that was not told from the text.
        """
        wording = level_by_wording(line.text)
        if wording is Level.REPLY or (wording is Level.ANNEX and not is_early):
            return wording
        label = line.label and as_letter(line.label, self._last)
        if label and label.sign in _CAPITALS:
            self._last = label
            if line.style in {LineStyle.THEME, LineStyle.REPLY} and self._has_styles:
                return _STYLED[line.style]
            return Level.THEME if label.sign is Sign.CAPITAL and self._has_both else Level.PART
        if line.style in _STYLED:
            return self._styled(_STYLED[line.style], number)
        if number == 0 and (wording is Level.TITLE or (self._seen == 0 and line.label is None and not wording)):
            return Level.TITLE if wording is Level.TITLE or line.tabs > 1 else Level.THEME
        return Level.THEME

    def _styled(self, level: Level, number: int) -> Level:
        """Return the level of a style: `_ HCh_G` behind paragraph 1 is a part, and `_ H_1_G` below chapters a theme."""
        if level is Level.TITLE and number > 0:
            return Level.PART
        if level is Level.PART and self._has_chapters:
            return Level.THEME
        return level

    def _is_lettered(self, line: FileLine) -> bool:
        """Return whether a line begins as a part does: `A.` with a tab around it, or `I.`, and without a full stop."""
        if line.label is None or not _is_short(line, _LONGEST):
            return False
        if line.label.sign is Sign.NUMBER:
            return line.tabs > 0 and not line.is_counted
        return _is_capital(line.label)

    def _is_guessed(self, line: FileLine, place: int) -> bool:
        """Return whether a line without style and tabs looks like a heading."""
        if line.style in {LineStyle.LIST, LineStyle.CONTENTS} or not _is_short(line, _SHORT):
            return False
        if is_answer(line.text) or _ROW.fullmatch(line.text):
            return False
        if line.label is not None:
            return not (self._has_tabs or self._has_styles) and self._is_labelled(line.label, place)
        if line.is_strong:
            return not self._has_styles or line.style is LineStyle.NONE
        if self._has_tabs or self._has_styles:
            return False
        return is_named(line.text) or line.text.isupper() or self._precedes_text(place)

    def _is_labelled(self, label: Label, place: int) -> bool:
        """Return whether a line that has a label is a heading: `(a) Land and people` over 4., `2. Courts` over 2.1."""
        after = self._at(place + 1)
        if label.sign is Sign.NUMBER:
            return after is not None and bool(re.match(rf"{label.value}\.[01]\b", after.printed))
        before = self._at(place - 1)
        is_item = before is not None and before.label is not None and before.label.sign in _OF_ITEMS
        return label.sign in _OF_ITEMS and not is_item and self._ends(place - 1) and self._precedes_text(place)

    def _precedes_text(self, place: int, most: int = _IN_A_ROW) -> bool:
        """Return whether a numbered paragraph follows, or headings and then one, each after an empty line if any is."""
        line, after = self._at(place), self._at(place + 1)
        if line is None or after is None or not (self._is_apart(place) and self._is_apart(place + 1)):
            return False
        if after.label is not None and after.label.sign is Sign.NUMBER:
            return True
        is_heading = after.label is None and _is_short(after, _SHORT)
        return most > 1 and is_heading and self._precedes_text(place + 1, most - 1)

    def _is_apart(self, place: int) -> bool:
        """Return whether a line stands behind an empty one; in a file without any, behind the end of a sentence."""
        line = self._at(place)
        if line is None or line.follows_blank or self._has_blanks:
            return line is not None and line.follows_blank
        return bool(line.label) or (self._ends(place - 1) and line.text[:1].isupper())

    def _ends(self, place: int, most: int = _IN_A_ROW) -> bool:
        """Return whether nothing goes on after a line: it ends a sentence, is a heading behind one, or is missing."""
        line = self._at(place)
        if line is None or line.text.endswith((".", "!", "?")):
            return True
        is_heading = (line.label is None or _is_capital(line.label)) and _is_short(line, _SHORT)
        return most > 1 and is_heading and self._ends(place - 1, most - 1)

    def _at(self, place: int) -> FileLine | None:
        piece = self._pieces[place] if 0 <= place < len(self._pieces) else None
        return piece if isinstance(piece, FileLine) else None

    def _asks(self, line: FileLine, place: int) -> bool:
        """Return whether a line is the question over a reply: `Question 3: Please describe …`, or all in bold."""
        if not line.text or len(line.text) > _LONGEST_QUESTION or line.style in HEADINGS or self._has_replies:
            return False
        if line.label is None and _QUESTION.match(line.text):
            return line.is_strong or not self._has_styles
        after = self._at(place + 1)
        is_answered = line.label is None and after is not None and bool(after.label and after.label.sign is Sign.NUMBER)
        return (line.is_strong or (is_answered and not self._has_styles)) and bool(_REQUEST.search(line.text))


def _first_number(pieces: Sequence[Piece]) -> int:
    """Return the place of the first numbered paragraph; 0 where there is none."""
    numbered = (
        place
        for place, piece in enumerate(pieces)
        if isinstance(piece, FileLine)
        and piece.label
        and piece.label.sign is Sign.NUMBER
        and not _is_short(piece, _SHORT)
    )
    return next(numbered, 0)


def _is_capital(label: Label | None) -> bool:
    return label is not None and label.sign in _CAPITALS


def _signs(labels: Iterable[Label | None]) -> set[Sign]:
    """Return what the labels of headings are: letters, Roman numbers or both; `C.` after `B.` is a letter."""
    signs: set[Sign] = set()
    last: Label | None = None
    for label in labels:
        if label and label.sign in _CAPITALS:
            last = as_letter(label, last)
            signs.add(last.sign)
    return signs


def _is_short(line: FileLine, longest: int) -> bool:
    """Return whether a line ends without a stop as headings do; `Courts, prisons, etc.` is one all the same."""
    return (len(line.text) <= longest and not line.text.endswith((".", ";", ",", ":"))) or line.text.endswith("etc.")
