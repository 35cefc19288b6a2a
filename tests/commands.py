"""Commands of reportgen, run within the process of the tests."""

from click.testing import CliRunner, Result

from reportgen.cli.main import cli


def run(*arguments: object, typed: str | None = None) -> Result:
    """Run a command, with what a user types; an exception is a bug of ours and fails the test."""
    return CliRunner().invoke(cli, [str(one) for one in arguments], input=typed, catch_exceptions=False)


def run_well(*arguments: object, ends: int = 0) -> Result:
    """Run a command, which ends as expected."""
    result = run(*arguments)
    assert ends == result.exit_code, result.output
    return result
