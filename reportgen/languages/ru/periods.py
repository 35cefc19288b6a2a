"""How periods are called in Russian: in the nominative, which is the accusative too and stands after "за"."""

from reportgen.languages.period_names import Kind, PeriodNames, every_kind
from reportgen.languages.words import not_behind
from reportgen.regex import regex

MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
_NAME: dict[Kind, str] = {
    "year": "{year}",
    "span": "{year}–{end_year}",
    "half": "{nth} полугодие {year} года",
    "quarter": "{nth} квартал {year} года",
    "month": "{month} {year} года",
    "months": "период с {month_of} по {end_month} {year} года",
    "long": "период с {month_of} {year} года по {end_month} {end_year} года",
}
NAMES = PeriodNames(
    months=MONTHS,
    months_of="января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    months_in="январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(),
    halves=("первое", "второе"),
    quarters=("первый", "второй", "третий", "четвертый"),
    name=_NAME,
    listed=_NAME | {"year": "{year} год", "span": "{year}–{end_year} годы"},
    opening={"year": "Год {year}", "span": "Период {year}–{end_year} годов"},
    times=every_kind(
        "в {year} году",
        span="за {year}–{end_year} годы",
        half="за {nth} полугодие {year} года",
        quarter="за {nth} квартал {year} года",
        month="в {month_in} {year} года",
        months="за {name}",
        long="за {name}",
    ),
    dates=every_kind(
        "по состоянию на конец {year} года",
        span="по состоянию на конец {end_year} года",
        month="по состоянию на {month} {year} года",
        half="на дату окончания периода «{name}»",
        quarter="на дату окончания периода «{name}»",
        months="по состоянию на конец {end_month_of} {end_year} года",
        long="по состоянию на конец {end_month_of} {end_year} года",
    ),
    day="{day}~{month} {year}~года",
)
_ACTS = r"принятый принятого принятому принятым принятая принятой принятую созданный созданного созданная в\sсилу"
"""Words before the year of an act or a body: one alone, since `центры, созданные в 2022 году` are counted."""
SAYS_WHEN = regex(
    r"\b" + not_behind(_ACTS) + r"(?i:(?:во?|за)(?: весь)?(?: (?:перв|втор|трет|четверт|последн)\w+)?"
    r"(?: (?:полугоди|квартал|\w+ месяц|период|январ|феврал"
    r"|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*)?|(?:на|к) (?:конец|концу|начало|началу)"
    r"|в (?:течение|конце|начале)|на протяжении|по итогам|(?:на|по) \d+ \w+) (\d{4})(?:\s?[-–]\s?(\d{4}))?(?!\d)"
)
"""A time with its year, and the last year of several: `за 2022 год`; not the year of a law."""
SAYS_SIDE = regex(
    r"\b(?i:(?:до|ранее) (\d{4})|после (\d{4})|(?:с|начиная с) (\d{4})|(?:по|до конца) (\d{4})) (?:года?\b|г\.)"
)
"""The year before, after, since or until which something was, each a group: `до 2022 года`, `с 2022 года`."""
SAYS_BESIDE = regex(
    r"\b(?i:(годом (?:ранее|раньше)|в (?:предыдущем|предшествующем) году)|(годом позже|в следующем году))\b"
)
"""The year before, and the year after, the one named last: `годом ранее`."""
SAYS_SINCE = regex(
    r"\b(?i:с момента|со времени|со дня|после) (?:принятия|вступления|создания|введения|ратификации|учреждения"
    r"|открытия|внесения|утверждения)\b[^,;:.()\d]{0,60}?(?:\d{1,2} \w+ )?(\d{4})(?!\d)"
)
"""The year of what was adopted, since which something was: `с момента принятия закона в 2022 году`."""
