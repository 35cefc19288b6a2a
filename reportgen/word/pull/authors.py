"""Who tracked which changes: the authors of each paragraph of a Word file, by what it says before and after."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportgen.readers.docx.oxml import Element, W
from reportgen.word.pull.printed import plain
from reportgen.word.redline.settling import CHANGES

_TEXTS = (f"{W}t", f"{W}delText")


class Tracked(Struct):
    """The authors of tracked changes, as far as the parts of a file were read."""

    all: set[str] = set()
    _by_text: dict[str, set[str]] = {}

    def read(self, root: Element) -> dict[Element, set[str]]:
        """Note what the paragraphs of a part say before their changes are settled; return who changed each."""
        found = {element: authors for element in root.iter(f"{W}p") if (authors := _authors(element))}
        for paragraph, authors in found.items():
            old = (element for element in paragraph.iter(*_TEXTS) if not _is_in(element, ("ins", "moveTo")))
            self._note(old, authors)
        self.all |= {element.get(f"{W}author", "") for element in root.iter(*CHANGES)}
        return found

    def read_settled(self, found: Mapping[Element, set[str]]) -> None:
        """Note what these paragraphs say once their changes are settled."""
        for paragraph, authors in found.items():
            self._note(paragraph.iter(f"{W}t"), authors)

    def of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return who tracked changes in paragraphs, by their texts."""
        return tuple(sorted({name for text in texts for name in self._by_text.get(plain(text), ())}))

    def _note(self, parts: Iterable[Element], authors: set[str]) -> None:
        text = plain("".join(part.text or "" for part in parts))
        if text:
            self._by_text.setdefault(text, set()).update(authors)


def _authors(paragraph: Element) -> set[str]:
    return {element.get(f"{W}author", "") for element in paragraph.iter(*CHANGES)} - {""}


def _is_in(element: Element, kinds: Iterable[str]) -> bool:
    return next(element.iterancestors(*(W + kind for kind in kinds)), None) is not None
