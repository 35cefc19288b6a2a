"""What a workbook asks of an agency, as values.

Which issues, which rows of figures, what stands in them already, which cells are open and which of them must be
filled. Nothing here knows sheets.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.agencies.form.given_tables import FormTable, split_tables
from reportgen.agencies.senders import sent_by
from reportgen.limits import NAME_CHARACTERS
from reportgen.model import (
    Agency,
    Indicator,
    Issue,
    Part,
    Period,
    Reply,
    Report,
    Settings,
    Submission,
    merge_indicators,
)
from reportgen.model.asks import (
    Ask,
    closest_asks,
    due_periods,
    find_asks,
    is_asked_by_name,
    lacks_division,
    own_keys,
    with_asked_parts,
)
from reportgen.model.budget import answered_by, sender_budget
from reportgen.model.cell_words import CURRENCY, format_unit
from reportgen.model.indicators import Noun, Observation, Series, Unit
from reportgen.model.paragraphs import fitting, paragraphs_of
from reportgen.model.sheets import FormColumn

_OWN_ROWS = 5
"""Rows for figures that nobody asked for."""
PART_ROWS = 4
"""Rows for the parts of a division that the list asks for without naming its parts."""
Periods = frozenset[Period]
_Indicators = Mapping[str, Indicator]


class FormIssue(Struct, frozen=True):
    """An issue that the agency is asked to answer, or has answered unasked."""

    issue: Issue
    theme: str | None
    leads: bool
    """Whether the agency leads the reply; the others may have nothing to add."""
    given: tuple[Reply, ...]
    """What it has answered so far."""
    last: tuple[str, ...]
    """The paragraphs of its reply in the last report, or that it had nothing to add then."""
    has_nothing: bool = False
    """Whether it has said that it has nothing to add."""


class FormRow(Struct, frozen=True):
    """A row of figures: an indicator, or one of its parts."""

    key: str
    indicator: Indicator
    part: Part | None
    open: Periods
    """The periods that may be filled in; all others are locked."""
    due: Periods
    """The periods that must be."""
    offered: bool = False
    """Whether the row is there only because figures are asked for, or may be given."""
    division: str | None = None
    """Of the line over the rows for parts that the agency names itself: what these divide by."""

    @property
    def series(self) -> Series:
        """Whose values stand in the row."""
        return self.part or self.indicator


class FormGroup(Struct, frozen=True):
    """The rows of one issue; of no issue; or those for figures that nobody asked for."""

    issue: int | None
    theme: str | None
    rows: tuple[FormRow, ...]
    own: bool = False


class AgencyForm(Struct, frozen=True):
    """All that a workbook says and asks."""

    agency: Agency
    department: str | None
    """The code of the department that it is for; None: the agency as a whole."""
    settings: Settings
    contact: str | None
    budget: int
    """The words that the agency, or the department, may use."""
    state: str
    """The name of the State as sentences have it, in the language of the workbook."""
    treaty: str
    """The name of the treaty, likewise."""
    issues: tuple[FormIssue, ...]
    groups: tuple[FormGroup, ...]
    language: str = "en"
    """In which days are written."""
    tables: tuple[FormTable, ...] = ()
    """Tables that it gave beside texts."""
    words: Mapping[str, str] = {}
    """The words of lists in that language, by the English ones."""

    def word(self, plain: str) -> str:
        """Return a word of a list in the language of the workbook."""
        return self.words.get(plain, plain)

    def unit(self, unit: Unit) -> str:
        """Return the cell of a unit; its own words are those of the report: `monnaie euros`, `pour cent`."""
        written = format_unit(unit)
        if isinstance(unit, Noun):
            return written
        return self.word(written) if isinstance(unit, str) else written.replace(CURRENCY, self.word(CURRENCY), 1)


class Planner:
    """Plans the workbooks of one report; what they share is found once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._keys = {key for submission in (*report.submissions, *report.previous) for key in submission.indicators}
        self._asks = find_asks(report.outline, report.settings.reporting_years, self._keys)
        self._all = merge_indicators(report.submissions).indicators
        self._asked = closest_asks(self._asks, self._all)
        self._themes = {
            issue.number: theme.title or part.title
            for part in report.outline.parts
            for theme in part.themes
            for issue in theme.issues
        }

    def plan(self, code: str, department: str | None = None) -> AgencyForm:
        """Return what the workbook of an agency, or of one of its departments, asks."""
        report = self.report
        mine = sent_by(report.submissions, code, department)
        last = [
            submission
            for submission in report.previous
            if submission.agency == code and submission.department in {None, department}
        ]
        replies, tables = split_tables(reply for submission in mine for reply in submission.replies)
        nothing = {number for submission in mine for number in submission.nothing_to_add}
        return AgencyForm(
            agency=report.agencies_by_code[code],
            department=department,
            settings=report.settings,
            contact=next((submission.contact for submission in mine if submission.contact), None),
            budget=sender_budget(report, code),
            state=report.settings.state.in_text or report.settings.state.name,
            treaty=report.settings.treaty_data.name,
            issues=tuple(
                self._issue(issue, code, replies, nothing)
                for issue in report.outline.issues
                if code in issue.agencies or issue.number in nothing | {reply.issue for reply in replies}
            ),
            groups=tuple(self._groups(code, mine, last)),
            tables=tuple(tables),
        )

    # ---- replies ----------------------------------------------------------------------------------------------

    def _issue(self, issue: Issue, code: str, replies: Iterable[Reply], nothing: set[int]) -> FormIssue:
        given = [row for reply in replies if reply.issue == issue.number for row in fitting(reply)]
        return FormIssue(
            issue,
            self._themes.get(issue.number),
            issue.agencies[:1] == (code,),
            tuple(given),
            tuple(self._last(issue, code)),
            issue.number in nothing and not given,
        )

    def _last(self, issue: Issue, code: str) -> Iterator[str]:
        for submission in self.report.previous:
            if submission.agency != code:
                continue
            for reply in submission.replies:
                if reply.issue in issue.followed:
                    yield from paragraphs_of(reply.text)
            if set(issue.followed) & set(submission.nothing_to_add):
                yield FormColumn.NOTHING.value

    # ---- figures ----------------------------------------------------------------------------------------------

    def _groups(self, code: str, mine: Iterable[Submission], last: Iterable[Submission]) -> Iterator[FormGroup]:
        now, then = merge_indicators(mine).indicators, merge_indicators(last).indicators
        moved = {key: self._under_new_issue(indicator, code) for key, indicator in then.items()}
        known = {
            key: _with_past(indicator, moved[key]) if key in moved else indicator for key, indicator in now.items()
        }
        known |= {key: indicator for key, indicator in moved.items() if key not in now}
        asked = self._asked_of(known)
        answered = {ask.key for ask in (*asked.values(), *self._asked.values())}
        asks = [ask for ask in self._asks if ask.agency == code and ask.key not in answered]
        for number in (*self._themes, None):
            rows = [
                row
                for key, indicator in known.items()
                if self._home(indicator) == number
                for row in self._rows(key, indicator, now.get(key), asked.get(key))
            ]
            rows += [row for ask in asks if ask.issue == number for row in self._asked_rows(ask)]
            if rows:
                yield FormGroup(number, self._themes.get(number or 0), tuple(rows))
        keys = own_keys(code, _OWN_ROWS, self._keys | {ask.key for ask in self._asks})
        may = frozenset(self.report.periods_asked())
        own = tuple(FormRow(key, Indicator.model_construct(), None, may, frozenset(), offered=True) for key in keys)
        yield FormGroup(None, None, own, own=True)

    def _home(self, indicator: Indicator) -> int | None:
        """Return the issue under which an indicator stands; none where the list does not have it."""
        return indicator.issue if indicator.issue in self._themes else None

    def _under_new_issue(self, indicator: Indicator, code: str) -> Indicator:
        """Return an indicator of the last cycle under the issue of this list that takes up the one it had."""
        if indicator.issue is None:
            return indicator
        heirs = [issue.number for issue in self.report.outline.issues if indicator.issue in issue.followed]
        mine = [number for number in heirs if number in {issue.number for issue in answered_by(self.report, code)}]
        return indicator.model_copy(update={"issue": next(iter(mine or heirs), None)})

    def _asked_of(self, known: _Indicators) -> Mapping[str, Ask]:
        """Return what is asked of an agency's indicators: of this cycle's first, then of the last one's."""
        given = {ask.key for ask in self._asked.values()}
        others = {key: indicator for key, indicator in known.items() if key not in self._asked}
        return {**self._asked, **closest_asks([ask for ask in self._asks if ask.key not in given], others)}

    def _rows(self, key: str, indicator: Indicator, now: Indicator | None, ask: Ask | None) -> Iterator[FormRow]:
        """Yield the rows of an indicator that there is, with rows for the parts that are asked and lacking."""
        asked = ask.periods if ask else frozenset(self.report.periods_asked(indicator.issue))
        may = asked | frozenset(self.report.periods_asked())
        named = is_asked_by_name(self._asks, key, indicator)
        whole = with_asked_parts(indicator, ask)
        due = due_periods(indicator, now, asked, is_named=named)
        yield FormRow(key, whole, None, _open(indicator, may), due)
        current = {part.identity: part for part in now.breakdown} if now else {}
        for place, part in enumerate(whole.breakdown):
            known = current.get(part.identity)
            is_new = place >= len(indicator.breakdown)
            owed = due if is_new else due_periods(part, known, asked, is_named=named) & due
            yield FormRow(key, whole, part, _open(part, may), owed, offered=is_new)
        undivided = [name for name in ask.undivided if lacks_division(indicator, name)] if ask else []
        yield from _unnamed_parts(key, whole, undivided, may)

    def _asked_rows(self, ask: Ask) -> Iterator[FormRow]:
        """Yield the rows of something that is asked and that nobody has given yet."""
        may = ask.periods | frozenset(self.report.periods_asked())
        for part in (None, *ask.indicator.breakdown):
            yield FormRow(ask.key, ask.indicator, part, may, ask.periods, offered=True)
        yield from _unnamed_parts(ask.key, ask.indicator, ask.undivided, may)


