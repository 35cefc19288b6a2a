"""Number the drafts of the documents, and check that references say what their authors meant."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path as FilePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.compose.begun import begin_sentences
from reportgen.compose.drafts import Draft, Drafts, draft_documents
from reportgen.compose.replies import Replies, write_replies
from reportgen.compose.written import WrittenPlaces
from reportgen.diagnostics import Diagnostic, Literal, Place, Places, diagnose, has_errors, nearest
from reportgen.document import tree
from reportgen.document.authorship import BlockOrigin, trace_blocks
from reportgen.document.citations import name_block
from reportgen.document.numbering import DuplicateKeysError, UnknownTargetsError, number_document
from reportgen.document.tree import Document
from reportgen.document.walk import refers, walk_block
from reportgen.limits import SUGGESTIONS
from reportgen.model import Merged, Report
from reportgen.remembering import settle

_MEANT = {"paragraph": tree.Paragraph, "paragraphs": tree.Paragraph, "table": tree.Table}
"""The kind of block that each pointer means."""

_LED = {tree.ItemList: "a list", tree.Quotation: "a quotation", tree.Table: "a table", tree.Picture: "a picture"}
"""What has no number of its own, and so needs a numbered paragraph before it."""


class Composed(Struct, frozen=True):
    """The documents of a report, numbered, and what was seen on the way to them."""

    document: Document | None = None
    """None where an error stands in the way."""
    tree: Document | None = None
    """The document also where an error stands in the way, for checks to read; None where the templates fail."""
    diagnostics: tuple[Diagnostic, ...] = ()
    awaiting: tuple[int, ...] = ()
    """The numbers of the issues without a reply."""
    templates: Mapping[str, bytes] = {}
    """The project's own templates that were used, by path."""
    referred: Mapping[int, frozenset[str]] = {}
    """The indicators that the texts of each issue, and its own template, refer to, by the issue's number."""
    annex: Document | None = None
    """The statistical annex, where it is a document of its own."""
    origins: Mapping[int, tuple[BlockOrigin, ...]] = {}
    """Where the blocks of the reply to each issue came from, in the order of reading."""
    shipped: Mapping[str, bytes] = {}
    """The shipped templates that were used, by path."""
    written: WrittenPlaces | None = None
    """Finds where the words of the document were written."""


def compose(report: Report, merged: Merged, places: Places, templates: FilePath | None) -> Composed:
    """Return the documents of a report by all three steps; `pipeline.py` takes them one by one.

    Args:
        report: the valid report.
        merged: its indicators, of all submissions together.
        places: where the values of the report stood.
        templates: the folder `templates` of the project; None: the shipped templates alone.
    """
    return number_drafts(draft_documents(write_replies(report, merged, places, templates)))


def number_drafts(drafts: Drafts) -> Composed:
    """Return the documents with their numbers, references and lists, and every problem met since the report was read.

    Args:
        drafts: the documents as the templates give them.
    """
    replies, problems = drafts.replies, list[Diagnostic]()
    report = _numbered(drafts.report, replies, problems) if drafts.report else None
    annex = _numbered(drafts.annex, replies, problems) if drafts.annex else None
    diagnostics = (*drafts.diagnostics, *problems, *replies.diagnostics)
    failed = has_errors(diagnostics)
    loader = replies.templates.loader
    return Composed(
        None if failed else report,
        report,
        diagnostics,
        replies.awaiting,
        dict(loader.read),
        {issue: frozenset(keys) for issue, keys in replies.texts.referred.items()},
        None if failed else annex,
        {issue: tuple(origins) for issue, origins in replies.texts.origins.items()},
        dict(loader.read_shipped),
        drafts.written,
    )


def _numbered(draft: Draft, replies: Replies, problems: list[Diagnostic]) -> Document:
    """Return a document with its numbers; without them where keys are doubled or unknown, which is a problem."""
    where = {**draft.places, **replies.texts.block_places}
    try:
        document = begin_sentences(number_document(draft.document))
    except DuplicateKeysError as error:
        problems += [diagnose("RG506", where.get(key), key=key) for key in error.keys]
        return draft.document
    except UnknownTargetsError as error:
        notes = _awaited(replies.awaiting)
        for key in error.targets:
            known, askers = nearest(key, error.known), _askers(key, draft, replies)
            problems += [diagnose("RG505", at, notes=notes, key=key, known=known) for at in askers]
        return draft.document
    problems += (*_check_citations(document, draft, replies), *_check_leads(document, draft, replies))
    return replace(document, blocks=tuple(map(settle, document.blocks)))


