"""What holds of every phrase, whatever the figures: directions, sizes, words and figures, provenance."""

import re
from decimal import Decimal
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from sentences.phrase_cases import indicators, narrator, parts, realised, report_text

from reportgen.diagnostics import word
from reportgen.model import Indicator, Part, Period
from reportgen.sentences import FILTERS, Narrator, Options, Phrase, PhraseError, Run, TableSpec

COUNTS = st.integers(0, 10**9)
SMALL = st.integers(0, 30)
DECIMALS = st.decimals(-(10**6), 10**6, places=2)
YEARS = st.integers(2000, 2023).map(str)
SPANS = st.tuples(st.integers(2000, 2010), st.integers(2011, 2023)).map(lambda ends: f"{ends[0]}-{ends[1]}")
PARTS_OF_YEARS = st.tuples(st.integers(2015, 2023), st.sampled_from(["H1", "H2", "Q1", "Q4", "05"])).map(
    "{0[0]}-{0[1]}".format
)
PERIODS = st.one_of(YEARS, YEARS, YEARS, SPANS, PARTS_OF_YEARS)
UNITS = st.sampled_from(
    [None, {"one": "case", "other": "cases"}, {"currency": "T"}, {"currency": "$"}, "percent", "rank"]
)
LABELS = st.sampled_from(
    ["complaints", "persons convicted", "number of visits", "proportion of women", "place in the index"]
)


@st.composite
def observations(draw: st.DrawFn, unit: object) -> dict[str, Any]:
    """One observation as a file would give it."""
    values = st.integers(1, 190) if unit == "rank" else st.one_of(SMALL, COUNTS, DECIMALS)
    return {
        "value": draw(st.one_of(st.none(), values, values, values)),
        "status": draw(st.sampled_from(["final", "final", "final", "provisional", "estimated"])),
        "note": draw(st.sampled_from([None, None, "first eleven months"])),
    }


@st.composite
def any_indicator(draw: st.DrawFn) -> Indicator:
    """Any indicator that the model lets through."""
    unit = draw(UNITS)
    periods = draw(st.lists(PERIODS, max_size=8, unique=True))
    part_labels = draw(st.lists(st.sampled_from(["women", "men", "minors"]), max_size=3, unique=True))
    fields = {
        "label": draw(st.one_of(st.none(), LABELS)),
        "unit": unit,
        "measure": draw(st.sampled_from(["flow", "stock"])),
        "values": {period: draw(observations(unit)) for period in periods},
        "breakdown": [
            {
                "label": label if draw(st.booleans()) else {"one": label[:-1], "other": label},
                "by": draw(st.sampled_from([None, "sex", "age"])),
                "values": {
                    period: draw(observations(unit)) for period in draw(st.lists(PERIODS, max_size=4, unique=True))
                },
            }
            for label in part_labels
        ],
        "exhaustive": draw(st.booleans()),
        "breaks": dict.fromkeys(draw(st.lists(YEARS, max_size=1)), "a new method"),
        "report": draw(st.sampled_from(["sentence", "sentence", "table"])),
        "show": draw(st.sampled_from([None, None, "million"])),
    }
    return Indicator.model_validate(fields)


def phrase(text: str, **values: object) -> str:
    """A text with references to indicators of plain yearly values."""
    data = {key: value if isinstance(value, dict) else {"values": value} for key, value in values.items()}
    case = {"indicators": data}
    writer = narrator(case)
    return "".join(run.text for run in realised(writer, list(parts(writer, text)))).replace("\u00a0", " ")


def two(first: object, last: object, **fields: object) -> dict[str, Any]:
    """An indicator of two years."""
    return {"values": {2022: first, 2023: last}, **fields}


# ---- changes --------------------------------------------------------------------------------------------------


