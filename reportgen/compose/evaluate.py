"""What a reference gives: an expression read from agencies' text, worked out by the narrator.

Only this walk over names, literals and filters is ever done with an agency's reference; nothing is compiled.
"""

from reportgen.compose.references import Argument, Expression, Name
from reportgen.narrative import Narrator, Phrase


def evaluate(expression: Expression, narrator: Narrator) -> Phrase:
    """The phrase of an expression.

    Raises:
        PhraseError: where a name, a filter or an argument does not fit.
    """
    subject = narrator.subject(expression.subject.key)
    if not expression.filters:
        return narrator.value(subject)
    value: object = subject
    for call in expression.filters:
        arguments = [_resolve(argument, narrator) for argument in call.arguments]
        named = {name: _resolve(argument, narrator) for name, argument in call.named}
        value = phrase = narrator.apply(call.name, value, arguments, named)
    return phrase


def _resolve(argument: Argument, narrator: Narrator) -> object:
    """A literal as it is, a name as its subject, a list with its items resolved."""
    if isinstance(argument, Name):
        return narrator.subject(argument.key)
    if isinstance(argument, list):
        return [_resolve(item, narrator) for item in argument]
    return argument
