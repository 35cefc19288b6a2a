"""The tracked changes between two Word files of ours, or between the builds of two projects.

`atoms.py` cuts a paragraph into words, fields and marks; `weaving.py` compares two stretches of paragraphs by them;
`rows.py` does the same for tables; `blocks.py` walks through both documents by the pairs that verify finds;
`carrying.py` fits what comes from the old file into the new one; `settling.py` accepts and rejects changes, by which
every redline is proved before it is given out; `summary.py` says what was changed, by issue and agency.
"""
