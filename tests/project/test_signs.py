"""Signs that are not what they look like: invisible ones, digits of other scripts, letters apart from their marks."""

import unicodedata
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsx
from hypothesis import given
from hypothesis import strategies as st
from xlsx import Rows, book, with_value, zipped

from reportgen.files.text import composed
from reportgen.project import read_project, read_submission
from reportgen.project.numbers import DecimalSign, MixedDigits, ReadFigure, Unclear, read_number
from reportgen.project.yaml import read_yaml

SCRIPTS = {"Arabic": "٠", "Persian": "۰", "Devanagari": "०", "Bengali": "০", "full width": "\uff10"}
"""The nought of some scripts."""


PROJECT = {
    "report.yaml": "state: {name: Exampleland, code: EXA}\ntreaty: ccpr\ncycle: 3\nsymbol: CCPR/C/EXA/3\n"
    "dates: {due: 2024}\nreporting_years: [2022, 2023]\n",
    "issues.yaml": "parts: [{title: General, themes: [{issues: [{number: 1, text: What, agencies: [health]}]}]}]\n",
    "agencies.yaml": "agencies: [{code: health, name: Ministry of Health}]\n",
}
"""A sound project without submissions."""


def project(root: Path, name: str, submission: bytes) -> Path:
    """A project with one submission."""
    (root / "submissions").mkdir()
    for file, content in PROJECT.items():
        (root / file).write_text(content)
    (root / "submissions" / name).write_bytes(submission)
    return root


def told(data: bytes) -> list[str]:
    """The codes of what is said of a workbook."""
    return [one.code for one in read_submission(data, "x.xlsx").diagnostics]


def figure(text: str) -> Decimal | None:
    """What a figure is read as."""
    submission = read_submission(with_value(text), "x.xlsx").submission

    assert submission is not None
    return next(iter(submission.indicators["cases"].values.values())).value


def written(digits: str, nought: str) -> str:
    """Digits in another script."""
    return "".join(chr(ord(nought) + int(digit)) if digit.isdecimal() else digit for digit in digits)


# ---- figures ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sign",
    list("\u200e\u200f\u061c\ufeff\u200b\u200c\u200d\u2060\u00ad\u202a\u202b\u202c\u2066\u2069\u034f\ufe0f"),
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_an_invisible_sign_is_taken_out_of_a_figure_and_said(sign: str) -> None:
    """Wherever it stands in the figure."""
    for text in (f"{sign}6{sign}", f"1{sign}058", f"-{sign}5"):
        assert ["RG113", "RG158"] == told(with_value(text))
    assert figure(f"{sign}-{sign}1 0{sign}58") == Decimal(-1058)


@pytest.mark.parametrize("sign", "\u202d\u202e")
def test_a_sign_that_turns_digits_around_is_refused(sign: str) -> None:
    """Behind it, 12 is shown as 21."""
    assert "RG112" in told(with_value(f"{sign}12"))


@pytest.mark.parametrize("nought", SCRIPTS.values(), ids=SCRIPTS)
@given(value=st.integers(0, 10**12))
def test_digits_of_any_script_are_read(nought: str, value: int) -> None:
    """Every script's digits are worth the same."""
    assert read_number(written(str(value), nought)) == ReadFigure(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [
        ("٥٥٫٤٪", "55.4", True),
        ("١٬٠٥٨", "1058", False),
        ("١٬٠٥٨٫٥", "1058.5", False),
        ("٥٫١٢٣", "5.123", False),  # the Arabic decimal sign has one reading
        ("-٥", "-5", False),
        ("１２．５％", "12.5", True),
        ("۱۲۳", "123", False),
    ],
)
def test_signs_beside_digits_of_other_scripts_are_read(text: str, value: str, *, percent: bool) -> None:
    """Decimal signs, signs between thousands and per cent signs of the script belong to the figure."""
    assert read_number(text) == ReadFigure(Decimal(value), percent)


def test_a_point_between_digits_of_another_script_has_two_readings_as_ever() -> None:
    """A comma or a point is no clearer for the script of its digits."""
    assert read_number("١.٢٣٤") == Unclear(Decimal(1234), Decimal("1.234"))
    assert read_number("١.٢٣٤", DecimalSign.COMMA) == ReadFigure(Decimal(1234))


@pytest.mark.parametrize("text", ["1٦", "٦۶", "１2", "१٢"])
def test_digits_of_two_scripts_are_refused(text: str) -> None:
    """They come from two sources."""
    assert read_number(text) == MixedDigits()
    assert ["RG192"] == told(with_value(text))


def test_what_was_read_of_another_script_is_said() -> None:
    """The remark shows both."""
    (found,) = read_submission(with_value("٦"), "x.xlsx").diagnostics

    assert ("RG158", "“٦” was read as 6") == (found.code, found.message)


# ---- letters and their marks ------------------------------------------------------------------------------------


