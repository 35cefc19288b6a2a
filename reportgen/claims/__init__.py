"""A grammar of claims: what a text says about numbers and time."""
