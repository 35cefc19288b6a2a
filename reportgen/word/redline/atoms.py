"""Cut a paragraph of a Word file into atoms: words, blanks, signs, fields, notes, links; and build paragraphs of them.

Two atoms with equal keys say the same. A field is one atom whose key is its code, so that a number which only follows
from others is never a change; links and pictures are told apart by what they lead to. What has no width, such as the
ends of bookmarks, stands before the atom that follows it.
"""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree
from msgspec import Struct

from reportgen.readers.docx.oxml import MC, Element, R, W, name_of, value
from reportgen.regex import regex
from reportgen.word.redline.revisions import HOLDERS, copied
from reportgen.word.redline.stories import Story

_WORD = regex(r"\d+(?:[.,\u00a0\u202f]\d+)*\w*|\w+(?:[’'\u2011-]\w+)*|\s|[^\w\s]")
_DIGITS = regex(r"\d+")
_TYPED_NUMBER = regex(r"\d+\.")
_ADDRESS = regex(r'^HYPERLINK "([^"]+)"')
BREAK = ("paragraph",)
"""The key of the mark at the end of a paragraph."""
_WIDTHLESS = frozenset({"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"})
_LEFT_OUT = frozenset({"pPr", "proofErr", "lastRenderedPageBreak"})
_DRAWN = frozenset({"drawing", "pict", "object", f"{MC}AlternateContent"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Key = tuple[str, ...]


class Atom(Struct, eq=False):
    """A piece of a paragraph that is kept, taken out or put in as a whole."""

    key: Key
    nodes: list[Element] = []
    """The elements that it is; empty for a piece of the text of a run."""
    run: Element | None = None
    """The run that a piece of text stands in."""
    text: str = ""
    """The piece."""
    said: str = ""
    """What people are told that it is: its text, or the words of a note."""
    printed: str = ""
    """The letters that it has on the page."""
    leads: str = ""
    """The address that it leads to."""
    before: list[Element] = []
    """What has no width and stands before it."""
    paragraph: Element | None = None
    """Of the mark at the end of a paragraph: the paragraph."""

    @property
    def note(self) -> str | None:
        """The id of the footnote whose mark it is."""
        mark = next((element for node in self.nodes for element in node.iter(f"{W}footnoteReference")), None)
        return None if mark is None else mark.get(f"{W}id")


def atoms_of(paragraphs: Iterable[Element], story: Story) -> list[Atom]:
    """Return the atoms of paragraphs of a story, each ended by the atom of its mark."""
    return [atom for paragraph in paragraphs for atom in _settled(_Cutter(paragraph, story).cut())]


def _settled(atoms: list[Atom]) -> list[Atom]:
    """Let a typed paragraph number say nothing: those of the paragraphs behind an added one only follow."""
    words = [atom for atom in atoms if atom.run is not None or atom.key[0] == "tab"][:3]
    number = [atom.text for atom in words]
    if len(words) == 3 and words[2].key == ("tab",) and _TYPED_NUMBER.fullmatch("".join(number[:2])):
        words[0].key = ("number",)
        words[0].printed = words[1].printed = ""
    return atoms


class _Cutter:
    """Cuts one paragraph."""

    def __init__(self, paragraph: Element, story: Story) -> None:
        self._paragraph = paragraph
        self._story = story
        self._atoms: list[Atom] = []
        self._before: list[Element] = []
        self._field: list[Element] = []
        """The runs of the field that is open."""
        self._depth = 0

    def cut(self) -> list[Atom]:
        for node in self._paragraph:
            self._node(node)
        if self._field:  # a field that nothing ends, or that ends in another paragraph: its runs stand for themselves
            self._add_text(("runs", _plain(self._field)), self._field)
        self._add(Atom(BREAK, said=" ", printed=" ", paragraph=self._paragraph))
        return self._atoms

    def _add(self, atom: Atom) -> None:
        atom.before, self._before = self._before, []
        self._atoms.append(atom)

    def _add_text(self, key: Key, nodes: list[Element], leads: str = "") -> None:
        text = _plain(nodes)
        self._add(Atom(key, nodes, said=text, printed=text, leads=leads))

    def _node(self, node: Element) -> None:
        name = name_of(node)
        is_empty = name in HOLDERS and next(node.iter(f"{W}r"), None) is None  # all that stood in it was deleted
        if name in _LEFT_OUT or not name or is_empty:
            return
        if name in _WIDTHLESS:
            (self._field if self._depth else self._before).append(node)
        elif name == "r":
            self._run(node)
        elif self._depth:
            self._field.append(node)
        else:
            leads = self._story.target(node.get(f"{R}id", ""))
            self._add_text((*_holder_key(node, name), leads), [node], leads)

    def _run(self, run: Element) -> None:
        marks = [mark.get(f"{W}fldCharType") for mark in run.iter(f"{W}fldChar")]
        if not marks and not self._depth:
            self._pieces(run)
            return
        self._depth += marks.count("begin") - marks.count("end")
        self._field.append(run)
        if self._depth <= 0:
            nodes, self._field, self._depth = self._field, [], 0
            leads = _ADDRESS.search(_instructions(nodes))
            self._add_text(("field", _code(nodes)), nodes, leads[1] if leads else "")

    def _pieces(self, run: Element) -> None:
        """Cut a run without a field: its text into words, all else into atoms of their own."""
        parts = [part for part in run if name_of(part) not in {"rPr", "lastRenderedPageBreak"}]
        if any(name_of(part) in {"commentReference", "annotationRef"} for part in parts):
            self._before.append(run)  # people who comment do not change the text
            return
        if any(name_of(part).endswith("Reference") for part in parts):
            self._note(run, parts[0])
            return
        for part in parts:
            name = name_of(part)
            if name == "t":
                for word in _WORD.findall(_text(part)):
                    self._add(Atom(("text", word), run=run, text=word, said=word, printed=word))
            elif name in _DRAWN:
                self._picture(run, part)
            else:
                said = " " if name in {"tab", "ptab", "br"} else _plain([part])
                self._add(Atom(_sign_key(part, name), [_alone(run, part)], said=said, printed=said))

    def _note(self, run: Element, mark: Element) -> None:
        number = mark.get(f"{W}id", "")
        words = self._story.notes.get(number, "")
        said = f" [note: {words}]" if words else " [note]"
        printed = self._story.marks.get(number, "")
        self._add(Atom(("note", mark.get(f"{W}customMarkFollows", "")), [run], said=said, printed=printed))

    def _picture(self, run: Element, part: Element) -> None:
        targets = (self._story.target(value) for value in relationships_of(part))
        shows = next((element.get("descr", "") for element in part.iter("{*}docPr", "{*}cNvPr")), "")
        key = ("picture", " ".join(shows.split()), *dict.fromkeys(filter(None, targets)))
        self._add(Atom(key, [_alone(run, part)], said=f"[picture: {key[1]}]" if key[1] else "[picture]"))


def relationships_of(element: Element) -> Iterator[str]:
    """Yield the ids of the relationships that a drawing needs."""
    for part in element.iter():
        yield from (str(value) for name, value in part.attrib.items() if str(name).startswith(R))


def _text(part: Element) -> str:
    """Return the text of an element; blanks at its ends count only where it says so (17.3.3.31)."""
    text = part.text or ""
    return text if part.get(_SPACE) == "preserve" else text.strip(" ")


def _sign_key(part: Element, name: str) -> Key:
    if name in {"tab", "ptab"}:
        return ("tab",)
    return (name, *sorted(str(value) for value in part.attrib.values()))


def _holder_key(node: Element, name: str) -> Key:
    """Return what a link or another holder says; of a link within the document the typed numbers only follow."""
    text = _plain([node])
    if anchor := node.get(f"{W}anchor"):
        return (name, anchor, _DIGITS.sub("#", text))
    return (name, node.get(f"{W}instr", ""), text)


def _plain(nodes: Iterable[Element]) -> str:
    return "".join(part.text or "" for node in nodes for part in node.iter(f"{W}t", f"{W}delText"))


def _instructions(nodes: Iterable[Element]) -> str:
    return " ".join("".join(part.text or "" for node in nodes for part in node.iter(f"{W}instrText")).split())


def _code(nodes: Sequence[Element]) -> str:
    """Return the code of a field, and the result where the code does not settle it."""
    code = _instructions(nodes)
    follows = code.upper().startswith(("REF ", "SEQ ", "PAGEREF ", "NOTEREF ", "PAGE", "NUMPAGES", "TOC"))
    return code if follows else f"{code} {_plain(nodes)}"


def _alone(run: Element, part: Element) -> Element:
    """Return a run with the looks of another that holds one part of it."""
    made = _like(run)
    made.append(copied(part))
    return made


def _like(run: Element) -> Element:
    made = etree.Element(f"{W}r")
    looks = run.find(f"{W}rPr")
    if looks is not None:
        made.append(copied(looks))
    return made


def nodes_of(atoms: Sequence[Atom]) -> Iterator[Element]:
    """Yield the elements of atoms, new ones for text: neighbours from one run are one run again."""
    text, run = "", None
    for atom in (*atoms, None):
        if run is not None and (atom is None or atom.run is not run):
            yield _text_run(run, text)
            text, run = "", None
        if atom is None:
            return
        if atom.run is None:
            yield from (copied(node) for node in atom.nodes)
        else:
            run, text = atom.run, text + atom.text


def _text_run(run: Element, text: str) -> Element:
    made = _like(run)
    part = etree.SubElement(made, f"{W}t")
    part.text = text
    if text != text.strip():
        part.set(_SPACE, "preserve")
    return made


def comparable_text(atoms: Iterable[Atom]) -> str:
    """Return what atoms say, for comparing: text as it is, fields by their codes, all else by what it is."""
    return "".join(_text_to_compare(atom) for atom in atoms)


def _text_to_compare(atom: Atom) -> str:
    if atom.run is not None:
        return "#" if atom.key == ("number",) else atom.text
    match atom.key:
        case ("paragraph",):
            return "\n"
        case ("tab",):
            return "\t"
        case _:
            return f"⟨{' '.join(atom.key)}⟩"


def readable_text(atoms: Iterable[Atom]) -> str:
    """Return what atoms say, for people, with single blanks."""
    return " ".join("".join(atom.said for atom in atoms).split())


def readable_texts(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[str, str]:
    """Return what both say; where that is the same, with the addresses that they lead to."""
    first, second = readable_text(old), readable_text(new)
    if first == second:
        first, second = (
            " ".join("".join(f"{atom.said} ({atom.leads})" if atom.leads else atom.said for atom in atoms).split())
            for atoms in (old, new)
        )
    return first, second


def is_listed(paragraph: Element) -> bool:
    """Return whether a paragraph is a line of the list of contents, or its title."""
    return (value(paragraph, "pPr", "pStyle") or "").casefold().startswith("toc")
