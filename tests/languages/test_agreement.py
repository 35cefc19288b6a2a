"""Nouns behind numbers agree with them in every language: persons, cases and money, from nothing to millions."""

from decimal import Decimal

import pytest
from sentences.phrase_cases import written

from reportgen.languages.language import load

NUMBERS = ("0", "1", "2", "3", "5", "11", "21", "100", "1000", "1.5", "1000000")
NOUNS = {
    "fr": {
        "personne|personnes": "0 personne|1 personne|2 personnes|3 personnes|5 personnes|11 personnes|21 personnes|"
        "100 personnes|1 000 personnes|1,5 personne|1 000 000 de personnes",
        "affaire|affaires": "0 affaire|1 affaire|2 affaires|3 affaires|5 affaires|11 affaires|21 affaires|"
        "100 affaires|1 000 affaires|1,5 affaire|1 000 000 d’affaires",
    },
    "es": {
        "persona|personas": "0 personas|1 persona|2 personas|3 personas|5 personas|11 personas|21 personas|"
        "100 personas|1.000 personas|1,5 personas|1.000.000 de personas",
        "causa|causas": "0 causas|1 causa|2 causas|3 causas|5 causas|11 causas|21 causas|"
        "100 causas|1.000 causas|1,5 causas|1.000.000 de causas",
    },
    "ru": {
        "человек|люди": "0 человек|1 человек|2 человека|3 человека|5 человек|11 человек|21 человек|"
        "100 человек|1 000 человек|1,5 человека|1 000 000 человек",
        "уголовное дело|уголовные дела": "0 уголовных дел|1 уголовное дело|2 уголовных дела|3 уголовных дела|"
        "5 уголовных дел|11 уголовных дел|21 уголовное дело|100 уголовных дел|1 000 уголовных дел|"
        "1,5 уголовного дела|1 000 000 уголовных дел",
    },
    "ar": {
        "شخص|أشخاص": "0 شخص|شخص واحد|شخصان|3 أشخاص|5 أشخاص|11 شخصاً|21 شخصاً|100 شخص|1 000 شخص|1.5 شخص|1 000 000 شخص",
        "قضية|قضايا": "0 قضية|قضية واحدة|قضيتان|3 قضايا|5 قضايا|11 قضية|21 قضية|100 قضية|1 000 قضية|1.5 قضية|"
        "1 000 000 قضية",
        "شكوى|شكاوى": "0 شكوى|شكوى واحدة|شكويان|3 شكاوى|5 شكاوى|11 شكوى|21 شكوى|100 شكوى|1 000 شكوى|1.5 شكوى|"
        "1 000 000 شكوى",
    },
    "zh": {
        "人|人": "0人|1人|2人|3人|5人|11人|21人|100人|1,000人|1.5人|1,000,000人",
        "起案件|起案件": "0起案件|1起案件|2起案件|3起案件|5起案件|11起案件|21起案件|100起案件|1,000起案件|"
        "1.5起案件|1,000,000起案件",
    },
}
MONEY = {
    "fr": "0|1|2|3|5|11|21|100|1 000|1,50|1 000 000",
    "es": "0|1|2|3|5|11|21|100|1.000|1,50|1.000.000",
    "ru": "0|1|2|3|5|11|21|100|1 000|1,50|1 000 000",
    "ar": "0|1|2|3|5|11|21|100|1 000|1.50|1 000 000",
    "zh": "0|1|2|3|5|11|21|100|1,000|1.50|1,000,000",
}
BEFORE = {"fr": "Au greffe, ", "es": "En el registro, ", "ru": "В реестре ", "ar": "في السجل، ", "zh": "登记："}


def _written(tag: str, unit: object, number: str, reference: str) -> str:
    indicator = {"unit": unit, "values": {"2023": Decimal(number)}}
    hundred = {"values": {"2023": 100}}  # where one number is 10 or more, all are figures
    text = BEFORE[tag] + f"{{{{ x | {reference} }}}} ({{{{ y }}}})."
    found = written({"text": text, "indicators": {"x": indicator, "y": hundred}}, tag)
    return found.removeprefix(BEFORE[tag]).removesuffix(" (100).")


@pytest.mark.parametrize(("tag", "noun"), [(tag, noun) for tag, nouns in NOUNS.items() for noun in nouns])
def test_nouns_agree_with_their_numbers(tag: str, noun: str) -> None:
    """The form behind a number is that of its plural category; French and Spanish say “de” behind millions."""
    one, other = noun.split("|")
    found = [_written(tag, {"one": one, "other": other}, number, "value(unit=True)") for number in NUMBERS]

    assert found == NOUNS[tag][noun].split("|")


