"""A Word file's styles in place of ours: what was read of it comes in, the parts of the new file go out.

    theirs: <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="_ Single Txt_G"/>…</w:style>
    body:   <w:pStyle w:val="SingleTxtG"/>  becomes  <w:pStyle w:val="a3"/>

Styles are found by their names, or by the second names that Word keeps (`w:aliases`), without regard to case; ids are
the file's own, as Word in other languages makes them. The names are those of the secretariat (`styles.py`) and Word's
own: header, footer, footnote text, toc 1. No other style is taken in their place: `heading 2` of a ministry's template
has no tabs for the letter of a part, and a guess would look wrong in a way that nobody expects. Word's `heading 1`
counts as the style of captions only where its second name is `Table_G`. What the file lacks is supplied from ours.

Lists that its styles refer to come along under new numbers; where its style of bullets has none, the bullet is ours.
Where its body text is indented otherwise than ours, our lists move with it. Language is the document's, not the file's:
the spelling of an English text is not checked in the language of the template. The pages in the list of contents are
those of our fonts until Word brings its fields up to date (Ctrl+A, F9).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from reportgen.writers.docx.numbering import ABSTRACTS, BULLETS
from reportgen.writers.docx.oxml import NAMESPACES, Element, element, root
from reportgen.writers.docx.reference import Reference
from reportgen.writers.docx.styles import BODY_INDENT, Style, named_styles, style_element, table_styles

_W = f"{{{NAMESPACES['w']}}}"
_ID, _VAL, _TYPE = _W + "styleId", _W + "val", _W + "type"
_NAMING = (_W + "pStyle", _W + "rStyle", _W + "tblStyle")
_CAPTION, _CAPTION_NAME = "Heading1", "Table_G"
_UNUSED = frozenset(
    {"HMG", "H56G", "SSG", "SMG", "XLargeG", "SLG", "EndnoteText", "EndnoteReference", "FollowedHyperlink"}
)
"""Our styles that are in the file for those who edit it; the writer uses none of them."""
_USUAL, _LARGEST = 20, 144
"""Half points of text where nothing says its size, and the most that is believed."""
_FURTHEST = 4000
"""How far to the right, in twips, body text may begin; beyond, little of the column would be left."""


class Restyled(Struct, frozen=True, eq=False):
    """What a document is written with instead of our styles."""

    styles: Element
    """The root of the styles part."""
    lists: tuple[Element, ...]
    """Abstract definitions of lists, then numbers of lists, that the styles refer to."""
    ids: Mapping[str, str]
    """The ids to use, by our ids."""
    supplied: frozenset[str]
    """Our ids of the styles that the file lacked."""
    bare: frozenset[str]
    """Our ids of styles for bullets that bring no bullet."""
    size: int
    """The size of the text of its list of contents, in half points."""
    shift: int
    """How much farther to the right than ours its body text begins, in twips."""

    def rename(self, story: Element) -> None:
        """Let the text of a part use the ids of the styles."""
        for naming in story.iter(*_NAMING):
            naming.set(_VAL, self.ids.get(naming.get(_VAL, ""), naming.get(_VAL, "")))


def missing_styles(reference: Reference) -> tuple[str, ...]:
    """The names of the styles that a document needs and the file lacks, in the order of ours."""
    found = _find(_their_styles(reference))
    return tuple(_sought(style) for style in _needed() if style.id not in found)


def restyle(reference: Reference, language: str) -> Restyled:
    """The styles of the file, with what it lacks supplied.

    Args:
        reference: what was read of the file.
        language: the BCP 47 tag of the document's text.
    """
    theirs = _their_styles(reference)
    _mend(theirs)
    found = _find(theirs)
    lists = _take_lists(reference.numbering, theirs)
    supplied = [style for style in _needed() if style.id not in found]
    ids = found | dict(_new_ids(supplied, {style.get(_ID, "") for style in theirs}))
    by_id = {style.get(_ID, ""): style for style in theirs}
    bullets = {one for one in ("Bullet1G", "Bullet2G") if one in found}
    made = root("styles", _defaults(reference.styles, language), *_latent(reference.styles), *theirs)
    made.extend(_supply(style, ids, theirs) for style in supplied)
    made.extend(_tables(theirs))
    return Restyled(
        made,
        lists,
        ids,
        frozenset(style.id for style in supplied),
        frozenset(one for one in bullets if not _has_list(by_id, ids[one])),
        _size(by_id, made, ids["TOC1"] if "TOC1" in found else ids["Normal"]),
        _shift(by_id, ids["SingleTxtG"]) if "SingleTxtG" in found else 0,
    )


def merge_fonts(reference: Reference, ours: Element) -> Element:
    """The file's font table, with our font in it."""
    if reference.fonts is None:
        return ours
    made = root("fonts", *(deepcopy(font) for font in reference.fonts.iterfind(f"{_W}font") if font.get(_W + "name")))
    names = {font.get(_W + "name") for font in made}
    made.extend([font for font in ours if font.get(_W + "name") not in names])
    return made


