"""Relations that no form of sentence reads: what holds is counted as right, what nearly holds is asked about."""

import pytest
from build import document, paragraph

from reportgen.diagnostics import Severity
from reportgen.published.audit.finding import Audited
from reportgen.published.audit.findings import audit_document

# Each sentence is right; with the word behind the arrow in place of the one before it, one thing is wrong.
SLIPS = (
    (
        "share-mismatch",
        "4,812 -> 7,812",
        "There were 9,640 pupils. In all, 4,812 passed. This gives a pass rate of 49.92 per cent.",
    ),
    (
        "share-mismatch",
        "49.92 -> 41.92",
        "There were 9,640 pupils. In all, 4,812 passed. This gives a pass rate of 49.92 per cent.",
    ),
    (
        "share-mismatch",
        "37.84 -> 57.84",
        "Of this number, 7,412 sat the test and 2,805 passed, yielding a rate of 37.84 per cent.",
    ),
    (
        "sum-mismatch",
        "48,213 -> 78,213",
        "The courts took in 31,406 suits beside 48,213 left over, totalling 79,619 suits.",
    ),
    (
        "sum-mismatch",
        "10 -> 60",
        "Cars had 45 per cent of deaths, bicycles 30 per cent, buses 15 per cent and others 10 per cent.",
    ),
    (
        "change-mismatch",
        "26 -> 86",
        "In 2019, the toll was 540. For 2020, it is put at 400, a 26 per cent drop from 2019.",
    ),
    (
        "change-mismatch",
        "1,418 -> 1,918",
        "In May, 5,204 were born. In May, 3,786 died. Births exceeded deaths by 1,418.",
    ),
    (
        "change-mismatch",
        "6.84 -> 9.84",
        "The rate improved by 6.84 points last year. It is 51.27 per cent, compared with 44.43 per cent in 2017.",
    ),
    (
        "change-mismatch",
        "169 -> 469",
        "There were 881 births in May, which was 16.1 per cent or 169 fewer than in May 2020.",
    ),
    (
        "change-mismatch",
        "2.3 -> 9.3",
        "There were 171 deaths, 4 deaths less than in 2017. This figure is a 2.3 per cent decrease.",
    ),
    (
        "direction-mismatch",
        "decrease -> increase",
        "There were 171 deaths, 4 deaths less than in 2017. This figure is a 2.3 per cent decrease.",
    ),
    (
        "direction-mismatch",
        "drop -> rise",
        "In 2019, the toll was 540. For 2020, it is put at 400, a 26 per cent drop from 2019.",
    ),
    (
        "share-mismatch",
        "2,070,481 -> 5,070,481",
        "The gap is $2,070,481, which is 15 per cent of the total appeal of $14,019,135.",
    ),
    (
        "share-mismatch",
        "80 -> 60",
        "It needs $11,266,998 out of a total appeal of $14,019,135, with a gap of 80 per cent.",
    ),
    (
        "share-mismatch",
        "340,964 -> 300,964",
        "A total of 422,722 sat and 340,964 passed, which is equivalent to 81 per cent.",
    ),
    (
        "share-mismatch",
        "15 -> 35",
        "Fires numbered 90,044, representing 85 per cent, and thefts 16,210, equivalent to 15 per cent.",
    ),
    (
        "sum-mismatch",
        "53.7 -> 73.7",
        "Of homes, 53.7 per cent of the total are in towns and 46.3 per cent of the total in villages.",
    ),
    (
        "sum-mismatch",
        "53.7 -> 73.7",
        "In all, 53.7 per cent of the people live in urban areas and 46.3 per cent in rural areas.",
    ),
    (
        "sum-mismatch",
        "4,341,449 -> 9,341,449",
        "It needs $9,677,686 out of $14,019,135 in all. So far, it has $4,341,449.",
    ),
    (
        "sum-mismatch",
        "157 -> 257",
        "The office had 285 requests. This included 157 complaints. It also had a total of 128 questions.",
    ),
    (
        "change-mismatch",
        "261 -> 461",
        "A total of 261 cases were seen. This is 91 per cent lower than in the same week of 2019 (n=2,843).",
    ),
    (
        "change-mismatch",
        "34 -> 84",
        "Police issued 10,266 orders in 2019, which is 34 per cent more than in 2018. The orders of 2018 were 7,646.",
    ),
    (
        "direction-mismatch",
        "increase -> decrease",
        "In 2019, the rate was 52.1 per cent, which is an increase on the 2018 rate of 44.7 per cent.",
    ),
    ("change-mismatch", "16 -> 18", "The share went from 56 to 72 per cent, an improvement of 16 points."),
    (
        "direction-mismatch",
        "higher -> lower",
        "The rate among boys (6.1 per cent) is higher than that among girls (5.7 per cent).",
    ),
)
# What the arithmetic does not fix, though it nearly holds.
CLEAN = (
    "There were 9,640 pupils in towns. In villages, 4,812 passed, and 41 per cent had books.",
    "Fines fell to 400 in 2020. In all, 540 permits were given, and thefts saw a 24 per cent drop from 2015.",
    "In 2019, 540 dogs were found. For 2020, 400 permits are put down, and wages went up by 24 per cent on average.",
    "The courts took in 31,406 suits in 78,213 hours, with 19,619 pages each.",
    "Cars had 45 per cent of deaths, bicycles 30 per cent and buses 55 per cent more than trains.",
    "Five or more subjects were taken by 203 pupils, and 4 or more by 198.",
    "From 3 May to 28 June, 25 rooms were let.",
    "In 2019, 1.3 per cent were ill. In the other group, there was an increase from 3.2 per cent.",
    "Growth was above 9 per cent, and prices went from 25 per cent to 9.1 per cent.",
)


