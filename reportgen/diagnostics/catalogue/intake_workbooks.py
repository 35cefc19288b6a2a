"""Problems of intake with workbooks: their container, their sheets, and what comes back from agencies."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG130": error(
        "a workbook with a password, or in an old format",
        "the workbook is protected with a password, or in the format of before 2007",
        "open it in Excel, take away the password (File, Info, Protect Workbook), and save it as "
        "“Excel Workbook (.xlsx)”",
    ),
    "RG131": error(
        "a file that is not an .xlsx workbook",
        "the file is {kind}, not an .xlsx workbook",
        "open it in the program that made it, and save it as “Excel Workbook (.xlsx)”",
    ),
    "RG132": error(
        "a damaged workbook",
        "the workbook is damaged: {reason}",
        "open it in Excel, let Excel repair it, look through it and save it; or ask the agency to send it again",
    ),
    "RG133": error(
        "a workbook with a suspicious content",
        "the workbook is not read, because {reason}",
        "ask the agency for a copy that was opened and saved in Excel; Excel never writes such a thing",
    ),
    "RG134": error(
        "a workbook that unpacks to too much",
        "the workbook unpacks to more than {limit}",
        "remove sheets and formats that are not needed; ask the agency who made the file",
    ),
    "RG135": error(
        "more than a workbook may hold",
        "the workbook holds {what} (in {part})",
        "remove sheets, formats and objects that are not needed, and save it again",
    ),
    "RG140": error(
        "a missing sheet",
        "the workbook has no sheet “{sheet}”; its sheets are {found}",
        "give the sheet the name “{sheet}” on its tab, or copy the sheet from the workbook that was sent out",
    ),
    "RG141": error(
        "a workbook that is no submission",
        "this is no submission: none of its sheets is named About, Replies or Indicators; its sheets are {found}",
        "fill in the workbook that was sent out; if this one is right, name its sheets as there",
    ),
    "RG142": error(
        "a missing column",
        "the sheet has no column “{column}”; found are {found}",
        "write “{column}” over the column that holds it; one row must hold the heads of all columns",
    ),
    "RG143": info(
        "a column that is not read",
        "the column “{column}” is not read",
        "if it should be read, correct its head: {nearest}",
    ),
    "RG144": error(
        "a column that stands twice",
        "the column “{column}” stands twice; the first is column {first}",
        "give one of the two its right head, or remove it",
    ),
    "RG145": error(
        "a sheet that holds too much",
        "the sheet has more than {limit} filled {what}",
        "remove what does not belong to the submission",
    ),
    "RG146": info(
        "a hidden sheet that was read",
        "the sheet is hidden, and was read",
        "show it in Excel (right click on a tab, Unhide), and see that its content is meant to be sent",
    ),
    "RG147": warning(
        "an unknown label in About",
        "“{label}” is no label of the sheet About",
        "write one of the labels that are read: {nearest}",
    ),
    "RG148": error(
        "a date in the head of a column",
        "the head of this column is the date {date}; a period is written 2023, 2023-H1 or 2023-05",
        "format the cell as text (Home, Number, Text) and type the period again",
    ),
    "RG149": warning(
        "a column without a head",
        "the column {column} holds entries but has no head",
        "write the period or the name of the column over it, or clear the column",
    ),
    "RG163": error(
        "a row without a key",
        "this row has neither a key nor an entry under “Part of”; its label is “{label}”",
        "write the key of the indicator under “Key”, or, for a part, the key of its whole under “Part of”",
    ),
    "RG164": error(
        "a part of an unknown indicator",
        "“{key}” stands under “Part of”, and no row of this sheet has that key",
        "write the key of the row that holds the whole: {nearest}",
    ),
    "RG165": error(
        "a key that stands twice",
        "the key “{key}” stands already in {first}",
        "give the second indicator a key of its own, or enter its key under “Part of” if it is a part",
    ),
    "RG166": info(
        "an entry of a part that is not used",
        "the entry under “{column}” is not used: a part has it from its whole",
        "nothing needs to be done; if it differs from the whole, make it an indicator of its own",
    ),
    "RG167": error(
        "an entry that is not written in its form",
        "“{text}” cannot be read as {what}: {reason}",
        "write it as in this example: {example}",
    ),
    "RG168": info(
        "a note for the coordinator",
        "the column “Note” is for the coordinator and is not printed",
        "to print a note with a figure, add a column such as “2023 note”",
    ),
    "RG169": info(
        "an issue that was taken from the row above",
        "the row has no issue; it was read as a further paragraph of issue {issue}",
        "nothing needs to be done if this is right; otherwise write the number of its issue",
    ),
    "RG170": error(
        "a workbook of another report",
        "this workbook was made for the report {other}, and this project is the report {symbol}",
        "send the workbook that was made for {symbol}; copy what is still right from this one",
    ),
    "RG171": error(
        "a workbook that was made for another agency",
        "the sheet About says “{agency}”, and the workbook was made for “{made_for}”",
        "correct the agency on the sheet About, or fill in the workbook that was made for “{agency}”",
    ),
    "RG172": error(
        "a workbook of a newer format",
        "the workbook has the format {version}, and formats up to {newest} are read",
        "read it with the version of reportgen that made it, or a newer one",
    ),
    "RG175": warning(
        "an answer without a reason",
        "the question is answered with “confirmed”, and no reason is given",
        "write the reason under “Reason”; until then the question stands",
    ),
    "RG176": warning(
        "an answer that is not understood",
        "“{text}” is no answer to a question",
        "choose “confirmed” and write the reason beside it; or correct the figure on its sheet and leave this empty",
    ),
    "RG177": warning(
        "an answer to nothing that was asked",
        "this answer cannot be matched with a question: its code, indicator, period or value was changed",
        "leave the cells to the left of the answer as they were, and answer in the next marked copy",
    ),
}
