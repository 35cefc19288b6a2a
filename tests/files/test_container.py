"""The container of workbooks and Word files: each bound holds exactly, and what lies within it is unpacked."""

import io
import struct
import warnings
import zipfile

import pytest

from reportgen.diagnostics import Place
from reportgen.files.container import unpack
from reportgen.files.refusal import Refused

MODULE = "reportgen.files.container"


def packed(*names: str, size: int = 4) -> bytes:
    """A zip of stored files of one size."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of doubled names, which are meant
        for name in names:
            archive.writestr(name, b"<" * size)
    return data.getvalue()


def found(data: bytes) -> str:
    """The code of the refusal, and its message; nothing where the file is unpacked."""
    try:
        unpack(data, Place("a.xlsx"))
    except Refused as refused:
        return f"{refused.diagnostic.code} {refused.diagnostic.message}"
    return ""


def listed_again(data: bytes, times: int) -> bytes:
    """A zip of one file that its list names several times, each with the same packed bytes."""
    start, end = data.find(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    listed = data[start:end]
    names = [listed.replace(b"a.xml", f"{letter}.xml".encode()) for letter in "abcdefgh"[:times]]
    counts = struct.pack("<HHL", times, times, len(listed) * times)
    return data[:start] + b"".join(names) + data[end:].replace(struct.pack("<HHL", 1, 1, len(listed)), counts)


def test_files_lie_beside_each_other() -> None:
    """Names for the same packed bytes are refused before any is unpacked; files side by side are not."""
    assert "RG133" in found(listed_again(packed("a.xml", size=1000), 2))
    assert "overlap" in found(listed_again(packed("a.xml", size=1000), 2))
    assert "" == found(packed("a.xml", "b.xml", size=1000))


@pytest.mark.parametrize(("files", "code"), [(2, ""), (3, ""), (4, "RG133")])
def test_so_many_files_and_no_more(monkeypatch: pytest.MonkeyPatch, files: int, code: str) -> None:
    """The bound itself is within it."""
    monkeypatch.setattr(f"{MODULE}.ZIP_ENTRIES", 3)

    assert code == found(packed(*(f"{number}.xml" for number in range(files))))[:5]


@pytest.mark.parametrize(("size", "code"), [(99, ""), (100, ""), (101, "RG134")])
def test_a_part_of_the_largest_size_is_unpacked(monkeypatch: pytest.MonkeyPatch, size: int, code: str) -> None:
    """A byte more is refused, wherever it stands among the parts."""
    monkeypatch.setattr(f"{MODULE}.ZIP_PART_BYTES", 100)

    assert code == found(packed("a.xml", size=size))[:5]


@pytest.mark.parametrize(("parts", "code"), [(1, ""), (2, ""), (3, "RG134")])
def test_all_parts_together_have_a_largest_size(monkeypatch: pytest.MonkeyPatch, parts: int, code: str) -> None:
    """Parts that are each within their bound are counted together."""
    monkeypatch.setattr(f"{MODULE}.ZIP_TOTAL_BYTES", 200)
    monkeypatch.setattr(f"{MODULE}.ZIP_PART_BYTES", 100)

    assert code == found(packed(*(f"{number}.xml" for number in range(parts)), size=100))[:5]


@pytest.mark.parametrize(
    ("name", "is_refused"),
    [
        ("../a.xml", True),
        ("x/../a.xml", True),
        ("x/..", True),
        ("/a.xml", True),
        ("c:a.xml", True),
        ("x\\a.xml", True),
        ("x/a..b.xml", False),
        ("x/...xml", False),
        ("x/.rels", False),
    ],
)
def test_a_name_stays_within_its_folder(name: str, is_refused: bool) -> None:
    """Points within a name lead nowhere."""
    assert is_refused == found(packed(name)).startswith("RG133")


@pytest.mark.parametrize(
    ("names", "is_refused"), [(("a.xml", "a.xml"), True), (("a.xml", "A.XML"), True), (("a.xml", "x/a.xml"), False)]
)
def test_each_name_stands_once(names: tuple[str, ...], is_refused: bool) -> None:
    """Programs on Windows and on other systems would read two different files."""
    assert is_refused == found(packed(*names)).startswith("RG133")
