"""What lines of reports say of themselves: headings of replies, titles, annexes, lines of the first page.

Reports to treaty bodies use the same few formulas in each language: "Replies to the issues raised in paragraph 1 of
the list of issues", "[Date received: 8 April 2019]".
"""

import re

from reportgen.document.tree import Level, Role
from reportgen.regex import regex

_I = re.IGNORECASE
_REPLY = regex(
    r"(?:repl(?:y|ies)|responses?|answers?|r[ée]ponses?|respuestas?|ответы?|الرد|对|就)\b.{0,120}?"
    r"(?:(?:paragraphs?|paras?\.?|questions?|points?|paragraphes?|p[áa]rrafos?|пункт\w*|الفقر|第)[^\d]{0,40}\d"
    r"|issues?\s+(?:no\.\s*)?\d)",
    _I,
)
"""`Reply to the issues raised in paragraph 14`"""
_OF_LIST = regex(
    r".{0,120}\b(?:paragraphs?|paras?\.?|questions?|points?)\s+\d{1,3}\b.{0,30}\bof the list of issues", _I
)
"""`Access to justice (paragraph 12 of the list of issues)`"""
_ANSWER = regex(r"(?:reply|replies|responses?|answers?)(?: of the (?:state party|government))?\s*:?", _I)
"""`Reply:`, `Response of the State party`: a line between the question and its reply."""
_ISSUE = regex(r"(?:issue|question|recommendation|paragraph|para\.)s?\s+(?:nos?\.?\s*)?\d{1,3}\b", _I)
"""`Issue No. 4`, `Question 12`, `Paragraph 3`."""
_TITLE = regex(
    r"(?:repl(?:y|ies)|responses?|r[ée]ponses?|respuestas?)\b.{0,80}?\b(?:list(?:e|a)?|lista) (?:of|de|des)\b"
    r"|.{0,80}\breports?\b.{0,40}\bsubmitted by\b"
    r"|.{0,60}\b(?:initial|periodic|combined)\b.{0,60}\breports?\b"
    r"|(?:information|comments|observations)\b.{0,10}\b(?:from|by)\b.{0,80}\bfollow-up\b"
    r"|follow-up (?:report|information)\b.{0,80}"
    r"|rapport\b.{0,60}\bsoumis\b|informe\b.{0,60}\bpresentado\b",
    _I,
)
"""`Replies to the list of issues`, `Fourth periodic report submitted by …`, and follow-up information."""
_ABOVE_STATE = regex(
    r"(?P<any>.*\bStates parties)(?:\s+due in \d{4})?\s*$"
    r"|.{0,60}\b(?:initial|periodic|combined)\b[\w\s,]{0,60}\breports?(?:\s+due in \d{4})?\s*$",
    _I,
)
"""`Third periodic reports of States parties due in 2011`, `Fourth periodic report`: the State has a line of its own."""
_ANNEX = regex(r"(annex(?:es)?|annexe|anexo|appendix|приложение)(?:\s+([IVXLC]+|\d{1,2}|[A-Z]))?(?=$|[\s.:–—-])", _I)
"""`Annex II`, `Appendix`; not `annexed`."""
_CONTENTS = regex(r"(?:table of )?contents|table des mati[èe]res|[íi]ndice|содержание|目录", _I)
_ABBREVIATIONS = regex(
    r"(?:list of )?(?:abbreviations|acronyms|acronyms and abbreviations|abbreviations and acronyms)", _I
)
_CAPTION = regex(r"(table|tableau|cuadro|таблица)\s+(\d{1,3}|[IVX]{1,6})(?:$|[\s.:–—-]+)", _I)
"""`Table 4`, `Tableau II.`"""
_SOURCE = regex(r"(?:sources?|source :|fuentes?|источник)\s*:\s*", _I)
_NAMED = regex(
    r"(?:introduction|conclusions?|general information|background|executive summary|foreword|preface|methodology"
    r"|article \d|articles \d|part (?:one|two|three|four|[IVX]+\b)|chapter|section [A-Z\d])",
    _I,
)
"""Headings that many reports have in common, also those that follow the articles of a treaty."""

