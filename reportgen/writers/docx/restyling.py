"""Put a Word file's styles in place of ours.

    theirs: <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="_ Single Txt_G"/>…</w:style>
    body:   <w:pStyle w:val="SingleTxtG"/>  becomes  <w:pStyle w:val="a3"/>

Styles are found by their names, or by the second names that Word keeps (`w:aliases`), without regard to case; ids are
the file's own, as Word in other languages makes them. The names are those of the secretariat (`parts/styles.xml`) and
Word's own: header, footer, footnote text, toc 1. No other style is taken in their place: `heading 2` of a ministry's
template has no tabs for the letter of a part, and a guess would look wrong in a way that nobody expects. Word's
`heading 1` counts as the style of captions only where its second name is `Table_G`. What the file lacks is supplied
from ours.

Lists that its styles refer to come along under new numbers; where its style of bullets has none, the bullet is ours.
Where its body text is indented otherwise than ours, our lists move with it. Language is the document's, not the file's:
the spelling of an English text is not checked in the language of the template. The pages in the list of contents are
those of our fonts until Word brings its fields up to date (Ctrl+A, F9).
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import count

from msgspec import Struct

from reportgen.writers.docx.base import base_part
from reportgen.writers.docx.numbering import ABSTRACTS, BULLETS
from reportgen.writers.docx.oxml import NAMESPACES, VAL, Element, W, detach, element, root
from reportgen.writers.docx.reference import StyleReference

_ID, _TYPE, _DEFAULT, _NAME = W + "styleId", W + "type", W + "default", W + "name"
_LIST, _DEFINITION = W + "numId", W + "abstractNumId"
_CAPTION, _CAPTION_NAME = "Heading1", "Table_G"
_UNUSED = frozenset(
    {"HMG", "H56G", "SSG", "SMG", "XLargeG", "SLG", "EndnoteText", "EndnoteReference", "FollowedHyperlink"}
)
"""Our styles that are in the file for those who edit it; the writer uses none of them."""
OURS = frozenset(
    {"TableHeadG", "TableTextG", "TableTotalG", "TableNoteG", "OrganizationG", "SymbolG", "TreatyG", "DistributionG"}
    | {"CommitteeG", "SessionG", "AgendaG", "ReceivedG"}
)
"""Styles that only files of reportgen have, for texts that the secretariat formats by hand."""
_USUAL, _LARGEST = 20, 144
"""Half points of text where nothing says its size, and the most that is believed."""
_BODY_LEFT, _FURTHEST = 1134, 4000
"""How far to the right our body text begins, and where any may, in twips: beyond, little of the column is left."""

Styles = Mapping[str, Element]
"""The styles of a file by their ids, in its order."""


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
        for naming in story.iter(W + "pStyle", W + "rStyle", W + "tblStyle"):
            naming.set(VAL, self.ids.get(naming.get(VAL, ""), naming.get(VAL, "")))


def missing_styles(reference: StyleReference) -> tuple[str, ...]:
    """Return the names of the styles that a document needs and the file lacks, in the order of ours.

    Those that no template of the secretariat has are not missed.
    """
    ids = _match(_their_styles(reference))
    return tuple(_sought(style) for style in _needed() if style.get(_ID) not in {*ids, *OURS})


def restyle(reference: StyleReference, language: str) -> Restyled:
    """Return the styles of the file, with what it lacks supplied.

    Args:
        reference: what was read of the file.
        language: the BCP 47 tag of the document's text.
    """
    theirs = _their_styles(reference)
    _mend(theirs)
    matched = _match(theirs)
    lists = _take_lists(reference.numbering, theirs)
    supplied = [style for style in _needed() if style.get(_ID) not in matched]
    ids = matched | dict(_new_ids(supplied, set(theirs)))
    made = root("styles", _defaults(reference.styles, language), *_latent(reference.styles), *theirs.values())
    made.extend(_supply(style, ids, theirs) for style in supplied)
    made.extend(_tables(theirs))
    bullets = [style for style in ("Bullet1G", "Bullet2G") if style in matched]
    return Restyled(
        made,
        lists,
        ids,
        frozenset(style.get(_ID, "") for style in supplied),
        frozenset(style for style in bullets if not _has_list(theirs, ids[style])),
        _size(theirs, made, ids["TOC1"] if "TOC1" in matched else ids["Normal"]),
        _shift(theirs, ids["SingleTxtG"]) if "SingleTxtG" in matched else 0,
    )


def merge_fonts(reference: StyleReference, ours: Element) -> Element:
    """Return the file's font table, with our font in it."""
    if reference.fonts is None:
        return ours
    made = root("fonts", *(deepcopy(font) for font in reference.fonts.iterfind(f"{W}font") if font.get(_NAME)))
    names = {font.get(_NAME) for font in made}
    made.extend([font for font in ours if font.get(_NAME) not in names])
    return made


