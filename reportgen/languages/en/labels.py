"""English labels as they stand in a sentence: their first letter, article, number, and what kind of words they are."""

import re

from reportgen.languages.en.persons import PERSONS, PLACES
from reportgen.languages.en.plurals import singular
from reportgen.languages.words import word_set
from reportgen.regex import regex

_COMMON = word_set("""
a abandoned abducted abortions abused access accessibility accessible accidents according acquitted activities acts
adjusted adolescent adolescents adopted adoptions adult adults agreements agricultural air all allegations allowance
allowances ambassadors ambulances ammunition amnesties amount amounts and annual antenatal apartments appeals
applicants applications approximate approximately arable area areas arrested arrests arson assault assaults
assemblies assets associations asylum asylum-seekers at athletes attendance audit audits average bail bailiffs bank
barring based because bed beds before benefits bills birth births blind bloggers boarding books border borders
borrowers both boy boys braille breaches breaks breastfeeding bribery bridges broadband broadcasters budget budgets
bullying burglaries bus buses business by bylaws calculated calls campaigns cancer candidate candidates carbon
caregivers carers case cases cash cells centres change changed changes charged checkpoints checks child
child-marriage children children's cinemas cities citizenship citizenships civil claims classes classrooms clinics
clubs commissions committees communications community companies company compensation compiled complaint complaints
comprises conferences conscientious conscripts consumer contains contraception contraceptive convicted conviction
convictions cooperation cooperatives corruption councillors councils counselling counted counting counts couples
courses court courts coverage covered covering covers crime crimes criminal crisis crossings cultural cumulative
current curricula custody cybercrime cyclones daily data days deaf death deaths debt debts decisions decrees delayed
demonstrations departments deportations deported deputies details detained detainee detainees detention diabetes
different disability disabled disappearances disasters disciplinary displaced disposable district districts divorce
divorces doctor doctors does domestic donations doses double drivers drop dropout dropouts droughts due dwellings
each early earnings earthquakes economic elderly elected election elections electricity emergency emissions employed
employees employer employers employment energy enrolled enrolment equals estimate estimated estimates ethnic
evacuated evaluation evaluations events every evicted evictions except excludes excluding executed executions
expenditure exploited exports expulsions extortion extradited families family farm farmers father female
female-headed femicide femicides fertility figure figures films final financial fines firearms fires first fishers
fishing five flats flood floods food for forced foreign forest forests forms foster fostered four fraud from full
funding funds gender general girl girls given government graduates graduation grants greenhouse gross guardians
guardianship half harassed harassment hate hazardous health hearing hearings help helpline helplines herders high
higher home homeless homes homicide homicides hospital hospitalized hospitals hotline hotlines hourly hours house
household households housing how human hunger hurricanes husbands identity if illegal illiterate immigrants imports
imprisoned in incidents including inclusive income incomplete indicted indigenous industrial industry infant
initiatives injured inmate inmates inpatient inspection inspections inspectorate inspectors institutions insurance
insured interceptions interim international internet interpreters intimate investigations it its job jobs
journalists judge judges judgments juvenile juveniles kidnapped kidnapping kidnappings killed kindergartens labour
land land-use landslides large last late later law laws lawsuits lawyer lawyers lectures legal legal-aid legislation
lessons libraries life literacy literate loans local locations lower main mainly malaria male malnourished man
manslaughter manufacturing many market marriage marriages maternal maximum mayors meals measles measured measures
median mediators medical meetings members memorandums men men's mental method methodology microcredit midwives
migrant migrants military mines minimum mining ministers minorities minority minors missing mobile monitoring
monthly monuments more mortality most mostly mother multiple municipalities municipality murders museums national
nationwide naturalizations naturalized neonatal net new newborns newspaper newspapers nine no noise nominal none not
notaries number numbers nurse nurseries nurses nutrition obesity objectors obtained of offence offences offender
offenders office officer officers official officials older ombudsman ombudspersons on once one only orders orphaned
orphans other outpatient overall owing paralegals pardons parents parliament parliamentary parole part partial
partially partly partner passengers passports patents patient patients patrols peacekeepers peasants pedestrians
pending pensions people percentage percentages period permits persecuted person persons petitions physical
physicians places police pollution population postnatal posts poverty pre-school pre-trial pregnant preliminary
premature prenatal preschool pretrial price prices primary prison prisoners prisoners' prisons private probation
proceedings programmes projects proportion prosecuted prosecutions prosecutors protected protection protective
protests protocols province provinces provisional psychiatric psychiatrists psychologists public publications
published pupil pupils racial racist radio raids rallies rape raped rapes rate rates ratifications real recalculated
recommendations recruited recruits recycling reduced refers refugee refugees region regional regions registered
registrations rehabilitated related relates released religious remand renewable repatriations reported reports
represents requests rescued research reservations resettlement resettlements residence residents restraining
resulting returnees returns revised revisions road roads robberies robbery rounded rural rural-urban salaries salary
same sample sanitation scholarship scholarships school schools searches seats second secondary sector sectors see
seizures seminar seminars senators sensory sentenced sentences separations serious services servitude seven several
sewage sex sexual share shelter shelters sign signatures since single six skilled slavery slum slums smuggled
smuggling social soldiers solitary some source sources special specialists sports spouses stadiums staff stalking
state stateless still stillbirths stipend stipends stop stops storms street strikes student students studies
stunting subpoenas subsidies subsidy suicides summonses support surgeries survey surveys suspected suspects tax
taxes teacher teachers teenage telephone television temporary ten tertiary textbooks texts than the theatre theatres
theft thefts their there these they third this those three tickets time to torture tortured total town towns trade
traffic trafficked trafficking trained training trainings trains transfers treaties trial trials turnout
undernourished unemployed unemployment unions units universities unknown unofficial unpublished unskilled until
updated urban use users vacancies vaccinated vaccinations vaccines value values vehicle vehicles verdict verdicts
very victim victims victims' views village villages violations violence visas visit visits vocational voluntary
volunteers voter voters wage wages warrants was waste wasting water wealth weapons websites weekly were wheelchair
wheelchairs when where which while widowers widows wiretaps with without wives woman woman-headed women women's
worker workers workers' workplaces workshop workshops wounded year yearly years young younger youth youths
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
_LABOUR = "labour force"
_LEVELS = word_set("""
gap rate ratio index share proportion percentage coefficient quotient score average median mean rank ranking expectancy
wage salary density
""")
_COUNTABLE = word_set("""
level place position age duration length budget deficit surplus balance decrease increase decline reduction rise fall
target quota cost price size volume population threshold line burden workforce membership capacity turnout area
""") | {*_LEVELS, _LABOUR}
"""Heads that need an article: `the unemployment rate`, but `HIV prevalence`."""
_DETERMINED = regex(r"(the|a|an|this|these|its|their|our|all|each|every|no|both|\w+['’]s|\w+s['’]) ", re.IGNORECASE)
_OF = regex(r"[a-z-]+( [a-z-]+){0,2} of ")
"""`the consumption of alcohol`, whatever its head is."""
_PER = regex(r"[a-z-]+s per ", re.IGNORECASE)
"""`students per teacher`: so many of them."""
_COLLECTIVE = word_set("population workforce turnout membership attendance enrolment capacity") | {_LABOUR}
"""Heads that are a number themselves: there is no number of population."""
_BEGINS_MEASURED = regex(r"(average|mean|median) ", re.IGNORECASE)
_AMOUNT = word_set("expenditure spending revenue income funding remuneration gdp gnp gni coverage")
"""Heads without an article of which there is no number either."""
_BETWEEN_WORDS = regex(r"\W")

_PER_SO_MANY = regex(
    r"\bper (?:\d|hundred\b|thousand\b|million\b|capita\b|head\b)|^per cent of |\b(?:mortality|prevalence|incidence)$",
    re.IGNORECASE,
)
_PER_CENT = regex(r"(?:in )?(?:%|per ?cent|percentage)", re.IGNORECASE)
_MEASURES = """
second minute hour day week month year centimetre centimeter metre meter kilometre kilometer mile acre hectare litre
liter gram kilogram ton tonne kilowatt-hour kilowatthour megawatt-hour megawatthour megawatt degree point
"""
_UNITS = word_set(_MEASURES) | {f"{unit}s" for unit in _MEASURES.split()} | word_set("km km2 km² m2 m² ha kg kwh mwh")
_OF_UNITS = ("working ", "person-", "man-", "square ", "cubic ")
"""What may stand before a unit: `square kilometres`, `person-days`."""

_PARTICIPLES = word_set("""
acquitted adjudicated admitted adopted allocated amended annulled answered appealed appointed approved arrested
assisted audited awarded banned begun blocked born bought brought built cancelled carried celebrated certified
charged cleared closed collected committed completed concluded conducted confirmed confiscated considered
constructed convicted counselled created decided delivered demoted deported destroyed detained detected disbursed
discharged discontinued discovered dismissed dissolved distributed drafted drawn elected enacted enforced enrolled
equipped established evicted examined executed exhumed expelled extradited filed filled financed found funded given
granted handed handled heard held hired identified implemented imposed imprisoned inaugurated indicted initiated
injured inspected instituted interviewed investigated issued killed known launched left licensed lodged lost made
mediated met monitored naturalized notified opened organised organized overturned paid pardoned performed planted
printed processed produced promoted prosecuted provided published purchased quashed ratified rebuilt received
recognised recognized recorded recruited referred refused registered rejected released removed renovated repaired
repatriated repealed reported rescued resettled resolved restored returned reviewed revoked screened seen seized
sent sentenced served set settled sheltered shown shut signed sold solved spent struck submitted supported suspended
taken terminated tested trained transferred treated tried turned undertaken upheld vaccinated verified visited withdrawn
withheld won wounded written
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
    bare = first if first.isalpha() else re.sub(r"[^\w’'-].*$", "", first)
    known = bare.lower() in _KNOWN
    is_common = known or _COMMON_END.fullmatch(bare.lower()) is not None
    is_written_so = bare[1:] == bare[1:].lower() and (not rest[:1].isupper() or bare.lower() in _FUNCTION)
    return words[:1].lower() + words[1:] if is_common and is_written_so else words


_KNOWN = _COMMON | _PREPOSITIONS | _PARTICIPLES | PERSONS
"""Words that are no names."""
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
    if _PER.match(label):
        return number_of(label)
    needs = _last_word(head(label)) in _COUNTABLE or _OF.match(label) or _BEGINS_MEASURED.match(label)
    return f"the {label}" if needs else label


def is_level(label: str) -> bool:
    """Return whether a label names what adds up over nothing: `unemployment rate`, `average wage`, `share of women`."""
    return _last_word(head(label)) in _LEVELS or _BEGINS_MEASURED.match(label) is not None


def is_quantity(label: str) -> bool:
    """Return whether a label names what is measured, of which there is no number: `share of women`, `expenditure`."""
    return is_level(label) or _last_word(head(label)) in (_COUNTABLE | _AMOUNT) - _COLLECTIVE


def _last_word(phrase: str) -> str:
    """Return the last word in small letters, `gap` of `Gender wage-gap`; `labour force` is one."""
    words = phrase.lower()
    return _LABOUR if words.endswith(_LABOUR) else _BETWEEN_WORDS.split(words)[-1]


def has_unit(label: str) -> bool:
    """Return whether a label holds the unit of its figures: `area (hectares)`, `length, days`, `deaths per 100,000`."""
    return any(map(_PER_SO_MANY.search, (label, head(label)))) or any(
        is_measured(one.strip()) or _PER_CENT.fullmatch(one.strip())
        for one in re.split(r"[(),;]| in (?=\w+$)", label)[1:]
    )


def is_measured(noun: str) -> bool:
    """Return whether a unit measures and does not count: hours, hectares, months."""
    words = noun.lower()
    kind = next((kind for kind in _OF_UNITS if words.startswith(kind)), "")
    return words.removeprefix(kind).partition(" ")[0] in _UNITS


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


def counts_one(label: str) -> str | None:
    """Return the noun of `police officer trained`, which is a singular of something counted; None: there is none.

    Only nouns whose plural is known to be common are.
    """
    last = _counted_word(without_number(label))
    if last in _NUMBERS or _last_word(last) in _COLLECTIVE | _COUNTABLE:
        return None
    plurals = {f"{last}s", f"{last}es", f"{last[:-1]}ies" if last.endswith("y") else ""}
    return last if last in _IRREGULAR or plurals & (_COMMON | PERSONS) else None


def _counted_word(label: str) -> str:
    """Return the last word of the head of a label, before its participles: `shelters` of `the shelters opened`."""
    words = head(label).lower().split()
    while words and (words[-1] in _PARTICIPLES or words[-1].endswith(("ed", "ly"))):
        words.pop()
    return words[-1] if words else ""


def counts_nothing(label: str) -> bool:
    """Return whether a label is a noun without a plural: `domestic violence`, of which there is no number."""
    return _counted_word(label) in _UNCOUNTED


def without_determiner(label: str) -> str | None:
    """Return `shelters` of `the shelters`; None for `the elderly` and `the Hague courts`, which need their article."""
    found = _PLURAL.fullmatch(label)
    last = _counted_word(found[1]) if found else ""
    is_plural = last in _IRREGULAR_PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return found[1] if found and is_plural else None


def is_sentence(label: str) -> bool:
    """Return whether a label has a verb of its own, as `judges were trained`, or is cut off, as `women who`."""
    return _SENTENCE.match(label) is not None or _CUT_OFF.search(label) is not None


_UNCOUNTED = word_set("""
access aid assistance awareness bribery bullying corruption discrimination employment equality exploitation extremism
harassment hatred healthcare homelessness housing hunger ill-treatment illiteracy impunity inequality legislation
literacy malnutrition maltreatment mistreatment neglect nepotism overcrowding poverty prostitution racism sanitation
servitude slavery smuggling stalking statelessness support terrorism torture trafficking unemployment violence
xenophobia
""")
_PLURAL = regex(r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ur|[Tt]heir|[Ii]ts|[Ss]ome|[Mm]any|[Ss]everal) (?!most )([a-z].*)")
_IRREGULAR_PLURALS = word_set("women men children people policemen policewomen")
_SENTENCE = regex(
    r"(?:we|they|it|there) |(?:(?!\b(?:who|whom|that|which|whose|where|when|if|as|because|while|than)\b).)*"
    r"\w (?:was|were|is|are|has|have|had|will)\b",
    re.IGNORECASE,
)
_CUT_OFF = regex(r" (?:who|which|that|whose|and|or|of|for|with|the|an?)$", re.IGNORECASE)

_NUMBERS = word_set("number count figure staff")
_IRREGULAR = word_set("person woman man child policeman policewoman")


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
    """Return `evictions`, `carried out` of `evictions carried out`; None without a participle.

    An adverb goes with it; with "not", the sentence would deny it twice.
    """
    found = _DONE.fullmatch(label)
    if found is None or found[3] not in _PARTICIPLES or found[1].endswith((" not", " never")):
        return None
    return found[1], found[2]


_DONE = regex(r"(.+?) ((?:\w+ly )?(\w+)(?: (?:out|up|down|over|off|back))?)")


def has_clause(label: str) -> bool:
    """Return whether a label has a clause of its own: `complaints that were upheld`."""
    return _CLAUSE.search(label) is not None


# ---- names of what is counted ----------------------------------------------------------------------------------

_NUMBER_OF = regex(r"(the )?(total )?number of ", re.IGNORECASE)
_NOUN_ENDS = regex(r" (?:who|that|which|of|in|on|from|under|with|for|to|by|among|at|aged|serving|held) ")
_WHO = (" who ", " that ", " which ")


def number_of(label: str) -> str:
    """Return `the number of complaints`, `the prison population`; a label that begins so already is kept."""
    return quantity(label) if _has_no_number(label) else "the number of " + without_number(label)


def _has_no_number(label: str) -> bool:
    return _last_word(head(label)) in _COLLECTIVE or is_quantity(label)


def without_number(label: str) -> str:
    """Return `complaints` of `number of complaints`."""
    return _NUMBER_OF.sub("", label, count=1) if _NUMBER_OF.match(label) else label


def of(label: str) -> str:
    """Return `of complaints`, `of the prison population`."""
    return "of " + (quantity(label) if _has_no_number(label) else without_number(label))


def are_persons(label: str) -> bool:
    """Return whether the head of a label, before a preposition or a relative clause, names persons."""
    phrase = head(_NOUN_ENDS.split(f"{without_number(label)} ", maxsplit=1)[0]).lower().split()
    ends = (place for place, word in enumerate(phrase) if place and word in _PARTICIPLES)
    return any(word in PERSONS for word in phrase[: next(ends, len(phrase))][-2:])


def are_kinds(part: str, whole: str) -> bool:
    """Return whether parts may be called what is counted: no women are complaints, and no prisons are visits."""
    of_persons = are_persons(whole) or _last_word(head(whole)) in _COLLECTIVE
    part_place, of_places = (_counted_word(without_number(label)) in PLACES for label in (part, whole))
    return (of_persons or not are_persons(part)) and (of_places or not part_place)


def has_noun(label: str, noun: str) -> bool:
    """Return whether a label has the words of a noun."""
    return {*noun.casefold().split()} <= {*label.casefold().split()}


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
