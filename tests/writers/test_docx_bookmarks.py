"""Names of bookmarks: what Word accepts, stable, and never the same for two keys."""

import re

import pytest
from build import figure
from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.docx.bookmarks import LONGEST, bookmark_name, figure_name

KEYS = st.one_of(
    st.text(min_size=1, max_size=60),
    st.from_regex(r"[a-zA-Z0-9_#.-]{1,60}", fullmatch=True),
    st.from_regex(r"[ab]{1,2}[-_]{0,2}[ab]{0,2}", fullmatch=True),
)


@given(KEYS)
def test_name_is_one_that_word_accepts(key: str) -> None:
    """It begins with a letter, holds letters, digits and `_` only, and is no longer than Word allows."""
    name = bookmark_name(key)

    assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
    assert len(name) <= LONGEST


@given(KEYS, KEYS)
def test_different_keys_have_different_names(one: str, other: str) -> None:
    """Also where they differ only in case, in a hyphen, or after the end of what fits."""
    assert (one == other) == (bookmark_name(one).lower() == bookmark_name(other).lower())


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("justice-1-1", "justice_1_1"),
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 28 + "__c0f8bd4dbc"),
        ("a_b", "a_b__648fa9b31b"),
        ("Justice", "justice__5f9740dd78"),
        ("3-1", "k_3_1__73e23b443f"),
        ("статья", "k__1347fb28ec"),
    ],
)
def test_name_stays_the_same(key: str, name: str) -> None:
    """A plain key is read in its name; another is cut and has a digest, which never changes."""
    assert name == bookmark_name(key)


def test_name_of_a_figure_tells_its_source() -> None:
    """Indicator and periods make the name, the printed value does not; it is hidden, and fits."""
    name = figure_name(figure("348", "victims", "2023"), 1)

    assert name == figure_name(figure("351", "victims", "2023"), 1)
    assert name != figure_name(figure("348", "victims", "2022"), 1)
    assert name != figure_name(figure("348", "cases", "2023"), 1)
    assert re.fullmatch(r"_fig_[0-9a-f]{10}_1", name)
    assert len(figure_name(figure("348"), 10**9)) <= LONGEST
