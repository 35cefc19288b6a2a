"""Problems of intake: files, YAML, and names that files give to each other; workbooks and figures beside it."""

from reportgen.diagnostics.catalogue.entry import Entry
from reportgen.diagnostics.catalogue.intake_cells import CELLS
from reportgen.diagnostics.catalogue.intake_figures import FIGURES
from reportgen.diagnostics.catalogue.intake_workbooks import CONTAINER, RETURNED, SHEETS
from reportgen.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

FILES: tuple[Entry, ...] = (
    Entry(
        "RG101",
        ERROR,
        "a missing file",
        "the project has no {name}",
        "add {name}; {purpose}",
        "A project needs report.yaml, issues.yaml, agencies.yaml and a folder submissions. Without one of them no "
        "report can be made.",
        "A folder without report.yaml. Copy examples/minimal and change it.",
    ),
    Entry(
        "RG102",
        ERROR,
        "a file that cannot be opened",
        "the file cannot be read: {reason}",
        "{action}",
        "Only ordinary files are read, never folders, pipes or devices in the place of a file, and only those that "
        "this account may read.",
        "submissions/health.xlsx is a link that leads nowhere. Copy the file itself into the folder.",
    ),
    Entry(
        "RG103",
        ERROR,
        "a link that leads out of the project",
        "the file is a link that leads out of the project",
        "put a copy of the file itself into the project's folder",
        "Nothing outside the project is read because an input says so; otherwise a submission could have any file of "
        "this computer printed.",
        "submissions/health.yaml is a link to /etc/passwd. Put the agency's own file there.",
    ),
    Entry(
        "RG104",
        ERROR,
        "a file that is too large",
        "the file has {size}, and at most {limit} are read",
        "remove pictures, sheets and whatever is not needed, or divide it into several files",
        "The limit keeps one file from filling the memory. A full submission stays far below it.",
        "A workbook of 60 MB with scanned pages in it. Send the pages apart.",
    ),
    Entry(
        "RG105",
        ERROR,
        "an empty file",
        "the file is empty: it has no content at all",
        "get the file again from where it came; it was probably cut off on its way",
        "A file of no bytes is what remains when a copy or a download breaks off.",
        "submissions/health.xlsx with 0 bytes. Save the attachment again.",
    ),
    Entry(
        "RG106",
        ERROR,
        "a file of another kind among the submissions",
        "{name} is {kind}, which is not read",
        "{action}",
        "Submissions are workbooks (.xlsx) or YAML files (.yaml, .yml). Any other file is named, so that nothing that "
        "an agency sent is left out unseen.",
        "submissions/health.xls, in the format of before 2007. Open it in Excel and save it as an .xlsx workbook.",
    ),
    Entry(
        "RG107",
        ERROR,
        "too many files",
        "the folder holds {count} files, and at most {limit} are read",
        "move files that are no submissions out of the folder",
        "The limit keeps a wrong folder from being read as a project.",
        "A project whose submissions folder is the archive of ten years. Move the old years elsewhere.",
    ),
    Entry(
        "RG108",
        INFO,
        "a file that was left out",
        "{name} was left out: it is {kind}",
        "nothing needs to be done; if the workbook is still open in Excel, save it there first",
        "Excel and LibreOffice put a lock file beside a workbook that is open, and desktops leave files of their own. "
        "They hold no submission.",
        "submissions/~$health.xlsx beside submissions/health.xlsx. Close the workbook in Excel.",
    ),
    Entry(
        "RG109",
        WARNING,
        "a folder among the submissions",
        "the folder {name} was not looked into",
        "move the submissions that count from it into the folder submissions itself",
        "Submissions stand directly in the folder submissions, so that it is plain which of them count.",
        "submissions/old/health.xlsx. Move it up, or leave it where it does not count.",
    ),
    Entry(
        "RG110",
        ERROR,
        "text that is not UTF-8",
        "the file is not in UTF-8: byte {byte} cannot be read here",
        "open it in a text editor and save it with the encoding UTF-8",
        "Text files are read as UTF-8 only. Guessing another encoding would turn letters into others unseen.",
        "A file saved as Windows-1251. In Notepad: File, Save as, Encoding: UTF-8.",
    ),
    Entry(
        "RG111",
        ERROR,
        "text in UTF-16 or UTF-32",
        "the file is in UTF-16 or UTF-32, not in UTF-8",
        "open it in a text editor and save it with the encoding UTF-8",
        "Text files are read as UTF-8 only. Some programs call UTF-16 “Unicode”.",
        "A file that Notepad saved as “Unicode”. Save it as UTF-8.",
    ),
    Entry(
        "RG112",
        ERROR,
        "a forbidden character",
        "the character {character} stands here, which cannot be part of a report",
        "delete the character and type the text around it again",
        "Control characters, marks that turn the direction of text around, private characters and the sign of lost "
        "text can hide or change what is printed. They come from damaged or copied text.",
        "A name with U+202E in it, which shows the letters after it backwards. Type the name again.",
    ),
    Entry(
        "RG113",
        INFO,
        "an invisible character that was taken out",
        "the invisible character {character} was taken out of the text",
        "nothing needs to be done",
        "Soft hyphens, spaces without width and the like come along when text is copied from Word or a web page. They "
        "are taken out, because they would break searching and counting.",
        "“dis­crimination” with a soft hyphen is read as “discrimination”.",
    ),
    Entry(
        "RG115",
        ERROR,
        "a file that is not text",
        "the file is {kind}, not a text file",
        "see that the file's name ends as its content asks for: a workbook's name ends in .xlsx",
        "A file with a name in .yaml must hold text. Renaming a file does not change what it is.",
        "A workbook renamed to health.yaml. Name it health.xlsx.",
    ),
    Entry(
        "RG116",
        ERROR,
        "a folder that is not there",
        "there is no folder {name}",
        "see that the name is right, and that you are in the folder that holds it",
        "A project is a folder. It is looked for by the name that was typed, from the folder where one is.",
        "reportgen check input, where the folder is called inputs. Write reportgen check inputs.",
    ),
    Entry(
        "RG117",
        ERROR,
        "a file where a project is expected",
        "{name} is {kind}",
        "name the folder of a project, which holds report.yaml",
        "A project is a folder with report.yaml, issues.yaml, agencies.yaml and submissions. It is named as a whole, "
        "never by one of its files.",
        "reportgen check inputs/report.yaml. Write reportgen check inputs.",
    ),
    Entry(
        "RG118",
        ERROR,
        "a folder that holds no project",
        "the folder holds nothing of a project",
        "see that it is the right folder; reportgen init begins a project, and reportgen import makes one of a "
        "published report",
        "None of report.yaml, issues.yaml, agencies.yaml and submissions stands in the folder, so that it is probably "
        "another one, or a project that nobody has begun yet.",
        "reportgen check . in the folder above the project. Write reportgen check inputs.",
    ),
)

