"""Arabic numbers: figures throughout, 0 to 9 as in the documents of Geneva, but for the numbers of reports."""

_ONES = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
_TENS = "العشر الثلاث الأربع الخمس الست السبع الثمان التسع".split()
_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def ordinal(number: int) -> str:
    """Return a place in a ranking: `المرتبة 62`."""
    return f"المرتبة {number}"


opening_ordinal = ordinal


def report_ordinal(number: int) -> str:
    """Return the number of a report in the nominative: `الثالث`, `الحادي والعشرون`."""
    return _ordinal(number, "ون")


def report_ordinal_with(number: int) -> str:
    """Return the same after a preposition: `الثالث`, `الحادي والعشرين`."""
    return _ordinal(number, "ين")


def _ordinal(number: int, ending: str) -> str:
    """Return an ordinal; that of the tens has another ending in each case."""
    if not 1 <= number < _HUNDRED:
        return str(number)
    if number <= _TEN:
        return _ONES[number - 1]
    tens, ones = divmod(number, _TEN)
    before = "الحادي" if ones == 1 else _ONES[ones - 1]
    if number < _TWENTY:
        return f"{before} عشر"
    name = _TENS[tens - 2] + ending
    return f"{before} و{name}" if ones else name


def fold(figure: str, noun: str) -> str:
    """Return `زيادة (النسبة بين القيمتين 2.5)`: usage differs on what a multiple is counted from."""
    return f"{noun} (النسبة بين القيمتين {figure})"
