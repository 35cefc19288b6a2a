"""Read the files of a project as one `Report`, with the place of every value and every problem of every file.

Nothing in a file is run, fetched or followed; every bound stands in `limits`. `folder` reads all, `submission` one
file: YAML by `yaml`, a workbook by `workbook` (cells) and `filling` (sheet after sheet); `validate` makes the model
of it, and `stacks` joins the files of a sender. `second` reads what is received once more. The way back: `writing`
writes whole files, `corrections` changes characters within one, `appending` adds to a list.
"""

from reportgen.files.input_file import InputFile
from reportgen.project.folder import Loaded, read_project
from reportgen.project.submission import ReadSubmission, read_submission
from reportgen.project.yaml import ReadYaml, read_yaml

__all__ = ["InputFile", "Loaded", "ReadSubmission", "ReadYaml", "read_project", "read_submission", "read_yaml"]
