"""Read what the first lines of a report say of its State and its treaty, also where they are no first page."""

import re
from itertools import takewhile

from reportgen.document.tree import Document, Heading, Paragraph, Role
from reportgen.document.walk import plain_text
from reportgen.limits import LABEL_CHARACTERS, NAME_CHARACTERS
from reportgen.model import TREATIES
from reportgen.model.state_names import state_code
from reportgen.readers.wording import names_state
from reportgen.regex import regex

_OF_REPORT = regex(r"\b(?:reports?|replies|information|issues|submitted|under)\b")
"""Words before a treaty by which a line says that the report is one under it."""
_OF_ANOTHER = regex(r"\b(?:protocols? to|rati\w+ of|ratified|accession to|acceded to|reservations? to)(?: the)?\s*$")
"""What stands before a treaty that is not the one reported on: `the Optional Protocol to the Convention …`."""
_PROSE = regex(r"[.…]{2}|\.$|\s\d+$")
"""What ends a sentence, or an entry of a list of contents."""
_DIGIT = regex(r"\d")
_SMALL = frozenset({"OF", "THE", "AND"})
_NO_STATE = frozenset({"contents", "corrigendum", "foreword", "introduction", "preface", "summary", "annex"})
_LINES_BEFORE = 40
"""Lines above the text that may name State and treaty; first pages have some twenty."""


def treaty_named(document: Document) -> str | None:
    """Return the treaty that the first page or the title names.

    By its name, its Committee, or the article under which reports are submitted. None where they name several, as in
    a list of what the State ratified.
    """
    cover = (plain_text(line.children) for line in document.cover)
    lines = [" ".join(line.split()).casefold() for line in (document.title, *cover, *lines_before(document))]
    text = "\n".join(line for line in lines if line)
    committees = {code for code, one in TREATIES.items() if _is_named(one.committee, text)}
    names = {code for code, one in TREATIES.items() if _is_named(one.name, text)}
    cited = {code for code, one in TREATIES.items() if _is_named(f"under {one.cited}", text)}
    sure = next((found for found in (committees, cited & names, names, cited) if found), set())
    return next(iter(sure)) if len(sure) == 1 else None


def _is_named(words: str, text: str) -> bool:
    """Return whether lines name a treaty as theirs: alone, over several of them, or in a title of reports."""
    pattern = r"\s".join(map(re.escape, words.casefold().split()))
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        before, behind = text[start : found.start()], text[found.end() : end if end >= 0 else len(text)]
        is_own = not _OF_ANOTHER.search(before) and (not before.strip(" *,") or _OF_REPORT.search(before))
        if is_own and not _PROSE.search(behind):
            return True
    return False


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
    titles = [plain_text(line.children, notes=True) for line in document.cover if line.role is Role.TITLE]
    lines = titles or lines_before(document)
    for place, line in enumerate(lines):
        after = [one for one in lines[place + 1 : place + 3] if one.strip(" *").casefold() != "addendum"]
        if after and names_state(line.strip(" *,"), after[0]) and _is_name(name := after[0].strip(" *,")):
            return _as_name(name)
    return None


def _is_name(words: str) -> bool:
    """Return whether a line may be the name of a State: `Republic of Arcania`, not `Note by the secretariat`."""
    if state_code(words):
        return True
    is_short = len(words) < NAME_CHARACTERS and not _DIGIT.search(words) and words.casefold() not in _NO_STATE
    small = (word for word in words.split() if not word[0].isupper() and word.upper() not in _SMALL)
    return is_short and all(word.startswith(("d’", "d'", "l’", "l'")) for word in small)


def _as_name(words: str) -> str:
    """Return a name that may be set in capitals: `Republic of Korea` for `REPUBLIC OF KOREA`."""
    if not words.isupper():
        return words
    return " ".join(word.lower() if word in _SMALL else word.capitalize() for word in words.split())
