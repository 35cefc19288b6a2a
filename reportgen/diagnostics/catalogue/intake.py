"""Problems of intake: files, YAML, and names that files give to each other; workbooks and figures beside it."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG101": error(
        "a missing file",
        "the project has no {name}",
        "add {name}; {purpose}",
        "A project needs report.yaml, issues.yaml, agencies.yaml and a folder submissions. Without one of them no "
        "report can be made.",
        "A folder without report.yaml. Copy examples/minimal and change it.",
    ),
    "RG102": error(
        "a file that cannot be opened",
        "the file cannot be read: {reason}",
        "{action}",
        "Only ordinary files are read, never folders, pipes or devices in the place of a file, and only those that "
        "this account may read.",
        "submissions/health.xlsx is a link that leads nowhere. Copy the file itself into the folder.",
    ),
    "RG103": error(
        "a link that leads out of the project",
        "the file is a link that leads out of the project",
        "put a copy of the file itself into the project's folder",
        "Nothing outside the project is read because an input says so; otherwise a submission could have any file of "
        "this computer printed.",
        "submissions/health.yaml is a link to /etc/passwd. Put the agency's own file there.",
    ),
    "RG104": error(
        "a file that is too large",
        "the file has {size}, and at most {limit} are read",
        "remove pictures, sheets and whatever is not needed, or divide it into several files",
        "The limit keeps one file from filling the memory. A full submission stays far below it.",
        "A workbook of 60 MB with scanned pages in it. Send the pages apart.",
    ),
    "RG105": error(
        "an empty file",
        "the file is empty: it has no content at all",
        "get the file again from where it came; it was probably cut off on its way",
        "A file of no bytes is what remains when a copy or a download breaks off.",
        "submissions/health.xlsx with 0 bytes. Save the attachment again.",
    ),
    "RG106": error(
        "a file of another kind among the submissions",
        "{name} is {kind}, which is not read",
        "{action}",
        "Submissions are workbooks (.xlsx) or YAML files (.yaml, .yml). Any other file is named, so that nothing that "
        "an agency sent is left out unseen.",
        "submissions/health.xls, in the format of before 2007. Open it in Excel and save it as an .xlsx workbook.",
    ),
    "RG107": error(
        "too many files",
        "the folder holds {count} files, and at most {limit} are read",
        "move files that are no submissions out of the folder",
        "The limit keeps a wrong folder from being read as a project.",
        "A project whose submissions folder is the archive of ten years. Move the old years elsewhere.",
    ),
    "RG108": info(
        "a file that was left out",
        "{name} was left out: it is {kind}",
        "nothing needs to be done; if the workbook is still open in Excel, save it there first",
        "Excel and LibreOffice put a lock file beside a workbook that is open, and desktops leave files of their own. "
        "They hold no submission.",
        "submissions/~$health.xlsx beside submissions/health.xlsx. Close the workbook in Excel.",
    ),
    "RG109": warning(
        "a folder among the submissions",
        "the folder {name} was not looked into",
        "move the submissions that count from it into the folder submissions itself",
        "Submissions stand directly in the folder submissions, so that it is plain which of them count.",
        "submissions/old/health.xlsx. Move it up, or leave it where it does not count.",
    ),
    "RG110": error(
        "text that is not UTF-8",
        "the file is not in UTF-8: byte {byte} cannot be read here",
        "open it in a text editor and save it with the encoding UTF-8",
        "Text files are read as UTF-8 only. Guessing another encoding would turn letters into others unseen.",
        "A file saved as Windows-1251. In Notepad: File, Save as, Encoding: UTF-8.",
    ),
    "RG111": error(
        "text in UTF-16 or UTF-32",
        "the file is in UTF-16 or UTF-32, not in UTF-8",
        "open it in a text editor and save it with the encoding UTF-8",
        "Text files are read as UTF-8 only. Some programs call UTF-16 “Unicode”.",
        "A file that Notepad saved as “Unicode”. Save it as UTF-8.",
    ),
    "RG112": error(
        "a forbidden character",
        "the character {character} stands here, which cannot be part of a report",
        "delete the character and type the text around it again",
        "Control characters, marks that turn the direction of text around, private characters and the sign of lost "
        "text can hide or change what is printed. They come from damaged or copied text.",
        "A name with U+202E in it, which shows the letters after it backwards. Type the name again.",
    ),
    "RG113": info(
        "an invisible character that was taken out",
        "the invisible character {character} was taken out of the text",
        "nothing needs to be done",
        "Soft hyphens, spaces without width and the like come along when text is copied from Word or a web page. They "
        "are taken out, because they would break searching and counting.",
        "“dis­crimination” with a soft hyphen is read as “discrimination”.",
    ),
    "RG115": error(
        "a file that is not text",
        "the file is {kind}, not a text file",
        "see that the file's name ends as its content asks for: a workbook's name ends in .xlsx",
        "A file with a name in .yaml must hold text. Renaming a file does not change what it is.",
        "A workbook renamed to health.yaml. Name it health.xlsx.",
    ),
    "RG116": error(
        "a folder that is not there",
        "there is no folder {name}",
        "see that the name is right, and that you are in the folder that holds it",
        "A project is a folder. It is looked for by the name that was typed, from the folder where one is.",
        "reportgen check input, where the folder is called inputs. Write reportgen check inputs.",
    ),
    "RG117": error(
        "a file where a project is expected",
        "{name} is {kind}",
        "name the folder of a project, which holds report.yaml",
        "A project is a folder with report.yaml, issues.yaml, agencies.yaml and submissions. It is named as a whole, "
        "never by one of its files.",
        "reportgen check inputs/report.yaml. Write reportgen check inputs.",
    ),
    "RG118": error(
        "a folder that holds no project",
        "the folder holds nothing of a project",
        "see that it is the right folder; reportgen init begins a project, and reportgen import makes one of a "
        "published report",
        "None of report.yaml, issues.yaml, agencies.yaml and submissions stands in the folder, so that it is probably "
        "another one, or a project that nobody has begun yet.",
        "reportgen check . in the folder above the project. Write reportgen check inputs.",
    ),
    "RG119": error(
        "a file name that is not UTF-8",
        "the name of the file, {name}, is not UTF-8, and cannot be written in a report or a manifest",
        "rename the file, with letters that are shown as letters",
        "Names of files stand in the page, in the manifest and in messages. A name with bytes that are no letters "
        "comes from an old disk or archive.",
        "submissions/just\\xff.yaml, unpacked from an old archive. Rename it to justice.yaml.",
    ),
    "RG120": error(
        "broken YAML",
        "{problem}",
        "compare this line, and the one before it, with the lines around them; spaces at the beginning must match",
        "The file breaks the rules of YAML here, so that nothing after this place can be read.",
        '“label: court: first instance”. Put the text in quotation marks: label: "court: first instance".',
    ),
    "RG121": error(
        "a tab in YAML",
        "a tab stands where only spaces may",
        "replace the tab by spaces; most editors can do so for the whole file",
        "YAML tells by the spaces at the beginning of a line what belongs to what, and editors show tabs in "
        "different widths.",
        "A line that begins with a tab. Begin it with two spaces.",
    ),
    "RG122": error(
        "a feature of YAML that is not used here",
        "{what} stands here, which is not read",
        "write the value out where it is needed; put text that begins with & * ! or % in quotation marks",
        "Anchors, aliases, tags, merges, directives and further documents can repeat, hide or run things. Files of a "
        "project need none of them.",
        "“values: *last-year”. Write the values themselves.",
    ),
    "RG123": error(
        "a field that is given twice",
        "“{field}” is given twice; it stands already in line {line}",
        "remove one of the two, or give the second its right name",
        "Of two fields with one name, only one could count, and nobody could see which.",
        "Two lines “2023:” below one indicator's values. Correct the year of one.",
    ),
    "RG124": error(
        "too deep nesting",
        "lists and fields are nested here more than {limit} deep",
        "look for brackets that are opened and not closed",
        "A submission needs seven levels. Deeper nesting is a slip, or an attempt to exhaust the program.",
        "A value of a hundred opening brackets.",
    ),
    "RG125": error(
        "too many values in one file",
        "the file holds more than {limit} values and names",
        "divide it into several files",
        "The limit keeps one file from filling the memory; a full report needs a twentieth of it.",
        "A file made by a program that did not stop.",
    ),
    "RG126": error(
        "a field without a name",
        "the name of a field is missing or is not plain text here",
        "write a name before the colon",
        "Each field has a name, a colon and a value.",
        "“: 360”. Write “2020: 360”.",
    ),
    "RG127": error(
        "a file without fields",
        "the file holds {found} and no fields",
        "write fields as “name: value”, one a line; {purpose}",
        "A file of a project consists of named fields.",
        "A file of comments only, or of one sentence. Copy the file of examples/minimal and change it.",
    ),
    "RG128": error(
        "a file of cases that is no list",
        "the file holds no list of cases",
        "write each case as an item of a list, with id, text and indicators",
        "The command phrase reads a list of cases: texts with references, and the indicators that they name.",
        "“text: In 2023, …” as the first line. Write “- id: a-name”, and “text:” below it.",
    ),
    "RG180": error(
        "a submission of an unknown agency",
        "the agency “{agency}” does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
        "A submission says whose it is by the code of an agency of the project.",
        "“agency: supreme court”. Write “agency: supreme-court”.",
    ),
    "RG181": error(
        "an issue for an unknown agency",
        "issue {issue} names the agency “{agency}”, which does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
        "The list of issues names the agencies that answer by their codes.",
        "“agencies: [suprem-court]”. Write supreme-court.",
    ),
    "RG182": error(
        "an issue number that is given twice",
        "the number {issue} is given to two issues",
        "correct one of the two numbers",
        "Replies and figures find their issue by its number.",
        "Two issues “number: 7”.",
    ),
    "RG183": error(
        "a reply to an unknown issue",
        "the list of issues has no issue {issue}",
        "correct the number of the issue; the list has {known}",
        "Each reply belongs to an issue of issues.yaml.",
        "“issue: 111”. Write 11.",
    ),
    "RG184": error(
        "an indicator of an unknown issue",
        "“{key}” is to be reported under issue {issue}, and the list of issues has none",
        "correct the number of the issue; the list has {known}",
        "An indicator is reported under an issue of issues.yaml.",
        "“issue: 111”. Write 11.",
    ),
    "RG185": error(
        "an agency that is given twice",
        "the code “{agency}” is given to two agencies",
        "give one of the two another code, or remove it",
        "The code of an agency says whose a submission is.",
        "Two agencies with the code “justice”.",
    ),
    "RG186": error(
        "a key of a reply that is given twice",
        "the key “{key}” is given to two replies; the other stands in {other}",
        "give one of the two another key",
        "References find a paragraph by its key, so that a key names one reply of the whole report.",
        "Two replies “key: legal-aid”.",
    ),
}
