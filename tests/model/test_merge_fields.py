"""Merging, over all fields of the model and all orders of the files."""

from decimal import Decimal
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model import Merged, Submission, merge_indicators
from reportgen.model.indicators import Indicator, Observation, Part

Fields = dict[str, Any]
PERSON, OFFICE = {"one": "person", "other": "persons"}, {"one": "office", "other": "offices"}
SAMPLES: dict[type[Any], dict[str, tuple[Any, Any]]] = {
    Indicator: {
        "label": ("cases", "complaints"),
        "unit": (PERSON, OFFICE),
        "measure": ("flow", "stock"),
        "issue": (1, 2),
        "exhaustive": (True, False),
        "share": ({"part": "women", "of": "staff"}, {"part": "men", "of": "staff"}),
        "source": ("Register", "Census"),
        "published": ("CCPR/C/ARC/2, para. 2", "CCPR/C/ARC/2, para. 3"),
        "report": ("sentence", "table"),
        "show": ("million", "billion"),
        "breaks": ({2022: "new law"}, {2022: "new form"}),
        "values": ({2022: 5}, {2022: 6}),
        "breakdown": ([{"label": "women", "values": {2022: 2}}], [{"label": "women", "values": {2022: 3}}]),
    },
    Part: {
        "label": ({"one": "woman", "other": "women"}, {"one": "lady", "other": "women"}),
        "by": ("sex", "gender"),
        "exhaustive": (True, False),
        "values": ({2022: 2}, {2022: 3}),
    },
    Observation: {
        "value": (5, 6),
        "status": ("provisional", "estimated"),
        "note": ("eleven months", "ten months"),
        "previous": (3, 4),
    },
}
"""Two values of each field."""
ALL = [(kind, name) for kind, fields in SAMPLES.items() for name in fields]


def indicator(kind: type[Any], fields: Fields) -> Fields:
    """An indicator with some fields of its own, of its part, or of its observation."""
    if kind is Indicator:
        return fields
    if kind is Part:
        return {"breakdown": [{"label": "women", **fields}]}
    return {"values": {2022: fields}}


def submission(fields: Fields, date: str | None = None) -> Submission:
    """A submission with the indicator `x`."""
    return Submission.model_validate({"agency": "a", "date": date, "indicators": {"x": fields}}, strict=False)


def held(merged: Merged, kind: type[Any], name: str) -> object:
    """What a field of the merged indicator holds."""
    one = merged.indicators["x"]
    if kind is Part:
        return getattr(one.breakdown[0], name)
    return getattr(one if kind is Indicator else next(iter(one.values.values())), name)


@pytest.mark.parametrize("kind", SAMPLES)
def test_each_field_of_the_model_is_tried(kind: type[Any]) -> None:
    """A field that is added to the model needs its samples here, and with them passes the tests below."""
    assert set(kind.model_fields) == set(SAMPLES[kind])


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_what_only_one_file_gives_holds(kind: type[Any], name: str) -> None:
    """Whichever of three files gives it, and whatever their order."""
    wanted = submission(indicator(kind, {name: SAMPLES[kind][name][1]}))
    files = [wanted, submission({}), submission(indicator(kind, {}) if kind is Part else {})]

    for order in permutations(files):
        merged = merge_indicators(order)
        assert held(merge_indicators([wanted]), kind, name) == held(merged, kind, name)
        assert [] == merged.disagreements


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_what_two_files_give_alike_is_no_disagreement(kind: type[Any], name: str) -> None:
    """The same value in both is that value."""
    one = submission(indicator(kind, {name: SAMPLES[kind][name][0]}))
    merged = merge_indicators([one, one])

    assert held(merge_indicators([one]), kind, name) == held(merged, kind, name)
    assert [] == merged.disagreements


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_what_two_files_give_differently_is_one_disagreement(kind: type[Any], name: str) -> None:
    """It is told once, the older file first, in either order of the files."""
    files = [
        submission(indicator(kind, {name: sample}), date)
        for sample, date in zip(SAMPLES[kind][name], ("2024-01-31", "2024-02-15"), strict=True)
    ]
    told = []
    for order in (files, files[::-1]):
        merged = merge_indicators(order)
        [found] = merged.disagreements
        assert [files[0], files[1]] == [order[int(path[1])] for path in (found.first_path, found.second_path)]
        told.append((found.what, found.first, found.second, held(merged, kind, name)))
    assert told[0] == told[1]
    assert "=" not in "".join(told[0][:3])
    assert not any(sign in text for text in told[0][1:3] for sign in ("{", "'", "True", "False", "None", "Decimal"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("unit", PERSON, OFFICE), ("“Unit”", "“person / persons”", "“office / offices”")),
        (("unit", "percent", {"currency": "T"}), ("“Unit”", "“per cent”", "“currency T”")),
        (("exhaustive", True, False), ("“Exhaustive”", "“yes”", "“no”")),
        (("issue", 1, 12), ("“Issue”", "1", "12")),
        (
            ("share", {"part": "w", "of": "s"}, {"part": "m", "of": "s"}),
            ("“Share”", "“w of s”", "“m of s”"),
        ),
        (("breaks", {2021: "a"}, {2021: "b"}), ("“Breaks” for 2021", "“a”", "“b”")),
        (("values", {2021: 348}, {2021: 384}), ("the value for 2021", "348", "384")),
        (
            ("values", {2021: {"status": "final"}}, {2021: {"status": "provisional"}}),
            ("“2021 status”", "“final”", "“provisional”"),
        ),
        (
            (
                "breakdown",
                [{"label": {"one": "man", "other": "men"}, "values": {2021: 1}}],
                [{"label": {"one": "man", "other": "men"}, "values": {2021: 2}}],
            ),
            ("the value for 2021 of the part “man / men”", "1", "2"),
        ),
    ],
)
def test_a_disagreement_is_told_in_the_words_of_the_sheet(
    fields: tuple[str, Any, Any], said: tuple[str, str, str]
) -> None:
    """Columns by their heads, values as a cell shows them."""
    name, *values = fields
    dated = zip(values, ("2024-01-01", "2024-02-01"), strict=True)
    [found] = merge_indicators(submission({name: value}, date) for value, date in dated).disagreements

    assert said == (found.what, found.first, found.second)


