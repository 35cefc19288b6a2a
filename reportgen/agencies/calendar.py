"""Calendar files (RFC 5545) with days on which something is due."""

import datetime as dt
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

_OCTETS = 75
"""Octets of a line without its break (RFC 5545, 3.1)."""
_ALARM_DAYS = 7
"""Days before a day on which the calendar reminds of it."""


class DueDay(Struct, frozen=True):
    """A day on which something is due."""

    day: dt.date
    title: str
    text: str
    """What is due, on any number of lines."""


def calendar_file(days: Iterable[DueDay], made: dt.date) -> bytes:
    """Return a calendar with an entry for each day, whole days, with an alarm a week before.

    The same days have the same identifiers, so that a calendar that is opened again replaces its entries.

    Args:
        days: in any order.
        made: the day that counts as today.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//reportgen//reminders//EN", "METHOD:PUBLISH"]
    for due in sorted(days, key=lambda due: (due.day, due.title)):
        lines += _entry(due, made)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _entry(due: DueDay, made: dt.date) -> list[str]:
    """Return the lines of one entry; its end is the day after, which no longer belongs to it (RFC 5545, 3.6.1)."""
    title = _escaped(due.title)
    return [
        "BEGIN:VEVENT",
        f"UID:{sha256(due.title.encode()).hexdigest()[:32]}@reportgen.invalid",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due.day + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{_escaped(due.text)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:-P{_ALARM_DAYS}D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """Return text as a value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """Return a line that is broken before it is too long, and never within a character (RFC 5545, 3.1)."""
    parts, octets = [""], 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _OCTETS:
            parts.append("")
            octets = 1  # the space that begins the next line
        parts[-1] += sign
        octets += size
    return "\r\n ".join(parts)
