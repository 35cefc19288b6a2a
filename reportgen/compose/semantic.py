"""Checked elements as a document tree: headings, paragraphs, lists and tables, with every phrase realised.

This is where a phrase's mark becomes words and figures: all inlines of a block are realised together, because how a
number is written depends on its whole sentence.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.compose.ledger import Ledger
from reportgen.compose.markdown import ADDRESSES
from reportgen.compose.markup import CLASSES, Element
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest, word
from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Cell,
    Citation,
    CitationForm,
    Contents,
    CoverLine,
    Emphasis,
    Figure,
    FigureReference,
    Heading,
    Inline,
    Inlines,
    Item,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Raised,
    Reference,
    Role,
    Row,
    Table,
    Text,
)
from reportgen.regex import regex
from reportgen.sentences import Narrator, Phrase, PhraseError, Run

_LEVELS = {"h1": Level.TITLE, "h2": Level.PART, "h3": Level.THEME, "h4": Level.REPLY}
_SPACES = regex(r"[ \t\r\n]+")
"""White space that HTML folds; the non-breaking space is not among it."""
_MARKS = {"ul": (Mark.BULLET, Mark.BULLET), "ol": (Mark.LETTER, Mark.ROMAN)}
"""The marks of a list's first level and of all levels below it."""


class _Asked(Struct, frozen=True):
    """A phrase on its way into the tree, with the reference that asked for it."""

    phrase: Phrase
    reference: FigureReference | None


_Draft = Inline | _Asked
Realise = Callable[[Sequence[str | Phrase]], list[str | tuple[Run, ...]]]
MakeFigure = Callable[[Run, FigureReference | None], Figure]


