"""The table of rules of `docs/style.md`, made from the page of codes and from what the rules really correct."""

from checks.editorial.cases import FOUND

from reportgen.diagnostics.catalogue import STAGES
from reportgen.diagnostics.explanations import CodeExplanation, explanations

BEGIN, END = "<!-- rules: made from the catalogue -->", "<!-- end of the rules -->"
SINGLE = {"RG938": "yes", "RG940": "yes"}
"""Rules whose cases stand elsewhere."""
HEAD = "| code | what is looked for | before → after | corrected by `--fix` |\n| --- | --- | --- | --- |\n"


def rules_table() -> str:
    """The table as Markdown."""
    entries = {code: explanations()[code] for code in STAGES["editorial"] if " → " in explanations()[code].example}
    return HEAD + "".join(
        f"| {code} | {entry.title} | {_example(entry)} | {_is_fixed(code)} |\n" for code, entry in entries.items()
    )


def sources() -> str:
    """The codes of the rules by their sources, as a list."""
    by_source: dict[str, list[str]] = {}
    for code in STAGES["editorial"]:
        source = explanations()[code].meaning.partition(" Source: ")[2].rstrip(".")
        if source:
            by_source.setdefault(source, []).append(code)
    return "".join(f"- {source[0].upper()}{source[1:]}: {', '.join(codes)}\n" for source, codes in by_source.items())


def _example(entry: CodeExplanation) -> str:
    return entry.example.replace("|", "\\|").replace("**", "\\*\\*").replace("{{", "&#123;&#123;")


def _is_fixed(code: str) -> str:
    cases = FOUND.get(code, ())
    fixed = [expected is not None for _, expected in cases]
    if code in SINGLE or (fixed and all(fixed)):
        return "yes"
    return "where it is certain" if any(fixed) else "no"


def with_rules(page: str) -> str:
    """A page with its table of rules and its sources made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{rules_table()}\nWhere the rules come from:\n\n{sources()}\n{END}{after}"
