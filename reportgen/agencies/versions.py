"""Versions of what a sender sent, as they stand in a project's folder `submissions/`.

A sender is an agency as a whole, or one of its departments: its files are called `AGENCY`, or `AGENCY.DEPARTMENT`.

- `submissions/AGENCY.xlsx`, or `.yaml`: the version in force. `check` and `build` read it.
- `submissions/AGENCY+2.xlsx`, `AGENCY+3.xlsx` …: files that came later and say only some things. Each stands before
  those below it, item by item (`project/stacks.py`).
- `submissions/refused/AGENCY.xlsx`: the version that came in after them and has errors, or contradicts them. It waits
  for its correction or a decision, and what was good stays in force meanwhile.
- `submissions/AGENCY.answers.yaml`: answers to questions that earlier versions gave and this one does not repeat.
- `submissions/earlier/AGENCY.1.xlsx`, `.2.xlsx` …: what later versions took the place of.
- `submissions/earlier/AGENCY.order.yaml`: what was in force before, and what files in force merely repeat.
- `submissions/sent/AGENCY.0123456789abcdef.yaml`: what a workbook that went out was filled from.
"""

import contextlib
import re
from collections.abc import Iterable, Iterator
from os.path import lexists
from pathlib import Path

from msgspec import Struct

from reportgen.files.input_file import hash_of
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.model import Submission
from reportgen.model.items import ItemKey, Ledger
from reportgen.model.senders import split_sender
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.folder import REFUSED, SENT, SUBMISSIONS
from reportgen.project.stacks import EARLIER, join_layers, ledger_name, level_of, parse_ledger
from reportgen.project.submission import WORKBOOK_ENDINGS, YAML_ENDINGS, largest_size
from reportgen.project.writing import submission_yaml

ENDINGS = (*WORKBOOK_ENDINGS, *YAML_ENDINGS)
_DIGITS = 16
"""Digits of a SHA-256 that name what a workbook was filled from."""
_SENT_HEAD = "# What a workbook of this sender was filled from. reportgen receive compares what comes back with it.\n"


class Versions(Struct, frozen=True):
    """The versions of one sender that count."""

    folder: Path
    """The folder `submissions/`."""
    code: str
    """What its files are called."""
    in_force: tuple[Path, ...]
    """The files that `check` and `build` read, from the lowest to the highest; none before something came in."""
    refused: tuple[Path, ...]
    """What came in later and has errors, or waits for a decision."""

    @property
    def agency(self) -> str:
        """The code of the agency."""
        return split_sender(self.code)[0]

    @property
    def department(self) -> str | None:
        """The code of its department; None: the agency as a whole."""
        return split_sender(self.code)[1]

    @property
    def latest(self) -> Path | None:
        """What came in last."""
        return next(iter((*self.refused, *reversed(self.in_force))), None)

    @property
    def answers(self) -> Path:
        """Where answers of earlier versions stand, if there are any."""
        return self.folder / f"{self.code}.answers.yaml"

    @property
    def archive(self) -> Path:
        """Where the versions before them stand."""
        return self.folder / EARLIER

    @property
    def waiting(self) -> Path:
        """Where a version with errors waits for its correction."""
        return self.folder / REFUSED

    def ledger(self) -> Ledger:
        """Return what the names of the files cannot say."""
        path = self.folder / ledger_name(self.code)
        return (parse_ledger(self.bytes_of(path), path.as_posix()) if lexists(path) else None) or Ledger()

    def bytes_of(self, path: Path) -> bytes:
        """Return the bytes of one of the files, as `version_bytes` does."""
        return version_bytes(self.folder.parent, path)

    def read(self, path: Path) -> ReadSubmission:
        """Read one of the files, as `read_version` does."""
        return read_version(self.folder.parent, path)

    def kept_answers(self) -> ReadSubmission | None:
        """Return the answers of earlier versions; None where there are none."""
        return self.read(self.answers) if lexists(self.answers) else None

    def joined(self) -> ReadSubmission | None:
        """Return what is in force of the sender, with places; None where nothing can be read."""
        answers = [(read, frozenset[ItemKey]()) for read in (self.kept_answers(),) if read]
        return join_layers([*answers, *((read, repeats) for _, read, repeats in self.layers())])

    def layers(self) -> Iterator[tuple[Path, ReadSubmission, frozenset[ItemKey]]]:
        """Yield the files in force from the lowest to the highest, each with the items that it does not say."""
        ledger = self.ledger()
        for path in self.in_force:
            yield path, self.read(path), ledger.repeats(path.name) or frozenset()


