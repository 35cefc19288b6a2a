"""What the general reading finds, as values."""

from decimal import Decimal
from typing import NamedTuple

from reportgen.published.audit.general.equations import Equation

STRONG, WORDS, WEAK = Decimal("0.6"), Decimal("0.1"), Decimal("0.02")
"""How often an equation may nearly hold by chance, to be asked about: where its words leave no other reading, where
they speak of such a relation, and where they allow it."""


class Related(NamedTuple):
    """An equation that is right, or that should be."""

    equation: Equation
    is_right: bool
    word: str = ""
    """The word of direction that its values contradict."""
    is_weak: bool = False
    """Whether signs speak for it rather than words, so that it is a remark at most."""
