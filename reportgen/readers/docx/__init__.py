"""DOCX: the bytes of a Word file come in, its lines and tables go out, with what is to be said of it."""
