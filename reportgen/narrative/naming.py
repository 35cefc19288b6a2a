"""What a language must know to name what an indicator counts, and the patterns of generated sentences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Names in generated sentences, and the sentences themselves as patterns."""

    # ---- names ----
    number_of: Callable[[str], str]
    """A label as what is counted: `the number of complaints`."""
    quantity: Callable[[str], str]
    """A label as what is measured: `the proportion of women`, `HIV prevalence`."""
    without_number: Callable[[str], str]
    """A label without "number of" before it: `complaints`."""
    of: Callable[[str], str]
    """A label after "of": `of complaints`."""
    are_persons: Callable[[str], bool]
    """Whether a label or a noun names persons."""
    is_amount: Callable[[str], bool]
    """Whether a label says itself that it is an amount."""
    who: Callable[[str, str], str | None]
    """What a longer label says of those of a shorter one: `received compensation`; None: it says nothing so."""

    # ---- clauses: a sentence without its full stop ----
    stated: Mapping[str, str]
    """{when} {subject} {value}, by kind: count, stock, level, money, rank."""
    stated_again: Mapping[str, str]
    """{when} {value}: the same quantity once more."""
    none: str
    """Nothing, as the next two patterns print it."""
    none_recorded: str
    """{none} {label} {subject} {when}"""
    none_existed: str
    """{none} {label} {subject} {when}, for persons and stocks."""
    no_data: str
    """{subject}"""
    no_data_for: str
    """{subject} {periods}"""
    told: str
    """{subject} {told}: a quantity and what became of it."""
    steadily: str
    """{subject} {verb} {values}"""
    every_year: str
    """{subject} {verb} {values}"""
    by_noun: str
    """{clause} {change}: `…, a decrease of 9 per cent`."""

    # ---- parts ----
    of_whom: tuple[str, str]
    """{clause} {parts}, of things and of persons."""
    dated_of_whom: tuple[str, str]
    """{value} {parts} {when}, of things and of persons."""
    part_verb: str | None
    """Between a part's number and its noun; None: nothing stands there."""
    composed: str
    """{clause} {parts}"""
    including: str
    """{clause} {parts}"""
    dated_including: str
    """{value} {parts} {when}"""
    broken_down_by: str
    """{by} {when} {parts}; the time, if it is named, begins with a space."""
    broken_down: str
    """{when} {parts}"""
    figure_included: str
    """{period} {parts}: parts that do not make up the whole."""

    # ---- flow ----
    same: Mapping[str, tuple[str, str]]
    """How a `year`, `period` or `date` that was just named is named again, and once more."""
    second: Mapping[str, str]
    """{of} {label} {value}: a second quantity in the same sentence, by kind."""
    both: str
    """{first} {second}"""
    several: str
    """{first} {others}: three quantities in one sentence."""
    who_also: tuple[str, str]
    """{clause} {value} {rest}, of things and of persons."""
    respectively: str
    """{items}: earlier values whose periods were just named."""
    compared_again: str
    """{items}: one earlier value whose period was just named."""
    stop: str
    """{clause}"""

    # ---- tables ----
    caption: str
    """{label} {period}"""
    caption_by: str
    """{label} {by} {period}"""
    table_by: str
    """{subject} {by} {period}: the sentence before the table of a breakdown."""
    figures_caption: str
    """{period}: a table of too many indicators to name."""
    total: str
    rows: Mapping[str, str]
    """Heads of the first column: `year`, `period`, `indicator`, `part`."""
    values: str
    """The head of the only column of figures."""
    of_label: str
    """{label} {remark}: which series of a table a remark is about."""
    table_of: str
    """{subject} {period}: the sentence before a table."""
    table_of_figures: str
    """{period}: the same for a table of too many indicators to name."""
