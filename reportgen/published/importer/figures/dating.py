"""Find the periods of figures: those that claims know, and those that a paragraph names some words earlier."""

import re
from collections.abc import Iterable, MutableMapping

from reportgen.claims.model import Claim, ClaimsRead, Comparison, PeriodKind, Quantity, StatedPeriod, StatedSeries
from reportgen.published.importer.figures.plans import is_now
from reportgen.regex import regex

_OPENS = regex(r"(?:^|[.;]\s+)(?:In|During|Over the course of|For|Throughout)\s+(?:the year\s+)?$")
"""What stands before a period that the following sentences speak of too."""
_STATE = regex(r"\b(?:there (?:are|is)|currently|today|at present|to date|at the moment)\b", re.IGNORECASE)
"""Words of the time of the report: `There are 50 shelters: 17 public and 33 private`."""
_PRESENT = regex(
    r"\b(?:are|is|accounts? for|constitutes?|represents?|makes? up|holds?|occup(?:y|ies)|comprises?)\b", re.IGNORECASE
)
"""Verbs in the present: `The 36 women judges represent 40 per cent of the total`."""
_PAST = regex(
    r"\b(?:was|were|had|did|been|since|during|over the (?:past|last)|will|would|shall|should|must|may)\b", re.IGNORECASE
)
"""Words that speak of another time than that of the report, whatever else is in the present."""
_STOP = regex(r"[.!?]\s")
_OPEN = regex(r"\b(?:since|until|till|by|before|after)\s+(?:the (?:end|beginning|start) of\s+)?$", re.IGNORECASE)
"""Words before a year that only bounds the time that is counted: `since 2019, 52 judges`, `until the end of 2021`."""
_OPEN_DAY = regex(r"\b(?:to|from|since|until|till|by|before|after)\s+$", re.IGNORECASE)
"""Words before a day or a year that does not hold all that is counted: `by the end of 2023`, `from 6 June to …`."""
_OPENS_OPEN = regex(r"(?:since|until|till|by|before|after)\b", re.IGNORECASE)
"""The same words where they belong to the period as it was read."""
_NAME = regex(
    r"\b(?:Acts?|Laws?|Code|Decree|Order|Plan|Programme|Strategy|Decision|Resolution|Convention|Constitution)"
    r"(?: on(?: [\w’'-]+){1,9}?)? of\s+$"
)
"""Words before a year that belongs to a name: `the Act of 2021 provides for 12 places`."""
_EVENT = regex(
    r"\b(?:after|following|since|until|before|under the|pursuant to|(?:in )?accordance with|thanks to|owing to|due to|"
    r"as a result of|in response to|despite|with the (?:adoption|introduction|entry into force|establishment) of|"
    r"by virtue of|by the (?:reform|act|law|code|decree))\b",
    re.IGNORECASE,
)
"""What opens the words of an event: `After the elections of 2021, 52 of the 140 members are women`."""
_DONE = regex(
    r"\b(?:adopted|enacted|amended|ratified|approved|established|launched|introduced|created|opened|founded|elected|"
    r"signed|promulgated|reformed|set up)\s+in\s+$"
)
"""What happened to a thing in a year, not to the figure: `under the law adopted in 2019, 12 persons`."""
_PHRASE = regex(r"(?:[;:,()]|(?<!No)\.)\s")
"""What parts the words of an event from those of the figure; not the point of `Act No. 12`."""
_SOME_OF = regex(r"\b(?:early|mid|late|the middle of)[ -](?:in )?$|^(?:early|mid|late)\b", re.IGNORECASE)
"""What makes a year only some of it: `early 2023`."""
_ALSO_BEHIND = regex(r"(?:,|\s(?:and|or))\s(?:in\s)?(?:19|20)\d\d\b(?!,\d)")
_ALSO_BEFORE = regex(r"\b(?:19|20)\d\d(?:,|,?\s(?:and|or))\s$")
"""Years beside a year, so that nobody knows of which of them a figure is: `50 in 2021 and 2022`."""
_AT_FIGURE = regex(r",?\s+(?:a total of\s+)?")
"""All that may stand between a period and its figure: `In 2021, a total of 52`."""
_AS_AT = regex(r"\bas (?:at|of)\s+(?:the end of\s+)?$", re.IGNORECASE)
"""Words before a day at which a state is counted: `As at 1 January 2023, there were 5,400 prisoners`."""
Pairs = dict[frozenset[str], str]
"""The current period of comparisons, by the earlier ones: what the next comparison with the same ones speaks of."""


