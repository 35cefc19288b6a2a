"""Arabic labels as they stand in a sentence, and nouns behind numbers.

A label comes as it stands after "number of" ("شكاوى التعذيب"), a unit in the singular and the plural. What follows a
number is the plural to ten, the singular in the accusative from eleven, the singular in the genitive from a hundred;
one and two are said by the noun.
"""

from reportgen.languages.label_rules import LabelRules
from reportgen.languages.words import word_set
from reportgen.regex import regex

_COUNTED = regex(r"(?:مجموع )?عدد ")
_WITHOUT_ALIF = ("ة", "اء", "ى", "ا", "ً", "ٍ", "ٌ")
"""Endings after which the accusative adds no letter."""
_FEMININE = ("ة", "ى", "اء")


def dual(noun: str) -> str:
    """Return two of a noun of one word: `شخصان`, `قضيتان`, `شكويان`."""
    bare = noun.removesuffix("ٍ") + ("ي" if noun.endswith("ٍ") else "")
    if bare.endswith("ة"):
        return bare[:-1] + "تان"
    return (bare[:-1] + "ي" if bare.endswith("ى") else bare) + "ان"


def accusative(noun: str) -> str:
    """Return a noun of one word as it stands behind 11 to 99: `شخصاً`, `قضية`."""
    return noun if noun.endswith(_WITHOUT_ALIF) else noun + "اً"


def is_derived(noun: str) -> bool:
    """Return whether the forms of a noun behind numbers are known from its singular: it is one word."""
    return " " not in noun.strip()


def _of(label: str) -> str:
    """Return a label apart from the figure behind it: `المادة 120` and `165` would be one number."""
    return f'"{label}"' if label[-1:].isdigit() else label


def _number_of(label: str) -> str:
    return "عدد " + _of(label)


class _Rules(LabelRules, frozen=True):
    def quantity(self, label: str) -> str:
        """Return a measured quantity, by its title where it is no masculine noun or ends in a figure."""
        named = self.articles.match(label) and not label[-1:].isdigit()
        return label if named else self.indicator.format(label=label)

    def counted(self, one: str, other: str, category: str) -> str | None:
        """Return `شخص واحد`, `شخصان`, `أشخاص`, `شخصاً`, `شخص`; None where a form is not known."""
        if one == other:
            return None
        if category == "few":
            return other
        if category in {"zero", "other"}:
            return one
        if category == "one":
            return f"{one} واحدة" if one.partition(" ")[0].endswith(_FEMININE) else f"{one} واحد"
        if not is_derived(one):
            return None
        return dual(one) if category == "two" else accusative(one)


RULES = _Rules(
    number=_number_of,
    genitive=_of,
    counting=_COUNTED,
    persons=word_set("""
    شخص أشخاص الأشخاص رجل رجال الرجال امرأة نساء النساء طفل أطفال الأطفال ضحايا الضحايا قضاة القضاة محتجزين المحتجزين
    سجناء السجناء لاجئين اللاجئين مهاجرين المهاجرين موظفين الموظفين مدانين المدانين
    """),
    measures=regex(
        r"(ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|متر|أمتار|كيلومتر|كيلومترات|"
        r"هكتار|هكتارات|لتر|لترات|غرام|غرامات|كيلوغرام|كيلوغرامات|طن|أطنان)( .*)?"
    ),
    behind=regex(r"(في|من|على|إلى|عن|بين|ضد|تحت|فوق|لدى|دون|خارج|داخل|قيد) |\d"),
    amounts=regex(r"(مبلغ|مجموع المبالغ|قيمة)\b"),
    relative=" الذين ",
    because=": {words}",
    levels=regex(r"(ال)?(نسبة|معدل|متوسط|مؤشر|حصة|ميزانية|نفقات)\b"),
    articles=regex(
        r"(معدل|متوسط|مؤشر|مستوى|حجم|مبلغ|مجموع|إجمالي|مقدار|ترتيب|رصيد|إنفاق|دخل|انتشار|احتياطي|ناتج|نصيب)\b"
    ),
    indicator='المؤشر "{label}"',
)
