"""A written Word file as tests see it: parts, tidy XML, and one short line a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZipFile

from lxml import etree
from printed import squeezed

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_W = f"{{{NS['w']}}}"
_MARKS = {"tab": "→", "br": "⏎", "footnoteRef": "#", "footnoteReference": "^"}


class Word:
    """The bytes of a Word file, opened."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.members = archive.infolist()
            self.parts = {member.filename: archive.read(member) for member in self.members}

    def xml(self, name: str) -> etree._Element:
        """The root of a part."""
        return etree.fromstring(self.parts[name])

    def tidy(self, name: str) -> str:
        """A part with one element a line, without declarations of namespaces: for goldens."""
        root = self.xml(name)
        etree.indent(root)
        return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(root, encoding="unicode")) + "\n"

    @cached_property
    def body(self) -> etree._Element:
        """The document's root."""
        return self.xml("word/document.xml")

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        """The elements at an XPath, with the prefix `w`."""
        return _found(self.xml(part), path)

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        """The texts or attributes at an XPath."""
        return _values(self.xml(part), path)

    def lines(self, part: str = "word/document.xml") -> list[str]:
        """Each paragraph as `style: text`, as Word shows it before it counts anything: see `line`."""
        return [line(paragraph) for paragraph in self.find("//w:p", part)]


def line(paragraph: etree._Element) -> str:
    """A paragraph as `style(list.level): text`, with → for a tab, ⏎ for a break, ^ and # for the marks of notes."""
    style = "".join(_values(paragraph, "w:pPr/w:pStyle/@w:val")) or "Normal"
    level = ".".join(_values(paragraph, "w:pPr/w:numPr/w:numId/@w:val | w:pPr/w:numPr/w:ilvl/@w:val")[::-1])
    text = "".join(_shown(paragraph))
    return f"{style}{f'({level})' if level else ''}: {text}".rstrip()


def _shown(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{_W}r"):
        for child in run:
            name = etree.QName(child).localname
            if name == "t":
                yield child.text or ""
            elif name == "instrText":
                yield f"{{{(child.text or '').strip()}}}"
            else:
                yield _MARKS.get(name, "")


def _values(node: etree._Element, path: str) -> list[str]:
    return [str(value) for value in _found(node, path)]


def _found(node: etree._Element, path: str) -> list[Any]:
    """What an XPath finds: elements, or texts and attributes, by the path."""
    found = node.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


# ---- what Word shows ------------------------------------------------------------------------------------------


def printed(word: Word) -> list[str]:
    """Each paragraph as Word prints it: with the numbers and labels that it counts, and notes' marks in their place.

    Counts as ECMA-376 Part 1, 17.9 says, for definitions such as ours, where a level names no other level.
    """
    lists = _Lists(word)
    notes = _marks(word)
    lines = [f"{lists.label(paragraph)} {_text(paragraph, notes)}" for paragraph in word.find("//w:body//w:p")]
    return [squeezed(text) for text in lines if text.strip()]


def printed_footnotes(word: Word) -> list[str]:
    """Each note as Word prints it, with its mark."""
    footnotes = word.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")
    marks = dict(zip((str(note.get(f"{_W}id")) for note in footnotes), _marks(word).values(), strict=True))
    return [squeezed(_text(note, {None: marks[str(note.get(f"{_W}id"))]})) for note in footnotes]


def _marks(word: Word) -> dict[str | None, str]:
    """The mark of each note by its id; Word counts only those without a mark of their own."""
    marks: dict[str | None, str] = {}
    numbers = count(1)
    for reference in word.find("//w:footnoteReference"):
        custom = reference.get(f"{_W}customMarkFollows") == "1"
        marks[reference.get(f"{_W}id")] = "" if custom else str(next(numbers))
    return marks


def _text(node: etree._Element, notes: dict[str | None, str]) -> str:
    """The text of runs, with a blank for a tab or break and the marks of notes, but without the code of fields."""
    return "".join(_piece(part, notes) for run in node.iter(f"{_W}r") for part in run)


def _piece(part: etree._Element, notes: dict[str | None, str]) -> str:
    match etree.QName(part).localname:
        case "t":
            return part.text or ""
        case "tab" | "br":
            return " "
        case "footnoteRef" | "footnoteReference":
            return notes[part.get(f"{_W}id")]
        case _:
            return ""


class _Lists:
    """Counts the paragraphs of lists."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._counts: Counter[tuple[str, str]] = Counter()
        self._styles = {style.get(f"{_W}styleId"): style for style in word.find("//w:style", "word/styles.xml")}

    def label(self, paragraph: etree._Element) -> str:
        style = self._styles.get("".join(_values(paragraph, "w:pPr/w:pStyle/@w:val")))
        number, level = (self._property(paragraph, style, name) for name in ("numId", "ilvl"))
        if number is None or level is None:
            return ""
        self._counts[number, level] += 1
        for below in range(int(level) + 1, 9):  # each begins again after an item above it (17.9.10)
            del self._counts[number, str(below)]
        return self._format(number, level, self._counts[number, level])

    @staticmethod
    def _property(paragraph: etree._Element, style: etree._Element | None, name: str) -> str | None:
        path = f"w:pPr/w:numPr/w:{name}/@w:val"
        found = _values(paragraph, path) or (_values(style, path) if style is not None else [])
        return found[0] if found else None

    def _format(self, number: str, level: str, value: int) -> str:
        own = f"//w:num[@w:numId='{number}']"
        [abstract] = self._word.values(f"{own}/w:abstractNumId/@w:val", "word/numbering.xml")
        usual = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
        unusual = f"{own}/w:lvlOverride/w:lvl[@w:ilvl='{level}']"
        path = unusual if self._word.find(unusual, "word/numbering.xml") else usual
        [counting] = self._word.values(f"{path}/w:numFmt/@w:val", "word/numbering.xml")
        [pattern] = self._word.values(f"{path}/w:lvlText/@w:val", "word/numbering.xml")
        return pattern.replace(f"%{int(level) + 1}", _SEQUENCES[counting][value])


_SEQUENCES = {
    "bullet": [""] * 1000,
    "decimal": [str(number) for number in range(1000)],
    "lowerLetter": "-abcdefghijklmnopqrstuvwxyz",
    "lowerRoman": ["-", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
}
"""What stands in place of `%1` for 0, 1, 2, …"""
