"""Compare an edited Word file with the report that its project makes now.

A project and the bytes of a .docx that was built from it and edited since give what became of every figure, what was
done to every paragraph, and what its references and its own arithmetic say now. The built report goes through
the same writer and reader as the edited one, so that what differs was edited, or has changed in the data.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, count_of, diagnose, errors_of, has_errors, shown
from reportgen.document.tree import Document, Figure
from reportgen.files.text import is_zip_or_office, kind_of_bytes
from reportgen.published.audit.findings import AuditFinding, find_slips
from reportgen.readers.line import BOUND
from reportgen.readers.places import block_names
from reportgen.readers.reading import WORD_ENDINGS, ReadReport, read_report
from reportgen.word.align import align, is_same_report, shared_texts
from reportgen.word.built import AsBuilt, BuiltReport, ReadBack, read_each_once, unplaced
from reportgen.word.directions import Reversed, find_reversed
from reportgen.word.edits import find_edits, groups
from reportgen.word.figures import Traced, Tracer
from reportgen.word.meanings import find_misread, misread_diagnostic, name_of, source_of
from reportgen.word.numerals import worth
from reportgen.word.references import check_contents, check_references
from reportgen.word.result import FigureFate, FigureState, Verified
from reportgen.word.units import Unit, units_of

if TYPE_CHECKING:
    from reportgen.writers.docx.options import DocxOptions

_LASTING = ("HYPERLINK", "ADDIN", "FORMTEXT")
"""Fields whose result stays what it is, until somebody types something else into it."""


def verify_report(root: Path, data: bytes, name: str, kept: BuiltReport | None = None) -> Verified:
    """Verify an edited Word file against the project that it was built from.

    Args:
        root: the project's folder.
        data: the bytes of the .docx.
        name: the file as the user named it, for messages.
        kept: what a build of the project as it is now has kept; None: it is built.
    """
    if kept is not None:
        return _verified(lambda: kept, data, name, root)
    from reportgen.pipeline import check_project  # what is kept needs nothing by which a project is read or composed
    from reportgen.word.building import build_report

    checked = check_project(root, warns=False)
    if checked.failed or not checked.documents:  # unread figures make others look wrong
        return Verified((), (), errors_of(checked.diagnostics))
    return _verified(partial(build_report, checked), data, name, root)


def verify_documents(
    documents: Sequence[Document],
    options: "DocxOptions",
    data: bytes,
    name: str,
    referred: frozenset[str] | None = None,
) -> Verified:
    """Verify an edited Word file against that of several documents which it was made from: the report, or its annex.

    Args:
        documents: the composed documents; at least one.
        options: how they are written.
        data: the bytes of the .docx.
        name: the file as the user named it, for messages.
        referred: the indicators that replies refer to; None where that is not known.
    """
    from reportgen.word.building import read_back

    return _verified(lambda: BuiltReport([read_back(one, options) for one in documents], referred), data, name)


def _verified(build: Callable[[], BuiltReport], data: bytes, name: str, root: Path | None = None) -> Verified:
    """Verify an edited file against what is built where the file can be read.

    Args:
        build: gives the documents.
        data: the bytes of the file.
        name: the file as the user named it.
        root: the project as the user named it; None: the places of figures stay as they are.
    """
    is_text = not is_zip_or_office(data) and kind_of_bytes(data) is None
    if is_text and PurePath(name).suffix.casefold() not in WORD_ENDINGS:
        return Verified((), (), (diagnose("RG858", Place(name)),))
    edited = read_report(data, name)
    if has_errors(edited.diagnostics):
        return Verified((), (), edited.diagnostics)
    new, built = units_of(edited), build()
    documents = built.documents
    nearest = documents[0] if len(documents) == 1 else max(documents, key=lambda one: shared_texts(one.units, new))
    figures = nearest.figures if root is None else _as_typed(nearest.figures, root)
    return _compared(nearest, figures, edited, new, name, built.referred)


def _as_typed(figures: Mapping[str, Figure], root: Path) -> Mapping[str, Figure]:
    """Return figures that name their places by the path that the user typed for the project."""
    file = cache(lambda name: PurePath(root, name).as_posix())
    return {
        name: replace(figure, places=tuple([replace(place, file=file(place.file)) for place in figure.places]))
        for name, figure in figures.items()
    }


def _compared(
    built: AsBuilt,
    known: Mapping[str, Figure],
    edited: ReadReport,
    new: list[Unit],
    name: str,
    referred: Container[str] | None,
) -> Verified:
    old = built.units
    pairs = align(old, new)
    if not is_same_report(old, new, pairs, {built.symbol, edited.document.symbol}):
        return Verified((), (), (*edited.diagnostics, diagnose("RG850", Place(name), symbol=built.symbol)))
    tracer = Tracer(old, new, pairs, known)
    traced, marked = tracer.trace(), tracer.with_lost_bookmarks()
    edits = tuple(find_edits(old, new, pairs))
    findings = tuple(new_findings(built, edited.document))
    matched = tuple(groups(pairs, old))
    turned = find_reversed(old, marked, (*matched, *(one.group for one in traced.carried)), known)
    diagnostics = (
        *edited.diagnostics,
        *_figure_diagnostics(traced, name, referred),
        *(_turned_change(one, name, known.values()) for one in turned),
        *(misread_diagnostic(one, name) for one in find_misread(old, marked, matched, known, traced.carried)),
        *_worked_out(marked, known, name),
        *check_references(new, old, name),
        *check_contents(edited, name),
    )
    places = list(block_names(edited.document.blocks))
    return Verified(traced.states, edits, diagnostics, findings, tuple(places[finding.block] for finding in findings))


def _figure_diagnostics(traced: Traced, name: str, referred: Container[str] | None) -> Iterator[Diagnostic]:
    if traced.states and all(state.state is FigureFate.GONE for state in traced.states):
        count = len(traced.states)
        figures = "the only figure from data is" if count == 1 else f"all {count:,} figures from data are"
        yield diagnose("RG859", Place(name), figures=figures)
    else:
        yield from _each_figure(traced.states, name, referred)
    for unit, number in traced.new:
        words = unit.text[max(0, number.start - 30) : number.end + 30]
        yield diagnose("RG853", Place(name), where=unit.where, number=number.text, words=words.strip())
    if traced.lost:
        yield diagnose("RG857", Place(name), figures=count_of(traced.lost, "figure"))


def _each_figure(states: Sequence[FigureState], name: str, referred: Container[str] | None) -> Iterator[Diagnostic]:
    same = defaultdict(list)
    for state in states:
        same[_observed(state)].append(state)
    for one in states:
        if one.state is FigureFate.CHANGED:
            value = worth(one.old)
            yield _changed_figure(one, name, [other for other in same[_observed(one)] if worth(other.old) == value])
        elif one.state is FigureFate.GONE:
            code = "RG852" if referred is None or one.figure.indicator in referred else "RG861"
            yield diagnose(code, Place(name), where=one.where, old=one.old, source=source_of(one.figure))
        elif one.state is FigureFate.REWRITTEN:
            yield diagnose("RG854", Place(name), where=one.where, old=one.old, new=one.new)


def _observed(state: FigureState) -> tuple[object, ...]:
    """Return the observations of a figure, by part: two of one value that are made from the same are one."""
    return state.figure.indicator, state.figure.periods, state.figure.paths


def _changed_figure(state: FigureState, name: str, same: Sequence[FigureState]) -> Diagnostic:
    """Return the diagnostic of a changed figure, with the places where the data's value still stands."""
    kept = {FigureFate.UNCHANGED, FigureFate.REWRITTEN}
    standing = dict.fromkeys(other.where for other in same if other.state in kept)
    changed = [worth(other.new) for other in same if other.state is FigureFate.CHANGED]
    notes: tuple[str, ...] = ()
    source = source_of(state.figure)
    if standing:
        notes = (f"the report still prints {state.old} for it in {'; '.join(standing)}",)
    elif len(changed) > 1 and len(set(changed)) == 1:
        places = f"every place of {name_of(state.figure)} says {state.new}"
        notes = (f"{places}: the data may have changed since the document was built",)
    return diagnose("RG851", Place(name), notes=notes, where=state.where, old=state.old, new=state.new, source=source)


