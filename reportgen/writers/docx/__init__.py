"""Write a numbered document tree as a Word file in the format of the United Nations."""
