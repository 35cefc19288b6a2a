"""A figure that is provisional or an estimate is told so by its reply, and a final one is not called provisional."""

from pathlib import Path

import pytest
from beside_data import said_of, words
from composing import composed
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.statuses import statuses_are_told
from reportgen.checks.typed.numbers import find_typed_numbers
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.model import merge_report

DATA = """\
agency: justice
indicators:
  helped:
    label: persons helped
    unit: {one: person, other: persons}
    report: none
    values: {2022: 130, 2023: {value: 140, status: provisional}}
    breakdown:
      - {label: women, by: sex, values: {2022: 60, 2023: {value: 61, status: provisional}}}
      - {label: men, by: sex, values: {2022: 70, 2023: {value: 79, status: provisional}}}
  poor:
    label: households in poverty
    unit: {one: household, other: households}
    report: none
    values: {2022: 1100, 2023: {value: 1200, status: estimated}}
  planned:
    label: shelters planned
    unit: {one: shelter, other: shelters}
    report: none
    values: {2030: {value: 12, status: estimated}}
  trained:
    label: judges trained
    unit: {one: judge, other: judges}
    report: none
    values: {2022: 70, 2023: 90}
"""


def found(root: Path, text: str, answers: str = "", *, final: bool = False) -> list[Diagnostic]:
    """What is said of the status of the figures of a reply."""
    return said_of(root, DATA, [text], answers, final=final, codes={"RG439", "RG440"})[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In 2023, {{ helped }} persons were helped.", [["RG439", "140"]]),
        ("In 2023, {{ helped | value(part='women') }} women were helped.", [["RG439", "61"]]),
        ("In 2023, {{ helped }} persons were helped. Provisional measures were taken.", [["RG439", "140"]]),
        ("Of persons in provisional detention, {{ helped }} were helped in 2023.", [["RG439", "140"]]),
        ("In 2023, {{ poor }} households were poor.", [["RG439", "1,200"]]),
        ("In 2023, {{ poor }} households were poor (provisional figure).", [["RG439", "1,200"]]),
        (
            "In 2023, {{ helped }} persons were helped and {{ poor }} households were poor.",
            [["RG439", "140"], ["RG439", "1,200"]],
        ),
        (
            "In 2023, {{ helped }} were helped.\n\nOf them, {{ helped | value(part='men') }} men (provisional figure).",
            [["RG439", "140"]],
        ),
        ("In 2023, {{ trained }} judges were trained (provisional figure).", [["RG440", "provisional figure"]]),
        ("According to preliminary data, {{ trained }} judges were trained.", [["RG440", "preliminary data"]]),
        (
            "In 2023, {{ trained }} judges were trained.\n\nThe figures for 2023 are provisional.",
            [["RG440", "figures for 2023 are provisional"]],
        ),
        (
            "In 2023, {{ helped }} persons were helped and {{ trained }} judges trained (provisional figure).",
            [["RG439", "140"], ["RG440", "provisional figure"]],
        ),
        (
            "Judges trained: {{ trained }} (provisional figure); persons helped: {{ helped }} (provisional figure).",
            [["RG440", "provisional figure"]],
        ),
    ],
)
def test_what_is_not_told_and_what_is_not_so(tmp_path: Path, text: str, said: list[list[str]]) -> None:
    """Each indicator once, and each place where somebody typed what the data do not say."""
    diagnostics = found(tmp_path, text)

    assert said == [
        [code, *(named[: len(typed)] for named in rest)]
        for (code, typed), (_, *rest) in zip(said, map(words, diagnostics), strict=True)
    ]
    assert all(one.place is not None and one.place.column for one in diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, {{ helped | at(2022) }} persons were helped.",
        "In 2023, {{ helped }} persons were helped (provisional figure).",
        "In 2023, the number of persons helped (provisionally {{ helped }}) was high.",
        "In 2023, {{ helped }} persons (provisional: eleven months) were helped.",
        "In 2023, {{ helped | compared(unit=True) }} were helped.",
        "In 2023, {{ helped | compared(unit=True) }} were helped.\n\nOf the {{ helped }} persons, many were young.",
        "The number of persons helped {{ helped | change(show='none') }} compared with 2022.",
        "In 2023, {{ helped }} persons were helped.\n\nThe figures for 2023 are provisional.",
        "In 2023, {{ helped }} persons were helped.[^1]\n\n[^1]: Preliminary data.",
        "By provisional data, {{ helped }} persons, {{ helped | value(part='women') }} women, were helped in 2023.",
        "In 2023, an estimated {{ poor }} households were poor.",
        "In 2023, some {{ poor }} households were poor.",
        "In 2023, fewer than {{ poor }} households were poor.",
        "In 2023, {{ helped }} persons, {{ helped | value(part='women') }} women, were helped (provisional figures).",
        "By 2030, there should be {{ planned }} shelters.",
        "In 2023, {{ trained }} judges were trained.",
        "In 2023, {{ trained }} judges were trained, and provisional measures were taken (provisional release).",
        "In 2023, {{ trained }} judges were trained and {{ helped }} persons helped; the figures are provisional.",
    ],
)
def test_what_is_told_or_final_is_left_alone(tmp_path: Path, text: str) -> None:
    """A sentence, brackets, a note, a phrase that compares; and what is provisional in law is no figure."""
    assert [] == found(tmp_path, text)


