"""A figure that a note limits is printed with the note, and is compared with no figure that it does not limit."""

from pathlib import Path

import pytest
from beside_data import said_of, words
from composing import composed
from project import make_project
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.statuses import statuses_are_told
from reportgen.checks.typed.numbers import find_typed_numbers
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.languages.language import load
from reportgen.model import merge_report
from reportgen.pipeline import check_project

DATA = """\
agency: justice
indicators:
  helped:
    label: persons helped
    unit: {one: person, other: persons}
    report: none
    values: {2021: 120, 2022: 130, 2023: {value: 140, note: first eleven months}}
    breakdown:
      - {label: women, by: sex, values: {2022: 60, 2023: {value: 61, note: without the Capital}}}
      - {label: men, by: sex, values: {2022: 70, 2023: 79}}
  heard:
    label: cases heard
    unit: {one: case, other: cases}
    report: none
    values: {2022: {value: 90, note: without the Capital}, 2023: {value: 80, note: without the Capital}}
  held:
    label: prisoners
    unit: {one: prisoner, other: prisoners}
    measure: stock
    report: none
    values: {2022: 800, 2023: {value: 850, note: as at 1 July, status: provisional}}
  poor:
    label: households in poverty
    unit: {one: household, other: households}
    report: none
    values: {2022: 1100, 2023: {value: 1200, status: estimated, note: more than this number}}
  trained:
    label: judges trained
    unit: {one: judge, other: judges}
    report: none
    values: {2022: 70, 2023: {value: 90, note: "Source: register of the Academy, October 2023"}}
  seen:
    label: persons seen
    unit: {one: person, other: persons}
    report: none
    values: {2022: 70, 2023: {value: 90, note: "first half, 2023"}}
    breakdown:
      - {label: women, values: {2023: {value: 40, note: in May}}}
      - {label: men, values: {2023: 50}}
"""
CODES = {"RG439", "RG441", "RG442"}


