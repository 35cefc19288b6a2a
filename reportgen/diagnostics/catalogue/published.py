"""Problems of published documents: reading them, importing them, verifying an edited one."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG801": error(
        "a document with a password, or in an old format",
        "the document is protected with a password, or in the format of before 2007",
        "open it in Word, take away the password (File, Info, Protect Document), "
        "and save it as “Word Document (.docx)”",
        "A document that needs a password to be opened is encrypted, and looks from outside like a document of the old "
        "format .doc. Neither can be read.",
        "report.doc, renamed to report.docx. Open it in Word and save it as a Word document.",
    ),
    "RG802": error(
        "a file that is neither a Word document nor a text",
        "the file is {kind}, not a Word document (.docx) or a text file",
        "open it in the program that made it, and save it as “Word Document (.docx)” or as plain text in UTF-8",
        "The content of a file counts, not the ending of its name. Documents with macros are not read because they can "
        "run programs.",
        "A PDF of a published report. Take the Word file of it instead.",
    ),
    "RG803": error(
        "a damaged document",
        "the document is damaged: {reason}",
        "open it in Word, let Word repair it, look through it and save it; or ask for another copy",
        "The file contradicts the rules of its format, or was cut off on its way.",
        "A download that broke off half-way. Download it again.",
    ),
    "RG650": error(
        "a file that is only called a Word document",
        "the file is no Word document, although its name ends in {ending}",
        "copy or download it once more, or save it in Word as “Word Document (.docx)”; the name of a text ends in .txt",
        "A Word document is a zip of parts. What has its name and is something else was mostly cut off on its way; "
        "read as a text, it would seem to be a report with nothing in it that is wrong.",
        "A download of which only the first bytes arrived. Download it again.",
    ),
    "RG804": error(
        "a document with a suspicious content",
        "the document is not read, because {reason}",
        "ask for a copy that was opened and saved in Word; Word never writes such a thing",
        "Word does not write such files. They are made to harm the program that reads them.",
        "A document that holds a file named ../../start.sh.",
    ),
    "RG805": error(
        "a document that unpacks to too much",
        "the document unpacks to more than {limit}",
        "remove what is not text, and save it again",
        "A small zipped file can be made to unpack to more than any memory holds. What is unpacked is counted, and "
        "reading stops at the limit.",
        "A document of 40 kB that unpacks to 4 GB of spaces.",
    ),
    "RG806": error(
        "limits of a document's parts",
        "the part {part} of the document holds {what}",
        "remove what is not text, and save it again",
        "Word stays far below these limits. They keep one part from filling the memory or the time.",
        "A table within a table within a table, a hundred times.",
    ),
    "RG807": error(
        "a document without text",
        "the document holds no text",
        "see whether its pages are pictures of text; if so, ask for the file that they were printed from",
        "Only text is read. A scanned report has pictures of its pages and no letters.",
        "A Word file with a scan on each page.",
    ),
    "RG810": info(
        "tracked changes",
        "tracked changes are open in the document, and were read as if accepted: {changes}",
        "nothing needs to be done; accept or reject them in Word (Review, Changes) where they are not to stand",
        "Inserted text is read, deleted text is not, as if somebody had pressed “Accept all changes”.",
        "A sentence that a reviewer struck out, while the change was not yet accepted.",
    ),
    "RG811": info(
        "comments",
        "the document has {comments}, which were left out",
        "nothing needs to be done; read them in Word before the document leaves",
        "What is said in the margin is no part of the text.",
        "A reviewer's question beside a paragraph.",
    ),
    "RG812": warning(
        "content that is no text",
        "the document holds {things}, which cannot be read as text; they stand in {where}",
        "look whether they say something that the text does not, and write it as text",
        "Pictures, charts, formulas drawn as pictures and embedded files are never opened. Their alternative texts are "
        "shown here, so that nothing goes unseen.",
        "A chart of cases by year, pasted as a picture. Give its figures as a table.",
    ),
    "RG813": warning(
        "a field or a part that fetches something",
        "{where} has {what}, which would fetch or run something; it was not followed, and only the text in place was "
        "read",
        "replace it in Word with the text itself (select it, Ctrl+Shift+F9)",
        "Some fields of Word read other files or start programs when they are updated. They are never obeyed.",
        "INCLUDETEXT with the path of a file on somebody's computer.",
    ),
    "RG814": warning(
        "numbers of paragraphs that do not go on by one",
        "paragraph {number} follows {before}",
        "look whether a paragraph is missing or was numbered twice",
        "Paragraphs are numbered from 1 to the end without a gap, since others cite them by number.",
        "Paragraph 15 after paragraph 13.",
    ),
    "RG815": info(
        "labels kept in the text",
        "{labels} stand before items of lists and were kept as text",
        "nothing needs to be done",
        "Lists are marked (a), (i) or with a bullet. Other labels are kept as they are printed.",
        "A list with 1), 2), 3) within a paragraph.",
    ),
    "RG816": info(
        "headings told by their looks",
        "no styles say what is a heading; {headings} told by their looks or words",
        "look through the headings in what was made of the document",
        "Where a document has no styles of headings, short lines in bold or in capitals, and lines such as “Reply to "
        "the issues raised in paragraph 4”, are taken as headings.",
        "A report typed without any styles.",
    ),
    "RG817": warning(
        "hidden text",
        "{where} has hidden text, which is not printed and was left out: “{text}”",
        "delete it in Word, or show it there (Home, Font, Hidden) if it belongs to the report",
        "Hidden text goes out with the file, and whoever receives it can show it.",
        "A note to a colleague, formatted as hidden.",
    ),
    "RG199": warning(
        "struck-out text in a Word file",
        "{where} has struck-out text, which was left out: “{text}”",
        "delete it in Word, or take the strike-through away there (Home, Font) if it belongs to the report",
        "What is struck out was given up by its author. Read as if it stood, “512” struck out before “498” would be "
        "the number 512498.",
        "“~~512~~ 498” in an edited report: 498 is read.",
    ),
    "RG818": info(
        "characters that were taken out",
        "{count} that cannot be seen or printed were taken out of the text",
        "nothing needs to be done",
        "Soft hyphens, spaces without width, private characters and marks that turn text around come along when text "
        "is copied. They are no part of what is printed.",
        "A soft hyphen in the middle of a word.",
    ),
    "RG819": info(
        "tables within tables",
        "{tables} within other tables; their text was kept in the cell around them",
        "nothing needs to be done; look at the table if its figures matter",
        "The tree of a report has tables of rows and columns, and none within a cell.",
        "A table pasted into a cell of another one.",
    ),
    "RG850": error(
        "a document that is no report of this project",
        "this is not the report {symbol} of the project: neither its figures nor its texts are found in it",
        "name the document that was built from this project, or the project that it was built from",
        "A report is known by the hidden bookmarks of its figures, and by its text. Where neither is found, comparing "
        "would call everything changed.",
        "reportgen verify inputs letter.docx",
    ),
    "RG851": error(
        "a figure that contradicts the data",
        "{where} says {new} where the data say {old}: {source}",
        "put {old} back in the document; or, if {new} is right, correct it at its source and build again",
        "A figure in the report was written from data. If it was changed by hand, the report and the annex, other "
        "paragraphs and the next report disagree. If the data changed after the document was built, the document is "
        "out of date.",
        "384 cases, retyped as 390. Correct the workbook of the agency, not the document.",
    ),
    "RG852": warning(
        "a figure that is gone",
        "the figure {old} of {where} as built is gone: {source}",
        "see whether it was meant to go; if so, take its reference out of the reply in the project too",
        "A figure from data was deleted from the document. The next build would bring it back.",
        "A sentence with a figure that a ministry struck out.",
    ),
    "RG853": warning(
        "a number without a source",
        "{where} has the number {number}, which no data hold: “{words}”",
        "ask who added it where it comes from, and put it into the project as an indicator",
        "Numbers that are typed into the document are not checked against anything, and are lost with the next build.",
        "“and 12 in rural areas”, added in Word.",
    ),
    "RG854": info(
        "a figure that is written differently",
        "{where} writes {new} for {old}; the value is the same",
        "nothing needs to be done",
        "The same value in words or in digits, or with another sign between thousands.",
        "1 058 for 1,058.",
    ),
    "RG855": warning(
        "a reference with an old number",
        "{where} refers to paragraph {said}, which is {number} now",
        "bring the references up to date in Word: Ctrl+A, then F9",
        "Paragraphs that are added, moved or deleted change the numbers of those after them. Word changes what refers "
        "to them only when it is told to.",
        "“see paragraph 14”, after a paragraph was added before it.",
    ),
    "RG856": warning(
        "a reference to a paragraph that is gone",
        "{where} refers to “{said}”, but what stood in {was} is gone or has lost its bookmark",
        "refer to another paragraph, or take the reference out",
        "Word prints “Error! Reference source not found.” when it next brings the reference up to date.",
        "“see paragraph 14”, after paragraph 14 was deleted.",
    ),
    "RG857": info(
        "figures that were found by the words around them",
        "{figures} lost the hidden bookmark and had to be found by the words around",
        "nothing needs to be done; look at them once more if their sentences were rewritten",
        "Each figure has a hidden bookmark by which it is found again. Text that was copied from another program, or "
        "typed anew, has none.",
        "A paragraph that was sent by e-mail and pasted back.",
    ),
    "RG858": error(
        "a text where an edited Word document belongs",
        "the file is a text, and only Word documents (.docx) can be verified",
        "name the Word document that came back from editing; for the arithmetic of a text, see `reportgen audit`",
        "Figures are found again by hidden bookmarks, which a text does not have.",
        "reportgen verify inputs signed.txt. Name signed.docx.",
    ),
    "RG859": error(
        "a document without any figure of the report",
        "{figures} gone from the document",
        "see whether this is the whole report; if so, ask who deleted its figures, and why",
        "Texts of the report are found in the document, but none of its figures: it is a part of the report, or "
        "nothing of it can be compared with the data.",
        "A letter into which two paragraphs of the report were copied.",
    ),
    "RG860": error(
        "a change that was turned around",
        "{where} says “{new}” with {figure} where the data say “{old}”: {source}",
        "put “{old}” back in the document; or, if “{new}” is right, correct the data at their source and build again",
        "Whether a figure rose or fell follows from the data. A word for the other direction next to the same figure "
        "contradicts them.",
        "“increased by 12 per cent”, edited to “decreased by 12 per cent”.",
    ),
    "RG861": warning(
        "a figure that is gone and that no reply refers to",
        "the figure {old} of {where} as built is gone: {source}",
        "no reply refers to it, so it came in by itself: see whether it was meant to go; if so, write "
        "`report: none` at the indicator",
        "An indicator that no reply refers to is reported in a generated sentence. The next build would bring it back. "
        "The statistical annex shows every indicator.",
        "A generated sentence that a ministry struck out.",
    ),
}
