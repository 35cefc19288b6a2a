"""The form in the officials' language: every word of it, and what they write in that language on the way back."""

import datetime as dt
import email.policy
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from babel import Locale
from forms import (
    figure_cell,
    form_of,
    head_row,
    needs_office,
    opened,
    partly_answered,
    reply_cell,
    resaved_by_office,
    rows_of,
    saved,
    texts,
)
from openpyxl.workbook import Workbook
from project import AGENCIES, JUSTICE, REPORT, make_project

from reportgen.agencies.feedback import find_feedback
from reportgen.agencies.remind import find_reminders
from reportgen.agencies.words import day_in_words, state_in_words
from reportgen.agencies.workbooks import find_workbooks
from reportgen.diagnostics import CATALOGUE
from reportgen.model import Status
from reportgen.model.cell_words import CURRENCY, NO, PERCENT, RANK, YES, same_name
from reportgen.model.indicators import MEASURE_WORDS, ReportAs, Scale
from reportgen.model.sheets import (
    CONFIRMED,
    POINTER,
    START_SHEET,
    About,
    AnswerColumn,
    FormColumn,
    IndicatorColumn,
    PeriodColumn,
    ReplyColumn,
    Sheet,
)
from reportgen.model.table_sheet import TableLabel
from reportgen.model.treaties import TREATIES
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.yaml import read_yaml

FOLDER = Path(__file__).parents[3] / "templates" / "workbook"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
TRANSLATED = [one for one in LANGUAGES if one != "en"]
HEADS = {
    START_SHEET,
    *map(str, (*Sheet, *About, *ReplyColumn, *IndicatorColumn, *FormColumn, *AnswerColumn, *TableLabel)),
}
WORDS = {
    *(YES, NO, CONFIRMED, CURRENCY, PERCENT, RANK, PeriodColumn.STATUS.value, PeriodColumn.NOTE.value),
    *(*get_args(Status), *MEASURE_WORDS.values(), *get_args(ReportAs), *get_args(Scale)),
}


def words_of(language: str) -> Mapping[str, Any]:
    """The file of a language as it stands."""
    data = read_yaml((FOLDER / f"{language}.yaml").read_bytes(), language).data
    assert isinstance(data, dict)
    return data


