"""What words say of numbers: that parts are all, that a number is said again, which values an amount is of."""

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

# Each sentence is right; each slip of it is asked about.
KINDS = (
    # parts that are all of their total
    (
        "The court had 8,431 suits in 2021. This included 6,120 new suits and 2,311 old ones.",
        ("8,431 -> 5,431", "6,120 -> 9,120", "2,311 -> 1,311"),
    ),
    (
        "During the year, 9.4 million people moved. This included 6.1 million in towns and 3.3 million elsewhere.",
        ("9.4 -> 7.4", "6.1 -> 8.1"),
    ),
    (
        "The clinic saw 62 minors this year, 37 boys and 25 girls.",
        ("62 -> 82", "37 -> 27", "25 -> 45"),
    ),
    (
        "The unit had 83 deaths in Kona (46) and Lulea (37).",
        ("83 -> 53", "46 -> 96"),
    ),
    (
        "In 2020, 143 raids were made. 97 houses were searched, 28 cars were stopped and 18 boats were boarded.",
        ("143 -> 193", "28 -> 78"),
    ),
    (
        "In 2020, 143 raids were made: in 97 houses, in 28 cars and in 18 boats.",
        ("143 -> 193", "28 -> 78"),
    ),
    (
        (
            "In all, 118 crashes were counted. 14 were fatal crashes in which 17 persons died, 22 were grave crashes in"
            " which 40 persons were hurt, 31 were light crashes in which 38 persons were hurt and 51 did damage only."
        ),
        ("118 -> 718", "51 -> 91", "22 -> 29"),
    ),
    (
        (
            "The dead numbered 8,412 in all. Some 3,905 men, some 2,611 women, some 268 boys and 214 girls were killed,"
            " while the sex of 31 children and 1,383 adults is not known."
        ),
        ("268 -> 208", "2,611 -> 5,611", "31 -> 38"),
    ),
    (
        "The number of births was 6,408 in the year. The number of boys was 3,297 and of girls 3,111.",
        ("6,408 -> 9,408", "3,297 -> 3,797"),
    ),
    (
        "The police had 1,250 reports, comprising 700 of theft, 400 of fraud and 150 of arson.",
        ("1,250 -> 1,350", "400 -> 300"),
    ),
    (
        "In 2022, 43 raids were made, with 21 of them in the north; twelve in the south and ten in the west.",
        ("43 -> 63", "21 -> 51", "twelve -> three"),
    ),
    (
        (
            "The office had 4,812 letters. The total is made up of: 3,205 complaints, of which 977 were of prisons;"
            " 1,366 questions; and 241 notes of thanks."
        ),
        ("4,812 -> 7,812", "1,366 -> 2,366"),
    ),
    (
        "The boat took 61 men off the east island and 142 men off the west island, for a total of 203 men.",
        ("61 -> 31", "203 -> 503"),
    ),
    (
        "In 2023, 6,204 children were born and 19,817 people died. The natural population loss was 13,613.",
        ("6,204 -> 8,204", "13,613 -> 11,613"),
    ),
    (
        "The courts took 26,300 suits (61%) and 16,814 pleas (39%), in all 43,114 matters.",
        ("43,114 -> 73,114",),
    ),
    # a number that is said again
    (
        "The office opened 417 files in 2022. Of the 417 files, 390 came by letter.",
        ("Of the 417 -> Of the 917",),
    ),
    (
        "The office opened 417 files in 2022. Of the 417 files opened by the office in 2022, 390 came by letter.",
        ("Of the 417 -> Of the 917",),
    ),
    # one change told by two amounts: either value may be the wrong one
    (
        "Fires reached 71,390. The figure shows an increase of 2,746 or 4 per cent on the 68,644 fires of 2021.",
        ("71,390 -> 21,390", "68,644 -> 38,644"),
    ),
    (
        "Filings in the 12 courts fell by 1,412 to 48,077 (down 2.9 per cent).",
        ("1,412 -> 5,412", "48,077 -> 98,077", "2.9 -> 1.9"),
    ),
    # the value that another is held against
    (
        (
            "In all, 21,418 pleas came in 2021. The number showed a fall of 64.7% compared to the previous year which"
            " was 60,675 pleas."
        ),
        ("21,418 -> 51,418", "64.7 -> 34.7"),
    ),
    (
        "In 2018 the number of visas (51,380), was 24% higher than in 2017, (41,435).",
        ("24 -> 54", "higher -> lower"),
    ),
    # quantities with a unit
    (
        "Catches were down by 8 per cent in 2019 at 4.61 million tonnes against 5.01 million tonnes a year before.",
        ("8 -> 3", "4.61 -> 4.11", "down -> up"),
    ),
    # births and deaths of two sentences, two sentences before the amount
    (
        (
            "In October, 16,482 children were born. In ten months, births came to 171,630. Deaths rose 2 per cent to"
            " 28,907 in October, and the people shrank by 12,425."
        ),
        ("12,425 -> 42,425",),
    ),
    # directions
    (
        "The figure rose from 8,046 to 8,790 in March but then fell to 8,177 in April.",
        ("fell -> rose",),
    ),
    (
        "The number of deaf pupils was higher in 2020 (1,846) when compared to that of 2019 (1,733).",
        ("higher -> lower",),
    ),
    (
        "The number of thefts fell. However, the police had 812 thefts this year compared to 851 last year.",
        ("fell -> rose",),
    ),
    # shares
    (
        "Most beds (63 per cent) were in halls, and the rest (37 per cent) were in houses.",
        ("63 -> 93", "37 -> 57"),
    ),
    (
        (
            "In all 3,184 notices were sent this year. Boys under ten were most at risk, making up 71 per cent (2,261)"
            " of the total number of notices."
        ),
        ("71 -> 31", "2,261 -> 1,261"),
    ),
    (
        (
            "There were 48,210 assaults in the year. Most were told of by women, with more than half of such assaults"
            " (58 per cent; 27,962 assaults) at night."
        ),
        ("58 -> 18", "27,962 -> 67,962"),
    ),
    (
        (
            "In 2018: 41% of pleas were made under one law; 27% of pleas were made under the second; 19% of pleas were"
            " made under the third; 13% of pleas were made under the last."
        ),
        ("41 -> 49", "19 -> 99"),
    ),
    (
        "In all, 61.2% of the people live in cities and 38.8% in rural places.",
        ("61.2 -> 11.2", "38.8 -> 58.8"),
    ),
    (
        "There were 184,206 weddings. The south had the most weddings (14.7%) at 27,078.",
        ("14.7 -> 12.7", "27,078 -> 57,078"),
    ),
    (
        "In all, 306,418 sat for the Form Two test and 227,969 passed, which is equivalent to 74 per cent.",
        ("306,418 -> 206,418", "74 -> 24"),
    ),
)
# What stands in the same words, and is no slip.
BESIDE = (
    # some parts, parts of another thing, and rounded ones
    "The court had 8,431 suits in 2021. This included 5,120 new suits.",
    "The police stopped 91 drivers, including 56 women and 15 men.",
    "The police had 1,250 reports, comprising 700 of theft, 300 of fraud and 150 of arson, among others.",
    "The police had 1,250 reports, including, in particular, 700 of theft, 300 of fraud and 150 of arson.",
    "Of the 240 persons held, 120 were nationals of the State, 60 came from beside it and 20 had no papers.",
    "There were 6,820 schools. Of the teachers hired, 3,022 were women and 2,998 men.",
    "There were 5,900,800 goats, with 3,742,300 in the north and 2,158,400 in the south.",
    "The office filed 147 suits, including 84 for single persons, 34 for a group, and 25 against a ministry.",
    "Altogether 1,250 persons were resettled, including 700 from Syria, 300 from Iraq and 150 from Eritrea.",
    "There were 31 deaths, the highest in Port East (17) and Port West (8).",
    "The unit sold 378 tents: in Kona (195), Lulea (77), and Oran and Setif (53 each).",
    "In 2022, 43 raids were made, in 21 towns, 12 villages and nine ports.",
    "The office has 120 staff in 5 regions, 40 districts and 73 towns.",
    "In 2023, 118 judges sat in 51 courts, 42 tribunals and 24 offices.",
    "Some 250 pupils came: some 125 boys and 115 girls.",
    (
        "In total, 295 people died in the year. Of the dead, 106 were builders. There were two deaths every week. Falls"
        " led to 73 deaths. Cars led to 64 deaths."
    ),
    (
        "The clinic is to serve 35,530 persons. Of all who came, 21,184 (33.4%) were old, while 13,716 (21.6%) were new"
        " ones."
    ),
    "The boat carried 725 sheep (706 in 2016) and 19 cows.",
    "The office opened 40 files. Of these 12 files led to charges (30 per cent) and 8 (20 per cent) were closed.",
    "The office opened 40 files. Of these 40 files 12 (30 per cent) led to charges.",
    "About half of the 120 girls (52 per cent) went to school.",
    # numbers that are only alike
    "The office opened 417 files in 2022. Of the 317 letters, 290 were answered.",
    (
        "The centre had two men and 145 women, compared with 198 persons in 2016 and 137 persons in 2015. Of the 147"
        " persons, 9 were young."
    ),
    "The bank lent £1.4bn, and may add to the £1.5bn.",
    "In 2020, 415 pleas came in. Of the 425 pleas of 2021, 300 were allowed.",
    "In 2020, 415 pleas came in. Of the 425 that came in 2021, 300 were allowed.",
    "The north office had 417 files. Of the 427 files at the south office, 20 were closed.",
    # shares of several wholes
    "30% of girls were schooled by 2019, 35% of girls were schooled by 2020 and 45% of girls were schooled by 2021.",
    "30% of girls in the north, 35% of girls in the south and 45% of girls in the west were schooled.",
    "30% of boys are schooled in the north, 35% of boys are schooled in towns and 45% of boys are schooled in all.",
    # an amount of another thing, or from another base
    "The list has fallen to 4,120, a cut of 2,380 compared to last year and 6,115 compared to the peak of 2002.",
    "Exports to the north rose 4.1 per cent to 1.46 billion. Exports to the south fell 2.3 per cent to 1.28 billion.",
    "Some 384,122 were 25 years or older. Begging declined by 2 per cent (or 13,344 people).",
    "Loans were $1.4 billion last week, up from $0.9 billion, as the bank rate averaged 6.45 per cent.",
    "Wheat sales of 2.58 million were up 19 per cent, but oats sales were 46 per cent higher, at 3.16 million.",
    # a word of direction whose amount is of other values
    "The number of pupils fell by four last week to 758, against 723 a year before.",
    "Claims rose by 2,000 in the month to 436,500, compared with 470,700 a year ago.",
    "Deaths came to 38 this year against 61 last year. This was due to fewer floods, which dropped by 57 per cent.",
    "Of the 7.1 million people above the age of 18, 2.9 million had moved, up from 2.2 million.",
    # a word of another thing
    (
        "The centre told of a 16% fall with 42 attacks against farms - comprising 38 by day and four by night -"
        " compared to 50 in 2018."
    ),
)


