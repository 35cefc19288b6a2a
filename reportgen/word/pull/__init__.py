"""Edits of a Word file of ours returned to the inputs: prose to its texts, figures protected."""
