"""A project with paragraphs, lists, a table, a note and emphasis, and edits of its Word file."""

import re
from copy import deepcopy
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from word.word_edits import (
    Body,
    Change,
    W,
    added_after,
    deleted,
    edited,
    merged,
    moved_to_the_start,
    paragraph,
    retyped,
    run,
    split_before,
    text_of,
)
from xlsx import unzipped

from reportgen.pipeline import build_project
from reportgen.readers.reading import read_report
from reportgen.word.pull.result import Pulled
from reportgen.word.units import Unit, units_of

MINIMAL = Path(__file__).parents[3] / "examples" / "minimal"
JUSTICE = "submissions/justice.yaml"
REPORT = "CCPR-C-ARC-2.docx"
NOTES = "word/footnotes.xml"
HEADING = "Violence against women and domestic violence"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
REPLIES = """replies:
  - issue: 1
    key: legal-aid
    text: |
      The Legal Aid Act entered into force on 1 March 2021. It gives persons a right to a lawyer.

      In {{ legal_aid | last_period }}, legal aid was given to {{ legal_aid }} persons, of whom 12 were children. There were {{ legal_aid_offices }} offices (see {{ paragraph('data') }}).

      The number of women was {{ legal_aid | value(part='women') }} and that of men was {{ legal_aid | value(part='men') }}. Within one year, the number {{ legal_aid | change(digits=0, show='none') }}.

      The rule is the same for all.

      | Year | Persons | Remarks |
      | --- | --- | --- |
      | 2022 | {{ legal_aid | at(2022) }} | none |
      | 2023 | {{ legal_aid | at(2023) }} | about ten of them came twice |

      The rule is the same for all.

      The service answers calls day and night.[^calls] It is *free of charge* for **everybody**.

      [^calls]: In 2023, it answered {{ legal_aid }} calls, as it does by law.

  - issue: 2
    key: data
    text: |
      Victims of domestic violence receive legal aid whatever their income (see {{ paragraph('legal-aid') }}). A court may at their request:

      - Order the offender to leave the shared home
      - Demand that each of the {{ legal_aid_offices }} offices be informed
      - Prohibit the offender from approaching the victim

      Such protection orders are valid for up to one year.

      A breach of an order is an offence.

      The police enforce the orders.

      Shelters are open to all who need them.

      Calls to the hotline cost nothing.
"""  # noqa: E501 - as agencies write


def rich_project(folder: Path) -> Path:
    """A project of which one file has all that a text can hold."""
    copytree(MINIMAL, folder)
    file = folder / JUSTICE
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("replies:")] + REPLIES, encoding="utf-8")
    return folder


def built(project: Path) -> bytes:
    """The Word file of a project."""
    return build_project(project, ["docx"]).files[REPORT]


def units(data: bytes) -> list[Unit]:
    """What a Word file prints."""
    return units_of(read_report(data, "report.docx"))


def written(project: Path, pulled: Pulled) -> Path:
    """A project with what was pulled written into it."""
    pulled.copies.file(project, pulled.files)
    return project


def unlisted(edited: bytes, now: bytes, pulled: Pulled) -> list[tuple[list[str], list[str]]]:
    """Where a project prints something else than the edited report, though no edit there is listed: both texts."""
    first, second = (sorted(units(one), key=lambda unit: unit.kind == "Note") for one in (edited, now))
    listed = {one.where for one in pulled.left} | {one.where for one in pulled.refused}
    named = re.sub(r"\[-|-\]|\{\+|\+\}", "", "\n".join(one.text for one in pulled.left))
    old, new = ([(one.kind, one.masked) for one in side] for side in (first, second))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        # what was not taken may stand a paragraph away: where it stood, or where it is to stand
        near = {one.where for one in (*first[max(0, start - 1) : end + 1], *second[max(0, begin - 1) : stop + 1])}
        texts = [one.words for one in (*first[start:end], *second[begin:stop])]
        if kind != "equal" and not listed & near and not all(" ".join(one.split()[:5]) in named for one in texts):
            found.append(([one.masked for one in first[start:end]], [one.masked for one in second[begin:stop]]))
    return found


def in_notes(data: bytes, change: Change) -> bytes:
    """A Word file with its notes changed."""
    parts = unzipped(data)
    root = etree.fromstring(parts[NOTES])
    change(root)
    parts[NOTES] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def cut_before(words: str) -> Change:
    """A run made two before some words, as Word does where somebody sets the cursor there."""

    def change(body: Body) -> None:
        first = run(body, words)
        second = deepcopy(first)
        (one,), (other,) = (list(part.iter(f"{W}t")) for part in (first, second))
        at = (one.text or "").index(words)
        one.text, other.text = (one.text or "")[:at], (one.text or "")[at:]
        for part in (one, other):
            part.set(_SPACE, "preserve")
        first.addnext(second)

    return change


def sentence_moved(words: str, target: str) -> Change:
    """The end of a paragraph, from some words on, cut and pasted at the end of another one."""

    def change(body: Body) -> None:
        cut_before(words)(body)
        first = run(body, words)
        rest = [first, *first.itersiblings()]
        opened = {one.get(f"{W}id") for one in rest if one.tag == f"{W}bookmarkStart"}
        goal = paragraph(body, target)
        for one in rest:
            if one.tag != f"{W}bookmarkEnd" or one.get(f"{W}id") in opened:
                goal.append(one)

    return change


