"""A grammar of claims: what a text says about numbers and time."""

from reportgen.claims.model import Reading
from reportgen.claims.reading import read_claims

__all__ = ["Reading", "read_claims"]
