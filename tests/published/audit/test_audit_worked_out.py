"""What a reader with a calculator finds in one sentence: averages, remainders, parts and values that words relate."""

import pytest
from build import document, paragraph

from reportgen.published.audit.finding import AuditFinding
from reportgen.published.audit.findings import audit_document

# Each sentence is right; with the last word before the arrow replaced by the one behind it, one thing is wrong.
SLIPS = (
    # averages
    ("share-mismatch", "30 -> 40", "The Ministry trained 840 judges in 28 seminars, an average of 30 per seminar."),
    ("share-mismatch", "150 -> 160", "In 2022, 36 homes took in 5,400 women, that is, an average of 150 per home."),
    ("share-mismatch", "20 -> 30", "Legal aid was granted in 7,300 cases in 2023, on average 20 cases a day."),
    ("share-mismatch", "15,000 -> 25,000", "The 600,000 euros went to 40 bodies, an average of 15,000 euros each."),
    ("share-mismatch", "300 -> 400", "On average, 25 complaints a month were lodged, or 300 in the year."),
    ("share-mismatch", "96 -> 56", "The 12 regional offices employ 96 staff, an average of eight per office."),
    ("share-mismatch", "25 -> 35", "Between 2019 and 2023, 25 laws were adopted, an average of five a year."),
    ("share-mismatch", "3,000 -> 3,500", "The fund paid 3.6 million to 1,200 victims, or 3,000 on average."),
    ("share-mismatch", "100 -> 200", "There were 5,200 visits in 2021, an average of 100 visits a week."),
    ("share-mismatch", "120 -> 210", "The 16 judges decided 1,920 cases, on average 120 each."),
    ("share-mismatch", "152 -> 162", "Over the four years 608 complaints were lodged, an average of 152 a year."),
    ("share-mismatch", "five -> nine", "There are 85 interpreters for 17 courts, that is, five for each court."),
    ("share-mismatch", "60,000 -> 80,000", "It paid 1,500 dollars to each of 40 families, 60,000 dollars in total."),
    ("share-mismatch", "1,460 -> 3,460", "In 2022, 1,460 applications were received, four a day."),
    # what remains
    ("sum-mismatch", "56 -> 65", "Of the 140 applications, 84 were approved; the remaining 56 were rejected."),
    ("sum-mismatch", "12 -> 21", "Forty-eight of the 60 proposals were accepted and the other 12 were noted."),
    ("sum-mismatch", "15 -> 16", "Of the 24 members, nine are women; the other 15 are men."),
    ("sum-mismatch", "20 -> 22", "Five of the 25 districts, or 20 per cent, have no shelter; the other 20 have one."),
    ("sum-mismatch", "eight -> nine", "Thirty-two of the 40 rules (80 per cent) were changed, and eight were not."),
    ("share-mismatch", "66 -> 56", "Of 1,000 women surveyed, 340 reported violence; 66 per cent did not."),
    ("sum-mismatch", "350 -> 530", "In 2023 the courts heard 600 of the 950 cases. The remaining 350 are pending."),
    ("sum-mismatch", "15 -> 25", "Of the 90 posts, 40 are held by women and 35 by men; the remaining 15 are vacant."),
    (
        "sum-mismatch",
        "380 -> 280",
        "Of the 500 visits, 120, of which 20 at night, found a fault; the other 380 found none.",
    ),
    ("sum-mismatch", "60 -> 80", "In 2023, 180 of the 240 homes had been built, leaving 60 to be built."),
    # totals of the numbers before them, and parts that are all
    (
        "sum-mismatch",
        "50 -> 55",
        "It saw 14 prisons in 2021, 16 in 2022 and 20 in 2023, that is, 50 in the three years.",
    ),
    (
        "sum-mismatch",
        "190 -> 109",
        "There were 210 cases in spring and 190 in autumn, making 400 for the year.",
    ),
    ("sum-mismatch", "75 -> 57", "Thirty complaints were withdrawn, 45 rejected and 75 upheld, out of a total of 150."),
    ("sum-mismatch", "110 -> 101", "Of 720 cases, 610 ended in conviction and 110 in acquittal."),
    ("sum-mismatch", "1,500 -> 1,050", "There were 5,400 detainees, including 3,900 convicted and 1,500 on remand."),
    # a part that is named behind its whole
    ("share-mismatch", "32 -> 23", "Half of the 64 municipalities, namely 32, have adopted a plan."),
    ("share-mismatch", "950 -> 590", "Women made up 38 per cent of the 2,500 officials recruited, i.e. 950 persons."),
    ("share-mismatch", "60 -> 50", "Three quarters of the 80 courts, that is, 60, were equipped."),
    ("share-mismatch", "30 -> 40", "A third of the 90 posts, or 30, were vacant."),
    ("share-mismatch", "12 -> 21", "It spent 96 million on shelters, 12 per cent of total expenditure of 800 million."),
    ("share-mismatch", "72,000 -> 27,000", "It concerns 6 per cent of children, i.e. 72,000 of 1.2 million."),
    (
        "share-mismatch",
        "7,200 -> 7,900",
        "The courts had 9,000 cases, of which 7,200 ended within six months (80 per cent).",
    ),
    (
        "share-mismatch",
        "80 -> 90",
        "There were 1,420 cases, 1,136 of which ended so, a conviction rate of 80 per cent.",
    ),
    ("share-mismatch", "20 -> 30", "The force has 12,400 officers, of whom 2,480 are women, or 20 per cent."),
    ("share-mismatch", "2 -> 8", "The minority is put at 40,000, about 2 per cent of the population of 2 million."),
    ("share-mismatch", "60 -> 50", "Three of every five applicants (60 per cent) received legal aid."),
    ("share-mismatch", "30 -> 40", "Out of 1,250 candidates, 375 were women. They thus made up 30 per cent of them."),
    ("share-mismatch", "60 -> 70", "The staff is 120: 72 women and 48 men, so that women make up 60 per cent."),
    (
        "share-mismatch",
        "500 -> 600",
        "The occupancy of the prison of Varda is 125 per cent (500 prisoners for 400 places).",
    ),
    ("share-mismatch", "96 -> 69", "The rate was 64 per cent: of 150 persons tried, 96 were found guilty."),
    (
        "sum-mismatch",
        "3.6 -> 6.3",
        "In 2022, 96.4 per cent of children were enrolled, so 3.6 per cent were out of school.",
    ),
    ("sum-mismatch", "9 -> 6", "All 14 complaints were examined; 5 were found admissible and 9 inadmissible."),
    ("sum-mismatch", "nine -> eight", "Of 36 investigations, 27 were closed and nine are under way."),
    ("sum-mismatch", "eight -> nine", "The Commission has 15 members, eight of whom are women and seven men."),
    # above and below
    ("direction-mismatch", "5,230 -> 4,230", "More girls (5,230) than boys (4,980) finished school."),
    ("direction-mismatch", "240 -> 420", "Fewer women (240) than men (310) applied for the posts."),
    ("direction-mismatch", "35 -> 25", "The number of acquittals (35) exceeded the number of convictions (29)."),
    ("direction-mismatch", "62 -> 52", "The result, 62 per cent, was above the target of 60 per cent."),
    ("direction-mismatch", "84 -> 94", "The rate is 91 per cent, well above the regional average of 84 per cent."),
    ("direction-mismatch", "1,145 -> 1,045", "Complaints reached 1,145 in 2023, exceeding the 2022 figure (1,120)."),
    (
        "direction-mismatch",
        "4,120 -> 4,510",
        "The number held, 4,120, was lower than in 2022, when it was 4,350.",
    ),
    ("direction-mismatch", "640 -> 540", "Women (640) outnumbered the men (590) among applicants."),
    # amounts of change
    ("change-mismatch", "25 -> 35", "Compared with 2020 (64 cases), the number in 2023 (80) increased by 25 per cent."),
    ("change-mismatch", "25 -> 15", "There were 400 cases in 2022 and 500 in 2023, a rise of 25 per cent."),
    ("change-mismatch", "12 -> 14", "Waiting time was shortened from 30 days to 18 days, that is, by 12 days."),
    ("change-mismatch", "six -> eight", "The average sentence rose from 24 months to 30 months, six months more."),
    ("change-mismatch", "360 -> 460", "There were three times as many complaints in 2023 (360) as in 2019 (120)."),
    ("change-mismatch", "three -> five", "Women hold 14 seats, three more than in the previous council (11)."),
    ("change-mismatch", "2.8 -> 3.8", "The rate fell from 15.2 to 12.4 per 1,000 births, a reduction of 2.8."),
    (
        "change-mismatch",
        "19 -> 29",
        "It is 52 per cent, against 71 per cent for men, a gap of 19 percentage points.",
    ),
    (
        "change-mismatch",
        "5 -> 7",
        "It is 96 per cent for men and 91 per cent for women, a difference of 5 percentage points.",
    ),
    (
        "change-mismatch",
        "20 -> 30",
        "It stood at 1.50 million. It was raised to 1.80 million in 2021, i.e. by 20 per cent.",
    ),
    (
        "change-mismatch",
        "7 -> 4",
        "The rate among them (21 per cent) is three times that of the population (7 per cent).",
    ),
    ("change-mismatch", "840 -> 540", "At 840, the number of calls was twice that of 2020 (420)."),
    ("change-mismatch", "2,400 -> 2,800", "The waiting list of 3,600 persons was cut by a third to 2,400."),
    ("change-mismatch", "6,000 -> 8,000", "The budget of 5,000 euros was increased by 20 per cent to 6,000 euros."),
    ("change-mismatch", "1.3 -> 2.3", "The average age rose by 1.3 years, from 24.9 in 2010 to 26.2 in 2020."),
    ("change-mismatch", "60 -> 50", "The increase in the number of places (from 1,250 to 2,000) was 60 per cent."),
)
LEFT_ALONE = (
    "The 30 schools have on average 14 teachers and 420 pupils.",
    "The average length of the 250 trials was 14 months in 2022.",
    "There were 840 cases in 28 courts, and an average of 12 per judge.",
    "In 2022, 5,000 calls were received, compared with an average of 4,000 a year between 2015 and 2020.",
    "In 2022 and 2023 together 480 inspections were made, an average of 20 a month.",
    "There were 1,285 calls in 2022, or five on each day of work.",
    "Of the 24 members, nine are women; the other 30 bodies have no quota.",
    "Of the 150 officers trained, 90 were women. The other 20 courses were for judges.",
    "In 2022, 15 of the 40 centres were closed and 10 moved; 12 have not reopened.",
    "Half of the 64 districts, or 30 municipalities, have a plan.",
    "A third of the 90 posts, or 300 hours, were lost.",
    "In 2022, 40 cases were heard, 20 per cent of the 500 complaints were rejected.",
    "Of the 50 women, 5 were above the age of 60.",
    "Some 20 per cent of households live below the poverty line of 60 per cent of the median income.",
    "In 2022, 12 per cent of pupils had marks below the minimum of 10 points.",
    "The average of 45 days exceeds the limit of 30 days.",
    "There were 640 floods in 2022, compared with 610 floods in 2021, and deaths fell by 20 per cent.",
    "The number of judges was 400 in 2022 and 500 in 2023, while wages had a rise of 12 per cent.",
    "The number of suicides fell from 11 to 7 between 2019 and 2022, then rose to 9 in 2023.",
    "The ratio of female to male teachers is 3 to 1: 30,000 women and 10,000 men.",
    "It is 96 per cent for men and 91 per cent for women, and it was 5 percentage points lower in 2010.",
    "The 40 members elected 12 women in 2018; women account for 35 per cent of all staff.",
    "In 2022, 60 per cent of pupils passed, so 20 per cent of teachers received a bonus.",
    "The number of calls was three times that of letters, and 400 visits were paid to 20 homes.",
    "The plan of 2021 was cut by a third to 24 pages.",
    "The Institute has 17 members: the director, two deputies and 14 researchers.",
    "There are 12 members: a president, three judges, a clerk and 7 assessors.",
    "It faces a funding gap of $2,070,481, which is 15 per cent of the total appeal of $14,019,135.",
)

