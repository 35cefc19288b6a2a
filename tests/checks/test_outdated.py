"""A figure of the last report is not printed as one of now: where no time stands over it, somebody is asked."""

from pathlib import Path

import pytest
from project import REPORT, make_project

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.pipeline import check_project

PREVIOUS = """\
agency: justice
indicators:
  places: {label: places in shelters, issue: 1, measure: stock, values: {2019: 120, 2020: 150}}
replies: []
"""
JUSTICE = """\
agency: justice
indicators:
  places: {{label: places in shelters, issue: 1, measure: stock, values: {values}}}
replies:
  - {{issue: 1, text: "{text}"}}
"""


def asked(
    root: Path, text: str, values: str = "{2019: 120, 2020: 150}", *, final: bool = False, language: str = "en"
) -> list[Diagnostic]:
    """What is asked about a text of a report on 2021 to 2023, where the last report gave 2019 and 2020."""
    make_project(
        root,
        report_yaml=f"{REPORT}language: {language}\n",
        previous__justice_yaml=PREVIOUS,
        submissions__justice_yaml=JUSTICE.format(values=values, text=text),
    )
    return [one for one in check_project(root, final=final).diagnostics if one.code == "RG749"]


@pytest.mark.parametrize(
    "text",
    [
        "There are {{ places }} places.",
        "Shelters have {{ places | compared }} places.",
        "Places: {{ places | value }}.",
    ],
)
def test_a_figure_of_the_last_report_under_no_time_is_asked_about(tmp_path: Path, text: str) -> None:
    """At its reference, with its year; a final report is not made before."""
    (found,) = asked(tmp_path, text)
    (refused,) = asked(tmp_path, text, final=True)

    assert (
        "150 is the figure that the last report gave for 2020 (places in shelters), the reporting years begin"
        " with 2021, and nothing tells the reader so"
    ) == found.message
    assert f"{tmp_path}/submissions/justice.yaml" == (found.place and found.place.file)
    assert (Severity.WARNING, Severity.ERROR) == (found.severity, refused.severity)


@pytest.mark.parametrize(
    "text",
    [
        "In {{ places | last_period }}, there were {{ places }} places.",
        "There were {{ places }} places at the end of 2020.",
        "The number of places {{ places | from_to }}.",
        "There were {{ places | at(2020) }} places.",
    ],
)
def test_a_sentence_that_names_the_year_is_left_alone(tmp_path: Path, text: str) -> None:
    """So is a reference that names it: somebody chose that year."""
    assert [] == asked(tmp_path, text)


LANGUAGES = {
    "fr": ("Les foyers comptent {{ places }} places.", "En 2020, les foyers comptaient {{ places }} places."),
    "es": ("Los refugios tienen {{ places }} plazas.", "En 2020 los refugios tenían {{ places }} plazas."),
    "ru": ("В приютах {{ places }} мест.", "В 2020 году в приютах было {{ places }} мест."),
    "ar": ("يوجد في المآوي {{ places }} مكاناً.", "في عام 2020، كان في المآوي {{ places }} مكاناً."),
    "zh": ("收容所有{{ places }}个床位。", "2020年，收容所有{{ places }}个床位。"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_a_time(tmp_path: Path, language: str) -> None:
    """The bare sentence is asked about; the year, a reference that prints it, and the sentence before it tell it."""
    bare, dated = LANGUAGES[language]
    stop = bare[-1]
    before = {"fr": "En 2020", "es": "En 2020", "ru": "В 2020 году", "ar": "في عام 2020", "zh": "2020年"}[language]
    last = bare.replace("{{ places }}", "{{ places }} ({{ places | last_period }})")

    assert ["RG749"] == [one.code for one in asked(tmp_path / "1", bare, language=language)]
    told = (dated, last, f"{before} {stop} {bare}", bare.replace("{{ places }}", "{{ places | at(2020) }}"))
    assert [[]] * 4 == [asked(tmp_path / f"t{at}", text, language=language) for at, text in enumerate(told)]


def test_a_figure_of_this_cycle_is_left_alone(tmp_path: Path) -> None:
    """The latest figure is one of the reporting years."""
    assert [] == asked(tmp_path, "There are {{ places }} places.", "{2019: 120, 2020: 150, 2021: 160}")


def test_an_older_figure_that_no_report_gave_is_left_alone(tmp_path: Path) -> None:
    """An agency that gives 2018 for the first time means it."""
    assert [] == asked(tmp_path, "There are {{ places }} places.", "{2018: 90}")


def test_an_answer_settles_it(tmp_path: Path) -> None:
    """As of every question about a figure."""
    asked(tmp_path, "There are {{ places }} places.")
    file = tmp_path / "submissions" / "justice.yaml"
    answer = (
        "answers:\n  - {code: RG749, indicator: places, period: 2020, value: 150, reason: Nothing was built since.}\n"
    )
    file.write_text(file.read_text(encoding="utf-8") + answer, encoding="utf-8")

    assert "RG749" not in {one.code for one in check_project(tmp_path, final=True).diagnostics}
