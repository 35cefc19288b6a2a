"""Rows for figures that the list of issues asks for: their keys, and when they are not needed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Indicator, Issue, Outline
from reportgen.model.asks import closest_asks, find_asks, own_keys


def issue(number: int, *labels: str) -> Issue:
    """An issue that asks for figures."""
    return Issue.model_validate({"number": number, "asks": {"indicators": labels}})


def keys(*issues: Issue, taken: tuple[str, ...] = ()) -> list[str]:
    """The keys of all rows."""
    return [ask.key for ask in find_asks(outline(*issues), [2023], taken)]


def outline(*issues: Issue, **fields: object) -> Outline:
    """A list of these issues."""
    return Outline.model_validate({"parts": [{"title": "A", "themes": [{"issues": issues}]}], **fields})


def test_a_key_is_made_of_the_words_that_matter() -> None:
    """Small words and signs are left out; a key begins with a letter."""
    asked = issue(2, "cases in which the Covenant was applied", "3,000 fines (under article 5)", "число дел")

    assert ["cases_covenant_applied", "n_3_000_fines_article_5", "issue_2_3"] == keys(asked)


def test_the_same_words_under_two_issues_get_two_keys() -> None:
    """Two agencies never fill in the same row, whichever of them answers first."""
    list_ = (issue(4, "persons convicted"), issue(9, "persons convicted"))

    assert ["persons_convicted", "persons_convicted_9"] == keys(*list_)
    assert ["persons_convicted", "persons_convicted_9"] == keys(*list_, taken=("persons_convicted",))
    assert ["persons_convicted", "persons_convicted_9"] == keys(
        *list_, taken=("persons_convicted", "persons_convicted_9")
    )


@given(st.lists(st.lists(st.sampled_from(["a cases", "cases", "cases of a", "cases 1"]), max_size=4), max_size=6))
def test_no_two_rows_have_one_key(asked: list[list[str]]) -> None:
    """Whatever is asked how often."""
    found = keys(*(issue(number, *labels) for number, labels in enumerate(asked, start=1)))

    assert len(set(found)) == len(found) == sum(map(len, asked))


def answered(labels: Sequence[str], **indicators: Indicator) -> dict[str, str]:
    """What indicators are the answers to, by their keys."""
    asks = find_asks(outline(issue(1, *labels)), [2023], ())
    return {key: ask.label for key, ask in closest_asks(asks, indicators).items()}


def labelled(label: str, issue: int = 1) -> Indicator:
    """An indicator with a label."""
    return Indicator(label=label, issue=issue)


def test_an_indicator_with_all_the_words_is_the_answer() -> None:
    """Under the same issue, in whatever form of the words; or with the key of the row."""
    asked = ["victims compensated"]
    label = "victims who received compensation"

    assert ["x"] == list(answered(asked, x=labelled(label)))
    assert ["victims_compensated"] == list(answered(asked, victims_compensated=Indicator()))
    assert {} == answered(asked, x=labelled(label, 2)) == answered(asked, x=labelled("victims"))


@pytest.mark.parametrize(
    ("asked", "given", "is_same"),
    [
        ("prosecutions", "persons prosecuted", True),
        ("cases investigated", "investigations of the case", True),
        ("fines", "fine imposed", True),
        ("decisions approved", "decisions sent for approval", True),
        ("judges appointed", "appointments of a judge", True),
        ("prosecutions", "prosecutors", False),
        ("complaints", "completed trainings", False),
        ("police officers", "officers with a policy", False),
        ("trained judges", "judges among the trainees", False),
    ],
)
def test_words_are_compared_in_whatever_form_but_whole(asked: str, given: str, *, is_same: bool) -> None:
    """Words that only begin alike are others."""
    assert is_same == bool(answered([asked], x=labelled(given)))


def test_an_ask_has_one_answer_and_an_indicator_answers_one_ask() -> None:
    """Its own key first, then the label with the fewest other words; what is left over stays asked."""
    asked = ["judges", "women judges", "women judges promoted"]

    assert {"x": "women judges"} == answered(asked, x=labelled("women judges"))
    assert {"x": "women judges promoted", "y": "women judges", "z": "judges"} == answered(
        asked, x=labelled("women judges who were promoted"), y=labelled("women judges"), z=labelled("judges")
    )
    assert {"judges": "judges", "x": "women judges"} == answered(
        asked, judges=labelled("women judges"), x=labelled("women who are judges")
    )


@given(
    st.lists(st.sampled_from(["judges", "women judges", "women", "men judges", "judges 2"]), max_size=5),
    st.dictionaries(st.sampled_from(["a", "b", "judges", "women"]), st.sampled_from(["judges", "women judges", "men"])),
)
def test_no_ask_is_answered_twice(asked: list[str], labels: dict[str, str]) -> None:
    """Whatever is asked and given, and one with the key of an ask answers that one."""
    asks = find_asks(outline(issue(1, *asked)), [2023], ())
    found = closest_asks(asks, {key: labelled(label) for key, label in labels.items()})

    keys = [ask.key for ask in found.values()]
    assert len(keys) == len(set(keys))
    assert all(found[ask.key] == ask for ask in asks if ask.key in labels)


def test_own_rows_have_keys_that_nobody_has() -> None:
    """They begin with the agency, so that two agencies' rows differ."""
    assert ("supreme_court_1", "supreme_court_3") == own_keys("supreme-court", 2, ["supreme_court_2"])
    assert ("n_2nd_office_1",) == own_keys("2nd-office", 1, [])


@pytest.mark.parametrize(
    ("asked", "measure"),
    [
        ({"label": "persons convicted"}, "flow"),
        ({"label": "seats held by women", "unit": "percent"}, "rate"),
        ({"label": "share of women among judges"}, "rate"),
        ({"label": "ratio of girls to boys"}, "ratio"),
        ({"label": "place in the Rule of Law Index"}, "index"),
        ({"label": "average length of proceedings"}, "average"),
        ({"label": "share of women among judges", "measure": "stock"}, "stock"),
    ],
)
def test_the_measure_of_a_row_follows_from_its_words(asked: dict[str, str], measure: str) -> None:
    """What nobody may add up over the years is not taken for a count; what the issue says counts."""
    (ask,) = find_asks(outline(Issue.model_validate({"number": 1, "asks": {"indicators": [asked]}})), [2023], ())

    assert measure == ask.indicator.measure
