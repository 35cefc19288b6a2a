"""What an editor of the language sections would mark in a sentence that is written from data."""

from typing import Any

import pytest
from sentences.phrase_cases import narrator, report_text, written

from reportgen.languages.language import load
from reportgen.model import Period


def _told(tag: str, *keys: str, **indicators: dict[str, Any]) -> str:
    text = " ".join(report_text(narrator({"indicators": indicators}, tag), list(keys or indicators)))
    return text.replace("\u00a0", " ")


def _phrase(tag: str, text: str, **indicators: dict[str, Any]) -> str:
    return written({"text": text, "indicators": indicators}, tag).replace("\u00a0", " ")


# ---- the unit of what is measured -----------------------------------------------------------------------------

_DURATIONS = {
    "fr": ("la durée moyenne", "jour|jours", "passant de 3 jours en 2021 à 21 jours en 2023"),
    "es": ("la duración media", "día|días", "de 3 días en 2021 a 21 días en 2023"),
    "ru": ("средняя продолжительность", "день|дни", "«средняя продолжительность» (дней) ежегодно увеличивалось с 3 в"),
    "ar": ("متوسط المدة", "يوم|أيام", "ازداد متوسط المدة (أيام) كل سنة من 3 في عام 2021"),
    "zh": ("平均时间", "天|天", "平均时间逐年增加，从2021年的3天增至2023年的21天"),
}


@pytest.mark.parametrize("tag", _DURATIONS)
def test_a_measure_that_rises_every_year_names_its_unit(tag: str) -> None:
    """“С 3 до 21” may be days or months: where no noun stands behind a preposition, the subject has the unit."""
    label, unit, expected = _DURATIONS[tag]
    one, other = unit.split("|")
    measured = {"label": label, "unit": {"one": one, "other": other}, "measure": "average"}

    assert expected in _told(tag, x=measured | {"values": {2021: 3, 2022: 5, 2023: 21}})


def test_what_is_counted_names_no_unit_twice() -> None:
    """The subject says what the figures count, and a measure that is compared has its noun at the first figure."""
    unit = {"one": "день", "other": "дни"}
    rising = {2021: 3, 2022: 5, 2023: 21}

    assert "(" not in _told("ru", x={"label": "жалобы", "values": rising}).partition("ежегодно")[0]
    compared = _told(
        "ru", x={"label": "средний срок", "unit": unit, "measure": "average", "values": {2022: 3, 2023: 5}}
    )
    assert "«средний срок» составило 5 дней (по сравнению с 3 в 2022 году)" in compared


# ---- millions of something ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "women", "men", "expected"),
    [
        ("fr", ("femme", "femmes"), ("homme", "hommes"), "1,2 million de femmes et 1,1 million d’hommes"),
        ("es", ("mujer", "mujeres"), ("hombre", "hombres"), "1,2 millones de mujeres y 1,1 millones de hombres"),
        ("ru", ("женщина", "женщины"), ("мужчина", "мужчины"), "1,2 млн женщин и 1,1 млн мужчин"),
        ("ar", ("امرأة", "نساء"), ("رجل", "رجال"), "1.2 مليون امرأة و1.1 مليون رجل"),
    ],
)
def test_millions_of_a_part_stand_as_those_of_the_whole(
    tag: str, women: tuple[str, str], men: tuple[str, str], expected: str
) -> None:
    """French and Spanish have “de” between a million and a noun, however many decimals it has."""
    parts = [
        {"label": {"one": one, "other": other}, "values": {2023: number}}
        for (one, other), number in ((women, 1_200_000), (men, 1_100_000))
    ]
    voters = {"label": "x", "show": "million", "values": {2023: 2_300_000}, "breakdown": parts}

    assert _phrase(tag, "«» {{ x | breakdown }}", x=voters) == f"«» {expected}"


@pytest.mark.parametrize(
    ("currency", "expected"),
    [
        ("euros", "1,5 million d’euros"),
        ("afghanis", "1,5 million d’afghanis"),
        ("hryvnias", "1,5 million de hryvnias"),
        ("dollars", "1,5 million de dollars"),
        ("EUR", "1,5 million d’EUR"),
        ("€", "1,5 million de €"),
        ("yens", "1,5 million de yens"),
    ],
)
def test_a_million_of_a_currency_is_elided_before_a_vowel(currency: str, expected: str) -> None:
    """“Million d’euros”, as before any other noun."""
    paid = {"unit": {"currency": currency}, "show": "million", "values": {2023: 1_500_000}}

    assert _phrase("fr", "«» {{ x }}", x=paid) == f"«» {expected}"


