"""Check the names that the files of a project give to each other: agencies, issues, keys of replies.

The values of the single files are looked at as far as they are sound.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Literal, Path, Places, diagnose, nearest
from reportgen.model import Agency, Outline, Settings, Submission
from reportgen.model.indicators import label_of
from reportgen.model.treaties import TREATIES


def find_clashes(
    outline: Outline | None, agencies: Sequence[Agency] | None, submissions: Sequence[Submission], places: Places
) -> Iterator[Diagnostic]:
    """Yield names that stand for nothing, or for two things.

    Args:
        outline: the list of issues, where it is sound.
        agencies: the agencies, where they are sound.
        submissions: the sound submissions, at the indexes of their places.
        places: paths from the report down to places.
    """
    if agencies is not None:
        yield from _doubled_agencies(agencies, places)
        codes = [agency.code for agency in agencies]
        yield from _unknown_agencies(codes, outline, submissions, places)
        yield from _unknown_departments(agencies, submissions, places)
    if outline is not None:
        yield from _doubled_issues(outline, places)
        yield from _unknown_issues({issue.number for issue in outline.issues}, submissions, places)
    yield from _doubled_replies(submissions, places)
    yield from _doubled_keys(submissions, places)
    yield from _something_to_add(submissions, places)


_AHEAD = 3
"""Years after the report was due, or after its last year, in which agencies may still send something."""
_BEFORE = 1
"""Years before the last reporting year in which a first part of the figures may have been sent."""


def find_doubts(settings: Settings, submissions: Sequence[Submission], places: Places) -> Iterator[Diagnostic]:
    """Ask about settings that contradict each other, and dates of submissions far from the report's years.

    Args:
        settings: what the report is, the years that it covers, and when it is due.
        submissions: the sound submissions, at the indexes of their places.
        places: paths from the report down to places.
    """
    yield from _odd_settings(settings, places)
    years, due = settings.reporting_years, settings.dates.due
    first, last = min(years), max(years)
    for index, submission in enumerate(submissions):
        date = submission.date
        if date is not None and not last - _BEFORE <= date.year <= max(last, due) + _AHEAD:
            place = places.find(("submissions", index, "date"))
            yield diagnose("RG193", place, date=date.isoformat(), first=first, last=last, due=due)


def _odd_settings(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Ask about symbols that are not those of the treaty and the State, and a report that came before it was sent."""
    usual = f"{TREATIES[settings.treaty].prefix}/{settings.state.code}"
    for field in () if settings.document == "core" else ("symbol", "list_of_issues"):
        symbol = getattr(settings, field)
        if symbol and not f"{symbol}/".startswith((f"{usual}/", f"{usual}-")):  # CCPR/C/CHN-HKG/4
            place = places.find(("settings", field))
            state = settings.state.name
            yield diagnose("RG218", place, symbol=symbol, usual=usual, treaty=settings.treaty, state=state)
    submitted, received = settings.dates.submitted, settings.dates.received
    if submitted and received and received < submitted:
        place = places.find(("settings", "dates", "received"))
        yield diagnose("RG219", place, received=received.isoformat(), submitted=submitted.isoformat())


def _doubled_agencies(agencies: Sequence[Agency], places: Places) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, agency in enumerate(agencies):
        if agency.code in seen:
            yield diagnose("RG185", places.find(("agencies", index, "code")), agency=agency.code)
        seen.add(agency.code)


def _unknown_agencies(
    codes: Sequence[str], outline: Outline | None, submissions: Sequence[Submission], places: Places
) -> Iterator[Diagnostic]:
    known = set(codes)
    for index, submission in enumerate(submissions):
        code = submission.agency
        if code not in known:
            place = places.find(("submissions", index, "agency"))
            yield diagnose("RG180", place, agency=code, nearest=nearest(code, codes))
    for path, issue in outline.issues_by_path() if outline else ():
        for index, code in enumerate(issue.agencies):
            if code not in known:
                place = places.find((*path, "agencies", index))
                yield diagnose("RG181", place, issue=issue.number, agency=code, nearest=nearest(code, codes))
        for index, asked in enumerate(issue.asks.indicators):
            if asked.agency is not None and asked.agency not in known:
                place = places.find((*path, "asks", "indicators", index, "agency"))
                close = nearest(asked.agency, codes)
                yield diagnose("RG181", place, issue=issue.number, agency=asked.agency, nearest=close)


