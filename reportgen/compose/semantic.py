"""Build a document tree of checked elements: headings, paragraphs, lists and tables, with every phrase realised.

This is where a phrase's mark becomes words and figures: all inlines of a block are realised together, because how a
number is written depends on its whole sentence.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.compose.grid import lay_out, lay_out_heads
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.markdown import ADDRESSES
from reportgen.compose.markup import CLASSES, Element
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest, word
from reportgen.document import tree
from reportgen.document.cells import widened
from reportgen.limits import TABLE_SPAN
from reportgen.model.pictures import PictureFile, picture_name
from reportgen.regex import regex
from reportgen.sentences import Narrator, Phrase, PhraseError, Run

_LEVELS = {"h1": tree.Level.TITLE, "h2": tree.Level.PART, "h3": tree.Level.THEME, "h4": tree.Level.REPLY}
_SPACES = regex(r"[\t\r\n][ \t\r\n]*+| [ \t\r\n]++")
"""White space that HTML folds, where it is more than one space; the non-breaking space is not among it."""
_MARKS = {"ul": (tree.Mark.BULLET,), "ol": tree.COUNTED}
"""The marks of a list and of the lists below it, by their depth."""


class _Slot(Struct, frozen=True):
    """A text or a phrase of a sentence, to be filled when the whole sentence is realised."""

    index: int
    """Among the parts of the sentence."""
    reference: tree.FigureReference | None = None
    """The reference that asked for a phrase."""


_Draft = tree.Inline | _Slot
_Parts = list[str | Phrase]
Realise = Callable[[Sequence[str | Phrase]], list[str | tuple[Run, ...]]]
MakeFigure = Callable[[Run, tree.FigureReference | None], tree.Figure]


class TreeBuilder(Struct):
    """Turns elements into the cover and the blocks of a document; call `build` once."""

    ledger: PhraseLedger
    narrator: Narrator
    make_figure: MakeFigure
    listed: tuple[tree.Level, ...] = (tree.Level.PART, tree.Level.THEME, tree.Level.ANNEX)
    """The headings that the list of contents shows; without any, there is no list."""
    lists_abbreviations: bool = True
    """Whether the list of abbreviations is wanted."""
    pictures: Mapping[str, PictureFile | None] = {}
    """The pictures that texts name, by the names of their files; None: it cannot be printed, which was said."""
    diagnostics: list[Diagnostic] = []
    cover: list[tree.CoverLine] = []
    places: dict[str, Place | None] = {}
    """Where a reference to each key, and each block with that key, was first written in a template."""

    def build(self, root: Element) -> list[tree.Block]:
        """Return the blocks of the whole document; the lines of its first page go to `cover`."""
        return list(self._blocks(root))

    def _blocks(self, parent: Element) -> Iterator[tree.Block]:
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
                    yield tree.Quotation(self._inlines(element))
                case "figure":
                    yield from self._picture(element)
                case "nav":
                    yield from self._gathered(element)
                case _:
                    yield self._table(element)

    def _heading(self, element: Element) -> tree.Heading:
        self._check_classes(element)
        level = tree.Level.ANNEX if element.tag == "h1" and "annex" in element.classes else _LEVELS[element.tag]
        return tree.Heading(level, self._inlines(element), self._key(element))

    def _gathered(self, element: Element) -> Iterator[tree.Block]:
        """Yield a list that the document gathers itself, under the title that the template gives, if it is wanted."""
        self._check_classes(element)
        match element.classes:
            case ("contents",):
                if self.listed:
                    yield tree.Contents(self._inlines(element), self.listed)
            case ("abbreviations",):
                if self.lists_abbreviations:
                    yield tree.Abbreviations(self._inlines(element))
            case classes:
                if all(name in CLASSES["nav"] for name in classes):
                    self.diagnostics.append(diagnose("RG529", element.at, classes=" ".join(classes) or "no class"))

    def _paragraph(self, element: Element) -> tree.Block:
        inlines = self._inlines(element)
        self._check_classes(element)
        if "awaiting" in element.classes:
            return tree.Awaiting(inlines)
        return tree.Paragraph(inlines, self._key(element), numbered="unnumbered" not in element.classes)

    def _key(self, element: Element) -> str | None:
        key = element.attributes.get("id")
        if key:
            self.places.setdefault(key, element.at)
        return key

    def _cover(self, section: Element) -> Iterator[tree.CoverLine]:
        for element in section.elements():
            self._check_classes(element, [role.value for role in tree.Role])
            for role in tree.Role:
                if role.value in element.classes:
                    yield tree.CoverLine(role, self._inlines(element))

    def _check_classes(self, element: Element, known: Sequence[str] | None = None) -> None:
        """Report every class of an element that it may not have; by default the table of `markup` knows them."""
        known = CLASSES.get(element.tag, ()) if known is None else known
        for name in element.classes:
            if name not in known:
                self.diagnostics.append(
                    diagnose("RG516", element.at, name=name, tag=element.tag, known=nearest(name, known))
                )

    def _list(self, element: Element, depth: int) -> tree.ItemList:
        marks = _MARKS[element.tag]
        mark = marks[depth % len(marks)]
        return tree.ItemList(tuple(self._item(child, depth) for child in element.elements()), mark)

    def _item(self, element: Element, depth: int) -> tree.Item:
        lists = [child for child in element.elements() if child.tag in _MARKS]
        own = Element(element.tag, element.attributes, element.at)
        own.children = [child for child in element.children if isinstance(child, str) or child.tag not in _MARKS]
        return tree.Item(self._inlines(own), tuple(self._list(below, depth + 1) for below in lists))

    def _picture(self, element: Element) -> Iterator[tree.Picture]:
        """Yield the picture of an element; of one that no text names, nothing was read."""
        parts = {child.tag: child for child in element.elements()}
        title = self._inlines(parts["figcaption"]) if "figcaption" in parts else ()
        image = parts["img"].attributes if "img" in parts else {}
        source = image.get("src", "")
        name = picture_name(source) or source
        if name not in self.pictures:
            reason = "it stands in a template, and no text names it"
            self.diagnostics.append(diagnose("RG554", element.at, file=source, reason=reason))
        elif (file := self.pictures[name]) is not None:
            shows, key = image.get("alt", ""), self._key(element)
            yield tree.Picture(title, shows, file.data, file.kind, file.width, file.height, key)

    def _table(self, element: Element) -> tree.Table:
        self._check_classes(element)
        sections = {child.tag: child for child in element.elements()}
        over, head, head_fits = lay_out_heads([tuple(self._cells(row)) for row in _rows(sections.get("thead"))])
        rows, rows_fit = self._table_rows(list(_rows(sections.get("tbody"))))
        if not (head_fits and rows_fit):
            self.diagnostics.append(diagnose("RG872", element.at))
        width = max((len(cells) for cells in (head, *(row.cells for row in rows))), default=0)
        if len(head) < width:
            over = tuple(widened(cells, len(cells) + width - len(head)) for cells in over)
        rows = tuple(replace(row, cells=widened(row.cells, width)) for row in rows)
        caption = self._inlines(sections["caption"]) if "caption" in sections else ()
        source = [
            inline for row in _rows(sections.get("tfoot")) for cell in self._cells(row) for inline in cell.children
        ]
        is_landscape = "landscape" in element.classes
        key = self._key(element)
        head = widened(head, width)
        return tree.Table(caption, head, rows, key, source=tuple(source), is_landscape=is_landscape, over=over)

    def _table_rows(self, elements: Sequence[Element]) -> tuple[tuple[tree.Row, ...], bool]:
        """Return the rows of a body, and whether their cells fit."""
        for element in elements:
            self._check_classes(element)
        laid, fits = lay_out([tuple(self._cells(element)) for element in elements])
        classes = [element.classes for element in elements]
        pairs = zip(laid, classes, strict=True)
        rows = tuple(tree.Row(row, is_total="total" in names, is_part="part" in names) for row, names in pairs)
        return rows, fits

    def _cells(self, row: Element) -> Iterator[tree.Cell]:
        for element in row.elements():
            self._check_classes(element)
            inlines = self._inlines(element, self.narrator.realise_cell)
            columns, rows = (self._span(element, name) for name in ("colspan", "rowspan"))
            yield tree.Cell(inlines, is_figure="figure" in element.classes, columns=columns, rows=rows)

    def _span(self, element: Element, name: str) -> int:
        """Return how many columns or rows a cell takes."""
        written = element.attributes.get(name, "1")
        if written.isascii() and written.isdecimal() and 0 < int(written[:9]) <= TABLE_SPAN:
            return int(written)
        self.diagnostics.append(diagnose("RG871", element.at, attribute=name, value=written, most=TABLE_SPAN))
        return 1

    # ---- inlines ----------------------------------------------------------------------------------------------

    def _inlines(self, element: Element, realise: Realise | None = None) -> tree.Inlines:
        """Return the inlines of a block, with its phrases realised together."""
        match element.children:
            case [str() as text]:  # as most are
                words = _folded(text).strip(" ")
                return (tree.Text(words),) if words else ()
        parts: _Parts = []
        drafts = list(self._drafts(element, parts))
        try:
            realised = (realise or self.narrator.realise)(parts)
        except PhraseError as error:
            self.diagnostics.append(word(error.code, error.values, element.at))
            realised = ["" for _ in parts]
        return trim(list(self._filled(drafts, realised)))

    def _drafts(self, element: Element, parts: _Parts) -> Iterator[_Draft]:
        """Yield the inlines of an element with slots for its texts and phrases, which are added to the parts.

        Text above or below the line is no word of the sentence, and stays as it is.
        """
        notes, is_raised = 0, element.tag in {"sup", "sub"}
        for child in element.children:
            if isinstance(child, str):
                text = _folded(child)
                parts.append("" if is_raised else text)
                yield tree.Text(text) if is_raised else _Slot(len(parts) - 1)
                continue
            notes += child.tag == "aside"
            draft = self._draft(child, notes, parts)
            if isinstance(draft, tree.LineBreak | tree.Note | tree.Reference | tree.Citation):
                parts.append(_stand_in(draft))
            if draft is not None:
                yield draft

    def _draft(self, element: Element, notes: int, parts: _Parts) -> _Draft | None:
        match element.tag:
            case "br":
                self._check_classes(element)
                return tree.LineBreak(is_paragraph="paragraph" in element.classes)
            case "em" | "strong" as tag:
                return tree.Emphasis(tuple(self._drafts(element, parts)), strong=tag == "strong")  # type: ignore[arg-type] # holds slots until they are filled
            case "sup" | "sub" as tag:
                return tree.Raised(tuple(self._drafts(element, parts)), is_lowered=tag == "sub")  # type: ignore[arg-type] # as above
            case "a":
                return self._link(element, parts)
            case "aside":
                self._check_classes(element)
                mark = "*" * notes if "title" in element.classes else None
                return tree.Note(self._inlines(element), mark)
            case _:
                return self._phrase(element, parts)

    def _phrase(self, element: Element, parts: _Parts) -> _Slot | None:
        value = element.attributes.get("value", "")
        taken = self.ledger.take(value)
        if taken is None:
            self.diagnostics.append(diagnose("RG517", element.at, value=value))
            return None
        phrase, reference = taken
        if reference is not None and reference.place is None:
            reference = replace(reference, place=element.at)
        parts.append(phrase)
        return _Slot(len(parts) - 1, reference)

    def _link(self, element: Element, parts: _Parts) -> _Draft | None:
        address = element.attributes.get("href", "")
        self._check_classes(element)
        if element.classes:
            return self._citation(element, address)
        is_link = bool(ADDRESSES.fullmatch(address))
        children = tuple(self._drafts(element, parts if is_link else []))
        if address.startswith("#"):
            key = address[1:]
            self.places.setdefault(key, element.at)
            return tree.Reference(key, "".join(_folded(child) for child in element.children if isinstance(child, str)))
        if is_link:
            return tree.Link(address, children)  # type: ignore[arg-type] # as above
        self.diagnostics.append(diagnose("RG518", element.at, address=address))
        return None

    def _citation(self, element: Element, address: str) -> _Draft | None:
        """Return a reference to one or several blocks, `#fund #fund-2`, in words that numbering settles."""
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
        return tree.Citation(keys, tree.CitationForm(name))

    def _filled(self, drafts: Iterable[_Draft], realised: Sequence[str | tuple[Run, ...]]) -> Iterator[tree.Inline]:
        """Yield the drafts with words and figures in place of their slots."""
        for draft in drafts:
            match draft:
                case _Slot():
                    yield from self._printed(realised[draft.index], draft.reference)
                case tree.Emphasis() | tree.Raised() | tree.Link():
                    yield replace(draft, children=tuple(self._filled(draft.children, realised)))
                case _:
                    yield draft

    def _printed(
        self, realised: str | tuple[Run, ...], reference: tree.FigureReference | None
    ) -> Iterator[tree.Inline]:
        if isinstance(realised, str):
            yield tree.Text(realised)
            return
        for place, run in enumerate(realised):
            following = realised[place + 1] if place + 1 < len(realised) else None
            tail = following.text if following and not following.sources else ""
            yield replace(self.make_figure(run, reference), tail=tail) if run.sources else tree.Text(run.text)


def _rows(section: Element | None) -> Iterator[Element]:
    return section.elements() if section else iter(())


def _folded(text: str) -> str:
    """Return a text with its white space folded, composed by NFC."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text))


def _stand_in(inline: tree.Inline) -> str:
    """Return the word that stands in a sentence for what gets its words later, or has none."""
    if isinstance(inline, tree.Reference):
        return inline.text or inline.target
    return "paragraph" if isinstance(inline, tree.Citation) else ""


def trim(inlines: Sequence[tree.Inline]) -> tree.Inlines:
    """Return the inlines with neighbouring texts joined and no space at either end."""
    joined: list[tree.Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if type(inline) is tree.Note and type(last) is tree.Text:
            joined[-1] = tree.Text(last.text.rstrip(" "))
        if type(inline) is tree.Text and type(last) is tree.Text:
            joined[-1] = tree.Text(_SPACES.sub(" ", last.text + inline.text))
        elif not (type(inline) is tree.Text and not inline.text):
            joined.append(inline)
    if joined and type(joined[0]) is tree.Text:
        joined[0] = tree.Text(joined[0].text.lstrip(" "))
    if joined and type(joined[-1]) is tree.Text:
        joined[-1] = tree.Text(joined[-1].text.rstrip(" "))
    return tuple(inline for inline in joined if not (type(inline) is tree.Text and not inline.text))
