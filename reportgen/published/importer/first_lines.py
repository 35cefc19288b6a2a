"""Read what the first lines of a report say of its State and its treaty, also where they are no first page."""

import re
from itertools import takewhile

from reportgen.document.tree import Document, Heading, Paragraph, Role
from reportgen.document.walk import plain_text
from reportgen.limits import LABEL_CHARACTERS, NAME_CHARACTERS
from reportgen.model import TREATIES
from reportgen.regex import regex

_OF_STATES = regex(r"States parties(?: due in \d{4})?$", re.IGNORECASE)
_DIGIT = regex(r"\d")
_SMALL = frozenset({"OF", "THE", "AND"})
_LINES_BEFORE = 40


def treaty_named(document: Document) -> str | None:
    """Return the treaty that the first page or the title names.

    By its name, its Committee, or the article under which reports are submitted.

    Args:
        document: the report as it was read.
    """
    cover = (plain_text(line.children) for line in document.cover)
    text = " ".join(" ".join([document.title, *cover, *lines_before(document)]).split()).casefold()
    names = {code: (one.committee.casefold(), one.name.casefold()) for code, one in TREATIES.items()}
    named = (code for code, words in names.items() if any(one in text for one in words))
    cited = (code for code, one in TREATIES.items() if f"under {one.cited}".casefold() in text)
    return next(named, None) or next(cited, None)


def lines_before(document: Document) -> list[str]:
    """Return the short lines before the first numbered paragraph, where no first page was told from the text.

    Those of the last century are set in columns: the name of the treaty over five lines, beside the symbol.
    """
    if document.cover:
        return []
    before = takewhile(lambda block: not (isinstance(block, Paragraph) and block.numbered), document.blocks)
    lines = (plain_text(block.children).strip() for block in before if isinstance(block, Heading | Paragraph))
    return [line for line in lines if 0 < len(line) <= LABEL_CHARACTERS][:_LINES_BEFORE]


def state_alone(document: Document) -> str | None:
    """Return the State that older first pages name below `Fifth periodic report of States parties due in 2014`."""
    titles = [plain_text(line.children).strip(" *,") for line in document.cover if line.role is Role.TITLE]
    lines = [line.strip(" *,") for line in titles or lines_before(document)]
    for place, line in enumerate(lines):
        after = [one for one in lines[place + 1 : place + 3] if one.casefold() != "addendum"]
        if _OF_STATES.search(line) and after and len(after[0]) < NAME_CHARACTERS and not _DIGIT.search(after[0]):
            return _as_name(after[0])
    return None


def _as_name(words: str) -> str:
    """Return a name that may be set in capitals: `Republic of Korea` for `REPUBLIC OF KOREA`."""
    if not words.isupper():
        return words
    return " ".join(word.lower() if word in _SMALL else word.capitalize() for word in words.split())
