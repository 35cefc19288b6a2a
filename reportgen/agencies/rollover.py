"""The next cycle: the files of a new project, in which what was reported is the past.

- `report.yaml` moves on: cycle, symbols, years, dates; its comments stay.
- `agencies.yaml` and the templates are carried over as they are, but for templates of single replies, which belong to
  issues of the old list, and for those that an import marked as its own: they hold tables and words of the old report.
- `issues.yaml` keeps the parts and waits for the new list. The old list stands below as comments: most themes come
  again, and with them the agencies, but an old number that stayed by mistake would put a question under a wrong one.
- `previous/AGENCY.yaml` holds what each agency reported, figures and text, with its sources: workbooks show it, and a
  value that is changed afterwards is reported as revised.
"""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

from reportgen.agencies.format import with_format
from reportgen.agencies.senders import sent_by
from reportgen.agencies.start import find_wrong_settings
from reportgen.agencies.year_references import with_year_references
from reportgen.diagnostics import Diagnostic, Place, diagnose, errors_of
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import PROJECT_FILES, TEMPLATE_BYTES, YAML_BYTES
from reportgen.model import Indicator, Observation, Period, Report, Settings, Submission, merge_indicators
from reportgen.pipeline import check_project
from reportgen.project.folder import PREVIOUS, SUBMISSIONS
from reportgen.project.writing import editing_yaml, issues_yaml, submission_yaml, with_schemas
from reportgen.regex import regex

_OWN_REPLY = regex(r"replies/\d{1,3}\.html\.j2")
OF_THE_OLD_REPORT = "{# From an import of the old report: rollover leaves it out unless this line is taken away. #}\n"
"""The line at the head of templates that an import writes to print the old report again."""
_HEAD_LINES = 5
"""How far down the line may stand, where somebody wrote something above it."""
_ENDED = ("session", "combined_from", "title", "earlier_symbols")
"""What report.yaml says of this cycle alone."""
_ENDED_DATES = ("submitted", "received", "submissions_due")
_LAST_NUMBER = regex(r"(?<=/)[\d-]+$")


class NextCycle(Struct, frozen=True):
    """Where the next cycle goes, as far as a coordinator says so."""

    symbol: str | None = None
    """None: the old one with the next number."""
    years: tuple[int, ...] = ()
    """None given: as many years, right after the last ones."""
    due: int | None = None
    """The year in which the report is due; None: moved on as far as the years."""
    submissions_due: dt.date | None = None


class Rolled(Struct, frozen=True):
    """The next cycle."""

    diagnostics: tuple[Diagnostic, ...]
    symbol: str = ""
    years: tuple[int, ...] = ()
    files: Mapping[str, bytes] = {}
    """Contents by path below the new folder; empty where something stands in the way."""
    folders: tuple[str, ...] = (SUBMISSIONS,)


def roll_over(root: Path, new: Path, following: NextCycle) -> Rolled:
    """Return the files of the next cycle.

    Args:
        root: the project's folder.
        new: the new one's; it must not exist, or be empty.
        following: what the coordinator says of the new cycle.
    """
    names = [path.name for path in new.iterdir()] if new.is_dir() else []
    holds = min(names, key=lambda name: (name.startswith("."), name), default=None)
    if holds or (new.exists() and not new.is_dir()) or new.is_symlink():
        return Rolled((diagnose("RG712", Place(new.as_posix()), name=holds or "something that is no folder"),))
    checked = check_project(root)
    errors = errors_of(checked.diagnostics)
    report = checked.report
    if report is None or errors:
        return Rolled(errors)
    symbol = following.symbol or next_symbol(report.settings.symbol, report.settings.cycle)
    if symbol is None:
        place = checked.loaded.places.find(("settings", "symbol"))
        return Rolled((diagnose("RG713", place, symbol=report.settings.symbol, cycle=report.settings.cycle),))
    try:
        carried, left = _templates(root)
        files = {
            "report.yaml": _settings(_text(root, "report.yaml"), report.settings, symbol, following),
            "issues.yaml": _issues(_text(root, "issues.yaml"), report),
            "agencies.yaml": _text(root, "agencies.yaml").encode(),
            **{
                f"{PREVIOUS}/{submission.sender}.yaml": submission_yaml(
                    submission, _PREVIOUS_HEAD.format(agency=submission.agency, symbol=report.settings.symbol)
                )
                for submission in joined(report)
            },
            **carried,
        }
    except Refused as refused:
        return Rolled((refused.diagnostic,))
    wrong = find_wrong_settings(files["report.yaml"], (new / "report.yaml").as_posix())
    if wrong:
        return Rolled(wrong)
    return Rolled(tuple(left), symbol, _years(report.settings, following), with_schemas(files))


