"""How a table is placed, for all writers."""

BODY_COLUMNS = 7
"""Columns that still fit into the column of the text; a wider table takes the page."""
SHORT = 12
"""Rows of a table that is kept on one page."""
