"""Problems of the stage: compose."""

from reportgen.diagnostics.catalogue.entry import Entry
from reportgen.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

ENTRIES: tuple[Entry, ...] = ()
