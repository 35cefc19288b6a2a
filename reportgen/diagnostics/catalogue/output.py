"""Problems of the writers, and of writing outputs."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG601": error(
        "a PDF that cannot be made on this computer",
        "the PDF cannot be made here: {reason}",
        "install the libraries for it, then build again: {command}",
    ),
    "RG602": error(
        "an output that cannot be written",
        "the outputs cannot be written here: {reason}",
        "close the file if a program has it open, free some space, or name another folder with --out",
    ),
    "RG603": warning(
        "a PDF in another font than Times New Roman",
        "no font as wide as Times New Roman was found; the PDF is set in {fonts}, and its pages break elsewhere",
        "install the font Liberation Serif, then build again: {command}",
    ),
    "RG604": error(
        "a workbook that would lack what its agency sent",
        "no workbook is written for {agency}: what it sent cannot be read, and would be missing from it",
        "correct the file of {agency} in submissions, or move it away; then write the workbooks again",
    ),
    "RG605": error(
        "a workbook for an unknown agency",
        "there is no agency {agency}",
        "name an agency by its code in agencies.yaml; {nearest}",
    ),
    "RG606": error(
        "workbooks in a language without texts",
        "there are no texts for workbooks in the language “{language}”; there are some in {known}",
        "copy templates/workbook/en.yaml into the project under the name of the language, and translate it",
    ),
    "RG607": error(
        "a paragraph that does not fit into a cell",
        "no workbook is written for {agency}: its reply to issue {issue} has a paragraph of {length} characters, and a "
        "cell holds {limit}",
        "divide the paragraph by an empty line, or ask {agency} to send a YAML file",
    ),
    "RG610": info(
        "styles that the reference file lacks",
        "the Word file lacks {names}; what comes with reportgen is used instead",
        "add what is to look otherwise to the file; styles are found by their names alone",
    ),
    "RG611": error(
        "a reference file that cannot be read",
        "the styles of the Word file cannot be read: {reason}",
        "open it in Word, and save it as “Word Document (.docx)”; or take layout.reference out of report.yaml",
    ),
    "RG612": error(
        "a reference file that is not there",
        "there is no Word file {name} in the project",
        "put the file into the project’s folder, or correct the name after layout.reference",
    ),
    "RG613": error(
        "a reference file outside the project",
        "the file {name} lies outside the project",
        "put a copy of it into the project’s folder, and write its name there after layout.reference",
    ),
    "RG630": warning(
        "an issue that nobody has cleared",
        "nobody has cleared the reply to issue {issue}, while others were cleared",
        "have it looked at, then: reportgen clear PROJECT --issue {issue} --by NAME",
    ),
    "RG640": error(
        "a project in which another command is at work",
        "{holder} is at work in this folder; nothing was done",
        "wait until it has ended, then run this command again: {command}",
    ),
    "RG641": error(
        "a file in the way of an interrupted command",
        "“reportgen {command}” was interrupted here, and its work can neither be finished nor undone: {reason}",
        "close the file if a program has it open, and see that this account may write it; then run this command again",
    ),
    "RG642": error(
        "a journal that cannot be read",
        "the journal of an interrupted command cannot be read: {reason}",
        "see whether the files of the project are complete, also in submissions/earlier; then remove the journal",
    ),
    "RG643": error(
        "a folder that cannot be locked",
        "the file system of this folder cannot lock files: {reason}",
        "move the project to a disk of this computer, or ask who runs the share to turn on the locking of files",
    ),
}
