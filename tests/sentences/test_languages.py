"""A language is a package of one shape; French proves it."""

import ast
import inspect
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from babel.dates import get_month_names
from hypothesis import example, given
from hypothesis import strategies as st
from sentences.phrase_cases import narrator, read_cases, report_text, written

import reportgen.languages
import reportgen.sentences
from reportgen.languages.en import numerals as english
from reportgen.languages.en.months import MONTHS as ENGLISH_MONTHS
from reportgen.languages.fr import numerals as french
from reportgen.languages.fr.periods import MONTHS as FRENCH_MONTHS
from reportgen.languages.language import LANGUAGES, Language, cldr, is_round_million, load, read_cldr
from reportgen.model import Period
from reportgen.sentences.numerals import figures

CASES = [(tag, case) for tag in LANGUAGES if tag != "en" for case in read_cases(f"phrases.{tag}.yaml")]
FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize(("tag", "case"), CASES, ids=[f"{tag} {case['id']}" for tag, case in CASES])
def test_each_case_gives_its_exact_text(tag: str, case: dict[str, Any]) -> None:
    """The text of a case is what it expects, letter by letter."""
    assert case["expect"] == written(case, tag)


@pytest.mark.parametrize("tag", ["es", "fr", "ru", "zh"])
def test_the_cases_of_a_language_are_those_of_english(tag: str) -> None:
    """Nearly all, with the same figures; opening a sentence with a number is not said everywhere."""
    english = {case["id"]: _values(case) for case in read_cases("phrases.yaml")}
    others = {case["id"]: _values(case) for told, case in CASES if told == tag}

    assert len(english.keys() & others.keys()) >= 26
    assert {key: others[key] for key in english.keys() & others.keys() if english[key] != others[key]} == {}


def _values(case: dict[str, Any]) -> dict[str, Any]:
    return {key: indicator["values"] for key, indicator in case["indicators"].items()}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_pattern_has_known_fields(tag: str) -> None:
    """A pattern never asks for a field that the shape of a language package does not name."""
    wording = load(tag).patterns
    asked = {name for field in wording.__struct_fields__ for name in FIELD.findall(str(getattr(wording, field)))}

    assert asked <= _documented()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_rule_of_a_language_takes_what_its_shape_says(tag: str) -> None:
    """The functions of a package are found by their names, so that their arguments are held here."""
    language = load(tag)
    shapes = {name: get_args(kind)[0] for name, kind in get_type_hints(Language).items() if get_args(kind)[1:]}
    rules = {name: kinds for name, kinds in shapes.items() if isinstance(kinds, list)}

    assert len(rules) > 20
    for name, kinds in rules.items():
        given = list(get_type_hints(getattr(language, name)).values())
        assert kinds == given[:-1], name


def _documented() -> set[str]:
    """All fields that the docstrings of the patterns name."""
    source = Path(inspect.getfile(reportgen.languages)).with_name("patterns.py").read_text(encoding="utf-8")
    return set(FIELD.findall(source))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_shape_of_data_can_be_written(tag: str) -> None:
    """The generated text of every case comes out in every language, and nothing of it is left unfilled."""
    for case in read_cases("cases/generated.yaml"):
        for text in report_text(narrator(case, tag), list(case["indicators"])):
            assert text
            assert "{" not in text
            assert "~" not in text


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("shape", ["revised", "revised-in-a-table", "in-that-year-never-means-the-earlier-one"])
def test_brackets_are_not_put_into_brackets(tag: str, shape: str) -> None:
    """What an earlier report said, and the groups of an earlier year, stand beside them."""
    [case] = [one for one in read_cases("cases/generated.yaml") if one["id"] == shape]
    for text in report_text(narrator(case, tag), list(case["indicators"])):
        assert not re.search(r"\([^()]*\(", text)


_RUSSIAN = {"one": "день", "other": "дни", "few": "дня", "many": "дней"}


