"""Lists of issues as they come: copied from pages and PDFs, with their first page, with headings of every kind."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from commands import run
from ruamel.yaml import YAML

from reportgen.cli.main import cli

COPIED = """\
United Nations

CAT/C/MRD/Q/5-6

Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment

Distr.: General

14 March 2023

Original: English

Committee against Torture

List of issues in relation to the combined fifth and sixth periodic reports of Meridia *

A.General information

1.In the light of the review in 2018, please describe the new Code.

II.Replies of the police

2.Please provide data on:

(a)Complaints of torture since 2020;

(b)Convictions for torture in 2021 and 2022.

3.Please describe the training of doctors.
"""
"""Without a blank behind its numbers, as pages of the secretariat are copied; with the first page of a list."""


def imported(folder: Path, text: str, *options: str) -> tuple[dict[str, Any], dict[str, Any], set[str]]:
    """What the settings and the list of a project say, and the codes of what was found."""
    (folder / "list.txt").write_text(text, encoding="utf-8")
    arguments = ["import", "--list-of-issues", str(folder / "list.txt"), str(folder / "new"), "--format", "json"]
    result = run(*arguments, *options)
    assert 0 == result.exit_code, result.output
    read = [YAML(typ="safe").load(folder / "new" / f"{name}.yaml") for name in ("report", "issues")]
    return read[0], read[1], {one["code"] for one in json.loads(result.stdout)["diagnostics"]}


def issues_of(listed: dict[str, Any]) -> list[dict[str, Any]]:
    """All issues in their order."""
    return [issue for part in listed["parts"] for theme in part["themes"] for issue in theme["issues"]]


def test_a_list_that_was_copied_from_a_page(tmp_path: Path) -> None:
    """Numbers, letters and headings stick to their words; the first page is none of it."""
    settings, listed, codes = imported(tmp_path, COPIED)
    issues = issues_of(listed)
    text = (tmp_path / "new" / "issues.yaml").read_text(encoding="utf-8")

    assert [1, 2, 3] == [issue["number"] for issue in issues]
    assert ["Complaints of torture since 2020", "Convictions for torture in 2021 and 2022"] == [
        question.rstrip(".;") for question in issues[1]["questions"]
    ]
    assert "years" not in issues[0].get("asks", {})
    assert "Distr." not in text
    assert "RG240" not in codes
    assert ("replies", 6, 5) == (settings["document"], settings["cycle"], settings["combined_from"])
    assert "CAT/C/MRD/RQ/5-6" == settings["symbol"]
    assert "CAT/C/MRD/Q/5-6" == settings["list_of_issues"]


def test_replies_have_their_own_title_and_word_limit(tmp_path: Path) -> None:
    """Replies to a list have 10,700 words (General Assembly resolution 68/268, para. 16)."""
    imported(tmp_path, COPIED)
    project = str(tmp_path / "new")
    budget = CliRunner().invoke(cli, ["budget", project]).output
    CliRunner().invoke(cli, ["build", project, "--to", "html"])
    page = next((tmp_path / "new" / "build").glob("*.html")).read_text(encoding="utf-8")

    assert "10,700" in budget
    assert "combined fifth and sixth periodic reports" in page


@pytest.mark.parametrize(
    ("title", "document", "cycle"),
    [
        ("List of issues prior to submission of the seventh periodic report of Meridia", "periodic", 7),
        ("List of issues and questions prior to the submission of the third periodic report of Meridia", "periodic", 3),
        ("List of issues in relation to the fourth periodic report of Meridia", "replies", 4),
        ("List of themes in relation to the second periodic report of Meridia", "replies", 2),
        ("List of issues in relation to the initial report of Meridia", "replies", 1),
    ],
)
def test_the_title_says_which_report_it_is(tmp_path: Path, title: str, document: str, cycle: int) -> None:
    """Also where the list has no symbol."""
    settings, _, _ = imported(tmp_path, f"\t\t{title}\n1.\tPlease describe the law.\n", "--state", "MRD")

    assert (document, cycle) == (settings["document"], settings["cycle"])


def test_what_may_be_a_heading_or_a_sub_question_is_marked(tmp_path: Path) -> None:
    """A line without a label behind an open sentence: for a person to decide, and noted beside the issue."""
    text = (
        "1.\tPlease describe:\nThe training of judges\nThe training of doctors\nPrisons\n2.\tPlease describe cells.\n"
    )
    _, listed, codes = imported(tmp_path, text)
    beside = (tmp_path / "new" / "issues.yaml").read_text(encoding="utf-8")

    assert "RG240" in codes
    assert "# " in beside.partition("Prisons")[0]
    assert [1, 2] == [issue["number"] for issue in issues_of(listed)]


def test_a_plain_heading_is_no_question(tmp_path: Path) -> None:
    """Behind an issue that ends its sentence it is a heading, with tabs before it or without."""
    text = (
        "\tGeneral\n1.\tPlease describe the law.\nPrisons\n2.\tPlease describe cells.\n\t\tDoctors\n3.\tPlease go on.\n"
    )
    _, listed, codes = imported(tmp_path, text)
    titles = [theme.get("title") for part in listed["parts"] for theme in part["themes"]]

    assert "RG240" not in codes
    assert ["General", "Prisons", "Doctors"] == titles
    assert not any(issue.get("questions") for issue in issues_of(listed))


def test_a_list_of_another_report_is_named(tmp_path: Path) -> None:
    """The settings that are there stay; where the list says something else, it is told field by field."""
    new = str(tmp_path / "new")
    given = ("--state", "MRD", "--name", "Meridia", "--treaty", "cedaw", "--cycle", "4", "--years", "2020-2022")
    assert 0 == CliRunner().invoke(cli, ["init", new, *given]).exit_code
    settings, listed, codes = imported(tmp_path, COPIED)

    assert ("cedaw", 4) == (settings["treaty"], settings["cycle"])
    assert 3 == len(issues_of(listed))
    assert "RG241" in codes


LETTERED = """\
United Nations\tCRPD/C/VLR/Q/1
Committee on the Rights of Persons with Disabilities

