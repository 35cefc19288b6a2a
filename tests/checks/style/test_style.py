"""`reportgen style`: what it says of projects, workbooks and documents, where, and how it ends."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from build import heading, item_list, paragraph, words
from click.testing import CliRunner, Result
from project import AGENCIES, REPORT, make_project
from submission_workbook import write_submission
from xlsx import SHEETS, Raw, book

from reportgen.checks.editorial.passage import EditorialPassage, Notice, PassageKind
from reportgen.checks.editorial.rules import find_remarks
from reportgen.checks.style import check_style, correct_style, read_style, style_document
from reportgen.cli.main import cli
from reportgen.diagnostics import Place, Severity
from reportgen.diagnostics.catalogue import STAGES
from reportgen.diagnostics.explanations import explanations
from reportgen.document.numbering import number_document
from reportgen.document.tree import (
    Cell,
    Document,
    Item,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Quotation,
    Row,
    Table,
)
from reportgen.model import Submission

ROOT = Path(__file__).parents[3]
FAULTY = """\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {one: person, other: persons}
    issue: 1
    values: {2021: 944, 2022: 1058, 2023: 348}
    breakdown:
      - {label: {one: woman, other: women}, values: {2023: 148}}
      - {label: {one: man, other: men}, values: {2023: 200}}
  paid:
    label: amounts paid
    unit: {currency: T}
    issue: 1
    values: {2023: 49456000}
replies:
  - issue: 1
    key: fund
    text: |
      In 2023, compensation went to {{ victims | compared }} victims  of crime.

      In 2021, the Fund paid compensation to 944 victims, which made {{ paid }} under the NPM.
  - issue: 1
    text: >-
      So far, XX persons
      were trained (compared with151 in 2020).
"""


def said(root: Path) -> list[tuple[str, str]]:
    """Each remark by its place below the project and its code."""
    found = check_style(root).diagnostics
    return [(str(one.place).removeprefix(f"{root.as_posix()}/"), one.code) for one in found]


def run(*arguments: str) -> Result:
    """The command with arguments."""
    return CliRunner().invoke(cli, ["style", *arguments], catch_exceptions=False)


def test_remarks_stand_at_their_line_and_column(tmp_path: Path) -> None:
    """Also where lines of a text are folded into one."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    assert [
        ("submissions/justice.yaml:20:69", "RG920"),
        ("submissions/justice.yaml:22:46", "RG937"),
        ("submissions/justice.yaml:22:70", "RG914"),
        ("submissions/justice.yaml:22:91", "RG934"),
        ("submissions/justice.yaml:25:15", "RG935"),
        ("submissions/justice.yaml:26:30", "RG919"),
    ] == said(root)


def test_a_typed_number_gets_the_reference_that_writes_it(tmp_path: Path) -> None:
    """With its period where it is not the latest one, and its part where it is one."""
    text = "In 2021, compensation went to 944 victims, in 2023 to 348 victims, of whom 148 were women who received it."
    faulty = FAULTY.replace("under the NPM.", "in all. " + text)

    hints = [one.hint for one in check_style(make_project(tmp_path, submissions__justice_yaml=faulty)).diagnostics]

    assert {
        "write {{ victims | at(2021) }}",
        "write {{ victims }}",
        "write {{ victims | value(part='women') }}",
    } == {hint for hint in hints if hint and "{{" in hint}


def test_a_number_of_another_issue_is_left_alone(tmp_path: Path) -> None:
    """The same number under another issue may count something else."""
    faulty = FAULTY.replace("    issue: 1\n    values: {2021", "    issue: 2\n    values: {2021")

    assert "RG937" not in dict(map(reversed, said(make_project(tmp_path, submissions__justice_yaml=faulty))))  # type: ignore[arg-type] # pairs