def audited(text: str) -> Audited:
    """The audit of one paragraph."""
    return audit_document(document(paragraph(text)))


@pytest.mark.parametrize(("code", "slip", "right"), SLIPS)
def test_what_nearly_holds_is_asked_about(code: str, slip: str, right: str) -> None:
    """One digit or one word wrong gives one finding; the sentence without the slip gives none, and counts as right.

    It is a warning where all numbers stand in one sentence, else a remark.
    """
    old, new = slip.split(" -> ")
    assert old in right

    (found,) = audited(right.replace(old, new, 1)).findings
    is_of_one = ". " not in found.evidence.partition("”")[0]
    assert (found.code, found.severity) == (code, Severity.WARNING if is_of_one else Severity.INFO)
    assert () == audited(right).findings
    assert audited(right).right


@pytest.mark.parametrize("text", CLEAN)
def test_what_nothing_announces_is_no_relation(text: str) -> None:
    """Numbers of other things, other years, dates and thresholds are not held against one another."""
    assert () == audited(text).findings


def test_what_holds_counts_as_read() -> None:
    """Numbers that agree are claims, though no form of sentence reads them."""
    found = audited("There were 9,640 pupils. In all, 4,812 passed. This gives a pass rate of 49.92 per cent.")

    assert (found.claims_read, found.numbers_read, found.numbers) == (1, 3, 3)
    assert [one.words for one in found.right] == [
        "“9,640 pupils. In all, 4,812 passed. This gives a pass rate of 49.92 per cent”"
    ]


@pytest.mark.parametrize(("share", "is_right"), [("6", True), ("9", False)])
def test_a_share_that_may_be_of_another_whole_counts_as_neither(share: str, is_right: bool) -> None:
    """Nine per cent would be right of 500; that it was recomputed of 690 and found right is not said."""
    found = audited(f"There are 500 seats in towns, and 43 of 690 ({share} per cent) are free.")

    assert not found.findings
    assert is_right == (f"“43 of 690 ({share} per cent)”" in {one.words for one in found.right})


def test_what_another_relation_proves_is_not_the_slip() -> None:
    """A total that its change proves is right, so that one of its parts is wrong."""
    text = "There were 5,770 births, which was 1,022 (15 per cent) less. Altogether, {} were boys and 2,804 were girls."

    assert () == audited(text.format("2,966")).findings
    (found,) = audited(text.format("2,466")).findings
    assert found.message == "the parts add up to 5,270, not to 5,770: is a digit wrong?"
    assert found.evidence.endswith("2,466 + 2,804 = 5,270")


def test_a_finding_of_a_form_is_not_told_twice() -> None:
    """Where a form reads the sentence and finds the slip, the general reading keeps silent."""
    (found,) = audited("The number of fines fell 9.0% to 4,180, compared to 4,400 the year before.").findings

    assert "is a digit wrong" not in found.message