class Dating:
    """Knows the periods of the figures of one paragraph."""

    def __init__(
        self, text: str, reading: ClaimsRead, claims: Iterable[Claim], pairs: MutableMapping[frozenset[str], str]
    ) -> None:
        """Find the periods.

        Args:
            text: the paragraph.
            reading: what was read of it.
            claims: those that are taken, in the order of the text.
            pairs: those of the paragraph before; the ones of this paragraph are added.
        """
        self._text = text
        self._periods_of_text = [period for period in reading.periods if period.kind is not PeriodKind.RELATIVE]
        years = (period for period in reading.periods if period.kind is PeriodKind.YEAR)
        self._heads = [period for period in years if _OPENS.search(text[: period.span.start])]
        self._known: dict[int, str] = {}
        for claim in claims:
            if isinstance(claim, Comparison):
                self._date(claim, pairs)
            elif isinstance(claim, StatedSeries):
                self._keep(claim.points[0], claim.points[1:], pairs)

    def period(self, quantity: Quantity) -> str:
        """Return the period of a figure as project files write it; empty where the text does not tell it."""
        period = quantity.period
        if period is not None and period.kind is not PeriodKind.RELATIVE and period.written:
            is_apart = self._is_open(period) or self._is_event(quantity) or is_now(self._text, quantity)
            return "" if is_apart else period.written
        return self._known.get(quantity.span.start, "")

    def is_state(self, quantity: Quantity) -> bool:
        """Return whether the words before a figure speak of the time of the report."""
        is_state = _STATE.search(self._sentence(quantity.span.start)[0]) is not None
        return is_state or is_now(self._text, quantity)

    def is_backward(self, current: Quantity, earlier: Iterable[Quantity]) -> bool:
        """Return whether a figure is compared with a later year, and its own does not stand at it: that of an event."""
        period = current.period
        if period is None or period.last is None:
            return False
        others = (quantity.period.last for quantity in earlier if quantity.period and quantity.period.last)
        is_later = any(last > period.last for last in others)
        return is_later and _AT_FIGURE.fullmatch(self._text[period.span.end : current.span.start]) is None

    def is_present(self, quantity: Quantity) -> bool:
        """Return whether the sentence of a figure speaks of the time of the report and of no other."""
        words = " ".join(self._sentence(quantity.span.start))
        return _PRESENT.search(words) is not None and _PAST.search(words) is None

    def is_date(self, quantity: Quantity) -> bool:
        """Return whether a figure is said to be the state at a day."""
        period = quantity.period
        if period is None or not self.period(quantity):
            return False
        return period.kind is PeriodKind.DATE or _AS_AT.search(self._text[: period.span.start]) is not None

    def _sentence(self, at: int) -> tuple[str, str]:
        """Return the words of a sentence before and behind a place."""
        return _STOP.split(self._text[:at])[-1], _STOP.split(self._text[at:])[0]

    def _is_open(self, period: StatedPeriod) -> bool:
        """Return whether a period only bounds the time that a figure is counted over."""
        pattern = _OPEN_DAY if period.kind is PeriodKind.DATE else _OPEN
        before = self._text[: period.span.start]
        is_bound = pattern.search(before) is not None or _OPENS_OPEN.match(period.text) is not None
        is_some = _SOME_OF.search(before) is not None or _SOME_OF.search(period.text) is not None
        others = _ALSO_BEHIND.match(self._text, period.span.end) or _ALSO_BEFORE.search(before)
        is_one = not others or period.kind is PeriodKind.SPAN
        is_named = _NAME.search(before) is not None
        return is_named or is_some or not is_one or (_AS_AT.search(before) is None and is_bound)

    def _is_event(self, quantity: Quantity) -> bool:
        """Return whether the period before a figure is of an event: `Following the reform of 2021, 10 persons …`."""
        period = quantity.period
        if period is None or period.span.start > quantity.span.start:
            return False
        phrase = _PHRASE.split(self._text[: period.span.start])[-1]
        is_done = _DONE.search(phrase) is not None and "number of" not in phrase
        return is_done or _EVENT.search(phrase) is not None

    def _date(self, claim: Comparison, pairs: MutableMapping[frozenset[str], str]) -> None:
        """Find the period of a comparison whose current value has none."""
        current = claim.current
        if current.period is None and not (written := self._by_earlier(claim)) and not self._is_governed(current):
            written = pairs.get(self._periods(claim.earlier), "")
        if current.period is None and written:
            self._known[current.span.start] = written
        self._keep(current, claim.earlier, pairs)

    def _is_governed(self, current: Quantity) -> bool:
        """Return whether a period stands before a figure in its sentence, outside brackets: no other can be its own."""
        start = current.span.start - len(self._sentence(current.span.start)[0])
        before = [
            period.span.start for period in self._periods_of_text if start <= period.span.start < current.span.start
        ]
        return any(self._text.count("(", start, at) == self._text.count(")", start, at) for at in before)

    def _keep(self, current: Quantity, earlier: Iterable[Quantity], pairs: MutableMapping[frozenset[str], str]) -> None:
        """Keep which period is compared with which, for what follows."""
        written, others = self.period(current), self._periods(earlier)
        if written and "" not in others and all(other < written for other in others):
            pairs[others] = written

    def _periods(self, points: Iterable[Quantity]) -> frozenset[str]:
        return frozenset(self.period(point) for point in points)

    def _by_earlier(self, claim: Comparison) -> str:
        """Return the year at the head of an earlier sentence, for a figure that is compared with the years before it.

        `In 2023, … . Warnings were issued in 15,077 cases (compared with 6,681 in 2020 …)`: the years leave no doubt.
        """
        if claim.current.period is not None or not claim.earlier:
            return ""
        if not all(
            quantity.period is not None and quantity.period.kind is PeriodKind.YEAR for quantity in claim.earlier
        ):
            return ""
        latest = max(quantity.period.written for quantity in claim.earlier if quantity.period is not None)
        heads = [head.written for head in self._heads if head.span.end < claim.current.span.start]
        return heads[-1] if heads and heads[-1] > latest else ""
