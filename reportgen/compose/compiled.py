"""Keep the shipped templates compiled, in the folder where Python keeps its compiled modules (PEP 3147).

Compiling them took a twentieth of the smallest `check`. A project's own templates are compiled every time: its folder
comes from many hands, and compiled code is run as it is.
"""

import marshal
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import Environment

from reportgen.files.shipped import shipped_folder

_DIGEST = sha256().digest_size


class ShippedBytecode(BytecodeCache):
    """The compiled templates of an environment, each with a digest of all that it was compiled from.

    A file that cannot be read or written, is damaged, or was made from anything else is as good as none.
    """

    def __init__(self, rules: bytes, is_shipped: Callable[[str], bool]) -> None:
        """Take what the compiled code depends on beside its template.

        Args:
            rules: how the environment is made.
            is_shipped: whether the file of a template, as messages name it, ships with the program.
        """
        self.rules, self.is_shipped = rules, is_shipped

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template's code, with the code where it is known."""
        parts = (jinja2.__version__, name, filename, source, sorted(environment.filters), sorted(environment.tests))
        checksum = sha256(MAGIC_NUMBER + self.rules + repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
        bucket = Bucket(environment, name if filename and self.is_shipped(filename) else "", checksum)
        if bucket.key:
            self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, where there is a sound file made from the same."""
        try:
            data = _file(bucket.key).read_bytes()
        except OSError:
            return
        made_from, body, code = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
        if made_from == bytes.fromhex(bucket.checksum) and body == sha256(code).digest():
            bucket.code = marshal.loads(code)  # noqa: S302 - beside Python's own, whoever can write there needs no more

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket, where Python would keep that of a module."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        file = _file(bucket.key)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(bytes.fromhex(bucket.checksum) + sha256(code).digest() + code)
            part.replace(file)
        except OSError:  # an installation that only its owner may write to
            return


def _file(name: str) -> Path:
    """Return the file for the code of a template, by the name that it is loaded by."""
    return Path(cache_from_source(str(shipped_folder() / "un" / f"{name.replace('/', '.')}.py")))
