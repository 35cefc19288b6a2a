"""What stands beside a number and says what it is held against, or what it is all of."""

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

# Each text is right; each slip, the word behind the arrow in place of the one before it, is noticed.
SLIPS = (
    (
        "The board heard 41,356 grievances in 2019-20, a yearly rise of 3,418, so that more than 700 came each week.",
        (),
    ),
    ("As many as 5.21 million guests came in May, an increase of 46 per cent over 3.57 million guests.", ("46 -> 86",)),
    (
        (
            "The offices got 812,406 forms, down 8.2% from last year's 884,975. The south had 131,447 or 16.2% of"
            " the total."
        ),
        ("131,447 -> 931,447", "16.2 -> 86.2"),
    ),
    (
        (
            "In all, 3,150 appeals came in last year, up from 1,906 in 2016. The largest group made up 1,638 (or "
            "52 per cent) of the total."
        ),
        ("52 -> 12", "1,638 -> 7,638"),
    ),
    (
        (
            "The office closed 6,214 files. Of those 5,468 (88%) were settled, 621 (10%) were withdrawn and 125 "
            "(2%) lapsed."
        ),
        ("6,214 -> 6,814",),
    ),
    (
        (
            "The minister reports a 14 per cent fall in homicides. The land saw 1,034 murders in 2019, compared "
            "with 1,202 killed in 2018."
        ),
        ("14 -> 54", "1,202 -> 1,802"),
    ),
    (
        "Schools with meals had 12.4 per cent more pupils than others (38.1 per cent v. 25.7 per cent).",
        ("12.4 -> 62.4", "38.1 -> 58.1"),
    ),
    (
        (
            "Some 131 raids were reported in 2020, compared with 167 raids in 2019. These raids included 104 on "
            "ships, 11 on quays, 12 on yards and four on stores."
        ),
        ("104 -> 504", "11 -> 31", "12 -> 72"),
    ),
    (
        (
            "A total of 284 fires were seen. They were as follows: Large fires: 21 fires, claiming 23 lives. "
            "Middling fires: 44 fires, claiming 12 lives. Small fires: 219 fires."
        ),
        ("21 -> 81", "44 -> 64", "219 -> 619"),
    ),
    (
        (
            "A total of 26 were grave cases in which 31 men were hurt, 15 were serious cases, 37 were slight "
            "cases and 82 were of goods only. It makes 160 cases."
        ),
        ("37 -> 67", "82 -> 52"),
    ),
    ("Enrolment stood at 836 in 2022, a fall of 5.54% relative to 885 in 2021.", ("5.54 -> 9.54",)),
    (
        (
            "The ward took 412 new patients. 305 (74%) came at night. 226 (55%) were children below 6 years. 9 "
            "deaths were reported (CFR 2.2%)."
        ),
        ("305 (74 -> 305 (54", "226 -> 826", "2.2 -> 7.2"),
    ),
    (
        "The toll for the year stood at 587 -- 14 per cent less than the 683 of last year.",
        ("14 -> 44", "683 -> 983", "less -> more"),
    ),
    (
        "Thefts fell by 11 per cent over the year. Some 24,815 thefts were registered, 3,067 fewer than in 2015.",
        ("11 -> 81", "3,067 -> 8,067", "fell -> rose"),
    ),
    ("There were 6,148 calls, 512 or approximately eight per cent fewer than in the spring before.", ("512 -> 912",)),
    (
        (
            "In 2004 there were 1,264 fires, compared to 733 fires in 2015. That reduction amounts to a 42 per "
            "cent decrease over the years."
        ),
        ("42 -> 62", "733 -> 133"),
    ),
    (
        (
            "There were 24,318 offences by 10- to 17-year-olds. That represents a 20 per cent decrease on the "
            "2010 figure of 30,402, and a 61 per cent drop on 2006 when there were 62,410 offences."
        ),
        ("20 per -> 60 per", "30,402 -> 70,402"),
    ),
    (
        "Guests went on dwindling, sliding 12.4 per cent from 612,300 last year to 536,375.",
        ("612,300 -> 912,300", "536,375 -> 936,375"),
    ),
    (
        "Child casualties fell by 3 per cent, from 5,904 to 5,727. 1,317 (23 per cent) of these were serious.",
        ("1,317 -> 1,817", "23 -> 93"),
    ),
    (
        (
            "There were 187,412 casualties on the roads. Traffic grew by 2 per cent. It was dry. Some 9,370 (5 "
            "per cent of all road casualties) were of drink."
        ),
        ("9,370 -> 1,370", "5 per -> 3 per"),
    ),
    (
        (
            "There were 318 requests out of the 8,154 pupils. Although these represent only 3.9 per cent of "
            "pupils, they take time."
        ),
        ("318 -> 918", "3.9 -> 2.9"),
    ),
    (
        "Fires made up 41% of deaths, followed by floods (22%), slips (15%), falls (12%), heat (7%) and cold (3%).",
        ("41 -> 51", "22 -> 82", "12 -> 72"),
    ),
    (
        (
            "In all, 14.2% of pupils passed in 9 to 12 subjects, another 41.3% in 5 to 8 subjects, 29.5% in "
            "fewer, while 15.0% passed in none."
        ),
        ("14.2 -> 74.2", "29.5 -> 99.5"),
    ),
    (
        (
            "There were 6,412 trials and 4,387 fines: 1,604 trials and 1,236 fines in the north, 2,311 trials and"
            " 1,482 fines in the south, 2,497 trials and 1,669 fines in the east."
        ),
        ("1,236 -> 1,936", "4,387 -> 9,387"),
    ),
    (
        "The grave cases (2,918 cases; 78.0 per cent) lead. There were 3,741 cases.",
        (),
    ),
    ("There were 3,741 cases. The grave ones (2,918 cases; 78.0 per cent) lead.", ("2,918 -> 5,918", "78.0 -> 18.0")),
    ("A survey had 61204 women. Of 87510 persons, women made up 70% of the sample with 61204 women.", ()),
    (
        "The town shows an increase for the year with 31 murders, up from 24 murders.",
        ("increase -> decrease",),
    ),
)
CLEAN = (
    "They sat 14 times on a total of 563 files, of which 491 were new, and more than 80 were put off.",
    "In the year before, fewer than 40 of 310 files, and some 12 in a hundred, were late.",
    "The dues may be raised by up to 20 per cent. The share is 95 per cent there, and 90 per cent here.",
    "The club has 3.88 million members, up 10% on 2019, but slightly fewer than the four million it once had.",
    "Growth was 1.5 to two per cent, with output rising by two per cent.",
    "There were 54 posts in villages, compared with 12 in 2020 (6 in towns and 5 at sea, one in a camp).",
    "The wheat has 14 per cent protein, 13 per cent moisture, 12 per cent fibre and 13 per cent ash.",
    "The wards took 295,000 in, a 3.1 per cent (9,420) fall on 2011 (304,000).",
    "It saw 102,217 cases. This total is a 16 per cent increase compared to last year (86,192 cases).",
    "The price rose by 3.7 per cent, down from 4.2 per cent in May.",
    "There were 791 births in 2021. This is 59 more than in 2020, pushing the rate up 7 per cent.",
    "Of those 5,468 (88%) were settled, 621 (10%) were withdrawn. The office closed 6,214 files.",
    (
        "In 2015 it had 98,411 cases. This total is a 16 per cent increase on last year (84,838 cases and 150 "
        "deaths). In Ruritania, 104,817 cases were seen."
    ),
    "Banks held 9.8 billion dollars at home and 20 billion dollars abroad. Deposits in dollars fell by 73.1 per cent.",
)


def codes(text: str) -> list[str]:
    """What is found in one paragraph."""
    return [one.code for one in audit_document(document(paragraph(text))).findings]


@pytest.mark.parametrize(("right", "slips"), SLIPS)
def test_a_slip_is_noticed_beside_words_that_say_what_a_number_is(right: str, slips: tuple[str, ...]) -> None:
    """The text itself is right."""
    assert not codes(right)
    for said, wrong in (slip.split(" -> ") for slip in slips):
        assert said in right
        assert codes(right.replace(said, wrong, 1)), wrong


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_held_against_nothing_is_left_alone(text: str) -> None:
    """A number without an end, a range, and what is worked on are no values of before."""
    assert not codes(text)
