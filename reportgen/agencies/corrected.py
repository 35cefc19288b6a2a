"""Corrected copies of workbooks that agencies sent: what is to be filed so that the copies are in force.

The workbook that came in keeps its bytes and goes to the archive, as when a newer one takes its place, so that
`reportgen receive --undo` brings it back.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.filing import Filing, file_correction
from reportgen.agencies.marked.corrections import correct_workbook
from reportgen.agencies.senders import language_of
from reportgen.agencies.texts import read_texts
from reportgen.agencies.versions import find_versions
from reportgen.files.output import file_versions
from reportgen.model import Report
from reportgen.model.form_texts import FormTexts
from reportgen.project import read_project
from reportgen.project.corrections import CellCorrection
from reportgen.project.folder import SUBMISSIONS
from reportgen.project.stacks import level_of


class CorrectedCopies(Struct, frozen=True):
    """The corrected copies of some workbooks."""

    filings: tuple[Filing, ...]
    done: tuple[tuple[str, CellCorrection], ...]
    """What is in them, with the names of the workbooks."""
    refused: tuple[tuple[str, CellCorrection], ...]
    """What nobody but the agency can correct: the cell holds a formula, say, or looks that the text does not say."""

    def file(self, root: Path, others: Mapping[str, bytes]) -> list[Path]:
        """Put the copies into force, and write other files with them; return where all of these stand.

        Args:
            root: the project's folder.
            others: contents of files by their paths below it.

        Raises:
            OutputError: where something cannot be written; all is as it was then.
        """
        versions = [filing.version for filing in self.filings]
        if versions or others:
            file_versions(versions, root, others)
        return [*(filing.path for filing in self.filings), *(root / name for name in others)]


def correct_workbooks(root: Path, wanted: Mapping[str, Iterable[CellCorrection]]) -> CorrectedCopies:
    """Return corrected copies of workbooks in force.

    Args:
        root: the project's folder.
        wanted: the corrections of each workbook, at most one a cell, by its name in `submissions/`.
    """
    report = read_project(root).report if wanted else None
    filings: list[Filing] = []
    done: list[tuple[str, CellCorrection]] = []
    refused: list[tuple[str, CellCorrection]] = []
    for name, corrections in wanted.items():
        versions, path = find_versions(root, level_of(name)[0]), root / SUBMISSIONS / name
        if report is None or path not in versions.in_force:
            refused += [(name, correction) for correction in corrections]
            continue
        made = correct_workbook(versions.bytes_of(path), corrections, correction_note(root, report, versions.agency))
        done += [(name, correction) for correction in made.done]
        refused += [(name, correction) for correction in made.refused]
        if made.done:
            filings.append(file_correction(versions, path, made.data))
    return CorrectedCopies(tuple(filings), tuple(done), tuple(refused))


def correction_note(root: Path, report: Report | None, agency: str) -> str:
    """Return the words before what stood in a cell, in the language of an agency.

    Args:
        root: the project's folder.
        report: of the project; None: it cannot be read.
        agency: its code.
    """
    texts = read_texts(FormTexts, root, language_of(report, agency)).texts if report else None
    texts = texts or read_texts(FormTexts, root, "en").texts
    return texts.problems.corrected if texts else ""
