"""Texts in several languages: of `label: {ru: Жалобы, en: Complaints}`, the one of the version that is built is read.

A text may stand as a mapping of language codes wherever a file in YAML holds text. What lacks is named, never dropped.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose
from reportgen.languages.language import LANGUAGES, NAMES
from reportgen.project.yaml import ReadYaml

_TEXTS = {
    "label",
    "text",
    "title",
    "name",
    "in_text",
    "note",
    "reason",
    "source",
    "session",
    "title_notes",
    "questions",
}
"""Fields that hold words, and so must be in every language; also `unit`, where it is a noun."""
_SYMBOL = 3
"""Letters of a currency that is written in the same way in all languages: `EUR`, `T`."""
_PLURALS = {"labels": "label", "texts": "text"}
"""What a field of texts in several languages may be called too."""


class Languages(Struct, frozen=True):
    """The languages of a project."""

    main: str
    built: str
    others: tuple[str, ...] = ()
    """The other languages in which every text must stand."""

    @property
    def is_main(self) -> bool:
        """Return whether the version that is built is that of the language of the project."""
        return self.built == self.main

    @property
    def compared(self) -> tuple[str, ...]:
        """The languages with whose texts those of the version that is built are compared."""
        return self.others if self.is_main else (self.main,)

    def unasked(self) -> "Languages":
        """Return the same for files in which nothing has to be in every language."""
        return replace(self, main=self.built, others=())


def find_versions(fields: dict[str, Any], wanted: str | None) -> Languages:
    """Return the languages of a project.

    Args:
        fields: of `report.yaml`, as they stand there.
        wanted: the language that is to be built; None: that of the project.
    """
    language, listed = fields.get("language"), fields.get("versions")
    main = language if isinstance(language, str) else "en"
    known = [one for one in listed if one in LANGUAGES] if isinstance(listed, list) else []
    built = wanted or main
    return Languages(main, built, tuple(dict.fromkeys(one for one in (main, *known) if one != built)))


def with_language(fields: dict[str, Any], versions: Languages) -> dict[str, Any]:
    """Return the settings with the language of the version, and what the original is."""
    if versions.is_main:
        return fields
    return {"original_language": NAMES.get(versions.main, versions.main), **fields, "language": versions.built}


def choose_texts(read: ReadYaml, name: str, versions: Languages) -> tuple[ReadYaml, list[Diagnostic]]:
    """Return a file with its texts in the language that is built, and those that lack.

    Args:
        read: the file.
        name: its path.
        versions: the languages.
    """
    chooser = _Chooser(read.places, Place(name), versions)
    data = chooser.chosen(read.data, (), "")
    if not (chooser.mapped or chooser.renamed or chooser.found):
        return read, []
    return ReadYaml(data, chooser.moved_places(), read.diagnostics), chooser.found


class _Chooser:
    """Walks over the data of a file."""

    def __init__(self, places: Places, file: Place, versions: Languages) -> None:
        self._places, self._file, self._versions = places, file, versions
        self.mapped: dict[Path, str] = {}
        """Where a text stands in several languages, and which of them was taken."""
        self.renamed: set[Path] = set()
        self.found: list[Diagnostic] = []

    def chosen(self, value: Any, path: Path, field: str) -> Any:
        """Return a value with its texts chosen."""
        if field != "answers" and _is_in_languages(value):
            return self._text(value, path)
        if _is_worded(value, field, path) and not self._versions.is_main:
            self._say("RG372", path, self._versions.built, self._versions.main)
        if isinstance(value, dict):
            names = {key: "reason" if field == "breaks" else str(key) for key in value}
            return dict(self._field(key, one, path, names) for key, one in value.items())
        if isinstance(value, list):
            inner = "" if field in {"title_notes", "questions"} else field
            return [self.chosen(one, (*path, place), inner) for place, one in enumerate(value)]
        return value

    def _field(self, key: Any, value: Any, path: Path, names: dict[Any, str]) -> tuple[Any, Any]:
        """Return a field with its texts chosen; of `label` and `labels` side by side, the second stays unknown."""
        singular = _PLURALS.get(key)
        if singular and singular not in names and _is_in_languages(value):
            self.renamed.add((*path, key))
            return singular, self.chosen(value, (*path, key), singular)
        return key, self.chosen(value, (*path, key), names[key])

    def _text(self, texts: dict[str, Any], path: Path) -> Any:
        there = [language for language, text in texts.items() if text]
        if self._versions.built not in there:
            self._say("RG372", path, self._versions.built, ", ".join(there))
        for other in self._versions.others:
            if other not in there:
                self._say("RG373", path, other, ", ".join(there))
        self.mapped[path] = self._versions.built if self._versions.built in texts else next(iter(texts))
        return texts[self.mapped[path]]

    def _say(self, code: str, path: Path, language: str, there: str) -> None:
        named = ", ".join(NAMES.get(one, one) for one in there.split(", ") if one) or "no language"
        place = self._places.find(path) or self._file
        name, called = _name_of(path), NAMES.get(language, language)
        self.found.append(diagnose(code, place, field=name, language=called, code=language, there=named))

    def moved_places(self) -> Places:
        """Return where everything stands, by its path in the chosen data."""
        moved = Places()
        for path, place in self._places:
            if (target := self._target(path)) is not None:
                moved.add(target, place, self._places.columns(path))
        return moved

    def _target(self, path: Path) -> Path | None:
        """Return a path without the languages in it; None for texts in other languages."""
        steps: list[str | int] = []
        for place, step in enumerate(path):
            taken = self.mapped.get(path[:place])
            if taken is None:
                steps.append(_PLURALS[str(step)] if path[: place + 1] in self.renamed else step)
            elif step != taken:
                return None
        return tuple(steps)


def _is_in_languages(value: object) -> bool:
    """Return whether a value is a text in several languages: all its fields are codes, and hold words."""
    if not isinstance(value, dict) or not value or not value.keys() <= NAMES.keys():
        return False
    return all(text is None or isinstance(text, str | list) or _is_noun(text) for text in value.values())


def _is_worded(value: object, field: str, path: Path) -> bool:
    """Return whether a value is words in one language alone; what a part is divided by, and no symbol of a currency."""
    if field == "unit":
        return _is_noun(value)
    if field == "currency":
        return isinstance(value, str) and len(value) > _SYMBOL and value.isalpha()
    if field == "by":
        return isinstance(value, str) and "breakdown" in path
    is_text = isinstance(value, str) or (isinstance(value, list) and bool(value)) or _is_noun(value)
    return field in _TEXTS and is_text and value != ""


def _is_noun(value: object) -> bool:
    return isinstance(value, dict) and "one" in value


def _name_of(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str) and step not in NAMES), "text")
