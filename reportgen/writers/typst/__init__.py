"""The second writer of PDFs: the document tree as data, and a page in Typst's language that sets it."""
