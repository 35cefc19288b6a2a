"""What a workbook asks for is missed until it has come: also the other years of a figure that was given for one."""

import datetime as dt
from pathlib import Path

from project import make_project

from reportgen.agencies.status.facts import find_status
from reportgen.pipeline import check_project

ISSUES = """\
parts:
  - title: General information
    themes:
      - issues:
          - number: 1
            agencies: [justice]
            asks: {{indicators: [{ask}]}}
"""
JUSTICE = """\
agency: justice
indicators:
  {key}: {{label: disappeared persons, issue: 1, values: {values}}}
replies:
  - {{issue: 1, text: Few persons disappeared.}}
"""
BY_KEY = "{label: disappeared persons, key: gone}"


def state(root: Path, values: str, ask: str = BY_KEY, key: str = "gone") -> tuple[str, str, list[str]]:
    """How many figures were given of those that are asked, what is missing, and what check says of it."""
    make_project(
        root,
        issues_yaml=ISSUES.format(ask=ask),
        submissions__justice_yaml=JUSTICE.format(values=values, key=key),
    )
    status = find_status(root, dt.date(2024, 1, 20)).status
    assert status is not None
    (part,) = status.parts
    codes = [one.code for one in check_project(root).diagnostics if one.code in {"RG236", "RG305"}]
    return f"{part.figures.given} of {part.figures.due}", "; ".join(part.missing), codes


def test_the_other_years_of_what_is_asked_by_its_key_are_missing(tmp_path: Path) -> None:
    """The workbook asks for each reporting year, without `years:` in the list as well."""
    assert ("1 of 3", "“disappeared persons” 2021, 2022", ["RG305"]) == state(tmp_path, "{2023: 7}")


def test_an_empty_year_is_known_to_have_no_figure(tmp_path: Path) -> None:
    """Then nothing is missing."""
    assert ("3 of 3", "", []) == state(tmp_path, "{2021: null, 2022: null, 2023: 7}")


def test_a_label_alone_asks_for_the_row_that_it_makes(tmp_path: Path) -> None:
    """The key of the row is made of the label."""
    found = state(tmp_path, "{2023: 7}", "disappeared persons", "disappeared_persons")

    assert ("1 of 3", "“disappeared persons” 2021, 2022", ["RG305"]) == found


def test_a_single_figure_that_no_list_asks_for_by_name_stays_one(tmp_path: Path) -> None:
    """A figure of the agency's own is often all that there is."""
    given, missing, codes = state(tmp_path, "{2023: 7}", "{label: courts, key: courts}", "gone")

    assert "disappeared" not in missing
    assert ["RG236"] == codes
    assert "0 of 3" == given
