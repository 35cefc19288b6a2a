"""The two stories of a Word file, its text and its notes, and what they refer to: addresses, pictures, notes."""

import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from reportgen.limits import FILE_BYTES
from reportgen.readers.docx.oxml import Element, W
from reportgen.readers.docx.parts import WordFile

_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class PictureData(Struct, frozen=True):
    """The file of a picture."""

    data: bytes
    ending: str
    """Of its name, without the dot, in small letters: `png`."""


class Story(Struct, frozen=True):
    """A story of a file, as far as it refers to what stands elsewhere."""

    links: Mapping[str, str] = {}
    """Addresses outside the file by the ids of their relationships."""
    pictures: Mapping[str, PictureData] = {}
    """The same for pictures."""
    notes: Mapping[str, str] = {}
    """The words of the notes by their ids."""
    marks: Mapping[str, str] = {}
    """What is printed in the text for each of them: its number, or a sign."""

    def target(self, relationship: str) -> str:
        """Return what tells the target of a relationship from others: the address, or a digest of the picture."""
        if picture := self.pictures.get(relationship):
            return sha256(picture.data).hexdigest()
        return self.links.get(relationship, "")


class Stories(Struct, frozen=True):
    """Both stories of a file."""

    text: Story
    notes: Story


def stories_of(data: bytes, file: WordFile) -> Stories:
    """Return the stories of a Word file.

    Args:
        data: its bytes.
        file: the same, opened.
    """
    pictures = dict(_pictures(data, {*file.images.values(), *file.note_images.values()}))
    texts, notes = (
        {key: pictures[name] for key, name in images.items() if name in pictures}
        for images in (file.images, file.note_images)
    )
    words = {key: words_of(note) for key, note in file.footnotes.items()}
    return Stories(Story(file.links, texts, words, dict(_marks(file.document))), Story(file.note_links, notes))


def words_of(element: Element) -> str:
    """Return the text of an element with single blanks."""
    return " ".join("".join(part.text or "" for part in element.iter(f"{W}t")).split())


def _pictures(data: bytes, names: set[str]) -> Iterator[tuple[str, PictureData]]:
    """Yield the pictures with these names, in small letters, that can be read and are no larger than a file may be."""
    left = FILE_BYTES
    with ZipFile(BytesIO(data)) as archive:
        for member in archive.infolist() if names else ():
            name = member.filename.casefold()
            if name in names and member.file_size <= left:
                left -= member.file_size
                try:
                    yield name, PictureData(archive.read(member), PurePosixPath(name).suffix.lstrip("."))
                except _BROKEN:
                    continue


def _marks(document: Element) -> Iterator[tuple[str, str]]:
    number = 0
    for mark in document.iter(f"{W}footnoteReference"):
        run = mark.getparent()
        is_own = mark.get(f"{W}customMarkFollows") in {"1", "true", "on"}
        number += not is_own
        yield mark.get(f"{W}id", ""), words_of(run) if is_own and run is not None else str(number)
