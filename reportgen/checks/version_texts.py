"""The versions of one report compared: each text says the same in every language, as far as that can be counted.

What differs between two versions is text, since everything else stands once. Of two texts are compared the paragraphs,
the observations that they refer to, and the numbers that were typed.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.checks.finding import Finding
from reportgen.checks.number_forms import has_scale, typed_numbers
from reportgen.compose.markdown import parse_markdown
from reportgen.compose.references import Expression, evaluate, split_references
from reportgen.compose.text_blocks import Quote, TextList
from reportgen.diagnostics import Path
from reportgen.languages.language import NAMES
from reportgen.model import Merged, Report
from reportgen.model.base import Model
from reportgen.model.indicators import label_of
from reportgen.sentences import Narrator, Phrase, PhraseError
from reportgen.sentences.realise import text_of

_CERTAIN = 100
"""From here on a number stands in figures in all languages; a smaller one may be a word, or a month, in one of them."""
_YEAR = 4
"""Digits of a year."""
_SHOWN = 4


class Version(Struct, frozen=True):
    """A version of a report."""

    report: Report
    merged: Merged

    @property
    def language(self) -> str:
        """The English name of its language."""
        return NAMES[self.report.settings.language]


def compare_versions(built: Version, others: Iterable[Version]) -> Iterator[Finding]:
    """Yield where the texts of a version do not say what those of another say.

    Args:
        built: the version that is checked; what is found stands at its texts.
        others: the versions that it is compared with.
    """
    for other in others:
        comparison = _Comparison(built, other, _narrator(built), _narrator(other))
        for path, here, there in _texts(
            built.report.model_dump(warnings=False), other.report.model_dump(warnings=False)
        ):
            yield from comparison.compare(path, here, there)


def _narrator(version: Version) -> Narrator:
    return Narrator(version.merged.indicators, version.report.settings.language)


def _texts(here: object, there: object, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield every text that two versions have at the same path, and that is not the same."""
    if isinstance(here, str) and isinstance(there, str):
        if here != there and path[:2] != ("settings", "language"):
            yield path, here, there
    elif isinstance(here, Mapping | Model) and isinstance(there, Mapping | Model):
        others = dict(there)
        for key, value in dict(here).items():
            yield from _texts(value, others.get(key), (*path, str(key)))
    elif isinstance(here, list | tuple) and isinstance(there, list | tuple):
        for place, (one, other) in enumerate(zip(here, there, strict=False)):
            yield from _texts(one, other, (*path, place))


class _Comparison(Struct, frozen=True):
    """Two versions, and who works out their references."""

    built: Version
    other: Version
    here: Narrator
    there: Narrator

    def compare(self, path: Path, here: str, there: str) -> Iterator[Finding]:
        """Yield what the two texts at a path do not have in common."""
        languages = {"language": self.built.language, "other": self.other.language}
        if path[0] == "submissions" and path[-1] == "text":
            one, two = _paragraphs(here), _paragraphs(there)
            if len(one) != len(two):
                yield Finding("RG379", path, languages | {"count": len(one), "others": len(two)})
            yield from self._figures(path, here, there, languages)
        ours, theirs = self._numbers(here, there)
        if ours or theirs:
            yield Finding("RG381", path, languages | {"here": _listed(ours), "there": _listed(theirs)})

    def _numbers(self, here: str, there: str) -> tuple[list[str], list[str]]:
        """Return the numbers that were typed into one of two texts and stand nowhere in the other."""
        printed = (_printed(here, self.here), _printed(there, self.there))
        by_scale = any(map(has_scale, printed))
        ours, theirs, all_ours, all_theirs = (
            typed_numbers(text, by_scale=by_scale) for text in (_typed(here), _typed(there), *printed)
        )
        only_here, only_there = _lacking(ours, all_theirs), _lacking(theirs, all_ours)
        return _certain(only_here, only_there), _certain(only_there, only_here)

    def _figures(self, path: Path, here: str, there: str, languages: Mapping[str, str]) -> Iterator[Finding]:
        """Yield RG380 where one of two texts refers to figures to which the other does not."""
        ours, theirs = _observations(here, self.here), _observations(there, self.there)
        if ours is None or theirs is None or ours == theirs:
            return  # a reference that cannot be worked out is told of by its own version
        values = {"here": self._named(ours - theirs), "there": self._named(theirs - ours)}
        yield Finding("RG380", path, dict(languages) | values)

    def _named(self, observations: set[tuple[str, int | None, str]]) -> str:
        """Return observations by their labels: `complaints of torture, 2023`."""
        return _listed([self._label(key, part, period) for key, part, period in sorted(observations, key=str)])

    def _label(self, key: str, part: int | None, period: str) -> str:
        indicator = self.built.merged.indicators[key]
        of_part = "" if part is None else f" ({indicator.breakdown[part].name})"
        return f"{label_of(indicator, key)}{of_part}, {period}"


