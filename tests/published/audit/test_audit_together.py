"""Numbers that belong together over several sentences: by the word that is said of them, or what they are called."""

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

# Each text is right; each slip, the word behind the arrow in place of the one before it, is noticed.
SLIPS = (
    (
        (
            "In that spring 1,418 persons were killed and 3,057 were hurt. The number of villagers killed was 1,102 "
            "(among them 40 guards), and the number of villagers hurt was 2,446. A further 316 of the border troops "
            "were killed and 611 were hurt. The worst-hit valley had 512 victims (204 killed, 308 hurt)."
        ),
        ("1,418 -> 1,718", "3,057 -> 9,057", "1,102 -> 1,902", "2,446 -> 6,446", "316 -> 816", "611 -> 211"),
    ),
    (
        (
            "Over the years 14,026 people were killed in 9,377 accidents. In 2015, 5,210 people were killed and "
            "9,116 hurt in 3,402 accidents. In 2016, 4,605 people were killed and 8,030 hurt in 3,118 accidents. In "
            "2017, 4,211 people were killed and 7,702 hurt in 2,857 accidents."
        ),
        ("14,026 -> 17,026", "9,377 -> 2,377", "5,210 -> 8,210", "3,118 -> 5,118", "2,857 -> 2,157"),
    ),
    (
        (
            "In the spring the customs cracked down on 2,318 smugglers and took 14 boats. In March the customs "
            "opened a total of 842 cases and took six boats. In April the customs opened 790 cases and took three "
            "boats. In May the customs opened 686 cases and took five boats."
        ),
        ("2,318 -> 9,318", "842 -> 142", "790 -> 190", "686 -> 386"),
    ),
    # An age stands between a part and its share.
    (
        "Of 1,208 deaths, 451 were of persons aged 60-69 (37% of all deaths) and 246 of persons aged 50-59 (20%).",
        ("37% -> 67%", "20% -> 50%", "451 -> 951"),
    ),
    # The whole is named by its noun.
    (
        (
            "There were 8,410 adults and 3,216 children in the shelters. Some 512 families came. There were 1,346 "
            "persons aged between 18 and 24, accounting for 16 per cent of adults."
        ),
        ("16 per -> 46 per", "1,346 -> 7,346"),
    ),
    # What a value of before is of.
    (
        (
            "There are 2,318 children in 907 families in the shelters. This is a 54 per cent rise since January when "
            "there were 1,505 children, in 612 families."
        ),
        ("54 -> 84", "1,505 -> 1,805", "rise -> fall"),
    ),
    # Parts of the total, of the number, of persons.
    (
        "A total of 7,304 persons were naturalized. Of the total, 6,518 were on request and 786 by declaration.",
        ("7,304 -> 2,304", "6,518 -> 1,518", "786 -> 286"),
    ),
    (
        (
            "In that year 3,117 lives were lost. Out of the number of victims, 288 were boys, 2,204 were men, "
            "while 149 of the number were girls and 476 were women."
        ),
        ("288 -> 988", "2,204 -> 2,804", "149 -> 949", "476 -> 176"),
    ),
    (
        (
            "In all, 7,906 people died on the roads in the past four years. The number of deaths was 1,812 in 2014, "
            "1,957 in 2015, 2,036 in 2016, and 2,101 in 2017."
        ),
        ("7,906 -> 4,906", "1,812 -> 9,812", "2,101 -> 5,101"),
    ),
    ("The 311 letters came from 274 persons, 138 men and 136 women.", ("274 -> 574", "138 -> 188", "136 -> 536")),
    # One for each, respectively; and a change that is told twice.
    (
        "Of the 1,200 and 1,500 complaints, 480 and 900 respectively (40 and 60 per cent) were upheld.",
        ("480 -> 780", "and 900 -> and 500", "60 per -> 90 per", "1,500 -> 2,500"),
    ),
    (
        "Inspectors and doctors grew by 12 and 10 respectively, to 92 and 150, from 80 and 140.",
        ("150 -> 170", "by 12 -> by 42", "80 -> 60"),
    ),
    ("The families waiting dropped by 1,150 and are now 8,050, down from 9,200.", ("1,150 -> 1,550", "9,200 -> 4,200")),
    (
        "Of 61,195 pupils in 812 schools, 31,563 were girls and 29,632 were boys, or 51.58% and 48.42% respectively.",
        ("51.58 -> 57.58", "48.42 -> 43.42", "31,563 -> 37,563", "61,195 -> 91,195"),
    ),
    # By how much something went: behind a sign, in points, to a value, above another value.
    (
        "We saw +8.1% in towns (from 178,431 to 192,884 pupils), and +8.4% in villages (from 51,412 to 55,731).",
        ("8.1 -> 1.8", "178,431 -> 148,431", "8.4% -> 4.4%", "55,731 -> 50,731"),
    ),
    (
        "It fell 16 points in the north, from 65 per cent to 49, while it rose six points in the south, to 67.",
        ("16 -> 10", "65 -> 55", "49 -> 39", "fell -> rose"),
    ),
    (
        "Thefts increased by 34 per cent (up 1,107 to 4,400 thefts).",
        ("34 -> 43", "1,107 -> 1,707", "4,400 -> 6,400"),
    ),
    (
        "The number of the poor fell by 600,000, from an estimated 12.2 million to 11.6 million.",
        ("11.6 -> 13.6", "12.2 -> 10.2"),
    ),
    (
        "There are 45,527 inmates, exceeding the capacity of 16,517 places by 29,010.",
        ("29,010 -> 24,010", "45,527 -> 42,527", "16,517 -> 13,517"),
    ),
    ("Deaths (40,200) exceeded births (31,300) by 8,900.", ("8,900 -> 3,900", "31,300 -> 36,300")),
    (
        "In 2016, 51.3 th. persons left, which is by 6.4 th. (14.3%) more than in 2015. In May 9 th. came.",
        ("6.4 -> 9.4", "51.3 -> 81.3", "14.3 -> 41.3"),
    ),
    ("The fines doubled to Rwf6.4 billion in 2022 from Rwf3.2 billion in 2021.", ("6.4 -> 9.4", "3.2 -> 5.2")),
    # A total said to be estimated, but printed finely; two shares that are all.
    (
        "An estimated 16.2 million fled in 2017. This included 11.8 million in their States and 4.4 million abroad.",
        ("16.2 -> 18.2", "11.8 -> 17.8", "4.4 -> 9.4"),
    ),
    ("Of the pupils helped, 14 per cent failed again, while 86 per cent did not.", ("14 -> 41", "86 -> 68")),
    ("Of the matters, 33 per cent were resolved, hence leaving 67 per cent unresolved.", ("33 -> 43", "67 -> 57")),
    (
        "In 2016, 9,214 licences were given, which is by 638 licences (6.5 %) less than a year ago; 312 were lost.",
        ("6.5 -> 9.5", "638 -> 938", "9,214 -> 4,214"),
    ),
    # So many times a value.
    (
        "There were 15 deaths in the second half, three times the five deaths of the first half.",
        ("15 -> 25", "three -> two", "five -> nine"),
    ),
    # What is said again of a noun, a pace in brackets, a factor in brackets, and two values held against each other.
    (
        "There were 12,408 births and 11,316 deaths. The office says that at 12,408, the number of births was low.",
        ("at 12,408 -> at 17,408",),
    ),
    ("Some 3,650 deaths were recorded in 2009 (10 per day), down from 4,015 in 2008.", ("10 per -> 40 per",)),
    ("The court decided on 41 appeals from the north (around 2.5 times more than 16 in 2018).", ("2.5 -> 8.5",)),
    ("There were also more fires: 148 in August, compared to 143 in July.", ("more -> fewer",)),
    # A case fatality rate behind a colon, and parts in brackets of a total in the sentence before.
    (
        (
            "In week 7, 79 new cases were reported compared to 115 cases in week 6. They came from 5 counties, namely "
            "Aston (47), Burton (12), Corby (13), Dover (5) and Epsom (2)."
        ),
        ("79 -> 89", "(47) -> (57)", "(2) -> (6)"),
    ),
    (
        "Some 4,218 cases including 76 deaths (case fatality rate: 1.8%) were seen, compared to 151 with 3 (CFR: 2%).",
        ("1.8 -> 7.8",),
    ),
    # Both of the values of before are earlier ones.
    (
        "Guests fell from 304,912 in 2020 to 3,225. Guests by air fell from 275,471 to 3,047, and by sea from 29,441.",
        ("304,912 -> 904,912", "29,441 -> 20,441"),
    ),
    # Two shares of one whole in two clauses.
    (
        "By age, 312 (13 per cent) of those hurt were children whilst 2,109 (87 per cent) were adults.",
        ("13 -> 43", "2,109 -> 2,709", "87 -> 17"),
    ),
)

