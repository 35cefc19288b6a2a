"""Whole projects of any data: each cell is the figure of its row and head, and what means the same reads the same.

The reader of the tables knows the page and the plain data; what reportgen made of the data it does not ask.
"""

import csv
import datetime as dt
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from project import REPORT, make_project
from submission_workbook import write_submission

from reportgen import Built, build
from reportgen.model import Submission
from reportgen.pipeline import OutputFormat, explain_indicator
from reportgen.review.facts import find_review
from reportgen.sentences.explain import Explanation

Plain = dict[str, dict[str, Any]]
"""Indicators as a file has them, by key; each label names a type that no other has."""
NAMES = ("Alba", "Bero", "Cado")
KINDS: tuple[dict[str, Any], ...] = (
    {"label": "complaints"},
    {"label": "judges", "measure": "stock", "unit": {"one": "judge", "other": "judges"}},
    {"label": "compensation paid", "unit": {"currency": "T"}},
    {"label": "coverage", "unit": "percent", "measure": "rate"},
    {"label": "users of the portal", "show": "million"},
)
PERIODS = (
    *(("2021", "2022", "2023"), ("2022", "2023"), ("2018", "2019", "2023"), ("2023",)),
    *(("2022-H1", "2022-H2", "2023-H1"), ("2020", "2021", "2022-H1", "2023-H1")),
    tuple(str(year) for year in range(2012, 2024)),
)
PARTS: tuple[dict[str | None, tuple[str, ...]], ...] = (
    {},
    {None: ("women",)},
    {None: ("women", "men")},
    {"place": ("in towns", "in villages")},
    {"sex": ("women", "men"), "age": ("minors", "adults", "over 60")},
)
"""Parts by what they divide by; those of the last stand across each other."""
MILLION = 1_000_000
BREAK, PROVISIONAL = "comparable with", "rovisional"
SETTINGS = settings(max_examples=30)

# ---- what is given --------------------------------------------------------------------------------------------------


@st.composite
def projects(draw: st.DrawFn) -> Plain:
    """One to three indicators with parts or without, with gaps, breaks and provisional figures."""
    made: Plain = {}
    for place, name in enumerate(NAMES[: draw(st.integers(1, 3))]):
        kind, periods = draw(st.sampled_from(KINDS)), draw(st.sampled_from(PERIODS))
        one = {**deepcopy(kind), "label": f"{kind['label']} of type {name}", "issue": 1, "exhaustive": False}
        figures = st.sampled_from((0, 1, 7, 12, 48, 90)) if kind.get("unit") == "percent" else st.integers(0, 12_000)
        if "show" in kind:
            figures = st.sampled_from((0, 9, 999_999, MILLION, 1_000_500, 1_500_000, 2_345_678, 1_200 * MILLION))
        observed = st.one_of(figures, figures, figures, st.none(), figures.map(_provisional))
        whole = draw(st.fixed_dictionaries(dict.fromkeys(periods, observed)) | st.just({}))
        shown = draw(st.sampled_from((periods, periods[-1:])))
        parts = [
            {"label": label, "values": {period: draw(figures) for period in shown}, **({"by": by} if by else {})}
            for by, labels in draw(st.sampled_from(PARTS)).items()
            for label in labels
        ]
        breaks = {draw(st.sampled_from(periods)): "the new Code"} if draw(st.booleans()) else {}
        report = draw(st.sampled_from(("sentence", "table")))
        made[f"k{place}"] = {**one, "values": whole, "breakdown": parts, "breaks": breaks, "report": report}
    return made


def _provisional(value: int) -> dict[str, Any]:
    return {"value": value, "status": "provisional"}


def built(indicators: Plain, *, form: str = "yaml", report: str = REPORT, further: Plain | None = None) -> str:
    """The page of a project; parts that exceed their whole and the like are only warned of."""
    with project(indicators, form=form, report=report, further=further) as root:
        return outputs(root, "html").files["CCPR-C-ARC-2.html"].decode("utf-8")


@contextmanager
def project(
    indicators: Plain,
    *,
    form: str = "yaml",
    report: str = REPORT,
    further: Plain | None = None,
    sender: str = "justice",
) -> Iterator[Path]:
    """The folder of a project, while it is looked at; the further indicators are in a file of the sender."""
    sent = {"agency": "justice", "indicators": indicators}
    with tempfile.TemporaryDirectory() as folder:
        root = make_project(Path(folder), report_yaml=report, submissions__justice_yaml=json.dumps(sent))
        if further is not None:
            (root / "submissions/more.yaml").write_text(json.dumps({"agency": sender, "indicators": further}))
        if form == "workbook":
            (root / "submissions/justice.yaml").unlink()
            (root / "submissions/justice.xlsx").write_bytes(write_submission(Submission.model_validate(sent)))
        yield root


