"""Problems of the agencies' loop: clearances, new projects, the next cycle."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG701": error(
        "a clearance of an issue with errors",
        "issue {issue} cannot be cleared while errors stand in what its reply is made of: {codes}",
        "mend the errors that are listed with this one, then clear the issue again",
        "Who clears an issue vouches for its text and its figures. What cannot be read, or cannot be right, is not yet "
        "what will be printed.",
        "reportgen clear inputs --issue 4 --by “Deputy Minister”, while the text refers to an unknown indicator",
    ),
    "RG702": error(
        "a clearance of an issue without a reply",
        "issue {issue} cannot be cleared: it is awaiting its reply",
        "ask {agency} for it; clear the issue when it is there",
        "There is neither text nor a figure to vouch for.",
        "reportgen clear inputs --issue 16 --by “Deputy Minister”, and nobody has answered issue 16",
    ),
    "RG703": error(
        "a clearance of an issue that is not in the list",
        "there is no issue {issue} in the list of issues",
        "write one of its numbers: {known}",
        "Clearances go by the numbers in issues.yaml.",
        "reportgen clear inputs --issue 62 --by “Deputy Minister”. Write --issue 26",
    ),
    "RG704": warning(
        "a clearance that is void",
        "issue {issue}, cleared by {by} on {date}, has changed since: {changes}",
        "have it looked at, and clear it again",
        "A clearance holds for the text and the figures that were seen, and for nothing else. Other issues that were "
        "cleared stay so.",
        "victims for 2023 corrected from 348 to 384 after the issue was cleared",
    ),
    "RG711": error(
        "a folder that holds a project already",
        "this folder holds {name} already, and nothing in it was changed",
        "name a new folder, or take the project that is there",
        "A new project is begun in a folder of its own, so that no work is overwritten.",
        "reportgen init inputs. Write reportgen init kaz-4",
    ),
    "RG712": error(
        "a folder that is not empty",
        "the next cycle needs a new folder, and this one holds {name}",
        "name a folder that is not there yet",
        "The new project is written as a whole. It never mixes with what is there.",
        "reportgen rollover kaz-3 kaz-3. Write reportgen rollover kaz-3 kaz-4",
    ),
    "RG713": error(
        "a symbol that tells no next one",
        "the symbol {symbol} does not end with the number of the cycle, {cycle}, so it tells no next one",
        "write the new symbol after --symbol",
        "Symbols of reports usually end with the number of the report, CCPR/C/KAZ/3, and the next one follows from it. "
        "Where one does not, nobody but the coordinator knows the next.",
        "CCPR/C/KAZ/2-3 as the symbol of cycle 3. Write reportgen rollover old new --symbol CCPR/C/KAZ/4",
    ),
    "RG714": warning(
        "a file that was not carried over",
        "{name} was not carried over to the next cycle: {reason}",
        "copy it yourself if the new project needs it",
        "Templates are carried over as they are; links and anything that is no ordinary file are left behind.",
        "templates/reply.html.j2 is a link to another folder",
    ),
    "RG720": error(
        "an entry that contradicts the one in force",
        "{item}: {new} in this file, {old} in force",
        "ask {agency} which is right; receive the file again with --merge where this file is right, with --replace "
        "where it takes the place of everything before",
        "A workbook that comes later may correct what it was filled from. Where the entry in force came after that, or "
        "nobody knows what the file was filled from, only a person can say which of the two is right. Until then the "
        "whole file waits in submissions/refused, and nothing of it counts.",
        "Two officials correct the same figure, each in a copy of the workbook that went out: the second copy waits.",
    ),
    "RG721": error(
        "an entry in force that a file takes out",
        "{item}: empty in this file, {old} in force",
        "ask {agency} whether it is to go; receive the file again with --replace where it is, with --merge where what "
        "is in force stays",
        "The workbook went out with this entry in it and came back without it. A cell may be emptied by a slip, so "
        "nothing leaves the report until somebody says so.",
        "The figure for 2022 was deleted in the workbook. Type it again, or receive with --replace.",
    ),
    "RG722": error(
        "a file that is older than what is there",
        "this file is of {date}, and {there} is of {newer}",
        "ask {agency} which of the two counts; receive this one again with --merge or --replace if it does",
        "The sheet About says when a workbook was sent. An older one that comes later was forwarded late or sent by "
        "mistake, so each of its differences is shown and none of them counts by itself.",
        "The workbook of 1 February, received after that of 9 February.",
    ),
    "RG723": error(
        "a submission of an unknown department",
        "“{department}” is no department of “{agency}” in agencies.yaml",
        "write its code as it stands there ({nearest}), or add it under departments of the agency",
        "Departments of one agency may each have a workbook. agencies.yaml names them, so that status shows who is "
        "missing and their replies stand in a known order.",
        "“Department: prisons”, while agencies.yaml has departments: {courts: Department of Courts}.",
    ),
    "RG724": info(
        "a workbook with an earlier symbol of the report",
        "this workbook was made when the symbol of the report was {other}; it is taken",
        "nothing is to be done",
        "report.yaml keeps, under earlier_symbols, the symbols that workbooks went out with.",
        "A workbook made for CCPR/C/KAZ/2, in a project whose symbol was corrected to CCPR/C/KAZ/3.",
    ),
    "RG725": warning(
        "a workbook with a symbol that seems to be corrected since",
        "this workbook was made for {other}, and the report is {symbol}; State, treaty and issues are the same, so it "
        "is taken",
        "if the symbol was corrected, write earlier_symbols: [{other}] into report.yaml; else take the file out",
        "A corrected symbol does not make the workbooks useless that went out before. reportgen correct changes the "
        "symbol and keeps the earlier one.",
        "The symbol was changed in report.yaml by hand after the workbooks were sent.",
    ),
    "RG726": error(
        "nothing to go back to",
        "no version of “{sender}” before the one in force is known",
        "receive a file of {folder} with --replace, if one of them is to count",
        "reportgen receive --undo goes back to what was in force before, one step each time. It knows the steps that "
        "reportgen receive made itself.",
        "reportgen receive inputs --undo labour, and labour has sent one file only.",
    ),
    "RG727": error(
        "a file that stands above another, and nothing says how",
        "{name} stands above the file before it, and {ledger} does not say which of its entries only repeat old ones",
        "move it out of the folder and receive it by reportgen receive",
        "A file with a number such as justice+2.xlsx was received and says only some things. What it merely repeats "
        "from the version it was filled from must not count, and stands in a file of its own, which reportgen writes.",
        "A file named justice+2.xlsx, put into submissions by hand.",
    ),
    "RG728": error(
        "a workbook that was made for another department",
        "the sheet About says the department “{department}”, and the workbook was made for “{made_for}”",
        "correct the department on the sheet About, or fill in the workbook that was made for “{department}”",
        "Departments of one agency have a workbook each. Filled in by another one, it would answer for the wrong one.",
        "The workbook of the department of courts, filled in by the department of prisons.",
    ),
    "RG729": error(
        "a symbol that cannot be corrected by itself",
        "the symbol could not be changed in this file: {reason}",
        "change it by hand: symbol: {symbol}, and earlier_symbols: [{earlier}]",
        "reportgen correct changes the lines symbol, cycle and earlier_symbols of report.yaml and nothing else. It "
        "writes only what it can read again as the same report.",
        "report.yaml as one line of JSON. Change it by hand.",
    ),
    "RG730": error(
        "a version that is not there any more",
        "the version before needs {name}, and no file of {folder} has its content",
        "put the file back into {folder}, as it was",
        "Versions are found by their content, so they may be renamed, but not changed or deleted.",
        "somebody edited submissions/earlier/labour.2.xlsx",
    ),
    "RG740": error(
        "a project of a newer format",
        "the project has the format {format}, and formats up to {newest} are read",
        "use the version of reportgen that the project was made with, or a newer one",
        "Projects say by a number in report.yaml how they are written. Older ones are read as well; a newer one may "
        "hold what this version does not know of, so nothing of it is read.",
        "format: 7, with a version of reportgen that knows formats up to 2. Update reportgen",
    ),
    "RG741": info(
        "an upgrade without a last build",
        "what this version changes in the sentences cannot be told: {reason}",
        "build the report with the version that you used so far, then run reportgen upgrade --dry-run again",
        "How an earlier version put its sentences stands nowhere but in what it built: the report in the folder build "
        "and the manifest beside it.",
        "reportgen upgrade inputs --dry-run, and nothing was built yet",
    ),
    "RG742": info(
        "inputs that changed since the last build",
        "since the last build, {files} changed; sentences may differ for that reason",
        "to see what this version alone changes, build with the version that you used so far, then run upgrade again",
        "The manifest of a build holds the hashes of all files that it was made from. Where one of them is another "
        "now, a sentence that differs may differ because of it.",
        "submissions/justice.yaml was corrected after the last build",
    ),
    "RG743": error(
        "a report.yaml whose format cannot be set",
        "the format cannot be set in report.yaml by the program: {reason}",
        "write the line “format: {format}” yourself, as the first line of the fields",
        "An upgrade changes one number in report.yaml and nothing else. Where the file is written so unusually that "
        "this cannot be done with certainty, it is left alone.",
        "a report.yaml whose fields begin with “? ”",
    ),
}
