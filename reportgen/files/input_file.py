"""Describe a file that was read.

A module of its own, since to load the hashes takes longer than to read the file of one who needs none.
"""

from hashlib import sha256

from msgspec import Struct


class InputFile(Struct, frozen=True):
    """A file that was read, for the manifest."""

    name: str
    """The path as the user would type it."""
    sha256: str
    """Of its bytes, in hexadecimal digits."""


def describe(name: str, data: bytes) -> InputFile:
    """Return what the manifest says of a file that was read."""
    return InputFile(name, hash_of(data))


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return sha256(data).hexdigest()
