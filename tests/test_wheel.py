"""The wheel: it carries the templates and all other files that the tool needs, and needs no checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_a_project_is_built_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """In another folder, with only the wheel on the path, the example becomes a DOCX and an HTML page."""
    shutil.copytree(ROOT / "examples" / "minimal", tmp_path / "minimal", ignore=shutil.ignore_patterns("build"))
    ended = subprocess.run(
        [sys.executable, "-m", "reportgen", "build", "minimal", "--to", "docx,html"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )

    assert 0 == ended.returncode, ended.stdout + ended.stderr
    assert {"CCPR-C-ARC-2.docx", "CCPR-C-ARC-2.html", "manifest.json"} == {
        path.name for path in (tmp_path / "minimal" / "build").iterdir()
    }


def test_the_wheel_writes_workbooks(installed: Path, tmp_path: Path) -> None:
    """The words of agencies' workbooks come with it."""
    shutil.copytree(ROOT / "examples" / "minimal", tmp_path / "minimal", ignore=shutil.ignore_patterns("build"))
    ended = subprocess.run(
        [sys.executable, "-m", "reportgen", "workbooks", "minimal"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )

    assert 0 == ended.returncode, ended.stdout + ended.stderr
    assert {"interior.xlsx", "justice.xlsx"} == {
        path.name for path in (tmp_path / "minimal" / "build" / "workbooks").iterdir()
    }


def test_the_wheel_explains_codes(installed: Path, tmp_path: Path) -> None:
    """The page of codes comes with it."""
    ended = subprocess.run(
        [sys.executable, "-m", "reportgen", "explain", "RG301"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )

    assert "Example: complaints: 8" in ended.stdout, ended.stdout + ended.stderr


def test_the_wheel_is_what_ran(installed: Path) -> None:
    """The package and its templates were taken from the wheel, not from the checkout."""
    code = "import reportgen.compose.environment as e; print(e.__file__); print(e.shipped_templates())"
    printed = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    ).stdout

    assert all(line.startswith(str(installed)) for line in printed.splitlines())


def test_every_file_of_the_package_is_in_the_wheel(installed: Path) -> None:
    """Style sheets, templates, widths of letters and the marker for types among them."""
    suffixes = {".py", ".css", ".xml", ".j2", ".typed", ".yaml", ".json", ".txt"}
    package = {path.relative_to(ROOT) for path in (ROOT / "reportgen").rglob("*") if path.suffix in suffixes}
    shipped = (path for path in (ROOT / "templates").rglob("*.*") if path.suffix != ".pyc")
    package |= {Path("reportgen") / path.relative_to(ROOT) for path in shipped}

    assert set() == {path for path in package if not (installed / path).exists()}
