"""Problems of intake with workbooks: their container, their sheets, and what comes back from agencies."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG130": error(
        "a workbook with a password, or in an old format",
        "the workbook is protected with a password, or in the format of before 2007",
        "open it in Excel, take away the password (File, Info, Protect Workbook), and save it as "
        "“Excel Workbook (.xlsx)”",
        "A workbook that needs a password to be opened is encrypted, and looks from outside like a workbook of the "
        "old format .xls. Neither can be read.",
        "health.xlsx that asks for a password. Save it without one.",
    ),
    "RG131": error(
        "a file that is not an .xlsx workbook",
        "the file is {kind}, not an .xlsx workbook",
        "open it in the program that made it, and save it as “Excel Workbook (.xlsx)”",
        "The content of a file counts, not the ending of its name. Workbooks with macros are not read because they "
        "can run programs.",
        "A table saved as CSV and renamed to health.xlsx. Open it in Excel and save it as a workbook.",
    ),
    "RG132": error(
        "a damaged workbook",
        "the workbook is damaged: {reason}",
        "open it in Excel, let Excel repair it, look through it and save it; or ask the agency to send it again",
        "The file contradicts the rules of its format, or was cut off on its way.",
        "A download that broke off half-way. Save the attachment again.",
    ),
    "RG133": error(
        "a workbook with a suspicious content",
        "the workbook is not read, because {reason}",
        "ask the agency for a copy that was opened and saved in Excel; Excel never writes such a thing",
        "Excel does not write such files. They are made to harm the program that reads them.",
        "A workbook that holds a file named ../../start.sh.",
    ),
    "RG134": error(
        "a workbook that unpacks to too much",
        "the workbook unpacks to more than {limit}",
        "remove sheets and formats that are not needed; ask the agency who made the file",
        "A small zipped file can be made to unpack to more than any memory holds. What is unpacked is counted, and "
        "reading stops at the limit.",
        "A workbook of 40 kB that unpacks to 4 GB of spaces.",
    ),
    "RG135": error(
        "limits of a workbook's parts",
        "the part {part} of the workbook holds {what}",
        "remove sheets, formats and objects that are not needed, and save it again",
        "Excel stays far below these limits. They keep one part from filling the memory or the time.",
        "A sheet with three million cells that hold nothing but a colour.",
    ),
    "RG140": error(
        "a missing sheet",
        "the workbook has no sheet “{sheet}”; its sheets are {found}",
        "give the sheet the name “{sheet}” on its tab, or copy the sheet from the workbook that was sent out",
        "Sheets are found by their names, without regard to capitals and spaces. The sheet About says which agency "
        "answers; Replies and Indicators hold texts and figures.",
        "A sheet renamed to “Indicators 2023”. Name it “Indicators”.",
    ),
    "RG141": error(
        "a workbook that is no submission",
        "this is no submission: none of its sheets is named About, Replies or Indicators; its sheets are {found}",
        "fill in the workbook that was sent out; if this one is right, name its sheets as there",
        "A submission is recognised by the names of its sheets.",
        "A price list by mistake in the folder submissions. Take it out.",
    ),
    "RG142": error(
        "a missing column",
        "the sheet has no column “{column}”; found are {found}",
        "write “{column}” over the column that holds it; one row must hold the heads of all columns",
        "Columns are found by their heads, in any order, without regard to capitals and spaces.",
        "The head “Key” was deleted. Write it over the column of keys.",
    ),
    "RG143": info(
        "a column that is not read",
        "the column “{column}” is not read",
        "if it should be read, correct its head: {nearest}",
        "Columns that agencies add for themselves do no harm. A head that looks like one of ours or like a period is "
        "a warning, because its figures would be missing.",
        "A head “2023 (11 months)”. Write “2023” and put the remark under “2023 note”.",
    ),
    "RG144": error(
        "a column that stands twice",
        "the column “{column}” stands twice; the first is column {first}",
        "give one of the two its right head, or remove it",
        "Of two columns with one head, only one could count, and nobody could see which.",
        "Two columns “2022”. Correct the year of one.",
    ),
    "RG145": error(
        "a sheet that holds too much",
        "the sheet has more than {limit} filled {what}",
        "remove what does not belong to the submission",
        "The limit keeps one sheet from filling the memory; it is far above what a submission needs.",
        "A register of 50,000 persons pasted into Indicators. Report the totals.",
    ),
    "RG146": info(
        "a hidden sheet that was read",
        "the sheet is hidden, and was read",
        "show it in Excel (right click on a tab, Unhide), and see that its content is meant to be sent",
        "A hidden sheet counts like any other, so that nothing depends on what is shown.",
        "A hidden sheet Indicators.",
    ),
    "RG147": warning(
        "an unknown label in About",
        "“{label}” is no label of the sheet About",
        "write one of the labels that are read: {nearest}",
        "The sheet About holds a label and, to the right of it, its value: Agency, Date, Contact.",
        "“Agecny” in the first column. Write “Agency”.",
    ),
    "RG148": error(
        "a date in the head of a column",
        "the head of this column is the date {date}; a period is written 2023, 2023-H1 or 2023-05",
        "format the cell as text (Home, Number, Text) and type the period again",
        "Excel turns entries such as 2023-05 into dates unless the cell is formatted as text, and a year in a cell "
        "with a date format becomes a day in 1905.",
        "A head 2023-05 that Excel shows as May-23. Format the cell as text and type 2023-05.",
    ),
    "RG149": warning(
        "a column without a head",
        "the column {column} holds entries but has no head",
        "write the period or the name of the column over it, or clear the column",
        "Without a head nobody knows what the entries are; they are not read.",
        "Figures in column K without a year over them. Write the year.",
    ),
    "RG163": error(
        "a row without a key",
        "this row has neither a key nor an entry under “Part of”; its label is “{label}”",
        "write the key of the indicator under “Key”, or, for a part, the key of its whole under “Part of”",
        "Each row of Indicators is an indicator with a key, or a part of one.",
        "A new row with a label and figures only. Give it a key such as dv_cases.",
    ),
    "RG164": error(
        "a part of an unknown indicator",
        "“{key}” stands under “Part of”, and no row of this sheet has that key",
        "write the key of the row that holds the whole: {nearest}",
        "A part belongs to an indicator of the same sheet.",
        "“dv_case” under “Part of”, while the key is dv_cases.",
    ),
    "RG165": error(
        "a key that stands twice",
        "the key “{key}” stands already in {first}",
        "give the second indicator a key of its own, or enter its key under “Part of” if it is a part",
        "A key names one indicator of a file.",
        "Two rows dv_cases. If the second is the number of women, write dv_cases under “Part of”.",
    ),
    "RG166": info(
        "an entry of a part that is not used",
        "the entry under “{column}” is not used: a part has it from its whole",
        "nothing needs to be done; if it differs from the whole, make it an indicator of its own",
        "Parts share unit, measure, issue, source and the way of reporting with the indicator that they are part of, "
        "and need no key.",
        "A part whose row repeats the unit of the whole.",
    ),
    "RG167": error(
        "an entry that is not written in its form",
        "“{text}” cannot be read as {what}: {reason}",
        "write it as in this example: {example}",
        "Units, breaks and yes or no are written in fixed forms, so that they cannot be misread.",
        "“persons” under “Unit”. Write “person / persons”, for one and for many.",
    ),
    "RG168": info(
        "a note for the coordinator",
        "the column “Note” is for the coordinator and is not printed",
        "to print a note with a figure, add a column such as “2023 note”",
        "Remarks to a row help the coordinator. Notes that readers of the report need belong to one figure of one "
        "period.",
        "“first eleven months” under “Note”. Put it under “2023 note”.",
    ),
    "RG169": info(
        "an issue that was taken from the row above",
        "the row has no issue; it was read as a further paragraph of issue {issue}",
        "nothing needs to be done if this is right; otherwise write the number of its issue",
        "A reply of several paragraphs has several rows. Where only the first has the number, as with merged cells, "
        "the next rows belong to it.",
        "Issue 11 in a merged cell beside three rows of text.",
    ),
    "RG170": error(
        "a workbook of another report",
        "this workbook was made for the report {other}, and this project is the report {symbol}",
        "send the workbook that was made for {symbol}; copy what is still right from this one",
        "A workbook that is sent out carries the symbol of its report. One of the last cycle has other issues and "
        "other years, and must not be taken for an answer to the new list.",
        "A workbook made for CCPR/C/KAZ/3, received in the project CCPR/C/KAZ/4. Fill in the new one.",
    ),
    "RG171": error(
        "a workbook that was made for another agency",
        "the sheet About says “{agency}”, and the workbook was made for “{made_for}”",
        "correct the agency on the sheet About, or fill in the workbook that was made for “{agency}”",
        "A workbook that is sent out is made for one agency, with its issues and its earlier figures. Filled in by "
        "another one, it would answer for the wrong agency.",
        "The workbook of the Ministry of Justice, filled in by the Supreme Court. Ask for the right workbook.",
    ),
    "RG172": error(
        "a workbook of a newer format",
        "the workbook has the format {version}, and formats up to {newest} are read",
        "read it with the version of reportgen that made it, or a newer one",
        "Workbooks say by a number how they are laid out. Older ones are read as well; a newer one may hold what this "
        "version does not know of.",
        "A workbook made by a newer reportgen than the coordinator has. Update reportgen.",
    ),
    "RG175": warning(
        "an answer without a reason",
        "the question is answered with “confirmed”, and no reason is given",
        "write the reason under “Reason”; until then the question stands",
        "A figure that looks wrong and is right has a reason, and the next reader will ask for it.",
        "“confirmed” and an empty cell under “Reason”. Write: “the law changed in 2022”.",
    ),
    "RG176": warning(
        "an answer that is not understood",
        "“{text}” is no answer to a question",
        "choose “confirmed” and write the reason beside it; or correct the figure on its sheet and leave this empty",
        "A question about a figure is answered in one of two ways: the figure stands, with a reason, or it is "
        "corrected where it stands.",
        "“see letter of 3 March” under “Your answer”. Choose “confirmed”, and write that under “Reason”.",
    ),
    "RG177": warning(
        "an answer to nothing that was asked",
        "this answer cannot be matched with a question: its code, indicator, period or value was changed",
        "leave the cells to the left of the answer as they were, and answer in the next marked copy",
        "An answer belongs to one figure, which the other cells of its row name.",
        "A row of Problems whose period was overwritten with a remark. Write remarks under “Reason”.",
    ),
}
