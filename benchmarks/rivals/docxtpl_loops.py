"""The content as DOCX with docxtpl: a Word file whose loops Jinja fills.

python benchmarks/rivals/docxtpl_loops.py PREPARED OUT.docx
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(prepared: Path, out: Path) -> None:
    """Read the content, fill the template."""
    content = json.loads((prepared / "content.json").read_text(encoding="utf-8"))
    template = DocxTemplate(str(prepared / "template.docx"))
    template.render(content, autoescape=True)
    template.save(str(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
