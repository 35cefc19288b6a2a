"""Bugs put in on purpose, as a program: `python tests/mutants.py` says which of them the tests do not catch.

First the bugs that were made by hand (bugs.yaml); every one must be caught. Then a sample of all mutants: changes of
one place each, by the operators of mutmut, over the modules in which a figure can go wrong (mutants.yaml). mutmut
itself would leave out functions with decorators, which all phrases and properties are, and tables outside functions.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from repository import ROOT, copy_repository
from ruamel.yaml import YAML

_PRELOADED = ("pytest", "hypothesis", "pydantic", "lxml.etree", "jinja2", "babel", "click", "openpyxl", "ruamel.yaml")
"""What most tests need: each run is a fork of this program, and need not load it again."""
_PASSED, _FAILED, _NO_TESTS = 0, 1, 5
"""What pytest ends with; where it could run no tests, nothing was shown."""
_SHOWN = 160
"""Characters of a changed place that are printed; a table is one place."""
_SECONDS = 600
"""Processor time after which a run counts as caught: a loop without an end."""


class Bug(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change of one passage of one file."""

    bug: str
    """What goes wrong."""
    file: str
    old: str
    """The passage, which the file has once."""
    new: str
    tests: tuple[str, ...]
    """The test files and folders that must catch it, those that are likely to first."""


class Room(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Modules whose mutants the same tests must catch."""

    files: tuple[str, ...]
    """Patterns of paths."""
    tests: tuple[str, ...]


class Mutant(msgspec.Struct, frozen=True):
    """A change of one place."""

    file: str
    line: int
    old: str
    new: str
    source: str
    """The whole file with it."""
    tests: tuple[str, ...]

    def __str__(self) -> str:
        old, new = (text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…" for text in (self.old, self.new))
        return f"{self.file}:{self.line}: {old}  →  {new}"


def read_bugs() -> list[Bug]:
    """Return the bugs that were made by hand."""
    return msgspec.convert(YAML(typ="safe").load(ROOT / "tests/bugs.yaml"), list[Bug])


def read_rooms() -> list[Room]:
    """Return the modules that have mutants, with their tests."""
    return msgspec.convert(YAML(typ="safe").load(ROOT / "tests/mutants.yaml"), list[Room])


# ---- running tests on a copy --------------------------------------------------------------------------------------


class Copy:
    """A copy of the repository, whose files are changed one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._times = count(1_000_000_000)
        self._passing = set[tuple[str, ...]]()
        copy_repository(folder)
        for name in _PRELOADED:
            __import__(name)

    def run_with(self, file: str, source: str, tests: Sequence[str]) -> int:
        """Return how the tests end while a file has another text."""
        path, right = self._folder / file, ROOT / file
        path.write_text(source, encoding="utf-8")
        # Python knows compiled files by the second at which their source was written: each text gets its own.
        os.utime(path, (time := next(self._times), time))
        try:
            return self.run(tests)
        finally:
            shutil.copy2(right, path)

    def demand(self, tests: tuple[str, ...]) -> None:
        """End the program where tests fail while nothing is changed: such tests show nothing."""
        if tests not in self._passing and self.run(tests) != _PASSED:
            sys.exit(
                f"{', '.join(tests)}: these fail as they are:\n{(self._folder / 'tests.log').read_text()[-2_000:]}"
            )
        self._passing.add(tests)

    def run(self, tests: Sequence[str]) -> int:
        """Return how pytest ends over test files and folders; it stops at the first failure."""
        child = os.fork()
        if not child:
            self._run_here(tests)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def _run_here(self, tests: Sequence[str]) -> None:
        """Run tests in this process, which ends with them."""
        code: int = _PASSED
        try:
            with (self._folder / "tests.log").open("w") as log:
                os.dup2(log.fileno(), 1)
                os.dup2(log.fileno(), 2)
            code = _run_pytest(self._folder, tests)
        except BaseException:  # noqa: BLE001 - the fork must not go on as if it were the program
            traceback.print_exc()
            code = _NO_TESTS
        finally:
            sys.stdout.flush()
            os._exit(code)


def _run_pytest(folder: Path, tests: Sequence[str]) -> int:
    import resource  # Windows has none, and no fork either

    import pytest  # see _PRELOADED

    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    os.chdir(folder)
    os.environ |= {"PYTHONPATH": str(folder), "HYPOTHESIS_PROFILE": "ci"}
    sys.path[:0] = [str(folder / "tests"), str(folder)]
    del sys.modules["repository"]
    preloaded = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    return pytest.main(["-n", "0", "-x", "--tb=line", *preloaded, *tests])


# ---- bugs made by hand --------------------------------------------------------------------------------------------


def run_bugs(copy: Copy, bugs: Sequence[Bug]) -> list[Bug]:
    """Return the bugs that the tests do not catch.

    A bug is caught where a test fails; that a module cannot even be imported would show nothing.
    """
    lives = []
    for bug in bugs:
        source = (ROOT / bug.file).read_text(encoding="utf-8").replace(bug.old, bug.new)
        copy.demand(bug.tests)
        caught = copy.run_with(bug.file, source, bug.tests) == _FAILED
        _say(f"{'caught' if caught else 'LIVES '}  {bug.file}: {bug.bug}")
        lives += [] if caught else [bug]
    _say(f"{len(bugs) - len(lives)} of {len(bugs)} bugs caught")
    return lives


# ---- mutants ------------------------------------------------------------------------------------------------------


class Source:
    """A module and its mutants."""

    def __init__(self, file: str, tests: tuple[str, ...]) -> None:
        self.file, self._tests = file, tests

    @cached_property
    def places(self) -> list[tuple[Any, Any]]:
        """Every node of the syntax tree that can be changed, with what stands there instead."""
        import libcst  # only the extra `mutants` has it
        from mutmut.mutation.mutators import mutation_operators

        self._module = libcst.parse_module((ROOT / self.file).read_text(encoding="utf-8"))
        return [
            (node, changed)
            for node in _walk(self._module)
            for kind, operator in mutation_operators
            if isinstance(node, kind)
            for changed in operator(node)
        ]

    def mutant(self, index: int) -> Mutant:
        """Return one of its mutants."""
        node, changed = self.places[index]
        code = self._module.deep_replace(node, changed).code
        right = self._module.code
        at = next((at for at, (one, other) in enumerate(zip(right, code, strict=False)) if one != other), len(code))
        old, new = (" ".join(self._module.code_for_node(one).split()) for one in (node, changed))
        return Mutant(self.file, right.count("\n", 0, at) + 1, old, new, code, self._tests)


_UNTOUCHED = ("Annotation", "Import", "ImportFrom")
"""What has no effect while the program runs, or is no code of ours."""


def _walk(node: Any) -> Iterator[Any]:  # noqa: ANN401 - libcst need not be installed
    """Yield a node and all below it, but for annotations, imports, and what makes type variables."""
    yield node
    for child in node.children:
        called = getattr(getattr(child, "func", None), "value", None)
        if type(child).__name__ not in _UNTOUCHED and called not in {"TypeVar", "NewType", "cast"}:
            yield from _walk(child)


def find_sources() -> list[Source]:
    """Return the modules of all rooms, each with the tests of the first room that names it."""
    tests: dict[str, tuple[str, ...]] = {}
    files = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "reportgen").rglob("*.py"))
    for room in read_rooms():
        for file in files:
            if any(fnmatch(file, pattern) for pattern in room.files):
                tests.setdefault(file, room.tests)
    return [Source(file, tests[file]) for file in tests]


