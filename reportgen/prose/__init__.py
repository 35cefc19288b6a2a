"""Plain text as people read it: sentences, words, notes to the authors, spacing."""
