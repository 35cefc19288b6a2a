"""Problems of the stage: model. What the types of a report refuse, in our words."""

from reportgen.diagnostics.catalogue.entry import Entry, error

ENTRIES: dict[str, Entry] = {
    "RG201": error(
        "an unknown field",
        "there is no field “{field}” here",
        "correct its name or remove it: {nearest}",
        "A field that is not known would be left out unseen, and with it what somebody wanted to say.",
        "“lable: criminal cases”. Write “label”.",
    ),
    "RG202": error(
        "a missing field",
        "“{field}” is missing{where}",
        "add “{field}” here",
        "Without this field the report cannot be made.",
        "An agency without a name. Add “name: Supreme Court”.",
    ),
    "RG203": error(
        "a value of the wrong kind",
        "“{field}” is {found}, and {expected} belongs here",
        "{action}",
        "Each field wants one kind of value. Nothing is turned into another kind, because that would guess.",
        "“cycle: third”. Write “cycle: 3”.",
    ),
    "RG204": error(
        "a word that is none of those allowed",
        "“{field}” is {found}, which is none of {allowed}",
        "write one of {allowed}",
        "Some fields take one of a few words only, because each of them changes what is printed.",
        "“measure: total”. Write “flow” or “stock”.",
    ),
    "RG205": error(
        "a text that is too long",
        "“{field}” has {length} characters, and at most {limit} are allowed",
        "shorten it, or divide it",
        "Labels, names and texts have bounds far above what is printed, so that a slip or a pasted file is noticed.",
        "A whole paragraph as the label of an indicator.",
    ),
    "RG206": error(
        "a number outside its bounds",
        "“{field}” is {found}, and it must be {bound}",
        "correct the number",
        "The bounds are those of what the number means: a year, the number of an issue, a limit of words.",
        "“due: 24”. Write 2024.",
    ),
    "RG207": error(
        "a name that is not written in its form",
        "“{field}” is {found}, and it must be {form}",
        "write it in that form",
        "Codes, keys and symbols are written in one form each, so that a reference always finds them.",
        "“code: Supreme Court”. Write “code: supreme-court”.",
    ),
    "RG208": error(
        "a period that cannot be read",
        "“{found}” is no period: {reason}",
        "write a year (2023), years (2020-2023), a half (2023-H1), a quarter (2023-Q2) or a month (2023-05)",
        "Values stand by their periods. A period is a run of whole months in one of the written forms.",
        "“23: 360”. Write “2023: 360”.",
    ),
    "RG209": error(
        "an empty field",
        "“{field}” is empty",
        "fill it in, or remove the field",
        "An empty name or list says nothing, and would leave a gap in the report.",
        "“reporting_years: []”. Write the years.",
    ),
    "RG210": error(
        "a value that is not accepted",
        "“{field}” cannot be {found}",
        "compare it with the same field in examples/minimal",
        "The value breaks a rule of the report's types.",
        "A field with a value that no report can have.",
    ),
    "RG211": error(
        "a text of the workbooks that cannot be used",
        "“{field}” {reason}",
        "compare it with the same text in templates/workbook/en.yaml",
        "The texts of the workbooks that are sent out may be changed and translated. What stands in braces is filled "
        "in by reportgen, and each text knows only its own fields.",
        "“{agencies}” in the title of a sheet, where only {agency}, {state}, {symbol} and {treaty} are known.",
    ),
}
