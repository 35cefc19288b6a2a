"""How a reference to data stands in a text: `{{ victims | each('in {year}') }}`; what it means, `compose` reads."""

from reportgen.regex import regex

REFERENCE = r"""\{\{(?:[^{}"']|"[^"\n]*+"|'[^'\n]*+')*\}\}"""
"""Matches a whole reference, without a group; its quoted texts may hold braces and bars of their own."""
REFERENCES = regex(REFERENCE)
