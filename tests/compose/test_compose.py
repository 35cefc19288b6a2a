"""Compose: from a report to its tree, with every figure's provenance and every problem at its place."""

from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import pytest
from composing import CASES, composed, reply, templates, texts, tree
from dumped import dump
from reports import make_report

from reportgen.compose import compose
from reportgen.diagnostics import Place, Places
from reportgen.document.tree import Awaiting, Paragraph, Role
from reportgen.document.walk import figures, plain_text
from reportgen.model import Submission, merge_report


def test_a_reference_becomes_a_sentence_from_the_data() -> None:
    """What stands between braces is written from the indicator."""
    document = tree(make_report(reply("In 2023, there were {{ cases | compared }} cases.")))

    assert ["In 2023, there were 11 (compared with 12 in 2021 and 15 in 2022) cases."] == texts(document)


def test_each_figure_knows_its_indicator_period_path_and_place() -> None:
    """A number on the page can be followed to the cell that it came from."""
    places = Places(
        {("submissions", 0, "indicators", "cases", "values", "2022"): Place("a.xlsx", sheet="Indicators", cell="F3")}
    )
    made = composed(make_report(reply("There were {{ cases | at(2022) }} of them.")), places=places)

    assert made.document is not None
    (figure,) = figures(made.document)
    assert ("15", "cases", ("2022",)) == (figure.text, figure.indicator, figure.periods)
    assert (("submissions", 0, "indicators", "cases", "values", "2022"),) == figure.paths
    assert ("a.xlsx:Indicators!F3",) == tuple(map(str, figure.places))


def test_numbers_are_words_only_where_their_whole_sentence_allows() -> None:
    """A figure within emphasis belongs to the sentence around it."""
    submission = {
        "indicators": {"few": {"values": {2023: 3}}, "many": {"values": {2023: 30}}},
        "replies": [{"issue": 1, "text": "Only *{{ few }}* came. Then *{{ few }}* of {{ many }} came."}],
    }

    assert ["Only three came. Then 3 of 30 came."] == texts(tree(make_report(submission)))


def test_an_indicator_that_no_text_refers_to_gets_a_sentence_after_the_text() -> None:
    """What an agency reports is not lost; what is referred to is not said twice."""
    submission = reply("Text with {{ cases }}.")
    submission["indicators"] = CASES | {
        "centres": {"issue": 1, "label": "crisis centres", "values": {2022: 46, 2023: 50}},
        "hidden": {"issue": 1, "label": "hidden things", "values": {2023: 5}, "report": "none"},
    }

    first, second = texts(tree(make_report(submission)))
    assert "Text with 11." == first
    assert "crisis centres" in second
    assert "50" in second
    assert "46" in second


def test_indicators_named_within_patterns_are_referred_to() -> None:
    """What a pattern prints is not said a second time."""
    submission = {
        "indicators": {
            "cases": {"issue": 1, "label": "cases", "values": {2022: 12, 2023: 15}},
            "verdicts": {"issue": 1, "label": "verdicts", "values": {2022: 2, 2023: 5}},
        },
        "replies": [
            {
                "issue": 1,
                "text": "There were {{ cases | each_year('{cases} cases and {verdicts} verdicts in {year}') }}.",
            }
        ],
    }

    assert 1 == len(texts(tree(make_report(submission))))


def test_replies_stand_in_the_order_of_the_issue_with_the_lead_first() -> None:
    """The order of files does not matter."""
    made = make_report(
        {"agency": "interior", "replies": [{"issue": 1, "text": "From the interior."}]},
        {"agency": "justice", "replies": [{"issue": 1, "text": "From justice."}]},
    )

    assert ["From justice.", "From the interior."] == texts(tree(made))


def test_paragraphs_have_stable_keys() -> None:
    """Agency, issue and position, or the key that the reply gives."""
    document = tree(make_report(reply("One.\n\nTwo."), reply("Three.\n\nFour.", key="fund")))

    assert ["justice-1-1", "justice-1-2", "fund", "fund-2"] == [
        block.key for block in document.blocks if isinstance(block, Paragraph)
    ]


def test_a_reference_to_a_paragraph_has_its_number() -> None:
    """Forwards and backwards, in agencies' text."""
    document = tree(make_report(reply("See {{ paragraph('fund') }}."), reply("The fund.", key="fund")))

    assert "See paragraph 2 below." == texts(document)[0]


