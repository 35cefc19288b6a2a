"""What is typed right beside a reference makes no other number of its figure, and prints no noun twice."""

import pytest
from composing import tree
from reports import make_report

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.touching import nothing_touches_figures
from reportgen.diagnostics import word
from reportgen.model import merge_report

INDICATORS = {
    "x": {"label": "persons helped", "unit": {"one": "person", "other": "persons"}, "values": {2022: 130, 2023: 140}},
    "w": {"label": "women helped", "values": {2023: 40}},
    "few": {"label": "deaths", "values": {2023: 4}},
    "p": {"label": "share of women", "unit": "percent", "values": {2022: 41, 2023: 42}},
    "m": {"label": "budget", "unit": {"currency": "$"}, "values": {2023: 1200}},
    "r": {"label": "place in the index", "unit": "rank", "values": {2023: 11}},
    "s": {"label": "beds", "measure": "stock", "values": {2023: 30}},
}


def found(text: str, language: str = "en") -> list[Finding]:
    """What is found beside the references of a reply; the message of each names the figure."""
    indicators = {key: {"issue": 1, "report": "none", **fields} for key, fields in INDICATORS.items()}
    report = make_report({"indicators": indicators, "replies": [{"issue": 1, "text": text}]}, language=language)
    findings = list(nothing_touches_figures(CheckContext(report, merge_report(report), tree(report))))
    assert all(str(one.values["figure"]) in word(one.code, one.values).message for one in findings)
    return findings


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1{{ x }} persons were helped.", "1140"),
        ("So {{ x }}0 persons were helped.", "1400"),
        ("So {{ x }},000 persons were helped.", "140,000"),
        ("So {{ x }} 000 persons were helped.", "140 000"),
        ("So {{ x }}.5 persons were helped.", "140.5"),
        ("So 0.{{ x }} persons were helped.", "0.140"),
        ("So -{{ x }} persons were helped.", "-140"),
        ("So (−{{ x }}) persons were helped.", "−140"),
        ("So {{ x }}² persons were helped.", "140²"),
        ("So {{ x }}^2^ persons were helped.", "140²"),
        ("So {{ x }}½ persons were helped.", "140½"),
        ("So {{ x }}k persons were helped.", "140k"),
        ("So {{ few }}teen persons died.", "fourteen"),
        ("It was in the {{ r }}th place.", "eleventhth"),
        ("So about{{ x }} persons were helped.", "about140"),
        ("In 2023,{{ x }} persons were helped.", "2023,140"),
        ("## Help for 1{{ x }} persons\n\nIt was given.", "1140"),
        ("- First\n- 1{{ x }} persons", "1140"),
        ("Table: Help\n\n| A | B |\n| --- | --- |\n| C | {{ x }}0 |", "1400"),
        ("Help was given.[^1]\n\n[^1]: To {{ x }}0 persons.", "1400"),
    ],
)
def test_a_figure_stays_the_number_that_it_is(text: str, printed: str) -> None:
    """Digits, marks of decimals and thousands, signs, powers and letters beside a reference make another one."""
    (one,) = found(text)

    assert ("RG436", printed) == (one.code, one.values["printed"])


