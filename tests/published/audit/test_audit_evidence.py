"""Amounts of change whose values no form of words names: what nearness, years and nouns say of them.

Each right text is not asked about at all; with the words before the arrow replaced by those behind it, a remark is.
"""

import pytest
from build import document, paragraph

from reportgen.published.audit.finding import AuditFinding
from reportgen.published.audit.findings import audit_document

DIRECTIONS = (
    ("a rise -> a fall", "There were 480 fires, which is a rise of 20 per cent. In 2021 there were 400."),
    (
        "increase -> decrease",
        "In 2022 the home took in 312 women. In 2021 it took in 260. That is an increase of 20 per cent in women.",
    ),
    (
        "grew -> shrank",
        "Some 2,415 girls enrolled in 2023. In 2022 2,100 girls did, so that enrolment grew by 15 per cent.",
    ),
    (
        "higher -> lower",
        "The agency received 3,220 complaints. This was 15 per cent higher than a year earlier (2,800).",
    ),
    (
        "increase -> decrease",
        "Police counted 1,840 thefts in 2022. 2021 had seen 1,600 thefts. The increase of 15.0 per cent was large.",
    ),
    (
        "decrease -> increase",
        "In 2022 the courts closed 1,300 cases. They closed 1,170 in 2023. This was a decrease of 10.0 per cent.",
    ),
)
DIGITS = (
    (
        "15.0 -> 35.0",
        "Police counted 1,840 thefts in 2022. 2021 had seen 1,600 thefts. The increase of 15.0 per cent was large.",
    ),
    (
        "1,840 -> 1,340",
        "In 2021 it had 1,600 files. It had 1,840 files in 2022, and people called that growth of 15.0 per cent fast.",
    ),
)
OF_OTHERS = (
    # the per cent is of something else, which has its own word or clause
    "Visits rose to 684 in 2023 from 570 in 2022, while staff fell by 20 per cent.",
    "The fund paid 5.4 million euros in 2023. It paid 4.5 million in 2022. The board expects a fall of 9 per cent.",
    # it is off tenfold, or another amount is that of the two values
    "Visits rose by 20 per cent from 570 in 2022 to 684 in 2023. Rents rose by 1.1 per cent.",
    "The 12.1 per cent rise to 3,317 from 2,960 came after one of 2.0 per cent.",
    # the values are of two things
    "There were 400 men and 480 women in the programme in 2022. The number of men fell by 20 per cent.",
    "The hospital had 300 beds and 250 nurses. The number of nurses fell by 20 per cent.",
    "There are 120 shelters with 100 places for men. The number of shelters fell by 20 per cent.",
    "The allowance is 250 euros for a first child and 300 euros for a second. It was cut by 20 per cent in 2012.",
    "The police recorded 1,250 robberies and solved 1,000 of them. Robberies rose by 20 per cent.",
    # two ways have the same evidence
    "There were 400 fires and 480 floods. In the year before the fall was 20 per cent of 600, or 120, to 480.",
)


def _asked(text: str) -> list[AuditFinding]:
    return list(audit_document(document(paragraph(text))).findings)


@pytest.mark.parametrize(("change", "text"), DIRECTIONS)
def test_a_word_that_the_values_of_an_amount_deny_is_asked_about(change: str, text: str) -> None:
    """Only where the other direction is said."""
    right, wrong = change.split(" -> ")
    assert _asked(text) == []
    assert [finding.code.value for finding in _asked(text.replace(right, wrong))] == ["direction-mismatch"]


@pytest.mark.parametrize(("change", "text"), DIGITS)
def test_an_amount_that_is_a_digit_away_from_its_likely_values_is_a_remark(change: str, text: str) -> None:
    """Only where the digit is another."""
    right, wrong = change.split(" -> ")
    assert _asked(text) == []
    assert [finding.severity.value for finding in _asked(text.replace(right, wrong))] == ["info"]


@pytest.mark.parametrize("text", OF_OTHERS)
def test_an_amount_of_something_else_is_not_asked_about(text: str) -> None:
    """Signs are weak where words speak of something else."""
    assert _asked(text) == []