def _turned_change(turned: Reversed, name: str, known: Iterable[Figure]) -> Diagnostic:
    """Return the diagnostic of a change that was turned around, with the values that it was made from."""
    values = {figure.paths[0]: figure.text for figure in known if len(figure.paths) == 1}
    paths = turned.figure.paths  # each ends with its period
    pairs = [f"{values[path]} in {path[-1]}" for path in paths if path in values]
    notes = (f"{turned.figure.indicator}: {', '.join(pairs)}",) if len(pairs) == len(paths) else ()
    source = source_of(turned.figure)
    return diagnose(
        "RG860",
        Place(name),
        notes=notes,
        where=turned.where,
        new=turned.new,
        figure=turned.text,
        old=turned.old,
        source=source,
    )


def _worked_out(units: Sequence[Unit], known: Mapping[str, Figure], name: str) -> Iterator[Diagnostic]:
    """Yield the figures that are the result of a field, or of a control, which Word brings up to date by itself."""
    for unit in units:
        fields = [one for one in unit.fields if not one.code.upper().startswith(_LASTING)]
        for span in unit.figures if fields else ():
            field = next((one for one in fields if one.start < span.end and span.start < one.end), None)
            if field is not None and span.name in known:
                code = Literal(f"a {BOUND}" if field.code == BOUND else f"the field “{shown(field.code)}”")
                figure, source = Literal(unit.text[span.start : span.end]), source_of(known[span.name])
                yield diagnose("RG881", Place(name), where=unit.where, figure=figure, field=code, source=source)


def new_findings(built: AsBuilt, edited: Document) -> Iterator[AuditFinding]:
    """Yield what the audit finds in the edited text, and did not find in the built one."""
    if isinstance(built, ReadBack) and built.document.blocks == edited.blocks:
        return
    read = read_each_once(dict(built.claims))
    found = find_slips(edited, read, built.quiet)
    said = built.said
    if found and isinstance(built, ReadBack):
        said = list(map(unplaced, find_slips(built.document, read)))
    before = Counter(said)
    for finding in found:
        what = unplaced(finding)
        if before[what] > 0:
            before[what] -= 1
        else:
            yield finding
