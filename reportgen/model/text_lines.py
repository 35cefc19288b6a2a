"""Lines of text that may hold fields such as `{agency}`: which ones, the type of a line says."""

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from reportgen.limits import LABEL_CHARACTERS


def refuse_text(text: str, reason: str) -> PydanticCustomError:
    """Return the error that refuses a text, for pydantic."""
    return PydanticCustomError("form", "{reason}", {"reason": reason, "text": text})


class Fields:
    """For pydantic: a text that holds no other fields than these."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def __call__(self, text: str) -> str:
        """Return the text, where each of its fields is known.

        Raises:
            PydanticCustomError: where one is not, or where a brace stands alone.
        """
        try:
            found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError:
            raise refuse_text(text, "has a brace that stands alone; write {{ for a brace of its own") from None
        if unknown := found - self.names:
            raise refuse_text(
                text, f"may name {', '.join(sorted(self.names)) or 'no fields'} in braces, and not {min(unknown)!r}"
            )
        return text


ShortText = Annotated[str, StringConstraints(min_length=1, max_length=LABEL_CHARACTERS)]
PlainLine = Annotated[ShortText, AfterValidator(Fields())]
"""A text without fields."""
ABOUT_ALL = ("agency", "state", "symbol", "treaty")
TitleLine = Annotated[ShortText, AfterValidator(Fields(*ABOUT_ALL))]
"""A text that may name the agency, the State, the treaty and the symbol of the report."""
CountedLine = Annotated[ShortText, AfterValidator(Fields("count"))]
"""A text with a number that the workbook keeps counting."""
