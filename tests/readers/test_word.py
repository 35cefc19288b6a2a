"""Word files as people and programs make them: what each of their ways of writing means."""

import pytest
from dumped import dump
from readers.word_files import field, p, r, word

from reportgen.document.tree import Heading, Level, Paragraph, Table
from reportgen.document.walk import plain_text
from reportgen.readers.reading import read_report

CHANGED = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LETTERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/>'
    '<w:pPr><w:ind w:left="1701"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def lines(data: bytes) -> list[str]:
    """The dump of what was read, line by line."""
    return dump(read_report(data, "x.docx").document).splitlines()


def codes(data: bytes) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in read_report(data, "x.docx").diagnostics]


def test_automatic_numbers_are_counted() -> None:
    """Levels restart below a higher one."""
    body = p("One.", props=NUMBERED) + p("a;", props=LETTERED) + p("b.", props=LETTERED)
    body += p("Two:", props=NUMBERED) + p("a.", props=LETTERED)

    expected = ["1 One.", "- (letter) a;", "- (letter) b.", "2 Two:", "- (letter) a."]
    assert expected == lines(word(body, numbering=LISTS))


def test_a_list_with_a_start_of_its_own_begins_there() -> None:
    """`startOverride` counts anew; the jump is said."""
    data = word(p("One.", props=NUMBERED) + p("Seven.", props=NUMBERED.replace('numId w:val="1"', 'numId w:val="2"')),
                numbering=LISTS)  # fmt: skip

    assert ["1 One.", "7 Seven."] == lines(data)
    assert ["RG814"] == codes(data)


def test_numbers_that_a_style_brings() -> None:
    """A style may number its paragraphs, and styles based on it do so as well."""
    styles = (
        f'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Numbered"/><w:pPr>{NUMBERED}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Own"/><w:basedOn w:val="A"/></w:style>'
    )
    body = p("One.", props='<w:pStyle w:val="A"/>') + p("Two.", props='<w:pStyle w:val="B"/>')

    assert ["1 One.", "2 Two."] == lines(word(body, numbering=LISTS, styles=styles))


@pytest.mark.parametrize("before", ["1.\t", "1. ", "1.\u00a0", "\t1.\t"[1:]])
def test_typed_numbers(before: str) -> None:
    """A number and a tab or a blank before the text number a paragraph."""
    assert ["1 Text of it."] == lines(word(p(f"{before}Text of it.")))


def test_word_styles_of_headings() -> None:
    """Heading 1 that stands once over all is the title; the others stand below it."""
    names = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3, 4)
    )
    texts = ("The whole", "A part", "A theme", "A reply")
    body = "".join(p(text, props=f'<w:pStyle w:val="H{n}"/>') for n, text in enumerate(texts, 1))

    levels = [
        one.level for one in read_report(word(body, styles=names), "x").document.blocks if isinstance(one, Heading)
    ]
    assert [Level.TITLE, Level.PART, Level.THEME, Level.REPLY] == levels


def test_headings_without_styles() -> None:
    """Short bold lines and the words of replies are headings; that they were guessed is said."""
    body = p(r("Gender equality", "<w:b/>")) + p("Reply to the issues raised in paragraph 8") + p("1. Text of it.")
    data = word(body)

    assert ["theme Gender equality", "reply Reply to the issues raised in paragraph 8", "1 Text of it."] == lines(data)
    assert ["RG816"] == codes(data)


def test_tracked_changes_count_as_accepted() -> None:
    """Inserted and moved-in text stands, deleted and moved-out text does not, and all are counted."""
    body = p(
        "1. In ",
        f"<w:del {CHANGED}><w:r><w:delText>2022</w:delText></w:r></w:del>",
        f"<w:ins {CHANGED}>{r('2023')}</w:ins>",
        f"<w:moveFrom {CHANGED}>{r(' gone')}</w:moveFrom>",
        f"<w:moveTo {CHANGED}>{r(' it came')}</w:moveTo>",
        ".",
    )
    data = word(body)

    assert ["1 In 2023 it came."] == lines(data)
    (said,) = read_report(data, "x.docx").diagnostics
    assert "1 deletion, 1 insertion and 1 move" in said.message


UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def test_raised_and_lowered_text_is_no_part_of_a_number() -> None:
    """“348” with a raised “1” is not 3481; letters that mark a note of a table stay the marks of notes."""
    body = p("1. 348", r("1", UP), " cases, 10", r("6", UP), " records, CO", r("2", DOWN), "O, 1", r("st", UP), ".")

    document = read_report(word(body), "x.docx").document
    assert ["1 348^1^ cases, 10^6^ records, CO~2~O, 1^st^."] == dump(document).splitlines()
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == "348¹ cases, 10⁶ records, CO₂O, 1st."


@pytest.mark.parametrize("switch", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="1"/>'])
def test_struck_out_text_is_left_out_and_said(switch: str) -> None:
    """“~~512~~ 498” is 498."""
    data = word(p("1. There were ", r("5", switch), r("12", switch), r("498"), " cases."))
    (found,) = read_report(data, "x.docx").diagnostics

    assert ["1 There were 498 cases."] == lines(data)
    assert ("RG199", True) == (found.code, "“512”" in found.message)


@pytest.mark.parametrize("switch", ['<w:strike w:val="0"/>', '<w:vertAlign w:val="baseline"/>', "<w:u/>"])
def test_switches_that_are_off_leave_the_text(switch: str) -> None:
    """Also over a style that is struck out."""
    style = '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:strike/></w:rPr></w:style>'
    data = word(
        p("1. There were ", r("12", '<w:rStyle w:val="S"/><w:strike w:val="0"/>'), r("5", switch)), styles=style
    )

    assert ["1 There were 125"] == lines(data)
    assert codes(data) == []


def test_styles_raise_and_strike_out_as_well() -> None:
    """A style of characters, one that it is based on, and a style of paragraphs."""
    styles = (
        f'<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr>{UP}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Up"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>'
    )
    body = p("1. 348", r("1", '<w:rStyle w:val="Own"/>'), " cases.") + p("2. Gone.", props='<w:pStyle w:val="Old"/>')

    data = word(body, styles=styles)
    assert ["1 348^1^ cases."] == lines(data)
    assert ["RG199"] == codes(data)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """The text of the first goes on in the second."""
    body = p("1. One ", props=f"<w:rPr><w:del {CHANGED}/></w:rPr>") + p("goes on.") + p("2. Two.")

    assert ["1 One goes on.", "2 Two."] == lines(word(body))


def test_deleted_rows_and_cells_are_left_out() -> None:
    """A row and a cell that a tracked change deletes are not read."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    row = "<w:tr>{}{}</w:tr>"
    head = row.format("", cell.format("", p("Court")) + cell.format("", p("2023")))
    kept = row.format(
        "", cell.format("", p("City")) + cell.format("", p("7")) + cell.format(f"<w:cellDel {CHANGED}/>", p("8"))
    )
    gone = row.format(f"<w:trPr><w:del {CHANGED}/></w:trPr>", cell.format("", p("No")) + cell.format("", p("9")))

    assert ["table None ", "  Court | 2023", "  City | 7"] == lines(word(f"<w:tbl>{head}{kept}{gone}</w:tbl>"))


def test_merged_cells_keep_their_columns() -> None:
    """A cell over two columns is followed by an empty one; what goes on from above is empty."""
    body = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + p("A") + "</w:tc>"
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("B") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p() + "</w:tc><w:tc>" + p("1") + "</w:tc><w:tc>" + p("2")
        + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip

    assert ["table None ", "  A | B | ", "   | 1 | 2"] == lines(word(body))


def test_a_table_in_a_cell_keeps_its_text() -> None:
    """Its text stands in the cell around it, and that is said."""
    inner = f"<w:tbl><w:tr><w:tc>{p('in')}</w:tc><w:tc>{p('side')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('A')}{inner}{p()}</w:tc><w:tc>{p('B')}</w:tc></w:tr></w:tbl>"
    data = word(outer)

    (table,) = read_report(data, "x.docx").document.blocks
    assert isinstance(table, Table)
    assert ["  A⏎in⏎side | B"] == lines(data)[-1:]
    assert ["RG819"] == codes(data)


def test_fields_give_their_result_and_are_never_obeyed() -> None:
    """Nested codes are no text; what would fetch or run something is said."""
    body = p(
        "1. See ",
        field("REF x \\h", "paragraph 3"),
        " and ",
        '<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>",
    )
    body += p("2. It says ", field('INCLUDETEXT "C:\\\\secret.txt"', "old words"), ".")
    body += p("3. It runs ", field("DDEAUTO cmd x", "nothing"), ".")
    data = word(body)

    assert ["1 See paragraph 3 and 7", "2 It says old words.", "3 It runs nothing."] == lines(data)
    assert ["RG813", "RG813"] == codes(data)


def test_a_field_that_never_ends_swallows_nothing() -> None:
    """The text of the next paragraph is read, whatever a broken field before it claims."""
    body = p("1. One ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("2. Two.")

    assert ["1 One", "2 Two."] == lines(word(body))


def test_text_boxes_are_read_once() -> None:
    """A box stands twice in a file, for new and for old programs; its text stands once, after its paragraph."""
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert ["1 Text.", "· In a box."] == lines(word(p("1. Text.", drawn)))


def test_characters_of_word() -> None:
    """Hyphens that do not break, symbols of fonts, breaks and content controls are text; hidden text is not."""
    body = p(
        "1. co",
        "<w:r><w:noBreakHyphen/></w:r>",
        "operation",
        "<w:r><w:softHyphen/></w:r>",
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        "<w:sdt><w:sdtContent>" + r(" 5\u00a0km") + "</w:sdtContent></w:sdt>",
        "<w:r><w:br/></w:r>",
        "<w:smartTag>" + r("end") + "</w:smartTag>",
        r("secret", "<w:vanish/>"),
    )
    data = word(body)

    assert ["1 co\u2011operation≥ 5\u00a0km⏎end"] == lines(data)
    assert ["RG817"] == codes(data)


@pytest.mark.parametrize(
    ("props", "run_props", "text"),
    [
        ("<w:pStyle w:val='H'/>", "", ""),
        ("", "<w:rStyle w:val='C'/>", "A clear day."),
        ("", "<w:rStyle w:val='C'/><w:vanish w:val='0'/>", "A clear 1day."),
        ("<w:pStyle w:val='S'/>", "", "A clear 1day."),
        ("<w:pStyle w:val='Based'/>", "", ""),
    ],
)
def test_text_that_a_style_hides(props: str, run_props: str, text: str) -> None:
    """What Word does not print is not read; `specVanish` hides the mark of a paragraph alone."""
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'
        for kind, name, more in (
            ("paragraph", "H", "<w:rPr><w:vanish/></w:rPr>"),
            ("paragraph", "Based", "<w:basedOn w:val='H'/>"),
            ("paragraph", "S", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"),
            ("character", "C", "<w:rPr><w:vanish/></w:rPr>"),
        )
    )
    data = word(p("A clear ", r("1", run_props), "day.", props=props), styles=styles)

    assert ([f"· {text}"] if text else []) == lines(data)
    assert ("RG817" in codes(data)) is (text != "A clear 1day.")


WHITE = '<w:color w:val="FFFFFF"/>'
SHADE = '<w:shd w:val="clear" w:fill="1F4E79"/>'


@pytest.mark.parametrize(
    ("props", "run_props", "is_seen"),
    [
        ("", WHITE, False),
        ("", '<w:color w:val="auto" w:themeColor="background1"/>', False),
        ("", '<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>', True),
        ("", '<w:sz w:val="2"/>', False),
        ("", '<w:color w:val="FF0000"/>', True),
        ("", '<w:color w:val="FFFFFF" w:themeColor="text1"/>', True),
        ("", '<w:sz w:val="12"/>', True),
        ("", f"{WHITE}{SHADE}", True),
        ("", f'{WHITE}<w:highlight w:val="darkBlue"/>', True),
        (SHADE, WHITE, True),
        ("", f'{WHITE}<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', False),
        ("", f'{WHITE}<w:shd w:val="clear" w:fill="FFFFFF"/>', False),
        ("", f'{WHITE}<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="background1"/>', False),
        ("", f'{WHITE}<w:shd w:val="clear" w:fill="D9D9D9" w:themeFill="background1" w:themeFillShade="D9"/>', True),
        ("", f'{WHITE}<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>', True),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', f'{WHITE}<w:highlight w:val="white"/>', False),
        ("", f'{WHITE}<w:highlight w:val="none"/>', False),
        ('<w:pStyle w:val="Dark"/>', WHITE, True),
    ],
)
def test_letters_that_nobody_sees_are_not_read(props: str, run_props: str, is_seen: bool) -> None:
    """White on white and of a point or two; grey letters, and white ones on something that Word paints, are seen."""
    styles = f'<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Dark"/><w:pPr>{SHADE}</w:pPr></w:style>'
    data = word(p("A clear ", r("1", run_props), "day.", props=props), styles=styles)

    assert [f"· A clear {'1' if is_seen else ''}day."] == lines(data)
    assert is_seen == ("RG817" not in codes(data))


def test_white_letters_in_a_table_are_read() -> None:
    """A style of the table may paint a row of heads."""
    data = word(f"<w:tbl><w:tr><w:tc>{p(r('Court', WHITE))}</w:tc><w:tc>{p('2023')}</w:tc></w:tr></w:tbl>")

    assert "  Court | 2023" == lines(data)[-1]
    assert [] == codes(data)


def test_a_small_blank_is_a_blank() -> None:
    """It keeps two words apart."""
    assert ["· A day."] == lines(word(p("A", r(" ", f'{WHITE}<w:sz w:val="2"/>'), "day.")))


JOINED = "<w:tcPr><w:vMerge{}/></w:tcPr>"
BEGUN = JOINED.format(" w:val='restart'")


@pytest.mark.parametrize(
    ("first", "second", "is_seen"),
    [
        (BEGUN, JOINED.format(""), False),
        (BEGUN, JOINED.format(" w:val='continue'"), False),
        (BEGUN, BEGUN, True),
        (BEGUN, "", True),
        ("", JOINED.format(""), True),
    ],
)
def test_what_a_joined_cell_holds_is_not_read(first: str, second: str, is_seen: bool) -> None:
    """Word shows what the first of the cells holds, and nothing of the others; a first one is always shown."""
    rows = f"<w:tr><w:tc>{p('A')}</w:tc><w:tc>{first}{p('5')}</w:tc></w:tr>"
    rows += f"<w:tr><w:tc>{p('B')}</w:tc><w:tc>{second}{p('7')}</w:tc></w:tr>"
    data = word(f"<w:tbl>{rows}</w:tbl>")

    assert ["table None ", "  A | 5", f"  B | {'7' if is_seen else ''}"] == lines(data)
    assert is_seen == ("RG817" not in codes(data))


@pytest.mark.parametrize(("second", "is_seen"), [("<w:hMerge/>", False), ("<w:hMerge w:val='restart'/>", True)])
def test_what_a_cell_holds_that_is_joined_to_the_one_before_it_is_not_read(second: str, is_seen: bool) -> None:
    """Older programs join cells of a row so."""
    first = "<w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>" + p("5") + "</w:tc>"
    cells = f"<w:tc>{p('A')}</w:tc>{first}<w:tc><w:tcPr>{second}</w:tcPr>{p('7')}</w:tc>"
    heads = "".join(f"<w:tc>{p(head)}</w:tc>" for head in ("Court", "2022", "2023"))
    data = word(f"<w:tbl><w:tr>{heads}</w:tr><w:tr>{cells}</w:tr></w:tbl>")

    assert is_seen == ("RG817" not in codes(data))
    assert f"  A | 5 | {'7' if is_seen else ''}" == lines(data)[-1]


def test_text_goes_on_behind_a_comment_of_xml() -> None:
    """A program wrote it in the middle of a number."""
    assert ["· 1,058 cases"] == lines(word("<w:p><w:r><w:t>1,0<!-- x -->58 cases</w:t></w:r></w:p>"))


def test_notes_of_a_list_of_their_own() -> None:
    """Footnotes are numbered as they are met; a mark of its own is kept and not counted."""
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(r(text))}</w:footnote>'
        for n, text in ((2, "\tFirst."), (3, "* Own."), (4, "Next."))
    )
    body = p(
        "1. One",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>',
        " two",
        '<w:r><w:footnoteReference w:id="4"/></w:r>',
    )

    assert ["1 One^1(First.)^*(Own.) two^2(Next.)"] == lines(word(body, footnotes=notes))


def test_strict_open_xml() -> None:
    """The strict names of the same elements are read as well."""
    data = word(p("1. Text."))
    strict = word("", parts={"word/document.xml": (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>1. Text.</w:t></w:r></w:p></w:body></w:document>"
    )})  # fmt: skip

    assert lines(data) == lines(strict)


def test_a_numbered_list_within_a_paragraph_is_no_paragraph() -> None:
    """1, 2 after paragraph 2 is a list; its labels are kept as text, and the count of paragraphs goes on."""
    texts = ("1. One.", "2. Two:", "1. first;", "2. second.", "3. Three.")
    data = word("".join(map(p, texts)))

    assert ["1 One.", "2 Two:", "- (bullet) 1. first;", "- (bullet) 2. second.", "3 Three."] == lines(data)
    assert ["RG815"] == codes(data)
