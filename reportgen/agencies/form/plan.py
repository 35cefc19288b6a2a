"""What a workbook asks of an agency, as values.

Which issues, which rows of figures, what stands in them already, which cells are open and which of them must be
filled. Nothing here knows sheets.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.agencies.senders import sent_by
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
from reportgen.model.asks import Ask, find_asks, is_answered, is_asked_by_name, own_keys
from reportgen.model.budget import agency_budget, answered_by
from reportgen.model.indicators import Observation, Series
from reportgen.model.paragraphs import fitting, paragraphs_of

_OWN_ROWS = 5
"""Rows for figures that nobody asked for."""
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
    """The paragraphs of its reply in the last report."""


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
    """The words that the agency may use."""
    issues: tuple[FormIssue, ...]
    groups: tuple[FormGroup, ...]


class Planner:
    """Plans the workbooks of one report; what they share is found once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._keys = {key for one in (*report.submissions, *report.previous) for key in one.indicators}
        self._asks = find_asks(report.outline.issues, self._keys)
        self._all = merge_indicators(report.submissions).indicators
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
        last = [one for one in report.previous if one.agency == code and one.department in {None, department}]
        replies = [reply for one in mine for reply in one.replies]
        return AgencyForm(
            agency=next(one for one in report.agencies if one.code == code),
            department=department,
            settings=report.settings,
            contact=next((one.contact for one in mine if one.contact), None),
            budget=agency_budget(report, code),
            issues=tuple(
                self._issue(issue, code, replies)
                for issue in report.outline.issues
                if code in issue.agencies or any(reply.issue == issue.number for reply in replies)
            ),
            groups=tuple(self._groups(code, mine, last)),
        )

    # ---- replies ----------------------------------------------------------------------------------------------

    def _issue(self, issue: Issue, code: str, replies: Iterable[Reply]) -> FormIssue:
        given = [row for reply in replies if reply.issue == issue.number for row in fitting(reply)]
        return FormIssue(
            issue,
            self._themes.get(issue.number),
            issue.agencies[:1] == (code,),
            tuple(given),
            tuple(self._last(issue, code)),
        )

    def _last(self, issue: Issue, code: str) -> Iterator[str]:
        followed = (issue.number,) if issue.follows is None else issue.follows
        for submission in self.report.previous:
            for reply in submission.replies:
                if submission.agency == code and reply.issue in followed:
                    yield from paragraphs_of(reply.text)

    # ---- figures ----------------------------------------------------------------------------------------------

    def _groups(self, code: str, mine: Iterable[Submission], last: Iterable[Submission]) -> Iterator[FormGroup]:
        now, then = merge_indicators(mine).indicators, merge_indicators(last).indicators
        moved = {key: self._moved(indicator, code) for key, indicator in then.items()}
        known = {key: _joined(indicator, moved[key]) if key in moved else indicator for key, indicator in now.items()}
        known |= {key: indicator for key, indicator in moved.items() if key not in now}
        asks = tuple(self._open_asks(code, known))
        for number in (*self._themes, None):
            rows = [
                row
                for key, indicator in known.items()
                if self._home(indicator) == number
                for row in self._rows(key, indicator, now.get(key))
            ]
            rows += [self._asked_row(ask) for ask in asks if ask.issue == number]
            if rows:
                yield FormGroup(number, self._themes.get(number or 0), tuple(rows))
        keys = own_keys(code, _OWN_ROWS, self._keys | {ask.key for ask in self._asks})
        may = frozenset(self.report.reporting_periods())
        own = tuple(FormRow(key, Indicator(), None, may, frozenset(), offered=True) for key in keys)
        yield FormGroup(None, None, own, own=True)

    def _home(self, indicator: Indicator) -> int | None:
        """Return the issue under which an indicator stands; none where the list does not have it."""
        return indicator.issue if indicator.issue in self._themes else None

    def _moved(self, indicator: Indicator, code: str) -> Indicator:
        """Return an indicator of the last cycle under the issue of this list that takes up the one it had."""
        if indicator.issue is None:
            return indicator
        heirs = [
            issue.number
            for issue in self.report.outline.issues
            if indicator.issue in ((issue.number,) if issue.follows is None else issue.follows)
        ]
        mine = [number for number in heirs if number in {one.number for one in answered_by(self.report, code)}]
        return indicator.model_copy(update={"issue": next(iter(mine or heirs), None)})

    def _open_asks(self, code: str, known: _Indicators) -> Iterator[Ask]:
        """Yield what is asked of issues that the agency leads, and that no indicator answers."""
        led = {issue.number for issue in answered_by(self.report, code) if issue.agencies[0] == code}
        for ask in self._asks:
            if ask.issue in led and not is_answered(ask, known) and not is_answered(ask, self._all):
                yield ask

    def _years(self, number: int | None) -> Periods:
        """Return the years that are asked of an issue."""
        asked = next((one.asks.years for one in self.report.outline.issues if one.number == number), ())
        return frozenset(map(Period.of_year, asked or self.report.settings.reporting_years))

    def _rows(self, key: str, indicator: Indicator, now: Indicator | None) -> Iterator[FormRow]:
        years = self._years(indicator.issue)
        may = years | frozenset(self.report.reporting_periods())
        named = is_asked_by_name(self.report.outline.issues, self._asks, key, indicator)
        yield FormRow(key, indicator, None, _open(indicator, may), _due(indicator, now, years, is_named=named))
        current = {(part.by, part.called(one=False)): part for part in now.breakdown} if now else {}
        for part in indicator.breakdown:
            known = current.get((part.by, part.called(one=False)))
            due = _due(part, known, years, is_named=named) & _due(indicator, now, years, is_named=named)
            yield FormRow(key, indicator, part, _open(part, may), due)

    def _asked_row(self, ask: Ask) -> FormRow:
        years = self._years(ask.issue)
        may = years | frozenset(self.report.reporting_periods())
        return FormRow(ask.key, Indicator(label=ask.label, issue=ask.issue), None, may, years, offered=True)


def _open(series: Series, years: Periods) -> Periods:
    """Return the years to report, and other periods that touch them."""
    return years | {
        one for one in series.values if not one.is_year and any(year in one or one in year for year in years)
    }


def _due(series: Series, now: Series | None, years: Periods, *, is_named: bool) -> Periods:
    """Return the years that need a value, by the rule of RG305.

    Of what was one single figure, there are none, unless an issue asks for it by name; of a series, those that no
    other period covers.
    """
    if now is not None and len(series.values) <= 1 and not is_named:
        return frozenset()
    wide = [one for one in series.periods if not one.is_year]
    return frozenset(year for year in years if not any(year in one or one in year for one in wide))


def _joined(now: Indicator, then: Indicator) -> Indicator:
    """Return an indicator with the values of the last cycle that are not given again."""
    then_parts = {(part.by, part.called(one=False)): part for part in then.breakdown}
    parts = tuple(
        part.model_copy(update={"values": _values(part, then_parts.get((part.by, part.called(one=False))))})
        for part in now.breakdown
    )
    return now.model_copy(update={"values": _values(now, then), "breakdown": parts})


def _values(now: Series, then: Series | None) -> Mapping[Period, Observation]:
    return {**(then.values if then else {}), **now.values}
