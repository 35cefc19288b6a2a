"""Write a corrigendum: what is to be read for what, paragraph by paragraph, in a document that was submitted.

The form is that of corrigenda of the United Nations: the symbol with `/Corr.1`, for each correction its paragraph and
line, and “*For* … *read* …”. Places are those of the document that is corrected, and its lines those of its PDF.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from reportgen.diagnostics import shown
from reportgen.document.tree import CoverLine, Document, Emphasis, Figure, Heading, Inline, Level, Paragraph, Role, Text
from reportgen.languages.words import capital
from reportgen.word.meanings import source_of
from reportgen.word.redline.making import Redline
from reportgen.word.redline.recording import Marked, Swap
from reportgen.word.result import EditKind

_DATES = frozenset({Role.DATE, Role.RECEIVED})
_TITLE = "Corrigendum"


def write_corrigendum(redline: Redline, lines: Mapping[int, Sequence[str]], number: int) -> Document:
    """Return the corrigendum as a document.

    Args:
        redline: what was changed between the document that was submitted and the right one.
        lines: of each numbered paragraph of the former.
        number: of the corrigendum: 1 for `/Corr.1`.
    """
    submitted = redline.old.document
    symbol = f"{submitted.symbol}/Corr.{number}"
    blocks = [block for marked in redline.marked for block in _corrections(marked, lines)]
    title = Heading(Level.TITLE, (Text(_TITLE),))
    return replace(
        submitted,
        symbol=symbol,
        title=f"{submitted.title}: {_TITLE}",
        cover=tuple(_cover(submitted, symbol)),
        blocks=(title, *blocks),
    )


def _cover(submitted: Document, symbol: str) -> Iterator[CoverLine]:
    """Yield the first page of the corrigendum: that of the document, with a symbol of its own and a date to be set."""
    for line in submitted.cover:
        if line.role is Role.SYMBOL:
            yield replace(line, children=(Text(symbol),))
        elif line.role not in _DATES:
            yield line


def _corrections(marked: Marked, lines: Mapping[int, Sequence[str]]) -> Iterator[Paragraph]:
    edit = marked.edit
    place = capital(edit.was or edit.where)
    match edit.kind:
        case EditKind.ADDED:
            yield _place(f"New text, {edit.where} of the corrected document")
            yield _text(Emphasis((Text("Insert"),)), Text(f" {marked.words}"))
        case EditKind.DELETED:
            yield _place(place)
            yield _text(Emphasis((Text("Delete"),)), Text(f" {marked.words}"))
        case _:
            if edit.kind is not EditKind.EDITED:
                yield _place(place)
                yield _text(Text(_ARRANGED[edit.kind].format(where=edit.where)))
            for swap in marked.swaps:
                yield _place(place + _line(marked, swap, lines))
                read = Emphasis((Text("read"),))
                yield _text(Emphasis((Text("For"),)), Text(f" {swap.old} "), read, Text(f" {swap.new}"))


_ARRANGED = {
    EditKind.MOVED: "The text becomes {where}.",
    EditKind.SPLIT: "The text is divided into {where}.",
    EditKind.MERGED: "The texts become {where}.",
}


def _line(marked: Marked, swap: Swap, lines: Mapping[int, Sequence[str]]) -> str:
    """Return the line in which a correction begins: `, line 3`; nothing where it is not known."""
    number = marked.old.number if marked.old and not marked.edit.was.startswith("a note") else None
    left = swap.start
    for count, line in enumerate(lines.get(number or 0, ()), 1):
        left -= len("".join(line.split()))
        if left < 0:
            return f", line {count}"
    return ""


def _place(text: str) -> Paragraph:
    return Paragraph((Emphasis((Text(text),), strong=True),), numbered=False)


def _text(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines, numbered=False)


def corrected_sources(redline: Redline, figures: Mapping[str, Figure]) -> str:
    """Return where the corrected figures come from, for the file of those who submit the corrigendum.

    Args:
        redline: what was changed.
        figures: the figures of the right document by the names of their bookmarks; none where it is a Word file.
    """
    found: list[str] = []
    for marked in redline.marked:
        unit = None if marked.is_old else marked.unit
        for span in unit.figures if unit else ():
            text = unit.text[span.start : span.end] if unit else ""
            figure = figures.get(span.name)
            changed = {word for swap in marked.swaps for word in set(swap.new.split()) - set(swap.old.split())}
            if figure and (changed & set(text.split()) or marked.edit.kind is EditKind.ADDED):
                found.append(f"{marked.edit.where}: {text}: {source_of(figure)}")
    if not found:
        return "No corrected figure was written from data of the project.\n"
    return "".join("".join(map(shown, line)) + "\n" for line in dict.fromkeys(found))
