"""The Committee's list of issues as `issues.yaml`: issues, sub-questions, and what figures they ask for."""

import pytest
from build import document, heading, item_list, paragraph, table, words

from reportgen.diagnostics import Place
from reportgen.document.tree import Block, Heading, Item, Level, Mark, Note, Text
from reportgen.model import Outline
from reportgen.project.validate import validate
from reportgen.project.yaml import read_yaml
from reportgen.published.importer.asks import find_asks
from reportgen.published.importer.issues import FoundIssues, find_issues, issues_file, split_questions


def found(*blocks: Block, base: int | None = 2023) -> FoundIssues:
    """The issues of some blocks."""
    return find_issues(document(*blocks), base, Place("list.docx"))


def test_issues_stand_under_their_themes() -> None:
    """With the articles of the heading, the sub-questions of the list below, and the part."""
    outline = found(
        heading(Level.TITLE, "List of issues prior to reporting"),
        Heading(Level.PART, (Text("General information"),), label="A."),
        paragraph("Please describe new laws."),
        Heading(Level.PART, (Text("Specific information"),), label="B."),
        heading(Level.THEME, "Prohibition of torture (arts. 7 and 10)"),
        paragraph("In the light of earlier replies, please:"),
        item_list(
            "Describe the training of doctors;",
            Item(words("Provide data on:"), (item_list("complaints;", "convictions.", mark=Mark.ROMAN),)),
            mark=Mark.LETTER,
        ),
        paragraph("Please also comment on redress.", numbered=False),
    ).outline

    first, second = outline.issues
    assert ["General information", "Specific information"] == [part.title for part in outline.parts]
    assert ("Prohibition of torture", ("7", "10")) == (outline.parts[1].themes[0].title, second.articles)
    assert (1, "Please describe new laws.", ()) == (first.number, first.text, first.questions)
    assert "In the light of earlier replies, please:" == second.text
    assert (
        "Describe the training of doctors",
        "Provide data on: complaints; convictions.",
        "Please also comment on redress.",
    ) == second.questions


def test_short_lines_without_a_number_are_headings() -> None:
    """Lists that were copied from a website have lost their styles; a heading right above another is that of a part."""
    outline = found(
        paragraph("Specific information on articles 1 to 16", numbered=False),
        paragraph("Articles 1 and 4", numbered=False),
        paragraph("Please name the law. Please also:"),
        item_list("Name the courts;", "Say who pays.", mark=Mark.LETTER),
    ).outline

    [part] = outline.parts
    assert "Specific information on articles 1 to 16" == part.title
    assert [("Articles 1 and 4", 1)] == [(theme.title, len(theme.issues)) for theme in part.themes]
    assert ("1", "4") == outline.issues[0].articles
    assert ("Please name the law. Please also:", ("Name the courts", "Say who pays.")) == (
        outline.issues[0].text,
        outline.issues[0].questions,
    )


def test_sub_questions_keep_the_letters_of_the_list() -> None:
    """What is asked before (a) stays above; without letters, each request is a question of its own."""
    asks = "Please name the law. It is of 2019. Please also provide information on:"
    lettered = found(paragraph(asks), item_list("The courts;", "Who pays.", mark=Mark.LETTER))
    marked = found(paragraph(asks), item_list("The courts;", "Who pays.", mark=Mark.BULLET))
    [of_letters], [of_marks] = lettered.outline.issues, marked.outline.issues

    assert (asks, ("The courts", "Who pays.")) == (of_letters.text, of_letters.questions)
    assert [("a", "The courts"), ("b", "Who pays.")] == [*zip(of_letters.letters, of_letters.questions, strict=True)]
    assert (
        "Please name the law. It is of 2019.",
        "Please also provide information on: The courts",
        "Who pays.",
    ) == of_marks.questions


def test_headings_over_issues_of_their_own_are_themes() -> None:
    """None of them becomes a part, and what follows a theme with issues may be the heading of a part again."""
    outline = found(
        paragraph("General information", numbered=False),
        paragraph("Please name the law."),
        paragraph("Specific information", numbered=False),
        paragraph("Equality (arts. 2 and 3)", numbered=False),
        paragraph("Please name the courts."),
        paragraph("Liberty (art. 9)", numbered=False),
        paragraph("Please name the prisons."),
    ).outline

    read = [(part.title, [theme.title for theme in part.themes]) for part in outline.parts]
    assert ("The list of issues", ["General information"]) == read[0]
    assert ("Specific information", ["Equality", "Liberty"]) == read[1]