class TreeBuilder(Struct):
    """Turns elements into the cover and the blocks of a document; call `build` once."""

    ledger: Ledger
    narrator: Narrator
    make_figure: MakeFigure
    listed: tuple[Level, ...] = (Level.PART, Level.THEME, Level.ANNEX)
    """The headings that the list of contents shows; without any, there is no list."""
    lists_abbreviations: bool = True
    """Whether the list of abbreviations is wanted."""
    diagnostics: list[Diagnostic] = []
    cover: list[CoverLine] = []
    places: dict[str, Place | None] = {}
    """Where a reference to each key, and each block with that key, was first written in a template."""

    def build(self, root: Element) -> list[Block]:
        """The blocks of the whole document; the lines of its first page go to `cover`."""
        return list(self._blocks(root))

    def _blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent.elements():
            match element.tag:
                case "section" if "cover" in element.classes:
                    self.cover += self._cover(element)
                case "section":
                    self._check_classes(element)
                    yield from self._blocks(element)
                case "h1" | "h2" | "h3" | "h4":
                    yield self._heading(element)
                case "p":
                    yield self._paragraph(element)
                case "ul" | "ol":
                    yield self._list(element, 0)
                case "blockquote":
                    yield Quotation(self._inlines(element))
                case "nav":
                    yield from self._gathered(element)
                case _:
                    yield self._table(element)

    def _heading(self, element: Element) -> Heading:
        self._check_classes(element)
        level = Level.ANNEX if element.tag == "h1" and "annex" in element.classes else _LEVELS[element.tag]
        return Heading(level, self._inlines(element), self._key(element))

    def _gathered(self, element: Element) -> Iterator[Block]:
        """A list that the document gathers by itself, under the title that the template gives, where it is wanted."""
        self._check_classes(element)
        match element.classes:
            case ("contents",):
                if self.listed:
                    yield Contents(self._inlines(element), self.listed)
            case ("abbreviations",):
                if self.lists_abbreviations:
                    yield Abbreviations(self._inlines(element))
            case classes:
                if all(name in CLASSES["nav"] for name in classes):
                    self.diagnostics.append(diagnose("RG529", element.at, classes=" ".join(classes) or "no class"))

    def _paragraph(self, element: Element) -> Block:
        inlines = self._inlines(element)
        self._check_classes(element)
        if "awaiting" in element.classes:
            return Awaiting(inlines)
        return Paragraph(inlines, self._key(element), numbered="unnumbered" not in element.classes)

    def _key(self, element: Element) -> str | None:
        key = element.attributes.get("id")
        if key:
            self.places.setdefault(key, element.at)
        return key

    def _cover(self, section: Element) -> Iterator[CoverLine]:
        for element in section.elements():
            self._check_classes(element, [role.value for role in Role])
            for role in Role:
                if role.value in element.classes:
                    yield CoverLine(role, self._inlines(element))

    def _check_classes(self, element: Element, known: Sequence[str] | None = None) -> None:
        """Name every class of an element that it does not have; by default the table of `markup` knows them."""
        known = CLASSES.get(element.tag, ()) if known is None else known
        for name in element.classes:
            if name not in known:
                self.diagnostics.append(
                    diagnose("RG516", element.at, name=name, tag=element.tag, known=nearest(name, known))
                )

    def _list(self, element: Element, depth: int) -> ItemList:
        mark = _MARKS[element.tag][min(depth, 1)]
        return ItemList(tuple(self._item(child, depth) for child in element.elements()), mark)

    def _item(self, element: Element, depth: int) -> Item:
        lists = [child for child in element.elements() if child.tag in _MARKS]
        own = Element(element.tag, element.attributes, element.at)
        own.children = [child for child in element.children if isinstance(child, str) or child.tag not in _MARKS]
        return Item(self._inlines(own), tuple(self._list(below, depth + 1) for below in lists))

    def _table(self, element: Element) -> Table:
        self._check_classes(element)
        sections = {child.tag: child for child in element.elements()}
        head = [cell for row in _rows(sections.get("thead")) for cell in self._cells(row)]
        rows = tuple(self._row(row) for row in _rows(sections.get("tbody")))
        caption = self._inlines(sections["caption"]) if "caption" in sections else ()
        source = [
            inline for row in _rows(sections.get("tfoot")) for cell in self._cells(row) for inline in cell.children
        ]
        is_landscape = "landscape" in element.classes
        key = self._key(element)
        return Table(caption, tuple(head), rows, key, source=tuple(source), is_landscape=is_landscape)

    def _row(self, element: Element) -> Row:
        self._check_classes(element)
        classes = element.classes
        return Row(tuple(self._cells(element)), is_total="total" in classes, is_part="part" in classes)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for element in row.elements():
            self._check_classes(element)
            yield Cell(self._inlines(element, self.narrator.realise_cell), is_figure="figure" in element.classes)

    # ---- inlines ----------------------------------------------------------------------------------------------

    def _inlines(self, element: Element, realise: Realise | None = None) -> Inlines:
        """The inlines of a block, with its phrases realised together."""
        drafts = list(self._drafts(element))
        return trim(self._realised(drafts, element.at, realise or self.narrator.realise))

    def _drafts(self, element: Element) -> Iterator[_Draft]:
        notes = 0
        for child in element.children:
            if isinstance(child, str):
                yield Text(_SPACES.sub(" ", unicodedata.normalize("NFC", child)))
                continue
            notes += child.tag == "aside"
            draft = self._draft(child, notes)
            if draft is not None:
                yield draft

    def _draft(self, element: Element, notes: int) -> _Draft | None:
        match element.tag:
            case "br":
                return LineBreak()
            case "em" | "strong" as tag:
                return Emphasis(tuple(self._drafts(element)), strong=tag == "strong")  # type: ignore[arg-type] # holds phrases until they are realised
            case "sup" | "sub" as tag:
                return Raised(tuple(self._drafts(element)), is_lowered=tag == "sub")  # type: ignore[arg-type] # as above
            case "a":
                return self._link(element)
            case "aside":
                self._check_classes(element)
                mark = "*" * notes if "title" in element.classes else None
                return Note(self._inlines(element), mark)
            case _:
                return self._phrase(element)

    def _phrase(self, element: Element) -> _Asked | None:
        value = element.attributes.get("value", "")
        phrase = self.ledger.take(value)
        if phrase is None:
            self.diagnostics.append(diagnose("RG517", element.at, value=value))
            return None
        reference = self.ledger.reference(value)
        if reference is not None and reference.place is None:
            reference = replace(reference, place=element.at)
        return _Asked(phrase, reference)

    def _link(self, element: Element) -> _Draft | None:
        address = element.attributes.get("href", "")
        self._check_classes(element)
        if element.classes:
            return self._citation(element, address)
        children = tuple(self._drafts(element))
        if address.startswith("#"):
            key = address[1:]
            self.places.setdefault(key, element.at)
            return Reference(key, "".join(child.text for child in children if isinstance(child, Text)))
        if ADDRESSES.fullmatch(address):
            return Link(address, children)  # type: ignore[arg-type] # holds phrases until they are realised
        self.diagnostics.append(diagnose("RG518", element.at, address=address))
        return None

    def _citation(self, element: Element, address: str) -> _Draft | None:
        """A reference to one or several blocks, `#fund #fund-2`, in words that numbering settles."""
        name = element.classes[0]
        if name not in CLASSES["a"]:
            return None
        if element.children:
            self.diagnostics.append(diagnose("RG528", element.at, name=name))
        keys = tuple(key.removeprefix("#") for key in address.split())
        if not keys or not all(key.startswith("#") and len(key) > 1 for key in address.split()):
            self.diagnostics.append(diagnose("RG518", element.at, address=address))
            return None
        for key in keys:
            self.places.setdefault(key, element.at)
        return Citation(keys, CitationForm(name))

    def _realised(self, drafts: Sequence[_Draft], at: Place | None, realise: Realise) -> list[Inline]:
        """The inlines with words and figures in place of phrases."""
        leaves = list(_leaves(drafts))
        try:
            realised = realise([leaf.text if isinstance(leaf, Text) else leaf.phrase for leaf in leaves])
        except PhraseError as error:
            self.diagnostics.append(word(error.code, error.values, at))
            realised = ["" for _ in leaves]
        runs = iter(realised)
        return list(self._filled(drafts, runs))

    def _filled(self, drafts: Iterable[_Draft], runs: Iterator[str | tuple[Run, ...]]) -> Iterator[Inline]:
        """The drafts with each text and phrase replaced by the next of `runs`."""
        for draft in drafts:
            match draft:
                case Emphasis():
                    yield Emphasis(tuple(self._filled(draft.children, runs)), draft.strong)
                case Raised():
                    yield Raised(tuple(self._raised(draft, runs)), draft.is_lowered)
                case Link():
                    yield Link(draft.address, tuple(self._filled(draft.children, runs)))
                case Text():
                    yield from self._printed(next(runs), None)
                case _Asked():
                    yield from self._printed(next(runs), draft.reference)
                case _:
                    next(runs)
                    yield draft

    def _raised(self, draft: Raised, runs: Iterator[str | tuple[Run, ...]]) -> Iterator[Inline]:
        """What stands above or below the line: figures are realised, and text is no word of the sentence."""
        for child in draft.children:
            realised = next(runs)
            if isinstance(child, _Asked):
                yield from self._printed(realised, child.reference)
            else:
                yield child

    def _printed(self, realised: str | tuple[Run, ...], reference: FigureReference | None) -> Iterator[Inline]:
        if isinstance(realised, str):
            yield Text(realised)
            return
        for place, run in enumerate(realised):
            following = realised[place + 1] if place + 1 < len(realised) else None
            tail = following.text if following and not following.sources else ""
            yield replace(self.make_figure(run, reference), tail=tail) if run.sources else Text(run.text)


