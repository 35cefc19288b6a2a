"""The files that a build writes beside its outputs where it is compared with an earlier document."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from reportgen.diagnostics import Diagnostic
from reportgen.files.refusal import Refused
from reportgen.results import Checked
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline
from reportgen.word.redline.sources import project_source, read_source
from reportgen.word.redline.summary import summarize, summary_data, summary_html, summary_text

AUTHOR = "reportgen"
"""Who makes tracked changes where nobody is named."""


def redline_files(
    earlier: Path, checked: Checked, timestamp: datetime | None
) -> tuple[Sequence[Diagnostic], Mapping[str, bytes]]:
    """Return what was found, and the redline with its summary as text, JSON and page, by file name.

    Args:
        earlier: the earlier Word file, as the user named it.
        checked: the project as it is built now.
        timestamp: the date of the changes; None: they have none, and moved paragraphs are deleted and inserted.
    """
    try:
        old = read_source(earlier)
    except Refused as refused:
        return (refused.diagnostic,), {}
    new = project_source(checked, None, old.draft.read)
    made = make_redline(old.draft, new.draft, Author(AUTHOR, timestamp))
    if not made.data:
        return made.diagnostics, {}
    name = new.stem
    summary = summarize(made, old, new)
    return made.diagnostics, {
        f"{name}-redline.docx": made.data,
        f"{name}-redline.txt": f"{summary_text(summary)}\n".encode(),
        f"{name}-redline.json": f"{json.dumps(summary_data(summary), ensure_ascii=False, indent=2)}\n".encode(),
        f"{name}-redline.html": summary_html(summary).encode(),
    }
