"""Sentences that a hasty reader takes for a comparison, each beside the right one, which is still read.

A figure that stays typed text is safe, an indicator with a wrong value is a false figure.
"""

import pytest
from published.importer.test_forms import figures, parts, series

Expected = list[dict[str, float]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022, thefts rose by 10 per cent (from 500 to 550).", [{"2021": 500, "2022": 550}]),
        ("During 2022, thefts fell by 10 per cent, from 500 to 450.", [{"2021": 500, "2022": 450}]),
        (
            "In 2022, thefts rose by 10 per cent compared with the previous year (from 500 to 550).",
            [{"2021": 500, "2022": 550}],
        ),
        ("In 2022, thefts rose by 10 per cent year on year (from 500 to 550).", [{"2021": 500, "2022": 550}]),
        ("In 2022, thefts rose by 10 per cent compared to 2019 (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent on 2019 (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent over five years (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent since the reform of 2020 (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent after the lockdown (from 500 to 550).", []),
        ("In the course of 2022, thefts rose by 10 per cent (from 500 in January to 550 in December).", []),
        ("In 2022, thefts rose by 10 per cent between spring and autumn (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent within six months (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent from the beginning of the year (from 500 to 550).", []),
        ("In 2022, thefts will rise by 10 per cent (from 500 to 550).", []),
        ("In 2022, thefts are expected to rise by 10 per cent (from 500 to 550).", []),
        ("In 2022, thefts fell by 10 per cent (from 500 to 550).", []),
        ("In 2022, thefts rose by 10 per cent (from 500 to 450).", []),
        ("By the reform of 2022, thefts rose by 10 per cent (from 500 to 550).", []),
        ("The Act adopted in 2022 raised grants by 10 per cent (from 500 to 550 persons).", []),
    ],
)
def test_a_change_is_from_the_year_before_only_where_nothing_else_is_said(text: str, expected: Expected) -> None:
    """The year opens the sentence, no other time stands in it, and the values go the way that the verb says."""
    assert expected == series(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2021, 40 prosecutions for theft were opened; in 2022, 35 prosecutions for theft were opened.",
            [{"2021": 40, "2022": 35}],
        ),
        ("In 2021, 40 cases of theft were opened; in 2022, 50 cases of torture were opened.", []),
        ("In 2021, 40 civil cases were opened; in 2022, 50 criminal cases were opened.", []),
        ("In 2021, 40 cases were opened; in 2022, 50 criminal cases were opened.", []),
        ("In 2021, 40 criminal cases were opened; in 2022, 50 cases were opened.", [{"2021": 40, "2022": 50}]),
        ("In 2021, 40 persons were found guilty; in 2022, 50 persons were found not guilty.", []),
        ("In 2021, 40 persons were found guilty; in 2022, 50 persons were found guilty.", [{"2021": 40, "2022": 50}]),
        (
            "In 2021, 40 cases were opened under article 146; in 2022, 50 cases were opened under article 147.",
            [],
        ),
        (
            "In 2021, 40 cases were opened under article 146; in 2022, 50 cases were opened under article 146.",
            [{"2021": 40, "2022": 50}],
        ),
        ("Under article 146, 40 cases were opened in 2021; under article 147, 50 cases were opened in 2022.", []),
        ("Under article 146, 40 cases were opened in 2021; 50 cases were opened in 2022.", [{"2021": 40, "2022": 50}]),
        ("Men: 40 complaints in 2021; women: 50 complaints in 2022.", []),
        ("Men filed 40 complaints in 2021; women filed 50 complaints in 2022.", []),
        ("40 men were sentenced in 2021; 50 women were sentenced in 2022.", []),
        ("40 men were sentenced in 2021; 50 men were sentenced in 2022.", [{"2021": 40, "2022": 50}]),
        ("In 2021, 40 cases were opened; in 2022, 25 fewer cases were opened.", []),
        ("In 2021, 40 cases were opened; in 2022, 30 more cases were opened.", []),
        ("In 2021, 40 cases were opened; in 2022, 30 additional cases were opened.", []),
        ("In 2021, 40 cases were opened; in 2022, a further 30 cases were opened.", []),
        ("In 2021, 40 cases were opened; in 2022, another 30 cases were opened.", []),
        ("In 2021, $40 million was paid to victims; in 2022, €50 million was paid to victims.", []),
        (
            "In 2021, $40 million was paid to victims; in 2022, $50 million was paid to victims.",
            [{"2021": 4e7, "2022": 5e7}],
        ),
        ("The budget rose from $40 million in 2021 to €50 million in 2022.", []),
        ("In 2021, 40 cases were opened in the north; in 2022, 50 cases were opened in the south.", []),
        ("In 2021, 40 cases were opened; in 2022, 50 cases were opened in the south.", []),
    ],
)
def test_clauses_of_one_form_speak_of_the_same_thing(text: str, expected: Expected) -> None:
    """A later clause may leave words out; what it adds makes another thing of it."""
    assert expected == series(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 12 courts (5 opened in 2019 and 7 in 2021).", []),
        ("The State has 12 courts (5 opened in 2019 and 7 opened in 2021).", []),
        ("The State has 12 courts, of which 5 were opened in 2019 and 7 in 2021.", []),
        ("Grants were given to 20 persons (10 men in 2020 and 10 women in 2021).", []),
        (
            "Grants were given to 20 persons (10 persons in 2020 and 10 persons in 2021).",
            [{"2020": 10, "2021": 10, "2020-2021": 20}],
        ),
        ("Grants were given to 20 persons (10 in 2020 and 10 in 2021).", [{"2020": 10, "2021": 10, "2020-2021": 20}]),
        ("Currently 12 courts (5 in 2019 and 7 in 2021) have such rooms.", []),
    ],
)
def test_years_in_brackets_are_those_of_the_total(text: str, expected: Expected) -> None:
    """Not where it is a state, or where a part has words of its own."""
    assert expected == series(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022, 9 of 10 children went to school.", []),
        ("In 2022, 9 out of 10 children went to school.", []),
        ("In 2022, 9 of the 10 judges were appointed.", [{"2022": 10}]),
        ("In 2022, 9 of these 10 judges were appointed.", [{"2022": 10}]),
        ("In 2022, 12 of the 45 requests were granted (compared with 10 in 2021).", [{"2022": 45}]),
    ],
)
def test_x_of_the_y_counts_y(text: str, expected: Expected) -> None:
    """`9 of 10 children` is a share, and counts nobody; what is compared is the part."""
    assert expected == series(text)


