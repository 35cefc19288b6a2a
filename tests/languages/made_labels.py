"""Made-up indicators of every shape with labels in a language, for what is generated from them."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sentences import made
from sentences.made import Counted, plain_indicator
from sentences.phrase_cases import indicators

from reportgen.model import Indicator

_Pair = tuple[str, str]
LABELS: dict[str, dict[str, Any]] = {
    "fr": {
        "counts": ["plaintes pour torture", "affaires de corruption", "personnes condamnées", "enfants placés"],
        "units": [None, ("affaire", "affaires"), ("personne", "personnes"), ("enfant", "enfants")],
        "money": "indemnités versées aux victimes",
        "rate": "le taux de chômage des femmes",
        "rank": "le rang de la France",
        "index": "les indices d’inégalité",
        "persons": [(("femme", "femmes"), ("homme", "hommes")), ("femmes", "hommes")],
        "things": [("fondées sur le sexe", "sur l’origine"), ("à Paris", "à Lyon"), ("Nord", "Sud", "Capitale")],
        "break": "nouveau code",
        "note": "onze premiers mois",
        "by": "groupe",
    },
    "es": {
        "counts": ["denuncias de tortura", "casos de corrupción", "personas condenadas", "niños acogidos"],
        "units": [None, ("caso", "casos"), ("persona", "personas"), ("niño", "niños")],
        "money": "las indemnizaciones pagadas",
        "rate": "la tasa de desempleo",
        "rank": "el lugar de España",
        "index": "índice de desigualdad",
        "persons": [(("mujer", "mujeres"), ("hombre", "hombres")), ("mujeres", "hombres")],
        "things": [("por motivos de sexo", "por otros motivos"), ("en ciudades", "en aldeas"), ("Norte", "Sur")],
        "break": "nuevo código",
        "note": "once primeros meses",
        "by": "grupo",
    },
    "ru": {
        "counts": ["жалобы на пытки", "дела о коррупции", "осужденные лица", "дети, помещенные в семьи"],
        "units": [None, ("дело", "дела"), ("лицо", "лица"), ("ребенок", "дети")],
        "money": "компенсация, выплаченная жертвам",
        "rate": "уровень безработицы",
        "rank": "место России",
        "index": "индекс неравенства",
        "persons": [(("женщина", "женщины"), ("мужчина", "мужчины")), ("женщины", "мужчины")],
        "things": [("по признаку пола", "по другим признакам"), ("в городах", "в селах"), ("Север", "Юг")],
        "break": "новый кодекс",
        "note": "первые одиннадцать месяцев",
        "by": "группа",
    },
    "ar": {
        "counts": ["شكاوى التعذيب", "قضايا الفساد", "الأشخاص المدانين", "الأطفال المودعين في أسر"],
        "units": [None, ("قضية", "قضايا"), ("شخص", "أشخاص"), ("طفل", "أطفال")],
        "money": "التعويضات المدفوعة للضحايا",
        "rate": "معدل البطالة",
        "rank": "ترتيب البلد",
        "index": "مؤشر عدم المساواة",
        "persons": [(("امرأة", "نساء"), ("رجل", "رجال")), ("نساء", "رجال")],
        "things": [("على أساس الجنس", "على أسس أخرى"), ("في المدن", "في القرى"), ("الشمال", "الجنوب", "العاصمة")],
        "break": "قانون جديد",
        "note": "الأشهر الأحد عشر الأولى",
        "by": "الفئة",
    },
    "zh": {
        "counts": ["酷刑申诉", "腐败案件", "被定罪者", "安置的儿童"],
        "units": [None, ("起案件", "起案件"), ("人", "人"), ("名儿童", "名儿童")],
        "money": "支付的赔偿",
        "rate": "妇女失业率",
        "rank": "排名",
        "index": "不平等指数",
        "persons": [("女性", "男性"), ("妇女", "男子")],
        "things": [("基于性别", "基于其他理由"), ("城市", "农村"), ("北部", "南部", "首都")],
        "break": "新刑法",
        "note": "前十一个月",
        "by": "群体",
    },
}
_SYMBOLS = ("$", "€")


def indicators_in(language: str, patch: pytest.MonkeyPatch, seeds: range) -> Iterator[dict[str, Indicator]]:
    """Yield sets of one to three made-up indicators, whose words are those of a language."""
    given = LABELS[language]
    units = [None if unit is None else _noun(unit) for unit in given["units"]]
    counts = [
        Counted(label, ("stock", "flow")[place % 2], unit)
        for place, (label, unit) in enumerate(zip(given["counts"], units, strict=True))
    ]
    others = [
        *(Counted(given["money"], unit={"currency": symbol}, size="money") for symbol in _SYMBOLS),
        Counted(given["rate"], "rate", "percent", "rate"),
        Counted(given["rank"], "index", "rank", "rank"),
        Counted(given["index"], "index", None, "index"),
    ]
    persons = [[_noun(one) if isinstance(one, tuple) else one for one in group] for group in given["persons"]]
    for name, value in (("_PERSONS", persons), ("_THINGS", given["things"]), ("_BREAKS", [given["break"]])):
        patch.setattr(made, name, value)
    patch.setattr(made, "_NOTES", [given["note"]])
    for seed in seeds:
        chance = Random(seed)  # noqa: S311 - a test
        shape = chance.choice(made._PERIODS)  # noqa: SLF001 - the shapes of the tests of sentences
        kinds = chance.sample(counts if chance.random() < 0.6 else others, chance.choice((1, 1, 2, 3)))
        fields = [plain_indicator(chance, one, shape(chance)) for one in kinds]
        for one in (
            one for one in fields if "breakdown" in one
        ):  # without the second criterion, whose words are English
            one["breakdown"] = [part for part in one["breakdown"] if part.get("by") != "place"]
            for part in (part for part in one["breakdown"] if "by" in part):
                part["by"] = given["by"]
        yield indicators({f"x{place}": one for place, one in enumerate(fields)})


def _noun(forms: _Pair) -> dict[str, str]:
    return {"one": forms[0], "other": forms[1]}
