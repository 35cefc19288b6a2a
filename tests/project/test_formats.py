"""Number formats: what a cell shows of the number that it holds, and what is said where the two differ."""

from decimal import Decimal

import pytest
import xlsx
from hypothesis import given
from hypothesis import strategies as st
from xlsx import SHEETS, book, styled, styles_xml, with_looks, with_rule

from reportgen.diagnostics import Severity
from reportgen.limits import CONDITIONAL_AREAS
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.formats import Gap, display, shown_text
from reportgen.project.styles import Styles


def read(data: bytes) -> ReadSubmission:
    """Read a workbook."""
    return read_submission(data, "submissions/health.xlsx")


def told(value: object, code: str, unit: str = "case / cases") -> list[tuple[str, Severity]]:
    """The codes and weights of what is said of a figure with a format."""
    return [(one.code, one.severity) for one in read(with_looks((value, code, ""), unit=unit)).diagnostics]


def figures(data: bytes) -> list[Decimal | None]:
    """The values of the one indicator of a workbook."""
    submission = read(data).submission

    assert submission is not None
    return [one.value for one in submission.indicators["cases"].values.values()]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1058", "General", "1058"),
        ("1058", "@", "1058"),
        ("1234567", "#,##0", "1,234,567"),
        ("1234567", "#\\ ##0", "1 234 567"),
        ("164.1", "0.00", "164.10"),
        ("5", "0.0#", "5.0"),
        ("12", "000", "012"),
        ("-5", "0", "-5"),
        ("-5", "[Red]0", "-5"),
        ("5", "0;[White]-0", "5"),
        ("-5", "#,##0_);(#,##0)", "(5)"),
        ("-5", "0;-0", "-5"),
        ("5", "[$€-407] 0", "€ 5"),
        ("5", "0 [$руб.-419]", "5 руб."),
        ("5", "0 [$kr.-406]", "5 kr."),
        ("5", "[$K-455]0", "K5"),
        ("5", "0*-", "5"),
        ("1058", '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "1,058"),
        ("0", '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
        ("0.554", "0.0%", "55.4%"),
        ("123000", "0.00E+00", "1.23E+05"),
        ("500", '[>=1000]0.0,"k";0', "500"),
    ],
)
def test_what_is_shown_says_what_is_held(value: str, code: str, text: str) -> None:
    """Grouping, padding, colours, currencies and brackets of negative numbers change no figure."""
    seen = display(Decimal(value), code)

    assert (text, None) == (seen.text, seen.gap)