@pytest.mark.parametrize(("tag", "expected"), [("es", "1,5 millones de euros"), ("ru", "1,5 млн euros")])
def test_other_languages_write_a_million_of_a_currency_as_before(tag: str, expected: str) -> None:
    """Only French elides."""
    paid = {"unit": {"currency": "euros"}, "show": "million", "values": {2023: 1_500_000}}

    assert _phrase(tag, "«» {{ x }}", x=paid) == f"«» {expected}"


# ---- one, of whom ---------------------------------------------------------------------------------------------

_WHO = {
    "fr": ("détenus", "détenus qui ont été indemnisés", "dont {} ont été indemnisés"),
    "es": ("detenidos", "detenidos que fueron indemnizados", "y de ese total {} fueron indemnizados"),
    "ru": ("лица под стражей", "лица под стражей, которые получили компенсацию", "из них {} получили компенсацию"),
    "ar": ("المحتجزين", "المحتجزين الذين حصلوا على تعويض", "{} حصلوا على تعويض"),
}


@pytest.mark.parametrize("tag", _WHO)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_clause_in_the_plural_is_said_of_several_alone(tag: str, number: int) -> None:
    """“Dont 1 ont été indemnisés” agrees with nothing: one has a sentence of its own, and two in Arabic."""
    whole, part, clause = _WHO[tag]
    found = _told(
        tag, a={"label": whole, "values": {2022: 12, 2023: 9}}, b={"label": part, "values": {2022: 4, 2023: number}}
    )

    is_said = number == 3 or (number == 2 and tag != "ar")
    assert (clause.format(number) in found) is is_said


def test_twenty_one_are_one_in_russian() -> None:
    """“Из них 21 получил”: the verb of 21 is that of one."""
    whole, part, clause = _WHO["ru"]
    found = [
        clause.format(number)
        in _told(
            "ru",
            a={"label": whole, "values": {2022: 95, 2023: 90}},
            b={"label": part, "values": {2022: 40, 2023: number}},
        )
        for number in (21, 11, 22)
    ]

    assert found == [False, True, True]


# ---- places in a ranking --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fr", "le rang correspondait à la soixante-deuxième place en 2022 comme en 2023"),
        ("es", "el puesto fue el puesto 62º tanto en 2022 como en 2023"),
        ("ru", "значение показателя «rang» соответствовало следующему месту: 62-е как в 2022 году, так и в 2023 году"),
        ("ar", "بلغ المرتبة 62 في عام 2022 وفي عام 2023 على السواء"),
        ("zh", "2022年和2023年均为第62位"),
    ],
)
def test_a_place_that_was_kept_is_called_a_place(tag: str, expected: str) -> None:
    """“S’établissait à soixante-deuxième” is no French, and “составило 62-е” no Russian."""
    label = {"fr": "le rang", "es": "el puesto"}.get(tag, "rang")
    found = _told(tag, x={"label": label, "unit": "rank", "values": {2022: 62, 2023: 62}})

    assert expected in found[:1].lower() + found[1:]


@pytest.mark.parametrize(
    ("tag", "values", "expected"),
    [
        ("es", {2021: 62, 2022: 62, 2023: 62}, "se mantuvo en el puesto 62º entre 2021 y 2023"),
        (
            "ru",
            {2021: 62, 2022: 62, 2023: 62},
            "соответствовало следующему месту: 62-е в 2021 году, в 2023 году и в промежутке",
        ),
        ("fr", {2019: 62, 2021: 62, 2023: 62}, "correspondait à la soixante-deuxième place pour chacune des années"),
        ("es", {2019: 62, 2021: 62, 2023: 62}, "fue el puesto 62º en cada uno de los años"),
        (
            "ru",
            {2019: 62, 2021: 62, 2023: 62},
            "соответствовало следующему месту: 62-е за каждый из следующих периодов",
        ),
    ],
)
def test_a_place_of_several_years_is_called_a_place(tag: str, values: dict[int, int], expected: str) -> None:
    """The same where it was kept for years, or in years with others between them."""
    assert expected in _told(
        tag, x={"label": "le rang" if tag == "fr" else "el puesto", "unit": "rank", "values": values}
    )


@pytest.mark.parametrize(
    ("unit", "before", "after", "expected"),
    [
        ("percent", 10, 11, "زيادة بمقدار نقطة مئوية واحدة ("),
        ("percent", 10, 12, "زيادة بمقدار نقطتين مئويتين ("),
        ("percent", 10, 13, "زيادة بمقدار 3 نقاط مئوية ("),
        ("percent", 30, 19, "انخفاض بمقدار 11 نقطة مئوية ("),
        ("percent", 10, 10.5, "زيادة بمقدار 0.5 نقطة مئوية ("),
    ],
)
def test_one_and_two_points_are_said_by_the_noun(unit: str, before: float, after: float, expected: str) -> None:
    """In Arabic, where “1 of the percentage points” is a translation; always in the genitive, behind “بمقدار”."""
    rate = {"unit": unit, "values": {2022: before, 2023: after}}

    assert _phrase("ar", "السجل: {{ x | change(form='noun') }}.", x=rate).startswith(f"السجل: {expected}")