# Kinds of relation that words announce; each with the slips of its numbers and words.
KINDS = (
    (
        "The number of accidents rose by 10.3 per cent (747), up from 7,242 in 2017 to 7,989.",
        ("10.3 -> 17.3", "747 -> 847", "7,242 -> 4,242", "7,989 -> 9,989"),
    ),
    (
        (
            "There was a 2% increase in calls (576,040 against 566,433 in 2017); a 9% increase in fires (182,825"
            " against 167,330 in 2017) and a 19% increase in others."
        ),
        ("2% -> 6%", "576,040 -> 276,040", "9% -> 4%", "182,825 -> 122,825"),
    ),
    (
        "In the first ten months, 74,064 were born, which was 1,242 children or 1.6% lower year-on-year.",
        ("1.6 -> 3.6", "1,242 -> 3,242"),
    ),
    (
        "There were 64,317 women on the roll. Of them, 9,727 polled their vote. The turnout was 15.124 per cent.",
        ("15.124 -> 13.124", "9,727 -> 3,727", "64,317 -> 34,317"),
    ),
    (
        "The courts took in 49,635 cases and closed 62,869 cases at a clearance rate of 126.66%.",
        ("126.66 -> 176.66", "62,869 -> 42,869", "49,635 -> 40,635"),
    ),
    (
        (
            "There were 4,524 referrals. 73% (3,291) were of men, 27% (1,226) of women, and 80% (3,628) went further."
            " The largest groups were Arcanians (24%; 1,105) and Bordurians (17%; 791)."
        ),
        ("73 -> 33", "3,628 -> 5,628", "(24 -> (28", "1,105 -> 6,105"),
    ),
    (
        (
            "For adults, 69% (849) were male and 31% (374) were female, whilst for children, 79% (912) were male and"
            " 21% (242) were female."
        ),
        ("849 -> 649", "31 -> 61", "912 -> 612", "21 -> 81"),
    ),
    (
        (
            "Some 1,859 people had died by August. Last year, 1,760 people were killed. This year, 709 walkers died."
            " Also, 420 passengers were killed, as well as 340 riders, 190 drivers, 164 pillions and 36 cyclists."
        ),
        ("1,859 -> 9,859", "709 -> 309", "420 -> 820", "190 -> 590"),
    ),
    (
        "As many as 56,653 deaths were reported, with 32,410 deaths from one cause and 24,243 deaths from another.",
        ("56,653 -> 86,653", "24,243 -> 94,243"),
    ),
    (
        "An increase was seen in floods during 2022 (1,709 floods) when compared with 2021 (1,640 floods).",
        ("increase -> decrease",),
    ),
    (
        "There was an increase in fires – 4,304 were reported in 2022, compared with 3,975 in 2021.",
        ("increase -> drop",),
    ),
    ("The number of deaths fell. The data show that 677 died in 2022 compared to 699 in 2021.", ("fell -> rose",)),
    ("It shows that 45 raids took place in 2016, which came down to 36 in 2017.", ("45 -> 25",)),
    (
        "The figures show a 21 per cent fall in murders. Some 1,087 murders were seen compared with 1,386 last year.",
        ("21 -> 81", "fall -> rise", "1,386 -> 8,386"),
    ),
    (
        "In May there were 24,872 crimes and 23,693 were reported in June, making it a decrease of 1,179.",
        ("24,872 -> 29,872", "1,179 -> 8,179"),
    ),
    (
        "The population increased by 1,040,480 people, reaching 76,667,864 – an increase of 1.37 per cent.",
        ("1.37 -> 1.07", "1,040,480 -> 9,040,480", "76,667,864 -> 36,667,864"),
    ),
    ("Help was given to 52 persons (50 refugees, 2 under other protection).", ("52 -> 22",)),
)


@pytest.mark.parametrize(("right", "slip"), [(right, slip) for right, slips in KINDS for slip in slips])
def test_a_slip_of_each_kind_is_noticed(right: str, slip: str) -> None:
    """Whichever of the numbers of a relation is wrong, something is asked; nothing where all are right."""
    old, new = slip.split(" -> ")
    assert right.count(old) >= 1

    assert () == audited(right).findings
    assert audited(right.replace(old, new, 1)).findings


# What stands beside the same words, and is no slip.
BESIDE = (
    "In all, there was a 15.80 per cent fall in thefts, with 831 thefts compared with 987 in 2021.",
    "Oil went up $2.80 to $51.15 in May. A barrel had cost $51.39 in April.",
    "The figures show a 21 per cent fall in murders. A total of 387 courses were given compared with 886 last year.",
    "As many as 420 guests were hurt, as well as 340 riders, 190 drivers, 164 pillions and 36 cyclists.",
    "There were 2,150 births in 2020 and 2,240 in 2021. Lives last 74.2 years. The literacy rate was 96.3 per cent.",
    "Of 9,640, 4,812 passed, which gives a pass rate of 49.9 per cent. In 2018, the pass rate was 42.2 per cent.",
    "In 2019, 13,800 minors applied. Most did so in Norland (3,300 minors, or 24%) and Westland (1,000, or 8%).",
    "Growth was 15.7% in the year to May, down from 23% in March, and inflation slowed to 4.3%.",
    "Reduced fees brought more pupils, with 300 in 2023 compared with 250 in 2022.",
    "The gap was 12.5 per cent in one sector and 18.3 per cent in the other, i.e. 5.8 percentage points higher.",
    "In all, 346 were heard (compared with 334 in 2019 and 257 in 2020). A total of 345 were jailed, 119 women.",
    "By 15 per cent the tax was meant to rise: it rose from 9 per cent to 15 per cent.",
)


