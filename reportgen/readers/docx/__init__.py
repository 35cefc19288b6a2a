"""Word files as lines and tables.

`parts.py` opens the container, `styles.py` and `numbering.py` know what Word makes of styles and lists, `story.py`
reads what stands in a paragraph, `body.py` what stands in the text. Only these parts are read: the text, its notes,
styles and lists; comments are counted. Nothing is fetched, run or opened that the file points to.
"""
