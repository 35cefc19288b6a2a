"""Pictures in agencies' texts: how one is written, and what is known of its file.

    ![Map of the regions with courts](courts.png "Courts by region")

Alone on its line: what the picture shows, for readers who do not see it; its file in the folder `pictures` of the
project; and, if wanted, a title that is printed above it.
"""

import re
from typing import Literal

from msgspec import Struct

from reportgen.regex import regex

PICTURES_FOLDER = "pictures"
PICTURE_LINE = regex(
    r" {0,3}!\[(?P<shows>[^\[\]\n]*)\]\([ \t]*(?P<file>[^()\"\n]*?)(?:[ \t]+\"(?P<title>[^\n]*)\")?[ \t]*\)[ \t]*"
)
_FILE = regex(r"(?:pictures/)?(?P<name>[^/\\:]+\.(?:png|jpe?g))", re.IGNORECASE)


class PictureFile(Struct, frozen=True):
    """A picture whose file was read and checked."""

    data: bytes
    kind: Literal["png", "jpeg"]
    width: int
    """In pixels."""
    height: int
    """In pixels."""


def picture_name(written: str) -> str | None:
    """Return the name of a file in the folder of pictures; None where the words name no picture of the project."""
    found = _FILE.fullmatch(written)
    return found["name"] if found else None
