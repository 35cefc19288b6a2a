"""Raised and lowered text as plain characters: `¹`, `₂`, where only text without any look can be had."""

SUPERSCRIPTS = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def as_characters(text: str, *, is_lowered: bool = False) -> str:
    """Return a text with its digits and signs raised or lowered; letters stay as they are.

    Each character becomes one, so that positions hold. “348” with a raised “1” is read as 348¹, never as 3481.
    """
    return text.translate(SUBSCRIPTS if is_lowered else SUPERSCRIPTS)
