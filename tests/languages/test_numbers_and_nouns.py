"""Nouns behind every number from 0 to 1,300, and some large ones, against plural rules and forms typed by hand.

The rules are those of CLDR for whole numbers, written down here a second time; the forms are those of grammars, of
which a dictionary or a rule of ours must not know less.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest
from sentences.phrase_cases import written

from reportgen.languages.language import load

NUMBERS = (*range(1301), 1999, 2000, 9_999, 10_002, 12_345, 100_000, 111_111, 999_999, 1_000_001, 2_002_011, 21_000_021)
BEFORE = {"fr": "Au greffe : ", "es": "En el registro: ", "ru": "В реестре: ", "ar": "في السجل: ", "zh": "登记："}
SPACES = {"fr": " ", "es": ".", "ru": " ", "ar": " ", "zh": ","}


def in_russian(number: int) -> str:
    """`1|21|101`, `2–4|22`, `0|5–20|111`."""
    if number % 100 in {11, 12, 13, 14}:
        return "many"
    return {1: "one", 2: "few", 3: "few", 4: "few"}.get(number % 10, "many")


def in_arabic(number: int) -> str:
    """`1`, `2`, `3–10|103–110`, `11–99|111–199`, `0|100–102`."""
    if number in {1, 2}:
        return {1: "one", 2: "two"}[number]
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"


RULES: dict[str, Callable[[int], str]] = {
    "fr": lambda number: "one" if number < 2 else "other",
    "es": lambda number: "one" if number == 1 else "other",
    "ru": in_russian,
    "ar": in_arabic,
    "zh": lambda _: "other",
}
FORMS: dict[str, list[tuple[str, ...]]] = {
    "fr": [("personne", "personnes"), ("plainte", "plaintes")],
    "es": [("persona", "personas"), ("queja", "quejas")],
    "zh": [("人", "人")],
    "ru": [
        ("дело", "дела", "дел"),
        ("жалоба на пытки", "жалобы на пытки", "жалоб на пытки"),
        ("судебное решение", "судебных решения", "судебных решений"),
    ],
    "ar": [("شخص واحد", "شخصان", "أشخاص", "شخصاً", "شخص"), ("قضية واحدة", "قضيتان", "قضايا", "قضية", "قضية")],
}
"""Per language, the forms in the order of its categories."""
CATEGORIES = {
    "fr": ("one", "other"),
    "es": ("one", "other"),
    "zh": ("one", "other"),
    "ru": ("one", "few", "many"),
    "ar": ("one", "two", "few", "many", "other"),
}
UNITS = {
    "судебное решение": ("судебное решение", "судебные решения"),
    "жалоба на пытки": ("жалоба на пытки", "жалобы на пытки"),
    "дело": ("дело", "дела"),
    "شخص واحد": ("شخص", "أشخاص"),
    "قضية واحدة": ("قضية", "قضايا"),
}
"""What an agency gives, where it is not the first two forms."""


def printed(tag: str, unit: tuple[str, str], numbers: tuple[str, ...]) -> list[str]:
    """Each number with its noun, in one sentence."""
    noun = {"one": unit[0], "other": unit[1]}
    given = {f"x{at}": {"unit": noun, "values": {"2023": Decimal(number)}} for at, number in enumerate(numbers)}
    given["last"] = {"values": {"2023": 100}}  # where one number is 10 or more, all are figures
    references = " / ".join(f"{{{{ {key} | value(unit=True) }}}}" for key in given if key != "last")
    text = written({"text": f"{BEFORE[tag]}{references} / {{{{ last }}}}.", "indicators": given}, tag)
    return text.removeprefix(BEFORE[tag]).split(" / ")[:-1]


def expected(tag: str, number: int, forms: tuple[str, ...]) -> str:
    """The number as the language writes it, and its noun."""
    noun = dict(zip(CATEGORIES[tag], forms, strict=True))[RULES[tag](number)]
    if tag == "ar" and number in {1, 2}:
        return noun
    return f"{number:,}".replace(",", SPACES[tag]) + ("" if tag == "zh" else " ") + noun


@pytest.mark.parametrize(("tag", "forms"), [(tag, forms) for tag, several in FORMS.items() for forms in several])
def test_a_noun_agrees_with_every_number(tag: str, forms: tuple[str, ...]) -> None:
    """Also with 21, 111, 112, 101 to 110 and their like."""
    unit = UNITS.get(forms[0], forms[:2])
    parts = [tuple(map(str, NUMBERS[at : at + 100])) for at in range(0, len(NUMBERS), 100)]
    found = [text for part in parts for text in printed(tag, (unit[0], unit[1]), part)]

    assert found == [expected(tag, number, forms) for number in NUMBERS]


def listed(table: str) -> list[list[str]]:
    """The lines of a table, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


