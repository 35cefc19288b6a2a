"""Codes of SDMX for the words of a report: labels of parts, units, agencies.

A code is made of its words, not of its place among others, so that it stays the same from build to build and from cycle
to cycle. Only texts that would get the same code carry a part of their hash, all of them.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from reportgen.regex import regex

TOTAL, NOT_APPLICABLE = "_T", "_Z"
"""The codes of SDMX for a total, and for what does not apply (Guidelines for the creation and management of SDMX code
lists)."""
CODE_CHARACTERS = 60
"""How long a code may be; a longer one is cut and carries a part of its hash."""
_HASH_CHARACTERS = 8
_OTHERS = regex(r"[^A-Za-z0-9]+")


def assign_codes(texts: Iterable[str]) -> Mapping[str, str]:
    """Return a code for each text, sorted by text: letters, digits and `_`, as `women_aged_15_to_49`."""
    plain = {text: _plain(text) for text in sorted(set(texts))}
    uses = Counter(code.casefold() for code in plain.values())
    return {text: code if _is_good(code, uses) else _hashed(code, text) for text, code in plain.items()}


def _plain(text: str) -> str:
    """Return a text in letters and digits of ASCII; signs of currencies are called by their names."""
    named = (f" {unicodedata.name(one)} " if unicodedata.category(one) == "Sc" else one for one in text)
    folded = unicodedata.normalize("NFKD", "".join(named)).encode("ascii", "ignore").decode()
    return _OTHERS.sub("_", folded).strip("_")


def _is_good(code: str, uses: Mapping[str, int]) -> bool:
    return 0 < len(code) <= CODE_CHARACTERS and uses[code.casefold()] == 1


def _hashed(code: str, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()[:_HASH_CHARACTERS]
    return f"{code[: CODE_CHARACTERS - _HASH_CHARACTERS - 1] or 'X'}_{digest}"
