"""Every figure that is printed holds the number that it stands for, in the languages that write numbers in figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from languages.made_labels import LABELS, indicators_in
from languages.test_no_english import REFERENCES
from sentences.phrase_cases import parts, realised

from reportgen.languages.language import cldr
from reportgen.model import Indicator
from reportgen.sentences import Narrator, Options, PhraseError, Run, TableSpec

NOUNS = {
    "ru": [("уголовное дело", "уголовные дела"), ("xyz", "xyzs"), ("дело", "дела"), ("дела", "дела")],
    "ar": [("قضية مدنية", "قضايا مدنية"), ("قضايا", "قضايا"), ("قضية", "قضايا"), ("شخص محتجز", "محتجزون")],
    "zh": [("宗", "宗"), ("起案件", "起案件"), ("人", "人"), ("名儿童", "名儿童")],
}
"""Units of one word and of several, also such whose forms behind numbers are not known."""
SAID = {
    Decimal(1): {"قضية مدنية واحدة", "قضية واحدة", "شخص محتجز واحد", "نقطة مئوية واحدة", "مرتبة واحدة"},
    Decimal(2): {"قضيتان", "نقطتين مئويتين"},
}
"""What says its number without a figure."""
_NUMBER = re.compile(r"[−]?\d[\d\u00a0.,]*")


def _runs(data: dict[str, Indicator], tag: str) -> Iterator[Run]:
    """All that is written of some indicators in sentences: paragraphs, and every reference that fits."""
    writer = Narrator(data, tag, Options())
    for block in writer.report(list(data)):
        if not isinstance(block, TableSpec):
            yield from (run for part in writer.realise(block) if not isinstance(part, str) for run in part)
    first, *_, last = [*data, *data]
    for reference in filter(None, REFERENCES.split("|")):
        name = reference.replace("(b", f"({last}").replace("=b)", f"={last})")
        try:
            yield from realised(writer, ["«» ", *parts(writer, f"{{{{ {first} | {name} }}}}")])
        except PhraseError:
            continue


def _number(text: str, tag: str) -> Decimal | None:
    signs, found = cldr(tag), _NUMBER.search(text)
    if found is None:
        return None
    return Decimal(found[0].rstrip("\u00a0.,").replace(signs.group, "").replace(signs.decimal, ".").replace("−", "-"))


@pytest.mark.parametrize("tag", NOUNS)
def test_no_figure_loses_its_number(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One and two may be said by an Arabic noun whose form is known; all else stands in figures."""
    monkeypatch.setitem(LABELS, tag, LABELS[tag] | {"units": NOUNS[tag]})
    count = 0
    for data in indicators_in(tag, monkeypatch, range(150)):
        for run in _runs(data, tag):
            if run.value is None or run.text.strip() in SAID.get(run.value, ()):
                continue
            count += 1
            number = _number(run.text, tag)
            assert number is not None, (run.text, run.value)
            assert run.value in {number.scaleb(power) for power in (0, 4, 6, 8, 9)}, (run.text, run.value)
    assert count > 2000
