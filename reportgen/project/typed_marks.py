"""Marks of Markdown and HTML in what agencies type, which would be printed as they stand, and lines that are unclear.

Replies are light Markdown: what else there is of it (headings, tables, code, pictures, rules) is refused by name. The
words of an indicator – its label, its source, its notes – are plain text, and have no marks at all.
"""

from collections.abc import Iterator
from html.entities import html5
from itertools import groupby
from typing import Any

from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose
from reportgen.model.line_breaks import unclear_breaks
from reportgen.model.lines import TypedLine, read_lines
from reportgen.model.pictures import PICTURE_LINE
from reportgen.model.references import REFERENCES
from reportgen.model.typed_lists import doubtful_marks
from reportgen.regex import regex

Mark = tuple[int, int, str, str]
"""A mark of a text: line and column from 0, the code of its diagnostic, the words themselves."""
_CONTAINERS = regex(r"(?:[ \t]*(?:>|(?:[-*+•–]|\d{1,3}[.)])(?=[ \t])))*[ \t]*")
"""What may stand before a heading or code: quotations and items of lists."""
_FIRST = frozenset("#=-*_`~>[+•–")
"""What a line begins with, behind spaces, that is a mark; or with the number of an item."""
_HEADING = regex(r"#{1,6}(?:[ \t]+\S.*|[ \t]*)|#{2,6}[^\W\d_].*")
_UNDERLINE = regex(r" {0,3}(?:={3,}|-{3,})[ \t]*")
_RULE = regex(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]+){3,})")
_STRUCK = regex(r"(?<![\\~])~~(?![\s~])(?P<text>[^~\n]+)(?<![\s\\])~~(?!~)")
_FENCE = regex(r"(?:`{3,}|~{3,})[^`]*")
_CODE = regex(r"(?<![\\`])(?P<sign>`{1,2})(?!`)(?P<text>[^`\n]+)(?P=sign)(?!`)")
_PICTURE = regex(r"(?<!\\)!\[[^\[\]\n]*\]\([^()\n]*\)")
_MARKED = regex(r"(?<![=\\])==(?=[^\s=])[^=\n]+(?<=[^\s=])==(?!=)")
_INSERTED = regex(r"(?<![+\\\w])\+\+(?=[^\s+])[^+\n]+(?<=[^\s+])\+\+(?![\w+])")
_FORMULA = regex(r"(?<![\\\w$])\$(?=[^\s\d$])[^$\n]*[\\^_{][^$\n]*(?<=\S)\$(?![\w$])")
"""`$x^2$`; not `$5 a m^2^ and $6`."""
_INLINE_NOTE = regex(r"(?<!\\)\^\[[^\[\]\n]+\]")
_TASK = regex(r"[ \t]*[-*+•–][ \t]+(\[[ xX]?\])[ \t]")
_TARGET = regex(r" {0,3}(\[[^\[\]^\n][^\[\]\n]*\]:[ \t]*\S+)")
"""`[1]: https://…`: the address of a link whose text stands elsewhere."""
_SIGNED_QUOTE = regex(r" {0,3}(>=?[ \t]*\d[^\s]*)")
_TAG = regex(
    r"(?<!\\)</?(?:a|abbr|b|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|ins|li|mark"
    r"|meta|o:p|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|tt|u|ul)"
    r"(?:\s*/?>|\s+[\w:-]+\s*=[^<>]*>)"
    r"|(?<![\\\w])</?[A-Za-z](?!\w*:|[\w.+-]*@)[^<>]*>|(?<!\\)<(?:!--|!\[CDATA\[|!DOCTYPE|\?xml)[^<>]*>?"
)
"""HTML; and other words in angle brackets, such as `<name of the court>`, but for addresses."""
_ENTITY = regex(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ONE_BRACE = regex(r"(?<![{\\])\{(?!\{)\s*[A-Za-z]\w*\s*(?:\|[^{}\n]*)?\}{1,2}")
"""`{ victims }`, `{ victims }}`: a reference that lacks a brace; one that does not end is found when it is read."""
_PLAIN = regex(
    r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*|__(?=\S)[^_\n]+(?<=\S)__|(?<![\w*])\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])[^_\n]+(?<=[^\s_])_(?!\w)|\[[^\[\]\n]+\]\((?:https?:|mailto:|#)[^()\s]*\)|\[\^[^\[\]\s]+\]"
    r"|(?<=\w)\^[^\s^]+\^|(?<=[^\W\d_])~[^\s~]+~(?!~)|\{\{[^{}\n]*(?:\}\})?|\{[%#][^{}\n]*\}?"
)
"""Marks of light Markdown and references to figures, which have no meaning in plain text."""


# ---- replies ----------------------------------------------------------------------------------------------------


def typed_marks(text: str) -> Iterator[Mark]:
    """Yield what a reply has of Markdown or HTML that is not read."""
    before = ""
    for line in read_lines(text):
        if not line.in_table:
            yield from _of_line(line.number, line.text, before)
        yield from _within(line.number, line.text)
        before = line.text
    yield from _lost_braces(text)


def _lost_braces(text: str) -> Iterator[Mark]:
    """Yield references that lack a brace; within a reference, braces are fields of its words: `each('{year}')`."""
    if "{" not in text:
        return
    for number, line in enumerate(_without_references(text).split("\n")):
        if "{" in line:
            yield from ((number, found.start(), "RG215", found.group()) for found in _ONE_BRACE.finditer(line))


def _without_references(text: str) -> str:
    """Return a text with spaces in place of its references, which keep their lines."""
    return REFERENCES.sub(lambda found: "".join("\n" if sign == "\n" else " " for sign in found[0]), text)


def _of_line(number: int, line: str, before: str = "") -> Iterator[Mark]:
    """Yield the mark that a whole line is, by the line before it."""
    first = line.lstrip(" \t")[:1]
    if first not in _FIRST and not first.isdecimal():  # as in most lines, which no mark begins
        return
    containers = _CONTAINERS.match(line)
    column = containers.end() if containers else 0
    words = line[column:].rstrip()
    if words[:1].isalpha() and ">" not in line:  # as in most items
        return
    if _HEADING.fullmatch(words) and words.strip("# \t"):
        yield number, column, "RG194", words
    elif before.strip() and _UNDERLINE.fullmatch(line) and "=" in line:
        yield number - 1, 0, "RG194", before.strip()
    elif (_UNDERLINE.fullmatch(line) or _RULE.fullmatch(line) or _FENCE.fullmatch(words)) and line.strip():
        yield number, column if _FENCE.fullmatch(words) else 0, "RG197", line.strip()
    elif found := _SIGNED_QUOTE.match(line):
        yield number, found.start(1), "RG179", found[1]
    elif (found := _TARGET.match(line)) or (found := _TASK.match(line)):
        yield number, found.start(1), "RG197", found[1]


_PATTERNS = (("`", _CODE), ("==", _MARKED), ("++", _INSERTED), ("$", _FORMULA), ("^[", _INLINE_NOTE))


def _within(number: int, line: str) -> Iterator[Mark]:
    """Yield the marks within one line."""
    if "~~" in line:
        yield from ((number, found.start(), "RG188", found["text"]) for found in _STRUCK.finditer(line))
    if "![" in line and not PICTURE_LINE.fullmatch(line):
        yield from ((number, found.start(), "RG879", found.group()) for found in _PICTURE.finditer(line))
    for sign, pattern in _PATTERNS:
        if sign in line:
            yield from ((number, found.start(), "RG197", found.group()) for found in pattern.finditer(line))
    yield from ((number, column, "RG521", words) for column, words in find_html(line))


def find_html(line: str) -> Iterator[tuple[int, str]]:
    """Yield the tags, comments and entities of HTML in a line, each with where it stands."""
    if "<" in line:
        yield from ((found.start(), found.group()) for found in _TAG.finditer(line))
    if "&" in line:
        for found in _ENTITY.finditer(line):
            if found[0][1] == "#" or found[0][1:] in html5:
                yield found.start(), found.group()


def unclear_lines(text: str) -> Iterator[Mark]:
    """Yield the lines of a reply that may mean two things: rows that are no table, numbers typed before lines."""
    plain = _without_references(text.replace("\\|", "  ")).split("\n")
    barred = {number for number, line in enumerate(plain) if "|" in line}

    def is_divided(line: TypedLine) -> bool:
        """Return whether bars or tabs divide a line that is in no table."""
        return not line.in_table and (line.is_row or line.number in barred)

    for is_row, group in groupby(read_lines(text), is_divided):
        first, *more = group
        if is_row and (more or (first.is_row and "|" in first.text)):
            yield first.number, first.indent, "RG174", first.text.strip(" \t|\\").replace("\t", " | ")
    for item in doubtful_marks(text):
        yield item.number, item.indent, "RG178", item.text.strip()


def find_typed_marks(fields: dict[str, Any], places: Places, name: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each piece of Markdown or HTML in a submission that is not read.

    Args:
        fields: the plain data of the submission.
        places: where they stand; of a text in YAML, each line.
        name: the file, for a text whose place is not known.
    """
    replies = fields.get("replies")
    for index, reply in enumerate(replies if isinstance(replies, list) else ()):
        text = reply.get("text") if isinstance(reply, dict) else None
        if not isinstance(text, str):
            continue
        path: Path = ("replies", index, "text")
        for number, column, code, words in sorted({*typed_marks(text), *unclear_lines(text)}):
            here = places.character((*path, number), column) or places.find((*path, number)) or Place(name)
            yield diagnose(code, here, text=words)
        for line, after in unclear_breaks(text):
            here = places.exact((*path, line.number)) or places.find(path) or Place(name)
            yield unclear_break(here, line, after)
    yield from _plain_texts(fields, places, name)


def unclear_break(here: Place, line: TypedLine, after: TypedLine) -> Diagnostic:
    """Return the question on a line that was ended by hand without the end of a sentence."""
    last, first = " ".join(line.text.split()[-3:]), " ".join(after.text.split()[:3])
    return diagnose("RG173", here, before=last, after=first)


# ---- plain texts ------------------------------------------------------------------------------------------------

_WORDS = frozenset({"label", "source", "note", "one", "other", "by", "currency"})
"""The fields of an indicator that are printed as they stand."""


def plain_marks(text: str) -> Iterator[str]:
    """Yield what a plain text has of Markdown or HTML."""
    for number, line in enumerate(text.split("\n")):
        yield from (words for _, _, _, words in (*_of_line(number, line), *_within(number, line)))
        if any(sign in line for sign in "*_[^~{"):  # as in few plain texts
            yield from (found.group() for found in _PLAIN.finditer(line))
    yield from (words for _, _, _, words in _lost_braces(text))


def _plain_texts(fields: dict[str, Any], places: Places, name: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text of an indicator that has marks."""
    for path, text in _texts(fields.get("indicators"), ("indicators",)):
        marks = list(dict.fromkeys(plain_marks(text)))
        if marks:
            told = Literal(", ".join(f"“{mark}”" for mark in marks))
            yield diagnose("RG746", places.find(path) or Place(name), text=told)


def _texts(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the words of indicators that are printed, with their paths."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and (key in _WORDS or path[-1] == "breaks"):
                yield (*path, key), value
            else:
                yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
