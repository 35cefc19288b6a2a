"""Marks of typesetting in cells: raised, lowered and struck-out characters.

In a figure a raised “1” is the mark of a note and no digit. In a text it is kept, as light Markdown or as a character
of Unicode. What is struck out was given up by its author and must not be printed, nor be left out without a word.
"""

from reportgen.diagnostics import Place, diagnose
from reportgen.files.findings import Findings
from reportgen.project.cells import SheetCell
from reportgen.project.rich import as_characters, as_markdown, raised, struck


def is_marked_figure(cell: SheetCell, here: Place, note: str, found: Findings) -> bool:
    """Return whether a figure has marks that keep it from being read, and add what they are to `found`.

    Args:
        cell: of the figure.
        here: its place.
        note: where a note to the figure belongs, in words.
        found: gets the diagnostic.
    """
    if not cell.runs:
        return False
    if text := struck(cell.runs):
        found.append(diagnose("RG188", here, text=text))
        return True
    mark = raised(cell.runs)
    if mark is None:
        return False
    rest = "".join(run.text for run in cell.runs if not (run.mark and run.mark.raised)).strip()
    whole = "".join(run.text for run in cell.runs)
    found.append(diagnose("RG189", here, text=whole, number=rest or whole, mark=mark.text.strip(), column=note))
    return True


def marked_text(cell: SheetCell, here: Place, found: Findings, *, is_markdown: bool) -> str | None:
    """Return the words of a cell with raised and lowered characters, or None where they cannot be printed.

    Args:
        cell: of text, none of which is struck out.
        here: its place.
        found: gets what is wrong with it.
        is_markdown: whether the text is read as light Markdown; else it is printed as it stands.
    """
    if is_markdown:
        return as_markdown(cell.runs)
    written = as_characters(cell.runs)
    mark = raised(cell.runs)
    if written is None and mark is not None:
        found.append(diagnose("RG195", here, text=mark.text.strip()))
    return written
