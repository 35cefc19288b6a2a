"""From clauses to paragraphs: indicators of one issue that flow together, each year named once.

In: the views of the indicators of one issue, in their order. Out: paragraphs and, after them, tables.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from reportgen.languages.language import cldr
from reportgen.model import Period
from reportgen.sentences.amounts import amount, first_amount
from reportgen.sentences.evening import evened
from reportgen.sentences.generated.clause import Clause, are_persons, label_of, zero_runs
from reportgen.sentences.generated.clauses import build_clause
from reportgen.sentences.generated.parts import own_text
from reportgen.sentences.generated.shape import SentenceForm, SeriesShape, choose, find_shape
from reportgen.sentences.generated.tables import build_tables
from reportgen.sentences.phrase import EMPTY, Paragraph, Phrase, TableSpec, fill, join, text
from reportgen.sentences.remarks import in_parentheses
from reportgen.sentences.thresholds import MERGED_WORDS, RESPECTIVELY, SENTENCES, STEADY_FROM, TOGETHER
from reportgen.sentences.view import View


def report(views: Sequence[View]) -> list[Paragraph | TableSpec]:
    """Return the paragraphs and tables of the indicators of one issue."""
    shapes = [find_shape(view) for view in views]
    chosen = _many_as_tables([(shape, choose(shape, shape.view.options.table_from)) for shape in shapes])
    clauses = [build_clause(shape, form) for shape, form in chosen if form is not SentenceForm.TABLE]
    broken_down = [(clause.shape, group) for clause in clauses for group in clause.tabled]
    tables = build_tables([shape for shape, form in chosen if form is SentenceForm.TABLE], broken_down)
    return [*_paragraphs(list(_merged(clauses))), *tables]


def report_parts(view: View, criteria: Sequence[str], given: Collection[int]) -> list[Paragraph | TableSpec]:
    """Return sentences and tables of the breakdowns of an indicator whose total another text gives.

    Args:
        view: the indicator.
        criteria: what its figures are to be divided by; a breakdown without a name of its own is always meant.
        given: the indexes of the parts that other texts give; no breakdown that has one of them is written.
    """
    shape, asked = find_shape(view), {one.casefold() for one in criteria}
    wanted = [group for group in shape.parts if group.by is None or group.by.casefold() in asked]
    groups = [group for group in wanted if not set(given).intersection(group.places)]
    told = [(group, own_text(shape, group)) for group in groups]
    stop = view.language.patterns.stop
    sentences = [evened(fill(stop, clause=phrase)) for _, phrase in told if phrase is not None]
    tables = build_tables([], [(shape, group) for group, phrase in told if phrase is None])
    return [*([_spaced(sentences, view.language.patterns.space)] if sentences else []), *tables]


def _many_as_tables(chosen: Sequence[tuple[SeriesShape, SentenceForm]]) -> list[tuple[SeriesShape, SentenceForm]]:
    """Return the forms, where many series of the same periods and unit, each with a row of figures, share a table."""
    alike = Counter(shape.table_key for shape, form in chosen if _fits_a_row(shape, form))
    return [
        (shape, SentenceForm.TABLE if _fits_a_row(shape, form) and alike[shape.table_key] > SENTENCES else form)
        for shape, form in chosen
    ]


def _fits_a_row(shape: SeriesShape, form: SentenceForm) -> bool:
    """Return whether a series has figures enough for a row of a table, and neither parts nor other periods."""
    is_row = form is not SentenceForm.TABLE and not (shape.parts or shape.unlike or shape.inside)
    return is_row and len(shape.periods) >= STEADY_FROM


# ---- two indicators in one sentence ---------------------------------------------------------------------------


def _merged(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield the clauses, those that can be joined to the one before."""
    place = 0
    while place < len(clauses):
        together, taken = _joined(clauses[place : place + TOGETHER])
        yield together
        place += taken


def _joined(clauses: Sequence[Clause]) -> tuple[Clause, int]:
    """Return the first clause with as many of the next ones as fit into its sentence, and how many these are in all."""
    first, *others = _of_other_names(clauses)
    if not others or not _is_alike(first, others[0]):
        return first, 1
    rest = first.shape.view.language.who(*(label_of(clause.shape.view) for clause in clauses[:2]))
    if rest is not None and _is_within(others[0].shape, first.shape) and _are_several(others[0].shape):
        whole = build_clause(first.shape, SentenceForm.COMPARED)
        return replace(whole, body=lambda time: _of_whom(whole, others[0].shape, rest, time)), 2
    fitting = list(takewhile(lambda other: _is_alike(first, other) and _is_short(other), others))
    if not (_is_short(first) and fitting):
        return first, 1
    shapes = [clause.shape for clause in (fitting if first.form is SentenceForm.VALUE else fitting[:1])]
    return replace(first, body=lambda time: _and_that_of(first, shapes, time)), 1 + len(shapes)


