"""How periods are called in English."""

from reportgen.languages.en.months import MONTHS
from reportgen.languages.period_names import PeriodNames, every_kind
from reportgen.regex import regex

NAMES = PeriodNames(
    months=MONTHS,
    halves=("first", "second"),
    quarters=("first", "second", "third", "fourth"),
    name={
        "year": "{year}",
        "span": "{year}–{end_year}",
        "half": "the {nth} half of {year}",
        "quarter": "the {nth} quarter of {year}",
        "month": "{month} {year}",
        "months": "{month}–{end_month} {year}",
        "long": "the period from {month} {year} to {end_month} {end_year}",
    },
    opening={"year": "The year {name}", "span": "The period {name}"},
    times=every_kind("in {name}", span="in the period {name}"),
    dates=every_kind("as at the end of {name}", month="as at {name}"),
    day="{day}~{month} {year}",
)
SAYS_WHEN = regex(r"\b(?i:in|during|throughout) (?:the (?:year|period) )?(\d{4})(?:\s?[-–]\s?(\d{4}))?(?!\d)")
"""A time with its year, and the last year of several: `in 2022`; not the year of a law."""
SAYS_SIDE = regex(r"\b(?i:(?:before|prior to) (\d{4})|(?:after|following) (\d{4})|since (\d{4})|until (\d{4}))(?!\d)")
"""The year before, after, since or until which something was, each a group: `before 2022`, `since 2022`."""
SAYS_BESIDE = regex(r"\b(?i:(the previous year|the year before)|(the following year|the year after))\b")
SAYS_SINCE = regex(
    r"\b(?i:since) (?:the|its) (?:adoption|entry into force|establishment|introduction|creation)\b"
    r"[^,;:.()\d]{0,60}?(?:\d{1,2} \w+ )?(\d{4})(?!\d)"
)
"""The year of what was adopted, since which something was: `since the adoption of the Act in 2022`."""
