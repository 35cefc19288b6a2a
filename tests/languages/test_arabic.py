"""Arabic: forms of nouns, ordinals, letters of lists, labels that end in a figure."""

import pytest
from sentences.phrase_cases import narrator, report_text, written

from reportgen.document.labels import abjad
from reportgen.languages.ar.labels import RULES, accusative, dual
from reportgen.languages.ar.numerals import report_ordinal, report_ordinal_with
from reportgen.languages.front import load_front


@pytest.mark.parametrize(
    ("one", "two", "many"),
    [
        ("شخص", "شخصان", "شخصاً"),
        ("حالة", "حالتان", "حالة"),
        ("شكوى", "شكويان", "شكوى"),
        ("نداء", "نداءان", "نداء"),
        ("قاضٍ", "قاضيان", "قاضياً"),
        ("امرأة", "امرأتان", "امرأة"),
    ],
)
def test_forms_of_one_word_are_derived(one: str, two: str, many: str) -> None:
    """The dual, and the accusative behind 11 to 99."""
    assert (dual(one), accusative(one)) == (two, many)


def test_forms_of_several_words_are_not_guessed() -> None:
    """Adjectives agree and constructs do not, which cannot be told apart."""
    one, other = "قضية جنائية", "قضايا جنائية"
    found = {name: RULES.counted(one, other, name) for name in ("zero", "one", "two", "few", "many", "other")}

    assert found == {
        "zero": one,
        "one": "قضية جنائية واحدة",
        "two": None,
        "few": other,
        "many": None,
        "other": one,
    }


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        ({"one": "قضية مدنية", "other": "قضايا مدنية"}, 2, "2 (قضايا مدنية)"),
        ({"one": "قضية مدنية", "other": "قضايا مدنية"}, 1, "قضية مدنية واحدة"),
        ({"one": "قضية مدنية", "other": "قضايا مدنية", "two": "قضيتين مدنيتين"}, 2, "قضيتين مدنيتين"),
        ({"one": "قضية مدنية", "other": "قضايا مدنية", "two": "قضيتين مدنيتين"}, 11, "11 (قضايا مدنية)"),
        ({"one": "قضايا", "other": "قضايا"}, 1, "1 (قضايا)"),
        ({"one": "قضايا", "other": "قضايا"}, 2, "2 (قضايا)"),
        ({"one": "درجة", "other": "درجات"}, 2, "درجتان"),
        ({"one": "درجة", "other": "درجات"}, -1, "−1 درجة"),
        ({"one": "درجة", "other": "درجات"}, -2, "−2 درجة"),
        ({"one": "درجة", "other": "درجات"}, -3, "−3 درجات"),
    ],
)
def test_a_number_is_left_out_only_where_its_noun_says_it(unit: object, value: int, expected: str) -> None:
    """Where the dual of a noun is not known, and below zero, the figure stands."""
    case = {"text": "«» {{ x | value(unit=True) }}", "indicators": {"x": {"unit": unit, "values": {"2023": value}}}}

    assert written(case, "ar") == f"«» {expected}"


def test_every_number_of_a_part_is_said() -> None:
    """A part keeps its figure where its label does not say it: words behind a number, a noun of several words."""
    labels = [
        ({"one": "قاض مدني", "other": "قضاة مدنيون"}, 2),
        ({"one": "من القضاة الأجانب", "other": "من الأجانب"}, 2),
        ({"one": "من الموظفين العامين", "other": "من العامين"}, 1),
        ({"one": "موظف", "other": "موظفون"}, 2),
    ]
    parts = [{"label": label, "values": {"2023": number}} for label, number in labels]
    case = {"text": "«» {{ x | breakdown }}", "indicators": {"x": {"values": {"2023": 7}, "breakdown": parts}}}

    assert written(case, "ar") == "«» 2 (قضاة مدنيون) و2 من الأجانب و1 من الموظفين العامين وموظفان"


@pytest.mark.parametrize(
    ("number", "nominative", "genitive"),
    [
        (1, "الأول", "الأول"),
        (10, "العاشر", "العاشر"),
        (11, "الحادي عشر", "الحادي عشر"),
        (19, "التاسع عشر", "التاسع عشر"),
        (20, "العشرون", "العشرين"),
        (21, "الحادي والعشرون", "الحادي والعشرين"),
        (80, "الثمانون", "الثمانين"),
        (99, "التاسع والتسعون", "التاسع والتسعين"),
        (100, "100", "100"),
    ],
)
def test_ordinals_of_reports(number: int, nominative: str, genitive: str) -> None:
    """The tens have a form for each case."""
    assert (report_ordinal(number), report_ordinal_with(number)) == (nominative, genitive)


def test_items_and_parts_count_in_the_order_of_abjad() -> None:
    """أ ب ج د ه و, not the order of the dictionary; as many names of letters as letters, and more by doubling."""
    names = load_front("ar").wording.parts

    assert [abjad(place) for place in (1, 2, 3, 4, 5, 6, 28, 29)] == ["أ", "ب", "ج", "د", "ه", "و", "غ", "أأ"]
    assert len(set(names)) == len(names) == 28
    assert [name[0].replace("ا", "أ") for name in names] == [abjad(place) for place in range(1, 29)]


@pytest.mark.parametrize("unit", [None, {"currency": "دينار"}, "percent"])
def test_a_label_that_ends_in_a_figure_is_apart_from_the_value(unit: object) -> None:
    """`المادة 120 165` would be read as 120,165."""
    label = "المدانين بموجب المادة 120"
    case = {"indicators": {"x": {"label": label, "unit": unit, "values": {"2022": 170, "2023": 165}}}}
    [text] = report_text(narrator(case, "ar"), ["x"])

    assert f'"{label}" 165' in text.replace("\u00a0", " ")


def test_the_last_of_a_list_is_joined_without_a_space() -> None:
    """`A وB وC`; of what holds a comma, `A؛ B؛ وC`."""
    case = {"indicators": {"x": {"label": "القضايا", "values": {"2020": 3, "2021": 12, "2022": 8, "2023": 9}}}}
    [text] = report_text(narrator(case, "ar"), ["x"])

    assert "(مقابل 3 في عام 2020 و12 في عام 2021 و8 في عام 2022)" in text