def found(root: Path, text: str, answers: str = "", *, final: bool = False) -> list[Diagnostic]:
    """What is said of the notes of the figures of a reply."""
    return said_of(root, DATA, [text], answers, final=final, codes=CODES)[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In 2023, {{ helped }} persons were helped.", [["RG441", "140"]]),
        ("In 2023, {{ helped }} persons were helped within months.", [["RG441", "140"]]),
        ("In 2023, {{ helped | value(part='women') }} women were helped.", [["RG441", "61"], ["RG441", "61"]]),
        (
            "In 2023, {{ helped | value(part='women') }} women were helped in the Capital.",
            [["RG441", "61"], ["RG441", "61"]],
        ),
        (
            "In the first eleven months of 2023, {{ helped | value(part='women') }} women were helped.",
            [["RG441", "61"]],
        ),
        ("In 2023, {{ helped | value(part='men') }} men were helped.", [["RG441", "79"]]),
        ("The parts were as follows: {{ helped | breakdown }}.", [["RG441", "61"], ["RG441", "61"]]),
        ("In 2023, {{ heard | with_share(helped) }} cases were heard.", []),
        ("In 2023, {{ helped | rate_per(poor, base=1000) }} were helped.", [["RG439", "116.7"], ["RG441", "116.7"]]),
        ("In 2023, there were {{ held }} prisoners.", [["RG439", "850"]]),
        ("In 2023, there were {{ held }} prisoners (provisional figure).", [["RG441", "850"]]),
        ("The number of persons helped {{ helped | change }}.", [["RG442", "{{ helped | change }}"]]),
        ("The number of persons helped {{ helped | from_to }}.", [["RG442", "{{ helped | from_to }}"]]),
        ("The number {{ helped | change(since=2021) }}.", [["RG442", "{{ helped | change(since=2021) }}"]]),
        (
            "The number rose from {{ helped | at(2022) }} in 2022 to {{ helped }} in the first eleven months of 2023.",
            [["RG442", "rose"]],
        ),
        (
            "In the first eleven months of 2023, {{ helped }} persons were helped, more than in 2022.",
            [["RG442", "more"]],
        ),
        ("| Persons | 2023 |\n| --- | --- |\n| Helped | {{ helped }} |", [["RG441", "140"]]),
    ],
)
def test_what_is_not_told(tmp_path: Path, text: str, said: list[list[str]]) -> None:
    """Each note of an indicator once: of values, parts, tables and rates; and each doubtful change."""
    diagnostics = found(tmp_path, text)

    assert said == [words(one) for one in diagnostics]
    assert all(one.place is not None and one.place.column for one in diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, {{ helped | at(2022) }} persons were helped.",
        "In the first eleven months of 2023, {{ helped }} persons were helped.",
        "In the first 11 months of 2023, {{ helped }} persons were helped.",
        "In 2023, {{ helped }} persons were helped (first eleven months).",
        "In 2023, {{ helped }} persons were helped.[^1]\n\n[^1]: First eleven months.",
        "In 2023, {{ helped }} persons were helped.\n\nThe figures of 2023 are those of the first eleven months.",
        "In 2023, {{ helped | compared(unit=True) }} were helped.",
        "In 2021–2023, {{ helped | total }} persons were helped.",
        "In 2021–2023, {{ helped | yearly_average(unit=True) }} were helped.",
        "Persons were helped as follows: {{ helped | by_year }}.",
        "In 2023, {{ heard }} cases were heard outside the capital.",
        "The number of cases heard {{ heard | change }}.",
        "The number outside the capital fell from {{ heard | at(2022) }} in 2022 to {{ heard }} in 2023.",
        "The number {{ helped | change(since=2021, at=2022) }}.",
        "The number rose from {{ helped | at(2021) }} in 2021 to {{ helped | at(2022) }} in 2022.",
        "On 1 July 2023, there were {{ held }} prisoners (provisional figure).",
        "In 2023, more than {{ poor }} households were poor.",
        "In 2023, {{ trained }} judges were trained.",
        "The number of judges trained {{ trained | change }}.",
    ],
)
def test_what_is_told_or_limits_nothing_is_left_alone(tmp_path: Path, text: str) -> None:
    """A sentence, brackets, a footnote, a phrase that says it; sources and round estimates; and two figures alike."""
    assert [] == found(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In the first eleven months of 2023, {{ helped }} persons were helped.", []),
        ("As at 1 July 2023, there were {{ held }} prisoners.", []),
        ("In the first ten months of 2023, {{ helped }} persons were helped.", ["RG430"]),
        ("In the first eleven months of 2022, {{ helped }} persons were helped.", ["RG430"]),
        ("As at 1 August 2023, there were {{ held }} prisoners.", ["RG430"]),
        ("In the first eleven months of 2022, {{ helped | at(2022) }} persons were helped.", ["RG430"]),
        ("In the first half of 2023, {{ trained }} judges were trained.", ["RG430"]),
        ("In October 2023, {{ trained }} judges were trained.", ["RG430"]),
        ("In March 2023, {{ seen }} persons were seen.", ["RG430"]),
        ("In the first half of 2023, {{ seen }} persons were seen.", []),
        ("In the first half of 2023, {{ seen | value(part='men') }} men were seen.", []),
        ("In May 2023, {{ seen | value(part='women') }} women were seen.", []),
        ("In May 2023, {{ seen }} persons were seen.", ["RG430"]),
        ("In May 2023, {{ seen | value(part='men') }} men were seen.", ["RG430"]),
    ],
)
def test_the_time_of_a_note_is_that_of_its_figure(tmp_path: Path, text: str, said: list[str]) -> None:
    """The words that tell a note stop no build, and those of another time do; so do a source's date and a year."""
    assert said == [one.code for one in said_of(tmp_path, DATA, [text], codes={"RG430", "RG431", "RG432"})[0]]


def test_the_words_for_a_provisional_figure_have_its_note(tmp_path: Path) -> None:
    """So that one correction tells both."""
    (asked,) = found(tmp_path, "In 2023, there were {{ held }} prisoners.")

    assert asked.hint is not None
    assert "“(provisional figure: as at 1 July)”" in asked.hint
    told = "In 2023, there were {{ held }} prisoners (provisional figure: as at 1 July)."
    assert [] == found(tmp_path / "told", told)
    data = DATA.replace("as at 1 July", "police data")
    ((of_source,),) = said_of(tmp_path / "source", data, ["There were {{ held }} prisoners."], codes=CODES)
    assert "“(provisional figure)”" in (of_source.hint or "")


def test_a_question_is_answered_for_its_figure(tmp_path: Path) -> None:
    """It stops a final report until then; the change is another question than the figure."""
    text = "In 2023, {{ helped }} persons were helped; the number {{ helped | change(show='none') }}."
    answer = "answers:\n  - {code: RG442, indicator: helped, period: 2023, value: 140, reason: December is quiet.}\n"

    assert [(Severity.ERROR, "RG442")] == [(one.severity, one.code) for one in found(tmp_path / "1", text, final=True)]
    assert [] == found(tmp_path / "2", text, answer, final=True)
    bare = "In 2023, {{ helped }} persons were helped."
    assert ["RG441"] == [one.code for one in found(tmp_path / "3", bare, answer)]
    assert [] == found(tmp_path / "4", bare, answer.replace("RG442", "RG441"))


