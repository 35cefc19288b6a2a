"""Cases: a text with references, the indicators that it names, and the text that must come out."""

from typing import Literal

from pydantic import Field

from reportgen.model.base import Label, Model, Text, nothing
from reportgen.model.indicators import Indicators
from reportgen.model.periods import Period


class Case(Model):
    """One case of a file for `reportgen phrase`."""

    id: Label
    text: Text
    indicators: Indicators = Field(default_factory=nothing)
    expect: Text | None = None
    """The exact text; ordinary spaces stand for non-breaking ones too."""
    year: Period | None = None
    """The reference year; None: the latest period."""
    lang: Literal["en", "fr"] | None = None
    """The language of the text; None: the one that the command names."""
