"""Who has sent what: as facts, text, and a page with charts."""
