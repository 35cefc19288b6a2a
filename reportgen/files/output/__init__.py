"""Writing: one writer a folder, all or nothing, whatever happens on the way."""

from reportgen.files.output.errors import OutputError, cannot_write
from reportgen.files.output.files import NewVersion, file_versions, next_version, write_files
from reportgen.files.output.locking import hold, make_lock_folder
from reportgen.files.output.tree import write_project, write_tree

__all__ = [
    "NewVersion",
    "OutputError",
    "cannot_write",
    "file_versions",
    "hold",
    "make_lock_folder",
    "next_version",
    "write_files",
    "write_project",
    "write_tree",
]
