"""What findings say, and what is found across paragraphs."""

import pytest
from build import document, heading, item_list, paragraph, table, words

from reportgen.document.tree import Level, Note, Text
from reportgen.published.audit.findings import Audited, audit_document


def audit(*texts: str) -> Audited:
    """The audit of paragraphs under one heading."""
    return audit_document(document(*map(paragraph, texts)))


def found(audited: Audited) -> list[tuple[int | None, str, str]]:
    """Paragraph, code and severity of each finding."""
    return [(one.paragraph, one.code.value, one.severity.value) for one in audited.findings]


def test_evidence() -> None:
    """A finding quotes the words and shows the arithmetic."""
    text = "The Office received 14 complaints: 6 on grounds of sex, 5 on grounds of age and 4 on grounds of faith."
    (one,) = audit(text).findings

    assert "the parts add up to 15, not to 14" == one.message
    assert (
        "“14 complaints: 6 on grounds of sex, 5 on grounds of age and 4 on grounds of faith”: 6 + 5 + 4 = 15, not 14"
        == one.evidence
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Girls are 47.3 per cent of pupils (74,200 of 150,400).",
            "74,200 out of 150,400 is 49.34 per cent, not 47.3 per cent",
        ),
        (
            "Girls are 49.3 per cent of pupils (74,250 of 150,400).",
            "74,250 out of 150,400 is 49.37 per cent: 49.3 per cent is cut, not rounded",
        ),
        ("It fell by 20 per cent, from 50 to 45.", "from 50 to 45 is a change of 10 per cent, not 20 per cent"),
        (
            "The share rose by 5 per cent, from 20 per cent to 25 per cent.",
            "from 20 per cent to 25 per cent is 5 percentage points, not 5 per cent",
        ),
        ("It fell from 45 to 50.", "“fell”, but the value rose, from 45 to 50"),
        ("It tripled, from 20 to 90.", "from 20 to 90 is 4.5 times, not “tripled”"),
        ("There were 40 women (compared with 90 in 2018–2020) in 2021.", "1 year is compared with 3 years"),
        ("No data were gathered in 2018, 2018 and 2021.", "2018 stands twice in a list of years"),
        ("Elections were held in 2019 and 2019.", "2019 stands twice in a list of years"),
        ("No data were gathered in 2018 and 2018, at least.", "2018 stands twice in a list of years"),
        (
            "Of the 600 persons hurt, at least 279 were men and 443 were women.",
            "the parts add up to 722 or more, not to 600",
        ),
    ],
)
def test_messages(text: str, message: str) -> None:
    """A message stands alone, with the values that the text gives and the one that is right."""
    assert [message] == [one.message for one in audit(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        "No data were gathered in 2018, 2019 and 2021.",
        "The reports of 2018 and 2018 budget plans were published.",
        "Censuses were held in 2018–2019 and 2019.",
        "The Act of 2018 was amended in 2018, 2019 and 2021.",
        "The three Acts were adopted in 2010, 2012 and 2012, respectively.",
    ],
)
def test_years_of_a_list_differ(text: str) -> None:
    """A year is given twice only within one list."""
    assert not audit(text).findings


def test_total_in_another_paragraph() -> None:
    """A breakdown without a total is compared with the total of the same reply, and the other paragraph is named."""
    audited = audit(
        "There were 75 cases: 48 in prisons and 27 in remand centres.",
        "The breakdown by sex was: 73 males and 2 females.",
        "The breakdown by origin was: 46 northern, 19 southern, 4 eastern and 7 western.",
    )

    assert [(3, "sum-mismatch", "warning")] == found(audited)
    assert "the parts add up to 76, not to the 75 of paragraph 1" == audited.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "By sex, the figures are {} males and 2 females; by age, they are 70 adults and 5 minors.",
        "The breakdown by sex was {} males and 2 females.",
        "Broken down by sex, they were {} males and 2 females.",
    ],
)
def test_breakdown_without_colon(text: str) -> None:
    """A breakdown that a verb introduces is compared with the total before it as well."""
    total = "There were 75 cases: 48 in prisons and 27 in remand centres."

    assert () == audit(total, text.format(73)).findings
    assert [(2, "sum-mismatch", "warning")] == found(audit(total, text.format(74)))


