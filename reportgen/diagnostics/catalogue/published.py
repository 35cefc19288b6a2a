"""Problems of published documents: reading them, importing them, verifying an edited one."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