# What numbers are, by the words beside them: each right sentence with slips that are only seen where it is known.
READ = (
    ("The loss came to 42,084 year on year, a drop of 30 per cent, compared with 59,745 the year before.", "30 -> 10"),
    ("A decrease by 2,047 cases (5.6 per cent) compared with 36,285 cases in the same period.", "5.6 -> 1.6"),
    ("At least 12,556 cases occurred, a 13.56 per cent increase on the 11,057 of 2019.", "13.56 -> 16.56"),
    ("For marriages, 154,889 couples wed, also lower by 26.4 per cent from the 210,384 of last year.", "26.4 -> 46.4"),
    ("Complaints grew to 958, an increase of 2 per cent above the 943 complaints of 1981.", "2 -> 9"),
    (
        (
            "Until Sept. 7, 9,819 reports came. In May, 3,489 reports came, followed by 2,220 over the second month,"
            " 1,977 over the third month and 2,133 over the last month."
        ),
        "2,220 -> 6,220",
    ),
    ("There were 29,246 decisions. Of these decisions, 41 per cent (12,011) were grants.", "41 -> 48"),
    ("In all, 12,879 seats were up. Women took 2,656, or 20.6 per cent, of those seats.", "20.6 -> 90.6"),
    ("Cases stand at 20,247. Of these cases, 37.56 per cent were old (7,604).", "7,604 -> 3,604"),
    (
        (
            "There were 563,465 deaths. Of these, 18.4 per cent (103,628) were of the heart. It rained in May. It was"
            " dry in June. Then came the lungs (57,411 or 10.2 per cent)."
        ),
        "57,411 -> 87,411",
    ),
)


@pytest.mark.parametrize(("right", "slip"), READ)
def test_a_slip_is_noticed_where_the_words_say_what_a_number_is(right: str, slip: str) -> None:
    """A day, a length of time and a value of before are none of the numbers that are compared."""
    said, wrong = slip.split(" -> ")
    assert not audited(right).findings
    assert audited(right.replace(said, wrong, 1)).findings


MISREAD = (
    "The figure shows an increase of 21,578 or 3.8 per cent higher than the previous year's 560,605 deaths.",
    "The ward saw 408 patients, an average of 34 a month, as against 260 in the year of its opening, a rise of 56.9%.",
    "Break-ins rose by 12 to 27 in 2021, while thefts also went up by 198 compared to 2020 with a total of 1,304.",
    "The increase in the share of seats was uneven (ranging from 24.1 to 0.4 per cent), and 41 per cent saw none.",
    "Couples were fewer than the 210,384 of 2022. The south leads. Deaths from the disease declined by 89.5% to 900.",
)


@pytest.mark.parametrize("text", MISREAD)
def test_numbers_that_have_nothing_to_do_with_one_another_are_left_alone(text: str) -> None:
    """An amount is no value, and values that are many times apart are of two things where others may be meant."""
    assert not audited(text).findings


def test_a_change_that_holds_within_its_clause_is_asked_about_for_its_word() -> None:
    """What holds in the clause of both values does so by no chance; the word may still be wrong."""
    turnout = "Women turned out at 67.2 per cent as against 62.6 per cent of men, which is 5 per cent {} than men."
    (found,) = audit_document(document(paragraph(turnout.format("fewer")))).findings
    assert found.message == "“fewer”, but 67.2 per cent is more than 62.6 per cent: is it the right word?"
    assert audit_document(document(paragraph(turnout.format("more")))).findings == ()


def test_a_value_before_all_parts_of_a_whole_is_asked_about() -> None:
    """The parts are all, since their shares add up to a hundred; the whole that they are of stands before them."""
    parts = "Hotels had $1,689 million, or 91.3 per cent, and tours $161 million, or 8.7 per cent."
    (found,) = audit_document(document(paragraph(f"The sector earned $1,250 million. {parts}"))).findings
    assert found.message == "the parts add up to 1,850,000,000, not to $ 1,250,000,000: is a digit wrong?"
    assert audit_document(document(paragraph(f"The sector earned $1,850 million. {parts}"))).findings == ()


def test_values_far_apart_are_asked_about_where_no_other_may_be_meant() -> None:
    """The opposite of those that were misread."""
    assert audited("The number of shelters rose from 215 in 2014 to 28 in 2015.").findings


@pytest.mark.parametrize("text", BESIDE)
def test_neighbours_of_each_kind_are_left_alone(text: str) -> None:
    """Rates of other things, rounded numbers, earlier values, words that say nothing of the values."""
    assert () == audited(text).findings
