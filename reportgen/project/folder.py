"""Read the folder of a project as one `Report` with places, and name every problem of every file."""

import errno
import json
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field

from reportgen.diagnostics import Diagnostic, Literal, Place, Places, diagnose
from reportgen.files.input_file import InputFile, describe
from reportgen.files.journal import fingerprint, pending
from reportgen.files.reading import read_bytes, real_path, unreadable
from reportgen.files.refusal import Refused
from reportgen.limits import PROJECT_FILES, YAML_BYTES
from reportgen.model import Agencies, Clearances, Comments, Outline, Report, Settings, Submission
from reportgen.model.base import Model
from reportgen.model.pictures import PICTURES_FOLDER
from reportgen.model.report import PROJECT_FORMAT
from reportgen.project.cross import find_clashes, find_doubts
from reportgen.project.other_files import find_other_kind, litter_of
from reportgen.project.stacks import EARLIER, Layer, join_stacks, ledger_name, parse_ledger
from reportgen.project.submission import (
    WORKBOOK_ENDINGS,
    YAML_ENDINGS,
    ReadSubmission,
    fields_of,
    largest_size,
    read_submission,
)
from reportgen.project.validate import validate
from reportgen.project.versions import Languages, choose_texts, find_versions, with_language
from reportgen.project.yaml import read_unchanged

if TYPE_CHECKING:
    from reportgen.model.items import Ledger

_M = TypeVar("_M", bound=Model)
SUBMISSIONS = "submissions"
REFUSED = "refused"
"""The folder in `submissions/` that holds what came in with errors; it is not read, so that what was good stays."""
SENT = "sent"
"""The folder in `submissions/` that holds what workbooks were filled from; only `reportgen receive` reads it."""
PREVIOUS = "previous"
"""The folder of what the agencies reported in the last cycle; a first cycle has none."""
CLEARANCES = "clearances.yaml"
COMMENTS = "comments.yaml"
CLEARED = "cleared"
"""The folder of texts and figures as they were cleared, by their hashes."""
HOLDS = ("report.yaml", "issues.yaml", "agencies.yaml", SUBMISSIONS, PREVIOUS, CLEARANCES, COMMENTS)
"""What makes a folder a project."""
_INPUTS = frozenset((*HOLDS, CLEARED, "templates", PICTURES_FOLDER))
_PURPOSES = {
    "report.yaml": "it says what the report is: State, treaty, symbol, dates and reporting years",
    "issues.yaml": "it holds the list of issues that is answered, below “parts:”",
    "agencies.yaml": "it names the agencies that contribute, below “agencies:”",
    CLEARANCES: "it holds what was cleared; reportgen clear writes it",
    COMMENTS: "it holds what was asked in comments in Word; reportgen pull writes it",
}
_READINGS = 5
"""How often a project is read while others write into it; a writing takes a moment."""
_NEEDED = ("report.yaml", "issues.yaml", "agencies.yaml")


class Loaded(Struct, frozen=True):
    """What a project holds."""

    report: Report | None
    """None where it cannot be made at all; it lacks what was refused."""
    places: Places
    """Paths from the report down to places."""
    diagnostics: tuple[Diagnostic, ...]
    inputs: tuple[InputFile, ...]
    """Every file that was read, in the order of reading."""
    versions: Languages | None = None
    """The languages of the project; None where `report.yaml` could not be read."""


