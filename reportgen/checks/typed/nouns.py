"""Typed nouns, places and units beside a figure from data: whether they are those of the figure.

`{{ men }} women`, `of whom {{ men }} were women`, `in Almaty` over the figure of Astana, `{{ victims }} cases`,
`{{ budget }} million`. Only a word that names another part of the same breakdown, the whole's part, what another
indicator counts, or another unit, is asked about; a synonym that nobody can know is not.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.named_parts import meanings, named_parts, opposite
from reportgen.checks.stated import head_of, stems
from reportgen.checks.typed.kinds import doubt_kinds
from reportgen.checks.typed.units import doubt_unit
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import DETERMINERS, MEMBERS, RELATIVES
from reportgen.languages.en.persons import OCCUPATIONS, ONCE_A_PERSON, PERSONS
from reportgen.languages.en.quantifiers import MAKING_UP
from reportgen.languages.words import word_set
from reportgen.model import Noun

_BEING = word_set("were was are is being")
_OF = word_set("of")
_NUMBERED = word_set("number numbers total figure that share proportion percentage")
_PLACES = word_set("in at")
_ENDS = frozenset(",;:()–—.") | word_set("and or but while")
_NAME = 2
"""Words of what something is said to be: `were young women`."""
_COORDINATING = word_set("and or")


def doubt_nouns(said: Sentence) -> Iterator[Doubt]:
    """Yield RG388 and RG389 for figures beside which an author typed what they do not count."""
    for figure in said.figures:
        unit = doubt_unit(said, figure)
        if unit is not None:
            yield unit
            continue
        if kinds := list(doubt_kinds(said, figure)):
            yield from kinds
            continue
        if said.line.words(max(figure.at - 2, 0), 2) == ["all", "but"]:
            continue  # "all but 5,040 were convicted" is said of the others
        for places in _naming(said, figure):
            doubt = _wrong_part(said, figure, places)
            if doubt is not None:
                yield doubt
                break
        else:
            yield from _wrong_noun(said, figure)
            yield from _unnamed_part(said, figure) if figure.where[1] is not None else ()
    for share in said.shares:
        named = (*_predicate(said.line, share.at), *_subject(said.line, share.at))
        yield from [one for places in named if (one := _wrong_part(said, share, places)) is not None][:1]


# ---- parts ----------------------------------------------------------------------------------------------------


def _naming(said: Sentence, figure: Observed) -> Iterator[Sequence[int]]:
    """Yield the places of words that say what a figure counts: its noun, what it is said to be, its place."""
    line, at = said.line, figure.at
    if noun := _noun(line, at + 1):
        yield noun
    yield from _predicate(line, at)
    yield from _subject(line, at)
    yield from _place(line, at)
    if said.indicator(figure).unit == "percent" and line.low(at + 1) == "of":
        yield _noun(line, at + 2 + (line.low(at + 2) in DETERMINERS))  # "48 per cent of men"
    if said.indicator(figure).breakdown:
        yield from _phrases(said, figure)


def _noun(line: Line, at: int) -> Sequence[int]:
    """Return the places of the noun that begins at an index: `women`, `sentenced prisoners`."""
    is_described = line.low(at).endswith("ed") and at + 1 < len(line.items) and _is_of_noun(line, at + 1)
    first = at + is_described
    return [*range(at, first), *takewhile(lambda place: _is_of_noun(line, place), range(first, len(line.items)))]


def _phrases(said: Sentence, figure: Observed) -> Iterator[Sequence[int]]:
    """Yield the places of `in urban areas` and `on remand` behind a figure, where its clause does not name its part.

    Behind that of a whole only those that its noun has right behind it: `240 persons in urban areas`.
    """
    line, at, own = said.line, figure.at, figure.where[1]
    end = next((one for one in range(at + 1, len(line.items)) if _ends_phrase(line, one)), len(line.items))
    if own in named_parts(said.indicator(figure), line.words(at + 1, end - at - 1)):
        return
    noun = _noun(line, at + 1)
    last = end if own is not None else min(end, at + 2 + len(noun))
    joints = _WITHIN if own is None else _WITHIN | _BEING  # "most of the 348 victims were women"
    for place in range(at + 1, last):
        if line.low(place) in joints and line.low(place + 1) not in DETERMINERS:
            first = place + 1 + (line.low(place + 1) in _WITHIN)
            yield _noun(line, first) or [one for one in (first,) if line.low(one).endswith("ed")]


_WITHIN = word_set("in on")


def _ends_phrase(line: Line, at: int) -> bool:
    return line.items[at].kind not in "wc" or line.low(at) in _ENDS | RELATIVES


def _is_of_noun(line: Line, place: int) -> bool:
    item = line.items[place]
    return item.kind == "w" and stems(item.low) != frozenset() and not item.low.endswith("ed")


def _predicate(line: Line, at: int) -> Iterator[Sequence[int]]:
    """Yield the places of `women` in `217 were women`, `131 of the judges were men`, `131 of them women`."""
    place = _behind_brackets(line, at + 1)
    place += line.low(place) == "out"  # "4 out of 40 judges were women"
    if line.low(place) == "of" and line.low(place + 1) in MEMBERS and line.low(place + 2) not in _BEING:
        yield list(takewhile(lambda one: _is_of_noun(line, one), range(place + 2, len(line.items))))
    first = place + 1 + (line.low(place + 1) in DETERMINERS)
    if line.low(place) == "of" and first in line.quantities:
        place = first + 1 + len(line.quantity(first).noun.split())  # "131 of the 348 persons were men"
    elif line.low(place) == "of" and line.low(place + 1) in DETERMINERS | MEMBERS:
        place += 2 + (line.low(place + 1) in DETERMINERS and line.low(place + 2) not in _BEING)
    elif line.low(place) == "of":  # "55.4 per cent of judges were women", "… of police officers were women"
        place += 1 + len(_noun(line, place + 1))
    elif line.low(at - 1) not in DETERMINERS | _OF:  # "131 judges were men"; not "most of the 348 judges were men"
        place += len(_noun(line, place))
    if line.low(place) in _BEING:
        words = list(takewhile(lambda one: _is_of_noun(line, one), range(place + 1, len(line.items))))
        if 0 < len(words) <= _NAME:
            yield words


def _behind_brackets(line: Line, at: int) -> int:
    """Return the index behind brackets that open at an index: `4 (10 per cent) of the judges`."""
    ends = (place + 1 for place in range(at, len(line.items)) if line.low(place) == ")")
    return next(ends, at) if line.low(at) == "(" else at


def _subject(line: Line, at: int) -> Iterator[Sequence[int]]:
    """Yield the places of `women` in `Women: 131` and `the number of women who … was 131`."""
    head = _noun_before(line, at - 1) if line.low(at - 1) == ":" else []
    if head and line.low(head[0] - 1) in {"", ";", ",", "("}:
        yield head
    if line.low(at - 1) == "(" and line.low(at + 1) == ")":
        yield _noun_before(line, at - 1)
    yield from _agent(line, at)
    # Behind the last number: "the number of women was 849 and that of men was 658".
    numbered = max((one for one in line.quantities if one < at), default=-1)
    for place in range(max(line.clauses[at], numbered + 1), at):
        if line.low(place) in _NUMBERED and line.low(place + 1) == "of" and line.low(at - 1) in _BEING | {"to", "at"}:
            first = place + 2 + (line.low(place + 2) in DETERMINERS)
            yield list(takewhile(lambda one: _is_of_noun(line, one), range(first, at)))


def _agent(line: Line, at: int) -> Iterator[Sequence[int]]:
    """Yield the place of `women` in `women accounted for 131 of the …`, `women and men accounted for 131 and 217`."""
    is_second = line.low(at - 1) == "and" and line.kind(at - 2) == "q"
    first = at - 2 * is_second
    verb = first - 1 - (line.low(first - 1) in {"for", "up"})
    is_joined = line.low(verb - 2) == "and"
    is_pair = is_joined and (is_second or (line.low(at + 1) == "and" and line.kind(at + 2) == "q"))
    if is_pair and line.low(verb) in MAKING_UP | {"numbered"}:
        yield [verb - 1 if is_second else verb - 3]
    elif not (is_joined or is_second) and line.low(verb) in (MAKING_UP - _BEING) | {"numbered"}:
        yield [verb - 1]


def _noun_before(line: Line, end: int) -> Sequence[int]:
    """Return the places of the noun before an index: of `the number of women (131)`, none of `men and women (348)`."""
    noun = [*takewhile(lambda place: _is_of_noun(line, place), range(end - 1, -1, -1))][::-1]
    joint = noun[0] - 1 if noun else 0
    is_joined = line.low(joint) in _COORDINATING | {","} and joint > 0 and line.items[joint - 1].kind == "w"
    return [] if is_joined else noun


def _place(line: Line, at: int) -> Iterator[Sequence[int]]:
    """Yield the places of `Almaty` in `in Almaty` behind a figure, or at the beginning of its clause."""
    end = next((place for place in range(at + 1, len(line.items)) if line.items[place].low in _ENDS), len(line.items))
    behind = [one for one in range(at + 1, end - 1) if line.low(one) in _PLACES and _is_name(line, one + 1)]
    if behind and line.low(behind[0] - 2) in DETERMINERS:
        return  # "from its seat in Almaty"
    opener = next((one for one in range(at - 1, -1, -1) if line.low(one) in _PLACES and _is_name(line, one + 1)), None)
    if behind:
        yield [behind[0] + 1]
    elif opener is not None and not any(opener < place < at for place in line.quantities):
        is_opening = line.low(opener - 1) in {"", ",", ";", "and", "while"} and line.low(opener + 2) == ","
        if is_opening and ";" not in line.words(opener, at - opener):
            yield [opener + 1]


def _is_name(line: Line, at: int) -> bool:
    return at < len(line.items) and line.items[at].kind == "w" and line.text[line.items[at].start].isupper()


def _wrong_part(said: Sentence, figure: Observed, places: Sequence[int]) -> Doubt | None:
    """Return the question about words that name another part than that of a figure."""
    if not places or not all(map(said.is_typed, places)):
        return None
    line, indicator = said.line, said.indicator(figure)
    if _goes_on(line, places[-1] + 1):
        return None  # "women and men"
    words = [line.low(place) for place in places]
    named = named_parts(indicator, words)
    own = figure.where[1]
    label = f"{indicator.label or ''} {said.part(figure)}".casefold().split()
    if own in named or (named and meanings(words) <= meanings(label)):
        return None
    same = [one for one in named if own is None or indicator.breakdown[one].by == indicator.breakdown[own].by]
    values = {indicator.breakdown[one].value(figure.where[2]) for one in named}
    is_other = len(named) == 1 and figure.value not in values and (bool(same) or own is not None)
    if not is_other and not opposite(words, label):
        return None
    return _doubt(said, figure, line.span_of(places[0], places[-1]))


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a word is joined to another one: `women and men`, `girls, boys and infants`."""
    is_listed = line.low(at) == "," and line.low(at + 2) in _COORDINATING | {","}
    is_joined = line.low(at) in _COORDINATING or is_listed
    return is_joined and at + 1 < len(line.items) and line.items[at + 1].kind == "w"


