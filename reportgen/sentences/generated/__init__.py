"""Generated text, in four steps: `find_shape` (facts), `choose` (form), `clauses` (wording), `flow` (paragraphs)."""

from reportgen.sentences.generated.annex import AnnexEntry, build_annex
from reportgen.sentences.generated.flow import report, report_parts
from reportgen.sentences.generated.shape import SentenceForm, SeriesShape, choose, find_shape

__all__ = ["AnnexEntry", "SentenceForm", "SeriesShape", "build_annex", "choose", "find_shape", "report", "report_parts"]
