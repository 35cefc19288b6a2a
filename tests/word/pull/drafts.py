"""A project with paragraphs, lists, a table, a note and emphasis, and edits of its Word file."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from word.word_edits import Body, Change, W, paragraph, run, text_of

from reportgen.files.output import write_files
from reportgen.pipeline import build_project
from reportgen.readers.reading import read_report
from reportgen.word.pull.result import Pulled
from reportgen.word.units import Unit, units_of

MINIMAL = Path(__file__).parents[3] / "examples" / "minimal"
JUSTICE = "submissions/justice.yaml"
REPORT = "CCPR-C-ARC-2.docx"
NOTES = "word/footnotes.xml"
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
    write_files(project, pulled.files)
    pulled.copies.file()
    return project


def in_notes(data: bytes, change: Change) -> bytes:
    """A Word file with its notes changed."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
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
