"""Marks of typesetting in cells: raised, lowered and struck-out characters in figures and in texts."""

from decimal import Decimal
from html import unescape

import pytest
import xlsx
from hypothesis import given
from hypothesis import strategies as st
from xlsx import LOWERED, RAISED, STRUCK, Raw, Rows, book, codes, read, rich, with_indicators, with_looks, with_value

from reportgen.compose.markdown import parse_markdown
from reportgen.project.rich import PLAIN, FontMark, StyledRun, as_characters, as_markdown

UP, DOWN = FontMark(raised=1), FontMark(raised=-1)


def figure(data: bytes) -> Decimal | None:
    """The first value of the one indicator of a workbook."""
    submission = read(data).submission

    assert submission is not None
    return next(iter(submission.indicators["cases"].values.values())).value


def reply(*runs: tuple[str, str]) -> str:
    """The text of a reply that is typed in runs."""
    submission = read(book({**xlsx.SHEETS, "Replies": (("Issue", "Text"), (1, rich(*runs)))})).submission

    assert submission is not None
    return submission.replies[0].text


def shared(*runs: tuple[str, str]) -> bytes:
    """A workbook whose figure is a shared text in runs."""
    data = dict(
        xlsx.parts_of({**xlsx.SHEETS, "Indicators": (("Key", 2023), ("cases", Raw('<c t="s" {r}><v>0</v></c>')))})
    )
    strings = "".join(xlsx.run_xml(*run) for run in runs)
    data["xl/sharedStrings.xml"] = f'<sst xmlns="{xlsx.MAIN}"><si>{strings}</si></sst>'
    relation = (
        '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    )
    name = "xl/_rels/workbook.xml.rels"
    data[name] = data[name].replace("</Relationships>", relation)
    return xlsx.zipped(data)


# ---- figures ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [RAISED, LOWERED])
@pytest.mark.parametrize("text", ["1", "a", "*"])
def test_a_raised_mark_is_no_digit_of_a_figure(mark: str, text: str) -> None:
    """“5¹” is not 51, in texts in place and in shared ones."""
    assert [("RG189", "C2")] == codes(with_value(rich(("5", ""), (text, mark))))
    assert [("RG189", "B2")] == codes(shared(("5", ""), (text, mark)))


def test_the_message_names_figure_mark_and_the_column_of_notes() -> None:
    """The official learns what was seen and where the note belongs."""
    (found,) = read(with_value(rich(("5", ""), ("1", RAISED)))).diagnostics

    assert "“51” has the raised or lowered “1” beside the figure “5”" == found.message
    assert "“2020 note”" in (found.hint or "")


@pytest.mark.parametrize("text", ["5¹", "5 ⁽²⁾", "10⁶", "1 058³", "5₂", "⁵ 5"])
def test_marks_typed_as_characters_are_seen(text: str) -> None:
    """Unicode's own raised characters are marks as well."""
    assert [("RG189", "C2")] == codes(with_value(text))


@pytest.mark.parametrize("text", ["⁵", "⁵⁰"])
def test_a_figure_of_raised_characters_alone_is_no_number(text: str) -> None:
    """Nobody knows what it marks."""
    assert [("RG154", "C2")] == codes(with_value(text))


def test_struck_out_digits_are_no_digits() -> None:
    """“~~512~~ 498” is not 512498."""
    assert [("RG188", "C2")] == codes(with_value(rich(("512", STRUCK), (" 498", ""))))
    assert [("RG188", "B2")] == codes(shared(("512", STRUCK), (" 498", "")))


@pytest.mark.parametrize(("font", "code"), [(STRUCK, "RG188"), (RAISED, "RG189")])
def test_the_font_of_a_whole_cell_counts(font: str, code: str) -> None:
    """A number that is struck out as a whole is told at its cell."""
    assert [(code, "C2")] == codes(with_looks((431, "0", font)))
    assert [(code, "C2")] == codes(with_looks((0.5, "0%", font), unit="per cent"))


@pytest.mark.parametrize(
    "runs",
    [
        (("5", "<b/>"), ("1", '<color rgb="FFFF0000"/>')),
        (("5", '<vertAlign val="baseline"/>'), ("1", '<strike val="0"/>')),
        (("51", ""), (" ", STRUCK)),
        (("51", ""), ("\n", RAISED)),
    ],
)
def test_other_looks_change_no_figure(runs: tuple[tuple[str, str], ...]) -> None:
    """Bold, colours, switches that are off, and marks of nothing but space are no marks."""
    assert Decimal(51) == figure(with_value(rich(*runs)))


def test_a_run_with_a_font_of_its_own_leaves_that_of_the_cell() -> None:
    """In a cell whose font is struck out, a run with its own font stands."""
    run = f'<c s="1" t="inlineStr" {{r}}><is>{xlsx.run_xml("5", "<b/>")}</is></c>'
    struck = f'<c s="1" t="inlineStr" {{r}}><is>{xlsx.run_xml("5")}</is></c>'
    styles = {"xl/styles.xml": xlsx.styles_xml(("General", STRUCK))}

    def told_of(cell: str) -> list[str]:
        rows: Rows = (("Key", 2023), ("cases", Raw(cell)))
        return [code for code, _ in codes(book({**xlsx.SHEETS, "Indicators": rows}, replace=styles))]

    assert ["RG158"] == told_of(run)
    assert ["RG188"] == told_of(struck)


# ---- what a cell holds ------------------------------------------------------------------------------------------


def test_only_the_text_in_place_counts_in_an_inline_string() -> None:
    """A value beside it is not read."""
    assert Decimal(5) == figure(with_value(Raw('<c t="inlineStr" {r}><is><t>5</t></is><v>5</v></c>')))
    assert Decimal(5) == figure(with_value(Raw('<c t="inlineStr" {r}><v>9</v><is><t>5</t></is></c>')))


@pytest.mark.parametrize("cell", ['<c t="inlineStr" {r}><v>5</v></c>', "<c {r}><is><t>5</t></is></c>"])
def test_a_value_in_the_wrong_element_is_refused(cell: str) -> None:
    """What other programs may show or not is not guessed at, and not passed over."""
    assert [("RG156", "C2")] == codes(with_value(Raw(cell)))
    assert [("RG154", "C2")] == codes(with_value(Raw(cell.replace("5", "five"))))


def test_a_value_wins_over_a_text_in_place_in_other_cells() -> None:
    """Only inline strings have their text in `is`."""
    assert Decimal(7) == figure(with_value(Raw("<c {r}><v>7</v><is><t>5</t></is></c>")))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("<c {r}><f>1+1</f><v>0</v></c>", "RG187"),
        ("<c {r}><f>1+1</f><v>0.0</v></c>", "RG187"),
        ("<c {r}><f>1+1</f></c>", "RG151"),
        ('<c t="str" {r}><f>A1</f><v></v></c>', "RG151"),
    ],
)
def test_a_formula_that_was_never_calculated_is_no_nought(cell: str, code: str) -> None:
    """Where the file asks for calculation on load, a nought beside a formula is what a program wrote unasked."""
    rows: Rows = (("Key", 2023), ("cases", Raw(cell)))

    assert [(code, "B2")] == codes(with_indicators(*rows, calculates_on_load=True))


