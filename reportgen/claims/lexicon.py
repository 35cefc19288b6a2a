"""The words that the grammar knows: what stands before numbers, what ends a noun, what says up or down."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, as a set."""
    return frozenset(words.split())


PREPOSITIONS = word_set(
    "in at on by for from with among amongst between under over above below within without during since until till to"
    " into onto through throughout across against concerning regarding including excluding per as than after before"
    " via towards toward upon about around aged following owing due despite except besides pursuant out up down off"
    " according compared relative versus like involving covering comprising containing"
)
DETERMINERS = word_set(
    "the a an this that these those its their his her our all both each every any such other another"
)
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would shall should can could may"
    " might must"
    " became become becomes remained remain remains stood stands amounted reached totalled totaled totals constitute"
    " constituted constitutes account accounted accounts represent represented represents make makes made hold holds"
    " held serve took take takes came come comes fell rose grew went won lost left got gave given seen done went"
    " found"
    " put met paid sent brought taken sought said set let began begun ran run led lies lay belong belongs"
    " attend live lives work works concern concerns relate relates occur occurs receive receives include"
    " includes exist"
)
"""Verbs in forms that do not show by their ending that they are verbs."""
CONJUNCTIONS = word_set(
    "and or but nor while whereas although though if because so yet respectively i.e. e.g. namely plus"
)
RELATIVES = word_set("who whom whose which that where when what how")
ADVERBS = word_set(
    "only also just already still not now then there here thus however therefore alone approximately nearly almost"
    " mostly mainly respectively too again ever never currently annually altogether overall inclusive"
)
NOUN_STOPS = PREPOSITIONS | DETERMINERS | AUXILIARIES | CONJUNCTIONS | RELATIVES | ADVERBS
"""Words at which the noun behind a number ends."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
UNITS_IN_WORDS = {word: number for number, word in enumerate(_UNITS.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)} | {
    f"{word[:-1]}ieth": value for word, value in TENS.items()
}
FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}

REFERENCES = word_set(
    "art article section sect subsection paragraph para subparagraph no number chapter chap rule goal target"
    " resolution"
    " decree order decision law act recommendation table figure annex appendix phase level grade class category page"
    " note version protocol regulation directive bill schedule form item clause principle indicator step stage line"
    " convention observation comment amendment part volume vol book title"
    " district ward region zone area school prison colony unit building block room sector court branch precinct"
    " station"
    " camp hospital clinic kindergarten group wave round lot model route road highway channel platform gate hall"
    " centre"
)
"""Words after which a number is a name, not a count."""
PLURAL_REFERENCES = word_set(
    "arts articles sections sects subsections paragraphs paras subparagraphs nos numbers chapters chaps rules goals"
    " targets resolutions decrees orders decisions laws acts recommendations tables figures annexes appendices phases"
    " levels grades classes categories pages notes protocols regulations directives bills items clauses principles"
    " indicators steps stages amendments parts volumes titles"
)
"""The same, where several numbers may follow."""
LOOSE_REFERENCES = word_set(
    "number numbers order orders decision decisions recommendations targets goals rules form forms line lines part"
    " parts category categories class classes level levels figure figures indicators amendments acts laws bills"
    " titles"
    " sections stages phases steps observation observations comment comments convention protocols regulations"
    " principles decrees directives items notes"
)
"""Of these, those before which a count is as likely where the number is written as one: `in categories 1,200 …`."""

CURRENCY_SIGNS = word_set("$ € £ ¥ ₹ ₸ ₽ ₴ ₦ ₱ ₩ ₫ ₺ ₪ ₾ ₼ ₵ ฿")
CURRENCY_CODES = word_set(
    "usd eur gbp chf jpy cny rub kzt uah azn amd gel kgs uzs tjs tmt mdl byn pln czk huf ron bgn rsd bam mkd all try"
    " sek nok dkk isk ils jod lbp egp mad dzd tnd lyd sar aed kwd bhd omr qar iqd irr afn pkr inr bdt lkr npr mmk thb"
    " vnd idr myr php sgd krw mnt ngn ghs kes ugx tzs zar bwp nad zmw mwk mzn aoa xaf xof cfaf cdf rwf bif etb"
    " sos djf nu gnf lak xcd htg szl lsl mga kmf scr mur mru stn cve gmd sll lrd ssp yer syp srd mvr"
    " brl ars clp cop pen bob pyg uyu mxn gtq hnl nio crc pab dop cup jmd ttd bbd fjd pgk wst us$ aud nzd cad"
    " hkd rs r"
    " r$ nt$ t le sw sf swf dm n k ksh sh tsh ush gh₵ rf rm rp"
)
"""Codes and letters of currencies; a single letter counts only before an amount in figures."""
CURRENCY_NAMES = word_set(
    "dollar dollars euro euros tenge franc francs peso pesos rupee rupees pound pounds yen yuan rouble roubles ruble"
    " rubles som soum sum hryvnia hryvnias lei leu leva lev kuna dinar dinars dirham dirhams riyal riyals rial rials"
    " lira liras krona kronor krone kroner zloty zlotys forint forints koruna shilling shillings rand naira cedi"
    " cedis"
    " birr kwacha pula baht dong ringgit rupiah won real reais sol soles quetzal quetzales lempira lempiras colon"
    " colones guarani guaranies boliviano bolivianos lari dram drams manat manats somoni tugrik tugriks afghani"
    " afghanis taka kyat kip riel shekel shekels gourde gourdes balboa balboas cordoba cordobas"
)
DURATIONS = word_set(
    "year years month months week weeks day days hour hours minute minutes years' months' days' weeks' hours' year's"
    " month's day's hectares hectare km kilometres kilometre metres metre kg tonnes tonne"
)

UP = word_set(
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb"
    " climbed climbs jump jumped surge surged expand expanded upturn raised raise raises gain gained upward"
    " widened widens lengthened extended soared swelled escalated accelerated"
)
DOWN = word_set(
    "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop"
    " drops dropped dropping reduced reduce reduces reduction shrink shrank shrunk lowered cut contracted diminish"
    " diminished downturn plummeted plunged narrowed narrows shortened slowed dwindled slumped tumbled sank"
    " receded lessened"
)
CHANGE_NOUNS = word_set(
    "rise increase growth fall decrease decline drop reduction surge jump upturn downturn cut gain raise"
)
FACTORS_UP = {"doubled": 2, "doubling": 2, "tripled": 3, "trebled": 3, "tripling": 3, "quadrupled": 4, "quintupled": 5}
FACTORS_DOWN = {"halved": 2, "halving": 2}
FOLDS = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "tenfold": 10,
    "two-fold": 2,
    "three-fold": 3,
    "four-fold": 4,
    "five-fold": 5,
    "ten-fold": 10,
}
MORE = word_set("more higher greater larger up above")
LESS = word_set("less lower fewer smaller down below")
PARTITIONS = (
    (
        word_set("men man male males"),
        word_set("women woman female females"),
        word_set("children child minors juveniles"),
    ),
    (word_set("men man"), word_set("women woman"), word_set("boys boy"), word_set("girls girl")),
    (word_set("men man male"), word_set("women woman female"), word_set("anonymous unknown unidentified")),
    (
        word_set("granted upheld accepted approved admissible convicted convictions"),
        word_set("rejected dismissed refused inadmissible acquitted acquittals declined"),
        word_set("pending examination consideration continuing ongoing awaiting investigation"),
        word_set("withdrawn discontinued terminated"),
    ),
    (word_set("completed"), word_set("way progress ongoing"), word_set("begun started")),
)
"""What things are divided into with nothing left over: three parts or more, each in a group of its own."""
MEMBERS = word_set("whom which these them those")
"""What stands behind `of` where parts of something said before follow."""
