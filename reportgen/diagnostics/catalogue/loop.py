"""Problems of the agencies' loop: clearances, new projects, the next cycle."""

from reportgen.diagnostics.catalogue.entry import Entry
from reportgen.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "RG701",
        ERROR,
        "a clearance of an issue with errors",
        "issue {issue} cannot be cleared while errors stand in what its reply is made of: {codes}",
        "mend the errors that are listed with this one, then clear the issue again",
        "Who clears an issue vouches for its text and its figures. What cannot be read, or cannot be right, is not yet "
        "what will be printed.",
        "reportgen clear inputs --issue 4 --by “Deputy Minister”, while the text refers to an unknown indicator",
    ),
    Entry(
        "RG702",
        ERROR,
        "a clearance of an issue without a reply",
        "issue {issue} cannot be cleared: it is awaiting its reply",
        "ask {agency} for it; clear the issue when it is there",
        "There is neither text nor a figure to vouch for.",
        "reportgen clear inputs --issue 16 --by “Deputy Minister”, and nobody has answered issue 16",
    ),
    Entry(
        "RG703",
        ERROR,
        "a clearance of an issue that is not in the list",
        "there is no issue {issue} in the list of issues",
        "write one of its numbers: {known}",
        "Clearances go by the numbers in issues.yaml.",
        "reportgen clear inputs --issue 62 --by “Deputy Minister”. Write --issue 26",
    ),
    Entry(
        "RG704",
        WARNING,
        "a clearance that is void",
        "issue {issue}, cleared by {by} on {date}, has changed since: {changes}",
        "have it looked at, and clear it again",
        "A clearance holds for the text and the figures that were seen, and for nothing else. Other issues that were "
        "cleared stay so.",
        "victims for 2023 corrected from 348 to 384 after the issue was cleared",
    ),
    Entry(
        "RG711",
        ERROR,
        "a folder that holds a project already",
        "this folder holds {name} already, and nothing in it was changed",
        "name a new folder, or take the project that is there",
        "A new project is begun in a folder of its own, so that no work is overwritten.",
        "reportgen init inputs. Write reportgen init kaz-4",
    ),
    Entry(
        "RG712",
        ERROR,
        "a folder that is not empty",
        "the next cycle needs a new folder, and this one holds {name}",
        "name a folder that is not there yet",
        "The new project is written as a whole. It never mixes with what is there.",
        "reportgen rollover kaz-3 kaz-3. Write reportgen rollover kaz-3 kaz-4",
    ),
    Entry(
        "RG713",
        ERROR,
        "a symbol that tells no next one",
        "the symbol {symbol} does not end with the number of the cycle, {cycle}, so it tells no next one",
        "write the new symbol after --symbol",
        "Symbols of reports usually end with the number of the report, CCPR/C/KAZ/3, and the next one follows from it. "
        "Where one does not, nobody but the coordinator knows the next.",
        "CCPR/C/KAZ/2-3 as the symbol of cycle 3. Write reportgen rollover old new --symbol CCPR/C/KAZ/4",
    ),
    Entry(
        "RG714",
        WARNING,
        "a file that was not carried over",
        "{name} was not carried over to the next cycle: {reason}",
        "copy it yourself if the new project needs it",
        "Templates are carried over as they are; links and anything that is no ordinary file are left behind.",
        "templates/reply.html.j2 is a link to another folder",
    ),
    Entry(
        "RG740",
        ERROR,
        "a project of a newer format",
        "the project has the format {format}, and formats up to {newest} are read",
        "use the version of reportgen that the project was made with, or a newer one",
        "Projects say by a number in report.yaml how they are written. Older ones are read as well; a newer one may "
        "hold what this version does not know of, so nothing of it is read.",
        "format: 7, with a version of reportgen that knows formats up to 2. Update reportgen",
    ),
    Entry(
        "RG741",
        INFO,
        "an upgrade without a last build",
        "what this version changes in the sentences cannot be told: {reason}",
        "build the report with the version that you used so far, then run reportgen upgrade --dry-run again",
        "How an earlier version put its sentences stands nowhere but in what it built: the report in the folder build "
        "and the manifest beside it.",
        "reportgen upgrade inputs --dry-run, and nothing was built yet",
    ),
    Entry(
        "RG742",
        INFO,
        "inputs that changed since the last build",
        "since the last build, {files} changed; sentences may differ for that reason",
        "to see what this version alone changes, build with the version that you used so far, then run upgrade again",
        "The manifest of a build holds the hashes of all files that it was made from. Where one of them is another "
        "now, a sentence that differs may differ because of it.",
        "submissions/justice.yaml was corrected after the last build",
    ),
    Entry(
        "RG743",
        ERROR,
        "a report.yaml whose format cannot be set",
        "the format cannot be set in report.yaml by the program: {reason}",
        "write the line “format: {format}” yourself, as the first line of the fields",
        "An upgrade changes one number in report.yaml and nothing else. Where the file is written so unusually that "
        "this cannot be done with certainty, it is left alone.",
        "a report.yaml whose fields begin with “? ”",
    ),
)
