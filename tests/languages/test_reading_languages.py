"""Sentences in five languages, read back: numbers, years, shares and directions are those of the data."""

from decimal import Decimal
from random import Random

import pytest
from languages.proving import prove
from languages.rereading import TONGUES, contradictions, read, share_contradictions

DRAWS = 400


@pytest.mark.parametrize("tag", TONGUES)
def test_what_is_written_is_read_back(tag: str) -> None:
    """Nothing contradicts the data, nine of ten figures are read with their year, 99 of 100 alterations are found."""
    counts = prove(Random(f"{tag} 3"), tag, DRAWS)  # noqa: S311 - chance that repeats

    assert () == counts.contradicting
    assert counts.figures > 1500
    assert counts.texts > 2 * DRAWS
    assert counts.dated >= counts.series_figures * 0.9, counts.dated / counts.series_figures
    assert len(counts.missed) <= counts.texts * 0.01, "\n".join(counts.missed[:40])


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "En 2023, le nombre de plaintes s’établissait à 1\u00a0348 (contre 262 en 2022)."),
        ("es", "En 2023, el número de quejas ascendió a 1.348 (frente a 262 en 2022)."),
        ("ru", "В 2023 году число жалоб составило 1\u00a0348 (по сравнению с 262 в 2022 году)."),
        ("zh", "2023年，酷刑申诉的数量为1,348(2022年为262)。"),
        ("ar", "في عام 2023، بلغ عدد الشكاوى 1\u00a0348 (مقابل 262 في عام 2022)."),
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
        (
            "ar",
            "عدد الشكاوى ازداد بنسبة 25\u00a0في المائة (من 80 في عام 2022 إلى 100 في عام 2023).",
            ("ازداد", "انخفض"),
        ),
    ],
)
def test_the_other_direction_contradicts_the_data(tag: str, text: str, words: tuple[str, str]) -> None:
    """A rise that is called a fall is found."""
    values = {2022: Decimal(80), 2023: Decimal(100)}

    assert contradictions(text, tag, values) == []
    assert contradictions(text.replace(*words), tag, values)


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("fr", "La part a augmenté de 5\u00a0points (de 20\u00a0% à 25\u00a0%).", ("augmenté", "diminué")),
        ("es", "La proporción aumentó 5\u00a0puntos (del 20\u00a0% al 25\u00a0%).", ("aumentó", "disminuyó")),
        ("ru", "Доля увеличилась на 5\u00a0пунктов (с 20 до 25\u00a0%).", ("увелич", "уменьш")),
        ("zh", "比例增加5个百分点(从20%增至25%)。", ("增加", "减少")),
        ("ar", "النسبة ازدادت بمقدار 5\u00a0نقاط (من 20 إلى 25\u00a0في المائة).", ("ازداد", "انخفض")),
    ],
)
def test_a_wrong_share_contradicts_the_data(tag: str, text: str, words: tuple[str, str]) -> None:
    """Each of its numbers, and its direction."""
    shares = ([Decimal(20), Decimal(30)], [Decimal(100), Decimal(120)])

    assert share_contradictions(text, tag, *shares) == []
    for right, wrong in ((" 5", " 6"), ("20", "21"), ("25", "26"), words):
        changed = text.replace(right, wrong, 1).replace("增加5", "增加6" if right == " 5" else "增加5")
        assert changed == text or share_contradictions(changed, tag, *shares), wrong
