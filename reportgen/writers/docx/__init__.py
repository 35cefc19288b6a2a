"""DOCX: a numbered document tree comes in, the bytes of a Word file in the United Nations' format go out."""
