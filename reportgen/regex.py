"""Regular expressions that are compiled when they are first used.

More than 300 stand in the modules of the package; a run uses some of them, and to compile them all took a sixth of the
time of the smallest `check`.
"""

import re
from typing import Any, AnyStr, cast


def regex(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern with the methods of `re.compile(expression, flags)`, compiled at the first call of one.

    Call its methods; `re.sub(pattern, …)` and the other functions of `re` do not take it.

    Args:
        expression: the regular expression, text or bytes.
        flags: flags of `re`.

    Raises:
        re.error: the expression is none; at the first use.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(expression, flags))


class _Uncompiled:
    """Stands for a pattern; each method of the compiled one becomes an attribute once it is asked for."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has under that name
        value = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, value)
        return value
