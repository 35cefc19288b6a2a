"""Scales in the words of what is counted are refused, and scales of something else are not."""

from typing import Any

import pytest
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.scaled import figures_are_whole
from reportgen.model import merge_report


def found(**fields: Any) -> list[tuple[str, object]]:
    """The words in which a scale is found in an indicator."""
    indicator = {"label": "visitors", "values": {2022: 12, 2023: 14}, **fields}
    report = make_report({"indicators": {"x": indicator}})
    return [(one.code, one.values["words"]) for one in figures_are_whole(CheckContext(report, merge_report(report)))]


@pytest.mark.parametrize(
    "label",
    [
        "visitors (thousands)",
        "visitors ('000)",
        "budget in millions of tenge",
        "budget (in millions of tenge)",
        "visitors, thousands",
        "budget, million T",
        "thousands of visitors",
        "посетители (тыс. человек)",
        "бюджет, млн тенге",
        "visiteurs (en milliers)",
        "presupuesto en millones de pesos",
        "访客（万人）",
        "الميزانية (مليار دولار)",
        "الميزانية (بلايين الدولارات)",
        "الميزانية (بليون)",
    ],
)
def test_a_scale_in_a_label_is_refused(label: str) -> None:
    """The figure of the cell would be printed beside it, or without it."""
    assert [("RG332", label)] == found(label=label)


@pytest.mark.parametrize(
    "label",
    [
        "complaints",
        "cities (with more than 1 million inhabitants)",
        "deaths (per million inhabitants)",
        "participants in the Million Trees programme",
        "persons aged 100 and over",
        "offences (Criminal Code, art. 146)",
        "loans above V$1 million",
        "projects worth a million tenge",
        "millionaires",
        "offices in hundreds of villages",
    ],
)
def test_a_scale_of_something_else_is_left_alone(label: str) -> None:
    """What is counted may have to do with millions."""
    assert [] == found(label=label)


@pytest.mark.parametrize(
    ("unit", "is_refused"),
    [
        ({"one": "thousand visitors", "other": "thousand visitors"}, True),
        ({"one": "тыс. человек", "other": "тыс. человек"}, True),
        ({"one": "millier de personnes", "other": "milliers de personnes"}, True),
        ({"one": "万人", "other": "万人"}, True),
        ({"one": "ألف شخص", "other": "ألف شخص"}, True),
        ({"one": "مليار دولار", "other": "مليارات دولار"}, True),
        ({"currency": "T million"}, True),
        ({"currency": "US$ bn"}, True),
        ({"currency": "$m"}, True),
        ({"currency": "US$"}, False),
        ({"one": "death per million inhabitants", "other": "deaths per million inhabitants"}, False),
        ({"one": "décès par million d’habitants", "other": "décès par million d’habitants"}, False),
        ({"one": "metre", "other": "metres"}, False),
        ("percent", False),
    ],
)
def test_a_scale_in_a_unit_is_refused(unit: object, *, is_refused: bool) -> None:
    """`14 thousand visitors` are not “the number of visitors was 14”; a rate per million is."""
    assert is_refused == bool(found(unit=unit))


def test_a_scale_in_a_part_is_refused() -> None:
    """Of the part that has it."""
    parts = [{"label": "women (thousands)", "values": {2023: 4}}, {"label": "men", "values": {2023: 10}}]

    assert [("RG332", "women (thousands)")] == found(breakdown=parts)
