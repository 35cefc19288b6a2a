"""Problems of the stage checks: what a careful reader of the figures would ask."""

from reportgen.diagnostics.catalogue.entry import Entry, error, question, warning

ENTRIES: dict[str, Entry] = {
    "RG301": warning(
        "parts that do not add up to their total",
        "the parts of {key}{by} for {period} add up to {sum}, its total is {total} ({difference} apart)",
        "correct the total or a part; where the parts are not all of the total, add one for the rest, or tell the "
        "coordinator (exhaustive: false)",
    ),
    "RG302": error(
        "a period that is more than its years together",
        "the years of {key}{part} add up to {sum}, the figure for {period} is {total}",
        "correct a year or the figure of the whole period",
    ),
    "RG303": error(
        "one indicator given differently in two files",
        "“{name}” is given twice, and {what} differs: {first} and {second}",
        "agree on one of them, and correct the other file or remove it there",
    ),
    "RG304": warning(
        "one quantity with two values",
        "“{label}” has two values for {period}: {first} ({first_key}) and {second} ({second_key})",
        "agree on one value, or give the two labels that say how they differ",
    ),
    "RG305": warning(
        "missing reporting years",
        "{key} has no value for {years}",
        "add the missing years; where there are no data, leave the value empty (YAML) or write .. (Excel)",
    ),
    "RG306": warning(
        "an issue without a reply",
        "issue {number} is awaiting its reply",
        "ask {agency} for it; a final document cannot be made without",
    ),
    "RG307": warning(
        "more words than the limit",
        "the report has {words} words, {over} more than its limit of {limit}",
        "shorten it, or move something to an annex, which does not count; reportgen budget says what first",
    ),
    "RG308": warning(
        "a percentage that does not follow from its figures",
        "{key} is {share} per cent for {period}, and its figures give {exact} per cent",
        "correct the percentage or one of the figures",
    ),
    "RG309": warning(
        "a part larger than its whole",
        "a part of {key}{by} for {period} is {part}, and the whole is {total}",
        "correct the part or the whole",
    ),
    "RG310": error(
        "a share of an unknown indicator",
        "{key} is said to be a share of {name}, which is no indicator of the report",
        "correct the key under share",
    ),
    "RG311": warning(
        "a list without issues",
        "issues.yaml holds no issues yet",
        "write the Committee’s issues into it, or let reportgen import --list-of-issues make it from the file of the "
        "list",
    ),
    "RG320": question(
        "a figure that is ten times its neighbours, or a tenth of them",
        "{key}{part} is {value} for {period}, beside {neighbours}: it looks {factor}",
        "correct it if a digit is missing or too many; if it is right, answer “confirmed” and say why",
    ),
    "RG321": question(
        "a year that looks like a copy of the year before",
        "{key}{part} is {value} for {period}, exactly as for {before}",
        "correct the year that was copied; if both are right, answer “confirmed” and say why",
    ),
    "RG322": question(
        "a total that jumps while its parts do not",
        "{key} goes from {old} for {before} to {value} for {period}, and its parts together from {first} to {second}",
        "correct the total or the parts; if both are right, answer “confirmed” and say why",
    ),
    "RG323": question(
        "a count below zero",
        "{key}{part} is {value} for {period}, and a count is not below zero",
        "delete the minus sign; if a balance or a change is meant, answer “confirmed” and say so",
    ),
    "RG324": question(
        "a percentage that looks like a fraction",
        "{key}{part} is {value} per cent for {period}; as a fraction it would be {percent} per cent",
        "type the percentage itself ({percent}); if it is less than one per cent, answer “confirmed”",
    ),
    "RG325": question(
        "a percentage above a hundred",
        "{key}{part} is {value} per cent for {period}",
        "correct it; if it can be more than a hundred per cent, answer “confirmed” and say why",
    ),
    "RG326": question(
        "a provisional figure of an earlier year",
        "{key}{part} is still provisional for {period} ({value})",
        "type the final figure and delete “provisional”; if there is none yet, answer “confirmed” and say why",
    ),
    "RG327": question(
        "a figure that differs from the last report",
        "{key}{part} is {value} for {period}, and the last report said {previous}",
        "correct it if it is a slip; if it was revised, answer “confirmed” and say why",
    ),
    "RG328": question(
        "a provisional figure of the last report that was not replaced",
        "the last report gave {key} for {period} as provisional ({previous}), and no figure has taken its place",
        "type the final figure for {period}; if there is none, answer “confirmed” and say why",
    ),
    "RG350": question(
        "a rate or an average that lies outside those of its groups",
        "{key} is {value} for {period}, and those of its groups{by} lie between {low} and {high}",
        "correct the figure of the whole or of a group; if the groups are not all there are, tell the coordinator "
        "(exhaustive: false), or answer “confirmed” and say why",
    ),
    "RG351": error(
        "a year that is more than the period that holds it",
        "{key}{part} is {value} for {year}, and {total} for {period}, which contains it",
        "correct one of the two figures, or the period",
    ),
    "RG352": question(
        "years that add up to another figure than their period",
        "the years of {key}{part} add up to {sum}, the figure for {period} is {value}",
        "correct a year or the figure of the whole period; if persons are counted once in all the years, answer "
        "“confirmed” and say so",
    ),
    "RG353": warning(
        "a label that makes no sentence",
        "“{label}” is {what}, and sentences are made of it",
        "write what is counted as a noun in the plural, as it stands in a sentence: {form}",
    ),
    "RG330": warning(
        "a reply longer than its share",
        "the reply to issue {number} has {words} words, {over} more than the {share} that issues.yaml gives it",
        "shorten it, or give the issue more words; reportgen budget says where they are",
    ),
}
