"""The words around a reference fit what it prints; labels make sentences."""

from typing import Any

import pytest
from composing import tree
from reports import make_report

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.report import check_report
from reportgen.checks.wording import words_fit_figures
from reportgen.model import merge_report

CASE = {"one": "case", "other": "cases"}


def found(text: str, values: dict[int, int], *, more: dict[str, Any] | None = None) -> list[str]:
    """The codes of what is found around the references of a reply."""
    return [one.code for one in findings(text, values, more=more)]


def findings(text: str, values: dict[int, int], *, more: dict[str, Any] | None = None) -> list[Finding]:
    """What is found around the references of a reply."""
    indicator = {"issue": 1, "label": "cases", "unit": CASE, "values": values, **(more or {})}
    replies = [{"issue": 1, "text": text}]
    issues = [{"number": 1, "agencies": ["justice"]}]
    report = make_report({"indicators": {"x": indicator}, "replies": replies}, issues=issues)
    return list(words_fit_figures(CheckContext(report, merge_report(report), tree(report))))


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("In 2023, there were {{ x | compared(unit=True) }}.", 1, ["RG426"]),
        ("In 2023, there were {{ x | compared(unit=True) }}.", 2, []),
        ("In 2023, there were {{ x | value(unit=True) }}.", 0, []),
        ("In 2023, there was {{ x | value(unit=True) }}.", 1, []),
        ("In 2023, there was {{ x | value(unit=True) }}.", 12, ["RG426"]),
        ("In 2023, there was {{ x | value(unit=True) }}.", 0, ["RG426"]),
        ("In 2023, there were only {{ x | compared(unit=True) }}.", 1, ["RG426"]),
        ("In 2023, there were still {{ x | compared(unit=True) }}.", 2, []),
        ("There were {{ x | by_year(unit=True) }}.", 3, []),
        ("In 2023, the number was {{ x }}.", 1, []),
    ],
)
def test_the_verb_agrees_with_the_figure(text: str, last: int, expected: list[str]) -> None:
    """`There were` does not stand before one, nor `there was` before several."""
    assert expected == found(text, {2022: 1, 2023: last})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, courts heard {{ x | compared }} cases.", ["RG427"]),
        ("In 2023, courts heard {{ x | compared(years=[2022]) }} cases.", ["RG427"]),
        ("In 2023, courts heard {{ x | compared(unit=True) }}, and cases were closed.", []),
        ("In 2023, courts heard {{ x }} cases.", []),
        ("In 2023, courts heard {{ x | compared }} and closed them.", []),
        ("In 2023, courts heard {{ x | compared }} new criminal cases.", ["RG427"]),
        ("In 2023, courts heard {{ x | compared(unit=True) }} cases.", ["RG427"]),
        ("Courts heard {{ x | by_year }} cases.", ["RG427"]),
        ("In 2023, courts heard {{ x | compared }} of the cases.", []),
        ("In 2023, courts heard {{ x }} cases {{ x | comparison }}.", []),
        ("In 2023, {{ x | compared }} cases were heard.", ["RG427"]),
        ("In 2023, courts heard {{ x | with_previous }} new cases in all.", ["RG427"]),
        ("In 2022 and 2023, {{ x | respectively }} cases were heard.", ["RG427"]),
        ("In 2023, courts heard {{ x | compared(unit=True) }} concerning persons in custody.", []),
        ("In 2023, courts heard {{ x | compared }} brought by persons in custody.", []),
        ("In 2023, the number {{ x | change }} cases.", []),
    ],
)
def test_a_noun_stands_before_the_brackets(text: str, expected: list[str]) -> None:
    """The noun of the unit belongs to its figure."""
    assert expected == found(text, {2022: 455, 2023: 431})


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("In 2023, {{ x }} cases were heard.", 1, ["RG392"]),
        ("In 2023, {{ x }} cases were heard.", 2, []),
        ("In 2023, courts heard {{ x }} new cases.", 1, ["RG392"]),
        ("In 2023, courts heard {{ x }} case.", 5, ["RG392"]),
        ("In 2023, courts heard {{ x }} case.", 1, []),
        ("In 2023, {{ x }} case files were closed.", 5, []),
        ("In 2023, {{ x | value(unit=True) }} were heard.", 1, ["RG392"]),
        ("In 2023, {{ x | value(unit=True) }} was heard.", 1, []),
        ("In 2023, all but {{ x }} were heard.", 1, []),
        ("In 2023, {{ x }} of the cases was closed.", 1, []),
        ("In 2023, {{ x }} case and two appeals were heard.", 1, []),
        ("In 2023, {{ x }} case, of three cases, was closed.", 1, []),
        ("In 2023, {{ x }} complaints were heard.", 1, ["RG392"]),
        ("In 2023, {{ x }} remains in force.", 1, []),
        ("In 2023, {{ x }} case died.", 5, ["RG392"]),
        ("In 2023, {{ x }} person was heard.", 5, ["RG392"]),
        ("In 2023, {{ x }} person was heard.", 1, []),
        ("In 2023, {{ x }} staff was heard.", 5, []),
        ("In 2023, more than {{ x }} person was heard.", 5, []),
        ("In 2023, there were {{ x | change(form='noun') }}.", 20, ["RG426"]),
        ("In 2023, there was {{ x | change(form='noun') }}.", 20, []),
        ("In 2023, there were {{ x | fold }}.", 20, ["RG426"]),
        ("In 2022 and 2023, there were {{ x | yearly_average }}.", 20, []),
        ("In 2023, only {{ x }} cases were heard.", 0, ["RG426"]),
        ("In 2023, there were no fewer than {{ x | value(unit=True) }}.", 0, ["RG426"]),
        ("In 2023, only {{ x }} cases were heard.", 3, []),
        ("In 2023, courts heard a {{ x }} cases.", 12, ["RG426"]),
        ("In 2023, a {{ x }} day term was set.", 12, []),
        ("In 2023, these {{ x | value(unit=True) }} led to a trial.", 1, ["RG426"]),
        ("In 2023, all {{ x | value(unit=True) }} led to a trial.", 3, []),
        ("In 2023, both {{ x | value(unit=True) }} led to a trial.", 2, []),
        ("In 2023, both {{ x | value(unit=True) }} led to a trial.", 3, ["RG426"]),
        ("In 2023, courts heard both {{ x | at(2022) }} and {{ x }} cases.", 3, []),
    ],
)
def test_the_words_after_a_figure_agree_with_it(text: str, last: int, expected: list[str]) -> None:
    """A typed noun or verb stays as it is when the figure becomes one, or ceases to be one."""
    assert expected == found(text, {2022: 3, 2023: last})


