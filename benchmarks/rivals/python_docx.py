"""The content as DOCX with python-docx, paragraph by paragraph, as its documentation shows.

python benchmarks/rivals/python_docx.py PREPARED OUT.docx
"""

import json
import sys
from pathlib import Path
from typing import Any

import docx


def main(prepared: Path, out: Path) -> None:
    """Read the content, write the document."""
    content: dict[str, Any] = json.loads((prepared / "content.json").read_text(encoding="utf-8"))
    document = docx.Document(str(prepared / "base.docx"))
    for line in content["cover"]:
        document.add_paragraph(line, style="Normal")
    document.add_paragraph(f"\t\t{content['title']}", style="_ H _Ch_G")
    for part in content["parts"]:
        document.add_paragraph(f"\t{part['label']}\t{part['title']}", style="_ H_1_G")
        for theme in part["themes"]:
            document.add_paragraph(f"\t\t{theme['title']}", style="_ H_2/3_G")
            for reply in theme["replies"]:
                document.add_paragraph(f"\t\t{reply['title']}", style="_ H_4_G")
                for paragraph in reply["paragraphs"]:
                    document.add_paragraph(f"{paragraph['number']}.\t{paragraph['text']}", style="_ Single Txt_G")
                    for item in paragraph["items"]:
                        document.add_paragraph(item, style="_Bullet 1_G")
    document.save(str(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
