"""Projects made of published reports."""
