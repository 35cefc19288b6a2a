"""A grammar of claims: sentences come in, what they say of numbers goes out."""
