"""Pictures: the file as a part of the package, and the drawing that shows it in a line (ECMA-376 Part 1, 20.4.2.8)."""

from lxml import etree

from reportgen.document.tree import Picture
from reportgen.writers.characters import fit
from reportgen.writers.docx.oxml import NAMESPACES, Element, element
from reportgen.writers.picture_size import size_of

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NO_SPACE = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
"""Without it LibreOffice leaves an eighth of an inch beside it."""


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