def outputs(root: Path, *formats: OutputFormat) -> Built:
    """What is made of a project."""
    made = build(root, formats)
    assert not made.failed, "; ".join(f"{one.code} {one.message}" for one in made.diagnostics)
    return made


def main_of(page: str) -> Any:  # noqa: ANN401 - the library has no types
    """What a page holds."""
    return html.fromstring(page).find(".//main")


# ---- what is printed ------------------------------------------------------------------------------------------------


class Shown(NamedTuple):
    """A cell of a table."""

    name: str
    """The type in the label of its indicator."""
    line: str
    """The part, in small letters; empty for the whole."""
    period: str
    text: str
    notes: str
    """Those at the cell, and those at the head of its row that name its period."""


class Table(NamedTuple):
    """A table of a page."""

    cells: tuple[Shown, ...]
    before: str
    """The paragraph before it."""
    is_annex: bool


def tables(page: str) -> Iterator[Table]:
    """The tables of figures of a page."""
    before = ""
    for node in main_of(page).iter("p", "table"):
        if node.tag == "p":
            before = before if node.get("class") == "table-note" else _words(node)
            continue
        notes = {_words(one[0]): _words(one) for one in node.getparent().xpath("p[@class='table-note']")}
        rows = [[(_words(cell), _notes(cell, notes)) for cell in row] for row in node.iter("tr")]
        caption = _words(node.find("caption"))
        yield Table(tuple(_cells(caption, rows)), before, rows[0][-1][0] == "Agency and source")


def _words(node: Any) -> str:  # noqa: ANN401 - the library has no types
    """The text of a node without the marks of notes."""
    words = "".join(text for text in node.xpath(".//text()[not(ancestor::*[@class='call'])]") or [node.text_content()])
    return " ".join(words.split())


def _notes(cell: Any, notes: Mapping[str, str]) -> str:  # noqa: ANN401 - the library has no types
    return " ".join(notes[mark.text] for mark in cell.xpath(".//a[@class='call']"))


def _cells(caption: str, rows: Sequence[Sequence[tuple[str, str]]]) -> Iterator[Shown]:
    head, name = [words for words, _ in rows[0]], _name_in(caption)
    for (label, at_label), *row in rows[1:]:
        if head[0] in {"Year", "Period"}:
            for line, (text, notes) in zip(head[1:], row, strict=True):
                yield Shown(_name_in(line) or name, _line(line), _period(label), text, notes)
            continue
        name = _name_in(label) or name
        periods = [row[0][0]] if head[1] == "Period" else head[1:-1] if head[-1] == "Agency and source" else head[1:]
        for period, (text, notes) in zip(periods, row[1:] if head[1] == "Period" else row, strict=False):
            shared = at_label if period in at_label else ""
            yield Shown(name, _line(label), _period(period), text, f"{notes} {shared}")


def _name_in(words: str) -> str:
    found = re.search(r"of type (\w+)", words)
    return found[1] if found else ""


def _line(head: str) -> str:
    is_whole = "of type" in head or head in {"Number", "Figure"}
    return "" if is_whole else re.sub("of which: |(sex|age): ", "", head.lower())


def _period(words: str) -> str:
    found = re.fullmatch(r"The (first|second) half of (\d{4})", words)
    return f"{found[2]}-H{1 if found[1] == 'first' else 2}" if found else words


# ---- what must hold -------------------------------------------------------------------------------------------------


