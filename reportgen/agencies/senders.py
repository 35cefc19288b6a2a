"""The senders of a project, agencies and their departments: which of them a coordinator names, what each has sent."""

from collections.abc import Iterable, Sequence

from reportgen.diagnostics import Diagnostic, diagnose, nearest
from reportgen.model import Report, Submission
from reportgen.model.senders import Sender


def find_senders(report: Report, codes: Sequence[str] = ()) -> tuple[list[Sender], list[Diagnostic]]:
    """Return the senders that codes name, and a diagnostic for each code that nobody has.

    Args:
        report: the report.
        codes: `justice` for an agency with all of its departments, `justice.courts` for one; none: all senders.
    """
    known = {code: None for sender in report.senders for code in (sender.agency, sender.code)}
    unknown = [
        diagnose("RG605", agency=code, nearest=nearest(code, known))
        for code in dict.fromkeys(codes)
        if code not in known
    ]
    named = [sender for sender in report.senders if not codes or sender.code in codes or sender.agency in codes]
    return named, unknown


def sent_by(submissions: Iterable[Submission], agency: str, department: str | None) -> list[Submission]:
    """Return the submissions of one sender, in their order.

    Args:
        submissions: of the report.
        agency: its code.
        department: its code; None: the agency itself.
    """
    return [
        submission for submission in submissions if (submission.agency, submission.department) == (agency, department)
    ]


def language_of(report: Report, agency: str) -> str:
    """Return the language in which is written to an agency: that of agencies.yaml, else that of the report."""
    known = report.agencies_by_code.get(agency)
    return (known and known.language) or report.settings.language