NOUGHTS = (
    "They make up 60 per cent of 40 staff.",
    "They thus made up 30 per cent, and 20 per cent were men.",
    "The rate (21 per cent) is three times that of men (0 per cent).",
    "The Ministry trained 840 judges in 0 seminars, an average of 30 per seminar.",
    "It paid 1,500 dollars to each of 0 families, 60,000 dollars in total.",
    "There were 0 cases in 2022, an average of 0 a day.",
    "Of the 0 members, 0 are women; the other 15 are men.",
    "At 840, the number of calls was twice that of 2020 (0).",
    "Over the 0 years 608 complaints were lodged, an average of 152 a year.",
    "The rate was 64 per cent: of 0 persons tried, 96 were found guilty.",
    "The increase (from 0 to 0) was 60 per cent.",
    "A list of 0 persons was cut by a third to 0.",
    "In 2020, 40 per cent (28) were of courts, 35 per cent (24) of prisons and 0 per cent (18) of other matters.",
    (
        "There was an increase of 114 people, or almost 20 per cent, since December 2014, when there were 2,858, a"
        " change of 514, not 114."
    ),
    f"An average of {10**32} per seminar in 28 seminars for {10**40} judges.",
)


def findings(text: str) -> list[AuditFinding]:
    """What the audit finds in a paragraph."""
    return list(audit_document(document(paragraph(text))).findings)


