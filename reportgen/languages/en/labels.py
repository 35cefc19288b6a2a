"""English labels as they stand in a sentence: their first letter, article, number, and what kind of words they are."""

import re

from reportgen.languages.en.persons import PERSONS
from reportgen.languages.en.plurals import singular
from reportgen.languages.words import word_set
from reportgen.regex import regex

_COMMON = word_set("""
a abortions accidents activities acts adolescents adults all allegations amount amounts annual appeals applications
area areas arrests asylum average because beds benefits bills births boys breaches budget budgets campaigns cases
centres change changed changes checks child children cities civil claims clinics communications community compensation
complaints convictions counselling courses courts crimes criminal crisis cultural data days deaths decisions deputies
detainees detention disciplinary domestic donations due early economic elections employed employees employment
enrolment estimate estimates events excluding expenditure families female figures final financial fines first food
forced foreign forms from full funding funds gender general girls government grants health hearings help high higher
homes homicides hospitals hours households housing how human illegal immigrants in incidents including income
initiatives inmates inspections institutions international investigations judges judgments juvenile kindergartens
labour land large law laws lawyers legal life literacy loans local locations male marriages maternal measures medical
meetings members men mental method methodology migrants military minors mobile monthly mortality murders national net
new no not number numbers nurses offences offenders officers officials only orders other overall owing parents part
patents patients pending pensions people percentage permits persons places police population posts prisoners prisons
private proceedings programmes projects proportion prosecutions protection protective public publications pupils rape
rapes rate rates recommendations refugees regional registered registrations reports requests residence residents rural
schools seats secondary sentences serious services sex sexual share shelters since single social specialists staff
state stateless street students suicides support surveys suspects teachers telephone temporary texts the this torture
total trafficking trained training trainings trials unemployed unemployment units universities urban users vacancies
verdicts victims violations violence visits voluntary volunteers wage wages women workers workplaces workshops young
youth youths
""")
"""Words that have a small letter within a sentence: whatever is not among them may be a name, and stays as it is."""
_COMMON_END = regex(r"[a-z]{3,}(?:tions?|ments?|sions?|ness|ances?|ures?|ities|ings)$")
"""Endings that names seldom have: `Expropriations of land` needs no entry above."""
_STOP = regex(r"[\s.;:,]+$")
_ABBREVIATED = regex(r"\b(?:etc|[A-Z](?:\.[A-Z])+|No|Inc|Ltd|Co)\.$")
"""A stop that belongs to its word: `claims against Steel Co.`."""

_PREPOSITIONS = word_set("""
about above across after against aged among at before below between by during following for from in inside into of off
on outside over per since through to towards under until up with within without who that which whose where
""")
_COUNTABLE = regex(
    r"(gap|rate|ratio|index|share|proportion|percentage|level|coefficient|quotient|score|average|median|mean|"
    r"place|position|rank|ranking|age|duration|length|expectancy|wage|salary|budget|deficit|surplus|balance|density)$",
    re.IGNORECASE,
)
"""Heads that need an article: `the unemployment rate`, but `HIV prevalence`."""
_DETERMINED = regex(r"(the|a|an|this|these|its|their|our|all|each|every|no|both|\w+['’]s|\w+s['’]) ", re.IGNORECASE)
_OF = regex(r"[a-z-]+( [a-z-]+){0,2} of ")
"""`the consumption of alcohol`, whatever its head is."""
_BEGINS_MEASURED = regex(r"(average|mean|median) ", re.IGNORECASE)

_UNITS = regex(
    r"(working |person-|man-|square |cubic )?(seconds?|minutes?|hours?|days?|weeks?|months?|years?|centimet(?:re|er)s?|"
    r"met(?:re|er)s?|kilomet(?:re|er)s?|miles?|acres?|hectares?|lit(?:re|er)s?|grams?|kilograms?|tonn?e?s?|"
    r"kilowatt-?hours?|megawatt-?hours?|megawatts?|km2?|km²|m2|m²|ha|kg|kWh|MWh|degrees?|points?)( .*)?",
    re.IGNORECASE,
)