# ---- observations ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", [{"value": None, "note": "not yet counted"}, {"status": "not available"}])
def test_a_figure_beside_a_reason_for_having_none_is_a_disagreement(first: Fields) -> None:
    """A file that says why there is no figure, and one that has it, cannot both be right."""
    [found] = merge_indicators([submission({"values": {2022: first}}), submission({"values": {2022: 5}})]).disagreements

    assert ("the value for 2022", {"no data", "5"}) == (found.what, {found.first, found.second})


def test_a_note_without_a_figure_joins_the_figure_of_another_file() -> None:
    """A note alone does not say that there is no figure."""
    merged = merge_indicators([submission({"values": {2022: {"note": "n"}}}), submission({"values": {2022: 5}})])

    [observation] = merged.indicators["x"].values.values()
    assert (Decimal(5), "n") == (observation.value, observation.note)
    assert not merged.disagreements


def test_the_same_figure_with_more_decimals_is_kept() -> None:
    """45.40 and 45.4 agree, and which of them is printed does not depend on the files' order."""
    files = [submission({"values": {2022: {"value": Decimal(text)}}}) for text in ("45.4", "45.40")]
    found = [
        str(next(iter(merge_indicators(order).indicators["x"].values.values())).value) for order in (files, files[::-1])
    ]

    assert ["45.40", "45.40"] == found


# ---- parts ----------------------------------------------------------------------------------------------------


def part(label: str | Fields, value: int, by: str | None = None) -> Fields:
    """A part with one value."""
    return {"label": label, "values": {2022: value}, **({"by": by} if by else {})}


def merge_parts(*breakdowns: list[Fields]) -> Merged:
    """The parts of several files."""
    return merge_indicators(submission({"breakdown": breakdown}) for breakdown in breakdowns)


def parts_of(merged: Merged) -> list[tuple[str | None, str, str]]:
    """By what, label and values of the merged parts."""
    return [
        (part.by, part.called(one=False), ", ".join(str(one.value) for one in part.values.values()))
        for part in merged.indicators["x"].breakdown
    ]


def test_parts_without_a_criterion_are_those_of_the_breakdown_with_their_labels() -> None:
    """One file says that women and men are the parts by sex, and the other need not."""
    merged = merge_parts([part("women", 1), part("men", 2)], [part("women", 1, "sex"), part("men", 2, "sex")])

    assert ([("sex", "women", "1"), ("sex", "men", "2")], []) == (parts_of(merged), merged.disagreements)


def test_a_label_of_two_breakdowns_stays_two_parts() -> None:
    """“other” by age is not the “other” of a breakdown that has further parts."""
    merged = merge_parts([part("women", 1), part("other", 2)], [part("minors", 1, "age"), part("other", 3, "age")])

    assert {(None, "women", "1"), (None, "other", "2"), ("age", "minors", "1"), ("age", "other", "3")} == set(
        parts_of(merged)
    )
    assert [] == merged.disagreements


def test_one_breakdown_under_two_names_is_one_disagreement() -> None:
    """The same parts by “sex” and by “Sex” would be printed twice; different parts are different breakdowns."""
    files = [[part("women", 1, by), part("men", 2, by)] for by in ("sex", "Sex")]

    assert ["“By”"] == [found.what for found in merge_parts(*files).disagreements]
    assert [] == merge_parts([part("women", 1, "sex")], [part("minors", 1, "age")]).disagreements


