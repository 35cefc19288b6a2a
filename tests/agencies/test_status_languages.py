"""Status in the six languages: the same facts, in words of the language that the reader asks for."""

import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from commands import run
from msgspec.structs import replace
from project import REPORT, make_project

from reportgen.agencies.status.facts import find_status
from reportgen.agencies.status.page import status_html
from reportgen.agencies.status.text import status_text
from reportgen.agencies.status.values import FigureCount, IssueStatus, ReplyState, Status
from reportgen.agencies.status.words import StatusWords, words_of
from reportgen.agencies.texts import read_texts
from reportgen.files.shipped import shipped_folder
from reportgen.languages.language import LANGUAGES
from reportgen.model.form_texts import FormTexts
from reportgen.model.status_texts import StatusFile

DAY = dt.date(2024, 1, 20)
DUE = REPORT.replace("dates: {due: 2024,", "dates: {due: 2024, submissions_due: 2024-01-31,")
INTERIOR = """\
agency: interior
date: 2024-01-18
indicators:
  calls:
    label: calls
    unit: percent
    issue: 2
    values: {2021: 30.5, 2022: null, 2023: {value: 50, status: provisional}}
  sums: {label: sums, issue: 2, values: {2021: -1250000, 2023: 3}}
replies:
  - {issue: 2, text: "In 2023, {{ calls }} called, and {{ gone }}."}
"""
OTHERS = tuple(one for one in LANGUAGES if one != "en")
ENGLISH = (
    "not received, with errors, incomplete, questions open, ready, cleared, not asked, days, today, agency, agencies, "
    "sent, words, figures, errors, other doubts, issue, missing, per cent, not available, provisional, no data, replies"
)
"""Words by which a status in English is told."""


def words_in(language: str) -> StatusWords:
    """The shipped words of a language."""
    texts = read_texts(FormTexts, shipped_folder().parent, language).texts
    assert texts is not None
    return words_of(texts)


def project_of(root: Path, report: str = DUE) -> Path:
    """A project with errors, a figure that is missing, and a chart with a gap, a minus and a provisional figure."""
    return make_project(root, report_yaml=report, submissions__interior_yaml=INTERIOR)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_status_are_those_of_the_whole_file(tmp_path: Path, language: str) -> None:
    """Of a shipped file only the groups are read that a status needs; in its own folder, all of it."""
    whole, part = (read_texts(StatusFile, root, language) for root in (shipped_folder().parent, tmp_path))

    assert part.texts is not None
    assert part.texts.words
    assert whole == part


@pytest.fixture
def status(tmp_path: Path) -> Status:
    """Its status."""
    found = find_status(project_of(tmp_path), DAY).status
    assert found is not None
    return found


def seen(page: str) -> str:
    """What a page says, also to those who do not see it."""
    spoken = " ".join(re.findall(r'(?:title|aria-label)="([^"]*)"', page))
    return re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)) + spoken


def numbers(text: str) -> list[Decimal]:
    """The numbers of a text without the signs between thousands, in their order by size."""
    plain = re.sub(r"(?<=\d)[\u00a0,.](?=\d{3}(?!\d))", "", text)
    return sorted(Decimal(one.replace(",", ".")) for one in re.findall(r"\d+(?:[.,]\d+)?", plain))


@pytest.mark.parametrize("language", OTHERS)
def test_no_words_of_english_are_left(status: Status, language: str) -> None:
    """Neither in the lines nor on the page; the page in English has them all."""
    words = re.compile(rf"\b(?:{ENGLISH.replace(', ', '|')})\b", re.IGNORECASE)
    own = set(re.findall(r"\w+", " ".join(map(str, words_in(language).texts.model_dump().values())).casefold()))
    told = status_text(status, words_in(language)) + seen(status_html(status, words_in(language)))

    assert [] == [one for one in words.findall(told) if one.casefold() not in own]
    english = seen(status_html(status, words_in("en")))
    assert {"errors", "per cent", "not available", "provisional"} <= set(words.findall(english))


@pytest.mark.parametrize("language", OTHERS)
def test_the_figures_are_the_same_in_all_languages(status: Status, language: str) -> None:
    """Whatever signs stand between thousands and before decimals; a minus stands before its figure."""
    page = status_html(status, words_in(language))

    assert numbers(status_text(status, words_in("en"))) == numbers(status_text(status, words_in(language)))
    assert numbers(" ".join(re.findall("<text[^>]*>([^<]*)", status_html(status, words_in("en"))))) == numbers(
        " ".join(re.findall("<text[^>]*>([^<]*)", page))
    )
    assert "−1" in page


