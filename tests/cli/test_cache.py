"""`build --cache`: what it gives is what a clean build gives, whatever happened before, and whoever wrote into it."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from cli.test_watching import EDITS
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from project import JUSTICE, REPORT, make_project

from reportgen.cli import building, cache, circumstances
from reportgen.cli.building import Made, Wanted, build_one
from reportgen.cli.main import cli
from reportgen.cli.printing import Printer
from reportgen.files.sealed import SealedFolder
from reportgen.pipeline import build_project

WANTED = Wanted(("html", "docx"), cache=True)
"""What is asked for, with the cache."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of state of the account, which is not that of who runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that were really built, in their order."""
    done: list[Path] = []

    def build(root: Path, *arguments: object, **named: object) -> object:
        done.append(root)
        return build_project(root, *arguments, **named)  # type: ignore[arg-type] # as it is called

    monkeypatch.setattr(building, "build_project", build)
    return done


def make(project: Path, wanted: Wanted = WANTED) -> tuple[Made, dict[str, bytes]]:
    """What a build gives, and what stands in the folder of outputs then."""
    diagnostics, facts, lines = build_one(project, wanted, Printer("text", "quiet"))
    return (diagnostics, facts, list(lines)), {file.name: file.read_bytes() for file in (project / "build").glob("*")}


def kept(project: Path) -> list[Path]:
    """The files of the cache, in the order in which they were kept: of each build, what `verify` reads comes last."""
    return sorted((project / ".reportgen" / "cache").glob("*"), key=lambda file: file.stat().st_mtime_ns)


def test_the_second_build_is_given_back(tmp_path: Path, built: list[Path]) -> None:
    """All of it: outputs, what was found, both summaries; also where the outputs are gone."""
    project = make_project(tmp_path / "p")
    first = make(project)
    for file in (project / "build").iterdir():
        file.unlink()

    assert first == make(project)
    assert 1 == len(built)
    assert first == make(project, replace(WANTED, cache=False))
    assert 2 == len(built)


def test_a_build_whose_outputs_go_elsewhere_is_kept_as_well(tmp_path: Path, built: list[Path]) -> None:
    """The project is not locked for it and may have nothing of ours; what is kept is passed over by version control."""
    project = make_project(tmp_path / "p")
    wanted = replace(WANTED, out=tmp_path / "out")
    made = [build_one(project, wanted, Printer("text", "quiet"))[:2] for _ in range(2)]

    assert made[0] == made[1]
    assert 1 == len(built)
    assert 2 == len(kept(project))
    assert (project / ".reportgen" / ".gitignore").is_file()


@settings(max_examples=10, deadline=None)
@given(edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 3)), min_size=1, max_size=5))
def test_after_any_edits_all_is_as_a_clean_build_gives_it(edits: list[tuple[str, int]]) -> None:
    """Built twice after each edit, so that what is given back is looked at as well as what is kept."""
    with TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_STATE_HOME": folder}):
        project = make_project(Path(folder) / "p")
        for name, number in [("back", 0), *edits]:
            EDITS[name](project, number)
            once, twice = make(project), make(project)
            clean = make(project, replace(WANTED, cache=False))
            assert once == twice == clean


@pytest.mark.parametrize(
    "wanted",
    [
        replace(WANTED, formats=("html",)),
        replace(WANTED, formats=("docx", "html")),
        replace(WANTED, strict=True),
        replace(WANTED, pdf_engine="typst"),
        replace(WANTED, out=Path("elsewhere")),
    ],
)
def test_another_call_is_another_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: list[Path], wanted: Wanted
) -> None:
    """Each of its settings counts."""
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path / "p")
    make(project)
    make(project, wanted)

    assert 2 == len(built)


