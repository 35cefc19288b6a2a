"""An audit as text for people, and as plain data for programs."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import to_builtins

from reportgen.diagnostics import Severity, count_of
from reportgen.published.audit.finding import Audited, AuditFinding

_WIDTH = 100
_INDENT = "    "
NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def audit_text(audited: Audited) -> str:
    """Return the findings by paragraph, then how many there are, and how many claims were read."""
    blocks: list[str] = []
    for paragraph, group in groupby(audited.findings, key=lambda one: one.paragraph):
        lines = [place_words(paragraph)]
        for finding in group:
            lines += _finding(finding)
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, f"{counts_words(audited)}\n{read_words(audited)}"])


def place_words(paragraph: int | None) -> str:
    """Return `paragraph 86`."""
    return "before paragraph 1" if paragraph is None else f"paragraph {paragraph}"


def counts_words(audited: Audited) -> str:
    """Return `7 errors, 2 warnings, 1 remark`, or `nothing found`."""
    counts = Counter(finding.severity for finding in audited.findings)
    said = [count_of(counts[severity], noun) for severity, noun in NOUNS.items() if counts[severity]]
    return ", ".join(said) or "nothing found"


def read_words(audited: Audited) -> str:
    """Return `312 claims of 845 of the 1,630 numbers read; 41 claims not`."""
    return (
        f"{count_of(audited.claims_read, 'claim')} of {audited.numbers_read:,} of the"
        f" {count_of(audited.numbers, 'number')} read; {count_of(audited.claims_unread, 'claim')} not"
    )


def audit_json(audited: Audited) -> list[dict[str, object]]:
    """Return the findings as `{paragraph, code, severity, message, evidence}`, in the order of the text."""
    fields = ("paragraph", "code", "severity", "message", "evidence")
    return [{name: to_builtins(getattr(finding, name)) for name in fields} for finding in audited.findings]


def _finding(finding: AuditFinding) -> Iterator[str]:
    yield f"  {NOUNS[finding.severity]}[{finding.code}] {finding.message}"
    yield from _wrapped(finding.evidence)


def _wrapped(text: str) -> Iterator[str]:
    """Yield text in indented lines."""
    line = _INDENT
    for word in text.split():
        if len(line) + len(word) >= _WIDTH and line.strip():
            yield line.rstrip()
            line = _INDENT
        line += f"{word} "
    yield line.rstrip()
