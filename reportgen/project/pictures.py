"""Read the pictures that agencies' texts name, from the folder `pictures` of the project, within bounds.

Each is decoded once, so that no damaged or hostile file reaches an output.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import Literal

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, Places, diagnose
from reportgen.files.input_file import InputFile, describe
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import PICTURE_BYTES, PICTURE_PIXELS
from reportgen.model import Report
from reportgen.model.pictures import PICTURE_LINE, PICTURES_FOLDER, PictureFile, picture_name


class ReadPictures(Struct, frozen=True):
    """The pictures of a project."""

    files: Mapping[str, PictureFile | None] = {}
    """By the names of their files; None: a text names it, and a diagnostic says why it is not printed."""
    inputs: tuple[InputFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_pictures(root: FilePath, report: Report, places: Places) -> ReadPictures:
    """Read every picture that a text names.

    Args:
        root: the project's folder.
        report: its texts.
        places: where they stand.
    """
    files: dict[str, PictureFile | None] = {}
    inputs: list[InputFile] = []
    problems: list[Diagnostic] = []
    tried: dict[str, str] = {}
    for written, shows, place in _named(report, places):
        name = picture_name(written)
        if not shows.strip():
            problems.append(diagnose("RG555", place, file=written))
        if name is not None and name not in tried:
            checked = _read(root, name, inputs)
            tried[name], files[name] = (checked, None) if isinstance(checked, str) else ("", checked)
        if "{{" in shows:
            reason = "a reference stands in the words on what it shows; write words alone"
        elif name is None:
            reason = "it is not the name of a PNG or JPEG file in that folder"
        else:
            reason = tried[name]
        if reason:
            files.setdefault(name or written, None)
            problems.append(diagnose("RG554", place, file=written, reason=reason))
    return ReadPictures(files, tuple(inputs), tuple(problems))


def _named(report: Report, places: Places) -> Iterator[tuple[str, str, Place | None]]:
    """Yield what each picture's line says of file and content, and its place."""
    for reply_path, reply in report.replies_by_path():
        for line, text in enumerate(reply.text.split("\n") if "![" in reply.text else ()):
            if found := PICTURE_LINE.fullmatch(text):
                path = (*reply_path, "text", line)
                yield found["file"], found["shows"], places.character(path, text.index("!")) or places.find(path)


def _read(root: FilePath, name: str, inputs: list[InputFile]) -> PictureFile | str:
    """Read one file; return why it cannot be used where it cannot."""
    path = root / PICTURES_FOLDER / name
    shown = PurePath(root, PICTURES_FOLDER, name).as_posix()
    if not path.exists():
        return "there is no such file in that folder"
    try:
        data = read_bytes(path, shown, root=root, limit=PICTURE_BYTES)
    except Refused as refused:
        return refused.diagnostic.message
    checked = check_picture(data)
    if not isinstance(checked, str):
        inputs.append(describe(shown, data))
    return checked


def check_picture(data: bytes) -> PictureFile | str:
    """Return a picture with its size, or why it cannot be used."""
    from PIL import ExifTags, Image, UnidentifiedImageError  # a project without pictures does not load it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # large pictures are measured here
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                kind: Literal["png", "jpeg"] = "png" if picture.format == "PNG" else "jpeg"  # MPO begins with a JPEG
                width, height = picture.size
                if width * height > PICTURE_PIXELS:
                    return f"it has {width:,} × {height:,} pixels, and may have {PICTURE_PIXELS:,} in all"
                picture.verify()
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:  # verify leaves nothing to read
                picture.load()
                if picture.getexif().get(ExifTags.Base.Orientation, 1) != 1:
                    return "a mark in the file turns it, which not every program follows; turn it, and save it without"
    except UnidentifiedImageError:
        return "it is no PNG or JPEG, whatever its name says"
    except Exception:  # noqa: BLE001 - Pillow raises whatever its reading of a damaged file comes upon
        return "it is damaged"
    return PictureFile(data, kind, width, height)