def test_a_workbook_is_corrected_in_a_copy(tmp_path: Path) -> None:
    """Corrections are named with sheet and cell, old and new; what came in keeps its bytes and can be brought back."""
    submission = Submission.model_validate({"agency": "justice", "replies": [{"issue": 1, "text": "It rose by  16%."}]})
    data = write_submission(submission)
    root = make_project(tmp_path)
    (root / "submissions" / "justice.yaml").unlink()
    (root / "submissions" / "justice.xlsx").write_bytes(data)

    result = run(root.as_posix(), "--fix")

    place = f"{root.as_posix()}/submissions/justice.xlsx:Replies!"
    lines = [line for line in result.output.splitlines() if ": corrected [" in line]
    assert ["by  16%. → by 16%.", "16%. → 16 per cent."] == [line.partition("]: ")[2] for line in lines]
    assert all(line.startswith(place) for line in lines)
    assert result.output.endswith(": nothing else to remark\n")
    assert data == (root / "submissions" / "earlier" / "justice.1.xlsx").read_bytes()
    assert [] == said(root)
    CliRunner().invoke(cli, ["receive", str(root), "--undo", "justice"], catch_exceptions=False)
    assert data == (root / "submissions" / "justice.xlsx").read_bytes()


def test_a_cell_that_cannot_be_corrected_is_listed(tmp_path: Path) -> None:
    """A text that a formula makes is the agency's to correct, and the workbook stays as it is."""
    formula = Raw('<c t="str" {r}><f>"It rose by "&amp;"16%."</f><v>It rose by 16%.</v></c>')
    data = book({**SHEETS, "Replies": (("Issue", "Text"), (1, formula))})
    root = make_project(tmp_path)
    (root / "submissions" / "justice.yaml").unlink()
    (root / "submissions" / "justice.xlsx").write_bytes(data)

    result = run(root.as_posix(), "--fix")

    assert 1 == result.output.count("to correct in the workbook [RG901]: 16%. → 16 per cent.")
    assert data == (root / "submissions" / "justice.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ('Of "free access" to it.', "write “free access”"),
        ('The ("free access").', "write (“free access”)."),
        ("The State's duty.", "write “State’s”"),
    ],
)
def test_quotation_marks_in_advice_stand_once(tmp_path: Path, typed: str, hint: str) -> None:
    """What is to be typed can be read from it, mark by mark."""
    faulty = FAULTY.replace("under the NPM.", f"in all. {typed}")

    found = check_style(make_project(tmp_path, submissions__justice_yaml=faulty)).diagnostics

    assert [hint] == [one.hint for one in found if one.code == "RG922"]


def test_fix_writes_and_says_what_is_left(tmp_path: Path) -> None:
    """Corrections first, then the files, then the remarks that a person must settle, with their numbers."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    result = run(root.as_posix(), "--fix")

    assert 0 == result.exit_code
    assert "20:69: corrected [RG920]: victims  of → victims of" in result.output
    assert f"wrote {root.as_posix()}/submissions/justice.yaml" in result.output
    assert "1 warning, 3 remarks" in result.output
    assert "victims of crime" in (root / "submissions" / "justice.yaml").read_text(encoding="utf-8")
    assert "corrected" not in run(root.as_posix(), "--fix").output


def test_without_fix_nothing_is_written(tmp_path: Path) -> None:
    """Looking changes no file."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    run(root.as_posix())

    assert FAULTY == (root / "submissions" / "justice.yaml").read_text(encoding="utf-8")


def test_headings_and_notes_are_looked_at(tmp_path: Path) -> None:
    """Titles of parts and themes, notes to the title, names of agencies, sources; each at its place."""
    root = make_project(
        tmp_path,
        report_yaml=REPORT + "title: The 'third' report.\n",
        agencies_yaml=AGENCIES.replace("Ministry of Justice", "Ministry  of Justice"),
    )
    issues = root / "issues.yaml"
    issues.write_text(issues.read_text().replace("title: General information", "title: General information."))

    assert {
        ("agencies.yaml:2:35", "RG920"),
        ("issues.yaml:2:31", "RG938"),
        ("report.yaml:9:12", "RG922"),
        ("report.yaml:9:18", "RG922"),
        ("report.yaml:9:26", "RG938"),
    } == set(said(root))
    assert {"agencies.yaml", "issues.yaml", "report.yaml"} == correct_style(root).files.keys()


