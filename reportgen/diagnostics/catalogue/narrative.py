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
        "no_share": "a share is worked out of two counts, or of two amounts of money",
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
        "A reference names an indicator by its key, letter by letter. The keys are those of the sheet Indicators, or "
        "stand under `indicators:` in the YAML submissions.",
        "{{ victms | compared }} – write {{ victims | compared }}",
    ),
    "RG402": error(
        "an unknown filter",
        "“{key}” is given to “{filter}”, which is no filter",
        "correct the name of the filter: {nearest}; an example: {example}",
        "A filter is the word after the bar in a reference; it says how the figures are written. docs/phrases.md shows "
        "all of them.",
        "{{ victims | comparred }} – write {{ victims | compared }}",
    ),
    "RG403": error(
        "an argument that a filter does not know",
        "“{filter}” takes no argument “{argument}” (reference to “{key}”)",
        "{nearest}; an example: {example}",
        "What stands in the round brackets after a filter must be arguments that the filter takes.",
        "{{ victims | compared(units=True) }} – write {{ victims | compared(unit=True) }}",
    ),
    "RG404": error(
        "an argument of the wrong kind",
        "“{filter}”: {argument} {expected} (reference to “{key}”)",
        "correct the argument; an example: {example}",
        "Each argument of a filter takes one kind of value: a period, a number, True or False, a word, an indicator.",
        "{{ cases | change(digits='none') }} – write {{ cases | change(digits=0) }}",
    ),
    "RG405": error(
        "a filter that does not fit the indicator",
        "“{filter}” does not fit “{key}”: {reason}",
        "use another filter, or correct the unit of the indicator",
        "Some filters make sense for some units only: places belong to rankings, percentage points to percentages, "
        "nouns to counts.",
        "{{ victims | rank }} – write {{ victims | compared }}",
    ),
    "RG406": error(
        "a verb against the figures",
        "“{key}” went from {first} to {last}; “{verb}” is contrary to that",
        "leave the verb out, or use one that is true of the figures: {verbs}",
        "A verb that an author chooses is checked against the figures, so that no sentence says that something fell "
        "when it rose. Look at the text around it too: it may argue from a fall.",
        "{{ cases | change(verb='fall') }} where cases rose from 12 to 15 – write {{ cases | change(verb='rise') }}",
    ),
    "RG407": error(
        "a period that an indicator does not have",
        "“{key}” has no value for {period}",
        "add the value to the submission, or name another period: {nearest}",
        "A reference may name the period that it wants; the indicator must have a value for it.",
        "{{ cases | at(2019) }} where the values begin with 2020 – write {{ cases | at(2020) }}",
    ),
    "RG408": error(
        "a period without data",
        "“{key}” has no data for {period}",
        "enter the value, or name a period that has one (the latest is {latest}), such as at='{latest}'",
        "An empty value says that figures were asked for and there are none. An older figure is never put in the place "
        "of a missing one; say in the text that no data are available, or name the period that is meant.",
        "{{ cases }} with values {2022: 12, 2023: null} – write {{ cases | at(2022) }}",
    ),
    "RG409": error(
        "nothing to compare with",
        "“{key}” has no other period that {period} can be compared with",
        "add values for other periods of the same length, or write the reference without a comparison",
        "Whole years are compared with whole years, and a half of a year with the same half of another. An indicator "
        "with one such period has nothing to be compared with.",
        "{{ cases | compared }} with values {2023: 12} – write {{ cases }}",
    ),
    "RG410": error(
        "a comparison of unlike periods",
        "“{key}” cannot be compared between {other} and {period}: they are not alike, or not in this order",
        "name an earlier period of the same length, at the same place in its year",
        "A year is compared with a year, and a half of a year with the same half of another. Other comparisons "
        "mislead: a half-year against a whole year always looks like a fall.",
        "{{ cases | change(since=2022) }} where the latest value is for 2023-H1 – give a value for 2022-H1 and write "
        "{{ cases | change(since='2022-H1') }}",
    ),
    "RG411": error(
        "a change across a break in the series",
        "“{key}” has a break between {other} and {period}: {reason}",
        "use “compared” or “by_year”, which say so in words, or begin after the break with since=",
        "A break says that figures before and after it are not comparable. A change worked out across it would measure "
        "the new way of counting, not what happened.",
        "{{ cases | change }} with breaks {2023: a new definition} – write {{ cases | compared }}",
    ),
    "RG412": error(
        "a sum of a stock over years",
        "“{key}” is a stock; its values over the years cannot be added up",
        "use “by_year” or “compared”, or correct its measure if it is counted over each year",
        "A stock is a state at a date, such as the number of prisoners at the end of a year. Adding up stocks counts "
        "the same persons again and again.",
        "{{ prisoners | total }} – write {{ prisoners | by_year }}",
    ),
    "RG413": error(
        "a sum with a missing year",
        "“{key}” cannot be added up: there is no value for {years}",
        "add the missing values, or use “by_year”",
        "A sum over several years must hold every year from the first to the last; otherwise a reader takes it for "
        "more than it is.",
        "{{ cases | total }} with values for 2020 and 2022 only – write {{ cases | by_year }}",
    ),
    "RG414": error(
        "a division by nothing",
        "“{filter}” would divide by the value of “{key}”, which is not above 0",
        "use “from_to” or “compared”, which name both values",
        "There is no percentage of nothing, and nothing is no multiple of anything.",
        "{{ cases | fold }} from 0 to 14 – write {{ cases | from_to }}",
    ),
    "RG415": error(
        "an unknown part of a breakdown",
        "“{key}” has no part “{part}”",
        "write the label of the part as it stands in the submission: {nearest}",
        "A part of a breakdown is named by its label; where it has one for one and one for more, by the one for more.",
        "{{ victims | compared(part='woman') }} – write {{ victims | compared(part='women') }}",
    ),
    "RG416": error(
        "a breakdown without values",
        "“{key}” has no breakdown with values for {period}",
        "add the parts and their values, or name another period with at=",
        "The parts of a breakdown have values by period, like the whole.",
        "{{ killed | breakdown }} where the parts have values for 2022 only – write {{ killed | breakdown(at=2022) }}",
    ),
    "RG417": error(
        "a pattern that cannot be filled",
        "the pattern “{pattern}” names no indicator, or its braces do not match",
        "write the names of indicators in single braces, and {{year}} for the period, such as "
        "'{{cases}} cases in {{year}}'",
        "The pattern of each_year is filled once for every year: a name in braces stands for the value of that "
        "indicator in that year.",
        "{{ cases | each_year('cases in year') }} – write {{ cases | each_year('{cases} cases in {year}') }}",
    ),
    "RG418": error(
        "a part larger than its whole",
        "“{key}” is no part of “{other}” in {period}: {part} of {whole}",
        "correct one of the two figures, or name the right whole",
        "A share of more than 100 per cent, or below nothing, is a slip in the figures or in the reference.",
        "{{ judges | share_of(women) }} – write {{ women | share_of(judges) }}",
    ),
    "RG419": error(
        "a breakdown that an indicator does not have",
        "“{key}” has no breakdown by “{by}”",
        "name one with by=: {nearest}",
        "An indicator may be broken down by several criteria; `by` of its parts tells them apart.",
        "{{ victims | breakdown(by='gender') }} – write {{ victims | breakdown(by='sex') }}",
    ),
    "RG420": error(
        "a filter given to something else than an indicator",
        "“{filter}” is given to text; it takes an indicator",
        "write one filter only, directly after the name of an indicator, such as {example}",
        "Filters are not chained: each takes an indicator and gives finished text. Another period or a part is named "
        "in the brackets of the filter.",
        "{{ cases | at(2022) | compared }} – write {{ cases | compared(at=2022) }}",
    ),
    "RG421": error(
        "an indicator without any value",
        "“{key}” has no value at all",
        "enter its values, or remove the reference",
        "An indicator may be declared before its figures are there; a reference needs at least one.",
        "{{ cases }} with values {} – enter the values",
    ),
    "RG422": error(
        "an approximation that is not near the figure",
        "“{words}” is not true enough of “{key}”, which is {value}",
        "ask for more digits (digits=3), or use another word",
        "A round figure must lie near the exact one: at most a twentieth off for “nearly”, a tenth for “more than”.",
        "{{ events | about('nearly', digits=1) }} of 911 – write {{ events | about('nearly', digits=2) }}",
    ),
    "RG423": error(
        "a breakdown that is not named",
        "“{key}” has several breakdowns, and the reference names none",
        "say which one is meant: {criteria}",
        "An indicator may be broken down by several criteria, such as sex and age; `by` of its parts tells them apart.",
        "{{ victims | breakdown }} with breakdowns by sex and by age – write {{ victims | breakdown(by='sex') }}",
    ),
    "RG424": error(
        "a sum of rates, ratios, averages or indices over years",
        "“{key}” is given as {measure}; its values over the years cannot be added up or averaged",
        "use “by_year” or “compared”, or correct its measure if it is counted over each year",
        "Only what is counted over each year can be added up over years. The rates of three years are no rate of the "
        "three years together, and neither are ratios, averages and indices.",
        "{{ mortality | total }} with measure: ratio – write {{ mortality | by_year }}",
    ),
    "RG425": error(
        "a multiple below two",
        "“{key}” changed {multiple}-fold, which says less than a percentage",
        "use “change” or “from_to”: they say the change in per cent, in percentage points, or as two values",
        "Multiples are read as large changes: “a 1.1-fold decrease” says less than “a decrease of 6 per cent”.",
        "{{ unemployment | fold }} from 6.5 to 6.1 – write {{ unemployment | change }}",
    ),
    "RG426": warning(
        "a verb that does not agree with its figure",
        "“{words}” stands before “{figure}”",
        "write “there {verb}”, or words that fit any figure, such as “the number of cases was” and the reference",
        "A figure is written from data and changes with it; the words around it are typed and stay.",
        "There were {{ x | compared(unit=True) }} where x is 1 – write The number of cases was {{ x | compared }}",
    ),
    "RG427": warning(
        "a noun after the brackets of a figure",
        "“{noun}” stands after the brackets, far from its figure",
        "write {reference}, which puts the noun behind the figure, and delete “{noun}” after it",
        "A comparison stands in brackets behind its figure, and the noun belongs before them.",
        "The police received {{ x | compared }} reports – write The police received {{ x | compared(unit=True) }}",
    ),
    "RG428": warning(
        "a breakdown that was asked for and is not in the text",
        "issue {number} asks for figures by {by}; “{key}” has them, and the text gives the total alone",
        "add {{{{ {key} | breakdown }}}} or compared(including=…), or say in the reply that the annex has them",
        "Where a text refers to an indicator, nothing more is written of it from data. What the Committee asked for "
        "would stand in the annex alone, without a word.",
        "Legal aid was given to {{ x }} where the issue asks for women – write Legal aid was given to "
        "{{ x | compared(including='women') }}",
    ),
    "RG430": error(
        "a time that is not that of the figure",
        "“{time}” stands over {figure}, which is {what} ({label})",
        "{remedy}",
        "A sentence says when something was counted, and the figure must have been counted then. A year that is typed "
        "stays when a new figure comes; {{ x | last_period }} follows it.",
        "In 2023, {{ aid }} received legal aid, where the latest figure is that of 2025 – write "
        "In {{ aid | last_period }}, {{ aid }} received legal aid",
    ),
    "RG431": question(
        "a time that may not be that of the figure",
        "a reader may take “{time}” for the time of {figure}, which is {what} ({label})",
        "{remedy}; if the sentence is right as it stands, answer “confirmed” and say why, or name the period in the "
        "reference (at=)",
        "What a figure was counted for must be plain to the reader. Where words such as “since 2019”, “last year” or "
        "a year in the sentence before may be taken for its time, somebody must look. A final report is not made "
        "before that.",
        "In 2022, a law was passed; {{ x }} persons benefited, where the latest figure is that of 2025 – write "
        "in {{ x | last_period }}, {{ x }} persons benefited",
    ),
    "RG432": error(
        "a span of years over the figure of a part of it",
        "“{time}” covers more than {figure}, which is {what} alone ({label})",
        "{remedy}",
        "What is said to have happened in a span of years must be counted over all of it. {{ x | period }} is the "
        "span of all values, and {{ x }} the figure of the latest period alone.",
        "In {{ x | period }}, {{ x }} cases were heard – write In {{ x | last_period }}, {{ x }} cases were heard, or "
        "In {{ x | period }}, {{ x | total }} cases were heard",
    ),
    "RG450": error(
        "a typed number that contradicts the data",
        "“{typed}” is typed here, and the data say {value} for {period} ({label})",
        "{action}; or correct the figure; or say in words how the two differ",
        "A number that is typed beside a figure from data, and that states the same quantity for the same period, must "
        "be the same. It stays when the figure is corrected, and the report then contradicts itself. Numbers that may "
        "count something else (women, one region, another year) are left alone.",
        "In 2023, 350 persons ({{ victims }} in all) received compensation, where victims for 2023 is 348. Write "
        "{{ victims }} in place of 350",
    ),
}
