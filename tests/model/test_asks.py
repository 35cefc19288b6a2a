"""Rows for figures that the list of issues asks for: their keys, and when they are not needed."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Indicator, Issue, Outline
from reportgen.model.asks import find_asks, is_answered, own_keys


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


def test_an_indicator_with_all_the_words_is_the_answer() -> None:
    """Under the same issue, in whatever form of the words; or with the key of the row."""
    (ask,) = find_asks(outline(issue(1, "victims compensated")), [2023], ())
    label = "victims who received compensation"

    assert is_answered(ask, {"x": Indicator(label=label, issue=1)})
    assert is_answered(ask, {"victims_compensated": Indicator()})
    assert not is_answered(ask, {"x": Indicator(label=label, issue=2)})
    assert not is_answered(ask, {"x": Indicator(label="victims", issue=1)})


def test_own_rows_have_keys_that_nobody_has() -> None:
    """They begin with the agency, so that two agencies' rows differ."""
    assert ("supreme_court_1", "supreme_court_3") == own_keys("supreme-court", 2, ["supreme_court_2"])
    assert ("n_2nd_office_1",) == own_keys("2nd-office", 1, [])
