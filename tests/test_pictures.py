"""Pictures of agencies' texts: printed in every format with what they show, or named at their line."""

import base64
import io
import re
from pathlib import Path

import page as ua
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from PIL import ExifTags, Image
from project import JUSTICE, make_project
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from word_file import Word

from reportgen import build
from reportgen.document.tree import Paragraph, Picture
from reportgen.document.walk import plain_text
from reportgen.limits import PICTURE_PIXELS
from reportgen.project.pictures import check_picture
from reportgen.results import Built
from reportgen.writers.picture_size import size_of

SHOWS = "Map of the regions, “A” & B"
LINE = f'![{SHOWS}](courts.png "Courts in {{{{ victims | last_period }}}}")'


def picture(width: int = 40, height: int = 20, kind: str = "PNG") -> bytes:
    """A file of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#88aadd").save(buffer, kind)
    return buffer.getvalue()


def project(root: Path, *paragraphs: str, **files: bytes) -> Path:
    """A project whose first reply goes on with paragraphs; files by their names, with `_` for `.`."""
    text = JUSTICE + "".join(f"\n      {one}\n" for one in paragraphs)
    made = make_project(root, submissions__justice_yaml=text)
    (root / "pictures").mkdir()
    for name, data in files.items():
        (root / "pictures" / name.replace("_", ".")).write_bytes(data)
    return made


def codes(made: Built) -> list[tuple[str, str]]:
    """What is said, with the line and column."""
    return [(one.code, str(one.place).rpartition(".yaml:")[2]) for one in made.diagnostics if one.code != "RG306"]


@pytest.fixture
def mapped(tmp_path: Path) -> Built:
    """A project with a picture, built in all formats."""
    made = build(project(tmp_path, LINE, "More words.", courts_png=picture()), ["docx", "html", "pdf", "json"])

    assert made.files, made.diagnostics
    assert [] == codes(made)
    return made


def test_a_picture_stands_where_its_line_stood(mapped: Built) -> None:
    """Between the paragraphs, with its title, in which references are read; the manifest has its file."""
    document = mapped.checked.document
    assert document is not None
    first, shown, last = [block for block in document.blocks if isinstance(block, Paragraph | Picture)][:3]

    assert isinstance(shown, Picture)
    assert ("Courts in 2023", SHOWS, 40, 20) == (plain_text(shown.children), shown.shows, shown.width, shown.height)
    assert [1, 2] == [one.number for one in (first, last) if isinstance(one, Paragraph)]
    assert b'"pictures/courts.png"' in mapped.files["manifest.json"]
    assert b'"kind": "picture"' in mapped.files["CCPR-C-ARC-2.json"]


def test_the_page_holds_the_picture_itself(mapped: Built) -> None:
    """As data, with its alternative text, and the policy of the page lets a browser show it."""
    page = mapped.files["CCPR-C-ARC-2.html"].decode()
    (found,) = re.findall(
        r'<figure id="fund-2">\n<figcaption>Courts in 2023</figcaption>\n<img (.*?)>\n</figure>', page
    )

    assert 'alt="Map of the regions, “A” &amp; B" width="40" height="20"' in found
    data = re.search(r"data:image/png;base64,([^\"]+)", found)
    assert data is not None
    assert picture() == base64.b64decode(data[1])
    assert "img-src data:;" in page


def test_the_word_file_is_valid_and_has_the_alternative_text(mapped: Built, tmp_path: Path) -> None:
    """An inline drawing that names what it shows, and the file beside it."""
    data = mapped.files["CCPR-C-ARC-2.docx"]
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    word = Word(data)
    properties = word.body.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")

    assert [] == list(OpenXmlValidator().validate(file).errors)
    assert [SHOWS] == [one.get("descr") for one in properties]
    assert picture() == word.parts["word/media/image1.png"]


def test_the_pdf_tags_the_picture_and_keeps_to_pdf_ua(mapped: Built) -> None:
    """A figure with an alternative text; the checker finds nothing."""
    data = mapped.files["CCPR-C-ARC-2.pdf"]
    report = ua.validate_pdf_bytes(data, profile=ua.ValidationProfile.PDF_UA_1)
    objects = (one.get_object() for one in _objects(PdfReader(io.BytesIO(data))))
    tagged = [one for one in objects if isinstance(one, DictionaryObject) and one.get("/S") == "/Figure"]

    assert [] == [failure.message for failure in report.failures]
    assert [SHOWS] == [str(one["/Alt"]) for one in tagged]


def _objects(pdf: PdfReader) -> list[IndirectObject]:
    return [IndirectObject(number, 0, pdf) for number in range(1, int(str(pdf.trailer["/Size"])))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![](courts.png)", [("RG555", "15:7")]),
        ("![ ](courts.png)", [("RG555", "15:7")]),
        ("![Map](other.png)", [("RG554", "15:7")]),
        ("![Map](courts.svg)", [("RG554", "15:7")]),
        ("![Map](../courts.png)", [("RG554", "15:7")]),
        ("![Map](https://x.example/courts.png)", [("RG554", "15:7")]),
        ("![Map](damaged.png)", [("RG554", "15:7")]),
        ("![Map](half.png)", [("RG554", "15:7")]),
        ("![Map](text.png)", [("RG554", "15:7")]),
        ("![{{ victims }} courts](courts.png)", [("RG554", "15:7")]),
        ("See ![Map](courts.png) below.", [("RG879", "15:11")]),
        ("A [word](nowhere) here.", [("RG518", "15:9")]),
    ],
)
def test_what_cannot_be_printed_is_named_at_its_line(
    tmp_path: Path, line: str, expected: list[tuple[str, str]]
) -> None:
    """Nothing is written, and nothing else is said."""
    files = {"courts_png": picture(), "damaged_png": picture()[:-30], "half_png": picture(400, 400)[:300]}
    files |= {"text_png": b"no picture"}
    made = build(project(tmp_path, line, **files), ["html"])

    assert expected == codes(made)
    assert not made.files


def test_the_same_picture_twice_is_one_file(tmp_path: Path) -> None:
    """JPEG as well, with the folder before its name or without it."""
    made = build(project(tmp_path, "![One](a.JPG)", "![Two](pictures/a.JPG)", a_JPG=picture(kind="JPEG")), ["docx"])
    word = Word(made.files["CCPR-C-ARC-2.docx"])

    assert ["word/media/image1.jpeg"] == [name for name in word.parts if "media" in name]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    """A link in the folder that leads elsewhere is refused like any other input."""
    (tmp_path / "secret.png").write_bytes(picture())
    made_project = project(tmp_path / "project", "![Map](courts.png)")
    (made_project / "pictures" / "courts.png").symlink_to(tmp_path / "secret.png")

    assert [("RG554", "15:7")] == codes(build(made_project, ["html"]))


def turned(orientation: int | None) -> bytes:
    """A JPEG with a mark of its orientation, or without one."""
    buffer, exif = io.BytesIO(), Image.Exif()
    if orientation is not None:
        exif[ExifTags.Base.Orientation] = orientation
    Image.new("RGB", (40, 20)).save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_that_a_mark_turns_is_refused(orientation: int) -> None:
    """A browser turns it and Word does not: what is seen would differ by format."""
    assert "a mark in the file turns it" in str(check_picture(turned(orientation)))


@pytest.mark.parametrize("orientation", [None, 1])
def test_a_picture_that_stands_as_it_is_stored_is_taken(orientation: int | None) -> None:
    """With a mark that says so, or without any."""
    assert not isinstance(check_picture(turned(orientation)), str)


def test_a_picture_of_a_phone_with_a_second_one_in_it_is_a_jpeg() -> None:
    """Multi-Picture Format begins with a whole JPEG, which is what every program shows."""
    buffer = io.BytesIO()
    first, second = (Image.new("RGB", (40, 20), colour) for colour in ("red", "blue"))
    first.save(buffer, "MPO", save_all=True, append_images=[second])
    checked = check_picture(buffer.getvalue())

    assert not isinstance(checked, str)
    assert ("jpeg", 40, 20) == (checked.kind, checked.width, checked.height)


def test_a_title_may_hold_quotation_marks(tmp_path: Path) -> None:
    """They end nothing, as the last one does."""
    made = build(project(tmp_path, '![Map](a.png "The "new" courts")', a_png=picture()), ["html"])

    assert b'<figcaption>The "new" courts</figcaption>' in made.files["CCPR-C-ARC-2.html"].replace(b"&quot;", b'"')


def test_a_picture_of_a_template_that_no_text_names_is_said_at_its_line(tmp_path: Path) -> None:
    """Nothing was read of it; one that a text names is printed twice."""
    root = project(tmp_path, LINE, courts_png=picture())
    folder = root / "templates"
    folder.mkdir(exist_ok=True)
    title = '<h1>Report</h1>\n<figure id="seal"><img src="NAME" alt="Seal"></figure>\n'
    (folder / "title.html.j2").write_text(title.replace("NAME", "other.png"))
    refused = build(root, ["html"])
    (folder / "title.html.j2").write_text(title.replace("NAME", "courts.png"))
    printed = build(root, ["html"])

    assert ["RG554"] == [one.code for one in refused.diagnostics if one.code != "RG306"]
    assert printed.files["CCPR-C-ARC-2.html"].count(b"<img ") == 2


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    """Both sides of the bound; a small file may claim a size that fills the memory."""
    side = int(PICTURE_PIXELS**0.5)
    most, more = io.BytesIO(), io.BytesIO()
    Image.new("1", (side, side)).save(most, "PNG")
    Image.new("1", (side + 2, side)).save(more, "PNG")

    assert not isinstance(check_picture(most.getvalue()), str)
    assert "pixels" in str(check_picture(more.getvalue()))


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        ((100, 50), (952_500, 476_250)),
        ((491, 100), (4_676_775, 952_500)),
        ((982, 200), (4_679_950, 953_146)),
        ((100, 1361), (476_018, 6_480_000)),
        ((1, 40_000), (1, 6_480_000)),
    ],
)
def test_pictures_shrink_to_the_width_of_the_text_and_keep_their_shape(
    pixels: tuple[int, int], expected: tuple[int, int]
) -> None:
    """In Word, in EMU: as wide as their pixels say, 13 cm at most, 18 cm high at most."""
    shown = Picture((), "x", b"", "png", *pixels)
    width, height = size_of(shown)

    assert abs(width - expected[0]) <= 200
    assert abs(height - expected[1]) <= 200
