"""French numbers in words, and ordinals.

The model knows no gender, so numbers that end in "un" or "une" are never written in words.
"""

_SMALL = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_HUNDRED = 100


def cardinal(number: int) -> str | None:
    """Return a number from 2 to 100 in words: `quatre-vingt-quatre`; None for zero and what ends in "un"."""
    words = _words(number) if 0 < number <= _HUNDRED else None
    return None if words is None or words.endswith("un") else words


def _words(number: int) -> str:
    if number == _HUNDRED:
        return "cent"
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 20:  # dix-sept to dix-neuf
        return f"dix-{_SMALL[number - 10]}"
    tens = max(ten for ten in _TENS if ten <= number)
    rest = number - tens
    if not rest:
        return _TENS[tens] + ("s" if tens == 80 else "")  # quatre-vingts
    linked = " et " if rest in {1, 11} and tens != 80 else "-"  # vingt et un, but quatre-vingt-un
    return _TENS[tens] + linked + _words(rest)


def ordinal(number: int) -> str:
    """Return a place in a ranking: in words to ninety-nine, then in figures (`117e`)."""
    if number == 1:
        return "première"
    if not 0 < number < _HUNDRED:
        return f"{number}e"
    words = _words(number)
    if words.endswith("cinq"):
        return words + "uième"
    if words.endswith("neuf"):
        return words[:-1] + "vième"
    return words.removesuffix("e").removesuffix("s" if number == 80 else "\0") + "ième"  # quatre-vingtième


def opening_ordinal(number: int) -> str:
    """Return the same where it opens a sentence: never a figure."""
    return ordinal(number) if 0 < number < _HUNDRED else f"la {ordinal(number)}"


def fold(figure: str, noun: str) -> str:
    """Return `une diminution d’un facteur 2,5`."""
    return f"{noun} d’un facteur {figure}"
