"""What is kept while a project is watched: equal means the same to the last digit."""

from decimal import Decimal

import pytest

from reportgen import remembering
from reportgen.remembering import Held, remembered, settle


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
