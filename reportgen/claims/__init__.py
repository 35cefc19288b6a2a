"""A grammar of claims: what a text says about numbers and time."""

from reportgen.claims.model import ClaimsRead
from reportgen.claims.reading import read_claims

__all__ = ["ClaimsRead", "read_claims"]
