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
)

CLEAN = (
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


@pytest.mark.parametrize("text", CLEAN)
def test_numbers_that_only_stand_together_are_left_alone(text: str) -> None:
    """A word may be said of numbers that are no sum."""
    assert not codes(text)
