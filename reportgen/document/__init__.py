"""The document tree, its numbering, and ways to walk and show it."""
