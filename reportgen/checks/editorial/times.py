"""Ranges and dates (Editorial Manual, “Numbers, dates and time”): `2018–2022`, `from 2018 to 2022`, `5 June 2022`."""

import datetime as dt
import re

from reportgen.checks.editorial.passage import EditorialPassage, rewriting
from reportgen.checks.editorial.words import is_year, names_something, word_before
from reportgen.languages.en.editorial import BEFORE_ONE_NUMBER, BEFORE_RANGES
from reportgen.languages.en.months import MONTH, MONTHS

# ---- ranges -----------------------------------------------------------------------------------------------------

_EDGE = r"\d{1,3}(?:,\d{3})+|\d{1,4}"


def _number(written: str) -> int:
    return int(written.replace(",", ""))


def _is_no_range(passage: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether two figures with a hyphen are one number: `article 83-1`, `No. 12-3`; or fall, as a score may."""
    before = word_before(passage.text, match.start()).casefold()
    last = _listed_after(passage.text[max(0, match.start() - 80) : match.start()])
    singular = before in BEFORE_ONE_NUMBER or (
        names_something(passage.text, match.start()) and before not in BEFORE_RANGES
    )
    return _number(match["first"]) >= _number(match["last"]) or singular or last in BEFORE_ONE_NUMBER


def _listed_after(before: str) -> str:
    """Return the word that leads a list of numbers: `articles` in `articles 73, 73-1 and`."""
    found = re.search(r"([A-Za-z]+)\.?\s(?:[\d‑-]+(?:\s\(\w+\))?(?:,\s|\sand\s|\sor\s))+$", before)
    return found[1].casefold() if found else ""


def _falls(_: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether the second figure is not the higher one, so that a hyphen may belong to a number: `from 83-1`."""
    return _number(match["first"]) >= _number(match["last"])


# ---- dates ------------------------------------------------------------------------------------------------------

_SHORT_MONTHS = {name[:3]: name for name in MONTHS if name != "May"} | {"Sept": "September"}
_ANY_SHORT_MONTH = "|".join(sorted(_SHORT_MONTHS, key=len, reverse=True))
_NO_NAME = r"(?![\w’'])"


def _dotted(_: EditorialPassage, match: re.Match[str]) -> str | None:
    """Return a date of figures in words, where it has one reading."""
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_IN_ORDER = "write the date as 5 June 2022"

RULES = (
    rewriting(
        "RG909",
        rf"(?<![\w.,/–‑\-+(№])(?<!\bfrom\s)(?<!\bFrom\s)(?<!\bbetween\s)(?<!\bBetween\s)"
        rf"(?P<first>{_EDGE})[-‑](?P<last>{_EDGE})(?![\w/]|[-‑–.,]\d)",
        r"\g<first>–\g<last>",
        unless=_is_no_range,
    ),
    rewriting(
        "RG909",
        r"(?<=\()(?P<first>(?:19|20)\d\d)[-‑](?P<last>(?:19|20)\d\d)(?!\d)",
        r"\g<first>–\g<last>",
        unless=_is_no_range,
    ),
    rewriting(
        "RG909",
        r"(?<![\w.,/–-])(?P<first>(?:19|20)\d\d)\s[-‑–—]\s(?P<last>(?:19|20)\d\d)(?![\w/–-])",
        r"\g<first>–\g<last>",
        unless=_is_no_range,
    ),
    rewriting(
        "RG910",
        rf"\b(?P<word>[Ff]rom)\s(?P<first>{_EDGE})[-–](?P<last>{_EDGE})(?![\w–-]|,\d)(?!\sto\b)",
        r"\g<word> \g<first> to \g<last>",
        unless=_falls,
    ),
    rewriting(
        "RG910",
        rf"\b(?P<word>[Bb]etween)\s(?P<first>{_EDGE})[-–](?P<last>{_EDGE})(?![\w–-]|,\d)(?!\sand\b)",
        r"\g<word> \g<first> and \g<last>",
        unless=_falls,
    ),
    rewriting(
        "RG911",
        rf"(?:\b[Tt]he\s)?(?<![\w.,-])0?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s(?:of\s)?(?P<month>{MONTH}){_NO_NAME}",
        r"\g<day> \g<month>",
    ),
    rewriting(
        "RG911",
        rf"\b(?P<month>{MONTH})\s0?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)",
        r"\g<day> \g<month> \g<year>",
    ),
    rewriting(
        "RG911",
        rf"(?<![\d.,])(?P<day>\d{{1,2}})\s(?P<month>{MONTH}),\s(?P<year>(?:19|20)\d\d)(?!\d)",
        r"\g<day> \g<month> \g<year>",
    ),
    rewriting("RG911", rf"(?<![\d.,/-])0(?P<day>[1-9])\s(?P<month>{MONTH}){_NO_NAME}", r"\g<day> \g<month>"),
    rewriting(
        "RG911",
        r"(?<![\w.,/-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        _dotted,
        advice=_IN_ORDER,
    ),
    rewriting(
        "RG911",
        r"(?<![\w.,/-])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\w/-])",
        None,
        advice=_IN_ORDER + ", the month in words",
    ),
    rewriting(
        "RG911",
        r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])",
        _dotted,
        advice=_IN_ORDER,
    ),
    rewriting(
        "RG911",
        rf"\b(?P<month>{_ANY_SHORT_MONTH})\.?\s(?P<year>(?:19|20)\d\d)(?!\d)",
        lambda _, match: f"{_SHORT_MONTHS[match['month']]} {match['year']}",
    ),
    rewriting("RG911", r"(?<!\d)(?P<decade>(?:19|20)\d0)[’'](?=s\b)", r"\g<decade>"),
    rewriting("RG911", r"\b(?P<word>[Ii]n|of|[Ff]or)\s(?P<year>(?:19|20)\d\d)\syear(?![\w-])", r"\g<word> \g<year>"),
    rewriting(
        "RG912",
        rf"\b[Aa]s\sof\s(?:the\s)?(?:\d{{1,2}}\s{MONTH}|{MONTH}|(?:19|20)\d\d|beginning|end|start)\b",
        None,
        advice="write “as at” for the state on a day, “as from” for what begins on it",
        unless=lambda passage, match: (
            is_year(match.group()[-4:]) and passage.text[match.end() : match.end() + 1] == "/"
        ),
    ),
)
"""The rules on ranges and dates."""
