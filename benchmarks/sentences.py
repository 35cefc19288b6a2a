"""Filler sentences: a source of chance comes in, paragraphs of natural length go out. They say nothing of any State.

Lengths follow a log-normal distribution, as those of published reports do: with the figures that are added to some of
them, half of the paragraphs stay below 48 words, and a few are long.
"""

import math
from collections.abc import Sequence
from random import Random
from statistics import NormalDist

MEDIAN_WORDS = 41
SPREAD = 0.6
"""The standard deviation of the logarithm of a paragraph's length."""
_LONGEST = 250
_LAST = 14
"""A paragraph ends where fewer words than this are missing: half a sentence."""

_OPENINGS = (
    "Since the previous report",
    "In the period under review",
    "Following a review by independent experts",
    "At the request of several associations",
    "Under the plan that Parliament approved",
    "As recommended during the last dialogue",
    "Within the limits of the budget",
    "Outside the capital as well as within it",
    *("",) * 6,
)
_SUBJECTS = (
    "the ministry responsible",
    "the inspectorate",
    "a working group of officials and lawyers",
    "each regional office",
    "the training centre of the service",
    "the parliamentary committee concerned",
    "an advisory council with members of civil society",
    "the register of complaints",
    "the prosecution service",
    "the national coordinating body",
    "every district administration",
    "a unit set up for this purpose",
)
_ACTIONS = (
    "has revised the rules on how complaints are received and answered",
    "publishes an account of its work twice a year",
    "keeps a record of each application and of what became of it",
    "offers courses to newly appointed staff and to their superiors",
    "has opened offices in towns that had none",
    "examines without delay whether a measure was necessary and proportionate",
    "informs the persons concerned of their rights in a language that they understand",
    "works together with organizations that represent persons with disabilities",
    "may visit any establishment without announcing it beforehand",
    "has drawn up guidance for judges, lawyers and interpreters",
    "collects figures by sex, age and region",
    "refers cases that it cannot settle to an independent authority",
    "has shortened the time within which a decision must be given",
    "pays the costs of an expert where the applicant lacks the means",
)
_MANNERS = (
    "in consultation with those whom the decision affects",
    "on the basis of an agreement with the courts",
    "free of charge and without formalities",
    "after hearing the persons concerned",
    "by electronic means or on paper",
    "in line with the standards that apply throughout the country",
    "with the support of volunteers",
    *("",) * 5,
)
_RESULTS = (
    ", so that applicants receive a reasoned answer in good time",
    "; the results are discussed in public once a year",
    ", and a second review is planned for the next period",
    ", although distances and staffing remain a difficulty in rural areas",
    ". Experience so far has been encouraging",
    ", which has lowered the number of repeated applications",
    "; where a breach is found, those responsible are disciplined",
    *("",) * 4,
)
_ITEMS = (
    "Advice by telephone at any hour of the day",
    "A safe place to stay for as long as it is needed",
    "Assistance in writing applications and appeals",
    "Medical care and psychological support",
    "Interpretation, including into sign language",
    "Help with finding work and a place at school",
    "Representation before courts and authorities",
)


def pick(chance: Random, choices: Sequence[str]) -> str:
    """Return one of the choices; `random()` alone is the same in every version of Python."""
    return choices[int(chance.random() * len(choices))]


def sentence(chance: Random) -> str:
    """Return one sentence of 8 to 40 words."""
    opening, subject = pick(chance, _OPENINGS), pick(chance, _SUBJECTS)
    start = f"{opening}, {subject}" if opening else subject[0].upper() + subject[1:]
    words = (start, pick(chance, _ACTIONS), pick(chance, _MANNERS))
    return " ".join(filter(None, words)) + pick(chance, _RESULTS) + "."


def paragraph(chance: Random) -> str:
    """Return sentences up to the length that chance gives."""
    length = math.exp(math.log(MEDIAN_WORDS) + SPREAD * NormalDist().inv_cdf(0.001 + 0.998 * chance.random()))
    target = min(length, _LONGEST)
    sentences = [sentence(chance)]
    while sum(len(one.split()) for one in sentences) < target - _LAST:
        sentences.append(sentence(chance))
    return " ".join(sentences)


def items(chance: Random, count: int) -> str:
    """Return an unnumbered list in Markdown, of different items."""
    first = int(chance.random() * len(_ITEMS))
    return "\n".join(f"- {_ITEMS[(first + number) % len(_ITEMS)]}" for number in range(count))