def test_the_part_of_x_of_the_y_has_the_words_behind_the_verb() -> None:
    """And the whole those before it."""
    (whole,) = figures("In 2022, 9 of the 10 judges were appointed for life.").indicators.values()

    assert "judges" == whole.label
    assert {"appointed for life": {"2022": 9}} == parts(whole)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Fines were imposed in 25 cases (compared with 20 in 2022) and jail in 15 (compared with 10 in 2022).",
            3,
        ),
        (
            "Some 25 officers were heard (compared with 20 officers in 2022), 15 witnesses (compared with 10 in 2022).",
            2,
        ),
    ],
)
def test_a_chance_sum_makes_no_parts(text: str, count: int) -> None:
    """Parts are of the same things as the whole before them."""
    found = figures(f"In 2023, 40 complaints were filed (compared with 30 in 2022). {text}").indicators.values()

    assert count == len(found)
    assert all(not one.breakdown for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the law adopted in 2021 entered into force, 10 persons were fined (compared with 5 in 2022).", []),
        ("Following the reform of 2021, 10 persons were fined (compared with 5 in 2020).", []),
        ("Under the Act of 2021, 10 persons were fined (compared with 5 in 2020).", []),
        ("In 2021, 10 persons were fined (compared with 5 in 2022).", [{"2021": 10, "2022": 5}]),
        ("In 2023, 10 persons were fined (compared with 5 in 2022).", [{"2022": 5, "2023": 10}]),
        ("In 2023, 45 inspections were made (compared with 12 complaints in 2022).", []),
        ("In 2023, 45 women were fined (compared with 12 men in 2022).", []),
        ("In 2023, 45 inspections were made (compared with 12 inspections in 2022).", [{"2022": 12, "2023": 45}]),
        ("In 2023, 45 persons were convicted under article 146 (compared with 12 under article 147 in 2022).", []),
        ("In 2023, 45 persons were fined (compared with 50 in 2021 and 2022).", []),
        ("In 2023, 45 persons were fined (compared with 50 in early 2022).", []),
        ("In early 2023, 45 persons were fined (compared with 50 in 2022).", []),
        ("In mid-2023, 45 persons were fined (compared with 50 in 2022).", []),
        ("In 2023, 45 more persons were fined (compared with 50 in 2022).", []),
        ("The law adopted in 2021 was applied to 10 persons (compared with 5 in 2020).", []),
        ("In 2021, 10 laws were adopted (compared with 5 in 2020).", [{"2020": 5, "2021": 10}]),
        ("10 laws were adopted in 2021 (compared with 5 in 2020).", [{"2020": 5, "2021": 10}]),
    ],
)
def test_a_comparison_is_of_its_own_year_and_thing(text: str, expected: Expected) -> None:
    """The year of an event is not that of a figure, and complaints are not compared with inspections."""
    assert expected == series(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2015, 30 of the 140 members (21.4 per cent) were women.", [2015]),
        ("In 2015, the quota was abolished; today 52 of the 140 members (37.1 per cent) are women.", [2023]),
        ("In 2015, the quota was abolished. Now 52 of the 140 members (37.1 per cent) are women.", [2023]),
        ("Since 2015 there has been progress: 52 of the 140 members (37.1 per cent) are currently women.", []),
        ("In 2022, 52 of the 140 members (37.1 per cent) should be women.", []),
        ("The target for 2022 is that 52 of the 140 members (37.1 per cent) are women.", []),
        ("The quota for 2022 is 52 of the 140 seats (37.1 per cent).", []),
        ("In 2025, 20 courts (12 in the capital and 8 in the provinces) will be built.", []),
        ("In 2022, 20 courts (12 in the capital and 8 in the provinces) were to be built.", []),
        ("It is planned that 20 courts (12 in the capital and 8 in the provinces) be built in 2022.", []),
        ("In 2022, 20 courts (12 in the capital and 8 in the provinces) were built.", [2022]),
        ("In 2022, 20 courts (12 in the capital and 8 in the provinces) were built, and more will follow.", [2022]),
        ("If, in 2022, 52 of the 140 members (37.1 per cent) object, the vote is repeated.", []),
        ("The number of judges is to rise from 210 in 2022 to 300 in 2026.", []),
        ("The plan is to raise the number of judges from 210 in 2022 to 300 in 2026.", []),
        ("The Ministry intends to raise the number of judges from 210 in 2022 to 300 in 2026.", []),
        ("The Act provides for an increase in judges from 210 in 2022 to 300 in 2026.", []),
    ],
)
def test_plans_and_conditions_are_no_facts(text: str, expected: list[int]) -> None:
    """And `today` is the time of the report, whatever year was named before."""
    assert expected == sorted({int(year) for one in series(text) for year in one})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 640 women judges (53.3 per cent of the total).", [640, 53.3]),
        ("There are 640 women in 12 courts (53.3 per cent of the total).", []),
        ("In 2022, 640 women worked in 12 courts (53.3 per cent of the total).", []),
        ("In 2022, 12 courts had 640 women judges (53.3 per cent of the total).", []),
        ("In 2022, 640 women judges were in office (53.3 per cent of the total).", [640, 53.3]),
    ],
)
def test_a_share_of_the_total_has_the_only_count_before_it(text: str, expected: list[float]) -> None:
    """Where two counts stand before it, nobody knows whose share it is."""
    assert expected == [value for one in series(text) for value in one.values()]
