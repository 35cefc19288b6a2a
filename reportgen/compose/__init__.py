"""From a report to its numbered documents, in three steps: write the replies, draft the documents, number them.

The only room that opens templates. Agencies' text is data here, never code.
"""

from reportgen.compose.document import Composed, compose, number_drafts
from reportgen.compose.drafts import draft_documents
from reportgen.compose.replies import write_replies

__all__ = ["Composed", "compose", "draft_documents", "number_drafts", "write_replies"]
