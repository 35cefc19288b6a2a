"""Every threshold of narrative, with its reason."""

from decimal import Decimal

FIGURES_FROM = 10
"""Numbers from here on are written in figures (United Nations Editorial Manual)."""
TABLE_FROM = 13
"""A sentence with more than a dozen figures is no longer read; from this many on a table stands in its place."""
SMALL_BASE = Decimal(20)
"""Below twenty cases one more or less moves the percentage by over five points: generated text gives no percentage."""
PERCENT_DIGITS = 1
"""Decimals of a percentage worked out here, where the author asks for no other number."""
FOLD_DIGITS = 1
"""Decimals of a multiple."""
MAX_DIGITS = 6
"""Decimals that an author may ask for."""