def test_total_of_another_reply() -> None:
    """A total under another heading is not that of a breakdown."""
    audited = audit_document(
        document(
            paragraph("There were 75 cases: 48 in prisons and 27 in remand centres."),
            heading(Level.REPLY, "Reply to the issues raised in paragraph 2"),
            paragraph("The breakdown by origin was: 46 northern, 19 southern, 4 eastern and 7 western."),
        )
    )

    assert () == audited.findings


CONFLICT = "In 2022, the regional courts of appeal employed {} women judges in criminal chambers."


def test_conflict() -> None:
    """The same words with another number contradict each other, and the earlier paragraph is quoted."""
    audited = audit(CONFLICT.format(204), CONFLICT.format(219))

    assert [(2, "conflict", "error")] == found(audited)
    assert "219 here, but 204 in paragraph 1" == audited.findings[0].message


def test_conflict_under_another_heading() -> None:
    """Under another heading the same words may be said of something else: a person should look."""
    audited = audit_document(
        document(
            paragraph(CONFLICT.format(204)),
            heading(Level.THEME, "Southern Province"),
            paragraph(CONFLICT.format(219)),
        )
    )

    assert [(2, "conflict", "warning")] == found(audited)


@pytest.mark.parametrize(
    "other",
    [
        CONFLICT.format("two hundred and four"),
        CONFLICT.format(219).replace("2022", "2021"),
        CONFLICT.format(219).replace("criminal", "civil"),
        CONFLICT.format("more than 200"),
        CONFLICT.format(219).replace("In 2022", "In the first half of 2022"),
    ],
)
def test_no_conflict(other: str) -> None:
    """The same value, another period, another court or a rounder number contradict nothing."""
    assert () == audit(CONFLICT.format(204), other).findings


def test_same_words_of_articles() -> None:
    """Figures of two articles are two figures."""
    text = "In 2022, the district courts convicted {} persons of bribery under article {} of the Criminal Code."

    assert () == audit(text.format(14, 366), text.format(19, 367)).findings


LONG = (
    "Everyone whose liberty has been restricted is told without delay, and in a language that he or she understands, of"
    " the reasons for it and of the right to be represented by counsel of his or her own choosing."
)


def test_duplicate() -> None:
    """A paragraph that stands twice is found at its second place, however small letters and marks differ."""
    audited = audit(LONG, "Another paragraph stands between them.", LONG.replace(",", ""))

    assert [(3, "duplicate", "warning")] == found(audited)
    assert "stands already, word for word, in paragraph 1" == audited.findings[0].message


def test_long_sentence_twice() -> None:
    """A long sentence that stands in two paragraphs is found."""
    audited = audit(
        f"The law was amended in many respects. {LONG}", f"{LONG} The practice of courts follows it everywhere."
    )

    assert [(2, "duplicate", "warning")] == found(audited)


def test_short_sentence_twice() -> None:
    """A whole sentence of twelve words that stands in the paragraph before is found; a part of one is not."""
    sentence = "members of the clergy are exempt from conscription for military service in peacetime"
    before = f"The Act on Military Service provides that {sentence}. It says much more that is of no matter here."
    behind = "Whoever is dismissed leaves the roll of his unit, and is told so by letter within the month by its head."

    assert [(2, "duplicate", "warning")] == found(audit(before, f"{sentence.capitalize()}. {behind}"))
    assert () == audit(before, f"{sentence.capitalize()} and in war. {behind}").findings


def test_texts_that_lead_to_tables_are_alike() -> None:
    """Each says which table it leads to in the same words; one that stands twice, word for word, is still found."""
    lead = "The table below shows the breakdown by {} of the number of complaints about police officers in towns and in"
    lead += " the country that were received in the years 2020–2023."
    by_sex, by_region = lead.format("sex"), lead.format("region")

    assert [] == found(audit(by_sex, by_region, by_region.replace("The table below shows", "Table 4 shows")))
    assert [(2, "duplicate", "warning")] == found(audit(by_sex, by_sex))
    assert [(2, "duplicate", "warning")] == found(
        audit(
            *(
                one.replace("The table below shows", "Courts and prosecutors were told of")
                for one in (by_sex, by_region)
            )
        )
    )


