"""Checks: each finds what it is for, and is silent on what is right."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from conftest import Golden
from hypothesis import given
from hypothesis import strategies as st
from reports import make_report

from reportgen.checks.answers import issues_within_share, words_within_limit
from reportgen.checks.finding import CheckContext, diagnose_findings
from reportgen.checks.report import check_report
from reportgen.diagnostics import QUESTIONS, Places
from reportgen.document.authorship import PieceKind, Words
from reportgen.document.words import Counts
from reportgen.model import Outline, Report, merge_indicators


def codes(*indicators: dict[str, Any]) -> list[str]:
    """The codes that the checks find in indicators, one submission each.

    Questions and single figures, which most of these are, have their own tests.
    """
    made = make_report(*({"indicators": each} for each in indicators), issues=[{"number": 9, "agencies": ["justice"]}])
    return [code for code in _worded(made) if code not in {"RG236", "RG306", *QUESTIONS}]


def _worded(report: Report) -> list[str]:
    """The codes of what the checks find, each of which can say what its wording names."""
    findings = check_report(CheckContext(report, merge_indicators(report.submissions)))
    return [found.code for found in diagnose_findings(findings, Places())]


def questions(*indicators: dict[str, Any]) -> list[str]:
    """The codes of all questions."""
    made = make_report(*({"indicators": each} for each in indicators), issues=[{"number": 9, "agencies": ["justice"]}])
    return [code for code in _worded(made) if code in QUESTIONS]


def part(label: str, value: int | None, **more: Any) -> dict[str, Any]:
    """A part with one value."""
    return {"label": label, "values": {2023: value}, **more}


def test_parts_that_do_not_add_up_are_found() -> None:
    """Eight complaints are not one, three and five."""
    assert ["RG301"] == codes({"x": {"values": {2023: 8}, "breakdown": [part("a", 1), part("b", 3), part("c", 5)]}})


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.integers(-3, 3))
def test_parts_are_found_exactly_where_their_sum_differs(values: list[int], slip: int) -> None:
    """Any sum is right, and any other total is not; a total below nothing would be asked about as well."""
    breakdown = [part(f"part {place}", value) for place, value in enumerate(values)]
    total = abs(sum(values) + slip)

    expected = [] if total == sum(values) else ["RG301"]
    assert expected == codes({"x": {"values": {2023: total}, "breakdown": breakdown}})


@pytest.mark.parametrize("where", ["indicator", "part"])
def test_parts_that_are_not_all_need_not_add_up(where: str) -> None:
    """`exhaustive: false` may stand at the indicator or at a part."""
    parts = [part("women", 3, **({"exhaustive": False} if where == "part" else {}))]
    indicator = {"values": {2023: 8}, "breakdown": parts, **({"exhaustive": False} if where == "indicator" else {})}

    assert [] == codes({"x": indicator})


@pytest.mark.parametrize(("men", "expected"), [(5, []), (4, ["RG301"])])
def test_a_breakdown_must_add_up_beside_one_that_need_not(men: int, expected: list[str]) -> None:
    """That not all regions are named says nothing of women and men."""
    parts = [part("women", 3, by="sex"), part("men", men, by="sex"), part("Almaty", 2, by="region", exhaustive=False)]

    assert expected == codes({"x": {"values": {2023: 8}, "breakdown": parts}})


def test_a_part_larger_than_its_whole_is_found() -> None:
    """Not even an incomplete breakdown holds a part larger than the whole."""
    assert ["RG309"] == codes({"x": {"values": {2023: 8}, "exhaustive": False, "breakdown": [part("women", 9)]}})


def test_each_breakdown_is_added_up_by_itself() -> None:
    """Parts by sex and parts by age are two breakdowns of one whole."""
    parts = [
        part("men", 5, by="sex"),
        part("women", 3, by="sex"),
        part("minors", 1, by="age"),
        part("adults", 6, by="age"),
    ]

    assert ["RG301"] == codes({"x": {"values": {2023: 8}, "breakdown": parts}})


def test_a_part_without_a_value_is_no_mismatch() -> None:
    """What is not known cannot be added up."""
    assert [] == codes({"x": {"values": {2023: 8}, "breakdown": [part("a", 1), part("b", None)]}})


@pytest.mark.parametrize(
    ("total", "values", "more", "expected"),
    [
        (8, (5, 4, None), {}, ["RG301"]),
        (9, (5, 4, None), {}, []),
        (8, (9, None), {}, ["RG309"]),
        (8, (5, 4, None), {"exhaustive": False}, []),
        (8, (20, -1, None), {"measure": "stock"}, ["RG309"]),
        (8, (5, 4, None), {"measure": "rate"}, []),
    ],
)
def test_known_parts_add_up_to_no_more_than_the_whole(
    total: int, values: tuple[int | None, ...], more: dict[str, Any], expected: list[str]
) -> None:
    """Whatever the part is that nobody knows; parts that are not all of it may overlap, and rates are no sums."""
    breakdown = [part(f"part {place}", value) for place, value in enumerate(values)]

    assert expected == codes({"x": {"values": {2023: total}, "breakdown": breakdown, **more}})


@pytest.mark.parametrize(
    ("name", "is_whole"),
    [
        *((name, True) for name in ("Total", "total", "Grand total", "both  sexes", "Всего", "合计", "Complaints")),
        *((name, False) for name in ("total blindness", "all others", "women", "not known", "统计")),
    ],
)
def test_a_part_has_another_name_than_the_whole(name: str, *, is_whole: bool) -> None:
    """Below women and men, a row Total is read as that of the indicator, in whose table it stands once more."""
    parts = [part("girls", 3), part(name, 5)]
    found = codes({"x": {"label": "complaints", "values": {2023: 8}, "breakdown": parts}})

    assert ["RG355"] * is_whole == found
    assert [] == codes({"x": {"label": "complaints", "values": {2023: 3}, "breakdown": [parts[0], part(name, None)]}})


def test_rounded_percentages_may_miss_a_hundred_by_their_rounding() -> None:
    """Three thirds of 33.3 make up a hundred; three groups of 30 per cent have no whole of a hundred."""
    third = [{"label": str(place), "values": {2023: Decimal("33.3")}} for place in range(3)]
    short = [{"label": str(place), "values": {2023: Decimal("30.0")}} for place in range(3)]

    assert [] == questions({"x": {"unit": "percent", "values": {2023: 100}, "breakdown": third}})
    assert ["RG350"] == questions({"x": {"unit": "percent", "values": {2023: 100}, "breakdown": short}})


def test_years_that_do_not_make_up_their_span_are_found() -> None:
    """A span with all of its years given is their sum: above it an error, below it a question."""
    years: dict[Any, int] = {2021: 1, 2022: 2, 2023: 3}

    assert ["RG302"] == codes({"x": {"values": {**years, "2021-2023": 7}}})
    assert ["RG352"] == questions({"x": {"values": {**years, "2021-2023": 5}}})
    assert ["RG351"] == codes({"x": {"values": {**years, "2021-2023": 2}}})
    assert [] == codes({"x": {"values": {**years, "2021-2023": 6}}})
    assert [] == codes({"x": {"measure": "stock", "values": {**years, "2021-2023": 7}}})


def test_one_indicator_with_two_values_in_two_files_is_an_error() -> None:
    """The same key must say the same thing."""
    assert ["RG303"] == codes({"x": {"values": {2023: 348}}}, {"x": {"values": {2023: 384}}})


def test_one_quantity_under_two_keys_with_two_values_is_found() -> None:
    """The same label and unit are the same quantity to a reader, whatever the case and spaces."""
    first = {"label": "women judges in district courts", "values": {2023: 1036}}
    second = {"label": "Women judges  in district courts", "values": {2023: 1019}}

    assert ["RG304"] == codes({"x": first}, {"y": second})
    assert [] == codes({"x": first}, {"y": {**second, "unit": "percent"}})


def test_a_rate_is_no_count_of_its_label() -> None:
    """A row without a unit that says it is a rate is compared with no row that counts."""
    count = {"label": "homicides", "unit": {"one": "person", "other": "persons"}, "values": {2023: 40}}
    rate = {"label": "homicides", "measure": "rate", "values": {2023: 3}}
    mean = {**count, "measure": "average", "values": {2023: 5}}

    assert [] == codes({"x": count, "y": rate})
    assert ["RG304"] == codes({"x": rate, "y": {**rate, "values": {2023: 4}}})
    assert [] == codes({"x": mean, "y": {"label": "homicides", "values": {2023: 40}}})


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (({"one": "order", "other": "orders"}, None), ["RG304"]),
        ((None, {"one": "order", "other": "orders"}), ["RG304"]),
        ((None, None), ["RG304"]),
        (({"one": "order", "other": "orders"}, {"one": "person", "other": "persons"}), []),
        (("percent", None), []),
    ],
)
def test_a_row_without_a_unit_is_the_quantity_of_its_label(units: tuple[Any, Any], expected: list[str]) -> None:
    """Somebody wrote what was asked for into an empty row once more; a share is another quantity than its count."""
    first, second = (
        {"label": "protection orders", "values": {2023: value}, **({"unit": unit} if unit else {})}
        for unit, value in zip(units, (96, 3), strict=True)
    )

    assert expected == [one for one in codes({"x": first}, {"y": second}) if one == "RG304"]


@pytest.mark.parametrize(
    ("value", "status", "expected"),
    [
        (5, "not available", ["RG213"]),
        (0, "not available", ["RG213"]),
        (None, "not available", []),
        (5, "provisional", []),
        (5, "final", []),
    ],
)
@pytest.mark.parametrize("where", ["whole", "part"])
def test_a_figure_is_there_or_not_available(value: int | None, status: str, expected: list[str], where: str) -> None:
    """The figure would be printed as if nobody had said that there is none."""
    values = {2023: {"value": value, "status": status}}
    whole = {"label": "orders", "values": values if where == "whole" else {2023: 9}}
    parts = {"breakdown": [{"label": "men", "values": values}], "exhaustive": False} if where == "part" else {}

    assert expected == [one for one in codes({"x": {**whole, **parts}}) if one == "RG213"]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1, "rank", []),
        (62, "rank", []),
        (0, "rank", ["RG212"]),
        (-2, "rank", ["RG212"]),
        (Decimal("1.5"), "rank", ["RG212"]),
        (Decimal("1.5"), "percent", []),
        (None, "rank", []),
    ],
)
def test_a_place_is_a_whole_number_from_one_on(value: Decimal | None, unit: str, expected: list[str]) -> None:
    """The place 1.5 was printed as “first”."""
    indicator = {"label": "place in the index", "unit": unit, "values": {2022: 65, 2023: value}}

    assert expected == [one for one in codes({"x": indicator}) if one == "RG212"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (2023, []),
        (2024, []),
        ("2024-H1", []),
        ("2024-03", ["RG329"]),
        ("2024-H2", ["RG329"]),
        (2025, ["RG329"]),
        (2032, ["RG329"]),
        ("2023-2032", []),
    ],
)
@pytest.mark.parametrize("where", ["whole", "part"])
def test_a_time_that_has_not_come_is_asked_about(period: object, expected: list[str], where: str) -> None:
    """A year that runs is usual, and no question once it was answered; without a date there is nothing to go by."""
    values = {2021: 5, 2022: 3, period: 4}
    x = {"values": values} if where == "whole" else {"breakdown": [{"label": "men", "values": values}]}
    answer = {"code": "RG329", "indicator": "x", "period": period, "value": 4, "reason": "It is a plan."}
    answer |= {"part": "men"} if where == "part" else {}
    sent = {"indicators": {"x": {"label": "places", **x}}, "date": dt.date(2024, 2, 1)}

    assert expected == _asked(sent)
    assert [] == _asked({**sent, "answers": [answer]})
    assert [] == _asked({**sent, "date": None})


@pytest.mark.parametrize("values", [{2030: 4}, {2022: 3, 2030: 4}, {2030: 4, 2035: 6}])
def test_a_plan_is_not_asked_about(values: dict[int, int]) -> None:
    """A target stands alone, or beside the figure of today."""
    assert [] == _asked({"indicators": {"x": {"label": "places", "values": values}}, "date": dt.date(2024, 2, 1)})


def _asked(submission: dict[str, Any]) -> list[str]:
    """The questions about times of a submission."""
    return [code for code in _worded(make_report(submission)) if code == "RG329"]


def test_indicators_of_one_label_are_compared_with_the_first() -> None:
    """Once each: of a thousand rows with one label, half a million pairs would be said."""
    many = {f"x{number}": {"label": "cases", "values": {2022: 5, 2023: number}} for number in range(5)}
    assert ["RG304"] * 4 == [one for one in codes(many) if one == "RG304"]


def test_a_series_with_a_gap_is_found() -> None:
    """Two of three reporting years leave one out; a plain "no data" does not."""
    assert ["RG305"] == codes({"x": {"values": {2021: 1, 2023: 3}}})
    assert [] == codes({"x": {"values": {2021: 1, 2022: None, 2023: 3}}})
    assert [] == codes({"x": {"values": {"2021-2023": 3}}})


def test_a_series_is_judged_whatever_stands_before_it() -> None:
    """One that is complete, one without a figure and one of years that nobody asks for hide none behind them."""
    gap = {"values": {2021: 1, 2023: 3}}
    before = {"a": {"values": {2021: 1, 2022: 2, 2023: 3}}, "b": {}, "c": {"values": {2019: 1}}}
    assert ["RG305", "RG305"] == codes({**before, "x": gap, "y": gap})


def years_told(values: dict[Any, Any], *, label: str, years: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """What is said of the years of one indicator of an issue that asks for reports, by name."""
    asks = {"indicators": ["reports"], "years": years}
    issues = [{"number": 9, "agencies": ["justice"], "asks": asks}]
    made = make_report({"indicators": {"x": {"issue": 9, "label": label, "values": values}}}, issues=issues)
    found = check_report(CheckContext(made, merge_indicators(made.submissions)))
    return [(one.code, str(one.values.get("years", ""))) for one in found if one.code in {"RG236", "RG305"}]


@pytest.mark.parametrize(
    ("values", "label", "years", "expected"),
    [
        ({2023: 3}, "shelters", (), [("RG236", "")]),
        ({2023: 3}, "shelters", (2023,), []),
        ({2023: 3}, "shelters", (2022, 2023), [("RG236", "")]),
        ({2023: 3}, "reports", (), [("RG236", "")]),
        ({2023: 3}, "reports of violence", (2022, 2023), [("RG305", "2022")]),
        ({2023: 3, 2022: None}, "reports of violence", (2022, 2023), []),
        ({2019: 3}, "reports of violence", (2022, 2023), [("RG305", "2022, 2023")]),
        ({2019: 3}, "shelters", (2022, 2023), []),
        ({"2022-2023": 3}, "reports", (2022, 2023), []),
    ],
)
def test_a_missing_year_is_told_of_a_single_figure_too(
    values: dict[Any, Any], label: str, years: tuple[int, ...], expected: list[tuple[str, str]]
) -> None:
    """As a remark; as a warning where the issue asks for the indicator and names the years."""
    assert expected == years_told(values, label=label, years=years)


def test_a_share_is_worked_out_again_to_its_own_precision() -> None:
    """786 of 3,415 is 23 per cent, 23.0 and 23.02 per cent, and never 21.02."""

    def found(share: str) -> list[str]:
        return codes(
            {
                "women": {"values": {2023: 786}},
                "deputies": {"values": {2023: 3415}},
                "share": {
                    "unit": "percent",
                    "values": {2023: Decimal(share)},
                    "share": {"part": "women", "of": "deputies"},
                },
            }
        )

    assert [[], [], [], ["RG308"]] == [found(share) for share in ("23", "23.0", "23.02", "21.02")]


def test_a_year_that_is_not_given_hides_none_behind_it() -> None:
    """Of a share, of its part, of its whole, and of two indicators with one label."""
    found = codes(
        {
            "women": {"values": {2020: 5, 2021: None, 2022: 3, 2023: 786}},
            "deputies": {"values": {2020: 9, 2021: 9, 2022: 0, 2023: 3415}},
            "share": {
                "unit": "percent",
                "values": {2020: None, 2021: 5, 2022: 5, 2023: 21},
                "share": {"part": "women", "of": "deputies"},
            },
            "x": {"label": "cases", "values": {2022: None, 2023: 5}},
            "y": {"label": "cases", "values": {2022: None, 2023: 6}},
        }
    )

    assert ["RG308", "RG308", "RG304"] == [code for code in found if code != "RG305"]


def test_a_share_of_nothing_known_is_an_error() -> None:
    """Both indicators of a share must exist."""
    assert ["RG310"] == codes({"s": {"unit": "percent", "values": {2023: 5}, "share": {"part": "s", "of": "all"}}})


def test_an_issue_without_text_or_figures_is_awaiting() -> None:
    """A reply or a figure answers an issue; an empty text does not."""
    issues = [{"number": number, "agencies": ["justice"]} for number in (1, 2, 3)]
    submission = {
        "indicators": {"x": {"issue": 2, "values": {2023: 1}}},
        "replies": [{"issue": 1, "text": "Text."}, {"issue": 3, "text": "  \n"}],
    }
    made = make_report(submission, issues=issues)
    findings = check_report(CheckContext(made, merge_indicators(made.submissions)))

    assert [("RG306", 3)] == [(one.code, one.values["number"]) for one in findings if one.code != "RG236"]


def test_who_has_nothing_to_add_is_not_asked_again() -> None:
    """The reply is awaited from the next agency that is asked; where all have said so, from the first."""
    issues = [{"number": number, "agencies": ["justice", "interior"]} for number in (1, 2, 3)]
    submissions = ({"nothing_to_add": [3, 1]}, {"agency": "interior", "nothing_to_add": [3]})
    made = make_report(*submissions, issues=issues)
    found = [one for one in check_report(CheckContext(made, merge_indicators(made.submissions))) if one.code == "RG306"]

    justice, interior = "Ministry of Justice", "Ministry of the Interior"
    assert [(1, interior), (2, justice), (3, justice)] == [
        (one.values["number"], str(one.values["agency"])) for one in found
    ]
    assert [
        [(f"{justice} has nothing to add", ("submissions", 0, "nothing_to_add", 1))],
        [],
        [
            (f"{justice} has nothing to add", ("submissions", 0, "nothing_to_add", 0)),
            (f"{interior} has nothing to add", ("submissions", 1, "nothing_to_add", 0)),
        ],
    ] == [list(one.notes) for one in found]


_BY_SEX = [part("women", 3, by="sex"), part("men", 4, by="sex")]
_YEARS: dict[Any, int] = {2021: 240, 2022: 250, 2023: 260}
FAULTS: dict[str, tuple[dict[str, Any], ...]] = {
    "parts that do not add up": ({"x": {"label": "cases", "issue": 9, "values": {2023: 8}, "breakdown": _BY_SEX}},),
    "a part above its whole": ({"x": {"values": {2023: 8}, "exhaustive": False, "breakdown": [part("women", 9)]}},),
    "percentages that miss a hundred": (
        {"x": {"unit": "percent", "values": {2023: 100}, "breakdown": [part("a", 30), part("b", 30)]}},
    ),
    "years above their span": ({"x": {"values": {2021: 1, 2022: 2, 2023: 3, "2021-2023": 7}}},),
    "years below their span": ({"x": {"values": {2021: 1, 2022: 2, 2023: 3, "2021-2023": 5}}},),
    "a year above its span": ({"x": {"values": {2021: 1, 2022: 2, 2023: 3, "2021-2023": 2}}},),
    "two files": ({"x": {"values": {2023: 348}}}, {"x": {"values": {2023: 384}}}),
    "two keys": ({"x": {"label": "cases", "values": {2023: 5}}, "y": {"label": "Cases", "values": {2023: 6}}},),
    "a gap": ({"x": {"values": {2021: 1, 2023: 3}}},),
    "a figure that is not available": ({"x": {"values": {2023: {"value": 5, "status": "not available"}}}},),
    "a share": (
        {
            "women": {"values": {2023: 786}},
            "deputies": {"values": {2023: 3415}},
            "share": {"unit": "percent", "values": {2023: 21}, "share": {"part": "women", "of": "deputies"}},
        },
    ),
    "a share of nothing": ({"s": {"unit": "percent", "values": {2023: 5}, "share": {"part": "s", "of": "all"}}},),
    "ten times": (
        {"x": {"label": "cases", "unit": {"one": "case", "other": "cases"}, "values": {**_YEARS, 2023: 2600}}},
    ),
    "a hundredth of a part": (
        {
            "x": {
                "values": _YEARS,
                "breakdown": [{"label": "women", "values": {**_YEARS, 2022: 2}}],
                "exhaustive": False,
            }
        },
    ),
    "the same in two years": ({"x": {"values": {2021: 4100, 2022: 5230, 2023: 5230}}},),
    "a percentage as a fraction": ({"x": {"unit": "percent", "values": {2021: 24, 2022: 25, 2023: Decimal("0.26")}}},),
    "a count below nothing": ({"x": {"values": {2022: 4, 2023: -5}}},),
    "more than a hundred": ({"x": {"unit": "percent", "values": {2022: 40, 2023: 140}}},),
    "a mean outside of its groups": (
        {"x": {"measure": "average", "values": {2023: 50}, "breakdown": [part("a", 10), part("b", 20)]}},
    ),
    "an issue that is not there": ({"x": {"issue": 4, "values": {2023: 5}}},),
}


def test_what_is_said_of_figures(golden: Golden) -> None:
    """Every finding with the value that it stands at, its message, what to do and its notes."""
    lines = []
    for name, indicators in FAULTS.items():
        made = make_report(
            *({"indicators": each} for each in indicators), issues=[{"number": 9, "agencies": ["justice"]}]
        )
        lines.append(f"== {name}")
        for one in check_report(CheckContext(made, merge_indicators(made.submissions))):
            (said,) = diagnose_findings([one], Places())
            path = "/".join(map(str, one.at)) if isinstance(one.at, tuple) else str(one.at)
            notes = [f"{text} ({'/'.join(map(str, at))})" for text, at in one.notes]
            lines += [
                f"{said.code} {said.severity} {path}",
                *(f"    {text}" for text in (said.message, said.hint, *notes)),
            ]
    golden("checks/figures.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(("issues", "expected"), [([], ["RG311"]), ([{"number": 9, "agencies": []}], ["RG314"])])
def test_a_list_without_issues_is_found(issues: list[dict[str, Any]], expected: list[str]) -> None:
    """There is nothing to answer, so that nothing else would be said of it."""
    themes = [{"issues": issues}] if issues else []
    outline = Outline.model_validate({"parts": [{"title": "General", "themes": themes}]})
    made = make_report().model_copy(update={"outline": outline})

    assert expected == [one.code for one in check_report(CheckContext(made, merge_indicators(made.submissions)))]


def test_only_words_beyond_the_limit_are_too_many() -> None:
    """The limit itself is still within it."""
    report = make_report()

    def codes_of(words: int) -> list[str]:
        context = CheckContext(report, merge_indicators(()), counts=Counts(1, words, 0))
        return [finding.code for finding in words_within_limit(context)]

    assert 21_200 == report.settings.limit
    assert [] == codes_of(21_200)
    assert ["RG307"] == codes_of(21_201)


def test_a_reply_longer_than_its_own_share_is_named() -> None:
    """A share that the coordinator set is a rule; one that follows from the limit is none."""
    report = make_report(issues=[{"number": 1, "words": 100}, {"number": 2, "words": 90}, {"number": 3}])

    words = {1: 100, 2: 90, 3: 20_000, None: 500}
    pieces = [Words(PieceKind.TEXT, count, 0, issue=issue) for issue, count in words.items()]
    more = Words(PieceKind.TEXT, 1, 0, issue=1)
    assert [] == list(issues_within_share(CheckContext(report, merge_indicators(()), pieces=tuple(pieces))))
    (found,) = issues_within_share(CheckContext(report, merge_indicators(()), pieces=(*pieces, more)))
    assert ("RG330", ("outline", "parts", 0, "themes", 0, "issues", 0)) == (found.code, found.at)
    assert {"number": 1, "words": "101", "share": "100", "over": "1"} == found.values
