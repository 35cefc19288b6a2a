"""Whether a typed word of change speaks of the figures of its sentence, or of something else."""

from collections.abc import Iterator

from reportgen.checks.stated import head_of, stems
from reportgen.checks.typed.change_words import AMOUNTS, BASES, BEING, CLOSE, FACTORS, LEADS, ROUGHLY, ChangeWord
from reportgen.checks.typed.nearness import units_in
from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.languages.en.lexicon import (
    AUXILIARIES,
    CHANGE_NOUNS,
    GOING,
    LESS_OR_SHORTER,
    MEMBERS,
    MORE_OR_LONGER,
    NOUN_STOPS,
    UNMOVED,
)
from reportgen.languages.words import word_set

_ADVERBS = 2
"""Words between "has" and a participle: `has thus nearly halved`."""


def speaks_of_another(word: ChangeWord) -> bool:
    """Return whether the place of a word does not say that it speaks of the figures of its sentence."""
    line, at, low = word.line, word.at, word.low
    if word.is_as_many or word.is_same:
        return _is_same_of_another(word) if word.is_same else _is_multiple_of_another(word)
    if word.named_behind is not None:
        return False
    if word.is_passing:
        before = at - 1 - (line.kind(at - 1) == "q")  # "54 below the 2022 figure"
        return line.low(before) not in LEADS | BEING | {"which"} and not _has_subject(word)
    is_stable = low in UNMOVED - {"stagnated"} and line.low(at - 1) not in BEING | {"not"}  # "stable employment"
    if is_stable or (low in _SPANS and not units_in(word.unit, "days")):
        return True  # "the search lasted longer than in 2022"
    if low.endswith("ing") and line.low(at + 1) in _COUNTED and line.low(at + 2) == "of":
        return not stems(line.low(at + 3)) & word.known  # "a growing number of victims"
    is_title = word.said.below and at == 0 and low in MORE_OR_LONGER | LESS_OR_SHORTER
    if word.said.below and not is_title and (_is_wished(word) or not _is_said_of_list(word)):
        return True
    if low in CHANGE_NOUNS:
        return _is_noun_of_another(word)
    if is_title and stems(line.low(1)) & word.known:
        return not AUXILIARIES.isdisjoint(item.low for item in line.items)  # "Fewer victims", over their figures
    if low in MORE_OR_LONGER | LESS_OR_SHORTER and line.low(at - 1) not in GOING:
        is_said = line.low(at - 1) not in {"were", "was", "are", "is"} or low not in _ADJECTIVES or _has_subject(word)
        return not is_said or _is_elsewhere(line, at + 1) or _is_more_of_another(word)
    return _is_elsewhere(line, at + 1) or not _has_subject(word)


def _is_more_of_another(word: ChangeWord) -> bool:
    """Return whether `more complaints than` counts something else, or `more` alone compares nothing."""
    line, at = word.line, word.at
    if line.low(at + 1) == "than" and line.low(at + 2) in FACTORS:
        return True  # "more than doubled"
    if word.is_frequency:
        return not _has_subject(word)
    if line.low(at - 1) in MEMBERS or _is_of_place(word):
        return True  # "of which more than in 2022 concerned food"
    between = list(_until_than(line, at))
    end = at + len(between) + 1
    behind = stems(" ".join(line.words(end, CLOSE)))
    is_bare = word.low not in {"up", "down"} and line.low(end) not in {"than", "("}
    return is_bare or any(not stems(line.low(place)) <= word.known | _COUNTING | behind for place in between)


def _is_noun_of_another(word: ChangeWord) -> bool:
    """Return whether `an increase in staff` names another thing, or `a decrease` stands apart from the figures."""
    line, at = word.line, word.at
    counted = _counted_behind(line, at)
    if counted and not stems(counted) <= word.known | _COUNTING:
        return True
    if has_own_subject(line, at):
        place = at + 2 + (line.low(at + 2) in {"the", "this", "that"})
        return not stems(line.low(place)) <= word.known | _COUNTING
    if line.low(at - 1) == "the" and line.low(at - 2) == "on":  # "is on the rise"
        return not _has_subject(word)
    is_named = line.low(at - 1) in {"a", "an", "the"}
    return is_named and line.low(at - 2) not in LEADS | _GIVEN | {"", "not", "been"}


