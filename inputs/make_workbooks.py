"""Makes the workbooks of this repository's projects from YAML files that can be read and reviewed.

In come the YAML files of `inputs/workbooks/` and `examples/workbooks/`, each a submission; out come the workbooks
that stand in the projects' `submissions/`, as an agency would send them. The same YAML gives the same bytes.

    python inputs/make_workbooks.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics.render import render_text
from reportgen.model import Submission
from reportgen.project.yaml import read_yaml

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))
from submission_workbook import write_submission  # kept with the tests: the program writes forms, not submissions

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    (ROOT / "inputs" / "workbooks", ROOT / "inputs" / "submissions"),
    (ROOT / "examples" / "workbooks" / "minimal", ROOT / "examples" / "minimal" / "submissions"),
    (ROOT / "examples" / "workbooks" / "cedaw", ROOT / "examples" / "cedaw" / "submissions"),
)
"""Where the YAML files stand, and where their workbooks go."""


def find_sources() -> Iterator[tuple[Path, Path]]:
    """Each YAML file with the workbook that is made of it, in the order of their names."""
    for sources, workbooks in FOLDERS:
        for source in sorted(sources.glob("*.yaml")):
            yield source, workbooks / f"{source.stem}.xlsx"


def read_source(source: Path) -> Submission:
    """The submission that a YAML file holds; a file that cannot be read ends the program with what is wrong."""
    found = read_yaml(source.read_bytes(), source.relative_to(ROOT).as_posix())
    if not found.is_sound:
        sys.exit(render_text(found.diagnostics))
    return Submission.model_validate(found.data)


def main() -> None:
    """Make all workbooks."""
    for source, workbook in find_sources():
        workbook.write_bytes(write_submission(read_source(source)))
        print(workbook.relative_to(ROOT))


if __name__ == "__main__":
    main()
