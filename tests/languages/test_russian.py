"""Russian nouns: the genitive of labels, the forms behind numbers, the cases of States."""

from decimal import Decimal

import pytest
from sentences.phrase_cases import narrator, report_text, written

from reportgen.languages.language import cldr
from reportgen.languages.ru.inflection import few, genitive, name_in
from reportgen.languages.ru.labels import RULES
from reportgen.languages.ru.numerals import fold, report_ordinal, report_ordinal_with

GENITIVES = [
    ("жертвы, получившие компенсацию", "жертв, получивших компенсацию"),
    ("уголовные дела, направленные в суд", "уголовных дел, направленных в суд"),
    ("военные, получившие ранения", "военных, получивших ранения"),
    ("люди, живущие с ВИЧ", "людей, живущих с ВИЧ"),
    ("женщины-судьи", "женщин-судей"),
    ("дети с инвалидностью", "детей с инвалидностью"),
    ("потерпевшие по делам о насилии", "потерпевших по делам о насилии"),
    ("рядовые и офицеры", "рядовых и офицеров"),
    ("объединения и их филиалы", "объединений и их филиалов"),
    ("больные дети", "больных детей"),
    ("заключенные", "заключенных"),
    ("осужденные за коррупцию", "осужденных за коррупцию"),
    ("лица без гражданства", "лиц без гражданства"),
    ("места лишения свободы", "мест лишения свободы"),
    ("решения судов", "решений судов"),
    ("НПО", "НПО"),
]


@pytest.mark.parametrize(("label", "expected"), GENITIVES)
def test_labels_stand_in_the_genitive_after_number_of(label: str, expected: str) -> None:
    """The head, what agrees with it and a second head are inflected; what follows stays."""
    assert expected == genitive(label)


@pytest.mark.parametrize("label", ["население", "тенге", "xyz", "5 дел", ""])
def test_no_form_is_guessed(label: str) -> None:
    """A label without a noun in the nominative plural has none, and is quoted."""
    assert genitive(label) is None
    assert f"число по категории «{label}»" == RULES.number_of(label)


@pytest.mark.parametrize("label", ["число жалоб", "количество жалоб", "Общее число жалоб"])
def test_a_label_that_counts_itself_is_not_counted_twice(label: str) -> None:
    """It brings its genitive."""
    assert label == RULES.number_of(label)
    assert RULES.of(label) == "жалоб"


CASES = {0: "дел", 1: "дело", 2: "дела", 3: "дела", 5: "дел", 11: "дел", 12: "дел", 21: "дело", 22: "дела", 25: "дел"}


@pytest.mark.parametrize(("number", "noun"), [*CASES.items(), (100, "дел"), (101, "дело"), (111, "дел"), (1000, "дел")])
def test_a_noun_agrees_with_its_number(number: int, noun: str) -> None:
    """One, few and many, in the text of a reference."""
    case = {
        "text": "Суды рассмотрели {{ x | value(unit=True) }}.",
        "indicators": {"x": {"unit": {"one": "дело", "other": "дела"}, "values": {"2023": number}}},
    }
    assert f"Суды рассмотрели {number} {noun}." == written(case, "ru").replace("1 000", "1000")


def test_persons_are_counted_with_their_own_form() -> None:
    """`5 человек`, not "людей"; and a form that the agency gives wins."""
    assert [RULES.counted("человек", "люди", one) for one in ("one", "few", "many")] == [
        "человек",
        "человека",
        "человек",
    ]
    unit = {"one": "случай", "few": "случая", "many": "СЛУЧАЕВ", "other": "случаи"}
    case = {"text": "a {{ x | value(unit=True) }}.", "indicators": {"x": {"unit": unit, "values": {"2023": 5}}}}
    assert written(case, "ru") == "a 5 СЛУЧАЕВ."


def test_adjectives_are_in_the_plural_after_two() -> None:
    """`2 уголовных дела`; where two nouns stand together, none is guessed."""
    assert few("уголовные дела") == "уголовных дела"
    assert few("женщины и дети") is None
    assert RULES.counted("", "женщины и дети", "few") is None


