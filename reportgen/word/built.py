"""What a project makes now, as far as an edited file is compared with it.

All of it but the tree that was read is plain data, so that a build can keep it.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.document.tree import Document, Figure
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.regex import regex
from reportgen.word.units import Unit

Said = tuple[Code, str]
"""A finding without its place, since paragraphs have other numbers after others were added: its code and evidence."""
_PARAGRAPH = regex(r"(?:the text before )?\bparagraph \d+")


class AsBuilt(Struct, frozen=True):
    """A document as its project makes it now, read like the edited file."""

    symbol: str
    figures: Mapping[str, Figure]
    """Those that were written from data, by the names of their bookmarks."""
    units: Sequence[Unit]
    said: Sequence[Said] = ()
    """What the audit finds in it."""


class ReadBack(AsBuilt, frozen=True, kw_only=True):
    """The same with the tree that was read, which is audited only where the edited text is in doubt."""

    document: Document


class BuiltReport(Struct, frozen=True):
    """The documents of a project."""

    documents: Sequence[AsBuilt]
    """The report, and its annex where that is a document of its own."""
    referred: frozenset[str] | None
    """The indicators that replies refer to; None where that is not known."""


def unplaced(finding: AuditFinding) -> Said:
    """Return a finding without its place."""
    return finding.code, _PARAGRAPH.sub("paragraph", finding.evidence)
