"""What a submission says, item by item, and several files of one sender joined.

An item is the smallest thing that a later file changes by itself: an observation (value, status and note together), a
field of an indicator or of a part, the reply to an issue, "nothing to add" on one, the answer to a question.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from reportgen.diagnostics import Path
from reportgen.model.base import Key, Label, Many, Model, Name, Number
from reportgen.model.indicators import Indicator, Observation, Part
from reportgen.model.line_breaks import join_lines
from reportgen.model.outline import IssueNumber
from reportgen.model.periods import Period
from reportgen.model.report import Answer, Reply, Submission
from reportgen.regex import regex

FIELDS = (
    *("label", "unit", "measure", "issue", "exhaustive", "breaks"),
    *("share", "source", "published", "report", "show"),
)
"""The fields of an indicator that are items."""
_PART_FIELDS = ("label", "exhaustive")
"""The fields of a part that are items; a label for one and for more, for a plain one is the name of the part."""
_GAP = regex(r"\n[ \t]*\n\s*")
_NUMBERED = regex(r"-\d+$")


class ItemKey(Model):
    """Which item it is; fields that do not name it are None."""

    kind: Literal["figure", "field", "reply", "nothing", "answer"]
    indicator: Key | None = None
    part: Label | None = None
    """The label of a part, for more than one; None: the whole."""
    by: Name | None = None
    period: Period | None = None
    field: Name | None = None
    issue: IssueNumber | None = None
    code: Name | None = None
    """Of an answer: the code of its question."""
    value: Number | None = None
    """Of an answer: the value that was confirmed."""


class Kept(Model):
    """A file that is or was in force."""

    file: Label
    """Its name in `submissions/` while it was in force."""
    sha256: str
    repeats: Many[ItemKey] = ()
    """Items that the file holds only because it was filled from an earlier version: it does not say them."""


class Ledger(Model):
    """`submissions/earlier/AGENCY.order.yaml`: what the names of files cannot say; written by `reportgen receive`."""

    in_force: Many[Kept] = ()
    """Files that repeat something, as they were filed."""
    before: Many[Many[Kept]] = ()
    """What was in force before, the oldest first; `--undo` takes the last of them."""

    def repeats(self, file: str) -> frozenset[ItemKey] | None:
        """Return the items that a file in force does not say; None where nothing is known of the file."""
        return next((frozenset(kept.repeats) for kept in self.in_force if kept.file == file), None)


Value = Any
"""An `Observation`, the value of a field, a tuple of replies, True for "nothing to add", the reason of an answer."""
Items = Mapping[ItemKey, Value]


def items_of(submission: Submission) -> dict[ItemKey, Value]:
    """Return everything that a submission says, in its order."""
    found: dict[ItemKey, Value] = {}
    for key, indicator in submission.indicators.items():
        for name in FIELDS:
            if name in indicator.model_fields_set:
                found[_field(key, name)] = getattr(indicator, name)
        found |= {_figure(key, None, period): one for period, one in indicator.values.items()}
        for part in indicator.breakdown:
            for name in _PART_FIELDS:
                if name in part.model_fields_set and not isinstance(getattr(part, name), str):
                    found[_field(key, name, part)] = getattr(part, name)
            found |= {_figure(key, part, period): one for period, one in part.values.items()}
    for reply in submission.replies:
        item = ItemKey(kind="reply", issue=reply.issue)
        found[item] = (*found.get(item, ()), reply)
    found |= {ItemKey(kind="nothing", issue=issue): True for issue in submission.nothing_to_add}
    for answer in submission.answers:
        found[_answer(answer)] = answer.reason
    return found


def _field(key: str, name: str, part: Part | None = None) -> ItemKey:
    return ItemKey(kind="field", indicator=key, field=name, **_named(part))


def _figure(key: str, part: Part | None, period: Period) -> ItemKey:
    return ItemKey(kind="figure", indicator=key, period=period, **_named(part))


def _named(part: Part | None) -> dict[str, Any]:
    return {} if part is None else {"part": part.name, "by": part.by}


def _answer(answer: Answer) -> ItemKey:
    return ItemKey(
        kind="answer",
        code=answer.code,
        indicator=answer.indicator,
        part=answer.part,
        period=answer.period,
        value=answer.value,
    )


def is_emptied(value: Value) -> bool:
    """Return whether an observation only has a status or a note of a value that is not there, or not any more."""
    return isinstance(value, Observation) and value.is_bare


def remarks_of(value: Value) -> tuple[str, str | None]:
    """Return the status and the note of an observation; of none, what empty cells mean."""
    return (value.status, value.note) if isinstance(value, Observation) else ("final", None)


def same(item: ItemKey, first: Value | None, other: Value | None) -> bool:
    """Return whether two files say the same of an item; what is not given has its default."""
    return _comparable(item, first) == _comparable(item, other)


def _comparable(item: ItemKey, value: Value | None) -> object:
    if item.kind == "reply":
        return _text_of(value or ())
    if item.kind == "field" and value is None:
        value = default_of(item)
    if item.field == "breaks":
        return dict(value or {})
    if isinstance(value, Observation):
        if value.is_bare:
            return None if remarks_of(value) == remarks_of(None) else remarks_of(value)
        return (value.value, value.status, value.note, value.previous)
    return value


def default_of(item: ItemKey) -> Value | None:
    """Return what a field is where it is not given; None for every other item."""
    if item.kind != "field" or item.field is None:
        return None
    if item.field == "label" and item.part is not None:
        return item.part
    return Indicator.model_fields[item.field].get_default(call_default_factory=True)


def _text_of(replies: Sequence[Reply]) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """Return the text of all rows of a reply, its keys but those that a workbook makes, and what it answers.

    Where a sentence goes on in the next line, it does not matter where the line ends: a cell has it on one.
    """
    blocks = [block.rstrip() for reply in replies for block in _GAP.split(join_lines(reply.text.strip()))]
    given = {reply.key for reply in replies if reply.key}
    answered = frozenset(letter for reply in replies for letter in reply.answers)
    return (
        "\n\n".join(blocks),
        tuple(sorted(key for key in given if _NUMBERED.sub("", key) not in given - {key})),
        answered,
    )


# ---- several files of one sender ------------------------------------------------------------------------------


class Joined:
    """Files of one sender, each standing before those below it, item by item."""

    def __init__(self, files: Sequence[tuple[Submission, frozenset[ItemKey]]]) -> None:
        """Join files.

        Args:
            files: from the lowest to the highest, each with the items that it holds and does not say.
        """
        self._files = [submission for submission, _ in files]
        self.items: dict[ItemKey, Value] = {}
        self.sources: dict[ItemKey, int] = {}
        """Which file says each item."""
        for number, (submission, repeats) in enumerate(files):
            for item, value in items_of(submission).items():
                below = self.items.get(item)
                if item in repeats or (is_emptied(value) and below is not None and not is_emptied(below)):
                    continue
                self.items[item], self.sources[item] = value, number
        self._drop_what_was_added_to()
        self.submission = self._submission()

    def _drop_what_was_added_to(self) -> None:
        """Leave out "nothing to add" of a file where one above it adds something after all."""
        for item in [key for key in self.items if key.kind == "nothing"]:
            reply = ItemKey(kind="reply", issue=item.issue)
            if self.sources.get(reply, -1) > self.sources[item]:
                del self.items[item], self.sources[item]

    def _submission(self) -> Submission:
        """Return everything as one submission; its date and contact are those of the highest file that gives them."""
        newest = self._files[::-1]
        replies = [(item.issue, value) for item, value in self.items.items() if item.kind == "reply"]
        answers = [(item, value) for item, value in self.items.items() if item.kind == "answer"]
        fields: dict[str, Any] = {
            "date": max((submission.date for submission in newest if submission.date), default=None)
        }
        fields["contact"] = next((submission.contact for submission in newest if submission.contact), None)
        return Submission(
            agency=newest[0].agency,
            department=newest[0].department,
            **{name: value for name, value in fields.items() if value is not None},
            indicators=self._indicators(),
            replies=tuple(reply for _, rows in replies for reply in rows),
            nothing_to_add=tuple(item.issue for item in self.items if item.kind == "nothing" and item.issue),
            answers=tuple(
                Answer(**item.model_dump(exclude={"kind", "by", "field", "issue"}), reason=reason)
                for item, reason in answers
            ),
        )

    def _indicators(self) -> dict[str, Indicator]:
        keys = dict.fromkeys(key for file in self._files for key in file.indicators)
        fields: dict[str, dict[str, Any]] = {key: {"values": {}} for key in keys}
        parts: dict[str, dict[tuple[str | None, str], dict[str, Any]]] = {key: {} for key in keys}
        for item, value in self.items.items():
            if item.indicator is None or item.kind == "answer":
                continue
            into = fields[item.indicator]
            if item.part is not None:
                named = {"label": item.part, "values": {}} | ({"by": item.by} if item.by else {})
                into = parts[item.indicator].setdefault((item.by, item.part), named)
            if item.kind == "figure":
                into["values"][item.period] = value
            elif item.field:
                into[item.field] = dict(value) if item.field == "breaks" else value
        return {key: _indicator(fields[key], list(parts[key].values())) for key in keys}

    def move(self, number: int, path: Path) -> Path | None:
        """Return where a value of a file stands in the joined submission; None where another file stands before it.

        Args:
            number: of the file, from the lowest.
            path: of the value below its submission.
        """
        submission = self._files[number]
        if path[:1] in {("replies",), ("nothing_to_add",), ("answers",)} and not _is_row(submission, path):
            return None
        match path, _item_at(submission, path):
            case _, (ItemKey() as item, rest):
                return (*self._home(item, submission, path), *rest) if self.sources.get(item) == number else None
            case ("indicators", str(key), "breakdown", int(row), *rest), _:
                place = place_of_part(self.submission, key, submission.indicators[key].breakdown[row].identity)
                return None if place is None else ("indicators", key, "breakdown", place, *rest)
            case _:
                return path

    def _home(self, item: ItemKey, submission: Submission, path: Path) -> Path:
        """Return the path of an item in the joined submission; of a reply, that of the same row."""
        home = path_of(self.submission, item) or ()
        if item.kind != "reply":
            return home
        row = sum(reply.issue == item.issue for reply in submission.replies[: int(path[1])])
        return ("replies", int(home[1]) + row)


def path_of(submission: Submission, item: ItemKey) -> Path | None:
    """Return where an item stands in a submission, of a reply its first row; None where it is not there."""
    if item.kind == "reply":
        row = next((place for place, one in enumerate(submission.replies) if one.issue == item.issue), None)
        return None if row is None else ("replies", row)
    if item.kind == "nothing":
        known = submission.nothing_to_add
        return ("nothing_to_add", known.index(item.issue)) if item.issue in known else None
    if item.kind == "answer":
        row = next((place for place, one in enumerate(submission.answers) if _answer(one) == item), None)
        return None if row is None else ("answers", row)
    key = item.indicator or ""
    head: Path = ("indicators", key)
    if item.part is not None:
        place = place_of_part(submission, key, (item.by, item.part))
        if place is None:
            return None
        head = (*head, "breakdown", place)
    return (*head, "values", str(item.period)) if item.kind == "figure" else (*head, item.field or "")


def place_of_part(submission: Submission, key: str, identity: tuple[str | None, str]) -> int | None:
    """Return the place of a part among those of its indicator."""
    parts = submission.indicators[key].breakdown if key in submission.indicators else ()
    return next((place for place, part in enumerate(parts) if part.identity == identity), None)


def _indicator(fields: dict[str, Any], parts: list[dict[str, Any]]) -> Indicator:
    if parts:
        fields["breakdown"] = tuple(Part(**part) for part in parts)
    return Indicator(**fields)


def _is_row(submission: Submission, path: Path) -> bool:
    """Return whether a path of replies or answers leads to one of them: rows without a text have places as well."""
    rows: Sequence[object] = getattr(submission, str(path[0]))
    return len(path) > 1 and int(path[1]) < len(rows)


def _item_at(submission: Submission, path: Path) -> tuple[ItemKey | None, Path]:
    """Return the item that a path of a submission is in, and the rest of the path."""
    match path:
        case ("replies", int(row), *rest):
            return ItemKey(kind="reply", issue=submission.replies[row].issue), tuple(rest)
        case ("nothing_to_add", int(row), *rest):
            return ItemKey(kind="nothing", issue=submission.nothing_to_add[row]), tuple(rest)
        case ("answers", int(row), *rest):
            return _answer(submission.answers[row]), tuple(rest)
        case ("indicators", str(key), "breakdown", int(row), *rest) if rest:
            return _in_series(key, submission.indicators[key].breakdown[row], tuple(rest))
        case ("indicators", str(key), *rest) if rest and rest[0] != "breakdown":
            return _in_series(key, None, tuple(rest))
        case _:
            return None, ()


def _in_series(key: str, part: Part | None, rest: Path) -> tuple[ItemKey | None, Path]:
    match rest:
        case ("values", str(period), *more):
            return _figure(key, part, Period.parse(period)), tuple(more)
        case (str(name), *more) if name in FIELDS:
            return _field(key, name, part), tuple(more)
        case _:
            return None, ()
