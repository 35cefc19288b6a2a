"""Write the reference to a value: `{{ victims | at(2022) }}` for an indicator, a part and a period."""

from reportgen.model import Indicator, Period


def reference_to(key: str, indicator: Indicator, period: Period, part: int | None = None) -> str | None:
    """Return the shortest reference to a value.

    Args:
        key: of the indicator.
        indicator: what it holds.
        period: of the value; the latest one needs no argument.
        part: the index of a part of its breakdown; None: the whole.

    Returns:
        The reference with its brackets; None where a part's label cannot be written within one.
    """
    series = indicator.series(part)
    is_latest = bool(series.periods) and period == series.periods[-1]
    at = str(period) if period.is_year else f"'{period}'"
    if part is None:
        return f"{{{{ {key} }}}}" if is_latest else f"{{{{ {key} | at({at}) }}}}"
    label = indicator.breakdown[part].name
    if "'" in label:  # it would end the text within the reference
        return None
    return f"{{{{ {key} | value({'' if is_latest else f'at={at}, '}part='{label}') }}}}"
