"""Write the replies of an imported project: the blocks under each heading as texts of a submission.

What Markdown cannot carry goes to the templates, at its place between the paragraphs.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Awaiting, Block, ItemList, Paragraph, Quotation, Table
from reportgen.document.walk import plain_text
from reportgen.document.wording import say_asked
from reportgen.languages.front import load_front
from reportgen.limits import TEXT_CHARACTERS
from reportgen.model import Reply
from reportgen.published.importer.light_markdown import MarkdownWriter, PlacedReference
from reportgen.published.importer.sections import Plan, Section
from reportgen.published.importer.templates import Insert
from reportgen.sentences import Narrator

References = Mapping[int, Sequence[PlacedReference]]
_ROOM = TEXT_CHARACTERS // 2
"""From here on a reply goes on in another text, so that none meets the limit."""


class Texts(Struct):
    """The replies of a report."""

    replies: list[Reply] = []
    inserts: dict[int, list[Insert]] = {}
    """What templates print, by the number of the issue."""
    diagnostics: list[Diagnostic] = []


def write_texts(plan: Plan, narrator: Narrator, references: References, place: Place) -> Texts:
    """Return the replies of a report.

    Args:
        plan: the order of the report.
        narrator: knows the indicators that references name.
        references: what stands in place of figures, by the number of the paragraph.
        place: the file, for diagnostics.
    """
    texts = Texts()
    for section in plan.sections:
        inserts: list[Insert] = []
        texts.replies += _write_section(section, narrator, references, inserts)
        if inserts:
            texts.inserts[section.number] = inserts
            what = " and ".join(dict.fromkeys(_kind(insert.block) for insert in inserts))
            file = Literal(f"templates/replies/{section.number}.html.j2")
            texts.diagnostics.append(diagnose("RG837", place, what=Literal(what), issue=section.number, file=file))
    return texts


def _write_section(
    section: Section, narrator: Narrator, references: References, inserts: list[Insert]
) -> Iterator[Reply]:
    """Yield the texts of one reply, usually one; what does not fit is added to `inserts`."""
    writer, chunks, written = MarkdownWriter(narrator), list[str](), 0
    before: Block | None = None
    for block in section.blocks:
        if _is_awaiting(block, section.number):
            continue
        own = references.get(block.number or 0, ()) if isinstance(block, Paragraph) else ()
        is_list_again = isinstance(before, ItemList) and isinstance(block, ItemList) and before.mark is block.mark
        text = None if is_list_again else writer.write(block, own)  # in Markdown the two lists would be one
        if text is None:
            inserts.append(Insert(written, block))
            continue
        before = block
        chunks.append(text)
        written += 1
        if sum(map(len, chunks)) > _ROOM:
            yield Reply(issue=section.number, text="\n\n".join(chunks) + writer.notes_text())
            writer, chunks = MarkdownWriter(narrator), []
    if chunks:
        yield Reply(issue=section.number, text="\n\n".join(chunks) + writer.notes_text())


def _is_awaiting(block: Block, number: int) -> bool:
    """Return whether a block says that the reply has not been received, which the program says by itself.

    In the words of any treaty body: earlier versions printed those of the Human Rights Committee in all reports.
    """
    if isinstance(block, Paragraph) and not block.numbered:
        fronts = (load_front("en", treaty) for treaty in (None, *load_front("en").asked_by))
        said = (say_asked(front.wording, front.not_received, number) for front in fronts)
        return plain_text(block.children) in said
    return isinstance(block, Awaiting)


def _kind(block: Block) -> str:
    match block:
        case Table():
            return "tables"
        case Quotation():
            return "quotations"
        case Paragraph(numbered=False):
            return "paragraphs without a number"
        case ItemList():
            return "lists"
        case _:
            return "paragraphs"


def number_paragraphs(blocks: Sequence[Block], place: Place) -> tuple[list[Block], list[Diagnostic]]:
    """Return the blocks with paragraphs as they will be numbered, and diagnostics about their numbers."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if paragraphs and not any(block.numbered for block in paragraphs):
        number = count(1)
        numbered = [
            replace(block, numbered=True, number=next(number)) if isinstance(block, Paragraph) else block
            for block in blocks
        ]
        return numbered, [diagnose("RG831", place)]
    return list(blocks), list(_odd_numbers(paragraphs, place))


def _odd_numbers(paragraphs: Sequence[Paragraph], place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic wherever the numbers leave their order; after a gap they may go on."""
    offset = 0
    numbers = (block.number for block in paragraphs if block.numbered and block.number is not None)
    for expected, number in enumerate(numbers, start=1):
        if number - expected != offset:
            offset = number - expected
            yield diagnose("RG832", place, number=number, expected=expected)