def version_bytes(root: Path, path: Path) -> bytes:
    """Return the bytes of a version; a file without content has none, and counts as one that is damaged.

    Args:
        root: the project's folder.
        path: the file. Anybody may have put it there: it is read within the same bounds as by `check`.

    Raises:
        Refused: where it is no ordinary file of the project, or larger than a file of its kind may be.
    """
    return read_bytes(path, path.as_posix(), root=root, limit=largest_size(path), may_be_empty=True)


def read_version(root: Path, path: Path) -> ReadSubmission:
    """Read a version; raises `Refused` as `version_bytes` does."""
    return read_submission(version_bytes(root, path), path.as_posix())


def find_versions(root: Path, code: str) -> Versions:
    """Find the versions of a sender, `justice` or `justice.courts`, in a project's folder."""
    folder = root / SUBMISSIONS
    return Versions(folder, code, _in_force(folder, code), _named(folder / REFUSED, code))


def _named(folder: Path, code: str) -> tuple[Path, ...]:
    """Return the files of a folder that are called as a sender; reading says of a folder, or a link to nowhere, so."""
    found = folder.glob(f"{code}.*") if folder.is_dir() else ()
    named = [(path.suffix.casefold(), path) for path in found if path.name == code + path.suffix]  # also `justice.XLSX`
    return tuple(path for ending in ENDINGS for own, path in sorted(named) if own == ending)


def _in_force(folder: Path, code: str) -> tuple[Path, ...]:
    """Return the files in force of a sender, those without a number first."""
    if not folder.is_dir():
        return ()
    above = [path for path in folder.glob(f"{code}+*") if path.suffix.casefold() in ENDINGS]
    numbered = [path for path in above if level_of(path.name)[0] == code]
    return (*_named(folder, code), *sorted(numbered, key=lambda path: level_of(path.name)[1]))


# ---- what workbooks were filled from --------------------------------------------------------------------------


def sent_version(submission: Submission) -> tuple[str, dict[str, bytes]]:
    """Return the name of what a workbook is filled from, and the file that keeps it, by its path in `submissions/`.

    Args:
        submission: all that the sender has said so far.
    """
    data = submission_yaml(submission, _SENT_HEAD)
    name = hash_of(data)[:_DIGITS]
    return name, {f"{SENT}/{submission.sender}.{name}.yaml": data}


def is_version(submission: Submission, name: str | None) -> bool:
    """Return whether a workbook was filled from a submission, by the name of the version that it has."""
    forms = (submission, submission.model_copy(update={"nothing_to_add": ()}))  # older forms left that cell empty
    return name in {sent_version(form)[0] for form in forms}


def find_sent(root: Path, code: str, name: str | None) -> Submission | None:
    """Return what a workbook was filled from; None where nobody knows.

    Args:
        root: the project's folder.
        code: of the sender.
        name: of the version, as the workbook has it.
    """
    if name is None or not re.fullmatch(r"[0-9a-f]{16}", name):
        return None
    path = root / SUBMISSIONS / SENT / f"{code}.{name}.yaml"
    data = version_bytes(root, path) if lexists(path) else b""
    return read_submission(data, path.as_posix()).submission if hash_of(data)[:_DIGITS] == name else None


def find_content(versions: Versions, wanted: Iterable[str]) -> dict[str, bytes]:
    """Return files of a sender by the SHA-256 of their content, wherever in `submissions/` they stand now.

    What cannot be read there is passed over: it is none of them, or missing like one that was taken away.
    """
    found: dict[str, bytes] = {}
    folders = (versions.folder, versions.archive, versions.waiting)
    missing = set(wanted)
    for path in (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())):
        if missing and path.suffix.casefold() in ENDINGS:
            with contextlib.suppress(Refused):
                data = versions.bytes_of(path)
                found |= {hash_of(data): data} if hash_of(data) in missing else {}
    return found
