"""The SDMX twin is read back by pysdmx: its structure message is valid, and the data are those of the submissions."""

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import JUSTICE, make_project
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.io.format import Format
from pysdmx.io.input_processor import process_string_to_read
from pysdmx.model import Codelist, DataStructureDefinition, Role
from pysdmx.model.__base import MaintainableArtefact

from reportgen import build
from reportgen.model import Period
from reportgen.twins.codes import CODE_CHARACTERS, assign_codes
from reportgen.twins.sdmx import time_period

FULL = (
    JUSTICE.replace("values: {2021: 944, 2022: 1058, 2023: 348}", "values: {2021: 944, 2022: 1058, 2023: 348.50}")
    .replace("{one: person, other: persons}", "{one: hour, other: hours}")
    .replace("{{ victims | compared }} victims", "{{ victims }}")
    .replace(
        "replies:",
        """\
  women:
    label: women who were helped, "in all"
    unit: percent
    issue: 1
    breaks: {2022: another register}
    values:
      2020-2022: 12.5
      2021: {value: 11, status: estimated, note: first months only}
      2022: 13
      2023: {value: 14.25, status: provisional}
      2023-H1: {status: not available}
    breakdown:
      - {label: in the North, by: region, values: {2022: 7}}
      - {label: aged under 18, by: age, values: {2022: {value: 3, previous: 4}}}
    exhaustive: false
  spent:
    label: money spent
    unit: {currency: "$"}
    issue: 1
    values: {2023-05: 1200000, 2023-01/2023-05: 1200000.5, 2023-Q1: 0}
replies:""",
    )
)


def made(project: Path, timestamp: dt.datetime | None = None) -> tuple[str, str]:
    """The data and the structure message of a project, in memory."""
    found = build(project, ["sdmx"], timestamp=timestamp)

    assert found.files, found.diagnostics
    assert {"CCPR-C-ARC-2.csv", "CCPR-C-ARC-2-structure.json", "manifest.json"} == found.files.keys()
    manifest = json.loads(found.files["manifest.json"])
    assert {"CCPR-C-ARC-2.csv", "CCPR-C-ARC-2-structure.json"} == manifest["outputs"].keys()
    return found.files["CCPR-C-ARC-2.csv"].decode(), found.files["CCPR-C-ARC-2-structure.json"].decode()


@pytest.fixture
def full(tmp_path: Path) -> tuple[str, str]:
    """Data of every kind of period, status, unit and breakdown."""
    return made(make_project(tmp_path, submissions__justice_yaml=FULL))


def rows(data: str) -> list[dict[str, str]]:
    """The rows as they stand in the file."""
    return list(csv.DictReader(io.StringIO(data, newline="")))


def structures(message: str) -> dict[str, Any]:
    """The artefacts of a structure message, validated against the schema of SDMX-JSON, by their names."""
    assert Format.STRUCTURE_SDMX_JSON_2_0_0 == process_string_to_read(message)[1]
    found = read_sdmx(message, validate=True).structures or ()
    return {one.id: one for one in found if isinstance(one, MaintainableArtefact)}


@pytest.mark.parametrize("by", ["Unnamed breakdown", "unnamed  breakdown", "region"])
def test_parts_of_an_unnamed_breakdown_are_rows_of_their_own(tmp_path: Path, by: str) -> None:
    """Whatever another one is called: no two rows have one key, and its name is the same as ever."""
    parts = f"""\
    breakdown:
      - {{label: women, values: {{2023: 3}}}}
      - {{label: women, by: {by}, values: {{2023: 5}}}}
    exhaustive: false
"""
    data, message = made(make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("    source: Fund\n", parts)))

    keys = [(row["INDICATOR"], row["BREAKDOWN"], row["PART"], row["TIME_PERIOD"]) for row in rows(data)]
    assert len(keys) == len(set(keys)) == 5
    names = [one.name for one in structures(message)["CL_BREAKDOWN_REPORT_CCPR_C_ARC_2"].codes]
    assert "Unnamed breakdown" in names