@pytest.mark.parametrize("tag", MONEY)
def test_money_keeps_its_word(tag: str) -> None:
    """A currency has one form, and the signs of its number are those of the language."""
    space, currency = {"ru": (" ", "тенге"), "zh": ("", "坚戈")}.get(tag, (" ", "tenge"))
    found = [_written(tag, {"currency": currency}, number, "value") for number in NUMBERS]
    expected = [number + space + currency for number in MONEY[tag].split("|")]

    assert found == expected


PARTS = {
    "fr": (
        ("femmes", "hommes", "plaintes nouvelles"),
        {
            (3, 0, 1): "3 femmes, 0 homme et 1 (plaintes nouvelles)",
            (0, 21, 0): "0 femme, 21 hommes et 0 plaintes nouvelles",
            (1, 1, 1_000_000): "1 femme, 1 homme et 1 000 000 de plaintes nouvelles",
        },
    ),
    "es": (
        ("mujeres", "hombres", "quejas nuevas"),
        {
            (3, 0, 1): "3 mujeres, 0 hombres y 1 (quejas nuevas)",
            (1, 1, 21): "1 mujer, 1 hombre y 21 quejas nuevas",
            (0, 1, 1_000_000): "0 mujeres, 1 hombre y 1.000.000 de quejas nuevas",
        },
    ),
    "ru": (
        ("женщины", "мужчины", "новые жалобы"),
        {
            (3, 0, 1): "3 женщины, 0 мужчин и 1 (новые жалобы)",
            (1, 21, 5): "1 женщина, 21 мужчина и 5 новых жалоб",
            (0, 11, 2): "0 женщин, 11 мужчин и 2 новых жалобы",
        },
    ),
}


@pytest.mark.parametrize(("tag", "numbers"), [(tag, numbers) for tag, (_, cases) in PARTS.items() for numbers in cases])
def test_parts_agree_with_their_numbers(tag: str, numbers: tuple[int, int, int]) -> None:
    """A label that has one form alone stands in brackets behind one, and never behind nothing."""
    labels, cases = PARTS[tag]
    parts = [{"label": label, "values": {"2023": number}} for label, number in zip(labels, numbers, strict=True)]
    indicator = {"label": "x", "values": {"2023": sum(numbers)}, "breakdown": parts}
    text = written({"text": "«» {{ x | breakdown }}", "indicators": {"x": indicator}}, tag)

    assert text == f"«» {cases[numbers]}"


@pytest.mark.parametrize(
    ("tag", "one", "other", "expected"),
    [
        ("en", "in a district prison", "in district prisons", "1 in a district prison and 12 in district prisons"),
        ("fr", "dans une prison", "dans des prisons", "1 dans une prison et 12 dans des prisons"),
        ("es", "en una cárcel", "en cárceles", "1 en una cárcel y 12 en cárceles"),
        ("ru", "в тюрьме", "в тюрьмах", "1 в тюрьме и 12 в тюрьмах"),
        ("ar", "في سجن", "في سجون", "1 في سجن و12 في سجون"),
    ],
)
def test_words_behind_a_number_are_those_that_were_given(tag: str, one: str, other: str, expected: str) -> None:
    """They are not inflected; what was given for one stands behind one."""
    parts = [{"label": {"one": one, "other": other}, "values": {"2023": number}} for number in (1, 12)]
    indicator = {"label": "x", "values": {"2023": 13}, "breakdown": parts}

    assert written({"text": "«» {{ x | breakdown }}", "indicators": {"x": indicator}}, tag) == f"«» {expected}"


@pytest.mark.parametrize(
    ("tag", "label", "expected"),
    [
        ("fr", "proportion de femmes", "l’indicateur «\u00a0proportion de femmes\u00a0»"),
        ("fr", "la part des femmes", "la part des femmes"),
        ("fr", "partis dissous", "le nombre de partis dissous"),
        ("es", "la proporción de mujeres", "la proporción de mujeres"),
        ("es", "tasadores nombrados", "el número de tasadores nombrados"),
        ("zh", "妇女比例", "妇女比例"),
    ],
)
def test_there_is_no_number_of_what_is_measured(tag: str, label: str, expected: str) -> None:
    """“Le nombre de proportion de femmes” is nothing, whether a unit says so or not."""
    found = load(tag).number_of(label)

    assert expected == found.replace("~", "\u00a0")