def test_json_has_remarks_corrections_and_numbers(tmp_path: Path) -> None:
    """For programs: what was corrected, where it was written, what is left, how much of each."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    facts = json.loads(run(root.as_posix(), "--fix", "--format", "json").output)

    assert ["RG920", "RG919"] == [one["code"] for one in facts["corrections"]]
    assert [True, True] == [one["made"] for one in facts["corrections"]]
    assert [f"{root.as_posix()}/submissions/justice.yaml"] == facts["files"]
    assert {"RG914": 1, "RG934": 1, "RG935": 1, "RG937": 1} == facts["counts"]
    assert 4 == len(facts["diagnostics"])


def test_only_some_rules_can_be_asked_for(tmp_path: Path) -> None:
    """`--only` names rules; a code that is none is a wrong usage."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    assert "1 remark\n" in run(root.as_posix(), "--only", "rg914").output
    assert 2 == run(root.as_posix(), "--only", "RG301").exit_code


def test_a_project_that_cannot_be_read_ends_with_an_error(tmp_path: Path) -> None:
    """A missing folder is said, as by check."""
    result = run((tmp_path / "nothing").as_posix())

    assert 2 == result.exit_code
    assert "RG116" in result.output


def test_a_linked_folder_is_not_written_into(tmp_path: Path) -> None:
    """The file stays as it was, and what was not written is not called corrected."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)
    link = tmp_path / "link"
    link.symlink_to(root, target_is_directory=True)

    result = run(link.as_posix(), "--fix")

    assert 2 == result.exit_code
    assert "RG602" in result.output
    assert "corrected [" not in result.output
    assert FAULTY == (root / "submissions" / "justice.yaml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_replaced_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays as it was, and what was not written is not called corrected."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run(root.as_posix(), "--fix")

    assert 2 == result.exit_code
    assert "RG602" in result.output
    assert "corrected [" not in result.output
    assert FAULTY == (root / "submissions" / "justice.yaml").read_text(encoding="utf-8")


# ---- documents --------------------------------------------------------------------------------------------------

PUBLISHED = """\
\t\tReplies to the list of issues (CCPR/C/ARC/QPR/2)
\tA.\tGeneral information
\t\tReply to the issues raised in paragraph 1
1.\tIn 2023, the share was 16% of all.
2.\tThe Act  was adopted. See https://example.org/a--b%20c for its text.
"""


def test_remarks_on_a_document_stand_at_its_paragraphs(tmp_path: Path) -> None:
    """A published report is looked at like a project; addresses are left alone."""
    file = tmp_path / "report.txt"
    file.write_text(PUBLISHED, encoding="utf-8")

    found = [(str(one.place).removeprefix(f"{tmp_path.as_posix()}/"), one.code) for one in read_style(file)]

    assert [("report.txt, paragraph 1", "RG901"), ("report.txt, paragraph 2", "RG920")] == found


def test_each_part_of_a_document_is_looked_at_for_what_it_is() -> None:
    """Headings, items, notes, tables and sources; quoted words stay as they are."""
    blocks = (
        heading(Level.PART, "General information."),
        paragraph("It is so.", Note(words("See art. 5 of the  Act."))),
        item_list("The police;", "12 officers"),
        item_list("The police;", mark=Mark.LETTER),
        ItemList((Item(words("The courts;"), (item_list("A court  of appeal."),)),), Mark.LETTER),
        paragraph("It is", LineBreak(), "so in", Link("https://example.org", words(" the  Act")), "."),
        Table(words("Cases  tried"), (Cell(words("Year")),), (Row((Cell(words("16% of all")), Cell(words("1500")))),)),
        Quotation(words("It  was  so.")),
    )
    document = number_document(Document("", "", "en-GB", (), blocks))

    found = [
        (one.code, isinstance(one.at, Place) and one.at.paragraph) for one in style_document(document, "report.docx")
    ]

    assert [
        ("RG938", None),
        ("RG920", 1),
        ("RG940", 1),
        ("RG920", 1),
        ("RG920", 2),
        ("RG920", 2),
        ("RG901", 2),
    ] == found


def test_a_document_cannot_be_corrected(tmp_path: Path) -> None:
    """`--fix` on a file is a wrong usage; looking at it is none."""
    file = tmp_path / "report.txt"
    file.write_text(PUBLISHED, encoding="utf-8")

    assert 2 == run(file.as_posix(), "--fix").exit_code
    assert 0 == run(file.as_posix()).exit_code


def test_a_file_of_a_project_is_looked_at_with_its_project(tmp_path: Path) -> None:
    """Alone it is a wrong usage: its references and abbreviations need the rest."""
    result = run((make_project(tmp_path) / "submissions" / "justice.yaml").as_posix())

    assert 2 == result.exit_code
    assert "name the folder of the project" in result.output


def test_a_project_is_named_from_within_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`reportgen style . --fix` corrects what `reportgen style PROJECT --fix` corrects."""
    root = make_project(tmp_path, submissions__justice_yaml=FAULTY)
    monkeypatch.chdir(root)

    assert "wrote submissions/justice.yaml" in run(".", "--fix").output


