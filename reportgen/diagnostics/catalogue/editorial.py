"""What the editorial rules of the United Nations say of a text."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
