"""Russian, as the United Nations write it."""