def test_what_follows_the_lead_to_a_table_may_be_a_duplicate() -> None:
    """The lead alone is said of each table; a sentence behind it is said of none."""
    behind = "Every prison and every ward of the country was visited twice by the inspectors of the ministry in that"
    behind += " year, as the law on the inspection of places of detention asks."
    lead = "The following table shows {}. "

    assert [(2, "duplicate", "warning")] == found(
        audit(f"{lead.format('complaints by sex')}{behind}", f"{lead.format('deaths by age')}{behind}")
    )


def test_the_fifth_paragraph_makes_a_formula() -> None:
    """What four paragraphs say is a duplicate in three of them; from the fifth on, it is said everywhere."""
    said = (
        "Every prison and every ward of the country was visited twice by the inspectors of the ministry in that year."
    )
    askers = ("The Senate", "The Ombudsman", "A court", "A newspaper", "The association of wardens", "An embassy")

    assert [(number, "duplicate", "warning") for number in (2, 3, 4)] == found(
        audit(*(f"{asker} wanted to know this. {said}" for asker in askers))
    )


def test_formula() -> None:
    """The title of a law that stands in several paragraphs is no duplicate."""
    title = "the Act on State Guarantees of Equal Rights and Equal Opportunities for Men and Women"

    assert (
        ()
        == audit(
            *(
                f"{start} {title} {end}"
                for start, end in (
                    (
                        "A working group has been asked to revise",
                        "before the next session of Parliament begins in the autumn.",
                    ),
                    (
                        "Courts may award damages under",
                        "where an employer refuses somebody a post on grounds of sex alone.",
                    ),
                )
            )
        ).findings
    )


def test_years() -> None:
    """Lists of years that go the other way than most are pointed at."""
    up = "In 2022, {} were opened (compared with 7 in 2019, 8 in 2020 and 9 in 2021)."
    down = "In 2022, {} were closed (compared with 7 in 2021, 8 in 2020 and 9 in 2019)."
    audited = audit(up.format("10 schools"), up.format("11 clinics"), down.format("12 prisons"))

    assert [(3, "year-order", "warning")] == found(audited)
    assert "the years are descending; in 2 other lists they are ascending" == audited.findings[0].message


def test_exact_or_about() -> None:
    """What contradicts a number that is said to be about right is a warning, not an error."""
    assert [(1, "sum-mismatch", "warning")] == found(audit("About 90 came: 60 women and 50 men."))


def test_items_notes_and_tables() -> None:
    """Items of lists and footnotes are audited under the number of their paragraph, and so are tables."""
    audited = audit_document(
        document(
            paragraph("The following was done:"),
            item_list("In 2022, 14 persons were trained: 6 women and 9 men.", "Nothing else."),
            paragraph("See the note", Note(words("Of the 20 members, 12 (50 per cent) are women.")), "."),
            table("Persons", "sex | 2022", "women | 6", "men | 9", "all | 14"),
        )
    )

    assert found(audited) == [
        (1, "sum-mismatch", "error"),
        (2, "share-mismatch", "error"),
        (2, "sum-mismatch", "warning"),
    ]


def test_parts_in_a_list() -> None:
    """Short items below a colon are the parts of the total above it."""
    found_in = audit_document(
        document(
            paragraph("In 2022, the Office received 14 complaints:"),
            item_list("6 on grounds of sex;", "5 on grounds of age; and", "4 on grounds of faith."),
        )
    )

    assert [(1, "sum-mismatch", "error")] == found(found_in)
    assert "6 + 5 + 4 = 15, not 14" in found_in.findings[0].evidence


def test_counts() -> None:
    """Claims that relate numbers are counted, and so is what could not be read."""
    audited = audit(
        "In 2022, there were 14 cases (compared with 12 in 2021). There were 3 others.",
        "More cases were opened, compared with three or four of each kind elsewhere.",
    )

    assert (1, 1) == (audited.claims_read, audited.claims_unread)
    assert (2, 5) == (audited.numbers_read, audited.numbers)


def test_before_the_first_number() -> None:
    """Text before the first numbered paragraph is audited too."""
    audited = audit_document(document(paragraph("Of the 20 members, 12 (50 per cent) are women.", numbered=False)))

    assert [(None, "share-mismatch", "error")] == found(audited)