def _rows(section: Element | None) -> Iterator[Element]:
    return section.elements() if section else iter(())


def _leaves(drafts: Iterable[_Draft]) -> Iterator[Text | _Asked]:
    """The texts and phrases in reading order; what has no text yet is stood for by a word, or by nothing."""
    for draft in drafts:
        match draft:
            case Emphasis() | Link():
                yield from _leaves(draft.children)
            case Raised():
                yield from (child if isinstance(child, _Asked) else Text("") for child in draft.children)
            case Text() | _Asked():
                yield draft
            case Reference():
                yield Text(draft.text or draft.target)
            case Citation():
                yield Text("paragraph")
            case _:
                yield Text("")


def trim(inlines: Sequence[Inline]) -> Inlines:
    """The inlines with neighbouring texts joined and no space at either end."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Note) and isinstance(last, Text):
            joined[-1] = Text(last.text.rstrip(" "))
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(_SPACES.sub(" ", last.text + inline.text))
        elif not (isinstance(inline, Text) and not inline.text):
            joined.append(inline)
    if joined and isinstance(joined[0], Text):
        joined[0] = Text(joined[0].text.lstrip(" "))
    if joined and isinstance(joined[-1], Text):
        joined[-1] = Text(joined[-1].text.rstrip(" "))
    return tuple(inline for inline in joined if not (isinstance(inline, Text) and not inline.text))
