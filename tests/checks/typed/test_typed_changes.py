"""Typed words of change beside figures from data: the data of the indicator prove or refute them."""

from pathlib import Path

import pytest
from project import ISSUES, make_project

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

DATA = """\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {one: person, other: persons}
    issue: 1
    report: none
    values: {2020: 262, 2021: 944, 2022: 1058, 2023: 348}
    breakdown:
      - {label: women, values: {2022: 500, 2023: 131}}
      - {label: men, values: {2022: 558, 2023: 217}}
  cases:
    label: criminal cases
    unit: {one: case, other: cases}
    issue: 1
    report: none
    values: {2022: 410, 2023: 384}
  share: {label: share of women among judges, unit: percent, issue: 1, report: none, values: {2022: 54.1, 2023: 55.4}}
  place: {label: place in the index, unit: rank, issue: 1, report: none, values: {2022: 45, 2023: 39}}
  once: {label: visits, issue: 1, report: none, values: {2023: 12}}
%s
replies:
  - issue: 1
    text: |
      """


def found(root: Path, text: str, answers: str = "") -> list[Diagnostic]:
    """What is said of the words of change in a reply."""
    make_project(root, issues_yaml=ISSUES, submissions__justice_yaml=DATA % answers + text + "\n")
    return [one for one in check_project(root).diagnostics if one.code == "RG433"]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The number of victims rose from {{ victims | at(2022) }} in 2022 to {{ victims }} in 2023.", "rose"),
        (
            "The number of victims increased to {{ victims }} in 2023 from {{ victims | at(2022) }} in 2022.",
            "increased",
        ),
        ("The number of victims rose to {{ victims }} in 2023.", "rose"),
        ("The number of victims fell to {{ victims | at(2021) }} in 2021.", "fell"),
        ("In 2023, the number of victims grew, reaching {{ victims }}.", "grew"),
        ("There was an increase in the number of victims to {{ victims }} in 2023.", "increase"),
        ("In 2023, {{ victims }} victims were compensated, more than in 2022.", "more"),
        ("In 2023, {{ victims }} victims were compensated, more victims than in 2022.", "more"),
        ("In 2023, {{ victims }} victims were compensated, fewer than in 2020.", "fewer"),
        ("In 2023, {{ victims }} victims were compensated, an increase on 2022.", "increase"),
        ("In 2023, {{ victims }} victims were compensated (an increase over the previous year).", "increase"),
        ("In 2023, {{ victims }} victims were compensated, a sharp increase on 2022.", "increase"),
        ("In 2023, {{ victims }} victims were compensated, up from {{ victims | at(2022) }} in 2022.", "up"),
        ("In 2023, {{ victims }} victims were compensated, up on 2022.", "up"),
        ("In 2023, {{ victims | value(part='women') }} women were compensated, more than in 2022.", "more"),
        ("The number of victims declined steadily: {{ victims | by_year }}.", "declined"),
        ("The share of women among judges decreased to {{ share }} per cent in 2023.", "decreased"),
        ("The number of victims doubled from {{ victims | at(2022) }} to {{ victims }}.", "doubled"),
        ("The number of victims more than doubled since 2022, to {{ victims }} in 2023.", "doubled"),
        (
            "The number of victims more than quadrupled from {{ victims | at(2020) }} to {{ victims | at(2021) }}.",
            "quadrupled",
        ),
        ("In 2023, {{ victims }} victims were compensated, 57 per cent fewer than in 2022.", "57 per cent fewer"),
        ("In 2023, {{ victims }} victims were compensated, 700 fewer than in 2022.", "700 fewer"),
        (
            "In 2023, {{ victims }} victims were compensated, a decrease of 57 per cent on 2022.",
            "decrease of 57 per cent",
        ),
        ("The number of victims fell by 700, from {{ victims | at(2022) }} in 2022 to {{ victims }}.", "fell by 700"),
        (
            "The number of victims fell by 66 per cent, from {{ victims | at(2022) }} to {{ victims }} in 2023.",
            "fell by 66 per cent",
        ),
        ("In 2023, {{ victims }} victims were compensated, twice as many as in 2022.", "twice"),
        ("In 2023, {{ victims }} victims were compensated, half of what was done in 2022.", "half"),
        ("In 2023, {{ victims }} victims were compensated, half the number of 2022.", "half"),
        ("In 2023, {{ victims }} victims were compensated, more than twice the number in 2020.", "more than twice"),
        ("In 2022, {{ victims | at(2022) }} victims were compensated, twice the {{ victims | at(2020) }}.", "twice"),
        (
            "In 2022, {{ victims | at(2022) }} victims were compensated, more than five times the level of 2020.",
            "more than five times",
        ),
        ("The number of victims peaked in 2021 at {{ victims | at(2021) }}.", "peaked"),
        ("The highest number of victims, {{ victims | at(2021) }}, was recorded in 2021.", "highest"),
        ("The number of victims in 2023 ({{ victims }}) was the highest in four years.", "highest"),
        ("The number of victims in 2023, {{ victims }}, was the lowest since 2019.", "lowest"),
        ("In 2023, {{ victims }} victims were compensated, the lowest number ever recorded.", "lowest"),
        ("In 2023, {{ victims }} victims were compensated, the highest number so far.", "highest"),
        ("The number of victims has remained unchanged since 2022 ({{ victims }} in 2023).", "unchanged"),
        ("Compensation was cut by half, and in 2023 the number fell by half to {{ victims }}.", "fell by half"),
        ("In 2022, {{ victims | at(2022) }} victims were compensated, the fewest so far.", "fewest"),
        ("In 2023, a record high of {{ victims }} victims were compensated.", "record"),
        ("In 2023, {{ victims }} victims were compensated, half as many as in 2022.", "half"),
        ("The number of victims, {{ victims }} in 2023, has risen since 2022.", "risen"),
        ("The number of victims is growing ({{ victims | at(2022) }} in 2022, {{ victims }} in 2023).", "growing"),
        ("In 2022, {{ victims | at(2022) }} were compensated. In 2023, the number rose to {{ victims }}.", "rose"),
        ("Compared with 2021, the number of victims fell to {{ victims | at(2022) }} in 2022.", "fell"),
        (
            "The share of women among judges rose by 2.3 percentage points to {{ share }} per cent.",
            "rose by 2.3 percentage points",
        ),
    ],
)
def test_what_the_data_contradict_is_asked_about(tmp_path: Path, text: str, typed: str) -> None:
    """The direction, the factor and the amount, also where the value that they start from stands in no text."""
    asked = found(tmp_path, text)

    assert [one.message.partition(" is typed here")[0] for one in asked] == [f"“{typed}”"]
    assert all(one.place is not None and one.place.column for one in asked)


