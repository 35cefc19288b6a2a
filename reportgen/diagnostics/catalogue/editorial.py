"""What the editorial rules of the United Nations say of a text.

The rules are those of the United Nations Editorial Manual (un.org/dgacm/en/content/editorial-manual), cited by its
sections; where the Manual is silent, the usage of State reports that United Nations editors have edited is named as
such. The example of an entry is a text before and after, with an arrow between.
"""

from collections.abc import Callable

from reportgen.diagnostics.catalogue.entry import Entry, info, warning

NUMBERS = "Editorial Manual, “Numbers, dates and time”"
PUNCTUATION = "Editorial Manual, “Punctuation”"
SPELLING = "Editorial Manual, “Spelling”"
ABBREVIATIONS = "Editorial Manual, “Abbreviations and acronyms”"
REFERENCES = "Editorial Manual, “Footnotes and other references”"
USAGE = "usage of edited State reports"


def _rule(title: str, rule: str, meaning: str, source: str, example: str, weight: Callable[..., Entry] = info) -> Entry:
    """Return the entry of a rule on words: its message quotes them, its hint says what to write instead."""
    return weight(title, f"“{{words}}”: {rule}", "{advice}", f"{meaning} Source: {source}.", example)


ENTRIES: dict[str, Entry] = {
    "RG901": _rule(
        "a percentage not written with “per cent”",
        "a percentage is a figure and “per cent”",
        "In text a percentage is written in figures, also below 10, with a space and “per cent” in two words. The sign "
        "% is for tables.",
        NUMBERS,
        "The share was 16%. → The share was 16 per cent.",
    ),
    "RG902": _rule(
        "a number of ten or more in words",
        "numbers from 10 on are written in figures",
        "Numbers from 10 to 999,999 are written in figures, but for the beginning of a sentence.",
        NUMBERS,
        "The Act names fifteen offences. → The Act names 15 offences.",
    ),
    "RG903": _rule(
        "a figure below ten for a number of things",
        "a number below 10 that stands alone is written in words",
        "Numbers below 10 are written in words. Figures stay in percentages, decimals, money, measures, ages, votes, "
        "ratios, ranges, dates and the numbers of articles, and in a series as soon as one number is 10 or more: "
        "whether numbers form a series, a person decides.",
        NUMBERS,
        "The Office opened 3 branches. → The Office opened three branches.",
    ),
    "RG904": _rule(
        "a sentence that begins with a figure",
        "a sentence never begins with a figure",
        "At the beginning of a sentence a number is written in words; a long one is moved further back. A reference "
        "does that by itself.",
        NUMBERS,
        "12 officers were tried. → Twelve officers were tried.",
    ),
    "RG905": _rule(
        "an ordinal in figures",
        "ordinals up to ninety-ninth are written in words",
        "Ordinals are written in words to ninety-ninth and in figures from 100th.",
        NUMBERS,
        "It ranked 62nd in the index. → It ranked sixty-second in the index.",
    ),
    "RG906": _rule(
        "a number without a comma for its thousands",
        "thousands have a comma",
        "From four digits on, a comma divides thousands: 1,058. Years and the numbers of acts, resolutions and "
        "documents have none.",
        NUMBERS,
        "Aid went to 25487 persons. → Aid went to 25,487 persons.",
    ),
    "RG907": _rule(
        "a decimal without its point or zero",
        "decimals have a point, and a zero before it below 1",
        "English writes decimals with a point, and below 1 with a zero before it: 0.5.",
        NUMBERS,
        "The rate fell by 1,5 per cent. → The rate fell by 1.5 per cent.",
    ),
    "RG908": _rule(
        "a shortened million or billion",
        "“million” and “billion” are written in full",
        "Millions and billions are a figure and the full word: 2.2 million. Thousands are written in figures.",
        NUMBERS,
        "It reached 2.2 mln citizens. → It reached 2.2 million citizens.",
    ),
    "RG909": _rule(
        "a hyphen in a range",
        "a range of figures has an en dash without spaces",
        "Between the figures of a range stands an en dash without spaces: 2018–2022, articles 121–123. A hyphen "
        "belongs to numbers such as article 83-1.",
        NUMBERS,
        "The plan for 2022-2024 was approved. → The plan for 2022–2024 was approved.",
    ),
    "RG910": _rule(
        "a range after “from” or “between”",
        "“from” goes with “to”, “between” with “and”, and neither with a dash",
        "A range is written with a dash or with words, not with half of each.",
        USAGE,
        "It rose from 2018–2022. → It rose from 2018 to 2022.",
    ),
    "RG911": _rule(
        "a date in another form",
        "a date is day, month and year without comma or ending",
        "Dates are written 5 June 2022: the day first, the month in words, no comma, no “st” or “th”.",
        NUMBERS,
        "It was held on June 5th, 2022. → It was held on 5 June 2022.",
    ),
    "RG912": _rule(
        "“as of” with a date",
        "“as of” has two meanings",
        "The state on a day is given “as at” that day; what begins on a day begins “as from” it. “As of” is read as "
        "either.",
        USAGE,
        "As of 1 January 2024, there were 50 centres. → As at 1 January 2024, there were 50 centres.",
    ),
    "RG913": _rule(
        "an amount of money in another form",
        "the symbol of a currency stands before the amount, with a space",
        "The symbol or code of a currency stands before its amount, with a space between: T 49,456,000. The dollar "
        "sign has none.",
        USAGE,
        "The Fund paid USD500 in 2023. → The Fund paid USD 500 in 2023.",
    ),
    "RG914": _rule(
        "a currency without its name",
        "the name of this currency stands nowhere",
        "At its first use a currency is named, with its symbol in brackets: tenge (T).",
        USAGE,
        "The Fund paid T 8 billion. → The Fund paid 8 billion tenge (T).",
    ),
    "RG915": _rule(
        "“compared to”",
        "figures are compared “with” each other",
        "A figure is compared with another; “compared to” likens one thing to another.",
        f"{NUMBERS} (examples), and {USAGE}",
        "There were 348, compared to 262 in 2020. → There were 348, compared with 262 in 2020.",
    ),
    "RG916": _rule(
        "“an increase by”",
        "the noun goes with “of”, the verb with “by”",
        "Something increases by 5 per cent; it shows an increase of 5 per cent.",
        USAGE,
        "That is an increase by 5 per cent. → That is an increase of 5 per cent.",
    ),
    "RG917": _rule(
        "a multiple for a fall",
        "“times” tells of a rise, never of a fall",
        "What fell by half or by two thirds cannot have fallen two or three times: a multiple can only grow. Often "
        "this is a translation; readers work out different figures from it.",
        USAGE,
        "There were 3 times fewer complaints. → The number of complaints fell by two thirds.",
    ),
    "RG918": _rule(
        "“respectively” without its comma or its two lists",
        "“respectively” follows a comma and relates two lists in the same order",
        "The word stands behind a comma, and relates two lists of the same length. Often the sentence is clearer "
        "without it.",
        USAGE,
        "In 2022 and 2023, 10 and 12 were held respectively. → In 2022 and 2023, 10 and 12 were held, respectively.",
    ),
    "RG919": _rule(
        "a missing space",
        "a space is missing",
        "Words, figures, brackets and what follows a comma or stop stand apart by a space.",
        PUNCTUATION,
        "There were 162 (compared with151 in 2020). → There were 162 (compared with 151 in 2020).",
    ),
    "RG920": _rule(
        "more than one space",
        "one space is enough",
        "One space stands between words and after a full stop.",
        PUNCTUATION,
        "The Act  was adopted. → The Act was adopted.",
    ),
    "RG921": _rule(
        "a space before a comma or stop",
        "no space stands before this sign, or after an opening bracket",
        "In English no space stands before a comma, stop, colon or semicolon, nor within brackets.",
        PUNCTUATION,
        "The Act was adopted , and amended. → The Act was adopted, and amended.",
    ),
    "RG922": _rule(
        "a straight or foreign quotation mark",
        "quotation marks and apostrophes are curly",
        "Double quotation marks are “ and ”, single ones within them ‘ and ’; the apostrophe is ’. Where it is not "
        "certain which is meant, a person decides.",
        "Editorial Manual, “Quotations”",
        'The "Healthy Nation" project began. → The “Healthy Nation” project began.',
    ),
    "RG923": _rule(
        "a hyphen for a dash",
        "a dash between words is an en dash",
        "A hyphen joins the parts of a word. Between words stands an en dash with spaces, or commas or brackets.",
        USAGE,
        "The courts - all three tiers - sit daily. → The courts – all three tiers – sit daily.",
    ),
    "RG924": _rule(
        "a comma before “and” in a simple list",
        "no comma stands before the last item of a simple list",
        "In a simple list of words or figures “and” has no comma before it. Only lists of single words and figures "
        "are looked at.",
        PUNCTUATION,
        "It trains judges, lawyers, and doctors. → It trains judges, lawyers and doctors.",
    ),
    "RG925": _rule(
        "“art.” or “para.” in a sentence",
        "“article” and “paragraph” are written in full in a sentence",
        "In running text the words are written in full; “art.”, “arts.”, “para.” and “paras.” are for brackets and "
        "notes.",
        REFERENCES,
        "Under art. 14 of the Act, they are equal. → Under article 14 of the Act, they are equal.",
    ),
    "RG926": _rule(
        "the form of a citation",
        "a paragraph of an article stands in brackets after a space, and several articles are “arts.”",
        "A citation reads “article 14 (1)”, in brackets “(art. 14 (1))”, “(arts. 13 and 14)”.",
        REFERENCES,
        "Article 14(1) applies. → Article 14 (1) applies.",
    ),
    "RG927": _rule(
        "“article” in full in a bracket that only cites",
        "a citation in brackets is abbreviated",
        "A bracket that holds nothing but a citation has “art.”, “arts.”, “para.” or “paras.”.",
        REFERENCES,
        "All are equal (article 14). → All are equal (art. 14).",
    ),
    "RG928": _rule(
        "a capital for an article within a sentence",
        "“article” and “paragraph” are lower-case within a sentence",
        "“Article” and “paragraph” have a capital only where a sentence begins.",
        "Editorial Manual, “Capitalization”",
        "It follows from Article 14 of the Act. → It follows from article 14 of the Act.",
    ),
    "RG929": _rule(
        "another sign for a number",
        "the number of an act is “No.”",
        "Orders, decrees and communications are cited with “No.” and a space.",
        REFERENCES,
        "Order № 264 was adopted. → Order No. 264 was adopted.",
    ),
    "RG930": _rule(
        "a spelling with -ise or -yze",
        "Oxford spelling has -ize and -yse",
        "The United Nations spells organize, recognize, criminalize, but analyse and paralyse, and advise, comprise, "
        "exercise. Only words from a list are looked at, and no names.",
        SPELLING,
        "The Act recognises the victim. → The Act recognizes the victim.",
    ),
    "RG931": _rule(
        "a spelling that the United Nations does not use",
        "the United Nations spells this word otherwise",
        "British spelling is used: labour, centre, programme, defence; and cooperation, coordinate, website. Only "
        "words from a list are looked at, and no names.",
        SPELLING,
        "The program protects labor rights. → The programme protects labour rights.",
    ),
    "RG932": _rule(
        "“UN” for the United Nations",
        "“United Nations” is never abbreviated",
        "The name is written in full, also before another noun. Names that hold it, such as UN-Women, stay.",
        ABBREVIATIONS,
        "It works with the UN committees. → It works with the United Nations committees.",
    ),
    "RG933": _rule(
        "the capitals of “State party”",
        "“State party” and “Member State” have these capitals",
        "The committees write “State party” and “States parties”. Where both words have capitals, as in some newer "
        "documents, nothing is said.",
        "Editorial Manual, “Capitalization”, and the committees’ own documents",
        "A state party must report. → A State party must report.",
    ),
    "RG934": _rule(
        "an abbreviation without explanation",
        "this abbreviation is not explained before it is used",
        "At its first use the full name is given, with the abbreviation in brackets. What is better known than its "
        "full name, such as HIV and DNA, is left alone.",
        ABBREVIATIONS,
        "A NPM was set up. → A national preventive mechanism (NPM) was set up.",
    ),
    "RG935": _rule(
        "a note to the authors left in",
        "this speaks to the authors, not to the Committee",
        "A request for data, a placeholder or a note of an editor does not belong into the report. Words that may also "
        "be meant for the reader (“to be confirmed by the court”) are left alone.",
        USAGE,
        "So far, XX persons were trained. → So far, 15 persons were trained.",
        warning,
    ),
    "RG936": _rule(
        "the same paragraph twice",
        "this paragraph stands further up already",
        "A paragraph is the same where four fifths of its runs of four words are. Said once, it can be referred to: "
        "{{ paragraph('key') }}.",
        "General Assembly resolution 68/268, on the length of reports",
        "Two agencies sent the same account of a law. → One of them refers to the other.",
        warning,
    ),
    "RG937": _rule(
        "a typed number that an indicator holds",
        "an indicator of this issue holds this number",
        "A number that was typed stays when the figure is corrected. A reference follows it, and is written by the "
        "rules. Only numbers from 10 on are looked at, with words of the indicator’s label nearby.",
        "the data of the project itself",
        "Compensation went to 348 victims. → Compensation went to {{ victims }} victims.",
    ),
    "RG938": _rule(
        "a heading with a full stop",
        "a heading has no full stop",
        "Headings end without a stop.",
        "Editorial Manual, “Headings”",
        "Gender equality. → Gender equality",
    ),
    "RG939": _rule(
        "bold for emphasis",
        "text is not emphasized with bold",
        "Neither bold nor italics are used for emphasis; in committees’ documents bold marks recommendations.",
        "Editorial Manual, “Italics and bold”",
        "All are **strictly** equal. → All are strictly equal.",
    ),
    "RG940": _rule(
        "a semicolon after an item with a bullet",
        "items with bullets end without a semicolon",
        "Short items with bullets have no sign at their end, full sentences a stop; semicolons belong to items with "
        "letters.",
        "Editorial Manual, “Paragraphs and subparagraphs”",
        "The police; → The police",
    ),
    "RG941": _rule(
        "a word twice",
        "this word stands twice",
        "Short words are often typed twice where a line breaks or a sentence was changed.",
        "a slip of the keyboard",
        "It was adopted by the the Senate. → It was adopted by the Senate.",
    ),
    "RG942": _rule(
        "a misspelled word",
        "this word is often misspelled so",
        "Found with a list of words that are often misspelled, so that names and terms of the country pass. Only where "
        "the extra for spelling is installed: pip install 'reportgen[spelling]'.",
        "the list of the program typos",
        "The goverment agreed. → The government agreed.",
    ),
    "RG960": warning(
        "a correction that cannot be written",
        "“{words}” was not corrected: the file would no longer be read as it is meant",
        "correct it by hand: {advice}",
        "Corrections are made in the text of a file, so that comments and layout stay. The file is then read again; "
        "where it does not hold exactly the corrected texts, the correction is not written. Most often the text needs "
        "quotation marks in YAML.",
        "label: police:women, where a space after the colon would make a field of it. Write label: “police: women” "
        "within quotation marks.",
    ),
}