def sample(sources: Sequence[Source], size: int, seed: int) -> list[Mutant]:
    """Return a sample in which every mutant of every module is as likely as any other."""
    everything = [(source, index) for source in sources for index in range(len(source.places))]
    _say(f"{len(everything):,} mutants in {len(sources)} modules")
    chosen = random.Random(seed).sample(everything, min(size, len(everything)))  # noqa: S311 - chance that repeats
    return [source.mutant(index) for source, index in chosen]


def run_mutants(copy: Copy, mutants: Sequence[Mutant]) -> list[Mutant]:
    """Return the mutants that the tests do not catch: whatever ends tests otherwise than well has caught one."""
    lives = []
    for mutant in mutants:
        copy.demand(mutant.tests)
        caught = copy.run_with(mutant.file, mutant.source, mutant.tests) != _PASSED
        _say(f"{'killed' if caught else 'LIVES '}  {mutant}")
        lives += [] if caught else [mutant]
    return lives


def show_table(mutants: Sequence[Mutant], lives: Sequence[Mutant]) -> None:
    """Print how many mutants were caught in each folder."""
    run, alive = (Counter(str(Path(one.file).parent) for one in some) for some in (mutants, lives))
    _say(f"\n{'folder':<40} {'run':>5} {'killed':>7} {'alive':>6}")
    for folder in sorted(run):
        _say(f"{folder:<40} {run[folder]:>5} {run[folder] - alive[folder]:>7} {alive[folder]:>6}")
    total, left = len(mutants), len(lives)
    _say(f"{'all':<40} {total:>5} {total - left:>7} {left:>6}   {(total - left) / (total or 1):.0%} killed")


def main(arguments: Sequence[str]) -> int:
    """Run bugs and mutants; return 1 where a bug made by hand is not caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bugs", metavar="WORD", default="", help="only the bugs whose file or description has it")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants are tried")
    parser.add_argument("--seed", type=int, default=0, help="which of them")
    parser.add_argument("--only", metavar="PATTERN", default="*", help="only mutants of these modules")
    asked = parser.parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each run compiles the package and the tests anew
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        copy = Copy(Path(name) / "copy")
        lives = run_bugs(copy, [bug for bug in read_bugs() if asked.bugs in f"{bug.file}: {bug.bug}"])
        if asked.sample:
            sources = [source for source in find_sources() if fnmatch(source.file, asked.only)]
            mutants = sample(sources, asked.sample, asked.seed)
            show_table(mutants, run_mutants(copy, mutants))
    return 1 if lives else 0


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - it is what this program is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
