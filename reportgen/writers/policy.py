"""The content security policy of every HTML file that is written."""

from base64 import b64encode
from hashlib import sha256


def content_policy(*styles: str, script: str = "", has_pictures: bool = False, has_neighbours: bool = False) -> str:
    """Return what a browser may do with a page: apply what is known by its hash, and nothing else.

    Args:
        styles: its style sheets.
        script: its one script; empty: none.
        has_pictures: whether it may show pictures that stand in the page itself.
        has_neighbours: whether it may show pictures that stand beside it, opened as a file or from a server.
    """
    scripts = f"script-src {_hash(script)}; " if script else ""
    sources = [*(["data:"] if has_pictures else []), *(["'self'", "file:"] if has_neighbours else [])]
    pictures = f"img-src {' '.join(sources)}; " if sources else ""
    hashes = " ".join(map(_hash, styles))
    return f"default-src 'none'; {scripts}style-src {hashes}; {pictures}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