@pytest.mark.parametrize(
    ("value", "code", "text", "gap"),
    [
        ("96321", "#,##0,", "96", Gap.SCALED),
        ("1234567", "0.0,,", "1.2", Gap.SCALED),
        ("1500", '[>=1000]0.0,"k";0', "1.5k", Gap.SCALED),
        ("-1500", "0;-0,", "-2", Gap.SCALED),
        ("5", ";;;", "", Gap.NOTHING),
        ("0", "#,##0;-#,##0;", "", Gap.NOTHING),
        ("0", "#", "", Gap.NOTHING),
        ("0", '0;-0;"n/a"', "n/a", Gap.OTHER),
        ("5", '"see note"', "see note", Gap.OTHER),
        ("5", '0"5"', "55", Gap.DIGITS),
        ("55", "0\\.0", "5.5", Gap.DIGITS),
        ("55", "0\\ 0", "5 5", Gap.DIGITS),
        ("-5", "0;0", "5", Gap.SIGN),
        ("5", "-0", "-5", Gap.MINUS),
        ("5", '"–"0', "–5", Gap.MINUS),
        ("5", "[$€] -0", "€ -5", Gap.MINUS),
        ("5", "0-", "5-", Gap.MINUS),
        ("5", "(0)", "(5)", Gap.MINUS),
        ("5", '0"½"', "5½", Gap.DIGITS),
        ("5", '0 "thousand"', "5 thousand", Gap.MULTIPLIED),
        ("5", '0" млн"', "5 млн", Gap.MULTIPLIED),
        ("5", "0.0 [$ тыс. ₽]", "5.0  тыс. ₽", Gap.MULTIPLIED),
        ("5", "0[$k]", "5k", Gap.MULTIPLIED),
        ("5", "0 [$тыс-руб]", "5 тыс-руб", Gap.MULTIPLIED),
        ("5", "General[$m-409]", "5m", Gap.MULTIPLIED),
        ("5", "0[$‰]", "5‰", Gap.MULTIPLIED),
        ("0.12", "0%%", "1200%%", Gap.MULTIPLIED),
        ("5", "0[$%]", "5%", Gap.WORDS),
        ("5", "0[$0]", "50", Gap.DIGITS),
        ("5", "[$1]0", "15", Gap.DIGITS),
        ("5", "0*0", "50", Gap.DIGITS),
        ("164.111", "0", "164", Gap.ROUNDED),
        ("164.111", "0.0", "164.1", Gap.ROUNDED),
        ("0.554", "0%", "55%", Gap.ROUNDED),
        ("123456", "0.00E+00", "1.23E+05", Gap.ROUNDED),
        ("5", '"about "0', "about 5", Gap.WORDS),
        ("5", '0"*"', "5*", Gap.WORDS),
        ("5", '"<"0', "<5", Gap.BOUND),
        ("5", '"≥ "0', "≥ 5", Gap.BOUND),
        ("5", "~0", "~5", Gap.BOUND),
        ("5", '0"+"', "5+", Gap.BOUND),
        ("5", '0" ?"', "5 ?", Gap.BOUND),
        ("5", "+0;-0", "+5", None),
        ("5", "?0", "5", None),
        ("0.25", "# ?/?", "", Gap.UNKNOWN),
        ("123456", "##0.0E+0", "", Gap.UNKNOWN),
        ("5", "[White]0", "5", Gap.WHITE),
        ("5", "[color2] 0", "5", Gap.WHITE),
        ("-5", "[<0]0;0", "", Gap.UNKNOWN),
        ("1234", "0.0.0", "", Gap.UNKNOWN),
        ("1234567", "#.##0.00", "", Gap.UNKNOWN),
    ],
)
def test_what_is_shown_says_something_else(value: str, code: str, text: str, gap: Gap) -> None:
    """Formats that divide, hide, add or replace are told apart, in whichever section applies."""
    seen = display(Decimal(value), code)

    assert (text, gap) == (seen.text, seen.gap)


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False),
    st.integers(0, 4),
    st.sampled_from(["#,##0", "0"]),
)
def test_plain_formats_show_the_rounded_number(value: Decimal, places: int, whole: str) -> None:
    """Whatever the number, a plain format shows its digits, and differs exactly where it hides some."""
    code = whole + ("." + "0" * places if places else "")
    seen = display(value, code)
    shown = Decimal(seen.text.replace(",", ""))

    assert abs(shown - value) <= Decimal(5).scaleb(-places - 1)
    assert (shown != value) == (seen.gap is Gap.ROUNDED)


@given(st.integers(1, 10**12), st.integers(1, 3))
def test_a_format_that_divides_is_never_silent(value: int, times: int) -> None:
    """Each comma behind the digits divides by a thousand, with and without decimals."""
    assert display(Decimal(value), "0" + "," * times).gap is Gap.SCALED
    assert display(Decimal(value), "#,##0.0" + "," * times).gap is Gap.SCALED


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15), st.text(max_size=30))
def test_any_code_can_be_shown(value: Decimal, code: str) -> None:
    """No format ends in a traceback."""
    display(value, code)


@pytest.mark.parametrize("code", ["#,##0,", "0.0,,", ";;;", '0"5"', '0 "thousand"', '"n/a"'])
def test_a_figure_that_could_be_misread_is_refused(code: str) -> None:
    """What an agency sees and what is stored are two figures, and only the agency knows which one is meant."""
    assert [("RG190", Severity.ERROR)] == told(96_321, code)


