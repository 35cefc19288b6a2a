"""The memory of quantities: one thing with two values, over paragraphs and over reports."""

from pathlib import Path

import pytest
from build import document, heading, paragraph
from click.testing import CliRunner

from reportgen.cli.main import cli
from reportgen.document.tree import Level
from reportgen.published.audit.findings import audit_document


def found(*texts: str, earlier: str = "") -> list[tuple[str, str]]:
    """Code and message of what is found in paragraphs, each in a reply of its own."""
    blocks = [block for text in texts for block in (heading(Level.REPLY, "Reply to the issue"), paragraph(text))]
    past = [("last.txt", document(paragraph(earlier)))] if earlier else []
    return [(one.code.value, one.message) for one in audit_document(document(*blocks), past).findings]


INVESTIGATORS = (
    "There are {} female investigators, who investigate all criminal cases of sexual offences against women."
)
IN_OTHER_WORDS = (
    "For sexual offences, criminal cases against women are given to the most experienced, including {} female"
    " investigators."
)


def test_in_other_words() -> None:
    """The same standing number in two replies in other words is asked about, with both values."""
    assert [
        (
            "conflict",
            "365 female investigators here, but 356 active female investigators in paragraph 1: are they the same?",
        )
    ] == found(INVESTIGATORS.format("356 active"), IN_OTHER_WORDS.format(365))


@pytest.mark.parametrize(
    "other",
    [
        IN_OTHER_WORDS.format(356),
        IN_OTHER_WORDS.format("about 365"),
        IN_OTHER_WORDS.format(12),
        IN_OTHER_WORDS.format(365).replace("female", "military"),
        IN_OTHER_WORDS.format(365).replace("female investigators", "rural female investigators"),
        IN_OTHER_WORDS.format(365).replace("investigators.", "investigators in 2019."),
        "The Academy of Music has 365 female investigators of old scores.",
    ],
)
def test_another_thing(other: str) -> None:
    """The same value, a round one, one far off, other qualifiers, a date or another matter are no conflict."""
    assert [] == found(INVESTIGATORS.format("356 active"), other)


def test_another_place() -> None:
    """Centres of two cities are two numbers."""
    one = "In the city of Norhaven there are 46 crisis centres that give free shelter and legal aid to all victims."
    other = "Free shelter and legal aid are given to victims by the 50 crisis centres of Westmoor."

    assert [] == found(one, other)
    assert ["conflict"] == [code for code, _ in found(one, other.replace(" of Westmoor", ""))]


SERIES = "Under article 256, 41 persons were convicted in 2020; 45 in 2021; 53 in 2022; and {} in 2023."
PERIOD = "In 2023, 31 persons were convicted under article 256, compared with {} in the period 2020–2022."


def test_one_indicator_in_two_paragraphs() -> None:
    """A year is compared with the same year elsewhere, and a period with the sum of its years."""
    messages = [message for code, message in found(PERIOD.format(143), SERIES.format(28)) if code == "conflict"]

    assert messages == [
        "143 in 2020–2022, but the years of it in paragraph 2 add up to 139: are they the same?",
        "28 here, but 31 persons in paragraph 1: are they the same?",
    ]


def test_one_indicator_that_agrees() -> None:
    """Where year and sum agree nothing is asked; nor of another article."""
    assert "conflict" not in dict(found(PERIOD.format(139), SERIES.format(31)))
    assert "conflict" not in dict(found(PERIOD.format(143), SERIES.format(28).replace("256", "257")))


DAY = "On 20 November 2022, 203 cases were brought; 201 were considered, and penalties were imposed in 196."
YEAR = "In {}, 203 cases were brought and 201 cases were considered, with penalties imposed in {} cases."


def test_same_figures_under_two_dates() -> None:
    """Three figures in a row that stand under two dates were copied under one of them."""
    assert [("conflict", "203, 201 and 196 are those of 2023 here, but of 20 November 2022 in paragraph 1")] == found(
        DAY, YEAR.format(2023, 196)
    )


@pytest.mark.parametrize("other", [YEAR.format(2022, 196), YEAR.format(2023, 190)])
def test_figures_under_dates_that_fit(other: str) -> None:
    """A day lies in its year; and figures that differ are not the same."""
    assert [] == found(DAY, other)


CONVICTED = "In {}, the district courts convicted {} persons of bribery in public office."


def test_last_report() -> None:
    """A figure of a year that the last report gives otherwise is asked about, with the name of that report."""
    earlier = CONVICTED.format(2020, 152)

    assert [("conflict", "157 persons here, but 152 persons in last.txt, paragraph 1: are they the same?")] == found(
        CONVICTED.format(2020, 157), earlier=earlier
    )
    assert [] == found(CONVICTED.format(2020, 152), earlier=earlier)
    assert [] == found(CONVICTED.format(2021, 157), earlier=earlier)
    assert [] == found(INVESTIGATORS.format(365), earlier=INVESTIGATORS.format(356))  # it may have changed since


def test_command_with_an_earlier_report(tmp_path: Path) -> None:
    """`audit FILE FILE` reads the second for what it says of the same years; the findings are of the first."""
    for name, value in (("now.txt", 157), ("last.txt", 152)):
        (tmp_path / name).write_text(f"1.\t{CONVICTED.format(2020, value)}\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["audit", str(tmp_path / "now.txt"), str(tmp_path / "last.txt")])

    assert 0 == result.exit_code
    assert "152 persons in last.txt, paragraph 1" in result.output
    assert "0 errors" not in result.output
    assert result.output.count("warning[conflict]") == 1
