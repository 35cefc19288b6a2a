"""Problems of the stage narrative: references that cannot be written, or not truly."""

from reportgen.diagnostics.catalogue.entry import Entry, error, question, warning
from reportgen.diagnostics.diagnostic import Literal

EXPECTED = {
    name: Literal(words)
    for name, words in {
        "flag": "must be True or False",
        "period": "must be a period such as 2023, '2020-2023' or '2023-H1'",
        "periods": "must be a list of periods such as [2020, 2022]",
        "digits": "must be a number of decimals from 0 to 6",
        "number": "must be a number",
        "count": "must be a whole number above 0",
        "text": "must be text in quotation marks",
        "verb": "must be one of 'increase', 'rise', 'grow', 'decrease', 'fall', 'decline', 'drop'",
        "subject": "must be the name of an indicator, without quotation marks",
        "included": "must be the name of an indicator, or the label of a part in quotation marks",
        "order": "must be 'earliest-first' or 'latest-first'",
        "form": "must be 'verb' or 'noun'",
        "show": "must be 'values', 'years' or 'none'",
        "approximation": "must be 'some', 'about', 'more than', 'over', 'nearly', 'almost' or 'less than'",
        "missing": "is missing",
        "fewer": "are more arguments than it takes",
        "once": "is given twice",
    }.items()
}
"""What an argument must be, by its kind."""

MISFITS = {
    name: Literal(words)
    for name, words in {
        "no_noun": "it has no noun to print; give its unit as {one: person, other: persons}",
        "no_sum": "percentages and places in a ranking cannot be added up",
        "no_parts": "rates, averages and percentages of groups are no parts of the whole; use breakdown",
        "no_share": "a share is worked out of two counts, or of two amounts in one currency or unit",
        "no_rank": "it is no place in a ranking; give its unit as rank, or use change",
        "no_fraction": "the share is near none of the simple fractions; use share_of",
        "no_points": "it is no percentage; use change",
        "no_change": "a place in a ranking is told by rank_change",
        "no_rate": "a rate is worked out of two counts",
        "no_stock": "it is counted over a period; a date fits a stock (measure: stock)",
        "no_average": "only counts and amounts of years are averaged",
    }.items()
}
"""Why a filter does not fit an indicator, with what to do."""