def flat(data: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    """Every text by its keys; of the lists of synonyms, only that there is one."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from flat(value, (*path, key))
    elif isinstance(data, list) and path[0] not in {"heads", "words"}:
        for place, value in enumerate(data):
            yield from flat(value, (*path, place))
    else:
        yield path, str(data)


OWN = {"kinds", "left", "late"}
"""Groups of which each language has its own keys: plural forms, and messages that are English elsewhere."""


def fields(text: str) -> set[str]:
    """The words in braces of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_languages_of_officials_ship() -> None:
    """Arabic, Chinese, English, French, Russian and Spanish."""
    assert ["ar", "en", "es", "fr", "ru", "zh"] == LANGUAGES


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_has_the_same_keys_and_the_same_words_in_braces(language: str) -> None:
    """No text is missing, none is too many, and none names something else."""
    english, other = (
        {path: text for path, text in flat(words_of(one)) if not OWN & {*path}} for one in ("en", language)
    )

    assert set(english) == set(other)
    for path, text in english.items():
        if path[0] not in {"heads", "words"}:
            assert fields(text) == fields(other[path]), path


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_was_left_in_english(language: str) -> None:
    """But for signs and for words that are the same in both languages."""
    english, other = dict(flat(words_of("en"))), dict(flat(words_of(language)))
    same = {english[path] for path in english if path[0] not in {"heads", "words"} and english[path] == other.get(path)}

    assert same <= {"{agency}", "Question {number}", "Questions", ", "}


@pytest.mark.parametrize("language", TRANSLATED)
def test_problems_of_the_catalogue_are_told_in_the_language(language: str) -> None:
    """The same in each, and none that the catalogue does not know; in English its own message says it."""
    kinds = texts(language).problems.kinds

    assert set(texts("fr").problems.kinds) == set(kinds)
    assert set(kinds) <= set(CATALOGUE)
    assert 47 == len(set(kinds.values()))
    assert {} == texts("en").problems.kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_have_each_plural_form_of_the_language(language: str) -> None:
    """Those that CLDR has for whole numbers of days."""
    status, rule = texts(language).status, Locale.parse(language).plural_form
    assert status is not None
    for forms in (status.left, status.late):
        known = {name for name, text in forms.model_dump().items() if text is not None}

        assert {rule(days) for days in range(1, 400)} <= known
        assert all("{count}" in forms.model_dump()[name] for name in known - {"zero", "one", "two"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_head_and_every_word_of_a_list_has_a_name(language: str) -> None:
    """And the pointer stands before the cells to write in."""
    form = texts(language)

    assert (HEADS, WORDS) == (set(form.heads), set(form.words))
    assert set(TREATIES) == set(form.treaties)
    assert form.replies.write.endswith(POINTER)
    assert form.problems.confirmed == form.words[CONFIRMED][0]
    assert all("," not in word for words in form.words.values() for word in words)


@pytest.mark.parametrize("group", ["heads", "words"])
def test_no_word_means_two_things(group: str) -> None:
    """In all languages together: what comes back does not always say in which it is."""
    meanings: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for plain, others in words_of(language)[group].items():
            for other in others:
                meanings.setdefault(same_name(other), set()).add(plain)

    assert {} == {word: plain for word, plain in meanings.items() if len(plain) > 1}


def test_english_names_of_treaties_are_those_of_the_report() -> None:
    """They stand in two files."""
    assert {code: one.name for code, one in TREATIES.items()} == dict(texts().treaties)


def read(book: Workbook) -> ReadSubmission:
    """A workbook as it is received."""
    return read_submission(saved(book), "justice.xlsx")


def said(one: ReadSubmission) -> list[tuple[str, str]]:
    """What is said of it, but for heads in another language."""
    return [(found.code, found.message) for found in one.diagnostics if found.code != "RG753"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_form_says_the_same_in_each_language(language: str) -> None:
    """What it is filled with comes back as from the English form."""
    english, other = (read(opened(form_of(partly_answered(), "justice", one))) for one in ("en", language))

    assert english.submission == other.submission
    assert said(english) == said(other)
    assert language == other.language


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_of_lists_are_understood(language: str) -> None:
    """A status, a measure and “yes”, as the lists of the form offer them."""
    words = {plain: others[0] for plain, others in texts(language).words.items()}
    book = opened(form_of(partly_answered(), "justice", language))
    figure_cell(book, "cases", 2021, "").value = 12
    figure_cell(book, "cases", "2021 status").value = words["estimated"].upper()
    figure_cell(book, "cases", "Measure").value = words["state at a date"]
    sheet = book["Replies"]
    band = next(row for row in range(head_row(sheet) + 1, 60) if sheet.cell(row, 1).value == 2)
    column = next(cell.column for cell in sheet[head_row(sheet)] if cell.value == "Nothing to add")
    sheet.cell(band, column).value = words["yes"]

    submission = read(book).submission

    assert submission is not None
    cases = submission.indicators["cases"]
    assert ("stock", (2,)) == (cases.measure, submission.nothing_to_add)
    assert {"estimated", "provisional"} == {one.status for one in cases.values.values() if one.status != "final"}


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("number", [0, 1])
def test_translated_heads_are_understood(language: str, number: int) -> None:
    """All of them, on all sheets and with the names of the sheets; each is told."""
    form = texts(language)
    names = {plain: others[min(number, len(others) - 1)] for plain, others in form.heads.items()}
    status = form.words["status"][0]
    book = opened(form_of(partly_answered(), "justice"))
    for sheet in book:
        for number_of_row, row in enumerate(sheet.iter_rows(max_row=30), 1):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.endswith(" status"):
                    cell.value = cell.value.replace("status", status)
                elif cell.value in names and (number_of_row < 6 or sheet.title == "About"):
                    cell.value = names[str(cell.value)]
        sheet.title = names[sheet.title]

    got = read(book)

    assert read(opened(form_of(partly_answered(), "justice"))).submission == got.submission
    told = {one.message for one in got.diagnostics if one.code == "RG753"}
    if names["Text"] != "Text":
        assert f"“{names['Text']}” is read as “Text”" in told


def test_heads_in_a_language_that_does_not_ship_are_not_passed_over() -> None:
    """Its figures may stand there: the column that is missing is named."""
    book = opened(form_of(partly_answered(), "justice"))
    sheet = book["Indicators"]
    next(cell for cell in sheet[head_row(sheet)] if cell.value == "Unit").value = "Yksikkö"

    assert "RG221" in {code for code, _ in said(read(book))}


@needs_office
@pytest.mark.parametrize("language", TRANSLATED)
def test_the_counters_know_the_words_of_the_language(language: str, tmp_path: Path) -> None:
    """“Not available” and “nothing to add”, chosen from the lists, count as done."""
    form = texts(language)
    book = opened(form_of(partly_answered(), "justice", language))
    for row, key, part in list(rows_of(book)):
        del row
        for year in (2021, 2022, 2023):
            status = figure_cell(book, key, f"{year} status", part)
            status.value = form.words["not available"][0]
    reply_cell(book, 2)
    sheet = book["Replies"]
    band = next(row for row in range(head_row(sheet) + 1, 60) if sheet.cell(row, 1).value == 2)
    column = next(cell.column for cell in sheet[head_row(sheet)] if cell.value == "Nothing to add")
    sheet.cell(band, column).value = form.words["yes"][0]

    start = opened(resaved_by_office(saved(book), tmp_path), values=True)["Start here"]

    counts = {str(row[0].value): row[2].value for row in start.iter_rows(max_row=12)}
    assert (0, 0) == (counts[form.start.missing_figures], counts[form.start.missing_replies])


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_to_add_in_the_language_is_no_entry_that_is_asked_about(language: str) -> None:
    """“Yes” in it is as good as the English one, and another word is named as ever."""
    book = opened(form_of(partly_answered(), "justice", language))
    sheet = book["Replies"]
    band = next(row for row in range(head_row(sheet) + 1, 60) if sheet.cell(row, 1).value == 2)
    column = next(cell.column for cell in sheet[head_row(sheet)] if cell.value == "Nothing to add")
    codes = []
    for word in (texts(language).words["yes"][-1], "quizás"):
        sheet.cell(band, column).value = word
        codes.append("RG232" in {code for code, _ in said(read(book))})

    assert [False, True] == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_run_as_the_language_does(language: str) -> None:
    """Arabic ones from right to left, with the words of the form; texts of others are read as they begin."""
    book = opened(form_of(partly_answered(), "justice", language))
    is_arabic = language == "ar"

    assert {is_arabic} == {bool(sheet.sheet_view.rightToLeft) for sheet in book}
    assert (2 if is_arabic else 0) == int(book["Start here"]["A2"].alignment.readingOrder)
    assert 0 == int(reply_cell(book, 1).alignment.readingOrder)


# ---- which language -------------------------------------------------------------------------------------------

RUSSIAN = AGENCIES.replace("Interior}", "Interior, language: ru, email: a@b.example}")


def test_an_agency_has_its_own_language(tmp_path: Path) -> None:
    """That of agencies.yaml, or what the command names for all."""
    root = make_project(tmp_path, agencies_yaml=RUSSIAN)

    forms = {name: opened(data) for name, data in find_workbooks(root).files()}
    french = {name: opened(data) for name, data in find_workbooks(root, language="fr").files()}

    leads = {name: str(book["About"]["A2"].value) for name, book in forms.items()}
    assert {
        "justice.xlsx": texts("en").about.lead,
        "interior.xlsx": texts("ru").about.lead,
    } == leads
    assert {texts("fr").about.lead} == {str(book["About"]["A2"].value) for book in french.values()}


def test_a_language_without_words_is_named(tmp_path: Path) -> None:
    """And no workbook is written in another one."""
    found = find_workbooks(make_project(tmp_path, agencies_yaml=RUSSIAN.replace("ru", "xx")))

    assert (["RG606"], []) == ([one.code for one in found.diagnostics], list(found.files()))


def test_feedback_speaks_the_language_of_the_workbook(tmp_path: Path) -> None:
    """Whatever agencies.yaml says: the workbook was sent out in another one."""
    root = make_project(tmp_path, agencies_yaml=RUSSIAN)
    (root / "submissions" / "justice.yaml").unlink()
    data = dict(find_workbooks(root, ["justice"], "fr").files())["justice.xlsx"]
    book = opened(data)
    figure_cell(book, "justice_1", "Label").value = "cases"
    figure_cell(book, "justice_1", 2023).value = -3
    (root / "submissions" / "justice.xlsx").write_bytes(saved(book))

    (feedback,) = find_feedback(root, ["justice"]).feedbacks

    marked = opened(feedback.data)
    assert texts("fr").problems.title == marked["Problems"]["A1"].value
    row = next(row for row in marked["Problems"].iter_rows() if any(cell.value == "RG323" for cell in row))
    answers = {cell.column: cell for cell in row}
    heads = next(one for one in marked["Problems"].iter_rows() if any(cell.value == "Your answer" for cell in one))
    column = next(cell.column for cell in heads if cell.value == "Your answer")
    answers[column].value, answers[column + 1].value = "Confirmé", "C’est une différence."
    received = read(marked)
    assert received.submission is not None
    assert ["RG323"] == [one.code for one in received.submission.answers]


def test_reminders_speak_the_language_of_the_agency(tmp_path: Path) -> None:
    """With the day and the State as people write them there."""
    due = REPORT.replace("due: 2024,", "due: 2024, submissions_due: 2024-01-31,").replace("ARC}", "KAZ}")
    root = make_project(tmp_path, agencies_yaml=RUSSIAN, report_yaml=due)
    (reminder,) = find_reminders(root, dt.date(2024, 2, 1)).reminders

    message = email.message_from_bytes(reminder.data, policy=email.policy.default)
    assert "CCPR/C/ARC/2: срок вашей части истек 31 января 2024 года" == message["Subject"]
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert "Государство: Казахстан. Договор: Международный пакт о гражданских и политических правах" in text
    assert "Срок истек 31 января 2024 года. Просим" in text
    assert JUSTICE not in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "5 February 2024"), ("fr", "5 février 2024"), ("es", "5 de febrero de 2024"), ("ru", "5 февраля 2024 года"),
     ("zh", "2024年2月5日"), ("ar", "5 شباط/فبراير 2024"), ("xx", "2024-02-05")],
)  # fmt: skip
def test_days_are_written_as_people_write_them(language: str, words: str) -> None:
    """And as 2024-02-05 where nobody knows how."""
    assert words == day_in_words(dt.date(2024, 2, 5), language)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("KAZ", "fr", "Kazakhstan"), ("DEU", "ru", "Германия"), ("DEU", "zh", "德国"), ("KAZ", "ar", "كازاخستان"),
     ("ARC", "ru", "Arcania"), ("KAZ", "en", "Arcania"),
     ("KAZ", "xx", "Arcania")],
)  # fmt: skip
def test_states_are_called_as_in_the_language(code: str, language: str, name: str) -> None:
    """In English, and where nobody knows, as report.yaml calls them."""
    assert name == state_in_words(code, "Arcania", language)


