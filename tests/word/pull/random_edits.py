"""Edits of a random kind at a random place of a report: words, bold, splits, mergers, moves, lists, cells and rows."""

from collections.abc import Callable
from copy import deepcopy

from hypothesis import strategies as st
from lxml import etree
from msgspec import Struct
from word.pull.drafts import row_added, sentence_moved
from word.word_edits import Body, Change, W, added_after, deleted, merged, text_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPED = ("Act", "rule", "service", "court", "offender", "orders", "breach", "police", "Shelters", "hotline", "twice")
_WORDS = ("swiftly", "in 2019", "17", "*", "under article 5", "“free” [legal]", "~", "1.", "12", "{{", "per cent")


class _Spot(Struct):
    """Where something is done."""

    text: Body
    """A text that was typed."""
    goal: Body
    """Another paragraph."""
    at: int
    """How many words stand before the place."""
    word: str

    @property
    def words(self) -> list[str]:
        """The words of the text."""
        return (self.text.text or "").split(" ")

    @property
    def home(self) -> Body:
        """The paragraph of the text."""
        return next(self.text.iterancestors(f"{W}p"))


def _put_in(body: Body, spot: _Spot) -> None:
    assert body is not None
    spot.text.text = " ".join([*spot.words[: spot.at], spot.word, *spot.words[spot.at :]])


def _take_out(body: Body, spot: _Spot) -> None:
    assert body is not None
    spot.text.text = " ".join([*spot.words[: spot.at], *spot.words[spot.at + 1 :]])


def _split(body: Body, spot: _Spot) -> None:
    assert body is not None
    if list(spot.home.iter(f"{W}bookmarkStart", f"{W}footnoteReference", f"{W}fldChar")):
        return
    made = deepcopy(spot.home)
    later = next(part for part in made.iter(f"{W}t") if part.text == spot.text.text)
    before, behind = spot.words[: spot.at], spot.words[spot.at :]
    spot.home.addnext(made)
    spot.text.text, later.text = " ".join(before), " ".join(behind)


def _merge(body: Body, spot: _Spot) -> None:
    if text_of(spot.home) != text_of(spot.goal):
        merged(text_of(spot.home), text_of(spot.goal))(body)


def _move(body: Body, spot: _Spot) -> None:
    assert body is not None
    if spot.home is not spot.goal:
        spot.goal.addprevious(spot.home)


def _delete(body: Body, spot: _Spot) -> None:
    deleted(text_of(spot.home))(body)


def _add(body: Body, spot: _Spot) -> None:
    added_after(text_of(spot.home), f"{spot.word} was added here")(body)


def _move_sentence(body: Body, spot: _Spot) -> None:
    if "There were " in text_of(body) and "There were " not in text_of(spot.goal):
        sentence_moved("There were ", text_of(spot.goal))(body)


def _embolden(body: Body, spot: _Spot) -> None:
    assert body is not None
    found = next(spot.text.iterancestors(f"{W}r"))
    properties = found.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        found.insert(0, properties)
    known = list(properties.iter(f"{W}b"))
    for one in known:
        properties.remove(one)
    if not known:
        properties.insert(0, etree.Element(f"{W}b"))


def _turn(body: Body, spot: _Spot) -> None:
    assert body is not None
    own, other = spot.home.find(f"{W}pPr"), spot.goal.find(f"{W}pPr")
    if own is not None and other is not None:
        spot.home.replace(own, deepcopy(other))


def _add_row(body: Body, spot: _Spot) -> None:
    row_added("about " if spot.at % 2 else "Remarks", ("2021", "1,180", spot.word))(body)


_Kind = Callable[[Body, _Spot], None]
_IN_TEXT: tuple[_Kind, ...] = (_put_in, _take_out, _embolden)
_OF_PARAGRAPHS: tuple[_Kind, ...] = (
    _split,
    _merge,
    _move,
    _delete,
    _add,
    _move_sentence,
    _turn,
    _add_row,
)


def _in_table(element: Body) -> bool:
    return next(element.iterancestors(f"{W}tbl"), None) is not None


@st.composite
def random_edits(draw: st.DrawFn) -> Change:
    """One edit of a random kind at a random place."""
    kind = draw(st.sampled_from([*_IN_TEXT, *_OF_PARAGRAPHS]))
    place, other, word = draw(st.integers(0, 40)), draw(st.integers(0, 40)), draw(st.sampled_from(_WORDS))

    def change(body: Body) -> None:
        texts = [one for one in body.iter(f"{W}t") if any(known in (one.text or "") for known in _TYPED)]
        goals = [next(one.iterancestors(f"{W}p")) for one in texts if not _in_table(one)]
        if not goals:
            return
        text = texts[place % len(texts)]
        spot = _Spot(text, goals[other % len(goals)], 1 + place % max(1, len((text.text or "").split(" ")) - 1), word)
        if kind in _IN_TEXT or not _in_table(text):
            kind(body, spot)
            text.set(_SPACE, "preserve")

    return change
