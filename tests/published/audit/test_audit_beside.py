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
)
CLEAN = (
    "They sat 14 times on a total of 563 files, of which 491 were new, and more than 80 were put off.",
    "In the year before, fewer than 40 of 310 files, and some 12 in a hundred, were late.",
    "The dues may be raised by up to 20 per cent. The share is 95 per cent there, and 90 per cent here.",
    "The club has 3.88 million members, up 10% on 2019, but slightly fewer than the four million it once had.",
    "Growth was 1.5 to two per cent, with output rising by two per cent.",
    "There were 54 posts in villages, compared with 12 in 2020 (6 in towns and 5 at sea, one in a camp).",
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
