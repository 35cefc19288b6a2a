"""Figures of a published text as indicators and references."""
