"""What is typed around figures from data: numbers, shares, nouns, units and times that the data prove or refute."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from beside_data import said_of, words
from conftest import Golden
from project import make_project
from ruamel.yaml import YAML
from spoken import all_spoken

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.pipeline import check_project

SENTENCES = YAML(typ="safe").load(Path(__file__).with_name("typed_sentences.yaml"))
DATA = """\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {one: person, other: persons}
    report: none
    values: {2020: 262, 2021: 944, 2022: 1058, 2023: 348}
    breakdown:
      - {label: women, by: sex, values: {2022: 500, 2023: 131}}
      - {label: men, by: sex, values: {2022: 558, 2023: 217}}
      - {label: Almaty, by: region, exhaustive: false, values: {2022: 310, 2023: 120}}
      - {label: Astana, by: region, values: {2022: 204, 2023: 88}}
      - {label: north of the country, by: part, exhaustive: false, values: {2022: 400, 2023: 140}}
      - {label: south of the country, by: part, values: {2022: 304, 2023: 108}}
  minors:
    label: children placed in shelters
    unit: {one: child, other: children}
    report: none
    values: {2022: 110, 2023: 120}
    breakdown:
      - {label: {one: girl, other: girls}, by: sex, values: {2022: 70, 2023: 72}}
      - {label: {one: boy, other: boys}, by: sex, values: {2022: 40, 2023: 48}}
  cases:
    label: criminal cases of trafficking
    unit: {one: case, other: cases}
    report: none
    values: {2022: 410, 2023: 384}
  convictions:
    label: convictions for trafficking
    unit: {one: conviction, other: convictions}
    report: none
    values: {2022: 210, 2023: 96}
  applications:
    label: applications for asylum
    unit: {one: application, other: applications}
    report: none
    values: {2022: 600, 2023: 640}
  granted:
    label: applications for asylum that were granted
    unit: {one: application, other: applications}
    report: none
    values: {2022: 300, 2023: 212}
  complaints:
    label: complaints of ill-treatment
    unit: {one: complaint, other: complaints}
    report: none
    values: {2022: 500, 2023: 510}
  upheld:
    label: complaints that were upheld
    unit: {one: complaint, other: complaints}
    report: none
    values: {2022: 100, 2023: 408}
  share:
    label: share of women among judges
    unit: percent
    report: none
    values: {2022: 54.1, 2023: 55.4}
  judges:
    label: judges
    unit: {one: judge, other: judges}
    measure: stock
    report: none
    values: {2022: 2380, 2023: 2400}
    breakdown:
      - {label: women, by: sex, values: {2022: 1288, 2023: 1330}}
      - {label: men, by: sex, values: {2022: 1092, 2023: 1070}}
  budget:
    label: expenditure on legal aid
    unit: {currency: T}
    show: million
    report: none
    values: {2022: 2800000000, 2023: 1400000000}
  damages:
    label: damages paid to victims of torture
    unit: {currency: $}
    report: none
    values: {2022: 60200, 2023: 120400}
  inspections:
    label: inspections of places of detention
    report: none
    values: {2022: 76, 2023: 152}
