"""The word budget as text for people and as plain data for programs."""

from collections.abc import Iterator

from msgspec.structs import asdict

from reportgen.agencies.budget import AgencyWords, Budget, IssueWords, WordShare
from reportgen.agencies.moving import Move
from reportgen.agencies.status.text import aligned
from reportgen.diagnostics import shown

_TITLE = 56
"""Characters of a part's title."""


def budget_text(budget: Budget) -> str:
    """Return the budget as lines that a person reads."""
    tables = [aligned(list(rows), numbers=True) for rows in (_by_part(budget), _by_agency(budget))]
    blocks = [_head(budget), *tables, _moves(budget)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(budget: Budget) -> list[str]:
    words, limit = budget.words, budget.limit
    rest = f"{budget.over:,} too many" if budget.over else f"{limit - words:,} left"
    return [f"{budget.symbol}: {words:,} of {limit:,} words ({words / limit:.0%}), {rest}", f"  limit: {budget.rule}"]


_Row = tuple[str, str, str, str]


def _by_part(budget: Budget) -> Iterator[_Row]:
    yield ("where", "words", "share", "over")
    if budget.before:
        yield ("before the parts", f"{budget.before:,}", "", "")
    for part in budget.parts:
        yield (f"{part.label} {_cut(part.title)}", f"{part.words:,}", "", "")
        if part.headings:
            yield ("   headings", f"{part.headings:,}", "", "")
        yield from (_row(f"   issue {issue.number}", issue, "*" if issue.is_given else "") for issue in part.issues)
    yield ("all", f"{budget.words:,}", f"{budget.limit:,}", _over(budget.over))


def _by_agency(budget: Budget) -> Iterator[_Row]:
    yield ("agency", "words", "share", "over")
    yield from (_row(agency.code, agency) for agency in budget.agencies)
    yield ("headings", f"{budget.headings:,}", "", "")
    if budget.others:
        yield ("added by templates", f"{budget.others:,}", "", "")
    yield ("all", f"{budget.words:,}", f"{budget.limit:,}", _over(budget.over))


def _row(name: str, share: WordShare, mark: str = "") -> _Row:
    return (name, f"{share.words:,}", f"{share.share:,}{mark}" if share.share else "–", _over(share.over))


def _over(words: int) -> str:
    return f"{words:,}" if words else ""


def _cut(title: str) -> str:
    return shown(title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…")


def _moves(budget: Budget) -> list[str]:
    if not budget.moves:
        return ["nothing is long enough to go to an annex"]
    missing = budget.moves[-1].remaining - budget.limit
    until = "until the report keeps to its limit" if budget.over else "if words were needed"
    return [
        f"what would go to an annex first, {until}:",
        *(line for number, move in enumerate(budget.moves, start=1) for line in _move(number, move)),
        *([f"all of it is not enough: {missing:,} words more must be cut"] if missing > 0 else []),
    ]


def _move(number: int, move: Move) -> list[str]:
    whose = ", ".join(filter(None, [f"issue {move.issue}" if move.issue else "", move.agency]))
    where = f" ({whose})" if whose else ""
    place = f"; {move.place}" if move.place else ""
    return [
        f"{number:>4}. {shown(_cut(move.what))}{where}",
        f"      saves {move.words:,}, leaves {move.remaining:,}{place}",
    ]


def budget_data(budget: Budget) -> dict[str, object]:
    """Return the budget as plain data for JSON."""
    return {
        "symbol": budget.symbol,
        "words": budget.words,
        "limit": budget.limit,
        "rule": budget.rule,
        "over": budget.over,
        "before": budget.before,
        "headings": budget.headings,
        "templates": budget.others,
        "parts": [asdict(part) | {"issues": [_share(issue) for issue in part.issues]} for part in budget.parts],
        "agencies": [_share(agency) for agency in budget.agencies],
        "moves": [asdict(move) | {"place": None if move.place is None else str(move.place)} for move in budget.moves],
    }


def _share(share: IssueWords | AgencyWords) -> dict[str, object]:
    return asdict(share) | {"over": share.over}
