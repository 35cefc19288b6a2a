"""reportgen: from agencies' submissions to a State's report to a United Nations treaty body.

As a library: `from reportgen import build, check, load` (docs/library.md).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.api import Built, Checked, Diagnostic, Loaded, Place, Severity, build, check, load

__version__ = "0.1.0"
__all__ = ["Built", "Checked", "Diagnostic", "Loaded", "Place", "Severity", "build", "check", "load"]


def __getattr__(name: str) -> object:
    """Return a name of the library, which is loaded at the first one, so that `import reportgen` stays cheap."""
    if name not in __all__:
        raise AttributeError(f"module 'reportgen' has no attribute {name!r}")
    from reportgen import api

    return getattr(api, name)
