"""What reads from left to right in a text from right to left is isolated, and nothing is lost or put elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import tree
from reportgen.document.direction import (
    is_right_to_left,
    isolate,
    isolate_document,
    split_isolates,
    without_marks,
)


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("انظر CCPR/C/KAZ/3، الفقرة 5.", ["CCPR/C/KAZ/3"]),
        ("(A/RES/67/187)", ["A/RES/67/187"]),
        ("A/RES/68/268.", ["A/RES/68/268"]),
        ("لجنة Human Rights Committee، ثم UNDP 25", ["Human Rights Committee", "UNDP"]),
        ("انظر CCPR/C/KAZ/CO/2, paras. 5–7، ثم 8", ["CCPR/C/KAZ/CO/2, paras. 5–7"]),
        ("(انظر Criminal Code, art. 14 (1))", ["Criminal Code, art. 14 (1)"]),
        ("منظمة Amnesty International (London) (2019)", ["Amnesty International (London)"]),
        ("مثل UNDP; WHO وUNHCR", ["UNDP; WHO", "UNHCR"]),
        ("من UNDP. 25 شخصاً، وNo. 7 (UNDP", ["UNDP", "No. 7", "UNDP"]),
        ("من −5 إلى -3.5", ["−5", "-3.5"]),
        ("بنسبة 77.18% أو 5 %", ["77.18%", "5 %"]),
        ("بنسبة −1.5%", ["−1.5%"]),
        ("الهاتف +7-717-274-55", ["+7-717-274-55"]),
        ("بتاريخ 2023-05-01 و2023-05-02", ["2023-05-01", "2023-05-02"]),
        ("و−1.5% و-5 وب+7-717-274", ["−1.5%", "-5", "+7-717-274"]),
        ("كوفيد-19 وA-5", ["A-5"]),
        ("في covid-19 و3D", ["covid-19", "3D"]),
        ("http://a.org/x?y=1 وما بعده", ["http://a.org/x?y=1"]),
        ("1 June 2024", ["1 June 2024"]),
        ("Arabic, English and French only", ["Arabic, English and French only"]),
        ("Казахстан و哈萨克斯坦", ["Казахстан", "哈萨克斯坦"]),
        ("بلغ 1 058 شخصاً، ثم 12 345 678.5", ["1 058", "12 345 678.5"]),
        ("1 058", ["1 058"]),
        ("بلغ 1’058 أو 1'058'000 و5’ و1½", ["1’058", "1'058'000", "1½"]),
        ("الهاتف +7 717 274 55 10 أو +7-717-274", ["+7 717 274 55 10", "+7-717-274"]),
        ("1\u2009058 و2\u2007100", ["1\u2009058", "2\u2007100"]),
        ("من −1 058 إلى -12 345", ["−1 058", "-12 345"]),
        ("بنسبة 1 058 %", ["1 058 %"]),
        ("في عام 2023 165 شخصاً، و12 34 و1 0580", []),
        ("في عام 2023 165%", ["165%"]),
        ("بين 1 058-2 100 و900–1 000", ["1 058", "2 100", "1 000"]),
        ("بنسبة 50%-60% و5 %–7 %", ["50%", "60%", "5 %", "7 %"]),
        ("1\u00a0058 شخصاً و22.5 في المائة", []),
        ("المادة 29(1) والفقرة 5-", []),
        ("1-", []),
        ("", []),
    ],
)
def test_pieces_from_left_to_right_are_isolated(text: str, isolated: list[str]) -> None:
    """Words, symbols, signs and chains of numbers; not plain numbers, which stay whole by themselves."""
    assert isolated == [piece for piece, is_left in split_isolates(isolate(text)) if is_left]
    assert text == without_marks(isolate(text))


@pytest.mark.parametrize(
    "text", ["2020-2023", "2020–2023", "1 058-2 100", "الفترة 2020-2023", "مكتب UNDP 5–7", "12-30 تموز/يوليه"]
)
def test_a_range_reads_as_the_text_around_it(text: str) -> None:
    """Its first number stands at the right whatever is before it: the mark between them is no part of a number."""
    written = isolate(text)

    assert written.count("\ufdd2") == 2
    assert text == without_marks(written)


@given(st.text("اب 12.,-–−%/()CK\u00a0\u2066\u2069\u200f\ufdd0\ufdd1", max_size=30))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    """Whatever a text holds, it is the same without the marks, and every isolate is closed."""
    written = isolate(text)

    assert without_marks(text) == without_marks(written)
    assert without_marks(text) == "".join(without_marks(piece) for piece, _ in split_isolates(written))
    depth = 0
    for letter in written:
        depth += {"\ufdd0": 1, "\ufdd1": -1}.get(letter, 0)
        assert 0 <= depth <= 1
    assert depth == 0


@pytest.mark.parametrize(("tag", "turned"), [("ar-SA", True), ("ar", True), ("en-GB", False), ("zh-CN", False)])
def test_only_documents_from_right_to_left_are_changed(tag: str, *, turned: bool) -> None:
    """An English document that cites an Arabic law keeps its text."""
    paragraph = tree.Paragraph((tree.Text("قانون CCPR/C/KAZ/3"), tree.Figure("−5", "x", (), (), ())))
    document = tree.Document("", "", tag, (), (paragraph,))

    assert turned == is_right_to_left(tag)
    assert (isolate_document(document) == document) == (not turned)


def test_lists_at_the_beginning_are_isolated() -> None:
    """Abbreviations and the headings in the list of contents."""
    entry = tree.ContentsEntry(tree.Level.PART, "ألف-", (tree.Text("مكتب UNDP"),), "x")
    blocks = (
        tree.Contents((tree.Text("المحتويات"),), entries=(entry,)),
        tree.Abbreviations((tree.Text("المختصرات"),), (tree.Abbreviation("UNDP", "برنامج"),)),
    )
    contents, abbreviations = isolate_document(tree.Document("", "", "ar", (), blocks)).blocks

    assert isinstance(contents, tree.Contents)
    assert contents.entries[0].children == (tree.Text("مكتب \ufdd0UNDP\ufdd1"),)
    assert isinstance(abbreviations, tree.Abbreviations)
    assert abbreviations.entries[0].short == "\ufdd0UNDP\ufdd1"