def _doubt(said: Sentence, figure: Observed, span: Span) -> Doubt:
    counted = said.part(figure) or Literal("the whole")
    return Doubt("RG388", span, figure, {"value": shown_number(figure.value), "counted": counted})


def _unnamed_part(said: Sentence, figure: Observed) -> Iterator[Doubt]:
    """Yield the question about a part that is told as the whole: `139 victims were identified`, who are the men."""
    places = _noun(said.line, figure.at + 1)
    words = [said.line.low(place) for place in places]
    is_whole = bool(words) and stems(" ".join(words)) <= head_of(said.indicator(figure).label or "")
    text = f"{said.passage.lead} {said.passage.text}"
    told = {low.strip(".,;:()–—“”") for low in text.casefold().split()}
    named = meanings(said.part(figure).split()) & meanings(told)
    if any(map(str.isdigit, said.part(figure))):
        return  # "0–17", whom a text calls children, minors, or under 18 years of age
    is_sentence = said.passage.text.rstrip().endswith((".", ";"))  # a cell or an item has its part in its head
    if is_whole and is_sentence and not named and all(map(said.is_typed, places)) and told.isdisjoint(_OF_A_PART):
        yield _doubt(said, figure, said.line.span_of(places[0], places[-1]))


_OF_A_PART = MEMBERS | word_set("other others remaining rest former latter who including particular such same")


