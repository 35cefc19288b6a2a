"""A new project: what is asked, what follows, what is refused, and that the result has no errors."""

from pathlib import Path

import pytest
from commands import run

from reportgen.agencies.start import parse_years
from reportgen.model import TREATIES, Settings
from reportgen.model.state_names import state_name
from reportgen.project import read_project
from reportgen.project.writing import scalar

ALL = ("--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2024-2027")


def settings(root: Path) -> Settings:
    """`report.yaml` of a project that has no problem at all."""
    loaded = read_project(root)
    assert () == loaded.diagnostics
    assert loaded.report is not None
    return loaded.report.settings


def test_a_new_project_has_no_errors(tmp_path: Path) -> None:
    """Symbols, the report before, the kind of document and the year it is due follow from the answers."""
    result = run("init", tmp_path / "p", *ALL)
    made = settings(tmp_path / "p")

    assert 0 == result.exit_code, result.output
    assert ("Kazakhstan", "CCPR/C/KAZ/4", "CCPR/C/KAZ/QPR/4", "CCPR/C/KAZ/3", "periodic", 2028) == (
        made.state.name, made.symbol, made.list_of_issues, made.previous_report, made.document, made.dates.due,
    )  # fmt: skip
    assert (2024, 2025, 2026, 2027) == made.reporting_years
    assert run("check", tmp_path / "p").output.endswith(": 1 warning\n")  # there is no list of issues yet


@pytest.mark.parametrize(("cycle", "document"), [("1", "initial"), ("2", "periodic")])
def test_the_first_report_alone_is_initial(tmp_path: Path, cycle: str, document: str) -> None:
    """The second one is periodic, as all later ones are."""
    run("init", tmp_path, "--treaty", "ccpr", "--state", "KAZ", "--cycle", cycle, "--years", "2024")

    assert document == settings(tmp_path).document


@pytest.mark.parametrize("treaty", TREATIES)
def test_every_treaty_can_be_begun(tmp_path: Path, treaty: str) -> None:
    """Also as a first report, which has none before it."""
    assert 0 == run("init", tmp_path, "--treaty", treaty, "--state", "civ", "--cycle", "1", "--years", "2024").exit_code
    made = settings(tmp_path)

    assert ("Côte d’Ivoire", "initial", None) == (made.state.name, made.document, made.previous_report)
    assert 0 == run("build", tmp_path, "--to", "html").exit_code


def test_what_is_given_counts(tmp_path: Path) -> None:
    """Name, symbol and dates take the place of the usual ones."""
    more = (
        "--name",
        "Arcania: #1 “yes”",
        "--symbol",
        "CCPR/C/KAZ/3-4",
        "--due",
        "2030",
        "--submissions-due",
        "2029-01-31",
    )
    run("init", tmp_path, *ALL, *more)
    made = settings(tmp_path)

    assert ("Arcania: #1 “yes”", "CCPR/C/KAZ/3-4", 2030) == (made.state.name, made.symbol, made.dates.due)
    assert "2029-01-31" == str(made.dates.submissions_due)


def test_missing_options_are_named_together_where_nobody_can_be_asked(tmp_path: Path) -> None:
    """Without a terminal nothing is asked, nothing is written, and the usage is wrong."""
    result = run("init", tmp_path / "p", "--treaty", "ccpr")

    assert 2 == result.exit_code
    assert "--state, --cycle, --years" in result.output
    assert not (tmp_path / "p").exists()


def test_the_name_of_an_unknown_code_is_asked_for(tmp_path: Path) -> None:
    """A code that no State has needs --name."""
    result = run("init", tmp_path / "p", *ALL[:2], "--state", "ARC", *ALL[4:])

    assert (2, True) == (result.exit_code, "--name" in result.output)


def test_at_a_terminal_what_is_missing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that cannot be read are asked for again; the name is proposed."""
    monkeypatch.setattr("reportgen.cli.commands.init.is_terminal", lambda: True)
    typed = "ccpr\nkaz\n\n4\nsoon\n2024-2027\n Reports  Unit, 12 34\n"
    result = run("init", tmp_path, typed=typed)

    assert 0 == result.exit_code, result.output
    assert "soon cannot be read as years; write 2024-2027" in result.output
    assert ("Kazakhstan", "CCPR/C/KAZ/4") == (settings(tmp_path).state.name, settings(tmp_path).symbol)
    assert "Reports Unit, 12 34" == settings(tmp_path).coordinator


@pytest.mark.parametrize("name", ["report.yaml", "submissions", "previous", "clearances.yaml"])
def test_a_folder_with_a_project_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing in it changes, even where only a part of a project is there."""
    (tmp_path / name).mkdir()
    result = run("init", tmp_path, *ALL)

    assert 1 == result.exit_code
    assert "RG711" in result.output
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_a_folder_with_other_files_is_taken(tmp_path: Path) -> None:
    """A folder under version control, say."""
    (tmp_path / "README.md").write_text("Ours.\n", encoding="utf-8")
    run("init", tmp_path, *ALL)

    assert {"README.md", "report.yaml", "issues.yaml", "agencies.yaml", "submissions", "schema"} == {
        path.name for path in tmp_path.iterdir()
    }


def test_a_symbol_that_is_none_is_a_problem_and_nothing_is_written(tmp_path: Path) -> None:
    """The message is that of check."""
    result = run("init", tmp_path / "p", *ALL, "--symbol", "no symbol")

    assert (1, True, False) == (result.exit_code, "RG207" in result.output, (tmp_path / "p").exists())


@pytest.mark.parametrize(
    ("text", "years"),
    [("2024-2027", (2024, 2025, 2026, 2027)), ("2024–2025", (2024, 2025)), ("2026, 2024", (2024, 2026))],
)
def test_years_are_read(text: str, years: tuple[int, ...]) -> None:
    """Spans with either dash, and lists in any order."""
    assert years == parse_years(text)


@pytest.mark.parametrize("text", ["", "24-27", "2027-2024", "2024-2099", "2024;2025", "٢٠٢٤"])
def test_other_years_are_refused(text: str) -> None:
    """With words that say how years are written."""
    with pytest.raises(ValueError, match="2024"):
        parse_years(text)


@pytest.mark.parametrize(
    ("code", "name"),
    [("KAZ", "Kazakhstan"), ("RUS", "Russian Federation"), ("VCT", "Saint Vincent and the Grenadines"), ("ZZZ", None),
     ("PSE", "State of Palestine"), ("TTO", "Trinidad and Tobago"), ("TUR", "Türkiye"), ("840", None)],
)  # fmt: skip
def test_states_are_called_as_the_united_nations_call_them(code: str, name: str | None) -> None:
    """Where CLDR has a colloquial name, that of the United Nations stands."""
    assert name == state_name(code)


@pytest.mark.parametrize("text", ["yes", "Null", "1", "a: b", "# no", "“x”", "- x", "{x}", "x #y", "O’Brien", "x: "])
def test_names_stay_text_in_yaml(text: str) -> None:
    """Whatever is typed is read back as it was."""
    from reportgen.project import read_yaml

    assert {"name": text} == read_yaml(f"name: {scalar(text)}\n".encode(), "x").data
