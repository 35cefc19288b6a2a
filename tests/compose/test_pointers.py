"""References to paragraphs, replies, tables and sources: what they say, and which of them cannot be written."""

from pathlib import Path as FilePath
from typing import Any

import pytest
from composing import composed, reply, templates, texts, tree
from reports import make_report

from reportgen.compose.pointers import POINTERS, Pointer, as_sentence, read_pointer
from reportgen.diagnostics import Place, Places
from reportgen.document.tree import Citation, Document, ItemList, Note, Paragraph
from reportgen.document.walk import plain_text, walk

THREE: list[dict[str, Any]] = [{"number": number, "agencies": ["justice"]} for number in (1, 2, 3)]
TEXT = ("submissions", 0, "replies", 0, "text")


def notes(document: Document) -> list[str]:
    """The text of each footnote of the text."""
    found = (inline for inline in walk(document) if isinstance(inline, Note))
    return [plain_text(note.children) for note in found]


def test_a_paragraph_is_cited_by_its_number_and_side() -> None:
    """Forwards and backwards; the word is short in brackets."""
    document = tree(
        make_report(
            reply("See {{ paragraph('fund') }}."),
            reply("The fund.\n\nOf it (see {{ paragraph('fund') }}).", key="fund"),
        )
    )

    assert ["See paragraph 2 below.", "The fund.", "Of it (see para. 2 above)."] == texts(document)


def test_several_paragraphs_are_a_range() -> None:
    """Three that follow one another are written as one range."""
    document = tree(
        make_report(reply("See {{ paragraphs('a', 'a-2', 'a-3') }}."), reply("One.\n\nTwo.\n\nThree.", key="a"))
    )

    assert "See paragraphs 2–4 below." == texts(document)[0]


def test_a_reply_is_cited_in_its_words_or_by_its_paragraphs() -> None:
    """Both forms follow the reply wherever it stands."""
    said = "See {{ reply(3) }}, and {{ reply(3, paragraphs=True) }}."
    document = tree(make_report(reply(said), reply("One.\n\nTwo.\n\nThree.", issue=3), issues=THREE))

    assert texts(document)[0] == "See the reply to the issues raised in paragraph 3, and paragraphs 2–4 below."


def test_a_reply_that_is_awaited_can_be_cited() -> None:
    """It has no paragraphs yet, so both forms name the reply itself."""
    document = tree(make_report(reply("See {{ reply(3) }}; {{ reply(3, paragraphs=True) }}."), issues=THREE))

    words = "the reply to the issues raised in paragraph 3"
    assert [f"See {words}; {words}."] == texts(document)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ paragraph('b') }} says so.", "Paragraph 2 below says so."),
        ("It is so. {{ paragraphs('b', 'b-2') }} say it.", "It is so. Paragraphs 2 and 3 below say it."),
        ("It is so. *{{ reply(3) }}* says it.", "It is so. The reply to the issues raised in paragraph 3 says it."),
        ("See art. {{ paragraph('b') }}; {{ paragraph('b') }}.", "See art. paragraph 2 below; paragraph 2 below."),
        ("So (see Act. {{ paragraph('b') }}).", "So (see Act. Para. 2 below)."),
    ],
)
def test_a_reference_that_begins_a_sentence_has_a_capital(text: str, said: str) -> None:
    """As any first word has; an abbreviation before it ends no sentence."""
    assert said == texts(tree(make_report(reply(text), reply("One.\n\nTwo.", key="b"), issues=THREE)))[0]


def test_a_reference_that_begins_an_item_or_a_note_has_a_capital() -> None:
    """Items and notes begin like sentences."""
    text = "Text[^1]:\n\n- {{ paragraph('b') }}\n\n[^1]: {{ paragraph('b') }} has more."
    document = tree(make_report(reply(text), reply("One.", key="b")))

    (items,) = (block for block in document.blocks if isinstance(block, ItemList))
    assert "Paragraph 2 below" == plain_text(items.items[0].children)
    assert ["Para. 2 below has more."] == notes(document)


