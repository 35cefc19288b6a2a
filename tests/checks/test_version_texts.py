"""Texts of two versions of a report: the same paragraphs, the same figures, the same typed numbers."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

FILES = {
    "report.yaml": """
treaty: ccpr
state: {name: {ru: Аркания, en: Arcania}, code: ARC}
cycle: 3
symbol: CCPR/C/ARC/3
list_of_issues: CCPR/C/ARC/QPR/3
language: ru
versions: [en]
dates: {due: 2024, submitted: 2024-06-01}
reporting_years: [2022, 2023]
""",
    "agencies.yaml": "agencies: [{code: justice, name: {ru: Министерство юстиции, en: Ministry of Justice}}]\n",
    "issues.yaml": """
parts:
  - title: {ru: Общая информация, en: General information}
    themes:
      - issues:
          - {number: 1, text: {ru: Сообщите., en: Please report.}, agencies: [justice]}
""",
}
SUBMISSION = """
agency: justice
indicators:
  persons:
    label: {{ru: осужденные, en: persons convicted}}
    issue: 1
    values: {{2022: 1058, 2023: 342}}
    breakdown:
      - {{label: {{ru: женщины, en: women}}, values: {{2022: 58, 2023: 42}}}}
    source: {{ru: Реестр, en: Register}}
replies:
  - issue: 1
    text:
      ru: |
        {russian}
      en: |
        {english}
"""
_BREAK = "\n\n        "


def _found(folder: Path, russian: str, english: str, language: str | None = None) -> list[Diagnostic]:
    """What is said of two texts that do not say the same."""
    (folder / "submissions").mkdir(exist_ok=True)
    texts = {"russian": russian.replace("\n\n", _BREAK), "english": english.replace("\n\n", _BREAK)}
    for name, text in (FILES | {"submissions/justice.yaml": SUBMISSION.format(**texts)}).items():
        (folder / name).write_text(text, encoding="utf-8")
    known = {"RG379", "RG380", "RG381"}
    return [one for one in check_project(folder, language=language).diagnostics if one.code in known]


SAME = [
    ("В 2023 году осуждено {{ persons }}.", "In 2023, {{ persons }} were convicted."),
    ("В 2023 году {{ persons | compared }}.", "In 2023, {{ persons }}, and in 2022, {{ persons | at(2022) }}."),
    ("В {{ persons | last_period }} году {{ persons }}.", "In 2023, {{ persons }} persons."),
    ("Приказ № 1 058 от 12 мая 2019 года, 22,5 га.", "Order No. 1,058 of 12 May 2019, 22.5 hectares."),
    ("Три суда.", "There are 3 courts."),
    ("Круглосуточно.", "The centre is open for 24 hours."),
    ("В 90-е годы.", "In the 1990s."),
    ("В 2019 и 2020 годах; в 2019 году больше.", "In 2019, more than in 2020."),
    ("2,5 млн книг и семнадцать судов.", "There are 2,500 thousand books."),
    ("5 тыс. дел.", "There were 5,000 cases."),
    ("150 дел на 100 тыс. жителей.", "There were 150 cases per 100,000 inhabitants."),
    ("3–5 млн.", "There are 3,000,000–5,000,000."),
    ("Два миллиона, 12 судов.", "There are 2,000,000 in twelve courts."),
    ("01.02.2023, 21 суд.", "On 1 February 2023, there were twenty-one courts."),
    ("12,50 евро, 30,0 %.", "There are 12.5 euros, 30 per cent."),
    ("Дела: ١٬٠٥٨ и ２２.", "There are 1,058 cases and 22."),
    ("Первый.\n\nВторой:\n\n1. а\n2. б", "The first.\n\nThe second:\n\n1. a\n2. b"),
    ("В 2023 году {{ nobody }}.", "In 2023, {{ persons }} persons."),
]
"""The last refers to what there is not, of which another message tells."""


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_texts_that_say_the_same_are_left_alone(tmp_path: Path, russian: str, english: str) -> None:
    """Signs of numbers, words for small numbers and another order are no difference."""
    assert _found(tmp_path, russian, english) == []


OTHER = [
    ("Первый.\n\nВторой.", "All in one.", "RG379", ["Russian: 2, English: 1,"]),
    ("Все.", "One.\n\nTwo.\n\nThree.", "RG379", ["Russian: 1, English: 3,"]),
    ("{{ persons }}.", "{{ persons | at(2022) }}.", "RG380", ["осужденные, 2023", "осужденные, 2022"]),
    ("{{ persons | compared }}.", "{{ persons }}.", "RG380", ["осужденные, 2022; in English alone: none"]),
    ("{{ persons }}.", "{{ persons }}: {{ persons | breakdown }}.", "RG380", ["осужденные (женщины), 2023"]),
    ("Всего {{ persons }}.", "All of 342.", "RG380", ["English alone: none"]),
    ("Всего 1 058 дел.", "There were 1,085 cases.", "RG381", ["Russian alone: 1058", "English alone: 1085"]),
    ("В 2022 году.", "In 2023.", "RG381", ["2022", "2023"]),
    ("12 судов.", "There are 21 courts.", "RG381", ["12", "21"]),
    ("Суды.", "There are 120 courts.", "RG381", ["Russian alone: none", "English alone: 120"]),
    ("{{ persons }} и 342.", "{{ persons }} of 384.", "RG381", ["384"]),
    ("22,5 %.", "There are 225.", "RG381", ["22.5", "225"]),
    ("0,125 %.", "There are 125.", "RG381", ["0.125", "125"]),
    ("2,5 млн книг и 300 дел.", "There are 2.5 million books and 400 cases.", "RG381", ["300", "400"]),
    ("5 млн.", "There are 6,000,000.", "RG381", ["5;", "6000000"]),
    ("20 000 дел на 3 млн.", "There are 30,000 cases among 3 million.", "RG381", ["20000", "30000"]),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "code", "words"), OTHER)
def test_texts_that_do_not_say_the_same_are_named(
    tmp_path: Path, russian: str, english: str, code: str, words: list[str]
) -> None:
    """A warning at the text, with what each version has alone."""
    [found] = _found(tmp_path, russian, english)

    assert found.code == code
    assert all(word in found.message for word in words), found.message
    assert found.place is not None
    assert (Path(found.place.file).name, found.place.line) == ("justice.yaml", 14)


def test_another_version_is_compared_with_the_projects_own(tmp_path: Path) -> None:
    """The message of `--language en` stands at the English text."""
    [found] = _found(tmp_path, "Всего 1 058 дел.", "There were 1,085 cases.", language="en")

    assert "English alone: 1085; in Russian alone: 1058" in found.message
    assert found.place is not None
    assert found.place.line == 16


def test_numbers_of_labels_are_compared_too(tmp_path: Path) -> None:
    """Every text that stands in two languages, not replies alone."""
    _found(tmp_path, "Все.", "All.")
    file = tmp_path / "submissions" / "justice.yaml"
    text = file.read_text(encoding="utf-8").replace("en: Register", "en: Register of 2021")
    file.write_text(text, encoding="utf-8")

    [found] = [one for one in check_project(tmp_path).diagnostics if one.code == "RG381"]
    assert "2021" in found.message
