"""Published documents, .docx and .txt, as document trees."""