def test_a_table_is_cited_by_its_number(tmp_path: FilePath) -> None:
    """The key of a table stands in the template that writes it."""
    table = '<table id="courts"><caption>Courts</caption><tbody><tr><td>x</td></tr></tbody></table>'
    own = templates(tmp_path, replies__2=f"<h4>Two</h4>{table}")

    document = tree(make_report(reply("As {{ table('courts') }} shows."), issues=THREE), own)
    assert ["As table 1 shows."] == texts(document)


def test_a_source_is_a_footnote_at_its_place() -> None:
    """It has a capital and a full stop, and no space before its mark."""
    submission = reply("There were {{ cases }}. {{ source('cases') }} More.")
    submission["indicators"] = {"cases": {"values": {2023: 11}, "source": "register of cases, table 3"}}
    document = tree(make_report(submission))

    (block,) = (block for block in document.blocks if isinstance(block, Paragraph))
    assert ["Register of cases, table 3."] == notes(document)
    assert "There were 11. More." == plain_text(block.children)


def test_a_source_within_a_note_is_its_text() -> None:
    """A note has no notes."""
    submission = reply("There were {{ cases }}[^1].\n\n[^1]: See the law. {{ source('cases') }}")
    submission["indicators"] = {"cases": {"values": {2023: 11}, "source": "Register & list"}}

    assert ["See the law. Register & list."] == notes(tree(make_report(submission)))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Form No. 1", "Form No. 1."),
        ("e-Court portal.", "e-Court portal."),
        (" police statistics ", "Police statistics."),
        ("CCPR/C/ARC/2, para. 4", "CCPR/C/ARC/2, para. 4."),
    ],
)
def test_a_source_becomes_a_sentence(source: str, sentence: str) -> None:
    """A first word with a spelling of its own keeps it."""
    assert sentence == as_sentence(source)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ paragraph(14) }}", "RG522"),
        ("{{ paragrph('a') }}", "RG523"),
        ("{{ table('other') }}", "RG524"),
        ("{{ reply(9) }}", "RG526"),
        ("{{ source('cases') }}", "RG527"),
        ("{{ source('caces') }}", "RG401"),
        ("{{ paragraphs('other', 'nowhere') }}", "RG505"),
    ],
)
def test_a_reference_that_cannot_be_written_is_named_at_its_place(text: str, code: str) -> None:
    """Each at the line and column where the reference begins."""
    places = Places({TEXT: Place("a.yaml", 5, 9), (*TEXT, 0): Place("a.yaml", 6, 7)})
    made = composed(make_report(reply(f"Before {text} after."), reply("Other.", key="other")), places=places)

    assert [(code, "a.yaml:6:14")] == [(found.code, str(found.place)) for found in made.diagnostics]


def test_every_reference_to_nothing_is_named_at_its_own_place() -> None:
    """The same wrong key twice is two problems, with the nearest key."""
    places = Places({TEXT: Place("a.yaml", 5, 9), **{(*TEXT, line): Place("a.yaml", 6 + line, 1) for line in range(3)}})
    text = "{{ paragraph('fnud') }}\n\n{{ paragraph('fnud') }}"
    made = composed(make_report(reply(text), reply("Fund.", key="fund")), places=places)

    assert [("RG505", "a.yaml:6:1"), ("RG505", "a.yaml:8:1")] == [
        (one.code, str(one.place)) for one in made.diagnostics
    ]
    assert all("“fund”" in (one.hint or "") for one in made.diagnostics)


def test_a_key_that_may_still_come_is_said_to_be_one() -> None:
    """While replies are awaited, the way to write until then is shown."""
    made = composed(make_report(reply("See {{ paragraph('centres') }}."), issues=THREE))

    (one,) = made.diagnostics
    said = "the key may come with a reply that is awaited (issues 2, 3); until it comes, write {{ reply(2) }}"
    assert ("RG505", (said,)) == (one.code, one.notes)


def test_a_paragraph_without_a_number_cannot_be_cited(tmp_path: FilePath) -> None:
    """The reference would be empty in print."""
    own = templates(tmp_path, replies__2='<h4>Two</h4><p class="unnumbered" id="plain">Plain.</p>')
    made = composed(make_report(reply("See {{ paragraph('plain') }}."), issues=THREE), own)

    assert ["RG525"] == [found.code for found in made.diagnostics if found.severity == "error"]