@pytest.mark.parametrize(
    ("tag", "unit", "values", "shown"),
    [
        ("en", {"one": "day", "other": "days"}, {2022: 9.5, 2023: 1}, "1.0 days"),
        ("en", {"one": "day", "other": "days"}, {2022: 9, 2023: 1}, "1 day "),
        ("ru", _RUSSIAN, {2022: 9.5, 2023: 5}, "5,0 дня"),
        ("ru", _RUSSIAN, {2022: 9, 2023: 5}, "5 дней"),
        ("fr", {"one": "jour", "other": "jours"}, {2022: 9.5, 2023: 1}, "1,0 jour "),
        ("es", {"one": "día", "other": "días"}, {2022: 9.5, 2023: 2}, "2,0 días"),
    ],
)
def test_a_noun_fits_the_decimals_that_are_printed(
    tag: str, unit: dict[str, str], values: dict[int, float], shown: str
) -> None:
    """CLDR has 1.0 days and 5,0 дня, beside 1 day and 5 дней; French has one jour until two."""
    case = {"indicators": {"wait": {"label": "x", "unit": unit, "measure": "average", "values": values}}}
    [text] = report_text(narrator(case, tag), ["wait"])

    assert shown in text.replace("\u00a0", " ")


@pytest.mark.parametrize(("tag", "months"), [("en", ENGLISH_MONTHS), ("fr", FRENCH_MONTHS)])
def test_months_are_those_of_cldr(tag: str, months: list[str]) -> None:
    """Our month names are the ones that CLDR gives."""
    assert list(get_month_names("wide", locale=tag).values()) == months


@pytest.mark.parametrize("tag", LANGUAGES)
@given(st.decimals(-3, 3, places=2) | st.decimals(-(10**22), 10**22, places=4))
@example(Decimal(1))
@example(Decimal("1.0"))
@example(Decimal("1E+6"))
@example(Decimal("1.5"))
@example(Decimal(-1))
@example(Decimal("0.00"))
def test_signs_and_plurals_are_those_of_cldr(tag: str, value: Decimal) -> None:
    """What is kept of CLDR, so that its data need not be loaded, says what CLDR says."""
    kept, read = cldr(tag), read_cldr(tag)
    group = "\u00a0" if tag == "ar" else read.group  # as the United Nations write Arabic; CLDR has a comma

    assert (kept.group, kept.decimal, kept.category(abs(value))) == (
        group,
        read.decimal,
        read.category(abs(value)),
    )


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("number", ["1E+40", "12345678901234567890123456789012000000"])
def test_no_number_is_too_large_for_its_plural(tag: str, number: str) -> None:
    """CLDR's own rules divide, which fails beyond 28 digits."""
    value = Decimal(number)

    assert is_round_million(value)
    assert cldr(tag).category(value) in {"many", "other"}


@pytest.mark.parametrize(
    ("number", "is_round"),
    [("0", False), ("999999", False), ("1000000", True), ("1000000.0", False), ("1000000.5", False), ("-2E+6", True)],
)
def test_whole_millions(number: str, *, is_round: bool) -> None:
    """Decimals count as CLDR counts them, even of nothing."""
    assert is_round_million(Decimal(number)) == is_round


def test_numbers_are_written_with_the_symbols_of_the_language() -> None:
    """Commas and a point in English; spaces and a comma in French."""
    assert "1,234,567.5" == figures(Decimal("1234567.50"), "en")
    assert "1\u00a0234\u00a0567,5" == figures(Decimal("1234567.50"), "fr")


@pytest.mark.parametrize(
    ("number", "words"),
    [(2, "second"), (12, "twelfth"), (20, "twentieth"), (62, "sixty-second"), (99, "ninety-ninth"), (101, "101st")],
)
def test_english_ordinals(number: int, words: str) -> None:
    """In words to ninety-ninth, then in figures."""
    assert words == english.ordinal(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "première"),
        (5, "cinquième"),
        (9, "neuvième"),
        (21, "vingt et unième"),
        (80, "quatre-vingtième"),
        (117, "117e"),
    ],
)
def test_french_ordinals(number: int, words: str) -> None:
    """In words to ninety-nine, then in figures."""
    assert words == french.ordinal(number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (17, "dix-sept"),
        (22, "vingt-deux"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (93, "quatre-vingt-treize"),
    ],
)
def test_french_numbers(number: int, words: str) -> None:
    """Tens and ones are linked as French links them."""
    assert words == french.cardinal(number)


