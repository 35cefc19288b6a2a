"""Find the settings of a project in what a report says of itself: on its first page, in its heading, in its words.

What the first page does not say follows from the symbol of the list of issues; what nothing says stands in as a value
that loads, with a diagnostic that names it.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Document, Heading, Inlines, Level, LineBreak, Note, Paragraph, Role, Text
from reportgen.document.walk import inlines_of, plain_text
from reportgen.languages.en.months import MONTHS
from reportgen.languages.en.numerals import ORDINALS
from reportgen.limits import LABEL_CHARACTERS, NAME_CHARACTERS
from reportgen.model import TREATIES
from reportgen.model.state_names import state_code, state_name
from reportgen.model.treaties import DocumentKind
from reportgen.published.importer.first_lines import lines_before, state_alone, treaty_named
from reportgen.published.importer.light_markdown import plain_inlines
from reportgen.published.importer.symbols import FIRST_BLOCKS, LISTS, Symbol, own_symbol, symbols_in, symbols_of
from reportgen.regex import regex

_DAY = regex(r"(\d{1,2})\s+([A-Z][a-z]+)\s+(\d{4})")
_DUE = regex(r"\bdue (?:in|on \d{1,2} \w+) (\d{4})\b")
"""`due in 2019`, `due on 15 July 2019`."""
_SUBMITTED_BY = regex(r"\bsubmitted by (.+?) (?:under|in accordance|pursuant)\b")
_REPORT_OF = regex(
    r"\b(?i:reports?|replies|reply|responses?|information|comments)"
    r" (?:(?:submitted |provided )?by|(?:received )?from|of) (?:the )?(?!States? part)"
    r"([A-Z][\w’'-]*(?: (?:(?:and|of|the|of the) )?[A-Z][\w’'-]*)*)"
)
"""`replies of Ruritania`, `Report submitted by the Republic of Arcania`; “the State party” is no name."""
_YEAR = regex(r"\b(20\d\d|19[5-9]\d)\b")
_PROCEDURES = {"simplified": "simplified reporting procedure", "optional": "optional reporting procedure"}
_ORDINALS = {"initial": 1} | ORDINALS
_ANY_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
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
_ASKS = regex(r"\b(?:please|veuillez|donner|indiquer|sírvanse|indiquen|просьба|просим)\b|请|يرجى|[?？؟]", re.IGNORECASE)
"""What lists of issues ask with: a text without it may answer one, and is none."""
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


class _Signs(Struct, frozen=True):
    """What a file says of itself by its symbols, its heading and its first page."""

    own: Symbol | None
    """The symbol of the report itself."""
    symbol: str
    """The same as text, also where it is read no further; empty where there is none."""
    listed: Symbol | None
    """The symbol of a list of issues."""
    known: Symbol | None
    """The symbol that says most of the report."""
    heading: str
    title: str | None
    treaty: str | None
    """By its name."""
    due: int | None
    years: tuple[int, ...] | None
    is_follow_up: bool

    @property
    def counts(self) -> bool:
        """Return whether the known symbol has the number of this report; concluding observations are on the last."""
        return self.known is not None and self.known.kind != "CO"

    @property
    def number(self) -> str | None:
        """The number of the report in the symbol that is known: `3`, or `2-3`."""
        return self.known.number if self.known and self.counts else None


def _read_signs(document: Document, given: Given, cover: dict[Role, list[Inlines]], *, is_list: bool) -> _Signs:
    listed = next((symbol for symbol in symbols_of(document) if symbol.is_list), None)
    own = None if is_list else own_symbol(document)
    heading = _heading_words(document)
    title = None if is_list else _title(cover[Role.TITLE])
    return _Signs(
        own=own,
        symbol=own.text if own else "" if is_list else document.symbol,
        listed=listed,
        known=next(symbols_in(given.symbol or ""), None) or own or listed or next(symbols_of(document), None),
        heading=heading,
        title=title,
        treaty=treaty_named(document),
        due=_due(title or heading),
        years=(_years_before(cover[Role.DATE]) if is_list else None) or _years(document),
        is_follow_up=not is_list and _is_follow_up(own, heading),
    )


def find_facts(document: Document, given: Given, place: Place, *, is_list: bool = False) -> Facts:
    """Return what a report says of itself.

    Args:
        document: the report as it was read.
        given: what whoever imports knows better.
        place: the file, for diagnostics.
        is_list: whether it is a list of issues, which says for which report it asks.
    """
    cover = {role: [plain_inlines(line.children) for line in document.cover if line.role is role] for role in Role}
    signs = _read_signs(document, given, cover, is_list=is_list)
    treaty = given.treaty or (signs.known.treaty if signs.known else signs.treaty or _treaty_by_words(document))
    name = given.name or state_alone(document) or _name_in(signs.heading)
    state = given.state or (signs.known.state if signs.known else state_code(name or "") or UNKNOWN_STATE[0])
    last = int(signs.number.rpartition("-")[2]) if signs.number else _ordinal(signs.heading) or 1
    cycle = given.cycle or last
    kind = _kind(signs.own, signs.listed, signs.heading)
    number = signs.number if signs.number and given.cycle is None else str(cycle)
    usual = TREATIES[treaty].symbols(state, number)["replies" if kind == "replies" else "report"]
    dated = signs.due or _year_of(cover[Role.RECEIVED]) or _year_of(cover[Role.DATE])
    years = given.years or signs.years or ((given.due or dated or _NO_YEAR + 1) - 1,)
    facts = Facts(
        state=state,
        name=given.name or state_name(state) or name or UNKNOWN_STATE[1],
        treaty=treaty,
        cycle=cycle,
        symbol=given.symbol or signs.symbol or usual,
        document=kind,
        procedure=_procedure(signs.title, signs.listed),
        list_of_issues=signs.listed.text if signs.listed else None,
        due=given.due or signs.due or max(years) + 1,
        years=years,
        title=signs.title,
    )
    if not is_list:
        _read_cover(facts, document, cover)
    facts.supposed.update(_find_supposed(facts, given, signs))
    if signs.is_follow_up:
        facts.submitted = None  # the date on such a page is the one of distribution, behind that of receipt
        covered = Literal(", ".join(map(str, facts.years)))
        facts.diagnostics.append(diagnose("RG848", place, due=facts.due, years=covered))
    facts.diagnostics.extend(_suppositions(facts, place))
    return facts


def _find_supposed(facts: Facts, given: Given, signs: _Signs) -> Iterator[str]:
    """Yield the names of the facts that neither the file nor whoever imports said."""
    is_said = {
        "due": signs.due is not None or given.due is not None or signs.is_follow_up,
        "reporting_years": bool(given.years or signs.years) or signs.is_follow_up,
        "state": facts.name != UNKNOWN_STATE[1],
        "code": facts.state != UNKNOWN_STATE[0] or facts.name == UNKNOWN_STATE[1],
        "treaty": bool(signs.known or given.treaty or signs.treaty),
        "symbol": bool(given.symbol or signs.symbol),
        "cycle": bool(signs.counts or _ordinal(signs.heading) or given.cycle or given.symbol),
    }
    return (name for name, said in is_said.items() if not said)


def suspect_list(document: Document, place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic where a document that was taken for a report seems to be a list of issues."""
    if _is_list(document, next(symbols_in(document.symbol), None)):
        yield diagnose("RG846", place)


