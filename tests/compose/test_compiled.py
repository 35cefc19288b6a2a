"""Compiled templates: kept for the shipped ones alone, used while they are made from the same, and never folded."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.environment import Template

from reportgen.compose.environment import SUFFIX, FolderLoader, build_environment, shipped_templates
from reportgen.sentences import FILTERS

SHIPPED = sorted(path.name for path in shipped_templates().glob(f"*{SUFFIX}"))
NAME = "part.html.j2"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of this test's own where Python, and so we, keep compiled code."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that were compiled, as they are."""
    files: list[str] = []
    compile_ = Environment._compile  # noqa: SLF001 - where Jinja compiles, whatever asked for it

    def spied(self: Environment, source: str, filename: str) -> object:
        files.append(filename)
        return compile_(self, source, filename)

    monkeypatch.setattr(Environment, "_compile", spied)
    return files


def load(name: str = NAME, project: Path | None = None, **filters: Callable[..., object]) -> Template:
    """Load a template as a new run does."""
    every: dict[str, Callable[..., object]] = dict.fromkeys([*FILTERS, "ordinal", "date", "listed"], _never)
    return build_environment(FolderLoader(project), {**every, **filters}, {}).get_template(name)


def _never(*_arguments: object, **_named: object) -> object:
    raise AssertionError("a filter was called while a template was compiled")


def files_in(folder: Path) -> list[Path]:
    """Return the compiled templates below a folder, in which Python keeps its modules as well."""
    return sorted(folder.rglob("*.j2.*"))


def test_a_shipped_template_is_compiled_once(kept: Path, compiled: list[str]) -> None:
    """And a later run has the same code."""
    first = load()
    again = load()

    assert compiled == [f"templates/un/{NAME}"]
    assert [path.name for path in files_in(kept)] == [f"part.html.j2.{sys.implementation.cache_tag}.pyc"]
    assert first.root_render_func.__code__ == again.root_render_func.__code__


def test_what_it_is_called_by_belongs_to_it(kept: Path, compiled: list[str]) -> None:
    """`un/part.html.j2` is the same file under another name, which the code holds."""
    assert NAME == load().name
    assert f"un/{NAME}" == load(f"un/{NAME}").name
    assert 2 == len(compiled) == len(files_in(kept))


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_file_is_as_good_as_none(kept: Path, compiled: list[str], at: int) -> None:
    """Whether the digest of what it was made from, that of the code, or the code was changed."""
    load()
    (file,) = files_in(kept)
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)

    load()
    assert 2 == len(compiled)
    load()
    assert 2 == len(compiled)


@pytest.mark.parametrize("data", [b"", b"\0" * 63, b"\0" * 64])
def test_a_file_cut_off_is_as_good_as_none(kept: Path, compiled: list[str], data: bytes) -> None:
    """It is written anew."""
    load()
    files_in(kept)[0].write_bytes(data)

    load()
    assert 2 == len(compiled)


def test_other_filters_make_other_code(kept: Path, compiled: list[str]) -> None:
    """Jinja looks for them while it compiles."""
    load()
    load(another=str)
    assert 2 == len(compiled)
    assert 1 == len(files_in(kept))


def test_another_release_of_jinja_compiles_anew(
    kept: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its runtime expects of the code may be something else."""
    load()
    monkeypatch.setattr("jinja2.__version__", "99.0")
    load()
    assert 2 == len(compiled)
    assert 1 == len(files_in(kept))


def test_a_changed_template_is_compiled_anew(kept: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its whole text counts, not its time."""
    load()
    source = FolderLoader.get_source

    def changed(self: FolderLoader, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        text, file, is_current = source(self, environment, template)
        return f"{text} ", file, is_current

    monkeypatch.setattr(FolderLoader, "get_source", changed)
    load()
    assert 2 == len(compiled)
    assert 1 == len(files_in(kept))


def test_a_template_of_the_project_is_never_kept(tmp_path: Path, kept: Path, compiled: list[str]) -> None:
    """Not even where it has the name of a shipped one, or its folder the name of ours."""
    own = tmp_path / "templates"
    own.mkdir()
    (own / NAME).write_text("<p>ours</p>", encoding="utf-8")

    for _ in range(2):
        assert "ours" in load(project=own).render()
    assert [(own / NAME).as_posix()] * 2 == compiled
    assert [] == files_in(kept)


def test_it_is_kept_where_python_keeps_code_alone(
    kept: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -B` writes nothing."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load()
    assert 1 == len(compiled)
    assert [] == files_in(kept)


def test_a_folder_that_cannot_be_written_does_no_harm(kept: Path, compiled: list[str]) -> None:
    """As with an installation of the system's."""
    kept.write_text("a file where the folder would be", encoding="utf-8")
    load()
    load()
    assert 2 == len(compiled)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.usefixtures("kept")
def test_no_filter_of_ours_runs_while_a_template_is_compiled(name: str) -> None:
    """Jinja works out `"2026-01-01" | date` once, and the code would hold the words of one language."""
    assert isinstance(load(name), Template)
