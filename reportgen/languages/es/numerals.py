"""Spanish numbers in words, and ordinals.

From 11 on both are figures (manual of the Spanish Translation Service). The model knows no gender, so one is never
written in words.
"""

_WORDS = ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"]
_ORDINALS = ["primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"]


def cardinal(number: int) -> str | None:
    """Return a number from 2 to 10 in words; None for all others."""
    return _WORDS[number - 2] if number in range(2, 11) else None


def ordinal(number: int) -> str:
    """Return a place in a ranking: `62º`."""
    return f"{number}º"


def opening_ordinal(number: int) -> str:
    """Return the same where it opens a sentence: never a figure."""
    return f"el puesto {number}º"


def report_ordinal(number: int) -> str:
    """Return the number of a report before its noun: `primer`, `segundo`, `11º`."""
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}º"


def later_ordinal(number: int) -> str:
    """Return the same after its noun: `primero`, `tercero`."""
    name = report_ordinal(number)
    return f"{name}o" if name in {"primer", "tercer"} else name


def fold(figure: str, noun: str) -> str:
    """Return `un aumento por un factor de 2,5`."""
    return f"{noun} por un factor de {figure}"