@given(COUNTS, COUNTS)
def test_the_direction_agrees_with_the_rounded_change(first: int, last: int) -> None:
    """What rose "increased", what fell "decreased", and what rounds to nothing did neither."""
    told = phrase("It {{ a | change }}.", a=two(first, last))
    rounds_to_nothing = first > 0 and abs(last - first) * 2000 < first
    expected = "remained" if first == last or rounds_to_nothing else "increased" if last > first else "decreased"

    assert expected == told.split()[1]


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_swapping_the_years_flips_the_direction(first: int, last: int) -> None:
    """From a to b rises exactly where from b to a falls."""
    flipped = {"increased": "decreased", "decreased": "increased", "remained": "remained", "was": "was"}
    there = phrase("It {{ a | from_to(years=False) }}.", a=two(first, last)).split()[1]
    back = phrase("It {{ a | from_to(years=False) }}.", a=two(last, first)).split()[1]

    assert flipped[there] == back


@given(st.one_of(COUNTS, DECIMALS), st.one_of(COUNTS, DECIMALS), st.integers(0, 3), st.sampled_from([None, "percent"]))
def test_nothing_changes_by_zero(first: Decimal, last: Decimal, digits: int, unit: str | None) -> None:
    """`by 0 per cent` is never written."""
    told = phrase(f"It {{{{ a | change(digits={digits}) }}}}.", a=two(first, last, unit=unit))

    assert not re.search(r"by 0(?![.\d])", told)


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 3))
def test_a_printed_percentage_leads_from_one_value_to_the_other(first: int, last: int, digits: int) -> None:
    """The first value, changed by the printed percentage, gives the last one within rounding."""
    told = phrase(f"It {{{{ a | change(digits={digits}) }}}}.", a=two(first, last))
    found = re.match(r"It (increased|decreased) by ([\d,.]+) per cent", told)
    if found is None:
        is_nearly_all = told == f"It decreased from {first:,} to {last:,}." and 0 < last <= first * Decimal("0.005")
        assert "unchanged" in told or is_nearly_all
        return
    size = Decimal(found[2].replace(",", "")) * (1 if found[1] == "increased" else -1)
    slack = Decimal(first) * Decimal("0.5").scaleb(-digits - 2)

    assert abs(first * (1 + size / 100) - last) <= slack


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_share_lies_within_rounding_of_the_exact_one(part: int, whole: int) -> None:
    """A printed share times its whole gives the part."""
    part, whole = min(part, whole), max(part, whole)
    told = phrase("{{ a | share_of(b, digits=2) }}", a={"values": {2023: part}}, b={"values": {2023: whole}})

    assert abs(Decimal(told.removesuffix(" per cent")) * whole / 100 - part) <= Decimal("0.00005") * whole


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_plain_word_for_a_change_is_true(first: int, last: int) -> None:
    """What is said to have doubled, or more than halved, did so."""
    told = phrase("It {{ a | multiplied(show='none') }}.", a=two(first, last))
    ratio = Decimal(last) / first
    if "more than doubled" in told:
        assert ratio > 2
    elif "nearly doubled" in told:
        assert ratio < 2
    elif "doubled" in told:
        assert ratio == 2
    if "more than halved" in told:
        assert ratio < Decimal("0.5")
    if "increased by nearly one third" in told:
        assert 3 * (last - first) < first


@given(st.integers(10, 10**12), st.sampled_from(["some", "more than", "nearly", "about", "over"]), st.integers(3, 5))
def test_an_approximation_is_true_of_the_number(value: int, word: str, digits: int) -> None:
    """`more than` stands before less, `nearly` before more, and no word before the number itself."""
    told = phrase(f"It had {{{{ a | about('{word}', digits={digits}) }}}} users.", a={"values": {2023: value}})
    found = re.fullmatch(rf"It had ({word} )?([\d,.]+)( million| billion)? users\.", told)
    assert found
    scale = {None: 1, " million": 10**6, " billion": 10**9}[found[3]]
    printed = Decimal(found[2].replace(",", "")) * scale

    assert bool(found[1]) == (printed != value)
    if word in {"more than", "over"}:
        assert printed <= value
    if word == "nearly":
        assert printed >= value


# ---- words and figures ----------------------------------------------------------------------------------------

WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def read(written: str) -> Decimal:
    """A number as it was printed, read back."""
    if written in WORDS:
        return Decimal(WORDS.index(written))
    figure, _, large = written.partition(" ")
    scale = {"million": 6, "billion": 9}.get(large, 0)
    return Decimal(figure.replace(",", "").replace("−", "-")).scaleb(scale)


@given(st.one_of(SMALL, COUNTS), st.sampled_from([None, "million", "billion"]))
def test_what_is_printed_parses_back(value: int, show: str | None) -> None:
    """A count in a sentence is the count that went in."""
    told = phrase("It was {{ a }}, so.", a={"values": {2023: value}, "show": show})

    assert value == read(told.removeprefix("It was ").removesuffix(", so."))


@given(DECIMALS)
def test_a_decimal_parses_back(value: Decimal) -> None:
    """A percentage in a sentence is the one that went in."""
    told = phrase("It was {{ a }}.", a={"values": {2023: value}, "unit": "percent"})

    assert value == read(told.removeprefix("It was ").removesuffix(" per cent."))


@given(st.lists(st.one_of(SMALL, COUNTS), min_size=1, max_size=5))
def test_one_sentence_writes_all_its_numbers_alike(values: list[int]) -> None:
    """All in figures where one is ten or more, else all in words."""
    data = {f"k{place}": {"values": {2023: value}} for place, value in enumerate(values)}
    told = phrase("There were " + ", ".join(f"{{{{ {key} }}}}" for key in data) + " in all.", **data)
    numbers = re.findall(r"[\d,]*\d|" + "|".join(WORDS), told)

    assert [f"{value:,}" if max(values) >= 10 else WORDS[value] for value in values] == numbers


@given(
    any_indicator(),
    st.sampled_from(["{{ a }}", "{{ a | compared }}", "{{ a | by_year }}", "{{ a | total }}", "{{ a | period }}"]),
)
def test_no_sentence_starts_with_a_figure(indicator: Indicator, reference: str) -> None:
    """Whatever opens a sentence, its first character is no digit."""
    writer = Narrator({"a": indicator})
    try:
        pieces = list(parts(writer, f"So it was. {reference} were recorded."))
    except PhraseError:
        return
    told = "".join(run.text for run in realised(writer, pieces)).removeprefix("So it was. ")

    assert not told[0].isdigit()
    assert told[0] not in "−$"


# ---- generated text -------------------------------------------------------------------------------------------


@given(st.lists(any_indicator(), min_size=1, max_size=4))
def test_any_indicator_gives_text(found: list[Indicator]) -> None:
    """Whatever the model lets through is reported, as sentences that begin with a capital and end with a stop."""
    data = {f"k{place}": indicator for place, indicator in enumerate(found)}
    writer = Narrator(data)
    for block, told in zip(writer.report(list(data)), report_text(writer, list(data)), strict=True):
        if not isinstance(block, TableSpec):
            assert told[0].isupper() or told[0] == "T"
            assert told.endswith(".")
            assert not re.search(r"(^|\. )[\d−a-z]", told)
            assert "  " not in told


ARGUMENTS: list[dict[str, object]] = [
    {},
    {"unit": True},
    {"years": [2020, 2022]},
    {"since": 2015},
    {"at": 2020},
    {"part": "women"},
    {"including": "women"},
    {"by": "sex"},
    {"verb": "fall"},
    {"form": "noun"},
    {"digits": 0},
    {"show": "none"},
    {"order": "latest-first"},
]


def written_or_refused(writer: Narrator, name: str, arguments: dict[str, object], *, other: bool) -> list[Run] | str:
    """The runs of a sentence with a reference, or the hint of its refusal."""
    positional: list[object] = [writer.subject("b")] if other else []
    if name in {"each_year", "at"}:
        positional = ["{a} in {year} and {b}" if name == "each_year" else 2020]
    try:
        made = writer.apply(name, writer.subject("a"), positional, arguments)
    except PhraseError as error:
        return word(error.code, error.values).hint or ""
    return realised(writer, ["So it ", made, ". ", made, " it was."])


