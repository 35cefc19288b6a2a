"""Files of a cycle: `previous/`, `clearances.yaml` and `submissions/earlier/`."""

from pathlib import Path

import pytest
from project import JUSTICE, make_project

from reportgen.project import read_project

CLEARED = """\
clearances:
  - issue: 1
    by: Deputy Minister
    date: 2024-02-01
    hash: "{hash}"
    items: {{text/justice: 0123456789abcdef}}
"""


def test_previous_is_read_like_submissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its values have places, and its files are inputs of the manifest."""
    monkeypatch.chdir(tmp_path)
    make_project(Path("p"), previous__justice_yaml=JUSTICE)
    loaded = read_project(Path("p"))

    assert loaded.report is not None
    assert ["justice"] == [submission.agency for submission in loaded.report.previous]
    path = ("previous", 0, "indicators", "victims", "values", "2021")
    assert "p/previous/justice.yaml:7:20" == str(loaded.places.find(path))
    assert "p/previous/justice.yaml" in [file.name for file in loaded.inputs]


def test_replies_of_the_last_cycle_answer_another_list(tmp_path: Path) -> None:
    """An issue number of the last cycle that the new list does not have is no mistake, nor is a key used again."""
    former = JUSTICE.replace("issue: 1", "issue: 77")
    loaded = read_project(make_project(tmp_path, previous__justice_yaml=former))

    assert () == loaded.diagnostics


def test_a_bad_file_of_the_last_cycle_is_named_at_its_place(tmp_path: Path) -> None:
    """What stands in previous/ is as safe, and as well explained, as what stands in submissions/."""
    loaded = read_project(make_project(tmp_path, previous__justice_yaml="agency: &a justice\n"))

    assert ["RG122"] == [found.code for found in loaded.diagnostics]
    assert str(loaded.diagnostics[0].place).endswith("previous/justice.yaml:1:9")


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    """previous/ may not lead anywhere else."""
    (tmp_path / "elsewhere").mkdir()
    root = make_project(tmp_path / "project")
    (root / "previous").symlink_to(tmp_path / "elsewhere")

    assert ["RG103"] == [found.code for found in read_project(root).diagnostics]


def test_clearances_are_read(tmp_path: Path) -> None:
    """Who cleared what, when, and the hashes of it."""
    loaded = read_project(make_project(tmp_path, clearances_yaml=CLEARED.format(hash="0" * 64)))

    assert loaded.report is not None
    (clearance,) = loaded.report.clearances
    assert (1, "Deputy Minister", "2024-02-01") == (clearance.issue, clearance.by, clearance.date.isoformat())
    assert {"text/justice": "0123456789abcdef"} == dict(clearance.items)


def test_a_damaged_clearance_is_an_error(tmp_path: Path) -> None:
    """A hash that is none cannot vouch for anything."""
    loaded = read_project(make_project(tmp_path, clearances_yaml=CLEARED.format(hash="yes")))

    assert ["RG207"] == [found.code for found in loaded.diagnostics]


def test_earlier_versions_are_passed_over(tmp_path: Path) -> None:
    """What a later version took the place of stays beside it, unread and unmentioned."""
    root = make_project(tmp_path, submissions__earlier__justice_yaml="agency: [broken")
    loaded = read_project(root)

    assert loaded.report is not None
    assert (1, ()) == (len(loaded.report.submissions), loaded.diagnostics)
