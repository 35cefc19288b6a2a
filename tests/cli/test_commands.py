"""The command line: what it prints, what it writes, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from project import JUSTICE, make_project

from reportgen import __version__
from reportgen.published.audit.finding import Code
from reportgen.published.audit.page import MEANINGS


def test_the_version_is_printed_by_the_command_and_by_the_module() -> None:
    """`reportgen --version` and `python -m reportgen --version` say the same."""
    module = subprocess.run(
        [sys.executable, "-m", "reportgen", "--version"], check=True, capture_output=True, text=True
    )

    assert f"reportgen {__version__}\n" == run("--version").output == module.stdout


def test_a_docx_build_never_loads_weasyprint(tmp_path: Path) -> None:
    """Only the PDF needs WeasyPrint, only a final file python-docx; a project without workbooks needs no openpyxl."""
    project = make_project(tmp_path)
    code = (
        "import sys\nfrom reportgen.cli.main import cli\n"
        f"try: cli(['build', {str(project)!r}, '--to', 'docx'])\nexcept SystemExit as end: print(end.code)\n"
        "print(sorted({'weasyprint', 'openpyxl', 'xlsxwriter', 'docx'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert "[]" == printed.splitlines()[-1]


def test_a_build_writes_what_was_asked_and_says_so(tmp_path: Path) -> None:
    """Files are named after the symbol; the summary counts issues, paragraphs, words and figures."""
    project = make_project(tmp_path)

    result = run("build", project, "--to", "docx,html")

    assert 0 == result.exit_code
    assert {"CCPR-C-ARC-2.docx", "CCPR-C-ARC-2.html", "manifest.json"} == {
        path.name for path in (project / "build").iterdir()
    }
    assert "1 answered, 1 awaiting (2)" in result.output
    assert "3 written from data" in result.output
    assert "warning[RG306] issue 2 is awaiting its reply" in result.output


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Same inputs, same bytes, wherever the outputs stand."""
    project = make_project(tmp_path / "project")
    for folder in ("one", "two"):
        assert 0 == run("build", project, "--out", tmp_path / folder).exit_code

    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert 4 == len(names)
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)


def test_the_manifest_holds_hashes_of_inputs_and_outputs(tmp_path: Path) -> None:
    """Every file that was read, and every file that was written, stands there with its hash."""
    import hashlib

    project = make_project(tmp_path)
    run("build", project, "--to", "docx")
    manifest = json.loads((project / "build" / "manifest.json").read_text(encoding="utf-8"))

    docx = project / "build" / "CCPR-C-ARC-2.docx"
    assert {docx.name: hashlib.sha256(docx.read_bytes()).hexdigest()} == manifest["outputs"]
    assert {"report.yaml", "issues.yaml", "agencies.yaml", "justice.yaml"} == {
        Path(name).name for name in manifest["inputs"]
    }


def test_a_changed_value_changes_the_sentence(tmp_path: Path) -> None:
    """What the report says follows from the data."""
    project = make_project(tmp_path)
    run("build", project, "--to", "html")
    before = (project / "build" / "CCPR-C-ARC-2.html").read_text(encoding="utf-8")
    make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("348", "349"))
    run("build", project, "--to", "html")
    after = (project / "build" / "CCPR-C-ARC-2.html").read_text(encoding="utf-8")

    assert "348" in before
    assert "349" not in before
    assert "349" in after
    assert "348" not in after


def test_final_refuses_while_an_issue_is_awaiting(tmp_path: Path) -> None:
    """A final document is not made without every reply, and nothing is written."""
    project = make_project(tmp_path)

    result = run("build", project, "--final")

    assert 1 == result.exit_code
    assert "error[RG306]" in result.output
    assert not (project / "build").exists()


def test_strict_refuses_warnings(tmp_path: Path) -> None:
    """With --strict a warning weighs as an error."""
    project = make_project(tmp_path)

    assert 1 == run("build", project, "--strict").exit_code
    assert 1 == run("check", project, "--strict").exit_code
    assert 0 == run("check", project).exit_code


def test_a_failed_build_leaves_the_last_outputs_as_they_were(tmp_path: Path) -> None:
    """Earlier files are neither removed nor overwritten."""
    project = make_project(tmp_path)
    run("build", project, "--to", "docx")
    before = {path.name: path.read_bytes() for path in (project / "build").iterdir()}
    make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("victims |", "victms |"))

    result = run("build", project, "--to", "docx")

    assert 1 == result.exit_code
    assert before == {path.name: path.read_bytes() for path in (project / "build").iterdir()}


