"""Drafts of one report: each keeps some of the same paragraphs, tables, lists and notes, in an order of its own."""

import random

from build import document, figure, heading, paragraph, words
from hypothesis import strategies as st

from reportgen.document.tree import (
    Block,
    Cell,
    Document,
    Inline,
    Item,
    ItemList,
    Level,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Table,
)

_SENTENCES = (
    "The oversight bodies report to Parliament once a year. ",
    "Every call is recorded and kept for ten years. ",
    "Nobody was turned away from the courts of first instance. ",
    "A law of 3 May 2022 says what bullying of a child is. ",
    "The minimum penalty went up from 15 to 17 years. ",
)
_ALWAYS = "Legal aid is given to whoever cannot pay for a lawyer, in civil, administrative and criminal proceedings. "
"""Stands in every draft, so that any two are drafts of one report."""


def chosen(seed: int) -> tuple[Document, Document]:
    """Two drafts, by chance that repeats, without notes and other marks of lists: `docs/word.md` says why."""
    chance = random.Random(seed)  # noqa: S311 - chance that repeats, not secrets
    return _draft(chance, has_notes=False), _draft(chance, has_notes=False)


def drafts() -> st.SearchStrategy[Document]:
    """Drafts with everything that a report may have."""
    return st.randoms(use_true_random=False).map(lambda chance: _draft(chance, has_notes=True))


def _draft(chance: random.Random, *, has_notes: bool) -> Document:
    blocks: list[Block] = [paragraph(_ALWAYS, figure("348", "aid", "2023"), " persons received it.", key="justice-1-9")]
    blocks += [_paragraph(chance, number, has_notes=has_notes) for number in range(5) if chance.random() < 0.7]
    if chance.random() < 0.6:
        blocks.append(
            ItemList(
                tuple(Item(words(text)) for text in _some(chance)),
                chance.choice(list(Mark)) if has_notes else Mark.LETTER,
            )
        )
    if chance.random() < 0.5:
        blocks.append(Quotation(words(chance.choice(_SENTENCES))))
    first, others = ([], blocks) if has_notes else (blocks[:1], blocks[1:])
    chance.shuffle(others)
    blocks = [*first, *others]
    if chance.random() < 0.8:
        blocks.insert(chance.randrange(len(blocks) + 1), _table(chance))
    top = heading(Level.PART, chance.choice(("General information", "General information on laws")), key="part-general")
    return document(heading(Level.TITLE, "Replies"), top, heading(Level.REPLY, "Reply", key="reply-1"), *blocks)


def _some(chance: random.Random) -> list[str]:
    return [text.strip() for text in _SENTENCES if chance.random() < 0.6] or ["One item"]


def _paragraph(chance: random.Random, number: int, *, has_notes: bool) -> Paragraph:
    calls = figure(chance.choice(("1,058", "1,085")), f"calls{number}", "2023")
    parts: list[str | Inline] = [chance.choice(_SENTENCES), calls, " calls. ", *_some(chance)]
    if chance.random() < 0.4:
        parts += [" See ", Reference("justice-1-9"), "."]
    if has_notes and chance.random() < 0.4:
        parts.append(Note(words(chance.choice(_SENTENCES).strip())))
    return paragraph(*parts, key=f"interior-1-{number}")


def _table(chance: random.Random) -> Table:
    years = ("2021", "2022", "2023")[: chance.choice((2, 2, 3))]
    head = (Cell(words("Court")), *(Cell(words(year), is_figure=True) for year in years))
    names = [name for name in ("City", "District", "Region", "Supreme") if chance.random() < 0.8] or ["City"]
    rows = tuple(_row(chance, name, years) for name in names)
    return Table(words("Cases heard by the courts"), head, rows, "courts")


def _row(chance: random.Random, name: str, years: tuple[str, ...]) -> Row:
    figures = (Cell((figure(str(chance.randrange(10, 13)), name, year),), is_figure=True) for year in years)
    return Row((Cell(words(name)), *figures))
