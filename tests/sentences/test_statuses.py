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


def printed(writer: Narrator, block: TableSpec | Sequence[str | Phrase]) -> Iterator[tuple[str, Period]]:
    """The figures of whole series that a paragraph or a table prints, or works with."""
    if isinstance(block, TableSpec):
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from printed(writer, cell.parts)
        return
    for source in (source for run in realised(writer, list(block)) for source in run.sources):
        if source.part is None:
            yield from ((source.indicator, period) for period in source.periods)


def marked(case: dict[str, Any], key: str, period: Period, **said: str) -> dict[str, Any]:
    """The case with something said of one figure."""
    changed = copy.deepcopy(case)
    values = changed["indicators"][key]["values"]
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
