"""Projects with something wrong in their files: an input for each code of intake and of the model, and further ones."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import xlsx
from xlsx import Rows, book, error, rich, styled, with_indicators, with_value, zipped

from reportgen.model.sheets import AGENCY_PROPERTY, FORMAT_PROPERTY, PROJECT_PROPERTY

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


def file_for_a_folder(root: Path) -> None:
    """A file where the folder of submissions is expected."""
    (root / "submissions").rmdir()
    (root / "submissions").touch()


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
    "RG174": sheets(Replies=(("Issue", "Text"), (1, "| Year | Cases |\n| 2022 | 5 |"))),
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
    "RG192": workbook(with_value("1\u0666")),
    "RG193": yaml("date: 2224-02-01\n"),
    "RG194": yaml("replies: [{issue: 1, text: '# Legal aid'}]\n"),
    "RG195": sheets(Indicators=(("Key", "Label"), ("cases", rich(("cases", ""), ("est", xlsx.RAISED))))),
    "RG196": workbook(xlsx.with_rule('<cfRule dxfId="1"/>', ";;;", "C2")),
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
    "RG237": workbook(xlsx.with_looks((1431, "0", '<color theme="0"/>'))),
    "RG238": workbook(xlsx.with_rule('<cfRule dxfId="1"/>', ";;;", "Z1 " * 1_001)),
    "RG216": yaml("replies: [{issue: 1, text: In case #5}]\n".replace(", text", ",\n  text").replace("}]", "\n}]")),
    "RG239": workbook(with_value(3, xlsx.Raw("<c {r}><f>C2*2</f><v>5</v></c>"))),
    "RG218": {"report.yaml": REPORT.replace("CCPR/C/EXA/3", "CEDAW/C/EXA/3")},
    "RG219": {"report.yaml": REPORT.replace("dates: {", "dates: {submitted: 2024-03-15, received: 2024-03-02, ", 1)},
    "RG217": workbook(with_value(3, xlsx.Raw("<c {r}><f>RAND()*10</f><v>5</v></c>"))),
    "RG214": sheets(Indicators=(("Key", "Label", 2023, "Offered"), ("health_1", None, 3, "yes"))),
    "RG215": yaml("replies: [{issue: 1, text: 'In all, {cases} cases.'}]\n"),
    "RG209": {"report.yaml": REPORT.replace("[2022, 2023]", "[]")},
}
"""An input for each code."""


def indicator(*heads: xlsx.Cell) -> Callable[..., Case]:
    """A maker of projects with a workbook whose Indicators have a key, these heads, and the row that is given."""
    return lambda *row: sheets(Indicators=(("Key", *heads), ("cases", *row)))


def settings(old: str, new: str) -> Case:
    """A project in which something of report.yaml is otherwise."""
    return {"report.yaml": REPORT.replace(old, new)}


OTHERS: dict[str, Case] = {
    "a long word": yaml(f"indicators: {{cases: {{measure: {'x' * 59}}}}}\nagnecy: {'x' * 61}\n"),
    "longer words": yaml(f"indicators: {{cases: {{measure: {'y' * 60}}}, b: {{measure: {'z' * 200}}}}}\n"),
    "a unit that is none": yaml("indicators: {cases: {unit: dozen}}\n"),
    "a currency with a field of another": yaml("indicators: {cost: {unit: {currency: T, many: T}}}\n"),
    "a part without its label": yaml("indicators: {cases: {label: Cases, breakdown: [{values: {}}]}}\n"),
    "a list of fields where a list is": yaml("replies: {issue: 1}\n"),
    "a field where a group is": yaml("indicators: [cases]\n"),
    "text where a truth is": yaml("indicators: {cases: {exhaustive: 'yes'}}\n"),
    "a list where text is": yaml("contact: [a, b]\n"),
    "nothing where text is": yaml("contact:\nreplies: [{issue: 1, text: }]\n"),
    "text where a date is": yaml("date: '1 May'\n"),
    "a date where text is": yaml("contact: 2024-02-01\n"),
    "a truth where a number is": yaml("replies: [{issue: true, text: x}]\n"),
    "a fraction where a whole number is": settings("cycle: 3", "cycle: 3.5"),
    "an empty name": settings("name: Exampleland", "name: ''"),
    "a name with a space behind": settings("name: Exampleland", "name: 'Exampleland '"),
    "a code in small letters": settings("code: EXA", "code: exa"),
    "a symbol with a space": settings("CCPR/C/EXA/3", "CCPR C EXA 3"),
    "a field of a group that is another": settings("due: 2024", "dew: 2024"),
    "a cycle of nought": settings("cycle: 3", "cycle: 0"),
    "a cycle of a hundred": settings("cycle: 3", "cycle: 100"),
    "a newer format": settings("cycle: 3", "cycle: 3\nformat: 99"),
    "a format of nought": settings("cycle: 3", "cycle: 3\nformat: 0"),
    "an agency asked for that is unknown": {
        "issues.yaml": ISSUES.replace(
            "agencies:", "asks: {indicators: [{key: cases, label: Cases, agency: helth}]}, agencies:"
        )
    },
    "an unknown department": yaml("department: curts\n"),
    "two files with a key": {
        HEALTH: "agency: health\nreplies: [{issue: 1, key: a, text: x}]\n",
        "submissions/other.yaml": "agency: health\nreplies: [{issue: 1, key: a, text: y}]\n",
    },
    "a reply and nothing to add": yaml("replies: [{issue: 1, text: x}]\nnothing_to_add: [1]\n"),
    "issues with a gap": {
        "issues.yaml": ISSUES.replace("issues: [", "issues: [{number: 2}, {number: 3}, {number: 5}, "),
        HEALTH: "agency: health\nreplies: [{issue: 4, text: x}]\n",
    },
    "an earlier date": yaml("date: 2021-12-31\n"),
    "the earliest date": yaml("date: 2022-01-01\n"),
    "the latest date": yaml("date: 2027-12-31\n"),
    "a later date": yaml("date: 2028-01-01\n"),
    "a folder that is a file": file_for_a_folder,
    "a file above without a ledger": {HEALTH: "agency: health\n", "submissions/health+2.yaml": "agency: health\n"},
    "figures in YAML": values("2020: 1.234, 2021: 5*, 2022: '35%', 2023: 12345678901234567, 2024: '1٦'"),
    "a figure of a labelled indicator": yaml("indicators: {cases: {label: Cases, values: {2023: few}}}\n"),
    "a figure of a part": yaml(
        "indicators: {cases: {label: Cases, unit: percent, values: {2023: 35%},"
        " breakdown: [{label: women, values: {2022: {note: late}, 2023: {value: few}}}]}}\n"
    ),
    "a percentage of an amount": yaml("indicators: {cost: {label: Costs, unit: {currency: T}, values: {2023: 35%}}}\n"),
    "a percentage of a rank": yaml("indicators: {place: {unit: rank, values: {2023: 35%}}}\n"),
    "a percentage of no unit": yaml("indicators: {place: {values: {2023: 35%}}}\n"),
    "a cell with a percentage that hides it": indicator("Unit", 2023)("percent", styled(0.354, 2)),
    "too many digits": workbook(with_value("12345678901234567", xlsx.Raw("<c {r}><v>1e400</v></c>"))),
    "what a part has from its whole": sheets(
        Indicators=(("Key", "Part of", "Label", "By", 2023), ("cases", None, "Cases", "sex", 3))
    ),
    "a row offered without figures": sheets(
        Indicators=(("Key", "Label", "Source", 2023, "Offered"), ("health_1", "Beds", "Register", None, "yes"))
    ),
    "an odd truth": indicator("Exhaustive", 2023)("perhaps", 3),
    "a cell of truth as a label": indicator("Label", 2023)(xlsx.Raw('<c t="b" {r}><v>1</v></c>'), 3),
    "an error as a label": indicator("Label", 2023)(error("#NAME?"), 3),
    "a column without a head": sheets(Indicators=(("Key", None, 2023), ("cases", "x", 3))),
    "figures without a head": sheets(
        Indicators=(("Key", 2023), ("cases", 3, styled(20240131, 1), styled(45000, 1), 5, "1 058"))
    ),
    "a year as other languages write it": indicator("2023 г.")(3),
    "a head that is nearly one": indicator("Lable", 2023)("Cases", 3),
    "units that nobody reads": indicator("Enhet", 2023)("case / cases", 3),
    "a copy of the sheet About": workbook(book({**xlsx.SHEETS, "About (2)": (("Agency", "justice"),)})),
    "a copy laid out like the replies": workbook(book({**xlsx.SHEETS, "Old": (("Issue", "Text"), (1, "Two."))})),
    "an empty further sheet": workbook(book({**xlsx.SHEETS, "Workings": ()})),
    "a hidden further sheet": workbook(book({**xlsx.SHEETS, "Workings": ((1,),)}, states={"Workings": "hidden"})),
    "no sheet of the form": workbook(book({"Letter": ((1, 2), ("a", None))})),
    "a zipped file in a zipped file": workbook(zipped({"a.txt": "x"})),
    "an alias": yaml("contact: &a x\nreplies: *a\n"),
    **{
        f"a text with {name}": yaml("replies:\n- issue: 1\n  text: |\n" + "".join(f"    {line}\n" for line in lines))
        for name, lines in {
            "a heading in a list": ("- One.", "- # Two", "", "# #"),
            "headings that are underlined": ("One", "===", "", "Two", "---", "", "***", "```"),
            "quotations and notes": (
                "> One",
                "> 90 per cent",
                "",
                "[1]: http://x.example",
                "- [ ] Two",
                "Three^[a note]",
            ),
            "signs": ("~~a~~ and ~~b~~", "==a== ++b++ $x^2$ `c`", "![a](b.png) and more", "a | b", "5 < 6 & 7 == 7"),
            "HTML": ("<b>a</b> <!-- c --> &amp; &#8211; &nothing; AT&T", "x <5 and y>3"),
            "rows that are no table": ("a | b", "c | d", "", "| a", "", "a \\| b"),
            "numbers before lines": ("12. One.", "", "14. Two.", "", "(a) Three"),
            "lines that end by hand": ("The centres offer", "A bed", "and a lawyer.", "They", "help"),
        }.items()
    },
    "marks in the words of indicators": yaml(
        "indicators:\n  cases:\n    label: '**cases**'\n    unit: {one: _a_, other: '<b>'}\n    source: '# R {{ x }}'\n"
        "    breaks: {2022: '~~law~~'}\n    breakdown: [{label: 'a `b`', by: '*c*'}]\n"
    ),
    "dates that are none": indicator(2022, 2023, 2024)(styled(-5, 1), styled(99999999, 1), styled(59.5, 1)),
    "a date of the file that is none": sheets(About=(("Agency", "health"), ("Date", styled(20240131, 1)))),
    "texts of dates": indicator(2022, 2023)(
        xlsx.Raw('<c t="d" {r}><v>2024-13-01</v></c>'), xlsx.Raw('<c t="d" {r}><v>2024-02-01T10:00</v></c>')
    ),
    "a shared text that is not there": workbook(with_value(xlsx.Raw('<c t="s" {r}><v>7</v></c>'))),
    "two sheets of one name": workbook(book({**xlsx.SHEETS, "replies ": xlsx.REPLIES})),
    "figures above the heads": sheets(Indicators=((7, "in thousands"), ("Key", 2023), ("cases", 3))),
    "a calculated cell": workbook(
        with_value(xlsx.Raw("<c {r}><f>1+1</f><v>2</v></c>"), xlsx.Raw("<c {r}><f>1/0</f></c>"))
    ),
    "figures with formats": workbook(
        xlsx.with_looks(
            *((1507, code, "") for code in ("0,", "0.0,,", ";;;", '0 "mln"', '0"*"', "-0", "0;0", '"about" 0', "[>9]x"))
        )
    ),
    "percentages with formats": workbook(
        xlsx.with_looks(*((0.354, code, "") for code in ("0%", "0.0%", "0%%", "0%,", ";;;%")), unit="percent")
    ),
    "texts with formats": indicator("Label", 2023)(xlsx.Raw('<c t="str" s="1" {r}><v>cases</v></c>'), 3),
    "an alias as a key": yaml("a: 1\n*b : 2\n"),
    "an anchor of a key": yaml("&a b: 1\n"),
    "a tag of a key": yaml("!!str b: 1\n"),
    "a merge": yaml("<<: {contact: x}\n"),
    "an empty key": yaml("'': 1\n"),
    "an odd character in a key": yaml("con\u00adtact: x\n"),
    "a quotation that never ends": yaml("contact: 'x\nreplies: []\n"),
    "a list that never ends": yaml("replies: [1,\n"),
    "a group that never ends": yaml("indicators: {a: 1\n"),
    "a value that is indented": yaml("contact: x\n  date: 2024-01-01\n"),
    "a field that is indented less": yaml("indicators:\n    a: {}\n  b: {}\n"),
    "a list beside a field": yaml("contact: x\n- y\n"),
    "a field without its colon": yaml("contact\nreplies: []\n"),
    "an escape that is none": yaml('contact: "\\q"\n'),
    "a sign that begins nothing": yaml("contact: @x\n"),
    "a tab before a value": yaml("replies:\n  - issue: 1\n\t  text: x\n"),
    "two documents": yaml("---\nagency: health\n"),
    "a directive": {HEALTH: "%YAML 9.9\n---\nagency: health\n"},
    "a day that no month has": yaml("date: 2024-02-30\n"),
    "text that is no group": {HEALTH: "health\n"},
    **{
        f"a file with the ending {ending}": {f"submissions/a{ending}": "x"} for ending in (".docx", ".pdf", ".odd", ".")
    },
}
"""Other inputs for the same codes: each reason that a message gives, and both sides of a bound."""


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