class _Gathered(Struct):
    """What has been read so far."""

    root: Path
    instead: Mapping[str, bytes | None] = {}
    """Contents that take the place of files, by their paths from `submissions/`; None: as if it were not there."""
    pending: Mapping[str, Path | None] = {}
    """Where the contents stand of files that a writing under way has not put in place yet."""
    language: str | None = None
    """The version that is read; None: that of the project's own language."""
    versions: Languages | None = None
    """Known once `report.yaml` was read."""
    places: Places = field(default_factory=Places)
    found: list[Diagnostic] = []
    inputs: list[InputFile] = []

    def named(self, *parts: str) -> str:
        """Return a path below the project as the user would type it."""
        return PurePath(self.root, *parts).as_posix()

    def has(self, file: str) -> bool:
        """Return whether a file of the project, or a folder, is there."""
        return self.pending[file] is not None if file in self.pending else _is_there(self.root / file)

    def read(self, limit: int, *parts: str) -> tuple[bytes, str] | None:
        """Return the bytes of a file and its name, or None where it is refused."""
        name = self.named(*parts)
        given = self.instead.get("/".join(parts[1:] if parts[0] == SUBMISSIONS else ("..", *parts)))
        path = self.pending.get("/".join(parts)) or self.root.joinpath(*parts)
        try:
            data = given or read_bytes(path, name, root=self.root, limit=limit)
        except Refused as refused:
            self.found.append(refused.diagnostic)
            return None
        self.inputs.append(describe(name, data))
        return data, name

    def ledger(self, code: str) -> "Ledger | None":
        """Return the ledger of a sender, where there is one that can be read."""
        name = ledger_name(code)
        if name not in self.instead and not _is_there(self.root / SUBMISSIONS / name):
            return None
        read = self.read(YAML_BYTES, SUBMISSIONS, *name.split("/"))
        return parse_ledger(*read) if read else None


def read_project(root: Path, instead: Mapping[str, bytes | None] | None = None, language: str | None = None) -> Loaded:
    """Read all files of a project.

    Args:
        root: the folder, as the user typed it; places are named by it.
        instead: contents that are read in place of files, by their paths from `submissions/` (`../issues.yaml`); None
            for a file of that folder that is to be passed over. So a file that just came in can be read as part of the
            project.
        language: the version that is wanted, of those that `report.yaml` names; None: its own language.

    Returns:
        What it holds. A file that is refused does not keep the others from being read. Where another command replaces
        files meanwhile, all are read again, so that they belong together.
    """
    for _ in range(_READINGS):
        before = fingerprint(root, SUBMISSIONS, PREVIOUS)
        loaded = _read_project(root, instead or {}, language)
        if fingerprint(root, SUBMISSIONS, PREVIOUS) == before:
            break
    return loaded


def _read_project(root: Path, instead: Mapping[str, bytes | None], language: str | None) -> Loaded:
    gathered = _Gathered(root, instead, pending(root), language)
    if not _is_folder(root):
        return Loaded(None, gathered.places, (_no_folder(root),), ())
    if not any(gathered.has(name) for name in (*_NEEDED, SUBMISSIONS)):
        return Loaded(None, gathered.places, (diagnose("RG118", Place(gathered.named())),), ())
    settings = _read_file(gathered, "report.yaml", Settings, ("settings",))
    newer = [diagnostic for diagnostic in gathered.found if diagnostic.code == "RG740"]
    if newer:  # whatever else could be said of the files would be said by the rules of another version
        return Loaded(None, gathered.places, tuple(newer), tuple(gathered.inputs))
    outline = _read_file(gathered, "issues.yaml", Outline, ("outline",))
    agencies = _read_file(gathered, "agencies.yaml", Agencies, ())
    submissions = tuple(_read_submissions(gathered, SUBMISSIONS, settings, outline))
    previous = tuple(_read_submissions(gathered, PREVIOUS)) if _is_there(root / PREVIOUS) else ()
    cleared = _read_beside(gathered, CLEARANCES, Clearances)
    asked = _read_beside(gathered, COMMENTS, Comments)
    listed = agencies.agencies if agencies else None
    gathered.found.extend(find_clashes(outline, listed, submissions, gathered.places))
    if settings:
        gathered.found.extend(find_doubts(settings, submissions, gathered.places))
    report = None
    if settings and outline and listed is not None:
        report = Report.model_construct(  # of parts that are valid: to prepare for checking them again takes time
            settings=settings,
            outline=outline,
            agencies=listed,
            submissions=submissions,
            previous=previous,
            clearances=cleared.clearances if cleared else (),
            statements=cleared.statements if cleared else (),
            comments=asked.comments if asked else (),
        )
    return Loaded(report, gathered.places, tuple(gathered.found), tuple(gathered.inputs), gathered.versions)