@pytest.mark.parametrize(
    ("name", "of", "by"),
    [
        ("Казахстан", "Казахстана", "Казахстаном"),
        ("Аркания", "Аркании", "Арканией"),
        ("Российская Федерация", "Российской Федерации", "Российской Федерацией"),
        ("Республика Молдова", "Республики Молдова", "Республикой Молдова"),
        ("Соединенные Штаты Америки", "Соединенных Штатов Америки", "Соединенными Штатами Америки"),
    ],
)
def test_states_have_the_cases_of_titles(name: str, of: str, by: str) -> None:
    """The genitive of replies and the instrumental of reports."""
    assert (name_in(name, "gent"), name_in(name, "ablt")) == (of, by)


def test_numbers_of_reports_and_multiples() -> None:
    """Ordinals in two cases, and the noun of a multiple in its number."""
    assert [report_ordinal(number) for number in (3, 11, 21)] == ["третий", "одиннадцатый", "21-й"]
    assert [report_ordinal_with(number) for number in (2, 3, 21)] == ["вторым", "третьим", "21-м"]
    assert [fold(one, "рост") for one in ("2", "2,5", "5")] == ["рост в 2 раза", "рост в 2,5 раза", "рост в 5 раз"]


def test_a_clause_in_a_subject_is_closed_with_a_comma() -> None:
    """`число детей, помещенных в семьи, составило`; before a stop the comma falls away."""
    label = "дети, помещенные в семьи"
    case = {"indicators": {"x": {"label": label, "values": {"2022": 5, "2023": 7}}}}
    [text] = report_text(narrator(case, "ru"), ["x"])
    assert text.startswith("В 2023 году число детей, помещенных в семьи, составило 7 (по сравнению с 5 в 2022 году)")
    empty = {"indicators": {"x": {"label": label, "values": {"2023": None}}}}
    [text] = report_text(narrator(empty, "ru"), ["x"])
    assert text == "Данные по показателю «дети, помещенные в семьи» за 2023 год отсутствуют."


def test_points_agree_with_their_number() -> None:
    """One, few, many, and decimals."""
    found = []
    for size in (Decimal(1), Decimal(2), Decimal(5), Decimal("2.5")):
        values = {"2022": Decimal(10), "2023": 10 + size}
        case = {"text": "a {{ x | change(show='none') }}.", "indicators": {"x": {"unit": "percent", "values": values}}}
        found.append(written(case, "ru").removeprefix("a увеличилось на ").removesuffix("."))
    assert found == [
        "1 процентный пункт",
        "2 процентных пункта",
        "5 процентных пунктов",
        "2,5 процентного пункта",
    ]
    assert cldr("ru").group == "\u00a0"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"2021": 402, "2022": 617, "2023": 760}, "ежегодно увеличивалось с 402 в 2021 году до 760 в 2023 году"),
        ({"2021": 760, "2022": 617, "2023": 402}, "ежегодно уменьшалось с 760 в 2021 году до 402 в 2023 году"),
        ({"2018": 402, "2020": 617, "2023": 760}, "увеличилось с 402 в 2018 году до 760 в 2023 году"),
    ],
)
def test_what_happened_every_year_is_told_with_another_verb(values: dict[str, int], words: str) -> None:
    """The imperfective verb stands beside "every year" alone."""
    case = {"indicators": {"x": {"label": "жалобы", "values": values}}}
    [text] = report_text(narrator(case, "ru"), ["x"])
    assert f"число жалоб {words} (617 в 202" in text[:1].lower() + text[1:]


@pytest.mark.parametrize(
    ("before", "words"),
    [(24, "сократилось вдвое"), (18, "уменьшилось на одну треть"), (6, "увеличилось вдвое"), (4, "увеличилось втрое")],
)
def test_a_half_has_an_adverb(before: int, words: str) -> None:
    """`вдвое` and `втрое`; other parts are told with their noun."""
    case = {"text": "a {{ x | multiplied }}.", "indicators": {"x": {"values": {"2022": before, "2023": 12}}}}
    assert written(case, "ru").startswith(f"a {words} (")
