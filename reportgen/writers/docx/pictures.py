"""Pictures: the file as a part of the package, and the drawing that shows it in a line (ECMA-376 Part 1, 20.4.2.8)."""

from lxml import etree

from reportgen.document.tree import Picture
from reportgen.writers.characters import fit
from reportgen.writers.docx.oxml import NAMESPACES, Element, element

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PER_PIXEL = 9525
"""EMU in a pixel, of which there are 96 to the inch."""
_WIDEST = 4_679_950
"""EMU: the width of body text, 13 cm."""
_NO_SPACE = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
"""Without it LibreOffice leaves an eighth of an inch beside it."""
_HIGHEST = 6_480_000
"""EMU: 18 cm, so that a title has room above it."""


def drawing_run(picture: Picture, relationship: str, number: int) -> Element:
    """Return the run that shows a picture, as wide as its pixels say and never wider than the text.

    Args:
        picture: what it shows, and its size.
        relationship: the id of that to the part with its file.
        number: of the picture in the document, from 1.
    """
    width, height = size_of(picture)
    extent = {"cx": str(width), "cy": str(height)}
    inline = etree.Element(f"{{{_WP}}}inline", _NO_SPACE, nsmap={"wp": _WP, "a": _A, "pic": _PIC})
    inline.extend(
        (_wp("extent", **extent), _wp("docPr", id=str(number), name=f"Picture {number}", descr=fit(picture.shows)))
    )
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic")
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_PIC)
    shown = etree.SubElement(data, f"{{{_PIC}}}pic")
    properties = etree.SubElement(shown, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(properties, f"{{{_PIC}}}cNvPr", id=str(number), name=f"Picture {number}", descr=fit(picture.shows))
    etree.SubElement(properties, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(shown, f"{{{_PIC}}}blipFill")
    etree.SubElement(fill, f"{{{_A}}}blip", {f"{{{NAMESPACES['r']}}}embed": relationship})
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    shape = etree.SubElement(shown, f"{{{_PIC}}}spPr")
    frame = etree.SubElement(shape, f"{{{_A}}}xfrm")
    etree.SubElement(frame, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(frame, f"{{{_A}}}ext", extent)
    etree.SubElement(etree.SubElement(shape, f"{{{_A}}}prstGeom", prst="rect"), f"{{{_A}}}avLst")
    drawing = element("drawing")
    drawing.append(inline)
    return element("r", drawing)


def _wp(tag: str, **attributes: str) -> Element:
    return etree.Element(f"{{{_WP}}}{tag}", attributes)


def size_of(picture: Picture) -> tuple[int, int]:
    """Return the width and the height at which a picture is shown, in EMU; both shrink alike."""
    width, height = picture.width * _PER_PIXEL, picture.height * _PER_PIXEL
    if width > _WIDEST:
        width, height = _WIDEST, height * _WIDEST // width
    if height > _HIGHEST:
        width, height = width * _HIGHEST // height, _HIGHEST
    return max(width, 1), max(height, 1)
