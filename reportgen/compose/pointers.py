"""Write pointers: what texts and templates write to refer to other blocks, replies, tables and sources.

`paragraph('fund')` and its like, in an agency's text or a template, become the semantic HTML of a reference, whose
words numbering writes, or of a note. Nothing is looked up in the document here: whether a key exists is only known once
the tree is whole.
"""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from reportgen.diagnostics import Literal
from reportgen.document.tree import REPLY_KEY, CitationForm
from reportgen.model import Issue
from reportgen.sentences import Narrator, PhraseError

_ENDS = (".", "!", "?", "…")


class Pointer(Struct, frozen=True):
    """`{{ paragraph('fund') }}`: a reference to something else than a figure."""

    kind: str
    """Its name: `paragraph`, `paragraphs`, `reply`, `table`, `source`."""
    keys: tuple[str, ...] = ()
    """The keys of blocks; for a source, that of the indicator."""
    issue: int = 0
    """For a reply, the number of its issue."""
    gives_paragraphs: bool = False
    """For a reply: whether its paragraphs are named instead of the reply."""

    @property
    def is_source(self) -> bool:
        """Return whether it asks for the source of an indicator."""
        return self.kind == "source"

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the keys of the blocks that it points to."""
        if self.is_source:
            return ()
        return (f"{REPLY_KEY}{self.issue}",) if self.kind == "reply" else self.keys

    @property
    def form(self) -> CitationForm:
        """Return what the reference says."""
        if self.kind != "reply":
            return CitationForm.PARAGRAPHS
        return CitationForm.REPLY_PARAGRAPHS if self.gives_paragraphs else CitationForm.REPLY


POINTERS = {
    "paragraph": "{{ paragraph('fund') }}",
    "paragraphs": "{{ paragraphs('fund', 'fund-2') }}",
    "reply": "{{ reply(14) }} or {{ reply(14, paragraphs=True) }}",
    "source": "{{ source('victims') }}",
    "table": "{{ table('courts') }}",
}
"""The names of the pointers, each with an example for messages."""


def read_pointer(kind: str, arguments: Sequence[object], named: Mapping[str, object]) -> Pointer | None:
    """Return the pointer that a call means; None where its arguments do not fit.

    Args:
        kind: one of `POINTERS`.
        arguments: those by position.
        named: those by name.
    """
    gives_paragraphs = named.get("paragraphs", False)
    keys = tuple(str(key) for key in arguments if isinstance(key, str) and key)
    match arguments:
        case [int(issue)] if kind == "reply" and not isinstance(issue, bool) and named.keys() <= {"paragraphs"}:
            return Pointer(kind, (), issue, gives_paragraphs) if isinstance(gives_paragraphs, bool) else None
        case [_, *others] if kind != "reply" and not named and len(keys) == len(arguments):
            return Pointer(kind, keys) if kind == "paragraphs" or not others else None
        case _:
            return None


class PointerWriter(Struct, frozen=True):
    """Writes pointers as semantic HTML; knows the issues of the list and, by the narrator, the indicators."""

    issues: Sequence[Issue]
    narrator: Narrator

    def write(self, pointer: Pointer) -> Markup:
        """Return the HTML of a pointer.

        Raises:
            PhraseError: for an issue that is not in the list, and for an indicator that is unknown or has no source.
        """
        if pointer.is_source:
            return Markup("<aside>{}</aside>").format(self._source(pointer.keys[0]))
        if pointer.kind == "reply" and all(issue.number != pointer.issue for issue in self.issues):
            raise PhraseError("RG526", number=pointer.issue, known=self._known_issues())
        targets = " ".join(f"#{key}" for key in pointer.targets)
        return Markup('<a class="{}" href="{}"></a>').format(pointer.form.value, targets)

    def function(self, name: str) -> Callable[..., Markup]:
        """Return the pointer of this name as a function that templates call."""

        def call(*arguments: object, **named: object) -> Markup:
            plain = [getattr(argument, "key", argument) if name == "source" else argument for argument in arguments]
            pointer = read_pointer(name, plain, named)
            if pointer is None:
                text = f"{name}({', '.join(map(str, arguments))})"
                raise PhraseError("RG522", text=text, name=name, example=Literal(POINTERS[name]))
            return self.write(pointer)

        return call

    def _source(self, key: str) -> str:
        """Return the source of an indicator as a sentence of a note."""
        source = self.narrator.subject(key).indicator.source
        if source is None:
            raise PhraseError("RG527", key=key)
        return as_sentence(source)

    def _known_issues(self) -> Literal:
        numbers = sorted(issue.number for issue in self.issues)
        if not numbers:
            return Literal("the list has no issues yet")
        return Literal(f"the list has issues from {numbers[0]} to {numbers[-1]}")


def as_sentence(words: str) -> str:
    """Return words as a note gives them: with a full stop, and a capital unless the first word has its own spelling."""
    words = words.strip()
    first = words.partition(" ")[0]
    begun = f"{words[:1].upper()}{words[1:]}" if first.isalpha() and first.islower() else words
    return begun if begun.endswith(_ENDS) else f"{begun}."
