"""Make questions of the comments of an edited Word file: to the agency whose text or figure each stands on."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import Any

from reportgen.diagnostics import Diagnostic, Path, Place, count_of, diagnose
from reportgen.document.tree import Figure
from reportgen.limits import LABEL_CHARACTERS, YAML_BYTES
from reportgen.model import Comment, Indicator, Period, Report
from reportgen.project.appending import append_entries
from reportgen.project.folder import COMMENTS
from reportgen.readers.docx.comments import PASSAGE_CHARACTERS, ReadComment
from reportgen.readers.docx.oxml import Element, W
from reportgen.readers.reading import ReadReport
from reportgen.results import Checked
from reportgen.word.pull.planned import Compared
from reportgen.word.units import Unit

_HEAD = """\
# comments.yaml: what was asked in comments in Word. reportgen pull adds to it, reportgen feedback asks the agencies.
# Write “answer:” beside a comment that was answered: nobody is asked any more.
comments:
"""
_KEPT_DATE = frozenset("0123456789T:.Z+-")


def find_questions(read: ReadReport, compared: Compared, checked: Checked, name: str) -> tuple[Comment, ...]:
    """Return the open comments of people, without those that the project keeps already.

    Args:
        read: the edited report.
        compared: its units beside those that are built now.
        checked: the project.
        name: the file as the user named it.
    """
    if read.word is None or checked.report is None:
        return ()
    finder = _Finder(read, compared, checked, checked.report, PurePath(name).name)
    open_ones = (
        comment for comment in read.word.comments if comment.text and not (comment.is_ours or comment.is_settled)
    )
    known = Counter(comment.asked for comment in checked.report.comments)
    found = []
    for question in map(finder.question, open_ones):
        known[question.asked] -= 1
        if known[question.asked] < 0:
            found.append(question)
    return tuple(found)


def keep_questions(root: FilePath, questions: Sequence[Comment]) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return the file that keeps what was asked, by its path below the project, and why it cannot be kept."""
    if not questions:
        return {}, ()
    entries = (question.model_dump(mode="json", exclude_none=True) for question in questions)
    data = append_entries(root, COMMENTS, _HEAD, "comments", entries)
    if len(data) > YAML_BYTES:
        limit, count = count_of(YAML_BYTES, "byte"), count_of(len(questions), "comment")
        return {}, (diagnose("RG886", Place((root / COMMENTS).as_posix()), limit=limit, count=count),)
    return {COMMENTS: data}, ()


class _Finder:
    """Finds whom the comments of one document ask."""

    def __init__(self, read: ReadReport, compared: Compared, checked: Checked, report: Report, document: str) -> None:
        self._compared, self._checked, self._report, self._document = compared, checked, report, document
        self._lines = {one: place for place, one in enumerate(read.word.paragraphs if read.word else (), 1)}
        self._places = [(unit.line, place) for place, unit in enumerate(compared.edited) if unit.line]
        """The lines of the units in the file, and their places; notes have no line."""
        self._marks = {
            mark.get(f"{W}id"): paragraph
            for paragraph in self._lines
            for mark in paragraph.iter(f"{W}footnoteReference")
        }

    def question(self, comment: ReadComment) -> Comment:
        """Return a comment as the project keeps it."""
        place = self._unit_of(comment.paragraph)
        unit = self._compared.shown[place] if place is not None else None
        asked = self._asked(place, comment.passage) if place is not None else {}
        return Comment(
            document=_label(self._document),
            author=_label(comment.author),
            date="".join(sign for sign in comment.date if sign in _KEPT_DATE)[:40] or None,
            text=comment.text,
            replies_to=comment.replies_to or None,
            where=unit.where if unit else None,
            passage=comment.passage or None,
            paragraph=_around(self._text_around(unit), comment.passage) if unit else None,
            **asked,
        )

    def _unit_of(self, paragraph: Element | None) -> int | None:
        """Return the edited unit that a paragraph is, or that stands before it."""
        if paragraph is None:
            return None
        note = next(paragraph.iterancestors(f"{W}footnote"), None)
        line = self._lines.get(self._marks.get(note.get(f"{W}id"), paragraph) if note is not None else paragraph)
        before = bisect_right(self._places, line or 0, key=lambda one: one[0])
        return self._places[before - 1][1] if before else None

    def _asked(self, place: int, passage: str) -> Mapping[str, Any]:
        """Return agency, department, issue and indicator; nothing where the coordinator is asked."""
        for other in self._candidates(place):
            for built in self._compared.pairs.before.get(other, ()):
                if (followed := self._compared.located.get(built)) and followed.source.path[0] == "submissions":
                    return self._wrote(*followed.source.path[1:4:2])
                if figure := self._figure(self._compared.built[built], passage):
                    return self._gave(figure)
        return {}

    def _candidates(self, place: int) -> Iterator[int]:
        """Yield an edited unit; for one that is new, those before it in the same reply."""
        yield place
        while not self._compared.pairs.had(place) and place > 0:
            place -= 1
            if self._compared.edited[place].kind == "Heading":
                return
            yield place

    def _wrote(self, submission: str | int, reply: str | int) -> Mapping[str, Any]:
        one = self._report.submissions[int(submission)]
        return {"agency": one.agency, "department": one.department, "issue": one.replies[int(reply)].issue}

    def _gave(self, figure: Figure) -> Mapping[str, Any]:
        merged, key = self._checked.merged, figure.indicator
        if merged is None or key not in merged.homes:
            return {}
        path = figure.paths[-1] if figure.paths else merged.homes[key]
        one = self._report.submissions[int(path[1])]
        asked = {"agency": one.agency, "department": one.department, "issue": merged.indicators[key].issue}
        period = {"period": Period.parse(figure.periods[-1])} if figure.periods else {}
        return {**asked, "indicator": key, **period, "part": _part_of(one.indicators.get(key), path)}

    def _figure(self, unit: Unit, passage: str) -> Figure | None:
        """Return the figure in a passage, or the first one of its unit."""
        known = self._compared.known
        figures = [
            (unit.text[figure.start : figure.end], known[figure.name])
            for figure in unit.figures
            if figure.name in known
        ]
        meant = [figure for text, figure in figures if text in passage] or [figure for _, figure in figures]
        return meant[0] if meant else None

    def _text_around(self, unit: Unit) -> str:
        """Return the text of a unit; of a cell, that of its row."""
        row, comma, _ = unit.where.rpartition(", column ")
        if not comma:
            return unit.words
        return " | ".join(one.words for one in self._compared.shown if one.where.startswith(f"{row}{comma}"))


def _part_of(indicator: Indicator | None, path: Path) -> str | None:
    """Return the label of the part that an observation is of, by its path in the model; None for the whole."""
    match path[4:6]:
        case ("breakdown", int(number)) if indicator is not None:
            return indicator.breakdown[number].name
        case _:
            return None


def _label(text: str) -> str:
    return " ".join(text.split())[:LABEL_CHARACTERS].strip() or "unknown"


def _around(words: str, passage: str) -> str:
    """Return a paragraph, or as much of it around a passage as is kept."""
    at = max(0, words.find(" ".join(passage.split())))
    start = max(0, min(at - PASSAGE_CHARACTERS // 3, len(words) - PASSAGE_CHARACTERS))
    kept = words[start : start + PASSAGE_CHARACTERS]
    return f"{'…' if start else ''}{kept}{'…' if start + len(kept) < len(words) else ''}"
