"""LibreOffice, as an agency uses it: a workbook goes in, what it is after opening and saving comes out."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def resaved(data: bytes, ending: str = "xlsx", given: str = "xlsx") -> bytes:
    """A workbook that LibreOffice has opened and saved.

    Args:
        data: the workbook.
        ending: of the format to save in, with a filter of LibreOffice behind a colon where it is not the usual one.
        given: the ending of the format that it is in.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        (folder / f"in/book.{given}").write_bytes(data)
        command = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(folder / "out"), str(folder / f"in/book.{given}")]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (folder / f"out/book.{ending.partition(':')[0]}").read_bytes()
