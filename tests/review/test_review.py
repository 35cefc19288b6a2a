"""What the page for review shows of a project, found without a browser."""

import datetime as dt
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from project import AGENCIES, ISSUES, JUSTICE, REPORT, make_project

from reportgen.cli.main import cli
from reportgen.document.tree import Document
from reportgen.pipeline import check_project
from reportgen.readers.reading import read_file
from reportgen.review.facts import find_review
from reportgen.review.page import review_html
from reportgen.review.values import FigureFacts, Review

DATE = dt.date(2024, 1, 20)
INTERIOR = """\
agency: interior
date: 2024-01-31
contact: Captain Secret
indicators:
  calls:
    label: calls for help
    unit: {one: call, other: calls}
    issue: 2
    values: {2021: 311, 2022: 300, 2023: 348}
  budget:
    label: budget of shelters
    unit: {currency: T}
    issue: 2
    show: million
    report: none
    values: {2023: 33512345}
replies:
  - issue: 2
    key: shelters
    text: |
      In 2023, shelters took 97 women[^1] out of {{ calls }}, under article 5.

      - Rooms were built for 12 families;
      - Staff were trained in 2022.

      [^1]: Of whom 40 were minors.
"""


def review(root: Path, *, is_public: bool = False, against: tuple[str, Document] | None = None, **files: str) -> Review:
    """What the page of a project shows."""
    project = make_project(root, **{"submissions__interior_yaml": INTERIOR, **files})
    return find_review(project, check_project(project), DATE, is_public=is_public, against=against)


def typed(found: Review) -> list[tuple[str, str]]:
    """The typed numbers and their kinds."""
    return [(one.text, one.typed) for one in found.figures.values() if one.typed]


def run(project: Path, *arguments: str) -> tuple[int, str]:
    """How `reportgen review` ends, and what it prints."""
    result = CliRunner().invoke(cli, ["review", str(project), "--date", "2024-01-20", *arguments])
    return result.exit_code, result.output


