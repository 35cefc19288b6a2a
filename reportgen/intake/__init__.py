"""Files come in, one `Report` goes out, with the place of every value and every problem of every file.

The only stage that opens inputs. Nothing in a file is run, fetched or followed; every bound stands in `limits`.
"""

from reportgen.intake.project import Loaded, read_project
from reportgen.intake.submission import ReadSubmission, read_submission
from reportgen.intake.yaml import Plain, ReadYaml, read_yaml
from reportgen.untrusted.files import InputFile

__all__ = [
    "InputFile",
    "Loaded",
    "Plain",
    "ReadSubmission",
    "ReadYaml",
    "read_project",
    "read_submission",
    "read_yaml",
]