def next_symbol(symbol: str, cycle: int) -> str | None:
    """Return `CCPR/C/KAZ/4` after `CCPR/C/KAZ/3` in cycle 3; None where a symbol does not end with its number."""
    base, slash, number = symbol.rpartition("/")
    return f"{base}/{cycle + 1}" if slash and number == str(cycle) else None


def _years(settings: Settings, following: NextCycle) -> tuple[int, ...]:
    """Return the new reporting years: those that are named, else all moved on by the span of the old ones."""
    old = settings.reporting_years
    return tuple(sorted(following.years)) or tuple(sorted(year + max(old) - min(old) + 1 for year in old))


def _text(root: Path, name: str) -> str:
    """Return a file of the project, which check has found to be sound."""
    path = root / name
    return read_bytes(path, path.as_posix(), root=root, limit=YAML_BYTES).decode("utf-8-sig").replace("\r\n", "\n")


# ---- report.yaml ----------------------------------------------------------------------------------------------


def _settings(text: str, settings: Settings, symbol: str, following: NextCycle) -> bytes:
    """Return `report.yaml`, changed in its places."""
    yaml = editing_yaml()
    data = yaml.load(text)
    years = _years(settings, following)
    cycle = settings.cycle + 1
    for name in _ENDED:
        _drop(data, name)
    for name in _ENDED_DATES:
        _drop(data["dates"], name)
    if isinstance(small := data.get("small_numbers"), dict):
        small.pop("answers", None)  # each was about the figures of this cycle, which may be others next time
    if data.get("document") == "initial":
        data["document"] = "periodic"
    data["cycle"] = cycle
    data["symbol"] = symbol
    data["previous_report"] = settings.symbol
    number = symbol.rpartition("/")[2]
    if settings.list_of_issues and _LAST_NUMBER.search(settings.list_of_issues):
        data["list_of_issues"] = _LAST_NUMBER.sub(number, settings.list_of_issues)
    else:
        data.pop("list_of_issues", None)
    data["dates"]["due"] = following.due or settings.dates.due + max(years) - max(settings.reporting_years)
    if following.submissions_due:
        data["dates"]["submissions_due"] = following.submissions_due
    data["reporting_years"] = CommentedSeq(years)
    data["reporting_years"].fa.set_flow_style()
    buffer = io.BytesIO()
    yaml.dump(data, buffer)
    written = with_format(buffer.getvalue())
    head = f"# Moved on from {settings.symbol} by reportgen rollover: look through it before anything is sent out.\n"
    return head.encode() + written


def _drop(fields: CommentedMap, name: str) -> None:
    """Take a field away, and leave the lines with comments below it, which are about what follows."""
    place = list(fields).index(name) if name in fields else 0
    _, _, comment, _ = fields.ca.items.pop(name, (None, None, None, None))
    fields.pop(name, None)
    below = comment.value.partition("\n")[2] if comment else ""
    above = list(fields)[place - 1] if place else None
    if above is None or not below or isinstance(fields[above], Mapping | list):
        return
    known = fields.ca.items.setdefault(above, [None, None, None, None])
    if known[2] is None:
        known[2] = CommentToken("\n", CommentMark(0))
    known[2].value += below


# ---- issues.yaml ----------------------------------------------------------------------------------------------

