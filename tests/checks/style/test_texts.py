"""The texts that are printed, and where each of their characters stands."""

from pathlib import Path

import pytest
from project import ISSUES, JUSTICE, make_project

from reportgen.checks.style.texts import PrintedText, TextPlaces, printed_texts
from reportgen.project import read_project

INDICATOR = """\
    breaks: {2023: a new register}
    breakdown:
      - {name: women, label: women, values: {2023: {value: 40, note: In part estimated.}}, source: Courts}
"""
FILES = {
    "issues_yaml": f"title: Replies to the list of issues\n{ISSUES}",
    "submissions__justice_yaml": JUSTICE.replace("    source: Fund\n", f"    source: Fund\n{INDICATOR}"),
}


def texts(root: Path) -> tuple[TextPlaces, dict[str, PrintedText]]:
    """The texts of a project by their words, and what finds their places."""
    loaded = read_project(make_project(root, **FILES))
    assert loaded.report is not None, loaded.diagnostics
    return TextPlaces(root, loaded.places), {one.text.strip(): one for one in printed_texts(loaded.report)}


def test_every_text_that_is_printed_is_looked_at(tmp_path: Path) -> None:
    """Each once, in the order of the document, with what it is."""
    _, found = texts(tmp_path)

    assert [
        ("NOTE", "The present document is being issued without formal editing."),
        ("HEADING", "Replies to the list of issues"),
        ("HEADING", "General information"),
        ("PARAGRAPH", "In 2023, compensation went to {{ victims | compared }} victims."),
        ("HEADING", "Specific information"),
        ("HEADING", "Violence against women"),
        ("LABEL", "victims who received compensation"),
        ("LABEL", "person"),
        ("LABEL", "persons"),
        ("LABEL", "women"),
        ("NOTE", "In part estimated."),
        ("NOTE", "a new register"),
        ("NOTE", "Fund"),
        ("LABEL", "Ministry of Justice"),
        ("LABEL", "Ministry of the Interior"),
    ] == [(one.kind.name, text) for text, one in found.items()]


@pytest.mark.parametrize("now", [None, b"agency: Minist\xe8re\n", b""])
def test_where_a_file_is_no_longer_what_was_read_a_text_stands_where_it_began(
    tmp_path: Path, now: bytes | None
) -> None:
    """Somebody saved it in Latin letters of old, or took it away, while it was read; nobody sees a traceback."""
    places, found = texts(tmp_path)
    source = found["victims who received compensation"]
    right = texts(tmp_path)[0].find(source, 8)
    path = tmp_path / "submissions" / "justice.yaml"
    path.unlink() if now is None else path.write_bytes(now)

    assert [f"{path.as_posix()}:4:{column}" for column in (20, 12)] == [str(right), str(places.find(source, 8))]