\t\tList of issues in relation to the initial report of Valoria*

\tA.\tPurpose and general obligations (arts. 1–4)

1.\tPlease describe the new strategy.1

\tB.\tSpecific rights (arts. 5–30)

\t\tEquality and non-discrimination (art. 5)

2.\tPlease provide data on:
\t(a)\tComplaints of discrimination;
\t(b)\tSanctions.

\tC.\tSpecific obligations (arts. 31–33)

\t\tStatistics (art. 31)

3.\tPlease explain how the census counts:
* persons with disabilities in households
* persons with disabilities in institutions

* Adopted by the pre-sessional working group at its twenty-first session (22–26 September 2025).
1 CRPD/C/VLR/CO/1, para. 12.
2 See A/HRC/52/4.
"""
"""With parts A., B. and C., and the notes of its pages below it."""


def test_letters_of_parts_are_letters_also_where_they_may_be_roman(tmp_path: Path) -> None:
    """`C.` behind `B.` is no Roman hundred, so A., B. and C. are parts and what stands below them are themes."""
    _, listed, _ = imported(tmp_path, LETTERED)

    titles = [part["title"].partition(" (")[0] for part in listed["parts"]]
    assert ["Purpose and general obligations", "Specific rights", "Specific obligations"] == titles
    assert [[1], [2], [3]] == [[one["number"] for one in issues_of({"parts": [part]})] for part in listed["parts"]]


def test_notes_of_pages_are_no_sub_questions(tmp_path: Path) -> None:
    """The note to the title is left out, a numbered note is left out and named; items that begin with a star stay."""
    _, listed, codes = imported(tmp_path, LETTERED)

    questions = [issue.get("questions", []) for issue in issues_of(listed)]
    assert ["Complaints of discrimination", "Sanctions."] == questions[1]
    assert ["persons with disabilities in households", "persons with disabilities in institutions"] == questions[2]
    assert "RG845" in codes
