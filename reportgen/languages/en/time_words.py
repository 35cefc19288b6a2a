"""The English words by which a text says when something was: data alone, for `times` and `governing`."""

from reportgen.languages.words import word_set

# ---- what stands before a period -------------------------------------------------------------------------------

WITHIN = (
    ("in",),
    ("between",),
    ("during",),
    ("for",),
    ("over",),
    ("within",),
    ("throughout",),
    ("across",),
    ("as", "early", "as"),
    ("as", "late", "as"),
    ("as", "recently", "as"),
    ("with", "regard", "to"),
    ("with", "respect", "to"),
    ("in", "respect", "of"),
    ("regarding",),
    ("concerning",),
)
"""`in 2023`, `during the period 2020–2023`."""
FROM = word_set("between from")
"""`between 2020 and 2023`, `from 2020 to 2023`: the words with which such a span itself begins."""
AT = (("at",), ("on",))
"""`at the end of 2023`, `on 31 December 2023`."""
AS_AT = (("as", "at"), ("as", "of"), ("as", "on"))
BY = (
    ("by",),
    ("until",),
    ("till",),
    ("up", "to"),
    ("through",),
    ("including",),
    ("no", "later", "than"),
    ("not", "later", "than"),
)
"""What is counted up to a date."""
SINCE = (("since",), ("ever", "since"), ("as", "from"), ("from",))
"""What is counted from a date on; "from" where no end follows."""
BEFORE = (("before",), ("prior", "to"), ("ahead", "of"))
AFTER = (("after",), ("following",), ("beyond",))
"""`after 2020`: on which side of a time something was counted."""
OTHER = (("around",),)
"""`around 2020`: says when, and of no figure."""
OF_YEAR = word_set("budget figures statistics data expenditure accounts")
ISSUED = word_set("report census survey review study assessment audit evaluation")
"""`the 2022 budget`, `the 2022 report`: what holds figures of its year, and what holds none of a later one."""
COMPARING = (
    ("compared", "with"),
    ("compared", "to"),
    ("in", "comparison", "with"),
    ("in", "comparison", "to"),
    ("by", "comparison", "with"),
    ("in", "relation", "to"),
    ("relative", "to"),
    ("as", "against"),
    ("as", "opposed", "to"),
    ("up", "from"),
    ("down", "from"),
    ("against",),
    ("than",),
    ("versus",),
    ("vs",),
    ("vs.",),
    ("over", "that", "of"),
)
"""What stands behind these words is something else that the figure is held against."""
FILLERS = word_set(
    "the a fy year years period calendar financial fiscal academic school reporting budget early late"
    " spring summer autumn winter whole full entire all both course of month months first second biennium triennium"
    " decade two-year three-year four-year five-year ten-year two three four five ten week night day turn"
    " monday tuesday wednesday thursday friday saturday sunday"
)
"""Words between a preposition and its period: `in the course of the financial year 2023`."""
PERIOD_NOUNS = word_set(
    "year years period periods course months month all spring summer autumn winter whole week night day turn"
)
"""The words after which "of" belongs to a period: `in the course of 2023`, and not `in the courts of 2023`."""
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
SEEING = word_set("saw sees witnessed recorded")
BEING = word_set("was is were stood amounted came reached totalled totaled numbered")
AMOUNTS = word_set("total figure number count level rate ratio share proportion percentage average index sum value")
"""`2023 saw …`, `The 2023 total was …`, `The 2023 rate was …`: where a year says when without a preposition."""
SPLIT_YEARS = word_set("financial fiscal academic school budget")
"""Years that need not begin in January: `the financial year 2022–2023`."""

RECORDS = word_set("first most least worst best only record time")
"""`the first since 2012`, `for the first time since 2012`: since when nothing else was so."""

# ---- periods that are known from the context -------------------------------------------------------------------

