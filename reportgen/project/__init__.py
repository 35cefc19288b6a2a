"""Read the files of a project as one `Report`, with the place of every value and every problem of every file.

The only stage that opens inputs. Nothing in a file is run, fetched or followed; every bound stands in `limits`.
"""

from reportgen.files.reading import InputFile
from reportgen.project.folder import Loaded, read_project
from reportgen.project.submission import ReadSubmission, read_submission
from reportgen.project.yaml import ReadYaml, read_yaml

__all__ = [
    "InputFile",
    "Loaded",
    "ReadSubmission",
    "ReadYaml",
    "read_project",
    "read_submission",
    "read_yaml",
]
