"""What a text claims, recomputed: a document tree comes in, findings go out."""
