"""What sends a reader to the annex of the report, and what speaks of that of a law."""

from pathlib import Path

import pytest
from project import JUSTICE, REPORT, make_project

from reportgen.checks.annexes import named_annexes
from reportgen.pipeline import check_project


@pytest.mark.parametrize(
    "text",
    [
        "In 2023, 12 were compensated (see annex).",
        "See the annex.",
        "See also annex II.",
        "SEE ANNEX II.",
        "The figures are given in the annex.",
        "Further data are contained in the statistical annex.",
        "The annex to the present report lists all centres.",
        "A table is provided in an annex; the rest is known.",
        "The data are set out in annex II.",
        "The annex contains the figures by region.",
        "The statistics are annexed.",
        "Please refer to the annex.",
        "As shown in the annex, most were women.",
        "Information on this point is in the annex.",
    ],
)
def test_the_annex_of_the_report_is_known(text: str) -> None:
    """As replies name it."""
    assert len(list(named_annexes(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "See annex I to Law No. 12.",
        "See the annex to the Convention.",
        "The annex of the decree lists the professions.",
        "Under the Law, dangerous work is listed in the annex.\n\nThe Law was amended.",
        "A new annexe to the prison was opened.",
        "The territory was annexed.",
        "The premises are in an annex.",
        "The kitchen is in an annex; the beds are in the main building.",
        "Beds are provided in an annex.",
        "Sixty places are in the annex.",
        "The list of professions is in an annex to the order.",
        "The Act has two annexes.",
    ],
)
def test_the_annex_of_a_law_is_another(text: str) -> None:
    """And a building, and what was annexed."""
    assert list(named_annexes(text)) == []


@pytest.mark.parametrize(("annex", "is_told"), [("none", True), ("included", False), ("separate", False)])
def test_only_a_report_without_an_annex_is_asked(tmp_path: Path, annex: str, *, is_told: bool) -> None:
    """The place is that of the reply."""
    text = JUSTICE.replace("victims.\n", "victims (see the annex).\n")
    root = make_project(tmp_path, report_yaml=f"{REPORT}annex: {annex}\n", submissions__justice_yaml=text)
    found = [one for one in check_project(root).diagnostics if one.code == "RG438"]

    assert is_told == bool(found)
    assert all(str(one.place).startswith(f"{root}/submissions/justice.yaml:") for one in found)