def test_hostile_characters_are_not_quoted() -> None:
    """Nothing that a terminal would obey comes out in the evidence."""
    (one,) = audit_document(
        document(paragraph(Text("Of the 20 members, 12 (50 per cent)\x1b[31m are women."), "."))
    ).findings

    assert "\x1b" not in one.evidence


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It fell (from 257 in 2022).The rest left.", "“2022).The”: write “2022). The”"),
        ("They heard 345 persons.The rest left.", "“persons.The”: write “persons. The”"),
        ("There were more in 2023,there as here.", "“2023,there”: write “2023, there”"),
        ("It was closed .", "“closed .”: write “closed.”"),
        ("They met  in May.", "“met  in”: write “met in”"),
    ],
)
def test_spacing_is_shown_with_whole_words(text: str, evidence: str) -> None:
    """A mark alone would not say where."""
    assert [evidence] == [one.evidence for one in audit(text).findings]


def test_findings_that_are_sorted_alike_keep_the_order_of_the_text() -> None:
    """The items of one list begin at the same character each: two runs say the same."""
    names = [f"Persons{letter}" for letter in "BADCFEHG"]
    audited = audit_document(document(item_list(*(f"{name} , men and others" for name in names))))

    assert names == [one.evidence[1:9] for one in audited.findings]


def test_question_of_the_committee() -> None:
    """A question that its reply repeats is no note; one that nothing follows, or behind a statement, is asked about."""
    question = "Please indicate the measures taken. Please provide data on complaints."

    assert [] == found(audit(question, "In 2023, 12 complaints were received."))
    assert [] == found(audit(question + " In 2023, 12 complaints were received."))
    assert [] == found(audit("The Committee asked: “Please indicate whether the Act applies.” It does."))
    assert [(1, "placeholder", "warning")] * 2 == found(audit(question))
    assert [(1, "placeholder", "warning")] == found(audit("There are 12 courts. Please specify where. It is so."))
    assert [(1, "placeholder", "error")] == found(audit("Please check the number. It is 12.", "The Act applies."))


def test_title_that_is_cited_twice() -> None:
    """The title of an article, or a quotation, is no repetition; the same words as a statement are one."""
    title = (
        "work of an association or other body after a court has decided to prohibit its work or to disband it on"
        " grounds of its practice of disorder or of violence in public"
    )
    again = f"Persons were convicted for insult, {title} and insult of an official."

    assert [] == found(audit(f"Under article 405 ({title.capitalize()}), six cases were closed.", again))
    assert [] == found(audit(f"The Act punishes “{title}” and nothing else, as it always did.", again))
    assert [(2, "duplicate", "warning")] == found(audit(f"It is an offence to lead the {title}, as it was.", again))


def test_custom_of_years() -> None:
    """One list is no custom: two lists of two orders in one sentence are left alone."""
    both = "There were 12 fires in 2020, 14 in 2021 and 18 in 2022, and 7 floods in 2022, 6 in 2021 and 5 in 2020."

    assert [] == found(audit(both))


_TWICE = "the staff of the centres were trained in the law on domestic violence by a judge of the court"


@pytest.mark.parametrize(
    "before",
    [
        "It was so.",
        "İ İ İ İ İ İ.",  # each is two characters in small letters, of which one is in no word
        "It was so. (…) Then:\n— —\n",  # sentences without words
        "",
    ],
)
def test_sentence_that_stands_twice(before: str) -> None:
    """A long sentence that stands again is quoted where it stands, whatever is before it; a part of one is not."""
    filler = "Other things were said of rivers and bridges, and of roads that lead to the sea in the far north."
    audited = audit(f"A list of names is kept. The {_TWICE}.", f"{before} The {_TWICE}. {filler}".strip())
    assert [(2, "duplicate")] == [(one.paragraph, one.code.value) for one in audited.findings]
    assert f"“The {_TWICE}”" in audited.findings[0].evidence


def test_part_of_a_sentence_that_stands_twice() -> None:
    """Words that are a whole sentence in one paragraph alone are a formula in the other, unless they are many."""
    run = "they were trained in the law on domestic violence by a judge"
    filler = "Other things were said of rivers and bridges, and of roads that lead to the sea in the far north."
    later = audit(f"Since then, {run} or two. {filler}", f"{filler[:60]}. {run.capitalize()}. {filler[60:]} So it is.")
    assert ["paragraph 1"] == [one.message.split(":")[0].removeprefix("repeats ") for one in later.findings]
    assert not audit(f"{run.capitalize()}. {filler}", f"It is said that {run} or two, as it was.").findings
