"""Turn a written Word file over for text from right to left.

    <w:p><w:pPr><w:pStyle w:val="SingleTxtG"/><w:bidi/></w:pPr>
      <w:r><w:rPr><w:rtl/></w:rPr><w:t>انظر </w:t></w:r><w:r><w:t>CCPR/C/KAZ/3</w:t></w:r>
    </w:p>

`w:bidi` puts the indents, tabs and sides of a paragraph at the other side, `w:bidiVisual` the columns of a table,
`w:bidi` of a section its pages (ECMA-376 Part 1, 17.3.1.6, 17.4.1, 17.6.1); so all that the other modules wrote as
left and right stays as it is. `w:rtl` takes the font, size and weight of complex scripts, and must not stand on
letters from left to right (17.3.2.30): what the tree has isolated becomes runs without it. Two things are for
LibreOffice: it computes the order from the letters alone, hence U+200E before a sign; and it breaks a line within `1
180` if the space is U+00A0, but not if it is U+202F. Arabic has no italics, and its letters need more height: 12
points of Arabic stand beside 10 of Latin, and lines are at least as high as ours, not exactly.
"""

from copy import deepcopy

from reportgen.document.direction import LEFT_MARK, has_right_to_left, split_isolates, with_unicode_marks, without_marks
from reportgen.regex import regex
from reportgen.writers.docx.oxml import VAL, Element, R, T, W, detach, element, set_text

_LARGER = (6, 5)
"""The size of Arabic letters in that of Latin ones."""
NARROW = "\u202f"
_LINE = 100
"""Twentieths of a point: a lower line holds no text and stays as it is."""
_LATIN = "en-GB"
_TEXT = "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
_LAST = "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
_AFTER_BIDI = (*_TEXT.split(), *_LAST.split())
"""What stands behind `w:bidi` in the properties of a paragraph (17.3.1.26)."""
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
_WITHIN_NUMBER = regex("(?<=[0-9])\u00a0(?=[0-9])")
_LATIN_STYLE = "DistributionG"
"""The lines of the masthead that are English in an Arabic document; they read and stand as such."""
_HAS_LETTER = regex(r"[^\W\d_]")


def turn(root: Element, language: str) -> None:
    """Turn a part over; all of it may be changed.

    Args:
        root: of the part.
        language: the BCP 47 tag of the document, as `ar-SA`.
    """
    for paragraph in list(root.iter(f"{W}p")):
        _put(_properties(paragraph, "pPr"), "bidi", _AFTER_BIDI, val=0 if _is_english(paragraph) else None)
    for run in list(root.iter(R)):
        _turn_run(run)
    for table in root.iter(f"{W}tbl"):
        _put(_properties(table, "tblPr"), "bidiVisual", ("tblStyleRowBandSize", "tblStyleColBandSize", "tblW"))
    for said in root.iter(f"{W}tblCaption", f"{W}tblDescription"):
        said.set(VAL, without_marks(said.get(VAL, "")))
    for section in root.iter(f"{W}sectPr"):
        _put(section, "bidi", ("rtlGutter", "docGrid"))
    _change_looks(root, language)


def _change_looks(root: Element, language: str) -> None:
    """Change what styles, settings and direct formatting say of Arabic letters."""
    for style in root.iter(f"{W}style"):
        if style.get(f"{W}default") and style.get(f"{W}type") == "paragraph":
            _put(_properties(style, "pPr", ("rPr", "tblPr")), "bidi", _AFTER_BIDI)
    for size in root.iter(f"{W}szCs"):
        size.set(VAL, str(int(size.get(VAL, "20")) * _LARGER[0] // _LARGER[1]))
    for spacing in root.iter(f"{W}spacing"):
        if spacing.get(f"{W}lineRule") == "exact" and int(spacing.get(f"{W}line", "0")) >= _LINE:
            spacing.set(f"{W}lineRule", "atLeast")
    for italic in list(root.iter(f"{W}iCs")):
        detach(italic)
    for tag in root.iter(f"{W}lang", f"{W}themeFontLang"):
        tag.set(VAL, _LATIN)
        tag.set(f"{W}bidi", language)


def _turn_run(run: Element) -> None:
    """Make a run one from right to left, or several where pieces of its text are not."""
    text = run.find(T)
    pieces = list(split_isolates(text.text or "")) if text is not None else []
    if text is None or len(pieces) < 2:  # noqa: PLR2004 - one piece is the run itself
        is_left = bool(pieces) and (pieces[0][1] or _is_left(pieces[0][0]))
        _write(run, pieces[0][0] if pieces else None, is_left=is_left)
        return
    parent, at = run.getparent(), 0
    if parent is None:
        return
    at = parent.index(run)
    for place, (piece, is_left) in enumerate(pieces):
        made = run if place == 0 else deepcopy(run)
        _write(made, piece, is_left=is_left)
        if place:
            parent.insert(at + place, made)


def _is_english(paragraph: Element) -> bool:
    style = next(paragraph.iter(f"{W}pStyle"), None)
    text = "".join(child.text or "" for child in paragraph.iter(T))
    return style is not None and style.get(VAL) == _LATIN_STYLE and not has_right_to_left(text)


def _is_left(text: str) -> bool:
    return _HAS_LETTER.search(text) is not None and not has_right_to_left(text)


def _write(run: Element, text: str | None, *, is_left: bool) -> None:
    properties = _properties(run, "rPr")
    mark = properties.find(f"{W}rtl")
    if mark is not None:
        detach(mark)
    if not is_left:
        _put(properties, "rtl", _AFTER_RTL)
    if text is not None and (holder := run.find(T)) is not None:
        kept = with_unicode_marks(_WITHIN_NUMBER.sub(NARROW, text))
        set_text(holder, f"{LEFT_MARK}{kept}" if is_left and not kept[:1].isalpha() else kept)


def _properties(parent: Element, name: str, before: tuple[str, ...] = ()) -> Element:
    """Return the properties of an element, which stand first in it or before the elements named."""
    found = parent.find(W + name)
    if found is None:
        found = element(name)
        following = next((child for child in parent if child.tag in {W + one for one in before}), None)
        parent.insert(parent.index(following) if following is not None else len(parent) if before else 0, found)
    return found


def _put(parent: Element, name: str, before: tuple[str, ...], val: int | None = None) -> None:
    """Put an element into properties, before those that follow it in the schema."""
    if parent.find(W + name) is not None:
        return
    later = {W + one for one in before}
    place = next((at for at, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(place, element(name, val=val))
