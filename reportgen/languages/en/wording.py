"""English wording: patterns, verbs, abbreviations, and the words that tell how a zero is read."""

import re
from collections.abc import Iterator

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.en import lexicon
from reportgen.languages.en.plurals import is_plural
from reportgen.languages.language import Verb
from reportgen.languages.note_words import NoteWords
from reportgen.languages.patterns import Patterns
from reportgen.languages.words import numbered, word_set
from reportgen.regex import regex

PATTERNS = Patterns(
    per_cent="{figure}~per cent",
    points={"one": "{number}~percentage point", "other": "{number}~percentage points"},
    places={"one": "{number} place", "other": "{number} places"},
    million={"one": "{figure}~million", "other": "{figure}~million"},
    billion={"one": "{figure}~billion", "other": "{figure}~billion"},
    money_word=("{symbol}~{figure}", "{symbol}~{figure}"),
    money_sign=("{symbol}{figure}", "{symbol}{figure}"),
    opening="A total of ",
    opening_measure="Overall, ",
    counted_large="{number} {noun}",
    zero="none",
    zero_value="zero",
    zero_noun="no",
    minus="minus {word}",
    last=" and ",
    semicolon="; ",
    last_semicolon="; and ",
    last_semicolon_period="; and, ",
    dated_including="{value}, including {part}, {when}",
    compared="compared with {items}",
    including="including {value}",
    remark="{phrase}; {remark}",
    missing="no data are available for {periods}",
    no_total="no figure for the whole is available for {periods}",
    missing_parts="no data are available on {labels}",
    provisional=("the figure for {periods} is provisional", "the figures for {periods} are provisional"),
    estimated=("the figure for {periods} is an estimate", "the figures for {periods} are estimates"),
    revised=(
        "the figure for {periods} has been revised and was previously reported as {former}",
        "the figures for {periods} have been revised and were previously reported as {former}, respectively",
        "the figures for {periods} have been revised and were each previously reported as {former}",
    ),
    provisional_alone="provisional figure",
    estimated_alone="estimate",
    provisional_stems=("rovisional", "reliminar"),
    says_provisional=(
        r"(?:provisional|preliminary) (?:and \w+ )?(?:figure|data|number|statistics|results|total|count|estimate)s?"
        r"|(?:figures?|data|numbers?|statistics|results|totals?)\b[^.;()]{0,60}"
        r" (?:is|are|remains?|was|were) (?:all |only |still )?"
        r"(?:provisional|preliminary)|\bprovisionally\b|\((?:provisional|preliminary)[):;,]"
    ),
    says_estimated=r"\b(?:estimat|approximat|roughly\b)|\b(?:around|at least|at most|fewer than|up to) \S{0,3}\d",
    note_words=NoteWords(
        sources=(
            " source| sources | according to | thank| courtesy of | register | registers | registry |"
            " database| census | survey | surveys | statistics | provided by | supplied by | compiled by |"
            " see | published | records of |"
            " revised | corrected | correction | confirmed | checked | verified | final figure|"
            " administrative data | calculated | computed | submitted | reported to "
        ),
        limits=(
            " only | month| quarter| half | part | parts | partial| incomplete | until | up to | as at |"
            " as of | since | first | last | limit| includ| lacking | missing | aged | under "
        ),
        excludes=" without | exclu| except| outside | not | no | apart from | other than ",
        rough=(
            " more than | less than | fewer than | about | around | some | over | nearly | almost | round|"
            " at least | at most | approximate| estimate| planned | projection| forecast"
        ),
        numbers="two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    ),
    noted="{remark}: {note}",
    note="note on {period}: {note}",
    broken="figures from {period} on are not comparable with those of earlier years{reason}",
    by_per_cent="{verb} by {amount}",
    noun_of="{noun} of {amount}",
    by_average="{verb} by an average of {amount} a year",
    from_to="from {first} to {last}",
    by_values="{verb} {values}",
    noun_by_values="{noun} {values}",
    unchanged="remained unchanged",
    unchanged_at="remained unchanged at {value}",
    unchanged_at_zero="remained unchanged at zero",
    unchanged_noun="no change",
    unchanged_noun_at="no change, at {value}",
    same_throughout="remained unchanged at {value} from {first} to {last}",
    same_ends="{stood} {value} in both {first} and {last}",
    stood=("was", "stood at"),
    nearly_unchanged="remained virtually unchanged",
    nearly_unchanged_noun="virtually no change",
    no_fold="virtually no change from {first} to {last}",
    approximations={
        "some": "some {value}",
        "about": "about {value}",
        "more than": "more than {value}",
        "over": "over {value}",
        "nearly": "nearly {value}",
        "almost": "almost {value}",
        "less than": "less than {value}",
    },
    average="an average of {value} a year",
    rate="{rate} per~{base}",
    respectively="{items}, respectively",
    respectively_years="{values} in {periods}, respectively",
    out_of="{part} out of {whole}",
    rank_moved="having {verb} {places} compared with {period}",
    rank_kept="the same place as {when}",
    in_span="in {period}",
    stated={
        "count": "{when}, {subject} was {value}",
        "stock": "{when}, {subject} stood at {value}",
        "level": "{when}, {subject} stood at {value}",
        "money": "{when}, {subject} amounted to {value}",
        "amount": "{when}, {subject} amounted to {value}",
        "rank": "{when}, {subject} was {value}",
    },
    previously="previously {items}",
    none_again="{when}, there were {value}",
    stated_again={
        "count": "{when}, it was {value}",
        "stock": "{when}, it stood at {value}",
        "level": "{when}, it stood at {value}",
        "money": "{when}, the amount was {value}",
        "amount": "{when}, it amounted to {value}",
        "rank": "{when}, it was {value}",
    },
    none="no",
    none_recorded="{none} {label} were recorded {when}",
    none_existed="there were {none} {label} {when}",
    none_done="{none} {label} were {done} {when}",
    no_data_on="no data are available on {subject}",
    no_data_for="no data are available on {subject} for {periods}",
    over_time="{subject} {verb} {values}",
    every_year="{subject} {verb} every year, {values}",
    each_year="{subject} {stood} {value} in each year from {first} to {last}",
    each_of="{subject} {stood} {value} in each of the years {periods}",
    by_noun="{clause}, {change}",
    of_group="{value} for {label}",
    outside="{clause}, compared with {items}",
    named_part="{label}: {value}",
    of_whom=("{clause}, of which {parts}", "{clause}, of whom {parts}"),
    dated_of_whom=("{value}, of which {parts}, {when}", "{value}, of whom {parts}, {when}"),
    part_verb="were",
    composed="{clause}: {parts}",
    clause_including="{clause}, including {parts}",
    dated_with_parts="{value}, including {parts}, {when}",
    broken_down_of="the breakdown of {subject} {when} was: {parts}",
    broken_down_of_by="the breakdown by {by} of {subject} {when} was: {parts}",
    included_of="{subject} {when} included {parts}",
    broken_down_by="the breakdown by {by}{when} was: {parts}",
    broken_down="the breakdown{when} was: {parts}",
    figure_included="the figure for {period} included {parts}",
    figure_included_named="the figure for {period} included the following: {parts}",
    same={
        "year": ("in the same year", "that year"),
        "period": ("in the same period", "in that period"),
        "date": ("at the same date", "at that date"),
    },
    second={
        "count": "that {of} was {value}",
        "stock": "that {of} at {value}",
        "level": "{label} at {value}",
        "money": "{label} to {value}",
        "amount": "{label} to {value}",
    },
    both="{first}, and {second}",
    who_also=("{clause}, of which {value} {rest}", "{clause}, of whom {value} {rest}"),
    compared_respectively="compared with {items}, respectively",
    compared_again="compared with {items}",
    caption_by="{label}, by {by}, {period}",
    table_by="the table below shows the breakdown by {by} of {subject} for {period}",
    figures_caption="Figures for {period}",
    rows={"year": "Year", "period": "Period", "indicator": "Indicator", "part": "Category"},
    percentage="percentage",
    values="Number",
    of_label="{label}: {remark}",
    table_of="the table below shows {subject} for {period}",
    table_of_figures="the table below shows further figures for {period}",
    others="Other figures",
    annual="{title}: figures by year, {period}",
    other_periods="{title}: figures for other periods",
    source="Agency and source",
    figure="Figure",
    unit_per_cent="per cent",
    by="{by}: {label}",
    of_which="of which: {label}",
    formerly="revised; the last report gave {former}",
    broken_series="not comparable with earlier figures{reason}",
)

VERBS = {
    "increase": Verb(rises=True, past="increased", participle="increased", noun="an increase"),
    "rise": Verb(rises=True, past="rose", participle="risen", noun="a rise"),
    "grow": Verb(rises=True, past="grew", participle="grown", noun="growth"),
    "decrease": Verb(rises=False, past="decreased", participle="decreased", noun="a decrease"),
    "fall": Verb(rises=False, past="fell", participle="fallen", noun="a fall"),
    "decline": Verb(rises=False, past="declined", participle="declined", noun="a decline"),
    "drop": Verb(rises=False, past="dropped", participle="dropped", noun="a drop"),
}

SINGULAR_VERBS = {"were": "was", "are": "is", "have": "has"}
OPENS_WITH_PERIOD = regex(r"in (the period )?\d{4}(–\d{4})?,")
"""An item of a list that opens with its year."""
CHANGES = ChangeWords(
    multiples={2: "doubled", 3: "tripled", 4: "quadrupled"},
    divisions={2: "halved"},
    multiplied={"exactly": "{verb}", "nearly": "nearly {verb}", "more than": "more than {verb}"},
    fractions={
        (1, 2): "half",
        (1, 3): "one third",
        (2, 3): "two thirds",
        (1, 4): "one quarter",
        (3, 4): "three quarters",
        (1, 5): "one fifth",
        (1, 10): "one tenth",
    },
    near={"exactly": "{name}", "nearly": "nearly {name}", "more than": "more than {name}"},
    by={"exactly": "by {name}", "nearly": "by nearly {name}", "more than": "by more than {name}"},
)

NUMBERED = numbered(
    r"articles?|arts?|sections?|chapters?|paragraphs?|paras?|laws?|acts?|resolutions?|nos?|tables?"
    r"|annex"
)
ABBREVIATIONS = word_set("""
No Nos nos art arts para paras sect sects chap chaps vol vols p pp fig figs ed eds cf e.g i.e v vs approx ca
Dr Mr Mrs Ms Prof St Add Corr Rev op cit ibid al Inc Ltd Co
""")
"""Without "no", which may end a sentence."""

_IS = word_set("was were is are had has have been remained will would")
_ENDING = (
    lexicon.NOUN_STOPS - lexicon.ADVERBS - lexicon.AUXILIARIES - word_set("such any other another")
    | _IS
    | word_set("of last outside unless percent")
)
"""Words before which no noun can be counted: `none in 2023`, `none were tried`; but `no other cases`."""
_ALONE = lexicon.ADVERBS | word_set("pending nationwide everywhere abroad thereafter afterwards each")
"""Words that may follow a number by itself: `there were none pending`; but `no pending cases`."""
_WORD = regex(r"[ \u00a0“‘\"'’”]*([^\W\d_][\w’'-]*)")
_THERE_ARE = regex(r"\bthere (?:is|are|was|were|has been|have been|had been)\b", re.IGNORECASE)
_CLAUSE_END = regex(r"[.,;:()]")


def zero_is_bare(before: str, following: str) -> bool:
    """Return whether "none" fits between two texts of a sentence; else "no", because a noun in the second is counted.

    A participle may belong to either: `of them, none received fines`, but `there were no reported cases`.
    """
    ahead: list[str] = []
    for word in _words(following):
        if word in _ENDING:
            break
        if is_plural(word):
            return any(map(_is_verb, ahead)) and _is_subject(before, following)
        ahead.append(word)
    return not ahead or any(map(_is_verb, ahead)) or ahead[0] in _ALONE or ahead[0].endswith("ly")


_VALUE = regex(
    r"\b(?:number|figure|total|count|rate|level|average|amount|score)s?\b[^.;:()]*"
    r"\b(?:is|was|were|be|been|remain(?:s|ed)|to|from|at|reached|equal(?:s|led))\s+$|\bno change, at\s+$",
    re.IGNORECASE,
)


_LISTED = regex(r"[^.;:()]*\ufffc")


def zero_is_value(before: str, following: str) -> bool:
    """Return whether two texts say that what stands between them is what a number came to: `the number fell to zero`.

    In a list of numbers it stays as it is: `The number was none in 2021, one in 2022 and three in 2023`.
    """
    return _VALUE.search(before) is not None and _LISTED.match(following) is None


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text up to a mark, in small letters."""
    end = 0
    while found := _WORD.match(text, end):
        yield found[1].lower()
        end = found.end()


def _is_verb(word: str) -> bool:
    return word in lexicon.AUXILIARIES or word.endswith("ed")


def _is_subject(before: str, following: str) -> bool:
    """Return whether a number between two texts is who acts, by the one participle after it: its clause has no verb."""
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ","
    opens = last in lexicon.RELATIVES or (last[-1] in ",;:(–" and not _THERE_ARE.search(before))
    return opens and sum(map(_is_verb, _words(_CLAUSE_END.split(following)[0]))) == 1
