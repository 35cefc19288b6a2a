"""What a workbook asks: which rows, which periods are open, which of them must be filled."""

from typing import Any

from reports import make_report

from reportgen.agencies.form.plan import AgencyForm, FormRow, Planner
from reportgen.model import Period

YEARS = {str(year): Period.of_year(year) for year in range(2018, 2025)}


def plan(*submissions: dict[str, Any], **more: Any) -> AgencyForm:
    """The workbook of justice."""
    return Planner(make_report(*submissions, **more)).plan("justice")


def row(form: AgencyForm, key: str, part: str | None = None) -> FormRow:
    """The row of an indicator or of a part."""
    rows = [one for group in form.groups for one in group.rows if one.key == key]
    return next(one for one in rows if (one.part.called(one=False) if one.part else None) == part)


def indicator(values: dict[Any, Any], **more: Any) -> dict[str, Any]:
    """A submission with one indicator, `x`."""
    return {"indicators": {"x": {"issue": 1, "values": values, **more}}}


def test_a_series_is_due_for_every_reporting_year() -> None:
    """Earlier years stand there and are locked."""
    found = row(plan(indicator({2019: 1, 2021: 2})), "x")

    assert {YEARS["2021"], YEARS["2022"], YEARS["2023"]} == found.due == found.open


def test_what_was_one_figure_is_not_due_for_other_years() -> None:
    """As the check RG305 has it; but what the last cycle reported is due again."""
    assert frozenset() == row(plan(indicator({2022: 2})), "x").due
    assert 3 == len(row(plan(previous=[indicator({2020: 2})]), "x").due)


def test_the_years_that_an_issue_asks_for_are_due_and_open() -> None:
    """Also those before the reporting years; the reporting years stay open."""
    issues = [{"number": 1, "agencies": ["justice"], "asks": {"years": [2019, 2023]}}]
    found = row(plan(indicator({2020: 1, 2021: 2}), issues=issues), "x")

    assert {YEARS["2019"], YEARS["2023"]} == found.due
    assert {YEARS[str(year)] for year in (2019, 2021, 2022, 2023)} == found.open


def test_a_longer_or_shorter_period_covers_its_years() -> None:
    """Whoever reports 2021–2022 together, or the half of 2023, is not asked for the years one by one."""
    found = row(plan(indicator({"2021-2022": 5, "2023-H1": 2})), "x")

    assert frozenset() == found.due
    assert {Period.parse("2021-2022"), Period.parse("2023-H1")} < found.open


def test_values_of_the_last_cycle_are_there_until_they_are_given_anew() -> None:
    """Of the whole and of its parts; what the agency sends since counts."""
    then = indicator({2020: 1, 2021: 2}, breakdown=[{"label": "women", "values": {2020: 1, 2021: 1}}])
    now = indicator({2021: 3, 2022: 4}, breakdown=[{"label": "women", "values": {2021: 2}}])
    form = plan(now, previous=[then])

    assert [1, 3, 4] == [row(form, "x").series.value(YEARS[year]) for year in ("2020", "2021", "2022")]
    assert [1, 2, None] == [row(form, "x", "women").series.value(YEARS[year]) for year in ("2020", "2021", "2022")]


def test_figures_follow_their_issue_to_the_new_list() -> None:
    """By the issue that takes up the old one; where none does, they belong to no issue."""
    issues = [
        {"number": 1, "agencies": ["justice"], "follows": []},
        {"number": 5, "agencies": ["justice"], "follows": [1]},
    ]
    gone = [{"number": 1, "agencies": ["justice"], "follows": []}]

    assert 5 == row(plan(previous=[indicator({2020: 1})], issues=issues), "x").indicator.issue
    assert row(plan(previous=[indicator({2020: 1})], issues=gone), "x").indicator.issue is None


def test_a_reply_to_an_issue_of_others_is_not_lost() -> None:
    """An agency may have answered unasked; its workbook shows that, too."""
    issues = [{"number": 1, "agencies": ["justice"]}, {"number": 2, "agencies": ["interior"]}]
    form = plan({"replies": [{"issue": 2, "text": "Unasked."}]}, issues=issues)

    assert [(1, 0), (2, 1)] == [(one.issue.number, len(one.given)) for one in form.issues]
