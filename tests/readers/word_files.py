"""Small Word files made by hand, as other programs, other offices and attackers make them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="{V}" xmlns:wps="{WPS}" xmlns:wp="{WP}"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def word(
    body: str, *, main: str = f"{TYPE}document.main+xml", parts: dict[str, str | bytes] | None = None, **others: str
) -> bytes:
    """A Word file with this XML in its body.

    Args:
        body: what stands between the tags of the body.
        main: the content type of the main part.
        parts: further parts by their paths, or other contents for the usual ones.
        others: the contents of `styles`, `numbering`, `footnotes`, `comments`, between the tags of their roots.
    """
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{name}+xml"/>' for name in others)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{name} {SPACES}>{content}</w:{name}>" for name, content in others.items()},
        **(parts or {}),
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def p(*runs: str, props: str = "") -> str:
    """A paragraph; a run that begins with `<` is XML, any other is text."""
    inside = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{props}</w:pPr>{inside}</w:p>"


def r(text: str, props: str = "") -> str:
    r"""A run with text; `\t` becomes a tab."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in text.split("\t"))
    return f"<w:r><w:rPr>{props}</w:rPr>{pieces}</w:r>"


def field(code: str, result: str) -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{r(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