def test_a_label_gives_the_noun_where_there_is_no_unit() -> None:
    """`persons trained`: one persons; of another noun a verb in the plural tells that it is one."""
    bare = {"label": "persons trained", "unit": None}

    assert ["RG392"] == found("In 2023, {{ x }} persons were trained.", {2022: 3, 2023: 1}, more=bare)
    assert ["RG392"] == found("In 2023, {{ x }} dogs were trained.", {2022: 3, 2023: 1}, more=bare)
    assert [] == found("In 2023, {{ x }} concerns a minor.", {2022: 3, 2023: 1}, more=bare)
    (far,) = findings("In 2023, courts helped {{ x | compared }} persons.", {2022: 3, 2023: 1}, more=bare)
    assert "“person / persons” as its unit and {{ x | compared(unit=True) }}" == str(far.values["reference"])


def test_a_hint_names_a_reference_that_can_be_written() -> None:
    """`each_year` has no nouns; `by_year` has."""
    (one,) = findings("In all: {{ x | each_year('{x} persons in {year}') }}.", {2022: 3, 2023: 1})

    assert "{{ x | by_year(unit=True) }}" == str(one.values["reference"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number {{ x | change(show='none') }}.", ["RG391"]),
        ("The number {{ x | multiplied(since=2021, show='none') }}.", ["RG391"]),
        ("The number {{ x | change }}.", []),
        ("Within one year, the number {{ x | change(show='none') }}.", []),
        ("In 2023, courts heard {{ x }} cases. The number {{ x | change(show='none') }}.", []),
        ("The number {{ x | change(show='none') }} compared with 2022.", []),
    ],
)
def test_a_change_is_told_with_its_years(text: str, expected: list[str]) -> None:
    """Of more than two values; of two, nobody is in doubt."""
    assert expected == found(text, {2021: 300, 2022: 455, 2023: 431})
    assert [] == found(text.replace("since=2021, ", ""), {2022: 455, 2023: 431})


