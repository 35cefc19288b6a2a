"""What a clearance vouches for: an issue's texts and figures as plain data, and their digests.

The same content always gives the same digest: JSON with sorted keys, without spaces, figures as exact text without
closing zeros, texts by their paragraphs. Where a file stands, in which of an agency's files a value does, and how many
rows of a workbook a text takes does not matter.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, Place, and_list, diagnose, shown
from reportgen.files.input_file import hash_of
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import YAML_BYTES
from reportgen.model import Clearance, Indicator, Observation, Period, Report
from reportgen.model.cell_words import format_part_label, same_name
from reportgen.model.indicators import Series
from reportgen.model.paragraphs import paragraphs_of
from reportgen.pipeline import Checked
from reportgen.project.folder import CLEARED

if TYPE_CHECKING:
    from reportgen.agencies.cleared_words import ChangedWords

Items = Mapping[str, Any]
"""Plain data by name: `text/justice`, `series/victims`, `figure/victims/2023`, `template/replies/2.html.j2`."""
_DIGITS = 16


def content_of(checked: Checked, report: Report, number: int) -> Items:
    """Return the content of an issue: replies, its own template, indicators that belong to it or are referred to.

    Args:
        checked: the project.
        report: its report.
        number: the number of the issue.
    """
    items: dict[str, Any] = {}
    issue = next(issue for issue in report.outline.issues if issue.number == number)
    for index, _, reply in report.replies(issue):
        items.setdefault(f"text/{report.submissions[index].agency}", []).extend(paragraphs_of(reply.text))
    template = f"templates/replies/{number}.html.j2"
    for path, data in checked.composed.templates.items():
        if f"/{path}".endswith(f"/{template}"):
            items[template.replace("templates/", "template/", 1)] = hash_of(data)
    indicators = checked.merged.indicators if checked.merged else {}
    referred = checked.referred.get(number, frozenset())
    for key, indicator in indicators.items():
        if indicator.issue == number or key in referred:
            items |= _indicator_items(key, indicator)
    return items


def _indicator_items(key: str, indicator: Indicator) -> Iterator[tuple[str, Any]]:
    described = _described(indicator, {"values", "breaks", "breakdown", "published"})
    described["breakdown"] = [_described(part, {"values"}) for part in indicator.breakdown]
    described["breaks"] = {str(period): reason for period, reason in indicator.breaks.items()}
    yield f"series/{key}", described
    parts = {f"{part.by or ''}/{format_part_label(part.label)}": part for part in indicator.breakdown}
    periods = {period for series in (indicator, *indicator.breakdown) for period in series.values}
    for period in sorted(periods, key=lambda one: one.order):
        whole = _observed(indicator.values, period)
        yield f"figure/{key}/{period}", [whole, {name: _observed(part.values, period) for name, part in parts.items()}]


_FIRST_FIELDS = frozenset(
    {"label", "unit", "measure", "issue", "breakdown", "exhaustive", "share", "source", "report", "show", "by"}
)
"""The fields of indicators and parts that the first version described, whether they were given or not."""
_LATER_FORMS = frozenset({"two", "few", "many"})


def _described(series: Series, left_out: set[str]) -> dict[str, Any]:
    """Return what is said of a series as plain data.

    A field that a later version knows is described only where it is given, so that no clearance is void because the
    program has learned a new field.
    """
    plain = series.model_dump(mode="json", exclude=left_out)
    fields = type(series).model_fields
    return {
        name: _without_new_forms(value)
        for name, value in plain.items()
        if name in _FIRST_FIELDS or getattr(series, name) != fields[name].get_default(call_default_factory=True)
    }


def _without_new_forms(value: object) -> object:
    """Return a label or unit without the forms of a noun that it does not have, and the first version did not know."""
    if not isinstance(value, dict):
        return value
    return {name: form for name, form in value.items() if name not in _LATER_FORMS or form is not None}


def _observed(values: Mapping[Period, Observation], period: Period) -> dict[str, str | None] | None:
    """Return an observation as plain data; None where nothing was said of the period."""
    if period not in values:
        return None
    observation = values[period]
    return {
        "value": _exact(observation.value),
        "status": observation.status,
        "note": observation.note,
        "previous": _exact(observation.previous),
    }


def _exact(value: Decimal | None) -> str | None:
    """Return a figure as text: 54, 54.0 and 5.4E+1 are the same."""
    return None if value is None else f"{value.normalize():f}"


def canonical(data: object) -> bytes:
    """Return plain data as canonical JSON."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(data: object) -> str:
    """Return the SHA-256 of plain data as canonical JSON, in hexadecimal digits."""
    return hash_of(canonical(data))


def digests(items: Items) -> dict[str, str]:
    """Return the beginning of the digest of each item, by its name."""
    return {name: digest(data)[:_DIGITS] for name, data in items.items()}


# ---- what changed since ---------------------------------------------------------------------------------------


class Standing(Struct, frozen=True):
    """A clearance as it stands now."""

    clearance: Clearance
    changes: tuple[str, ...]
    """What changed since, in words; nothing: it holds."""
    items: tuple[str, ...] = ()
    """The names of the items that changed, where the clearance tells them."""
    words: "tuple[ChangedWords, ...]" = ()
    """What changed since, word by word, where the content as it was cleared is kept."""
    names: tuple[str, ...] = ()
    """The different persons who cleared this content."""
    needed: int = 1
    """How many the project asks for."""

    @property
    def holds(self) -> bool:
        """Return whether what was cleared is still what is there, and enough persons cleared it."""
        return not self.changes and not self.lacks_names

    @property
    def lacks_names(self) -> bool:
        """Return whether further persons have to clear what is there; of a void clearance, that is not asked."""
        return not self.changes and len(self.names) < self.needed

    @property
    def by(self) -> str:
        """Who cleared it, in words."""
        return and_list(list(self.names or (self.clearance.by,)))