@pytest.mark.parametrize(
    ("text", "lead", "questions"),
    [
        ("Please describe the law.", "Please describe the law.", ()),
        (
            "Please: (a) describe the law; (b) name the courts; and (c) say who pays.",
            "Please:",
            ("describe the law", "name the courts", "say who pays."),
        ),
        (
            "The Committee is concerned. Please describe the law. In addition, please name the courts.",
            "The Committee is concerned.",
            ("Please describe the law.", "In addition, please name the courts."),
        ),
        (
            "Please describe the law. It was adopted in 2019. Please name the courts.",
            "",
            ("Please describe the law. It was adopted in 2019.", "Please name the courts."),
        ),
        (
            "See article 14 (1) (a) of the Code. Please comment.",
            "See article 14 (1) (a) of the Code. Please comment.",
            (),
        ),
    ],
)
def test_sub_questions_are_lettered_or_begin_with_please(text: str, lead: str, questions: tuple[str, ...]) -> None:
    """No word is lost, and none stands twice."""
    assert (lead, questions) == split_questions(text)


@pytest.mark.parametrize(
    ("text", "indicators", "years", "breakdowns"),
    [
        (
            "Provide data on domestic violence, disaggregated by age, sex and ethnic origin, for the past five years.",
            ("domestic violence",),
            (2019, 2020, 2021, 2022, 2023),
            ("age", "sex", "ethnic origin"),
        ),
        ("Indicate the number of shelters since 2021.", ("shelters",), (2021, 2022, 2023), ()),
        (
            "Provide data, disaggregated by type of offence, on the number of convictions between 2019 and 2021.",
            ("convictions",),
            (2019, 2020, 2021),
            ("type of offence",),
        ),
        (
            "Provide statistics on asylum requests received in 2020 and 2021.",
            ("asylum requests received",),
            (2020, 2021),
            (),
        ),
        ("Provide data on complaints for the years 2019 to 2022.", ("complaints",), (2019, 2020, 2021, 2022), ()),
        ("Provide data on complaints for the years 2019, 2020 and 2022.", ("complaints",), (2019, 2020, 2022), ()),
        ("Provide data on complaints in 2019 and 2022.", ("complaints",), (2019, 2022), ()),
        ("Provide data on evictions carried out for the World Cup in 2018.", ("evictions carried out",), (), ()),
        (
            "Provide data on complaints, in the light of the judgment delivered in 2018.",
            ("complaints, in the light of the judgment delivered",),
            (),
            (),
        ),
        ("Provide data on the number of victims of the floods in 2020.", ("victims of the floods",), (), ()),
        ("Provide data on the number of floods reported in 2020.", ("floods reported",), (2020,), ()),
        (
            "Provide data on the number of orders and the number of breaches in 2021 and 2022.",
            ("orders", "breaches"),
            (2021, 2022),
            (),
        ),
        (
            "Provide the number of deaths in custody from 2020 onwards.",
            ("deaths in custody",),
            (2020, 2021, 2022, 2023),
            (),
        ),
        ("Provide data on the number of inquiries as from 2022.", ("inquiries",), (2022, 2023), ()),
        ("Provide data on deaths from January 2022 on.", ("deaths",), (2022, 2023), ()),
        ("Indicate the number of visits in 2020 and 2021.", ("visits",), (2020, 2021), ()),
        ("Provide data on prisoners after the visits in 2020.", ("prisoners after the visits",), (), ()),
        (
            "Indicate the number of children in care, the percentage of children vaccinated and the amount of grants.",
            ("children in care", "percentage of children vaccinated", "amount of grants"),
            (),
            (),
        ),
        ("Provide statistics on births, deaths and marriages.", ("births", "deaths", "marriages"), (), ()),
        ("Provide statistics on access to justice and redress.", ("access to justice and redress",), (), ()),
        (
            "Provide the number of workers who got legal aid in the reporting period, and on training of officials.",
            ("workers who got legal aid",),
            (),
            (),
        ),
        ("Provide data on arrests and on releases.", ("arrests", "releases"), (), ()),
        ("Please describe the steps taken since 2019 to protect journalists.", (), (), ()),
        ("Please comment on the data protection act of 2018.", (), (), ()),
    ],
)
def test_figures_that_are_asked_for(
    text: str, indicators: tuple[str, ...], years: tuple[int, ...], breakdowns: tuple[str, ...]
) -> None:
    """What, for which years, and divided by what; a sentence that asks no figures gives none."""
    asks = find_asks(text, 2023)

    assert (indicators, years, breakdowns) == (
        tuple(asked.label for asked in asks.indicators),
        asks.years,
        asks.breakdowns,
    )


