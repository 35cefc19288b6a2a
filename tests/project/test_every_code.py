"""Every code of intake and of the model, given by an input that a person or an attacker might send."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
import xlsx
from xlsx import Rows, book, error, rich, styled, with_indicators, with_value, zipped

from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.catalogue import STAGES
from reportgen.model.sheets import AGENCY_PROPERTY, FORMAT_PROPERTY, PROJECT_PROPERTY
from reportgen.project import read_project, read_submission

REPORT = """\
state: {name: Exampleland, code: EXA}
treaty: ccpr
cycle: 3
symbol: CCPR/C/EXA/3
dates: {due: 2024}
reporting_years: [2022, 2023]
"""
ISSUES = """\
parts:
  - title: General
    themes:
      - issues: [{number: 1, text: What has changed, agencies: [health]}]
"""
AGENCIES = "agencies: [{code: health, name: Ministry of Health}]\n"
GOOD: dict[str, str | bytes] = {"report.yaml": REPORT, "issues.yaml": ISSUES, "agencies.yaml": AGENCIES}
HEALTH = "submissions/health.yaml"
BOOK = "submissions/health.xlsx"

Case = Mapping[str, str | bytes] | Callable[[Path], None]
"""Files to add to a sound project (an empty one is removed), or a function that changes the project."""


def yaml(text: str) -> Case:
    """A project whose submission is this YAML, after the agency."""
    return {HEALTH: "agency: health\n" + text}


def values(text: str) -> Case:
    """A project with an indicator of these values."""
    return yaml("indicators:\n  cases: {unit: {one: case, other: cases}, values: {" + text + "}}\n")


def workbook(data: bytes) -> Case:
    """A project whose submission is this workbook."""
    return {BOOK: data}


def sheets(**changed: Rows) -> Case:
    """A project with a workbook in which some sheets are others."""
    return workbook(book({**xlsx.SHEETS, **changed}))


def no_folder(root: Path) -> None:
    """A project whose folder is not there."""
    shutil.rmtree(root)


def file_instead(root: Path) -> None:
    """A file where the folder of the project is expected."""
    shutil.rmtree(root)
    root.touch()


def emptied(root: Path) -> None:
    """A folder without any of the files of a project."""
    shutil.rmtree(root)
    root.mkdir()


def link_out(root: Path) -> None:
    """A submission that is a link to a file outside."""
    (root.parent / "secret.yaml").write_text("agency: health\n")
    (root / HEALTH).symlink_to(root.parent / "secret.yaml")


def link_nowhere(root: Path) -> None:
    """A submission that is a link to nothing."""
    (root / BOOK).symlink_to("nowhere")


def many_files(root: Path) -> None:
    """More files than a project has."""
    for number in range(2001):
        (root / f"submissions/{number}.yaml").touch()


def sparse(root: Path) -> None:
    """A file that claims a size which it does not fill."""
    with (root / BOOK).open("wb") as file:
        file.truncate(10**9)


def bomb(root: Path) -> None:
    """A small workbook that unpacks to much."""
    (root / BOOK).write_bytes(book(replace={"xl/theme/theme1.xml": b" " * (41 * 1024 * 1024)}))


CASES: dict[str, Case] = {
    "RG101": {"report.yaml": ""},
    "RG102": link_nowhere,
    "RG103": link_out,
    "RG104": sparse,
    "RG105": lambda root: (root / BOOK).touch(),
    "RG106": {"submissions/health.xls": "old"},
    "RG107": many_files,
    "RG108": {"submissions/~$health.xlsx": "x"},
    "RG109": lambda root: (root / "submissions/old").mkdir(),
    "RG110": {HEALTH: "agency: Минздрав".encode("cp1251")},
    "RG111": {HEALTH: "agency: health".encode("utf-16")},
    "RG112": yaml("contact: Re\u202everse\n"),
    "RG113": yaml("contact: dis\u00adcrimination\n"),
    "RG115": {HEALTH: book()},
    "RG116": no_folder,
    "RG117": file_instead,
    "RG118": emptied,
    "RG119": {os.fsdecode(b"submissions/just\xff.yaml"): "agency: health"},
    "RG120": yaml("contact: a: b\n"),
    "RG121": yaml("replies:\n\t- issue: 1\n"),
    "RG122": yaml("contact: !!python/object/apply:os.system [ls]\n"),
    "RG123": yaml("agency: health\n"),
    "RG124": yaml("contact: " + "[" * 100 + "\n"),
    "RG125": yaml("replies: [" + "1," * 250_001 + "]\n"),
    "RG126": yaml("[a]: b\n"),
    "RG127": {HEALTH: "# nothing\n"},
    "RG130": workbook(b"\xd0\xcf\x11\xe0" + b"\0" * 600),
    "RG131": workbook(b"Key,2023\ncases,384\n"),
    "RG132": workbook(book()[:-300]),
    "RG133": workbook(book(replace={"../evil.xml": "<a/>"})),
    "RG134": bomb,
    "RG135": workbook(book(replace={"docProps/app.xml": "<a>" * 65 + "</a>" * 65})),
    "RG140": workbook(book({"About": xlsx.ABOUT, "Replies": xlsx.REPLIES, "Indicators 2023": xlsx.INDICATORS})),
    "RG141": workbook(book({"Prices": xlsx.INDICATORS})),
    "RG142": sheets(Indicators=(("Label", "Unit", 2023), ("cases", "case / cases", 3))),
    "RG143": sheets(Indicators=(("Key", "Colour"),)),
    "RG144": sheets(Indicators=(("Key", 2022, 2022), ("cases", 1, 2))),
    "RG145": sheets(Replies=(("Issue", "Text"), *((1, "x"),) * 20_001)),
    "RG146": workbook(book(states={"Indicators": "veryHidden"})),
    "RG147": sheets(About=(("Agency", "health"), ("Contatc", "A. Person"))),
    "RG148": sheets(Indicators=(("Key", styled(2023, 1)), ("cases", 3))),
    "RG149": sheets(Indicators=(("Key", 2023), ("cases", 3, 4))),
    "RG150": workbook(with_value(error("#DIV/0!"))),
    "RG151": workbook(with_value(xlsx.Raw("<c {r}><f>SUM(A1:A9)</f></c>"))),
    "RG152": workbook(with_value(styled(45000, 1))),
    "RG153": workbook(with_value(xlsx.Raw('<c t="b" {r}><v>1</v></c>'))),
    "RG154": workbook(with_value("about 360")),
    "RG155": workbook(with_value("1.234")),
    "RG156": workbook(with_value(xlsx.Raw("<c {r}><v>0.3333333333333333</v></c>"))),
    "RG157": workbook(with_value(styled(0.35, 2))),
    "RG158": workbook(with_value("1 058")),
    "RG159": workbook(with_value("n/a")),
    "RG160": workbook(with_value("–")),
    "RG161": sheets(Indicators=(("Key", "Source", 2023), ("cases", styled(45000, 1), 3))),
    "RG162": sheets(About=(("Agency", "health"), ("Date", "01/02/2024"))),
    "RG163": sheets(Indicators=(("Key", "Label", 2023), (None, "cases", 3))),
    "RG164": sheets(Indicators=(("Key", "Part of", "Label", 2023), (None, "case", "women", 3))),
    "RG165": sheets(Indicators=(("Key", 2023), ("cases", 3), ("cases", 4))),
    "RG166": sheets(Indicators=(("Key", "Part of", "Label", "Measure"), ("c",), (None, "c", "women", "stock"))),
    "RG167": workbook(with_value(3, unit="persons")),
    "RG168": sheets(Indicators=(("Key", "Note", 2023), ("cases", "late", 3))),
    "RG169": sheets(Replies=(("Issue", "Text"), (1, "One."), (None, "Two."))),
    "RG170": workbook(xlsx.with_properties({PROJECT_PROPERTY: "CCPR/C/EXA/2"})),
    "RG171": workbook(xlsx.with_properties({AGENCY_PROPERTY: "justice"})),
    "RG172": workbook(xlsx.with_properties({FORMAT_PROPERTY: 1000})),
    "RG173": sheets(Replies=(("Issue", "Text"), (1, "The centres offer:\na bed\na lawyer"))),
    "RG174": sheets(Replies=(("Issue", "Text"), (1, "Region\tWomen\n2022\t5\t6"))),
    "RG175": sheets(Problems=(("Code", "Indicator", "Period", "Your answer"), ("RG320", "cases", 2023, "confirmed"))),
    "RG176": sheets(Problems=(("Code", "Indicator", "Period", "Your answer"), ("RG320", "cases", 2023, "see letter"))),
    "RG177": sheets(Problems=(("Code", "Your answer", "Reason"), ("RG320", "confirmed", "It is so."))),
    "RG178": yaml("replies: [{issue: 1, text: '12. In 2023, much was done.'}]\n"),
    "RG179": yaml("replies: [{issue: 1, text: '> 90 per cent of the cases.'}]\n"),
    "RG180": {HEALTH: "agency: helth\n"},
    "RG181": {"issues.yaml": ISSUES.replace("[health]", "[helth]")},
    "RG182": {"issues.yaml": ISSUES.replace("issues: [", "issues: [{number: 1}, ")},
    "RG183": yaml("replies: [{issue: 11, text: x}]\n"),
    "RG184": yaml("indicators: {cases: {issue: 11}}\n"),
    "RG185": {"agencies.yaml": AGENCIES.replace("]", ", {code: health, name: Health}]")},
    "RG186": yaml("replies: [{issue: 1, text: x, key: a}, {issue: 1, text: y, key: a}]\n"),
    "RG187": workbook(
        with_indicators(("Key", 2023), ("cases", xlsx.Raw("<c {r}><f>1+1</f><v>0</v></c>")), calculates_on_load=True)
    ),
    "RG188": workbook(with_value(rich(("512", xlsx.STRUCK), (" 498", "")))),
    "RG189": workbook(with_value(rich(("5", ""), ("1", xlsx.RAISED)))),
    "RG190": workbook(xlsx.with_looks((96_321, "#,##0,", ""))),
    "RG191": workbook(xlsx.with_looks((164.111, "0", ""))),
    "RG196": workbook(xlsx.with_rule('<cfRule dxfId="1"/>', ";;;", "C2")),
    "RG192": workbook(with_value("1\u0666")),
    "RG193": yaml("date: 2224-02-01\n"),
    "RG194": yaml("replies: [{issue: 1, text: '# Legal aid'}]\n"),
    "RG195": sheets(Indicators=(("Key", "Label"), ("cases", rich(("cases", ""), ("est", xlsx.RAISED))))),
    "RG197": yaml("replies: [{issue: 1, text: 'see `annex`'}]\n"),
    "RG201": yaml("contcat: x\n"),
    "RG202": {HEALTH: "contact: x\n"},
    "RG203": {"report.yaml": REPORT.replace("cycle: 3", "cycle: third")},
    "RG204": yaml("indicators: {cases: {measure: total}}\n"),
    "RG205": yaml("contact: " + "x" * 501 + "\n"),
    "RG206": {"report.yaml": REPORT.replace("due: 2024", "due: 24")},
    "RG207": yaml("indicators: {Cases: {}}\n"),
    "RG208": values("23: 5"),
    "RG220": sheets(Indicators=(("Key", "FY2023"), ("cases", 3))),
    "RG221": sheets(Indicators=(("Key", "Enhet", 2023), ("cases", "case / cases", 3))),
    "RG223": sheets(Indicators=(("Key", "Jahr 2023"), ("cases", 3))),
    "RG224": sheets(Indicators=(("Key", 2023), ("cases", 3), ("Key", 2022))),
    "RG242": sheets(Replies=(("Issue", "Text", "Answers"), (1, "Much was done.", "see above"))),
    "RG225": sheets(Replies=(("Issue", "Text"), ("In 2023, much was done.", None))),
    "RG226": sheets(Workings=((1, 2),)),
    "RG227": workbook(book({**xlsx.SHEETS, "Indicators (2)": (("Key", 2023), ("cases", 9))})),
    "RG231": sheets(Replies=(("Issue", "Text", "Nothing to add"), (1, "One.", "yes"))),
    "RG232": sheets(Replies=(("Issue", "Text", "Nothing to add"), (1, None, "n/a"))),
    "RG233": sheets(Indicators=(("Key", 2023), ("Cases", 3))),
    "RG214": sheets(Indicators=(("Key", "Label", 2023, "Offered"), ("health_1", None, 3, "yes"))),
    "RG215": yaml("replies: [{issue: 1, text: 'In all, {cases} cases.'}]\n"),
    "RG209": {"report.yaml": REPORT.replace("[2022, 2023]", "[]")},
}
"""An input for each code."""
FOREIGN_WORDS = ("pydantic", "input should", "http", "str_", "nonetype", "decimal(", "traceback", "expat", "zipfile")
"""What a library would say."""
UNREACHED = {"RG128", "RG210", "RG211", "RG222", "RG228", "RG229", "RG230", "RG234", "RG235", "RG236", "RG240", "RG241"}
"""A file of cases is no part of a project; the last resort, for what no rule of the model gives today; the words of
workbooks, which tests/model/test_form_texts.py gives; what test_layout.py, test_second.py and
test_list_as_it_comes.py give; and a check."""


def project(root: Path, case: Case) -> Path:
    """A sound project, changed by a case."""
    folder = root / "project"
    (folder / "submissions").mkdir(parents=True)
    files = {**GOOD, **(case if isinstance(case, Mapping) else {})}
    for name, content in files.items():
        if content:
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    if not isinstance(case, Mapping):
        case(folder)
    return folder


def codes(diagnostics: Iterable[Diagnostic]) -> set[str]:
    """The codes of diagnostics."""
    return {diagnostic.code for diagnostic in diagnostics}


@pytest.mark.parametrize("code", CASES)
def test_an_input_gives_its_code(code: str, tmp_path: Path) -> None:
    """Each code is given by its case, at a place within the project, with a hint, in words of no library."""
    folder = project(tmp_path, CASES[code])
    diagnostics = read_project(folder).diagnostics
    found = [one for one in diagnostics if one.code == code]
    said = " ".join(f"{one.message} {one.hint}" for one in diagnostics).casefold()

    assert found
    assert not [word for word in FOREIGN_WORDS if word in said]
    assert all(one.place and one.place.file.startswith(folder.as_posix()) and one.hint for one in found)


TABLES = [
    STAGES[stage] for stage in ("intake", "intake_workbooks", "intake_figures", "intake_cells", "model", "layout")
]
"""The files of the catalogue for what a project's files hold, RG1 before RG2."""


