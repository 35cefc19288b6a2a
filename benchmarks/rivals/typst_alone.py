"""The finished text as PDF/UA with nothing but Typst: headings, numbered paragraphs and lists, in one look.

python benchmarks/rivals/typst_alone.py PREPARED OUT.pdf
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst

PAGE = b"""#let content = json(bytes(sys.inputs.content))
#set document(title: content.title)
#set text(font: ("Times New Roman", "Liberation Serif"), size: 10pt, lang: "en")
#set page(paper: "a4", margin: (x: 4cm, y: 2.5cm))
#set par(justify: true)
#for line in content.cover [#line \\ ]
#heading(level: 1, content.title)
#for part in content.parts {
  heading(level: 2, part.label + " " + part.title)
  for theme in part.themes {
    heading(level: 3, theme.title)
    for reply in theme.replies {
      heading(level: 4, reply.title)
      for one in reply.paragraphs {
        par(str(one.number) + ". " + one.text)
        if one.items.len() > 0 { list(..one.items) }
      }
    }
  }
}
"""


def write(content: dict[str, Any]) -> bytes:
    """Return the PDF of the content."""
    data: bytes = typst.compile(
        PAGE, format="pdf", pdf_standards=["ua-1"], sys_inputs={"content": json.dumps(content, ensure_ascii=False)}
    )
    return data


def main(prepared: Path, out: Path) -> None:
    """Read the content, lay it out, write it."""
    out.write_bytes(write(json.loads((prepared / "content.json").read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