@pytest.mark.parametrize(
    ("lead", "labels"),
    [
        ("Provide, for 2022, statistical data, disaggregated by age and sex, on:", ["child victims", "deaths"]),
        ("Provide data for the past three years, disaggregated by sex, on:", ["child victims", "deaths"]),
        ("Provide data, by sex, over the reporting period, concerning:", ["child victims", "deaths"]),
        ("Provide data for 2022, and information on:", []),
        ("Provide data for 2022. Please describe measures on:", []),
        ("Please indicate the number of:", ["child victims", "deaths"]),
        ("Please provide information on:", []),
        ("Please provide data on the situation, and describe:", []),
    ],
)
def test_each_item_behind_data_on_is_a_row(lead: str, labels: list[str]) -> None:
    """What the lead-in says is counted; items behind another one are not."""
    found = find_asks(lead, 2023, ["Child victims, by region;", "Deaths since 2021; and", "Measures taken."])

    assert labels == [asked.label for asked in found.indicators]


@pytest.mark.parametrize(
    ("by", "breakdowns"),
    [
        ("age, sex and ethnic origin", ("age", "sex", "ethnic origin")),
        ("age, sex, and ethnic origin of the victim", ("age", "sex", "ethnic origin of the victim")),
        ("sex and age", ("sex", "age")),
        ("place of detention and ethnic origin of the victim", ("place of detention", "ethnic origin of the victim")),
        (
            "age, sex and relationship of victim and perpetrator",
            ("age", "sex", "relationship of victim and perpetrator"),
        ),
        (
            "age, sex, and the relationship between the victim and the perpetrator",
            ("age", "sex", "relationship between the victim and the perpetrator"),
        ),
        ("sex and by relationship of victim and perpetrator", ("sex", "relationship of victim and perpetrator")),
        (
            "relationship between victim and perpetrator, age and sex",
            ("relationship between victim and perpetrator", "age", "sex"),
        ),
        ("relationship between victim and perpetrator and sex", ("relationship between victim and perpetrator", "sex")),
        ("nationality of victims and perpetrators, and by sex", ("nationality of victims and perpetrators", "sex")),
        ("age, type of offence and sex of the victim", ("age", "type of offence", "sex of the victim")),
        ("age, sex, and rural and urban area", ("age", "sex", "rural and urban area")),
        (
            "age, sex, ethnic or national origin and disability",
            ("age", "sex", "ethnic or national origin", "disability"),
        ),
        ("age and sex of victims and perpetrators", ("age", "sex of victims and perpetrators")),
        ("type of offence and sex", ("type of offence", "sex")),
        ("age, sex and nature of offence and penalty", ("age", "sex", "nature of offence and penalty")),
        ("age, sex and region and type of crime", ("age", "sex", "region", "type of crime")),
        ("sex and type of offence and region", ("sex", "type of offence", "region")),
        ("relationship to the victim and age", ("relationship to the victim", "age")),
        (
            "relationship of the perpetrator to the victim and age",
            ("relationship of the perpetrator to the victim", "age"),
        ),
        ("sex of victims and perpetrators and region", ("sex of victims and perpetrators", "region")),
        ("age and sex of the persons convicted", ("age", "sex")),
        ("age and sex between 2020 and 2023", ("age", "sex")),
        ("sex and age between January 2020 and June 2023", ("sex", "age")),
        ("sex and age, and the number of convictions", ("sex", "age")),
        ("age, sex, region, as well as by type of crime", ("age", "sex", "region", "type of crime")),
    ],
)
def test_what_figures_are_divided_by(by: str, breakdowns: tuple[str, ...]) -> None:
    """An “and” that joins two words of one criterion does not part it; one that ends the list does."""
    asks = find_asks(f"Provide data on violence, disaggregated by {by}, for the past five years.", 2023)

    assert breakdowns == asks.breakdowns


