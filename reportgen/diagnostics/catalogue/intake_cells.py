"""Problems of intake with what a cell or a text looks like to its author, and what is read of it."""

from reportgen.diagnostics.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "RG187": error(
        "a formula that was never calculated",
        "the formula in this cell gives {value}, and the file says that no program has calculated it yet",
        "open the workbook in Excel, let it calculate, save it, and send it again",
    ),
    "RG188": error(
        "struck-out text",
        "“{text}” is struck out",
        "delete what is struck out; if it holds, take the strike-through away (in Excel: Ctrl+5; in Markdown: the ~~)",
    ),
    "RG189": error(
        "a figure with a raised or lowered mark",
        "“{text}” has the raised or lowered “{mark}” beside the figure “{number}”",
        "type the figure alone, on the line; a note to it belongs in {column}",
    ),
    "RG190": error(
        "a cell that shows another figure than it holds",
        "the cell shows “{text}” and holds {value}: {reason}",
        "format the cell so that it shows what it holds (Home, Number, General), check that this is the figure that is "
        "meant, and save",
    ),
    "RG191": warning(
        "a cell that shows less or more than its figure",
        "the cell shows {text} and holds {value}, which is read: {reason}",
        "if what is shown is meant, type it, or round the formula, such as =ROUND(…, 1); words belong in a note or a "
        "status",
    ),
    "RG192": error(
        "a figure with digits of two scripts",
        "“{text}” has digits of two scripts",
        "type the figure again with the digits 0 to 9",
    ),
    "RG193": warning(
        "a date far from the report's years",
        "the date {date} lies far from this report, which covers {first} to {last} and is due in {due}",
        "correct the date, or leave it if it is right; in Excel, look at the year in full",
    ),
    "RG194": error(
        "a heading in a reply",
        "“{text}” is a heading, and replies have none",
        "write it as the beginning of a sentence, or take it out; the report's headings come from the list of issues",
    ),
    "RG195": error(
        "a raised or lowered word where none can stand",
        "“{text}” is raised or lowered, and only digits and the signs + - = ( ) can be in this column",
        "set it on the line, or take it out; in the text of a reply, raised and lowered words are kept",
    ),
    "RG196": error(
        "a table in a reply",
        "a table of Markdown begins with “{text}”, and replies have none",
        "give the figures as indicators: those that no text refers to become a table of the report; other rows are "
        "written as a list, each line with a dash before it",
    ),
    "RG197": warning(
        "a mark of Markdown that is not read",
        "“{text}” is printed as it is typed, with its marks",
        "take the marks out; *italics*, **bold**, lists, quotations, links, notes, ^raised^ and ~lowered~ are read",
    ),
}
