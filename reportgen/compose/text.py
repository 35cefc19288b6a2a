"""A text with references as plain text: for `reportgen phrase`, without Markdown, templates or a document."""

from reportgen.compose.evaluate import evaluate
from reportgen.compose.pointers import Pointer, PointerWriter
from reportgen.compose.references import Expression, place_in, split_references
from reportgen.diagnostics import Diagnostic, Place, Places, diagnose, word
from reportgen.sentences import Narrator, Phrase, PhraseError

_TEXT = ("text",)


def write_text(text: str, narrator: Narrator, places: Places) -> tuple[str | None, list[Diagnostic]]:
    """The text with every reference written out.

    Args:
        text: plain text with references to indicators.
        narrator: knows the indicators.
        places: the places of the text and its lines, at `("text",)` and `("text", line)`.

    Returns:
        The text, or None with everything that is wrong with it.
    """
    parts: list[str | Phrase] = []
    problems: list[Diagnostic] = []
    for piece in split_references(text):
        at = place_in(text, piece.offset, _TEXT, places)
        if piece.problem:
            problems.append(piece.problem.moved(at))
        elif isinstance(piece.meaning, Expression):
            made = evaluate(piece.meaning, narrator)
            if isinstance(made, Phrase):
                parts.append(made)
            else:
                problems += [word(error.code, error.values, at) for error in made]
        elif isinstance(piece.meaning, Pointer):
            problems += _point(piece.meaning, narrator, at)
        else:
            parts.append(piece.text)
    if problems:
        return None, problems
    try:
        realised = narrator.realise(parts)
    except PhraseError as error:
        return None, [word(error.code, error.values, places.find(_TEXT))]
    return "".join(part if isinstance(part, str) else "".join(run.text for run in part) for part in realised), []


def _point(pointer: Pointer, narrator: Narrator, at: Place | None) -> list[Diagnostic]:
    """What is wrong with a pointer in a text by itself, which has no other blocks and leaves out notes."""
    if not pointer.is_source:
        known = "a text by itself has no paragraphs"
        return [diagnose("RG505", at, key=key, known=known) for key in pointer.targets]
    try:
        PointerWriter((), narrator).write(pointer)
    except PhraseError as error:
        return [word(error.code, error.values, at)]
    return []
