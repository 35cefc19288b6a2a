"""Safe reading of what comes from many hands: bytes of files, text, zip containers, XML parts.

In come paths and bytes that nobody vouches for; out come text and parts that were looked at once and are within the
bounds of `limits.py`, or one exception that carries the diagnostic. Nothing is fetched, unpacked by name or run.
"""