def _awaited(awaiting: tuple[int, ...]) -> tuple[str, ...]:
    """Return the note that an unknown key may come with a reply that is still awaited."""
    if not awaiting:
        return ()
    numbers = ", ".join(map(str, awaiting[:SUGGESTIONS])) + (", …" if len(awaiting) > SUGGESTIONS else "")
    issues = f"{'issue' if len(awaiting) == 1 else 'issues'} {numbers}"
    write = f"until it comes, write {{{{ reply({awaiting[0]}) }}}}"
    return (f"the key may come with a reply that is awaited ({issues}); {write}",)


def _askers(key: str, draft: Draft, replies: Replies) -> list[Place | None]:
    """Return where a block is referred to: every place in agencies' texts, else the first in the templates."""
    return [at for _, at in replies.texts.pointers.get(key, ())] or [draft.places.get(key)]


def _check_citations(document: Document, draft: Draft, replies: Replies) -> Iterator[Diagnostic]:
    """Yield references that name another kind of block than they mean, and references to what has no number."""
    blocks = {key: block for block in document.blocks if (key := tree.key_of(block))}
    for key, pointers in replies.texts.pointers.items():
        block = blocks.get(key)
        for pointer, place in pointers if isinstance(block, tree.Paragraph | tree.Table) else ():
            meant = _MEANT.get(pointer.kind)
            if meant and not isinstance(block, meant):
                asked, found = ("paragraph", "table") if meant is tree.Paragraph else ("table", "paragraph")
                yield diagnose("RG524", place, key=key, asked=asked, found=found)
    for key in _unnamed(document, blocks):
        yield from (diagnose("RG525", place, key=key) for place in _askers(key, draft, replies))


def _check_leads(document: Document, draft: Draft, replies: Replies) -> Iterator[Diagnostic]:
    """Yield the lists, quotations and tables of replies that no paragraph of theirs leads to.

    Replies are cited by the numbers of their paragraphs, and what has none belongs to the paragraph before it: at the
    beginning of a reply there is none, and before a list of a second agency or department stands the paragraph of the
    first.
    """
    names = {(one.agency, one.department): one.name for one in replies.report.senders}
    above, is_first = None, False
    for traced in trace_blocks(document.blocks, replies.texts.origins):
        block, origin = traced.block, traced.origin
        what, writer = _LED.get(type(block)), (origin.agency, origin.department) if origin else None
        if origin is None and isinstance(block, tree.Quotation):  # of a template, which quotes what the Committee asks
            continue
        is_below = isinstance(block, tree.ItemList | tree.Quotation) and None not in {writer, above} and writer != above
        if traced.issue is not None and what and (is_first or is_below):
            before = Literal(f"below the text of “{names.get(above, above[0])}”" if is_below and above else "")
            before = before or Literal("without a numbered paragraph before it")
            place = origin.place if origin else draft.places.get(f"{tree.REPLY_KEY}{traced.issue}")
            yield diagnose("RG536", place, issue=traced.issue, what=what, before=before)
        is_first = isinstance(block, tree.Heading)
        above = None if is_first else writer or above


def _unnamed(document: Document, blocks: Mapping[str, tree.Block]) -> list[str]:
    """Return the keys that a reference cannot name, since their blocks have neither number nor name."""
    targets: list[str] = []
    referring = (block for block in (*document.cover, *document.blocks) if refers(block))
    for inline in chain.from_iterable(map(walk_block, referring)):
        if type(inline) is tree.Citation:
            targets += inline.targets
        elif type(inline) is tree.Reference and not inline.text.strip():
            targets.append(inline.target)
    return [
        key for key in dict.fromkeys(targets) if key in blocks and not name_block(blocks[key], document.words).strip()
    ]