def test_an_issue_without_a_reply_says_so_and_has_no_number() -> None:
    """The mark in its place is no paragraph of the report."""
    made = composed(make_report(issues=[{"number": 7, "agencies": ["justice"]}]))

    assert made.document is not None
    assert (7,) == made.awaiting
    (block,) = (block for block in made.document.blocks if isinstance(block, Awaiting))
    assert "paragraph 7" in plain_text(block.children)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ caces }}", "RG401"),
        ("{{ cases.values }}", "RG502"),
        ("{% for x in y %}", "RG503"),
        ("{{ cases", "RG504"),
        ("{{ paragraph('nowhere') }}", "RG505"),
        ("[x](javascript:1)", "RG518"),
        ("Act[^1].", "RG519"),
    ],
)
def test_a_problem_in_a_text_stands_at_its_place_and_stops_the_document(text: str, code: str) -> None:
    """Each problem is an error with the place of the reply."""
    places = Places({("submissions", 0, "replies", 0, "text"): Place("a.xlsx", sheet="Replies", cell="B4")})
    made = composed(make_report(reply(f"Before {text} after.")), places=places)

    assert made.document is None
    assert [(code, "a.xlsx:Replies!B4")] == [(found.code, str(found.place)) for found in made.diagnostics]


def test_all_problems_of_all_texts_come_together() -> None:
    """Three wrong references are three problems."""
    made = composed(make_report(reply("{{ a }} {{ b }}"), reply("{{ c }}")))

    assert ["RG401"] * 3 == [found.code for found in made.diagnostics]


def test_html_in_a_text_has_no_effect() -> None:
    """It is text, whatever it looks like; the reading of files refuses it."""
    made = composed(make_report(reply("A <b>bold</b> <script>alert(1)</script> word, and 3 < 5.")))

    assert made.document is not None
    assert ["A <b>bold</b> <script>alert(1)</script> word, and 3 < 5."] == texts(made.document)


def test_an_indicator_without_issue_and_reference_is_named() -> None:
    """It would be printed nowhere."""
    lost = {"cases": {"values": {2023: 11}}}
    made = composed(make_report({"indicators": lost, "replies": [{"issue": 1, "text": "Text."}]}))

    assert [("RG520", "warning")] == [(found.code, found.severity) for found in made.diagnostics]


def test_the_first_page_has_title_dates_and_note() -> None:
    """The title follows the treaty, the procedure and the cycle."""
    report = make_report(
        {"replies": [{"issue": 1, "text": "Text."}]},
        dates={"due": 2024, "received": __import__("datetime").date(2024, 5, 30)},
        title_notes=["Issued without formal editing."],
        languages=["English", "French", "Spanish"],
    )
    lines = {line.role: plain_text(line.children).replace("\u00a0", " ") for line in tree(report).cover}

    assert (
        "Third periodic report submitted by Arcania under article 40 of the Covenant, pursuant to the simplified "
        "reporting procedure, due in 2024"
    ) == lines[Role.TITLE]
    assert "[Date received: 30 May 2024]" == lines[Role.RECEIVED]
    assert "English, French and Spanish only" == lines[Role.LANGUAGES]
    assert "Human Rights Committee" == lines[Role.COMMITTEE]
    assert "^*(Issued without formal editing.)" in dump(tree(report))


@pytest.mark.parametrize(
    ("settings", "title"),
    [
        (
            {"document": "initial", "procedure": "standard"},
            "Initial report submitted by Arcania under article 40 of the Covenant, due in 2024",
        ),
        (
            {"treaty": "cerd", "cycle": 12, "combined_from": 11, "procedure": "standard"},
            (
                "Combined eleventh and twelfth periodic reports submitted by Arcania under article 9 of the "
                "Convention, due in 2024"
            ),
        ),
        ({"document": "replies"}, "Replies of Arcania to the list of issues in relation to its third periodic report"),
        ({"title": "A title of its own"}, "A title of its own"),
        (
            {
                "state": {"name": "Russian Federation", "code": "RUS", "in_text": "the Russian Federation"},
                "cycle": 8,
                "procedure": "standard",
            },
            "Eighth periodic report submitted by the Russian Federation under article 40 of the Covenant, due in 2024",
        ),
    ],
)
def test_each_kind_of_document_has_its_title(settings: dict[str, Any], title: str) -> None:
    """The formulas of United Nations practice."""
    assert title == tree(make_report({"replies": [{"issue": 1, "text": "Text."}]}, **settings)).title


# ---- templates ------------------------------------------------------------------------------------------------