@pytest.mark.parametrize("number", [0, 1, 21, 81])
def test_french_numbers_with_a_gender_stay_figures(number: int) -> None:
    """What would have to agree is not written in words."""
    assert french.cardinal(number) is None


@pytest.mark.parametrize("tag", LANGUAGES)
@given(
    period=st.sampled_from(
        ["2023", "2020-2023", "2023-H1", "2023-Q3", "2023-05", "2023-01/2023-05", "2022-11/2023-02"]
    ).map(Period.parse)
)
def test_each_period_has_a_name_a_time_and_an_opening(tag: str, period: Period) -> None:
    """An opening is never a figure, and every name holds the year."""
    language = load(tag)

    assert str(period.year) in language.period_name(period)
    if tag == "zh":  # opens a sentence with its year, and has no capitals
        assert language.when(period).startswith(str(period.start[0]))
        return
    assert not language.when(period)[0].isupper()
    opening = language.opening_period(period)[0]
    assert opening.isalpha()
    assert not opening.islower()


def test_no_language_without_a_package_is_claimed() -> None:
    """An unknown tag is our own mistake and says so."""
    with pytest.raises(ValueError, match="no language package for de"):
        load("de")


def test_no_wording_stands_outside_the_language_packages() -> None:
    """Outside `en/` and `fr/`, no string that reaches a text holds a word with a space after it."""
    rooms = [Path(inspect.getfile(room)).parent for room in (reportgen.languages, reportgen.sentences)]
    files = [file for room in rooms for file in room.rglob("*.py") if file.parent.name not in LANGUAGES]

    assert [] == [words for file in files for words in _written_words(file)]


def _written_words(file: Path) -> list[str]:
    """The words that a module hands straight to a function that makes text."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    makers = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"text", "Word", "fill"}]
    given = [argument.value for call in makers for argument in call.args[:1] if isinstance(argument, ast.Constant)]
    return [str(words) for words in given if str(words).strip()]


@pytest.mark.parametrize(
    ("tag", "label", "values", "measure", "expected"),
    [
        (
            "es",
            "denuncias",
            {2024: 3, 2025: 0},
            "flow",
            "En 2025, el número de denuncias fue de 0 (frente a 3 en 2024).",
        ),
        (
            "fr",
            "plaintes",
            {2024: 3, 2025: 0},
            "flow",
            "En 2025, le nombre de plaintes était nul (contre trois en 2024).",
        ),
        (
            "ru",
            "жалобы",
            {2023: 3, 2024: 3, 2025: 3},
            "stock",
            "Число жалоб оставалось на уровне 3 в 2023 году, в 2025 году и в промежутке между ними.",
        ),
        (
            "fr",
            "plaintes",
            {"2024-H1": 0, "2025-H1": 0},
            "flow",
            "Au premier semestre de 2024 et au premier semestre de 2025, le nombre de plaintes était nul.",
        ),
        (
            "ru",
            "жалобы",
            {"2025-Q1": 3, "2025-Q2": 5},
            "flow",
            "За второй квартал 2025 года число жалоб составило 5 (3 за первый квартал 2025 года).",
        ),
    ],
)
def test_a_series_alone_is_told_as_a_native_speaker_would(
    tag: str, label: str, values: dict[object, int], measure: str, expected: str
) -> None:
    """Zero in figures has figures beside it; halves and quarters stand in the case of their language."""
    case = {"indicators": {"a": {"label": label, "values": values, "measure": measure}}}

    assert [expected] == report_text(narrator(case, tag), ["a"])
