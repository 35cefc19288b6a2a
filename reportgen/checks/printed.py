"""The figures that references print, one for each observation that they were made from."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.checks.beside import Observed, label_of_series, subject_of
from reportgen.checks.finding import Finding
from reportgen.diagnostics import Literal, Path
from reportgen.document.passages import Passage, PrintedFigure
from reportgen.model import Merged
from reportgen.model.merge import Where


class PrintedObservation(Struct, frozen=True):
    """A figure that a reference prints, and an observation that it was made from."""

    passage: Passage
    figure: PrintedFigure
    observed: Observed
    status: str
    notes: tuple[str, ...]
    """Its own, and that of the whole."""


def printed_observations(
    passages: Sequence[Passage], merged: Merged, wheres: Mapping[Path, Where]
) -> Iterator[PrintedObservation]:
    """Yield the figures that references print, once for each observation that they were made from."""
    for passage in passages:
        for figure in (one for one in passage.figures if one.figure.reference is not None):
            for key, part, period in (wheres[path] for path in figure.figure.paths if path in wheres):
                observation = merged.indicators[key].series(part).values[period]
                if observation.value is not None:
                    observed = Observed(0, (key, part, period), observation.value)
                    notes = merged.notes_of(observed.where)
                    yield PrintedObservation(passage, figure, observed, observation.status, notes)


def finding_of(code: str, one: PrintedObservation, merged: Merged, **more: object) -> Finding:
    """Return what is found of a figure, at the place of its reference."""
    values = {
        "figure": one.figure.figure.text,
        "label": label_of_series(one.observed, merged),
        "period": Literal(str(one.observed.where[2])),
        **more,
    }
    reference = one.figure.figure.reference
    return Finding(code, reference.place if reference else None, values, subject=subject_of(one.observed, merged))