def lines_of(indicators: Plain) -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Each series: the type, the part, the values, the first period behind a break."""
    for one in indicators.values():
        start = next(iter(one["breaks"]), "")
        yield _name_in(one["label"]), "", one["values"], start
        yield from ((_name_in(one["label"]), part["label"], part["values"], start) for part in one["breakdown"])


def _figure(observation: Any) -> tuple[str, bool]:  # noqa: ANN401 - a value, or a value with its status
    """How a value is printed without its unit, and whether it is provisional."""
    value = _value(observation)
    return (".." if value is None else "–" if value == 0 else f"{value:,}"), isinstance(observation, dict)


def _value(observation: Any) -> int | None:  # noqa: ANN401 - a value, or a value with its status
    found: int | None = observation["value"] if isinstance(observation, dict) else observation
    return found


def _in_millions(printed: str) -> str:
    """How a table in the text prints a figure of users: from a million on in millions."""
    if len(printed) <= len("999,999"):
        return printed
    return f"{Decimal(printed.replace(',', '')) / MILLION:,f} million"


@given(projects())
@SETTINGS
def test_each_cell_is_the_figure_of_its_row_and_head(indicators: Plain) -> None:
    """In text and annex; what has no figure is two dots, and in the annex every figure stands once, with its notes."""
    data = {(name, line): values for name, line, values, _ in lines_of(indicators)}
    scaled = {_name_in(one["label"]) for one in indicators.values() if "show" in one}
    in_annex: list[tuple[str, str, str]] = []
    for table in tables(built(indicators)):
        for cell in table.cells:
            printed, is_provisional = _figure(data[cell.name, cell.line].get(cell.period))
            printed = _in_millions(printed) if cell.name in scaled and not table.is_annex else printed
            assert printed == cell.text.removeprefix("T ").replace("T\u00a0", ""), cell
            if table.is_annex:
                assert is_provisional == (PROVISIONAL in cell.notes), cell
                in_annex += [cell[:3]] if cell.text != ".." else []
    given_once = [
        (*at, period) for at, values in data.items() for period in values if _figure(values[period])[0] != ".."
    ]
    assert sorted(given_once) == sorted(in_annex)


PARTS_ALONE: dict[str, Any] = {
    "label": "complaints of type Alba",
    "issue": 1,
    "exhaustive": False,
    "report": "sentence",
    "values": {},
    "breakdown": [{"label": label, "values": {"2022": 5, "2023": 6}} for label in ("women", "men")],
    "breaks": {"2023": "the new Code"},
}


@given(projects())
@example({"k0": PARTS_ALONE})
@SETTINGS
def test_a_break_is_told_where_figures_stand_on_both_sides_of_it(indicators: Plain) -> None:
    """In the paragraph before a table, and once or more in the annex, be it of the whole or of parts alone."""
    found = list(tables(built(indicators)))
    for name, line, values, start in lines_of(indicators):
        known = [period for period in values if start and _figure(values[period])[0] != ".."]
        is_crossed = any(period < start for period in known) and any(period >= start for period in known)
        in_annex = [cell for table in found if table.is_annex for cell in table.cells if cell.name == name]
        if is_crossed:
            assert any(BREAK in cell.notes for cell in in_annex), (name, line)
        for table in (one for one in found if not one.is_annex):
            here = {cell.period for cell in table.cells if (cell.name, cell.line) == (name, line) and cell.text != ".."}
            if start and any(period < start for period in here) and any(period >= start for period in here):
                assert BREAK in table.before, (name, line)


def words_of(page: str) -> str:
    """A page without what it says of keys and places."""
    return re.sub(r' (?:title|data-indicator)="[^"]*"', "", page)


@given(projects())
@SETTINGS
def test_neither_keys_nor_the_form_of_a_submission_are_read(indicators: Plain) -> None:
    """A workbook gives the page of the YAML file, letter by letter, and so do other keys in the same order."""
    page = words_of(built(indicators))
    others = {f"women_{2020 + place}": one for place, one in enumerate(indicators.values())}

    assert page == words_of(built(indicators, form="workbook"))
    assert page == words_of(built(others))


@given(projects(), st.data())
@SETTINGS
def test_two_files_that_say_it_together_read_as_one(indicators: Plain, data: st.DataObject) -> None:
    """Each figure in one of them or in both; where they give one differently, nothing is built."""
    one: Plain = deepcopy(indicators)
    other: Plain = {}
    twice: list[tuple[str, str]] = []
    for key, whole in indicators.items():
        places = {period: data.draw(st.sampled_from(("first", "second", "both"))) for period in whole["values"]}
        one[key]["values"] = {period: whole["values"][period] for period in places if places[period] != "second"}
        values = {period: whole["values"][period] for period in places if places[period] != "first"}
        other[key] = {"label": whole["label"], "values": values}
        given_twice = [period for period in places if places[period] == "both"]
        twice += [(key, period) for period in given_twice if _figure(values[period])[0] != ".."]

    assert words_of(built(one, further=other)) == words_of(built(indicators))
    for key, period in twice[:1]:
        other[key]["values"][period] = 12_001  # more than any figure that is drawn
        with pytest.raises(AssertionError, match="RG303"):
            built(one, further=other)


@given(projects(), st.integers(-5, 5))
@SETTINGS
def test_other_years_give_the_same_words(indicators: Plain, later: int) -> None:
    """Nothing depends on which years they are, nor on the clock."""

    def moved(text: str) -> str:
        return re.sub(r"(?<![\d,])20[012]\d(?!,?\d)", lambda year: str(int(year[0]) + later), text)

    other = json.loads(re.sub(r'"20\d\d', lambda year: moved(year[0]), json.dumps(indicators)))
    page = built(other, report=moved(REPORT))

    assert moved(_in_words(built(indicators))) == _in_words(page)


def _in_words(page: str) -> str:
    """The words of a page, those of two cells apart."""
    return " ".join(" ".join(main_of(page).itertext()).split())


# ---- what goes out beside the page ----------------------------------------------------------------------------------

Figures = set[tuple[str, str, str, int | None]]
"""The key of an indicator, the part, the period and the value."""


def figures_of(indicators: Plain) -> Figures:
    """The figures of the data, also those that nobody knows."""
    return {
        (key, part.get("label", ""), period, _value(observation))
        for key, one in indicators.items()
        for part in ({"values": one["values"]}, *one["breakdown"])
        for period, observation in part["values"].items()
    }


def printed_figures(made: Built) -> Iterator[tuple[str, Figures]]:
    """Each figure of the JSON, and what it was written from."""
    held = json.loads(made.files["CCPR-C-ARC-2.json"])
    sentences = (one for block in held["blocks"] for passage in block["passages"] for one in passage["sentences"])
    for figure in (one for sentence in sentences for one in sentence.get("figures", ())):
        given = figure["observations"]
        yield figure["text"], {(o["indicator"], o.get("part", ""), o["period"], int(o["value"])) for o in given}


def is_printed(text: str, values: Sequence[int | None]) -> bool:
    """Whether a text is a value: in millions with three decimals or more; what is in words is not read."""
    digits = re.search(r"\d[\d,.]*", text)
    if digits is None or len(values) > 1:
        return True
    number = Decimal(digits[0].replace(",", ""))
    return any(
        abs(number * MILLION - value) <= MILLION // 2000 if "million" in text else number == value
        for value in values
        if value is not None
    )


@given(projects(), st.data())
@settings(max_examples=10)
def test_what_goes_out_beside_the_page_holds_its_figures(indicators: Plain, data: st.DataObject) -> None:
    """JSON, SDMX, the page for review and what is explained; another agency gives some of the figures as well."""
    shared = data.draw(st.sampled_from(sorted(indicators)))
    other = {shared: {"label": indicators[shared]["label"], "values": indicators[shared]["values"]}}
    given_all = figures_of(indicators)
    with project(indicators, further=other, sender="interior") as root:
        made = outputs(root, "json", "sdmx", "html")
        series = find_review(root, made.checked, dt.date(2024, 3, 20)).series
        explained = {key: explain_indicator(root, key) for key in indicators}

    for text, sources in printed_figures(made):
        assert sources <= given_all
        assert is_printed(text, [value for *_, value in sources])
    rows = [*csv.DictReader(made.files["CCPR-C-ARC-2.csv"].decode().splitlines())]
    codes = [(row["INDICATOR"], row["PART"], row["TIME_PERIOD"], row["OBS_VALUE"]) for row in rows]
    assert sorted(codes) == sorted(
        (key, part.replace(" ", "_") or "_T", period.replace("H", "S"), "" if value is None else str(value))
        for key, part, period, value in given_all
    )
    shown = {(key, row.part, row.period, row.value) for key, one in series.items() for row in one.rows}
    assert shown == {(*at, ".." if value is None else f"{value:,}") for *at, value in given_all if at[0] in series}
    for key, one in explained.items():
        assert isinstance(one, Explanation)
        told = re.findall(r"(20\d\d(?:-H\d)?): (\d[\d,]*)", "; ".join(fact.value for fact in one.facts))
        assert {(key, "", period, int(value.replace(",", ""))) for period, value in told} <= given_all
        if len(explained) == 1:
            page = _words(main_of(made.files["CCPR-C-ARC-2.html"].decode()))
            assert [] == [text for text in one.generated if text not in page]
