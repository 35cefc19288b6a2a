"""Places in a ranking, where the smaller number is the better one."""

from reportgen.languages.language import cldr
from reportgen.sentences.amounts import amount, measure
from reportgen.sentences.errors import misfit
from reportgen.sentences.facts import find_change
from reportgen.sentences.filters.arguments import At, VerbName
from reportgen.sentences.filters.changes import ends, verb_for
from reportgen.sentences.filters.comparisons import is_ranking, previous
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.phrase import EMPTY, Phrase, fill
from reportgen.sentences.remarks import in_parentheses, period_word, remarks, when
from reportgen.sentences.view import View


@phrase_filter("{{ place | rank }}")
def rank(view: View) -> Phrase:
    """The place in a ranking."""
    _check(view, "rank")
    return amount(view, view.current)


@phrase_filter("{{ place | rank_change }}")
def rank_change(view: View, since: At = None, verb: VerbName = None) -> Phrase:
    """The places gained or lost against the period before, or since another one."""
    _check(view, "rank_change")
    first, last = ends(view, since, default=previous)
    found = find_change(view.value(first), view.value(last), 0, in_points=True)
    said = remarks(view, [first, last], () if since else view.gaps(first, last))
    patterns = view.language.patterns
    if found.first == found.last:
        return in_parentheses(
            view, fill(patterns.rank_kept, when=when(view, first), period=period_word(view, first)), EMPTY, said
        )
    moved = abs(found.last - found.first)
    one = cldr(view.language.tag).is_one(moved)
    places = fill(patterns.places[not one], number=measure(moved, (view.change(first, last),)))
    participle = verb_for(view, found, verb).participle
    told = fill(patterns.rank_moved, verb=participle, places=places, period=period_word(view, first))
    return in_parentheses(view, told, EMPTY, said)


def _check(view: View, name: str) -> None:
    if not is_ranking(view):
        raise misfit(view.key, name, "no_rank")
