"""A submission written as YAML is read back as the same submission."""

from pathlib import Path

import pytest

from reportgen.project import read_submission
from reportgen.project.writing import submission_yaml

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(
    path
    for folder in ("inputs/submissions", "examples/minimal/submissions")
    for path in (ROOT / folder).iterdir()
    if path.suffix in {".yaml", ".xlsx"}
)
ODD = """\
agency: interior
date: 2024-01-02
contact: "A: person # one"
indicators:
  cases:
    label: "yes"
    unit: {one: case, other: cases}
    measure: stock
    issue: 2
    exhaustive: false
    breaks: {2022: "new: definition"}
    share: {part: cases, of: cases}
    report: table
    show: million
    source: "{x}"
    values:
      {2021: 1, 2022: null, 2023-H1: 0.50, 2020-2023: -3,
       2024: {value: 5, status: provisional, note: "a, b", previous: 4}}
    breakdown:
      - {label: {one: woman, other: women}, by: sex, values: {2021: 1.25}}
      - {label: "null", by: sex, exhaustive: false, values: {}}
  money: {unit: {currency: "$"}, values: {2021: 123456789012.345}}
  pct: {unit: percent, values: {2021: 21.0}}
replies:
  - {issue: 1, text: "12"}
  - issue: 2
    key: one
    text: |-
      - a list[two spaces]
      - “quotes”: {{ cases | value }} # no comment

      Second\tparagraph.
answers:
  - {code: RG320, indicator: cases, period: 2021, value: 1, reason: counted twice}
""".replace("[two spaces]", "  ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_submissions_come_back(path: Path) -> None:
    """Every submission of the repository, from a workbook or from YAML."""
    submission = read_submission(path.read_bytes(), path.name).submission
    assert submission is not None
    again = read_submission(submission_yaml(submission), "again.yaml")

    assert submission == again.submission
    assert not [found for found in again.diagnostics if found.severity == "error"]


def test_every_field_comes_back() -> None:
    """Each field that a submission may have, with text that YAML could take for something else."""
    read = read_submission(ODD.encode(), "odd.yaml")
    assert read.submission is not None, read.diagnostics

    assert read.submission == read_submission(submission_yaml(read.submission, "# a head\n"), "again.yaml").submission
