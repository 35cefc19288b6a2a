"""Problems of the stage: model. What the types of a report refuse, in our words."""

from reportgen.diagnostics.catalogue.entry import Entry, error

ENTRIES: dict[str, Entry] = {
    "RG201": error(
        "an unknown field",
        "there is no field “{field}” here",
        "correct its name or remove it: {nearest}",
    ),
    "RG202": error(
        "a missing field",
        "“{field}” is missing{where}",
        "add “{field}” here",
    ),
    "RG203": error(
        "a value of the wrong kind",
        "“{field}” is {found}, and {expected} belongs here",
        "{action}",
    ),
    "RG204": error(
        "a word that is none of those allowed",
        "“{field}” is {found}, which is none of {allowed}",
        "write one of {allowed}",
    ),
    "RG205": error(
        "a text that is too long",
        "“{field}” has {length} characters, and at most {limit} are allowed",
        "shorten it, or divide it",
    ),
    "RG206": error(
        "a number outside its bounds",
        "“{field}” is {found}, and it must be {bound}",
        "correct the number",
    ),
    "RG207": error(
        "a name that is not written in its form",
        "“{field}” is {found}, and it must be {form}",
        "write it in that form",
    ),
    "RG208": error(
        "a period that cannot be read",
        "“{found}” is no period: {reason}",
        "write a year (2023), years (2020-2023), a half (2023-H1), a quarter (2023-Q2) or a month (2023-05)",
    ),
    "RG209": error(
        "an empty field",
        "“{field}” is empty",
        "fill it in, or remove the field",
    ),
    "RG210": error(
        "a value that is not accepted",
        "“{field}” cannot be {found}",
        "compare it with the same field in examples/minimal",
    ),
    "RG211": error(
        "a text of the workbooks that cannot be used",
        "“{field}” {reason}",
        "compare it with the same text in templates/workbook/en.yaml",
    ),
}
