"""What a project makes now, as far as an edited file is compared with it.

All of it but the tree that was read is plain data, so that a build can keep it.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.claims.model import ClaimsRead
from reportgen.claims.reading import read_claims
from reportgen.document.tree import Document, Figure
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import Read
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
    claims: Mapping[str, ClaimsRead] = {}
    """What its texts say of numbers, by the texts, of which an edited file has most."""
    quiet: frozenset[str] = frozenset()
    """The texts in which the audit finds nothing by themselves."""


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


def read_each_once(known: dict[str, ClaimsRead]) -> Read:
    """Return what reads the claims of a text that is not known yet, and adds them to what is known."""

    def read(text: str) -> ClaimsRead:
        if text not in known:
            known[text] = read_claims(text)
        return known[text]

    return read
