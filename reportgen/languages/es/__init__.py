"""Spanish, as the United Nations write it."""