@pytest.mark.parametrize(
    ("language", "days", "left", "late"),
    [
        ("en", 1, "in 1 day", "1 day ago"),
        ("en", 2, "in 2 days", "2 days ago"),
        ("fr", 1, "dans 1 jour", "il y a 1 jour"),
        ("fr", 21, "dans 21 jours", "il y a 21 jours"),
        ("es", 1, "dentro de 1 día", "hace 1 día"),
        ("ru", 1, "через 1 день", "1 день назад"),
        ("ru", 3, "через 3 дня", "3 дня назад"),
        ("ru", 11, "через 11 дней", "11 дней назад"),
        ("ru", 21, "через 21 день", "21 день назад"),
        ("ar", 1, "بعد يوم واحد", "قبل يوم واحد"),
        ("ar", 2, "بعد يومين", "قبل يومين"),
        ("ar", 3, "بعد 3 أيام", "قبل 3 أيام"),
        ("ar", 11, "بعد 11 يوماً", "قبل 11 يوماً"),
        ("ar", 100, "بعد 100 يوم", "قبل 100 يوم"),
        ("zh", 1, "还有1天", "已过1天"),
    ],
)
def test_days_have_the_plural_of_their_language(language: str, days: int, left: str, late: str) -> None:
    """Before the day and after it; on the day, it is today."""
    words, distance = words_in(language), dt.timedelta(days=days)
    told = [
        words.due(DAY, day).removeprefix(f"2024-01-20{words.texts.comma}") for day in (DAY - distance, DAY + distance)
    ]

    assert [left, late] == told
    assert f"2024-01-20{words.texts.comma}{words.texts.today}" == words.due(DAY, DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_seldom_names_its_facts(language: str) -> None:
    """A clearance its issue, person and day; a void one and one that lacks persons too; a count both of its numbers."""
    words = words_in(language)
    cleared = IssueStatus(7, "", (), ReplyState.CLEARED, False, (), 0, 0, "A. Person", DAY, ())  # noqa: FBT003 - a fixture
    void, lacking = replace(cleared, changes=("x",)), replace(cleared, names=2, names_needed=3)
    told = [words.clearance(one) for one in (cleared, void, lacking)]

    assert 3 == len(set(told))
    assert all(part in text for text in told for part in ("7", "A. Person", str(DAY)))
    assert [Decimal(one) for one in (2, 3, 7, 20, 2024)] == [one for one in numbers(told[2]) if one != 1]
    assert [1, 3] == numbers(words.given(FigureCount(3, 1)))
    assert [30, 30, 100] == numbers(words.words(30, 100))
    assert [100] == numbers(words.words(None, 100))


def test_a_status_speaks_the_language_of_the_report_unless_another_is_asked_for(tmp_path: Path) -> None:
    """In lines and on the page; what programs read is the same in all."""
    project = project_of(tmp_path / "p", DUE + "language: ru\n")
    day = ("--date", "2024-01-20")

    assert "Срок представления  2024-01-31, через 11 дней" in run("status", project, *day).stdout
    assert "Submissions are due    2024-01-31, in 11 days" in run("status", project, *day, "--language", "en").stdout
    assert 0 == run("status", project, *day, "--format", "html").exit_code
    page = (project / "build" / "status.html").read_text(encoding="utf-8")
    assert '<html lang="ru">' in page
    assert "<title>Состояние дел: CCPR/C/ARC/2" in page
    plain = [run("status", project, *day, "--format", "json", "--language", one).stdout for one in ("ru", "ar")]
    assert plain[0] == plain[1]
    assert "not received" in json.loads(plain[0])["counts"]


def test_an_unknown_language_is_named_with_those_there_are(tmp_path: Path) -> None:
    """As for workbooks."""
    result = run("status", project_of(tmp_path / "p"), "--language", "xx")

    assert 1 == result.exit_code
    assert "RG606" in result.output
    assert "ar, en, es, fr, ru, zh" in result.output


def test_a_page_in_arabic_reads_from_right_to_left(status: Status) -> None:
    """Days, symbols and numbers with a sign stand between isolates, so that nothing in them is put elsewhere."""
    page = status_html(status, words_in("ar"))

    assert '<html lang="ar" dir="rtl">' in page
    assert "\u20662024-01-31\u2069" in page
    assert "\u2066CCPR/C/ARC/2\u2069" in page
    assert ">\u2066−1.25\u2069 مليون<" in page
    assert "dir=" not in status_html(status, words_in("fr"))


def test_words_of_an_older_file_of_the_project_are_completed(tmp_path: Path) -> None:
    """From those that ship in its language; a language that has none is told in English."""
    own = (shipped_folder() / "workbook" / "fr.yaml").read_text(encoding="utf-8").partition("\nstatus:")[0] + "\n"
    project = project_of(tmp_path / "p")
    folder = project / "templates" / "workbook"
    folder.mkdir(parents=True)
    (folder / "fr.yaml").write_text(own, encoding="utf-8")
    (folder / "xx.yaml").write_text(own.replace("language: fr", "language: xx"), encoding="utf-8")

    assert "dans 11 jours" in run("status", project, "--date", "2024-01-20", "--language", "fr").stdout
    assert "in 11 days" in run("status", project, "--date", "2024-01-20", "--language", "xx").stdout
