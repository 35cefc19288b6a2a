"""The command line: a lazy table of commands, and what they share."""

COLLECT = (200_000, 50, 100)
"""When the garbage collector looks: a report is a million small values that all stay, and looking at them again and
again took 40 per cent of composing a large one (measured)."""
