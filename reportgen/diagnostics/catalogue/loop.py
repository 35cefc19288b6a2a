"""Problems of the agencies' loop: clearances, new projects, the next cycle."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG701": error(
        "a clearance of an issue with errors",
        "issue {issue} cannot be cleared while errors stand in what its reply is made of: {codes}",
        "mend the errors that are listed with this one, then clear the issue again",
    ),
    "RG702": error(
        "a clearance of an issue without a reply",
        "issue {issue} cannot be cleared: it is awaiting its reply",
        "ask {agency} for it; clear the issue when it is there",
    ),
    "RG703": error(
        "a clearance of an issue that is not in the list",
        "there is no issue {issue} in the list of issues",
        "write one of its numbers: {known}",
    ),
    "RG704": warning(
        "a clearance that is void",
        "issue {issue}, cleared by {by} on {date}, has changed since: {changes}",
        "have it looked at, and clear it again",
    ),
    "RG711": error(
        "a folder that holds a project already",
        "this folder holds {name} already, and nothing in it was changed",
        "name a new folder, or take the project that is there",
    ),
    "RG712": error(
        "a folder that is not empty",
        "the next cycle needs a new folder, and this one holds {name}",
        "name a folder that is not there yet",
    ),
    "RG713": error(
        "a symbol that tells no next one",
        "the symbol {symbol} does not end with the number of the cycle, {cycle}, so it tells no next one",
        "write the new symbol after --symbol",
    ),
    "RG714": warning(
        "a file that was not carried over",
        "{name} was not carried over to the next cycle: {reason}",
        "copy it yourself if the new project needs it",
    ),
    "RG720": error(
        "an entry that contradicts the one in force",
        "{item}: {new} in this file, {old} in force",
        "ask {agency} which is right; receive the file again with --merge where this file is right, with --replace "
        "where it takes the place of everything before",
    ),
    "RG721": error(
        "an entry in force that a file takes out",
        "{item}: empty in this file, {old} in force",
        "ask {agency} whether it is to go; receive the file again with --replace where it is, with --merge where what "
        "is in force stays",
    ),
    "RG722": error(
        "a file that is older than what is there",
        "this file is of {date}, and {there} is of {newer}",
        "ask {agency} which of the two counts; receive this one again with --merge or --replace if it does",
    ),
    "RG723": error(
        "a submission of an unknown department",
        "“{department}” is no department of “{agency}” in agencies.yaml",
        "write its code as it stands there ({nearest}), or add it under departments of the agency",
    ),
    "RG724": info(
        "a workbook with an earlier symbol of the report",
        "this workbook was made when the symbol of the report was {other}; it is taken",
        "nothing is to be done",
    ),
    "RG725": warning(
        "a workbook with a symbol that seems to be corrected since",
        "this workbook was made for {other}, and the report is {symbol}; State, treaty and issues are the same, so it "
        "is taken",
        "if the symbol was corrected, write earlier_symbols: [{other}] into report.yaml; else take the file out",
    ),
    "RG726": error(
        "nothing to go back to",
        "no version of “{sender}” before the one in force is known",
        "receive a file of {folder} with --replace, if one of them is to count",
    ),
    "RG727": error(
        "a file that stands above another, and nothing says how",
        "{name} stands above the file before it, and {ledger} does not say which of its entries only repeat old ones",
        "move it out of the folder and receive it by reportgen receive",
    ),
    "RG728": error(
        "a workbook that was made for another department",
        "the sheet About says the department “{department}”, and the workbook was made for “{made_for}”",
        "correct the department on the sheet About, or fill in the workbook that was made for “{department}”",
    ),
    "RG729": error(
        "a symbol that cannot be corrected by itself",
        "the symbol could not be changed in this file: {reason}",
        "change it by hand: symbol: {symbol}, and earlier_symbols: [{earlier}]",
    ),
    "RG730": error(
        "a version that is not there any more",
        "the version before needs {name}, and no file of {folder} has its content",
        "put the file back into {folder}, as it was",
    ),
    "RG740": error(
        "a project of a newer format",
        "the project has the format {format}, and formats up to {newest} are read",
        "use the version of reportgen that the project was made with, or a newer one",
    ),
    "RG741": info(
        "an upgrade without a last build",
        "what this version changes in the sentences cannot be told: {reason}",
        "build the report with the version that you used so far, then run reportgen upgrade --dry-run again",
    ),
    "RG742": info(
        "inputs that changed since the last build",
        "since the last build, {files} changed; sentences may differ for that reason",
        "to see what this version alone changes, build with the version that you used so far, then run upgrade again",
    ),
    "RG743": error(
        "a report.yaml whose format cannot be set",
        "the format cannot be set in report.yaml by the program: {reason}",
        "write the line “format: {format}” yourself, as the first line of the fields",
    ),
}
