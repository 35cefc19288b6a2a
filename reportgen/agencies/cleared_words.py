"""What changed since a clearance as words: the text and the figures as they were cleared beside those of now."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from reportgen.claims.differences import changed_words, diff
from reportgen.diagnostics import shown

_LONGEST = 60
"""Words of a text that came or went which a line shows."""


class ChangedWords(Struct, frozen=True):
    """A text, a figure or a field that is not what was cleared."""

    what: str
    """`the text of Ministry of Justice`, `“victims” for 2023`."""
    old: str
    """As it was cleared; empty: it was not there."""
    new: str
    """As it is now; empty: it is gone."""

    @property
    def difference(self) -> str:
        """The words that changed, with some around them: `paid to [-348-] {+384+} victims`."""
        if self.old.split() == self.new.split():
            return "only its division into paragraphs"
        if not self.old or not self.new:
            return diff(_shortened(self.old), _shortened(self.new))
        return diff(self.old, self.new)

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """All words: kept (`=`), taken away (`-`) and new (`+`)."""
        return [(kind, " ".join(words)) for kind, words in changed_words(self.old.split(), self.new.split())]

    def __str__(self) -> str:
        return f"{self.what}: {self.difference}"


def find_changed_words(then: Mapping[str, Any], now: Mapping[str, Any], names: Mapping[str, str]) -> list[ChangedWords]:
    """Return what differs between the content of an issue as it was cleared and as it is.

    Args:
        then: plain data by name, as it was cleared.
        now: the same now.
        names: what agencies and indicators are called, by their codes and keys.
    """
    every = dict.fromkeys((*then, *now))
    return [one for name in every for one in _of_item(name, then.get(name), now.get(name), names)]


def _of_item(name: str, old: Any, new: Any, names: Mapping[str, str]) -> Iterator[ChangedWords]:  # noqa: ANN401 - plain data
    kind, _, rest = name.partition("/")
    if old == new:
        return
    if kind == "text":
        yield ChangedWords(f"the text of {names.get(rest, rest)}", "\n\n".join(old or ()), "\n\n".join(new or ()))
    elif kind == "series":
        for field in dict.fromkeys((*(old or {}), *(new or {}))):
            before, after = (_plain((one or {}).get(field)) for one in (old, new))
            if before != after:
                yield ChangedWords(f"{field} of {names.get(rest, rest)}", before, after)
    elif kind == "figure":
        key, _, period = rest.partition("/")
        yield from _of_figure(f"{names.get(key, key)} for {period}", old, new)
    else:  # of a template, only the hash is known
        yield ChangedWords(f"the template {rest}", "as it was cleared" if old else "", "as it is now" if new else "")


def _of_figure(what: str, old: Any, new: Any) -> Iterator[ChangedWords]:  # noqa: ANN401 - plain data
    """Yield the observations of a period that differ: of the whole, and of each part."""
    (whole, parts), (whole_now, parts_now) = old or (None, {}), new or (None, {})
    if whole != whole_now:
        yield ChangedWords(what, _observed(whole), _observed(whole_now))
    for part in dict.fromkeys((*parts, *parts_now)):
        before, after = parts.get(part), parts_now.get(part)
        if before != after:
            yield ChangedWords(f"{what}, {part.partition('/')[2]}", _observed(before), _observed(after))


def _observed(observation: Mapping[str, str | None] | None) -> str:
    """Return a figure with its status and its note, for these are printed as well."""
    if observation is None:
        return ""
    status, note, previous = (observation[name] for name in ("status", "note", "previous"))
    remarks = [status if status != "final" else None, note, f"before {previous}" if previous else None]
    words = "; ".join(filter(None, remarks))
    return f"{observation['value'] or '..'} ({words})" if words else observation["value"] or ".."


def _plain(value: object) -> str:
    """Return the value of a field in words."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return ", ".join(filter(None, map(_plain, value.values())))
        case list() | tuple():
            return "; ".join(map(_plain, value))
        case _:
            return shown(value)


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= _LONGEST else f"{' '.join(words[:_LONGEST])} …"
