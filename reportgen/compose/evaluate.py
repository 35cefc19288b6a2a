"""What a reference gives: an expression read from agencies' text, worked out by the narrator.

Only this walk over names, literals and filters is ever done with an agency's reference; nothing is compiled.
"""

from collections.abc import Iterator

from reportgen.compose.references import Argument, Expression, Name, names_in
from reportgen.sentences import FILTERS, Narrator, Phrase, PhraseError


def evaluate(expression: Expression, narrator: Narrator) -> Phrase | list[PhraseError]:
    """The phrase of an expression, or everything that is wrong with it."""
    unknown = [*_unknown_names(expression, narrator), *_unknown_filters(expression, narrator)]
    if unknown:
        return unknown
    try:
        return _worked_out(expression, narrator)
    except PhraseError as error:
        return [error]


def _unknown_names(expression: Expression, narrator: Narrator) -> Iterator[PhraseError]:
    for key in dict.fromkeys(names_in(expression)):
        try:
            narrator.subject(key)
        except PhraseError as error:
            yield error


def _unknown_filters(expression: Expression, narrator: Narrator) -> Iterator[PhraseError]:
    for call in expression.filters:
        if call.name not in FILTERS:
            yield narrator.unknown_filter(expression.subject.key, call.name)


def _worked_out(expression: Expression, narrator: Narrator) -> Phrase:
    """The phrase, by one filter after the other."""
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
