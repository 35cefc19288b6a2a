"""Checks of templates before a report meets them."""
