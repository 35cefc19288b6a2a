"""The library: its face is complete, typed and cheap to import, its page is true, and it works in memory alone."""

import datetime as dt
import doctest
import inspect
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen
from reportgen import api, build, check, load
from reportgen.pipeline import EARLIEST

ROOT = Path(__file__).parent.parent
MINIMAL = ROOT / "examples" / "minimal"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal example, copied, with its parent as the working directory."""
    folder = tmp_path / "examples" / "minimal"
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("build"))
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_examples_of_the_page_print_what_it_says(project: Path) -> None:
    """docs/library.md is run as it stands, in a folder that holds `examples/minimal`."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(page, {}, "library.md", None, 0)

    assert len(examples.examples) > 10
    assert 0 == doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(examples).failed, project


def test_the_face_is_what_the_package_lists() -> None:
    """`reportgen.__all__` and the library agree, every name is there, and others are no attributes."""
    assert sorted(api.__all__) == sorted(reportgen.__all__)
    assert all(getattr(reportgen, name) is getattr(api, name) for name in reportgen.__all__)
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = reportgen.bild


@pytest.mark.parametrize("name", ["build", "check", "load"])
def test_functions_are_typed_and_documented(name: str) -> None:
    """Every parameter has a type and stands in the docstring; the result has a type."""
    function = getattr(reportgen, name)
    signature = inspect.signature(function)

    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty
        assert f"        {parameter.name}: " in inspect.getsource(function)
    assert (ROOT / "reportgen" / "py.typed").is_file()


def test_importing_the_package_loads_nothing_else() -> None:
    """`import reportgen` loads no module of the package and no library; asking for a name does."""
    code = "import sys, reportgen; before = sorted(name for name in sys.modules if name.startswith('reportgen'))\n"
    code += "print(before, 'pydantic' in sys.modules); reportgen.check; print('pydantic' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "['reportgen'] False\nTrue\n" == printed


def test_nothing_is_printed_written_or_read_from_the_environment(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build leaves the folder as it was, and the date of `SOURCE_DATE_EPOCH` out of the documents."""
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    first = build(project).files
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert first == build(str(project)).files
    assert before == {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    assert ("", "") == capfd.readouterr()


def test_a_folder_that_is_not_there_is_a_diagnostic() -> None:
    """All three say so, and none raises."""
    found = [load("nowhere").diagnostics, check("nowhere").diagnostics, build("nowhere").diagnostics]

    assert [["RG116"]] * 3 == [[problem.code for problem in diagnostics] for diagnostics in found]
    assert {} == build("nowhere").files


def test_formats_and_timestamps_are_looked_at() -> None:
    """An unknown format, a time without a zone and one before 1980 are errors of the caller; 1980 itself is none."""
    with pytest.raises(ValueError, match="unknown format 'DOCX'"):
        build("nowhere", ["docx", "DOCX"])  # type: ignore[list-item] # what is refused
    for wrong in (EARLIEST.replace(tzinfo=None), EARLIEST - dt.timedelta(seconds=1)):
        with pytest.raises(ValueError, match="time zone"):
            build("nowhere", timestamp=wrong)
    assert build("nowhere", timestamp=EARLIEST).failed


def test_strict_and_final_refuse_as_the_commands_do(project: Path) -> None:
    """A reply that is awaited is a warning, an error when strict, and stops a final build; a draft is made."""
    (project / "submissions").rename(project / "kept")
    (project / "submissions").mkdir()

    assert not check(project).failed
    assert check(project, strict=True).failed
    assert build(project).files
    assert {} == build(project, final=True).files