def test_the_date_of_the_outputs_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is written into the files."""
    project = make_project(tmp_path / "p")
    manifests = []
    for epoch in ("1700000000", "1700086400", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert 0 == _run("build", project, "--to", "docx", "--cache").exit_code
        manifests.append(json.loads((project / "build" / "manifest.json").read_bytes())["timestamp"])

    assert ["2023-11-14", "2023-11-15", "2023-11-14"] == [str(one)[:10] for one in manifests]
    assert 2 + 1 == len(kept(project))  # what verify compares with has no date


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)


def test_another_program_is_another_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: list[Path]) -> None:
    """Its bytes count, not only the version that it gives itself; and so do the names of what is installed."""
    project = make_project(tmp_path / "p")
    make(project)
    real = circumstances.describe_program()
    monkeypatch.setattr(cache, "describe_program", lambda: (*real, "more"))
    make(project)

    assert 2 == len(built)
    assert any(line.startswith("cli/cache.py ") for line in real)
    assert any(line.startswith("un/report.html.j2 ") for line in real)
    assert any(line.startswith("pydantic-") for line in real)


@pytest.mark.parametrize("has_pdf", [True, False])
def test_the_computer_counts_for_a_pdf_alone(monkeypatch: pytest.MonkeyPatch, *, has_pdf: bool, tmp_path: Path) -> None:
    """Another font may give other pages; where fonts may be looked for elsewhere, nothing is known."""
    project = make_project(tmp_path / "p")

    def key() -> str | None:
        return cache.BuildCache(project, (), has_pdf=has_pdf).key

    monkeypatch.setattr(cache, "describe_machine", lambda: ["one"])
    first = key()
    monkeypatch.setattr(cache, "describe_machine", lambda: ["other"])
    assert has_pdf == (first != key())
    monkeypatch.undo()
    monkeypatch.setenv("FONTCONFIG_FILE", "/x")
    assert has_pdf == (key() is None)


def test_fonts_behind_a_link_are_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fontconfig goes into linked folders: what stands there is used, and not told, so nothing is kept."""
    fonts = tmp_path / "fonts"
    (tmp_path / "elsewhere").mkdir()
    fonts.mkdir()
    monkeypatch.setattr(circumstances, "FONTS", (str(fonts),))
    monkeypatch.setattr(circumstances, "FONT_SETTINGS", ())

    assert circumstances.describe_machine() is not None
    (fonts / "link").symlink_to(tmp_path / "elsewhere")
    assert circumstances.describe_machine() is None