def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    """As any file that cannot be read."""
    result = run((tmp_path / "report.docx").as_posix())

    assert 2 == result.exit_code
    assert "RG102" in result.output


# ---- no false alarms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("project", ["inputs", "examples/minimal"])
def test_nothing_is_said_of_the_projects_of_this_repository(project: str) -> None:
    """Their text follows the rules."""
    found = check_style(ROOT / project).diagnostics

    assert [] == [(one.code, one.message) for one in found]


def passages(data: bytes) -> list[EditorialPassage]:
    """The paragraphs, headings and items of a published report."""
    found: list[EditorialPassage] = []
    for line in data.decode().splitlines():
        numbered = re.fullmatch(r"\d+\.\t(.*)", line)
        kind = (
            PassageKind.PARAGRAPH
            if numbered
            else PassageKind.HEADING
            if line.startswith((" ", "\t"))
            else PassageKind.ITEM
        )
        found.append(EditorialPassage((numbered[1] if numbered else line).strip(), kind))
    return found


def test_little_is_said_of_a_report_that_editors_have_edited(published: bytes) -> None:
    """Two missing spaces, a note to the authors, a bare number of an article, one number beside others in words."""
    found = find_remarks(passages(published))

    assert Counter({"RG919": 2, "RG935": 1, "RG926": 1, "RG903": 1}) == Counter(remark.code for _, remark in found)


# ---- every code -------------------------------------------------------------------------------------------------

WHOLE = {
    "RG914": ["The Fund paid T 8 billion."],
    "RG934": ["The work of the NPM goes on."],
    "RG936": [
        "The Act of 2022 gives each person the right to a lawyer.",
        "The Act of 2022 gives every person the right to a lawyer.",
    ]
    * 2,
}