def test_templates_refer_in_the_same_ways(tmp_path: FilePath) -> None:
    """`reply` is a value within the loop over replies, and can be called there all the same."""
    submission = reply("One.\n\nTwo.\n\nThree.", key="a")
    submission["indicators"] = {"cases": {"values": {2023: 11}, "source": "Register", "report": "none"}}
    own = templates(
        tmp_path,
        replies__2="<h4>Two</h4><p>See {{ paragraphs('a', 'a-3') }}, {{ reply(1, paragraphs=True) }} "
        "and {{ reply(3) }}; {{ cases }}{{ source('cases') }}, {{ cases }}{{ source(cases) }}.</p>",
    )
    document = tree(make_report(submission, issues=THREE), own)

    said = (
        "See paragraphs 1 and 3 above, paragraphs 1–3 above and the reply to the issues raised in paragraph 3; 11, 11."
    )
    assert said == texts(document)[-1]
    assert ["Register."] * 2 == notes(document)


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{{ paragraph(cases) }}", "RG522"),
        ("{{ reply(9) }}", "RG526"),
        ("{{ source('cases') }}", "RG527"),
        ('<a class="paragraphs" href="#justice-1-1">words</a>', "RG528"),
        ('<a class="paragraphs" href="#justice-1-1 x"></a>', "RG518"),
        ('<a class="paragraph" href="#justice-1-1"></a>', "RG516"),
        ('<a class="reply" href="#nowhere"></a>', "RG505"),
    ],
)
def test_a_reference_of_a_template_is_named_at_its_line(tmp_path: FilePath, template: str, code: str) -> None:
    """Template and line, as for everything that templates write."""
    own = templates(tmp_path, replies__2=f"<h4>Two</h4>\n<p>{template}</p>")
    made = composed(make_report(reply("One."), issues=THREE), own)

    assert (code, 2) in [(found.code, found.place.line if found.place else None) for found in made.diagnostics]
    assert made.document is None


def test_a_citation_in_the_tree_holds_its_targets() -> None:
    """Writers make links of them."""
    document = tree(make_report(reply("See {{ paragraphs('b', 'b-2') }}."), reply("One.\n\nTwo.", key="b")))

    (citation,) = (inline for inline in walk(document) if isinstance(inline, Citation))
    assert ("b", "b-2") == citation.targets


@pytest.mark.parametrize(
    ("kind", "arguments", "named", "expected"),
    [
        ("paragraph", ["fund"], {}, Pointer("paragraph", ("fund",))),
        ("paragraph", [], {}, None),
        ("paragraph", [""], {}, None),
        ("paragraph", ["fund", "fund-2"], {}, None),
        ("paragraph", ["fund"], {"paragraphs": True}, None),
        ("paragraph", [14], {}, None),
        ("paragraphs", ["fund", "fund-2"], {}, Pointer("paragraphs", ("fund", "fund-2"))),
        ("paragraphs", [], {}, None),
        ("paragraphs", ["fund", ""], {}, None),
        ("paragraphs", ["fund", 2], {}, None),
        ("table", ["courts"], {}, Pointer("table", ("courts",))),
        ("source", ["victims"], {}, Pointer("source", ("victims",))),
        ("reply", [14], {}, Pointer("reply", issue=14)),
        ("reply", [14], {"paragraphs": True}, Pointer("reply", issue=14, gives_paragraphs=True)),
        ("reply", [14], {"paragraphs": "yes"}, None),
        ("reply", [14], {"other": True}, None),
        ("reply", [True], {}, None),
        ("reply", ["14"], {}, None),
        ("reply", [14, 15], {}, None),
    ],
)
def test_arguments_fit_or_do_not(
    kind: str, arguments: list[object], named: dict[str, object], expected: Pointer | None
) -> None:
    """Each kind takes what its example shows, and nothing else."""
    assert kind in POINTERS
    assert expected == read_pointer(kind, arguments, named)