_PARTICIPLES = word_set("""
registered recorded received filed opened closed completed reported issued granted refused rejected upheld dismissed
investigated conducted held carried made brought paid imposed lodged initiated instituted adopted approved concluded
detected identified discovered committed confirmed terminated discontinued suspended resolved examined considered
given sent taken found born left lost sold won shown submitted handed solved established provided organized
""")
_CLAUSE = regex(r" (who|that|which|whose|where) ")
_VERB = regex(r"\b(was|were|is|are|has|have|had|will|became|began|came|took|entered|changed|no longer)\b")
_RELATIVE = regex(r"\b(that|which|who|whose)\b")
_OWING = regex(r"(owing|due|thanks) to |because of |as a (?:result|consequence) of ", re.IGNORECASE)
_WITH_ARTICLE = regex(r"(the|a|an|its|their|this|these|our) ", re.IGNORECASE)


def counted(one: str, other: str, category: str) -> str:
    """Return the noun behind a number of a plural category."""
    return one if category == "one" else other


def small(words: str) -> str:
    """Return words with a small letter first, unless the first is a name or an abbreviation, or might be one."""
    first, _, rest = words.partition(" ")
    bare = re.sub(r"[^\w’'-].*$", "", first)
    known = bare.lower() in _COMMON | _PREPOSITIONS | _PARTICIPLES | PERSONS
    is_common = known or _COMMON_END.fullmatch(bare.lower()) is not None
    is_written_so = bare[1:] == bare[1:].lower() and (not rest[:1].isupper() or bare.lower() in _FUNCTION)
    return words[:1].lower() + words[1:] if is_common and is_written_so else words


_FUNCTION = word_set("the a an in from of only since this these no not how number women men children")
"""Words after which a name may follow: "The Supreme Court", "Women Members of Parliament"."""


def plain(label: str) -> str:
    """Return `women trained` of `Women trained.`: as it stands within a sentence."""
    label = " ".join(label.split())
    return small(label if _ABBREVIATED.search(label) else _STOP.sub("", label))


def plural(label: str, one: str, other: str) -> str:
    """Return `shelters for women` of `shelter for women`, where the unit is `shelter / shelters`."""
    if label.casefold() == one.casefold():
        return other
    rest = label[len(one) :]
    begins = label.casefold().startswith(one.casefold() + " ")
    return other + rest if begins and rest.split()[0] in _PREPOSITIONS else label


def head(label: str) -> str:
    """Return a label up to its first preposition or clause: `gender wage gap` of `gender wage gap in towns`."""
    words = label.split()
    end = next((place for place, word in enumerate(words) if place and word.lower() in _PREPOSITIONS), len(words))
    return " ".join(words[:end])


def quantity(label: str) -> str:
    """Return a measured quantity with the article it needs: `the gender wage gap`, `HIV prevalence`."""
    if _DETERMINED.match(label):
        return label
    needs = _COUNTABLE.search(head(label)) or _OF.match(label) or _BEGINS_MEASURED.match(label)
    return f"the {label}" if needs else label


def is_measured(noun: str) -> bool:
    """Return whether a unit measures and does not count: hours, hectares, months."""
    return _UNITS.fullmatch(noun) is not None


def reason(words: str) -> str:
    """Return ` owing to the new definition`, or `: the definition was changed` where it is no noun with its article."""
    words = plain(words)
    if (given := _OWING.match(words)) is not None:
        return f" owing to {words[given.end() :]}"
    verb, relative = _VERB.search(words), _RELATIVE.search(words)
    is_clause = verb is not None and (relative is None or relative.start() > verb.start())
    return f" owing to {words}" if _WITH_ARTICLE.match(words) and not is_clause else f": {words}"


