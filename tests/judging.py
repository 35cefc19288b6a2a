"""Texts judged in time: each stands alone in one reply of a report with the indicators below."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from composing import composed
from reports import make_report

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import figures_agree_in_time
from reportgen.diagnostics import Place, Places
from reportgen.model import Report, merge_indicators

_YEARS = (2021, 2022, 2023, 2024, 2025)
_PERSON, _CASE = {"one": "person", "other": "persons"}, {"one": "case", "other": "cases"}


def _flow(first: int, step: int, **more: object) -> dict[str, Any]:
    return {"label": "things counted", "values": {year: first + step * at for at, year in enumerate(_YEARS)}, **more}


INDICATORS: dict[str, dict[str, Any]] = {
    "cases": _flow(310, 17, unit=_CASE),
    "closed": _flow(41, 3),
    "victims": _flow(1204, 55, unit=_PERSON),
    "deaths": _flow(281, -21),
    "beds": _flow(730, 12, measure="stock"),
    "rate": _flow(41, 2, unit="percent"),
    "budget": _flow(5200, 310, unit={"currency": "T"}),
    "place": _flow(70, -1, unit="rank"),
    "span": {"label": "cases of a span", "values": {"2020-2023": 1290}},
    "five": {"label": "cases of five years", "values": {"2021-2025": 1720}},
    "half": {"label": "arrests", "values": {"2024-H1": 61, "2025-H1": 77}},
    "may": {"label": "inspections", "values": {"2025-05": 12}},
    "quarter": {"label": "inspections", "values": {"2025-Q3": 31}},
    "planned": {"label": "planned things", "values": {2027: 90}},
    "vote": {"label": "votes", "unit": "percent", "values": {2022: 77}},
    "january": {"label": "persons arrested", "values": {2022: 97}},
}


def judged(texts: Sequence[str], indicators: Mapping[str, Any] = INDICATORS) -> list[list[str]]:
    """What is said of each reference of each text: the codes in the order of the references, "" for nothing."""
    found = {str(one.at): one.code for one in findings(texts, indicators)}
    return [
        [found.get(f"{number}:{line}:{column}", "") for line, column in _references(text)]
        for number, text in enumerate(texts)
    ]


def findings(texts: Sequence[str], indicators: Mapping[str, Any] = INDICATORS) -> list[Finding]:
    """What is said of the texts, each at the index of its text and the line and column in it."""
    issues = [{"number": number, "agencies": ["justice"]} for number in range(1, len(texts) + 1)]
    replies = [{"issue": number, "text": text} for number, text in enumerate(texts, start=1)]
    given = {key: {"report": "none", **fields} for key, fields in indicators.items()}
    report = make_report({"indicators": given, "replies": replies}, issues=issues, reporting_years=list(_YEARS))
    made = composed(report, places=_places(report))
    assert made.tree is not None, made.diagnostics
    assert not made.diagnostics
    return list(figures_agree_in_time(CheckContext(report, merge_indicators(report.submissions), made.tree)))


def _places(report: Report) -> Places:
    """Places that name a text by its index, and the line and column in it."""
    places = Places()
    for number, reply in enumerate(report.submissions[0].replies):
        path = ("submissions", 0, "replies", number, "text")
        places.add(path, Place(str(number), 1))
        for line in range(reply.text.count("\n") + 1):
            places.add((*path, line), Place(str(number), line + 1, 1))
    return places


def _references(text: str) -> list[tuple[int, int]]:
    """The line and column of each reference."""
    return [
        (text.count("\n", 0, one.start()) + 1, one.start() - text.rfind("\n", 0, one.start()))
        for one in re.finditer(r"\{\{", text)
    ]
