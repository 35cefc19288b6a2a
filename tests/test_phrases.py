"""The command `phrase`: cases in, texts out, differences said."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from reportgen.cli.main import cli

CASES = """\
- id: right
  text: "There were {{ x | compared }}."
  indicators: {x: {values: {2022: 12, 2023: 1.5}}}
  expect: There were 1.5 (compared with 12 in 2022).
- id: unchecked
  text: "In {{ x | last_period }}, there were {{ x }}."
  indicators: {x: {values: {2022: 12, 2023: 15}}}
  year: 2022
"""
WRONG = """\
- id: other
  text: "There were {{ x }} of them."
  indicators: {x: {values: {2023: 15}}}
  expect: There were 16 of them.
- id: unknown
  text: "{{ y | compraed }} and {{ x.y }}"
  indicators: {x: {values: {2023: 15}}}
- {id: misspelt, txt: x}
"""
CONFORMANCE = Path(__file__).parent / "sentences" / "phrases.yaml"


def run(folder: Path, text: str, *options: str, name: str = "cases.yaml") -> Result:
    """Run the command on a file with the given text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(cli, ["phrase", str(file), *options], catch_exceptions=False)


def test_every_conformance_case_passes() -> None:
    """The contract of figure references is kept through the command itself."""
    result = CliRunner().invoke(cli, ["phrase", str(CONFORMANCE), "--format", "jsonl"], catch_exceptions=False)
    records = [json.loads(line) for line in result.stdout.splitlines()]

    assert 0 == result.exit_code
    assert 29 == len(records)
    assert all(record["ok"] for record in records)


def test_one_text_a_case_is_printed(tmp_path: Path) -> None:
    """Decimals stay exact, and the reference year bounds what is seen."""
    result = run(tmp_path, CASES)

    assert 0 == result.exit_code
    assert ["There were 1.5 (compared with 12 in 2022).", "In 2022, there were 12."] == result.stdout.splitlines()


def test_json_is_read_as_well(tmp_path: Path) -> None:
    """The same schema, with decimals kept."""
    case = '[{"id": "a", "text": "It was {{ x }}.", "indicators": {"x": {"unit": "percent", "values": {"2023": 0.1}}}}]'

    assert "It was 0.1 per cent.\n" == run(tmp_path, case, name="cases.json").stdout.replace("\u00a0", " ")


def test_a_difference_is_shown_word_by_word(tmp_path: Path) -> None:
    """Expected and written text, and what changed between them; the exit code is 1."""
    result = run(tmp_path, WRONG)

    assert 1 == result.exit_code
    assert "There were [-16-] {+15+} of them." in result.stdout


def test_all_errors_of_a_case_stand_at_their_places(tmp_path: Path) -> None:
    """An unknown indicator, an unknown filter and an attribute in one text are three problems."""
    output = run(tmp_path, WRONG).stdout

    assert ["RG401", "RG402", "RG502", "RG202", "RG201"] == [
        line.split("[")[1].split("]")[0] for line in output.splitlines() if "error[" in line
    ]


def test_lines_of_json_hold_text_or_error(tmp_path: Path) -> None:
    """`id`, `text` and `ok`; or `id`, `error` and `hint`."""
    records = [json.loads(line) for line in run(tmp_path, WRONG, "--format", "jsonl").stdout.splitlines()]

    assert [{"id", "text", "ok"}, {"id", "error", "hint"}, {"id", "error", "hint"}] == [
        set(record) for record in records
    ]
    assert records[0]["ok"] is False


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    """So is one that is no YAML or JSON; where it is not there, the command was called wrongly."""
    for text, name, code in (
        ("id: a", "cases.yaml", "RG128"),
        ("[1, 2", "cases.json", "RG120"),
        ("[" * 100_000, "cases.json", "RG120"),
        ("- id: [", "cases.yaml", "RG120"),
        ("- id: \x00", "cases.yaml", "RG112"),
    ):
        refused = run(tmp_path, text, name=name)
        assert (1, True) == (refused.exit_code, f"[{code}]" in refused.output), refused.output
    (tmp_path / "linked.yaml").symlink_to("/etc/hostname")
    assert "[RG103]" in CliRunner().invoke(cli, ["phrase", str(tmp_path / "linked.yaml")]).output
    assert 2 == CliRunner().invoke(cli, ["phrase", str(tmp_path / "nothing.yaml")]).exit_code


def test_words_of_a_case_may_stand_in_several_languages(tmp_path: Path) -> None:
    """Those of the wanted language are taken; one that lacks is named at its place."""
    case = (
        "- id: a\n"
        "  text: {en: 'They heard {{ x | value(unit=True) }}.', ru: 'Рассмотрено {{ x | value(unit=True) }}.'}\n"
        "  indicators: {x: {unit: {en: {one: case, other: cases}, ru: {one: дело, other: дела}}, values: {2023: 12}}}\n"
    )
    assert run(tmp_path, case, "--language", "ru").stdout == "Рассмотрено 12 дел.\n"
    assert run(tmp_path, case).stdout == "They heard 12 cases.\n"
    lacking = run(tmp_path, case, "--lang", "es")
    assert lacking.exit_code == 1
    assert "RG372" in lacking.output


def test_a_case_may_name_each_language_of_documents(tmp_path: Path) -> None:
    """`lang` of a case wins over the option."""
    case = "- {id: a, lang: zh, text: '共{{ x }}起。', indicators: {x: {values: {2023: 1200}}}}\n"
    assert run(tmp_path, case).stdout == "共1,200起。\n"
