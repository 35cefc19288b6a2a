"""The semantic HTML of templates as nodes: quotations, gathered lists, annexes, tables with notes."""

from pathlib import Path

import pytest
from composing import composed, reply, templates, tree
from dumped import dump
from reports import make_report

from reportgen.document.tree import Block, Contents, Level, Quotation, Table
from reportgen.document.walk import plain_text

TABLE = (
    '<table id="courts" class="landscape"><caption>Cases<aside>Heard at first instance.</aside></caption>'
    '<thead><tr><th>Court</th><th class="figure">2023</th></tr></thead>'
    '<tbody><tr><td>City</td><td class="figure">{{ cases }}<aside>Provisional.</aside></td></tr>'
    '<tr class="total"><td>All</td><td class="figure">{{ cases }}</td></tr></tbody>'
    "<tfoot><tr><td>Register.</td></tr></tfoot></table>"
)


def blocks(folder: Path, template: str, **settings: object) -> list[Block]:
    """The blocks of a report whose one reply is this template."""
    own = templates(folder, replies__1=f"<h4>One</h4>\n{template}")
    return list(tree(make_report(reply("Unseen {{ cases }}."), annex="none", **settings), own).blocks)  # type: ignore[arg-type] # settings are settings


def test_a_quotation_stands_apart() -> None:
    """In agencies' text a line with > begins one; each of its paragraphs is a block, and a list in it stays a list."""
    document = tree(
        make_report(
            reply("The Act reads:\n\n> Oversight is *public*.\n>\n> All may take part:\n>\n> - Yes\n\nSo it is.")
        )
    )

    kinds = [
        (type(block).__name__, plain_text(block.children)) for block in document.blocks if isinstance(block, Quotation)
    ]
    assert [("Quotation", "Oversight is public."), ("Quotation", "All may take part:")] == kinds
    assert "2 [justice-1-2] So it is." in dump(document)
    assert "- (bullet) Yes" in dump(document)


def test_a_quotation_within_an_item_goes_on_in_the_item() -> None:
    """Items hold text and lists only; no word is lost."""
    assert "- (bullet) Text:¶Words" in dump(tree(make_report(reply("- Text:\n\n  > Words"))))


def test_a_template_writes_a_quotation(tmp_path: Path) -> None:
    """`<blockquote>` holds text with emphasis, notes and figures."""
    (quotation,) = (
        block
        for block in blocks(tmp_path, "<blockquote>Some <em>{{ cases }}</em> cases.</blockquote>")
        if isinstance(block, Quotation)
    )

    assert "Some 11 cases." == plain_text(quotation.children)


def test_a_table_has_lettered_notes_a_source_and_may_be_turned(tmp_path: Path) -> None:
    """`<aside>` in a caption or a cell is a note of the table."""
    (table,) = (block for block in blocks(tmp_path, TABLE) if isinstance(block, Table))

    assert table.is_landscape
    expected = (
        "table 1 landscape [courts] Cases^a(Heard at first instance.)\n"
        "  Court | 2023\n"
        "  City | {cases@2023:11}^b(Provisional.)\n"
        "= All | {cases@2023:11}\n"
        "  source: Register.\n"
    )
    assert expected in dump(tree(make_report(reply("x {{ cases }}"), annex="none"), tmp_path))


def test_an_annex_begins_with_its_heading(tmp_path: Path) -> None:
    """Two annexes are numbered."""
    document = blocks(tmp_path, '<h1 class="annex">One</h1><p>x</p><h1 class="annex" id="two">Two</h1>')

    headings = [block for block in document if getattr(block, "level", None) is Level.ANNEX]
    assert ["Annex I", "Annex II"] == [getattr(block, "label", None) for block in headings]


def test_a_reply_that_slips_into_an_annex_is_named(tmp_path: Path) -> None:
    """Its words would not count; the annex belongs behind all replies."""
    own = templates(tmp_path, replies__1='<h4>One</h4><h1 class="annex">Tables</h1><p>x</p>')
    issues = [{"number": number, "agencies": ["justice"]} for number in (1, 2, 3)]
    made = composed(make_report(reply("x {{ cases }}"), issues=issues, annex="none"), own)

    (one,) = made.diagnostics
    assert ("RG535", "templates/un/reply.html.j2:3") == (one.code, str(one.place))
    assert "“Tables”" in one.message


@pytest.mark.parametrize(
    ("contents", "levels"),
    [
        ("themes", [Level.PART, Level.THEME, Level.ANNEX]),
        ("replies", [Level.PART, Level.THEME, Level.REPLY, Level.ANNEX]),
    ],
)
def test_the_list_of_contents_goes_as_deep_as_the_layout_says(contents: str, levels: list[Level]) -> None:
    """It stands before the first heading, after the first page."""
    document = tree(make_report(reply("Text with {{ cases }}."), layout={"contents": contents}))

    first = document.blocks[0]
    assert isinstance(first, Contents)
    assert levels == list(first.levels)
    assert ["General"] == [plain_text(entry.children) for entry in first.entries][:1]


