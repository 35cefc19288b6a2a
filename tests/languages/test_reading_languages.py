"""Sentences in French, Spanish, Russian and Chinese, read back: numbers, years and directions are those of the data."""

from decimal import Decimal
from random import Random

import pytest
from languages.rereading import TONGUES, altered, contradictions, read
from sentences.made import realised
from sentences.phrase_cases import indicators, parts

from reportgen.sentences import Narrator, Options, TableSpec

DRAWS = 400
LABELS = {"fr": "plaintes pour torture", "es": "quejas de tortura", "ru": "жалобы на пытки", "zh": "酷刑申诉"}
UNITS = {"fr": ("affaire", "affaires"), "es": ("causa", "causas"), "ru": ("дело", "дела"), "zh": ("起", "起")}
FRAMES = {
    "fr": ("En {{ a | last_period }}, {{ a | compared(unit=True) }}.", "Le nombre {{ a | change(show='years') }}.",
           "Le nombre {{ a | from_to }}.", "Les chiffres : {{ a | by_year }}.", "Le total : {{ a | total_by_year }}."),
    "es": ("En {{ a | last_period }}, {{ a | compared(unit=True) }}.", "El número {{ a | change(show='years') }}.",
           "El número {{ a | from_to }}.", "Las cifras: {{ a | by_year }}.", "El total: {{ a | total_by_year }}."),
    "ru": ("В {{ a | last_period }} году {{ a | compared(unit=True) }}.", "Число {{ a | change(show='years') }}.",
           "Число {{ a | from_to }}.", "По годам: {{ a | by_year }}.", "Всего {{ a | total_by_year }}."),
    "zh": ("{{ a | last_period }}，共{{ a | compared(unit=True) }}。", "人数{{ a | change(show='years') }}。",
           "人数{{ a | from_to }}。", "各年：{{ a | by_year }}。", "总数为{{ a | total_by_year }}。"),
}  # fmt: skip


def _values(chance: Random) -> dict[int, Decimal]:
    """Return a value for each of two to five years, all different and all in figures."""
    count = chance.randint(2, 5)
    numbers = chance.sample(range(10, chance.choice((90, 900, 90_000))), count)
    return {2024 - count + place: Decimal(number) for place, number in enumerate(numbers)}


def _texts(chance: Random, tag: str, values: dict[int, Decimal]) -> list[str]:
    """Return what is generated of an indicator, and a sentence that refers to it."""
    one, other = UNITS[tag]
    fields = {"label": LABELS[tag], "values": {str(year): value for year, value in values.items()}}
    if chance.random() < 0.5:
        fields["unit"] = {"one": one, "other": other}
    data = indicators({"a": fields})
    writer = Narrator(data, tag, Options())
    blocks = [block for block in writer.report(["a"]) if not isinstance(block, TableSpec)]
    fields["unit"] = {"one": one, "other": other}
    data = indicators({"a": fields})
    writer = Narrator(data, tag, Options())
    frame = chance.choice(FRAMES[tag])
    texts = [realised(writer, block, data, "").text for block in blocks]
    return [*texts, realised(writer, list(parts(writer, frame)), data, frame).text]


@pytest.mark.parametrize("tag", TONGUES)
def test_what_is_written_is_read_back(tag: str) -> None:
    """Nothing contradicts the data, nine of ten figures are read with their year, 99 of 100 alterations are found."""
    chance = Random(f"{tag} 3")  # noqa: S311 - chance that repeats
    figures = dated = changed = 0
    missed: list[str] = []
    for _ in range(DRAWS):
        values = _values(chance)
        for text in _texts(chance, tag, values):
            assert contradictions(text, tag, values) == [], text
            told = read(text, tag)
            figures += len(told.numbers)
            dated += len(told.pairs)
            other, what = altered(chance, text, tag)
            changed += 1
            if not contradictions(other, tag, values):
                missed.append(f"{what}: {text}")

    assert figures > 1500
    assert dated >= figures * 0.9, dated / figures
    assert len(missed) <= changed * 0.01, "\n".join(missed[:40])


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "En 2023, le nombre de plaintes s’établissait à 1\u00a0348 (contre 262 en 2022)."),
        ("es", "En 2023, el número de quejas ascendió a 1.348 (frente a 262 en 2022)."),
        ("ru", "В 2023 году число жалоб составило 1\u00a0348 (по сравнению с 262 в 2022 году)."),
        ("zh", "2023年，酷刑申诉的数量为1,348(2022年为262)。"),
    ],
)
def test_one_wrong_number_or_year_contradicts_the_data(tag: str, text: str) -> None:
    """The reader is not blind: each number and each year of a right sentence, altered, is found."""
    values = {2022: Decimal(262), 2023: Decimal(1348)}

    assert contradictions(text, tag, values) == []
    assert set(read(text, tag).pairs) == {(Decimal(262), 2022), (Decimal(1348), 2023)}
    for right, wrong in (("348", "384"), ("262", "226"), ("2022", "2021"), ("2023", "2024")):
        assert contradictions(text.replace(right, wrong), tag, values), wrong
    assert contradictions(text.replace("2022", "2023", 1).replace("2023", "2022", 1), tag, values)


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("fr", "Le nombre a augmenté de 25\u00a0% (passant de 80 en 2022 à 100 en 2023).", ("augmenté", "diminué")),
        ("es", "El número aumentó un 25\u00a0% (de 80 en 2022 a 100 en 2023).", ("aumentó", "disminuyó")),
        ("ru", "Число увеличилось на 25\u00a0% (с 80 в 2022 году до 100 в 2023 году).", ("увелич", "уменьш")),
        ("zh", "数量增加25%(从2022年的80增至2023年的100)。", ("增加", "减少")),
        ("zh", "数量从2022年的80增至2023年的100。", ("增至", "减至")),
    ],
)
def test_the_other_direction_contradicts_the_data(tag: str, text: str, words: tuple[str, str]) -> None:
    """A rise that is called a fall is found."""
    values = {2022: Decimal(80), 2023: Decimal(100)}

    assert contradictions(text, tag, values) == []
    assert contradictions(text.replace(*words), tag, values)
