"""A whole and its part in one sentence are of one time, or the sentence says of which each is."""

from pathlib import Path

import pytest
from project import make_project

from reportgen.diagnostics import Severity
from reportgen.pipeline import check_project

JUSTICE = """\
agency: justice
indicators:
  victims:
    label: victims
    issue: 1
    values: {{2021: 100, 2022: 200{whole}}}
    exhaustive: false
    breakdown:
      - {{label: women, values: {{2021: 40, 2022: 50, 2023: 61}}}}
      - {{label: men, values: {{2021: 30, 2022: 35, 2023: 41}}}}
  judges: {{label: judges, issue: 1, values: {{2021: 7}}}}
replies:
  - {{issue: 1, text: "{text}"}}
{answers}
"""
WOMEN = "{{ victims | value(part='women') }}"
MEN = "{{ victims | value(part='men') }}"


def asked(
    root: Path, text: str, whole: str = "", answers: str = "", *, final: bool = False
) -> list[tuple[str, Severity]]:
    """What is asked about a text where the women of 2023 are known, and of all persons those of 2022."""
    make_project(root, submissions__justice_yaml=JUSTICE.format(text=text, whole=whole, answers=answers))
    found = check_project(root, final=final).diagnostics
    return [(one.message, one.severity) for one in found if one.code == "RG335"]


@pytest.mark.parametrize(
    "text",
    [
        f"There were {{{{ victims }}}} persons, of whom {WOMEN} were women.",
        f"There were {{{{ victims | at(2022) }}}} persons, of whom {WOMEN} were women.",
        f"{WOMEN} of {{{{ victims }}}} were women.",
    ],
)
def test_a_part_of_a_later_year_is_asked_about(tmp_path: Path, text: str) -> None:
    """In either order; a final report is not made before."""
    ((message, severity),) = asked(tmp_path, text)

    assert "2022" in message and "2023" in message  # noqa: PT018 - either order
    assert Severity.WARNING == severity
    assert [Severity.ERROR] == [one for _, one in asked(tmp_path, text, final=True)]


@pytest.mark.parametrize(
    "text",
    [
        f"There were {WOMEN} women and {MEN} men.",
        "There were {{ victims }} persons, of whom {{ victims | value(part='women', at=2022) }} were women.",
        "{{ victims | at(2022) }} persons came, of whom {{ victims | value(part='women', at=2022) }} were women.",
        f"In 2022, {{{{ victims | at(2022) }}}} came, and, in 2023, {WOMEN} women.",
        f"There were {{{{ victims }}}} persons. Of women, {WOMEN} came.",
        f"There were {{{{ judges }}}} judges and {WOMEN} women.",
        "The number of women {{ victims | from_to(part='women', years=False) }}.",
    ],
)
def test_figures_of_one_time_or_with_their_years_are_not_asked_about(tmp_path: Path, text: str) -> None:
    """Nor those of two indicators, or of two sentences."""
    assert [] == asked(tmp_path, text)


def test_once_the_whole_is_there_nothing_is_asked(tmp_path: Path) -> None:
    """Both references take 2023 then."""
    assert [] == asked(
        tmp_path, f"There were {{{{ victims }}}} persons, of whom {WOMEN} were women.", whole=", 2023: 210"
    )


def test_an_answer_settles_it(tmp_path: Path) -> None:
    """As long as the figure stays what it was."""
    text = f"There were {{{{ victims }}}} persons, of whom {WOMEN} were women."
    line = "answers: [{code: RG335, indicator: victims, period: 2023, part: women, value: VALUE, reason: Known so.}]"

    assert [] == asked(tmp_path, text, answers=line.replace("VALUE", "61"))
    assert 1 == len(asked(tmp_path, text, answers=line.replace("VALUE", "60")))
