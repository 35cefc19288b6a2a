"""What `reportgen explain` says to a coordinator. The tool speaks English whatever the report's language is."""

FACTS = {
    "label": "counts",
    "unit": "unit",
    "measure": "measure",
    "latest": "latest value",
    "earlier": "compared with",
    "missing": "no data for",
    "inside": "within the latest span",
    "unlike": "not comparable with the latest period",
    "trend": "course",
    "change": "change against the earlier value",
    "marked": "figures with a status or a note",
    "breaks": "breaks in the series",
    "parts": "breakdown",
    "figures": "figures in a sentence",
}
"""How each fact is called."""

TRENDS = {
    "none": "none can be told (one value, unlike periods, a gap or a break)",
    "constant": "the same in every period",
    "up": "up in every period",
    "down": "down in every period",
    "mixed": "up and down, or two values only",
}

MEASURES = {
    "flow": "flow: counted over each period, may be added up",
    "stock": "stock: a state at a date, adds up over parts only",
    "rate": "rate: adds up neither over periods nor over parts",
    "ratio": "ratio: adds up neither over periods nor over parts",
    "average": "average: adds up neither over periods nor over parts",
    "index": "index: adds up neither over periods nor over parts",
    "rank": "rank: a place, never added up",
}

BARE = "bare count"

REASONS = {
    "no data": "there is no value at all",
    "table": "the indicator asks for a table, or a sentence would hold {figures} figures and the limit is {limit}",
    "none recorded": "the latest value is nothing",
    "span": "the latest value covers several years, and single years within it are known",
    "groups": "its groups have figures of their own, which are no parts of it",
    "parts over years": "its parts are known in all the periods that are compared",
    "constant": "all values are the same",
    "steady": "every value is {direction} than the one before",
    "change": "there is one earlier value, large enough for a percentage that says something",
    "compared": "there are earlier values of the same kind, and nothing simpler is true of all of them",
    "value": "there is one value, and nothing to compare it with",
}
"""Why a form was chosen, by the form."""

DIRECTIONS = {"up": "higher", "down": "lower"}

HEADS = {
    "facts": "Facts found in “{key}”",
    "generated": "Where no text refers to it, the report says",
    "why": "because {reason}",
    "forms": "References that fit",
}
