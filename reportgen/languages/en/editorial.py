"""The words that the rules of the Editorial Manual of the United Nations know, such as Oxford spelling with -ize."""

from reportgen.languages.words import word_set

IZE_STEMS = (
    "actual|amort|anonym|antagon|apolog|author|bureaucrat|capital|categor|central|character|civil|collectiv|colon"
    "|commercial|compartmental|computer|conceptual|contextual|criminal|critic|crystall|custom|democrat|demon|destabil"
    "|digit|digital|diversif|dramat|econom|emphas|epitom|equal|external|familiar|fertil|final|formal|general|global"
    "|harmon|hospital|human|hypothes|ideal|immobil|immun|individual|industrial|initial|institutional|internal"
    "|international|item|jeopard|legal|legitim|liberal|local|marginal|material|maxim|mechan|memorial|militar|minim|mobil"
    "|modern|monopol|moral|national|natural|neutral|normal|operational|optim|organ|ostrac|patron|penal|personal|polar"
    "|politic|popular|priorit|privat|professional|public|radical|rational|real|recogn|regional|regular|revital|ritual"
    "|sanit|scrutin|secular|sensit|sexual|social|special|stabil|standard|steril|stigmat|stylis|subsid|summar|symbol|sympath"
    "|synchron|synthes|system|systemat|terror|theor|traumat|union|universal|urban|util|vandal|victim|visual|weapon"
)
"""What takes the ending -ize; `advise`, `comprise`, `exercise`, `supervise` and the like are not among them."""
SPELLINGS = {
    "acknowledgment": "acknowledgement",
    "aging": "ageing",
    "anesthesia": "anaesthesia",
    "behavior": "behaviour",
    "behavioral": "behavioural",
    "benefitted": "benefited",
    "benefitting": "benefiting",
    "canceled": "cancelled",
    "catalog": "catalogue",
    "center": "centre",
    "centers": "centres",
    "co-operate": "cooperate",
    "co-operation": "cooperation",
    "co-ordinate": "coordinate",
    "co-ordinated": "coordinated",
    "co-ordinating": "coordinating",
    "co-ordination": "coordination",
    "co-ordinator": "coordinator",
    "color": "colour",
    "counseled": "counselled",
    "counseling": "counselling",
    "counselor": "counsellor",
    "counselors": "counsellors",
    "defense": "defence",
    "endeavor": "endeavour",
    "endeavors": "endeavours",
    "enrollment": "enrolment",
    "favor": "favour",
    "favorable": "favourable",
    "focussed": "focused",
    "focussing": "focusing",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "gynecological": "gynaecological",
    "gynecologist": "gynaecologist",
    "hemorrhage": "haemorrhage",
    "honor": "honour",
    "humor": "humour",
    "installment": "instalment",
    "installments": "instalments",
    "kilometer": "kilometre",
    "kilometers": "kilometres",
    "labeled": "labelled",
    "labeling": "labelling",
    "labor": "labour",
    "laborer": "labourer",
    "laborers": "labourers",
    "liter": "litre",
    "liters": "litres",
    "maneuver": "manoeuvre",
    "modeling": "modelling",
    "neighbor": "neighbour",
    "neighboring": "neighbouring",
    "neighbors": "neighbours",
    "offense": "offence",
    "offenses": "offences",
    "orthopedic": "orthopaedic",
    "pediatric": "paediatric",
    "pediatrician": "paediatrician",
    "program": "programme",
    "programs": "programmes",
    "rumor": "rumour",
    "rumors": "rumours",
    "signaled": "signalled",
    "skillful": "skilful",
    "targetted": "targeted",
    "targetting": "targeting",
    "theater": "theatre",
    "traveled": "travelled",
    "traveler": "traveller",
    "travelers": "travellers",
    "traveling": "travelling",
    "web site": "website",
    "web sites": "websites",
}
"""Words by the spelling that is corrected. What is right in some sense (`judgment`, `practice`) is not among them."""

BEFORE_RANGES = word_set("articles arts chapters nos pages paragraphs paras rules sections sessions tables years")
"""Words before a range of numbers: `articles 5-7`."""
BEFORE_ONE_NUMBER = word_set("art article no order number tel telephone phone fax decree resolution symbol")
"""Words before one number that may have a hyphen: `article 83-1`."""
NO_SYMBOLS = word_set("In On At By To Of As An Is It No We He So If Or A I")
"""Words before a number that look like the symbol of a currency."""
NOT_COUNTED = word_set(
    "a above after aged am among an and are as at below between but by day days during for from had has have"
    " hectare hectares hour hours hryvnia if in including is kg kilogram kilograms kilometre kilometres km litre"
    " litres m metre metres million billion minute minutes month months nor not of on or out over per percentage"
    " place places pm point points previous second seconds since that the then times to tonne tonnes under until"
    " up was week weeks were when where which while who will with year years yearly years’ months’ days’ weeks’"
    " hours’"
)
"""Words after a figure that it does not count, and measures, which keep their figures."""
BEHIND_YEARS = word_set(
    "and are as at but by can fell for from has have in is may of on or rose to was were which who will with"
)
"""Words behind four figures that may be a year."""
KNOWN_ABBREVIATIONS = word_set(
    "AIDS AM BC AD CD COVID DNA DVD GMT HIV ID IQ IT PDF PM QR RNA SIM SMS TV UN UNESCO UNICEF US UTC XX XXX OK"
    " ALL AND ANY BUT IF MAY MUST NO NOT ONLY OR SHALL THE"
)
"""Abbreviations that need no explanation, are better known than their full names, or have a rule of their own; and
words that are only stressed."""
NAMING = word_set(
    "act acts annex appendix art article articles arts bill box call called calling case category chap chapter class"
    " clause code communication contract convention decision decree department dial dialling directive document"
    " edition entry extension family fax figure figures form goal goals grade group helpline helplines hotline"
    " hotlines house index indicator instruction issue item law letter level line lines lot model no nos notice number"
    " numbers objective office opinion option order ordinance page pages para paragraph paragraphs paras part patent"
    " petition phase phone point post principle prison procedure programme protocol quarter question recommendation"
    " regulation report resolution resolutions room rule rules school sect section sections series session site stage"
    " standard step subparagraph table target tel telephone text tier title type unit variant version volume ward zone"
)
"""Words after which a number names something and counts nothing: `helpline 119`."""