LAST, NEXT, SAME, THIS = "last", "next", "same", "this"
RECENT, REPORTING, REPORTED, EVERY = "recent", "reporting", "reported", "every"
PARTS_OF_YEAR = {
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
}
"""The parts of the year that was named before, by their first months and their last."""
_RELATIVES = {
    LAST: "last year|the last year|the past year|past year|the previous year|the preceding year|the prior year"
    "|previous year|the year before|a year earlier|one year earlier|a year before|the year prior|the preceding period"
    "|the previous period|the previous reporting period|the preceding reporting period|the last reporting period",
    NEXT: "the following year|the next year|the year after|a year later|one year later|the subsequent year",
    SAME: "that year|the same year|that same year|the year in question|that period|the same period|this period"
    "|that same period|the same years|those years|these years|the said period|the period in question"
    "|the same date|that date|the whole year|the entire year|the whole of the year",
    THIS: "this year|the current year|the present year",
    RECENT: "recent years|the recent years|the past few years|the last few years|the past several years"
    "|the last several years|recent times|the past decade|the last decade|the past years|the last years",
    REPORTING: "the reporting period|the period under review|the review period|the reporting years"
    "|the period under consideration|the reporting cycle|the period covered by this report"
    "|the period covered by the report|the period covered by the present report|this reporting period"
    "|the present reporting period|the current reporting period",
    EVERY: "every year|each year",
    **{part: f"the {part} of the year|the {part} of that year|the {part}" for part in PARTS_OF_YEAR},
    REPORTED: "since then|since that time|since that year|since the previous report|since the last report"
    "|since the previous review|since the last review|since its last report|since its previous report"
    "|since the submission of the previous report|since the submission of its previous report",
}
RELATIVES = {tuple(phrase.split()): meaning for meaning, phrases in _RELATIVES.items() for phrase in phrases.split("|")}
"""Times without a year of their own, by their words."""
BARE = frozenset({LAST, NEXT, SAME, THIS, REPORTED, EVERY})
"""Those that need no preposition: `Last year, …`."""

# ---- what is no time of a figure ------------------------------------------------------------------------------

PLANS = word_set(
    "plan plans programme programmes program programs strategy strategies agenda roadmap framework concept policy"
    " budget forecast project projects initiative doctrine"
)
"""`the National Plan for 2023–2027`: a title."""
ACTS = word_set(
    "act acts law laws code decree decrees order orders resolution resolutions decision decisions regulation"
    " regulations rules constitution ordinance directive instruction bill judgment judgement ruling convention"
    " protocol treaty agreement amendment amendments statute charter reform reforms memorandum"
)
MADE = word_set(
    "adopted enacted passed amended signed ratified approved promulgated issued published established founded created"
    " launched opened introduced built set commissioned concluded inaugurated instituted formed begun started held"
    " conducted carried entered acceded reformed revised renewed drafted developed restored strengthened extended"
    " granted abolished"
)
"""Participles that say when a thing was made: `the fund established in 2019`."""
MAKING = word_set(
    "adoption enactment entry introduction establishment foundation creation launch opening inauguration ratification"
    " accession promulgation publication signing signature amendment reform revision renewal abolition inception"
)
"""What was done to a thing in the year behind it: `since the adoption of the Act in 2021`."""
DETERMINERS = word_set("the a an its their this that these those his her our another each every new such")
AUXILIARIES = word_set("was were is are be been being has have had having get got")

# ---- clauses ----------------------------------------------------------------------------------------------------

JOINING = word_set("and but or while whereas whilst although though that where when then so yet because if nor")
"""After these words a time opens a clause."""
ADVERBS = word_set(
    "however thus therefore moreover furthermore also then later already subsequently consequently accordingly"
    " meanwhile similarly likewise conversely alone only instead still nevertheless nonetheless indeed overall further"
    " additionally finally lastly notably specifically already again just especially particularly mainly"
)
"""Words between the beginning of a clause and its time, or around it."""
PARTS = (("including",), ("of", "whom"), ("of", "which"), ("of", "these"), ("of", "them"), ("among", "them"),
         ("among", "whom"), ("excluding",), ("with",))  # fmt: skip
