"""Abbreviations: found where they are spelled out, listed where they are used, and no false alarm."""

import re
from pathlib import Path
from typing import Any

import pytest
from composing import composed, reply, tree
from hypothesis import given
from hypothesis import strategies as st
from reports import make_report

from reportgen.compose.abbreviations import Gathered, Stretch, find_definitions, gather
from reportgen.diagnostics import Place, Places
from reportgen.document.tree import Abbreviations, Document
from reportgen.pipeline import check_project

ROOT = Path(__file__).parents[2]
NGO = "non-governmental organizations (NGOs)"


def found(*texts: str) -> Gathered:
    """What is gathered from some paragraphs."""
    return gather([Stretch(text, place, is_prose=True) for place, text in enumerate(texts)])


def listed(gathered: Gathered) -> list[tuple[str, str]]:
    """The entries of the list."""
    return [(entry.short, entry.full) for entry in gathered.entries]


def codes(gathered: Gathered) -> list[tuple[str, int]]:
    """What is said, with the index of the paragraph."""
    return [(finding.code, finding.use.stretch) for finding in gathered.problems]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("many non-governmental organizations (NGOs) were", "NGO", "non-governmental organization"),
        ("The Committee on Legislative Safeguards (CLS) met", "CLS", "Committee on Legislative Safeguards"),
        ("by the World Health Organization (WHO)", "WHO", "World Health Organization"),
        ("the Committee on the Rights of the Child (CRC)", "CRC", "Committee on the Rights of the Child"),
        ("a gross domestic product (GDP)", "GDP", "gross domestic product"),
        ("Ministry of the Interior and Defence (MIAD)", "MIAD", "Ministry of the Interior and Defence"),
        ("free in vitro fertilization (IVF)", "IVF", "in vitro fertilization"),
        ("to the Group of States against Corruption (GRECO)", "GRECO", "Group of States against Corruption"),
        (
            "WHO/Joint United Nations Programme on HIV/AIDS (UNAIDS)",
            "UNAIDS",
            "Joint United Nations Programme on HIV/AIDS",
        ),
        ("Then CLS (Committee on Legislative Safeguards) met", "CLS", "Committee on Legislative Safeguards"),
        ("regulatory authorities (RAs) exist", "RA", "regulatory authority"),
    ],
)
def test_the_full_words_are_those_whose_initials_give_the_short_form(text: str, short: str, full: str) -> None:
    """Small words may be passed over, hyphens part words, a plural becomes singular."""
    assert [(short, full)] == [(one.short, one.full) for one in find_definitions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "article 14 (II) of the Act",
        "the tenge (T) fell",
        "the Covenant (CCPR/C/KAZ/QPR/3)",
        "persons (women and men)",
        "of the Act. (NGO)",
        "the police (MVD) came",
        "in the year (BBC)",
        "(NGO) first",
    ],
)
def test_other_brackets_spell_nothing_out(text: str) -> None:
    """Numbers, symbols, single letters, and short forms in another language are left alone."""
    assert [] == list(find_definitions(text))


def test_what_is_used_twice_after_it_was_spelled_out_is_listed() -> None:
    """In the singular, in the order of the alphabet."""
    text = f"The World Health Organization (WHO) and {NGO} met. WHO asked; NGOs answered. WHO and one NGO left."

    assert [("NGO", "non-governmental organization"), ("WHO", "World Health Organization")] == listed(found(text))
    assert [] == codes(found(text))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([f"Many {NGO} came."], [("RG530", 0)]),
        ([f"Many {NGO} came.", "NGOs left."], [("RG530", 0)]),
        (["The NGOs came.", f"Many {NGO} came.", "NGOs, NGOs."], [("RG531", 0)]),
        ([f"Many {NGO} came.", f"More {NGO} came.", "NGOs left."], [("RG532", 1)]),
        (
            ["The Committee on Law and State (CLS) met.", "CLS and CLS.", "Committee on Legal Services (CLS)"],
            [("RG533", 2)],
        ),
        ([f"Many {NGO} came.", "NGOs, NGOs.", "Non-governmental organizations left."], [("RG534", 2)]),
    ],
)
def test_each_fault_is_named_where_it_stands(texts: list[str], expected: list[tuple[str, int]]) -> None:
    """Hardly used, used too early, spelled out twice or again, two meanings."""
    assert expected == codes(found(*texts))


def test_tables_and_quotations_may_use_one_before_it_is_spelled_out() -> None:
    """They can stand anywhere, and a quotation is not changed."""
    stretches = [Stretch("NGOs", 0, is_prose=False), Stretch(f"Many {NGO}. NGOs; NGOs.", 1, is_prose=True)]

    assert [] == codes(gather(stretches))


def lists(document: Document) -> list[Abbreviations]:
    """The lists of abbreviations of a document."""
    return [block for block in document.blocks if isinstance(block, Abbreviations)]