@given(
    st.tuples(any_indicator(), any_indicator()), st.sampled_from(sorted(FILTERS)), st.sampled_from(ARGUMENTS), st.data()
)
def test_any_reference_gives_text_or_a_refusal(
    found: tuple[Indicator, Indicator], name: str, arguments: dict[str, object], data: st.DataObject
) -> None:
    """A filter on any data is a phrase whose figures have sources, or a diagnostic with a hint; never another error."""
    writer = Narrator(dict(zip("ab", found, strict=True)), data.draw(st.sampled_from(["en", "fr"])))
    made = written_or_refused(writer, name, arguments, other=data.draw(st.booleans()))

    assert made
    for run in made if isinstance(made, list) else ():
        assert all(source.periods for source in run.sources)
        assert "{" not in run.text
        assert "~" not in run.text


NOTHING_BUT_A_PART = Indicator.model_validate(
    {
        "values": {2000: None, 2001: 0},
        "exhaustive": False,
        "breakdown": [{"label": {"one": "woman", "other": "women"}, "values": {2000: 0}}],
    }
)
"""The whole is not known in the year for which a part is nothing."""
NOTHING_OF_SOMETHING = Indicator.model_validate(
    {
        "values": {"2000-2011": 1, "2012": 0},
        "exhaustive": False,
        "breakdown": [{"label": {"one": "woman", "other": "women"}, "values": {"2000-2011": 0}}],
    }
)
"""A part is nothing where the whole was something, and the whole is nothing now."""


@given(any_indicator())
def test_any_indicator_can_be_explained(indicator: Indicator) -> None:
    """Each reference that the explanation offers has a text, and there is a reason."""
    explanation = Narrator({"a": indicator}).explain("a")

    assert explanation.reason
    assert explanation.generated
    assert all(form.text and form.reference.startswith("{{ a") for form in explanation.forms)


@given(st.lists(any_indicator(), min_size=1, max_size=4))
def test_the_same_figures_give_the_same_text(found: list[Indicator]) -> None:
    """Nothing is left to chance."""
    data = {f"k{place}": indicator for place, indicator in enumerate(found)}

    assert report_text(Narrator(data), list(data)) == report_text(Narrator(dict(data)), list(data))


@given(any_indicator())
@example(NOTHING_BUT_A_PART)
@example(NOTHING_OF_SOMETHING)
def test_every_value_of_a_series_is_reported(indicator: Indicator) -> None:
    """No value of an indicator is left out of its generated text without a word."""
    writer = Narrator({"a": indicator})
    seen: set[tuple[int | None, Period]] = set()
    for block in writer.report(["a"]):
        pieces = [cell.parts for row in block.rows for cell in row.cells] if isinstance(block, TableSpec) else [block]
        for piece in pieces:
            for part in piece:
                if isinstance(part, Phrase):
                    seen |= {(source.part, period) for source in part.sources for period in source.periods}

    assert {(None, period) for period in indicator.periods} <= seen
    assert {(place, one) for place, part in enumerate(indicator.breakdown) for one in _known(part, indicator)} <= seen


def _known(part: Part, indicator: Indicator) -> list[Period]:
    """The periods of a part in which there is something to say: not where the whole is nothing."""
    return [period for period in part.periods if indicator.value(period) != 0]


@given(st.lists(any_indicator(), min_size=1, max_size=3))
def test_spaces_that_do_not_break_can_be_turned_off(found: list[Indicator]) -> None:
    """One setting gives the same text with ordinary spaces."""
    data = {f"k{place}": indicator for place, indicator in enumerate(found)}
    off = Narrator(data, options=Options(non_breaking_spaces=False))
    told = [
        run.text
        for block in off.report(list(data))
        if not isinstance(block, TableSpec)
        for run in realised(off, list(block))
    ]

    assert "\u00a0" not in "".join(told)


def test_plain_text_comes_back_as_the_same_object() -> None:
    """Realising never touches what an author wrote."""
    writer = Narrator(indicators({"a": {"values": {2023: 7}}}))
    text = "So it was. "
    realised_parts = writer.realise([text, writer.value(writer.subject("a")), " men."])

    assert realised_parts[0] is text
