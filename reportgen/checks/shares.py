"""Shares: a percentage that is said to follow from two figures does follow from them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.checks.finding import Checked, Finding, shown_number

_HUNDRED = Decimal(100)


def shares_follow(checked: Checked) -> Iterator[Finding]:
    """RG308: a percentage with `share` equals part over whole, rounded as it is printed."""
    indicators = checked.merged.indicators
    for key, indicator in indicators.items():
        if indicator.share is None:
            continue
        unknown = [name for name in (indicator.share.part, indicator.share.of) if name not in indicators]
        for name in unknown:
            path = checked.merged.fields[key, "share"]
            yield Finding("RG310", path, {"key": key, "name": name})
        if not unknown:
            yield from _check_share(checked, key, indicator.share.part, indicator.share.of)


def _check_share(checked: Checked, key: str, part_key: str, whole_key: str) -> Iterator[Finding]:
    indicators = checked.merged.indicators
    for period in indicators[key].periods:
        share = indicators[key].value(period)
        part, whole = indicators[part_key].value(period), indicators[whole_key].value(period)
        if share is None or part is None or not whole:
            continue
        exact = part / whole * _HUNDRED
        rounded = exact.quantize(Decimal(1).scaleb(int(share.as_tuple().exponent)), ROUND_HALF_UP)
        if rounded != share:
            facts = {"key": key, "period": period, "share": shown_number(share), "exact": shown_number(rounded)}
            notes = (
                (f"{part_key}: {shown_number(part)}", checked.path(part_key, period)),
                (f"{whole_key}: {shown_number(whole)}", checked.path(whole_key, period)),
            )
            yield Finding("RG308", checked.path(key, period), facts, notes)
