"""What speaks against a file that is not the first of its sender: for each item both values and both cells."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath

from msgspec.structs import replace

from reportgen.agencies.changes import difference_of
from reportgen.agencies.item_words import item_title, labels_of, text_of, value_words
from reportgen.agencies.versions import Versions
from reportgen.agencies.weighing import ItemVerdict, Sides, Weighed
from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose
from reportgen.model import Submission
from reportgen.model.items import ItemKey, default_of, is_emptied, path_of, place_of_part, same
from reportgen.project import ReadSubmission


def find_conflicts(
    weighed: Weighed, sides: Sides, new: ReadSubmission, in_force: ReadSubmission | None
) -> Iterator[Diagnostic]:
    """Say which items need a decision.

    Args:
        weighed: what became of each item.
        sides: their values.
        new: the file.
        in_force: what is in force of its sender.
    """
    codes = {ItemVerdict.CONFLICT: "RG720", ItemVerdict.REMOVED: "RG721", ItemVerdict.REMARK: "RG747"}
    items = {item: codes[weighed.verdicts[item]] for item in weighed.of(*codes)}
    yield from _compared(items, sides, new, in_force)


def without_unread(conflicts: Iterable[Diagnostic], errors: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what speaks against a file, but for removals where a cell is not empty: it could not be read.

    Args:
        conflicts: what speaks against the file.
        errors: what is wrong with it. Of a row that is not there the cell is not known: an error of its sheet counts;
            of a sheet that was not read, every error.
    """
    places = [error.place for error in errors if error.place]
    unread = {*places, *(Place(place.file, sheet=sheet) for place in places for sheet in (place.sheet, None))}
    return (conflict for conflict in conflicts if conflict.code != "RG721" or conflict.place not in unread)


def find_kept(
    weighed: Weighed, sides: Sides, new: ReadSubmission, in_force: ReadSubmission | None, *, is_older: bool
) -> Iterator[Diagnostic]:
    """Say what differs from what is in force and does not count as an edit, since the copied file had it so.

    Args:
        weighed: what became of each item.
        sides: their values.
        new: the edited copy.
        in_force: what is in force of its sender.
        is_older: whether the copied file is not in force, so that it may lack what came later.
    """
    items = [key for key in weighed.of(ItemVerdict.REPEATED) if not same(key, sides.new[key], sides.in_force.get(key))]
    if is_older:
        items += _lacking(weighed, sides)
    yield from _compared(dict.fromkeys(items, "RG734"), sides, new, in_force)


def _lacking(weighed: Weighed, sides: Sides) -> Iterator[ItemKey]:
    """Yield what is in force and stands neither in a copy nor in the file that was copied."""
    rows = {(item.indicator, item.part) for item in sides.new}
    for item, old in sides.in_force.items():
        is_known = item in weighed.verdicts or item in (sides.filled_from or ())
        is_said = item.kind == "answer" or same(item, None, old)  # answers are kept beside workbooks, and stay
        if not (is_known or is_said) and (item.kind != "field" or (item.indicator, item.part) in rows):
            yield item


def _compared(
    codes: Mapping[ItemKey, str], sides: Sides, new: ReadSubmission, in_force: ReadSubmission | None
) -> Iterator[Diagnostic]:
    """Yield a diagnostic of each item, with both values and both cells; of what is gone, the cell that is empty."""
    old = in_force.submission if in_force else None
    if new.submission is None or in_force is None or old is None:
        return
    labels, agency = labels_of(new.submission, old), new.submission.agency
    for item, code in codes.items():
        default = default_of(item)
        new_words, old_words = (value_words(item, side.get(item, default)) for side in (sides.new, sides.in_force))
        is_there = item in sides.new and not is_emptied(sides.new[item])
        find_place = _place if is_there else _emptied_cell
        here = find_place(new.submission, new.places, item)
        there = _place(old, in_force.places, item)
        notes = (f"in force: {there}", *_differing(item, sides)) if item in sides.in_force else ()
        yield diagnose(
            code, here, notes=notes, item=item_title(item, labels), agency=agency, new=new_words, old=old_words
        )


def _differing(item: ItemKey, sides: Sides) -> Iterator[str]:
    """Yield the words that differ, of a reply."""
    if item.kind == "reply" and item in sides.new:
        words = difference_of(text_of(sides.in_force.get(item)), text_of(sides.new[item]))
        yield f"the words that differ: {words}" if words else "only its key or its paragraphs differ"


def _place(submission: Submission, places: Places, item: ItemKey) -> Place | None:
    path = path_of(submission, item)
    if path is None:
        return None
    return places.find((*path, "text")) if item.kind == "reply" else places.find(path)


def emptied_place(submission: Submission, places: Places, item: ItemKey) -> Place | None:
    """Return the cell that is empty now, else the row of its indicator, else the sheet."""
    row, column = _emptied(submission, places, item)
    return replace(row, cell=f"{column}{row.order[2]}") if row and column else row


def _emptied_cell(submission: Submission, places: Places, item: ItemKey) -> Place | None:
    """Return where a YAML file has something without a value, else the cell that is empty now, else the sheet."""
    path = path_of(submission, item)
    there = places.exact(path) if path else None
    if there and there.cell is None:
        return there
    row, column = _emptied(submission, places, item)
    return row and replace(row, cell=f"{column}{row.order[2]}" if column else None)


def _emptied(submission: Submission, places: Places, item: ItemKey) -> tuple[Place | None, str]:
    """Return the row of an item's indicator, else its sheet, and the letters of the column under its head."""
    series: Path = ("indicators", item.indicator or "")
    if item.part is not None:
        place = place_of_part(submission, item.indicator or "", (item.by, item.part))
        series = (*series, "breakdown", -1 if place is None else place)
    row = places.exact(series)
    if row is None or row.cell is None:
        sheet = places.exact(("replies",) if item.kind == "reply" else ("indicators",))
        file = places.find(())
        return row or sheet or (file and replace(file, sheet=None, cell=None)), ""
    head = places.exact(("heads", str(item.period) if item.kind == "figure" else item.field or ""))
    return row, (head.cell or "").rstrip("0123456789") if head else ""


# ---- dates ----------------------------------------------------------------------------------------------------


def find_older(versions: Versions, read: ReadSubmission, place: Place) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Say that a file is older than what is in force, and than what waits.

    Args:
        versions: what is there of its sender.
        read: the file.
        place: the file.
    """
    in_force, waiting = (_newest(versions, files) for files in (versions.in_force, versions.refused))
    return _older(read, place, in_force, "what is in force"), _older(read, place, waiting, "what waits for a decision")


def is_newer(waiting: ReadSubmission, read: ReadSubmission) -> bool:
    """Return whether a file that waits is newer than another one, by the dates that they name."""
    other, date = _date(waiting), _date(read)
    return other is not None and date is not None and other > date


def _newest(versions: Versions, files: tuple[FilePath, ...]) -> tuple[dt.date, FilePath] | None:
    dated = [(date, file) for file in files if (date := _date(versions.read(file)))]
    return max(dated, default=None)


def _date(read: ReadSubmission) -> dt.date | None:
    return read.submission.date if read.submission else None


def _older(read: ReadSubmission, place: Place, other: tuple[dt.date, FilePath] | None, there: str) -> list[Diagnostic]:
    date = _date(read)
    if date is None or other is None or date >= other[0]:
        return []
    here = (read.places.exact(("date",)) or place) if read.submission else place
    notes = (f"{other[0].isoformat()}: {other[1].as_posix()}",)
    agency = read.agency or ""
    return [diagnose("RG722", here, notes=notes, date=date, newer=other[0], there=there, agency=agency)]
