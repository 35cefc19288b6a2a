"""The content security policy of every HTML file that is written."""

from base64 import b64encode
from hashlib import sha256


def content_policy(*styles: str) -> str:
    """Return what a browser may do with a page: apply these style sheets, known by their hashes, and nothing else."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles)
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