@pytest.mark.parametrize("cell", ["<c {r}><f>1+1</f><v>2</v></c>", "<c {r}><v>0</v></c>"])
def test_a_result_and_a_typed_nought_stand(cell: str) -> None:
    """Also in a file that asks for calculation on load."""
    assert codes(with_indicators(("Key", 2023), ("cases", Raw(cell)), calculates_on_load=True)) == []


@pytest.mark.parametrize("calculates", [False, True])
def test_a_formula_that_gave_no_text_has_no_figure(*, calculates: bool) -> None:
    """An empty text is the result of a formula, unless the file asks for calculation on load."""
    rows: Rows = (("Key", 2023), ("cases", Raw('<c t="str" {r}><f>A1</f><v></v></c>')))

    assert ([("RG151", "B2")] if calculates else []) == codes(with_indicators(*rows, calculates_on_load=calculates))


def test_a_nought_that_was_calculated_stands() -> None:
    """Excel drops the wish for calculation when it saves."""
    assert Decimal(0) == figure(with_value(Raw("<c {r}><f>A1</f><v>0</v></c>")))


# ---- texts ------------------------------------------------------------------------------------------------------


def test_raised_and_lowered_words_of_a_reply_are_kept() -> None:
    """They become light Markdown, which every output prints."""
    assert "12 km^2^ of CO~2~, 1^st^ *part*" == reply(
        ("12 km", ""), ("2", RAISED), (" of CO", ""), ("2", LOWERED), (", 1", ""), ("st", RAISED), (" *part*", "")
    )


