"""Sentences in five languages: the time of a figure, the part and the unit right behind it; right neighbours beside."""

from pathlib import Path
from typing import Any

import pytest
from beside_data import said_of
from project import REPORT
from ruamel.yaml import YAML

from reportgen.diagnostics import Diagnostic

SENTENCES = YAML(typ="safe").load(Path(__file__).with_name("typed_languages.yaml"))
DATA = """\
agency: justice
indicators:
  victims:
    label: "{victims}"
    unit: {{one: {one}, other: {other}}}
    report: none
    values: {{2021: 944, 2022: 1058, 2023: 348}}
    breakdown:
      - {{label: {women}, by: sex, values: {{2022: 500, 2023: 131}}}}
      - {{label: {men}, by: sex, values: {{2022: 558, 2023: 217}}}}
  prisoners:
    label: {prisoners}
    unit: {{one: {one}, other: {other}}}
    measure: stock
    report: none
    values: {{2022: 35000, 2023: 33600}}
    breakdown:
      - {{label: {remand}, by: status, values: {{2022: 7000, 2023: 5040}}}}
      - {{label: {convicted}, by: status, values: {{2022: 28000, 2023: 28560}}}}
  budget:
    label: {budget}
    unit: {{currency: T}}
    show: million
    report: none
    values: {{2022: 2800000000, 2023: 1400000000}}
  half: {{label: "{victims}, H1", report: none, values: {{2023-H1: 90}}}}
  h2: {{label: "{victims}, H2", report: none, values: {{2023-H2: 110}}}}
  nine: {{label: "{victims}, 01–09", report: none, values: {{2023-01/2023-09: 250}}}}
  span: {{label: "{victims}, 2021–2023", report: none, values: {{2021-2023: 2350}}}}
  share: {{label: {share}, unit: percent, report: none, values: {{2022: 54.1, 2023: 55.4}}}}
  rate: {{label: {rate}, measure: rate, report: none, values: {{2022: 17.2, 2023: 12.9}}}}
"""
each_language = pytest.mark.parametrize("language", SENTENCES)


def _said(root: Path, language: str, texts: list[str]) -> list[list[Diagnostic]]:
    data = DATA.format(**SENTENCES[language]["labels"])
    return said_of(root, data, texts, report_yaml=f"{REPORT}language: {language}\n")


@each_language
def test_what_is_false_is_asked_about(tmp_path: Path, language: str) -> None:
    """Each false sentence has one question, of its kind."""
    wrong: list[Any] = SENTENCES[language]["wrong"]
    said = _said(tmp_path, language, [text for _, text in wrong])

    assert {text: [code] for code, text in wrong} == {
        text: [one.code for one in several] for (_, text), several in zip(wrong, said, strict=True)
    }


@each_language
def test_what_is_true_is_left_alone(tmp_path: Path, language: str) -> None:
    """Parts that are joined, acts with their years, percentages of others, and figures of two years."""
    right = SENTENCES[language]["right"]
    said = _said(tmp_path, language, right)

    assert {} == {text: [one.message for one in several] for text, several in zip(right, said, strict=True) if several}


@each_language
def test_there_are_fifteen_of_each(language: str) -> None:
    """False and right ones."""
    assert min(len(SENTENCES[language]["wrong"]), len(SENTENCES[language]["right"])) >= 15


def test_a_part_of_the_year_that_a_note_names_is_that_of_its_figure(tmp_path: Path) -> None:
    """The note says that the figure of the year is that of its first half; any other part of it is false."""
    data = """\
agency: justice
indicators:
  helped:
    label: personnes aidées
    unit: {one: personne, other: personnes}
    report: none
    values: {2022: 120, 2023: {value: 140, note: premier semestre}}
"""
    parts = ("Au premier semestre de 2023", "Au second semestre de 2023", "En mars 2023")
    texts = [f"{part}, {{{{ helped }}}} personnes ont été aidées." for part in parts]
    said = said_of(tmp_path, data, texts, codes={"RG371"}, report_yaml=f"{REPORT}language: fr\n")

    assert [[], ["RG371"], ["RG371"]] == [[one.code for one in several] for several in said]