def test_a_project_takes_over_one_reply(tmp_path: FilePath) -> None:
    """`templates/replies/1.html.j2` replaces the reply to issue 1, with loops and conditions on the data."""
    own = templates(
        tmp_path,
        replies__1='<h4>Own</h4>{% if cases.latest > 10 %}<p id="x">There were {{ cases | by_year }}.</p>{% endif %}'
        "<p>{{ cases }} in all.</p>",
    )

    assert ["There were 12 in 2021, 15 in 2022 and 11 in 2023.", "Eleven in all."] == texts(
        tree(make_report({"indicators": CASES, "replies": []}), own)
    )


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("<h4>x</h4>\n<p>{{ repyl.number }}</p>", "RG508", 2),
        ("<h4>x</h4>\n\n<p>{% if %}</p>", "RG507", 3),
        ("<h4>x</h4>\n<div>x</div>", "RG510", 2),
        ('<h4>x</h4>\n<p id="a">b</p>\n<p id="a">c</p>', "RG506", 2),
        ("<h4>x</h4>\n<p>a <em>b</p>", "RG511", 2),
        ("<h4>x</h4>\n<p>a</em></p>", "RG512", 2),
        ("<h4>x</h4>\n<section>a</section>", "RG513", 2),
        ("<h4>x</h4>\n<p>a</p>\n<p style='color: red'>b</p>", "RG514", 3),
        ("<h4>x</h4>\n<p><p>b</p></p>", "RG515", 2),
        ("<h4>x</h4>\n<p class='awaitign'>b</p>", "RG516", 2),
        ("<h4>x</h4>\n<p><data value='999'></data></p>", "RG517", 2),
        ("<h4>x</h4>\n<p><a href='javascript:x'>b</a></p>", "RG518", 2),
        ("<h4>x</h4>\n<p>{{ cases | change(verb='fall', since=2021) }} {{ cases | nonsense }}</p>", "RG543", 2),
        ("<h4>x</h4>\n<p>{{ cases | change(verb='rise') }}</p>", "RG406", 2),
        ("<h4>x</h4>\n<p>{{ cases.__class__ }}</p>", "RG508", 2),
        ("<h4>x</h4>\n<p>{{ cases.values.clear() }}</p>", "RG508", 2),
        ("<h4>x</h4>\n<p>{% include 'nothing.html.j2' %}</p>", "RG508", 2),
        ("<h4>x</h4>\n<p>{% include '../report.yaml' %}</p>", "RG508", 2),
        ("<h4>x</h4>\n<p>{{ reply.number | safe }}</p>", "RG543", 2),
        ("<h4>x</h4>\n<p>see {{ paragraph('nowhere') }}</p>", "RG505", 2),
    ],
)
def test_what_is_wrong_in_a_template_names_template_and_line(
    tmp_path: FilePath, template: str, code: str, line: int
) -> None:
    """Unknown names, wrong HTML, unsafe access: each at the line that was written."""
    made = composed(make_report({"indicators": CASES}), templates(tmp_path, replies__1=template))

    found = [(problem.code, problem.place.line if problem.place else None) for problem in made.diagnostics]
    assert (code, line) in found
    assert made.document is None
    assert all(str(problem.place).split(":")[0].endswith("replies/1.html.j2") for problem in made.diagnostics)


def test_a_template_that_is_a_link_out_of_the_project_is_not_read(tmp_path: FilePath) -> None:
    """Only files within the project's templates are templates of the project."""
    outside = tmp_path / "outside.html.j2"
    outside.write_text("<h4>outside</h4>", encoding="utf-8")
    own = tmp_path / "templates"
    (own / "replies").mkdir(parents=True)
    (own / "replies" / "1.html.j2").symlink_to(outside)

    assert "outside" not in dump(tree(make_report(reply("Text with {{ cases }}.")), own))


def test_an_indicator_may_not_be_called_like_a_name_of_the_templates() -> None:
    """`report` is the report itself."""
    made = composed(
        make_report({"indicators": {"report": {"values": {2023: 1}}}, "replies": [{"issue": 1, "text": "x"}]})
    )

    assert "RG509" in [found.code for found in made.diagnostics]


def test_a_percentage_has_exact_decimals() -> None:
    """Decimals go from the data to the page as they are."""
    submission = {
        "indicators": {"share": {"unit": "percent", "values": {2023: Decimal("55.40")}}},
        "replies": [{"issue": 1, "text": "The share was {{ share }}."}],
    }

    assert texts(tree(make_report(submission)))[0].startswith("The share was 55.4")


def test_a_revised_figure_leads_to_both_reports() -> None:
    """The new value has the place of the submission, the former one that of the last cycle's file."""
    fields = {"label": "cases", "issue": 1}
    now = {"agency": "justice", "indicators": {"cases": {**fields, "values": {2022: 30, 2023: 40}}}}
    then = {"agency": "justice", "indicators": {"cases": {**fields, "values": {2022: 25}}}}
    report = make_report(now).model_copy(update={"previous": (Submission.model_validate(then),)})
    made = compose(report, merge_report(report), Places(), None)

    assert made.document is not None, made.diagnostics
    found = {figure.text: figure.paths for figure in figures(made.document)}
    assert (("previous", 0, "indicators", "cases", "values", "2022"),) == found["25"]
    assert (("submissions", 0, "indicators", "cases", "values", "2022"),) == found["30"]
