"""Problems of making a project from a published report or a list of issues."""

from reportgen.diagnostics.catalogue.entry import Entry, error, info, warning

ENTRIES: dict[str, Entry] = {
    "RG830": error(
        "a file without text",
        "the file holds no text that could become a project",
        "name the report as a Word file (.docx) or as a text file",
        "A project is made of the headings and paragraphs of a report. A file of pictures, or one that only holds a "
        "first page, has none.",
        "a scan saved as .docx – ask for the file that it was printed from",
    ),
    "RG831": warning(
        "a report without numbered paragraphs",
        "no paragraph of the report has a number, so all of them were taken as numbered paragraphs",
        "compare the numbers of the first build with the report",
        "Paragraphs of a report to a treaty body are numbered through. Where a file gives no numbers, nothing tells "
        "which of its paragraphs are meant to have one.",
        "a text file whose paragraphs do not begin with 1., 2., 3.",
    ),
    "RG832": warning(
        "a paragraph number out of order",
        "paragraph {number} stands where paragraph {expected} is expected, and will be numbered {expected}",
        "correct references to it in the text, or leave it: the program numbers paragraphs through from 1",
        "Typed numbers may be doubled, left out or out of order. The text stays as it is; its paragraphs are numbered "
        "in their order.",
        "two paragraphs with the number 31: the second becomes paragraph 32",
    ),
    "RG833": info(
        "a heading that a project has no place for",
        "the heading “{heading}” is kept as the heading of a theme",
        "look whether it stands where it should in issues.yaml",
        "A project has parts that are lettered A, B and C, themes, and replies. Another kind of heading, or parts with "
        "other letters, become themes; a letter or number before the words stays part of the heading.",
        "II. Response of the Government, where the parts of the report have Roman numbers",
    ),
    "RG834": info(
        "a note to a heading",
        "the note to the heading “{heading}” is kept as a paragraph without a number below it",
        "turn it into a note to the text, or leave it",
        "A footnote belongs to text of a reply; headings in issues.yaml are plain words.",
        "Freedom of expression[^1]",
    ),
    "RG835": warning(
        "a heading too long to be one",
        "the heading “{heading}” is longer than {limit} characters and is kept as a paragraph without a number",
        "shorten it in issues.yaml if it is a heading",
        "Whole paragraphs are sometimes given the look of a heading.",
        "a paragraph in bold letters",
    ),
    "RG836": warning(
        "a reply without a number of its own",
        "the heading “{heading}” names no issue, or one that was answered before; the reply is kept under the free "
        "number {number}",
        "give it its number in issues.yaml, and in the submission",
        "Replies go by the number of the issue, and each number may stand once. The words of the heading are kept in "
        "the project's templates and print as before.",
        "a second heading “Reply to the issues raised in paragraph 7”",
    ),
    "RG837": info(
        "content that is kept in a template",
        "{what} of the reply to issue {issue} stand in {file}, because the text of a submission cannot hold them",
        "change them there",
        "The text of a submission is paragraphs, lists and notes. Tables, quotations and paragraphs without a number "
        "print as they were, from the template of their reply.",
        "a table between paragraphs 30 and 31",
    ),
    "RG838": warning(
        "a fact that the report does not tell",
        "the file does not say {what}; report.yaml has {value}",
        "correct it in report.yaml, or import into another folder with {option}",
        "State, treaty, symbol and dates stand on the first page. Where it is missing they follow from the symbol of "
        "the list of issues, or stand in for what nobody knows.",
        "a text file that begins with the first paragraph",
    ),
    "RG839": warning(
        "text that will come out differently",
        "{where} would be “{now}” in a build, and is “{was}” in the file",
        "compare the two, and correct the submission or the template",
        "After an import the project is built and compared with the file, block by block. White space in a row is "
        "printed as one space, and characters that cannot be seen are taken out.",
        "two spaces between two sentences",
    ),
    "RG840": info(
        "figures that do not agree with each other",
        "the figures in {source} were recorded as they stand, though {reason}",
        "find out which is right; reportgen audit shows the arithmetic",
        "An import repeats what was published. Where the parts of a total do not add up to it, the breakdown is marked "
        "as not exhaustive, so that the project can be built.",
        "eight complaints: one, three and five",
    ),
    "RG841": error(
        "a folder that an import would change",
        "this folder holds {name} already, and nothing in it was changed",
        "name a folder that is not there yet",
        "A report is imported into a folder of its own, so that no work is overwritten.",
        "reportgen import report.docx inputs. Write reportgen import report.docx kaz-3",
    ),
    "RG842": error(
        "a file without a list of issues",
        "no numbered issue was found in the file",
        "name the list of issues as a Word file (.docx) or a text file; its issues begin with 1., 2., 3.",
        "Each issue of a list is a paragraph with a number. Without numbers nobody can say what is to be answered.",
        "a letter of the Committee instead of its list",
    ),
    "RG843": warning(
        "an issue with a doubled number",
        "issue {number} stands in the list twice; the second one got the free number {free}",
        "look into the list, and correct the number in issues.yaml",
        "Replies go by the number of the issue, so each may stand once.",
        "two paragraphs with the number 12",
    ),
    "RG844": error(
        "a list of issues that is there already",
        "issues.yaml holds {issues} already, and was not changed",
        "move it away if the new list is to take its place",
        "The list in issues.yaml names the agencies that answer and may have been worked on. It is never overwritten.",
        "reportgen import --list-of-issues list.docx inputs. Write the name of a new folder",
    ),
    "RG845": warning(
        "text outside of the issues",
        "“{text}” belongs to no issue and was left out",
        "put it into issues.yaml if it is part of an issue",
        "A list of issues holds headings, issues and their sub-questions. What stands before the first issue, or "
        "between them without a number, is told instead of being guessed at.",
        "a sentence of introduction before issue 1",
    ),
    "RG846": warning(
        "a list of issues that was read as a report",
        "the file seems to be a list of issues, and was read as a report",
        "import it with --list-of-issues into another folder",
        "The Committee's questions are no replies. With --list-of-issues they become issues.yaml.",
        "reportgen import list.docx kaz-4. Write reportgen import --list-of-issues list.docx kaz-4",
    ),
    "RG847": warning(
        "a report that was read as a list of issues",
        "the file seems to be a report, not a list of issues",
        "import it without --list-of-issues into another folder",
        "Replies are no questions. Without --list-of-issues a report becomes a project with its text and figures.",
        "reportgen import --list-of-issues report.docx kaz-3. Write reportgen import report.docx kaz-3",
    ),
}