def _counted_behind(line: Line, at: int) -> str:
    """Return what an increase `in the number of officers` counts; nothing where it does not say so."""
    place = at + 2 + (line.low(at + 2) == "the")
    if line.low(at + 1) not in {"in", "of"} or line.low(place) not in _COUNTED or line.low(place + 1) != "of":
        return ""
    return line.low(place + 2 + (line.low(place + 2) in {"the", "such", "these", "those"}))


_GIVEN = word_set("despite given notwithstanding considering reflecting following after to of with by")
"""Before `the increase in the number of cases`, which is told by the way."""


_SPANS = word_set("longer older shorter younger")
_ADJECTIVES = word_set("longer older shorter younger higher lower larger greater smaller")
_COUNTED = word_set("number numbers figure figures total amount level rate share proportion percentage value it")
_COUNTING = stems(" ".join(_COUNTED)) | stems("persons people")


def _is_wished(word: ChangeWord) -> bool:
    """Whether the change that leads to a list is none that happened, or one of other years or of another clause."""
    return not word.said.words.isdisjoint(_NOT_HAPPENED) or not _APART.isdisjoint(word.line.words(word.at + 1, CLOSE))


_NOT_HAPPENED = word_set(
    "not no never should will shall would may might can could must aim aims aimed goal goals target targets plan plans"
    " planned planning expected intended hoped failed supposed projected forecast whether if without despite"
)
_APART = word_set("; until till before")


def _is_said_of_list(word: ChangeWord) -> bool:
    """Return whether a change that leads to a list is said of nothing but what its figures count.

    `The number of victims fell:` and `Fall in the number of victims`, but not `The amount paid to victims fell:`,
    `Prison staff increased:` over persons in prison, or `Legal aid was extended:` over the expenditure on it.
    """
    line, at = word.line, word.at
    if word.low in CHANGE_NOUNS:
        is_aim = word.low in {"reduction", "cut"} and line.low(at + 1) == "of" and at == 0  # "Reduction of poverty"
        return line.low(at + 1) in {"in", "of"} and not is_aim and line.low(at - 1) not in {"its", "their"}
    is_agent = line.low(at + 1) == "by" and all(item.kind != "q" for item in line.items[at + 2 : at + 3])
    if is_agent:
        return False  # "raised by some"
    begin = 0 if line.clauses[at] == at else line.clauses[at]  # "Average monthly wage, decreasing since 2021"
    first = max((one + 1 for one in range(begin, at) if line.low(one) in _BREAKING), default=begin)
    words = [low for low in line.words(first, at - first) if not low.endswith("ly") and low not in BEING | GOING]
    said = stems(" ".join(words))
    label = word.said.indicator(word.figures[0]).label or ""
    if not said <= word.known | _COUNTING | _MASSES or not _EACH_OF.isdisjoint(words):
        return False
    is_counted = not _COUNTED.isdisjoint(words)
    is_passive = not _PASSIVE.isdisjoint(line.words(max(at - 2, 0), min(at, 2))) and word.low.endswith("ed")
    return is_counted or bool(said & (head_of(label) if is_passive else word.known))


_BREAKING = word_set("and but while whereas that as if because since who which whose where when although")
_EACH_OF = word_set("per each every")
_MASSES = stems("mortality population prevalence expenditure spending total annual overall average reported registered")
"""Words by which a series goes beside those of its label: `maternal mortality`, `the prison population`."""
_PASSIVE = word_set("was were been be being is are")


def _has_subject(word: ChangeWord) -> bool:
    """Return whether the words before a verb of change name what the figures of its sentence count.

    They may stand before what was inserted: `the number of victims, 348 in 2023, has risen`, `…, 348 in 2023, rose`.
    """
    line, at = word.line, word.at
    is_perfect = not {"has", "have", "had"}.isdisjoint(line.words(max(at - 1 - _ADVERBS, 0), min(at, 1 + _ADVERBS)))
    is_relative = line.low(at - 1) in {"which", "that"}  # "the number of victims (which rose to 348)"
    begin = 0 if is_perfect or is_relative or line.clauses[at] == at else line.clauses[at]
    before = {item.low for item in line.items[max(begin, at - CLOSE) : at] if item.kind == "w"}
    if word.low in FACTORS and word.low.endswith("ing") and begin and before <= ROUGHLY | {"more", "than", "thus"}:
        return True  # "rose in 2023, more than doubling compared with 2022"
    if line.low(at - 1) in {"after", "having"} and at == 1:  # "After falling in 2022, the number of cases …"
        before = set(line.words(at + 1, CLOSE))
    return not _COUNTED.isdisjoint(before) or bool(stems(" ".join(before)) & word.known)


