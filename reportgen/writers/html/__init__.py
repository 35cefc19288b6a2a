"""The HTML writer: a numbered document tree comes in, one self-contained page goes out, for screen and for print."""
