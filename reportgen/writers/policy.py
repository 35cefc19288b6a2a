"""The content security policy of every HTML file that is written."""

from base64 import b64encode
from hashlib import sha256


def content_policy(*styles: str, script: str = "") -> str:
    """Return what a browser may do with a page: apply what is known by its hash, and nothing else.

    Args:
        styles: its style sheets.
        script: its one script; empty: none.
    """
    scripts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {scripts}style-src {' '.join(map(_hash, styles))}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