def test_every_code_has_a_case() -> None:
    """A code that nothing gives would be a promise that nothing keeps."""
    assert {code for table in TABLES for code in table} == CASES.keys() | UNREACHED


def test_a_sound_project_gives_none(tmp_path: Path) -> None:
    """The project that the cases change has no problem of its own."""
    folder = project(tmp_path, {BOOK: book()})
    loaded = read_project(folder)

    assert () == loaded.diagnostics
    assert loaded.report is not None


def test_a_broken_submission_does_not_hide_the_others(tmp_path: Path) -> None:
    """Each file is read, whatever its neighbours are, and what is sound of it."""
    folder = project(
        tmp_path,
        {
            "submissions/a.yaml": "agency: [",
            "submissions/b.xlsx": b"PK\x03\x04 not a zip",
            "submissions/c.yaml": "agency: health\ncontcat: x\n",
            "submissions/d.xlsx": book(),
        },
    )
    loaded = read_project(folder)

    assert {"RG120", "RG132", "RG201"} == codes(loaded.diagnostics)
    assert loaded.report is not None
    assert [one.agency for one in loaded.report.submissions] == ["health", "health"]
    assert loaded.places.exact(("submissions", 1, "indicators", "cases", "values", "2022")) is not None


def test_the_catalogue_knows_the_codes_by_stage() -> None:
    """Codes of intake begin with RG1, those of the model with RG2."""
    assert all(code.startswith("RG1") for table in TABLES[:4] for code in table)
    assert all(code.startswith("RG2") for table in TABLES[4:] for code in table)


def test_what_is_said_of_one_file_is_bounded() -> None:
    """A thousand bad cells are a hundred messages, the last of which counts the others."""
    rows: Rows = [("Key", 2023), *((f"k{number}", "abc") for number in range(1000))]
    found = [one for one in read_submission(with_indicators(*rows), "x.xlsx").diagnostics if one.code == "RG154"]

    assert len(found) == 100
    assert found[-1].notes == ("and 900 more like this in the same file",)


def test_a_stored_zip_is_as_good_as_a_deflated_one() -> None:
    """Both ways of packing are read."""
    read = read_submission(zipped(xlsx.parts_of(xlsx.SHEETS), zipfile.ZIP_STORED), "x.xlsx")

    assert () == read.diagnostics