def _is_list(document: Document, own: Symbol | None) -> bool:
    if own is not None and own.kind in LISTS:
        return own.is_list  # the title of replies names the list too
    return _heading_words(document).strip().casefold().startswith("list of issues")


def suspect_report(document: Document, place: Place) -> Iterator[Diagnostic]:
    """Yield a diagnostic where a document that was taken for a list of issues seems to be a report, or replies.

    A list has a symbol or a title of its own; where neither tells, its paragraphs do: some of a list ask, none of
    a report do.
    """
    own = next(symbols_in(document.symbol), None)
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


def _treaty_by_words(document: Document) -> str:
    """Return the treaty that the text names most often; the Covenant on civil and political rights where none."""
    text = " ".join(plain_text(inlines) for block in document.blocks for inlines in inlines_of(block))
    counts = {code: text.count(treaty.name) * 10 + text.count(treaty.committee) for code, treaty in TREATIES.items()}
    return max(("ccpr", *counts), key=lambda code: counts[code])


def _kind(own: Symbol | None, listed: Symbol | None, heading: str) -> DocumentKind:
    """Return the kind of a document, by its symbol, the list that it answers, and its title."""
    if own and (own.kind in {"RQ", "FCO"} or (own.kind == "Q" and own.suffix)):
        return "replies"
    if (listed and listed.kind == "Q") or _is_follow_up(own, heading):
        return "replies"
    if _REPLIES_TO_LIST.search(heading) and not _PRIOR.search(heading):
        return "replies"
    if "common core document" in heading.casefold():
        return "core"
    return "initial" if "initial report" in heading.casefold() else "periodic"


def _is_follow_up(own: Symbol | None, heading: str) -> bool:
    """Return whether a document is information on the follow-up to concluding observations."""
    return (own is not None and own.kind == "FCO") or bool(_FOLLOW_UP.search(heading))


def _heading_words(document: Document) -> str:
    """Return the words of the title and of the first headings, for what they say of the report."""
    first = document.blocks[:FIRST_BLOCKS]
    titles = (plain_text(one.children) for one in first if isinstance(one, Heading) and one.level is Level.TITLE)
    before = (line for line in lines_before(document) if not line.endswith("."))  # a sentence is no title
    return "\n".join([document.title, *titles, *before])[: 4 * LABEL_CHARACTERS]


def _ordinal(words: str) -> int | None:
    """Return the number of a report: 1 of `Initial report`, 6 of `Combined fifth and sixth periodic reports`."""
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


def _procedure(title: str | None, listed: Symbol | None) -> str:
    """Return the procedure that a title names, `under the optional reporting procedure`, else the one of its list."""
    for name, words in _PROCEDURES.items():
        if words in (title or ""):
            return name
    return "simplified" if title is None and listed is not None and listed.kind == "QPR" else "standard"


def _read_cover(facts: Facts, document: Document, cover: dict[Role, list[Inlines]]) -> None:
    """Take over what the lines of the first page say."""
    titles = (inline for line in document.cover if line.role is Role.TITLE for inline in line.children)
    texts = (plain_text(plain_inlines(note.children)).replace("\n", " ") for note in titles if isinstance(note, Note))
    facts.title_notes = tuple(text[:LABEL_CHARACTERS] for text in texts if text)
    facts.submitted = _day(cover[Role.DATE])
    facts.received = _day(cover[Role.RECEIVED])
    for line in cover[Role.SESSION][:1]:
        words = plain_text(tuple(Text(" ") if isinstance(inline, LineBreak) else inline for inline in line))
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