_DAYS = {"label": "average length of detention", "unit": {"one": "day", "other": "days"}, "measure": "average"}
_RATE = {"label": "infant mortality", "unit": {"one": "per 1,000 births", "other": "per 1,000 births"}}
_DEATHS = {
    "label": "maternal deaths per 100,000 births",
    "unit": {"one": "death", "other": "deaths"},
    "measure": "rate",
}
_AGE = {"label": "average age", "unit": {"one": "year", "other": "years"}, "measure": "average"}
_PUPILS = {"label": "pupils per class", "unit": {"one": "pupil", "other": "pupils"}, "measure": "average"}
_AREA = {"label": "protected area", "unit": {"one": "hectare", "other": "hectares"}, "measure": "stock"}


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("The average length of detention fell to {{ x | at(2023) }} in 2023.", _DAYS, ["RG435"]),
        ("The average length of detention fell to {{ x | at(2023, unit=True) }} in 2023.", _DAYS, []),
        ("The average length of detention, in days, was {{ x | at(2023) }} in 2023.", _DAYS, []),
        ("The average was {{ x }}.", _DAYS, []),  # too short to be told from the cell of a table
        ("In 2023, the average length of detention {{ x | change(show='none') }}.", _DAYS, []),
        ("In 2023, the average length of detention {{ x | change(show='values') }}.", _DAYS, ["RG435"]),
        ("Infant mortality was down to {{ x }} at the end.", {**_RATE, "measure": "rate"}, ["RG435"]),
        ("Infant mortality was down to {{ x }} per 1,000 live births.", {**_RATE, "measure": "rate"}, []),
        ("Maternal mortality stood at {{ x }} per 100,000 births in 2023.", _DEATHS, []),
        ("Classes became smaller, and their average size was {{ x }}.", _PUPILS, []),
        ("The average age of those identified was {{ x }} in 2023.", _AGE, []),
        ("Life expectancy at birth was {{ x }} in 2023.", _AGE, []),
        ("On average, detention lasted {{ x }} in 2023.", _AGE, ["RG435"]),
        ("Parks and reserves took up {{ x }} of the State in 2023.", _AREA, ["RG435"]),
        ("Parks and reserves took up {{ x }} hectares in 2023.", _AREA, []),
        ("In 2023, the courts of first instance heard {{ x }} at once.", {}, []),
    ],
)
def test_what_is_measured_has_its_unit(text: str, more: dict[str, Any], expected: list[str]) -> None:
    """A duration, a rate or an area says nothing without its unit; what is counted may be called otherwise."""
    assert expected == [one for one in found(text, {2022: 84, 2023: 77}, more=more) if one == "RG435"]


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("{{ x }}", "{{ x | value(unit=True) }}"),
        ("{{ x | at(2023) }}", "{{ x | at(2023, unit=True) }}"),
        ("{{ x | value() }}", "{{ x | value(unit=True) }}"),
        ("{{ x | value }}", "{{ x | value(unit=True) }}"),
    ],
)
def test_the_reference_that_is_shown_can_be_written(reference: str, shown: str) -> None:
    """What the hint says to write is no error itself."""
    [told] = findings(f"The average length of detention fell to {reference} in 2023.", {2022: 84, 2023: 77}, more=_DAYS)
    assert shown == str(told.values["reference"])
    assert [] == found(f"The average length of detention fell to {shown} in 2023.", {2022: 84, 2023: 77}, more=_DAYS)


@pytest.mark.parametrize(
    ("label", "is_fault"),
    [
        ("how many women were trained", True),
        ("Women trained (total)", True),
        ("case", True),
        ("cases", False),
        ("women trained", False),
        ("persons (victims and witnesses) protected", False),
        ("total amount of compensation", False),
        ("women who were trained", False),
        ("issued permits", False),
        ("No. of cases", True),
        ("% of women", True),
        ("cases*", True),
        ("cases¹", True),
        ("forest in km²", False),
        ("women – trained", True),
        ("cases in 2023", True),
        ("cases (2021–2023)", True),
        ("cases opened as at 31 December 2023", True),
        ("victims of torture in January 2022", False),
        ("cases under the Act of 2019", False),
        ("CRIMINAL CASES", True),
        ("NGOs", False),
        ("UNHCR visits", False),
        ("the shelters", True),
        ("The shelters opened", True),
        ("these women", True),
        ("our courts of appeal", True),
        ("many children", True),
        ("the elderly", False),
        ("the Hague cases", False),
        ("many most-wanted persons", True),
        ("complaints against the shelters", False),
        ("judges were trained", True),
        ("we trained judges", True),
        ("there were cases", True),
        ("women who", True),
        ("women trained and", True),
        ("persons whose status was unknown", False),
        ("cases that have been closed", False),
        ("cases in which there was a conviction", False),
        ("women taken in", False),
    ],
)
def test_a_label_that_makes_no_sentence_is_remarked(label: str, *, is_fault: bool) -> None:
    """A question, the heading of a table, a singular; not a noun phrase."""
    report = make_report({"indicators": {"x": {"issue": 1, "label": label, "unit": CASE, "values": {2023: 3}}}})
    codes = [one.code for one in check_report(CheckContext(report, merge_report(report)))]
    assert is_fault == ("RG353" in codes)