def test_the_message_says_what_is_shown_and_what_is_held() -> None:
    """Both figures stand in the message, with the reason."""
    (found,) = read(with_looks((96_321, "#,##0,", ""))).diagnostics

    assert found.message == "the cell shows “96” and holds 96,321: its number format divides by 1,000"


@pytest.mark.parametrize(("value", "code"), [(164.111, "0"), (164.111, "0.0"), (5, '"about "0'), (0.25, "# ?/?")])
def test_a_figure_that_shows_less_or_more_is_warned_of(value: float, code: str) -> None:
    """What is stored is read, and the difference is told."""
    assert [("RG191", Severity.WARNING)] == told(value, code)
    assert [Decimal(str(value))] == figures(with_looks((value, code, "")))


@pytest.mark.parametrize("code", ["General", "0", "#,##0", "@", '0" cases"', "[Red]0", "0.00", "_-* #,##0_-"])
def test_a_figure_that_shows_itself_is_silent(code: str) -> None:
    """No false alarm, also where the format names the unit of the indicator."""
    assert told(164, code) == []


def test_a_typed_per_cent_sign_belongs_to_indicators_of_per_cent() -> None:
    """The format 0.0"%" shows a percentage without multiplying."""
    assert told(55.4, '0.0"%"', "per cent") == []
    assert [("RG157", Severity.ERROR)] == told(55.4, '0.0"%"')


def test_a_percentage_that_hides_digits_is_read_whole_and_said() -> None:
    """0.554 with the format 0% shows 55%, and is 55.4."""
    assert [("RG191", Severity.WARNING), ("RG158", Severity.INFO)] == told(0.554, "0%", "per cent")
    assert [Decimal("55.4")] == figures(with_looks((0.554, "0%", ""), unit="per cent"))


def test_formats_of_conditional_formatting_are_none_of_cells() -> None:
    """A format within dxfs has the number of a cell's format and another code: the cell shows per cent."""
    dxfs = '<dxf><font><strike/></font><numFmt numFmtId="165" formatCode="0.00"/></dxf>'

    data = with_looks((0.5, "0.0%", ""), (0.52, "0.0%", ""), (0.554, "0.0%", ""), unit="per cent", dxfs=dxfs)
    assert [Decimal(50), Decimal(52), Decimal("55.4")] == figures(data)


RULE = '<cfRule type="cellIs" dxfId="{}" priority="1" operator="greaterThan"><formula>1000</formula></cfRule>'


@pytest.mark.parametrize(
    ("rule", "code", "area", "shown"),
    [
        (RULE.format(1), "0,&quot;k&quot;", "C2:D2", "1k"),
        (RULE.format(1), "0,&quot;k&quot;", "A9 $C$1:$C$5", "1k"),
        (RULE.format(1), ";;;", "C2", ""),
        ('<cfRule type="iconSet" priority="1"><iconSet showValue="0"/></cfRule>', "0", "C2", ""),
        ('<cfRule type="dataBar" priority="1"><dataBar showValue="false"/></cfRule>', "0", "C2", ""),
        (RULE.format(1), "0,&quot;k&quot;", "D2:F2", None),
        (RULE.format(1), "#,##0", "C2", None),
        (RULE.format(0), "0,", "C2", None),
        (RULE.format(7), "0,", "C2", None),
        ('<cfRule type="iconSet" priority="1"><iconSet/></cfRule>', "0,", "C2", None),
    ],
)
def test_a_figure_that_conditional_formatting_may_show_otherwise(
    rule: str, code: str, area: str, shown: str | None
) -> None:
    """What the cell holds is read, and what it may show is said; colours, and formats that change nothing, are left."""
    found = [one for one in read(with_rule(rule, code, area)).diagnostics if one.code == "RG196"]

    assert [Decimal(1431)] == figures(with_rule(rule, code, area))
    assert ([] if shown is None else [f"may show “{shown}”"]) == [
        text for one in found for text in [f"may show “{shown}”"] if text in one.message
    ]
    assert len(found) == (shown is not None)


