"""Safe reading of what comes from many hands: bytes of files, text, zip containers, XML parts.

Nobody vouches for the paths and bytes. The text and the parts that are made of them were looked at once and are within
the bounds of `limits.py`; else one exception carries the diagnostic. Nothing is fetched, unpacked by name or run.
"""