@pytest.mark.parametrize("code", WHOLE)
def test_rules_on_the_whole_text_find_what_they_must(code: str) -> None:
    """A currency without a name, an abbreviation without explanation, a paragraph twice."""
    assert code in {remark.code for _, remark in find_remarks([EditorialPassage(text) for text in WHOLE[code]])}


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("RG914", ["The Fund paid T 8 billion.", "Amounts are in tenge (T)."]),
        ("RG914", ["It paid USD 500,000 and $5 million."]),
        ("RG914", ["On 5 million occasions. In 1,058 cases, it met."]),
        ("RG934", ["The Group of States (GRECO) met. GRECO agreed.", "GRECO went."]),
        ("RG934", ["It treats HIV/AIDS and HIV.", "Articles II and XIV apply.", "See CCPR/C/KAZ/CO/2 and DSM-25."]),
        ("RG934", ["Non-governmental organizations (NGOs) met. An NGO agreed."]),
        ("RG936", ["The Act gives a right.", "The Act gives a right."]),
        (
            "RG936",
            [
                "In the reply to the first issue, the courts gave 5 judgments in cases of theft.",
                "In the reply to the second issue, the police ended 7 inquiries into cases of fraud.",
            ],
        ),
    ],
)
def test_rules_on_the_whole_text_leave_look_alikes_alone(code: str, texts: list[str]) -> None:
    """What is explained, known to all, short, or only begins alike."""
    assert code not in {remark.code for _, remark in find_remarks([EditorialPassage(text) for text in texts])}


def test_an_abbreviation_that_is_explained_too_late_is_named() -> None:
    """The advice says to explain it where it first stands."""
    found = find_remarks([EditorialPassage("GRECO agreed."), EditorialPassage("The Group of States (GRECO) met.")])

    assert [(0, "RG934", "explain GRECO here, where it first stands: the full name, then (GRECO)")] == [
        (index, remark.code, remark.advice) for index, remark in found
    ]


@pytest.mark.parametrize(("group", "where"), [(7, " and answers issue 7"), (None, "")])
def test_what_stands_twice_is_named_with_the_issue_of_the_first(group: int | None, where: str) -> None:
    """A paragraph of no reply, as in a document, answers none."""
    text = "The Act of 2022 gives each person the right to a lawyer from the first hour."
    (found,) = find_remarks([EditorialPassage(text, group=group), EditorialPassage(text, group=8)])

    assert (1, "RG936", 0, len(text)) == (found[0], found[1].code, found[1].start, found[1].end)
    assert f"keep one of the two; the other begins “The Act of 2022 gives each …”{where}" == found[1].advice


def test_paragraphs_with_other_figures_are_not_the_same() -> None:
    """The references within a paragraph are part of what it says."""
    texts = ["{{ dv_cases }} persons were convicted.", "{{ fund_paid }} persons were convicted."]
    alike = [EditorialPassage("\ufffc persons were convicted.", identity=text) for text in texts]

    assert [] == find_remarks(alike)


EXAMPLES = [code for code in STAGES["editorial"] if code not in {"RG936", "RG937", "RG942", "RG960"}]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_of_a_rule_is_found_and_put_right(code: str) -> None:
    """What stands before the arrow breaks just this rule; what stands after it breaks none."""
    example = explanations()[code].example
    kind = {"RG938": PassageKind.HEADING, "RG940": PassageKind.ITEM}.get(code, PassageKind.PARAGRAPH)
    before, after = example.split(" → ")

    remarks: list[Notice] = [remark for _, remark in find_remarks([EditorialPassage(before, kind)])]

    assert code in {remark.code for remark in remarks}
    assert [] == [remark.code for _, remark in find_remarks([EditorialPassage(after, kind)])]
    for remark in remarks:
        change = remark.correction(before)
        if remark.code == code and change and sum(one.code == code for one in remarks) == 1:
            assert after == before[: change[0].start] + change[1] + before[change[0].end :]


def test_a_correction_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A colon with a space would make a field of a plain text."""
    faulty = FAULTY.replace("label: victims who received compensation", "label: police:women")
    root = make_project(tmp_path, submissions__justice_yaml=faulty)

    assert ["RG960"] == [one.code for one in correct_style(root).diagnostics]
    assert "warning[RG960]" in run(root.as_posix(), "--fix").output


def test_no_remark_is_an_error() -> None:
    """The rules of style never keep a document from being made."""
    assert not [code for code, entry in STAGES["editorial"].items() if entry.severity is Severity.ERROR]
