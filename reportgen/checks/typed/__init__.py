"""What authors type around figures from data: each judge reads one kind of words, and holds it against the data."""
