"""Who has sent what: as facts, text, a page with charts, and a workbook."""
