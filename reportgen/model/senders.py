"""Who sends files: agencies and their departments, by the codes that their files are called by."""

from msgspec import Struct


def sender_code(agency: str, department: str | None) -> str:
    """Return what the files of a sender are called: `justice`, `justice.courts`."""
    return agency if department is None else f"{agency}.{department}"


def split_sender(code: str) -> tuple[str, str | None]:
    """Return the codes of the agency and of the department, if any, of a sender."""
    agency, _, department = code.partition(".")
    return agency, department or None


class Sender(Struct, frozen=True):
    """Who sends a file: an agency as a whole, or one of its departments."""

    agency: str
    department: str | None
    name: str
    """As messages and lists call it."""

    @property
    def code(self) -> str:
        """Return what its files are called: `justice`, `justice.courts`."""
        return sender_code(self.agency, self.department)
