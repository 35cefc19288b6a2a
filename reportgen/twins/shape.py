"""The shape of the JSON twin, and its schema, which is published in docs/document.schema.json.

Within a version nothing that stands here changes its meaning or goes; fields may be added.
"""

import json
from decimal import Decimal
from typing import Any, Literal

import msgspec
from msgspec import Struct

from reportgen.model.schema import lines_under_fields


class Observation(Struct, frozen=True, omit_defaults=True):
    """An observation from which a figure was written."""

    indicator: str
    """The key of its indicator."""
    period: str
    """The period in its written form, such as 2023, 2020-2023, 2023-H1, 2023-Q2, 2023-05 or 2023-01/2023-05."""
    value: Decimal | None
    """The number as the agency gave it, as text, so that no program rounds it; null where there are no data, or where
    it is not printed."""
    status: str = "final"
    """How certain it is: final, provisional, estimated or not available."""
    part: str | None = None
    """The label of the part; left out for the whole."""
    by: str | None = None
    """What the parts divide by, such as sex."""
    is_former: bool = False
    """Whether the value is that of the last report."""
    place: str | None = None
    """Where it stands in the inputs: a file with its line and column, or with its sheet and cell; of parts that are
    printed together, all of them, with "; " between."""


class DocumentFigure(Struct, frozen=True, omit_defaults=True):
    """A number that was written from data."""

    text: str
    """The figure as it is printed."""
    start: int
    """Where it begins in the text of its passage, in characters from 0."""
    value: Decimal | None
    """The number that is printed, as text; null for a word that is no number."""
    observations: tuple[Observation, ...]
    """What it was worked out from."""
    agency: str | None = None
    """The code of the agency that reports its indicator."""
    reference: str | None = None
    """The reference by which a text asked for it; left out where it was written from data alone."""
    reference_place: str | None = None
    """Where that reference stands."""


class Sentence(Struct, frozen=True, omit_defaults=True):
    """A sentence, or the whole of a passage that has none, such as a cell."""

    text: str
    start: int
    """Where it begins in the text of its passage, in characters from 0."""
    agency: str | None = None
    """The code of the agency whose words or figures these are; left out for what templates say."""
    place: str | None = None
    """Where its first words were written; left out where it was written from data alone."""
    figures: tuple[DocumentFigure, ...] = ()


class Passage(Struct, frozen=True, omit_defaults=True):
    """A run of text of a block."""

    role: Literal["text", "title", "item", "caption", "head", "cell", "source", "entry", "note"]
    """What it is; a note stands behind the passage that has its mark."""
    text: str
    """As it is printed, without notes; raised and lowered characters are those of Unicode where it has them."""
    sentences: tuple[Sentence, ...]
    mark: str | None = None
    """Of a note: its number or sign."""
    depth: int | None = None
    """Of an item: how deep its list stands, from 0."""
    row: int | None = None
    """Of a cell or head: its row, from 0; heads are counted by themselves."""
    column: int | None = None
    """Of a cell or head: its first column, from 0."""


BlockKind = Literal[
    "heading", "paragraph", "list", "table", "quotation", "picture", "contents", "abbreviations", "awaiting"
]


class DocumentBlock(Struct, frozen=True, omit_defaults=True):
    """A heading, paragraph, list, table or quotation, in the order of reading."""

    kind: BlockKind
    origin: Literal["agency", "data", "template"]
    """Who wrote it: an agency, the program from data, or a template."""
    passages: tuple[Passage, ...]
    key: str | None = None
    """Stable over builds, and a bookmark in the other outputs."""
    number: int | None = None
    """Of a paragraph or table."""
    level: str | None = None
    """Of a heading: title, part, theme, reply or annex."""
    label: str | None = None
    """Of a heading: what stands before it, such as A."""
    part: int | None = None
    """The index of its part of the list of issues, from 0."""
    issue: int | None = None
    """The number of the issue that it answers."""
    agency: str | None = None
    """The code of the agency that wrote it, or of the first figure in it."""
    place: str | None = None
    """Where its text, or the first indicator in it, stands in the inputs."""
    shows: str | None = None
    """What a picture shows; the passage of a picture is its title."""


class CoverText(Struct, frozen=True):
    """A line of the first page."""

    role: str
    text: str


class DocumentTwin(Struct, frozen=True, kw_only=True):
    """A report as reportgen built it: every figure, sentence and paragraph with where it came from."""

    schema: Literal["reportgen-document"]
    version: Literal[1]
    """Of the schema."""
    symbol: str
    title: str
    language: str
    """The tag of the text by BCP 47."""
    treaty: str
    """Its full name."""
    state: str
    """The name of the State."""
    agencies: dict[str, str]
    """The names of the agencies by their codes."""
    cover: tuple[CoverText, ...]
    """The lines of the first page."""
    blocks: tuple[DocumentBlock, ...]


_TYPES = (Observation, DocumentFigure, Sentence, Passage, DocumentBlock, CoverText, DocumentTwin)


def document_schema() -> bytes:
    """Return the JSON Schema of the twin."""
    schema: dict[str, Any] = msgspec.json.schema(DocumentTwin)
    for kind in _TYPES:
        properties = schema["$defs"][kind.__name__]["properties"]
        for field, text in lines_under_fields(kind):
            properties[field]["description"] = " ".join(text.split())
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def encode(twin: DocumentTwin) -> bytes:
    """Return the twin as JSON, a line for each value."""
    return msgspec.json.format(msgspec.json.encode(twin), indent=1) + b"\n"
