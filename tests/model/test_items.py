"""Items of a submission, and files of one sender joined: what stands before what, and where it is found again."""

from decimal import Decimal
from typing import Any

import pytest

from reportgen.diagnostics import Path
from reportgen.model import Submission
from reportgen.model.indicators import Observation
from reportgen.model.items import ItemKey, Joined, default_of, items_of, path_of, same
from reportgen.model.periods import Period

WOMEN, MEN = {"label": "women", "by": "sex"}, {"label": "men", "by": "sex"}
ADULTS = {"label": {"one": "adult", "other": "adults"}, "by": "age", "exhaustive": False}
LOWER: dict[str, Any] = {
    "agency": "justice",
    "department": "courts",
    "date": "2024-02-01",
    "contact": "A. Person",
    "indicators": {
        "victims": {
            "label": "victims",
            "breaks": {"2022": "a new law"},
            "values": {"2022": 5, "2023": 7},
            "breakdown": [{**WOMEN, "values": {"2023": 3}}, {**MEN, "values": {"2022": 1, "2023": 4}}],
        },
        "judges": {"values": {"2023": 9}},
    },
    "replies": [
        {"issue": 1, "text": "One.", "key": "a"},
        {"issue": 2, "text": "Two."},
        {"issue": 2, "text": "Two, again."},
    ],
    "nothing_to_add": [3, 4],
    "answers": [{"code": "RG320", "indicator": "victims", "period": "2023", "value": 7, "reason": "a flood"}],
}
HIGHER: dict[str, Any] = {
    "agency": "justice",
    "department": "courts",
    "indicators": {
        "victims": {
            "source": "Fund",
            "values": {"2023": 8},
            "breakdown": [{**MEN, "values": {"2023": 5}}, {**ADULTS, "values": {"2023": 8}}],
        }
    },
    "replies": [{"issue": 5, "text": "Five."}, {"issue": 1, "text": "One, anew."}, {"issue": 4, "text": "Four."}],
    "answers": [{"code": "RG320", "indicator": "victims", "period": "2022", "reason": "a strike"}],
}


def submission(data: dict[str, Any]) -> Submission:
    """A submission of plain data."""
    return Submission.model_validate(data, strict=False)


@pytest.fixture(scope="module")
def joined() -> Joined:
    """The two files, the second of which only repeats its reply to issue 5."""
    repeated = ItemKey(kind="reply", issue=5)
    return Joined([(submission(LOWER), frozenset()), (submission(HIGHER), frozenset({repeated}))])


BREAKDOWN: Path = ("indicators", "victims", "breakdown")


@pytest.mark.parametrize(
    ("number", "path", "expected"),
    [
        (0, ("agency",), ("agency",)),
        (0, ("indicators",), ("indicators",)),
        (0, ("indicators", "victims"), ("indicators", "victims")),
        (0, ("indicators", "victims", "label"), ("indicators", "victims", "label")),
        (0, ("indicators", "victims", "values", "2022"), ("indicators", "victims", "values", "2022")),
        (0, ("indicators", "victims", "values", "2023"), None),
        (1, ("indicators", "victims", "values", "2023", "note"), ("indicators", "victims", "values", "2023", "note")),
        (0, ("indicators", "victims", "breaks", "2022"), ("indicators", "victims", "breaks", "2022")),
        (0, (*BREAKDOWN, 0, "values", "2023"), (*BREAKDOWN, 0, "values", "2023")),
        (0, (*BREAKDOWN, 1, "values", "2022", "note"), (*BREAKDOWN, 1, "values", "2022", "note")),
        (0, (*BREAKDOWN, 1, "values", "2023"), None),
        (1, (*BREAKDOWN, 0, "values", "2023"), (*BREAKDOWN, 1, "values", "2023")),
        (1, (*BREAKDOWN, 1, "values", "2023"), (*BREAKDOWN, 2, "values", "2023")),
        (1, (*BREAKDOWN, 1, "exhaustive"), (*BREAKDOWN, 2, "exhaustive")),
        (1, (*BREAKDOWN, 1, "label", "one"), (*BREAKDOWN, 2, "label", "one")),
        (1, (*BREAKDOWN, 1, "by"), (*BREAKDOWN, 2, "by")),
        (1, (*BREAKDOWN, 1), (*BREAKDOWN, 2)),
        (1, BREAKDOWN, BREAKDOWN),
        (0, ("replies", 0, "text", 0), None),
        (0, ("replies", 1, "text"), ("replies", 1, "text")),
        (0, ("replies", 2, "text"), ("replies", 2, "text")),
        (0, ("replies", 3), None),
        (0, ("replies",), None),
        (1, ("replies", 0), None),
        (1, ("replies", 1, "text", 0), ("replies", 0, "text", 0)),
        (1, ("replies", 2), ("replies", 3)),
        (0, ("nothing_to_add", 0), ("nothing_to_add", 0)),
        (0, ("nothing_to_add", 1), None),
        (0, ("nothing_to_add", 2), None),
        (0, ("answers", 1), None),
        (0, ("answers", 0, "reason"), ("answers", 0, "reason")),
        (1, ("answers", 0, "reason"), ("answers", 1, "reason")),
    ],
)
def test_a_value_is_found_again_where_the_joined_files_have_it(
    joined: Joined, number: int, path: Path, expected: Path | None
) -> None:
    """A path into one file becomes that into the whole; what a higher file says has no path from below."""
    assert expected == joined.move(number, path)


