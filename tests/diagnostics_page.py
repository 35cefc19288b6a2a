"""The reference page of all codes, made from the catalogue."""

from itertools import groupby

from reportgen.diagnostics import CATALOGUE, Entry

STAGES = {
    "1": "Reading files",
    "2": "What files must hold",
    "3": "Checking figures",
    "4": "Writing sentences",
    "5": "Putting the document together",
    "6": "Writing outputs",
    "7": "Going round with the agencies",
    "8": "Reading published documents",
    "9": "Editing the text",
}
HEAD = """\
# Codes

What each code means. An **error** stands in the way of the document; a **warning** asks somebody to look; an **info**
says what reportgen did on its own. `reportgen explain RG301` prints the same.
"""


def diagnostics_page() -> str:
    """The page as Markdown."""
    entries = sorted(CATALOGUE.items())
    stages = (
        f"\n## {STAGES[stage]}\n\n" + "\n".join(_section(code, entry) for code, entry in group)
        for stage, group in groupby(entries, key=lambda item: item[0][2])
    )
    return HEAD + "".join(stages)


def _section(code: str, entry: Entry) -> str:
    example = entry.example.replace("{{", "&#123;&#123;").replace("<", "&lt;").replace("](", "]&#40;")
    return f"### {code}: {entry.title}\n\n*{entry.severity}.* {entry.meaning}\n\nExample: {example}\n"
