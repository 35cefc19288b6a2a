"""How periods are called in Arabic: months with both their names, as the United Nations write them."""

from reportgen.languages.period_names import Kind, PeriodNames, every_kind
from reportgen.languages.words import not_behind
from reportgen.regex import regex

MONTHS = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
]
_NAME: dict[Kind, str] = {
    "year": "{year}",
    "span": "{year}-{end_year}",
    "half": "النصف {nth} من عام {year}",
    "quarter": "الربع {nth} من عام {year}",
    "month": "{month} {year}",
    "months": "الفترة من {month} إلى {end_month} {year}",
    "long": "الفترة من {month} {year} إلى {end_month} {end_year}",
}
NAMES = PeriodNames(
    months=MONTHS,
    halves=("الأول", "الثاني"),
    quarters=("الأول", "الثاني", "الثالث", "الرابع"),
    name=_NAME,
    listed=_NAME | {"year": "عام {year}", "span": "الفترة {year}-{end_year}"},
    opening={"year": "عام {year}", "span": "الفترة {year}-{end_year}"},
    times=every_kind("في {name}", year="في عام {year}", span="في الفترة {year}-{end_year}"),
    dates=every_kind(
        "في نهاية {name}",
        year="في نهاية عام {year}",
        span="في نهاية عام {end_year}",
        month="في {name}",
        months="في نهاية {end_month} {end_year}",
        long="في نهاية {end_month} {end_year}",
    ),
    day="{day}~{month} {year}",
)
_ACTS = "المعتمد الصادر المؤرخ المبرم النفاذ المنشأ"
"""Words before the year of an act or a body: one alone, since `القوانين المعتمدة في عام 2022` are counted."""
_COUNTRIES = "بلد بلدان دولة دول"
"""Words before `المنشأ`, which is "of origin" behind them."""
_GENERAL = "النائب المدعي المدير الأمين المفتش المراقب المحامي القائد"
"""Titles before `العام`, which is "general" behind them, not "the year"."""
SAYS_WHEN = regex(
    r"(?<!\w)" + not_behind(_ACTS, unless=_COUNTRIES) + r"[وف]?(?:(?:في|خلال|أثناء|طوال|طيلة|بحلول|على مدى|على مدار)"
    r"(?: (?:نهاية|بداية|مطلع|منتصف|غضون|النصف \w+ من|الربع \w+ من))?"
    r"(?: (?:عام|سنة|الفترة|العام|السنة))?"
    r"|" + not_behind(r"رقم\s\d رقم\s\d\d رقم\s\d\d\d رقم\s\d\d\d\d") + r"(?:لعام|لسنة)"
    r"|(?:عامي|بين عامي|(?:في|حتى) \d+ [\w/]+(?: [\w/]+)?|في \w+(?: \w+)?/\w+)) (\d{4})"
    r"(?:(?:\s?[-–]\s?| و)(\d{4}))?(?!\d)"
)
"""A time with its year, and the last year of several: `خلال عام 2022`; not the year of a law."""
SAYS_SIDE = regex(
    r"(?<!\w)[وف]?(?:قبل (?:عام|سنة) (\d{4})|بعد (?:عام|سنة) (\d{4})"
    r"|منذ (?:عام|سنة) (\d{4})|حتى (?:نهاية )?(?:عام|سنة) (\d{4}))(?!\d)"
)
"""The year before, after, since or until which something was, each a group: `قبل عام 2022`, `منذ عام 2022`."""
SAYS_BESIDE = regex(
    r"(?<!\w)" + not_behind(_GENERAL) + r"[وف]?(?:((?:ب?ال|لل)(?:عام|سنة) السابقة?|قبل ذلك ب(?:عام|سنة))"
    r"|((?:ب?ال|لل)(?:عام|سنة) التالية?|بعد ذلك ب(?:عام|سنة)))(?!\w)"
)
"""The year before, and the year after, the one named last: `العام السابق`."""
SAYS_SINCE = regex(
    r"(?<!\w)(?:منذ|بعد|عقب) (?:اعتماد|صدور|إصدار|دخول|إنشاء|سن|تأسيس|التصديق|تعديل|افتتاح|إقرار|انضمام)(?!\w)"
    r"[^،؛:.()\d]{0,60}?(?:\d{1,2} [\w/]+ )?(\d{4})(?!\d)"
)
"""The year of what was adopted, since which something was: `منذ اعتماد القانون في عام 2022`."""