def figures_exchanged(one: str, other: str, within: str) -> Change:
    """Two figures cut and pasted into each other's place, with their bookmarks."""

    def change(body: Body) -> None:
        found = paragraph(body, within)
        sides = []
        for words in (one, other):
            middle = next(part for part in found.iter(f"{W}r") if text_of(part) == words)
            sides.append([middle.getprevious(), middle, middle.getnext()])
        spots = [etree.Element("spot"), etree.Element("spot")]
        for side, spot in zip(sides, spots, strict=True):
            assert side[0] is not None
            side[0].addprevious(spot)
        for side, spot in zip(sides, reversed(spots), strict=True):
            for part in side:
                assert part is not None
                spot.addprevious(part)
        for spot in spots:
            found.remove(spot)

    return change


def figures_retyped(one: str, other: str, within: str) -> Change:
    """Two figures typed over by each other's values."""

    def change(body: Body) -> None:
        parts = [part for part in paragraph(body, within).iter(f"{W}t") if part.text in {one, other}]
        parts[0].text, parts[1].text = parts[1].text, parts[0].text

    return change


def figure_deleted(figure: str, within: str) -> Change:
    """A figure deleted with its bookmark."""

    def change(body: Body) -> None:
        found = paragraph(body, within)
        middle = next(part for part in found.iter(f"{W}r") if text_of(part) == figure)
        for part in (middle.getprevious(), middle.getnext(), middle):
            assert part is not None
            found.remove(part)

    return change


def together(*changes: Change) -> Change:
    """Some changes, one after another."""

    def change(body: Body) -> None:
        for one in changes:
            one(body)

    return change


def heading_retyped(old: str, new: str) -> Change:
    """A heading of the text typed over; the list of contents stays, and so do annexes."""

    def change(body: Body) -> None:
        parts = [part for part in body.iter(f"{W}t") if part.text == old]
        parts[1].text = new

    return change


def row_of(body: Body, words: str) -> Body:
    """The row of a table that holds some words."""
    return next(one for one in body.iter(f"{W}tr") if words in text_of(one))


def divided(words: str) -> Change:
    """A paragraph divided before some words."""
    return together(cut_before(words), split_before(words))


def noted(old: str, new: str) -> Change:
    """Words of a note typed over."""

    def change(root: Body) -> None:
        for part in root.iter(f"{W}t"):
            part.text = (part.text or "").replace(old, new)

    return change


ELEVEN = {
    "figure": retyped("1,507", "1,570", "legal aid was given to"),
    "verb": retyped("increased", "decreased", "Within one year"),
    "reworded": retyped("It gives persons a right to a lawyer", "Everybody has a right to a lawyer"),
    "reworded too": retyped("whatever their income", "without regard to their income"),
    "split": divided("There were"),
    "merged": merged("A breach of an order", "The police enforce"),
    "moved": moved_to_the_start("Shelters are open", "Such protection orders"),
    "deleted": deleted("Calls to the hotline"),
    "added": added_after("It is ", "A third law is being drafted."),
    "cell": retyped("about ten of them", "about twelve of them"),
    "heading": heading_retyped(HEADING, "Violence against women & children"),
}


def edited_in_eleven_ways(report: bytes) -> bytes:
    """A Word file with all eleven, and a note."""
    return in_notes(edited(report, *ELEVEN.values()), noted("as it does by law", "as the law demands"))


def looking(words: str, *looks: str) -> Change:
    """A run set in bold (`b`) or italics (`i`), and in nothing else."""

    def change(body: Body) -> None:
        found = run(body, words)
        properties = found.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            found.insert(0, properties)
        for one in [*properties.iter(f"{W}b", f"{W}i", f"{W}bCs", f"{W}iCs")]:
            properties.remove(one)
        for number, look in enumerate(looks):
            properties.insert(number, etree.Element(f"{W}{look}"))

    return change


def noted_at(data: bytes, words: str, text: str) -> bytes:
    """A Word file with a note added at the end of a paragraph."""

    def define(root: Body) -> None:
        made = deepcopy(root[-1])
        made.set(f"{W}id", "91" + str(len(root)))
        parts = list(made.iter(f"{W}t"))
        for part in parts:
            part.text = ""
        parts[-1].text = text
        for mark in [*made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        root.append(made)

    def mark(body: Body) -> None:
        made = etree.SubElement(paragraph(body, words), f"{W}r")
        etree.SubElement(made, f"{W}footnoteReference", {f"{W}id": f"91{count}"})

    with ZipFile(BytesIO(data)) as archive:
        count = len(etree.fromstring(archive.read(NOTES)))
    return in_notes(edited(data, mark), define)


def row_added(after: str, cells: tuple[str, ...]) -> Change:
    """A row added to a table behind another one."""

    def change(body: Body) -> None:
        found = row_of(body, after)
        made = deepcopy(row_of(body, "about ten"))
        for mark in [*made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        for cell, words in zip(made.iter(f"{W}tc"), cells, strict=True):
            parts = list(cell.iter(f"{W}t"))
            for part in parts:
                part.text = ""
            parts[0].text = words
        found.addnext(made)

    return change


def turned_into(words: str, like: str) -> Change:
    """A paragraph given the format of another one: an item of its list, or no item any more."""

    def change(body: Body) -> None:
        found, other = (paragraph(body, one).find(f"{W}pPr") for one in (words, like))
        assert found is not None
        assert other is not None
        parent = found.getparent()
        assert parent is not None
        parent.replace(found, deepcopy(other))

    return change


def annexes_named(body: Body) -> None:
    """The annex, as it follows from the heading."""
    for part in list(body.iter(f"{W}t"))[::-1]:
        if (part.text or "").startswith(HEADING):
            part.text = (part.text or "").replace(HEADING, "Violence against women & children")
