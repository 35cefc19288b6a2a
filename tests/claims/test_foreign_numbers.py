"""Typed numbers in other languages than English: dates and names are told apart from what may go out of date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.claims.typed import NumberKind, sort_numbers
from reportgen.languages.language import LANGUAGES, load
from reportgen.model import Period

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
D, N, S = NumberKind.DATE, NumberKind.NAME, NumberKind.STATISTIC


def kinds(text: str, tag: str) -> list[tuple[NumberKind, str]]:
    """The numbers of a text with their kinds."""
    return [(one.kind, one.span.of(text)) for one in sort_numbers(text, language=tag)]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("fr", "La loi n° 2019-45 du 5 juin 2022 vise 348 affaires (art. 14, par. 3).",
         [(N, "n° 2019-45"), (D, "5 juin 2022"), (S, "348"), (N, "art. 14"), (N, "par. 3")]),
        ("fr", "Le 1er janvier, 1 348 personnes, soit 45,4 %, étaient détenues en 2020-2023.",
         [(D, "1er janvier"), (S, "1 348"), (S, "45,4"), (D, "2020-2023")]),
        ("fr", "Les articles 14, 15 et 16 ont été modifiés en mai 2023 ; 12 projets.",
         [(N, "articles 14, 15 et 16"), (D, "mai 2023"), (S, "12")]),
        ("es", "La Ley núm. 45, de 5 de junio de 2022, registró 1.348 casos en 2023 (párr. 3).",
         [(N, "núm. 45"), (D, "5 de junio de 2022"), (S, "1.348"), (D, "2023"), (N, "párr. 3")]),
        ("es", "Los artículos 14 y 15 se aplicaron a 262 personas el 03/05/2021.",
         [(N, "artículos 14 y 15"), (S, "262"), (D, "03/05/2021")]),
        ("ru", "Закон № 123-VI от 5 июня 2022 года; по статье 146 возбуждено 348 дел.",
         [(N, "№ 123-VI"), (D, "5 июня 2022"), (N, "статье 146"), (S, "348")]),
        ("ru", "В мае 2023 года, в 2020–2023 годах и 05.06.2022 рассмотрено 1 348 дел (ст. 14 и 15).",
         [(D, "мае 2023"), (D, "2020–2023"), (D, "05.06.2022"), (S, "1 348"), (N, "ст. 14 и 15")]),
        ("ar", "صدر القانون رقم 45 في 5 حزيران/يونيه 2022، وسجلت 348 قضية في عام 2023 (الفقرة 3).",
         [(N, "القانون رقم 45"), (D, "5 حزيران/يونيه 2022"), (S, "348"), (D, "2023"), (N, "الفقرة 3")]),
        ("ar", "في يونيه 2022 بلغ العدد 1 348 والمادتان 14 و15.",
         [(D, "يونيه 2022"), (S, "1 348"), (N, "والمادتان 14 و15")]),
        ("zh", "2022年6月5日第45号法令第14条，2023年登记348起案件，占45.4%。",
         [(D, "2022年6月5日"), (N, "第45号"), (N, "第14条"), (D, "2023"), (S, "348"), (S, "45.4")]),
        ("zh", "2020-2023年共有1,348人，6月有12人。",
         [(D, "2020-2023"), (S, "1,348"), (D, "6月"), (S, "12")]),
        ("fr", "Le document CCPR/C/KAZ/3 et le COVID-19 ; 2 023 cas et 1 900 autres.",
         [(N, "CCPR/C/KAZ/3"), (N, "COVID-19"), (S, "2 023"), (S, "1 900")]),
    ],
)  # fmt: skip
def test_each_number_has_its_kind(tag: str, text: str, expected: list[tuple[NumberKind, str]]) -> None:
    """Dates with their months, names with the word before them, all else as a statistic."""
    assert expected == kinds(text.replace("~", "\u00a0"), tag)


@pytest.mark.parametrize("tag", OTHERS)
@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)), count=st.integers(100, 899))
def test_a_day_and_a_month_of_the_language_are_dates(tag: str, day: dt.date, count: int) -> None:
    """As the language writes them, and a count beside them is none."""
    language = load(tag)
    month = Period.parse(f"{day.year}-{day.month:02}")

    for name in (language.date_name(day), language.period_name(month), language.when(month)):
        (date, _), (number, written) = kinds(f"{name}: {count}.", tag)
        assert (D, S, str(count)) == (date, number, written)


@pytest.mark.parametrize("tag", OTHERS)
@given(value=st.integers(0, 10**9))
def test_no_number_is_lost(tag: str, value: int) -> None:
    """Whatever it is taken for, its digits are among those found."""
    found = "".join(text for _, text in kinds(f"({value})", tag))

    assert str(value) == "".join(filter(str.isdigit, found))


@pytest.mark.parametrize(
    ("tag", "text"), [("es", "Véase la Ley núm. 45. En 2023 hubo 12 casos."), ("ru", "См. ст. 14. Всего 12.")]
)
def test_a_sentence_ends_at_no_abbreviation(tag: str, text: str) -> None:
    """So that a number is shown with its own sentence."""
    (*_, last) = sort_numbers(text, language=tag)

    assert "12" == last.span.of(text)
    assert not last.sentence.of(text).startswith(("Véase", "См."))
