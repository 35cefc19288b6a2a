"""What a folder holds, told by its bytes, within a bound."""

from pathlib import Path

import pytest
from project import make_project

from reportgen.files import snapshot as snapshots
from reportgen.files.snapshot import take_snapshot


def test_a_snapshot_tells_what_a_folder_holds(tmp_path: Path) -> None:
    """Names and bytes make it; outputs and the folders of this and other tools do not; a link leaves it unknown."""
    project = make_project(tmp_path)
    first = take_snapshot(project)
    assert first is not None
    for name in snapshots.PASSED_OVER:
        (project / name).mkdir(exist_ok=True)
        (project / name / "x").write_bytes(b"x")
    assert first == take_snapshot(project)
    (project / "submissions" / "justice.yaml").touch()
    touched = take_snapshot(project)
    assert touched is not None
    assert first.files == touched.files
    assert first.stamps != touched.stamps
    (project / "link").symlink_to(project / "report.yaml")
    assert take_snapshot(project) is None


@pytest.mark.parametrize(("limit", "is_told"), [(5, True), (4, False)])
def test_a_snapshot_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, *, is_told: bool) -> None:
    """Of more bytes than are worth reading, nothing is told."""
    (tmp_path / "a").write_bytes(b"12345")
    monkeypatch.setattr(snapshots, "SNAPSHOT_BYTES", limit)

    assert is_told == (take_snapshot(tmp_path) is not None)
