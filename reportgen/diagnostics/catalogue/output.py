"""Problems of the writers, and of writing outputs."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG601": error(
        "a PDF that cannot be made on this computer",
        "the PDF cannot be made here: {reason}",
        "install the libraries for it, then build again: {command}",
        "The PDF is laid out by WeasyPrint, which needs the text library Pango of the system. The other outputs are "
        "made all the same; they do not need it.",
        "--to docx,pdf on a fresh computer without Pango; --to docx makes the Word file without it",
    ),
    "RG602": error(
        "an output that cannot be written",
        "the outputs cannot be written here: {reason}",
        "close the file if a program has it open, free some space, or name another folder with --out",
        "Outputs are written all together or not at all. Where one cannot be written, the files of the last build "
        "stay as they were.",
        "--out on a full disk, in a folder without the right to write, or in a folder that is a link",
    ),
    "RG603": warning(
        "a PDF in another font than Times New Roman",
        "no font as wide as Times New Roman was found; the PDF is set in {fonts}, and its pages break elsewhere",
        "install the font Liberation Serif, then build again: {command}",
        "United Nations documents are set in Times New Roman. Liberation Serif, Tinos and Nimbus Roman are free and "
        "have the same widths, so lines and pages break in the same places; other fonts do not.",
        "a PDF built on a fresh computer without the package fonts-liberation",
    ),
    "RG604": error(
        "a workbook that would lack what its agency sent",
        "no workbook is written for {agency}: what it sent cannot be read, and would be missing from it",
        "correct the file of {agency} in submissions, or move it away; then write the workbooks again",
        "A workbook holds what its agency has already given. Made without it, it would ask for everything anew, and "
        "what was sent would be lost when it comes back.",
        "submissions/justice.xlsx is damaged. Ask for it again, or take it out of the folder.",
    ),
    "RG605": error(
        "a workbook for an unknown agency",
        "there is no agency {agency}",
        "name an agency by its code in agencies.yaml; {nearest}",
        "Workbooks are written for the agencies of the project.",
        "--agency justce, while the code is justice",
    ),
    "RG606": error(
        "workbooks in a language without texts",
        "there are no texts for workbooks in the language “{language}”; there are some in {known}",
        "copy templates/workbook/en.yaml into the project under the name of the language, and translate it",
        "The instructions in agencies’ workbooks come from a file of texts, one a language. English ones come with "
        "reportgen.",
        "--language ru, without a file templates/workbook/ru.yaml in the project",
    ),
    "RG607": error(
        "a paragraph that does not fit into a cell",
        "no workbook is written for {agency}: its reply to issue {issue} has a paragraph of {length} characters, and a "
        "cell holds {limit}",
        "divide the paragraph by an empty line, or ask {agency} to send a YAML file",
        "A cell of a workbook holds at most 32,767 characters. Cut off, the reply would come back without its end.",
        "A whole law pasted as one paragraph. Give its paragraphs empty lines between them.",
    ),
    "RG610": info(
        "styles that the reference file lacks",
        "the Word file lacks {names}; what comes with reportgen is used instead",
        "add what is to look otherwise to the file; styles are found by their names alone",
        "`layout.reference` names a Word file whose styles are used instead of those that come with reportgen. A style "
        "with another name is never taken in place of one that is missing, since nobody could expect how it looks.",
        "layout: {reference: ministry.docx}, a file with Word’s own headings and no “_ H_1_G”",
    ),
    "RG611": error(
        "a reference file that cannot be read",
        "the styles of the Word file cannot be read: {reason}",
        "open it in Word, and save it as “Word Document (.docx)”; or take layout.reference out of report.yaml",
        "`layout.reference` names a Word file of the project whose styles are used. Only its styles are read; files "
        "that no Word program writes are refused.",
        "layout: {reference: template.docx}, which was saved as “Strict Open XML Document”, or with a password",
    ),
    "RG612": error(
        "a reference file that is not there",
        "there is no Word file {name} in the project",
        "put the file into the project’s folder, or correct the name after layout.reference",
        "`layout.reference` names a Word file by its path from the project’s folder.",
        "layout: {reference: styles/ministry.docx}, while the file lies beside report.yaml",
    ),
    "RG613": error(
        "a reference file outside the project",
        "the file {name} lies outside the project",
        "put a copy of it into the project’s folder, and write its name there after layout.reference",
        "A project is complete in its folder: nothing outside it is read because a file of it says so.",
        "layout: {reference: ../ministry.docx}. Copy the file beside report.yaml, and write ministry.docx.",
    ),
    "RG630": warning(
        "an issue that nobody has cleared",
        "nobody has cleared the reply to issue {issue}, while others were cleared",
        "have it looked at, then: reportgen clear PROJECT --issue {issue} --by NAME",
        "Where a project has its replies cleared, one without a clearance was probably forgotten. A project that never "
        "uses clearances is not asked for them.",
        "reportgen build inputs --final, with issues 1 to 14 cleared and 15 not",
    ),
    "RG640": error(
        "a project in which another command is at work",
        "{holder} is at work in this folder; nothing was done",
        "wait until it has ended, then run this command again: {command}",
        "Two commands that write into one project at once could each undo what the other did. So one waits for the "
        "other, half a minute at the most. The system frees the lock when a command ends, also when it is killed: "
        "there is no file to remove.",
        "reportgen receive, while a colleague builds the report on the same share",
    ),
    "RG641": error(
        "a file in the way of an interrupted command",
        "“reportgen {command}” was interrupted here, and its work can neither be finished nor undone: {reason}",
        "close the file if a program has it open, and see that this account may write it; then run this command again",
        "When a command that changes several files is killed, the next one that writes finishes its work, or undoes "
        "it. Until then check and the other commands that read take each file as it should be.",
        "A power cut while a submission was filed; since then Excel has the old workbook open.",
    ),
    "RG642": error(
        "a journal that cannot be read",
        "the journal of an interrupted command cannot be read: {reason}",
        "see whether the files of the project are complete, also in submissions/earlier; then remove the journal",
        "The journal says which files an interrupted command had begun to change. reportgen writes it whole or not at "
        "all, so that only something else can have damaged it. Nothing is written before somebody has looked.",
        "a disk that loses data after a power cut, or a project that was copied while a newer reportgen wrote into it",
    ),
    "RG643": error(
        "a folder that cannot be locked",
        "the file system of this folder cannot lock files: {reason}",
        "move the project to a disk of this computer, or ask who runs the share to turn on the locking of files",
        "Without a lock, two commands at once could lose what an agency sent, without a word. Reading needs no lock.",
        "a share that is mounted without locks, such as NFS without its lock service",
    ),
}
