"""What import reads in paragraphs: the indicators of a text, with their values and parts as plain numbers."""

from build import document, heading, paragraph

from reportgen.diagnostics import Place
from reportgen.document.tree import Level
from reportgen.model import Indicator
from reportgen.published.importer.figures.indicators import ImportedFigures, find_figures
from reportgen.published.importer.sections import find_sections


def figures(*texts: str) -> ImportedFigures:
    """The figures of paragraphs that stand in one reply."""
    blocks = document(heading(Level.REPLY, "Reply to paragraph 6"), *(paragraph(text) for text in texts)).blocks
    return find_figures(find_sections(blocks, Place("x")).sections, "CCPR/C/RUR/3", 2023, Place("x"))


def values(indicator: Indicator) -> dict[str, float]:
    """Values by period."""
    return {str(period): float(one.value) for period, one in indicator.values.items() if one.value is not None}


def parts(indicator: Indicator) -> dict[str, dict[str, float]]:
    """The values of the parts by label and period."""
    return {
        part.called(one=False): {str(period): float(one.value) for period, one in part.values.items() if one.value}
        for part in indicator.breakdown
    }


def series(*texts: str) -> list[dict[str, float]]:
    """The values of all indicators."""
    return [values(one) for one in figures(*texts).indicators.values()]