def test_a_question_is_answered_for_its_figure(tmp_path: Path) -> None:
    """It stops a final report until then; the answer holds for that figure alone."""
    text = "In 2023, {{ helped }} persons were helped and {{ poor }} households were poor."
    answer = "answers:\n  - {code: RG439, indicator: helped, period: 2023, value: 140, reason: It will not change.}\n"

    assert [Severity.ERROR] * 2 == [one.severity for one in found(tmp_path / "open", text, final=True)]
    assert [["RG439", "1,200"]] == [words(one) for one in found(tmp_path / "answered", text, answer, final=True)]


def test_an_answer_for_one_figure_hides_no_other_of_its_indicator(tmp_path: Path) -> None:
    """The whole is answered for, and its part is asked about next, by its name."""
    text = "In 2023, {{ helped }} persons were helped, of whom {{ helped | value(part='women') }} were women."
    answer = "answers:\n  - {code: RG439, indicator: helped, period: 2023, value: 140, reason: It will not change.}\n"

    assert [["RG439", "140"]] == [words(one) for one in found(tmp_path / "open", text)]
    (next_one,) = found(tmp_path / "answered", text, answer)
    assert "“61” (persons helped: women, 2023) is provisional" in next_one.message


def test_words_that_the_program_writes_are_of_its_own_figures(tmp_path: Path) -> None:
    """What is said behind the text of a figure that no text refers to; and a confirmed word is left alone."""
    text = "In 2023, {{ trained }} judges were trained."
    told = "In 2023, {{ trained }} judges were trained (provisional figure)."
    other = "  heard:\n    label: witnesses heard\n    issue: 1\n    values: {2023: {value: 14, status: provisional}}\n"
    answer = "answers:\n  - {code: RG440, indicator: trained, period: 2023, value: 90, reason: Of the draft.}\n"

    assert [] == found(tmp_path / "other", text, other)
    assert [] == found(tmp_path / "answered", told, answer)


