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
  m: {{label: M, unit: {{currency: T}}, show: million, issue: 1, values: {{2023: 1400000000}}, source: R}}
  p: {{label: P, unit: percent, issue: 1, values: {{2023: 55}}, source: R}}
  parts:
    label: Z
    issue: 1
    values: {{2023: 348}}
    source: R
    breakdown: [{{label: "{women}", values: {{2023: 131}}}}, {{label: "{men}", values: {{2023: 217}}}}]
replies:
  - {{issue: 1, text: "{text}"}}
""",
}


SEXES = {
    "ar": ("نساء", "رجال"),
    "es": ("mujeres", "hombres"),
    "fr": ("femmes", "hommes"),
    "ru": ("женщины", "мужчины"),
    "zh": ("女性", "男性"),
}


def _found(folder: Path, code: str, language: str, text: str, unit: str = "{one: a, other: b}") -> list[Diagnostic]:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(
            content.format(language=language, text=text, unit=unit, women=SEXES[language][0], men=SEXES[language][1]),
            encoding="utf-8",
        )
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
        ("fr", "Selon la loi de 2023, {{ x }} personnes ont été aidées, en 2022.", True),
        ("fr", "Selon la loi de 2023, en 2022, {{ x }} personnes ont été aidées.", True),
        ("fr", "En 2023, {{ x }} personnes ont été aidées, en 2022.", False),
        ("fr", "L’an passé, {{ x }} personnes ont été aidées, en 2022, en 2023.", False),
        ("fr", "Selon la loi de 2023, {{ x }} personnes ont été aidées, comme les affaires de loin, en 2022.", False),
        ("fr", "L’an passé, {{ x }} personnes ont été aidées, et de loin, en 2022.", True),
        ("fr", "Avant 2023, {{ x }} personnes ont été aidées.", True),
        ("fr", "Après 2023, {{ x | at(2022) }} personnes ont été aidées.", True),
        ("fr", "Avant 2023, {{ x | at(2022) }} personnes ont été aidées.", False),
        ("fr", "Après 2021, {{ x }} personnes ont été aidées.", False),
        ("fr", "Les faits commis avant 2020 ont donné lieu à {{ x }} affaires en 2023.", False),
        ("fr", "Avant la fin de 2023, {{ x }} personnes ont été aidées.", False),
        ("es", "Antes de 2023, se ayudó a {{ x }} personas.", True),
        ("es", "Después de 2021, se ayudó a {{ x }} personas.", False),
        ("ru", "До 2022 года рассмотрено {{ x }} дел.", True),
        ("ru", "После 2021 года рассмотрено {{ x }} дел.", False),
        ("ru", "До 2022 года закона не было. Рассмотрено {{ x }} дел.", False),
        ("ar", "قبل عام 2023، بلغ عدد القضايا {{ x }}.", True),
        ("ar", "بعد عام 2021، بلغ عدد القضايا {{ x }}.", False),
        ("zh", "2023年以前，共有{{ x }}人获得援助。", True),
        ("zh", "2021年以后，共有{{ x }}人获得援助。", False),
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


@pytest.mark.parametrize(
    ("head", "is_asked"), [("Femmes", True), ("Hommes", False), ("Toutes les femmes", False), ("Nombre", False)]
)
def test_a_cell_is_of_the_part_whose_label_its_head_is(tmp_path: Path, head: str, *, is_asked: bool) -> None:
    """Where prose is not read, only a label as it stands names a part; capitals do not count."""
    table = f"| Année | {head} |\\n|---|---|\\n| 2023 | {{{{ parts | value(part='hommes') }}}} |"

    assert is_asked == bool(_found(tmp_path, "RG388", "fr", f"Voici.\\n\\nTable: Victimes\\n\\n{table}"))


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("fr", "En 2023, {{ parts | value(part='hommes') }} femmes ont été aidées.", "RG388"),
        ("fr", "En 2023, {{ parts }} femmes ont été aidées.", "RG388"),
        ("fr", "En 2023, {{ parts | value(part='femmes') }} femmes ont été aidées.", ""),
        ("fr", "En 2023, {{ parts }} femmes et hommes ont été aidés.", ""),
        ("fr", "En 2023, {{ parts }} personnes ont été aidées.", ""),
        ("es", "En 2023, se ayudó a {{ parts | value(part='hombres') }} mujeres.", "RG388"),
        ("zh", "2023年，共有{{ parts | value(part='男性') }}女性获得援助。", "RG388"),
        ("ru", "В 2023 году: {{ parts | value(part='мужчины') }} женщины.", "RG388"),
        ("ar", "في عام 2023، {{ parts | value(part='رجال') }} نساء.", "RG388"),
        ("fr", "En 2023, l’État a versé {{ m }} millions.", "RG389"),
        ("fr", "En 2023, l’État a versé {{ m }} à des millions de personnes.", ""),
        ("fr", "En 2023, {{ x }} % ont été aidés.", "RG389"),
        ("fr", "En 2023, la part était de {{ p }}.", ""),
        ("fr", "En 2023, la part était de {{ p }} millions.", "RG389"),
        ("es", "En 2023, el Estado pagó {{ m }} millones.", "RG389"),
        ("ru", "В 2023 году выплачено {{ m }} млн.", "RG389"),
        ("zh", "2023年，共支付{{ y }}万元。", "RG389"),
        ("zh", "2023年，共有{{ y }}人获得援助。", ""),
        ("ar", "في عام 2023، {{ y }} مليون شخص.", "RG389"),
    ],
)
def test_words_behind_a_figure_are_those_of_it(tmp_path: Path, language: str, text: str, code: str) -> None:
    """The labels of the other parts, and the words of millions and of percentages that each language has."""
    told = [one.code for one in _found(tmp_path, "RG388", language, text) + _found(tmp_path, "RG389", language, text)]

    assert told == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "En 2023, la part était de {{ p }} millions.",
            "“millions” is typed here, and the figure is measured in per cent",
        ),
        ("En 2023, l’État a versé {{ m }} millions.", "“millions” is typed here, and the figure is measured in T"),
        ("En 2023, {{ x }} % ont été aidés.", "“%” is typed here, and the figure is measured in b"),
        ("En 2023, {{ y }} % ont été aidés.", "“%” is typed here, and the figure is measured in single ones"),
    ],
)
def test_a_unit_that_is_typed_is_told_with_that_of_the_figure(tmp_path: Path, text: str, said: str) -> None:
    """A percentage, a currency, a noun, or nothing that is named."""
    (found,) = _found(tmp_path, "RG389", "fr", text)

    assert said in found.message