def findings(text: str) -> list[str]:
    """The messages about one paragraph."""
    return [one.message for one in audit_document(document(paragraph(text))).findings]


@pytest.mark.parametrize(("right", "slip"), [(right, slip) for right, slips in KINDS for slip in slips])
def test_a_slip_is_noticed_by_what_the_words_say(right: str, slip: str) -> None:
    """Whichever number or word is wrong, something is asked; nothing where all are right."""
    old, new = slip.split(" -> ")
    assert right.count(old) >= 1

    assert [] == findings(right)
    assert findings(right.replace(old, new, 1))


_DOTTED = "The courts of İzmir, İstanbul, İznik, İnegöl, İskenderun, İncesu, İpsala, İslahiye and İmamoğlu answered."


@pytest.mark.parametrize(("right", "slip"), [(right, slip) for right, slips in KINDS for slip in slips])
def test_letters_that_are_longer_in_small_move_no_number(right: str, slip: str) -> None:
    """`İ` is two characters in `str.lower`: behind it the words beside each number are still its own."""
    old, new = slip.split(" -> ")

    assert [] == findings(f"{_DOTTED} {right}")
    assert findings(f"{_DOTTED} {right.replace(old, new, 1)}")


@pytest.mark.parametrize("text", BESIDE)
def test_what_the_words_leave_open_is_left_alone(text: str) -> None:
    """Parts that are some, numbers of other things, and what rounding leaves."""
    assert [] == findings(text)