STARS = '<x14:cfRule type="iconSet"><x14:iconSet iconSet="3Stars" showValue="{}"/></x14:cfRule>'
ELSEWHERE = '<x14:cfRule type="expression"><x14:dxf><numFmt numFmtId="170" formatCode="{}"/></x14:dxf></x14:cfRule>'


@pytest.mark.parametrize(
    ("rule", "area", "count"),
    [
        (STARS.format(0), "C2", 1),
        (STARS.format(0), "D2 C1:C9", 1),
        (STARS.format(0), "D2", 0),
        (STARS.format(1), "C2", 0),
        (ELSEWHERE.format("0,&quot;k&quot;"), "C2", 1),
        (ELSEWHERE.format("#,##0"), "C2", 0),
        (STARS.format(1) + ELSEWHERE.format(";;;"), "C2", 1),
    ],
)
def test_rules_that_excel_writes_as_extensions_count_as_well(rule: str, area: str, count: int) -> None:
    """Stars, boxes, and conditions that look at another sheet."""
    data = with_rule(rule, "0", area, is_extension=True)

    assert [Decimal(1431)] == figures(data)
    assert count == [one.code for one in read(data).diagnostics].count("RG196")


def test_a_number_in_a_column_of_text_is_read_as_it_is_shown() -> None:
    """A code with noughts before it, and a percentage, say what the cell shows."""
    looks = {"xl/styles.xml": styles_xml(("0000", ""), ("0.0%", ""))}
    rows = (("Key", "Label", "Source", 2023), ("cases", styled(12, 1), styled(0.554, 2), 3))
    submission = read(book({**SHEETS, "Indicators": rows}, replace=looks)).submission

    assert submission is not None
    assert ("0012", "55.4%") == (submission.indicators["cases"].label, submission.indicators["cases"].source)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        *((code, "5") for code in ("General", "@", "0", "#,##0;-#,##0;0;@", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)')),
        ("0;-0", "5"),
        (";;;", ""),
        ("0;-0;0;", ""),
        ('@" тыс."', "5 тыс."),
        ('0;-0;0;@"0"', "50"),
        ('0;-0;0;"see note"', "see note"),
    ],
)
def test_what_is_shown_of_a_text(code: str, text: str) -> None:
    """The section with `@`, or the fourth, shows a text; without one it is shown as it is."""
    assert text == shown_text("5", code)


@pytest.mark.parametrize(("code", "codes"), [('@" тыс."', ["RG190"]), (";;;", ["RG190"]), ("@", ["RG158"])])
def test_a_figure_typed_as_text_is_what_its_cell_shows(code: str, codes: list[str]) -> None:
    """“5” under a format that makes “5 тыс.” of it is not read as 5, and nothing that is hidden is read."""
    typed = xlsx.Raw('<c s="1" t="inlineStr" {r}><is><t>5</t></is></c>')
    looks = {"xl/styles.xml": styles_xml((code, ""))}
    rows = (("Key", "Unit", 2023), ("cases", "case / cases", typed))
    result = read(book({**SHEETS, "Indicators": rows}, replace=looks))

    assert codes == [one.code for one in result.diagnostics]


@pytest.mark.parametrize(
    ("code", "period"),
    [("General", "2023"), ("0", "2023"), ("#,##0", "2023"), ('0"-H1"', "2023-H1")],
)
def test_a_head_is_the_period_that_it_shows(code: str, period: str) -> None:
    """A format may make another period of a year; who fills in the column sees that one."""
    rows = (("Key", "Unit", styled(2023, 1)), ("cases", "case / cases", 5))
    submission = read(
        book({**SHEETS, "Indicators": rows}, replace={"xl/styles.xml": styles_xml((code, ""))})
    ).submission

    assert submission is not None
    assert [period] == [str(one) for one in submission.indicators["cases"].values]