def _open(series: Series, years: Periods) -> Periods:
    """Return the years to report, and other periods that touch them."""
    return years | {
        period
        for period in series.values
        if not period.is_year and any(year in period or period in year for year in years)
    }


def _unnamed_parts(key: str, indicator: Indicator, divisions: Iterable[str], may: Periods) -> Iterator[FormRow]:
    """Yield rows for parts whose labels the agency writes itself, below a line that says what they divide by."""
    for name in divisions:
        part = Part.model_construct(label="", by=name[:NAME_CHARACTERS].strip(), values={})
        yield FormRow(key, indicator, part, frozenset(), frozenset(), offered=True, division=name)
        for _ in range(PART_ROWS):
            yield FormRow(key, indicator, part, may, frozenset(), offered=True)


def _with_past(now: Indicator, then: Indicator) -> Indicator:
    """Return an indicator with the values of the last cycle that are not given again."""
    then_parts = {part.identity: part for part in then.breakdown}
    parts = tuple(
        part.model_copy(update={"values": _values(part, then_parts.get(part.identity))}) for part in now.breakdown
    )
    return now.model_copy(update={"values": _values(now, then), "breakdown": parts})


def _values(now: Series, then: Series | None) -> Mapping[Period, Observation]:
    return {**(then.values if then else {}), **now.values}
