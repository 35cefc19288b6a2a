"""How findings are worded: numbers as the United Nations writes them, and the words that they stand in."""

from decimal import ROUND_HALF_UP, Decimal

from reportgen.claims.model import Measure, Quantity
from reportgen.claims.passages import Span
from reportgen.diagnostics import is_printable
from reportgen.published.audit.bounds import INFINITY, Bounds

_QUOTED = 220
"""Characters of a quotation; longer ones lose their middle."""
_AS_READ = 6
"""Decimals of the finest figures that texts give: an index of 0.615 is not to be called 0.62."""
_PLACES = Decimal("0.01")


def figure(value: Decimal) -> str:
    """Return a number with commas: `1,058`, `0.615`; one with more than six decimals is rounded to two, `23.02`."""
    decimals = -int(value.as_tuple().exponent)
    rounded = value if decimals <= _AS_READ else value.quantize(_PLACES, ROUND_HALF_UP)
    plain = f"{rounded:,f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace("-", "–")


def ranged(values: Bounds) -> str:
    """Return the values that are possible: `279`, `270 to 280`; where one part is “at least 279”, `279 or more`."""
    if values.high == INFINITY:
        return f"{figure(values.low)} or more"
    return figure(values.low) if values.low == values.high else f"{figure(values.low)} to {figure(values.high)}"


def named(quantity: Quantity) -> str:
    """Return a quantity with its unit: `21.02 per cent`, `T 49,456,000`."""
    value = figure(quantity.value)
    if quantity.upper is not None:
        value = f"{value}–{figure(quantity.upper)}"
    match quantity.measure:
        case Measure.PER_CENT:
            return f"{value} per cent"
        case Measure.POINTS:
            return f"{value} percentage points"
        case Measure.TIMES:
            return f"{value} times"
        case Measure.MONEY if quantity.unit:
            return f"{quantity.unit} {value}" if quantity.text.startswith(quantity.unit) else f"{value} {quantity.unit}"
        case Measure.FRACTION:
            return quantity.text
        case _:
            return value


def larger_part(part: Quantity, whole: Quantity) -> str:
    """Return the message that a part is larger than its whole."""
    return f"the part, {named(part)}, is larger than the whole, {named(whole)}"


def quoted(text: str, span: Span) -> str:
    """Return the words of a span, in quotation marks, without anything that a terminal would obey."""
    end = span.end
    if text.count("(", span.start, end) > text.count(")", span.start, end):
        closing = text.find(")", end, end + _QUOTED // 2)
        end = closing + 1 if closing >= 0 else end
    words = " ".join(text[span.start : end].split())
    if len(words) > _QUOTED:
        words = f"{words[: _QUOTED - 80].rstrip()} … {words[-70:].lstrip()}"
    if not words.isprintable():
        words = "".join(character if is_printable(character) else "�" for character in words)
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
