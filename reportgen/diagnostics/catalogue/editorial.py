"""What the editorial rules of the United Nations say of a text.

The rules are those of the United Nations Editorial Manual (un.org/dgacm/en/content/editorial-manual), cited by its
sections; where the Manual is silent, the usage of State reports that United Nations editors have edited is named as
such. The example of an entry is a text before and after, with an arrow between.
"""

from collections.abc import Callable

from reportgen.diagnostics.catalogue.entry import Entry, info, warning


def _rule(title: str, rule: str, weight: Callable[..., Entry] = info) -> Entry:
    """Return the entry of a rule on words: its message quotes them, its hint says what to write instead."""
    return weight(title, f"“{{words}}”: {rule}", "{advice}")


ENTRIES: dict[str, Entry] = {
    "RG901": _rule("a percentage not written with “per cent”", "a percentage is a figure and “per cent”"),
    "RG902": _rule("a number of ten or more in words", "numbers from 10 on are written in figures"),
    "RG903": _rule(
        "a figure below ten for a number of things", "a number below 10 that stands alone is written in words"
    ),
    "RG904": _rule("a sentence that begins with a figure", "a sentence never begins with a figure"),
    "RG905": _rule("an ordinal in figures", "ordinals up to ninety-ninth are written in words"),
    "RG906": _rule("a number without a comma for its thousands", "thousands have a comma"),
    "RG907": _rule("a decimal without its point or zero", "decimals have a point, and a zero before it below 1"),
    "RG908": _rule("a shortened million or billion", "“million” and “billion” are written in full"),
    "RG909": _rule("a hyphen in a range", "a range of figures has an en dash without spaces"),
    "RG910": _rule(
        "a range after “from” or “between”", "“from” goes with “to”, “between” with “and”, and neither with a dash"
    ),
    "RG911": _rule("a date in another form", "a date is day, month and year without comma or ending"),
    "RG912": _rule("“as of” with a date", "“as of” has two meanings"),
    "RG913": _rule(
        "an amount of money in another form", "the symbol of a currency stands before the amount, with a space"
    ),
    "RG914": _rule("a currency without its name", "the name of this currency stands nowhere"),
    "RG915": _rule("“compared to”", "figures are compared “with” each other"),
    "RG916": _rule("“an increase by”", "the noun goes with “of”, the verb with “by”"),
    "RG917": _rule("a multiple for a fall", "“times” tells of a rise, never of a fall"),
    "RG918": _rule(
        "“respectively” without its comma or its two lists",
        "“respectively” follows a comma and relates two lists in the same order",
    ),
    "RG919": _rule("a missing space", "a space is missing"),
    "RG920": _rule("more than one space", "one space is enough"),
    "RG921": _rule("a space before a comma or stop", "no space stands before this sign, or after an opening bracket"),
    "RG922": _rule("a straight or foreign quotation mark", "quotation marks and apostrophes are curly"),
    "RG923": _rule("a hyphen for a dash", "a dash between words is an en dash"),
    "RG924": _rule("a comma before “and” in a simple list", "no comma stands before the last item of a simple list"),
    "RG925": _rule("“art.” or “para.” in a sentence", "“article” and “paragraph” are written in full in a sentence"),
    "RG926": _rule(
        "the form of a citation",
        "a paragraph of an article stands in brackets after a space, and several articles are “arts.”",
    ),
    "RG927": _rule("“article” in full in a bracket that only cites", "a citation in brackets is abbreviated"),
    "RG928": _rule(
        "a capital for an article within a sentence", "“article” and “paragraph” are lower-case within a sentence"
    ),
    "RG929": _rule("another sign for a number", "the number of an act is “No.”"),
    "RG930": _rule("a spelling with -ise or -yze", "Oxford spelling has -ize and -yse"),
    "RG931": _rule("a spelling that the United Nations does not use", "the United Nations spells this word otherwise"),
    "RG932": _rule("“UN” for the United Nations", "“United Nations” is never abbreviated"),
    "RG933": _rule("the capitals of “State party”", "“State party” and “Member State” have these capitals"),
    "RG934": _rule("an abbreviation without explanation", "this abbreviation is not explained before it is used"),
    "RG935": _rule("a note to the authors left in", "this speaks to the authors, not to the Committee", warning),
    "RG936": _rule("the same paragraph twice", "this paragraph stands further up already", warning),
    "RG937": _rule("a typed number that an indicator holds", "an indicator of this issue holds this number"),
    "RG938": _rule("a heading with a full stop", "a heading has no full stop"),
    "RG939": _rule("bold for emphasis", "text is not emphasized with bold"),
    "RG940": _rule("a semicolon after an item with a bullet", "items with bullets end without a semicolon"),
    "RG941": _rule("a word twice", "this word stands twice"),
    "RG942": _rule("a misspelled word", "this word is often misspelled so"),
    "RG960": warning(
        "a correction that cannot be written",
        "“{words}” was not corrected: the file would no longer be read as it is meant",
        "correct it by hand: {advice}",
    ),
}
