"""Units in the form of each language: what the list offers, and what is understood when it comes back."""

import re

import pytest
from forms import figure_cell, form_of, head_row, opened, partly_answered, saved, texts

from reportgen.languages.language import cldr
from reportgen.project import read_submission

TRANSLATED = ["ar", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize(
    ("unit", "plain"),
    [
        ("{per cent}", "percent"),
        ("{rank}", "rank"),
        ("{currency} T", {"currency": "T"}),
        ("currency T", {"currency": "T"}),
    ],
)
def test_units_are_understood(language: str, unit: str, plain: object) -> None:
    """Each name of them, and a currency behind its word; the English words are as good."""
    names = texts(language).words
    for place in range(len(names[unit.partition("}")[0].strip("{")]) if "{" in unit else 1):
        book = opened(form_of(partly_answered(), "justice", language))
        written = unit.format(**{plain: others[min(place, len(others) - 1)] for plain, others in names.items()})
        figure_cell(book, "cases", "Unit").value = written
        submission = read_submission(saved(book), "justice.xlsx").submission

        assert submission is not None, written
        given = submission.indicators["cases"].unit
        assert plain == (given if isinstance(given, str) else given and given.model_dump()), written


_PERSONS = {
    "ar": "شخص / أشخاص",
    "es": "persona / personas",
    "fr": "personne / personnes",
    "ru": "человек / люди",
    "zh": "人 / 人",
}


@pytest.mark.parametrize("language", TRANSLATED)
def test_units_to_choose_are_those_of_the_report(language: str) -> None:
    """“Person / persons” would be printed in French; the other words are read in the language of the form."""
    words, report = texts(language).words, partly_answered()
    settings = report.settings.model_copy(update={"language": language})
    own = report.model_copy(update={"settings": settings})

    for asked, persons in ((report, "person / persons"), (own, _PERSONS[language])):
        sheet = opened(form_of(asked, "justice", language))["Indicators"]
        column = next(cell.column_letter for cell in sheet[head_row(sheet)] if cell.value == "Unit")
        lists = [one for one in sheet.data_validations.dataValidation if str(one.sqref).startswith(column)]

        offered = lists[0].formula1.strip('"').split(",")
        assert offered[-3:] == [persons, words["per cent"][0], words["rank"][0]]


@pytest.mark.parametrize(("language", "bound"), [("fr", "jusqu’à présent\u00a0: "), ("zh", "："), ("es", "ahora: ")])
def test_the_words_so_far_have_the_marks_of_the_language(language: str, bound: str) -> None:
    """The colon, and what parts thousands."""
    sheet = opened(form_of(partly_answered(), "justice", language))["Replies"]

    assert bound in str(sheet["A3"].value)
    assert re.search(rf"\d{re.escape(cldr(language).group)}\d{{3}}\b", str(sheet["A3"].value))
