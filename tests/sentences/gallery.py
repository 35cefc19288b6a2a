"""`docs/phrases.md`: every filter with its example, generated sentences and references with their data.

In: the table of filters and the cases of the tests. Out: the page as Markdown. Nothing on it is typed twice.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sentences.phrase_cases import indicators, narrator, parts, read_cases, read_mapping, realised, report_text

from reportgen.diagnostics import word
from reportgen.sentences import FILTERS, Narrator, PhraseError
from reportgen.sentences.filters.registry import FilterSpec

_INTRODUCTION = """\
<!-- Generated from the table of filters and the tests' cases: pytest tests/sentences --update-golden -->

# Figures in text: references, filters, generated sentences

A text names an indicator in double braces and says after a bar how its figures are to be written:

    In {{ victims | last_period }}, the number of victims who received compensation was {{ victims | compared }}.

The year is that of the latest figure and follows it. A typed year that is not that of its figure is an error (RG430).
A change prints its years where no other words of its sentence name a time and the series has more than two periods, and
where they name its last year alone and other years lie between the two.

The numbers come from the submissions. When a figure changes there, the sentence changes with it; when it can no longer
be said truly, the build stops at the reference and says why. `reportgen explain PROJECT INDICATOR` shows the references
that fit one indicator, each with its text.

## Numbers

- Below 10 in words, from 10 on in figures; all numbers of one sentence in figures as soon as one of them is 10 or more
  or has decimals.
- A sentence never starts with a figure: words up to one hundred, above it "A total of 1,102"; "Overall, 34.5 per cent".
- Nothing is "none", with its noun "no cases", and as what a number came to "zero"; among figures it is 0.
- Percentages, money and places in figures, ranks in words up to ninety-ninth.
- Percentages and multiples are rounded half away from zero; a direction is decided on the rounded change.
- A difference in percentage points has all decimals of the two percentages, an average at least those of its
  values, and what is not nothing is never rounded to nothing.
- Years without data, provisional figures, estimates, notes and breaks in the series are said beside a comparison;
  of a single value and of a `breakdown` in an author's text, in the annex alone; where such a value is provisional
  or an estimate, its author is asked to say so (RG439), and where a note limits it (“first eleven months”), to say
  what the note says (RG441). Sentences written from data say them of parts as well: “women: the figure for 2025 is
  provisional”. A share tells a note that limits one of its two figures alone; a rise or fall between figures of which a
  note limits one is not written from data, and asked about where an author writes it (RG442).
- A year is compared with years and spans, a half of a year only with the same half of another year; what is counted
  over spans that overlap is not compared.

Every filter takes `part='women'` for a part of the breakdown instead of the whole; those that speak of one period take
`at=2022` for another period than the latest. A period is `2023`, `'2020-2023'`, `'2023-H1'`, `'2023-Q2'` or
`'2023-05'`; a school or financial year is given by its months, `'2022-09/2023-08'`.
"""

FAMILIES = {
    "phrases.yaml": "From a published report",
    "cases/values.yaml": "Values, and the start of a sentence",
    "cases/periods.yaml": "Periods, lists over the years, sums, averages, dates",
    "cases/comparisons.yaml": "Comparisons",
    "cases/changes.yaml": "Changes",
    "cases/shares.yaml": "Shares, breakdowns, rankings, approximations",
}
_OF_A_KIND = 4
"""Cases shown of each kind; the tests hold them all."""


def page() -> str:
    """The whole page."""
    sections = [_INTRODUCTION, _filters(), _generated(), *_references(), _refusals()]
    return "\n".join(section.rstrip() + "\n" for section in sections)


# ---- filters --------------------------------------------------------------------------------------------------


def example_text(spec: FilterSpec) -> str:
    """What the example of a filter gives."""
    writer = Narrator(indicators(read_mapping("examples.yaml")))
    runs = realised(writer, [part for part in parts(writer, spec.example) if part])
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def _filters() -> str:
    lines = ["## Filters", "", "| write | it gives | example | text |", "| --- | --- | --- | --- |"]
    for spec in FILTERS.values():
        cells = (f"`{_signature(spec)}`", spec.meaning, f"`{spec.example}`", example_text(spec))
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def _signature(spec: FilterSpec) -> str:
    """The signature without the arguments that every filter takes."""
    own = [
        one.name if one.is_required else f"{one.name}={one.default!r}"
        for one in spec.parameters
        if one.name not in {"at", "part"}
    ]
    return f"{spec.name}({', '.join(own)})" if own else spec.name


# ---- generated sentences --------------------------------------------------------------------------------------


def _generated() -> str:
    lines = [
        "## Generated sentences",
        "",
        "An indicator to which no text refers is reported all the same, in the paragraph after the text of its issue.",
    ]
    for case in read_cases("cases/generated.yaml"):
        lines += ["", f"### {case['id'].replace('-', ' ').capitalize()}", "", *_data(case), ""]
        for text in report_text(narrator(case), list(case["indicators"])):
            lines += _quoted(text)
    return "\n".join(lines)


def _quoted(text: str) -> Iterator[str]:
    """A paragraph as a quotation, a table as a table."""
    caption, *rows = text.split("\n")
    if not rows:
        yield f"> {text}"
        return
    yield f"> **{caption}**"
    yield ">"
    for place, row in enumerate(rows):
        yield f"> | {row} |"
        if not place:
            yield "> |" + " --- |" * (row.count(" | ") + 1)
    yield ""


def _data(case: dict[str, Any]) -> Iterator[str]:
    """The data of a case, a line an indicator."""
    for key, fields in case["indicators"].items():
        yield f"- `{key}`: " + "; ".join(_said(fields))


def _said(fields: dict[str, Any]) -> Iterator[str]:
    for name in ("label", "unit", "measure", "show", "report"):
        if name in fields:
            yield f"{name} {_plain(fields[name])}"
    yield _values(fields.get("values", {})) or "no values"
    for part in fields.get("breakdown", ()):
        by = f" (by {part['by']})" if "by" in part else ""
        yield f"part “{_plain(part['label'])}”{by} {_values(part['values'])}"
    if fields.get("exhaustive") is False:
        yield "the parts are not all"
    for period, reason in fields.get("breaks", {}).items():
        yield f"break in {period}: {reason}"


def _values(values: dict[Any, Any]) -> str:
    return ", ".join(f"{period}: {_value(value)}" for period, value in values.items())


def _value(value: Any) -> str:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        marks = [str(value[name]) for name in ("status", "note") if name in value]
        return f"{_value(value['value'])} ({', '.join(marks)})"
    return "no data" if value is None else f"{value:,}"


def _plain(value: Any) -> str:  # noqa: ANN401 - plain data
    return "/".join(map(str, value.values())) if isinstance(value, dict) else str(value)


# ---- references -----------------------------------------------------------------------------------------------


def _references() -> Iterator[str]:
    yield "## References in a text\n"
    for name, title in FAMILIES.items():
        lines = [f"### {title}", ""]
        for _, kind in groupby(read_cases(name), key=lambda case: case["id"].partition(".")[0]):
            for case in list(kind)[: None if name == "phrases.yaml" else _OF_A_KIND]:
                lines += [*_data(case), "", f"      {case['text']}", "", f"  > {case['expect']}", ""]
        yield "\n".join(lines)


def _refusals() -> str:
    lines = ["## What is refused", "", "| reference | diagnostic | why |", "| --- | --- | --- |"]
    for case in read_cases("cases/errors.yaml"):
        try:
            list(parts(narrator(case), case["text"]))
        except PhraseError as error:
            cells = (f"`{case['text']}`", error.code, word(error.code, error.values).message)
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)