def test_the_higher_file_stands_before_the_lower_item_by_item(joined: Joined) -> None:
    """What the higher one does not say, or only repeats, stays."""
    made = joined.submission
    victims = made.indicators["victims"]

    assert ("justice", "courts") == (made.agency, made.department)
    assert ("2024-02-01", "A. Person") == (str(made.date), made.contact)
    assert joined.items[ItemKey(kind="nothing", issue=3)] is True
    assert ["victims", "judges"] == list(made.indicators)
    assert [5, 8] == [one.value for one in victims.values.values()]
    assert ("victims", "Fund", {"2022": "a new law"}) == (
        victims.label,
        victims.source,
        {str(period): why for period, why in victims.breaks.items()},
    )
    parts = [(part.called(one=False), part.by, part.exhaustive) for part in victims.breakdown]
    figures = [[f"{period}: {one.value}" for period, one in part.values.items()] for part in victims.breakdown]
    assert [("women", "sex", True), ("men", "sex", True), ("adults", "age", False)] == parts
    assert [["2023: 3"], ["2022: 1", "2023: 5"], ["2023: 8"]] == figures
    assert [(1, "One, anew."), (2, "Two."), (2, "Two, again."), (4, "Four.")] == [
        (reply.issue, reply.text) for reply in made.replies
    ]
    assert (3,) == made.nothing_to_add
    assert [("2023", 7, "a flood"), ("2022", None, "a strike")] == [
        (str(answer.period), answer.value, answer.reason) for answer in made.answers
    ]


def test_each_item_is_found_where_it_stands(joined: Joined) -> None:
    """The path of every item leads to what the submission says there; an item that nobody says has none."""
    plain = joined.submission
    for item, value in joined.items.items():
        path = path_of(plain, item)
        assert path is not None
        here: Any = plain
        for step in path:
            if isinstance(step, int):
                here = here[step]
            elif isinstance(here, dict) or hasattr(here, "keys"):
                here = here[step if step in here else Period.parse(str(step))]
            else:
                here = getattr(here, step)
        expected = {"reply": value[0] if item.kind == "reply" else None, "nothing": item.issue}.get(item.kind, value)
        assert expected == (here.reason if item.kind == "answer" else here)
    for item in (
        ItemKey(kind="reply", issue=9),
        ItemKey(kind="nothing", issue=9),
        ItemKey(kind="answer", code="RG321"),
        ItemKey(kind="figure", indicator="victims", part="boys", by="sex", period=Period.of_year(2023)),
        ItemKey(kind="figure", indicator="nobody", part="men", by="sex", period=Period.of_year(2023)),
    ):
        assert path_of(plain, item) is None


def test_an_emptied_figure_does_not_take_the_place_of_one() -> None:
    """A status alone waits for its figure where there is one below, and stands where there is none."""
    status = {"agency": "justice", "indicators": {"judges": {"values": {"2022": {"status": "provisional"}}}}}
    above = {"agency": "justice", "indicators": {"judges": {"values": {"2023": {"status": "provisional"}}}}}
    made = [
        Joined([(submission(LOWER), frozenset()), (submission(one), frozenset())]).submission for one in (status, above)
    ]

    assert [{"2023": ("final", 9), "2022": ("provisional", None)}, {"2023": ("final", 9)}] == [
        {str(period): (one.status, one.value) for period, one in each.indicators["judges"].values.items()}
        for each in made
    ]


FIGURE = ItemKey(kind="figure", indicator="x", period=Period.of_year(2023))
REPLY = ItemKey(kind="reply", issue=1)


