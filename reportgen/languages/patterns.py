"""The wording that every language gives: one field a pattern, filled by `phrase.fill`.

In a pattern `{name}` is a field and `~` a space that does not break.
"""

from collections.abc import Mapping

from msgspec import Struct


class Patterns(Struct, frozen=True, kw_only=True):
    """Wording as data."""

    # ---- numbers ----
    per_cent: str
    """{figure}"""
    points: tuple[str, str]
    """{number}, for one percentage point and for more."""
    places: tuple[str, str]
    """{number}, for one place in a ranking and for more."""
    million: tuple[str, str]
    """{figure}, for one million and for more."""
    billion: tuple[str, str]
    """{figure}, for one billion and for more."""
    money_word: tuple[str, str]
    """{symbol} {figure}, where the symbol is made of letters; the second with "million" in the figure."""
    money_sign: tuple[str, str]
    """{symbol} {figure}, where it is a sign; the same."""
    opening: str
    """What stands before a figure at the start of a sentence, where it is too large for words."""
    counted: str
    """{number} {noun}"""
    counted_large: str
    """{number} {noun}, where the number ends in "million"."""
    zero: str
    """Nothing, alone and in words."""
    zero_noun: str
    """Nothing, before its noun and in words."""
    nil: str
    """Nothing, in a table."""
    no_data: str
    """No data, in a table."""
    minus: str
    """{word}: a negative number in words."""

    # ---- lists ----
    comma: str
    last: str
    """Between the last two items."""
    semicolon: str
    last_semicolon: str
    """Between the last two items, where one holds a comma."""
    last_semicolon_period: str
    """The same where the last item opens with its year."""

    # ---- values with their periods ----
    dated: str
    """{value} {when}"""
    dated_including: str
    """{value} {part} {when}: a value, what of it was something, and its period."""
    parenthesis: str
    """{inner}"""
    compared: str
    """{items}"""
    including: str
    """{value}"""
    remark: str
    """{phrase} {remark}: a remark after what stands in parentheses, or after a list."""

    # ---- remarks ----
    missing: str
    """{periods}"""
    missing_parts: str
    """{labels}"""
    provisional: tuple[str, str]
    """{periods}, for one figure and for more."""
    estimated: tuple[str, str]
    """{periods}, for one figure and for more."""
    revised: tuple[str, str]
    """{periods} {former}: what the last report said, for one figure and for more."""
    provisional_alone: str
    """Beside the only figure of a sentence."""
    estimated_alone: str
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
    from_to: str
    """{first} {last}"""
    by_values: str
    """{verb} {values}: a change told by its two values."""
    noun_by_values: str
    """{noun} {values}"""
    by_fraction: str
    """{verb} {fraction}"""
    unchanged: str
    unchanged_at: str
    """{value}"""
    unchanged_at_zero: str
    unchanged_noun: str
    unchanged_noun_at: str
    """{value}"""
    same_throughout: str
    """{value} {first} {last}: the same in every period."""
    same_ends: str
    """{value} {first} {last}: the same in the first and the last period."""
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
    """{values} {periods}"""

    # ---- shares, ranks ----
    out_of: str
    """{part} {whole}"""
    with_verb: str
    """{number} {verb} {label}"""
    labelled: str
    """{number} {label}"""
    labelled_figure: str
    """{number} {label}, where the label begins with a figure."""
    rank_moved: str
    """{verb} {places} {period}"""
    rank_kept: str
    """{when} {period}"""
    in_span: str
    """{period}: a span of years at the head of a sentence."""