_WAITS = """\
# issues.yaml: it waits for the Committee's new list of issues. The parts are those of {symbol}.
# Enter the new list under themes:, and name for each issue the agencies that answer, the lead first. What the old list
# said stands below, with its agencies: copy what comes again, take the "# " away, and give each issue its new number.
# follows: [4] says that an issue takes up issue 4 of the old list, so that agencies see what they reported there.
"""


def _issues(text: str, report: Report) -> bytes:
    """Return `issues.yaml` with the parts alone, and the old list as comments."""
    parts = tuple(part.model_copy(update={"themes": ()}) for part in report.outline.parts)
    outline, head = report.outline.model_copy(update={"parts": parts}), _WAITS.format(symbol=report.settings.symbol)
    old = "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())
    return f"{issues_yaml(outline, head)}\n# ---- the list of {report.settings.symbol} ----\n#\n{old}".encode()


# ---- previous/ ------------------------------------------------------------------------------------------------


_PREVIOUS_HEAD = "# What {agency} reported in {symbol}. It is kept for reference; correct nothing here.\n"


def joined(report: Report) -> Iterator[Submission]:
    """Yield one submission for each sender that sent something: all of its files together, in their order."""
    report_indicators = merge_indicators(report.submissions).indicators
    for code, department in dict.fromkeys(
        (submission.agency, submission.department) for submission in report.submissions
    ):
        own = sent_by(report.submissions, code, department)
        merged = merge_indicators(own)
        yield Submission(
            agency=code,
            department=department,
            date=max((submission.date for submission in own if submission.date), default=None),
            contact=next((submission.contact for submission in own if submission.contact), None),
            indicators={key: _as_reported(indicator) for key, indicator in merged.indicators.items()},
            replies=with_year_references((one for sent in own for one in sent.replies), report_indicators),
            nothing_to_add=tuple(sorted({issue for submission in own for issue in submission.nothing_to_add})),
        )


def _as_reported(indicator: Indicator) -> Indicator:
    """Return an indicator as this cycle reported it, without the values of the cycle before."""

    def reported(values: Mapping[Period, Observation]) -> dict[Period, Observation]:
        plain = {period: observation.model_dump(exclude={"previous"}) for period, observation in values.items()}
        return {period: Observation.model_validate(fields) for period, fields in plain.items()}

    parts = tuple(part.model_copy(update={"values": reported(part.values)}) for part in indicator.breakdown)
    return indicator.model_copy(update={"values": reported(indicator.values), "breakdown": parts})


# ---- templates ------------------------------------------------------------------------------------------------


def _templates(root: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the project's own templates by path, and what was left behind."""
    folder = root / "templates"
    carried: dict[str, bytes] = {}
    left: list[Diagnostic] = []
    found = sorted(folder.rglob("*"))[:PROJECT_FILES] if folder.is_dir() and not folder.is_symlink() else []
    if folder.is_symlink():
        left.append(_left_behind(folder, "templates", "it is a link"))
    for path in found:
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            left.append(_left_behind(path, name, "it is a link, or no ordinary file"))
        elif _OWN_REPLY.fullmatch(name):
            left.append(_left_behind(path, name, "it writes the reply to an issue of the old list"))
        elif path.is_file():
            data = read_bytes(path, path.as_posix(), root=root, limit=TEMPLATE_BYTES)
            if _is_of_the_old_report(data):
                left.append(_left_behind(path, name, "the import wrote it to print the old report again"))
            else:
                carried[f"templates/{name}"] = data
    return carried, left


def _is_of_the_old_report(data: bytes) -> bool:
    """Return whether a template has the mark of an import at its head, whatever its spaces and line ends."""
    head = data.decode("utf-8-sig", errors="replace").splitlines()[:_HEAD_LINES]
    return any(" ".join(line.split()) == OF_THE_OLD_REPORT.strip() for line in head)


def _left_behind(path: Path, name: str, reason: str) -> Diagnostic:
    return diagnose("RG714", Place(path.as_posix()), name=name, reason=reason)
