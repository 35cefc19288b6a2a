"""Claims as short lines of text, so that a test can state them at a glance."""

from reportgen.claims.model import (
    Change,
    Claim,
    Comparison,
    Measure,
    Nearness,
    Quantity,
    Ranking,
    StatedSeries,
    StatedShare,
    Statement,
    Total,
)
from reportgen.claims.reading import read_claims

_SIGNS = {
    Measure.PER_CENT: "%",
    Measure.POINTS: "pp",
    Measure.TIMES: "×",
    Measure.RATE: "/base",
    Measure.DURATION: " time",
    Measure.FRACTION: " of 1",
}
_NEAR = {
    Nearness.EXACT: "",
    Nearness.ABOUT: "~",
    Nearness.MORE_THAN: ">",
    Nearness.LESS_THAN: "<",
    Nearness.AT_LEAST: "≥",
    Nearness.AT_MOST: "≤",
}


def amount(quantity: Quantity | None) -> str:
    """`~12%@2020`: how near, the value, its unit, its period; `-` for none."""
    if quantity is None:
        return "-"
    value = f"{round(quantity.value, 3).normalize():f}"
    if quantity.upper is not None:
        value += f"–{quantity.upper.normalize():f}"
    sign = f" {quantity.unit}" if quantity.measure is Measure.MONEY else _SIGNS.get(quantity.measure, "")
    period = f"@{quantity.period.written or quantity.period.text}" if quantity.period else ""
    return f"{_NEAR[quantity.nearness]}{value}{sign}{period}"


def shown(claim: Claim) -> str:
    """A claim as one line."""
    match claim:
        case Comparison():
            word = f" ({claim.direction})" if claim.direction else ""
            return f"{amount(claim.current)} against {', '.join(map(amount, claim.earlier))}{word}"
        case Change():
            by = f" by {amount(claim.by)}" if claim.by else ""
            values = f" from {amount(claim.start)} to {amount(claim.end)}" if claim.start or claim.end else ""
            return f"{claim.direction}{by}{values}"
        case StatedShare():
            return f"{amount(claim.share)} = {amount(claim.part)} of {amount(claim.whole)}"
        case Total():
            parts = ", ".join(f"{amount(part.quantity)} {part.label}".strip() for part in claim.parts)
            return f"{amount(claim.total)} {'=' if claim.is_exhaustive else '≥'} {parts}"
        case StatedSeries():
            return f"series {', '.join(map(amount, claim.points))}"
        case Ranking():
            return f"rank {amount(claim.rank)} of {amount(claim.of)}"
        case Statement():
            return f"{amount(claim.quantity)} {claim.quantity.noun}".strip()


def claims(text: str) -> list[str]:
    """The claims of a text that relate numbers, each as one line."""
    return [shown(claim) for claim in read_claims(text).claims if not isinstance(claim, Statement)]


def statements(text: str) -> list[str]:
    """The quantities of a text that are said by themselves."""
    return [shown(claim) for claim in read_claims(text).claims if isinstance(claim, Statement)]