def test_points_a_year_stand_in_the_genitive_too() -> None:
    """“قدره نقطتين” would need the nominative."""
    rate = {"unit": "percent", "values": {2021: 10, 2023: 14}}

    found = _phrase("ar", "السجل {{ x | yearly_change(since=2021) }}.", x=rate)
    assert found.startswith("السجل ازداد سنوياً في المتوسط بمقدار نقطتين مئويتين (")


def test_one_place_is_said_by_the_noun() -> None:
    """Two have another case behind each of two words, and stay a figure."""
    found = [
        _phrase("ar", "السجل: {{ x | rank_change }}.", x={"unit": "rank", "values": {2022: 65, 2023: after}})
        for after in (64, 63, 62)
    ]

    assert [one.removeprefix("السجل: بصعود قدره ").partition(" مقارنة")[0] for one in found] == [
        "مرتبة واحدة",
        "2 من المراتب",
        "3 مراتب",
    ]


# ---- halves ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "before", "now", "expected"),
    [
        ("fr", 20, 10, "a diminué de moitié"),
        ("fr", 20, 30, "a augmenté de moitié"),
        ("fr", 100, 52, "a diminué de près de la moitié"),
        ("fr", 100, 45, "a diminué de plus de la moitié"),
        ("fr", 12, 9, "a diminué d’un quart"),
        ("ru", 100, 52, "уменьшилось почти наполовину"),
        ("ru", 100, 45, "уменьшилось более чем наполовину"),
        ("ru", 30, 20, "уменьшилось на одну треть"),
        ("ru", 20, 10, "сократилось вдвое"),
    ],
)
def test_by_half_is_an_adverb(tag: str, before: int, now: int, expected: str) -> None:
    """“De moitié”, “наполовину”; other parts are told with their noun."""
    assert _phrase(tag, "a {{ x | multiplied }}.", x={"values": {2022: before, 2023: now}}).startswith(
        f"a {expected} ("
    )


# ---- periods --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "period", "expected"),
    [
        ("fr", "2020-2023", "à la fin de 2023"),
        ("es", "2020-2023", "al final de 2023"),
        ("zh", "2020-2023", "截至2023年底"),
        ("zh", "2023", "截至2023年底"),
        ("zh", "2023-H1", "截至2023年上半年末"),
        ("zh", "2023-Q2", "截至2023年第二季度末"),
        ("zh", "2023-03/2023-07", "截至2023年7月底"),
        ("zh", "2022-09/2023-08", "截至2023年8月底"),
        ("zh", "2023-05", "截至2023年5月"),
    ],
)
def test_a_stock_is_dated_by_the_end_of_its_period(tag: str, period: str, expected: str) -> None:
    """“截至2022年9月至2023年8月底” names two months, of which the last is meant."""
    assert load(tag).as_at(Period.parse(period)) == expected


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ((2020, 2021), "данные за 2020 и 2021 годы отсутствуют"),
        ((2018, 2020, 2021), "данные за 2018, 2020 и 2021 годы отсутствуют"),
        ((2021,), "данные за 2021 год отсутствуют"),
        ((2019, 2020, 2021), "данные за 2019–2021 годы отсутствуют"),
    ],
)
def test_russian_years_share_their_noun(missing: tuple[int, ...], expected: str) -> None:
    """“За 2020 и 2021 годы”, not “за 2020 год и 2021 год”."""
    assert expected in _told("ru", x={"label": "жалобы", "values": dict.fromkeys(missing) | {2022: 15, 2023: 11}})


# ---- relative clauses -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("апелляции, которые были удовлетворены", "число апелляций, которые были удовлетворены,"),
        ("жалобы, чьи авторы известны", "число жалоб, чьи авторы известны,"),
        ("лица, признанные виновными", "число лиц, признанных виновными,"),
        ("лица, виновные в пытках", "число лиц, виновных в пытках,"),
        ("другие жалобы, поданные в суд", "число других жалоб, поданных в суд,"),
    ],
)
def test_a_relative_pronoun_keeps_the_case_of_its_clause(label: str, expected: str) -> None:
    """“Апелляций, которых были удовлетворены” is no Russian; a participle agrees with its noun."""
    assert expected == load("ru").number_of(label)


# ---- the annex ------------------------------------------------------------------------------------------------


def test_no_two_columns_of_the_annex_have_one_head() -> None:
    """“Показатель” stood over the indicators and over their figures."""
    for tag in ("en", "fr", "es", "ru", "ar", "zh"):
        patterns = load(tag).patterns
        heads = (patterns.rows["indicator"], patterns.rows["period"], patterns.figure, patterns.source)
        assert len(set(heads)) == len(heads), tag
