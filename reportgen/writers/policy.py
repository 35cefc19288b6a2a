"""The content security policy of every HTML file that is written."""

from base64 import b64encode
from hashlib import sha256


def content_policy(*styles: str, has_pictures: bool = False) -> str:
    """Return what a browser may do with a page, and nothing else.

    Args:
        styles: style sheets that it may apply, known by their hashes.
        has_pictures: whether it may show pictures that stand in the page itself.
    """
    pictures = "img-src data:; " if has_pictures else ""
    hashes = " ".join(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles)
    return f"default-src 'none'; style-src {hashes}; {pictures}base-uri 'none'; form-action 'none'"
