"""Made-up indicators of every shape and measure, from a source of chance, and the sentences that are written from them.

Each has a label with the unit and the measure that such figures have, periods (years in a row or not, halves, quarters,
months, spans), values (nothing, one, few, many, with decimals, all the same, rising, falling, missing), and sometimes
parts, a break, or figures that are provisional, revised or remarked on.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from sentences.phrase_cases import indicators

from reportgen.languages.en.persons import PERSONS
from reportgen.model import Indicator
from reportgen.sentences import Narrator, Options, Source, TableSpec
from reportgen.sentences.phrase import Phrase

Plain = dict[str, Any]
Values = dict[str, Any]


class Printed(NamedTuple):
    """A figure in a text, and where its writer says that it comes from."""

    start: int
    end: int
    sources: tuple[Source, ...]


class Written(NamedTuple):
    """A paragraph, and the indicators that it was written from."""

    text: str
    printed: tuple[Printed, ...]
    data: Mapping[str, Indicator]
    frame: str
    """The text with its references; empty for a generated paragraph."""
    is_all: bool = False
    """Whether it is all that is written of the indicators."""


# ---- what is counted ------------------------------------------------------------------------------------------------


class Counted(NamedTuple):
    """A quantity."""

    label: str
    measure: str = "flow"
    unit: Any = None
    size: str = "count"
    """Which values it has."""


def _noun(one: str, other: str) -> Plain:
    return {"one": one, "other": other}


COUNTS = (
    Counted("complaints of torture"),
    Counted("Forced marriages registered"),
    Counted("corruption cases recorded", unit=_noun("case", "cases")),
    Counted("persons sentenced", unit=_noun("person", "persons")),
    Counted("victims of trafficking", unit=_noun("victim", "victims")),
    Counted("criminal proceedings instituted for torture"),
    Counted("inspections of places of detention", unit=_noun("inspection", "inspections")),
    Counted("asylum applications granted", unit=_noun("application", "applications")),
    Counted("children placed in foster families", unit=_noun("child", "children")),
    Counted("reports of domestic violence"),
    Counted("labour inspections", unit=_noun("labour inspection", "labour inspections")),
    Counted("women trained"),
    Counted("deaths in custody"),
    Counted("protection orders issued", unit=_noun("order", "orders")),
    Counted("number of applications for legal aid"),
    Counted("appeals that were upheld"),
    Counted("judges in the Supreme Court", "stock", _noun("judge", "judges")),
    Counted("women in the Government", "stock"),
    Counted("persons held in pretrial detention", "stock", _noun("person", "persons")),
    Counted("crisis centres", "stock", _noun("centre", "centres")),
    Counted("shelter for women", "stock", _noun("shelter", "shelters")),
    Counted("users of the portal", unit=_noun("user", "users"), size="large"),
    Counted("visits to the website", size="large"),
)
OTHERS = (
    Counted("compensation paid to victims", unit={"currency": "V$"}, size="money"),
    Counted("budget of the programme", unit={"currency": "T"}, size="money"),
    Counted("expenditure on legal aid", unit={"currency": "€"}, size="money"),
    Counted("amount of fines imposed", unit={"currency": "V$"}, size="money"),
    Counted("training of judges", unit=_noun("hour", "hours"), size="large"),
    Counted("land owned by women", "stock", _noun("hectare", "hectares"), "large"),
    Counted("unemployment rate of women", "rate", "percent", "rate"),
    Counted("gender wage gap", "rate", "percent", "rate"),
    Counted("proportion of women among civil servants", unit="percent", size="rate"),
    Counted("HIV prevalence among sex workers", unit="percent", size="rate"),
    Counted(
        "maternal mortality ratio",
        "ratio",
        _noun("death per 100,000 live births", "deaths per 100,000 live births"),
        "rate",
    ),
    Counted("suicide rate", "rate", _noun("death per 100,000 inhabitants", "deaths per 100,000 inhabitants"), "rate"),
    Counted("average age of women at first marriage", "average", _noun("year", "years"), "rate"),
    Counted("average duration of proceedings", "average", _noun("month", "months"), "rate"),
    Counted("average monthly wage of women", "average", {"currency": "V$"}, "money"),
    Counted("gender inequality index", "index", None, "index"),
    Counted("place of Arcania in the Global Index", "index", "rank", "rank"),
)
_PAIRS = (
    ("victims", "victims who received compensation"),
    ("cases", "cases that ended in a conviction"),
    ("judges", "judges who are women"),
)

# ---- values ---------------------------------------------------------------------------------------------------------


def value_of(chance: Random, size: str) -> Decimal:
    """Return a value: small ones are as frequent as large ones."""
    match size:
        case "count":
            most = chance.choice((1, 3, 9, 9, 30, 300, 3000, 90_000))
            return Decimal(chance.randint(0, most))
        case "large":
            return Decimal(chance.randint(1, chance.choice((900, 90_000, 9_000_000))))
        case "money":
            cents = Decimal(chance.randint(0, 99)) / 100 if chance.random() < 0.15 else Decimal(0)
            return Decimal(chance.randint(1, chance.choice((9_000, 900_000, 90_000_000)))) + cents
        case "rate":
            return Decimal(chance.randint(1, 990)) / chance.choice((1, 10, 10, 10, 100)) % 100 or Decimal(1)
        case "index":
            return Decimal(chance.randint(100, 999)) / 1000
        case _:
            return Decimal(chance.randint(1, 120))


def _course(chance: Random, size: str, count: int) -> list[Decimal]:
    """Return as many values, now and then all the same, in order, or near each other."""
    values = [value_of(chance, size) for _ in range(count)]
    match chance.randrange(8):
        case 0:
            return values[:1] * count
        case 1:
            return sorted(set(values)) if len(set(values)) == count else values
        case 2:
            return sorted(set(values), reverse=True) if len(set(values)) == count else values
        case 3:
            first = values[0]
            near = [first + (first * chance.randint(-30, 30) / 100).quantize(_step(first)) for _ in values]
            return [max(one, Decimal(0)) for one in near]
    return values


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))


# ---- periods --------------------------------------------------------------------------------------------------------

_FIRST, _LAST = 2015, 2025


def years(chance: Random) -> list[str]:
    """Return one to six years in a row."""
    count = chance.choice((1, 1, 2, 2, 3, 3, 4, 5, 6))
    first = chance.randint(_FIRST, _LAST - count + 1)
    return [str(year) for year in range(first, first + count)]


def years_apart(chance: Random) -> list[str]:
    """Return two to five years, between which some are left out."""
    return [str(year) for year in sorted(chance.sample(range(_FIRST, _LAST + 1), chance.randint(2, 5)))]


def _span(chance: Random) -> list[str]:
    first = chance.randint(_FIRST, _LAST - 4)
    last = first + chance.randint(1, 4)
    inside = [str(year) for year in range(first, last + 1)]
    some = chance.choice(([], [str(last)], inside))
    before = chance.choice(([], [str(first - 1)], [f"{first - 3}-{first - 1}"]))
    return [*before, f"{first}-{last}", *some]


def _halves(chance: Random) -> list[str]:
    name = chance.choice(("H1", "H2", "Q1", "Q2", "Q3", "Q4"))
    parts_of_years = [f"{year}-{name}" for year in range(_LAST - chance.randint(0, 3), _LAST + 1)]
    return [*parts_of_years, *chance.choice(([], [str(_LAST - 1)], [str(_LAST - 2), str(_LAST - 1)]))]


def months(chance: Random) -> list[str]:
    """Return a month, or some months in a row, of one to three years."""
    month = chance.randint(1, 12)
    last = chance.choice(("", f"/{{year}}-{min(month + 4, 12):02}")) if month < 12 else ""
    years = range(_LAST - chance.randint(0, 2), _LAST + 1)
    return [f"{year}-{month:02}{last.format(year=year)}" for year in years]


def _parts_in_a_row(chance: Random) -> list[str]:
    """Return halves or quarters in a row, over one or two years, now and then with a whole year before them."""
    name, count = chance.choice((("H", 2), ("Q", 4)))
    first = _LAST - chance.randint(0, 1)
    rows = [f"{year}-{name}{place}" for year in range(first, _LAST + 1) for place in range(1, count + 1)]
    rows = rows[: chance.randint(2, len(rows))]
    return [*chance.choice(([], [str(first - 1)])), *rows]


def _spans_in_a_row(chance: Random) -> list[str]:
    """Return two or three spans that follow, or overlap, one another."""
    length, step = chance.choice(((2, 2), (3, 3), (3, 2), (2, 1)))
    starts = [_LAST - length + 1 - step * place for place in range(chance.randint(2, 3))]
    return [f"{start}-{start + length - 1}" for start in reversed(starts)]


_PERIODS: Sequence[Callable[[Random], list[str]]] = (
    *(years,) * 20,
    *(years_apart,) * 4,
    *(_span, _halves, months) * 2,
    _parts_in_a_row,
    _spans_in_a_row,
)

# ---- an indicator ---------------------------------------------------------------------------------------------------

_PERSONS = (
    (_noun("woman", "women"), _noun("man", "men")),
    ("women", "men"),
    ("minors", "adults"),
    (_noun("police officer", "police officers"), _noun("soldier", "soldiers"), _noun("civilian", "civilians")),
)
_THINGS = (
    ("on grounds of sex", "on grounds of ethnicity", "on other grounds"),
    ("in towns", "in villages"),
    ("North", "South", "Capital"),
    ("reported by women", "reported by men"),
)
_BREAKS = ("the new Criminal Code", "new definition", "The definition was changed.")
_NOTES = ("first eleven months", "Data from the Labour Inspectorate only.", "without the capital")


def plain_indicator(chance: Random, counted: Counted, periods: Sequence[str]) -> Plain:
    """Return an indicator as a file has it."""
    course = dict(zip(periods, _course(chance, counted.size, len(periods)), strict=True))
    _cover(course, counted)
    made: Plain = {"label": counted.label, "measure": counted.measure, "values": dict(course)}
    if counted.unit is not None:
        made["unit"] = counted.unit
    if counted.size in {"money", "large"} and chance.random() < 0.2:
        made["show"] = "million"
    if chance.random() < 0.3 and counted.unit != "rank":
        _break_down(chance, made, course, counted)
    for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2))):
        _mark(chance, made, course)
    if chance.random() < 0.1 and len(periods) > 1:
        for missing in chance.sample(list(periods), chance.choice((1, 1, 1, len(periods) - 1))):
            made["values"][missing] = None
        made.pop("breakdown", None)
    if chance.random() < 0.05 and len(periods) > 1:
        later = list(periods)[1:]
        made["breaks"] = {
            one: chance.choice(_BREAKS) for one in chance.sample(later, min(len(later), chance.choice((1, 1, 2))))
        }
    return made


def _cover(course: dict[str, Decimal], counted: Counted) -> None:
    """Make a span no smaller than what is known to lie in it."""
    if counted.measure != "flow" or counted.unit == "percent":
        return
    for period, value in course.items():
        if len(period) == 9 and period[4] == "-":
            years = [str(year) for year in range(int(period[:4]), int(period[5:]) + 1)]
            inside = sum((course[year] for year in years if year in course), Decimal(0))
            is_all = all(year in course for year in years)
            course[period] = inside if is_all else inside + value


def _break_down(chance: Random, made: Plain, course: Mapping[str, Decimal], counted: Counted) -> None:
    is_of_things = counted.size == "count" and not (set(counted.label.lower().split()) & PERSONS)
    labels = chance.choice(_THINGS if is_of_things else (*_PERSONS, *_THINGS[1:3]))
    periods = list(course) if chance.random() < 0.5 else list(course)[-1:]
    adds_up = counted.measure in {"flow", "stock"} and counted.unit != "percent"
    split = {period: _split(chance, course[period], len(labels)) for period in periods}
    if not adds_up:
        split = {period: _around(chance, course[period], len(labels)) for period in periods}
    made["breakdown"] = [
        {"label": label, "values": {period: split[period][place] for period in periods}}
        for place, label in enumerate(labels)
    ]
    if adds_up and chance.random() < 0.3:
        made["breakdown"].pop()
        made["exhaustive"] = False
    elif chance.random() < 0.3:
        for part in made["breakdown"]:
            part["by"] = "group"
        if chance.random() < 0.5:  # a second criterion, which divides the same values
            other = {
                period: _split(chance, course[period], 2) if adds_up else _around(chance, course[period], 2)
                for period in periods
            }
            made["breakdown"] += [
                {"label": label, "by": "place", "values": {period: other[period][place] for period in periods}}
                for place, label in enumerate(("in the capital", "elsewhere"))
            ]


def _split(chance: Random, value: Decimal, count: int) -> list[Decimal]:
    """Return values that make up another one."""
    step, rest, pieces = _step(value), value, []
    for _ in range(count - 1):
        piece = (rest * Decimal(chance.randint(0, 100)) / 100).quantize(step)
        pieces.append(piece)
        rest -= piece
    return [*pieces, rest]


def _around(chance: Random, value: Decimal, count: int) -> list[Decimal]:
    """Return the values of groups, between the least and the greatest of which the value of all lies."""
    step = _step(value)
    low, high = (value * (100 - chance.randint(1, 60)) / 100).quantize(step), (value * 118 / 100).quantize(step)
    return [low, high, *[value] * (count - 2)]


def _mark(chance: Random, made: Plain, course: Mapping[str, Decimal]) -> None:
    period = chance.choice(list(course))
    marks = ({"status": "provisional"}, {"status": "estimated"}, {"note": chance.choice(_NOTES)})
    mark: Plain = dict(chance.choice(marks))
    if chance.random() < 0.3:
        mark = {"previous": course[period] + 1}
    made["values"][period] = {"value": course[period], **mark}


# ---- paragraphs -----------------------------------------------------------------------------------------------------


def generated(chance: Random) -> list[Written]:
    """Return the generated paragraphs of one to three indicators."""
    shape = chance.choice(_PERIODS)
    if chance.random() < 0.1:
        labels = [Counted(label) for label in chance.choice(_PAIRS)]
        periods = shape(chance)
        made = [plain_indicator(chance, one, periods) for one in labels]
        made[0].pop("breakdown", None)  # "11 women and 8 men" would be other figures for judges who are women
    else:
        count = chance.choice((1, 1, 1, 1, 2, 3))
        kinds = chance.sample(COUNTS if chance.random() < 0.6 else OTHERS, count)
        periods = shape(chance)
        made = [plain_indicator(chance, one, periods if chance.random() < 0.7 else shape(chance)) for one in kinds]
    data = indicators({f"x{place}": fields for place, fields in enumerate(made)})
    writer = Narrator(data, options=Options(non_breaking_spaces=False))
    blocks = [block for block in writer.report(list(data)) if not isinstance(block, TableSpec)]
    return [realised(writer, block, data, "")._replace(is_all=len(blocks) == 1) for block in blocks]


def realised(writer: Narrator, pieces: Sequence[str | Phrase], data: Mapping[str, Indicator], frame: str) -> Written:
    """Return a paragraph as text, with its figures.

    Args:
        writer: of the language.
        pieces: its text and phrases.
        data: the indicators.
        frame: the text with its references, where it has any.
    """
    text, printed = "", []
    for piece in writer.realise(pieces):
        for words, sources in ((piece, ()),) if isinstance(piece, str) else ((run.text, run.sources) for run in piece):
            if sources:
                printed.append(Printed(len(text), len(text) + len(words), sources))
            text += words
    return Written(text, tuple(printed), data, frame)
