"""From clauses to paragraphs: indicators of one issue that flow together, each year named once.

In: the views of the indicators of one issue, in their order. Out: paragraphs and, after them, tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.model import Period
from reportgen.narrative.amounts import amount
from reportgen.narrative.generated.choice import Form, choose
from reportgen.narrative.generated.clauses import Clause, are_persons, build_clause, label_of
from reportgen.narrative.generated.shape import Shape, find_shape
from reportgen.narrative.generated.tables import build_tables
from reportgen.narrative.lists import join
from reportgen.narrative.paragraphs import Paragraph, TableSpec
from reportgen.narrative.phrase import EMPTY, Phrase, fill, text
from reportgen.narrative.remarks import in_parentheses
from reportgen.narrative.thresholds import MERGED_WORDS, SENTENCES
from reportgen.narrative.view import View


def report(views: Sequence[View]) -> list[Paragraph | TableSpec]:
    """The paragraphs and tables of the indicators of one issue."""
    shapes = [find_shape(view) for view in views]
    chosen = [(shape, choose(shape, shape.view.options.table_from).form) for shape in shapes]
    clauses = [build_clause(shape, form) for shape, form in chosen if form is not Form.TABLE]
    tables = build_tables([shape for shape, form in chosen if form is Form.TABLE])
    return [*_paragraphs(list(_merged(clauses))), *tables]


# ---- two indicators in one sentence ---------------------------------------------------------------------------


def _merged(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses, those that can be joined to the one before."""
    waiting: Clause | None = None
    for clause in clauses:
        if waiting is not None and (together := _joined(waiting, clause)) is not None:
            yield together
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = clause
    if waiting is not None:
        yield waiting


def _joined(first: Clause, second: Clause) -> Clause | None:
    """Two clauses as one, where they speak of the same periods in the same unit; else None."""
    shapes = (first.shape, second.shape)
    if not all(shape.is_plain and shape.latest and not shape.is_zero for shape in shapes):
        return None
    if shapes[0].told != shapes[1].told or shapes[0].kind != shapes[1].kind or shapes[0].kind == "rank":
        return None
    labels = [label_of(shape.view) for shape in shapes]
    rest = shapes[0].view.language.naming.who(labels[0], labels[1])
    if rest is not None and _is_within(shapes[1], shapes[0]):
        whole = build_clause(shapes[0], Form.COMPARED)
        return replace(whole, body=lambda time: _of_whom(whole, shapes[1], rest, time))
    if {first.form, second.form} - {Form.COMPARED, Form.VALUE} or any(map(_is_long, labels)):
        return None
    return replace(first, body=lambda time: _and_that_of(first, shapes[1], time))


def _is_long(label: str) -> bool:
    return len(label.split()) > MERGED_WORDS


def _is_within(part: Shape, whole: Shape) -> bool:
    """Whether one series is nowhere larger than the other, as the part of a whole is."""
    return all(0 <= part.view.value(one) <= whole.view.value(one) for one in part.told)


def _of_whom(first: Clause, second: Shape, rest: str, time: Phrase | None) -> Phrase:
    """`…, of whom 162 received compensation (compared with 100)`."""
    naming = second.view.language.naming
    value = amount(second.view, second.told[-1])
    clause = fill(naming.who_also[are_persons(second)], clause=first.body(time), value=value, rest=rest)
    return in_parentheses(second.view, clause, _in_brief(second))


def _and_that_of(first: Clause, second: Shape, time: Phrase | None) -> Phrase:
    """`…, and that of threats was 3 (compared with 2, 1 and 3, respectively)`."""
    naming = second.view.language.naming
    value = in_parentheses(second.view, amount(second.view, second.told[-1]), _in_brief(second))
    tail = fill(naming.second[second.kind], label=_second_name(second), value=value)
    return fill(naming.both, first=first.body(time), second=tail)


def _second_name(shape: Shape) -> str:
    naming = shape.view.language.naming
    label = label_of(shape.view)
    return naming.without_number(label) if shape.kind in {"count", "stock"} else naming.quantity(label)


def _in_brief(shape: Shape) -> Phrase:
    """Earlier values whose periods were named just before."""
    language, used = shape.view.language, shape.used
    if not used:
        return EMPTY
    items = join(language, [amount(shape.view, one) for one in used])
    pattern = language.naming.respectively if len(used) > 1 else language.naming.compared_again
    return fill(pattern, items=items)


# ---- sentences in paragraphs ----------------------------------------------------------------------------------


@dataclass
class _Writer:
    """Puts clauses into paragraphs; remembers which period the sentence before named."""

    paragraphs: list[list[Phrase]] = field(default_factory=list)
    named: Period | None = None
    times: int = 0
    """How often in a row."""

    def add(self, clause: Clause) -> None:
        """One more indicator."""
        if not self.paragraphs or len(self.paragraphs[-1]) + 1 + len(clause.more) > SENTENCES:
            self.paragraphs.append([])
            self.named = None
        stop = clause.shape.view.language.naming.stop
        bodies = (clause.body(self._time(clause)), *clause.more)
        self.paragraphs[-1] += [fill(stop, clause=body) for body in bodies]
        if clause.more:
            self.named = None

    def _time(self, clause: Clause) -> Phrase | None:
        """The time of a clause where it was just named; None: the clause names its own."""
        latest = clause.shape.latest
        if not clause.opens_with_time or latest is None:
            self.named = None
            return None
        self.times = self.times + 1 if latest == self.named else 0
        self.named = latest
        return _same(clause.shape, latest, self.times) if self.times else None


def _same(shape: Shape, period: Period, times: int) -> Phrase:
    """How a period that was just named is named again."""
    same = shape.view.language.naming.same
    names = (
        same["date"] if shape.kind == "stock" and period.months == 1 else same["year" if period.is_year else "period"]
    )
    return text(names[(times - 1) % len(names)])


def _paragraphs(clauses: Sequence[Clause]) -> list[Paragraph]:
    writer = _Writer()
    for clause in clauses:
        writer.add(clause)
    return [_spaced(sentences) for sentences in writer.paragraphs]


def _spaced(sentences: Sequence[Phrase]) -> Paragraph:
    """Sentences with spaces between them."""
    parts: list[str | Phrase] = []
    for sentence in sentences:
        parts += [" ", sentence] if parts else [sentence]
    return tuple(parts)
