"""Notes to the authors: what was left in is found, what may be said in a report is not."""

import pytest

from reportgen.claims.author_notes import author_notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 342 (updated data are required for 2023).", ["updated data are required"]),
        ("So far, XX persons were trained.", ["XX"]),
        ("In XXX, XX% agreed.", ["XXX", "XX"]),
        ("It was paid [insert the amount] and [please check].", ["[insert the amount]", "[please check]"]),
        ("The number is ??? and the date ____.", ["???", "____"]),
        ("____ persons were trained on ___ 2023.", ["____", "___"]),
        ("It cost $____ and lasted (___ months).", ["____", "___"]),
        ("The so-called “XX” group has “TBC” members.", ["TBC"]),
        ("The date is TBC; TODO.", ["TBC", "TODO"]),
        ("There were 15 (figure to be confirmed).", ["(figure to be confirmed)"]),
        ("Please provide the number.", ["Please provide"]),
        ("Note to the editor: shorten.", ["Note to the editor"]),
        ("Data is to be added.", ["Data is to be added"]),
        ("There were [number] of them.", ["[number]"]),
        ("More recent statistics are awaited.", ["More recent statistics are awaited"]),
        (
            "Statistical data for 2023 to be provided by the Ministry of Health.",
            ["Statistical data for 2023 to be provided by the Ministry of Health"],
        ),
        ("There are 12 centres. Further information to follow.", ["Further information to follow"]),
        ("The centres (details to follow shortly) are open.", ["details to follow shortly"]),
        ("It has 12 branches (see table – to be updated).", ["(see table – to be updated)"]),
    ],
)
def test_what_was_left_in_is_found(text: str, expected: list[str]) -> None:
    """Placeholders, requests and sentences that ask for data are given with their places, each once."""
    assert expected == [text[note.start : note.end] for note in author_notes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The appointments are to be confirmed by the Senate.",
        "The centre is to be completed by 2025.",
        "Data are to be verified by the court.",
        "Citizens may request additional information and insert a comment.",
        "Chapter XX of the Code and Part XXX apply; in the XX century, it began.",
        "It is so [see the Act](https://example.org).",
        "Is it so? It is.",
        "The data are required by law.",
        "The Act requires updated information.",
        "Updated data are required by the Act.",
        "Additional information is required to register.",
        "The list (to be updated every year) is public.",
        "Information is to be updated annually.",
        "The Act lists the information to be provided by the employer.",
        "Information to be provided by the Ministry of Health includes the number of beds.",
        "Data to be provided to the register are encrypted.",
        "The officers had no clear instructions to follow.",
        "The Committee asked: “Please indicate whether the Act applies, and since when.” It does.",
        'The question was "Please provide the number of posts by region." The posts are listed below.',
        "The report was circulated. _________________________ * Circulated as received.",
        "_________________________ 1 See the annex.",
        "The report was circulated.\n______________",
    ],
)
def test_what_may_be_said_is_left_alone(text: str) -> None:
    """A sentence for the reader is none for the author."""
    assert [] == list(author_notes(text))


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("Please indicate the measures taken.", True),
        ("Kindly provide data on complaints.", True),
        ("Please check the number.", False),
        ("[Please provide the number]", False),
        ("There were XX cases.", False),
    ],
)
def test_questions_of_the_committee(text: str, is_question: bool) -> None:
    """A request in the words of a list of issues may be the Committee's own; a request in brackets is not."""
    assert [is_question] == [note.is_question for note in author_notes(text)]