@pytest.mark.parametrize(
    ("language", "note", "bare", "told", "another"),
    [
        ("fr", "onze premiers mois", "En 2023, {{ x }} personnes.", "(onze premiers mois)", "depuis deux mois"),
        ("fr", "hors capitale", "En 2023, {{ x }} personnes.", "(sans la capitale)", "dans la capitale"),
        ("es", "primeros once meses", "En 2023, {{ x }} personas.", "(primeros 11 meses)", "en meses"),
        ("es", "sin la capital", "En 2023, {{ x }} personas.", "(salvo la capital)", "en la capital"),
        ("ru", "первые одиннадцать месяцев", "В 2023 году {{ x }} человек.", "(за первые 11 месяцев)", "за месяц"),
        ("ru", "без столицы", "В 2023 году {{ x }} человек.", "(кроме столицы)", "в столице"),
        ("ar", "باستثناء العاصمة", "في عام 2023، {{ x }} شخصاً.", "(دون العاصمة)", "في العاصمة"),
        ("zh", "前11个月", "2023年,{{ x }}人。", "（2023年前11个月）", "（数个月内）"),
        ("zh", "不含首都", "2023年,{{ x }}人。", "（首都不包括在内）", "（首都）"),
        ("en", "without the capital", "In 2023, {{ x }} cases.", "(less the capital, not counted)", "heard. No case"),
        (
            "en",
            "without the capital",
            "In 2023, {{ x }} cases.",
            "(without that of the capital)",
            "in the capital. Not all",
        ),
        ("en", "first eleven months", "In 2023, {{ x }} cases.", "of the first 11 months", "under article 11"),
        ("en", "as at 1 July", "In 2023, {{ x }} cases.", "on 1 July", "heard since July under the rules of article 1"),
        ("en", "first half of the year", "In 2023, {{ x }} cases.", "of the first half", "of the first rank"),
        ("en", "first half of 2023", "In 2023, {{ x }} cases.", "of the first half", "in the second year"),
        ("en", "men only", "In 2023, {{ x }} persons.", "(all of them men)", "(of them, women)"),
        ("en", "12 of 17 regions", "In 2023, {{ x }} cases.", "in 12 of the 17 regions", "in all regions"),
        ("en", "new method in 2023", "In 2023, {{ x }} cases.", "(by a new method)", "heard"),
        ("zh", "仅限男性", "2023年,{{ x }}人。", "（男性）", "（女性）"),
        ("zh", "上半年", "2023年,{{ x }}人。", "（2023年上半年）", "（全年）"),
    ],
)
def test_every_language_has_its_words(language: str, note: str, bare: str, told: str, another: str) -> None:
    """By themselves, in brackets, and where the same words say something else."""
    stop = bare[-1]
    texts = (bare, bare[:-1] + f" {told}{stop}", bare[:-1] + f" {another}{stop}")
    assert [["RG441"], [], ["RG441"]] == [codes(text, note, language) for text in texts]


@pytest.mark.parametrize(
    ("language", "note", "compares"),
    [
        ("fr", "onze premiers mois", "Le nombre {{ x | change }}."),
        ("es", "primeros once meses", "El número {{ x | from_to }}."),
        ("ru", "без столицы", "Число {{ x | multiplied }}."),
        ("ar", "باستثناء العاصمة", "{{ x | change }}"),
        ("zh", "不含首都", "人数{{ x | change }}。"),
    ],
)
def test_a_change_between_unlike_figures_is_asked_about(language: str, note: str, compares: str) -> None:
    """In every language, by its reference; and not where both figures have the note, each perhaps with its year."""
    assert ["RG442"] == codes(compares, note, language)
    assert [] == codes(compares, note, language, before=note)
    assert [] == codes(compares, f"{note} 2023", language, before=f"{note} 2022".capitalize())
    assert ["RG442"] == codes(compares, f"{note} 2023", language, before=f"{note} 2024")


