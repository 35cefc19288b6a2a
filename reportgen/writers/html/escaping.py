"""Text made safe for HTML: all text that comes from the tree passes here, and nowhere else."""

from html import escape

from reportgen.document.direction import ISOLATED, with_unicode_marks, without_marks
from reportgen.regex import regex
from reportgen.writers.characters import fit

_OUTSIDE_KEY = regex(r"[^A-Za-z0-9_.-]")


def content(text: str) -> str:
    """Return text as the content of an element; what is isolated in it is an element of its own."""
    escaped = escape(fit(text), quote=False)
    return with_unicode_marks(ISOLATED.sub(r'<bdi dir="ltr">\1</bdi>', escaped))


def quoted(text: str) -> str:
    """Return text as the value of an attribute, with its quotation marks."""
    return f'"{escape(fit(without_marks(text)), quote=True)}"'


def anchor(key: str) -> str:
    """Return the key of a block as the id of its element; all but letters, digits and `_.-` is spelled out.

    Ids that the writer makes itself hold a colon (`note:1`), so none can be taken for a key.
    """
    return _OUTSIDE_KEY.sub(lambda match: f"~{ord(match[0]):x}~", key)


def id_of(key: str | None) -> str:
    """Return the attribute by which the element of a block is found; nothing for a block without a key."""
    return f' id="{anchor(key)}"' if key else ""