@pytest.mark.parametrize(("code", "slip", "right"), SLIPS)
def test_a_slip_is_noticed_and_the_right_sentence_is_not(code: str, slip: str, right: str) -> None:
    """One digit or word less, and the same sentence holds."""
    said, wrong = slip.split(" -> ")
    before, found, behind = right.rpartition(said)
    assert found
    assert not findings(right)
    assert [one.code for one in findings(f"{before}{wrong}{behind}")] == [code]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_neighbours_are_left_alone(text: str) -> None:
    """The same words about other things say nothing of the numbers beside them."""
    assert not findings(text)


def test_two_values_of_one_time_are_not_said_to_have_risen() -> None:
    """Girls and boys of one year are more or less, not up or down."""
    (found,) = findings("More girls (4,230) than boys (4,980) finished school.")
    assert found.message == "“more”, but 4,230 is less than 4,980: is it the right word?"


def test_an_average_is_told_with_its_division() -> None:
    """The days of a year are given as people count them."""
    (found,) = findings("The hotline received 18,250 calls in 2023, an average of 60 calls a day.")
    assert found.message == "18,250 divided by 365 is 50, not 60: is a digit wrong?"
    assert found.evidence.endswith("18,250 ÷ 365 = 50")


@pytest.mark.parametrize("text", NOUGHTS)
def test_noughts_and_numbers_that_are_not_there_stop_nothing(text: str) -> None:
    """Nothing is divided by a nought, and a group may be named before anything was counted."""
    for one in findings(text) + findings(f"{text} {text}"):
        assert one.message
