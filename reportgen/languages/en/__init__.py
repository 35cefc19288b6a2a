"""English, as the United Nations write it (Editorial Manual; sections 7 and 10 of its conventions)."""
