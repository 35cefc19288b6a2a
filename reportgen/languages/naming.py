"""What a language must know to name what an indicator counts, and the patterns of generated sentences."""

from collections.abc import Callable, Mapping

from msgspec import Struct


class Naming(Struct, frozen=True, kw_only=True):
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

    plain: Callable[[str], str]
    """A label as it stands within a sentence: no stop, and a small letter first unless it is a name."""
    plural: Callable[[str, str, str], str]
    """A label in the plural, where it is the singular of a unit; takes the unit for one and for more."""
    is_measured: Callable[[str], bool]
    """Whether a unit measures and does not count: hours, hectares."""
    reason: Callable[[str], str]
    """Why figures are not comparable, as it follows "those of earlier years"."""
    part_form: Callable[[str], str]
    """Of the label of a part: `after` (stands behind a number, one verb for all), `noun`, `name` or another `word`."""
    indefinite: Callable[[str], str]
    """A noun for one with its article."""
    done: Callable[[str], tuple[str, str] | None]
    """A label that ends in a participle, and the participle; None: it does not."""
    has_clause: Callable[[str], bool]
    """Whether a label has a clause of its own."""

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
    none_done: str
    """{none} {label} {done} {when}, for a label that ends in a participle."""
    no_data: str
    """{subject}"""
    no_data_for: str
    """{subject} {periods}"""
    told: str
    """{subject} {told}: a quantity and what became of it."""
    over_time: str
    """{subject} {verb} {values}: a rise or fall over years that are not all known."""
    every_year: str
    """{subject} {verb} {values}"""
    each_year: str
    """{subject} {value} {first} {last}: the same count in each of some years."""
    each_of: str
    """{subject} {value} {periods}: the same in years that do not follow each other."""
    by_noun: str
    """{clause} {change}: `…, a decrease of 9 per cent`."""

    # ---- parts ----
    of_group: str
    """{value} {label}: the figure of a group, which is no part of that of all."""
    outside: str
    """{clause} {items}: a comparison after brackets."""
    named_part: str
    """{label} {value}: a part that is called by a name."""
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
    with_unit: str
    """{caption} {unit}"""
    percentage: str
    values: str
    """The head of the only column of figures."""
    of_label: str
    """{label} {remark}: which series of a table a remark is about."""
    table_of: str
    """{subject} {period}: the sentence before a table."""
    table_of_figures: str
    """{period}: the same for a table of too many indicators to name."""
