"""Walks: what the program prints is found in the text, runs are rewritten in order, replies know their issue."""

import pytest
from build import heading, paragraph, table, words
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import tree
from reportgen.document.walk import map_runs, plain_text, printed_spans

leaves = st.one_of(
    st.builds(tree.Text, st.text("ab (é", max_size=5)),
    st.builds(lambda text: tree.Figure(text, "cases", ("2023",), (), ()), st.text("0123", min_size=1, max_size=4)),
    st.builds(tree.Reference, st.just("fund"), st.text("12", min_size=1, max_size=2)),
    st.just(tree.LineBreak()),
)
inlines = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(tree.Emphasis, st.lists(inner, max_size=3).map(tuple)),
        st.builds(tree.Raised, st.lists(inner, max_size=3).map(tuple)),
        st.builds(tree.Note, st.lists(inner, max_size=3).map(tuple)),
        st.builds(lambda made: tree.Citation(("fund",), children=(made,)), leaves),
    ),
    max_leaves=12,
)


@given(st.lists(inlines, max_size=6).map(tuple))
def test_spans_hold_what_their_nodes_print(run: tree.Inlines) -> None:
    """In order, without overlap, each with the characters of its node; raised digits are one character each."""
    text, end = plain_text(run), 0

    for start, stop, node in printed_spans(run):
        printed = text[start:stop]
        assert end <= start
        assert printed == plain_text((node,)) or printed == plain_text((tree.Raised((node,)),))
        assert not isinstance(node, tree.Text | tree.Note)
        end = stop


def test_notes_are_runs_of_their_own() -> None:
    """A figure in a note has no place in the text that holds its mark."""
    figure = tree.Figure("348", "cases", ("2023",), (), ())

    assert [] == list(printed_spans((tree.Text("All"), tree.Note((figure,)))))
    assert [(0, 3, figure)] == list(printed_spans((figure,)))


def test_runs_are_rewritten_in_reading_order() -> None:
    """Caption, heads, rows, source: numbers of notes count on in this order."""
    head, rows = (tree.Cell(words("b")),), (tree.Row((tree.Cell(words("c")),)), tree.Row((tree.Cell(words("d")),)))
    block = tree.Table(words("a"), head, rows, source=words("e"))
    met: list[str] = []

    def rewrite(run: tree.Inlines) -> tree.Inlines:
        met.append(plain_text(run))
        return run

    assert block == map_runs(block, rewrite)
    assert ["a", "b", "c", "d", "e"] == met


@pytest.mark.parametrize(
    ("block", "issue"),
    [
        (heading(tree.Level.REPLY, "Reply", key="reply-14"), 14),
        (heading(tree.Level.REPLY, "Reply", key="14"), None),
        (heading(tree.Level.REPLY, "Reply", key="reply-fund"), None),
        (heading(tree.Level.REPLY, "Reply"), None),
        (heading(tree.Level.THEME, "Theme", key="reply-14"), None),
        (paragraph("Text", key="reply-14"), None),
    ],
)
def test_a_heading_of_a_reply_knows_its_issue(block: tree.Block, issue: int | None) -> None:
    """By its level and its key; neither alone is enough."""
    assert issue == tree.issue_of(block)


def test_blocks_without_a_key_have_none() -> None:
    """Lists have no field for it; a paragraph may have none."""
    assert tree.key_of(tree.ItemList(())) is None
    assert tree.key_of(paragraph("Text")) is None
    assert "fund" == tree.key_of(paragraph("Text", key="fund"))
    assert "courts" == tree.key_of(table("Courts", "a | b", key="courts"))