def merge_theme(reference: Reference, ours: Element) -> Element:
    """Our theme with the colours and fonts of the file, to which its styles may refer."""
    for scheme in reference.theme:
        [place] = ours.iter(scheme.tag)
        place[:] = [deepcopy(child) for child in scheme]
        place.set("name", scheme.get("name", "reference"))
    return ours


# ---- styles ---------------------------------------------------------------------------------------------------


def _needed() -> list[Style]:
    return [style for style in named_styles() if style.id not in _UNUSED]


def _their_styles(reference: Reference) -> list[Element]:
    """Copies of the file's styles; of several with one id the first."""
    styles: dict[str, Element] = {}
    for style in reference.styles.iterfind(f"{_W}style"):
        if style.get(_ID) and style.find(f"{_W}name") is not None:
            styles.setdefault(style.get(_ID, ""), deepcopy(style))
    return list(styles.values())


def _find(theirs: Sequence[Element]) -> dict[str, str]:
    """The file's ids of our styles, by our ids."""
    by_name: dict[tuple[str, str], str] = {}
    for names in (_names, _second_names):
        for style in theirs:
            for name in names(style):
                by_name.setdefault((style.get(_TYPE, "paragraph"), name), style.get(_ID, ""))
    return {
        ours.id: by_name[key] for ours in named_styles() if (key := (ours.kind, _sought(ours).casefold())) in by_name
    }


def _sought(ours: Style) -> str:
    """The name by which one of our styles is sought."""
    return _CAPTION_NAME if ours.id == _CAPTION else ours.name


def _names(style: Element) -> Iterator[str]:
    yield _value(style, "name").casefold()


def _second_names(style: Element) -> Iterator[str]:
    yield from (name.strip().casefold() for name in _value(style, "aliases").split(","))


def _value(style: Element, tag: str) -> str:
    found = style.find(f"{_W}{tag}")
    return found.get(_VAL, "") if found is not None else ""


def _mend(styles: Sequence[Element]) -> None:
    """Take out references to styles that are not there, and those that lead back to where they began."""
    by_id = {style.get(_ID, ""): style for style in styles}
    for style in styles:
        for tag in ("basedOn", "next", "link"):
            named = style.find(f"{_W}{tag}")
            if named is not None and named.get(_VAL) not in by_id:
                style.remove(named)
    for style in styles:
        if len(list(_ancestry(by_id, style.get(_ID, "")))) > len(styles):
            style.remove(style.find(f"{_W}basedOn"))  # type: ignore[arg-type]  # it leads in a circle, so it is there


def _ancestry(by_id: Mapping[str, Element], style_id: str) -> Iterator[Element]:
    """A style and those that it is based on; one more than there are styles, where that leads in a circle."""
    for _ in range(len(by_id) + 1):
        style = by_id.get(style_id)
        if style is None:
            return
        yield style
        style_id = _value(style, "basedOn")


def _new_ids(styles: Iterable[Style], taken: set[str]) -> Iterator[tuple[str, str]]:
    """An id for each style that is supplied: ours, or where another of the file has it, one with a number."""
    for style in styles:
        candidates = (f"{style.id}{number or ''}" for number in count())
        new = next(one for one in candidates if one not in taken)
        taken.add(new)
        yield style.id, new


def _supply(style: Style, ids: Mapping[str, str], theirs: Sequence[Element]) -> Element:
    """One of our styles, under its id in the file and based on the file's own styles."""
    has_name = any(_value(one, "name").casefold() == style.name.casefold() for one in theirs)
    if style.id == _CAPTION and has_name:
        style = replace(style, name=_CAPTION_NAME, aliases=None)
    made = style_element(style)
    made.set(_ID, ids[style.id])
    for tag in ("basedOn", "next"):
        named = made.find(f"{_W}{tag}")
        if named is not None:
            named.set(_VAL, ids.get(named.get(_VAL, ""), named.get(_VAL, "")))
    if made.get(_W + "default") and any(_is_default(one, style.kind) for one in theirs):
        del made.attrib[_W + "default"]
    return made


def _is_default(style: Element, kind: str) -> bool:
    return style.get(_TYPE) == kind and style.get(_W + "default") in {"1", "true", "on"}


