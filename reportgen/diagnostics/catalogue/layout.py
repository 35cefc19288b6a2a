"""Problems of the layout of workbooks: what stands where nothing is read, or is shown otherwise than it is read."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG220": error(
        "figures under a head that is not read as a period",
        "the column “{column}” holds figures ({cells}), and its head is not read as a period",
        "write the period over it as 2023, 2023-H1, 2023-05 or 2022-2023; if it is no column of the report, clear it",
    ),
    "RG221": error(
        "a missing column of the form",
        "the sheet has no column “{column}”, which the form has; not read are {unread}",
        "write “{column}” over the column that holds it; heads stay in English whatever the language of the entries",
    ),
    "RG222": error(
        "merged cells over entries",
        "the merged cells {area} cover more than one entry; only {first} is read",
        "take the merge away (Home, Merge & Center, Unmerge Cells) and write each entry into its own cell",
    ),
    "RG223": info(
        "a head that was read as a period",
        "the head “{column}” was read as {period}",
        "nothing needs to be done",
    ),
    "RG224": error(
        "a second row of heads",
        "this row holds heads of columns again ({heads}); the heads that count stand in row {row}",
        "keep one table on the sheet: move its rows under the heads of row {row}",
    ),
    "RG225": warning(
        "entries where nothing is read",
        "nothing is read from {cells}: {reason}",
        "{action}",
    ),
    "RG226": info(
        "a sheet that is not read",
        "this {kind} is not read; {content}",
        "if it belongs to the submission, copy it to the sheets About, Replies or Indicators",
    ),
    "RG227": error(
        "a second copy of a sheet",
        "this sheet looks like {sheet} and is not read; it holds entries that {sheet} does not have ({cells})",
        "copy what is right to the sheet {sheet}, and delete this one",
    ),
    "RG228": info(
        "hidden rows or columns that were read",
        "{what} hidden, and what they hold was read",
        "show them in Excel (select the rows or columns around them, right click, Unhide; or Data, Clear filter), and "
        "see that they are meant to be sent",
    ),
    "RG229": info(
        "a comment that is not read",
        "the comment on this cell is not read: “{text}”",
        "if readers of the report need it, write it into a column such as “2023 note”, or into the text",
    ),
    "RG230": warning(
        "an object that is not printed",
        "{what} lies on the sheet and is not printed{text}",
        "write what it says into the cells: figures under their years, text under Text",
    ),
    "RG231": warning(
        "“Nothing to add” beside a reply",
        "“Nothing to add” says yes, and there is a reply to issue {issue} ({cell}); the reply is printed",
        "clear “Nothing to add”; or, if the reply is not meant to be sent, clear the reply",
    ),
    "RG232": warning(
        "an entry under “Nothing to add” that is not understood",
        "“{text}” under “Nothing to add” is neither “yes” nor empty",
        "choose “yes” if there is nothing to add to this issue; otherwise clear the cell and write the reply",
    ),
    "RG233": info(
        "a key in another spelling",
        "“{text}” was read as {key}",
        "nothing needs to be done",
    ),
    "RG234": error(
        "a cell that two readers read differently",
        "this cell is read as {ours}, and by a second reader as {theirs}",
        "clear the cell, type its entry again in Excel, and save the workbook",
    ),
    "RG235": info(
        "a workbook that was read only once",
        "the workbook could not be read a second time: {reason}",
        "compare the figures with the agency's own; or ask for a copy that was saved as “Excel Workbook (.xlsx)”",
    ),
    "RG236": info(
        "figures of one period where several years are asked",
        "given for one period alone, while other years are asked as well: {keys}",
        "if there are figures for the other years, add them; otherwise nothing needs to be done",
    ),
}
