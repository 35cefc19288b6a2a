"""How periods are called in Chinese: with their measure words, which need nothing more to be a time."""

from reportgen.languages.period_names import PeriodNames, every_kind
from reportgen.regex import regex

MONTHS = [f"{month}月" for month in range(1, 13)]
NAMES = PeriodNames(
    months=MONTHS,
    halves=("上", "下"),
    quarters=("第一", "第二", "第三", "第四"),
    name={
        "year": "{year}年",
        "span": "{year}-{end_year}年",
        "half": "{year}年{nth}半年",
        "quarter": "{year}年{nth}季度",
        "month": "{year}年{month}",
        "months": "{year}年{month}至{end_month}",
        "long": "{year}年{month}至{end_year}年{end_month}",
    },
    opening={},
    times=every_kind("{name}", span="{name}期间"),
    dates=every_kind(
        "截至{name}末",
        year="截至{name}底",
        span="截至{end_year}年底",
        month="截至{name}",
        months="截至{end_year}年{end_month}底",
        long="截至{end_year}年{end_month}底",
    ),
    day="{year}年{number}月{day}日",
)
_PART = r"[\d一二三四五六七八九十两几半上下]+\s?(?:个月|个?季度|年)"
"""A part of the year before: `2023年前11个月`, `2023年后半年`."""
SAYS_WHEN = regex(
    r"(?<![\d《与與比较較])(?<![（(](?!\d{4}年[为爲有共是：]))(\d{4})(?:年?\s?[-–至到]\s?(\d{4}))?年"
    r"(?!第|(?:\d{1,2}月(?:\d{1,2}日)?)?(?:通过|颁布|施行|生效|修订)?的?"
    r"(?:法(?![院官庭定医治学人务警外国语]|律(?:援助|服务|咨询))|条例|條例|决定|決定|公约|公約)"
    rf"|《|以?(?:[后後](?!{_PART})|前(?!往|{_PART})|[来來](?![自到访訪]))|之[前后後]|起(?![诉訴草])|相[比较較])"
)
"""A time with its year, and the last year of several: `2022年`, `2022年起诉`; not the year of a law, nor `2022年起`."""
SAYS_SIDE = regex(
    rf"(?<!\d)(?:(\d{{4}})年(?:以前|之前|前(?!往|{_PART}))|(\d{{4}})年(?:以后|以後|之后|之後|后(?!{_PART}))"
    r"|(\d{4})年(?:以来|以來|起(?![诉訴草]))|[到至](\d{4})年为止)"
)
"""The year before, after, since or until which something was, each a group: `2022年以前`, `2022年以来`."""
SAYS_BESIDE = regex(
    r"((?<!以)上一?年(?!月)|前一年|(?<!十)一年前)"
    r"|(下一年|(?<![\d一二三四五六七八九十几多两])次年|翌年|(?<!十)一年后)"
)
"""The year before, and the year after, the one named last: `上一年`, but not of `18岁以上年轻人` or `12次年会`."""
SAYS_SINCE = regex(
    r"自(\d{4})年[^，。；：\d]{0,30}(?:通过|颁布|生效|施行|实施|成立|设立|修订|批准)[^，。；：\d]{0,20}以来"
)
"""The year of what was adopted, since which something was: `自2022年通过该法以来`."""