def _tables(theirs: Sequence[Element]) -> Iterator[Element]:
    """Word's defaults for tables and lists, where the file has none."""
    ids = {style.get(_ID) for style in theirs}
    for style in table_styles():
        kind = style.get(_TYPE, "")
        if (
            style.get(_W + "default")
            and not any(_is_default(one, kind) for one in theirs)
            and style.get(_ID) not in ids
        ):
            yield style


def _defaults(styles: Element, language: str) -> Element:
    """The file's defaults in the document's language."""
    found = styles.find(f"{_W}docDefaults")
    look = found.find(f"{_W}rPrDefault/{_W}rPr") if found is not None else None
    shape = found.find(f"{_W}pPrDefault/{_W}pPr") if found is not None else None
    properties = element("rPr", *(deepcopy(one) for one in (look if look is not None else ())))
    properties.append(element("lang", val=language, eastAsia="en-US", bidi="ar-SA"))
    return element(
        "docDefaults",
        element("rPrDefault", properties),
        element("pPrDefault", *([deepcopy(shape)] if shape is not None else [])),
    )


def _latent(styles: Element) -> Iterator[Element]:
    found = styles.find(f"{_W}latentStyles")
    if found is not None:
        yield deepcopy(found)


def _size(by_id: Mapping[str, Element], styles: Element, style_id: str) -> int:
    """The size of a style, or else that of the defaults, or else Word's own of 10 points, in half points."""
    for source in (*_ancestry(by_id, style_id), styles.find(f"{_W}docDefaults/{_W}rPrDefault")):
        size = source.find(f"{_W}rPr/{_W}sz") if source is not None else None
        if size is not None and size.get(_VAL, "").isascii() and size.get(_VAL, "").isdigit():
            return min(int(size.get(_VAL, "")), _LARGEST)
    return _USUAL


def _shift(by_id: Mapping[str, Element], style_id: str) -> int:
    ours = BODY_INDENT.left or 0
    for style in _ancestry(by_id, style_id):
        indent = style.find(f"{_W}pPr/{_W}ind")
        left = indent.get(_W + "left", indent.get(_W + "start", "")) if indent is not None else ""
        if left.isascii() and left.isdigit():
            return min(int(left), _FURTHEST) - ours
    return -ours


# ---- lists ----------------------------------------------------------------------------------------------------


def _has_list(by_id: Mapping[str, Element], style_id: str) -> bool:
    """Whether a style brings a list by itself."""
    for style in _ancestry(by_id, style_id):
        number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            return number.get(_VAL) != "0"
    return False


def _take_lists(numbering: Element | None, styles: Sequence[Element]) -> tuple[Element, ...]:
    """The lists that styles refer to, under new numbers, which the styles then name."""
    numbers = {num.get(_W + "numId"): num for num in _all(numbering, "num")}
    abstracts = {one.get(_W + "abstractNumId"): one for one in _all(numbering, "abstractNum")}
    ids = {style.get(_ID, "") for style in styles}
    new_numbers: dict[str, Element] = {}
    new_abstracts: dict[str, Element] = {}
    for properties in [found for style in styles for found in style.iter(f"{_W}numPr")]:
        named = properties.find(f"{_W}numId")
        old = named.get(_VAL, "") if named is not None else "0"
        if named is None or old == "0":
            continue
        abstract = _value(numbers[old], "abstractNumId") if old in numbers else ""
        if abstract not in abstracts:
            properties.getparent().remove(properties)  # type: ignore[union-attr]  # it stands in a style
            continue
        if abstract not in new_abstracts:
            new_abstracts[abstract] = _renumbered(abstracts[abstract], ABSTRACTS + 1 + len(new_abstracts), ids)
        if old not in new_numbers:
            number = deepcopy(numbers[old])
            number.set(_W + "numId", str(BULLETS + 1 + len(new_numbers)))
            for defined in number.iterfind(f"{_W}abstractNumId"):
                defined.set(_VAL, new_abstracts[abstract].get(_W + "abstractNumId", ""))
            new_numbers[old] = number
        named.set(_VAL, new_numbers[old].get(_W + "numId", ""))
    return (*new_abstracts.values(), *new_numbers.values())


def _all(numbering: Element | None, tag: str) -> list[Element]:
    return [] if numbering is None else numbering.findall(f"{_W}{tag}")


def _renumbered(abstract: Element, number: int, styles: set[str]) -> Element:
    """A definition of a list under a new number, without links to styles that are not there."""
    made = deepcopy(abstract)
    made.set(_W + "abstractNumId", str(number))
    for link in list(made.iter(f"{_W}pStyle", f"{_W}styleLink", f"{_W}numStyleLink")):
        if link.get(_VAL) not in styles:
            link.getparent().remove(link)  # type: ignore[union-attr]  # it stands in the definition
    return made
