"""Problems of intake with figures: values that are no numbers, or could be two."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG150": error(
        "a cell with an Excel error",
        "the cell shows the error {error}",
        "correct the formula, or type the value in its place",
        "A formula that ends in an error has no value.",
        "#DIV/0! where a percentage belongs. Type the percentage, or “..” if there is none.",
    ),
    "RG151": error(
        "a formula without a value",
        "the formula in this cell has no calculated value",
        "open the workbook in Excel and save it; Excel then stores the value beside the formula",
        "Workbooks made by programs may hold formulas that were never calculated. Formulas are not calculated here.",
        "=SUM(C3:C9) in a workbook that no office program has opened.",
    ),
    "RG152": error(
        "a date where a number belongs",
        "the value is the date {date}, and a number belongs here",
        "type the figure again; in Excel, format the cell as a number first (Home, Number)",
        "Excel turns entries such as 1/5 or 3-4 into dates. What was typed cannot be told from the date.",
        "1/5 shown as 01-May. Format the cell as a number and type 5.",
    ),
    "RG153": error(
        "yes or no where a number belongs",
        "the value is {value}, and a number belongs here",
        "type the figure; 1 and 0 if these are meant",
        "TRUE and FALSE are no numbers, even though Excel counts with them.",
        "TRUE under 2023. Type the figure.",
    ),
    "RG154": error(
        "text where a number belongs",
        "“{text}” is no number",
        "write the number with digits only, or “..” where there are no data; remarks belong under “note”",
        "A figure is written with digits, with or without spaces or commas between thousands. Words, ranges, brackets "
        "and stars would have to be guessed at.",
        "“about 360” or “360*”. Write 360, with the status “estimated”.",
    ),
    "RG155": error(
        "a number with two readings",
        "“{text}” may be {first} or {second}",
        "write it without a sign between thousands: {plain}; the file's other numbers do not show which is meant",
        "A comma or a point with three digits after it stands for thousands in some countries and for decimals in "
        "others. Where the file's other numbers do not settle it, nobody guesses.",
        "“1.234”. Write 1234, or 1.2340 if a decimal fraction is meant.",
    ),
    "RG156": error(
        "a number with too many digits",
        "the number {text} has more than 15 digits",
        "round it to what is to be printed; in Excel: =ROUND(…, 1)",
        "Excel keeps fifteen digits exactly. A quotient such as one third has no end, and only its author knows to "
        "which place it is to be rounded.",
        "0.333333333333333 as the result of =1/3. Write =ROUND(1/3, 3), or 33.3 in an indicator of per cent.",
    ),
    "RG157": error(
        "a percentage in an indicator of another unit",
        "{text} is a percentage, and the unit of “{key}” is {unit}",
        "type the number itself, or make “per cent” the unit",
        "A percentage and a count are different things. Without a right unit the sentence would be false.",
        "35 % in an indicator whose unit is “person / persons”.",
    ),
    "RG158": info(
        "a number that was read from text or from a percentage",
        "“{text}” was read as {value}",
        "nothing needs to be done if this is right",
        "Numbers that are stored as text, with spaces or commas between thousands, and cells with a percentage format "
        "are read where there is only one reading, and each is said.",
        "“1 058” is read as 1058; a cell that shows 55.4% in an indicator of per cent is read as 55.4.",
    ),
    "RG159": info(
        "a sign for no data",
        "“{text}” was read as: there are no data",
        "nothing needs to be done if this is right",
        "“..”, “n/a”, “нет данных” and the like say that a value was asked for and is not known.",
        "“n/a” under 2021.",
    ),
    "RG160": warning(
        "a dash in place of a number",
        "“{text}” was read as: there are no data",
        "write 0 if nothing was counted, or “..” if there are no data",
        "A dash stands for nothing in some tables and for unknown in others. A report must not call unknown what is "
        "zero, or zero what is unknown.",
        "“–” under 2021. Write 0 or “..”.",
    ),
    "RG161": error(
        "a date where text belongs",
        "the cell under “{column}” is the date {date}, and text belongs here",
        "format the cell as text (Home, Number, Text) and type the entry again",
        "Excel turns entries such as 3-4 into dates. What was typed cannot be told from the date.",
        "A source “1-2” that became 1 February. Format the cell as text.",
    ),
    "RG162": error(
        "an entry that is no date",
        "“{text}” is no date",
        "write the date as 2024-01-31, or format the cell as a date",
        "A date such as 01/02/2024 has two readings. Year, month, day has one.",
        "“01/02/2024” in About. Write 2024-02-01.",
    ),
}
