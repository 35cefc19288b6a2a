"""Write planned edits into the files of a project, in memory: YAML files, and copies of workbooks."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from msgspec import Struct

from reportgen.agencies.corrected import CorrectedCopies, correct_workbooks
from reportgen.checks.style.texts import is_yaml, path_in_file
from reportgen.claims.passages import Span
from reportgen.diagnostics import Path as ModelPath
from reportgen.diagnostics import Places
from reportgen.files.reading import read_bytes
from reportgen.limits import YAML_BYTES
from reportgen.project.corrections import CellCorrection, TextChange, ValueCorrection, changed, correct_yaml
from reportgen.project.folder import SUBMISSIONS
from reportgen.word.pull.planned import Planned, merged_changes


class EditedFiles(Struct, frozen=True):
    """Files of a project with edits."""

    files: Mapping[str, bytes]
    """YAML files, by their paths below the project."""
    copies: CorrectedCopies
    refused: frozenset[ModelPath] = frozenset()
    """The texts whose edits are not in them."""

    @property
    def instead(self) -> dict[str, bytes | None]:
        """What is to be read in place of files of the project, as `read_project` takes it."""
        found: dict[str, bytes | None] = {
            name.removeprefix(f"{SUBMISSIONS}/") if name.startswith(f"{SUBMISSIONS}/") else f"../{name}": data
            for name, data in self.files.items()
        }
        for filing in self.copies.filings:
            found |= {name: None for name in (path.name for path in filing.replaced) if name != filing.name}
            found |= filing.files
        return found


def edit_files(root: Path, texts: Mapping[ModelPath, str], places: Places, planned: Iterable[Planned]) -> EditedFiles:
    """Return the files of a project with some edits.

    Args:
        root: its folder.
        texts: of the replies, by their paths in the model.
        places: of the report's values.
        planned: the edits.
    """
    changes: dict[ModelPath, list[TextChange]] = {}
    for edit in (edit for one in planned for edit in one.edits):
        changes.setdefault(edit.path, []).append(edit.change)
    values: dict[str, list[tuple[ModelPath, ValueCorrection]]] = {}
    cells: dict[str, list[tuple[ModelPath, CellCorrection]]] = {}
    refused: set[ModelPath] = set()
    for path, own in changes.items():
        old, place = texts[path], places.find(path)
        merged = tuple(_at_end(old, merged_changes(own)))
        new = changed(old, merged)
        if place is not None and is_yaml(place.file):
            values.setdefault(place.file, []).append((path, ValueCorrection(path_in_file(path), old, new, merged)))
        elif place is not None and place.sheet is not None and place.cell is not None:
            cell = CellCorrection(place.sheet, place.cell, old, new, merged)
            cells.setdefault(PurePath(place.file).name, []).append((path, cell))
        else:
            refused.add(path)
    files: dict[str, bytes] = {}
    for file, wanted in values.items():
        data = read_bytes(Path(file), file, root=root, limit=YAML_BYTES)
        corrected = correct_yaml(data, [one for _, one in wanted])
        refused |= {path for path, one in wanted if one in corrected.refused}
        files[PurePath(file).relative_to(root).as_posix()] = corrected.data
    by_file = {name: [one for _, one in wanted] for name, wanted in cells.items()}
    copies = correct_workbooks(root, by_file)
    refused |= {path for name, wanted in cells.items() for path, one in wanted if (name, one) in copies.refused}
    return EditedFiles(files, copies, frozenset(refused))


def _at_end(text: str, changes: Iterable[TextChange]) -> Iterator[TextChange]:
    """Yield changes of which one that takes the end of a text away takes the blank lines before it as well."""
    before, end = 0, len(text.rstrip())
    for change in changes:
        start = change.span.start
        if change.span.end >= end and not change.new.strip():
            start = max(before, len(text[:start].rstrip()))
        yield TextChange(Span(start, change.span.end), change.new)
        before = change.span.end
