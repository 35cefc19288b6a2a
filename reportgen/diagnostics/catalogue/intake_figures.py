"""Problems of intake with figures: values that are no numbers, or could be two."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG150": error(
        "a cell with an Excel error",
        "the cell shows the error {error}",
        "correct the formula, or type the value in its place",
    ),
    "RG151": error(
        "a formula without a value",
        "the formula in this cell has no calculated value",
        "open the workbook in Excel and save it; Excel then stores the value beside the formula",
    ),
    "RG152": error(
        "a date where a number belongs",
        "the value is the date {date}, and a number belongs here",
        "type the figure again; in Excel, format the cell as a number first (Home, Number)",
    ),
    "RG153": error(
        "yes or no where a number belongs",
        "the value is {value}, and a number belongs here",
        "type the figure; 1 and 0 if these are meant",
    ),
    "RG154": error(
        "text where a number belongs",
        "“{text}” is no number",
        "write the number with digits only, or “..” where there are no data; remarks belong under “note”",
    ),
    "RG155": error(
        "a number with two readings",
        "“{text}” may be {first} or {second}",
        "write it without a sign between thousands: {plain}; the file's other numbers do not show which is meant",
    ),
    "RG156": error(
        "a number with too many digits",
        "the number {text} has more than 15 digits",
        "round it to what is to be printed; in Excel: =ROUND(…, 1)",
    ),
    "RG157": error(
        "a percentage in an indicator of another unit",
        "{text} is a percentage, and the unit of “{key}” is {unit}",
        "type the number itself, or make “per cent” the unit",
    ),
    "RG158": info(
        "a number that was read from text or from a percentage",
        "“{text}” was read as {value}",
        "nothing needs to be done if this is right",
    ),
    "RG159": info(
        "a sign for no data",
        "“{text}” was read as: there are no data",
        "nothing needs to be done if this is right",
    ),
    "RG160": warning(
        "a dash in place of a number",
        "“{text}” was read as: there are no data",
        "write 0 if nothing was counted, or “..” if there are no data",
    ),
    "RG161": error(
        "a date where text belongs",
        "the cell under “{column}” is the date {date}, and text belongs here",
        "format the cell as text (Home, Number, Text) and type the entry again",
    ),
    "RG162": error(
        "an entry that is no date",
        "“{text}” is no date",
        "write the date as 2024-01-31, or format the cell as a date",
    ),
}