"""What opens a clause of its own, and has the time of the whole unless it names another."""
APART = word_set("which who whom whose that where when while whereas whilst although though because after before if")
"""What opens a clause whose times are not those of the figures before it."""
PRONOUNS = word_set("it they he she this these those")
GOES_ON = AUXILIARIES | word_set("did do does received became remained rose fell increased decreased took went")
"""Verbs by which the clause before an inserted one goes on: `…, including women, were heard in 2023`."""
EARLIER = word_set("previously compared against")
"""Words with which brackets begin that hold figures of an earlier time alone."""
PLANNED = word_set(
    "will shall should would planned expected scheduled envisaged foreseen envisages expects intends intended aims"
    " aimed targeted projected anticipated forecast"
)
"""A verb of a plan: its times are not those of figures that were counted."""
PRESENT = word_set(
    "is are has have contains contain employs employ exists exist consists consist makes make provides provide operates"
    " operate includes include comprises comprise serves serve accounts account remains remain stands stand currently"
    " now today holds hold works work offers offer covers cover"
)
"""A verb of the present: the state now, whatever the sentence before spoke of."""
CHANGING = word_set(
    "rose risen rise increased increase grew grown growth fell fallen fall decreased decrease dropped drop declined"
    " decline doubled tripled halved climbed reduced reduction went changed"
)
"""`rose from 14 to 50 between 2017 and 2023`: the figure after "to" is that of the end."""
UP_OR_DOWN = word_set("up down")
TURNING, TURNED = word_set("rising falling increasing decreasing"), word_set("to again back further")
"""`before falling again to 119`, but not `with increasing demand, aid was given to 119`."""
BRINGING = word_set("bring brings bringing brought raising taking")
"""`was down by a fifth from 2023, to 119`, `12 were opened, bringing the total to 24`: so it is here."""
LATER = word_set("then before since later subsequently thereafter afterwards again")
"""`rose until 2022 and then fell to 119`: what follows is of a later time."""
REACHING = word_set("reached reaching")
"""`reached 50 between 2017 and 2023`: the same."""
RANGING = word_set("ranged ranging varied varying fluctuated fluctuating oscillated oscillating peaked")
EXTREMES = word_set("highest lowest largest smallest maximum minimum")
PASSING = word_set("exceed exceeded exceeds below above surpass surpassed")
DENYING = word_set("never not no neither")
_DENIED_BOUNDS = {(no, bound) for no in ("no", "not") for bound in ("more", "fewer", "less")}
BOUNDS = frozenset({("at", "least"), ("at", "most"), ("up", "to")} | _DENIED_BOUNDS)
EACH = word_set("each every any")
"""Between 2021 and 2025 a number `never exceeded 50`, and was `at least 14 each year`: each in one year of them."""
STAYING = word_set("remained remains stayed kept")
"""Before a bound that held for years: `remained below 300 since 2021`."""
SPANNING = RANGING | EXTREMES | EACH | STAYING | word_set("never not")
"""In every sentence that tells an extreme of several years."""
SEASONS = word_set("early late spring summer autumn winter")
"""Within a year: `in early 2024` is not all of it, and what stood at the end of 2023 stood then."""
COURSE = "course of"
"""`in the course of 2023`: what happened, not the state at its end."""
TOTALS = word_set(
    "number numbers total figure amount share proportion percentage rate count average sum expenditure budget"
)
EQUALS = word_set(
    "was were is are amounted reached totalled totaled equalled stood came numbered rose fell exceeded averaged"
    " remained"
)
"""`The number of requests received in 2023 was …`: the subject says when."""
PREVIOUSLY = ("previously",)
"""`(previously 250)`: a figure of an earlier time."""
COMPARING_NUMBERS = (("against",), ("over", "that", "of"), PREVIOUSLY)
"""Comparing only before numbers and times: `complaints against officials`, `cases previously heard` compare nothing."""
WHOLES = word_set("of among")
"""What opens the whole of which a figure is a part: `Of those arrested in 2024, 12 …`."""
HOLDING = word_set("included includes comprised comprises")
"""`The 90 persons helped in 2024 included 12 women`: what follows is a part of them."""
OF_THEM = word_set("them these those whom which the")
"""`300 of them`: a part, with its own time."""
JOINTS = word_set("and but so which who whose where whom")
"""What joins a clause to the one that a time opens."""
SURVEYS = word_set("survey surveys study studies census poll polls assessment index ranking")
"""What was counted then: a survey of 2022 gives no figure of 2025."""
INTRODUCING = word_set("after following before despite upon under pursuant owing thanks given besides beside with by")
"""`After the adoption of the Act in 2022, …`: the time is that of the event."""
SUBORDINATE = word_set("while whereas whilst although though where when because if")
"""Their clause ends at its comma, and its time with it."""
