r"""The lists at the beginning: contents with paragraphs and pages, and abbreviations.

    <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>
      <w:hyperlink w:anchor="part_general">
        TAB A. TAB General information TAB TAB
        { REF justice_1_1 \n \h } 1 – { REF justice_1_2 \n \h } 14 TAB { PAGEREF part_general \h } 3
      </w:hyperlink>
    </w:p>

The list stands on the first page where it fits (`sections.py`); its lines are then kept together, so that Word, which
may need more room, moves all of it to the next page. Each line is a paragraph of Word's own styles toc 1 to 3 in a
link to its heading; the first and the last paragraph number and the page are fields with their results in place.

The page in the file is that of the PDF of the same build, or an estimate (`sections.py`): where Word breaks pages is
known to Word alone. So each PAGEREF is marked `w:dirty`, "to be updated before it is displayed" (ECMA-376 Part 1,
17.16.18): Word computes it on opening, after asking once for the whole file whether fields are to be updated;
LibreOffice computes page references whenever it opens a file, and asks nothing. Whoever answers no, or reads the file
in Protected View, sees the page in the file. Fields for paragraph numbers are not marked: they are right as written.
Ctrl+A and F9 bring all of them up to date after an edit, paragraph numbers included; nothing else of the list can
change. A range ends with the number of its last paragraph: one that is added behind it is not in it. (The number before
the first of the next part, `{ = { REF next \n } - 1 }`, would be right in Word; LibreOffice prints the inner field too,
and so a false number.)

Rejected: one TOC field around the lines. On "update entire table" Word builds such a list anew from headings, and knows
no paragraph numbers: all ranges would be gone with one key. `TOC \o` takes every style with an outline level, built-in
or not, and the title with it; `TOC \t` separates styles by the list separator of the computer, a semicolon in half of
Europe ([MS-OI29500] 2.1.507), and then finds nothing. `TOC \f` over TC fields could hold ranges, but repeats each
heading as hidden text, which is counted as words, and which nobody corrects together with the heading; programs other
than Word empty such a list. A lock on the field (`w:fldLock`) would leave pages wrong too. The price: a heading that a
lawyer adds gets its line by hand, by copying one and choosing its bookmarks; one that is reworded is reworded twice.
`w:updateFields` was rejected because it makes Word compute the fields of the whole file, of which these are enough.

A heading of several lines is broken by `w:br` before the column of the dots, by a rough width of its letters that is
rather too large than too small; a right indent in the style, with tabs beyond it, would do in Word, but LibreOffice 7
throws what stands beyond the indent into new lines.

Abbreviations are paragraphs with a tab, not a table without rules: they break over pages, and read aloud as they stand.
"""

from collections.abc import Mapping
from unicodedata import east_asian_width

from msgspec.structs import replace

from reportgen.document.tree import Abbreviations, Contents, ContentsEntry, Level
from reportgen.document.walk import plain_text
from reportgen.regex import regex
from reportgen.writers.docx.bookmarks import bookmark_name
from reportgen.writers.docx.format import Indent, ParagraphFormat, Spacing
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.oxml import Element, hyperlink
from reportgen.writers.docx.references import Targets
from reportgen.writers.docx.runs import break_run, field, paragraph, tab_run, text_run
from reportgen.writers.wording import paragraph_range

TITLE = ParagraphFormat(style="TOCHeading")
"""Over both lists."""
STYLES = {Level.TITLE: "TOC1", Level.PART: "TOC1", Level.ANNEX: "TOC1", Level.THEME: "TOC2", Level.REPLY: "TOC3"}
"""The style of the line of each level of heading."""
_HEADS = ParagraphFormat(keep_next=True, tabs=(("right", 8929), ("right", 9638)), spacing=Spacing(after=120))
_STARTS = {"TOC1": 1134, "TOC2": 1559, "TOC3": 1984}
_TURN = 7370
"""Where the text of a line begins, by its style, and where it turns at the latest."""
_LABEL, _GAP = 1100, 283
"""How broad a label may be that leaves the text its place, and what stands between a broader one and the text."""
_SIZE = 200
"""The size of the text in twentieths of a point."""
_NARROW, _BROAD = frozenset("fijlrstI.,:;!'’‘“”()[]/- \u00a0"), frozenset("mwMW—…%&@")
_PIECE = regex(
    r"(?=.)[“‘《〈「『【（［]*(?:[^\s\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+|[^\s“‘《〈「『【（［])?"
    r"[”’、。，．：；！？》〉」』】）］]* ?"
)
"""What no line ends within: a word, or an ideograph with the marks that may not be parted from it (GB/T 15834, 5.1)."""
_TEXT_AT, _STEP, _LETTER = 1134, 567, 130
"""Where short forms stand, the steps in which full forms move to the right, and the width that a letter may take."""


