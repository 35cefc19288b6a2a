"""The script that compares the words of `inputs/` with a published report."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "inputs" / "own_words.py"
EIGHT = "the police now search farms for forced labour"


@cache
def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("own_words", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(text: str, published: str) -> list[str]:
    """The shared runs of a text that count."""
    runs = set(script().runs_of(script().words_of(published)))
    shared = script().shared_runs(script().words_of(text), runs)
    return [" ".join(run) for run in shared if len(script().own_words(run)) >= script().LONGEST]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (EIGHT, f"Since 2021, {EIGHT}.", [EIGHT]),
        (f"Here {EIGHT} again", f"There {EIGHT} always", [EIGHT]),
        (EIGHT.upper(), EIGHT, []),
        (EIGHT.removesuffix(" labour"), EIGHT, []),
        (f"{EIGHT} and drugs", f"{EIGHT} and drugs", [f"{EIGHT} and drugs"]),
        ("the police now {{ farms | value }} search farms for forced labour", EIGHT, []),
        (
            "in the Act on State Guarantees of Equal Rights and Equal Opportunities for Men and Women",
            "under the Act on State Guarantees of Equal Rights and Equal Opportunities for Men and Women",
            [],
        ),
    ],
    ids=["seven words before", "in the middle", "a title", "seven words", "more than eight", "a reference", "a name"],
)
def test_eight_words_in_a_row_are_found(text: str, published: str, expected: list[str]) -> None:
    """Not seven, not across a reference, and not the words of names and titles."""
    assert expected == found(text, published)


def test_the_script_says_what_is_shared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1 and the place where a reply has words of the report, with 0 where none has."""
    report = tmp_path / "report.txt"
    report.write_text("Torture and its prevention are the subject of regular courses, seminars and working meetings.")
    assert 1 == script().main([str(report)])
    assert "procurator-general, issue 16: Torture and its prevention are the subject" in capsys.readouterr().out

    report.write_text("Nothing of the kind.")
    assert 0 == script().main([str(report)])
