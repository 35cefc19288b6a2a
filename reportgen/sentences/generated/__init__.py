"""Generated text, in four steps: `find_shape` (facts), `choose` (form), `clauses` (wording), `flow` (paragraphs)."""

from reportgen.sentences.generated.annex import Entry, build_annex
from reportgen.sentences.generated.choice import Form, choose
from reportgen.sentences.generated.flow import report
from reportgen.sentences.generated.shape import Shape, find_shape

__all__ = ["Entry", "Form", "Shape", "build_annex", "choose", "find_shape", "report"]
