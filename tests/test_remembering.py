"""What is kept while a project is watched: equal means the same to the last digit."""

from decimal import Decimal

import pytest
from msgspec import Struct

from reportgen import remembering
from reportgen.remembering import Held, remembered, remembered_of, settle


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results are kept."""
    monkeypatch.setattr(remembering, "_switches", ["on"])


@pytest.mark.usefixtures("keeping")
def test_values_made_from_the_same_are_one_object() -> None:
    """A number with other decimals is another, though it is equal; a whole number is none with a point."""
    first = ["1.0"]

    assert settle(first, {"2023": Decimal("1.0")}) is first
    assert settle(["1.0"], {"2023": Decimal("1.0")}) is first
    others = [settle([name], {"2023": made}) for name, made in (("1", Decimal(1)), ("00", Decimal("1.00")), ("i", 1))]
    assert [["1"], ["00"], ["i"]] == others


def test_nothing_is_kept_unless_it_is_asked_for() -> None:
    """A single command holds no more memory than it needs."""
    value = ["a"]

    assert settle(["a"], "seen once") is not settle(value, "seen once")


class _Node(Struct, frozen=True):
    """A value that says all of itself."""

    text: str
    value: Decimal | None = None


@pytest.mark.usefixtures("keeping")
def test_structs_that_say_the_same_are_one_object() -> None:
    """Equal numbers may have other decimals; what cannot be said stays as it is."""
    first = _Node("a", Decimal("1.0"))

    assert settle(first) is first
    assert settle(_Node("a", Decimal("1.0"))) is first
    assert settle(_Node("a", Decimal("1.00"))) is not first
    half = _Node("\ud800")
    assert settle(half) is half


@pytest.mark.usefixtures("keeping")
def test_what_is_remembered_of_an_object_is_of_no_other() -> None:
    """Not even of an equal one, nor with other arguments; an object that is gone leaves nothing to one at its place."""
    asked: list[object] = []

    @remembered_of
    def ask(node: _Node, more: str) -> int:
        asked.append((node, more))
        return len(asked)

    one = _Node("a")
    assert [1, 1, 2, 3, 1] == [ask(one, "x"), ask(one, "x"), ask(_Node("a"), "x"), ask(one, "y"), ask(one, "x")]
    assert list(range(4, 54)) == [ask(_Node("b"), "x") for _ in range(50)]


def test_nothing_is_remembered_of_an_object_unless_it_is_asked_for() -> None:
    """A function is then as it was written."""
    made = remembered_of(lambda one: [one])
    node = _Node("a")

    assert made(node) is not made(node)


@pytest.mark.usefixtures("keeping")
def test_it_begins_anew_where_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """And gives the same again."""
    monkeypatch.setattr(remembering, "_MOST", 3)
    double = remembered_of(lambda node: node.text * 2)
    nodes = [settle(_Node(str(number))) for number in range(10)]

    assert ["".join([str(number)] * 2) for number in range(10)] * 2 == [double(node) for node in nodes * 2]
    assert all(settle(_Node(node.text)).text == node.text for node in nodes)


@pytest.mark.usefixtures("keeping")
def test_a_held_value_is_known_by_its_object_alone() -> None:
    """Or by the parts of it that are used; an equal one is asked anew."""
    asked: list[list[int]] = []

    @remembered(10)
    def ask(held: Held[list[int]]) -> int:
        asked.append(held.value)
        return len(asked)

    one, equal = [1], [1]

    assert [1, 1, 2] == [ask(Held(one)), ask(Held(one)), ask(Held(equal))]
    assert [1, 1, 3] == [ask(Held([2], one)), ask(Held([3], one)), ask(Held([4], one, equal))]
