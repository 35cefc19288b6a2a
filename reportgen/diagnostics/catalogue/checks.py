"""Problems of the stage checks: what a careful reader of the figures would ask."""

from reportgen.diagnostics.catalogue.entry import Entry, error, question, warning

ENTRIES: dict[str, Entry] = {
    "RG301": warning(
        "parts that do not add up to their total",
        "the parts of {key}{by} for {period} add up to {sum}, its total is {total} ({difference} apart)",
        "correct the total or a part; where the parts are not all of the total, add one for the rest, or tell the "
        "coordinator (exhaustive: false)",
        "A breakdown is taken to be complete unless it says otherwise, so its parts make up the whole. Readers of the "
        "report will add them up.",
        "complaints: 8, by ground 1 + 3 + 5 = 9 – correct the total to 9, or a part",
    ),
    "RG302": error(
        "a period that is more than its years together",
        "the years of {key}{part} add up to {sum}, the figure for {period} is {total}",
        "correct a year or the figure of the whole period",
        "Where a figure is given for several years together and for each of them, the years make up the whole. The "
        "same holds for the halves, quarters and months of a year.",
        "2020-2023: 51, and 8 + 7 + 9 + 4 = 28 – correct the span to 28",
    ),
    "RG303": error(
        "one indicator given differently in two files",
        "“{name}” is given twice, and {what} differs: {first} and {second}",
        "agree on one of them, and correct the other file or remove it there",
        "An indicator may stand in several files of a project. What only one of them gives holds, and what is given "
        "twice must be the same, in every column. Nobody but the agencies can say which one is right.",
        "victims 2023: 348 in justice.yaml and 384 in interior.xlsx",
    ),
    "RG304": warning(
        "one quantity with two values",
        "“{label}” has two values for {period}: {first} ({first_key}) and {second} ({second_key})",
        "agree on one value, or give the two labels that say how they differ",
        "Two indicators with the same label and unit say the same thing to a reader. If their values differ, the "
        "report contradicts itself.",
        "women judges in district courts: 1,036 from the Supreme Court and 1,019 from the civil service agency",
    ),
    "RG305": warning(
        "missing reporting years",
        "{key} has no value for {years}",
        "add the missing years; where there are no data, leave the value empty (YAML) or write .. (Excel)",
        "The Committee asks for figures for every reporting year. A gap is printed only if the agency says that there "
        "are no data.",
        "values: {2020: 12, 2023: 11} – add 2021: and 2022:, with a value or without",
    ),
    "RG306": warning(
        "an issue without a reply",
        "issue {number} is awaiting its reply",
        "ask {agency} for it; a final document cannot be made without",
        "The build goes on without the reply and says in its place that it has not been received. With --final it "
        "refuses.",
        "issue 16, and no file in submissions/ with a reply to it",
    ),
    "RG307": warning(
        "more words than the limit",
        "the report has {words} words, {over} more than its limit of {limit}",
        "shorten it, or move something to an annex, which does not count; reportgen budget says what first",
        "The General Assembly limits the length of reports (resolution 68/268). A State whose report is longer is "
        "asked to shorten it, and translation is not guaranteed.",
        "a periodic report of 28,000 words; the limit is 21,200",
    ),
    "RG308": warning(
        "a percentage that does not follow from its figures",
        "{key} is {share} per cent for {period}, and its figures give {exact} per cent",
        "correct the percentage or one of the figures",
        "A percentage that names what it is a share of can be worked out again, to as many decimals as it prints.",
        "21.02 per cent of all deputies (786 out of 3,415) – 786 of 3,415 is 23.02 per cent",
    ),
    "RG309": warning(
        "a part larger than its whole",
        "a part of {key}{by} for {period} is {part}, and the whole is {total}",
        "correct the part or the whole",
        "Even where the parts are not all, none can be larger than the whole.",
        "detainees: 27, of whom accused: 72 – probably 18 or 27",
    ),
    "RG310": error(
        "a share of an unknown indicator",
        "{key} is said to be a share of {name}, which is no indicator of the report",
        "correct the key under share",
        "Under share stand the keys of the two indicators that the percentage follows from.",
        "share: {part: women_deputies, of: deputees} – write deputies",
    ),
    "RG311": warning(
        "a list without issues",
        "issues.yaml holds no issues yet",
        "write the Committee’s issues into it, or let reportgen import --list-of-issues make it from the file of the "
        "list",
        "A report answers issues. Without them there is nothing to reply to and nothing to print, so that a document "
        "without errors would be one without paragraphs.",
        "“themes: []” below each part, as reportgen init writes it. Add themes with their issues.",
    ),
    "RG320": question(
        "a figure that is ten times its neighbours, or a tenth of them",
        "{key}{part} is {value} for {period}, beside {neighbours}: it looks {factor}",
        "correct it if a digit is missing or too many; if it is right, answer “confirmed” and say why",
        "A slip of the keyboard makes a figure ten, a hundred or a thousand times what it should be. Figures do change "
        "like that, but there is a reason then.",
        "2,400, 245 and 2,500 for three years – correct 245 to 2,450, or confirm it with the reason",
    ),
    "RG321": question(
        "a year that looks like a copy of the year before",
        "{key}{part} is {value} for {period}, exactly as for {before}",
        "correct the year that was copied; if both are right, answer “confirmed” and say why",
        "Large figures are hardly ever the same in two years, nor are a total and all of its parts. A column that was "
        "copied and not filled in looks like that.",
        "3,415 for 2022 and 3,415 for 2023 – correct 2023, or confirm it with the reason",
    ),
    "RG322": question(
        "a total that jumps while its parts do not",
        "{key} goes from {old} for {before} to {value} for {period}, and its parts together from {first} to {second}",
        "correct the total or the parts; if both are right, answer “confirmed” and say why",
        "A total that changes by half while its parts stay as they were was often typed wrong, or counts something "
        "else than before.",
        "400 with women 120, then 900 with women 125 – correct 900, or confirm it with the reason",
    ),
    "RG323": question(
        "a count below zero",
        "{key}{part} is {value} for {period}, and a count is not below zero",
        "delete the minus sign; if a balance or a change is meant, answer “confirmed” and say so",
        "Persons and things are counted from nought. A minus sign is a slip, or the figure is a difference and its "
        "label should say so.",
        "–12 complaints – type 12, or confirm that it is a balance",
    ),
    "RG324": question(
        "a percentage that looks like a fraction",
        "{key}{part} is {value} per cent for {period}; as a fraction it would be {percent} per cent",
        "type the percentage itself ({percent}); if it is less than one per cent, answer “confirmed”",
        "In an indicator of per cent, 36 is typed as 36. Excel keeps 36% as 0.36, and copied as a plain number it "
        "becomes a hundredth of what is meant.",
        "36, 35.5 and 0.37 – type 37, or confirm that it is 0.37 per cent",
    ),
    "RG325": question(
        "a percentage above a hundred",
        "{key}{part} is {value} per cent for {period}",
        "correct it; if it can be more than a hundred per cent, answer “confirmed” and say why",
        "A share is at most the whole. Rates of growth or of fulfilment can be more, and a reader will want to know.",
        "5,540 in a row of 55 and 57 – type 55.4",
    ),
    "RG326": question(
        "a provisional figure of an earlier year",
        "{key}{part} is still provisional for {period} ({value})",
        "type the final figure and delete “provisional”; if there is none yet, answer “confirmed” and say why",
        "Provisional figures are replaced when the year is closed. One of an earlier reporting year was probably "
        "forgotten.",
        "2021: 384, provisional, in a report up to 2023 – delete “provisional”, or type the final figure",
    ),
    "RG327": question(
        "a figure that differs from the last report",
        "{key}{part} is {value} for {period}, and the last report said {previous}",
        "correct it if it is a slip; if it was revised, answer “confirmed” and say why",
        "The Committee has the last report. A figure of its years that is another one now needs a reason; it is "
        "printed as revised.",
        "2020: 394, and the last report said 384 – correct it, or confirm it: “recounted after the reform”",
    ),
    "RG328": question(
        "a provisional figure of the last report that was not replaced",
        "the last report gave {key} for {period} as provisional ({previous}), and no figure has taken its place",
        "type the final figure for {period}; if there is none, answer “confirmed” and say why",
        "What was provisional in the last report is final by now, and the Committee may ask for it.",
        "2019: 384, provisional, in the last report, and no 2019 in this one – add a column 2019 with the final figure",
    ),
    "RG350": question(
        "a rate or an average that lies outside those of its groups",
        "{key} is {value} for {period}, and those of its groups{by} lie between {low} and {high}",
        "correct the figure of the whole or of a group; if the groups are not all there are, tell the coordinator "
        "(exhaustive: false), or answer “confirmed” and say why",
        "A rate or an average of all persons lies between the least and the greatest of the groups that make them up.",
        "unemployment rate: 9.1, women 6.7 and men 5.6 – correct 9.1 to 6.1, or confirm it with the reason",
    ),
    "RG351": error(
        "a year that is more than the period that holds it",
        "{key}{part} is {value} for {year}, and {total} for {period}, which contains it",
        "correct one of the two figures, or the period",
        "What is counted over several years is at least what was counted in any one of them. The same holds for a "
        "half, a quarter or a month of a year.",
        "2023: 44,090 and 2017-2023: 18,000 – correct one of the two",
    ),
    "RG352": question(
        "years that add up to another figure than their period",
        "the years of {key}{part} add up to {sum}, the figure for {period} is {value}",
        "correct a year or the figure of the whole period; if persons are counted once in all the years, answer "
        "“confirmed” and say so",
        "The years make up the period, unless the same person counts in several of them and once in the period.",
        "2021: 30, 2022: 40 and 2021-2022: 60 – correct one of the three, or confirm: “persons are counted once”",
    ),
    "RG353": warning(
        "a label that makes no sentence",
        "“{label}” is {what}, and sentences are made of it",
        "write what is counted as a noun in the plural, as it stands in a sentence: {form}",
        "Sentences say “the number of …” and the label after it. A question, the heading of a table or a singular "
        "reads badly there.",
        "“how many women were trained” – write “women trained”",
    ),
    "RG330": warning(
        "a reply longer than its share",
        "the reply to issue {number} has {words} words, {over} more than the {share} that issues.yaml gives it",
        "shorten it, or give the issue more words; reportgen budget says where they are",
        "The coordinator may give an issue its own share of the word limit. Only such a share is a rule; what is left "
        "of the limit is shared alike by the others, and reportgen budget compares them with it.",
        "words: 800 for issue 4 in issues.yaml, and agencies wrote 950",
    ),
}
