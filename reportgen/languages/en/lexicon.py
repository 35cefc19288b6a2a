"""The words that the grammar knows: what stands before numbers, what ends a noun, what says up or down."""

from reportgen.languages.words import word_set

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

REFERENCES = word_set(
    "art article section sect subsection paragraph para subparagraph no number chapter chap rule goal target"
    " resolution"
    " decree order decision law act recommendation table figure annex appendix phase level grade class category page"
    " note version protocol regulation directive bill schedule form item clause principle indicator step stage line"
    " convention observation comment amendment part volume vol book title"
    " district ward region zone area school prison colony unit building block room sector court branch precinct"
    " station"
    " camp hospital clinic kindergarten group wave round lot model route road highway channel platform gate hall"
    " centre week column cycle fy"
)
"""Words after which a number is a name, not a count."""
PLURAL_REFERENCES = word_set(
    "arts articles sections sects subsections paragraphs paras subparagraphs nos numbers chapters chaps rules goals"
    " targets resolutions decrees orders decisions laws acts recommendations tables figures annexes appendices phases"
    " levels grades classes categories pages notes protocols regulations directives bills items clauses principles"
    " indicators steps stages amendments parts volumes titles columns cycles"
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
    " r$ nt$ t le sw sf swf dm n k ksh sh shs tsh ush gh₵ rf frw rm rp"
)
"""Codes and letters of currencies; a single letter counts only before an amount in figures."""
CURRENCY_NAMES = word_set(
    "dollar dollars euro euros tenge franc francs peso pesos rupee rupees pound pounds yen yuan rouble roubles ruble"
    " rubles som soum sum hryvnia hryvnias lei leu leva lev kuna dinar dinars dirham dirhams riyal riyals rial rials"
    " lira liras krona kronor krone kroner zloty zlotys forint forints koruna shilling shillings rand naira cedi"
    " cedis cents centavos centimes kopecks kopeks pence tiyn"
    " birr kwacha pula baht dong ringgit rupiah won real reais sol soles quetzal quetzales lempira lempiras colon"
    " colones guarani guaranies boliviano bolivianos lari dram drams manat manats somoni tugrik tugriks afghani"
    " afghanis taka kyat kip riel shekel shekels gourde gourdes balboa balboas cordoba cordobas"
)
DURATIONS = word_set(
    "year years decade decades century centuries month months week weeks day days hour hours minute minutes"
    " years' months' days' weeks' hours' year's"
    " month's day's hectares hectare acres acre km kilometres kilometre miles mile metres metre centimetres centimetre"
    " cm millimetres millimetre mm tonnes tonne tons ton kg kilograms kilogram grams gram litres litre millilitres"
)

