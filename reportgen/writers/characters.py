"""Take out of text what XML 1.0 forbids, and what could turn a line around."""

from reportgen.regex import regex

_UNFIT = regex(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"  # forbidden: XML 1.0, production 2
    "\x7f-\x84\x86-\x9f"  # discouraged there: controls that no reader shows
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # Unicode's Bidi_Control: can show text in another order
    "]"
)
_BLANKS = regex("[\t\n\r\x85\u2028\u2029]+")


def fit(text: str) -> str:
    """Return the text without characters that must not stand in a file; line ends and tabs become one space."""
    if text.isprintable():  # nearly always, and known ten times sooner: all that is taken out here is not printable
        return text
    return _BLANKS.sub(" ", _UNFIT.sub("", text))
