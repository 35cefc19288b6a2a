"""The English months, by name and by number."""

MONTHS = "January February March April May June July August September October November December".split()
MONTH = f"(?:{'|'.join(MONTHS)})"
"""A regular expression for the name of a month."""
MONTH_NUMBERS = {
    short: number
    for number, name in enumerate(map(str.lower, MONTHS), start=1)
    for short in {name, name[:3], "sept" if name == "september" else name}
}
"""The numbers of the months by their names and short forms in small letters: `sept` is 9."""
