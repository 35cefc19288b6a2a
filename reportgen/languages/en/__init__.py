"""English, as the United Nations write it (Editorial Manual)."""