def test_pysdmx_reads_data_and_structure_together(full: tuple[str, str]) -> None:
    """One dataset with a structure, each observation once, and the numbers as they were given."""
    (dataset,) = get_datasets(*full)
    frame = dataset.data

    assert "Dataflow=ARC:REPORT_CCPR_C_ARC_2(1.0)" == dataset.structure.short_urn  # type: ignore[union-attr] # it is a Schema
    assert 13 == len(frame)
    assert not frame.duplicated(["INDICATOR", "BREAKDOWN", "PART", "TIME_PERIOD"]).any()
    values = {(one.INDICATOR, one.PART, one.TIME_PERIOD): one.OBS_VALUE for one in frame.itertuples()}
    assert (348.5, 944) == (values["victims", "_T", "2023"], values["victims", "_T", "2021"])
    assert (12.5, 14.25) == (values["women", "_T", "2020-01-01/P3Y"], values["women", "_T", "2023"])


def test_every_code_of_the_data_is_in_its_code_list(full: tuple[str, str]) -> None:
    """The list that the structure names for each column has the code, and every column is a component."""
    data, message = full
    found = structures(message)
    structure = next(one for one in found.values() if isinstance(one, DataStructureDefinition))
    columns = {one.id for one in structure.components}

    assert columns | {"STRUCTURE", "STRUCTURE_ID", "ACTION"} == set(rows(data)[0])
    for component in structure.components:
        listed = component.enumeration
        if isinstance(listed, Codelist):
            codes = {code.id for code in listed.codes}
            assert {row[component.id] for row in rows(data)} <= codes, component.id
    assert {"REF_AREA", "INDICATOR", "BREAKDOWN", "PART", "TIME_PERIOD"} == {
        one.id for one in structure.components if one.role is Role.DIMENSION
    }
    assert ["OBS_VALUE"] == [one.id for one in structure.components if one.role is Role.MEASURE]


def test_code_lists_name_measures_units_agencies_and_parts(full: tuple[str, str]) -> None:
    """The words of the submission stand beside the codes."""
    found = structures(full[1])

    def names(component: str) -> dict[str, str | None]:
        return {code.id: code.name for code in found[f"CL_{component}_REPORT_CCPR_C_ARC_2"].codes}

    assert {"justice": "Ministry of Justice", "interior": "Ministry of the Interior"} == names("AGENCY")
    assert {"hours": "hours", "Per_cent": "Per cent", "DOLLAR_SIGN": "$"} == names("UNIT_MEASURE")
    assert {"_T": "Total", "in_the_North": "in the North", "aged_under_18": "aged under 18"} == names("PART")
    assert {"_T": "No breakdown", "region": "region", "age": "age"} == names("BREAKDOWN")
    assert {"flow", "stock", "rate", "ratio", "average", "index", "rank"} == names("MEASURE").keys()
    assert 'women who were helped, "in all"' == names("INDICATOR")["women"]
    assert "SDMX" == found["CL_OBS_STATUS"].agency
    assert "2.2" == found["CL_OBS_STATUS"].version