SYMBOL = regex(r"(?:[A-Z]{1,5}|HRI)(?:/(?:[A-Z0-9.\-]{1,12}|(?:Add|Rev|Corr)\.\d{1,2})){1,7}\*{0,3}")
"""A document symbol: `CCPR/C/KAZ/3`, `CAT/C/KAZ/Q/3/Add.1`."""
_DAY = r"\d{1,2}(?:er)?\s+(?:de\s+)?[^\W\d]{3,12}\.?\s+(?:de\s+)?(?:19|20)\d\d"
_LANGUAGES = "english|french|spanish|russian|arabic|chinese|français|francais|español|espanol|русский"
_COVER_WORDS = (
    (Role.ORGANIZATION, "united nations|nations unies|naciones unidas|организация объединенных наций"),
    (Role.DISTRIBUTION, r"distr\..{0,40}"),
    (Role.DATE, _DAY),
    (Role.LANGUAGE, _LANGUAGES),
    (Role.LANGUAGE, r"\[?original\s?:.{0,40}"),
    (Role.LANGUAGES, rf"(?:{_LANGUAGES}).{{0,80}}\b(?:only|seulement)"),
    (Role.RECEIVED, rf"\[(?:.{{0,40}}(?:received|r[ée]ception|recepci[óo]n|получ).{{0,60}}|{_DAY})\]"),
    (Role.SESSION, r".{0,40}\bsession\b.{0,200}|.{0,30}per[íi]odo de sesiones.{0,80}|.{0,30}сессия.{0,80}"),
    (Role.COMMITTEE, "human rights committee|committee (?:on|against) .{3,90}|(?:comit[ée]|комитет) .{3,90}"),
    (Role.TREATY, "(?:international )?(?:covenant|convention|pacte?|convenci[óo]n|пакт|конвенция).{0,160}"),
    (Role.AGENDA, r"(?:consideration of|item \d|agenda item|examen des|examen de los).{0,300}"),
)
"""The lines of a first page by their words, in English, French, Spanish and Russian."""
_COVER = (
    (Role.SYMBOL, SYMBOL),
    (Role.SYMBOL, regex(rf"united nations\s+{SYMBOL.pattern}", _I)),
    *((role, regex(words, _I | re.DOTALL)) for role, words in _COVER_WORDS),
)


JOB_NUMBER = regex(r"(?:GE\.)?\d{2}-\d{4,6}(?:\s+\([A-Z]\))?(?:\s+\d{6}){0,2}(?:\s+\*\d{7,10}\*)?|\*\d{7,10}\*")
"""What printers set at the foot of a first page: `GE.13-44874 (E) 080520`, `*1022242*`."""


def level_by_wording(text: str) -> Level | None:
    """Return what a heading stands over by its words alone; None where they do not tell."""
    if _ANNEX.match(text):
        return Level.ANNEX
    if _TITLE.match(text) and not re.search(r"raised in|\d{1,3}\s+of the list", text):
        return Level.TITLE
    return Level.REPLY if any(one.match(text) for one in (_REPLY, _ISSUE, _OF_LIST)) else None


def names_state(title: str, line: str) -> bool:
    """Return whether the line below a title may name the State: `Arcania*` below `… of States parties due in 2014`.

    Below a title that does not speak of States parties only a line with a star or in capitals may be one.
    """
    found = _ABOVE_STATE.match(title)
    return found is not None and (found["any"] is not None or line.rstrip().endswith("*") or line.isupper())


def is_answer(text: str) -> bool:
    """Return whether a line only says that the reply begins, below the question that is answered: `Reply:`."""
    return bool(_ANSWER.fullmatch(text))


def is_named(text: str) -> bool:
    """Return whether a line has the words of a heading that many reports have: `Introduction`, `Article 7`."""
    return bool(_NAMED.match(text) or level_by_wording(text))


def annex_label(text: str) -> tuple[str, int] | None:
    """Return the label of an annex and how many characters it fills: `Annex II`; None for another text."""
    match = _ANNEX.match(text)
    if match is None:
        return None
    end = match.end()
    return text[:end], end + len(text[end:]) - len(text[end:].lstrip(" .:–—-\t\n\u00a0"))


def is_contents(text: str) -> bool:
    """Return whether a heading stands over the list of contents."""
    return bool(_CONTENTS.fullmatch(text.strip()))


def is_abbreviations(text: str) -> bool:
    """Return whether a heading stands over the list of abbreviations."""
    return bool(_ABBREVIATIONS.fullmatch(text.strip()))


def caption_number(text: str) -> tuple[str, int] | None:
    """Return the number in the caption of a table, and how many characters precede its title; None for other text."""
    match = _CAPTION.match(text)
    return (match.group(2), match.end()) if match else None


def source_length(text: str) -> int:
    """Return how many characters `Source: ` fills at the beginning of a text; 0 where it does not stand there."""
    match = _SOURCE.match(text)
    return match.end() if match else 0


def cover_role(text: str) -> Role | None:
    """Return what a line of the first page says; None where its words do not tell."""
    text = text.strip()
    return next((role for role, pattern in _COVER if pattern.fullmatch(text)), None)