def merge_theme(reference: StyleReference, ours: Element) -> Element:
    """Return our theme with the colours and fonts of the file, to which its styles may refer."""
    for scheme in reference.theme:
        [place] = ours.iter(scheme.tag)
        place[:] = [deepcopy(child) for child in scheme]
        place.set("name", scheme.get("name", "reference"))
    return ours


# ---- styles ---------------------------------------------------------------------------------------------------


def _our_styles(*kinds: str) -> list[Element]:
    """Return our styles of some kinds, in their order."""
    styles = base_part("styles", "").iterfind(f"{W}style")
    return [style for style in styles if style.get(_TYPE) in kinds]


def _needed() -> list[Element]:
    return [style for style in _our_styles("paragraph", "character") if style.get(_ID) not in _UNUSED]


def _their_styles(reference: StyleReference) -> dict[str, Element]:
    """Return copies of the file's styles by their ids; of several with one id the first."""
    styles: dict[str, Element] = {}
    for style in reference.styles.iterfind(f"{W}style"):
        if style.get(_ID) and style.find(_NAME) is not None:
            styles.setdefault(style.get(_ID, ""), deepcopy(style))
    return styles


def _match(theirs: Styles) -> dict[str, str]:
    """Return the file's ids of our styles, by our ids; second names count where no first name fits."""
    by_name: dict[tuple[str, str], str] = {}
    for tag in ("name", "aliases"):
        for style_id, style in theirs.items():
            text = _value(style, f"w:{tag}").casefold()
            for name in (text,) if tag == "name" else map(str.strip, text.split(",")):
                by_name.setdefault((style.get(_TYPE, "paragraph"), name), style_id)
    ours = {(style.get(_TYPE, ""), _sought(style).casefold()): style for style in _our_styles("paragraph", "character")}
    return {style.get(_ID, ""): by_name[key] for key, style in ours.items() if key in by_name}


def _sought(ours: Element) -> str:
    """Return the name by which one of our styles is sought."""
    return _CAPTION_NAME if ours.get(_ID) == _CAPTION else _value(ours, "w:name")


def _value(source: Element, path: str) -> str:
    """Return the value of the element at a path; empty where there is none."""
    target = source.find(path, NAMESPACES)
    return "" if target is None else target.get(VAL, "")


def _mend(theirs: Styles) -> None:
    """Take out references to styles that are not there, and those that lead back to where they began."""
    for style in theirs.values():
        for tag in ("basedOn", "next", "link"):
            named = style.find(W + tag)
            if named is not None and named.get(VAL) not in theirs:
                style.remove(named)
    for style_id, style in theirs.items():
        if len(list(_ancestry(theirs, style_id))) > len(theirs):
            for based_on in style.findall(f"{W}basedOn"):
                style.remove(based_on)


def _ancestry(styles: Styles, style_id: str) -> Iterator[Element]:
    """Yield a style and those that it is based on; one more than there are styles, where that leads in a circle."""
    for _ in range(len(styles) + 1):
        style = styles.get(style_id)
        if style is None:
            return
        yield style
        style_id = _value(style, "w:basedOn")


def _new_ids(styles: Iterable[Element], taken: set[str]) -> Iterator[tuple[str, str]]:
    """Yield an id for each style that is supplied: ours, or where another of the file has it, one with a number."""
    for style in styles:
        ours = style.get(_ID, "")
        new = next(name for name in (f"{ours}{number or ''}" for number in count()) if name not in taken)
        taken.add(new)
        yield ours, new


def _supply(style: Element, ids: Mapping[str, str], theirs: Styles) -> Element:
    """Return one of our styles, under its id in the file and based on the file's own styles."""
    has_name = any(
        _value(other, "w:name").casefold() == _value(style, "w:name").casefold() for other in theirs.values()
    )
    if style.get(_ID) == _CAPTION and has_name:
        style[:2] = [element("name", val=_CAPTION_NAME)]  # in place of Word's name and the second one
    style.set(_ID, ids[style.get(_ID, "")])
    for named in style.iter(f"{W}basedOn", f"{W}next"):
        named.set(VAL, ids.get(named.get(VAL, ""), named.get(VAL, "")))
    if style.get(_DEFAULT) and _has_default(theirs, style.get(_TYPE, "")):
        del style.attrib[_DEFAULT]
    return style


