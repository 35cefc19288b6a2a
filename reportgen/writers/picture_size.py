"""The size at which a picture is shown in every output; `print.css` has it as `max-width` and `max-height`."""

from reportgen.document.tree import Picture

POINT = 12_700
"""EMU in a point (ECMA-376 Part 1, 20.1.2.1)."""
_PER_PIXEL = 9525
"""EMU in a pixel, of which there are 96 to the inch."""
_WIDEST = 4_679_950
"""EMU: the width of body text, 13 cm."""
_HIGHEST = 6_480_000
"""EMU: 18 cm, so that a title has room above it."""


def size_of(picture: Picture) -> tuple[int, int]:
    """Return the width and the height at which a picture is shown, in EMU; both shrink alike."""
    width, height = picture.width * _PER_PIXEL, picture.height * _PER_PIXEL
    if width > _WIDEST:
        width, height = _WIDEST, height * _WIDEST // width
    if height > _HIGHEST:
        width, height = width * _HIGHEST // height, _HIGHEST
    return max(width, 1), max(height, 1)
