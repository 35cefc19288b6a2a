"""Two senders who give the same figure can correct it: their files come into force together, or neither does."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from project import make_project

from reportgen.cli.main import cli
from reportgen.pipeline import check_project

OF_JUSTICE = """\
agency: justice
date: {date}
indicators:
  victims: {{label: victims who received compensation, issue: 1, values: {{2021: 944, 2022: 1058, 2023: {figure}}}}}
replies:
  - {{issue: 1, text: "There were {{{{ victims }}}} victims in 2023."}}
"""
OF_INTERIOR = """\
agency: interior
date: {date}
indicators:
  victims: {{label: victims who received compensation, issue: 1, values: {{2023: {figure}}}}}
replies:
  - {{issue: 2, text: Two courses were held.}}
"""


def project(root: Path) -> Path:
    """A project in which two agencies gave 348."""
    return make_project(
        root,
        submissions__justice_yaml=OF_JUSTICE.format(date="2024-01-01", figure=348),
        submissions__interior_yaml=OF_INTERIOR.format(date="2024-01-01", figure=348),
    )


def came(folder: Path, figure: int = 384, interior: int | None = None) -> tuple[str, str]:
    """The corrections of both agencies, outside of the project."""
    folder.mkdir(exist_ok=True)
    justice, other = folder / "from-justice.yaml", folder / "from-interior.yaml"
    justice.write_text(OF_JUSTICE.format(date="2024-02-01", figure=figure), encoding="utf-8")
    other.write_text(OF_INTERIOR.format(date="2024-02-01", figure=interior or figure), encoding="utf-8")
    return str(justice), str(other)


def receive(root: Path, *arguments: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(cli, ["receive", str(root), *arguments])


def in_force(root: Path) -> list[object]:
    """The figure of 2023, and what speaks against the project."""
    checked = check_project(root)
    assert checked.merged is not None
    figures = dict(checked.merged.indicators["victims"].figures)
    return [
        *(str(value) for period, value in figures.items() if str(period) == "2023"),
        *(one.code for one in checked.diagnostics if one.code in {"RG303", "RG744"}),
    ]


def test_both_corrections_come_into_force_in_one_call(tmp_path: Path) -> None:
    """Whichever is named first; the first is not called refused, and nothing waits."""
    for order in (1, -1):
        root = project(tmp_path / f"project{order}")
        result = receive(root, *came(tmp_path / "came")[::order], "--merge")

        assert 0 == result.exit_code
        assert "not accepted" not in result.output
        assert 2 == result.output.count("accepted (")
        assert ["384"] == in_force(root)


def test_one_correction_alone_is_refused(tmp_path: Path) -> None:
    """The report would have two figures; what was in force stays, and what was decided is not asked again."""
    root = project(tmp_path / "project")
    result = receive(root, came(tmp_path / "came")[0], "--merge")

    assert 1 == result.exit_code
    assert "RG303" in result.output
    assert "RG720" not in result.output
    assert ["348", "RG744"] == in_force(root)


def test_corrections_that_differ_are_both_refused(tmp_path: Path) -> None:
    """They contradict each other still."""
    root = project(tmp_path / "project")
    result = receive(root, *came(tmp_path / "came", 384, 385), "--merge")

    assert 1 == result.exit_code
    assert 2 == result.output.count("not accepted")
    assert ["348", "RG744", "RG744"] == in_force(root)


def test_a_correction_that_waits_is_not_taken_without_a_decision(tmp_path: Path) -> None:
    """The file of the day before contradicts what is in force, too, and --merge was said of the other alone."""
    root = project(tmp_path / "project")
    justice, interior = came(tmp_path / "came")
    receive(root, justice)
    waits = receive(root, interior, "--merge")

    assert 1 == waits.exit_code
    assert ["348", "RG744", "RG744"] == in_force(root)
    assert 0 == receive(root, interior, justice, "--merge").exit_code
    assert ["384"] == in_force(root)


def test_a_first_file_that_was_refused_is_taken_once_the_other_is_corrected(tmp_path: Path) -> None:
    """Nothing of its sender is in force that it could contradict, so nobody has to decide about it."""
    root = project(tmp_path / "project")
    (root / "submissions" / "interior.yaml").unlink()
    justice, interior = came(tmp_path / "came")
    assert 1 == receive(root, interior).exit_code
    assert 0 == receive(root, justice, "--merge").exit_code

    assert ["384", "RG744"] == in_force(root)
    assert 0 == receive(root, interior).exit_code
    assert ["384"] == in_force(root)


def test_programs_are_told_of_both(tmp_path: Path) -> None:
    """Each with what it changes, once."""
    root = project(tmp_path / "project")
    facts = json.loads(receive(root, *came(tmp_path / "came"), "--merge", "--format", "json").stdout)

    assert ["interior", "justice"] == [one["agency"] for one in facts]
    assert ["accepted", "accepted"] == [one["outcome"] for one in facts]
    assert [["384"], ["384"]] == [[figure["after"] for figure in one["figures"]] for one in facts]


def test_what_cannot_be_written_is_told_of_both(tmp_path: Path) -> None:
    """The first file waits then as if it had come alone, and that is said."""
    root = project(tmp_path / "project")
    (root / "submissions" / "earlier").write_text("no folder", encoding="utf-8")
    justice, interior = came(tmp_path / "came")
    result = receive(root, justice, interior, "--merge")

    assert f"{interior}: nothing was filed" in result.output
    assert f"{justice}: not accepted" in result.output
    assert ["348", "RG744"] == in_force(root)


def test_a_damaged_file_that_waits_is_nothing_against_another_sender(tmp_path: Path) -> None:
    """The file is kept with what is wrong with it, and not with what is wrong with the one that waits."""
    root = project(tmp_path / "project")
    (root / "submissions" / "refused").mkdir()
    (root / "submissions" / "refused" / "interior.yaml").symlink_to(came(tmp_path / "came")[1])
    receive(root, came(tmp_path / "came")[0], "--merge")

    assert (root / "submissions" / "refused" / "justice.yaml").is_file()
