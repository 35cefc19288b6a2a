"""The words that numbering and the writers add to a document, in its language.

Patterns have fields in braces; `~` stands for a space that does not break. The defaults are English, which every
document has that names no other language.
"""

from msgspec import Struct

Forms = tuple[str, str]
"""For one, and for more."""
ManyForms = tuple[str, ...]
"""For one, then for two where the language tells them apart, and for more."""


class Wording(Struct, frozen=True, kw_only=True):
    """References, labels and heads; one a language, in `languages/`."""

    paragraph: ManyForms = ("paragraph {numbers}", "paragraphs {numbers}")
    """{numbers}: in running text."""
    paragraph_short: ManyForms = ("para. {numbers}", "paras. {numbers}")
    """{numbers}: in brackets and notes."""
    span: str = "–"
    """Between the first and the last of consecutive paragraphs."""
    comma: str = ", "
    last: str = " and "
    """Between the last two of some paragraphs."""
    above: Forms = ("", " above")
    """Before and after paragraphs that stand before the citing one."""
    below: Forms = ("", " below")
    table: str = "table {number}"
    section: str = "section {letter}"
    reply: str = "the reply to {asked}"
    asked: str = "the issues raised in paragraph {number}"
    """{number}: what a reply answers, as the treaty body's replies name it."""
    annex: str = "Annex"
    """The label of an annex; a numeral follows where there are several."""
    annex_in_text: str = "annex"
    annexes: tuple[str, ...] = ()
    """The ordinals of annexes, where they have no Roman numerals: `الأول`."""
    table_label: str = "Table {number}"
    """The line above the title of a table."""
    source: str = "Source: "
    """In italics before the source of a table."""
    contents: Forms = ("Paragraphs", "Page")
    """The heads of the two columns of numbers in the list of contents."""
    description: str = "Columns: {heads}. Rows: {rows}."
    """What a screen reader says of a table before it is entered."""
    list_comma: str = ", "
    """Between the heads of columns in that description."""
    number: str = "{number}."
    """The number of a paragraph before its text."""
    part: str = "{letter}."
    """The label of a part of the report."""
    parts: tuple[str, ...] = ()
    """The names of the letters that parts have, where they are not A, B, C: `ألف`."""
    has_abjad: bool = False
    """Whether items and notes to tables have the letters أ, ب, ج, and items below items numbers."""
    has_closed_items: bool = False
    """Whether items are `a)`, `i)`, and not `(a)`, `(i)`."""


ENGLISH = Wording()


def say_asked(words: Wording, pattern: str, number: object) -> str:
    """Return a pattern of a reply, `Reply to {asked}`, with what the issue of a number asks."""
    return say(pattern, asked=say(words.asked, number=number))


def say(pattern: str, **values: object) -> str:
    """Return a pattern with its fields filled and its spaces kept together."""
    return pattern.replace("~", "\u00a0").format(**values)
