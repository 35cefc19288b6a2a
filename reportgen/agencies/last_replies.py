"""What agencies said in the last cycle, with its figures: a report comes in, its earlier texts go out written out.

Workbooks show the last report's replies for reference; a figure says more there than the name of a figure.
"""

from typing import TYPE_CHECKING

from reportgen.model import Report, Submission, merge_indicators

if TYPE_CHECKING:
    from reportgen.sentences import Narrator


def write_out(report: Report) -> Report:
    """The report with the references in the last cycle's texts written out; where that fails, a paragraph stays."""
    if not report.previous:
        return report
    from reportgen.sentences import Narrator, Options  # noqa: PLC0415 - a first cycle does not need it

    indicators = merge_indicators(report.previous).indicators
    narrator = Narrator(indicators, report.settings.language, Options(non_breaking_spaces=False))
    return report.model_copy(update={"previous": tuple(_written(one, narrator) for one in report.previous)})


def _written(submission: Submission, narrator: "Narrator") -> Submission:
    from reportgen.compose.text import write_text  # noqa: PLC0415 - as above
    from reportgen.diagnostics import Places  # noqa: PLC0415 - as above
    from reportgen.model.paragraphs import paragraphs_of  # noqa: PLC0415 - as above

    replies = []
    for reply in submission.replies:
        paragraphs = paragraphs_of(reply.text)
        said = [write_text(paragraph, narrator, Places())[0] or paragraph for paragraph in paragraphs]
        replies.append(reply.model_copy(update={"text": "\n\n".join(said)}))
    return submission.model_copy(update={"replies": tuple(replies)})