YAML: tuple[Entry, ...] = (
    Entry(
        "RG119",
        ERROR,
        "a file name that is not UTF-8",
        "the name of the file, {name}, is not UTF-8, and cannot be written in a report or a manifest",
        "rename the file, with letters that are shown as letters",
        "Names of files stand in the page, in the manifest and in messages. A name with bytes that are no letters "
        "comes from an old disk or archive.",
        "submissions/just\\xff.yaml, unpacked from an old archive. Rename it to justice.yaml.",
    ),
    Entry(
        "RG120",
        ERROR,
        "broken YAML",
        "{problem}",
        "compare this line, and the one before it, with the lines around them; spaces at the beginning must match",
        "The file breaks the rules of YAML here, so that nothing after this place can be read.",
        '“label: court: first instance”. Put the text in quotation marks: label: "court: first instance".',
    ),
    Entry(
        "RG121",
        ERROR,
        "a tab in YAML",
        "a tab stands where only spaces may",
        "replace the tab by spaces; most editors can do so for the whole file",
        "YAML tells by the spaces at the beginning of a line what belongs to what, and editors show tabs in "
        "different widths.",
        "A line that begins with a tab. Begin it with two spaces.",
    ),
    Entry(
        "RG122",
        ERROR,
        "a feature of YAML that is not used here",
        "{what} stands here, which is not read",
        "write the value out where it is needed; put text that begins with & * ! or % in quotation marks",
        "Anchors, aliases, tags, merges, directives and further documents can repeat, hide or run things. Files of a "
        "project need none of them.",
        "“values: *last-year”. Write the values themselves.",
    ),
    Entry(
        "RG123",
        ERROR,
        "a field that is given twice",
        "“{field}” is given twice; it stands already in line {line}",
        "remove one of the two, or give the second its right name",
        "Of two fields with one name, only one could count, and nobody could see which.",
        "Two lines “2023:” below one indicator's values. Correct the year of one.",
    ),
    Entry(
        "RG124",
        ERROR,
        "too deep nesting",
        "lists and fields are nested here more than {limit} deep",
        "look for brackets that are opened and not closed",
        "A submission needs seven levels. Deeper nesting is a slip, or an attempt to exhaust the program.",
        "A value of a hundred opening brackets.",
    ),
    Entry(
        "RG125",
        ERROR,
        "too many values in one file",
        "the file holds more than {limit} values and names",
        "divide it into several files",
        "The limit keeps one file from filling the memory; a full report needs a twentieth of it.",
        "A file made by a program that did not stop.",
    ),
    Entry(
        "RG126",
        ERROR,
        "a field without a name",
        "the name of a field is missing or is not plain text here",
        "write a name before the colon",
        "Each field has a name, a colon and a value.",
        "“: 360”. Write “2020: 360”.",
    ),
    Entry(
        "RG127",
        ERROR,
        "a file without fields",
        "the file holds {found} and no fields",
        "write fields as “name: value”, one a line; {purpose}",
        "A file of a project consists of named fields.",
        "A file of comments only, or of one sentence. Copy the file of examples/minimal and change it.",
    ),
    Entry(
        "RG128",
        ERROR,
        "a file of cases that is no list",
        "the file holds no list of cases",
        "write each case as an item of a list, with id, text and indicators",
        "The command phrase reads a list of cases: texts with references, and the indicators that they name.",
        "“text: In 2023, …” as the first line. Write “- id: a-name”, and “text:” below it.",
    ),
)

