"""The kinds of pages: size and margins of the writer's sections come in, the room for text goes out."""

from functools import cache

from reportgen.writers.docx.oxml import NAMESPACES, Element, element
from reportgen.writers.docx.pages.flow import Sheet
from reportgen.writers.docx.sections import Placing, Sections

_W = f"{{{NAMESPACES['w']}}}"


@cache
def find_sheet(*, is_landscape: bool) -> Sheet:
    """The room that a page has between its margins."""
    placing = Placing(is_landscape, begins_page=False)
    sections = Sections(element("body"), (), [placing])
    sections.turn(placing)
    made = sections.build()
    size, margins = _measures(made, "pgSz"), _measures(made, "pgMar")
    return Sheet(
        height=size["h"] - margins["top"] - margins["bottom"],
        width=size["w"] - margins["left"] - margins["right"],
        top=margins["top"],
    )


def _measures(section: Element, tag: str) -> dict[str, int]:
    found = section.find(_W + tag)
    items = () if found is None else found.items()
    return {str(name).removeprefix(_W): int(value) for name, value in items if value.isdigit()}