@given(st.text())
def test_composed_text_is_in_nfc_and_knows_where_it_stood(text: str) -> None:
    """The positions lead from the first character to the end, in order."""
    found, origins = composed(text)

    assert unicodedata.normalize("NFC", text) == found
    assert len(origins) == len(found) + 1
    assert list(origins) == sorted(origins)
    assert (origins[0], origins[-1]) == (0, len(text))


@given(st.lists(st.sampled_from(["e\u0301", "x", "\u1112\u1161\u11ab", "\u0130", "u\u0308\u0304"])))
def test_each_composed_letter_stands_where_its_first_part_stood(letters: list[str]) -> None:
    """Also where a letter is made of three."""
    _, origins = composed("".join(letters))

    assert [len("".join(letters[:place])) for place in range(len(letters) + 1)] == list(origins)


def test_all_texts_of_a_workbook_are_in_nfc() -> None:
    """Replies, labels and contacts."""
    sheets: dict[str, Rows] = {
        **xlsx.SHEETS,
        "About": (("Agency", "health"), ("Contact", "Andre\u0301")),
        "Replies": (("Issue", "Text"), (1, "Re\u0301ponse")),
        "Indicators": (("Key", "Label", 2023), ("cases", "de\u0301ce\u0300s", 3)),
    }
    submission = read_submission(book(sheets), "x.xlsx").submission

    assert submission is not None
    assert ("André", "Réponse", "décès") == (
        submission.contact,
        submission.replies[0].text,
        submission.indicators["cases"].label,
    )


def test_yaml_is_in_nfc_and_its_places_are_those_of_the_file() -> None:
    """The column of a character counts what stands in the file, not what was made of it."""
    text = "replies:\n  - text: |\n      e\u0301e\u0301 {{ x }}\n      plain\n"
    read = read_yaml(text.encode(), "a.yaml")

    assert read.data == {"replies": [{"text": "éé {{ x }}\nplain\n"}]}
    first = read.places.character(("replies", 0, "text", 0), 3)
    second = read.places.character(("replies", 0, "text", 1), 3)
    assert first is not None
    assert second is not None
    assert ((3, 12), (4, 10)) == ((first.line, first.column), (second.line, second.column))
    assert text.split("\n")[2][11] == "{"


# ---- dates ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "is_far"),
    [
        ("2021-12-31", True),
        ("2022-01-01", False),
        ("2024-01-31", False),
        ("2027-12-31", False),
        ("2028-01-01", True),
        ("2224-02-01", True),
        ("1924-02-01", True),
    ],
)
def test_a_date_far_from_the_report_is_asked_about(day: str, tmp_path: Path, *, is_far: bool) -> None:
    """The report covers 2022 and 2023 and is due in 2024: from the last year but one to three years after."""
    found = read_project(project(tmp_path, "health.yaml", f"agency: health\ndate: {day}\n".encode())).diagnostics

    assert (["RG193"] if is_far else []) == [one.code for one in found]


def test_a_date_of_the_other_calendar_is_asked_about(tmp_path: Path) -> None:
    """A workbook that lost its mark of 1904 shows dates four years and a day later."""
    days = (date(2024, 1, 31) - date(1904, 1, 1)).days
    about: Rows = (("Agency", "health"), ("Date", xlsx.styled(days, 1)))
    data = book({**xlsx.SHEETS, "About": about})
    found = read_project(project(tmp_path, "health.xlsx", data)).diagnostics

    assert [("RG193", "B2")] == [(one.code, one.place.cell if one.place else None) for one in found]
    assert "covers 2022 to 2023 and is due in 2024" in found[0].message


# ---- files under another name -----------------------------------------------------------------------------------


def zip_of(**entries: bytes) -> bytes:
    """A zip of some entries, named by words whose double underscore is a point."""
    return zipped({name.replace("__", "."): content for name, content in entries.items()})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zip_of(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet (.ods)"),
        (zip_of(mimetype=b"application/vnd.oasis.opendocument.spreadsheet-template"), "OpenDocument spreadsheet"),
        (zip_of(mimetype=b"application/vnd.oasis.opendocument.text"), "an OpenDocument text (.odt)"),
        (zipped({"Index/Document.iwa": b"x"}), "Numbers"),
        (b"%PDF-1.7", "a PDF"),
        (b"Key;2023\ncases;5\n", "CSV"),
        (b"<html><table>", "a web page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003"),
        (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">', "(.fods"),
    ],
)
def test_a_file_of_another_program_is_called_what_it_is(data: bytes, kind: str) -> None:
    """The name says .xlsx, and the content counts."""
    (found,) = read_submission(data, "interior.xlsx").diagnostics

    assert found.code == "RG131"
    assert kind in found.message
    assert ".xlsx" in (found.hint or "")


def test_a_zip_that_names_no_program_is_damaged() -> None:
    """An entry called mimetype that says nothing known is no sign of OpenDocument."""
    with zipfile.ZipFile(BytesIO(book())) as archive:
        assert "mimetype" not in archive.namelist()
    assert ["RG132"] == told(zip_of(mimetype=b"text/plain"))
