"""A clock of another day for commands that tests run: it reaches all Python code of a process from its first import."""

import os
from pathlib import Path

_SHIFTED = """\
import datetime
import time

_DAYS = {days}
_time, _localtime, _gmtime, _strftime = time.time, time.localtime, time.gmtime, time.strftime
_datetime, _date = datetime.datetime, datetime.date


def _moved(real):
    return lambda seconds=None: real(time.time() if seconds is None else seconds)


time.time = lambda: _time() + _DAYS * 86400
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime, time.gmtime = _moved(_localtime), _moved(_gmtime)
time.strftime = lambda form, moment=None: _strftime(form, moment or time.localtime())


class _SameKind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])

    def __subclasscheck__(cls, kind):
        return issubclass(kind, cls.__mro__[1])


class datetime_(_datetime, metaclass=_SameKind):
    @classmethod
    def now(cls, tz=None):
        return _datetime.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)


class date_(_date, metaclass=_SameKind):
    @classmethod
    def today(cls):
        return _date.fromtimestamp(time.time())


datetime.datetime, datetime.date = datetime_, date_
"""


def another_day(folder: Path, days: int) -> dict[str, str]:
    """The environment of a process whose clock is some days ahead, and whose sets stand in another order.

    Args:
        folder: where the module that Python runs at its start may be written.
        days: how far the clock is ahead.
    """
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_SHIFTED.format(days=days), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return {**kept, "PYTHONPATH": str(folder), "PYTHONHASHSEED": str(days + 1), "PYTHONDONTWRITEBYTECODE": "1"}