RUSSIAN = """
год | годы | года | лет | года
час | часы | часа | часов | часа
месяц | месяцы | месяца | месяцев | месяца
ребенок | дети | ребенка | детей | ребенка
ребенок-сирота | дети-сироты | ребенка-сироты | детей-сирот | ребенка-сироты
женщина-депутат | женщины-депутаты | женщины-депутата | женщин-депутатов | женщины-депутата
трудящийся-мигрант | трудящиеся-мигранты | трудящихся-мигранта | трудящихся-мигрантов | трудящегося-мигранта
койко-место | койко-места | койко-места | койко-мест | койко-места
человек | люди | человека | человек | человека
человек с ВИЧ | люди с ВИЧ | человека с ВИЧ | человек с ВИЧ | человека с ВИЧ
военнослужащий | военнослужащие | военнослужащих | военнослужащих | военнослужащего
полицейский | полицейские | полицейских | полицейских | полицейского
животное | животные | животных | животных | животного
осужденный | осужденные | осужденных | осужденных | осужденного
судья | судьи | судьи | судей | судьи
мать | матери | матери | матерей | матери
гражданин | граждане | гражданина | граждан | гражданина
учитель | учителя | учителя | учителей | учителя
уголовное дело | уголовные дела | уголовных дела | уголовных дел | уголовного дела
судебная жалоба | судебные жалобы | судебных жалобы | судебных жалоб | судебной жалобы
частный служащий | частные служащие | частных служащих | частных служащих | частного служащего
"""
"""One, more; after 2, after 5, after 1.5."""
ARABIC = """
موظف | موظفون | موظف واحد | موظفان | موظفين | موظفاً
موظف | موظفين | موظف واحد | موظفان | موظفين | موظفاً
صحفي | صحفيون | صحفي واحد | صحفيان | صحفيين | صحفياً
محام | محامون | محام واحد | محاميان | محامين | محامياً
قاضٍ | قضاة | قاضٍ واحد | قاضيان | قضاة | قاضياً
اعتداء | اعتداءات | اعتداء واحد | اعتداءان | اعتداءات | اعتداء
مستشفى | مستشفيات | مستشفى واحد | مستشفيان | مستشفيات | مستشفى
شكوى | شكاوى | شكوى واحدة | شكويان | شكاوى | شكوى
بنت | بنات | بنت واحدة | بنتان | بنات | بنتاً
شيء | أشياء | شيء واحد | شيئان | أشياء | شيئاً
جزء | أجزاء | جزء واحد | جزءان | أجزاء | جزءاً
ملجأ | ملاجئ | ملجأ واحد | ملجآن | ملاجئ | ملجأ
أب | آباء | أب واحد | أبوان | آباء | أباً
موظف حكومي | موظفون حكوميون | موظف حكومي واحد | 2 (موظفون حكوميون) | موظفين حكوميين | (موظفون حكوميون)
"""
"""One, more; one and two in words; after 3, after 11."""


@pytest.mark.parametrize("row", listed(RUSSIAN))
def test_russian_nouns_that_no_simple_rule_knows(row: list[str]) -> None:
    """Nouns that are inflected as adjectives are, two nouns in one, other stems; of decimals all is in the singular."""
    one, other, few, many, decimal = row
    found = printed("ru", (one, other), ("1", "2", "5", "1.5"))

    assert found == [f"1 {one}", f"2 {few}", f"5 {many}", f"1,5 {decimal}"]


@pytest.mark.parametrize("row", listed(ARABIC))
def test_arabic_nouns_that_no_simple_rule_knows(row: list[str]) -> None:
    """Plurals in the nominative, nouns that lost a letter, letters that change before an ending, both genders."""
    single, several, one, two, few, many = row
    found = printed("ar", (single, several), ("1", "2", "3", "11", "100"))

    assert found == [one, two, f"3 {few}", f"11 {many}", f"100 {single}"]


@pytest.mark.parametrize(
    ("tag", "label", "expected"),
    [
        ("fr", "habitants", "le nombre d’habitants"),
        ("fr", "homicides", "le nombre d’homicides"),
        ("fr", "yeux", "le nombre d’yeux"),
        ("fr", "handicapés", "le nombre de handicapés"),
        ("fr", "heurts", "le nombre de heurts"),
        ("fr", "huis clos", "le nombre de huis clos"),
        ("fr", "yazidis", "le nombre de yazidis"),
        ("ru", "беженцы и лица, ищущие убежище", "число беженцев и лиц, ищущих убежище,"),
        ("ru", "лица, ищущие убежище", "число лиц, ищущих убежище,"),
        ("ru", "судьи и прокуроры", "число судей и прокуроров"),
        ("ru", "ВИЧ-инфицированные", "число ВИЧ-инфицированных"),
        ("ru", "дети-инвалиды", "число детей-инвалидов"),
        ("ru", "годы лишения свободы", "число лет лишения свободы"),
        ("ru", "часы обучения", "число часов обучения"),
    ],
)
def test_what_is_counted_stands_in_the_genitive(tag: str, label: str, expected: str) -> None:
    """With the words that agree with its second head, and with "de" in full where nothing is left out in speaking."""
    assert load(tag).number_of(label) == expected