def test_a_head_that_shows_no_known_period_is_asked_about() -> None:
    """2023 that is shown as 2023/24 is not read as the year 2023."""
    rows = (("Key", "Unit", styled(2023, 1)), ("cases", "case / cases", 5))
    result = read(book({**SHEETS, "Indicators": rows}, replace={"xl/styles.xml": styles_xml(('0"/24"', ""))}))

    assert ["RG220"] == [one.code for one in result.diagnostics]
    assert "“2023/24”" in result.diagnostics[0].message


def test_a_style_that_is_not_there_has_no_look() -> None:
    """A workbook without styles has one style, the plain one."""
    styles = Styles(None)

    assert styles.look(0) is not None
    assert styles.look(1) is None


# ---- letters that nobody sees -----------------------------------------------------------------------------------

WHITE = '<color rgb="FFFFFFFF"/>'
FILLS = "<fills><fill/><fill>{}</fill></fills>"
SOLID = '<patternFill patternType="solid"><fgColor {}/></patternFill>'


def with_fill(font: str, fill: str) -> bytes:
    """A workbook with a figure in a font, upon a fill."""
    styles = styles_xml(("0", font)).replace("<cellXfs>", FILLS.format(fill) + "<cellXfs>")
    styles = styles.replace('fontId="1"', 'fontId="1" fillId="1"')
    return with_looks((1431, "0", font), replace={"xl/styles.xml": styles})


@pytest.mark.parametrize(
    ("font", "fill", "is_seen"),
    [
        (WHITE, None, False),
        ('<color rgb="FFFAFAFA"/>', None, False),
        ('<color theme="0"/>', None, False),
        ('<color indexed="9"/>', None, False),
        ('<color rgb="FF4472C4"/>', 'rgb="FF4472C4"', False),
        ('<color theme="4"/>', 'theme="4"', False),
        ("", 'theme="1"', False),
        ("", None, True),
        ("", 'rgb="FFFFFFFF"', True),
        ('<color rgb="FFFF0000"/>', None, True),
        ('<color theme="0" tint="-0.5"/>', None, True),
        ('<color theme="4"/>', 'theme="4" tint="0.8"', True),
        (WHITE, 'rgb="FF000000"', True),
        (WHITE, 'indexed="62"', True),
    ],
)
def test_letters_in_the_colour_of_the_cell_are_asked_about(font: str, fill: str | None, is_seen: bool) -> None:
    """White on white, or any colour upon itself; white letters on a dark ground are read like all others."""
    result = read(with_fill(font, SOLID.format(fill) if fill else ""))

    assert is_seen == ("RG237" not in [one.code for one in result.diagnostics])
    assert result.submission is not None
    assert is_seen == bool(result.submission.indicators["cases"].values)


@pytest.mark.parametrize(
    ("font", "fill", "is_seen"),
    [
        (WHITE, '<gradientFill><stop position="0"><color rgb="FF000000"/></stop></gradientFill>', True),
        (WHITE, '<patternFill patternType="darkGray"/>', True),
        ("", '<patternFill patternType="lightUp"><fgColor indexed="64"/><bgColor rgb="FFFFFF00"/></patternFill>', True),
        ("", '<patternFill patternType="gray125"><fgColor auto="1"/></patternFill>', True),
        ("", '<patternFill><fgColor rgb="FF000000"/></patternFill>', True),
        (WHITE, '<patternFill patternType="none"><fgColor rgb="FF000000"/></patternFill>', False),
    ],
)
def test_the_first_colour_of_a_fill_is_the_ground_of_a_solid_one_alone(font: str, fill: str, *, is_seen: bool) -> None:
    """Of a hatched one it is the lines, and of none it is not drawn; what lies under letters on a gradient is open."""
    assert ([1431] if is_seen else []) == figures(with_fill(font, fill))


