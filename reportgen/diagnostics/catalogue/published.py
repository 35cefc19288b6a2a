"""Problems of published documents: reading them, importing them, verifying an edited one."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG801": error(
        "a document with a password, or in an old format",
        "the document is protected with a password, or in the format of before 2007",
        "open it in Word, take away the password (File, Info, Protect Document), "
        "and save it as “Word Document (.docx)”",
    ),
    "RG802": error(
        "a file that is neither a Word document nor a text",
        "the file is {kind}, not a Word document (.docx) or a text file",
        "open it in the program that made it, and save it as “Word Document (.docx)” or as plain text in UTF-8",
    ),
    "RG803": error(
        "a damaged document",
        "the document is damaged: {reason}",
        "open it in Word, let Word repair it, look through it and save it; or ask for another copy",
    ),
    "RG650": error(
        "a file that is only called a Word document",
        "the file is no Word document, although its name ends in {ending}",
        "copy or download it once more, or save it in Word as “Word Document (.docx)”; the name of a text ends in .txt",
    ),
    "RG804": error(
        "a document with a suspicious content",
        "the document is not read, because {reason}",
        "ask for a copy that was opened and saved in Word; Word never writes such a thing",
    ),
    "RG805": error(
        "a document that unpacks to too much",
        "the document unpacks to more than {limit}",
        "remove what is not text, and save it again",
    ),
    "RG806": error(
        "more than a document may hold",
        "the document holds {what} (in {part})",
        "remove what is not text, and save it again",
    ),
    "RG807": error(
        "a document without text",
        "the document holds no text",
        "see whether its pages are pictures of text; if so, ask for the file that they were printed from",
    ),
    "RG810": info(
        "tracked changes",
        "tracked changes are open in the document, and were read as if accepted: {changes}",
        "nothing needs to be done; accept or reject them in Word (Review, Changes) where they are not to stand",
    ),
    "RG811": info(
        "comments",
        "the document has {comments}, which were left out",
        "nothing needs to be done; read them in Word before the document leaves",
    ),
    "RG812": warning(
        "content that is no text",
        "the document holds {things}, which cannot be read as text; they stand in {where}",
        "look whether they say something that the text does not, and write it as text",
    ),
    "RG813": warning(
        "a field or a part that fetches something",
        "{where} has {what}, which would fetch or run something; it was not followed, and only the text in place was "
        "read",
        "replace it in Word with the text itself (select it, Ctrl+Shift+F9)",
    ),
    "RG814": warning(
        "numbers of paragraphs that do not go on by one",
        "paragraph {number} follows {before}",
        "look whether a paragraph is missing or was numbered twice",
    ),
    "RG815": info(
        "labels kept in the text",
        "{labels} stand before items of lists and were kept as text",
        "nothing needs to be done",
    ),
    "RG816": info(
        "headings told by their looks",
        "no styles say what is a heading; {headings} told by their looks or words",
        "look through the headings in what was made of the document",
    ),
    "RG817": warning(
        "hidden text",
        "{where} has hidden text, which is not printed and was left out: “{text}”",
        "delete it in Word, or show it there (Home, Font, Hidden) if it belongs to the report",
    ),
    "RG199": warning(
        "struck-out text in a Word file",
        "{where} has struck-out text, which was left out: “{text}”",
        "delete it in Word, or take the strike-through away there (Home, Font) if it belongs to the report",
    ),
    "RG818": info(
        "characters that were taken out",
        "{count} that cannot be seen or printed were taken out of the text",
        "nothing needs to be done",
    ),
    "RG819": info(
        "tables within tables",
        "{tables} within other tables; their text was kept in the cell around them",
        "nothing needs to be done; look at the table if its figures matter",
    ),
    "RG850": error(
        "a document that is no report of this project",
        "this is not the report {symbol} of the project: neither its figures nor its texts are found in it",
        "name the document that was built from this project, or the project that it was built from",
    ),
    "RG851": error(
        "a figure that contradicts the data",
        "{where} says {new} where the data say {old}: {source}",
        "put {old} back in the document; or, if {new} is right, correct it at its source and build again",
    ),
    "RG852": warning(
        "a figure that is gone",
        "the figure {old} of {where} as built is gone: {source}",
        "see whether it was meant to go; if so, take its reference out of the reply in the project too",
    ),
    "RG853": warning(
        "a number without a source",
        "{where} has the number {number}, which no data hold: “{words}”",
        "ask who added it where it comes from, and put it into the project as an indicator",
    ),
    "RG854": info(
        "a figure that is written differently",
        "{where} writes {new} for {old}; the value is the same",
        "nothing needs to be done",
    ),
    "RG855": warning(
        "a reference with an old number",
        "{where} refers to paragraph {said}, which is {number} now",
        "bring the references up to date in Word: Ctrl+A, then F9",
    ),
    "RG856": warning(
        "a reference to a paragraph that is gone",
        "{where} refers to “{said}”, but what stood in {was} is gone or has lost its bookmark",
        "refer to another paragraph, or take the reference out",
    ),
    "RG857": info(
        "figures that were found by the words around them",
        "{figures} lost the hidden bookmark and had to be found by the words around",
        "nothing needs to be done; look at them once more if their sentences were rewritten",
    ),
    "RG858": error(
        "a text where an edited Word document belongs",
        "the file is a text, and only Word documents (.docx) can be verified",
        "name the Word document that came back from editing; for the arithmetic of a text, see `reportgen audit`",
    ),
    "RG859": error(
        "a document without any figure of the report",
        "{figures} gone from the document",
        "see whether this is the whole report; if so, ask who deleted its figures, and why",
    ),
    "RG860": error(
        "a change that was turned around",
        "{where} says “{new}” with {figure} where the data say “{old}”: {source}",
        "put “{old}” back in the document; or, if “{new}” is right, correct the data at their source and build again",
    ),
    "RG861": warning(
        "a figure that is gone and that no reply refers to",
        "the figure {old} of {where} as built is gone: {source}",
        "no reply refers to it, so it came in by itself: see whether it was meant to go; if so, write "
        "`report: none` at the indicator",
    ),
}
