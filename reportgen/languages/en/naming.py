"""English names of what is counted, and the patterns of generated sentences."""

import re

from reportgen.languages.en import labels
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.naming import Naming
from reportgen.regex import regex

_NUMBER_OF = regex(r"(the )?(total )?number of ", re.IGNORECASE)
_NOUN_ENDS = regex(r" (?:who|that|which|of|in|on|from|under|with|for|to|by|among|at|aged|serving|held) ")
_WHO = (" who ", " that ", " which ")


def number_of(label: str) -> str:
    """`the number of complaints`; a label that begins so already is kept."""
    return "the number of " + without_number(label)


def without_number(label: str) -> str:
    """`complaints` of `number of complaints`."""
    return _NUMBER_OF.sub("", label, count=1) if _NUMBER_OF.match(label) else label


def of(label: str) -> str:
    """`of complaints`."""
    return "of " + without_number(label)


def are_persons(label: str) -> bool:
    """Whether the head noun of a label names persons: the last word before a preposition or a relative clause."""
    words = _NOUN_ENDS.split(f"{without_number(label)} ", maxsplit=1)[0].lower().split()
    return any(word in PERSONS for word in words[-2:])


def is_amount(label: str) -> bool:
    """Whether a label begins with "amount" or "sum", so that it does not also amount to something."""
    return re.match(r"(the )?(total )?(amount|sum)s?\b", label, re.IGNORECASE) is not None


def who(shorter: str, longer: str) -> str | None:
    """`received compensation`, of `victims` and `victims who received compensation`."""
    start, rest = (
        without_number(longer)[: len(without_number(shorter))],
        without_number(longer)[len(without_number(shorter)) :],
    )
    relative = next((word for word in _WHO if rest.startswith(word)), None)
    return rest[len(relative) :] if relative and start == without_number(shorter) else None


NAMING = Naming(
    number_of=number_of,
    quantity=labels.quantity,
    without_number=without_number,
    of=of,
    are_persons=are_persons,
    is_amount=is_amount,
    who=who,
    plain=labels.plain,
    plural=labels.plural,
    is_measured=labels.is_measured,
    reason=labels.reason,
    part_form=labels.part_form,
    indefinite=labels.indefinite,
    done=labels.done,
    has_clause=labels.has_clause,
    stated={
        "count": "{when}, {subject} was {value}",
        "stock": "{when}, {subject} stood at {value}",
        "level": "{when}, {subject} stood at {value}",
        "money": "{when}, {subject} amounted to {value}",
        "amount": "{when}, {subject} amounted to {value}",
        "rank": "{when}, {subject} was {value}",
    },
    stated_again={
        "count": "{when}, it was {value}",
        "stock": "{when}, it stood at {value}",
        "level": "{when}, it stood at {value}",
        "money": "{when}, the amount was {value}",
        "amount": "{when}, it amounted to {value}",
        "rank": "{when}, it was {value}",
    },
    none="no",
    none_recorded="{none} {label} were recorded {when}",
    none_existed="there were {none} {label} {when}",
    none_done="{none} {label} were {done} {when}",
    no_data="no data are available on {subject}",
    no_data_for="no data are available on {subject} for {periods}",
    told="{subject} {told}",
    over_time="{subject} {verb} {values}",
    every_year="{subject} {verb} every year, {values}",
    each_year="{subject} was {value} in each year from {first} to {last}",
    each_of="{subject} was {value} in each of the years {periods}",
    by_noun="{clause}, {change}",
    of_group="{value} for {label}",
    outside="{clause}, compared with {items}",
    named_part="{label}: {value}",
    of_whom=("{clause}, of which {parts}", "{clause}, of whom {parts}"),
    dated_of_whom=("{value}, of which {parts}, {when}", "{value}, of whom {parts}, {when}"),
    part_verb="were",
    composed="{clause}: {parts}",
    including="{clause}, including {parts}",
    dated_including="{value}, including {parts}, {when}",
    broken_down_by="the breakdown by {by}{when} was: {parts}",
    broken_down="the breakdown{when} was: {parts}",
    figure_included="the figure for {period} included {parts}",
    same={
        "year": ("in the same year", "that year"),
        "period": ("in the same period", "in that period"),
        "date": ("at the same date", "at that date"),
    },
    second={
        "count": "that {of} was {value}",
        "stock": "that {of} at {value}",
        "level": "{label} at {value}",
        "money": "{label} to {value}",
        "amount": "{label} to {value}",
    },
    both="{first}, and {second}",
    several="{first}, {others}",
    who_also=("{clause}, of which {value} {rest}", "{clause}, of whom {value} {rest}"),
    respectively="compared with {items}, respectively",
    compared_again="compared with {items}",
    stop="{clause}.",
    caption="{label}, {period}",
    caption_by="{label}, by {by}, {period}",
    table_by="the table below shows the breakdown by {by} of {subject} for {period}",
    figures_caption="Figures for {period}",
    total="Total",
    rows={"year": "Year", "period": "Period", "indicator": "Indicator", "part": "Category"},
    with_unit="{caption} ({unit})",
    percentage="percentage",
    values="Number",
    of_label="{label}: {remark}",
    table_of="the table below shows {subject} for {period}",
    table_of_figures="the table below shows further figures for {period}",
)
