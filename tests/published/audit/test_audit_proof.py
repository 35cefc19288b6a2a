"""Errors are what the words of one sentence prove; what may be read otherwise is a warning."""

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

PROVED = (
    "Twelve drivers were fined: four in the capital and seven in the regions.",
    "The Office employs 41 persons (29 women and 13 men).",
    "In 2021, there were 351 complaints (131 by women and 217 by men); in 2022, there were 402 complaints.",
    "Of 300 offices, one employs 41 persons (29 women and 13 men).",
    "There were 96 persons, of whom 60 were women and 38 were men.",
    "In 2021, 14 centres were inspected, of which 20 were closed.",
    "The courts closed 162 cases of the 122 cases reported.",
    "Women hold 54 of the 180 seats (40 per cent).",
    "Of the 250 applications, 50 (30 per cent) were rejected and 200 (80 per cent) were granted.",
    "The Ombudsman made 92 proposals in 2021, 75 of which (91.5 per cent) were followed.",
    "The number of shelters rose from 40 in 2021 to 30 in 2022.",
    "The number of cases rose from 351 in 2021 to 340 in 2022; the number of complaints was 410.",
    "Visits fell by 50 per cent, from 200 in 2021 to 150 in 2022.",
    "In 2022, 156 persons died on the roads, up from 170 in the year before.",
    "In 2022, 450 inspections were carried out, 20 per cent more than in 2021 (360).",
    "The rate fell from 27 to 39 deaths per 1,000 live births between 2010 and 2020.",
)
OPEN = (
    # other numbers that may be meant
    "Twelve drivers and three owners were fined in 12 cases: four in the capital and seven in the regions.",
    "Out of the 196,668 men, 57,600 (29.29 per cent) and out of a total 77,537 women just 6,364 (8.19 per cent) voted.",
    # parts that may overlap, or leave something out
    "There were 41 complaints (29 of beating and 14 of threats, some of both).",
    "The hotline received 9,876 calls in 2022; 6,432 came from women, 2,210 from men and 1,324 were anonymous.",
    # another sentence, or another paragraph
    "A total of 37 officers were prosecuted. Of these, 21 were convicted, 9 acquitted and the remaining 8 await trial.",
    "There were 166,520 weddings in 2008. This is a decrease from 163,030 in the previous year.",
    # two things, or one time
    "The number of fines fell 9.0% to 4,180, compared to 4,400 the year before.",
    "Shares had fallen after the group reported losses deepened to £51.6 million in 2004 from £1.2 million.",
    # nearly so
    "The Office employs about 41 persons (29 women and 23 men).",
)
SILENT = (
    "There were 21 complaints. Of these six complaints were upheld, 12 were rejected and three are pending.",
    "There were 21 complaints. Of those six complaints were upheld, 12 were rejected and three are pending.",
    "There were 21 complaints. Of these one has been upheld, 12 were rejected and eight are pending.",
    "There were 21 complaints. Of these six complaints resulted in charges, 12 were rejected and three are pending.",
    "Complaints stood at 6,083 against 5,194 a year ago, with others going up 4,083 compared to the 3,742 in 2022.",
    "Twelve drivers were fined: five in the capital and seven in the regions.",
    "Women hold 54 of the 180 seats (30 per cent).",
    "The number of shelters fell from 40 in 2021 to 30 in 2022.",
    "The courts closed 122 cases of the 162 cases reported.",
)


def severities(*texts: str) -> list[str]:
    """How grave each finding in some paragraphs is."""
    return [one.severity.value for one in audit_document(document(*map(paragraph, texts))).findings]


@pytest.mark.parametrize("text", PROVED)
def test_what_one_sentence_proves_is_an_error(text: str) -> None:
    """Its words say of every number what it is of, and leave no other."""
    assert severities(text) == ["error"]


@pytest.mark.parametrize("text", OPEN)
def test_what_may_be_read_otherwise_is_a_warning(text: str) -> None:
    """The same contradictions, where one of the assumptions is not said."""
    assert severities(text) == ["warning"]


@pytest.mark.parametrize("text", SILENT)
def test_what_agrees_is_nothing(text: str) -> None:
    """The right sentences beside them."""
    assert severities(text) == []


@pytest.mark.parametrize(("period", "found"), [("In 2022, the", "error"), ("The", "warning")])
def test_the_same_words_contradict_only_with_their_period(period: str, found: str) -> None:
    """Without a period, the two may be of two years."""
    text = f"{period} courts of appeal employed {{}} women judges in all chambers."

    assert severities(text.format(204), text.format(219)) == [found]


def test_other_words_are_a_question() -> None:
    """The same content words in another order may be of another thing."""
    one = "In 2022, the courts of appeal employed 204 women judges in criminal chambers."
    assert severities(one, "In 2022, 219 women judges were employed in criminal chambers of the courts of appeal.") == [
        "warning"
    ]
