"""What changed since an earlier version of a report: paragraph by paragraph, word by word.

The paragraphs of the two are matched as `verify` matches them: by equal text, then by likeness (`word/align.py`).
"""

from collections.abc import Iterator, Sequence

from reportgen.claims.differences import changed_words
from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text
from reportgen.limits import COMPARED_WORDS
from reportgen.review.values import ChangedText
from reportgen.word.align import Pairs, align
from reportgen.word.units import Unit
from reportgen.writers.html.escaping import anchor


def find_changes(old: tree.Document, new: Sequence[tree.Document]) -> Iterator[ChangedText]:
    """Yield what changed, in the order of the newer version; what is gone stands where it stood."""
    before = list(_units(old.blocks))
    units = [unit for one in new for unit in _units(one.blocks)]
    after = [unit for unit, _ in units]
    pairs = align([unit for unit, _ in before], after)
    gone = _gone(pairs, [unit for unit, _ in before])
    yield from (ChangedText("", _removed(unit.words)) for unit in gone.get(-1, ()))
    for place, (unit, key) in enumerate(units):
        matched = pairs.before.get(place, [])
        text = " ".join(before[one][0].words for one in matched)
        if text != unit.words:
            yield ChangedText(key, tuple(_pieces(text.split(), unit.words.split())))
        yield from (ChangedText(key, _removed(one.words)) for one in gone.get(place, ()))


def _units(blocks: Sequence[tree.Block]) -> Iterator[tuple[Unit, str]]:
    """Yield the texts of blocks as units that can be matched, each with the id of its block or of one before it."""
    key = ""
    for place, block in enumerate(blocks):
        if isinstance(block, tree.Contents | tree.Abbreviations) or getattr(block, "level", None) is tree.Level.TITLE:
            continue  # Word's own lists, and the title, which a reader takes for a line of the first page
        own = tree.key_of(block)
        key = anchor(own) if own else key
        kind = "Cell" if isinstance(block, tree.Table) else type(block).__name__
        for run in inlines_of(block):
            text = plain_text(run, notes=True).replace("\xa0", " ")
            if text.strip():
                yield Unit(text, "", place, None, frozenset(), (), (), (), kind), key


def _gone(pairs: Pairs, before: Sequence[Unit]) -> dict[int, list[Unit]]:
    """Return the older units that are gone, by the newer unit that they stood behind; -1: before all."""
    gone: dict[int, list[Unit]] = {}
    last = -1
    for place, unit in enumerate(before):
        if pairs.has(place):
            last = max(pairs.after[place])
        else:
            gone.setdefault(last, []).append(unit)
    return gone


def _removed(words: str) -> tuple[tuple[str, str], ...]:
    return (("-", words),)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of two texts: kept (`=`), taken away (`-`), new (`+`); very long texts are compared in part."""
    first, second = old[:COMPARED_WORDS], new[:COMPARED_WORDS]
    yield from ((sign, " ".join(words)) for sign, words in changed_words(first, second))
    rest = " ".join(new[COMPARED_WORDS:])
    yield from (("=" if old[COMPARED_WORDS:] == new[COMPARED_WORDS:] else "+", rest),) if rest else ()
