"""Write a numbered document tree as one self-contained HTML page, for screen and for print."""