@pytest.mark.parametrize(
    ("language", "bare", "told", "another"),
    [
        ("fr", "En 2023, {{ x }} personnes ont été aidées.", "(chiffre provisoire)", "en détention provisoire"),
        ("es", "En 2023, {{ x }} personas recibieron ayuda.", "(cifra provisional)", "en prisión provisional"),
        (
            "ru",
            "В 2023 году помощь получили {{ x }} человек.",
            "(предварительные данные)",
            "в предварительном заключении",
        ),
        ("ar", "في عام 2023، تلقى المساعدة {{ x }} شخصاً.", "(رقم أولي)", "في احتجاز مؤقت"),
        ("zh", "2023年,{{ x }}人得到援助。", "（初步数字）", "采取初步措施"),
    ],
)
def test_every_language_has_its_words(language: str, bare: str, told: str, another: str) -> None:
    """By themselves, in brackets, and where they speak of the law."""
    stop = bare[-1]
    texts = (bare, bare[:-1] + f" {told}{stop}", bare[:-1] + f" {another}{stop}")
    assert [["RG439"], [], ["RG439"]] == [codes(text, "provisional", language) for text in texts]
    assert [[], ["RG440"], []] == [codes(text, "final", language) for text in texts]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "{{ x }} personnes ont été aidées (estimation).", []),
        ("fr", "On estime que {{ x }} personnes ont été aidées.", []),
        ("fr", "Les {{ x }} personnes aidées sont estimées dans le besoin.", []),
        ("fr", "Le Gouvernement estime que l’aide versée à {{ x }} personnes a suffi.", ["RG439"]),
        ("es", "Se estima que {{ x }} personas recibieron ayuda.", []),
        ("es", "Recibieron ayuda {{ x }} personas (estimación).", []),
        ("es", "El tribunal estimó el recurso de {{ x }} personas.", ["RG439"]),
        ("es", "Recibieron ayuda {{ x }} personas alrededor de la capital.", ["RG439"]),
        ("ru", "По предварительной оценке, помощь получили {{ x }} человек.", []),
        ("ru", "Помощь получили {{ x }} человек (оценочные данные).", []),
        ("ru", "Число получивших помощь оценивается в {{ x }}.", []),
        ("ru", "Оценка рисков проведена, помощь получили {{ x }} человек.", ["RG439"]),
        ("ar", "تلقى المساعدة {{ x }} شخصاً (رقم تقديري).", []),
        ("ar", "وفقاً للأرقام التقديرية، تلقى المساعدة {{ x }} شخصاً.", []),
        ("ar", "وبما للقاضي من سلطة تقديرية، تلقى المساعدة {{ x }} شخصاً.", ["RG439"]),
        ("ar", "ومع التقدير للشركاء، تلقى المساعدة {{ x }} شخصاً.", ["RG439"]),
        ("zh", "估计{{ x }}人得到援助。", []),
    ],
)
def test_an_opinion_and_an_assessment_are_no_estimate(language: str, text: str, said: list[str]) -> None:
    """“Le Gouvernement estime que” tells nothing of a figure."""
    assert said == codes(text, "estimated", language)


def codes(text: str, status: str, language: str) -> list[str]:
    """What is said of a figure of a status in a reply in a language."""
    values = {2023: {"value": 140, "status": status}}
    indicator = {"label": "x", "issue": 1, "report": "none", "values": values}
    report = make_report(
        {"indicators": {"x": indicator, "y": indicator}, "replies": [{"issue": 1, "text": text}]}, language=language
    )
    merged = merge_report(report)
    context, typed = CheckContext(report, merged), find_typed_numbers(composed(report), merged)
    return [one.code for one in statuses_are_told(context, typed)]


@pytest.mark.parametrize(
    ("language", "told", "asked"),
    [
        ("fr", "({{ x }} personnes, {{ y }} femmes) (chiffre provisoire)", ["RG439"]),
        ("fr", "({{ x }} personnes, {{ y }} femmes) (chiffres provisoires)", []),
        ("ru", "{{ x }} человек, {{ y }} женщин (предварительные данные)", []),
        ("zh", "{{ x }}人、{{ y }}名女性（初步数字）", []),
    ],
)
def test_words_of_one_figure_speak_of_the_one_before_them(language: str, told: str, asked: list[str]) -> None:
    """Where a language says the same of one and of several, they may speak of all."""
    assert asked == codes(f"2023: {told}.", "provisional", language)