UP = word_set(
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth"
    " climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging expand expanded"
    " upturn raised raise raises gain gained upward widened widens lengthened extended soared soaring swelled"
    " swelling escalated accelerated lifted boosted rocketed skyrocketed leapt leaped leap spiked spike"
    " ballooned mushroomed multiplied rebounded upsurge"
)
DOWN = word_set(
    "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining"
    " drop drops dropped dropping reduced reduce reduces reduction shrink shrank shrunk shrinking lowered cut"
    " contracted contraction diminish diminished diminishing downturn plummeted plummeting plunge plunged"
    " plunging narrowed narrows shortened slowed dwindled dwindling slump slumped tumbled tumbling sank receded"
    " lessened downward dipped dip slipped slid sliding nosedived dived"
)
CHANGE_NOUNS = word_set(
    "rise increase growth fall decrease decline drop reduction surge jump upturn downturn cut gain raise climb"
    " leap spike upsurge slump dip plunge contraction"
)
TRENDS = word_set("trend trends tendency trajectory")
"""Behind an adjective: `the downward trend`, `a rising tendency`."""
GOING = word_set("went gone goes go going shot crept")
"""Verbs that `up` and `down` belong to: `went down from 120 to 90` is a change."""
FACTORS_UP = {"doubled": 2, "doubling": 2, "tripled": 3, "trebled": 3, "tripling": 3, "quadrupled": 4, "quintupled": 5}
FACTORS_DOWN = {"halved": 2, "halving": 2}
MORE = word_set("more higher greater larger bigger up above")
LESS = word_set("less lower fewer smaller down below")
MORE_OR_LONGER, LESS_OR_SHORTER = MORE | {"longer", "older"}, LESS | {"shorter", "younger"}
"""The same beside a duration or an age: `proceedings were longer than in 2022`."""
PASSING = word_set("exceeding exceeded exceeds surpassing surpassed surpasses overtook overtaking above")
"""What says that a value is above another one, which stands right behind."""
OUTNUMBERING = word_set("outnumber outnumbers outnumbered outnumbering")
LEAST = word_set("lowest fewest smallest")
TOPS = LEAST | word_set("peaked highest largest record peak maximum minimum low most bottomed")
UNMOVED = word_set("unchanged constant stable stagnated")
BETTER = word_set("rose risen rise rises rising climbed climb improved improvement improving advanced")
WORSE = word_set(
    "fell fallen fall falls falling dropped drop slipped slid deteriorated deterioration worsened declined"
)
"""Which way a place in a ranking went: from the seventieth up to the sixtieth."""
SAMENESS = word_set("same many few much high large changed change returned back similar equalled")
"""`the same number as in 2022`, `as many as in 2022`, `has not changed`, `returned to the level of 2021`."""
AGO = word_set("earlier before ago previously")
"""`two years earlier`."""
CHANGING = (
    UNMOVED | UP | DOWN | MORE_OR_LONGER | LESS_OR_SHORTER | PASSING | FACTORS_UP.keys() | FACTORS_DOWN.keys() | TOPS
)
"""All words that hold a value against an earlier one."""
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
PAIRS = (
    (word_set("men man male males boys boy"), word_set("women woman female females girls girl")),
    (word_set("adults adult"), word_set("children child minors minor juveniles")),
    (word_set("urban cities towns"), word_set("rural villages")),
    (word_set("convicted guilty conviction convictions"), word_set("acquitted acquittal acquittals")),
    (
        word_set("closed completed concluded finished resolved"),
        word_set("way ongoing pending open outstanding unresolved progress"),
    ),
    (word_set("nationals citizens"), word_set("foreign foreigners aliens")),
    (word_set("public state"), word_set("private")),
    (
        word_set("upheld granted accepted approved admissible"),
        word_set("rejected dismissed refused inadmissible"),
    ),
    (word_set("killed died deaths dead fatalities killings"), word_set("injured wounded injuries")),
    (word_set("remand pretrial pre-trial unsentenced unconvicted"), word_set("convicted convicts sentenced")),
)
"""Two parts that are all there is of a whole."""
MEMBERS = word_set("whom which these them those")
"""What stands behind `of` where parts of something said before follow."""

SHORT_BEFORE_NUMBERS = word_set(
    "art arts no nos para paras p pp sect sects sec secs chap chaps ch fig figs vol vols subpara subparas subsect"
    " rev add corr cl cls reg regs tab item th thous thsd mln bln jan feb mar apr jun jul aug sept sep oct nov dec"
)
"""Abbreviations after which a number goes on, never a new sentence."""
SHORT_WITHIN = word_set(
    "mr mrs ms messrs dr prof st gen col capt lt sgt hon rev fr v vs cf e.g i.e viz approx ca c resp incl excl"
    " est h.e art arts para paras sect chap nos dept"
)
"""Abbreviations that never end a sentence."""
SENTENCE_STARTERS = word_set(
    "A After All Also Although An And As At Because Before Both But By Currently During Each For From Furthermore"
    " He Her His However If In It Its Later Moreover No Of On One Our Pursuant She Since Some Such That The Their"
    " Then There Therefore These They This Those Through Thus To Today Under Upon We When Where Whereas While With"
)
"""Words that begin sentences more often than they are names."""
CALLED_BY_NUMBER = word_set(
    "helpline helplines hotline hotlines phone telephone tel fax dial dialling calling code box chamber call"
    " called question point schedule petition patent option unit house office site complaint department directive"
    " edition entry form index instruction issue letter opinion ordinance permit licence sitting"
)
"""Further words after which a number without a comma is a name: `helpline 116`, `by dialling 112`."""
CRITERIA = word_set(
    "sex gender age ages ethnicity nationality citizenship region province district country origin type category"
    " religion occupation education ground grounds offence crime disability status cause method sector year"
)
"""What things are broken down by: `By sex, they were …`."""
SAYING_LITTLE = word_set(
    "the a an of in on at by for to from with and or as that which who whom whose this these those there is are"
    " was were be been being has have had having it its their his her our we they also only all some any more than"
    " less not per cent total number numbers among amongst between into under over out up during within constitute"
    " constituted constitutes represent represented represents account accounted accounts make made hold holds"
    " comprise comprised percentage proportion share approximately about around according republic country state"
    " party year years"
)
"""Words by which two sentences are not told apart."""
DENYING = word_set(
    "without except excluding besides despite under over within outside against not no never another other such"
    " each every any"
)
"""Small words that make another quantity of the same nouns and verbs."""
LINKING = word_set(
    "of the is are was were be been being has have had having do does did there it they number numbers total"
    " figure figures amount amounted stood stands reached totalled per cent also as some overall altogether"
)
"""Words that only hold a statement of a number together."""
