"""What a clearance vouches for, for any data: the same content has the same hash, and nothing else has it."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from reports import make_report

from reportgen.agencies.cleared import content_of, digest, digests
from reportgen.diagnostics import Places
from reportgen.model import Report, merge_report
from reportgen.pipeline import Checked
from reportgen.project import Loaded

NUMBERS = st.one_of(st.none(), st.integers(-10, 10**9), st.decimals(-1000, 1000, places=2, allow_nan=False))
OBSERVATIONS = st.fixed_dictionaries(
    {"value": NUMBERS, "status": st.sampled_from(["final", "provisional", "estimated"])},
    optional={"note": st.sampled_from(["first half", "revised"])},
)
SERIES = st.dictionaries(st.integers(2018, 2023), OBSERVATIONS, max_size=6)
TEXTS = st.lists(st.text("ab é.", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4)


def items(report: Report) -> dict[str, Any]:
    """The content of issue 1 of a report."""
    loaded = Loaded(report, Places(), (), ())
    return dict(content_of(Checked(loaded, (), merge_report(report)), report, 1))


def submission(values: dict[int, Any], texts: list[str]) -> dict[str, Any]:
    """A submission with one series and one reply."""
    cases = {"label": "cases", "issue": 1, "values": values}
    return {"indicators": {"cases": cases}, "replies": [{"issue": 1, "text": "\n\n".join(texts)}]}


@given(SERIES, SERIES, TEXTS)
def test_a_hash_changes_exactly_where_the_data_do(
    first: dict[int, Any], second: dict[int, Any], texts: list[str]
) -> None:
    """Two sets of observations have one hash if they are the same, and what differs is named by its year."""
    one, other = (items(make_report(submission(values, texts))) for values in (first, second))
    changed = {name for name in {*one, *other} if digests(one).get(name) != digests(other).get(name)}

    assert (first == second) == (digest(one) == digest(other))
    assert {f"figure/cases/{year}" for year in {*first, *second} if first.get(year) != second.get(year)} == changed


@given(SERIES, TEXTS, st.randoms())
def test_order_form_and_files_do_not_matter(values: dict[int, Any], texts: list[str], chance: Any) -> None:  # noqa: ANN401 - Hypothesis's Random
    """Years in another order, figures with closing zeros, a series and a text divided over two files."""
    years = list(values)
    chance.shuffle(years)
    zeros = {year: {**values[year], "value": _with_zeros(values[year]["value"])} for year in years}
    halves = [dict(list(zeros.items())[start::2]) for start in (0, 1)]
    whole = make_report(submission(values, texts))
    divided = make_report(submission(halves[0], texts[:1]), _more(halves[1], texts[1:]))

    assert digest(items(whole)) == digest(items(divided))


def _with_zeros(value: Any) -> Any:  # noqa: ANN401 - a figure or None
    return None if value is None else Decimal(value).quantize(Decimal("0.001"))


def _more(values: dict[int, Any], texts: list[str]) -> dict[str, Any]:
    """A second file of the agency, which need not repeat what the first one says."""
    replies = [{"issue": 1, "text": text} for text in texts]
    return {"indicators": {"cases": {"values": values}}, "replies": replies}
