"""A project from a published report: a document tree comes in, the files of a project go out."""
