"""Find the settings of a project in what a report says of itself: on its first page, in its heading, in its words.

What the first page does not say follows from the symbol of the list of issues; what nothing says stands in as a value
that loads, with a diagnostic that names it.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from reportgen.agencies.start import propose_name
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Document, Heading, Inlines, Level, LineBreak, Note, Paragraph, Role, Text
from reportgen.document.walk import inlines_of, plain_text
from reportgen.languages.en.months import MONTHS
from reportgen.languages.en.numerals import ORDINALS
from reportgen.limits import LABEL_CHARACTERS, NAME_CHARACTERS
from reportgen.model import TREATIES
from reportgen.model.state_names import state_code
from reportgen.model.treaties import DocumentKind
from reportgen.published.importer.first_lines import lines_before, state_alone, treaty_named
from reportgen.published.importer.light_markdown import plain_inlines
from reportgen.regex import regex

_SYMBOL = regex(
    r"\b(?P<prefix>CERD/C|E/C\.12|CCPR/C|CEDAW/C|CAT/C|CRC/C|CMW/C|CRPD/C|CED/C)/(?P<state>[A-Z]{3})"
    r"(?:/(?P<kind>QPR|Q|RQ|CO|FCO))?/(?P<number>\d{1,2}(?:-\d{1,2})?)\b(?P<suffix>(?:/(?:Add|Rev|Corr)\.\d{1,2})*)"
)
_DAY = regex(r"(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4})")
_DUE = regex(r"\bdue (?:in|on \d{1,2} \w+) (\d{4})\b")
_SUBMITTED_BY = regex(r"\bsubmitted by (.+?) (?:under|in accordance|pursuant)\b")
_REPORT_OF = regex(
    r"\b(?i:reports?|replies|reply|responses?|information|comments)"
    r" (?:(?:submitted |provided )?by|(?:received )?from|of) (?:the )?(?!States? part)"
    r"([A-Z][\w’'-]*(?: (?:(?:and|of|the|of the) )?[A-Z][\w’'-]*)*)"
)
_YEAR = regex(r"\b(20\d\d|19[5-9]\d)\b")
_PROCEDURES = {"simplified": "simplified reporting procedure", "optional": "optional reporting procedure"}
_ORDINALS = {"initial": 1} | ORDINALS
_ANY_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_FIRST_BLOCKS = 5
_LISTS = frozenset({"QPR", "Q"})
"""What the symbols of lists of issues have before their number."""
_REPORTS = frozenset({"", "RQ", "FCO"})
"""What the symbols of reports, of replies and of information on follow-up have before their number."""
_FOLLOW_UP = regex(r"\bfollow-up to (?:the )?concluding observations\b", re.IGNORECASE)
_PRIOR = regex(r"\blist of issues prior to\b", re.IGNORECASE)
_REPLIES_TO_LIST = regex(
    r"(?m)^(?:replies|responses?)\b.{0,80}\bto the list of issues\b.{0,40}\bin (?:relation to|connection with)\b",
    re.IGNORECASE,
)
_OF_A_REPORT = regex(
    rf"^(?:(?:replies|responses?)\b|(?:combined\s+)?(?:{_ANY_ORDINAL})\b[\w\s-]*\breports?\b)", re.IGNORECASE
)
"""How the title of a report begins, or that of replies."""
_ASKS = regex(r"\bplease\b|\?", re.IGNORECASE)
_NO_YEAR = 2000
"""The reporting year of a text that names no year."""
UNKNOWN_STATE = ("XXX", "State party")
"""What stands for a State that nobody knows: a code that no State has."""


class Given(Struct, frozen=True):
    """What whoever imports says of the report; None: what the file says."""

    state: str | None = None
    name: str | None = None
    treaty: str | None = None
    cycle: int | None = None
    symbol: str | None = None
    due: int | None = None
    years: tuple[int, ...] = ()
    annexes: bool | None = None
    """Whether headings such as `Annex I` begin annexes; None: they do, unless most of the file stands behind one."""
    agency: str = "published-report"
    """The code of the agency that the whole report is given to."""


class Facts(Struct):
    """What is known of a report."""

    state: str
    name: str
    treaty: str
    cycle: int
    symbol: str
    document: DocumentKind
    procedure: str
    list_of_issues: str | None
    due: int
    years: tuple[int, ...]
    """The years that its text names most; the figures have the last word."""
    in_text: str | None = None
    title: str | None = None
    title_notes: tuple[str, ...] = ()
    session: str | None = None
    original_language: str | None = None
    languages: tuple[str, ...] = ()
    submitted: dt.date | None = None
    received: dt.date | None = None
    supposed: set[str] = set()
    """The names of what stands in for something that the file does not say."""
    diagnostics: list[Diagnostic] = []


class _Symbol(Struct, frozen=True):
    text: str
    treaty: str
    state: str
    kind: str
    """`QPR`, `Q`, `RQ`, `CO`; empty for a report."""
    number: str
    suffix: str = ""
    """`/Add.1` of a document that belongs to another one."""

    @property
    def is_list(self) -> bool:
        """Whether it is the symbol of a list of issues; the replies to one have the same with an addendum."""
        return self.kind in _LISTS and not self.suffix


def find_facts(document: Document, given: Given, place: Place, *, is_list: bool = False) -> Facts:
    """Return what a report says of itself.

    Args:
        document: the report as it was read.
        given: what whoever imports knows better.
        place: the file, for diagnostics.
        is_list: whether it is a list of issues, which says for which report it asks.
    """
    cover = {role: [plain_inlines(line.children) for line in document.cover if line.role is role] for role in Role}
    listed = next((one for one in _symbols(document) if one.is_list), None)
    own = None if is_list else _own_symbol(document)
    known = next(_symbols_in(given.symbol or ""), None) or own or listed or next(_symbols(document), None)
    heading = _heading_words(document)
    named = treaty_named(document)
    treaty = given.treaty or (known.treaty if known else named or _treaty_by_words(document))
    name = given.name or state_alone(document) or _name_in(heading)
    state = given.state or (known.state if known else state_code(name or "") or UNKNOWN_STATE[0])
    ordinal = _ordinal(heading)
    counts = known is not None and known.kind != "CO"  # concluding observations are on the report before
    cycle = given.cycle or (int(known.number.rpartition("-")[2]) if known and counts else ordinal or 1)
    kind = _kind(own, listed, heading)
    title = None if is_list else _title(cover[Role.TITLE])
    number = known.number if known and counts and given.cycle is None else str(cycle)
    usual = TREATIES[treaty].symbols(state, number)["replies" if kind == "replies" else "report"]
    said = _due(title or heading)
    dated = said or _year_of(cover[Role.RECEIVED]) or _year_of(cover[Role.DATE])
    named_years = (_years_before(cover[Role.DATE]) if is_list else None) or _years(document)
    years = given.years or named_years or ((given.due or dated or _NO_YEAR + 1) - 1,)
    facts = Facts(
        state=state,
        name=given.name or propose_name(state) or name or UNKNOWN_STATE[1],
        treaty=treaty,
        cycle=cycle,
        symbol=given.symbol or (own.text if own else document.symbol if not is_list else "") or usual,
        document=kind,
        procedure=_procedure(title, listed),
        list_of_issues=listed.text if listed else None,
        due=given.due or said or max(years) + 1,
        years=years,
        title=title,
    )
    if not is_list:
        _read_cover(facts, document, cover)
    is_follow_up = not is_list and _is_follow_up(own, heading)
    said_too = {
        "due": said is not None or given.due is not None or is_follow_up,
        "reporting_years": bool(given.years or named_years) or is_follow_up,
        "state": facts.name != UNKNOWN_STATE[1],
        "code": facts.state != UNKNOWN_STATE[0] or facts.name == UNKNOWN_STATE[1],
        "treaty": bool(known or given.treaty or named),
        "symbol": bool(given.symbol or own or (document.symbol and not is_list)),
        "cycle": bool(counts or ordinal or given.cycle or given.symbol),
    }
    facts.supposed.update(name for name, is_said in said_too.items() if not is_said)
    if is_follow_up:
        facts.submitted = None  # the date on such a page is the one of distribution, behind that of receipt
        covered = Literal(", ".join(map(str, facts.years)))
        facts.diagnostics.append(diagnose("RG848", place, due=facts.due, years=covered))
    facts.diagnostics.extend(_suppositions(facts, place))
    return facts


def suspect_list(document: Document, place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic where a document that was taken for a report seems to be a list of issues."""
    if _is_list(document, next(_symbols_in(document.symbol), None)):
        yield diagnose("RG846", place)


