"""A report as it comes back from Word, to verify: that of a project, with a word changed in every tenth paragraph.

    python benchmarks/edited.py PROJECT FILE.docx

No figure is changed, so that the command ends with 0.
"""

import re
import sys
import zipfile
from io import BytesIO
from itertools import count
from pathlib import Path

from reportgen.pipeline import build_project

_BODY = "word/document.xml"
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_EDITED_EVERY = 10


def edited(project: Path) -> bytes:
    """Return the Word file of a project, edited."""
    built = next(data for name, data in build_project(project, ["docx"]).files.items() if name.endswith(".docx"))
    numbers = count()

    def change(paragraph: re.Match[bytes]) -> bytes:
        if next(numbers) % _EDITED_EVERY:
            return paragraph[0]
        return paragraph[0].replace(b" the ", b" each ", 1)

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(built)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            data = before.read(entry)
            after.writestr(entry, _PARAGRAPH.sub(change, data) if entry.filename == _BODY else data)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(edited(Path(sys.argv[1])))