"""


def found(root: Path, texts: Sequence[str], answers: str = "", *, final: bool = False) -> list[list[Diagnostic]]:
    """What is said of the words of each text."""
    return said_of(root, DATA, texts, answers, final=final)


def test_what_the_data_contradict_is_asked_about(tmp_path: Path, golden: Golden) -> None:
    """Each false sentence with the words that make it false, at their place."""
    said = found(tmp_path, [one["text"] for one in SENTENCES["asked"]])

    told = [
        sorted(map(words, one), key=wanted["said"].index) for one, wanted in zip(said, SENTENCES["asked"], strict=True)
    ]
    assert [one["said"] for one in SENTENCES["asked"]] == told
    assert all(one.place is not None and one.place.column for several in said for one in several)
    golden("checks/typed_sentences.txt", all_spoken(said, tmp_path))


def test_what_is_true_or_of_something_else_is_not(tmp_path: Path) -> None:
    """Their right neighbours, and idioms, names of acts, ages and deadlines."""
    said = found(tmp_path, SENTENCES["right"])

    assert {text: list(map(words, one)) for text, one in zip(SENTENCES["right"], said, strict=True) if one} == {}


@pytest.mark.parametrize(
    ("code", "text", "of"),
    [
        ("RG386", "In 2023, over 400 victims ({{ victims }}) received compensation.", "indicator: victims, value: 348"),
        ("RG387", "In 2023, most of the {{ victims }} victims were women.", "indicator: victims, value: 348"),
        (
            "RG388",
            "In 2023, {{ victims | value(part='men') }} women received compensation.",
            "indicator: victims, part: men, value: 217",
        ),
        ("RG389", "In 2023, the State spent {{ budget }} euros.", "indicator: budget, value: 1400000000"),
        ("RG431", "Before 2023, {{ victims }} victims received compensation.", "indicator: victims, value: 348"),
    ],
)
def test_a_question_stops_a_final_report_until_it_is_answered(tmp_path: Path, code: str, text: str, of: str) -> None:
    """The question is that of one figure, as every other one."""
    answer = f"answers: [{{code: {code}, {of}, period: 2023, reason: It is so.}}]\n"
    ((draft,),) = found(tmp_path, [text])
    ((final,),) = found(tmp_path, [text], final=True)

    assert (draft.code, draft.severity) == (code, Severity.WARNING)
    assert (final.code, final.severity) == (code, Severity.ERROR)
    assert found(tmp_path, [text], answer, final=True) == [[]]


def test_a_number_that_contradicts_the_data_is_an_error_and_no_question_as_well(tmp_path: Path) -> None:
    """What RG450 says of a number need not be asked."""
    ((only,),) = found(tmp_path, ["In 2023, three hundred and fifty victims ({{ victims }}) received compensation."])

    assert only.code == "RG450"


def test_a_share_is_measured_by_the_values_as_they_are(tmp_path: Path) -> None:
    """Each share at its ends: 131 of 348 are 37.6 per cent, 212 of 640 are 33.1."""
    pattern = (
        "In 2023, {{{{ victims | value(part='women') }}}} of the {{{{ victims }}}} victims ({} per cent) were women."
    )
    shares = {"37": True, "38": False, "37.6": False, "37.7": True, "over 37": False, "over 38": True, "under 37": True}
    said = found(tmp_path, [pattern.format(one) for one in shares])

    assert [bool(one) for one in said] == list(shares.values())


def test_words_that_are_typed_twice_have_two_places(tmp_path: Path) -> None:
    """Each place of a text is told, also those of its items and its notes."""
    text = "Over 400 victims ({{ victims }}) in 2023:\n\n      - over 400 victims ({{ victims }}) in 2023;\n"
    make_project(tmp_path, submissions__justice_yaml=f"{DATA}replies:\n  - issue: 1\n    text: |\n      {text}")
    told = [one.place for one in check_project(tmp_path).diagnostics if one.code == "RG386"]

    lines = [one.line for one in told if one is not None and one.line is not None]
    assert [line - lines[0] for line in lines] == [0, 2]


@pytest.mark.parametrize(
    ("head", "rows", "asked"),
    [
        ("Number", [("Women", "part='men'"), ("Men", "part='women'")], ["Women", "Men"]),
        ("Number", [("Women", "part='women'"), ("Men", "part='men'"), ("Total", "")], []),
        ("Women", [("Compensated", "part='men'")], ["Women"]),
        ("Women", [("Compensated", "")], ["Women"]),
        ("Women and men", [("Compensated", "")], []),
        ("Female victims", [("Almaty", "part='women'")], []),
        ("Number", [("North", "part='north of the country'"), ("South", "part='south of the country'")], []),
        ("Number", [("North", "part='south of the country'"), ("Country", "part='north of the country'")], ["North"]),
    ],
)
def test_a_cell_is_of_the_part_that_its_row_and_its_column_name(
    tmp_path: Path, head: str, rows: Sequence[tuple[str, str]], asked: Sequence[str]
) -> None:
    """Figures of parts that are exchanged in a table that somebody typed."""
    lines = [f"| {name} | {{{{ victims | value({part}) }}}} |" for name, part in rows]
    table = "\n      ".join(["See below.", "", "Table: Victims", "", f"| Kind | {head} |", "|---|---|", *lines])
    make_project(tmp_path, submissions__justice_yaml=f"{DATA}replies:\n  - issue: 1\n    text: |\n      {table}\n")
    told = [one for one in check_project(tmp_path).diagnostics if one.code == "RG388"]

    assert [words(one)[1] for one in told] == list(asked)
    assert all(one.place is not None and one.place.column for one in told)


def test_a_share_is_that_of_one_period(tmp_path: Path) -> None:
    """What was granted in 2022 is no part of what was lodged in 2023."""
    text = "A fifth of the {{ applications }} applications ({{ granted%s }}) were granted."

    assert found(tmp_path, [text % " | at(2022)"]) == [[]]
    assert [one.code for (one,) in found(tmp_path, [text % ""])] == ["RG387"]
