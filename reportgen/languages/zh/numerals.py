"""Chinese numbers: figures throughout, but for the numbers of reports."""

_DIGITS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100


def ordinal(number: int) -> str:
    """Return a place in a ranking: `第62位`."""
    return f"第{number}位"


opening_ordinal = ordinal


def report_ordinal(number: int) -> str:
    """Return the number of a report: `第三次`, `第二十一次`."""
    return f"第{in_words(number)}次"


def in_words(number: int) -> str:
    """Return a number from 0 to 99 in words: `十`, `十一`, `二十一`; a larger one in figures."""
    if not 0 <= number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def fold(figure: str, noun: str) -> str:
    """Return `降幅(两者之比为2.5)`: Chinese tells no fall as a multiple."""
    return f"{noun}(两者之比为{figure})"