def observation(**fields: object) -> Observation:
    """An observation with these fields."""
    return Observation.model_validate(fields)


def replies(*rows: dict[str, Any]) -> tuple[object, ...]:
    """Rows of the reply to issue 1."""
    return submission({"agency": "a", "replies": [{"issue": 1, **row} for row in rows]}).replies


@pytest.mark.parametrize(
    ("item", "first", "other", "expected"),
    [
        (FIGURE, observation(value=5), observation(value=5), True),
        (FIGURE, observation(value=5), observation(value=Decimal("5.0")), True),
        (FIGURE, observation(value=5), observation(value=6), False),
        (FIGURE, observation(value=5), observation(value=5, status="provisional"), False),
        (FIGURE, observation(value=5), observation(value=5, note="late"), False),
        (FIGURE, observation(value=5), observation(value=5, previous=4), False),
        (FIGURE, observation(value=None), None, False),
        (FIGURE, observation(), None, True),
        (FIGURE, observation(status="provisional"), None, False),
        (FIGURE, observation(status="provisional"), observation(status="provisional"), True),
        (FIGURE, observation(status="provisional", note="late"), observation(status="provisional"), False),
        (FIGURE, observation(status="not available"), None, False),
        (ItemKey(kind="field", indicator="x", field="measure"), "flow", None, True),
        (ItemKey(kind="field", indicator="x", field="measure"), "stock", None, False),
        (ItemKey(kind="field", indicator="x", field="breaks"), {}, None, True),
        (ItemKey(kind="field", indicator="x", field="breaks"), {"2023": "law"}, None, False),
        (ItemKey(kind="field", indicator="x", field="label", part="men"), "men", None, True),
        (ItemKey(kind="field", indicator="x", field="label"), "men", None, False),
        (REPLY, replies({"text": "One.\n\nTwo."}), replies({"text": "One."}, {"text": "Two."}), True),
        (REPLY, replies({"text": "One\ntwo."}), replies({"text": " One two. \n"}), True),
        (REPLY, replies({"text": "One.\n \n\n  Two."}), replies({"text": "One.\n\nTwo."}), True),
        (REPLY, replies({"text": "One.  \n\nTwo."}), replies({"text": "One.\n\nTwo."}), True),
        (REPLY, replies({"text": "One."}), replies({"text": "Two."}), False),
        (REPLY, replies({"text": "x", "key": "a"}), replies({"text": "x", "key": "b"}), False),
        (REPLY, replies({"text": "x", "key": "a"}), replies({"text": "x"}), False),
        (
            REPLY,
            replies({"text": "x", "key": "a"}, {"text": "y", "key": "a-2"}),
            replies({"text": "x\n\ny", "key": "a"}),
            True,
        ),
        (REPLY, replies({"text": "x", "key": "a-2"}), replies({"text": "x", "key": "a"}), False),
        (REPLY, replies({"text": "x", "answers": ["a"]}), replies({"text": "x", "answers": ["b"]}), False),
        (REPLY, replies({"text": "x", "answers": ["b", "a"]}), replies({"text": "x", "answers": ["a", "b"]}), True),
    ],
)
def test_two_files_say_the_same_whatever_form_it_has(
    item: ItemKey, first: object, other: object, *, expected: bool
) -> None:
    """Defaults that are written out, rows of a text and line breaks are no difference; all else is one."""
    assert expected is same(item, first, other)
    assert expected is same(item, other, first)


def test_only_fields_have_a_default() -> None:
    """A figure that is not given is none, and a part is called what it is called."""
    assert default_of(FIGURE) is None
    assert default_of(REPLY) is None
    assert default_of(ItemKey(kind="field", indicator="x", field="exhaustive")) is True
    assert default_of(ItemKey(kind="field", indicator="x", field="label")) is None


def test_everything_that_a_submission_says_is_an_item() -> None:
    """In its order, and nothing that it does not say."""
    named = [
        " ".join(
            str(one) for one in (item.kind, item.indicator, item.part, item.by, item.field, item.period, item.issue)
        )
        for item in items_of(submission(HIGHER))
    ]

    assert [
        "field victims None None source None None",
        "figure victims None None None 2023 None",
        "figure victims men sex None 2023 None",
        "field victims adults age label None None",
        "field victims adults age exhaustive None None",
        "figure victims adults age None 2023 None",
        "reply None None None None None 5",
        "reply None None None None None 1",
        "reply None None None None None 4",
        "answer victims None None None 2022 None",
    ] == named
