r"""References: what a reference to each key becomes, a live field or a link.

    paragraph <w:instrText> REF court_2_1 \n \h </w:instrText> 14

`\n` gives the number of the bookmarked paragraph without trailing periods (ECMA-376 Part 1, 17.16.5.51), so `14`
for a paragraph that its list prints as `14.`; `\h` makes it a link. `\r` and `\w` add the numbers of levels above,
of which our list has none. A table's number is a SEQ field in a bookmark of its own, which `REF … \h` repeats.
Where the number is typed there is nothing that Word could renumber, so a plain link is used: a field would break
as soon as somebody types over its bookmark.

What citations say (`paragraphs 5–7 above`) was settled on the tree: texts, and a reference for each number, so a
citation is as many fields as it names numbers. `above` and `below` are a field as well, `REF … \p`, which says where
the first of the paragraphs stands from the field (17.16.5.51).
"""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.document.tree import Block, Contents, Document, Heading, Paragraph, Table
from reportgen.writers.docx.bookmarks import bookmark_name
from reportgen.writers.docx.options import DocxOptions


class Target(Struct, frozen=True):
    """What references to one key point to."""

    bookmark: str
    number: str = ""
    """The number that Word itself counts; empty where it does not."""
    code: str = ""
    """The field that gives this number."""

    def split(self, text: str) -> tuple[str, str]:
        """Return words and number of a reference: `paragraph ` and `14`; no number where a field cannot say it."""
        words = text.removesuffix(self.number)
        if not self.number or words == text or words[-1:].isdigit():
            return text, ""
        return words, self.number


class Targets:
    """What references of a numbered document point to, by the keys of blocks."""

    def __init__(self, document: Document, options: DocxOptions) -> None:
        self._blocks = dict(_keyed(document))
        self._automatic = options.numbering == "automatic"
        self._listed = dict(_listed(document)) if self._automatic else {}

    def find(self, key: str) -> Target | None:
        """Return what references to a key point to; None for a key that no block has."""
        block = self._blocks.get(key)
        return _target(key, block, automatic=self._automatic) if block else None

    def bookmark(self, block: Paragraph) -> str | None:
        """Return the name of a paragraph's bookmark, where it has one."""
        return self._listed.get(block.number) if block.key is None else bookmark_name(block.key)

    def number(self, number: int) -> str | None:
        """Return the field for the number of a paragraph of the list of contents; None where numbers are typed."""
        name = self._listed.get(number)
        return _number_field(name) if name else None


def number_bookmark(key: str) -> str:
    """Return the name of the bookmark around the number in a table's caption."""
    return bookmark_name(f"{key}#number")


def _keyed(document: Document) -> Iterator[tuple[str, Block]]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | Table) and block.key is not None:
            yield block.key, block


def _listed(document: Document) -> Iterator[tuple[int | None, str]]:
    """Yield the paragraphs that the list of contents names, with their bookmarks: hidden where there is no key."""
    lists = [block for block in document.blocks if isinstance(block, Contents)]
    named = {number for block in lists for entry in block.entries for number in (entry.first, entry.last)}
    for block in document.blocks if named else ():
        if isinstance(block, Paragraph) and block.number is not None and block.number in named:
            yield block.number, f"_par_{block.number}" if block.key is None else bookmark_name(block.key)


def _number_field(bookmark: str) -> str:
    return rf"REF {bookmark} \n \h"


def _target(key: str, block: Block, *, automatic: bool) -> Target:
    name = bookmark_name(key)
    match block:
        case Paragraph(number=int(number)) if automatic:
            return Target(name, str(number), _number_field(name))
        case Table(number=int(number)) if automatic:
            return Target(name, str(number), rf"REF {number_bookmark(key)} \h")
        case _:
            return Target(name)
