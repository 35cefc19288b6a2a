"""Read the comments of a Word file: who wrote what, and on which words (ECMA-376 Part 1, 17.13.4).

Threads and what was settled stand in a part of their own, by the ids of paragraphs ([MS-DOCX], 2.5.4.3).
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.document.remarks import is_ours
from reportgen.files.text import FORBIDDEN, INVISIBLE
from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.readers.docx.parts import WordFile

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_GONE = (f"{W}del", f"{W}moveFrom")
_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", f"{W}t", f"{W}p")
PASSAGE_CHARACTERS = 300
"""As much of the words that a comment stands on as is kept."""
COMMENT_CHARACTERS = 10_000
"""As much of a comment as is read."""


class ReadComment(Struct, frozen=True):
    """A comment of a Word file."""

    author: str
    date: str
    text: str
    """Its paragraphs, one below the other."""
    paragraph: Element | None
    """The paragraph in which its words begin; None where they are gone."""
    passage: str
    """The words that it stands on; empty where it stands at a place."""
    replies_to: str = ""
    """The text of the comment that it replies to."""
    is_settled: bool = False
    """Whether it, or the comment that it replies to, was marked as resolved."""
    is_ours: bool = False
    """Whether the program wrote it."""


def read_comments(file: WordFile) -> tuple[ReadComment, ...]:
    """Return the comments of a Word file in the order of their part."""
    root = file.trees.get("comments")
    if root is None:
        return ()
    elements = {element.get(f"{W}id") or "": element for element in root.iterfind(f"{W}comment")}
    texts = {key: _text(one) for key, one in elements.items()}
    passages = {key: _Passage() for key in elements}
    for kind in ("document", "footnotes", "endnotes"):
        if kind in file.trees:
            _find_passages(file.trees[kind], passages)
    threads = _threads(file, elements)
    return tuple(
        ReadComment(
            one.get(f"{W}author") or "",
            one.get(f"{W}date") or "",
            texts[key],
            passages[key].paragraph,
            _clean(passages[key].words)[:PASSAGE_CHARACTERS],
            texts.get(threads[key].parent, ""),
            is_settled=threads[key].is_settled,
            is_ours=is_ours(one.get(f"{W}author") or "", texts[key]),
        )
        for key, one in elements.items()
    )


def _text(comment: Element) -> str:
    """Return the text of a comment, without the mark that refers back to its place."""
    lines = []
    for paragraph in comment.iter(f"{W}p"):
        line = ""
        for part in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            line += (part.text or "") if name_of(part) == "t" else "\n" if name_of(part) == "br" else " "
        lines.append(line)
    return _clean("\n".join(lines))[:COMMENT_CHARACTERS]


def _clean(text: str) -> str:
    kept = INVISIBLE.sub("", FORBIDDEN.sub("", text))
    return "\n".join(line.rstrip() for line in kept.strip().splitlines())


# ---- the words that comments stand on -------------------------------------------------------------------------


class _Passage(Struct):
    paragraph: Element | None = None
    """In which it begins."""
    last: Element | None = None
    """Of the words so far."""
    words: str = ""


def _find_passages(root: Element, passages: Mapping[str, _Passage]) -> None:
    """Find the words of a part that comments stand on; what was deleted while changes were tracked is passed over."""
    started: dict[str, _Passage] = {}
    waiting: list[_Passage] = []
    for element in root.iter(*_MARKS):
        key = element.get(f"{W}id") or ""
        match name_of(element):
            case "p":
                for passage in waiting:
                    passage.paragraph = element
                waiting.clear()
            case "commentRangeStart" if key in passages:
                started[key] = passages[key]
                passages[key].paragraph = _paragraph_of(element)
                waiting += [] if passages[key].paragraph is not None else [passages[key]]
            case "commentRangeEnd":
                started.pop(key, None)
            case "commentReference" if key in passages and passages[key].paragraph is None:
                passages[key].paragraph = _paragraph_of(element)
            case "t" if started and element.text and next(element.iterancestors(*_GONE), None) is None:
                _add_words(started, element, element.text)


def _add_words(started: dict[str, _Passage], part: Element, words: str) -> None:
    """Add words to the passages that go on; one that is long enough ends here."""
    paragraph = _paragraph_of(part)
    for key, passage in list(started.items()):
        passage.words += ("\n" if passage.words and passage.last is not paragraph else "") + words
        passage.last = paragraph
        if len(passage.words) > PASSAGE_CHARACTERS:
            del started[key]


def _paragraph_of(element: Element) -> Element | None:
    return next(element.iterancestors(f"{W}p"), None)


# ---- threads --------------------------------------------------------------------------------------------------


class _Thread(Struct, frozen=True):
    parent: str = ""
    """The id of the comment that one replies to."""
    is_settled: bool = False


def _threads(file: WordFile, elements: Mapping[str, Element]) -> dict[str, _Thread]:
    """Return by the id of each comment which one it replies to, and whether the thread is settled."""
    ids = {paragraph: key for key, one in elements.items() for paragraph in _paragraph_ids(one)}
    root = file.trees.get("commentsExtended")
    found: dict[str, _Thread] = dict.fromkeys(elements, _Thread())
    for entry in () if root is None else root.iterfind(f"{_W15}commentEx"):
        key = ids.get(entry.get(f"{_W15}paraId") or "")
        if key is not None:
            parent = ids.get(entry.get(f"{_W15}paraIdParent") or "", "")
            found[key] = _Thread(parent, is_settled=entry.get(f"{_W15}done") in {"1", "true"})
    return {
        key: _Thread(one.parent, is_settled=one.is_settled or found.get(one.parent, one).is_settled)
        for key, one in found.items()
    }


def _paragraph_ids(comment: Element) -> Iterator[str]:
    yield from (key for element in comment.iter(f"{W}p") if (key := element.get(f"{_W14}paraId")))
