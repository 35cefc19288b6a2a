"""What changed between two versions of a submission: figures by indicator and period, fields, replies by issue."""

from msgspec import Struct

from reportgen.agencies.item_words import item_title, labels_of, observation_words, text_of, value_words
from reportgen.claims.differences import diff
from reportgen.diagnostics import count_of
from reportgen.document.words import count_words
from reportgen.model import Submission
from reportgen.model.items import ItemKey, Items, Value, default_of, items_of, same


class FigureChange(Struct, frozen=True):
    """One figure that changed, came or went."""

    indicator: str
    part: str | None
    period: str
    before: str | None
    """None: it was not there."""
    after: str | None
    """None: it is gone."""
    title: str
    """What an official calls it: `“victims”, women, 2023`."""

    @property
    def kind(self) -> str:
        """`changed`, `added` or `removed`."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    def __str__(self) -> str:
        values = " → ".join(value for value in (self.before, self.after) if value is not None)
        return f"{self.kind} {self.title}: {values}"


class FieldChange(Struct, frozen=True):
    """A field of an indicator, or the answer to a question, that changed, came or went."""

    what: str
    """`Unit of “victims”`."""
    before: str
    after: str

    def __str__(self) -> str:
        return f"changed {self.what}: {self.before} → {self.after}"


class ReplyChange(Struct, frozen=True):
    """The reply to one issue that changed, came or went."""

    issue: int
    before: int | None
    """Its words; None: there was none."""
    after: int | None
    """Its words; None: it is gone."""
    difference: str = ""
    """The words that changed, with some around them: `paid to [-348-] {+384+} victims`."""

    def __str__(self) -> str:
        if self.before is None:
            return f"added the reply to issue {self.issue}: {count_of(self.after or 0, 'word')}"
        if self.after is None:
            return f"removed the reply to issue {self.issue}: {count_of(self.before, 'word')}"
        counts = f"{count_of(self.before, 'word')} → {count_of(self.after, 'word')}"
        return (
            f"changed the reply to issue {self.issue}: {counts}: {self.difference or 'only key, paragraphs or answers'}"
        )


class Changes(Struct, frozen=True):
    """Everything that changed, in the order of the newer version; what is gone stands last."""

    figures: tuple[FigureChange, ...] = ()
    replies: tuple[ReplyChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.replies or self.fields)


def compare_submissions(old: Submission | None, new: Submission | None) -> Changes:
    """Return what a newer version of a submission changes; nothing where one of the two is not there."""
    if old is None or new is None:
        return Changes()
    before, after = items_of(old), items_of(new)
    labels = labels_of(new, old)
    changed = [item for item in {**after, **before} if not same(item, before.get(item), after.get(item))]
    return Changes(
        tuple(_figure(item, before, after, item_title(item, labels)) for item in changed if item.kind == "figure"),
        tuple(_reply(item, before.get(item), after.get(item)) for item in changed if item.kind == "reply"),
        tuple(
            FieldChange(item_title(item, labels), _field(item, before), _field(item, after))
            for item in changed
            if item.kind in {"field", "nothing", "answer"} and _is_worth_a_line(item, old, new, after)
        ),
    )


def _is_worth_a_line(item: ItemKey, old: Submission, new: Submission, after: Items) -> bool:
    """Return whether a change is worth a line: not a field of a row that comes or goes, nor an answer kept beside."""
    if item.kind == "answer":
        return item in after
    return item.kind == "nothing" or item.indicator in old.indicators.keys() & new.indicators.keys()


def _figure(item: ItemKey, before: Items, after: Items, title: str) -> FigureChange:
    period = f"{item.period} by {item.by}" if item.by else str(item.period)
    old, new = (observation_words(side[item]) if item in side else None for side in (before, after))
    return FigureChange(item.indicator or "", item.part, period, old, new, title)


def _reply(item: ItemKey, before: Value | None, after: Value | None) -> ReplyChange:
    old, new = text_of(before), text_of(after)
    counts = (count_words(old) if before else None, count_words(new) if after else None)
    return ReplyChange(item.issue or 0, *counts, difference_of(old, new) if before and after else "")


def difference_of(old: str, new: str) -> str:
    """Return the words that differ between two texts, none where only their division does."""
    return "" if old.split() == new.split() else diff(old, new)


def _field(item: ItemKey, values: Items) -> str:
    return value_words(item, values.get(item, default_of(item)))
