"""Write a numbered document tree in one format; all share wording and the places of the first page."""