@pytest.mark.parametrize(
    ("language", "source", "limit"),
    [
        ("en", "Source: police register", "police register, first half of the year"),
        ("en", "With thanks to the Ministry", "With thanks to the Ministry; rural areas only"),
        ("fr", "Source : registre du Ministère", "registre de la capitale seulement"),
        ("es", "Fuente: registro civil", "registro civil, sin la capital"),
        ("ru", "По данным Министерства", "По данным Министерства, без столицы"),
        ("ar", "المصدر: سجل الوزارة", "سجل الوزارة، باستثناء العاصمة"),
        ("zh", "来源：公安部", "来源：公安部，仅限首都"),
        ("en", "Revised in May 2024", "corrected figures, first eleven months"),
        ("en", "checked by the Ministry", "not checked"),
        ("fr", "chiffre révisé", "chiffre non définitif"),
        ("es", "cifra corregida", "cifra no confirmada"),
        ("ru", "данные уточнены", "данные не проверены"),
        ("ar", "رقم منقح", "غير مؤكد"),
        ("zh", "修订后的数字", "未核实"),
        ("en", "police data", "data of the northern districts"),
        ("en", "Ministry of Justice", "schools of the Ministry of Defence"),
        ("en", "own calculations", "calculated for five regions"),
        ("en", "see table no. 3", "register without minors"),
        ("en", "first published in 2024", "Revised; first half"),
        ("en", "monthly statistics of the police", "police statistics, eleven months"),
        ("en", "data were confirmed in May 2024", "confirmed cases"),
        ("en", "as reported by the Ministry", "reported rapes"),
        ("en", "final figure", "final judgments"),
        ("en", "updated in May 2024", "survey in urban areas"),
        ("en", "as at 31 December", "from 6 June to the end of the year"),
        ("en", "Source: Ministry, without changes", "With thanks to the Ministry; north of the country"),
        ("en", "statistical yearbook 2023", "more than this number"),
        ("fr", "données de la police", "enquête dans deux régions"),
        ("fr", "Ministère de la justice", "écoles du ministère"),
        ("fr", "données confirmées par les tribunaux", "cas confirmés"),
        ("fr", "publié pour la première fois en 2024", "jugements définitifs"),
        ("fr", "au 31 décembre", "du 6 juin au 31 décembre"),
        ("es", "datos de la policía", "encuesta en dos regiones"),
        ("es", "cifra definitiva", "sentencias definitivas"),
        ("es", "última revisión en mayo de 2024", "último trimestre"),
        ("ru", "данные МВД", "перепись в двух районах"),
        ("ru", "Министерство юстиции", "школы Министерства обороны"),
        ("ru", "окончательные данные", "окончательные приговоры"),
        ("ru", "на конец года", "на 1 июля"),
        ("ar", "بيانات الشرطة", "سجل العاصمة"),
        ("ar", "أرقام مؤكدة", "الحالات المؤكدة"),
        ("zh", "警方数据", "两个地区的调查"),
        ("zh", "已确认", "确认病例"),
        ("zh", "截至12月31日", "截至7月1日"),
    ],
)
def test_a_source_limits_nothing(language: str, source: str, limit: str) -> None:
    """Unless it says what the figure covers as well."""
    words = load(language).patterns.note_words

    assert words.limit(source, "final") is None
    assert limit == words.limit(limit, "final")


def test_a_sentence_written_from_data_says_no_rise_between_unlike_figures(tmp_path: Path) -> None:
    """It has the figures and the note; without the note it says that they rose every year."""
    data = "agency: justice\nindicators:\n  a:\n    label: complaints\n    issue: 1\n"
    values = "    values: {2020: 10, 2021: 20, 2022: 30, 2023: {value: 40%s}}\n"
    texts = []
    for note in (", note: without the capital", ""):
        root = make_project(tmp_path / (note or "plain"), submissions__justice_yaml=data + values % note)
        built = check_project(root).composed
        assert built is not None
        texts.append(repr(built.document))

    assert "increased every year" not in texts[0]
    assert "without the capital" in texts[0]
    assert "increased every year" in texts[1]


def codes(text: str, note: str, language: str, before: str | None = None) -> list[str]:
    """What is said of a figure with a note in a reply in a language."""
    values = {2022: {"value": 70, "note": before}, 2023: {"value": 140, "note": note}}
    indicator = {"label": "x", "issue": 1, "report": "none", "values": values}
    report = make_report({"indicators": {"x": indicator}, "replies": [{"issue": 1, "text": text}]}, language=language)
    merged = merge_report(report)
    context, typed = CheckContext(report, merged), find_typed_numbers(composed(report), merged)
    return [one.code for one in statuses_are_told(context, typed)]
