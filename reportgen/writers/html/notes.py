"""Notes in HTML: the mark in the text, and the note itself.

A footnote stands right behind its mark, and print moves it to the foot of the page; a note to a table stands below the
table in every medium. Marks at one place are separated by a raised comma (UN Editorial Manual, "Footnotes").
"""

from reportgen.document.tree import Note
from reportgen.writers.html.escaping import content


def comma(before: Note) -> str:
    """Return the comma between two marks at one place, set as the mark before it: raised, or on the line in a title."""
    is_of_title = before.mark is not None and not is_of_table(before)
    return f'<span class="call{" of-title" if is_of_title else ""}">,</span>'


def note_id(number: int, mark: str = "") -> str:
    """Return the id of a footnote by its number, or of a note to a table by the table's number and the mark."""
    return f"note:{number}:{mark}" if mark else f"note:{number}"


def call_id(number: int, mark: str = "") -> str:
    """Return the id of the place where a note is called, by the same."""
    return note_id(number, mark).replace("note", "call", 1)


def is_of_table(note: Note) -> bool:
    """Return whether a note stands below its table: it has a letter; the marks of the title are asterisks."""
    return note.mark is not None and note.mark.isalpha()


def footnote(note: Note, text: str) -> str:
    """Return the mark of a footnote and the note behind it.

    Args:
        note: the note.
        text: its text as HTML.
    """
    if note.mark is not None:
        mark = content(note.mark)
        return (
            f'<span class="call of-title">{mark}</span>'
            f'<span class="note" role="note"><span class="mark of-title">{mark} </span>{text}</span>'
        )
    number = note.number or 0
    here, there = note_id(number), call_id(number)
    return (
        f'<a class="call" id="{there}" href="#{here}" role="doc-noteref">{number}</a>'
        f'<span class="note" id="{here}" role="doc-footnote"><span class="mark">'
        f'<a href="#{there}" role="doc-backlink">{number}</a> </span>{text}</span>'
    )


def table_call(table: int, note: Note) -> str:
    """Return the letter of a note to a table, where it is called; the note leads back to its first call."""
    mark = content(note.mark or "")
    identity = f' id="{call_id(table, mark)}"' if note.children else ""
    return f'<a class="call"{identity} href="#{note_id(table, mark)}" role="doc-noteref">{mark}</a>'


def table_note(table: int, note: Note, text: str) -> str:
    """Return a note below its table."""
    mark = content(note.mark or "")
    back = f'<a class="call" href="#{call_id(table, mark)}" role="doc-backlink">{mark}</a>'
    return f'<p class="table-note" id="{note_id(table, mark)}">{back} {text}</p>\n'
