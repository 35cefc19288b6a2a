"""Nothing that is written in a language holds a word of English, a field left open, or words that should be one."""

import re
from collections.abc import Iterator, Mapping

import pytest
from languages.made_labels import LABELS, indicators_in
from sentences.phrase_cases import parts, realised, report_text

from reportgen.languages.front import load_front
from reportgen.languages.language import LANGUAGES, load
from reportgen.model import Indicator, Period
from reportgen.sentences import Narrator, Options, PhraseError, TableSpec

YEARS = [Period.of_year(year) for year in range(2019, 2026)]
REFERENCES = """
value(unit=True)|period|compared(unit=True)|compared|by_year|total(unit=True)|total_by_year|total_including(unit=True)
change|change(form='noun', show='years')|change(show='none')|from_to|from_to(unit=True)|fold|multiplied
yearly_average(unit=True)|yearly_change|about|about('nearly')|about('more than')|with_share(b)|out_of(b, unit=True)
share_of(b)|share_change(b)|fraction_of(b)|rate_per(b)|breakdown|respectively|respectively(b)|rank|rank_change
with_previous(unit=True)|as_at|compared(including=b)
""".replace("\n", "|")
_WORD = re.compile(r"[^\W\d_]+")
_FIELD = re.compile(r"\{\w+\}")
WRONG = {
    "fr": re.compile(r"\b(?:de|à|en) les? |\bde le |\w[;:]|\bun un\b| ,"),
    "es": re.compile(r"\b(?:a|de) el |\bun un\b|\bdel \d+ (?:puntos|puestos)| ,"),
    "ru": re.compile(r",[.;,)]|, \(| ,|\b(?:во|в) [12]\d{3}(?! году| год)|\b0 года"),
    "ar": re.compile(
        r"[a-zA-SU-Z]|[,;؛،][.،؛]| [،؛.]|\bو |\bب |(?<![.\d ])\b[12] (?:شخص|قضي|طفل|نقط|مرتب)|عدد عدد|\d \d{1,2}\b"
    ),
    "zh": re.compile(r"[a-zA-Z]| |，。|，，|；。"),
}
"""What no text of the language holds: words that are contracted, marks without their space, marks that meet."""


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (word.lower() for word in _WORD.findall(_FIELD.sub(" ", value)))
    elif isinstance(value, Mapping):
        yield from (word for one in value.values() for word in _words(one))
    elif isinstance(value, tuple):
        yield from (word for one in value for word in _words(one))


def _words_of(tag: str) -> set[str]:
    structs = (load(tag).patterns, load_front(tag).wording)
    return {word for struct in structs for field in struct.__struct_fields__ for word in _words(getattr(struct, field))}


def _texts(data: dict[str, Indicator], tag: str) -> Iterator[str]:
    """All that is written of some indicators: paragraphs, tables, the annex, and every reference that fits."""
    writer = Narrator(data, tag, Options())
    yield from (str(one) for one in report_text(writer, list(data)))
    for table in writer.annex("«»", [(key, "") for key in data], YEARS):
        yield from _cells(writer, table)
    first, *_, last = [*data, *data]
    for reference in filter(None, REFERENCES.split("|")):
        name = reference.replace("(b", f"({last}").replace("=b)", f"={last})")
        try:
            yield "".join(run.text for run in realised(writer, ["«» ", *parts(writer, f"{{{{ {first} | {name} }}}}")]))
        except PhraseError:
            continue


def _cells(writer: Narrator, table: TableSpec) -> Iterator[str]:
    rows = [table.caption, *table.head, *(cell.parts for row in table.rows for cell in row.cells)]
    notes = [note for row in table.rows for cell in row.cells for note in cell.notes]
    for cell in [*rows, *notes]:
        yield "".join(one if isinstance(one, str) else "".join(run.text for run in one)
                      for one in writer.realise_cell(cell))  # fmt: skip


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
def test_no_text_holds_english_or_broken_words(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs, tables, annexes, notes and references of indicators of every shape."""
    english = {word for word in _words_of("en") if len(word) > 1} - _words_of(tag) - set(_words(LABELS[tag]))
    count = 0
    for data in indicators_in(tag, monkeypatch, range(150)):
        for text in _texts(data, tag):
            count += 1
            body = text.removeprefix("«» ")
            found = {word.lower() for word in _WORD.findall(body)} & english
            assert not found, text
            wrong = WRONG[tag].search(body.replace("\u00a0", " ").replace(" | ", "|"))
            assert not wrong, (text, wrong)
            assert "{" not in text
            assert "~" not in text
    assert count > 1000
