"""The editorial rules of the United Nations for English text."""
