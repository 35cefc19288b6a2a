"""The model: strict, frozen, exact; schemas that an editor can check with."""

import json
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import ValidationError

from reportgen.diagnostics import Places
from reportgen.model import TREATIES, Agency, Indicator, Period, Submission
from reportgen.model.indicators import MEASURE_WORDS, Measure
from reportgen.model.schema import json_schemas
from reportgen.project.validate import validate


def test_a_float_is_never_taken_for_a_figure() -> None:
    """Figures are Decimal from the file on; a binary float is refused."""
    with pytest.raises(ValidationError):
        Indicator.model_validate({"values": {2023: 1.5}})


def test_unknown_fields_are_refused() -> None:
    """A misspelt field is an error, not a field that is ignored."""
    with pytest.raises(ValidationError):
        Submission.model_validate({"agency": "justice", "indicaters": {}})


def test_values_cannot_be_changed() -> None:
    """What was validated stays as it was."""
    indicator = Indicator.model_validate({"values": {2023: 1}})

    with pytest.raises(TypeError):
        indicator.values[Period.parse("2024")] = indicator.values[Period.parse("2023")]


def test_a_bare_figure_and_nothing_are_observations() -> None:
    """`2023: 384` and `2022:` are short for observations."""
    indicator = Indicator.model_validate({"values": {2023: 384, 2022: None}})

    assert (Decimal(384), None) == (indicator.value(Period.parse(2023)), indicator.value(Period.parse(2022)))


def test_periods_with_a_value_stand_in_the_order_of_time() -> None:
    """Periods without data are asked for, and are no periods with a value."""
    indicator = Indicator.model_validate({"values": {2023: 1, "2020-2023": 9, 2021: None, 2020: 3}})

    assert ["2020", "2023", "2020-2023"] == [str(period) for period in indicator.periods]


def test_more_digits_than_excel_keeps_are_refused() -> None:
    """A figure has at most fifteen significant digits."""
    with pytest.raises(ValidationError):
        Indicator.model_validate({"values": {2023: 10**16}})


def test_all_nine_core_treaties_are_known() -> None:
    """Each names its committee, its reporting article and its symbols."""
    assert 9 == len(TREATIES)
    assert "article 40 of the Covenant" == TREATIES["ccpr"].cited
    assert "CEDAW/C/KAZ/QPR/6" == TREATIES["cedaw"].symbols("KAZ", "6")["prior"]
    assert "E/C.12/SVK/3" == TREATIES["cescr"].symbols("SVK", "3")["report"]
    assert "article 29 (1) of the Convention" == TREATIES["ced"].cited


def test_a_masthead_names_the_treaty_but_for_one() -> None:
    """The Committee on Economic, Social and Cultural Rights was set up by the Council, which its documents name."""
    others = {code: treaty.masthead for code, treaty in TREATIES.items() if treaty.masthead != treaty.name}

    assert {"cescr": "Economic and Social Council"} == others


def test_every_project_file_has_a_schema_that_refuses_unknown_fields() -> None:
    """Editors complete and check YAML by these schemas."""
    schemas = {name: json.loads(data) for name, data in json_schemas().items()}

    assert {"report", "issues", "agencies", "submission", "clearances", "comments"} == {
        name.split(".")[0] for name in schemas
    }
    assert all(schema["additionalProperties"] is False for schema in schemas.values())


@pytest.mark.parametrize("code", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_no_agency_is_called_as_a_device_of_windows(code: str) -> None:
    """Its workbook could not be kept on the computers of ministries; a department's file begins with its agency."""
    _, (refused,) = validate(Agency, {"code": code, "name": "X"}, Places())

    assert ("RG207", True) == (refused.code, f"the text “{code}”" in refused.message)
    assert "Windows" in refused.message
    assert Agency.model_validate({"code": "justice", "name": "X", "departments": {code: "Y"}}).departments


@pytest.mark.parametrize("code", ["console", "con-1", "com", "com10", "com0", "lpt", "justice", "nullity"])
def test_agencies_may_be_called_nearly_so(code: str) -> None:
    """Only the very names are taken."""
    assert code == Agency.model_validate({"code": code, "name": "X"}).code


def test_a_department_is_not_called_answers() -> None:
    """Its file would be that of the answers of its agency; the message says what the code must be."""
    data = {"code": "justice", "name": "X", "departments": {"answers": "Y"}}
    _, (refused,) = validate(Agency, data, Places())

    assert ("RG207", True) == (refused.code, "“answers”, which other files are called" in refused.message)


@pytest.mark.parametrize("measure", MEASURE_WORDS)
def test_each_measure_that_has_words_is_one(measure: Measure) -> None:
    """What the workbook offers, an indicator may say, under the same name."""
    assert measure == Indicator(label="cases", measure=measure).measure
    assert sorted(MEASURE_WORDS) == sorted(get_args(Measure))
