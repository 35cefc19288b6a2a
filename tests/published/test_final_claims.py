"""A final build reads its own text: what arithmetic contradicts stops it, and can be answered."""

import json
from pathlib import Path

import pytest
from build import paragraph
from project import make_project
from ruamel.yaml import YAML

from reportgen.diagnostics import Diagnostic, Place, Places, Severity
from reportgen.document.tree import Figure
from reportgen.document.walk import plain_text
from reportgen.files.output import write_files
from reportgen.pipeline import Built, build_project, check_project
from reportgen.published.final import _made_from, judge_final

INTERIOR = """\
agency: interior
indicators:
  checks: {{label: inspections of police stations, issue: 2, values: {{2021: 40, 2022: 41, 2023: 42}}}}
replies:
  - issue: 2
    text: "There were {{{{ checks | compared }}}} inspections. {typed}"
"""
WRONG = (
    "Twelve drivers were fined: four in the capital and seven in the regions.",
    "In 2022, women held 40 per cent (30 out of 60) of the posts.",
    "The number of shelters rose from 40 in 2021 to 30 in 2022.",
    "The number of visits fell by 50 per cent, from 200 in 2021 to 150 in 2022.",
)
RIGHT = (
    "Twelve drivers were fined: five in the capital and seven in the regions.",
    "In 2022, women held 50 per cent (30 out of 60) of the posts.",
    "The number of shelters fell from 40 in 2021 to 30 in 2022.",
    "The number of visits fell by 25 per cent, from 200 in 2021 to 150 in 2022.",
    "Some 12 drivers were fined, among them 4 in the capital and 7 in the regions.",
)


def final(root: Path, typed: str, **files: str) -> Built:
    """The final build of a project with a typed sentence."""
    make_project(root, submissions__interior_yaml=INTERIOR.format(typed=typed), **files)
    return build_project(root, ("html",), final=judge_final)


def refusals(built: Built) -> list[Diagnostic]:
    """What the build refuses because the text contradicts itself."""
    return [one for one in built.diagnostics if one.code == "RG651"]


@pytest.mark.parametrize("typed", WRONG)
def test_what_arithmetic_contradicts_stops_a_final_build(tmp_path: Path, typed: str) -> None:
    """A wrong total, share, direction or change is refused at its line, with its words, and nothing is written."""
    built = final(tmp_path, typed)

    (found,) = refusals(built)
    assert found.severity is Severity.ERROR
    assert found.place is not None
    assert found.place.file.endswith("submissions/interior.yaml")
    assert found.place.line == 6
    assert not built.files


TABLED = """\
agency: interior
indicators:
  checks:
    label: inspections of police stations
    issue: 2
    values: {2021: 40, 2022: 41, 2023: 42}
    breakdown:
      - {label: north, by: region, values: {2021: 20, 2022: 21, 2023: 20}}
      - {label: south, by: region, values: {2021: 10, 2022: 10, 2023: 13}}
      - {label: capital, by: region, values: {2021: 10, 2022: 10, 2023: 10}}
replies:
  - {issue: 2, text: Stations are inspected.}
"""
"""Parts of 2023 that make 43, not 42, in a table that the program writes."""


def test_what_a_table_of_the_program_contradicts_is_named_at_its_figures(tmp_path: Path) -> None:
    """The table stands in no text, and the template that writes it is none of the project's files."""
    make_project(tmp_path, submissions__interior_yaml=TABLED)

    (found,) = refusals(build_project(tmp_path, ("html",), final=judge_final))
    assert "20 + 13 + 10 = 43, not 42" in found.message
    assert found.place is not None
    assert (f"{tmp_path}/submissions/interior.yaml", 8) == (found.place.file, found.place.line)


@pytest.mark.parametrize("typed", RIGHT)
def test_the_right_sentence_beside_it_passes(tmp_path: Path, typed: str) -> None:
    """What adds up, and what leaves something out, is let through."""
    built = final(tmp_path, typed)

    assert [] == refusals(built)
    assert built.files


@pytest.mark.parametrize("typed", WRONG)
def test_a_draft_is_built_all_the_same(tmp_path: Path, typed: str) -> None:
    """Only the report that leaves is read so."""
    make_project(tmp_path, submissions__interior_yaml=INTERIOR.format(typed=typed))

    assert "RG651" not in {one.code for one in check_project(tmp_path).diagnostics}
    assert build_project(tmp_path, ("html",)).files


def answer(root: Path, found: Diagnostic, reason: str = "One is counted twice.") -> None:
    """Confirm a statement with the line that the message prints."""
    assert found.hint is not None
    line = found.hint.partition("under statements: ")[2].replace("…}", json.dumps(reason) + "}")
    (root / "clearances.yaml").write_text(f"statements:\n  {line}\n", encoding="utf-8")


def test_an_answer_lets_it_pass_and_is_listed(tmp_path: Path) -> None:
    """The printed line, put into clearances.yaml, is the answer; the manifest of the build names it."""
    answer(tmp_path, refusals(final(tmp_path, WRONG[0]))[0])
    built = build_project(tmp_path, ("html",), final=judge_final)

    assert [] == refusals(built)
    (listed,) = json.loads(built.files["manifest.json"])["answers"]
    assert (listed["code"], listed["reason"]) == ("RG651", "One is counted twice.")
    assert "4 + 7 = 11, not 12" in listed["words"]


def test_an_answer_holds_for_its_numbers_alone(tmp_path: Path) -> None:
    """The same sentence with other numbers is asked about again."""
    answer(tmp_path, refusals(final(tmp_path, WRONG[0]))[0])
    built = final(tmp_path, WRONG[0].replace("seven", "nine"))

    assert len(refusals(built)) == 1


def test_an_answer_needs_a_reason(tmp_path: Path) -> None:
    """Nothing is confirmed without saying why."""
    words = json.dumps(refusals(final(tmp_path, WRONG[0]))[0].message)
    (tmp_path / "clearances.yaml").write_text(f"statements:\n  - words: {words}\n", encoding="utf-8")

    errors = [one for one in check_project(tmp_path).diagnostics if one.severity is Severity.ERROR]
    assert ["clearances.yaml"] == [Path(one.place.file).name for one in errors if one.place]


def test_answers_are_kept_where_replies_are_cleared(tmp_path: Path) -> None:
    """`reportgen clear` adds to the file, and what stands in it stays."""
    import datetime as dt

    from reportgen.agencies.clear import clear_issues

    answer(tmp_path, refusals(final(tmp_path, WRONG[0]))[0])
    write_files(tmp_path, clear_issues(tmp_path, (2,), "Deputy Minister", dt.date(2024, 2, 1)).files)

    held = YAML(typ="safe").load((tmp_path / "clearances.yaml").read_text(encoding="utf-8"))
    assert len(held["statements"]) == len(held["clearances"]) == 1


def test_a_generated_claim_is_at_its_own_first_figure() -> None:
    """Two sentences of one paragraph: that of the second stands where its figure came from, not the first."""
    places = Places({("first",): Place("a.yaml", 3), ("second",): Place("a.yaml", 9)})
    one, two = (Figure(text, "key", (), ((name,),), ()) for text, name in (("12", "first"), ("30", "second")))
    block = paragraph("There were ", one, " cases. In all, ", two, " were closed.")
    text = plain_text(block.children)

    assert (3, 3, 9) == tuple(
        place.line for at in (0, text.index("12"), text.index("In all")) if (place := _made_from(block, at, places))
    )