def test_the_list_stands_in_the_document() -> None:
    """Under its title, after the contents; it is left out where there is nothing to list, or where it is not wanted."""
    text = f"Many {NGO} came. NGOs stayed. NGOs left."

    (block,) = lists(tree(make_report(reply(text))))
    assert ["NGO"] == [entry.short for entry in block.entries]
    assert [] == lists(tree(make_report(reply("Nothing."))))
    assert [] == lists(tree(make_report(reply(text), layout={"abbreviations": False})))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (f"One.\n\n- A list\n- Many {NGO} came.", "RG530", "a.yaml:9:40"),
        (f"The {{{{ cases }}}} NGOs came.\n\nMany {NGO} came. NGOs.", "RG531", "a.yaml:6:17"),
        (f"Many {NGO} came.\n\nNGOs. More {NGO} came.", "RG532", "a.yaml:8:44"),
        ("A World Health Organization (WHO).\n\nA World Housing Office (WHO).", "RG533", "a.yaml:8:25"),
        (f"Many {NGO}. NGOs, NGOs.\n\nNon-governmental organizations.", "RG534", "a.yaml:8:1"),
    ],
)
def test_a_finding_stands_at_its_line_in_the_agency_s_text(text: str, code: str, place: str) -> None:
    """Lists and figures do not hinder it; none of them stands in the way of the document."""
    path = ("submissions", 0, "replies", 0, "text")
    places = Places({path: Place("a.yaml", 5, 9)} | {(*path, line): Place("a.yaml", 6 + line, 1) for line in range(9)})
    made = composed(make_report(reply(text)), places=places)

    assert [(code, place)] == [(one.code, str(one.place)) for one in made.diagnostics]
    assert made.document is not None


def test_a_template_s_abbreviation_is_named_at_its_line(tmp_path: Path) -> None:
    """Text of templates is text of the document."""
    file = tmp_path / "replies" / "1.html.j2"
    file.parent.mkdir()
    file.write_text(f'<h4>One</h4>\n<p id="own">Many {NGO} came.</p>', encoding="utf-8")
    made = composed(make_report(reply("Unseen.")), tmp_path)

    assert [("RG530", 2)] == [(one.code, one.place.line if one.place else None) for one in made.diagnostics]


def test_the_real_replies_have_four_remarks_and_no_false_alarm(published: bytes) -> None:
    """IVF, PRI, UNAIDS and WHO are introduced and used less than twice after; GRECO and NGO are listed."""
    lines = re.split(r"\n", published.decode("utf-8-sig"))
    stretches = [
        Stretch(line.replace("\u00a0", " ").replace("\u2011", "-"), place, is_prose=line[:1].isdigit())
        for place, line in enumerate(lines)
    ]

    gathered = gather(stretches)
    said: list[tuple[str, Any]] = [(finding.code, finding.values["short"]) for finding in gathered.problems]
    assert [("RG530", short) for short in ("IVF", "PRI", "UNAIDS", "WHO")] == said
    assert ["GRECO", "NGO"] == [entry.short for entry in gathered.entries]


def test_the_real_project_has_no_remarks() -> None:
    """What it introduces is used: nothing is said of the short forms of `inputs/`."""
    said = [
        one for one in check_project(ROOT / "inputs").diagnostics if one.code in {f"RG53{digit}" for digit in range(5)}
    ]

    assert [] == [(one.code, one.message) for one in said]


@given(st.lists(st.text(alphabet="ab AB(NGO)s-.\n", max_size=60), max_size=4))
def test_no_text_breaks_the_search(texts: list[str]) -> None:
    """Whatever is written, each entry was spelled out somewhere, and each finding stands within its text."""
    gathered = found(*texts)

    for finding in gathered.problems:
        text = gathered.stretches[finding.use.stretch].text
        assert 0 <= finding.use.start < finding.use.end <= len(text)
    assert all(entry.short in "".join(texts) for entry in gathered.entries)


def test_a_text_made_to_take_long_takes_no_longer() -> None:
    """Many small words, many hyphens and many brackets are looked at once each."""
    texts = [
        "a " * 5_000 + "(AAAAAAAAAAAA)",
        "a-" * 5_000 + "a (AAAAAAAAAAAA)",
        "Big " * 20_000 + "(AB)",
        "A B (AB) " * 5_000,
    ]

    assert {"RG531", "RG532"} == {finding.code for finding in found(*texts).problems}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Selon l’Organisation mondiale de la Santé (OMS),", "OMS", "Organisation mondiale de la Santé"),
        ("auprès de l’Office de protection de l’enfance (OPE)", "OPE", "Office de protection de l’enfance"),
        ("la Organización Internacional del Trabajo (OIT)", "OIT", "Organización Internacional del Trabajo"),
        ("el Instituto de la Mujer y la Niñez (IMN)", "IMN", "Instituto de la Mujer y la Niñez"),
        ("За это отвечает Агентство по делам молодежи (АДМ).", "АДМ", "Агентство по делам молодежи"),
        ("Есть Центр правовой помощи (ЦПП).", "ЦПП", "Центр правовой помощи"),
    ],
)
def test_short_forms_of_other_languages_are_spelled_out(text: str, short: str, full: str) -> None:
    """Small words and elided ones are passed over, and Cyrillic letters are letters."""
    assert [(one.short, one.full) for one in find_definitions(text)] == [(short, full)]


@pytest.mark.parametrize(
    "text", ["Le rapport (CCPR) dit", "la ley (Ley) dice", "В докладе (см. гл. II) сказано", "(УК)"]
)
def test_brackets_that_spell_nothing_out_are_no_short_form(text: str) -> None:
    """Where the words do not give the letters, nothing is listed."""
    assert list(find_definitions(text)) == []
