"""`examples/russian`: a report in Russian and English that prints the same figures in the same paragraphs."""

import re

import pytest
from repository import ROOT

from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.pipeline import check_project

PROJECT = ROOT / "examples" / "russian"
_NUMBER = re.compile(r"\d{1,3}(?:[ ,]\d{3})+|\d+")


def _document(language: str) -> tree.Document:
    checked = check_project(PROJECT, language=language)

    assert {one.code for one in checked.diagnostics} <= {"RG370"}
    assert checked.document is not None
    return checked.document


def _blocks(language: str) -> list[tree.Block]:
    return list(_document(language).blocks)


def _text(block: tree.Block) -> str:
    return " ".join(plain_text(run) for run in inlines_of(block)).replace("\u00a0", " ")


def _numbers(block: tree.Block) -> list[str]:
    """Return all numbers of a block, sorted, by their digits: signs and places differ."""
    return sorted(re.sub(r"\D", "", one) for one in _NUMBER.findall(_text(block)))


def _figures(block: tree.Block) -> list[tuple[str, tuple[str, ...], str]]:
    inlines = [inline for run in inlines_of(block) for inline in run]
    figures = [one for one in walk_inlines(inlines) if isinstance(one, tree.Figure)]
    return sorted((one.indicator, one.periods, str(one.value)) for one in figures)


def test_both_versions_print_the_same_figures_in_the_same_blocks() -> None:
    """Block by block: kinds, paragraph numbers, figures from data, and all numbers that a reader sees."""
    russian, english = _blocks("ru"), _blocks("en")

    assert [type(one) for one in russian] == [type(one) for one in english]
    for ours, theirs in zip(russian, english, strict=True):
        assert getattr(ours, "number", None) == getattr(theirs, "number", None)
        assert _figures(ours) == _figures(theirs), (_text(ours), _text(theirs))
        assert _numbers(ours) == _numbers(theirs), (_text(ours), _text(theirs))
    assert sum(len(_figures(one)) for one in russian) >= 40


@pytest.mark.parametrize(("language", "foreign"), [("ru", r"[A-Za-z]{3}"), ("en", r"[а-яё]")])
def test_each_version_is_in_its_language(language: str, foreign: str) -> None:
    """No word of the other language, but symbols, articles and letters that are not translated."""
    texts = [_text(one).replace("CCPR/C/ARC/QPR/3", "").replace("AR$", "") for one in _blocks(language)]

    assert [text for text in texts if re.search(foreign, text)] == []
