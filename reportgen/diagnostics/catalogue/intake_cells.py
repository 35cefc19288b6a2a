"""Problems of intake with what a cell or a text looks like to its author, and what is read of it."""

from reportgen.diagnostics.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "RG187": error(
        "a formula that was never calculated",
        "the formula in this cell gives {value}, and the file says that no program has calculated it yet",
        "open the workbook in Excel, let it calculate, save it, and send it again",
        "Programs that write workbooks without calculating store a nought beside each formula and ask for the workbook "
        "to be calculated when it is opened. Such a nought is no figure.",
        "=C3+C4 exported by a database, with 0 stored beside it. Open the file in Excel and save it.",
    ),
    "RG188": error(
        "struck-out text",
        "“{text}” is struck out",
        "delete what is struck out; if it holds, take the strike-through away (in Excel: Ctrl+5; in Markdown: the ~~)",
        "What is struck out was given up by its author. Printed, it would say what nobody says any more; left out in "
        "silence, it might be missed. In Markdown, ~~two tildes~~ strike text out.",
        "A cell that shows “512” struck out and “498” after it. Delete 512, so that 498 stands alone.",
    ),
    "RG189": error(
        "a figure with a raised or lowered mark",
        "“{text}” has the raised or lowered “{mark}” beside the figure “{number}”",
        "type the figure alone, on the line; a note to it belongs in {column}",
        "A raised 1 behind a figure is the mark of a note, and an exponent changes what the figure is worth. Neither "
        "is a digit of it.",
        "“5¹” under 2023. Type 5, and write what note 1 says under “2023 note”.",
    ),
    "RG190": error(
        "a cell that shows another figure than it holds",
        "the cell shows “{text}” and holds {value}: {reason}",
        "format the cell so that it shows what it holds (Home, Number, General), check that this is the figure that is "
        "meant, and save",
        "Who fills in a workbook sees what the number format shows. Where it divides, hides the figure or its sign, or "
        "adds digits, nobody but the author knows which of the two is meant.",
        "96,321 with the format #,##0, which shows 96. Choose the format General; type 96 if 96 is meant.",
    ),
    "RG191": warning(
        "a cell that shows less or more than its figure",
        "the cell shows {text} and holds {value}, which is read: {reason}",
        "if what is shown is meant, type it, or round the formula, such as =ROUND(…, 1); words belong in a note or a "
        "status",
        "A number format may hide decimals or put words beside the digits. What the cell holds is read and printed.",
        "164.111 with the format 0, which shows 164. Type 164, or write =ROUND(…, 0).",
    ),
    "RG192": error(
        "a figure with digits of two scripts",
        "“{text}” has digits of two scripts",
        "type the figure again with the digits 0 to 9",
        "Digits of any script are read. Two scripts in one figure come from two sources, and one of them may be wrong.",
        "“1٦” under 2023. Type 16.",
    ),
    "RG193": warning(
        "a date far from the report's years",
        "the date {date} lies far from this report, which covers {first} to {last} and is due in {due}",
        "correct the date, or leave it if it is right; in Excel, look at the year in full",
        "A slip of the keyboard, or a workbook that counts its days from 1904, moves a date by years. The date says "
        "which of two submissions is the newer one.",
        "2224-02-01 in About. Write 2024-02-01.",
    ),
    "RG194": error(
        "a heading in a reply",
        "“{text}” is a heading, and replies have none",
        "write it as the beginning of a sentence, or take it out; the report's headings come from the list of issues",
        "The paragraphs of a reply stand under the headings of the list of issues. A line that begins with # would be "
        "printed with its sign.",
        "“# Legal aid” above a reply. Begin the paragraph with “With regard to legal aid, …”.",
    ),
    "RG195": error(
        "a raised or lowered word where none can stand",
        "“{text}” is raised or lowered, and only digits and the signs + - = ( ) can be in this column",
        "set it on the line, or take it out; in the text of a reply, raised and lowered words are kept",
        "Labels, units, notes and sources are printed as plain text, in which only digits and a few signs have raised "
        "and lowered forms.",
        "A label “emissions” with a raised “est”. Write “estimated emissions”.",
    ),
    "RG196": error(
        "a table in a reply",
        "a table of Markdown begins with “{text}”, and replies have none",
        "give the figures as indicators: those that no text refers to become a table of the report; other rows are "
        "written as a list, each line with a dash before it",
        "A table that is typed with bars would be printed as one paragraph with all its bars.",
        "“| Year | Orders |” over “|---|---|”. Give the orders as an indicator with a value a year.",
    ),
    "RG197": warning(
        "a mark of Markdown that is not read",
        "“{text}” is printed as it is typed, with its marks",
        "take the marks out; *italics*, **bold**, lists, quotations, links, notes, ^raised^ and ~lowered~ are read",
        "Replies are light Markdown. Code, pictures and rules have no place in a report and are not read.",
        "“see `annex`”. Write: see the annex.",
    ),
}
