"""Audits: what a text claims, recomputed."""
