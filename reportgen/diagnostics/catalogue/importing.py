"""Problems of making a project from a published report or a list of issues."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG830": error(
        "a file without text",
        "the file holds no text that could become a project",
        "name the report as a Word file (.docx) or as a text file",
    ),
    "RG831": warning(
        "a report without numbered paragraphs",
        "no paragraph of the report has a number, so all of them were taken as numbered paragraphs",
        "compare the numbers of the first build with the report",
    ),
    "RG832": warning(
        "a paragraph number out of order",
        "paragraph {number} stands where paragraph {expected} is expected, and will be numbered {expected}",
        "correct references to it in the text, or leave it: the program numbers paragraphs through from 1",
    ),
    "RG833": info(
        "a heading that a project has no place for",
        "the heading “{heading}” is kept as the heading of a theme",
        "look whether it stands where it should in issues.yaml",
    ),
    "RG834": info(
        "a note to a heading",
        "the note to the heading “{heading}” is kept as a paragraph without a number below it",
        "turn it into a note to the text, or leave it",
    ),
    "RG835": warning(
        "a heading too long to be one",
        "the heading “{heading}” is longer than {limit} characters and is kept as a paragraph without a number",
        "shorten it in issues.yaml if it is a heading",
    ),
    "RG836": warning(
        "a reply without a number of its own",
        "the heading “{heading}” names no issue, or one that was answered before; the reply is kept under the free "
        "number {number}",
        "give it its number in issues.yaml, and in the submission",
    ),
    "RG837": info(
        "content that is kept in a template",
        "{what} of the reply to issue {issue} stand in {file}, because the text of a submission cannot hold them",
        "change them there",
    ),
    "RG838": warning(
        "a fact that the report does not tell",
        "the file does not say {what}; report.yaml has {value}",
        "correct it in report.yaml, or import into another folder with {option}",
    ),
    "RG839": warning(
        "text that will come out differently",
        "{where} would be “{now}” in a build, and is “{was}” in the file",
        "compare the two, and correct the submission or the template",
    ),
    "RG840": info(
        "figures that do not agree with each other",
        "the figures in {source} were recorded as they stand, though {reason}",
        "find out which is right; reportgen audit shows the arithmetic",
    ),
    "RG841": error(
        "a folder that an import would change",
        "this folder holds {name} already, and nothing in it was changed",
        "name a folder that is not there yet",
    ),
    "RG842": error(
        "a file without a list of issues",
        "no numbered issue was found in the file",
        "name the list of issues as a Word file (.docx) or a text file; its issues begin with 1., 2., 3.",
    ),
    "RG843": warning(
        "an issue with a doubled number",
        "issue {number} stands in the list twice; the second one got the free number {free}",
        "look into the list, and correct the number in issues.yaml",
    ),
    "RG844": error(
        "a list of issues that is there already",
        "issues.yaml holds {issues} already, and was not changed",
        "move it away if the new list is to take its place",
    ),
    "RG845": warning(
        "text outside of the issues",
        "“{text}” belongs to no issue and was left out",
        "put it into issues.yaml if it is part of an issue",
    ),
    "RG846": warning(
        "a list of issues that was read as a report",
        "the file seems to be a list of issues, and was read as a report",
        "import it with --list-of-issues into another folder",
    ),
    "RG847": warning(
        "a report that was read as a list of issues",
        "the file seems to be a report, not a list of issues",
        "import it without --list-of-issues into another folder",
    ),
}
