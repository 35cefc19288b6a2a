"""Agreement: one quantity has one value, whoever reports it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reportgen.checks.finding import Checked, Finding, shown_number
from reportgen.diagnostics import Literal
from reportgen.model import Indicator


def files_agree(checked: Checked) -> Iterator[Finding]:
    """RG303: an indicator that stands in several files is the same in all of them."""
    for found in checked.merged.disagreements:
        words = {"what": found.what, "first": found.first, "second": found.second}
        values = {"name": found.name, **{name: Literal(text) for name, text in words.items()}}
        yield Finding("RG303", found.second_path, values, (("the other one", found.first_path),))


def same_quantities_agree(checked: Checked) -> Iterator[Finding]:
    """RG304: indicators with the same label and unit have the same values for the same periods."""
    groups: dict[tuple[str, object], list[tuple[str, Indicator]]] = defaultdict(list)
    for key, indicator in checked.merged.indicators.items():
        if indicator.label:
            groups[" ".join(indicator.label.casefold().split()), indicator.unit].append((key, indicator))
    for group in groups.values():
        for (first_key, first), (second_key, second) in combinations(group, 2):
            yield from _compare(checked, (first_key, first), (second_key, second))


def _compare(checked: Checked, one: tuple[str, Indicator], other: tuple[str, Indicator]) -> Iterator[Finding]:
    (first_key, first), (second_key, second) = one, other
    for period in first.periods:
        old, new = first.value(period), second.value(period)
        if old is not None and new is not None and old != new:
            values = {
                "label": first.label,
                "period": period,
                "first": shown_number(old),
                "first_key": first_key,
                "second": shown_number(new),
                "second_key": second_key,
            }
            note = (f"{first_key}: {shown_number(old)}", checked.path(first_key, period))
            yield Finding("RG304", checked.path(second_key, period), values, (note,))