def _read_file(gathered: _Gathered, file: str, model: type[_M], prefix: tuple[str, ...]) -> _M | None:
    """Return one of the files that every project has."""
    if not gathered.has(file):
        gathered.found.append(_missing(gathered, file))
        return None
    read = gathered.read(YAML_BYTES, file)
    if read is None:
        return None
    plain = read_unchanged(*read)
    if model is Settings and isinstance(plain.data, dict):
        gathered.versions = _versions(gathered, plain.data, plain.places)
    if gathered.versions is not None:
        plain, lacking = choose_texts(plain, read[1], gathered.versions)
        gathered.found.extend(lacking)
    fields, found = fields_of(plain, read[1], _PURPOSES[file])
    gathered.found.extend(found.all())
    if fields is None:
        return None
    gathered.places.extend(prefix, plain.places)
    if model is Settings and gathered.versions is not None:
        fields = with_language(fields, gathered.versions)
    written = fields.get("format") if model is Settings else None
    if isinstance(written, int) and written > PROJECT_FORMAT:
        place = plain.places.find(("format",))
        gathered.found.append(diagnose("RG740", place, format=written, newest=PROJECT_FORMAT))
        return None
    value, refused = validate(model, fields, plain.places)
    gathered.found.extend(refused)
    return value if plain.is_sound else None


def _read_beside(gathered: _Gathered, file: str, model: type[_M]) -> _M | None:
    """Return a file that a project may have: it speaks of the texts in the project's own language alone."""
    is_main = gathered.versions is None or gathered.versions.is_main
    return _read_file(gathered, file, model, ()) if is_main and gathered.has(file) else None


def _versions(gathered: _Gathered, fields: dict[str, Any], places: Places) -> Languages:
    """Return the languages of the project; one that `report.yaml` does not name is refused, and not read."""
    versions, listed = find_versions(fields, gathered.language), fields.get("versions")
    if versions.is_main or (isinstance(listed, list) and versions.built in listed):
        return versions
    place = places.find(("versions",)) or Place(gathered.named("report.yaml"))
    gathered.found.append(diagnose("RG375", place, language=versions.built, known=", ".join(versions.others)))
    return find_versions(fields, None)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as error:
        return error.errno not in (errno.ENOENT, errno.ENOTDIR)
    return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder that this account may not look into
        return False


def _no_folder(root: Path) -> Diagnostic:
    """Return the diagnostic for a path that was given as a project, and is no folder."""
    place, name = Place(root.as_posix()), root.name
    try:
        mode = root.stat().st_mode
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM):
            return unreadable(place, error)
        return diagnose("RG116", place, name=name)
    return diagnose("RG117", place, name=name, kind="a file" if stat.S_ISREG(mode) else "neither a folder nor a file")


def _missing(gathered: _Gathered, file: str) -> Diagnostic:
    purpose = Literal(_PURPOSES[file])
    return diagnose("RG101", Place(gathered.named(file)), name=file, purpose=purpose)


def find_strangers(read: ReadSubmission, settings: Settings, outline: Outline | None, place: Place) -> list[Diagnostic]:
    """Return the diagnostic for a workbook that was made for another symbol.

    Args:
        read: the submission.
        settings: of this project.
        outline: its list of issues.
        place: the file.

    Returns:
        Nothing; a remark where the report had that symbol before; a warning where State, treaty and issues are the
        same, so that only the symbol was corrected; an error where it was made for another report.
    """
    if read.project is None or read.project == settings.symbol:
        return []
    if read.project in settings.earlier_symbols:
        return [diagnose("RG724", place, other=read.project)]
    asked = issues_digest(outline, read.agency) if outline and read.agency else None
    is_same = _series_of(read.project) == _series_of(settings.symbol) and asked is not None and read.issues == asked
    return [diagnose("RG725" if is_same else "RG170", place, other=read.project, symbol=settings.symbol)]


def _series_of(symbol: str) -> str:
    """Return what the reports of a State under a treaty have in common: `CCPR/C/KAZ`."""
    return "/".join(symbol.split("/")[:3])


def issues_digest(outline: Outline, agency: str) -> str:
    """Return a short name of the issues that an agency is asked about: another list gives another one."""
    asked: list[list[object]] = [
        [issue.number, issue.text, *issue.questions] for issue in outline.issues if agency in issue.agencies
    ]
    return sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:16]