def test_a_problem_is_told_in_the_language_of_the_workbook(tmp_path: Path) -> None:
    """In the list and in the comment at the cell, above the message with its values."""
    root = make_project(tmp_path)
    (root / "submissions" / "justice.yaml").unlink()
    book = opened(dict(find_workbooks(root, ["justice"], "ru").files())["justice.xlsx"])
    cell = figure_cell(book, "justice_1", 2023)
    figure_cell(book, "justice_1", "Label").value = "cases"
    cell.value = "около 900"
    (root / "submissions" / "justice.xlsx").write_bytes(saved(book))

    marked = opened(find_feedback(root, ["justice"]).feedbacks[0].data)
    told = texts("ru").problems.kinds["RG154"]
    (row,) = (one for one in marked["Problems"].iter_rows() if any(value.value == "RG154" for value in one))
    assert str(row[1].value).startswith(f"{told}\n“около 900” is no number")
    comment = marked["Indicators"][cell.coordinate].comment
    assert comment is not None
    assert f"{texts('ru').problems.wrong}: {told}\n“около 900” is no number" in comment.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_of_a_marked_copy_run_as_the_language_does(tmp_path: Path, language: str) -> None:
    """The list of problems and the sheet of readings as well as those that were sent out."""
    root = make_project(tmp_path)
    (root / "submissions" / "justice.yaml").unlink()
    book = opened(dict(find_workbooks(root, ["justice"], language).files())["justice.xlsx"])
    reply_cell(book, 1).value = "Some words of ours."
    (root / "submissions" / "justice.xlsx").write_bytes(saved(book))
    marked = opened(find_feedback(root, ["justice"]).feedbacks[0].data)

    assert ["Problems", "In the report"] == marked.sheetnames[:2]
    assert {language == "ar"} == {bool(sheet.sheet_view.rightToLeft) for sheet in marked}