def test_a_reply_in_white_letters_is_asked_about() -> None:
    """A text is printed as a figure is."""
    rows = (("Issue", "Text"), (1, xlsx.Raw('<c s="1" t="inlineStr" {r}><is><t>Draft, not for sending.</t></is></c>')))
    result = read(book({**SHEETS, "Replies": rows}, replace={"xl/styles.xml": styles_xml(("General", WHITE))}))

    assert [("RG237", "B2")] == [(one.code, one.place.cell) for one in result.diagnostics if one.place]


@pytest.mark.parametrize(
    ("view", "cell", "expected"),
    [
        ('showZeros="0"', 0, []),
        ('showZeros="false"', xlsx.Raw("<c {r}><f>A9</f><v>0</v></c>"), []),
        ('showZeros="0"', 5, [5]),
        ('showZeros="1"', 0, [0]),
        ("", 0, [0]),
    ],
)
def test_a_nought_that_the_sheet_does_not_show_is_asked_about(view: str, cell: xlsx.Cell, expected: list[int]) -> None:
    """The agency sees an empty cell, and “no cases” would be printed."""
    rows = (("Key", "Unit", 2020), ("cases", "case / cases", cell))
    sheet = xlsx.sheet_xml(rows).replace("<sheetData>", f"<sheetViews><sheetView {view}/></sheetViews><sheetData>")
    data = book({**SHEETS, "Indicators": rows}, replace={"xl/worksheets/sheet3.xml": sheet})

    assert expected == figures(data)
    assert ([] if expected else ["RG237"]) == [one.code for one in read(data).diagnostics]


@pytest.mark.parametrize(
    ("dxf", "count"),
    [
        ('<dxf><font><color rgb="FFFFFFFF"/></font></dxf>', 1),
        ('<dxf><font><color theme="0"/></font><numFmt numFmtId="170" formatCode="0"/></dxf>', 1),
        ('<dxf><font><color theme="0"/></font><fill><patternFill><bgColor theme="4"/></patternFill></fill></dxf>', 0),
        ('<dxf><font><color rgb="FFFF0000"/></font></dxf>', 0),
        ("<dxf><font><strike/></font></dxf>", 1),
        ('<dxf><font><b/><strike val="1"/><color rgb="FFFF0000"/></font><numFmt formatCode="0"/></dxf>', 1),
        ('<dxf><font><strike/><color theme="0"/></font><fill><patternFill/></fill></dxf>', 1),
        ('<dxf><font><strike val="0"/></font></dxf>', 0),
        ('<dxf><border><left><color rgb="FFFFFFFF"/></left></border></dxf>', 0),
    ],
)
def test_conditional_formatting_that_hides_or_strikes_out_a_figure_is_told(dxf: str, count: int) -> None:
    """It is how noughts and errors are often hidden; on a ground of its own it is but a mark."""
    rows = (("Key", "Unit", 2020), ("cases", "case / cases", 1431))
    rule = '<conditionalFormatting sqref="C2"><cfRule dxfId="0"/></conditionalFormatting></worksheet>'
    sheet = xlsx.sheet_xml(rows).replace("</worksheet>", rule)
    parts = {"xl/styles.xml": styles_xml(("0", ""), dxfs=dxf), "xl/worksheets/sheet3.xml": sheet}
    data = book({**SHEETS, "Indicators": rows}, replace=parts)

    assert [1431] == figures(data)
    assert count == [one.code for one in read(data).diagnostics].count("RG196")


@pytest.mark.parametrize("count", [CONDITIONAL_AREAS, CONDITIONAL_AREAS + 1])
def test_conditional_formatting_beyond_what_is_looked_at_is_said(count: int) -> None:
    """The last of the areas is that of the figure."""
    areas = " ".join([*(f"Z{row}" for row in range(1, count)), "C2"])
    found = [one.code for one in read(with_rule(RULE.format(1), ";;;", areas)).diagnostics]

    assert (["RG196"] if count == CONDITIONAL_AREAS else ["RG238"]) == found
