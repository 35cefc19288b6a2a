"""Keys as officials type them: capitals and blanks, which keys do not have, are taken away."""

from reportgen.regex import regex

_KEY = regex(r"[a-z][a-z0-9_]*")
_CODE = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BLANKS_AROUND = regex(r"\s*_\s*")
_BLANKS = regex(r"\s+")


def plain_key(text: str) -> str:
    """Return the key that a text is but for capitals and blanks, or the text itself where it is no key.

    Blanks beside an underscore are slips; one between two words stands for the underscore: `DV reports` is
    `dv_reports`.
    """
    key = _BLANKS.sub("_", _BLANKS_AROUND.sub("_", text.strip())).lower()
    return key if _KEY.fullmatch(key) else text


def plain_code(text: str) -> str:
    """Return the code (of an agency, of a paragraph) that a text is but for capitals, or the text itself."""
    code = text.strip().lower()
    return code if _CODE.fullmatch(code) else text
