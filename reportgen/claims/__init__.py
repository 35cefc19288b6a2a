"""A grammar of claims: text comes in, what it says of numbers goes out."""

from reportgen.claims.model import Reading
from reportgen.claims.reading import read_claims

__all__ = ["Reading", "read_claims"]