def _of_other_names(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses up to the first whose quantity has the name of one before it: "and that of cases" is none."""
    names = [label_of(clause.shape.view).casefold() for clause in clauses]
    return [clause for place, clause in enumerate(clauses) if len({*names[: place + 1]}) == place + 1]


def _is_alike(first: Clause, second: Clause) -> bool:
    """Return whether two clauses speak of the same periods in the same unit, and of nothing else."""
    shapes = (first.shape, second.shape)
    plain = all(shape.is_plain and shape.latest and not shape.is_zero for shape in shapes)
    few = len(shapes[0].used) <= RESPECTIVELY and all(len(run) == 1 for run in zero_runs(shapes[0]))  # "respectively"
    return plain and few and shapes[0].periods == shapes[1].periods and shapes[0].kind == shapes[1].kind != "rank"


def _is_short(clause: Clause) -> bool:
    """Return whether a clause is a value with its comparison, and its label no longer than a sentence for two bears."""
    is_value = clause.form in {SentenceForm.COMPARED, SentenceForm.VALUE}
    return is_value and len(label_of(clause.shape.view).split()) <= MERGED_WORDS


def _is_within(part: SeriesShape, whole: SeriesShape) -> bool:
    """Return whether one series is nowhere larger than the other, as the part of a whole is."""
    return all(0 <= part.view.value(period) <= whole.view.value(period) for period in part.periods)


def _are_several(part: SeriesShape) -> bool:
    """Return whether the verb of a clause in the plural agrees with the latest figure: “dont 1 ont été” does not."""
    language = part.view.language
    return cldr(language.tag).category(part.view.value(part.periods[-1])) not in language.patterns.who_apart


def _of_whom(first: Clause, second: SeriesShape, rest: str, time: Phrase | None) -> Phrase:
    """Return `…, of whom 162 received compensation (compared with 100)`."""
    language = second.view.language
    value = amount(second.view, second.periods[-1])
    clause = fill(language.patterns.who_also[are_persons(second)], clause=first.body(time), value=value, rest=rest)
    return in_parentheses(second.view, clause, _in_brief(second))


def _and_that_of(first: Clause, others: Sequence[SeriesShape], time: Phrase | None) -> Phrase:
    """Return `…, and that of threats was 3 (compared with 2, 1 and 3, respectively)`."""
    language = first.shape.view.language
    tails = [_tail(shape) for shape in others]
    if len(tails) == 1:
        return fill(language.patterns.both, first=first.body(time), second=tails[0])
    return fill(language.patterns.several, first=first.body(time), others=join(language, tails))


def _tail(shape: SeriesShape) -> Phrase:
    """Return a further indicator in the sentence of another one."""
    value = in_parentheses(shape.view, first_amount(shape.view, shape.periods[-1]), _in_brief(shape))
    language, label = shape.view.language, label_of(shape.view)
    return fill(
        language.patterns.second[shape.kind], of=language.of(label), label=language.quantity(label), value=value
    )


def _in_brief(shape: SeriesShape) -> Phrase:
    """Return earlier values whose periods were named just before."""
    language, used = shape.view.language, shape.used
    if not used:
        return EMPTY
    items = join(language, [amount(shape.view, period) for period in used])
    pattern = language.patterns.compared_respectively if len(used) > 1 else language.patterns.compared_again
    return fill(pattern, items=items)


# ---- sentences in paragraphs ----------------------------------------------------------------------------------


class _ParagraphWriter(Struct):
    """Puts clauses into paragraphs; remembers which period the sentence before named."""

    paragraphs: list[list[Phrase]] = []
    named: Period | None = None
    times: int = 0
    """How often in a row."""

    def add(self, clause: Clause) -> None:
        """One more indicator."""
        if not self.paragraphs or len(self.paragraphs[-1]) + 1 + len(clause.more) > SENTENCES:
            self.paragraphs.append([])
            self.named = None
        stop = clause.shape.view.language.patterns.stop
        bodies = (clause.body(self._time(clause)), *clause.more)
        self.paragraphs[-1] += [evened(fill(stop, clause=body)) for body in bodies]
        if clause.more or clause.ends_with_earlier:
            self.named = None

    def _time(self, clause: Clause) -> Phrase | None:
        """Return the time of a clause where it was just named; None: the clause names its own."""
        latest = clause.shape.latest
        if not clause.opens_with_time or latest is None:
            self.named = None
            return None
        self.times = self.times + 1 if latest == self.named else 0
        self.named = latest
        return _same(clause.shape, latest, self.times) if self.times else None


def _same(shape: SeriesShape, period: Period, times: int) -> Phrase:
    """Return how a period that was just named is named again."""
    same = shape.view.language.patterns.same
    names = (
        same["date"] if shape.kind == "stock" and period.months == 1 else same["year" if period.is_year else "period"]
    )
    return text(names[(times - 1) % len(names)])


def _paragraphs(clauses: Sequence[Clause]) -> list[Paragraph]:
    writer = _ParagraphWriter()
    for clause in clauses:
        writer.add(clause)
    return [_spaced(sentences, clauses[0].shape.view.language.patterns.space) for sentences in writer.paragraphs]


def _spaced(sentences: Sequence[Phrase], space: str) -> Paragraph:
    """Return sentences with spaces between them."""
    parts: list[str | Phrase] = []
    for sentence in sentences:
        parts += [space, sentence] if parts and space else [sentence]
    return tuple(parts)