@pytest.mark.parametrize(
    ("text", "indicators", "breakdowns"),
    [
        (
            "Provide data on complaints of torture, investigations, prosecutions and convictions.",
            ("complaints of torture", "investigations", "prosecutions", "convictions"),
            (),
        ),
        ("Provide data on complaints of rape, murder and robbery.", ("complaints of rape, murder and robbery",), ()),
        ("Provide sex-disaggregated data on pupils, by age and region.", ("pupils",), ("sex", "age", "region")),
        ("Provide sex- and age-disaggregated data on pupils.", ("pupils",), ("sex", "age")),
        ("Provide data on pupils by sex and age for the past two years.", ("pupils",), ("sex", "age")),
        ("Provide data, by region, on schools.", ("schools",), ("region",)),
        ("Provide data on complaints lodged by women in 2021.", ("complaints lodged by women",), ()),
        ("Provide data on pupils by ethnic or national origin.", ("pupils",), ("ethnic or national origin",)),
        ("Provide data on pupils by age group and type of school.", ("pupils",), ("age group", "type of school")),
        ("Provide data on cases brought by sex workers.", ("cases brought by sex workers",), ()),
        ("Provide data on cases brought by ethnic minorities.", ("cases brought by ethnic minorities",), ()),
        (
            "Provide data on cases brought by ethnic and faith groups.",
            ("cases brought by ethnic and faith groups",),
            (),
        ),
        ("Provide data on services run by municipality councils.", ("services run by municipality councils",), ()),
        ("Provide data on cases heard by the region’s courts.", ("cases heard by the region’s courts",), ()),
        ("Provide data on decisions by the courts.", ("decisions by the courts",), ()),
    ],
)
def test_figures_and_what_they_are_divided_by_are_told_apart(
    text: str, indicators: tuple[str, ...], breakdowns: tuple[str, ...]
) -> None:
    """Steps of a proceeding are figures of their own, and “by” alone divides by what figures are often divided by."""
    asks = find_asks(text, 2023)

    assert indicators == tuple(one.label for one in asks.indicators)
    assert breakdowns == asks.breakdowns


@pytest.mark.parametrize("behind", [", on:", ", concerning:", ", on complaints.", " on:"])
def test_what_data_are_on_is_no_breakdown(behind: str) -> None:
    """Also where the list of what is counted follows: the word before it is none of the criteria."""
    assert ("sex", "age") == find_asks(f"Provide data, disaggregated by sex and age{behind}", 2023).breakdowns


def test_years_are_not_counted_back_from_nowhere() -> None:
    """Where the last year is not known, "the past five years" names none."""
    assert () == find_asks("Provide data on torture for the past five years.", None).years


def test_the_file_is_read_back_as_the_same_list() -> None:
    """With quotation marks, colons and notes in it."""
    made = found(
        heading(Level.THEME, "“Yes”: a heading"),
        paragraph("What of: # this?", Note(words("CCPR/C/RUR/CO/2, para. 5."))),
        paragraph("Provide data on deaths in custody, disaggregated by cause, since 2020."),
    )
    text = issues_file(made.outline, "list.docx")
    read = read_yaml(text.encode(), "issues.yaml")
    outline, wrong = validate(Outline, read.data, read.places)

    assert ([], made.outline) == (wrong, outline)
    assert "[CCPR/C/RUR/CO/2, para. 5.]" in text


def test_doubled_numbers_and_text_outside_are_named() -> None:
    """The second issue gets a free number; an introduction is told, not guessed at."""
    twice = document(paragraph("One."), paragraph("Two."))
    blocks = (
        paragraph("The Committee adopted this list in 2021.", numbered=False),
        *(block for block in twice.blocks[:1] * 2),
        table("Annex", "a | b", "1 | 2"),
    )
    made = find_issues(document().__class__("", "", "en", (), blocks), None, Place("list.docx"))

    assert [1, 2] == [issue.number for issue in made.outline.issues]
    assert ["RG843", "RG845", "RG845"] == sorted(one.code for one in made.diagnostics)
