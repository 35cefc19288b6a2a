"""docs/templates.md: its tables are those of the code, and each of its examples is rendered."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from templates_page import ELEMENTS, VIEWS, documented_fields, templates_page

from reportgen.checks.templates.linting import lint_templates
from reportgen.compose import Composed, compose
from reportgen.compose.environment import SUFFIX, shipped_templates
from reportgen.compose.markup import CONTENT
from reportgen.document.labels import letter
from reportgen.document.tree import Block, Document, ItemList, Mark, Role
from reportgen.document.walk import inlines_of, plain_text
from reportgen.model import merge_report
from reportgen.project import read_project

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "templates.md"
MINIMAL = ROOT / "examples" / "minimal"
_EXAMPLE = re.compile(
    r"`templates/([\w/-]+\.html\.j2)`(?:(?!\n#).)*?```jinja\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL
)


def examples() -> list[tuple[str, str, str]]:
    """Each example of the page: the file, its text, and some lines of what it gives."""
    return [(found[1], found[2], found[3]) for found in _EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))]


def test_the_tables_are_current(request: pytest.FixtureRequest) -> None:
    """What templates see and may write is what the code says; `pytest --update-golden` writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        PAGE.write_text(templates_page(page), encoding="utf-8")

    assert templates_page(page) == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_is_documented(view: type) -> None:
    """Each field of what templates see has a line that says what it is."""
    assert [] == [name for name, _, text in documented_fields(view) if not text]


def test_every_element_is_documented() -> None:
    """All that a template may write, and nothing else."""
    assert set(CONTENT) - {""} == set(ELEMENTS)


def test_every_shipped_template_has_an_example() -> None:
    """And no example stands for a template that does not exist."""
    shipped = {path.name for path in shipped_templates().glob(f"*{SUFFIX}")}

    assert shipped == {file for file, _, _ in examples() if "/" not in file}


@pytest.mark.parametrize(("file", "template", "gives"), examples(), ids=[file for file, _, _ in examples()])
def test_each_example_gives_what_the_page_says(tmp_path: Path, file: str, template: str, gives: str) -> None:
    """Over the small project that is there to be copied; the linter has nothing against it."""
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template, encoding="utf-8")
    made = composed(tmp_path, is_separate=file.startswith("annex-document"))

    document = made.annex or made.document
    assert document is not None, made.diagnostics
    lines = list(printed(document))
    assert [] == [line for line in gives.splitlines() if line not in lines]


def composed(templates: Path, *, is_separate: bool) -> Composed:
    """The small project with these templates, which the linter finds right."""
    loaded = read_project(MINIMAL)
    assert loaded.report is not None
    assert () == lint_templates(loaded.report, loaded.places, templates).diagnostics
    annex = "separate" if is_separate else "included"
    report = loaded.report.model_copy(update={"settings": loaded.report.settings.model_copy(update={"annex": annex})})
    return compose(report, merge_report(report), loaded.places, templates)


def printed(document: Document) -> Iterator[str]:
    """Each line of text, with the letters of lists and without notes."""
    yield from (plain_text(line.children) for line in document.cover if line.role is not Role.ORGANIZATION)
    for block in document.blocks:
        yield from (text.replace("\u00a0", " ") for text in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, ItemList):
        for number, item in enumerate(block.items, start=1):
            mark = f"({letter(number)}) " if block.mark is Mark.LETTER else ""
            yield f"{mark}{plain_text(item.children)}"
    else:
        yield from map(plain_text, inlines_of(block))
