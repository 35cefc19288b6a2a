"""Files of a project: what is read, what is refused, and what is left out."""

import errno
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from reportgen.diagnostics import Place, Severity
from reportgen.files.reading import read_bytes, unreadable
from reportgen.files.refusal import Refused
from reportgen.project import InputFile, Loaded, read_project

FILES = {
    "report.yaml": "state: {name: E, code: EXA}\ntreaty: ccpr\ncycle: 3\nsymbol: CCPR/C/EXA/3\ndates: {due: 2024}\n"
    "reporting_years: [2023]\n",
    "issues.yaml": "parts: [{title: General, themes: [{issues: [{number: 1, agencies: [health]}]}]}]\n",
    "agencies.yaml": "agencies: [{code: health, name: Health}]\n",
    "submissions/health.yaml": "agency: health\nreplies: [{issue: 1, text: One.}]\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A sound project."""
    folder = tmp_path / "project"
    (folder / "submissions").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def codes(loaded: Loaded) -> list[str]:
    """The codes of a project's diagnostics."""
    return [found.code for found in loaded.diagnostics]


def test_every_file_is_listed_with_its_hash(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest can say which bytes were read, by the paths that the user typed."""
    monkeypatch.chdir(root.parent)
    loaded = read_project(Path("project"))

    assert loaded.inputs == tuple(
        InputFile(f"project/{name}", sha256(text.encode()).hexdigest()) for name, text in FILES.items()
    )


def test_places_are_paths_as_typed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that is named by a dot has places without a folder."""
    monkeypatch.chdir(root)
    places = read_project(Path()).places

    assert str(places.find(("settings", "symbol"))) == "report.yaml:4:9"
    assert str(places.find(("outline", "parts", 0, "themes", 0, "issues", 0, "number"))) == "issues.yaml:1:54"
    assert str(places.find(("agencies", 0, "code"))) == "agencies.yaml:1:19"
    assert str(places.find(("submissions", 0, "replies", 0, "text"))) == "submissions/health.yaml:2:28"


@pytest.mark.parametrize("name", ["report.yaml", "issues.yaml", "agencies.yaml"])
def test_each_file_of_a_project_is_needed(root: Path, name: str) -> None:
    """A project without one of its files makes no report, and says which."""
    (root / name).unlink()
    loaded = read_project(root)

    assert loaded.report is None
    assert ["RG101"] == codes(loaded)
    assert name in loaded.diagnostics[0].message


def test_a_project_without_submissions_folder_is_told(root: Path) -> None:
    """A missing folder is named; the report can still be made, with nothing in it."""
    (root / "submissions/health.yaml").unlink()
    (root / "submissions").rmdir()

    assert ["RG101"] == codes(read_project(root))


@pytest.mark.parametrize(
    ("root_name", "code", "message"),
    [
        ("nowhere", "RG116", "there is no folder nowhere"),
        ("nowhere/further", "RG116", "there is no folder further"),
        ("report.yaml", "RG117", "report.yaml is a file"),
        ("report.yaml/further", "RG116", "there is no folder further"),
    ],
)
def test_a_root_that_is_no_folder_is_no_project(root: Path, root_name: str, code: str, message: str) -> None:
    """A path to nothing, or to a file, is told as what was typed, and nothing that follows from it is said."""
    (found,) = read_project(root / root_name).diagnostics

    assert (code, message, root / root_name) == (found.code, found.message[: len(message)], Path(str(found.place)))


def test_an_empty_folder_is_told_how_a_project_begins(root: Path) -> None:
    """And of no file that is missing; a folder with one of the files is a project that lacks the others."""
    (root / "empty").mkdir()
    (root / "begun").mkdir()
    (root / "begun/agencies.yaml").write_text("agencies: []")

    assert "reportgen init" in str(read_project(root / "empty").diagnostics[0].hint)
    assert ["RG118"] == codes(read_project(root / "empty"))
    assert "RG118" not in codes(read_project(root / "begun"))


@pytest.mark.parametrize("name", [".DS_Store", ".hidden.yaml", ".~lock.health.xlsx#", ".git"])
def test_hidden_files_are_left_out_in_silence(root: Path, name: str) -> None:
    """What a desktop hides is no submission."""
    (root / "submissions" / name).write_text("x")

    assert [] == codes(read_project(root))


@pytest.mark.parametrize("name", ["~$health.xlsx", "Thumbs.db", "desktop.ini"])
def test_litter_is_left_out_with_a_remark(root: Path, name: str) -> None:
    """Lock files and files of the desktop are named, and do no harm."""
    (root / "submissions" / name).write_text("x")
    loaded = read_project(root)

    assert [("RG108", Severity.INFO)] == [(found.code, found.severity) for found in loaded.diagnostics]


@pytest.mark.parametrize("ending", ["xls", "xlsb", "xlsm", "ods", "csv", "pdf", "docx", "txt", "zip", "json", "exe"])
def test_other_kinds_of_files_are_named_with_what_to_do(root: Path, ending: str) -> None:
    """Nothing that an agency sent is passed over in silence."""
    (root / f"submissions/health.{ending.upper()}").write_text("x")
    loaded = read_project(root)

    assert ["RG106"] == codes(loaded)
    assert loaded.diagnostics[0].hint


def test_submissions_come_in_the_order_of_their_names(root: Path) -> None:
    """The same folder gives the same report on every system."""
    for name in ("b.yml", "a.yaml", "C.YAML"):
        (root / "submissions" / name).write_text(f"agency: health\ncontact: {name}\n")
    report = read_project(root).report

    assert report is not None
    assert [one.contact for one in report.submissions] == ["C.YAML", "a.yaml", "b.yml", None]


def test_links_within_the_project_are_followed(root: Path) -> None:
    """A link that stays inside is as good as its file."""
    (root / "shared.yaml").write_text("agency: health\n")
    (root / "submissions/link.yaml").symlink_to("../shared.yaml")

    assert [] == codes(read_project(root))


@pytest.mark.parametrize("target", ["/etc/hostname", "/dev/zero", "../../outside.yaml", "/proc/self/environ"])
def test_links_out_of_the_project_are_refused(root: Path, target: str) -> None:
    """No file outside the project is read because a link says so."""
    (root.parent / "outside.yaml").write_text("agency: health\n")
    (root / "submissions/link.yaml").symlink_to(target)

    assert ["RG103"] == codes(read_project(root))


def test_a_folder_of_submissions_elsewhere_is_refused(root: Path) -> None:
    """The folder itself must lie in the project too."""
    (root / "submissions").rename(root.parent / "elsewhere")
    (root / "submissions").symlink_to("../elsewhere")

    assert ["RG103"] == codes(read_project(root))


def test_a_pipe_does_not_hold_the_reader(root: Path) -> None:
    """A pipe with nobody at its other end is refused at once."""
    os.mkfifo(root / "submissions/pipe.yaml")

    assert ["RG102"] == codes(read_project(root))


@pytest.mark.parametrize(
    ("make", "reason", "hint"),
    [
        (lambda _: None, "it is not there", "check the name, and the folder where you are"),
        (lambda path: path.mkdir(), "it is a folder", "name the file in it, or put an ordinary file in its place"),
        (lambda path: path.symlink_to("x"), "it is a link that leads nowhere", "put the file itself in"),
        (lambda path: path.symlink_to(path.name), "it is a link that leads to itself", "put the file itself in"),
        (os.mkfifo, "it is a pipe or a device", "put an ordinary file in its place"),
    ],
)
def test_what_to_do_follows_from_why_a_file_cannot_be_read(
    tmp_path: Path, make: Callable[[Path], None], reason: str, hint: str
) -> None:
    """Nobody who typed a wrong name is told to close the file in other programs."""
    make(tmp_path / "report.docx")
    with pytest.raises(Refused) as refused:
        read_bytes(tmp_path / "report.docx", "report.docx", root=tmp_path, limit=10)

    found = refused.value.diagnostic
    assert ("RG102", f"the file cannot be read: {reason}") == (found.code, found.message)
    assert str(found.hint).startswith(hint)


def test_a_file_that_is_locked_is_to_be_closed() -> None:
    """Excel keeps others from reading a workbook that is open in it."""
    locked = unreadable(Place("health.xlsx"), PermissionError(errno.EACCES, "in use"))

    assert "close it in other programs, and give this account the right to read it" == locked.hint


def test_a_file_of_the_name_submissions_is_no_folder(root: Path) -> None:
    """The folder cannot be made until the file has another name, and the hint says so."""
    shutil.rmtree(root / "submissions")
    (root / "submissions").touch()
    (found,) = read_project(root).diagnostics

    assert ("RG102", True) == (found.code, "make a folder of this name" in str(found.hint))


def test_links_to_themselves_are_refused(root: Path) -> None:
    """A loop of links is told in words."""
    (root / "submissions/loop.yaml").symlink_to("loop.yaml")

    assert ["RG102"] == codes(read_project(root))


def test_unreadable_files_are_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without the right to read it is told in words; the system's refusal is feigned, as root may read all."""
    opened = os.open

    def refuse(path: str, *more: Any, **named: Any) -> int:
        if str(path).endswith("health.yaml"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path, *more, **named)

    monkeypatch.setattr(os, "open", refuse)

    assert ["RG102"] == codes(read_project(root))


@pytest.mark.parametrize("name", ["a\x1b[2Jb.yaml", "a\u202eb.yaml", "a\nb.yaml", "{x}.yaml", "..yaml", "%s.yaml"])
def test_hostile_names_do_not_matter(root: Path, name: str) -> None:
    """A file's name is never run, formatted or obeyed."""
    (root / "submissions" / name).write_text("agency: health\nextra: x\n")
    loaded = read_project(root)

    assert codes(loaded) == ([] if name.startswith(".") else ["RG201"])


def test_hostile_names_of_other_kinds_are_printed_harmlessly(root: Path) -> None:
    """A message shows what a terminal would obey as a code."""
    (root / "submissions/a\x1b[2J.doc").write_text("x")

    assert "a\\u001B[2J.doc" in read_project(root).diagnostics[0].message


def test_reading_changes_nothing(root: Path) -> None:
    """Inputs are as they were."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    read_project(root)

    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