def write_contents(
    body: Element,
    inlines: InlineWriter,
    contents: Contents,
    targets: Targets,
    pages: Mapping[str, int],
    title: ParagraphFormat,
    wider: int = 100,
) -> None:
    """Write the list of contents.

    Args:
        body: where it is added.
        inlines: writes the title.
        contents: the list, with its entries settled.
        targets: what the numbers of paragraphs point to.
        pages: the page of each heading, by its key.
        title: how the title stands.
        wider: how wide the text may be, in per cent of ours, where another font is used.
    """
    together = not title.page_break
    inlines.write(paragraph(body, title), contents.title)
    heads = paragraph(body, _HEADS)
    look = replace(inlines.slanted, size=16)
    for head in contents.words.contents:
        tab_run(heads, look)
        text_run(heads, head, look)
    for entry in contents.entries:
        shape = ParagraphFormat(style=STYLES[entry.level], keep_next=together and entry is not contents.entries[-1])
        beyond = _beyond(entry, wider)
        if beyond:
            shape = replace(shape, tabs=(("left", _STARTS["TOC1"] + beyond),))
        _write_entry(paragraph(body, shape), entry, targets, pages.get(entry.target), wider, beyond)


def _beyond(entry: ContentsEntry, wider: int) -> int:
    """Return how far the label of a line reaches beyond where its text begins, in twips: that of “Приложение VIII”.

    Its text would go to the next tab stop, that of the dots.
    """
    width = sum(map(_width, entry.label or "")) * _SIZE * wider // 10_000
    return max(width + _GAP - _STARTS["TOC1"], 0) if width > _LABEL else 0


def _write_entry(
    parent: Element, entry: ContentsEntry, targets: Targets, page: int | None, wider: int, beyond: int
) -> None:
    style = STYLES[entry.level]
    bookmark = bookmark_name(entry.target)
    made = hyperlink(parent, anchor=bookmark)
    if style == "TOC1":  # the label ends at 851, the text begins at 1134, as in headings
        tab_run(made)
        text_run(made, entry.label or "")
        tab_run(made)
    room = (_TURN - _STARTS[style]) * 100 // wider
    for number, line in enumerate(_lines(plain_text(entry.children), room, beyond * 100 // wider)):
        if number:
            break_run(made)
        text_run(made, line)
    tab_run(made)
    tab_run(made)
    _write_range(made, entry, targets)
    tab_run(made)
    field(made, rf"PAGEREF {bookmark} \h", "" if page is None else str(page), stale=True)


def _lines(text: str, room: int, beyond: int = 0) -> list[str]:
    """Break a heading into lines that are not wider than the room in twips, the first by so much less."""
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        longer = lines[-1] + piece
        here = room - beyond if len(lines) == 1 else room
        if lines[-1] and sum(map(_width, longer.rstrip())) * _SIZE > here * 100:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines


def _width(character: str) -> int:
    """Return about how wide a character is in Times New Roman, in per cent of its size."""
    if east_asian_width(character) in {"F", "W"}:
        return 100
    if character in _BROAD:
        return 90
    if character in _NARROW:
        return 34
    return 70 if character.isupper() else 50


def _write_range(made: Element, entry: ContentsEntry, targets: Targets) -> None:
    first = targets.number(entry.first) if entry.first is not None else None
    last = targets.number(entry.last) if entry.last is not None else None
    if first is None or last is None:
        text_run(made, paragraph_range(entry))
        return
    field(made, first, str(entry.first))
    if last != first:
        text_run(made, "–")
        field(made, last, str(entry.last))


def write_abbreviations(body: Element, inlines: InlineWriter, block: Abbreviations, title: ParagraphFormat) -> None:
    """Write the list of abbreviations; short forms in one column, what they stand for in the other."""
    inlines.write(paragraph(body, _below_contents(title)), block.title)
    longest = max((len(entry.short) for entry in block.entries), default=0)
    width = max(2 * _STEP, -(-longest * _LETTER // _STEP) * _STEP)
    indent = Indent(left=_TEXT_AT + width, right=_TEXT_AT, first=-width)
    shape = ParagraphFormat(tabs=(("left", _TEXT_AT + width),), spacing=Spacing(after=120), indent=indent)
    for entry in block.entries:
        made = paragraph(body, shape)
        text_run(made, entry.short)
        tab_run(made)
        text_run(made, entry.full)


def _below_contents(title: ParagraphFormat) -> ParagraphFormat:
    """Return the title of a list that may follow the contents; unlike theirs, it is in the navigation pane."""
    spacing = title.spacing if title.page_break else Spacing(before=360)
    return replace(title, outline=0, spacing=spacing)
