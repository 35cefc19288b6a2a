"""From a report to its numbered document, in three steps: write the replies, compose the trees, number them.

The only room that opens templates. Agencies' text is data here, never code.
"""

from reportgen.compose.document import Drafts, compose
from reportgen.compose.numbered import Composed, number_drafts
from reportgen.compose.replies import Replies, write_replies

__all__ = ["Composed", "Drafts", "Replies", "compose", "number_drafts", "write_replies"]
