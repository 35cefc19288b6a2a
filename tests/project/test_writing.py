"""The files of a project are written so that they are read back as the same, and name their schemas."""

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run

from reportgen.model import Indicator, Outline
from reportgen.model.schema import json_schemas
from reportgen.project import read_submission, read_yaml
from reportgen.project.validate import validate
from reportgen.project.writing import Offer, issues_yaml, report_yaml, submission_yaml, with_schemas

ROOT = Path(__file__).parent.parent.parent
MINIMAL = ROOT / "examples" / "minimal"


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
    published: "null"
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
    assert set(Indicator.model_fields) == read.submission.indicators["cases"].model_fields_set

    written = submission_yaml(read.submission, "# a head\n")
    assert read.submission == read_submission(written, "again.yaml").submission
    assert b"few: null" not in written  # forms of Arabic that a unit of another language does not have


FILES_OF_A_PROJECT = {
    "report.yaml": b"# yaml-language-server: $schema=../else.json\nsymbol: X\n",
    "submissions/justice.yaml": b"agency: justice\n",
    "previous/justice.courts.yaml": b"# Kept.\nagency: justice\n",
    "templates/theme.html.j2": b"<p></p>\n",
    "notes.yaml": b"a: 1\n",
}


def test_each_file_names_its_schema_once() -> None:
    """Also one that named another; what has no schema stays as it is, and all the schemas are there."""
    files = with_schemas(FILES_OF_A_PROJECT)

    assert b"# yaml-language-server: $schema=schema/report.schema.json\nsymbol: X\n" == files["report.yaml"]
    assert files["submissions/justice.yaml"].startswith(b"# yaml-language-server: $schema=../schema/submission.schema")
    assert files["previous/justice.courts.yaml"].endswith(b"/submission.schema.json\n# Kept.\nagency: justice\n")
    assert all(files[name] == FILES_OF_A_PROJECT[name] for name in ("templates/theme.html.j2", "notes.yaml"))
    assert files.keys() - FILES_OF_A_PROJECT.keys() == {f"schema/{name}" for name in json_schemas()}


def begin(folder: Path) -> None:
    """A project that `init` writes."""
    assert 0 == run("init", folder, "--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2024").exit_code


def import_report(folder: Path) -> None:
    """A project that `import` makes of a published report."""
    assert 0 == run("import", ROOT / "examples" / "published" / "report.txt", folder).exit_code


def roll_over(folder: Path) -> None:
    """The next cycle of the smallest project."""
    assert 0 == run("rollover", MINIMAL, folder).exit_code


@pytest.mark.parametrize("make", [begin, import_report, roll_over, "minimal", "cedaw"])
def test_every_line_leads_to_a_schema(tmp_path: Path, make: Callable[[Path], None] | str) -> None:
    """In what three commands write, and in the examples: the file that the first line names is there, as it is now."""
    root = ROOT / "examples" / make if isinstance(make, str) else tmp_path / "made"
    if not isinstance(make, str):
        make(root)
    files = [path for path in root.rglob("*.yaml") if "build" not in path.parts]
    lines = {path: path.read_text(encoding="utf-8").partition("\n")[0] for path in files}
    schemas = json_schemas()

    assert len(files) > 2
    for path, line in lines.items():
        target = path.parent / line.removeprefix("# yaml-language-server: $schema=")
        assert target.resolve().parent == (root / "schema").resolve()
        assert target.read_bytes() == schemas[target.name]


def test_notes_stand_one_below_the_other() -> None:
    """Within a group of fields; what is not given is left out, and what is offered is a comment."""
    fields = {"state": {"name": "Arcania: #1", "in_text": Offer("the …"), "code": None}, "years": (2023, 2024)}
    groups = ({"format": 2}, fields, {"title_notes": ["One.", "Two."], "annex": "none", "layout": {"contents": True}})
    text = report_yaml(groups, {"name": "its name", "in_text": "within a sentence", "format": "the format"})

    assert (
        """\
format: 2   # the format

state:
  name: "Arcania: #1"   # its name
  # in_text: the …      # within a sentence
years: [2023, 2024]

title_notes:
  - One.
  - Two.
annex: none
layout:
  contents: true
"""
        == text
    )


def test_a_list_of_issues_comes_back() -> None:
    """Parts, themes without a heading, texts that need quotation marks, and what figures are asked for."""
    outline = Outline.model_validate(
        {
            "title": "Replies: all",
            "parts": [
                {"title": "A", "themes": []},
                {"title": "yes", "themes": [{"issues": [{"number": 2, "text": "a: b", "articles": ["3"]}]}]},
                {"title": "C", "themes": [{"title": "T", "issues": [
                    {"number": 7, "questions": ["# one", "two"], "agencies": ["justice", "interior"],
                     "asks": {"indicators": ["x"], "years": [2023], "breakdowns": ["sex, age"]}}]}]},
            ],
        }
    )  # fmt: skip
    text = issues_yaml(outline, "# head\n", {7: "paragraph 5"})
    read = read_yaml(text.encode(), "issues.yaml")

    assert outline == validate(Outline, read.data, read.places)[0]
    assert text.startswith("# head\n")
    assert "- number: 7   # paragraph 5\n" in text
