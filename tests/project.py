"""A small project on disk, for tests of whole commands."""

from pathlib import Path

REPORT = """\
state: {name: Arcania, code: ARC}
treaty: ccpr
cycle: 2
symbol: CCPR/C/ARC/2
list_of_issues: CCPR/C/ARC/QPR/2
dates: {due: 2024, submitted: 2024-03-15, received: 2024-03-20}
reporting_years: [2021, 2022, 2023]
title_notes: [The present document is being issued without formal editing.]
"""
ISSUES = """\
parts:
  - title: General information
    themes:
      - issues:
          - {number: 1, agencies: [justice, interior]}
  - title: Specific information
    themes:
      - title: Violence against women
        issues:
          - {number: 2, agencies: [interior]}
"""
AGENCIES = """\
agencies:
  - {code: justice, name: Ministry of Justice}
  - {code: interior, name: Ministry of the Interior}
"""
JUSTICE = """\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {one: person, other: persons}
    issue: 1
    values: {2021: 944, 2022: 1058, 2023: 348}
    source: Fund
replies:
  - issue: 1
    key: fund
    text: |
      In 2023, compensation went to {{ victims | compared }} victims.
"""


def make_project(root: Path, **files: str) -> Path:
    """A project that builds without a warning but for issue 2, which is awaiting.

    Args:
        root: where to make it.
        files: contents that replace or add files, by path with `__` for `/` and `_yaml` for `.yaml`.
    """
    contents = {
        "report.yaml": REPORT,
        "issues.yaml": ISSUES,
        "agencies.yaml": AGENCIES,
        "submissions/justice.yaml": JUSTICE,
    }
    contents |= {name.replace("__", "/").replace("_yaml", ".yaml"): text for name, text in files.items()}
    for name, text in contents.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
