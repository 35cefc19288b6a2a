"""Arabic labels as they stand in a sentence, and nouns behind numbers.

A label comes as it stands after "number of" ("شكاوى التعذيب"), a unit in the singular and the plural. What follows a
number is the plural to ten, the singular in the accusative from eleven, the singular in the genitive from a hundred;
one and two are said by the noun.
"""

from reportgen.languages.label_rules import LabelRules
from reportgen.languages.words import word_set
from reportgen.regex import regex

_COUNTED = regex(r"(?:مجموع )?عدد ")
_WITHOUT_ALIF = ("ة", "اء", "أ", "ى", "ا", "ً", "ٌ")
"""Endings after which the accusative adds no letter."""
_FEMININE = regex(r"\w+ة|[^م\W]\w*ى|بنت|أم|أخت|أرض|حرب|دار|نفس|عين|صحراء")
"""Nouns that are feminine, by their ending or as words; `مستشفى`, `مبنى` and `اعتداء`, `لقاء` are not."""
_DEFECTIVE = word_set("قاض محام جان معتد راع ناد واد مشتر ساع وال مفت")
"""Nouns that have lost a `ي`, also where the mark that says so (`قاضٍ`) is not written."""
_DUALS = {"أب": "أبوان", "أخ": "أخوان"}
_UNCONNECTED = "ادذرزو"
"""Letters after which a hamza at the end keeps its shape before an ending: `جزءاً`, but `شيئاً`."""


def _stem(noun: str) -> str:
    """Return a noun of one word as it stands before an ending: `قاضي` of `قاضٍ`, `شيئ` of `شيء`."""
    bare = noun.removesuffix("ٍ")
    if bare != noun or bare in _DEFECTIVE:
        return bare + "ي"
    return noun[:-1] + "ئ" if noun.endswith("ء") and noun[-2:-1] not in _UNCONNECTED else noun


def dual(noun: str) -> str:
    """Return two of a noun of one word: `شخصان`, `قضيتان`, `شكويان`, `خطآن`."""
    stem = _stem(noun)
    if stem.endswith("أ"):
        return stem[:-1] + "آن"
    changed = stem[:-1] + {"ة": "ت", "ى": "ي"}.get(stem[-1:], stem[-1:])
    return _DUALS.get(noun, changed + "ان")


def accusative(noun: str) -> str:
    """Return a noun of one word as it stands behind 11 to 99: `شخصاً`, `قضية`, `قاضياً`."""
    return noun if noun.endswith(_WITHOUT_ALIF) else _stem(noun) + "اً"


def _after_three(one: str, other: str) -> str:
    """Return a plural as it stands behind 3 to 10: `موظفين` of `موظفون`, each word with its own singular."""
    words = zip(one.split(" "), other.split(" "), strict=False)
    written = [several[:-2] + "ين" if _is_sound(single, several) else several for single, several in words]
    return " ".join((*written, *other.split(" ")[len(written) :]))


def _is_sound(one: str, other: str) -> bool:
    """Return whether a plural is the singular with `ون`: `محامون` of `محام`, `صحفيون` of `صحفي`."""
    return other.endswith("ون") and other in {one + "ون", one.removesuffix("ٍ") + "ون"}


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

    def words(self, label: str) -> set[str]:
        """Return the words of a label, without their article."""
        return {word.removeprefix("ال") for word in LabelRules.words(self, label)}

    def counted(self, one: str, other: str, category: str) -> str | None:
        """Return `شخص واحد`, `شخصان`, `أشخاص`, `شخصاً`, `شخص`; None where a form is not known."""
        if one == other:
            return None
        if category == "few":
            return _after_three(one, other)
        if category in {"zero", "other"}:
            return one
        if category == "one":
            return f"{one} واحدة" if _FEMININE.fullmatch(one.partition(" ")[0]) else f"{one} واحد"
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
