"""The command line: a lazy table of commands, and what they share."""