def test_a_new_font_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in a folder that the settings of fontconfig name."""
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "fonts.conf").write_text(f"<dir>{tmp_path}/fonts</dir>")
    (tmp_path / "fonts" / "deep").mkdir(parents=True)
    for name in [name for name in os.environ if name.startswith(("XDG_", "FONTCONFIG", "LD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(circumstances, "FONT_SETTINGS", (str(tmp_path / "conf"),))
    monkeypatch.setattr(circumstances, "FONTS", ())
    monkeypatch.setattr(circumstances, "LIBRARIES", tmp_path / "conf" / "fonts.conf")
    before = circumstances.describe_machine()
    (tmp_path / "fonts" / "deep" / "a.ttf").write_bytes(b"1")
    after = circumstances.describe_machine()

    assert before is not None
    assert after is not None
    assert [f"{tmp_path}/fonts/deep/a.ttf"] == [line.split()[0] for line in after if line not in before]


# ---- what is never kept ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"final": True}, {"earlier": Path("none.docx")}])
def test_what_leaves_is_always_made_anew(tmp_path: Path, built: list[Path], change: dict[str, object]) -> None:
    """A final report is never one that was kept; nor are changes against another file."""
    project = make_project(tmp_path / "p")
    make(project, replace(WANTED, **change))

    assert [] == kept(project)
    assert 1 == len(built)


def _link(project: Path) -> None:
    (project / "more").symlink_to(project / "report.yaml")


def _reference(project: Path) -> None:
    make(project, replace(WANTED, cache=False))
    text = REPORT + "layout: {reference: x/../build/CCPR-C-ARC-2.docx}\n"
    (project / "report.yaml").write_text(text, encoding="utf-8")


def _error(project: Path) -> None:
    (project / "submissions" / "justice.yaml").write_text(JUSTICE.replace("victims |", "victms |"), encoding="utf-8")


def _cache_that_is_a_link(project: Path) -> None:
    (project / ".reportgen").mkdir()
    (project.parent / "elsewhere").mkdir()
    (project / ".reportgen" / "cache").symlink_to(project.parent / "elsewhere")


def _state_that_is_a_link(project: Path) -> None:
    (project.parent / "elsewhere").mkdir()
    (project / ".reportgen").symlink_to(project.parent / "elsewhere")


@pytest.mark.parametrize("prepare", [_link, _reference, _error, _cache_that_is_a_link])
def test_what_cannot_be_told_is_not_kept(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    """A link, a file of the outputs that is read, errors; and nothing is written where a link leads."""
    project = make_project(tmp_path / "p")
    prepare(project)
    make(project)

    assert [] == kept(project)


def test_nothing_is_kept_where_the_folder_of_ours_is_a_link(tmp_path: Path) -> None:
    """Also where the outputs go elsewhere, and the project is not locked."""
    project = make_project(tmp_path / "p")
    _state_that_is_a_link(project)
    build_one(project, replace(WANTED, out=tmp_path / "out"), Printer("text", "quiet"))

    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_the_computer_of_an_account_without_a_home_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its fonts cannot be told."""
    for name in [one for one in os.environ if one.startswith(("FONTCONFIG", "XDG_CONFIG", "XDG_DATA", "LD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(Path, "expanduser", lambda _: (_ for _ in ()).throw(RuntimeError("no home")))

    assert circumstances.describe_machine() is None


@pytest.mark.parametrize("back", [True, False])
def test_a_project_that_changed_meanwhile_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, back: bool
) -> None:
    """Also where the change was taken back: the build may have read either."""
    project = make_project(tmp_path / "p")
    file = project / "submissions" / "justice.yaml"

    def build(*arguments: object, **named: object) -> object:
        file.write_text(JUSTICE.replace("348", "349"), encoding="utf-8")
        made = build_project(*arguments, **named)  # type: ignore[arg-type] # as it is called
        if back:
            file.write_text(JUSTICE, encoding="utf-8")
        return made

    monkeypatch.setattr(building, "build_project", build)
    make(project)

    assert [] == kept(project)


# ---- who writes into it, and how much -----------------------------------------------------------------------------


def _forged(data: bytes, _: str) -> bytes:
    return data.replace(b"348", b"999")


def _by_another_account(data: bytes, name: str) -> bytes:
    with TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_STATE_HOME": folder}):
        SealedFolder(Path(folder), len(data)).put(name, data[32:].replace(b"348", b"999"))
        return Path(folder, name).read_bytes()


@pytest.mark.parametrize(
    "change", [_forged, _by_another_account, lambda data, _: data[:-1], lambda *_: b"", lambda *_: b"x"]
)
def test_what_another_hand_wrote_counts_for_nothing(
    tmp_path: Path, built: list[Path], change: Callable[[bytes, str], bytes]
) -> None:
    """A project goes through many hands: a figure is never printed because a file says that it was kept."""
    project = make_project(tmp_path / "p")
    first = make(project)
    file, _ = kept(project)
    file.write_bytes(change(file.read_bytes(), file.name))

    assert first == make(project)
    assert 2 == len(built)
    assert first == make(project)
    assert 2 == len(built)


def test_without_a_secret_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the account has no place for it, the build is made all the same."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    project = make_project(tmp_path / "p")

    assert make(project) == make(project)
    assert [] == kept(project)


def test_the_cache_may_be_taken_away(tmp_path: Path, built: list[Path]) -> None:
    """Then all is built once more."""
    project = make_project(tmp_path / "p")
    first = make(project)
    for file in kept(project):
        file.unlink()
    (project / ".reportgen" / "cache").rmdir()

    assert first == make(project)
    assert 2 == len(built)
