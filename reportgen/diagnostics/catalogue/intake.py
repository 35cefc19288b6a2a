"""Problems of intake: files, YAML, and names that files give to each other; workbooks and figures beside it."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG101": error(
        "a missing file",
        "the project has no {name}",
        "add {name}; {purpose}",
    ),
    "RG102": error(
        "a file that cannot be opened",
        "the file cannot be read: {reason}",
        "{action}",
    ),
    "RG103": error(
        "a link that leads out of the project",
        "the file is a link that leads out of the project",
        "put a copy of the file itself into the project's folder",
    ),
    "RG104": error(
        "a file that is too large",
        "the file has {size}, and at most {limit} are read",
        "remove pictures, sheets and whatever is not needed, or divide it into several files",
    ),
    "RG105": error(
        "an empty file",
        "the file is empty: it has no content at all",
        "get the file again from where it came; it was probably cut off on its way",
    ),
    "RG106": error(
        "a file of another kind among the submissions",
        "{name} is {kind}, which is not read",
        "{action}",
    ),
    "RG107": error(
        "too many files",
        "the folder holds {count} files, and at most {limit} are read",
        "move files that are no submissions out of the folder",
    ),
    "RG108": info(
        "a file that was left out",
        "{name} was left out: it is {kind}",
        "nothing needs to be done; if the workbook is still open in Excel, save it there first",
    ),
    "RG109": warning(
        "a folder among the submissions",
        "the folder {name} was not looked into",
        "move the submissions that count from it into the folder submissions itself",
    ),
    "RG110": error(
        "text that is not UTF-8",
        "the file is not in UTF-8: byte {byte} cannot be read here",
        "open it in a text editor and save it with the encoding UTF-8",
    ),
    "RG111": error(
        "text in UTF-16 or UTF-32",
        "the file is in UTF-16 or UTF-32, not in UTF-8",
        "open it in a text editor and save it with the encoding UTF-8",
    ),
    "RG112": error(
        "a forbidden character",
        "the character {character} stands here, which cannot be part of a report",
        "delete the character and type the text around it again",
    ),
    "RG113": info(
        "an invisible character that was taken out",
        "the invisible character {character} was taken out of the text",
        "nothing needs to be done",
    ),
    "RG115": error(
        "a file that is not text",
        "the file is {kind}, not a text file",
        "see that the file's name ends as its content asks for: a workbook's name ends in .xlsx",
    ),
    "RG116": error(
        "a folder that is not there",
        "there is no folder {name}",
        "see that the name is right, and that you are in the folder that holds it",
    ),
    "RG117": error(
        "a file where a project is expected",
        "{name} is {kind}",
        "name the folder of a project, which holds report.yaml",
    ),
    "RG118": error(
        "a folder that holds no project",
        "the folder holds nothing of a project",
        "see that it is the right folder; reportgen init begins a project, and reportgen import makes one of a "
        "published report",
    ),
    "RG119": error(
        "a file name that is not UTF-8",
        "the name of the file, {name}, is not UTF-8, and cannot be written in a report or a manifest",
        "rename the file, with letters that are shown as letters",
    ),
    "RG120": error(
        "broken YAML",
        "{problem}",
        "compare this line, and the one before it, with the lines around them; spaces at the beginning must match",
    ),
    "RG121": error(
        "a tab in YAML",
        "a tab stands where only spaces may",
        "replace the tab by spaces; most editors can do so for the whole file",
    ),
    "RG122": error(
        "a feature of YAML that is not used here",
        "{what} stands here, which is not read",
        "write the value out where it is needed; put text that begins with & * ! or % in quotation marks",
    ),
    "RG123": error(
        "a field that is given twice",
        "“{field}” is given twice; it stands already in line {line}",
        "remove one of the two, or give the second its right name",
    ),
    "RG124": error(
        "too deep nesting",
        "lists and fields are nested here more than {limit} deep",
        "look for brackets that are opened and not closed",
    ),
    "RG125": error(
        "too many values in one file",
        "the file holds more than {limit} values and names",
        "divide it into several files",
    ),
    "RG126": error(
        "a field without a name",
        "the name of a field is missing or is not plain text here",
        "write a name before the colon",
    ),
    "RG127": error(
        "a file without fields",
        "the file holds {found} and no fields",
        "write fields as “name: value”, one a line; {purpose}",
    ),
    "RG128": error(
        "a file of cases that is no list",
        "the file holds no list of cases",
        "write each case as an item of a list, with id, text and indicators",
    ),
    "RG180": error(
        "a submission of an unknown agency",
        "the agency “{agency}” does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
    ),
    "RG181": error(
        "an issue for an unknown agency",
        "issue {issue} names the agency “{agency}”, which does not stand in agencies.yaml",
        "write the agency's code as it stands there ({nearest}), or add the agency to agencies.yaml",
    ),
    "RG182": error(
        "an issue number that is given twice",
        "the number {issue} is given to two issues",
        "correct one of the two numbers",
    ),
    "RG183": error(
        "a reply to an unknown issue",
        "the list of issues has no issue {issue}",
        "correct the number of the issue; the list has {known}",
    ),
    "RG184": error(
        "an indicator of an unknown issue",
        "“{key}” is to be reported under issue {issue}, and the list of issues has none",
        "correct the number of the issue; the list has {known}",
    ),
    "RG185": error(
        "an agency that is given twice",
        "the code “{agency}” is given to two agencies",
        "give one of the two another code, or remove it",
    ),
    "RG186": error(
        "a key of a reply that is given twice",
        "the key “{key}” is given to two replies; the other stands in {other}",
        "give one of the two another key",
    ),
}