def data_of(page: Path) -> dict[str, Any]:
    """What the script of a page is given."""
    embedded = re.search(r'id="review:data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    assert embedded
    found: dict[str, Any] = json.loads(embedded[1])
    return found


# ---- figures ----------------------------------------------------------------------------------------------------


def test_typed_numbers_of_paragraphs_items_and_notes_are_buttons(tmp_path: Path) -> None:
    """Years and articles are none: they count nothing."""
    found = review(tmp_path)

    assert [("97", "statistics"), ("40", "statistics"), ("12", "statistics")] == typed(found)
    assert {"Ministry of the Interior"} == {one.agency for one in found.figures.values() if one.typed}


def test_every_figure_is_a_button_with_a_name_of_its_own(tmp_path: Path) -> None:
    """As many buttons as figures, each once; those of the contents are links already."""
    found = review(tmp_path)
    names = re.findall(r'<button type="button" class="figure [a-z ]+" id="([^"]+)"', review_html(found))

    assert list(found.figures) == names
    assert len(set(names)) == len(names)


def test_a_figure_knows_file_place_sender_and_reference(tmp_path: Path) -> None:
    """From the button to the line of the file that the agency sent."""
    found = review(tmp_path)
    figure = found.figures["figure:calls.2023"]
    (row,) = [found.series["calls"].rows[index] for index in figure.rows]

    assert ("348", "submissions/interior.yaml", "line 9, column 42", "2024-01-31") == (
        row.value,
        row.file,
        row.where,
        row.sent,
    )
    assert ("{{ calls }}", 2) == (figure.reference, figure.issue)
    assert "Ministry of the Interior" == found.series["calls"].agency


@pytest.mark.parametrize(("is_public", "contact"), [(False, "Judge Open"), (True, "")])
def test_a_figure_of_another_agency_than_its_series_knows_who_gave_it(
    tmp_path: Path, contact: str, *, is_public: bool
) -> None:
    """And whom to ask about it; a figure that both give is that of the series."""
    given = "  calls: {label: calls for help, values: {2020: 290, 2021: 311}}\n"
    found = review(
        tmp_path,
        is_public=is_public,
        submissions__justice_yaml=JUSTICE.replace("indicators:\n", f"indicators:\n{given}"),
        agencies_yaml=AGENCIES.replace("Ministry of Justice", "Ministry of Justice, focal_point: Judge Open"),
    )
    calls = found.series["calls"]

    assert "Ministry of the Interior" == calls.agency
    assert [("Ministry of Justice", contact), ("", ""), ("", ""), ("", "")] == [
        (row.agency, row.contact) for row in calls.rows
    ]


def test_a_link_holds_when_other_paragraphs_are_written(tmp_path: Path) -> None:
    """The name of a figure is what it shows, not its place in the report."""
    more = INTERIOR.replace("key: shelters\n    text: |\n", "key: shelters\n    text: |\n      One more.\n\n")
    before, after = review(tmp_path / "a"), review(tmp_path / "b", submissions__interior_yaml=more)

    data = [[name for name, one in found.figures.items() if one.series] for found in (before, after)]
    assert data[0] == data[1]


def test_a_question_marks_the_figures_of_its_observation(tmp_path: Path) -> None:
    """And not those of other years; an error of one agency does not colour another's figures."""
    parts = "    breakdown: [{label: women, values: {2023: 100}}, {label: men, values: {2023: 100}}]\n    source: Fund"
    odd = JUSTICE.replace("    source: Fund", parts)
    found = review(tmp_path, submissions__justice_yaml=odd)
    asked = {name for name, one in found.figures.items() if one.problems}
    (row,) = [row for row in found.series["victims"].rows if row.problems]

    assert [("the parts: 100 + 100 = 200, not 348", False)] == [(one.words, one.right) for one in row.arithmetic]
    assert asked
    assert all(name.startswith("figure:victims.2023") for name in asked)


# ---- states and clearances --------------------------------------------------------------------------------------


def states(found: Review) -> list[str]:
    """How far each reply is."""
    return [issue.state for issue in found.issues]


def test_states_of_replies(tmp_path: Path) -> None:
    """Awaiting, errors, and nothing open."""
    assert ["no open question", "awaiting"] == states(
        review(tmp_path / "a", submissions__interior_yaml="agency: interior\n")
    )
    wrong = JUSTICE.replace("{{ victims | compared }}", "{{ victim }}")
    assert "errors" == states(review(tmp_path / "b", submissions__justice_yaml=wrong))[0]


def test_a_clearance_holds_until_a_figure_changes(tmp_path: Path) -> None:
    """Then its issue says who cleared it and what changed, and the figures that changed are found by the filter."""
    project = make_project(tmp_path, submissions__interior_yaml=INTERIOR)
    cleared = ["clear", str(project), "--issue", "2", "--by", "The Deputy Minister", "--date", "2024-01-10"]
    assert 0 == CliRunner().invoke(cli, cleared).exit_code
    held = find_review(project, check_project(project), DATE)
    (project / "submissions" / "interior.yaml").write_text(INTERIOR.replace("348", "349"), encoding="utf-8")
    void = find_review(project, check_project(project), DATE)

    assert ("cleared", ()) == (held.issues[1].state, held.issues[1].changes)
    assert ("clearance void", ("“calls for help” changed for 2023",)) == (void.issues[1].state, void.issues[1].changes)
    assert "The Deputy Minister, 2024-01-10" == void.issues[1].cleared
    assert not any(one.uncleared for one in held.figures.values())
    assert {"figure:calls.2023"} == {name for name, one in void.figures.items() if one.uncleared and one.issue == 2}


# ---- what changed since an earlier version ------------------------------------------------------------------------


def built(project: Path) -> tuple[str, Document]:
    """The Word file that a project gives, read again."""
    assert 0 == CliRunner().invoke(cli, ["build", str(project), "--to", "docx"]).exit_code
    file = project / "build" / "CCPR-C-ARC-2.docx"
    return file.name, read_file(file).document


def test_nothing_changed_since_the_same_report(tmp_path: Path) -> None:
    """Numbers of paragraphs, references and spaces of a Word file are no changes."""
    earlier = built(make_project(tmp_path, submissions__interior_yaml=INTERIOR))

    assert () == review(tmp_path, against=earlier).changes


def test_words_that_changed_stand_at_their_paragraph(tmp_path: Path) -> None:
    """A figure of the data, a paragraph that is new, and one that is gone."""
    old = INTERIOR.replace("      - Rooms", "      This was said before.\n\n      - Rooms")
    earlier = built(make_project(tmp_path, submissions__interior_yaml=old))
    new = INTERIOR.replace("348", "349").replace("under article 5.", "under article 5.\n\n      This is new.")
    changes = review(tmp_path, against=earlier, submissions__interior_yaml=new).changes
    pieces = {piece for change in changes if not change.block.startswith("table") for piece in change.pieces}

    assert {("-", "348,"), ("+", "349,"), ("+", "This is new."), ("-", "This was said before.")} <= pieces


# ---- public -------------------------------------------------------------------------------------------------------


def test_a_public_page_says_nothing_that_the_report_does_not(tmp_path: Path) -> None:
    """No file, contact, problem, clearance, reference or typed number; of the data, only what is printed as it is."""
    text = INTERIOR.replace("{{ calls }}, under", "{{ calls }}, with {{ budget | about }}, under")
    project = make_project(
        tmp_path,
        report_yaml=REPORT + "annex: none\n",  # an annex prints all figures in full
        submissions__interior_yaml=text,
        agencies_yaml=AGENCIES.replace(
            "name: Ministry of the Interior", "name: Ministry of the Interior, focal_point: Major Hidden"
        ),
    )
    code, output = run(project, "--public", "--out", str(tmp_path / "public.html"))
    page = (tmp_path / "public.html").read_text(encoding="utf-8")

    assert 0 == code, output
    hidden = ["submissions", ".yaml", "{{", "Captain Secret", "Major Hidden", "33,512,345", "33512345", "RG3"]
    assert [] == [words for words in hidden if words in page]
    assert 'class="figure typed' not in page


def test_a_public_page_hides_the_terms_of_a_change(tmp_path: Path) -> None:
    """“increased by 16 per cent” tells neither figure where the report prints none of them."""
    settings = REPORT + "annex: none\n"
    text = INTERIOR.replace("out of {{ calls }}", "and calls {{ calls | change(show='none') }}")
    found = review(tmp_path, is_public=True, submissions__interior_yaml=text, report_yaml=settings)
    (figure,) = [one for one in found.figures.values() if "per cent" in one.text]

    assert FigureFacts(figure.text, issue=2, paragraph=2) == figure
    assert "calls" not in found.series


@pytest.mark.parametrize("formats", ["docx", "docx,pdf"])
def test_the_hash_of_a_public_page_is_that_of_the_file(tmp_path: Path, formats: str) -> None:
    """Of the file in build, if these inputs gave it; the PDF puts pages into the Word file, so it matters which."""
    project = make_project(tmp_path, submissions__interior_yaml=INTERIOR)
    CliRunner().invoke(cli, ["build", str(project), "--to", formats])
    data = (project / "build" / "CCPR-C-ARC-2.docx").read_bytes()
    run(project, "--public")

    assert hashlib.sha256(data).hexdigest() in (project / "build" / "public.html").read_text(encoding="utf-8")


def test_a_build_of_other_inputs_lends_no_hash(tmp_path: Path) -> None:
    """Nor does a file that was changed by hand: the page then names the file that these inputs give."""
    project = make_project(tmp_path, submissions__interior_yaml=INTERIOR)
    CliRunner().invoke(cli, ["build", str(project), "--to", "docx"])
    file, page = project / "build" / "CCPR-C-ARC-2.docx", project / "build" / "public.html"
    old = hashlib.sha256(file.read_bytes()).hexdigest()
    (project / "submissions" / "interior.yaml").write_text(INTERIOR.replace("348", "349"), encoding="utf-8")
    run(project, "--public")
    now = re.findall(r"<dd>([0-9a-f]{64})</dd>", page.read_text(encoding="utf-8"))
    CliRunner().invoke(cli, ["build", str(project), "--to", "docx"])

    assert [hashlib.sha256(file.read_bytes()).hexdigest()] == now
    assert [old] != now
    file.write_bytes(file.read_bytes() + b" ")
    run(project, "--public")
    assert now == re.findall(r"<dd>([0-9a-f]{64})</dd>", page.read_text(encoding="utf-8"))


def test_a_report_that_is_not_whole_has_no_public_page(tmp_path: Path) -> None:
    """A reply that is awaited, or an error: nothing is written, and an older page stays."""
    project = make_project(tmp_path)
    code, output = run(project, "--public")

    assert (1, True) == (code, "RG780" in output)
    assert not (project / "build" / "public.html").exists()


# ---- the command ---------------------------------------------------------------------------------------------------


def test_a_project_with_errors_gives_a_page_and_says_so(tmp_path: Path) -> None:
    """The page shows the problems; the command ends with 1, as every command that found errors does."""
    project = make_project(tmp_path, issues_yaml=ISSUES.replace("number: 2", "number: two"))
    code, output = run(project)
    data = data_of(project / "build" / "review.html")

    assert 1 == code
    assert "wrote" in output
    assert ["error"] == [problem["kind"] for problem in data["problems"]]


def test_the_same_project_gives_the_same_page(tmp_path: Path) -> None:
    """Whatever its folder is called, and however often: no clock, no path of a machine."""
    pages = []
    for name in ("one", "two"):
        project = make_project(tmp_path / name, submissions__interior_yaml=INTERIOR)
        run(project)
        pages.append((project / "build" / "review.html").read_text(encoding="utf-8"))

    assert pages[0] == pages[1]


def test_an_earlier_version_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    project = make_project(tmp_path)
    bad = tmp_path / "old.docx"
    bad.write_bytes(b"no Word file")
    code, _ = run(project, "--against", str(bad))

    assert code in {1, 2}
    assert not (project / "build" / "review.html").exists()


def test_no_page_is_made_for_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A mistyped name makes no folder."""
    code, said = run(tmp_path / "nope")

    assert code != 0
    assert "RG116" in said
    assert not (tmp_path / "nope").exists()


def test_a_public_page_shows_no_earlier_version(tmp_path: Path) -> None:
    """What was taken out of the report since is nobody's business: the two options exclude each other."""
    code, said = run(make_project(tmp_path / "project"), "--public", "--against", "earlier.docx")

    assert (2, True) == (code, "--against" in said)
