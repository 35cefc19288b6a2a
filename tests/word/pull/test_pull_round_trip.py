"""Pull, then build: whatever was edited, the project prints it, or the edit is listed; through LibreOffice as well."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import needs_office, resaved
from word.pull.drafts import (
    JUSTICE,
    annexes_named,
    built,
    edited_in_eleven_ways,
    in_notes,
    noted,
    rich_project,
    units,
    unlisted,
    written,
)
from word.pull.edits_in_office import edited_in_office
from word.pull.random_edits import random_edits
from word.word_edits import Change, edited

from reportgen.word.pull.pulling import pull_report


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all that a text can hold."""
    folder = rich_project(tmp_path_factory.mktemp("trip") / "project")
    (folder.parent / "report.docx").write_bytes(built(folder))
    return folder


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return (project.parent / "report.docx").read_bytes()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(random_edits(), min_size=1, max_size=4), note=st.booleans())
def test_what_is_pulled_is_built_or_listed(
    project: Path, tmp_path_factory: pytest.TempPathFactory, changes: list[Change], *, note: bool
) -> None:
    """Whatever was edited, the project prints it then, figures stay what they are, and every other edit is listed."""
    report = (project.parent / "report.docx").read_bytes()
    data = edited(report, *changes)
    if note:
        data = in_notes(data, noted("as it does", "as it always does"))
    copy = tmp_path_factory.mktemp("random") / "project"
    copytree(project, copy)
    result = pull_report(copy, data, "edited.docx")
    now = built(written(copy, result))

    assert [] == unlisted(data, now, result)
    figures = [{one.name.rsplit("_", 1)[0] for unit in units(one) for one in unit.figures} for one in (report, now)]
    assert figures[1] <= figures[0]


@needs_office
def test_a_report_that_libreoffice_saved(project: Path, report: bytes, tmp_path: Path) -> None:
    """Opening and saving is no edit; an edited report that LibreOffice saved comes back as from Word."""
    unedited = pull_report(project, resaved(report, "docx", "docx"), "saved.docx")
    data = edited_in_eleven_ways(report)
    saved = resaved(data, "docx", "docx")
    copytree(project, tmp_path / "project")
    result = pull_report(tmp_path / "project", saved, "saved.docx")
    now = built(written(tmp_path / "project", result))

    assert ((), (), (), {}) == (unedited.taken, unedited.refused, unedited.left, unedited.files)
    assert pull_report(project, data, "edited.docx").files == result.files
    assert [] == unlisted(edited(saved, annexes_named), now, result)
    assert 2 == len(result.refused)


@needs_office
def test_a_report_edited_in_libreoffice(project: Path, report: bytes, tmp_path: Path) -> None:
    """What a lawyer does there: rewords, divides, sets in bold, adds a note and a paragraph; all of it comes back."""
    data = edited_in_office(report)
    copytree(project, tmp_path / "project")
    result = pull_report(tmp_path / "project", data, "edited.docx")
    now = built(written(tmp_path / "project", result))
    text = (tmp_path / "project" / JUSTICE).read_text(encoding="utf-8")

    assert ((), ()) == (result.refused, result.left)
    assert [] == unlisted(data, now, result)
    assert "Everybody has a right to a lawyer.\n" in text
    assert "were children.\n\n      There were {{ legal_aid_offices }} offices" in text
    assert "| about twelve of them came twice |" in text
    assert "**A breach of an order is an offence.**" in text
    assert "The police enforce the orders.\n\n      They do so at once.\n" in text
    assert "who need them.[^1]" in text
    assert "[^1]: Act of 2019." in text