@pytest.mark.parametrize(
    "text",
    [
        "The number of victims fell from {{ victims | at(2022) }} in 2022 to {{ victims }} in 2023.",
        "The number of victims rose to {{ victims | at(2021) }} in 2021.",
        "The number of victims fell to {{ victims }} in 2023.",
        "In 2023, {{ victims }} victims were compensated, fewer than in 2022.",
        "In 2023, {{ victims }} victims were compensated, more than in 2020.",
        "In 2023, {{ victims }} victims were compensated, a decrease on 2022.",
        "In 2023, {{ victims }} victims were compensated, 67 per cent fewer than in 2022.",
        "In 2023, {{ victims }} victims were compensated, 710 fewer than in 2022.",
        "In 2023, {{ victims }} victims were compensated, a decrease of 67.1 per cent on 2022.",
        "The number of victims fell by 710, from {{ victims | at(2022) }} in 2022 to {{ victims }}.",
        "The number of victims more than tripled from {{ victims | at(2020) }} in 2020 to {{ victims | at(2021) }}.",
        "The number of victims rose: {{ victims | by_year }}.",
        "The share of women among judges increased to {{ share }} per cent in 2023.",
        "The number of victims {{ victims | change(show='values') }}.",
        "In 2023, {{ victims }} victims were compensated, a third as many as in 2022.",
        "In 2022, {{ victims | at(2022) }} victims were compensated, four times as many as in 2020.",
        "In 2023, {{ victims }} victims were compensated, a third of what was done in 2022.",
        "In 2022, {{ victims | at(2022) }} victims were compensated, four times the number of 2020.",
        "In 2022, {{ victims | at(2022) }} victims were compensated, four times the {{ victims | at(2020) }}.",
        "In 2022, {{ victims | at(2022) }} victims were compensated, more than four times the level of 2020.",
        "In 2023, {{ victims }} victims were compensated within half the time that was needed in 2022.",
        "In 2023, {{ victims }} victims were compensated; half of what the Fund pays goes to lawyers.",
        "Compared with 2020, the number of victims rose to {{ victims }} in 2023.",
        "The share of women among judges rose by 1.3 percentage points to {{ share }} per cent.",
        "In 2022, {{ victims | at(2022) }} were compensated. In 2023, it fell to {{ victims }}.",
        "Compared with 2022, {{ victims }} is low; the higher figure of that year is due to a new law.",
        "The number of victims peaked in 2022 at {{ victims | at(2022) }}.",
        "The highest number of victims, {{ victims | at(2022) }}, was recorded in 2022.",
        "The highest number of victims, {{ victims }}, was recorded in Almaty in 2023.",
        "The number of victims in 2023, {{ victims }}, was the lowest since 2021.",
        "The number of victims in 2023, {{ victims }}, was the lowest since 2020.",  # when it was lower still
        "In 2020, {{ victims | at(2020) }} victims were compensated, the lowest number ever recorded.",
        "The number of victims has not remained constant.",
        "The number of staff remained unchanged, while {{ victims }} victims were compensated in 2023.",
        "In 2022, a record high of {{ victims | at(2022) }} victims were compensated.",
        "In 2023, {{ victims }} victims were compensated, and each payment was entered in a record.",
        "The number of victims in 2022 ({{ victims | at(2022) }}) was the highest on record.",
        "The highest court compensated {{ victims }} victims in 2023.",
        "The number of victims rose in 2020 and fell to {{ victims }} in 2023.",
        "The number of victims rose in 2021 but fell on 2022, to {{ victims }} in 2023.",
        "The place in the index rose to {{ place }} in 2023.",
        # no earlier value
        "The number of visits rose to {{ once }} in 2023.",
        "In 2023, {{ victims }} victims were compensated, more than in 2019.",
        # of something else
        "Owing to an increase in reporting, {{ victims }} victims were compensated in 2023.",
        "As crime increased since 2022, {{ victims }} victims were compensated in 2023.",
        "With more staff than in 2022, {{ victims }} victims were compensated in 2023.",
        "The increase in fines led to {{ victims }} compensated victims in 2023.",
        "The Fund, which raised its staff compared with 2022, compensated {{ victims }} victims in 2023.",
        "In 2023, {{ victims }} victims were compensated, while fines increased compared with 2022.",
        "More than {{ victims }} victims were compensated in 2023.",
        "Up to {{ victims }} victims were compensated in 2023.",
        "In 2023, {{ victims }} victims and {{ cases }} cases were recorded, more than in 2022.",
        "To reduce violence, {{ cases }} cases were opened in 2023.",
    ],
)
def test_what_is_true_or_of_something_else_is_not(tmp_path: Path, text: str) -> None:
    """Right words, words without a known base, and words that do not speak of the figure."""
    assert found(tmp_path, text) == []