# ---- what is counted ------------------------------------------------------------------------------------------


def _wrong_noun(said: Sentence, figure: Observed) -> Iterator[Doubt]:
    """Yield the question about a noun that says that something else was counted: `348 cases` of persons."""
    line, unit = said.line, said.indicator(figure).unit
    places = _noun(line, figure.at + 1)
    if not isinstance(unit, Noun) or not places or not all(map(said.is_typed, places)):
        return
    if _goes_on(line, places[-1] + 1):
        return  # "investigators and other police officers"
    if said.line.quantity(figure.at).measure is not Measure.COUNT:
        return
    noun = line.text[line.items[places[0]].start : line.items[places[-1]].end].casefold().split()
    own = said.known(figure) | stems(f"{unit.one} {unit.other}")
    if any(stems(word) & own for word in noun):
        return
    last, counted = noun[-1], f"{unit.one} {unit.other} {said.indicator(figure).label or ''}".casefold().split()
    occupation = _occupations([last])
    if occupation or last in PERSONS:
        others = _occupations(counted)
        is_other = bool(occupation and others) and occupation.isdisjoint(others)
        wrong = is_other or (PERSONS | ONCE_A_PERSON).isdisjoint(counted)
    else:
        units = (indicator.unit for indicator in said.merged.indicators.values())
        wrong = any(stems(last) & stems(f"{one.one} {one.other}") for one in units if isinstance(one, Noun))
    if wrong:
        values = {"value": shown_number(figure.value), "counted": unit.other}
        yield Doubt("RG388", line.span_of(places[0], places[-1]), figure, values)


def _occupations(words: Sequence[str]) -> set[int]:
    """Return the numbers of the occupations that some words name: judges and magistrates are one."""
    return {number for number, names in enumerate(OCCUPATIONS) if not names.isdisjoint(words)}
