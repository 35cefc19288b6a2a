"""What changed between two versions of a submission: figures by indicator and period, replies by issue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.document.words import count_words
from reportgen.model import Observation, Period, Submission

Figure = tuple[str, str | None, str]
"""An indicator's key, the label of a part (None: the whole), a period."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that changed, came or went."""

    indicator: str
    part: str | None
    period: str
    before: str | None
    """None: it was not there."""
    after: str | None
    """None: it is gone."""

    @property
    def kind(self) -> str:
        """`changed`, `added` or `gone`."""
        return "added" if self.before is None else "gone" if self.after is None else "changed"

    def __str__(self) -> str:
        part = f" ({self.part})" if self.part else ""
        values = " → ".join(value for value in (self.before, self.after) if value is not None)
        return f"{self.kind} {self.indicator}{part} {self.period}: {values}"


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """The reply to one issue that changed, came or went."""

    issue: int
    before: int | None
    """Its words; None: there was none."""
    after: int | None
    """Its words; None: it is gone."""

    def __str__(self) -> str:
        if self.before is None:
            return f"added the reply to issue {self.issue}: {_words(self.after or 0)}"
        if self.after is None:
            return f"gone the reply to issue {self.issue}: {_words(self.before)}"
        return f"changed the reply to issue {self.issue}: {_words(self.before)} → {_words(self.after)}"


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, in the order of the newer version; what is gone stands last."""

    figures: tuple[FigureChange, ...] = ()
    replies: tuple[ReplyChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.replies)


def compare_submissions(old: Submission, new: Submission) -> Changes:
    """What a newer version of a submission changes."""
    before, after = dict(_figures(old)), dict(_figures(new))
    figures = (FigureChange(*figure, before.get(figure), after.get(figure)) for figure in {**after, **before})
    texts, written = _texts(old), _texts(new)
    replies = (
        ReplyChange(issue, _counted(texts, issue), _counted(written, issue))
        for issue in {**written, **texts}
        if texts.get(issue) != written.get(issue)
    )
    return Changes(tuple(figure for figure in figures if figure.before != figure.after), tuple(replies))


def _figures(submission: Submission) -> Iterator[tuple[Figure, str]]:
    """All figures as they are shown."""
    for key, indicator in submission.indicators.items():
        for period, observation in indicator.values.items():
            yield (key, None, str(period)), _shown(observation)
        for part in indicator.breakdown:
            for period, observation in part.values.items():
                yield (key, part.called(one=False), _of(part.by, period)), _shown(observation)


def _of(by: str | None, period: Period) -> str:
    """A period, with what its part divides by, for the same label may stand in two breakdowns."""
    return f"{period} by {by}" if by else str(period)


def _shown(observation: Observation) -> str:
    """A figure with its status and its note, for these are printed as well."""
    value = ".." if observation.value is None else f"{observation.value:,f}"
    status = observation.status if observation.status != "final" else None
    remarks = [remark for remark in (status, observation.note) if remark]
    return f"{value} ({'; '.join(remarks)})" if remarks else value


def _texts(submission: Submission) -> dict[int, str]:
    """The whole text for each issue."""
    texts: dict[int, str] = {}
    for reply in submission.replies:
        texts[reply.issue] = "\n\n".join(filter(None, (texts.get(reply.issue), reply.text)))
    return texts


def _counted(texts: Mapping[int, str], issue: int) -> int | None:
    return count_words(texts[issue]) if issue in texts else None


def _words(count: int) -> str:
    return f"{count:,} word" if count == 1 else f"{count:,} words"