def part_noun(label: str) -> tuple[str, str]:
    """Return the label of a part for one and for more: `woman`, `women`; the same twice where it is no plural noun."""
    label = plain(label)
    phrase = head(label)
    one = singular(phrase) if part_form(label) == "noun" else None
    return (one + label[len(phrase) :] if one else label), label


def part_form(label: str) -> str:
    """Return what the label of a part is: `after` a number (one verb), a `noun` (a verb each), a `name` or a `word`."""
    first, last = label.split(maxsplit=1)[0], head(label).split()[-1]
    is_participle = first in _PARTICIPLES or (first.endswith("ed") and first.islower())
    if first.lower() in _PREPOSITIONS or is_participle:
        return "after"
    if first[:1].isupper() or first[:1].isdigit():
        return "name"
    return "noun" if last in PERSONS or (last.endswith("s") and not last.endswith(("ss", "us", "is"))) else "word"


def indefinite(noun: str) -> str:
    """Return `a woman`, `an officer`: a noun for one, with its article."""
    if _DETERMINED.match(f"{noun} "):
        return noun
    first = noun.split(maxsplit=1)[0]
    if first.isupper() and len(first) > 1:
        return f"an {noun}" if first[0] in "AEFHILMNORSX" else f"a {noun}"
    sounds = re.match(r"(?:[aeio]|u(?!n[ia]|s|ti|r[aio])|hour|hono|heir)", first, re.IGNORECASE)
    consonant = re.match(r"(?:eu|one\b|once)", first, re.IGNORECASE)
    return f"an {noun}" if sounds and not consonant else f"a {noun}"


def done(label: str) -> tuple[str, str] | None:
    """Return `forced marriages`, `registered` of `forced marriages registered`; None without a participle."""
    rest, _, last = label.rpartition(" ")
    return (rest, last) if rest and last in _PARTICIPLES else None


def has_clause(label: str) -> bool:
    """Return whether a label has a clause of its own: `complaints that were upheld`."""
    return _CLAUSE.search(label) is not None


# ---- names of what is counted ----------------------------------------------------------------------------------

_NUMBER_OF = regex(r"(the )?(total )?number of ", re.IGNORECASE)
_NOUN_ENDS = regex(r" (?:who|that|which|of|in|on|from|under|with|for|to|by|among|at|aged|serving|held) ")
_WHO = (" who ", " that ", " which ")


def number_of(label: str) -> str:
    """Return `the number of complaints`; a label that begins so already is kept."""
    return "the number of " + without_number(label)


def without_number(label: str) -> str:
    """Return `complaints` of `number of complaints`."""
    return _NUMBER_OF.sub("", label, count=1) if _NUMBER_OF.match(label) else label


def of(label: str) -> str:
    """Return `of complaints`."""
    return "of " + without_number(label)


def are_persons(label: str) -> bool:
    """Return whether the head of a label, before a preposition or a relative clause, names persons."""
    phrase = head(_NOUN_ENDS.split(f"{without_number(label)} ", maxsplit=1)[0]).lower().split()
    ends = (place for place, word in enumerate(phrase) if place and word in _PARTICIPLES)
    return any(word in PERSONS for word in phrase[: next(ends, len(phrase))][-2:])


def is_amount(label: str) -> bool:
    """Return whether a label begins with "amount" or "sum", so that it does not also amount to something."""
    return re.match(r"(the )?(total )?(amount|sum)s?\b", label, re.IGNORECASE) is not None


def who(shorter: str, longer: str) -> str | None:
    """Return `received compensation`, of `victims` and `victims who received compensation`."""
    start, rest = (
        without_number(longer)[: len(without_number(shorter))],
        without_number(longer)[len(without_number(shorter)) :],
    )
    relative = next((word for word in _WHO if rest.startswith(word)), None)
    return rest[len(relative) :] if relative and start == without_number(shorter) else None