def test_two_figures_do_not_become_one() -> None:
    """Both are named."""
    assert ["14040", "14040"] == [one.values["printed"] for one in found("So {{ x }}{{ w }} persons were helped.")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("So {{ x }} persons were helped.", "en"),
        ("Help (for {{ x }}) was given, to {{ x }}, {{ w }} and {{ few }}.", "en"),
        ("So **{{ x }}** persons – {{ w }} – were helped (see No.{{ w }}).", "en"),
        ("So {{ x }}–{{ x }} persons or {{ w }}/{{ x }} were helped, 12 – {{ w }} of them women.", "en"),
        ("A {{ w }}-bed centre was opened, and US{{ m }} was spent.", "en"),
        ("So {{ x }}[^1] persons were helped.\n\n[^1]: Estimated.", "en"),
        ("So {{ x | compared(unit=True) }} were helped, {{ p | compared }} of them women.", "en"),
        ("In {{ x | last_period }}, {{ x }}.", "en"),
        ("共{{ x }}人。", "zh"),
        ("ساعدت و{{ x }} شخصاً.", "ar"),
        ("L’aide a été donnée à {{ x }} personnes, l’{{ few }} compris.", "fr"),
    ],
)
def test_what_stands_apart_is_left_alone(text: str, language: str) -> None:
    """Spaces, brackets, dashes and marks of notes part a figure from its neighbours, and so do other scripts."""
    assert [] == found(text, language)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So {{ x | value(unit=True) }} persons were helped.", "persons persons"),
        ("So {{ p }} per cent were women.", "per cent per cent"),
        ("So {{ p }}% were women.", "per cent%"),
        ("So {{ x | share_of(x) }} percent were helped.", "per cent percent"),
        ("So {{ x }} persons persons were helped.", "persons persons"),
        ("So {{ x }} persons were helped.", None),
        ("So {{ x | value(unit=True) }} in need were helped.", None),
        ("So {{ p }} of women.", None),
    ],
)
def test_a_noun_or_a_unit_is_printed_once(text: str, words: str | None) -> None:
    """The reference prints its unit, and so does its author."""
    assert ([("RG437", words)] if words else []) == [(one.code, one.values["words"]) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The number rose by {{ x | change(show='none') }}.", "rose by increased by"),
        ("The number fell {{ x | change(show='none') }}.", "fell increased by"),
        ("A decrease of {{ x | change(form='noun', show='none') }} was seen.", "decrease of an increase of"),
        ("An increase of {{ x | change(show='none') }} was seen.", "increase of increased by"),
        ("The number rose {{ x | from_to }}.", "rose increased from"),
        ("The number {{ x | change(show='none') }}.", None),
        ("The growth {{ x | change(show='none') }}.", None),
        ("The number rose, and it {{ x | change(show='none') }}.", None),
        ("There was an increase: the number {{ x | change(show='none') }}.", None),
        ("The number rose by {{ x }}.", None),
    ],
)
def test_a_change_is_told_once(text: str, words: str | None) -> None:
    """“Fell by increased by 7.7 per cent” was printed without a word."""
    assert ([("RG437", words)] if words else []) == [(one.code, one.values["words"]) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As at {{ s | as_at }}, there were {{ s }} beds.", "As at as at"),
        ("As {{ s | as_at }}, there were {{ s }} beds.", "As as at"),
        ("{{ s | as_at }}, there were {{ s }} beds.", None),
        ("So {{ x | value(unit=True) }} were helped ({{ x | comparison }}).", "((compared with"),
        ("So {{ x | value(unit=True) }} were helped ((a) {{ w }} women).", None),
        ("So {{ x | respectively(years=[2022, 2023]) }} in 2022 and 2023.", "respectively in 2022"),
        ("So {{ x | respectively(years=[2022, 2023]) }} persons in 2022 and 2023.", "respectively persons in 2022"),
        ("So {{ x | respectively(years=[2022, 2023]) }} and women in 2022 and 2023.", None),
        ("So {{ x | respectively(years=[2022, 2023]) }}, which is more.", None),
        ("So {{ x | respectively(w) }} in 2023.", None),
        ("As at the end of that year, there were {{ s }} beds.", None),
        ("So {{ x }} persons were helped, compared with {{ x | comparison }}.", "compared with compared with"),
        ("So {{ x }} persons were helped {{ x | comparison }}.", None),
        ("It was asked for again and again and {{ x }} persons were helped.", None),
    ],
)
def test_what_opens_a_phrase_is_told_once(text: str, words: str | None) -> None:
    """The date of a stock and a comparison bring their own first words, also behind a bracket."""
    assert ([("RG437", words)] if words else []) == [(one.code, one.values["words"]) for one in found(text)]


def test_a_change_is_told_once_in_any_language() -> None:
    """Where the very words stand twice."""
    (one,) = found("Le nombre a augmenté de {{ x | change(show='none') }}.", "fr")

    assert ("RG437", "a augmenté de a augmenté de") == (one.code, one.values["words"])
