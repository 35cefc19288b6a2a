"""The editorial rules over a whole project: its texts with their places, and the files with safe corrections made."""
