"""Labels as they stand in a sentence, for languages in which the agency gives each form that is needed.

English tells most of this from the label itself (`en/labels.py`); a language that has no such rules gives words.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from reportgen.document.wording import say
from reportgen.regex import regex

_STOP = regex(r"[\s.;:,。；：，؛،]+$")


class LabelRules(Struct, frozen=True, kw_only=True):
    """The words by which a language reads labels."""

    number: Callable[[str], str]
    """A label, without "number of", as what is counted: `le nombre de plaintes`."""
    genitive: Callable[[str], str]
    """The same after "of": `de plaintes`."""
    counting: re.Pattern[str]
    """The words "number of" at the beginning of a label."""
    persons: frozenset[str]
    """First words of labels that name persons, in small letters."""
    measures: re.Pattern[str]
    """Units that measure and do not count."""
    behind: re.Pattern[str]
    """How the label of a part begins that stands behind a number as it is: `fondées sur le sexe`, `à Paris`."""
    amounts: re.Pattern[str]
    """How a label begins that says itself that it is an amount."""
    relative: str
    """The word of a relative clause, with its spaces: ` qui `."""
    because: str
    """{words}: why figures are not comparable."""
    articles: re.Pattern[str]
    """With which article a measured quantity can be the subject of a verb in the singular: `le`, but not `les`."""
    indicator: str
    """{label}: how a quantity is called whose label begins with no such article."""
    levels: re.Pattern[str]
    """How a label begins, or ends, that names what is measured, of which there is no number: `proportion de femmes`."""
    apart: str = " "
    """Between two words."""
    plurals: tuple[str, ...] = ()
    """Endings by which a plural among `persons` is told from its singular; the shortest stands first."""

    def plain(self, label: str) -> str:
        """Return a label without a stop at its end."""
        return _STOP.sub("", " ".join(label.split()))

    def plural(self, label: str, one: str, other: str) -> str:
        """Return the plural of a label that is the unit in the singular."""
        return other if label.casefold() == one.casefold() else label

    def is_measured(self, noun: str) -> bool:
        """Return whether a unit measures and does not count."""
        return self.measures.fullmatch(noun) is not None

    def reason(self, words: str) -> str:
        """Return `: nouvelle définition`."""
        return say(self.because, words=self.plain(words))

    def part_noun(self, label: str) -> tuple[str, str]:
        """Return the label of a part for one and for more: as it was written, where it is no known word for persons."""
        singulars = (label.removesuffix(ending) for ending in self.plurals if label.endswith(ending))
        return next((singular for singular in singulars if {singular, label} <= self.persons), label), label

    def part_form(self, label: str) -> str:
        """Return what the label of a part is: words `after` a number, a `noun`, or a `name`."""
        if self.behind.match(label):
            return "after"
        return "name" if label[:1].isupper() else "noun"

    def indefinite(self, noun: str) -> str:
        """Return a noun for one; no verb stands before it in these languages."""
        return noun

    def done(self, label: str) -> tuple[str, str] | None:
        """Return None: nothing is said with the participle of a label."""
        del label
        return None

    def has_clause(self, label: str) -> bool:
        """Return whether a label has a clause of its own."""
        return self.relative in label

    def without_number(self, label: str) -> str:
        """Return `plaintes` of `nombre de plaintes`."""
        return self.counting.sub("", label, count=1)

    def number_of(self, label: str) -> str:
        """Return `le nombre de plaintes`, `la proportion de femmes`."""
        return self.quantity(label) if self.levels.match(label) else self.number(self.without_number(label))

    def of(self, label: str) -> str:
        """Return `de plaintes`."""
        return self.genitive(self.without_number(label))

    def quantity(self, label: str) -> str:
        """Return a measured quantity: as it is where it brings an article in the singular, else by its title."""
        return label if self.articles.match(label) else say(self.indicator, label=label)

    def counted(self, one: str, other: str, category: str) -> str | None:
        """Return the noun behind a number of a plural category; None where that form is not known."""
        return one if category == "one" else other

    def has_noun(self, label: str, noun: str) -> bool:
        """Return whether a label has the words of a noun, with what its language writes before it or behind it."""
        return self.words(noun) <= self.words(label)

    def words(self, label: str) -> set[str]:
        """Return the words of a label, without their stops."""
        return {word.strip(",.;:()«»“”") for word in label.casefold().split()}

    def are_persons(self, label: str) -> bool:
        """Return whether a label begins with a word for persons."""
        return self.without_number(label).partition(self.apart)[0].lower() in self.persons

    def are_kinds(self, part: str, whole: str) -> bool:
        """Return True: the number of a part stands before its label, and no verb says what is counted."""
        del part, whole
        return True

    def is_amount(self, label: str) -> bool:
        """Return whether a label says itself that it is an amount."""
        return self.amounts.match(label) is not None

    def who(self, shorter: str, longer: str) -> str | None:
        """Return `ont été indemnisées`, of `victimes` and `victimes qui ont été indemnisées`."""
        start, whole = self.without_number(shorter) + self.relative, self.without_number(longer)
        return whole.removeprefix(start) if whole.startswith(start) else None
