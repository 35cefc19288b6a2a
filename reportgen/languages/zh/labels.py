"""Chinese labels as they stand in a sentence: they have one form."""

from reportgen.languages.label_rules import LabelRules
from reportgen.regex import regex

_COUNTED = regex(r".*(数|数量|数目|人次)$")
"""A label that says itself that it is a number."""
_NEVER = regex(r"(?!)")
_NOUN = 2
"""Characters of a noun at least: what follows a measure word may be another one, as in 人次."""


def _number_of(label: str) -> str:
    return label if _COUNTED.fullmatch(label) else f"{label}的数量"


class _Rules(LabelRules, frozen=True):
    def has_noun(self, label: str, noun: str) -> bool:
        """Return whether a label has a noun, also without its measure word: `起申诉` in `酷刑申诉`."""
        without = noun[1:]
        return noun in label or (len(without) >= _NOUN and without in label)


RULES = _Rules(
    number=_number_of,
    genitive=_number_of,
    counting=_NEVER,
    persons=frozenset(),
    measures=regex(r"(秒|分钟|小时|天|日|周|个?月|年|米|公里|公顷|升|克|公斤|吨)"),
    behind=_NEVER,
    amounts=regex(r".*(额|金额|总额)$"),
    relative="的",
    because="：{words}",
    levels=regex(r".*(比例|率|百分比|指数|预算|支出)$"),
    articles=regex(r""),
    indicator="{label}",
    apart="的",
)
