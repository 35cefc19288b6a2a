"""What an agency says of a figure goes with it, whatever the shape of the data makes of its sentence."""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from sentences.phrase_cases import narrator, read_cases, realised, report_text

from reportgen.model import Period
from reportgen.sentences import Narrator, Phrase, TableSpec

CASES = read_cases("cases/generated.yaml", "cases/sentences.yaml", "cases/kinds.yaml")
GENERATED = [case for case in CASES if "text" not in case]
NOTE = "without three districts"
PARTS = ({"one": "woman", "other": "women"}, 12), ({"one": "man", "other": "men"}, 8)


def printed_parts(writer: Narrator, block: TableSpec | Sequence[str | Phrase]) -> Iterator[tuple[str, int, Period]]:
    """The figures of parts that a paragraph or a table prints."""
    if isinstance(block, TableSpec):
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from printed_parts(writer, cell.parts)
        return
    for source in (source for run in realised(writer, list(block)) for source in run.sources):
        if source.part is not None:
            yield from ((source.indicator, source.part, period) for period in source.periods)


def printed(writer: Narrator, block: TableSpec | Sequence[str | Phrase]) -> Iterator[tuple[str, Period]]:
    """The figures of whole series that a paragraph or a table prints, or works with."""
    if isinstance(block, TableSpec):
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from printed(writer, cell.parts)
        return
    for source in (source for run in realised(writer, list(block)) for source in run.sources):
        if source.part is None:
            yield from ((source.indicator, period) for period in source.periods)


def marked(case: dict[str, Any], key: str, period: Period, part: int | None = None, **said: str) -> dict[str, Any]:
    """The case with something said of one figure."""
    changed = copy.deepcopy(case)
    series = changed["indicators"][key] if part is None else changed["indicators"][key]["breakdown"][part]
    values = series["values"]
    name = next(name for name in values if Period.parse(str(name)) == period)
    values[name] = {**(values[name] if isinstance(values[name], dict) else {"value": values[name]}), **said}
    return changed


@pytest.mark.parametrize("case", GENERATED, ids=[case["id"] for case in GENERATED])
def test_what_is_said_of_a_printed_figure_is_printed(case: dict[str, Any]) -> None:
    """Its status, and its note: of the latest figure, of those that it is compared with, and of those in a table."""
    writer, keys = narrator(case), list(case["indicators"])
    for key, period in dict.fromkeys(one for block in writer.report(keys) for one in printed(writer, block)):
        provisional = marked(case, key, period, status="provisional", note=NOTE)
        text = " ".join(report_text(narrator(provisional), keys))
        assert "provisional" in text, period
        assert NOTE in text, period
        assert NOTE in " ".join(report_text(narrator(marked(case, key, period, note=NOTE)), keys)), period


@pytest.mark.parametrize("case", GENERATED, ids=[case["id"] for case in GENERATED])
def test_what_is_said_of_a_printed_part_is_printed_with_its_name(case: dict[str, Any]) -> None:
    """Nothing marks the figure of women as provisional but what stands beside it, where the whole is final."""
    writer, keys = narrator(case), list(case["indicators"])
    for key, part, period in dict.fromkeys(
        one for block in writer.report(keys) for one in printed_parts(writer, block)
    ):
        provisional = marked(case, key, period, part, status="provisional", note=NOTE)
        text = " ".join(report_text(narrator(provisional), keys))
        assert "provisional" in text, (part, period)
        assert NOTE in text, (part, period)
        assert NOTE in " ".join(report_text(narrator(marked(case, key, period, part, note=NOTE)), keys)), (part, period)


def test_what_is_said_of_the_whole_is_not_said_again_of_its_parts() -> None:
    """Where the whole is provisional, so are its parts; where both have one note, it stands once."""
    parts = [{"label": label, "values": {2025: {"value": value, "status": "provisional"}}} for label, value in PARTS]
    whole = {"label": "persons helped", "values": {2025: {"value": 20, "status": "provisional"}}, "breakdown": parts}
    (text,) = report_text(narrator({"indicators": {"helped": whole}}), ["helped"])
    assert text.count("provisional") == 1


def test_parts_of_which_the_same_is_said_stand_together() -> None:
    """Two parts of a final whole have one remark."""
    parts = [{"label": label, "values": {2025: {"value": value, "status": "provisional"}}} for label, value in PARTS]
    whole = {"label": "persons helped", "values": {2025: 20}, "breakdown": parts}
    (text,) = report_text(narrator({"indicators": {"helped": whole}}), ["helped"])
    assert text.endswith("(women and men: the figure for 2025 is provisional).")