NAMES: tuple[Entry, ...] = (
    Entry(
        "RG180",
        ERROR,
        "a submission of an unknown agency",
        "the agency “{agency}” does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
        "A submission says whose it is by the code of an agency of the project.",
        "“agency: supreme court”. Write “agency: supreme-court”.",
    ),
    Entry(
        "RG181",
        ERROR,
        "an issue for an unknown agency",
        "issue {issue} names the agency “{agency}”, which does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
        "The list of issues names the agencies that answer by their codes.",
        "“agencies: [suprem-court]”. Write supreme-court.",
    ),
    Entry(
        "RG182",
        ERROR,
        "an issue number that is given twice",
        "the number {issue} is given to two issues",
        "correct one of the two numbers",
        "Replies and figures find their issue by its number.",
        "Two issues “number: 7”.",
    ),
    Entry(
        "RG183",
        ERROR,
        "a reply to an unknown issue",
        "the list of issues has no issue {issue}",
        "correct the number of the issue; the list has {known}",
        "Each reply belongs to an issue of issues.yaml.",
        "“issue: 111”. Write 11.",
    ),
    Entry(
        "RG184",
        ERROR,
        "an indicator of an unknown issue",
        "“{key}” is to be reported under issue {issue}, and the list of issues has none",
        "correct the number of the issue; the list has {known}",
        "An indicator is reported under an issue of issues.yaml.",
        "“issue: 111”. Write 11.",
    ),
    Entry(
        "RG185",
        ERROR,
        "an agency that is given twice",
        "the code “{agency}” is given to two agencies",
        "give one of the two another code, or remove it",
        "The code of an agency says whose a submission is.",
        "Two agencies with the code “justice”.",
    ),
    Entry(
        "RG186",
        ERROR,
        "a key of a reply that is given twice",
        "the key “{key}” is given to two replies; the other stands in {other}",
        "give one of the two another key",
        "References find a paragraph by its key, so that a key names one reply of the whole report.",
        "Two replies “key: legal-aid”.",
    ),
)

ENTRIES: tuple[Entry, ...] = FILES + YAML + CONTAINER + SHEETS + FIGURES + RETURNED + NAMES + CELLS