@pytest.mark.parametrize(
    ("indicator", "part", "period", "expected"),
    [
        ("victims", "_T", "2023", {"OBS_STATUS": "A", "MEASURE": "flow", "UNIT_MEASURE": "hours", "SOURCE": "Fund"}),
        ("women", "_T", "2021", {"OBS_STATUS": "E", "COMMENT_OBS": "first months only", "MEASURE": "rate"}),
        ("women", "_T", "2022", {"OBS_STATUS": "B", "BREAK": "another register", "OBS_VALUE": "13"}),
        ("women", "_T", "2023", {"OBS_STATUS": "P", "OBS_VALUE": "14.25", "ISSUE": "1", "BREAK": ""}),
        ("women", "_T", "2023-S1", {"OBS_STATUS": "O", "OBS_VALUE": ""}),
        ("women", "aged_under_18", "2022", {"BREAKDOWN": "age", "PREVIOUS_VALUE": "4"}),
        ("spent", "_T", "2023-05", {"OBS_VALUE": "1200000", "UNIT_MEASURE": "DOLLAR_SIGN", "AGENCY": "justice"}),
        ("spent", "_T", "2023-Q1", {"OBS_VALUE": "0", "OBS_STATUS": "A"}),
    ],
)
def test_an_observation_has_its_attributes(
    full: tuple[str, str], indicator: str, part: str, period: str, expected: dict[str, str]
) -> None:
    """Status, note, break, former value and unit of each are what the file of the agency says."""
    key = (indicator, part, period)
    (row,) = (one for one in rows(full[0]) if key == (one["INDICATOR"], one["PART"], one["TIME_PERIOD"]))

    assert expected == {name: row[name] for name in expected}
    assert row["ORIGIN"].startswith("submissions/justice.yaml:")


def test_what_was_revised_since_the_last_report_has_both_values(tmp_path: Path) -> None:
    """The value of `previous/` stands beside the new one."""
    before = "agency: justice\nindicators:\n  victims: {values: {2021: 950}}\n"
    data, _ = made(make_project(tmp_path, previous__justice_yaml=before))

    assert [("2021", "944", "950"), ("2022", "1058", ""), ("2023", "348", "")] == [
        (one["TIME_PERIOD"], one["OBS_VALUE"], one["PREVIOUS_VALUE"]) for one in rows(data)
    ]


def test_the_date_of_the_message_is_the_argument_and_no_clock(tmp_path: Path) -> None:
    """Without one it is the earliest date that outputs may have, since the message must have some."""
    project = make_project(tmp_path)
    _, without = made(project)
    _, dated = made(project, dt.datetime(2024, 3, 15, 9, 30, tzinfo=dt.UTC))

    assert "1980-01-01T00:00:00Z" == json.loads(without)["meta"]["prepared"]
    assert "2024-03-15T09:30:00Z" == json.loads(dated)["meta"]["prepared"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023", "2023"),
        ("2020-2023", "2020-01-01/P4Y"),
        ("2023-H1", "2023-S1"),
        ("2023-H2", "2023-S2"),
        ("2023-Q4", "2023-Q4"),
        ("2023-05", "2023-05"),
        ("2023-01/2023-05", "2023-01-01/P5M"),
        ("2022-07/2023-06", "2022-07-01/P1Y"),
        ("2022-07/2024-01", "2022-07-01/P19M"),
    ],
)
def test_periods_are_written_as_sdmx_has_them(written: str, expected: str) -> None:
    """Years, halves, quarters and months have forms of their own; any other period is its start and length."""
    assert expected == time_period(Period.parse(written))


@given(st.lists(st.text(min_size=1), unique=True))
def test_codes_are_distinct_and_of_the_characters_that_sdmx_allows(texts: list[str]) -> None:
    """Whatever the words are, in any script and any number."""
    codes = assign_codes(texts)

    assert set(texts) == codes.keys()
    assert len(texts) == len({code.casefold() for code in codes.values()})
    assert all(0 < len(code) <= CODE_CHARACTERS for code in codes.values())
    assert all(code.isascii() and code.replace("_", "").isalnum() and code[0] != "_" for code in codes.values())


def test_a_code_does_not_change_with_what_stands_beside_it() -> None:
    """The only words with a code keep it; words that share one are told apart, whatever their order."""
    assert {"women": "women"} == assign_codes(["women"])
    assert assign_codes(["women", "men"])["women"] == assign_codes(["girls", "women"])["women"] == "women"
    shared = assign_codes(["Women", "women", "жінки"])
    assert shared == assign_codes(["жінки", "women", "Women"])
    assert "women" not in shared.values()
    assert shared["жінки"].startswith("X_")
