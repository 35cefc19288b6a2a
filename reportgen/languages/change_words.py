"""Changes in plain words: doubled, nearly halved, by one third. A table a language, one mechanism for all."""

from collections.abc import Mapping

from msgspec import Struct

Fraction = tuple[int, int]
Forms = Mapping[Fraction, str]


class ChangeWords(Struct, frozen=True, kw_only=True):
    """The words of a language; the keys of `near`, `multiplied` and `by` are `exactly`, `nearly` and `more than`."""

    multiples: Mapping[int, str] = {}
    """Verbs for a rise to so many times."""
    divisions: Mapping[int, str] = {}
    """Verbs for a fall to one of so many parts."""
    multiplied: Mapping[str, str] = {}
    """{verb}; what is not here is told in another way."""
    fractions: Forms
    """By themselves: {name}."""
    after_of: Forms = {}
    """As they stand after "of", where that is another form: {of}."""
    after_by: Forms = {}
    """As they stand after "by": {by}."""
    near: Mapping[str, str]
    """{name} {of}"""
    by: Mapping[str, str]
    """{name} {of} {by}: the same after a verb of change."""

    def multiple(self, times: int, how: str, *, rises: bool) -> str | None:
        """Return `more than doubled`, `nearly halved`; None where there is no such verb."""
        verb = (self.multiples if rises else self.divisions).get(times)
        return self.multiplied[how].format(verb=verb) if verb and how in self.multiplied else None

    def fraction(self, of: Fraction, how: str) -> str:
        """Return `one third`, `nearly half`."""
        return self._filled(self.near[how], of)

    def by_fraction(self, of: Fraction, how: str) -> str:
        """Return `by one third`, after a verb."""
        return self._filled(self.by[how], of)

    def _filled(self, pattern: str, of: Fraction) -> str:
        return pattern.format(name=self.fractions[of], of=self.after_of.get(of), by=self.after_by.get(of))
