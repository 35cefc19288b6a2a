"""How a table is placed and what stands below it, for all writers.

Below a table stand its notes, in the order of their marks, and then its source.
"""

BODY_COLUMNS = 7
"""Columns that still fit into the column of the text; a wider table takes the page."""
SHORT = 12
"""Rows of a table that is kept on one page."""
