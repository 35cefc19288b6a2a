"""Problems of the layout of workbooks: what stands where nothing is read, or is shown otherwise than it is read."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG220": error(
        "figures under a head that is not read as a period",
        "the column “{column}” holds figures ({cells}), and its head is not read as a period",
        "write the period over it as 2023, 2023-H1, 2023-05 or 2022-2023; if it is no column of the report, clear it",
        "A head such as “2023 г.” or “Year 2023” names one calendar year and is read. “FY2023”, “2023/24” or “2023 (11 "
        "months)” may be another span of months, and nobody but the agency knows which. Its figures must not vanish.",
        "Figures under “FY2023”, which runs from July to June. Write 2022-07/2023-06.",
    ),
    "RG221": error(
        "a missing column of the form",
        "the sheet has no column “{column}”, which the form has; not read are {unread}",
        "write “{column}” over the column that holds it; heads stay in English whatever the language of the entries",
        "Columns are found by their heads. Where a head of the form was translated, reworded or deleted, what stands "
        "under it is lost: a figure without its unit, a part without its whole.",
        "“Unité” over the column of units. Write “Unit” again.",
    ),
    "RG222": error(
        "merged cells over entries",
        "the merged cells {area} cover more than one entry; only {first} is read",
        "take the merge away (Home, Merge & Center, Unmerge Cells) and write each entry into its own cell",
        "Merged cells keep one value. Whether it holds for all of their years and rows or for one of them, nobody can "
        "see.",
        "F7:G7 merged, with 131 in it: is it the figure of 2022, of 2023, or of both?",
    ),
    "RG223": info(
        "a head that was read as a period",
        "the head “{column}” was read as {period}",
        "nothing needs to be done",
        "A year beside the word for a year, in any of the usual languages, is that year.",
        "“2023 г.” or “Jahr 2023” over a column.",
    ),
    "RG224": error(
        "a second row of heads",
        "this row holds heads of columns again ({heads}); the heads that count stand in row {row}",
        "keep one table on the sheet: move its rows under the heads of row {row}",
        "Each column has one head. Figures of a second table would be read under the periods of the first.",
        "A table for 2019 and 2020 below that for 2021 to 2023. Add the columns 2019 and 2020 to the first.",
    ),
    "RG225": warning(
        "entries where nothing is read",
        "nothing is read from {cells}: {reason}",
        "{action}",
        "Figures, texts and facts are read from the cells under their heads. What was typed elsewhere would get lost "
        "without a word.",
        "A reply typed under “The Committee asks”. Move it to the column Text.",
    ),
    "RG226": info(
        "a sheet that is not read",
        "this {kind} is not read; {content}",
        "if it belongs to the submission, copy it to the sheets About, Replies or Indicators",
        "Only the sheets of the form are read. Others may hold workings, and are named so that nothing is overlooked.",
        "A sheet “Workings” with sums. Nothing needs to be done.",
    ),
    "RG227": error(
        "a second copy of a sheet",
        "this sheet looks like {sheet} and is not read; it holds entries that {sheet} does not have ({cells})",
        "copy what is right to the sheet {sheet}, and delete this one",
        "One sheet of each name is read. Where a copy of it says something else, nobody can see which of the two is "
        "meant.",
        "“Indicators (2)” with 9 where Indicators has 5.",
    ),
    "RG228": info(
        "hidden rows or columns that were read",
        "{what} hidden, and what they hold was read",
        "show them in Excel (select the rows or columns around them, right click, Unhide; or Data, Clear filter), and "
        "see that they are meant to be sent",
        "Hidden rows and columns count like any others, so that nothing depends on what is shown.",
        "A filter that hides the rows of last year.",
    ),
    "RG229": info(
        "a comment that is not read",
        "the comment on this cell is not read: “{text}”",
        "if readers of the report need it, write it into a column such as “2023 note”, or into the text",
        "Comments are a talk between people about a cell, and are not printed. They are named because they often say "
        "what a figure leaves out.",
        "A comment “first eleven months” on the figure of 2023. Write it under “2023 note”.",
    ),
    "RG230": warning(
        "an object that is not printed",
        "{what} lies on the sheet and is not printed{text}",
        "write what it says into the cells: figures under their years, text under Text",
        "Only cells are read. Text boxes, pictures, charts, SmartArt and embedded files lie above them.",
        "A scanned table as a picture on the sheet Replies. Type its figures into Indicators.",
    ),
    "RG231": warning(
        "“Nothing to add” beside a reply",
        "“Nothing to add” says yes, and there is a reply to issue {issue} ({cell}); the reply is printed",
        "clear “Nothing to add”; or, if the reply is not meant to be sent, clear the reply",
        "An agency either replies to an issue or has nothing to add to the reply of the agency that leads.",
        "“yes” beside a paragraph. Clear one of the two.",
    ),
    "RG232": warning(
        "an entry under “Nothing to add” that is not understood",
        "“{text}” under “Nothing to add” is neither “yes” nor empty",
        "choose “yes” if there is nothing to add to this issue; otherwise clear the cell and write the reply",
        "“yes” says that the agency has seen the issue and leaves it to others. Any other word leaves it open whether "
        "a reply is still to come.",
        "“n/a”. Choose “yes”, or clear the cell.",
    ),
    "RG233": info(
        "a key in another spelling",
        "“{text}” was read as {key}",
        "nothing needs to be done",
        "Keys have small letters and no blanks. One that differs in nothing else is meant.",
        "“Shelters” under Key. It is read as shelters.",
    ),
    "RG234": error(
        "a cell that two readers read differently",
        "this cell is read as {ours}, and by a second reader as {theirs}",
        "clear the cell, type its entry again in Excel, and save the workbook",
        "A workbook that is received is read twice, by two programs that share nothing. Where they differ, nobody can "
        "be sure what the official saw.",
        "A cell that holds two values at once, as some programs write by mistake.",
    ),
    "RG235": info(
        "a workbook that was read only once",
        "the workbook could not be read a second time: {reason}",
        "compare the figures with the agency's own; or ask for a copy that was saved as “Excel Workbook (.xlsx)”",
        "The second reader does not know every kind of workbook, such as “Strict Open XML”. The first one has read it "
        "without problems.",
        "A workbook saved as “Strict Open XML Spreadsheet”.",
    ),
    "RG236": info(
        "figures of one period where several years are asked",
        "given for one period alone, while other years are asked as well: {keys}",
        "if there are figures for the other years, add them; otherwise nothing needs to be done",
        "A single figure is often all that there is. It is told because a year that got lost on the way looks the "
        "same. Where an issue asks for the indicator by name, RG305 asks for each of its years.",
        "values: {2023: 63}, while the Committee asks for 2020 to 2023.",
    ),
}
