"""The tracked changes between two Word files of ours, or between the builds of two projects.

`stories.py` knows what the text and the notes of a file refer to, and `sides.py` a file as it is compared; `atoms.py`
cuts a paragraph into words, fields and marks; `weaving.py` compares two stretches of paragraphs by them; `rows.py` does
the same for tables; `blocks.py` walks through both documents by the pairs of `word/align.py`; `carrying.py` fits what
comes from the old file into the new one, and `packing.py` puts it there; `settling.py` accepts and rejects changes, by
which every redline is proved before it is given out; `recording.py` and `summary.py` say what was changed.
"""
