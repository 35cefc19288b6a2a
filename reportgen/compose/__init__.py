"""From a report to its document tree: references, Markdown, templates, numbering.

The only stage that opens templates. Agencies' text is data here, never code.
"""

from reportgen.compose.document import Composed, compose

__all__ = ["Composed", "compose"]