def test_an_output_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """A link may lead anywhere; the exit code says that the system stood in the way."""
    project = make_project(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (project / "build").symlink_to(tmp_path / "elsewhere")

    result = run("build", project, "--to", "docx")

    assert 2 == result.exit_code
    assert "RG602" in result.output
    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_all_problems_come_together_in_json(tmp_path: Path) -> None:
    """A list of plain records, sorted by place, each with all fields."""
    wrong = JUSTICE.replace(
        "{{ victims | compared }}", "{{ victms | compared }} and {{ victims | comparde }} and {{ victims.x }}"
    )
    result = run("check", make_project(tmp_path, submissions__justice_yaml=wrong), "--format", "json")
    found = json.loads(result.stdout)

    errors = [problem for problem in found if problem["severity"] == "error"]
    assert 3 == len(errors)
    place = {"file", "line", "column", "sheet", "cell", "paragraph"}
    assert {"code", "severity", "message", "hint", "notes", *place} == set(errors[0])
    assert all(problem["file"].endswith("submissions/justice.yaml") for problem in errors)
    assert [13, 13, 13] == [problem["line"] for problem in errors]
    assert errors[0]["column"] < errors[1]["column"] < errors[2]["column"]


def test_a_refused_file_is_not_blamed_on_others(tmp_path: Path) -> None:
    """Where one submission cannot be read, its indicators are not called unknown, nor its issues unanswered."""
    interior = "agency: interior\nreplies:\n  - {issue: 2, text: 'In all, {{ victims }} persons.'}\n"
    project = make_project(
        tmp_path,
        submissions__justice_yaml=JUSTICE.replace("issue: 1\n    values", "isue: 1\n    values").replace(
            "}} victims", "}}"
        ),
        submissions__interior_yaml=interior,
    )

    codes = [problem["code"] for problem in json.loads(run("check", project, "--format", "json").stdout)]
    assert ["RG201"] == codes


def test_a_missing_project_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    """A folder that is not there is said in words, with what to do."""
    result = run("check", tmp_path / "nowhere")

    assert 2 == result.exit_code
    assert "there is no folder nowhere\n  hint: see that the name is right" in result.output


@pytest.mark.parametrize("command", ["check", "build", "status", "budget", "workbooks", "feedback"])
def test_a_file_in_the_place_of_a_project_is_said(command: str, tmp_path: Path) -> None:
    """By every command that reads one; the hint names what is wanted."""
    (tmp_path / "x.docx").write_bytes(b"PK")
    result = run(command, tmp_path / "x.docx")

    assert 2 == result.exit_code
    assert "x.docx is a file\n  hint: name the folder of a project" in result.output


@pytest.mark.parametrize("arguments", [("build",), ("build", "x", "--to", "odt"), ("explain", "RG000"), ("nonsense",)])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    """A missing argument, an unknown format, code or command."""
    assert 2 == run(*arguments).exit_code


@pytest.mark.parametrize("command", ["verify", "pull", "receive"])
def test_a_project_named_last_is_said(command: str, tmp_path: Path) -> None:
    """“It is a folder” said nothing of what to do."""
    file, folder = tmp_path / "edited.docx", tmp_path / "project"
    file.write_bytes(b"PK")
    folder.mkdir()

    result = run(command, file, folder)

    assert 2 == result.exit_code
    assert f"reportgen {command} {folder.as_posix()} {file.as_posix()}" in " ".join(result.output.split())


def test_explain_says_what_a_code_means() -> None:
    """Title, meaning and example, whatever the case of the code."""
    output = run("explain", "rg301").output

    assert "RG301" in output
    assert "Example:" in output


def test_explain_says_what_a_code_of_the_audit_means() -> None:
    """Every code of an audit has a meaning, and the page that says more."""
    for code in Code:
        result = run("explain", code.value)
        assert (0, True) == (result.exit_code, result.output.startswith(f"{code}: {MEANINGS[code]}"))
        assert "docs/audit.md" in result.output


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("nosuch", "there is no code and no project nosuch"),
        ("RG9999", "there is no code RG9999; a code is RG and three digits"),
        ("rg000", "there is no code rg000; a code is RG and three digits"),
        (".", ". is a folder; name an indicator of it as well"),
    ],
)
def test_explain_of_what_is_no_code_guesses_nothing(what: str, words: str) -> None:
    """A number near another means something else."""
    result = run("explain", what)

    assert (2, True) == (result.exit_code, words in " ".join(result.output.split()))
    assert "did you mean" not in result.output


