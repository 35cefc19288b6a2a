"""The one exception of narrative: a reference that cannot be written, as a code and the values of its wording."""

from reportgen.diagnostics.catalogue.narrative import MISFITS


class PhraseError(Exception):
    """A figure reference that gives no true sentence.

    Its words stand in the catalogue of diagnostics: the caller, who knows the place, turns it into one with
    `diagnose(error.code, place, **error.values)`.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Return the code and its values, for a developer's eyes."""
        return f"{self.code} {self.values}"


def misfit(key: str, name: str, reason: str) -> PhraseError:
    """Return the error for a filter that does not fit an indicator, for one of the reasons that the catalogue knows."""
    return PhraseError("RG405", key=key, filter=name, reason=MISFITS[reason])
