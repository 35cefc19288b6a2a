"""Items in the words of the workbook: labels, periods, heads of columns, cells."""

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.diagnostics import count_of
from reportgen.document.words import count_words
from reportgen.model import Observation, Submission
from reportgen.model.cell_words import format_breaks, format_part_label, format_share, format_unit
from reportgen.model.items import ItemKey, Value
from reportgen.model.sheets import IndicatorColumn

Labels = Mapping[str, str]
_FORMATS: Mapping[str, Callable[[Any], str]] = {
    "unit": format_unit,
    "label": format_part_label,
    "share": format_share,
    "breaks": lambda breaks: format_breaks(dict(breaks)).replace("\n", "; "),
    "exhaustive": lambda is_exhaustive: "yes" if is_exhaustive else "no",
}
"""How a cell has the value of a field; of all other fields, as it is."""
_LONGEST = 120
"""Characters of a cell that are shown."""


def labels_of(*submissions: Submission | None) -> dict[str, str]:
    """Return what indicators are called, by their keys; the first submission that has a label decides."""
    found: dict[str, str] = {}
    for submission in submissions:
        for key, indicator in submission.indicators.items() if submission else ():
            if indicator.label:
                found.setdefault(key, indicator.label)
    return found


def item_title(item: ItemKey, labels: Labels) -> str:
    """Return what an official calls an item: `“victims”, women, 2023`; `Unit of “victims”`; `the reply to issue 5`."""
    if item.kind == "reply":
        return f"the reply to issue {item.issue}"
    if item.kind == "nothing":
        return f"Nothing to add on issue {item.issue}"
    row = f"“{labels.get(item.indicator or '', item.indicator)}”"
    if item.part is not None:
        row += f", {item.part}" + (f" (by {item.by})" if item.by else "")
    if item.kind == "field":
        return f"{IndicatorColumn[(item.field or '').upper()].value} of {row}"
    if item.kind == "answer":
        return f"the answer to the question {item.code} about {row}, {item.period}"
    return f"{row}, {item.period}"


def value_words(item: ItemKey, value: Value | None) -> str:
    """Return a value as a cell shows it; of a reply, its length."""
    if isinstance(value, Observation):
        return observation_words(value)
    if item.kind == "reply":
        return words_of(text_of(value))
    text = _cell("exhaustive" if item.kind == "nothing" else item.field, value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def observation_words(observation: Observation) -> str:
    """Return a figure with its status and its note, for these are printed as well."""
    value = "empty" if observation.is_bare else ".." if observation.value is None else f"{observation.value:,f}"
    status = observation.status if observation.status != "final" else None
    previous = f"before {observation.previous:,f}" if observation.previous is not None else None
    remarks = [remark for remark in (status, observation.note, previous) if remark]
    return f"{value} ({'; '.join(remarks)})" if remarks else value


def words_of(text: str | None) -> str:
    """Return the length of a text: `1 word`, `9 words`."""
    return count_of(count_words(text or ""), "word")


def text_of(replies: Value | None) -> str:
    """Return the whole text of the rows of a reply."""
    return "\n\n".join(reply.text.strip() for reply in replies or ())


def _cell(field: str | None, value: Value | None) -> str:
    """Return the value of a field as its cell has it."""
    if value is None or value == "" or (field == "breaks" and not value):
        return "nothing"
    return _FORMATS.get(field or "", str)(value)
