"""How a file that came in is filed: which files are to be written and which to be kept, and what is then in force.

Nothing is deleted and no file that came is changed. A file that says all that is in force takes the place of it; one
that says less is put above it under the next number, and files of which nothing is in force any more go to the archive.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.answers import carried_answers
from reportgen.agencies.versions import Versions
from reportgen.files.input_file import hash_of
from reportgen.files.output import NewVersion
from reportgen.model.items import ItemKey, Joined, Kept, Ledger
from reportgen.project import ReadSubmission
from reportgen.project.stacks import ledger_name, level_of, stacked_name
from reportgen.project.writing import ledger_yaml

_LEDGER_HEAD = (
    "# What was in force before, and what files in force only repeat. Written by reportgen receive; please keep it.\n"
)


class Filing(Struct, frozen=True):
    """What is to be written where."""

    folder: Path
    name: str
    data: bytes
    replaced: tuple[Path, ...]
    """Files that it takes the place of; they go to the archive."""
    archive: Path
    answers: Mapping[str, bytes] = {}
    """What is written with it, by its path in the folder: answers that earlier versions gave, the ledger, files that
    are in force again."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """Return all that is written, by its path in the folder."""
        return {self.name: self.data, **self.answers}

    @property
    def version(self) -> NewVersion:
        """Return it as `file_versions` takes it."""
        return NewVersion(self.folder, self.name, self.files, self.replaced, self.archive)

    @property
    def path(self) -> Path:
        """Where the file will stand."""
        return self.folder / self.name


class FilingPlan(Struct, frozen=True):
    """How a file comes into force."""

    filing: Filing
    instead: Mapping[str, bytes | None]
    """How `submissions/` would then read, as `check_project` takes it."""
    joined: Joined | None
    """What would then be in force; None where the file cannot be read."""


def plan_filing(
    versions: Versions, data: bytes, read: ReadSubmission, ending: str, repeats: frozenset[ItemKey], *, alone: bool
) -> FilingPlan:
    """Plan how a file comes into force.

    Args:
        versions: what is there of its sender.
        data: its bytes.
        read: what it holds.
        ending: under which it is kept.
        repeats: items that it holds and does not say.
        alone: whether it takes the place of everything.
    """
    layers = [] if alone or read.submission is None else list(versions.layers())
    sound = [(path, one.submission, silent) for path, one, silent in layers if one.submission is not None]
    joined = None
    staying: list[Path] = []
    if read.submission is not None:
        above = (read.submission, repeats)
        joined = Joined([*((submission, silent) for _, submission, silent in sound), above])
        needed = set(joined.sources.values())
        staying = [path for number, (path, _, _) in enumerate(sound) if number in needed]
        joined = Joined([*((one, silent) for path, one, silent in sound if path in staying), above])
    leaving = [path for path in versions.in_force if path not in staying]
    level = 1 + max((level_of(path.name)[1] for path in versions.in_force), default=0) if staying or repeats else 1
    name = stacked_name(versions.code, level, ending)
    answers = carried_answers(versions, read, (*leaving, *versions.refused))
    ledger = _ledger(versions, name, data, staying, repeats)
    filing = Filing(versions.folder, name, data, (*leaving, *versions.refused), versions.archive, {**answers, **ledger})
    return FilingPlan(filing, {**{path.name: None for path in leaving}, name: data, **answers, **ledger}, joined)


def file_correction(versions: Versions, path: Path, data: bytes) -> Filing:
    """Return how a corrected copy of a file in force takes its place; the file itself goes to the archive.

    Args:
        versions: what is there of its sender.
        path: the file.
        data: the bytes of the copy, which says the same items.
    """
    known = versions.ledger()
    in_force = tuple(
        kept.model_copy(update={"sha256": hash_of(data)}) if kept.file == path.name else kept for kept in known.in_force
    )
    ledger = Ledger(in_force=in_force, before=(*known.before, _kept(versions, known)))
    return Filing(versions.folder, path.name, data, (path,), versions.archive, ledger_file(versions, ledger))


def _ledger(
    versions: Versions, name: str, data: bytes, staying: Sequence[Path], repeats: frozenset[ItemKey]
) -> dict[str, bytes]:
    """Return the ledger after a file came into force, by its path; nothing where there is nothing to say."""
    known = versions.ledger()
    current = _kept(versions, known)
    before = (*known.before, current) if current else known.before
    above = level_of(name)[1] > 1
    own = Kept(file=name, sha256=hash_of(data), repeats=tuple(sorted(repeats, key=str)))
    stays = {path.name for path in staying}
    in_force = (*(kept for kept in known.in_force if kept.file in stays), *((own,) if above else ()))
    return ledger_file(versions, Ledger(in_force=in_force, before=before)) if before or in_force else {}


def _kept(versions: Versions, ledger: Ledger) -> tuple[Kept, ...]:
    """Return the files in force, as they are kept for going back to them."""
    return tuple(
        Kept(
            file=path.name,
            sha256=hash_of(versions.bytes_of(path)),
            repeats=tuple(sorted(ledger.repeats(path.name) or (), key=str)),
        )
        for path in versions.in_force
    )


def ledger_file(versions: Versions, ledger: Ledger) -> dict[str, bytes]:
    """Return the ledger of a sender as a file, by its path in the folder `submissions/`."""
    return {ledger_name(versions.code): ledger_yaml(ledger, _LEDGER_HEAD)}
