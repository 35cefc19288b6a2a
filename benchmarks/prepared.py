"""The same content for the other tools: a project comes in, plain data that they need only to lay out go out.

reportgen has read, checked, counted and numbered everything by then, and every sentence is written: the others get
its finished text, and are not asked for bookmarks, provenance or links.

    python benchmarks/prepared.py PROJECT FOLDER

Writes `content.json`, `content.md` (for pandoc), `page.html` (for WeasyPrint), `base.docx` (styles and an empty
body) and `template.docx` (for docxtpl).
"""

import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx

from reportgen.document.tree import Document, Figure, Heading, ItemList, Level, Paragraph
from reportgen.document.walk import plain_text
from reportgen.pipeline import check_project
from reportgen.writers.docx.writing import bookmark_name, figure_name, write_docx
from reportgen.writers.html.writing import write_html

Plain = dict[str, Any]
_BODY = re.compile(rb"(<w:body>).*(<w:sectPr.*</w:body>)", re.DOTALL)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+|~^$@'\"-])")


def main(project: Path, folder: Path) -> None:
    """Write everything that the other tools need."""
    document = check_project(project).document
    if document is None:
        sys.exit(f"{project} has errors: reportgen check {project}")
    folder.mkdir(parents=True, exist_ok=True)
    content = plain(document)
    (folder / "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    (folder / "content.md").write_text(markdown(content), encoding="utf-8")
    (folder / "page.html").write_text(write_html(document), encoding="utf-8")
    (folder / "base.docx").write_bytes(without_body(write_docx(document)))
    make_template(folder / "base.docx", folder / "template.docx")


def plain(document: Document) -> Plain:
    """Return the text of a document: a cover, a heading, and parts of themes of replies of paragraphs with items."""
    content: Plain = {"cover": [plain_text(line.children) for line in document.cover], "title": "", "parts": []}
    for block in document.blocks:
        match block:
            case Heading():
                _add_heading(content, block)
            case Paragraph():
                content["parts"][-1]["themes"][-1]["replies"][-1]["paragraphs"].append(_paragraph(block))
            case ItemList():
                reply = content["parts"][-1]["themes"][-1]["replies"][-1]
                reply["paragraphs"][-1]["items"] += [plain_text(item.children) for item in block.items]
            case _:
                sys.exit(f"the other tools are not ready for a {type(block).__name__}")
    return content


def _paragraph(block: Paragraph) -> Plain:
    """Return a paragraph as one text, and as runs with the names of their bookmarks."""
    runs = [
        (plain_text([inline]), figure_name(inline, 1) if isinstance(inline, Figure) else None)
        for inline in block.children
    ]
    text = plain_text(block.children)
    return {"number": block.number, "text": text, "items": [], "runs": runs, "bookmark": bookmark_name(block.key or "")}


def _add_heading(content: Plain, heading: Heading) -> None:
    title = plain_text(heading.children)
    match heading.level:
        case Level.TITLE:
            content["title"] = title
        case Level.PART:
            content["parts"].append({"label": heading.label, "title": title, "themes": []})
        case Level.THEME:
            content["parts"][-1]["themes"].append({"title": title, "replies": []})
        case Level.REPLY:
            content["parts"][-1]["themes"][-1]["replies"].append({"title": title, "paragraphs": []})


def markdown(content: Plain) -> str:
    """Return the content as Markdown, with its paragraph numbers typed."""
    lines = [*map(_escaped, content["cover"]), f"# {_escaped(content['title'])}"]
    for part in content["parts"]:
        lines.append(f"## {_escaped(part['label'])} {_escaped(part['title'])}")
        for theme in part["themes"]:
            lines.append(f"### {_escaped(theme['title'])}")
            for reply in theme["replies"]:
                lines.append(f"#### {_escaped(reply['title'])}")
                for one in reply["paragraphs"]:
                    lines.append(f"{one['number']}\\. {_escaped(one['text'])}")
                    if one["items"]:
                        lines.append("\n".join(f"- {_escaped(item)}" for item in one["items"]))
    return "\n\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def without_body(data: bytes) -> bytes:
    """Return a DOCX with its styles, numbering and page, and nothing on it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _BODY.sub(rb"\1\2", part) if name == "word/document.xml" else part)
    return made.getvalue()


def make_template(base: Path, template: Path) -> None:
    """Write a template for docxtpl, with a loop for each level of the content."""
    document = docx.Document(str(base))
    for style, text in (
        ("Normal", "{%p for line in cover %}"),
        ("Normal", "{{ line }}"),
        ("Normal", "{%p endfor %}"),
        ("_ H _Ch_G", "\t\t{{ title }}"),
        ("Normal", "{%p for part in parts %}"),
        ("_ H_1_G", "\t{{ part.label }}\t{{ part.title }}"),
        ("Normal", "{%p for theme in part.themes %}"),
        ("_ H_2/3_G", "\t\t{{ theme.title }}"),
        ("Normal", "{%p for reply in theme.replies %}"),
        ("_ H_4_G", "\t\t{{ reply.title }}"),
        ("Normal", "{%p for paragraph in reply.paragraphs %}"),
        ("_ Single Txt_G", "{{ paragraph.number }}.\t{{ paragraph.text }}"),
        ("Normal", "{%p for item in paragraph['items'] %}"),
        ("_Bullet 1_G", "{{ item }}"),
        *(("Normal", "{%p endfor %}"),) * 5,
    ):
        document.add_paragraph(text, style=style)
    document.save(str(template))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