def _read_submissions(
    gathered: _Gathered, folder: str, settings: Settings | None = None, outline: Outline | None = None
) -> Iterator[Submission]:
    """Yield all sound submissions of a folder in the order of their files' names, those of one sender joined.

    Args:
        gathered: what has been read so far.
        folder: below the project.
        settings: of the report that their workbooks must have been made for, if it matters.
        outline: the list of issues of that report.
    """
    layers: list[Layer] = []
    for file in _submission_files(gathered, folder):
        read = gathered.read(largest_size(file), folder, file)
        if read is None:
            continue
        versions = gathered.versions
        one = read_submission(*read, versions.unasked() if versions and folder == PREVIOUS else versions)
        gathered.found.extend(one.diagnostics)
        if settings is not None:
            gathered.found.extend(find_strangers(one, settings, outline, Place(read[1])))
        if one.submission is not None:
            layers.append(Layer(file, one))
    joined, found = join_stacks(layers, gathered.ledger, lambda file: Place(gathered.named(folder, file)))
    gathered.found.extend(found)
    for number, one in enumerate(joined):
        if one.submission is not None:
            gathered.places.extend((folder, number), one.places)
            yield one.submission


def _submission_files(gathered: _Gathered, name: str) -> list[str]:
    """Return the names of the files in a folder that are submissions; the others are named or left out."""
    folder = gathered.root / name
    place = Place(gathered.named(name))
    try:
        if not real_path(folder).is_relative_to(real_path(gathered.root)):
            gathered.found.append(diagnose("RG103", place))
            return []
        there = _names(gathered, folder)
    except FileNotFoundError:
        if name in gathered.pending:
            return []
        if name == SUBMISSIONS and gathered.instead:
            return [file for file, data in gathered.instead.items() if data is not None and "/" not in file]
        purpose = Literal("what the agencies send stands there")
        gathered.found.append(diagnose("RG101", place, name=f"folder {name}", purpose=purpose))
        return []
    except NotADirectoryError:
        action = Literal("give the file another name, make a folder of this name, and put the file into it")
        gathered.found.append(diagnose("RG102", place, reason="it is a file and no folder", action=action))
        return []
    except OSError as error:
        gathered.found.append(unreadable(place, error))
        return []
    names = sorted(there)
    if name == SUBMISSIONS:
        passed_over = {file for file, data in gathered.instead.items() if data is None}
        put_in = {file for file in gathered.instead if "/" not in file}
        names = sorted((there | put_in) - passed_over)
    if len(names) > PROJECT_FILES:
        gathered.found.append(diagnose("RG107", place, count=f"{len(names):,}", limit=f"{PROJECT_FILES:,}"))
        return []
    return [file for file in names if _is_submission(gathered, folder, file)]


def _names(gathered: _Gathered, folder: Path) -> set[str]:
    """Return the names in a folder, as they are once a writing under way has ended.

    Raises:
        OSError: where the folder cannot be read.
    """
    here = PurePath(folder.name)
    coming = {PurePath(file).name: part for file, part in gathered.pending.items() if PurePath(file).parent == here}
    names = {entry.name for entry in folder.iterdir()} | coming.keys()
    return {name for name in names if coming.get(name, folder) is not None}


def _is_submission(gathered: _Gathered, folder: Path, name: str) -> bool:
    """Return whether a name in the folder is that of a submission; says so where it is not."""
    place, litter = Place(gathered.named(folder.name, name)), litter_of(name)
    if litter:
        gathered.found.append(diagnose("RG108", place, name=name, kind=litter))
    elif name.startswith(".") or (name in {EARLIER, REFUSED, SENT} and _is_folder(folder / name)):
        return False
    elif _is_folder(folder / name):
        gathered.found.append(diagnose("RG109", place, name=name))
    elif name.casefold().endswith((*WORKBOOK_ENDINGS, *YAML_ENDINGS)):
        return True
    else:
        gathered.found.extend(find_other_kind(name, place))
    return False


def is_input(file: Path) -> bool:
    """Return whether a file, there or not, would be read as part of a project: of the one in any folder above it."""
    resolved = real_path(file.parent) / file.name
    return any(
        resolved.relative_to(folder).parts[0].casefold() in _INPUTS
        and any((folder / name).exists() for name in _NEEDED)
        for folder in resolved.parents
    )