def _is_list(document: Document, own: _Symbol | None) -> bool:
    if own is not None and own.kind in _LISTS:
        return own.is_list  # the title of replies names the list too
    return _heading_words(document).strip().casefold().startswith("list of issues")


def suspect_report(document: Document, place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic where a document that was taken for a list of issues seems to be a report, or replies.

    A list has a symbol or a title of its own; where neither tells, its paragraphs do: some of a list ask, none of
    a report do.
    """
    own = next(_symbols_in(document.symbol), None)
    if _is_list(document, own):
        return
    has_numbers = any(isinstance(block, Paragraph) and block.numbered for block in document.blocks)
    asks = any(_ASKS.search(plain_text(inlines)) for block in document.blocks for inlines in inlines_of(block))
    if (
        (own and (own.kind in _REPORTS or own.suffix))
        or _OF_A_REPORT.search(_heading_words(document).strip())
        or (has_numbers and not asks)
    ):
        yield diagnose("RG847", place)


# ---- symbols --------------------------------------------------------------------------------------------------


def _symbols(document: Document) -> Iterator[_Symbol]:
    """Yield the symbols of the first page and of the headings, in their order."""
    yield from _symbols_in(document.symbol)
    for line in document.cover:
        yield from _symbols_in(plain_text(line.children, notes=True))
    for block in document.blocks[:_FIRST_BLOCKS]:
        for inlines in inlines_of(block):
            yield from _symbols_in(plain_text(inlines))


def _own_symbol(document: Document) -> _Symbol | None:
    """Return the symbol of the first page, or the one that stands alone in a line above the text."""
    alone = (one for line in lines_before(document) for one in _symbols_in(line) if one.text == line.strip(" *"))
    return next(_symbols_in(document.symbol), None) or next(alone, None)


def _symbols_in(text: str) -> Iterator[_Symbol]:
    prefixes = {treaty.prefix: code for code, treaty in TREATIES.items()}
    for found in _SYMBOL.finditer(text):
        kind, suffix = found["kind"] or "", found["suffix"]
        yield _Symbol(found[0], prefixes[found["prefix"]], found["state"], kind, found["number"], suffix)


def _treaty_by_words(document: Document) -> str:
    """Return the treaty that the text names most often; the Covenant on civil and political rights where none."""
    text = " ".join(plain_text(inlines) for block in document.blocks for inlines in inlines_of(block))
    counts = {code: text.count(treaty.name) * 10 + text.count(treaty.committee) for code, treaty in TREATIES.items()}
    return max(("ccpr", *counts), key=lambda code: counts[code])


def _kind(own: _Symbol | None, listed: _Symbol | None, heading: str) -> DocumentKind:
    """Which kind of document it is, by its symbol, the list that it answers, and its title."""
    if own and (own.kind in {"RQ", "FCO"} or (own.kind == "Q" and own.suffix)):
        return "replies"
    if (listed and listed.kind == "Q") or _is_follow_up(own, heading):
        return "replies"
    if _REPLIES_TO_LIST.search(heading) and not _PRIOR.search(heading):
        return "replies"
    if "common core document" in heading.casefold():
        return "core"
    return "initial" if "initial report" in heading.casefold() else "periodic"


def _is_follow_up(own: _Symbol | None, heading: str) -> bool:
    """Whether a document is information on the follow-up to concluding observations."""
    return (own is not None and own.kind == "FCO") or bool(_FOLLOW_UP.search(heading))


def _heading_words(document: Document) -> str:
    """Return the words of the title and of the first headings, for what they say of the report."""
    first = document.blocks[:_FIRST_BLOCKS]
    titles = (plain_text(one.children) for one in first if isinstance(one, Heading) and one.level is Level.TITLE)
    before = (line for line in lines_before(document) if not line.endswith("."))  # a sentence is no title
    return "\n".join([document.title, *titles, *before])[: 4 * LABEL_CHARACTERS]


def _ordinal(words: str) -> int | None:
    """Which report it is: 1 of `Initial report`, 6 of `Combined fifth and sixth periodic reports`."""
    found = re.findall(rf"\b({_ANY_ORDINAL})\b(?=[\w -]*\b(?:periodic )?reports?\b)", words.casefold())
    return max((_ORDINALS[one] for one in found), default=None)


def _name_in(words: str) -> str | None:
    """Return the State that a title names: `Second periodic report of Ruritania`, `submitted by Ruritania under`."""
    found = _SUBMITTED_BY.search(words) or _REPORT_OF.search(words)
    name = found[1].removeprefix("the ") if found else ""
    return name if 0 < len(name) < NAME_CHARACTERS else None


# ---- the first page -------------------------------------------------------------------------------------------


def _title(lines: list[Inlines]) -> str | None:
    """Return the lines of a title as one, without the stars of its notes: `Fifth periodic report …*, **`."""
    texts = [plain_text(line).replace("\n", " ").strip(" *,") for line in lines]
    return ": ".join(filter(None, texts))[:LABEL_CHARACTERS] or None


def _due(words: str) -> int | None:
    """Return the year of `Third periodic report … due in 2022`."""
    found = _DUE.search(words)
    return int(found[1]) if found else None


def _procedure(title: str | None, listed: _Symbol | None) -> str:
    """Return the procedure that a title names, `under the optional reporting procedure`, else the one of its list."""
    for name, words in _PROCEDURES.items():
        if words in (title or ""):
            return name
    return "simplified" if title is None and listed is not None and listed.kind == "QPR" else "standard"


def _read_cover(facts: Facts, document: Document, cover: dict[Role, list[Inlines]]) -> None:
    """Take over what the lines of the first page say."""
    titles = (inline for line in document.cover if line.role is Role.TITLE for inline in line.children)
    texts = (plain_text(plain_inlines(one.children)).replace("\n", " ") for one in titles if isinstance(one, Note))
    facts.title_notes = tuple(text[:LABEL_CHARACTERS] for text in texts if text)
    facts.submitted = _day(cover[Role.DATE])
    facts.received = _day(cover[Role.RECEIVED])
    for line in cover[Role.SESSION][:1]:
        words = plain_text(tuple(Text(" ") if isinstance(one, LineBreak) else one for one in line))
        facts.session = words.strip()[:LABEL_CHARACTERS]
    for line in cover[Role.LANGUAGE]:
        original = plain_text(line).partition("Original:")[2].strip()
        facts.original_language = original[:NAME_CHARACTERS].strip() or facts.original_language
    for line in cover[Role.LANGUAGES]:
        names = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.sub(r"\s+only\s*$", "", plain_text(line)))
        facts.languages = tuple(name for name in names if 0 < len(name) <= NAME_CHARACTERS)
    found = _SUBMITTED_BY.search(facts.title or "")
    if found and found[1] != facts.name and len(found[1]) < NAME_CHARACTERS:
        facts.in_text = found[1]


def _day(lines: list[Inlines]) -> dt.date | None:
    """Return the first day in some lines: `[Date received: 8 April 2019]`."""
    for line in lines:
        found = _DAY.search(plain_text(line).replace("\u00a0", " "))
        if found and found[2] in MONTHS:
            try:
                return dt.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
            except ValueError:
                continue
    return None


# ---- what is not known ----------------------------------------------------------------------------------------


def _years(document: Document) -> tuple[int, ...]:
    """Return the years at the end of what the text speaks of: the last one that is named often, and those before it."""
    texts = (plain_text(inlines) for block in document.blocks for inlines in inlines_of(block))
    counts = Counter(int(year) for text in texts for year in _YEAR.findall(text))
    if not counts:
        return ()
    often = max(counts.values()) / 4
    usual = sorted(year for year, count in counts.items() if count >= often)
    run = [usual[-1]]
    while run[0] - 1 in usual and len(run) < 6:  # longer than a cycle is no cycle
        run.insert(0, run[0] - 1)
    return tuple(run)


def _year_of(lines: list[Inlines]) -> int | None:
    """Return the year of the first day in some lines."""
    day = _day(lines)
    return day.year if day else None


def _years_before(lines: list[Inlines]) -> tuple[int, ...] | None:
    """Return the four years up to the date of a list of issues: for them and what follows it asks figures."""
    day = _day(lines)
    return tuple(range(day.year - 3, day.year + 1)) if day else None


_WHAT = {
    "state": ("which State reports", "--state and --name"),
    "code": ("the three-letter code of the State", "--state"),
    "treaty": ("under which treaty", "--treaty"),
    "symbol": ("the symbol of the report", "--symbol"),
    "cycle": ("which periodic report it is", "--cycle"),
    "due": ("when the report was due", "--due"),
    "reporting_years": ("on which years it reports", "--years"),
}


def _suppositions(facts: Facts, place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each value that stands in for something unknown."""
    values = {
        "state": f"{facts.name} ({facts.state})",
        "code": f"{facts.name} ({facts.state})",
        "treaty": facts.treaty,
        "symbol": facts.symbol,
        "cycle": str(facts.cycle),
        "due": str(facts.due),
        "reporting_years": ", ".join(map(str, facts.years)),
    }
    for name, (what, option) in _WHAT.items():
        if name in facts.supposed:
            yield diagnose("RG838", place, what=Literal(what), value=values[name], option=Literal(option))