def test_explain_says_what_can_be_written_of_an_indicator(tmp_path: Path) -> None:
    """The facts, and each fitting reference with the text that it gives."""
    result = run("explain", make_project(tmp_path), "victims")

    assert 0 == result.exit_code
    assert "{{ victims | compared }}" in result.output
    assert "348 (compared with 944 in 2021 and 1,058 in 2022)" in result.output


def test_explain_of_an_unknown_indicator_names_the_nearest(tmp_path: Path) -> None:
    """A slip of the keyboard is answered with the right key."""
    result = run("explain", make_project(tmp_path), "victms")

    assert 1 == result.exit_code
    assert "“victims”" in result.output


def test_schemas_are_written(tmp_path: Path) -> None:
    """One file for each kind of project file, and one for the document as data."""
    result = run("schema", tmp_path)

    assert 0 == result.exit_code
    kinds = {"report", "issues", "agencies", "submission", "clearances", "comments", "document"}
    assert kinds == {path.name.split(".")[0] for path in tmp_path.iterdir()}


def test_source_date_epoch_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The date of the outputs is the one that the environment names."""
    project = make_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("build", project, "--to", "docx")

    assert "2023-11-14T22:13:20" in (project / "build" / "manifest.json").read_text(encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert 2 == run("build", project, "--to", "docx").exit_code


def test_a_closed_output_is_no_traceback(tmp_path: Path) -> None:
    """`reportgen check … | head -1` ends quietly."""
    project = make_project(tmp_path)
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "reportgen", "check", str(project)]
    ended = subprocess.run(command, check=False, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)

    assert "Traceback" not in ended.stderr


def test_the_look_for_plug_ins_waits_until_somebody_asks() -> None:
    """`importlib.metadata` is whole for whoever uses it; `check` loads none of it, Babel and Markdown."""
    code = (
        "import sys; from reportgen.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert not {'email', 'babel', 'markdown_it'} & set(sys.modules)\n"
        "from importlib.metadata import entry_points, version\n"
        "assert entry_points(group='console_scripts') and version('click')\n"
    )
    minimal = Path(__file__).parents[2] / "examples" / "minimal"

    assert subprocess.run([sys.executable, "-c", code, "check", minimal], check=False).returncode == 0


@pytest.mark.parametrize("command", ["check", "status"])
def test_a_small_project_loads_only_what_it_needs(command: str, tmp_path: Path) -> None:
    """No rules of style, of templates that it does not have; and of 500 patterns the few that its texts ask for.

    Nor what only a build needs, and what only projects with small numbers, versions or stacked files do. Nothing is
    compiled beforehand: whether an earlier test left the templates so must not matter.
    """
    code = (
        "import gc, sys; from reportgen.cli.main import main; from reportgen.regex import _Uncompiled\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "unwanted = ('checks.edi', 'checks.temp', 'checks.typed_small', 'checks.version_texts', 'model.items',\n"
        "    'model.protection', 'manifest', 'writers.', 'agencies.cleared_words')\n"
        "print(*(name for name in sys.modules if name.removeprefix('reportgen.').startswith(unwanted)))\n"
        "print('difflib' in sys.modules)\n"
        "print(sum(len(vars(one)) > 2 for one in gc.get_objects() if type(one) is _Uncompiled))\n"
        "from reportgen.model import Indicator; print(Indicator.__pydantic_complete__)\n"
    )
    minimal = Path(__file__).parents[2] / "examples" / "minimal"
    call = [sys.executable, "-c", code, command, str(minimal)]
    *_, rooms, has_difflib, patterns, is_built = subprocess.run(
        call, check=True, capture_output=True, text=True, env=os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    ).stdout.splitlines()

    assert "" == rooms
    assert "False" == has_difflib
    assert int(patterns) <= 90
    assert "False" == is_built


def test_the_audit_of_a_text_loads_only_what_reads_text(tmp_path: Path) -> None:
    """Nothing of projects, of Word and Excel, or of templates; nor zip files and hashes, which take long to load."""
    text = tmp_path / "report.txt"
    text.write_text("1.\tThere were 14 complaints: 6 of women and 8 of men.\n", encoding="utf-8")
    code = (
        "import sys; from reportgen.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*{'pydantic', 'ruamel', 'jinja2', 'lxml', 'zipfile', 'hashlib', 'tempfile'} & set(sys.modules))\n"
        "print(*(name for name in sys.modules if name.startswith(('reportgen.project', 'reportgen.model'))))\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, "audit", text], check=True, capture_output=True, text=True)

    assert ended.stdout.endswith("not\n\n\n"), ended.stdout