CLEAN: tuple[str, ...] = (
    # A year of another total stands behind the first; the column is of one of the two.
    (
        "Some 3,286 deaths were seen last year compared to 3,541 this year. Walkers had 1,269 deaths, riders 941 "
        "and riders' guests 634. Drivers had 324 deaths and cyclists had 124 deaths. Others had 94 deaths."
    ),
    # The parts of which only some are named.
    (
        "In that spring 1,418 persons were killed and 3,057 were hurt. In the north 512 were killed and 1,020 were "
        "hurt. In the south 418 were killed and 903 were hurt."
    ),
    # Only one of the two columns can be a sum, and it is not nearly one.
    (
        "In all, 2,318 cases and 904 appeals came in. In March there were 700 cases and 300 appeals. In April there "
        "were 650 cases and 210 appeals. In May there were 500 cases and 190 appeals."
    ),
)


CLEAN += (
    # Of each year of age, and of staff that are none of the fires.
    "In 2022, 812 fires were fought. This was a fall of 40 per cent since 2019, when the brigade had 400 staff.",
    "Of 1,208 deaths, 451 were of persons aged 60-69 (37%) and 246 of persons aged 50-59 (20%).",
    # Round parts that need not be all.
    "Of the 240 persons held, 120 were nationals, 60 were from the neighbouring States and 20 were stateless.",
    # A part of a part, and one of another whole.
    "There were 8,410 adults and 3,216 children. There were 4,100 women, and 246 (6 per cent of women) were pregnant.",
    "In 2021 and 2022, 1,200 and 1,500 claims came, of which 480 and 900 respectively (40 and 60 per cent) held.",
    "They have 12 and 30 members respectively, and met on 92 and 150 days, for 80 and 140 hours.",
    # One for each of three places, and shares of which one is not nearly right.
    "Of 61,195 pupils, 31,563 were girls and 29,632 were boys, of whom 12.5% and 13.1% respectively were poor.",
    # Hundreds may be rounded ones.
    "We saw +8.2% in towns (from 178,400 to 192,900 pupils), and +8.4% in villages (from 514,500 to 557,700).",
    "The number of pupils rose by 8.2 per cent, from 178,400 to 192,900.",
    # Limits, and what is above a value by an amount of another kind.
    "There are 45,527 inmates, exceeding the capacity of 16,517 places by 29,010, and 17,306 of them are on remand.",
    "Costs are up 5 to 8 per cent, and fees are between 200 and 300 dollars.",
    "They paid 4,512 euros for 12 seats, three times the 5 dollars of 2020.",
    # A round total is roughly so many; shares of several wholes.
    "About 16 million fled in 2017. This included 12 million within their States and 5 million abroad.",
    "Of the women helped, 41 per cent failed again, while 86 per cent of the men did not.",
    # What has no other end is no part; the first of two shares is not of the part that stands before it.
    "Entries rose by more than 20,000 from last year. Those with the grade are 90,377, an estimated 13.77 per cent.",
    (
        "The camps held 13,023 in 2017, as compared to 13,733 in 2018. Those from abroad were 11,068 in 2017, as "
        "compared to 12,019 in 2018, representing 85 per cent and 87 per cent respectively."
    ),
    # A pace is rounded.
    "Some 4,340 deaths were recorded in 2009 (12 per day), down from 5,214 in 2008.",
    # The number of another thing.
    "There were 12,408 births and 11,316 deaths. The office says that at 12,908, the number of weddings was low.",
    # A series that turns.
    "It rose to 15,520 in 2008 before falling again in recent years to a low of 13,078 in 2018.",
    "It fell to 120 in 2008 before rising again to 180 in 2018.",
)


def codes(text: str) -> list[str]:
    """Return the codes of what is found in a text."""
    return [str(one.code) for one in audit_document(document(paragraph(text))).findings]


@pytest.mark.parametrize(("right", "slips"), SLIPS)
def test_a_slip_is_noticed_among_numbers_that_belong_together(right: str, slips: tuple[str, ...]) -> None:
    """The text itself is right."""
    assert not codes(right)
    for said, wrong in (slip.split(" -> ") for slip in slips):
        assert said in right
        assert codes(right.replace(said, wrong, 1)), (said, wrong)


def test_a_series_that_turns_wrongly_is_noticed() -> None:
    """Each step of a series is judged by the word before it."""
    assert ["direction-mismatch"] == codes("It fell to 120 in 2008 before rising again to 90 in 2018.")


@pytest.mark.parametrize("text", CLEAN)
def test_numbers_that_only_stand_together_are_left_alone(text: str) -> None:
    """A word may be said of numbers that are no sum."""
    assert not codes(text)