@pytest.mark.parametrize(
    ("label", "unit", "is_fault"),
    [
        ("police officer trained", None, True),
        ("child in care", None, True),
        ("organized crime", None, True),
        ("police officers trained", None, False),
        ("staff", None, False),
        ("domestic violence", None, True),
        ("domestic violence reported", None, True),
        ("trafficking in persons", None, True),
        ("domestic violence", CASE, False),
        ("cases of domestic violence", None, False),
        ("domestic violence cases", None, False),
        ("prevalence of violence", {"currency": "T"}, False),
        ("prison population", None, False),
        ("number of cases", None, False),
        ("maximum number of prisoners", None, False),
        ("case opened", CASE, False),
        ("state budget", {"currency": "T"}, False),
        ("training", {"one": "hour", "other": "hours"}, False),
    ],
)
def test_a_singular_is_known_by_its_plural(label: str, unit: object, *, is_fault: bool) -> None:
    """Where no unit mends it, and things are counted; so is a noun without a plural."""
    report = make_report({"indicators": {"x": {"issue": 1, "label": label, "unit": unit, "values": {2023: 3}}}})
    codes = [one.code for one in check_report(CheckContext(report, merge_report(report)))]

    assert is_fault == ("RG353" in codes)


YEARS, MONEY = {"one": "year", "other": "years"}, {"currency": "T"}


@pytest.mark.parametrize(
    ("label", "fields", "is_asked"),
    [
        ("share of women", {}, True),
        ("women's share", {}, True),
        ("unemployment rate", {}, True),
        ("unemployment rate", {"unit": "percent"}, False),
        ("unemployment rate", {"measure": "rate"}, False),
        ("rate of recidivism", {"unit": CASE}, True),
        ("average age of judges", {"unit": YEARS}, True),
        ("average age of judges", {"unit": YEARS, "measure": "average"}, False),
        ("average wage", {"unit": MONEY}, True),
        ("budget", {}, True),
        ("budget", {"unit": MONEY}, False),
        ("expenditure on legal aid", {}, True),
        ("place in the index", {"unit": "rank"}, False),
        ("prevalence of violence", {}, True),
        ("complaints per 100,000", {}, True),
        ("area (hectares)", {}, True),
        ("length of proceedings, days", {}, True),
        ("women, per cent", {}, True),
        ("complaints", {}, False),
        ("child marriages", {}, False),
        ("prison population", {}, False),
        ("budgets adopted", {}, False),
        ("children (boys and girls)", {}, False),
        ("villages", {}, False),
    ],
)
def test_what_is_measured_needs_its_unit_or_its_measure(label: str, fields: dict[str, Any], *, is_asked: bool) -> None:
    """“The share of women was 14” says nothing, and the figures of two years would be added up."""
    report = make_report({"indicators": {"x": {"issue": 1, "label": label, "values": {2023: 3}, **fields}}})
    codes = [one.code for one in check_report(CheckContext(report, merge_report(report)))]

    assert is_asked == ("RG331" in codes)


@pytest.mark.parametrize(
    ("one", "other", "is_fault"),
    [
        ("persons", "person", True),
        ("women", "woman", True),
        ("cases of violence", "case of violence", True),
        ("person", "persons", False),
        ("staff", "staff", False),
        ("series", "series", False),
        ("km", "km", False),
    ],
)
def test_a_unit_whose_words_changed_places_is_remarked(one: str, other: str, *, is_fault: bool) -> None:
    """Else the report would print “3 person”."""
    unit = {"one": one, "other": other}
    report = make_report({"indicators": {"x": {"issue": 1, "label": "cases", "unit": unit, "values": {2023: 3}}}})
    codes = [one.code for one in check_report(CheckContext(report, merge_report(report)))]

    assert is_fault == ("RG398" in codes)
