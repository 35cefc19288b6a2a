"""Checks: they look at a valid report from the side and say what a careful reader would ask."""