def _is_of_place(word: ChangeWord) -> bool:
    """Return whether the clause of a word begins with a place or a group: `(in the capital, more than in 2022)`."""
    line, at = word.line, word.at
    if line.low(at - 1) != ",":
        return False
    first = max((one + 1 for one in range(at - 1) if line.low(one) in {",", ";", "("}), default=0)
    is_opened = line.low(first) in {"in", "among", "at", "within"} and line.items[first + 1].kind == "w"
    return is_opened and not stems(" ".join(line.words(first + 1, at - first - 2))) & word.known


def is_narrowed(word: ChangeWord) -> bool:
    """Return whether the first noun of a sentence is not what its figures count: `in the capital, cases rose`."""
    line, at = word.line, word.at
    first = max((one + 1 for one in range(at) if line.low(one) in {";", ":", "."}), default=0)
    places = range(at + 1, len(line.items)) if at - first <= 1 else range(first, at)
    nouns = (line.low(one) for one in places if line.items[one].kind == "w" and line.low(one) not in NOUN_STOPS)
    noun = next((noun for noun in nouns if noun not in _COUNTED | _NAMING and not noun.endswith("ly")), "")
    return not stems(noun) & word.known


_NAMING = word_set("of neither nor")


def _is_same_of_another(word: ChangeWord) -> bool:
    """Return whether `the same number of staff as in 2022` names another thing, or is only said by the way."""
    line, at = word.line, word.at
    if word.low != "same":
        return False
    if line.low(at + 1) in AMOUNTS and line.low(at + 2) == "of":
        first = at + 3
        noun = range(first, next((place for place in range(first, len(line.items)) if line.low(place) in _ENDS), first))
        return not noun or any(not stems(line.low(place)) <= word.known | _COUNTING for place in noun)
    before = at - 2 - (line.low(at - 2) in ROUGHLY | {"at"})
    return line.low(before) not in LEADS | BEING or (line.low(before) in BEING and not _has_subject(word))


def _is_multiple_of_another(word: ChangeWord) -> bool:
    """Return whether `twice` is said of something else: `the number of vehicles is twice that of 2020`."""
    line, at = word.line, word.at
    place = at + 1 + (line.low(at + 1) in {"the", "of"})
    is_amount = line.low(place) in AMOUNTS and line.low(place + 1) == "of"
    noun = line.low(place + 2 if is_amount else at + 3)  # "twice the number of …", "twice as many …"
    is_counted = (is_amount or line.low(at + 1) == "as") and line.kind(place + 2) == "w" and noun not in NOUN_STOPS
    if is_counted and not stems(noun) <= word.known | _COUNTING:
        return True
    verb = at - 1 - (line.low(at - 1) in ROUGHLY | {"now"})
    first = line.clauses[at] if line.clauses[at] < verb else 0  # "the number, 384 in 2023, was twice that of 2020"
    is_of_figure = line.low(first) in _POINTING or any(first <= figure.at < at for figure in word.figures)
    return line.low(verb) in BEING and not is_of_figure and (is_narrowed(word) or not _has_subject(word))


_POINTING = word_set("this that it they these which")
_ENDS = word_set("as ( , . was were is are")


def _is_elsewhere(line: Line, at: int) -> bool:
    """Return whether `in` with a place or a group is at an index: `fell in urban areas`, not `rose in recent years`."""
    behind = line.items[at + 1 : at + 2]
    is_place = line.low(at) in {"in", "among"} and any(item.kind == "w" for item in behind)
    return is_place and _TIMES.isdisjoint(line.words(at + 1, 3))


_TIMES = word_set(
    "total number recent past last course comparison relation real absolute relative period year years months following"
    " previous preceding same first second third quarter half reporting nominal both each any every parallel"
)


def _until_than(line: Line, at: int) -> Iterator[int]:
    """Yield the words and the periods between `more` and `than`."""
    for place in range(at + 1, min(at + CLOSE, len(line.items))):
        if line.items[place].kind not in "wp" or line.low(place) in BASES:
            return
        yield place
