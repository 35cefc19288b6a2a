"""The summary of a build: typed numbers by kind, and those that somebody counted by their places."""

import json
from pathlib import Path

from commands import run
from project import JUSTICE, make_project

from reportgen.cli.build_summary import LISTED

TEXT = """
      Under article 6, a fine of up to 50 monthly units is imposed within 30 days.
      In 2021, 944 victims received compensation, and 17 offices were opened.
"""


def build(root: Path, *options: str) -> str:
    """Build a project as HTML, and give what is printed."""
    result = run("build", root, "--to", "html", *options)
    assert 0 == result.exit_code, result.output
    return result.stdout


def test_the_summary_sorts_typed_numbers(tmp_path: Path) -> None:
    """What was counted is named with its place and its words; where data hold it, so does the summary."""
    root = make_project(tmp_path / "p", submissions__justice_yaml=JUSTICE + TEXT)
    lines = build(root).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("  typed"))

    assert (
        "  typed       7 numbers not written from data: 2 dates, 1 article, law or other name, 1 amount fixed by law, "
        "1 age, duration or ordinal, 2 statistical quantities" == lines[at]
    )
    file = f"{root}/submissions/justice.yaml"
    held = " – data hold it, write {{ victims | at(2021) }}"
    assert f"    {file}:16:16: In 2021, 944 victims received compensation, and 17…{held}" == lines[at + 2]
    assert lines[at + 3].startswith(f"    {file}:16:55: ")
    assert lines[at + 3].endswith("compensation, and 17 offices were opened.")


def test_the_summary_lists_some_and_counts_the_rest(tmp_path: Path) -> None:
    """JSON has all of them."""
    text = "".join(f"\n      District {number} opened {number} offices.\n" for number in range(20, 20 + LISTED + 2))
    root = make_project(tmp_path / "p", submissions__justice_yaml=JUSTICE + text)

    assert "    and 2 more; build --format json lists all" in build(root).splitlines()
    facts = json.loads(build(root, "--format", "json"))
    assert LISTED + 2 == facts["typed_kinds"]["statistics"]
    named = [one for one in facts["typed_numbers"] if one["kind"] == "statistics"]
    assert ("20", "District 20 opened 20 offices.", 15, 26, None) == tuple(
        named[0][name] for name in ("number", "sentence", "line", "column", "reference")
    )


def test_a_build_without_typed_numbers_says_nothing_of_them(tmp_path: Path) -> None:
    """A year that a reference writes is not typed."""
    text = JUSTICE.replace("In 2023, compensation", "In {{ victims | last_period }}, compensation")
    root = make_project(tmp_path / "p", submissions__justice_yaml=text)

    assert not [line for line in build(root).splitlines() if line.startswith("  typed")]
