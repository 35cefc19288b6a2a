"""The wording that every language gives: one field a pattern, filled by `phrase.fill`.

In a pattern `{name}` is a field and `~` a space that does not break. What holds no words has a default.
"""

from collections.abc import Mapping

from msgspec import Struct

from reportgen.languages.note_words import NoteWords

Forms = Mapping[str, str]
"""One wording for each plural category of CLDR that the language tells apart: `one`, `few`, `many`, `other`."""


class Patterns(Struct, frozen=True, kw_only=True):
    """Wording as data: of values, remarks and changes, of generated sentences, and of tables."""

    space: str = " "
    """Between words, and between sentences."""

    # ---- numbers ----
    repeats_per_cent: bool = False
    """Whether both of two percentages have the sign: `从1.9%变为1.3%`."""
    per_cent: str
    """{figure}"""
    before_per_cent: Mapping[str, str] = {}
    """What becomes of a word of ours before a percentage, which has an article there: `de ` is `del `."""
    points: Forms
    """{number}: percentage points, as they stand after a change; without a number, the noun says it."""
    places: Forms
    """{number}: places in a ranking, likewise."""
    million: Forms
    """{figure}"""
    million_power: int = 6
    """The power of ten that is written in its place: 4 where the language tells it in tens of thousands."""
    billion: Forms
    """{figure}"""
    billion_power: int = 9
    """The same: 6 where the language tells it in millions."""
    construct: Mapping[str, str] = {}
    """The words of `million` and `billion` that have another form right before a noun, by it."""
    money_word: tuple[str, str]
    """{symbol} {figure}, where the symbol is made of letters; the second with "million" in the figure, and {of} for the
    symbol behind "of"."""
    money_sign: tuple[str, str]
    """{symbol} {figure}, where it is a sign; the same."""
    opening: str
    """What stands before a figure at the start of a sentence, where it is too large for words."""
    opening_measure: str | None = None
    """The same before a percentage, a rate or a measure, of which there is no total; None: as before any other."""
    counted: str = "{number} {noun}"
    """{number} {noun}"""
    spoken: tuple[str, ...] = ()
    """Plural categories whose noun says the number itself, as `شخصان`; no figure stands before it."""
    declines: bool = False
    """Whether nouns change after "compared with", "from" and "of"; a figure then stands there without its noun."""
    unit_category: str | None = None
    """The plural category whose form a unit has without a number, at the head of a table; None: its plural."""
    counted_large: str
    """{number} {noun} {of}, where the number ends in "million"; {of} is the noun with its "of": `d’affaires`."""
    zero: str
    """Nothing, alone and in words."""
    zero_value: str | None = None
    """Nothing, as what a number is said to be: `The number of cases was zero`; None: as anywhere alone."""
    zero_noun: str
    """Nothing, before its noun and in words."""
    nil: str = "–"
    """Nothing, in a table."""
    fewer_than: str = "fewer than {limit}"
    """{limit}: a small number about people that is not printed."""
    not_published: str = "not published"
    """A number that is not printed, because it would give such a one away."""
    no_data: str = ".."
    """No data, in a table."""
    minus: str
    """{word}: a negative number in words."""

    # ---- lists ----
    comma: str = ", "
    between: str | None = None
    """Between two items of a list that are not the last; None: the comma."""
    last: str
    """Between the last two items."""
    last_vowel: str | None = None
    """The same before a word that begins with the sound of the joining word itself, as “e inglés”; None: no other."""
    clauses: tuple[str, str] | None = None
    """By what a list is known whose items are clauses, as a regular expression over their words with U+FFFC for each
    number, and what then stands between all: `2020年为8，2021年为7`."""
    semicolon: str
    last_semicolon: str
    """Between the last two items, where one holds a comma."""
    last_semicolon_period: str
    """The same where the last item opens with its year."""

    contractions: Mapping[tuple[str, str], str] = {}
    """What becomes of two words that meet where a pattern was filled: `de ` and `le ` are `du `."""

    # ---- values with their periods ----
    dated: str = "{value} {when}"
    """{value} {when}"""
    dated_in_change: str | None = None
    """{value} {when}: the same behind "from" and "to"; None: no other words."""
    dated_including: str
    """{value} {part} {when}: a value, what of it was something, and its period."""
    parenthesis: str = "({inner})"
    """{inner}"""
    compared: str
    """{items}"""
    compared_ranks: str | None = None
    """{items}: the same for places in a ranking; None: no other words."""
    including: str
    """{value}"""
    joined_including: str = "{value}, {including}"
    """{value} {including}: a value, and what of it was something."""
    remark: str
    """{phrase} {remark}: a remark after what stands in parentheses, or after a list."""

    # ---- remarks ----
    missing: str
    """{periods}"""
    no_total: str
    """Where groups have figures and the whole has none."""
    missing_parts: str
    """{labels}"""
    provisional: tuple[str, str]
    """{periods}, for one figure and for more."""
    estimated: tuple[str, str]
    """{periods}, for one figure and for more."""
    revised: tuple[str, str, str]
    """{periods} {former}: what the last report said, for one figure, for more, and for more of which it gave one."""
    provisional_alone: str
    """Beside the only figure of a sentence."""
    estimated_alone: str
    provisional_stems: tuple[str, ...]
    """One of them is in every text that calls figures provisional."""
    says_provisional: str
    """A regular expression of words that call figures provisional; measures, arrests and releases are so as well."""
    says_estimated: str
    """A regular expression of words that call figures estimates."""
    note_words: NoteWords
    """By which it is read whether a note limits a figure, and whether a text says so."""
    noted: str
    """{remark} {note}"""
    note: str
    """{period} {note}"""
    broken: str
    """{period} {reason}"""

    # ---- changes ----
    by_per_cent: str
    """{verb} {amount}"""
    noun_of: str
    """{noun} {amount}"""
    by_amount: str | None = None
    """{verb} {amount}: by percentage points or places; None: as by per cent."""
    noun_of_amount: str | None = None
    """{noun} {amount}"""
    by_average: str
    """{verb} {amount}: by so much a year on average."""
    from_to: str
    """{first} {last} {to}: two values, and the word of the verb for "to"."""
    by_values: str
    """{verb} {values}: a change told by its two values."""
    noun_by_values: str
    """{noun} {values}"""
    by_fraction: str = "{verb} {fraction}"
    """{verb} {fraction}"""
    unchanged: str
    unchanged_at: str
    """{value}"""
    unchanged_noun: str
    unchanged_noun_at: str
    """{value}"""
    same_throughout: str
    """{value} {first} {last} {at_first} {at_last}: the same in every period."""
    same_ends: str
    """{stood} {value} {first} {last} {at_first} {at_last}: the same in the first and the last period."""
    of_ranks: Mapping[str, str] = {}
    """What stands for `same_throughout`, `same_ends` or `each_of` where they tell a place in a ranking."""
    stood: tuple[str, str] = ("", "")
    """The verb of a value that did not change: of a count, and of what may be named in the plural: `wages stood at`."""
    nearly_unchanged: str
    nearly_unchanged_noun: str
    no_fold: str
    """{first} {last}: a change too small for a multiple."""

    # ---- approximations, averages ----
    approximations: Mapping[str, str]
    """{value}, by the word that an author writes."""
    average: str
    """{value}"""
    rate: str
    """{rate} {base}"""
    respectively: str
    """{items}"""
    respectively_years: str
    """{values} {periods} {times}"""

    # ---- shares, ranks ----
    counts_part: bool = False
    """Whether the noun of `out_of` stands behind the part: `204 juges sur 449`."""
    out_of: str
    """{part} {whole}"""
    with_verb: str = "{number} {verb} {label}"
    """{number} {verb} {label}"""
    labelled_one: str | None = None
    """{number} {label}: for one, where the label has no form of its own for one; None: as for all numbers."""
    labelled: str = "{number} {label}"
    """{number} {label}"""
    labelled_figure: str = "{number} ({label})"
    """{number} {label}, where the label begins with a figure."""
    measure_word: str = ""
    """How a unit begins that brings its measure word, as a regular expression; empty: no unit does."""
    labelled_measured: str = "{number} {noun} {label}"
    """{label} {number} {noun}: a part with the measure word of the whole, as `女性849人`."""
    rank_moved: str
    """{verb} {places} {period}"""
    rank_kept: str
    """{when} {period}"""
    several_years: str | None = None
    """{years}: years of a list that share their noun, `2020 и 2021 годы`; None: each has its own."""
    in_span: str
    """{period}: a span of years at the head of a sentence."""

    # ---- clauses: a sentence without its full stop ----
    stated: Mapping[str, str]
    """{when} {subject} {value}, by kind: count, stock, level, money, rank."""
    previously: str
    """{items}: earlier values behind those of years within a span, where they cannot be compared."""
    none_again: str
    """{when} {value}: nothing in a period of another kind."""
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
    no_data_on: str
    """{subject} {label}"""
    no_data_for: str
    """{subject} {label} {periods}"""
    change_clause: str = "{subject} {change}"
    """{subject} {change}: a quantity and what became of it."""
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
    part_verb: str | None = None
    """Between a part's number and its noun; None: nothing stands there."""
    composed: str
    """{clause} {parts}"""
    clause_including: str
    """{clause} {parts}"""
    dated_with_parts: str
    """{value} {parts} {when}"""
    broken_down_of: str
    broken_down_of_by: str
    included_of: str
    """Of a quantity that another text gives: {by}, {subject}, {when}, {parts}."""
    broken_down_by: str
    """{by} {when} {parts}; the time, if it is named, begins with a space."""
    broken_down: str
    """{when} {parts}"""
    figure_included: str
    """{period} {parts}: parts that do not make up the whole."""
    figure_included_named: str
    """{period} {parts}: the same of parts that are called by names."""

    # ---- flow ----
    same: Mapping[str, tuple[str, str]]
    """How a `year`, `period` or `date` that was just named is named again, and once more."""
    second: Mapping[str, str]
    """{of} {label} {value}: a second quantity in the same sentence, by kind."""
    both: str
    """{first} {second}"""
    several: str = "{first}, {others}"
    """{first} {others}: three quantities in one sentence."""
    who_apart: tuple[str, ...] = ()
    """Plural categories of which `who_also` is not said: the verb of its clause is in the plural."""
    who_also: tuple[str, str]
    """{clause} {value} {rest}, of things and of persons."""
    compared_respectively: str
    """{items}: earlier values whose periods were just named."""
    compared_again: str
    """{items}: one earlier value whose period was just named."""
    stop: str = "{clause}."
    """{clause}"""

    # ---- tables ----
    caption: str = "{label}, {period}"
    """{label} {period}"""
    caption_by: str
    """{label} {by} {period}"""
    table_by: str
    """{subject} {by} {period}: the sentence before the table of a breakdown."""
    figures_caption: str
    """{period}: a table of too many indicators to name."""
    total: str = "Total"
    rows: Mapping[str, str]
    """Heads of the first column: `year`, `period`, `indicator`, `part`."""
    with_unit: str = "{caption} ({unit})"
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

    # ---- tables of an annex: heads, captions and notes ----
    others: str
    """The title over figures that belong to no theme."""
    annual: str
    """{title} {period}: the caption of figures by year."""
    other_periods: str
    """{title}: the caption of figures for periods that have no column of their own."""
    source: str
    """The head of the column that names agency and source."""
    idem: str = "Idem"
    """In that column: the same as in the row above, which the parts of an indicator have."""
    figure: str
    """The head of the only column of figures."""
    label_with_unit: str = "{label} ({unit})"
    """{label} {unit}"""
    unit_per_cent: str
    """The unit of percentages."""
    by: str
    """{by} {label}: a part, where there are several breakdowns."""
    of_which: str
    """{label}: a part of those that do not make up the whole."""
    formerly: str
    """{former}: the note to a revised figure."""
    broken_series: str
    """{reason}: the note to the first figure of a new series."""
