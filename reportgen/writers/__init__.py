"""Writers: a numbered document tree comes in, the bytes of one format go out. They share wording and the first page."""
