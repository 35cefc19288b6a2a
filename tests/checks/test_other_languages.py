"""What is checked of numbers and nouns in languages whose prose is not read."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

FILES = {
    "report.yaml": """
treaty: ccpr
state: {{name: S, code: SSS}}
cycle: 3
symbol: CCPR/C/SSS/3
list_of_issues: CCPR/C/SSS/QPR/3
language: {language}
dates: {{due: 2024}}
reporting_years: [2022, 2023]
""",
    "agencies.yaml": "agencies: [{{code: justice, name: J}}]\n",
    "issues.yaml": "parts: [{{title: T, themes: [{{issues: [{{number: 1, text: T., agencies: [justice]}}]}}]}}]\n",
    "submissions/justice.yaml": """
agency: justice
indicators:
  x: {{label: X, unit: {unit}, issue: 1, values: {{2022: 140, 2023: 165}}, source: R}}
  y: {{label: Y, issue: 1, values: {{2023: 1507}}, source: R}}
replies:
  - {{issue: 1, text: "{text}"}}
""",
}


def _found(folder: Path, code: str, language: str, text: str, unit: str = "{one: a, other: b}") -> list[Diagnostic]:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content.format(language=language, text=text, unit=unit), encoding="utf-8")
    return [one for one in check_project(folder).diagnostics if one.code == code]


@pytest.mark.parametrize(
    ("language", "text", "is_warned"),
    [
        ("ar", "أُدين بموجب المادة 120 {{ x }} شخصاً.", True),
        ("ar", "في المادة 1 120 {{ x }} شخصاً.", True),
        ("fr", "En vertu de l’article 7 {{ x }} personnes.", True),
        ("ru", "По статье 120 {{ x }} лиц.", True),
        ("ar", "{{ x }} 120 شخصاً.", True),
        ("ar", "{{ y }} {{ x }} شخصاً.", True),
        ("ar", "أُدين بموجب المادة 120، {{ x }} شخصاً.", False),
        ("ar", "أُدين {{ x }} شخصاً و120 امرأة.", False),
        ("ar", "في عام 2023 {{ x }} شخصاً.", False),
        ("ar", "في عام 2023 {{ y }} شخصاً.", False),
        ("ar", "{{ x }} 12 شخصاً.", False),
        ("ar", "{{ x }} 1200 شخصاً.", False),
        ("es", "En el artículo 7 {{ x }} personas.", False),
        ("zh", "第7 {{ x }}人。", False),
    ],
)
def test_two_numbers_do_not_read_as_one(tmp_path: Path, language: str, text: str, *, is_warned: bool) -> None:
    """`120 165` is a number where a space parts thousands; `2023 165`, `120، 165` and Spanish `7 165` are two."""
    found = _found(tmp_path, "RG376", language, text)

    assert is_warned == bool(found)
    assert all(one.place is not None and one.place.line for one in found)


@pytest.mark.parametrize(
    ("language", "unit", "forms"),
    [
        ("ar", "{one: قضية جنائية, other: قضايا جنائية}", "two: …, many: …"),
        ("ar", "{one: قضية جنائية, other: قضايا جنائية, many: قضية جنائية}", "two: …"),
        ("ar", "{one: قضية جنائية, other: قضايا جنائية, two: قضيتان جنائيتان, many: قضية جنائية}", None),
        ("ar", "{one: قضية, other: قضايا}", None),
        ("ru", "{one: xyz, other: xyzs}", "few: …, many: …"),
        ("ru", "{one: дело, other: дела}", None),
        ("fr", "{one: affaire pénale, other: affaires pénales}", None),
    ],
)
def test_forms_that_are_not_known_are_asked_for(tmp_path: Path, language: str, unit: str, forms: str | None) -> None:
    """A noun of several words in Arabic, one that the dictionary lacks in Russian; never where all is known."""
    found = _found(tmp_path, "RG377", language, "T {{ x }}.", unit)

    assert bool(forms) == bool(found)
    assert all((one.hint or "").endswith(f": {forms}") for one in found)


@pytest.mark.parametrize(
    ("language", "text", "is_warned"),
    [
        ("fr", "Au cours de 2022, {{ x }} personnes ont été aidées.", True),
        ("fr", "Pendant l’année 2022, {{ x }} personnes ont été aidées.", True),
        ("fr", "Au 31 décembre 2022, {{ x }} personnes étaient détenues.", True),
        ("fr", "{{ x }} personnes ont été aidées au premier trimestre 2022.", True),
        ("fr", "La loi du 5 décembre 2022 vise {{ x }} personnes.", False),
        ("fr", "En 2022, {{ x | at(2022) }} affaires et, en 2023, {{ x }} affaires.", False),
        ("fr", "{{ x }} affaires en 2022, {{ x | at(2022) }} en 2023.", True),
        ("fr", "{{ x | at(2022) }} affaires en 2022, {{ x }} en 2023.", False),
        ("fr", "En 2022, {{ x }} affaires et, en 2023, {{ x | at(2022) }} affaires.", True),
        ("fr", "En 2023, {{ x }} affaires ouvertes en 2022 ont été jugées.", False),
        ("fr", "En 2022 et 2023, respectivement, {{ x | at(2022) }} et {{ x }} affaires.", False),
        ("fr", "En 2023, le taux était de 1,5, contre 2,5 en 2022, pour {{ x }} affaires.", False),
        ("es", "Durante 2022, se ayudó a {{ x }} personas.", True),
        ("es", "Al 31 de diciembre de 2022, había {{ x }} personas detenidas.", True),
        ("es", "La Ley de 5 de diciembre de 2022 ampara a {{ x }} personas.", False),
        ("es", "{{ x }} casos en 2022, {{ x | at(2022) }} en 2023.", True),
        ("ru", "За 2022 год рассмотрено {{ x }} дел.", True),
        ("ru", "В 2022 г. рассмотрено {{ x }} дел.", True),
        ("ru", "Закон принят в 2022 г. Рассмотрено {{ x }} дел.", False),
        ("ru", "В г. Алматы в 2022 г. рассмотрено {{ x }} дел.", True),
        ("ru", "В первом полугодии 2022 года рассмотрено {{ x }} дел.", True),
        ("ru", "По состоянию на 31 декабря 2022 года содержалось {{ x }} лиц.", True),
        ("ru", "На конец 2022 года содержалось {{ x }} лиц.", True),
        ("ru", "Закон от 5 декабря 2022 года касается {{ x }} лиц.", False),
        ("ru", "За 2023 год рассмотрено {{ x }} дел.", False),
        ("ru", "В 2022 году было {{ x }} дел, в 2023 году – {{ x | at(2022) }}.", True),
        ("ru", "В 2022 году было {{ x | at(2022) }} дел, в 2023 году – {{ x }}.", False),
        ("ar", "خلال عام 2022، بلغ عدد القضايا {{ x }}.", True),
        ("ar", "وفي نهاية عام 2022 بلغ عدد القضايا {{ x }}.", True),
        ("ar", "القانون رقم 5 لسنة 2015 يشمل {{ x }} شخصاً في عام 2023.", False),
        ("ar", "بلغ العدد {{ x }} في عام 2022، و{{ x | at(2022) }} في عام 2023.", True),
        ("zh", "2022年，共有{{ x }}人获得援助。", True),
        ("zh", "2023年，共有{{ x }}人获得援助。", False),
        ("zh", "2022年共{{ x }}人，2023年共{{ x | at(2022) }}人。", True),
        ("zh", "2022年共{{ x | at(2022) }}人，2023年共{{ x }}人。", False),
    ],
)
def test_a_figure_is_of_the_time_that_its_part_of_the_sentence_names(
    tmp_path: Path, language: str, text: str, *, is_warned: bool
) -> None:
    """Years with the words by which each language says when, also where figures of two years are exchanged."""
    assert is_warned == bool(_found(tmp_path, "RG371", language, text))