def _names_of(items: Items, others: Items | None, names: Mapping[str, str]) -> dict[str, str]:
    """Return what agencies and indicators are called, by their codes and keys."""
    both = {**(others or {}), **items}
    series = {name.removeprefix("series/"): data for name, data in both.items() if name.startswith("series/")}
    return {key: f"“{shown(data['label'])}”" for key, data in series.items() if data.get("label")} | dict(names)


def last_of_each(clearances: Iterable[Clearance]) -> list[Clearance]:
    """Return the last clearance of each person, in their order; a name is the same however it is written."""
    found: dict[str, Clearance] = {}
    for clearance in clearances:
        name = same_name(clearance.by)
        found.pop(name, None)
        found[name] = clearance
    return list(found.values())


def standings(checked: Checked, report: Report, root: Path | None = None) -> dict[int, Standing]:
    """Return the clearance of each issue of the list as it stands now, by the issue's number.

    Args:
        checked: the project.
        report: its report.
        root: the project's folder, for the words that changed; None: they are not wanted.
    """
    cleared = {clearance.issue for clearance in report.clearances}
    numbers = (issue.number for issue in report.outline.issues if issue.number in cleared)
    return {number: _standing_of(checked, report, number, root) for number in numbers}


def _standing_of(checked: Checked, report: Report, number: int, root: Path | None) -> Standing:
    items, needed = content_of(checked, report, number), report.settings.names_to_clear
    own, current = [clearance for clearance in report.clearances if clearance.issue == number], digest(items)
    last = last_of_each(own)
    now = [clearance for clearance in last if clearance.hash == current] if needed > 1 else []
    counted = now[-1] if now else own[-1]
    persons = tuple(clearance.by for clearance in last if clearance.hash == counted.hash)
    if counted.hash == current:
        return Standing(counted, (), names=persons, needed=needed)
    kept, hashes = kept_content(root, counted) if root else None, digests(items)
    names = _names_of(items, kept, report.agency_names)
    changes = tuple(_changes(counted.items, hashes, names)) or ("its content; the clearance does not say which part",)
    changed = tuple(_changed_items(counted.items, hashes))
    if kept is None:
        return Standing(counted, changes, changed, names=persons, needed=needed)
    from reportgen.agencies.cleared_words import find_changed_words  # few clearances are void

    return Standing(counted, changes, changed, tuple(find_changed_words(kept, items, names)), persons, needed)


def kept_name(clearance: Clearance) -> str:
    """Return the path below the project of the content that was cleared: its bytes have the hash of the clearance."""
    return f"{CLEARED}/{clearance.hash}.json"


def kept_content(root: Path, clearance: Clearance) -> Items | None:
    """Return the content as it was cleared; None where it is not kept, or is not what was cleared."""
    path = root / kept_name(clearance)
    try:
        data = read_bytes(path, path.as_posix(), root=root, limit=YAML_BYTES)
    except Refused:
        return None
    items: Items = json.loads(data) if hash_of(data) == clearance.hash else {}
    return items or None


def void_clearance(stands: Standing, place: Place | None) -> Diagnostic:
    """Return the diagnostic of a clearance that does not hold any more."""
    cleared = stands.clearance
    changes = Literal("; ".join(stands.changes))
    notes = tuple(map(str, stands.words))
    by = Literal(stands.by)
    return diagnose("RG704", place, notes=notes, issue=cleared.issue, by=by, date=cleared.date, changes=changes)


def lacking_names(stands: Standing, place: Place | None) -> Diagnostic:
    """Return the diagnostic of an issue that fewer persons have cleared than the project asks for."""
    count, names = len(stands.names), Literal(stands.by)
    return diagnose("RG887", place, issue=stands.clearance.issue, count=count, needed=stands.needed, names=names)


def _changed_items(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the names of the items whose digests differ."""
    return [name for name in dict.fromkeys((*then, *now)) if then.get(name) != now.get(name)]


def _changes(then: Mapping[str, str], now: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Yield what differs between two lists of digests, in words; the periods of one series together.

    Args:
        then: the beginning of the digest of each item when it was cleared.
        now: the same now.
        names: what agencies and indicators are called, by their codes and keys.
    """
    periods: dict[tuple[str, str], list[str]] = {}
    for name in _changed_items(then, now):
        how = "was added" if name not in then else "was removed" if name not in now else "changed"
        kind, _, rest = name.partition("/")
        key, _, period = rest.partition("/")
        match kind:
            case "text":
                yield f"the text of {names.get(rest, rest)} {how}"
            case "template":
                yield f"the template {rest} {how}"
            case "series":
                described = "the description of " if how == "changed" else ""
                yield f"{described}{names.get(rest, rest)}{' (label, unit, source …)' if described else ''} {how}"
            case _ if f"series/{key}" in then and f"series/{key}" in now:
                periods.setdefault((key, how), []).append(period)
    yield from (f"{names.get(key, key)} {how} for {and_list(named)}" for (key, how), named in periods.items())
