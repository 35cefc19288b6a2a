"""Names and spelling: `United Nations` in full, `State party`, Oxford spelling with -ize.

Editorial Manual, “Spelling” and “Abbreviations and acronyms”. The words that are corrected are listed; a spelling
that is right in some sense (`judgment` of a court, `practice`) is not among them, and a word with a capital within a
sentence is a name and stays.
"""

import re

from reportgen.checks.editorial.passage import EditorialPassage, rewriting
from reportgen.languages.en.editorial import IZE_STEMS, SPELLINGS

_FOLLOWING = 40
"""Characters after a word in which the next two are looked for."""


def _is_name(passage: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether a word with a capital stands within a sentence or with another one: `the Programme of Work`."""
    if not match["word"][0].isupper():
        return False
    following = passage.text[match.end() : match.end() + _FOLLOWING].split()[:2]
    return not passage.begins_sentence(match.start()) or any(word[0].isupper() for word in following)


def _is_computer_program(passage: EditorialPassage, match: re.Match[str]) -> bool:
    before = (
        passage.text[max(0, match.start() - _FOLLOWING) : match.start()]
        .casefold()
        .rstrip()
        .endswith(("computer", "software"))
    )
    return _is_name(passage, match) or (before and match["word"].startswith("program"))


def _other(_: EditorialPassage, match: re.Match[str]) -> str:
    better = SPELLINGS[match["word"].casefold()]
    return better.capitalize() if match["word"][0].isupper() else better


def _state_party(_: EditorialPassage, match: re.Match[str]) -> str | None:
    """Return `State party` or `States parties`; None where it is not clear whether one or several are meant."""
    if match["party"].casefold().endswith("ies"):
        return "States parties"
    return None if match["state"].endswith("s") else "State party"


_ENDING_IZE = rewriting(
    "RG930",
    rf"(?<![\w/@.-])(?P<word>(?P<stem>(?i:(?:de|dis|mis|over|re|un|re-|de-)?(?:{IZE_STEMS})))"
    r"is(?P<ending>e|es|ed|er|ers|ing|ation|ations|ational|able))(?![\w@])",
    r"\g<stem>iz\g<ending>",
    unless=_is_name,
)
_ENDING_YSE = rewriting(
    "RG930",
    r"(?<![\w/@.-])(?P<word>(?P<stem>[Aa]nal|[Pp]aral|[Cc]atal|[Hh]ydrol)yz(?P<ending>e|es|ed|ing|er|ers))(?![\w@])",
    r"\g<stem>ys\g<ending>",
    unless=_is_name,
)
_SPELLINGS = rewriting(
    "RG931",
    rf"(?i:(?<![\w/@.’'-])(?P<word>{'|'.join(sorted(SPELLINGS, key=len, reverse=True))})(?![\w@-]))",
    _other,
    unless=_is_computer_program,
)
_UNITED_NATIONS = rewriting(
    "RG932", r"(?<![\w/.-])(?:UN|U\.N\.)(?!\w|[-‑–/.]\w|[’']s\b|\s(?:Women|Habitat|Volunteers)\b)", "United Nations"
)
_UNITED_NATIONS_OWNED = rewriting("RG932", r"(?<![\w/.-])UN[’']s\b", None, advice="write “of the United Nations”")
_STATE_PARTY = rewriting(
    "RG933",
    r"\b(?P<state>[Ss]tates?)\s(?P<party>[Pp]art(?:y|ies))\b"
    r"(?=\s(?:to|has|have|is|are|was|were|should|must|may|shall)\b|[’,;.)]|$)",
    _state_party,
    advice="write “State party” for one, “States parties” for several",
    unless=lambda _, match: (
        match["state"][0].isupper()
        and match["party"][0].isupper()
        and match["state"].endswith("s") == match["party"].endswith("ies")
    ),
)
_MEMBER_STATES = rewriting(
    "RG933",
    r"\bmember\s(?P<state>[Ss]tates?)(?=\sof\sthe\s(?:United\sNations|European\sUnion)\b)",
    lambda _, match: f"Member {match['state'].capitalize()}",
)

RULES = (_ENDING_IZE, _ENDING_YSE, _SPELLINGS, _UNITED_NATIONS, _UNITED_NATIONS_OWNED, _STATE_PARTY, _MEMBER_STATES)
"""The rules on names and spelling."""
