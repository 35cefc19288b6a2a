"""Versions of what an agency sent, as they stand in a project's folder `submissions/`.

- `submissions/AGENCY.xlsx`, or `.yaml`: the version in force. `check` and `build` read it.
- `submissions/refused/AGENCY.xlsx`: the version that came in after it and has errors. It waits for its correction, and
  what was good stays in force meanwhile.
- `submissions/AGENCY.answers.yaml`: answers to questions that earlier versions gave and this one does not repeat.
- `submissions/earlier/AGENCY.1.xlsx`, `.2.xlsx` …: what later versions took the place of.
"""

from dataclasses import dataclass
from pathlib import Path

from reportgen.intake.project import EARLIER, REFUSED, SUBMISSIONS
from reportgen.intake.submission import WORKBOOK_ENDINGS, YAML_ENDINGS

_ENDINGS = (*WORKBOOK_ENDINGS, *YAML_ENDINGS)


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one agency that count."""

    folder: Path
    """The folder `submissions/`."""
    agency: str
    in_force: tuple[Path, ...]
    """The files that `check` and `build` read: one, or none; two where somebody put a second one there by hand."""
    refused: tuple[Path, ...]
    """What came in later and has errors."""

    @property
    def latest(self) -> Path | None:
        """What came in last."""
        return next(iter((*self.refused, *self.in_force)), None)

    @property
    def answers(self) -> Path:
        """Where answers of earlier versions stand, if there are any."""
        return self.folder / f"{self.agency}.answers.yaml"

    @property
    def archive(self) -> Path:
        """Where the versions before them stand."""
        return self.folder / EARLIER

    @property
    def waiting(self) -> Path:
        """Where a version with errors waits for its correction."""
        return self.folder / REFUSED


def find_versions(root: Path, agency: str) -> Versions:
    """The versions of an agency.

    Args:
        root: the project's folder.
        agency: its code.
    """
    folder = root / SUBMISSIONS
    return Versions(folder, agency, _named(folder, agency), _named(folder / REFUSED, agency))


def _named(folder: Path, agency: str) -> tuple[Path, ...]:
    """The files of a folder that are called as an agency."""
    named = (folder / f"{agency}{ending}" for ending in _ENDINGS)
    return tuple(path for path in named if path.is_file())
