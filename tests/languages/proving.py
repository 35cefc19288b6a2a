"""Made-up series in five languages, what is written of them, and what of that is read back and found when altered."""

from decimal import Decimal
from random import Random

from languages.rereading import altered, contradictions, read, share_contradictions
from msgspec import Struct
from sentences.made import realised
from sentences.phrase_cases import indicators, parts

from reportgen.sentences import Narrator, Options, TableSpec

LABELS = {
    "fr": "plaintes pour torture",
    "es": "quejas de tortura",
    "ru": "жалобы на пытки",
    "zh": "酷刑申诉",
    "ar": "شكاوى التعذيب",
}
UNITS = {
    "fr": ("affaire", "affaires"),
    "es": ("causa", "causas"),
    "ru": ("дело", "дела"),
    "zh": ("起", "起"),
    "ar": ("شكوى", "شكاوى"),
}
FRAMES = {
    "fr": ("En {{ a | last_period }}, {{ a | compared(unit=True) }}.", "Le nombre {{ a | change(show='years') }}.",
           "Le nombre {{ a | from_to }}.", "Les chiffres : {{ a | by_year }}.", "Le total : {{ a | total_by_year }}."),
    "es": ("En {{ a | last_period }}, {{ a | compared(unit=True) }}.", "El número {{ a | change(show='years') }}.",
           "El número {{ a | from_to }}.", "Las cifras: {{ a | by_year }}.", "El total: {{ a | total_by_year }}."),
    "ru": ("В {{ a | last_period }} году {{ a | compared(unit=True) }}.", "Число {{ a | change(show='years') }}.",
           "Число {{ a | from_to }}.", "По годам: {{ a | by_year }}.", "Всего {{ a | total_by_year }}."),
    "zh": ("{{ a | last_period }}，共{{ a | compared(unit=True) }}。", "人数{{ a | change(show='years') }}。",
           "人数{{ a | from_to }}。", "各年：{{ a | by_year }}。", "总数为{{ a | total_by_year }}。"),
    "ar": ("في {{ a | last_period }}، {{ a | compared(unit=True) }}.", "عدد الشكاوى {{ a | change(show='years') }}.",
           "عدد الشكاوى {{ a | from_to }}.", "البيانات: {{ a | by_year }}.", "المجموع: {{ a | total_by_year }}."),
}  # fmt: skip
SHARES = ("{{ a | share_of(b) }}", "{{ a | with_share(b) }}", "{{ a | out_of(b) }}", "{{ a | share_change(b) }}")


class Counts(Struct):
    """What was read in one language."""

    texts: int = 0
    figures: int = 0
    dated: int = 0
    """Figures that are read with their year; shares have none."""
    series_figures: int = 0
    """Those of series, which have one."""
    contradicting: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    """Alterations that were not found; one is made in every text."""

    def add(self, other: "Counts") -> None:
        """Add what was read elsewhere."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def prove(chance: Random, tag: str, draws: int) -> Counts:
    """Write of made-up series and shares, read it back, and alter one thing in each text.

    Args:
        chance: where series come from.
        tag: of the language.
        draws: how many series; a third as many shares.
    """
    counts = Counts()
    for draw in range(draws):
        values = _values(chance)
        for text in _texts(chance, tag, values):
            told, (other, what) = read(text, tag), altered(chance, text, tag)
            wrong, found = contradictions(text, tag, values), contradictions(other, tag, values)
            counts.add(_counted(text, wrong, what if not found else "", len(told.numbers), len(told.pairs)))
        if draw % 3 == 0:
            counts.add(_prove_share(chance, tag))
    return counts


def _counted(text: str, wrong: list[str], missed: str, figures: int, dated: int | None = None) -> Counts:
    return Counts(
        1,
        figures,
        dated or 0,
        0 if dated is None else figures,
        tuple(f"{one}: {text}" for one in wrong),
        (f"{missed}: {text}",) if missed else (),
    )


def _values(chance: Random) -> dict[int, Decimal]:
    """Return a value for each of two to five years, all different and all in figures."""
    count = chance.randint(2, 5)
    numbers = chance.sample(range(10, chance.choice((90, 900, 90_000))), count)
    return {2024 - count + place: Decimal(number) for place, number in enumerate(numbers)}


def _texts(chance: Random, tag: str, values: dict[int, Decimal]) -> list[str]:
    """Return what is generated of an indicator, and a sentence that refers to it."""
    one, other = UNITS[tag]
    plain = {"label": LABELS[tag], "values": {str(year): value for year, value in values.items()}}
    counted: dict[str, object] = {**plain, "unit": {"one": one, "other": other}}
    data = indicators({"a": counted if chance.random() < 0.5 else plain})
    writer = Narrator(data, tag, Options())
    blocks = [block for block in writer.report(["a"]) if not isinstance(block, TableSpec)]
    texts = [realised(writer, block, data, "").text for block in blocks]
    return [*texts, _sentence(tag, chance.choice(FRAMES[tag]), {"a": counted})]


def _sentence(tag: str, frame: str, fields: dict[str, dict[str, object]]) -> str:
    data = indicators(fields)
    writer = Narrator(data, tag, Options())
    return realised(writer, list(parts(writer, frame)), data, frame).text


def _prove_share(chance: Random, tag: str) -> Counts:
    """Read a sentence on a share; its figures are altered, and not its words."""
    wholes = [Decimal(chance.randint(100, 9000)) for _ in range(2)]
    shares = [Decimal(chance.randint(11, int(whole) - 1)) for whole in wholes]
    fields: dict[str, dict[str, object]] = {
        key: {"label": LABELS[tag], "values": {"2022": then, "2023": now}}
        for key, (then, now) in (("a", shares), ("b", wholes))
    }
    text = _sentence(tag, chance.choice(SHARES), fields)
    other, what = altered(chance, text, tag)
    found = share_contradictions(other, tag, shares, wholes)
    return _counted(
        text, share_contradictions(text, tag, shares, wholes), "" if found else what, len(read(text, tag).numbers)
    )