def _unknown_departments(
    agencies: Sequence[Agency], submissions: Sequence[Submission], places: Places
) -> Iterator[Diagnostic]:
    known = {agency.code: list(agency.departments) for agency in agencies}
    for index, one in enumerate(submissions):
        codes = known.get(one.agency)
        if one.department is not None and codes is not None and one.department not in codes:
            place = places.find(("submissions", index, "department"))
            close = nearest(one.department, codes)
            yield diagnose("RG723", place, department=one.department, agency=one.agency, nearest=close)


def _doubled_issues(outline: Outline, places: Places) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for path, issue in outline.issues_by_path():
        if issue.number in seen:
            yield diagnose("RG182", places.find((*path, "number")), issue=issue.number)
        seen.add(issue.number)


def _unknown_issues(numbers: set[int], submissions: Sequence[Submission], places: Places) -> Iterator[Diagnostic]:
    known = Literal(_ranges(numbers))
    for index, submission in enumerate(submissions):
        for number, reply in enumerate(submission.replies):
            if reply.issue not in numbers:
                place = places.find(("submissions", index, "replies", number, "issue"))
                yield diagnose("RG183", place, issue=reply.issue, known=known)
        for key, indicator in submission.indicators.items():
            if indicator.issue is not None and indicator.issue not in numbers:
                place = places.find(("submissions", index, "indicators", key, "issue"))
                yield diagnose("RG184", place, key=label_of(indicator, key), issue=indicator.issue, known=known)


def _doubled_replies(submissions: Sequence[Submission], places: Places) -> Iterator[Diagnostic]:
    """Yield each reply of a sender to an issue to which another file of it replies as well."""
    seen: dict[tuple[str, int], Path] = {}
    for index, one in enumerate(submissions):
        for issue, number in {reply.issue: n for n, reply in reversed([*enumerate(one.replies)])}.items():
            path: Path = ("submissions", index, "replies", number)
            first = seen.setdefault((one.sender, issue), path)
            if first is not path:
                other = Literal(places.find(first) or "another file")
                yield diagnose("RG748", places.find(path), sender=one.sender, issue=issue, other=other)


def _doubled_keys(submissions: Sequence[Submission], places: Places) -> Iterator[Diagnostic]:
    seen: dict[str, Path] = {}
    for index, submission in enumerate(submissions):
        for number, reply in enumerate(submission.replies):
            path: Path = ("submissions", index, "replies", number, "key")
            if reply.key in seen:
                other = Literal(places.find(seen[reply.key]) or "another file")
                yield diagnose("RG186", places.find(path), key=reply.key, other=other)
            elif reply.key is not None:
                seen[reply.key] = path


def _something_to_add(submissions: Sequence[Submission], places: Places) -> Iterator[Diagnostic]:
    """Yield YAML files that have nothing to add to an issue, and a reply to it; workbooks are looked at as sheets."""
    for index, submission in enumerate(submissions):
        replies = {reply.issue: number for number, reply in enumerate(submission.replies) if reply.text.strip()}
        for number, issue in enumerate(submission.nothing_to_add):
            place = places.find(("submissions", index, "nothing_to_add", number))
            if issue in replies and place is not None and place.sheet is None:
                reply = places.find(("submissions", index, "replies", replies[issue]))
                yield diagnose("RG231", place, issue=issue, cell=Literal(reply or "in another file"))


def _ranges(numbers: Iterable[int]) -> str:
    """Return numbers in words: `1 to 26`, `1 to 3, 5`, `none`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs) or "none"
