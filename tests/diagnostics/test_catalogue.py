"""The catalogue: closed, complete, worded for the person who must act."""

import json
import re
import string
from pathlib import Path

import pytest

from reportgen.diagnostics import CATALOGUE, Literal, Place, Severity, diagnose, nearest, shown
from reportgen.diagnostics.catalogue import Entry
from reportgen.diagnostics.explanations import explanations
from reportgen.diagnostics.render import as_json, kinds, render_text, summary

ROOT = Path(__file__).parents[2]
STAGES = {"1", "2", "3", "4", "5", "6", "7", "8", "9"}


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_entry_is_complete(code: str) -> None:
    """A code of a known stage, a message without a full stop, a hint, and a section of the page with the same title."""
    entry = CATALOGUE[code]
    assert code[:2] == "RG"
    assert code[2] in STAGES
    assert not entry.message.endswith(".")
    assert entry.hint
    page = explanations()[code]
    assert (entry.title, entry.severity.value) == (page.title, page.severity)
    assert page.meaning.endswith(".")
    assert page.example


def test_no_code_stands_twice() -> None:
    """A code that the files word twice would have the words of the last one, and so would a field."""
    files = sorted((ROOT / "reportgen" / "diagnostics" / "messages").iterdir())
    stages = [json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list) for file in files]
    fields = [[field for field, _ in entry] for stage in stages for _, entry in stage]

    assert sorted(CATALOGUE) == sorted(code for stage in stages for code, _ in stage)
    assert all(len(names) == len(set(names)) for names in fields)


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_each_wording_can_be_filled_in(entry: Entry) -> None:
    """Every field of message and hint is a plain name."""
    fields = [name for text in (entry.message, entry.hint) for _, name, _, _ in string.Formatter().parse(text) if name]

    assert all(name.isidentifier() for name in fields)
    assert "{" not in entry.message.format_map(dict.fromkeys(fields, "x"))


def test_the_page_explains_each_code_once() -> None:
    """In the order of the codes, each below the heading of its stage, and no code that there is not."""
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    headings = re.findall(r"^##+ (RG\d{3}|.+)", page, re.MULTILINE)
    stages = [heading for heading in headings if not heading.startswith("RG")]
    codes = [heading[:5] for heading in headings if heading.startswith("RG")]

    assert sorted(CATALOGUE) == codes == list(explanations())
    assert len(STAGES) == len(stages)
    assert all(headings[headings.index(stage) + 1][2] == str(number) for number, stage in enumerate(stages, start=1))


def test_foreign_text_is_cut_and_harmless() -> None:
    """A terminal is never given control characters, nor flooded."""
    assert "\\u001B[31mred\\u202E" == shown("\x1b[31mred\u202e")
    assert 60 == len(shown("x" * 1000))
    assert 100 == len(shown(Literal("x" * 100)))


def test_a_hint_names_the_nearest_name() -> None:
    """A slip of the keyboard is answered with the right spelling, anything else with the names there are."""
    assert "did you mean “victims”?" == nearest("victms", ["victims", "cases"])
    assert "known are: cases, victims" == nearest("zzz", ["victims", "cases"])
    assert "there are none" == nearest("zzz", [])


def test_problems_are_printed_in_the_order_of_their_places() -> None:
    """Rows of a sheet stand in their order, 9 before 14, column F before column AA."""
    cells = ["F14", "AA9", "F9"]
    found = [
        diagnose(
            "RG301",
            Place("a.xlsx", sheet="Indicators", cell=cell),
            key="x",
            by="",
            period="2023",
            total=1,
            sum=2,
            difference=1,
        )
        for cell in cells
    ]

    assert ["F9", "AA9", "F14"] == [
        line.split("!")[1].split(":")[0] for line in render_text(found).splitlines() if "!" in line
    ]


def test_json_has_every_field_of_a_place() -> None:
    """Programs get code, severity, message, place and hint apart."""
    (plain,) = as_json([diagnose("RG306", Place("issues.yaml", 3, 5), number=16, agency="the court")])

    assert ("RG306", "warning", "issues.yaml", 3, 5, None) == (
        plain["code"],
        plain["severity"],
        plain["file"],
        plain["line"],
        plain["column"],
        plain["cell"],
    )


def test_the_summary_counts_by_weight() -> None:
    """Singular and plural are right."""
    one = diagnose("RG306", number=1, agency="x")

    assert "1 warning" == summary([one])
    assert "2 warnings" == summary([one, one])
    assert "no errors" == summary([])


def test_errors_are_printed_before_all_else() -> None:
    """One error among a hundred warnings would be lost; programs get all by place."""
    warning = diagnose("RG306", Place("a.yaml", 1), number=1, agency="x")
    error = diagnose("RG306", Place("b.yaml", 1), severity=Severity.ERROR, number=2, agency="x")

    assert render_text([warning, error]).startswith("b.yaml:1: error")
    assert ["a.yaml", "b.yaml"] == [one["file"] for one in as_json([error, warning])]


def test_many_problems_are_counted_by_kind() -> None:
    """The weightiest first; few are seen at a glance."""
    issues = [diagnose("RG306", number=number, agency="x") for number in range(11)]
    error = diagnose("RG306", severity=Severity.ERROR, number=11, agency="x")
    other = diagnose("RG311")

    assert [] == kinds([*issues, error])
    assert [
        "      1  error    RG306  an issue without a reply",
        "     11  warning  RG306  an issue without a reply",
        "      1  warning  RG311  a list without issues",
    ] == kinds([other, *issues, error])
