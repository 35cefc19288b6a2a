"""Figures of a published text as indicators: claims come in, indicators and texts with references go out."""