def test_an_answer_settles_it(tmp_path: Path) -> None:
    """The question is that of one figure, as every other one."""
    text = "In 2023, {{ victims }} victims were compensated, more than in 2022."
    answer = "answers: [{code: RG433, indicator: victims, period: 2023, value: 348, reason: By month.}]"

    assert found(tmp_path, text)
    assert found(tmp_path, text, answer) == []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Increase in the number of victims", "Increase"),
        ("More victims than before", "More"),
        ("Decrease in the number of victims", None),
        ("Reduction of inequality", None),
        ("Increase in the number of officers", None),
        ("Fewer cases, more help", None),
    ],
)
def test_the_title_of_a_theme_is_held_against_the_figures_below_it(
    tmp_path: Path, title: str, typed: str | None
) -> None:
    """Where it names what they count; it stands in the list of issues."""
    text = "In 2023, {{ victims }} victims were compensated.\n"
    issues = ISSUES.replace("      - issues:", f"      - title: {title}\n        issues:", 1)
    make_project(tmp_path, issues_yaml=issues, submissions__justice_yaml=DATA % "" + text)
    asked = [one for one in check_project(tmp_path).diagnostics if one.code == "RG433"]

    assert [one.message.partition(" is typed here")[0] for one in asked] == ([f"“{typed}”"] if typed else [])
    assert all(str(one.place).startswith(f"{tmp_path}/issues.yaml:") for one in asked)