def _paragraphs(text: str) -> list[object]:
    """Return the paragraphs and tables of a text, which take the numbers that references say."""
    marks = [
        segment.text if segment.meaning is None and segment.problem is None else "x"
        for segment in split_references(text)
    ]
    blocks = parse_markdown("".join(marks), ()).blocks
    return [block for block in blocks if not isinstance(block, TextList | Quote)]


def _observations(text: str, narrator: Narrator) -> set[tuple[str, int | None, str]] | None:
    """Return what a text refers to: indicator, part and period; None where a reference cannot be worked out."""
    found: set[tuple[str, int | None, str]] = set()
    for segment in split_references(text):
        if segment.problem is not None:
            return None
        if isinstance(segment.meaning, Expression):
            made = evaluate(segment.meaning, narrator)
            if not isinstance(made, Phrase):
                return None
            sources = [source for token in made.tokens for source in token.sources]
            found |= {(source.indicator, source.part, str(period)) for source in sources for period in source.periods}
    return found


def _typed(text: str) -> str:
    """Return what was typed of a text: all but its references."""
    return " ; ".join(segment.text for segment in split_references(text) if segment.meaning is None)


def _printed(text: str, narrator: Narrator) -> str:
    """Return a text with its references written out, as far as they can be."""
    parts: list[str | Phrase] = []
    for segment in split_references(text):
        made = evaluate(segment.meaning, narrator) if isinstance(segment.meaning, Expression) else segment.text
        parts += [made] if isinstance(made, str | Phrase) else []
    try:
        realised = narrator.realise(parts)
    except PhraseError:
        return _typed(text)
    return text_of(realised)


def _lacking(typed: Mapping[str, str], printed: Mapping[str, str]) -> dict[str, str]:
    """Return the numbers of one text that do not stand in another, in whatever scale."""
    digits = {digits for value, digits in printed.items() if digits and value not in typed}
    return {value: own for value, own in typed.items() if value not in printed and own not in digits}


def _certain(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Return numbers of one text that the other lacks, without those that it may write otherwise.

    Args:
        here: the numbers that stand in one text alone.
        there: those that stand in the other alone: where it has none, a small one of these may be a word in it, and so
            may a small number of thousands or of millions.
    """
    has_exact, has_scaled = not all(there.values()), any(there.values())
    exact = [value for value, digits in here.items() if not digits and (has_exact or float(value) >= _CERTAIN)]
    exact = [one for one in exact if not any(_is_year_of(one, other) or _is_year_of(other, one) for other in there)]
    scaled = [value for value, digits in here.items() if digits and (has_scaled or int(digits) >= _CERTAIN)]
    return sorted(exact) + sorted(scaled)


def _is_year_of(short: str, year: str) -> bool:
    """Return whether a number is the end of a year: `90-е годы`, “the 1990s”."""
    return len(short) < len(year) == _YEAR and year.endswith(short)


def _listed(words: Iterable[str]) -> str:
    """Return the first of some words, for a message."""
    known = list(words)
    return ("; ".join(known[:_SHOWN]) + ("; …" if len(known) > _SHOWN else "")) or "none"