def test_a_label_in_another_case_is_the_same_part() -> None:
    """It is told as a difference of the label, and not counted twice."""
    merged = merge_parts([part("Women", 1)], [part("women", 1)])

    assert (1, ["“Label” of the part “Women”"]) == (
        len(parts_of(merged)),
        [found.what for found in merged.disagreements],
    )


def test_a_label_in_both_numbers_says_more_than_one_in_the_plural() -> None:
    """They agree, and the one for “1 woman” is kept."""
    noun = {"one": "woman", "other": "women"}
    for order in permutations([[part("women", 1)], [part(noun, 1)]]):
        merged = merge_parts(*order)
        assert ("woman", []) == (merged.indicators["x"].breakdown[0].called(one=True), merged.disagreements)


def test_two_parts_with_one_label_in_one_file_stay_two() -> None:
    """What one file says twice is not lost when another file adds to it."""
    merged = merge_parts([part("women", 1), part("women", 2)], [part("men", 3)])

    assert {"1", "2", "3"} == {values for _, _, values in parts_of(merged)}


# ---- all orders -----------------------------------------------------------------------------------------------


def some_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Fields]:
    """Any of the fields."""
    return st.fixed_dictionaries({}, optional=fields)


def sampled(kind: type[Any], *without: str) -> dict[str, st.SearchStrategy[Any]]:
    """The two samples of each field of a model."""
    return {name: st.sampled_from(samples) for name, samples in SAMPLES[kind].items() if name not in without}


OBSERVATIONS = st.dictionaries(
    st.sampled_from([2021, 2022]), st.none() | st.integers(1, 2) | some_of(sampled(Observation))
)
PARTS = st.lists(
    st.builds(
        lambda label, fields: {"label": label, **fields},
        st.sampled_from(["women", "Women", "men", SAMPLES[Part]["label"][0]]),
        some_of({**sampled(Part, "label", "values"), "values": OBSERVATIONS}),
    ),
    max_size=3,
)
INDICATORS = some_of({**sampled(Indicator, "values", "breakdown"), "values": OBSERVATIONS, "breakdown": PARTS})
FILES = st.lists(
    st.builds(
        lambda agency, date, indicators: Submission.model_validate(
            {"agency": agency, "date": date, "indicators": indicators}, strict=False
        ),
        st.sampled_from(["a", "b"]),
        st.sampled_from([None, "2024-01-31", "2024-02-15"]),
        st.dictionaries(st.sampled_from(["x", "y"]), INDICATORS, min_size=1),
    ),
    min_size=2,
    max_size=3,
)


def told(merged: Merged, files: list[Submission], former: list[Submission]) -> object:
    """All that a merge says, with the files themselves instead of their numbers."""
    roots = {"submissions": files, "previous": former}

    def named(path: tuple[str | int, ...]) -> tuple[object, ...]:
        return (repr(roots[str(path[0])][int(path[1])]), *path[2:])

    return (
        repr(list(merged.indicators.items())),
        merged.owners,
        *({where: named(path) for where, path in paths.items()} for paths in (merged.paths, merged.former)),
        {key: named(path) for key, path in merged.homes.items()},
        {key: named(path) for key, path in merged.fields.items()},
        [
            (
                found.key,
                found.name,
                found.what,
                found.first,
                found.second,
                *map(named, (found.first_path, found.second_path)),
            )
            for found in merged.disagreements
        ],
    )


@settings(deadline=None)
@given(FILES, FILES, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(files: list[Submission], former: list[Submission], random: Random) -> None:
    """Values, places, owners, what disagrees and its words are the same in every order."""
    merged = told(merge_indicators(files, former), files, former)
    mixed, mixed_former = random.sample(files, len(files)), random.sample(former, len(former))

    assert merged == told(merge_indicators(mixed, mixed_former), mixed, mixed_former)


@settings(deadline=None)
@given(FILES)
def test_a_merge_without_disagreements_holds_all_that_was_given(files: list[Submission]) -> None:
    """Each field that some file gives is that of the merged indicator."""
    merged = merge_indicators(files)
    if merged.disagreements:
        return
    for one in files:
        for key, fields in one.indicators.items():
            for name in fields.model_fields_set - {"values", "breakdown", "breaks"}:
                assert getattr(fields, name) == getattr(merged.indicators[key], name)
            for period, observation in fields.values.items():
                for name in observation.model_fields_set - {"value"}:
                    assert getattr(observation, name) == getattr(merged.indicators[key].values[period], name)


def test_two_files_of_the_last_cycle_that_differ_are_told() -> None:
    """Else the name of a file would decide what was “previously reported”."""
    former = [submission({"values": {2022: 1}}), submission({"values": {2022: 2}})]
    [found] = merge_indicators([submission({"values": {2022: 3}})], former).disagreements

    assert ("previous", "previous") == (found.first_path[0], found.second_path[0])
