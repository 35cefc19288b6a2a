"""Problems of the stage checks: what a careful reader of the figures would ask."""

from reportgen.diagnostics.catalogue.entry import Entry
from reportgen.diagnostics.diagnostic import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "RG301",
        WARNING,
        "parts that do not add up to their total",
        "the parts of {key}{by} for {period} add up to {sum}, its total is {total} ({difference} apart)",
        "correct the total or a part, or say exhaustive: false where the parts are not all",
        "A breakdown is taken to be complete unless it says otherwise, so its parts make up the whole. Readers of the "
        "report will add them up.",
        "complaints: 8, by ground 1 + 3 + 5 = 9 – correct the total to 9, or a part",
    ),
    Entry(
        "RG302",
        WARNING,
        "years that do not add up to their span",
        "the years of {key} add up to {sum}, the figure for {period} is {total}",
        "correct a year or the span",
        "Where a figure is given for several years together and for each of them, the years make up the whole.",
        "2020-2023: 51, and 8 + 7 + 9 + 4 = 28 – correct the span to 28",
    ),
    Entry(
        "RG303",
        ERROR,
        "one indicator given differently in two files",
        "{key} is given twice, and {what} differs: {first} and {second}",
        "agree on one of them, and correct the other file or remove it there",
        "An indicator may stand in several files of a project, and what is given twice must be the same. Nobody but "
        "the agencies can say which one is right.",
        "victims 2023: 348 in justice.yaml and 384 in interior.xlsx",
    ),
    Entry(
        "RG304",
        WARNING,
        "one quantity with two values",
        "“{label}” has two values for {period}: {first} ({first_key}) and {second} ({second_key})",
        "agree on one value, or give the two labels that say how they differ",
        "Two indicators with the same label and unit say the same thing to a reader. If their values differ, the "
        "report contradicts itself.",
        "women judges in district courts: 1,036 from the Supreme Court and 1,019 from the civil service agency",
    ),
    Entry(
        "RG305",
        WARNING,
        "missing reporting years",
        "{key} has no value for {years}",
        "add the missing years; where there are no data, leave the value empty (YAML) or write .. (Excel)",
        "The Committee asks for figures for every reporting year. A gap is printed only if the agency says that there "
        "are no data.",
        "values: {2020: 12, 2023: 11} – add 2021: and 2022:, with a value or without",
    ),
    Entry(
        "RG306",
        WARNING,
        "an issue without a reply",
        "issue {number} is awaiting its reply",
        "ask {agency} for it; a final document cannot be made without",
        "The build goes on without the reply and says in its place that it has not been received. With --final it "
        "refuses.",
        "issue 16, and no file in submissions/ with a reply to it",
    ),
    Entry(
        "RG307",
        WARNING,
        "more words than the limit",
        "the report has {words} words, {over} more than its limit of {limit}",
        "shorten it, or move figures to an annex, which does not count",
        "The General Assembly limits the length of reports (resolution 68/268). A State whose report is longer is "
        "asked to shorten it, and translation is not guaranteed.",
        "a periodic report of 28,000 words; the limit is 21,200",
    ),
    Entry(
        "RG308",
        WARNING,
        "a percentage that does not follow from its figures",
        "{key} is {share} per cent for {period}, and its figures give {exact} per cent",
        "correct the percentage or one of the figures",
        "A percentage that names what it is a share of can be worked out again, to as many decimals as it prints.",
        "21.02 per cent of all deputies (786 out of 3,415) – 786 of 3,415 is 23.02 per cent",
    ),
    Entry(
        "RG309",
        WARNING,
        "a part larger than its whole",
        "a part of {key}{by} for {period} is {part}, and the whole is {total}",
        "correct the part or the whole",
        "Even where the parts are not all, none can be larger than the whole.",
        "detainees: 27, of whom accused: 72 – probably 18 or 27",
    ),
    Entry(
        "RG310",
        ERROR,
        "a share of an unknown indicator",
        "{key} is said to be a share of {name}, which is no indicator of the report",
        "correct the key under share",
        "Under share stand the keys of the two indicators that the percentage follows from.",
        "share: {part: women_deputies, of: deputees} – write deputies",
    ),
)
