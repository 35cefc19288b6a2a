"""Words: the report keeps to its word limit (General Assembly resolution 68/268, para. 16)."""

from collections.abc import Iterator

from reportgen.checks.finding import Finding


def words_within_limit(words: int, limit: int) -> Iterator[Finding]:
    """RG307: a document has no more words than its limit."""
    if words > limit:
        values = {"words": f"{words:,}", "limit": f"{limit:,}", "over": f"{words - limit:,}"}
        yield Finding("RG307", ("settings",), values)
