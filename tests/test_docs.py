"""Documentation: the commands that it shows work, the codes that it lists are all there, its links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import run

from reportgen.cli.main import cli

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FOR_DEVELOPERS = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]


def commands(page: Path) -> list[str]:
    """Every reportgen command in the blocks of shell commands of a page, in its order."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("reportgen ")]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_commands_that_are_shown_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Path) -> None:
    """One after the other, as a reader types them; each ends with 0, but for `--final` while issues are awaiting."""
    for name in ("inputs", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("build", "__pycache__"))
    monkeypatch.chdir(tmp_path)
    _send_back("labour", tmp_path / "Downloads" / "reply-of-labour.xlsx")
    for command in commands(page):
        arguments = shlex.split(command)[1:]

        result = CliRunner().invoke(cli, arguments, catch_exceptions=False)

        expected = 1 if "--final" in arguments else 0
        assert expected == result.exit_code, f"{command}\n{result.output}"


def _send_back(agency: str, file: Path) -> None:
    """Put the workbook of an agency where a mail program saves what comes back."""
    run("workbooks", "inputs", "--agency", agency, "--out", "sent")
    file.parent.mkdir()
    shutil.move(f"sent/{agency}.xlsx", file)


def test_every_subcommand_is_in_the_documentation() -> None:
    """A command that nobody is told of does not exist for coordinators."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [] == [name for name in cli.commands if f"reportgen {name}" not in text]


def _without_code(text: str) -> str:
    """The page without what it shows as code, which may be a link of an example."""
    return re.sub(r"^```.*?^```|`[^`\n]+`", "", text, flags=re.DOTALL | re.MULTILINE)


def test_links_lead_somewhere() -> None:
    """Every relative link of a page is a file of the repository."""
    missing = [
        f"{page.name}: {target}"
        for page in {*PAGES, *FOR_DEVELOPERS}
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", _without_code(page.read_text(encoding="utf-8")))
        if not (page.parent / target).exists()
    ]

    assert [] == missing


def modules_named(text: str) -> list[str]:
    """Every file and folder of the program, its tests and its data that a text names by a path, but for patterns."""
    names = re.findall(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|typ|json|toml)|(?:[\w.-]+/)+)`", text)
    return [name for name in names if name not in {"submissions/", "previous/", "earlier/", "refused/", "sent/"}]


def is_there(name: str) -> bool:
    """Whether a file or a folder of the repository has a path that ends so."""
    folders = [ROOT / one for one in ("reportgen", "tests", "templates", "docs", "inputs", "examples", "benchmarks")]
    known = (path for folder in folders for path in (folder, *folder.rglob(Path(name).name)))
    return (ROOT / name).exists() or any(path.as_posix().endswith(f"/{name.rstrip('/')}") for path in known)


@pytest.mark.parametrize("page", FOR_DEVELOPERS, ids=lambda page: page.name)
def test_modules_that_developers_are_told_of_are_there(page: Path) -> None:
    """A module that was renamed or joined with another one is found under its new name."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)

    assert [] == [name for name in modules_named(text) if not is_there(name) and not Path(name).stem.isupper()]


def test_a_module_that_is_gone_is_noticed() -> None:
    """The neighbour: names with a folder and without, of files and of folders."""
    text = "`compose/replies.py`, `compose/nothing.py`, `nothing.py`, `writers/`, `nothing/`, `a sentence/`"

    assert ["compose/nothing.py", "nothing.py", "nothing/"] == [one for one in modules_named(text) if not is_there(one)]
