"""A currency that is given as a word stands only beside numbers that want this form of it."""

from decimal import Decimal

import pytest
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.languages import currencies_fit_numbers
from reportgen.model import merge_report


@pytest.mark.parametrize(
    ("language", "currency", "values", "named"),
    [
        ("fr", "euros", {2022: 12, 2023: 0}, "0"),
        ("fr", "francs CFA", {2023: 1}, "1"),
        ("es", "pesos", {2022: 0, 2023: 1}, "1"),
        ("ru", "долларов", {2023: 2}, "2"),
        ("ru", "рублей", {2022: 11, 2023: 21}, "21"),
        ("ru", "гривен", {2023: Decimal("1.5")}, "1.5"),
        ("ru", "белорусских рублей", {2023: 2}, "2"),
        ("ru", "долларов", {2023: 1234562}, "1,234,562"),
        ("fr", "euros", {2022: 12, 2023: 2}, None),
        ("fr", "euros", {2023: 1000000}, None),
        ("es", "pesos", {2022: 0, 2023: 12}, None),
        ("ru", "долларов", {2022: 5, 2023: 1000}, None),
        ("ru", "тенге", {2023: 2}, None),
        ("ru", "евро", {2023: 1}, None),
        ("fr", "EUR", {2023: 0}, None),
        ("fr", "yuan", {2023: 1}, None),
        ("es", "€", {2023: 1}, None),
        ("zh", "坚戈", {2023: 1}, None),
    ],
)
def test_a_number_that_wants_another_form_is_named(
    language: str, currency: str, values: dict[int, Decimal | int], named: str | None
) -> None:
    """The smallest of them; a code, a sign and a word that never changes fit all."""
    money = {"label": "x", "unit": {"currency": currency}, "values": values}
    report = make_report({"indicators": {"x": money}}, language=language)
    found = list(currencies_fit_numbers(CheckContext(report, merge_report(report))))

    assert ([] if named is None else [named]) == [one.values["value"] for one in found]


@pytest.mark.parametrize(("value", "named"), [(1234562, []), (7002, ["7,002"])])
def test_behind_the_word_of_a_scale_a_currency_has_one_form(value: int, named: list[str]) -> None:
    """`1,234562 млн долларов`; below a million the figure stands by itself."""
    money = {"label": "x", "unit": {"currency": "долларов"}, "show": "million", "values": {2023: value}}
    report = make_report({"indicators": {"x": money}}, language="ru")

    found = currencies_fit_numbers(CheckContext(report, merge_report(report)))
    assert named == [one.values["value"] for one in found]
