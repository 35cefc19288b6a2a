"""Everything that the page for review shows, found in one checked project."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from reportgen.agencies.belonging import Registry
from reportgen.agencies.cleared import Standing, standings
from reportgen.agencies.status.values import chart_of
from reportgen.agencies.status.words import english_words
from reportgen.checks.typed.numbers import TypedNumber
from reportgen.diagnostics import Place, count_of
from reportgen.document.tree import Document, Figure
from reportgen.files.reading import real_path
from reportgen.model import Merged, Observation, Report
from reportgen.model.merge import Where
from reportgen.pipeline import Checked
from reportgen.published.audit.findings import audit_document
from reportgen.review.arithmetic import recompute
from reportgen.review.changes import find_changes
from reportgen.review.issues import find_issues, list_issues
from reportgen.review.marking import MarkedFigure, Marker
from reportgen.review.problems import Problems, find_problems, plain_problems
from reportgen.review.published import find_published
from reportgen.review.series import SeriesFinder, ShownSeries
from reportgen.review.values import ArithmeticLine, FigureFacts, IssueFacts, Review


def find_review(
    root: Path, checked: Checked, date: dt.date, *, is_public: bool = False, against: tuple[str, Document] | None = None
) -> Review:
    """Return what the page shows of a project.

    Args:
        root: the project's folder.
        checked: the project; where it has errors, the page shows them, and the report as far as it goes.
        date: the day that counts as today.
        is_public: only what is public: what the report prints, and whether its arithmetic is right.
        against: an earlier version of the report, to show what changed since, and what to call it.
    """
    report, merged = checked.report, checked.printed if is_public else checked.merged
    if report is None or merged is None:
        problems = plain_problems(root, checked.diagnostics)
        title = f"Review of {real_path(root).name}, {date}"
        return Review(title, {"Problems": count_words(problems)}, problems=problems.facts)
    found = _ReviewFinder(root, checked, report, merged, is_public=is_public).find(date)
    if against is None:
        return found
    name, earlier = against
    return replace(found, against=name, changes=tuple(find_changes(earlier, found.documents)))


def count_words(problems: Problems) -> str:
    """Return `3 errors, 1 question, 88 other doubts`, or that there are none."""
    kinds = [fact.kind for fact in problems.facts]
    named = (("error", "error"), ("question", "question"), ("doubt", "other doubt"))
    return ", ".join(count_of(kinds.count(kind), name) for kind, name in named if kind in kinds) or "none"


class _ReviewFinder:
    """Finds the parts of the page for one checked project."""

    def __init__(self, root: Path, checked: Checked, report: Report, merged: Merged, *, is_public: bool) -> None:
        self.root, self.checked, self.report, self.merged = root, checked, report, merged
        self.is_public = is_public
        self._registry = Registry(root, checked, report)
        wheres = {path: where for where, path in (*merged.former.items(), *merged.paths.items())}
        self.problems = Problems() if is_public else find_problems(self._registry, checked, report, merged, wheres)
        self.standings: Mapping[int, Standing] = {} if is_public else standings(checked, report)
        self.marker = Marker(wheres, dict(_labels(merged)), self._look)
        self.known: set[Where] = set()
        """The observations that the page may show."""

    def find(self, date: dt.date) -> Review:
        documents = self._documents()
        marked = self.marker.marked
        finder = SeriesFinder(
            self.root, self.checked, self.report, self.merged, self.problems, is_public=self.is_public
        )
        self.known = set(self._printed()) if self.is_public else {where for figure in marked for where in figure.wheres}
        shown = finder.find(self.known)
        symbol = self.report.settings.symbol
        return Review(
            title=symbol if self.is_public else f"Review of {symbol}, {date}",
            facts=dict(self._facts(date)),
            is_public=self.is_public,
            figures={figure.name: self._figure(figure, shown) for figure in marked},
            series=dict(shown.series),
            charts={key: chart_of(key, indicator) for key, indicator in shown.indicators.items()},
            issues=tuple(self._issues()),
            agencies=self.problems.agencies,
            problems=self.problems.facts,
            claims=self._claims(),
            documents=documents,
        )

    def _printed(self) -> Iterator[Where]:
        """Yield the observations that the report prints as they are: not rounded, nor as a part of another figure."""
        for marked in self.marker.marked:
            if marked.figure is not None and len(marked.wheres) == 1 and [marked.figure.value] == self._values(marked):
                yield from () if marked.is_former else marked.wheres

    def _documents(self) -> tuple[Document, ...]:
        """Return the report and its annex with buttons; the report also where errors stand in its way."""
        composed = self.checked.composed
        typed = None if self.is_public else self.checked.typed
        report = composed.document or composed.tree
        found = ((report, typed), (composed.annex, None))
        return tuple(
            replace(tree, blocks=self.marker.mark(tree, numbers)) for tree, numbers in found if tree is not None
        )

    def _issues(self) -> Iterator[IssueFacts]:
        if self.is_public:
            return list_issues(self.report)
        return find_issues(self.checked, self.report, self.problems, self.standings)

    def _facts(self, date: dt.date) -> Iterator[tuple[str, str]]:
        """Yield what stands under the title."""
        settings, counts = self.report.settings, self.checked.counts
        yield "State", settings.state.name
        if self.is_public:
            yield from self._published()
            return
        yield "Submissions are due", english_words().due(settings.dates.submissions_due, date)
        yield "Words of the document", english_words().words(counts.words if counts else None, settings.limit)
        yield "Figures", ", ".join(self._counts())
        yield "Problems", count_words(self.problems)

    def _published(self) -> Iterator[tuple[str, str]]:
        """Yield the hashes of the Word files that say the same."""
        for file in find_published(self.root, self.checked):
            yield f"SHA-256 of {file.name}", file.sha256
        yield (
            "To check it",
            "the command sha256sum, or certutil -hashfile FILE SHA256, works the same number out of the file",
        )

    def _counts(self) -> Iterator[str]:
        typed = sum(marked.typed is not None for marked in self.marker.marked)
        yield f"{len(self.marker.marked) - typed:,} from data"
        yield f"{typed:,} typed by hand"

    def _claims(self) -> dict[int, tuple[ArithmeticLine, ...]]:
        """Return what the text of each paragraph claims, worked out again; of a public page, what is right."""
        document = self.checked.document
        if document is None:
            return {}
        audited = audit_document(document)
        found: dict[int, list[ArithmeticLine]] = {}
        for right in audited.right:
            found.setdefault(right.paragraph or 0, []).append(ArithmeticLine(right.words))
        for wrong in () if self.is_public else audited.findings:
            words = f"{wrong.message} ({wrong.evidence})"
            found.setdefault(wrong.paragraph or 0, []).append(ArithmeticLine(words, right=False))
        return {paragraph: tuple(lines) for paragraph, lines in found.items()}

    # ---- one figure -------------------------------------------------------------------------------------------

    def _look(self, figure: Figure, wheres: Sequence[Where]) -> str:
        """Return what the button of a figure is called beside `data`."""
        kinds = self.problems.kinds(self._problems_of(figure, wheres))
        return " wrong" if "error" in kinds else " asked" if kinds & {"question", "doubt"} else ""

    def _problems_of(self, figure: Figure, wheres: Iterable[Where]) -> tuple[int, ...]:
        place = figure.reference.place if figure.reference else None
        found = [*(self.problems.of_places.get(place, ()) if place else ())]
        found += [index for where in wheres for index in self.problems.of_wheres.get(where, ())]
        return tuple(dict.fromkeys(found))

    def _figure(self, marked: MarkedFigure, shown: ShownSeries) -> FigureFacts:
        facts = FigureFacts(marked.text, issue=marked.issue or 0, paragraph=marked.paragraph or 0)
        if marked.typed is not None:
            return self._typed(facts, marked.typed)
        return self._of_data(facts, marked, marked.figure, shown) if marked.figure is not None else facts

    def _of_data(self, facts: FigureFacts, marked: MarkedFigure, figure: Figure, shown: ShownSeries) -> FigureFacts:
        key = figure.indicator
        known = [where for where in marked.wheres if where in self.known]
        # Of a public page, no term of a sum that is printed nowhere, and no cell where small ones were put together.
        is_known = len(known) == len(marked.wheres) and self.merged.further.keys().isdisjoint(known)
        of_parts = len({where[:2] for where in known}) > 1
        line = recompute(figure, self._values(marked), of_parts=of_parts) if is_known else None
        found = replace(
            facts,
            series=key if key in shown.series else "",
            rows=tuple(shown.rows[where] for where in known if where[0] == key),
            others=tuple((where[0], shown.rows[where]) for where in known if where[0] != key),
            arithmetic=(line,) if line else (),
        )
        if self.is_public:
            return found
        reference = figure.reference
        return replace(
            found,
            reference=reference.text if reference else "",
            place=str(reference.place.within(self.root)) if reference and reference.place else "",
            former="; ".join(map(str, figure.places)) if marked.is_former else "",
            problems=self._problems_of(figure, marked.wheres),
            changed=any(self._observation(where).previous is not None for where in marked.wheres),
            uncleared=self._is_uncleared(marked),
        )

    def _typed(self, facts: FigureFacts, typed: TypedNumber) -> FigureFacts:
        place = typed.place
        is_wrong = typed.match is not None and not typed.match.agrees
        return replace(
            facts,
            place=str(place.within(self.root)) if place else "",
            agency=self._author(place),
            typed=typed.kind.value,
            sentence=typed.sentence,
            advice=typed.reference or "",
            problems=self.problems.of_places.get(place, ()) if place and is_wrong else (),
            uncleared=any(item.startswith(("text/", "template/")) for item in self._changed_items(typed.issue)),
        )

    def _author(self, place: Place | None) -> str:
        """Return the agency in whose text something was typed; empty for a template."""
        path = self._registry.path_of(place) if place else ()
        code = self.report.submissions[int(path[1])].agency if path[:1] == ("submissions",) else ""
        return self.report.agency_names.get(code, code)

    def _observation(self, where: Where) -> Observation:
        key, part, period = where
        indicator = self.merged.indicators[key]
        return indicator.series(part).values[period]

    def _values(self, marked: MarkedFigure) -> list[Decimal]:
        """Return the values that a figure was made from; none where one of them has no data."""
        found = map(self._observation, marked.wheres)
        values = [observation.previous if marked.is_former else observation.value for observation in found]
        known = [value for value in values if value is not None]
        return known if len(known) == len(values) else []

    def _is_uncleared(self, marked: MarkedFigure) -> bool:
        """Return whether something that a figure was made from changed since the reply was cleared."""
        changed = set(self._changed_items(marked.issue))
        return any(changed & {f"series/{key}", f"figure/{key}/{period}"} for key, _, period in marked.wheres)

    def _changed_items(self, issue: int | None) -> Sequence[str]:
        """Return the items of the content of an issue that changed since it was cleared."""
        stands = self.standings.get(issue) if issue is not None else None
        return stands.items if stands else ()


def _labels(merged: Merged) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the label of each part, by its indicator and its index."""
    for key, indicator in merged.indicators.items():
        for index, part in enumerate(indicator.breakdown):
            yield (key, index), part.name
