"""Lines of text that may hold fields such as `{agency}`: which ones, the type of a line says."""

from string import Formatter
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

from reportgen.limits import LABEL_CHARACTERS


def refuse_text(text: str, reason: str) -> PydanticCustomError:
    """Return the error that refuses a text, for pydantic."""
    return PydanticCustomError("form", "{reason}", {"reason": reason, "text": text})


class Fields:
    """For pydantic: a text that holds no other fields than these."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Tell pydantic how to validate: without `AfterValidator`, which would look at a signature for each line."""
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def checked(self, text: str) -> str:
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
PlainLine = Annotated[ShortText, Fields()]
"""A text without fields."""
ABOUT_ALL = ("agency", "state", "symbol", "treaty")
TitleLine = Annotated[ShortText, Fields(*ABOUT_ALL)]
"""A text that may name the agency, the State, the treaty and the symbol of the report."""
CountedLine = Annotated[ShortText, Fields("count")]
"""A text with a number that the workbook keeps counting."""