ENTRIES: dict[str, Entry] = {
    "RG401": error(
        "a reference to an unknown indicator",
        "there is no indicator “{key}”",
        "correct the name ({nearest}), or add the indicator to a submission",
    ),
    "RG402": error(
        "an unknown filter",
        "“{key}” is given to “{filter}”, which is no filter",
        "correct the name of the filter: {nearest}; an example: {example}",
    ),
    "RG403": error(
        "an argument that a filter does not know",
        "“{filter}” takes no argument “{argument}” (reference to “{key}”)",
        "{nearest}; an example: {example}",
    ),
    "RG404": error(
        "an argument of the wrong kind",
        "“{filter}”: {argument} {expected} (reference to “{key}”)",
        "correct the argument; an example: {example}",
    ),
    "RG405": error(
        "a filter that does not fit the indicator",
        "“{filter}” does not fit “{key}”: {reason}",
        "use another filter, or correct the unit of the indicator",
    ),
    "RG406": error(
        "a verb against the figures",
        "“{key}” went from {first} to {last}; “{verb}” is contrary to that",
        "leave the verb out, or use one that is true of the figures: {verbs}",
    ),
    "RG407": error(
        "a period that an indicator does not have",
        "“{key}” has no value for {period}",
        "add the value to the submission, or name another period: {nearest}",
    ),
    "RG408": error(
        "a period without data",
        "“{key}” has no data for {period}",
        "enter the value, or name a period that has one (the latest is {latest}), such as at='{latest}'",
    ),
    "RG409": error(
        "nothing to compare with",
        "“{key}” has no other period that {period} can be compared with",
        "add values for other periods of the same length, or write the reference without a comparison",
    ),
    "RG410": error(
        "a comparison of unlike periods",
        "“{key}” cannot be compared between {other} and {period}: they are not alike, or not in this order",
        "name an earlier period of the same length, at the same place in its year",
    ),
    "RG411": error(
        "a change across a break in the series",
        "“{key}” has a break between {other} and {period}: {reason}",
        "use “compared” or “by_year”, which say so in words, or begin after the break with since=",
    ),
    "RG412": error(
        "a sum of a stock over years",
        "“{key}” is a stock; its values over the years cannot be added up",
        "use “by_year” or “compared”, or correct its measure if it is counted over each year",
    ),
    "RG413": error(
        "a sum with a missing year",
        "“{key}” cannot be added up: there is no value for {years}",
        "add the missing values, or use “by_year”",
    ),
    "RG414": error(
        "a division by nothing",
        "“{filter}” would divide by the value of “{key}”, which is not above 0",
        "use “from_to” or “compared”, which name both values",
    ),
    "RG415": error(
        "an unknown part of a breakdown",
        "“{key}” has no part “{part}”",
        "write the label of the part as it stands in the submission: {nearest}",
    ),
    "RG416": error(
        "a breakdown without values",
        "“{key}” has no breakdown with values for {period}",
        "add the parts and their values, or name another period with at=",
    ),
    "RG417": error(
        "a pattern that cannot be filled",
        "the pattern “{pattern}” names no indicator, or its braces do not match",
        "write the names of indicators in single braces, and {{year}} for the period, such as "
        "'{{cases}} cases in {{year}}'",
    ),
    "RG418": error(
        "a part larger than its whole",
        "“{key}” is no part of “{other}” in {period}: {part} of {whole}",
        "correct one of the two figures, or name the right whole",
    ),
    "RG419": error(
        "a breakdown that an indicator does not have",
        "“{key}” has no breakdown by “{by}”",
        "name one with by=: {nearest}",
    ),
    "RG420": error(
        "a filter given to something else than an indicator",
        "“{filter}” is given to text; it takes an indicator",
        "write one filter only, directly after the name of an indicator, such as {example}",
    ),
    "RG421": error(
        "an indicator without any value",
        "“{key}” has no value at all",
        "enter its values, or remove the reference",
    ),
    "RG422": error(
        "an approximation that is not near the figure",
        "“{words}” is not true enough of “{key}”, which is {value}",
        "ask for more digits (digits=3), or use another word",
    ),
    "RG423": error(
        "a breakdown that is not named",
        "“{key}” has several breakdowns, and the reference names none",
        "say which one is meant: {criteria}",
    ),
    "RG424": error(
        "a sum of rates, ratios, averages or indices over years",
        "“{key}” is given as {measure}; its values over the years cannot be added up or averaged",
        "use “by_year” or “compared”, or correct its measure if it is counted over each year",
    ),
    "RG425": error(
        "a multiple below two",
        "“{key}” changed {multiple}-fold, which says less than a percentage",
        "use “change” or “from_to”: they say the change in per cent, in percentage points, or as two values",
    ),
    "RG426": warning(
        "a verb that does not agree with its figure",
        "“{words}” stands before “{figure}”",
        "write “there {verb}”, or words that fit any figure, such as “the number of cases was” and the reference",
    ),
    "RG427": warning(
        "a noun after the brackets of a figure",
        "“{noun}” stands after the brackets, far from its figure",
        "write {reference}, which puts the noun behind the figure, and delete “{noun}” after it",
    ),
    "RG428": warning(
        "a breakdown that was asked for and is not in the text",
        "issue {number} asks for figures by {by}; “{key}” has them, and the text gives the total alone",
        "add {{{{ {key} | breakdown }}}} or compared(including=…), or say in the reply that the annex has them",
    ),
    "RG430": error(
        "a time that is not that of the figure",
        "“{time}” stands over {figure}, which is {what} ({label})",
        "{remedy}",
    ),
    "RG431": question(
        "a time that may not be that of the figure",
        "a reader may take “{time}” for the time of {figure}, which is {what} ({label})",
        "{remedy}; if the sentence is right as it stands, answer “confirmed” and say why, or name the period in the "
        "reference (at=)",
    ),
    "RG432": error(
        "a span of years over the figure of a part of it",
        "“{time}” covers more than {figure}, which is {what} alone ({label})",
        "{remedy}",
    ),
    "RG450": error(
        "a typed number that contradicts the data",
        "“{typed}” is typed here, and the data say {value} for {period} ({label})",
        "{action}; or correct the figure; or say in words how the two differ",
    ),
}