def test_struck_out_words_of_a_reply_are_refused() -> None:
    """The error stands at the cell and shows the words."""
    replies: Rows = (("Issue", "Text"), (1, rich(("The Ministry ", ""), ("does not keep", STRUCK), (" keeps it.", ""))))
    (found,) = read(book({**xlsx.SHEETS, "Replies": replies})).diagnostics

    assert ("RG188", "B2", "“does not keep” is struck out") == (
        found.code,
        found.place and found.place.cell,
        found.message,
    )


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("About", (("Agency", "health"), ("Contact", rich(("A.", STRUCK))))),
        ("Replies", (("Issue", "Nothing to add", "Text"), (2, rich(("yes", STRUCK))), (1, None, "Text."))),
        ("Indicators", (("Key", rich(("2022", STRUCK))), ("cases", 3))),
    ],
)
def test_struck_out_words_are_refused_on_every_sheet(sheet: str, rows: Rows) -> None:
    """A struck-out contact is none, a struck-out “yes” no answer, a struck-out year no head."""
    submission = read(data := book({**xlsx.SHEETS, sheet: rows})).submission

    assert [("RG188", "B1" if sheet == "Indicators" else "B2")] == codes(data)
    assert submission is None or () == submission.nothing_to_add


def test_a_struck_out_date_is_shown_as_a_date() -> None:
    """Not as the number of its day."""
    cell = Raw('<c s="1" {r}><v>45327</v></c>')
    styles = {"xl/styles.xml": xlsx.styles_xml(("yyyy-mm-dd", STRUCK))}
    about: Rows = (("Agency", "health"), ("Date", cell))
    (found,) = read(book({**xlsx.SHEETS, "About": about}, replace=styles)).diagnostics

    assert "“2024-02-05” is struck out" == found.message


def test_labels_have_unicodes_own_characters() -> None:
    """A label is printed within sentences, as plain text."""
    rows: Rows = (("Key", "Label", 2023), ("cases", rich(("forest, km", ""), ("2", RAISED)), 3))
    submission = read(with_indicators(*rows)).submission

    assert submission is not None
    assert "forest, km²" == submission.indicators["cases"].label
    assert [("RG195", "B2")] == codes(
        with_indicators(("Key", "Label", 2023), ("cases", rich(("cases", ""), ("est", RAISED)), 3))
    )


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((StyledRun("see ["), StyledRun("1", UP), StyledRun("]")), "see \\[^1^]"),
        ((StyledRun("a\\"), StyledRun("1", UP)), "a\\\\^1^"),
        ((StyledRun("2^10 and x"), StyledRun("2", UP)), "2\\^10 and x^2^"),
        ((StyledRun("km^2^ and m"), StyledRun("3", UP)), "km^2^ and m^3^"),
        ((StyledRun("x"), StyledRun("a b", UP)), "x^a^ ^b^"),
        ((StyledRun("x"), StyledRun("a^b~c", UP)), "x^a\\^b\\~c^"),
        ((StyledRun("x"), StyledRun("{{ victims | at(2023) }}", UP)), "x^{{ victims | at(2023) }}^"),
        ((StyledRun("x"), StyledRun("{{ v | each('in {year}') }}", UP)), "x^{{ v | each('in {year}') }}^"),
    ],
)
def test_what_is_literal_stays_so_beside_raised_words(runs: tuple[StyledRun, ...], markdown: str) -> None:
    """Signs that would begin or end a mark are escaped, whole marks and references are not."""
    assert markdown == as_markdown(runs)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.text("ab 1[\\(", max_size=6), st.just(PLAIN)),
            st.tuples(st.text("ab 1^~\\[]*<", max_size=6), st.just(UP)),
        ),
        max_size=5,
    )
)
def test_markdown_raises_the_words_that_were_raised(pieces: list[tuple[str, FontMark]]) -> None:
    """Whatever stands in them and around them, raised words come out raised, and no others do."""
    runs = [StyledRun("x", PLAIN), *(StyledRun(text, mark) for text, mark in pieces)]
    html = "".join(str(block) for block in parse_markdown(as_markdown(runs), ()).blocks)

    wanted = "".join(run.text for run in runs if run.mark == UP)
    found = "".join(piece.partition("</sup>")[0] for piece in html.split("<sup>")[1:])
    assert wanted.replace(" ", "") == unescape(found)


def test_characters_that_unicode_does_not_raise_are_said() -> None:
    """Digits and a few signs have raised forms; letters have none that every font shows."""
    assert "km²" == as_characters([StyledRun("km"), StyledRun("2", UP)])
    assert "CO₂" == as_characters([StyledRun("CO"), StyledRun("2", DOWN)])
    assert as_characters([StyledRun("1"), StyledRun("st", UP)]) is None