def test_there_is_no_list_of_contents_where_none_is_wanted() -> None:
    """`contents: none`."""
    document = tree(make_report(reply("Text with {{ cases }}."), layout={"contents": "none"}))

    assert [] == [block for block in document.blocks if isinstance(block, Contents)]


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("<nav>Contents</nav>", "RG529"),
        ('<nav class="contents abbreviations">Contents</nav>', "RG529"),
        ('<nav class="contnets">Contents</nav>', "RG516"),
        ('<nav class="contents"><p>Contents</p></nav>', "RG515"),
        ('<h2 class="annex">Tables</h2>', "RG516"),
        ('<section class="covr"><p>x</p></section>', "RG516"),
        ('<table class="wide"><tbody><tr><td>x</td></tr></tbody></table>', "RG516"),
        ('<table><tbody><tr class="totals"><td>x</td></tr></tbody></table>', "RG516"),
        ('<table><tbody><tr><td class="number">x</td></tr></tbody></table>', "RG516"),
        ('<p>x<aside class="table">note</aside></p>', "RG516"),
        ("<blockquote><p>x</p></blockquote>", "RG515"),
        ('<blockquote class="x">x</blockquote>', "RG514"),
        ("<p><blockquote>x</blockquote></p>", "RG515"),
    ],
)
def test_what_is_written_wrongly_is_named_at_its_line(tmp_path: Path, template: str, code: str) -> None:
    """No class is passed over in silence, since what it meant would be lost."""
    own = templates(tmp_path, replies__1=f"<h4>One</h4>\n{template}")
    made = composed(make_report(reply("x {{ cases }}")), own)

    assert [(code, 2)] == [(found.code, found.place.line if found.place else None) for found in made.diagnostics]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>a\n<p>b</p>\n<ul><li>c</li></ul>", [("RG511", 2)]),
        ("<p>a <strong>b\n<p>c</p></p>", [("RG511", 2)]),
        ("<p><p>b</p></p>\n<p>a", [("RG511", 3), ("RG515", 2)]),
        ("<p>a\n<div>b</div>", [("RG510", 3), ("RG511", 2)]),
    ],
)
def test_what_follows_from_an_element_left_open_is_not_said(
    tmp_path: Path, template: str, expected: list[tuple[str, int]]
) -> None:
    """All that stands after an open paragraph would be misplaced, in templates without a fault."""
    own = templates(tmp_path, replies__1=f"<h4>One</h4>\n{template}")
    made = composed(make_report(reply("x {{ cases }}")), own)

    assert expected == sorted((found.code, found.place.line if found.place else 0) for found in made.diagnostics)


def test_a_report_can_be_extended_block_by_block(tmp_path: Path) -> None:
    """A project's own report takes the shipped one and changes one of its blocks."""
    own = templates(
        tmp_path,
        report='{% extends "un/report.html.j2" %}{% block lists %}<p class="unnumbered">Hello.</p>{% endblock %}',
    )
    document = tree(make_report(reply("Text with {{ cases }}.")), own)

    assert "· Hello." in dump(document)
    assert "1 [justice-1-1]" in dump(document)
    assert [] == [block for block in document.blocks if isinstance(block, Contents)]


MERGED = (
    '<table id="deputies"><caption>Deputies</caption><thead>'
    '<tr><th rowspan="2">Region</th><th colspan="2">2022</th></tr><tr><th>Women</th><th>Men</th></tr></thead>'
    '<tbody><tr><th rowspan="2">North</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>'
)


def test_cells_of_a_template_take_several_columns_and_rows(tmp_path: Path) -> None:
    """Each column gets its own head and those above it; in the body each place has a cell."""
    (table,) = (block for block in blocks(tmp_path, MERGED) if isinstance(block, Table))

    assert ["Region", "Women", "Men"] == [plain_text(cell.children) for cell in table.head]
    assert [[("", 1), ("2022", 2)]] == [[(plain_text(one.children), one.columns) for one in row] for row in table.over]
    assert [[("North", 1, 2), ("1", 1, 1), ("2", 1, 1)], [("", 0, 1), ("3", 1, 1), ("4", 1, 1)]] == [
        [(plain_text(one.children), one.columns, one.rows) for one in row.cells] for row in table.rows
    ]


def test_a_wide_head_in_the_last_row_stands_above_columns_without_heads(tmp_path: Path) -> None:
    """The columns below it have none of their own, and no row is wider than the table."""
    html = MERGED.replace("<tr><th>Women</th><th>Men</th></tr>", '<tr><th colspan="2">All</th></tr>')
    (table,) = (block for block in blocks(tmp_path, html) if isinstance(block, Table))

    assert ["Region", "", ""] == [plain_text(cell.children) for cell in table.head]
    assert [[1, 2], [1, 2]] == [[cell.columns for cell in row] for row in table.over]


def test_a_row_that_is_wider_than_the_heads_loses_no_cell(tmp_path: Path) -> None:
    """The heads get empty cells, and so do shorter rows."""
    rows = "<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody>"
    html = f"<table><thead><tr><th>A</th></tr></thead>{rows}</table>"
    (table,) = (block for block in blocks(tmp_path, html) if isinstance(block, Table))

    assert [2, 2, 2] == [len(table.head), *(len(row.cells) for row in table.rows)]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('colspan="2"', 'colspan="two"', "RG871"),
        ('colspan="2"', 'colspan="0"', "RG871"),
        ('colspan="2"', 'colspan="201"', "RG871"),
        ('<th rowspan="2">North', '<th rowspan="3">North', "RG872"),
        ("<tr><td>3</td>", '<tr><td>3</td><td colspan="2" rowspan="2">', "RG872"),
        ('colspan="2">2022', 'colspan="200">2022', ""),
    ],
)
def test_spans_that_cannot_be_are_named(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    """Not a number, or cells that meet or reach out of their part of the table."""
    own = templates(tmp_path, replies__1=f"<h4>One</h4>\n{MERGED.replace(right, wrong, 1)}")
    found = composed(make_report(reply("Unseen {{ cases }}."), annex="none"), own).diagnostics

    assert [code] * bool(code) == [one.code for one in found if one.code in {"RG871", "RG872"}][:1]
