"""The passages of a document that an audit reads, each with its claims.

A passage is a paragraph, an item of a list, a quotation or a footnote; short items below a colon are one sentence with
the paragraph above them. It knows the number that a reader would give its place, and the reply that it stands in,
within which a total may stand apart from its parts.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from reportgen.claims.model import ClaimsRead
from reportgen.claims.passages import Span, sentences
from reportgen.claims.reading import read_claims
from reportgen.diagnostics import Severity
from reportgen.document.tree import Block, Document, Heading, ItemList, Note, Paragraph, Quotation
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.wording import quoted


class AuditPassage(Struct, frozen=True, dict=True):
    """A stretch of running text."""

    block: int
    """The index of its block in the document."""
    paragraph: int | None
    """The number of the paragraph that it is, or that it follows."""
    reply: int
    """The index of the heading that it stands under; -1 before the first."""
    text: str
    reading: ClaimsRead

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return self.reading.sentences

    def sentence_of(self, *spans: Span) -> Span | None:
        """Return the sentence that holds spans; None where no single one does."""
        return next((one for one in self.sentences if all(map(one.holds, spans))), None)

    @cached_property
    def low(self) -> str:
        """Its text in small letters, each in its place: the `İ` of İzmir is two characters in `str.lower`."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(letter.lower()[0] for letter in self.text)

    @cached_property
    def words(self) -> dict[Span, frozenset[str]]:
        """The content words of those of its stretches that were asked for (`conflicts.py`)."""
        return {}

    @property
    def place(self) -> str:
        """The name that a reader would give it."""
        return f"paragraph {self.paragraph}" if self.paragraph is not None else "the text before paragraph 1"

    def finding(self, code: Code, span: Span, severity: Severity, message: str, arithmetic: str) -> AuditFinding:
        """Return a finding about the words of a span, with these words and the arithmetic as its evidence."""
        return self.finding_at(span.start, code, severity, message, f"{quoted(self.text, span)}: {arithmetic}")

    def finding_at(self, start: int, code: Code, severity: Severity, message: str, evidence: str) -> AuditFinding:
        """Return a finding at a character of the text."""
        return AuditFinding(self.block, self.paragraph, start, code, severity, message, evidence)


Read = Callable[[str], ClaimsRead]
"""Reads the claims of a text."""


def read_passages(document: Document, read: Read = read_claims) -> list[AuditPassage]:
    """Return the passages of a document, in order.

    Args:
        document: the tree.
        read: reads the claims of each text.
    """
    passages: list[AuditPassage] = []
    number: int | None = None
    counted, reply = 0, -1
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            reply = index
        if isinstance(block, Paragraph) and block.numbered:
            counted += 1
            number = block.number if block.number is not None else counted
        texts = list(_texts(block))
        above = passages[-1] if passages and passages[-1].block == index - 1 else None
        if isinstance(block, ItemList) and above is not None and _is_list(above, block, read):
            texts[: len(block.items)] = [_joined(passages.pop(), block)]
        passages += [AuditPassage(index, number, reply, text, read(text)) for text in texts if text.strip()]
    return passages


_SHORT = 300
"""Characters of an item that is part of the sentence above it."""


def _is_list(above: AuditPassage, block: ItemList, read: Read) -> bool:
    """Return whether the items of a list go on with the sentence above them: `There were 14 complaints:`."""
    items = [plain_text(item.children).strip() for item in block.items]
    are_short = all(0 < len(item) < _SHORT and ":" not in item and len(sentences(item)) == 1 for item in items)
    are_short = are_short and sum(bool(read(item).quantities) for item in items) > 1
    return above.text.rstrip().endswith(":") and are_short and not any(item.lists for item in block.items)


def _joined(above: AuditPassage, block: ItemList) -> str:
    """Return a paragraph and the items below it as one sentence."""
    items = (plain_text(item.children).strip().rstrip(".;,").removesuffix(" and").rstrip(";,") for item in block.items)
    return f"{above.text.rstrip()} {'; '.join(items)}."


def _texts(block: Block) -> Iterator[str]:
    """Yield the running texts of a block, and the notes in it."""
    if isinstance(block, Paragraph | Quotation | ItemList):
        yield from map(plain_text, inlines_of(block))
    for inlines in inlines_of(block):
        yield from (plain_text(inline.children) for inline in walk_inlines(inlines) if isinstance(inline, Note))
