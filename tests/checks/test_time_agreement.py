"""Sentences and their figures agree in time: labelled sentences, and the same with wrong years planted in them.

The sentences of `time_sentences.yaml` are written like those of real reports, with made-up facts. Each stands alone in
one reply of a report, and what is said of each of its references is compared with its label.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from composing import composed
from reports import make_report
from ruamel.yaml import YAML

from reportgen.checks import Checked, figures_agree_in_time
from reportgen.diagnostics import Place, Places
from reportgen.model import Report, merge_indicators

_SENTENCES = Path(__file__).parent / "time_sentences.yaml"
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
    issues = [{"number": number, "agencies": ["justice"]} for number in range(1, len(texts) + 1)]
    replies = [{"issue": number, "text": text} for number, text in enumerate(texts, start=1)]
    given = {key: {"report": "none", **fields} for key, fields in indicators.items()}
    report = make_report({"indicators": given, "replies": replies}, issues=issues, reporting_years=list(_YEARS))
    checked = Checked(report, merge_indicators(report.submissions))
    made = composed(report, places=_places(report))
    assert made.tree is not None, made.diagnostics
    assert not made.diagnostics
    found = {str(one.place): one.code for one in figures_agree_in_time(made.tree, checked)}
    return [
        [found.get(f"{number}:{line}:{column}", "") for line, column in _references(text)]
        for number, text in enumerate(texts)
    ]


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


# ---- the labelled sentences -----------------------------------------------------------------------------------

_LETTERS = {"": "s", "RG430": "e", "RG431": "q", "RG432": "e"}
_PLANTED = re.compile(r"\[(\d{4})>(\d{4})\]")


@cache
def _rows() -> list[tuple[str, str]]:
    """The labels and the texts, with the marks of planted years."""
    forms = YAML(typ="safe", pure=True).load(_SENTENCES)
    return [(str(label), str(text)) for form in forms for label, text in form["rows"]]


@cache
def _verdicts() -> list[tuple[str, str, str]]:
    """Label, what was said, text."""
    rows = _rows()
    said = judged([_PLANTED.sub(r"\1", text) for _, text in rows])
    return [
        (label if len(label) == len(codes) else label * len(codes), "".join(_LETTERS[code] for code in codes), text)
        for (label, text), codes in zip(rows, said, strict=True)
    ]


def test_there_are_two_hundred_sentences_in_the_forms_of_seven_reports() -> None:
    """The proof is as large as it says."""
    forms = YAML(typ="safe", pure=True).load(_SENTENCES)

    assert len(_rows()) >= 200
    assert len(forms) >= 7


def test_no_right_figure_is_called_wrong() -> None:
    """No false error: what is right or doubtful is never refused."""
    assert [row for row in _verdicts() if any(b == "e" != a for a, b in zip(row[0], row[1], strict=True))] == []


def test_few_right_sentences_are_asked_about() -> None:
    """At most 5 false questions in 200 sentences."""
    asked = [row for row in _verdicts() if any(b == "q" and a == "s" for a, b in zip(row[0], row[1], strict=True))]

    assert len(asked) <= 5, asked


def test_wrong_times_are_found() -> None:
    """What is labelled an error is one; what is labelled a question is asked."""
    assert [row for row in _verdicts() if any(a in "eq" and a != b for a, b in zip(row[0], row[1], strict=True))] == []


def _planted() -> list[str]:
    """Every sentence once for each of its marked years, with the wrong one in its place."""
    texts = []
    for _, text in _rows():
        for number, mark in enumerate(_PLANTED.finditer(text)):
            wrong = text[: mark.start()] + mark[2] + text[mark.end() :]
            texts.append(_PLANTED.sub(r"\1", wrong))
            del number
    return texts


def test_planted_years_are_found() -> None:
    """At least 95 of 100 wrong years are found, and most are refused at once."""
    texts = _planted()
    said = judged(texts)
    missed = [text for text, codes in zip(texts, said, strict=True) if not any(codes)]
    refused = sum("RG430" in codes or "RG432" in codes for codes in said)

    assert len(texts) >= 100
    assert len(missed) <= len(texts) * 0.05, missed
    assert refused >= len(texts) * 0.85
