"""The table of what a file that is not the first changes, row by row, and its properties for any items."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.agencies.weighing import ItemVerdict, Sides, weigh
from reportgen.model import Submission
from reportgen.model.items import ItemKey, Items, Joined, items_of

YEARS = (2021, 2022, 2023)


def said(values: dict[int, object], text: str | None = None, **fields: object) -> Submission:
    """A submission with one indicator and, where it has one, a reply."""
    replies = [{"issue": 1, "text": text}] if text else []
    return Submission.model_validate(
        {"agency": "a", "indicators": {"x": {"values": values, **fields}}, "replies": replies}
    )


def verdict(new: object, in_force: object, base: object = "unknown", *, is_older: bool = False) -> ItemVerdict | None:
    """The verdict on the figure of 2023; None as a value: there is none."""

    def side(value: object) -> Items:
        return items_of(said({} if value is None else {2023: value}))

    sides = Sides(side(new), side(in_force), None if base == "unknown" else side(base))
    weighed = weigh(sides, is_older=is_older)
    return next((one for item, one in weighed.verdicts.items() if item.kind == "figure"), None)


@pytest.mark.parametrize(
    ("new", "in_force", "base", "right"),
    [
        (None, 5, "unknown", None),  # N says nothing
        (None, 5, None, None),
        (5, 6, 5, ItemVerdict.REPEATED),  # left as it was filled: it says nothing
        (5, None, 5, ItemVerdict.REPEATED),  # the same, where it was taken out of force since
        (5, 5, 4, ItemVerdict.SAME),
        (5, 5, "unknown", ItemVerdict.SAME),
        (5, None, None, ItemVerdict.ADDED),
        (5, None, "unknown", ItemVerdict.ADDED),
        (6, 5, 5, ItemVerdict.CORRECTED),
        (None, 5, 5, ItemVerdict.REMOVED),
        (None, 6, 5, ItemVerdict.REMOVED),
        (None, None, 5, None),
        (6, 5, 4, ItemVerdict.CONFLICT),
        (6, 5, None, ItemVerdict.CONFLICT),
        (6, 5, "unknown", ItemVerdict.CONFLICT),
        (6, None, 5, ItemVerdict.CONFLICT),
    ],
)
def test_each_row_of_the_table(new: object, in_force: object, base: object, right: ItemVerdict | None) -> None:
    """B, F and N decide, and an unknown B makes every other value a conflict."""
    assert right == verdict(new, in_force, base)


@pytest.mark.parametrize(
    ("new", "in_force", "base", "right"),
    [
        (6, 5, 5, ItemVerdict.CONFLICT),
        (5, None, None, ItemVerdict.CONFLICT),
        (5, 5, 5, ItemVerdict.SAME),
        (5, 6, 5, ItemVerdict.REPEATED),
    ],
)
def test_of_an_older_file_every_difference_is_a_conflict(
    new: object, in_force: object, base: object, right: ItemVerdict
) -> None:
    """What an older file merely repeats is no difference."""
    assert right == verdict(new, in_force, base, is_older=True)


@pytest.mark.parametrize(
    "value",
    [{"value": 5, "status": "provisional"}, {"value": 5, "note": "ten months"}, None],
    ids=["status", "note", "no data"],
)
def test_value_status_and_note_are_one_item(value: object) -> None:
    """Another status, another note, or `..` for a value is another observation."""
    changed = said({2023: value})
    weighed = weigh(Sides(items_of(changed), items_of(said({2023: 5})), items_of(said({2023: 5}))))

    assert [ItemVerdict.CORRECTED] == list(weighed.verdicts.values())


def test_a_status_beside_an_emptied_value_does_not_keep_it() -> None:
    """The official deleted the value and left “provisional” beside it: that is a removal, and never `no data`."""
    emptied = said({2023: {"status": "provisional"}})
    known = items_of(said({2023: {"value": 5, "status": "provisional"}}))

    assert [ItemVerdict.REMOVED] == list(weigh(Sides(items_of(emptied), known, known)).verdicts.values())
    assert not weigh(Sides(items_of(emptied), known, None)).verdicts


PROVISIONAL, NOTED, OTHERWISE = {"status": "provisional"}, {"note": "ten months"}, {"note": "nine months"}


@pytest.mark.parametrize(
    ("new", "in_force", "base", "right"),
    [
        (PROVISIONAL, 5, "unknown", ItemVerdict.REMARK),
        (NOTED, 5, None, ItemVerdict.REMARK),
        (NOTED, {"value": None}, None, ItemVerdict.REMARK),  # beside “no data”
        (NOTED, {"value": 5, **OTHERWISE}, OTHERWISE, ItemVerdict.REMARK),
        (NOTED, {"value": 5, **NOTED}, "unknown", None),  # the figure in force has the same one
        (NOTED, 5, NOTED, None),  # left as it was filled
        (NOTED, 5, 5, ItemVerdict.REMOVED),  # the figure was deleted, and the note written instead
        (NOTED, None, "unknown", ItemVerdict.ADDED),  # nothing is in force to which it could belong
        (NOTED, NOTED, "unknown", ItemVerdict.SAME),
        (NOTED, OTHERWISE, OTHERWISE, ItemVerdict.CORRECTED),
        (NOTED, OTHERWISE, "unknown", ItemVerdict.CONFLICT),
        (None, NOTED, NOTED, ItemVerdict.REMOVED),
        ({"value": 5, **NOTED}, NOTED, None, ItemVerdict.ADDED),  # the figure that the note was waiting for
        (5, NOTED, None, ItemVerdict.CONFLICT),  # its note would be lost
    ],
)
def test_a_status_or_a_note_without_a_figure_is_neither_lost_nor_put_to_another_files_figure(
    new: object, in_force: object, base: object, right: ItemVerdict | None
) -> None:
    """A figure printed as final, because “provisional” came without it, would be a false one."""
    assert right == verdict(new, in_force, base)


def test_merged_files_do_not_put_a_note_to_the_figure_of_another_file() -> None:
    """Of a lower file that has only a note as well, the higher one counts."""
    figure, noted, otherwise = (said({2023: one}) for one in (5, NOTED, OTHERWISE))
    for files, value, note in (((figure, noted), 5, None), ((noted, otherwise), None, "nine months")):
        [observation] = Joined([(one, frozenset()) for one in files]).submission.indicators["x"].values.values()
        assert (value, note) == (observation.value, observation.note)


def test_a_field_that_is_not_given_has_its_default() -> None:
    """`flow` written out is what an empty cell means; `stock` emptied is a removal, and written over it a conflict."""
    stock, flow, empty = (items_of(said({}, **fields)) for fields in ({"measure": "stock"}, {"measure": "flow"}, {}))

    assert [ItemVerdict.SAME] == list(weigh(Sides(flow, empty, empty)).verdicts.values())
    assert [ItemVerdict.REMOVED] == list(weigh(Sides(empty, stock, stock)).verdicts.values())
    assert [ItemVerdict.CONFLICT] == list(weigh(Sides(flow, stock, None)).verdicts.values())


def test_a_reply_in_rows_is_the_reply_in_one_text() -> None:
    """A workbook divides a long text into rows and gives their keys; that changes nothing."""
    whole = {"agency": "a", "replies": [{"issue": 1, "key": "fund", "text": "One.\n\nTwo."}]}
    rows = [{"issue": 1, "key": "fund", "text": "One."}, {"issue": 1, "key": "fund-2", "text": "Two."}]
    one, two = (items_of(Submission.model_validate(data)) for data in (whole, {"agency": "a", "replies": rows}))

    assert [ItemVerdict.SAME] == list(weigh(Sides(two, one, None)).verdicts.values())


def test_what_the_last_cycle_said_is_added_where_nothing_is_in_force_and_repeated_where_something_is() -> None:
    """A cell filled from the last report: as it was, it counts only as long as nobody has said more."""
    last, revised = items_of(said({2021: 5})), items_of(said({2021: 6}))

    assert [ItemVerdict.ADDED] == list(weigh(Sides(last, {}, {}, last)).verdicts.values())
    assert [ItemVerdict.REPEATED] == list(weigh(Sides(last, revised, {}, last)).verdicts.values())
    assert [ItemVerdict.CONFLICT] == list(weigh(Sides(last, revised, {})).verdicts.values())


# ---- properties ----

values = st.dictionaries(
    st.sampled_from(YEARS),
    st.one_of(
        st.none(),
        st.integers(0, 3),
        st.fixed_dictionaries({"value": st.integers(0, 3), "status": st.sampled_from(["final", "provisional"])}),
    ),
)
submissions = st.builds(
    said,
    values,
    st.one_of(st.none(), st.sampled_from(["One.", "Two."])),
    measure=st.sampled_from(["flow", "stock"]),
    breakdown=st.lists(st.sampled_from(["women", "men"]), unique=True)
    .flatmap(
        lambda labels: st.tuples(
            *(st.fixed_dictionaries({"label": st.just(label), "values": values}) for label in labels)
        )
    )
    .map(list),
)


def effective(old: Submission, new: Submission, base: Submission | None) -> Joined:
    """What is in force after a file came that nobody speaks against, or that was merged."""
    weighed = weigh(Sides(items_of(new), items_of(old), None if base is None else items_of(base)))
    return Joined([(old, frozenset()), (new, weighed.repeats)])


@given(submissions, st.one_of(st.none(), submissions))
def test_an_empty_file_changes_nothing(old: Submission, base: Submission | None) -> None:
    """Whatever it was filled from."""
    assert items_of(old) == effective(old, Submission(agency="a"), base).items


@given(submissions)
def test_a_file_that_came_back_as_it_went_out_changes_nothing(old: Submission) -> None:
    """And nothing speaks against it."""
    weighed = weigh(Sides(items_of(old), items_of(old), items_of(old)))

    assert {ItemVerdict.SAME} >= set(weighed.verdicts.values())
    assert items_of(old) == effective(old, old, old).items


@given(submissions, submissions, st.one_of(st.none(), submissions))
def test_nothing_leaves_force_and_twice_is_once(old: Submission, new: Submission, base: Submission | None) -> None:
    """Every item that was in force is in force, perhaps with another value; the same file again changes nothing."""
    once = effective(old, new, base)
    again = effective(once.submission, new, base)

    assert items_of(old).keys() <= once.items.keys()
    assert once.items == again.items


@given(submissions, submissions, submissions)
def test_every_item_has_one_verdict_and_only_said_items_are_taken(
    old: Submission, new: Submission, base: Submission
) -> None:
    """What is taken is exactly what the new file says and does not merely repeat."""
    weighed = weigh(Sides(items_of(new), items_of(old), items_of(base)))
    joined = effective(old, new, base)
    taken = {item for item, number in joined.sources.items() if number == 1}

    assert taken == items_of(new).keys() - weighed.repeats
    assert set(weighed.of(ItemVerdict.REMOVED)) <= items_of(old).keys() - items_of(new).keys()


@given(submissions, submissions)
def test_a_joined_submission_says_what_its_files_say(low: Submission, high: Submission) -> None:
    """It is a submission like any other, and joined once more it is the same."""
    joined = Joined([(low, frozenset()), (high, frozenset())])

    assert joined.items == items_of(joined.submission)
    assert {**items_of(low), **items_of(high)} == joined.items
    assert joined.submission == Joined([(joined.submission, frozenset())]).submission


def test_an_item_is_found_by_its_value_whatever_its_digits() -> None:
    """The confirmed value 5 is the confirmed value 5.0."""
    one, other = (ItemKey(kind="answer", code="RG323", indicator="x", value=Decimal(digits)) for digits in ("5", "5.0"))

    assert {one} == {other}