def test_a_word_against_two_values_is_told_once() -> None:
    """`rose to 500, against 600` is read as a change and as a comparison; the weightier of the two is told."""
    found = audit_document(document(paragraph("The number of pleas rose to 500, against 600 a year before."))).findings

    assert ["“rose”, but the value fell, from 600 to 500"] == [one.message for one in found]
    assert not findings("The number of pleas rose to 700, against 600 a year before.")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("In January and February 2021 it was 120 million dollars, against 132 million the previous year.", False),
        ("In the first nine months of 2021 there were 19 suits, against 17 suits in the same 2019 period.", False),
        ("In the first nine months of 2021 there were 19 suits, against 17 suits in 2019.", True),
    ],
)
def test_a_period_that_is_said_to_be_alike_is_no_longer_one(text: str, *, is_told: bool) -> None:
    """`the previous year` and `the same 2019 period` are nine months, where nine months are held against them."""
    assert is_told == any("compared with 1 year" in one for one in findings(text))


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("When it announced its plan May 26 Harper advised holders of the 6-3/8 per cent bonds.", False),
        ("When it announced its plan, in May 26 clerks of the 6 clerks were told.", True),
    ],
)
def test_a_day_before_a_name_is_no_number(text: str, *, is_told: bool) -> None:
    """`May 26 Harper` is a date without a year; `in May 26 clerks of the 6` are too many clerks."""
    assert is_told == any("larger than the whole" in one for one in findings(text))


def test_the_whole_that_these_points_at_is_divided() -> None:
    """`Of these 40 files, 12 (90 per cent)` contradicts itself, also without a comma, as does a fraction of them."""
    (found,) = findings("About half of the 120 girls (32 per cent) went to school.")
    assert found == "“half” is said of 32 per cent"
    assert findings("The office opened 40 files. Of these 40 files 12 (90 per cent) led to charges.")
    assert findings("The office opened 40 files. Of these 40 files, 12 (90 per cent) led to charges.")