def _has_default(theirs: Styles, kind: str) -> bool:
    return any(style.get(_TYPE) == kind and style.get(_DEFAULT) in {"1", "true", "on"} for style in theirs.values())


def _tables(theirs: Styles) -> list[Element]:
    """Return Word's defaults for tables and lists, where the file has none."""
    ours = [
        style for style in _our_styles("table", "numbering") if style.get(_DEFAULT) and style.get(_ID) not in theirs
    ]
    return [style for style in ours if not _has_default(theirs, style.get(_TYPE, ""))]


def _defaults(styles: Element, language: str) -> Element:
    """Return the file's defaults in the document's language."""
    look = styles.find("w:docDefaults/w:rPrDefault/w:rPr", NAMESPACES)
    shape = styles.find("w:docDefaults/w:pPrDefault/w:pPr", NAMESPACES)
    properties = element("rPr", *(deepcopy(child) for child in (look if look is not None else ())))
    properties.append(element("lang", val=language, eastAsia="en-US", bidi="ar-SA"))
    shapes = [deepcopy(shape)] if shape is not None else []
    return element("docDefaults", element("rPrDefault", properties), element("pPrDefault", *shapes))


def _latent(styles: Element) -> list[Element]:
    return [deepcopy(latent) for latent in styles.findall(f"{W}latentStyles")[:1]]


def _size(theirs: Styles, styles: Element, style_id: str) -> int:
    """Return the size of a style, or else that of the defaults, or else Word's own of 10 points, in half points."""
    sizes = [_value(style, "w:rPr/w:sz") for style in _ancestry(theirs, style_id)]
    sizes.append(_value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:sz"))
    return min(next((int(size) for size in sizes if _is_number(size)), _USUAL), _LARGEST)


def _shift(theirs: Styles, style_id: str) -> int:
    for style in _ancestry(theirs, style_id):
        indent = style.find("w:pPr/w:ind", NAMESPACES)
        left = indent.get(W + "left", indent.get(W + "start", "")) if indent is not None else ""
        if _is_number(left):
            return min(int(left), _FURTHEST) - _BODY_LEFT
    return -_BODY_LEFT


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


# ---- lists ----------------------------------------------------------------------------------------------------


def _has_list(theirs: Styles, style_id: str) -> bool:
    """Return whether a style brings a list by itself."""
    numbers = (style.find("w:pPr/w:numPr/w:numId", NAMESPACES) for style in _ancestry(theirs, style_id))
    return next((number.get(VAL) != "0" for number in numbers if number is not None), False)


def _take_lists(numbering: Element | None, theirs: Styles) -> tuple[Element, ...]:
    """Return the lists that styles refer to, under new numbers, which the styles then name."""
    numbers = {number.get(_LIST, ""): number for number in _all(numbering, "num")}
    abstracts = {abstract.get(_DEFINITION, ""): abstract for abstract in _all(numbering, "abstractNum")}
    new_numbers: dict[str, Element] = {}
    new_abstracts: dict[str, Element] = {}
    for properties in [found for style in theirs.values() for found in style.iter(f"{W}numPr")]:
        named = properties.find(_LIST)
        old = named.get(VAL, "") if named is not None else "0"
        if named is None or old == "0":
            continue
        abstract = _value(numbers[old], "w:abstractNumId") if old in numbers else ""
        if abstract not in abstracts:
            detach(properties)
            continue
        if abstract not in new_abstracts:
            new_abstracts[abstract] = _renumbered(abstracts[abstract], ABSTRACTS + 1 + len(new_abstracts), theirs)
        if old not in new_numbers:
            number = new_numbers[old] = deepcopy(numbers[old])
            number.set(_LIST, str(BULLETS + len(new_numbers)))
            for defined in number.iterfind(_DEFINITION):
                defined.set(VAL, new_abstracts[abstract].get(_DEFINITION, ""))
        named.set(VAL, new_numbers[old].get(_LIST, ""))
    return (*new_abstracts.values(), *new_numbers.values())


def _all(numbering: Element | None, tag: str) -> list[Element]:
    return [] if numbering is None else numbering.findall(W + tag)


def _renumbered(abstract: Element, number: int, theirs: Styles) -> Element:
    """Return a definition of a list under a new number, without links to styles that are not there."""
    made = deepcopy(abstract)
    made.set(_DEFINITION, str(number))
    for link in list(made.iter(f"{W}pStyle", f"{W}styleLink", f"{W}numStyleLink")):
        if link.get(VAL) not in theirs:
            detach(link)
    return made
