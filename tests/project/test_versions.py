"""One project in several languages: the same figures in the same paragraphs, and each text that lacks is named."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import cli
from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.pipeline import check_project

REPORT = """
treaty: ccpr
state: {name: {ru: Аркания, en: Arcania}, code: ARC}
cycle: 3
symbol: CCPR/C/ARC/3
list_of_issues: CCPR/C/ARC/QPR/3
language: ru
versions: [en]
dates: {due: 2024, submitted: 2024-06-01}
reporting_years: [2022, 2023]
"""
AGENCIES = "agencies: [{code: justice, name: {ru: Министерство юстиции, en: Ministry of Justice}}]\n"
ISSUES = """
parts:
  - title: {ru: Общая информация, en: General information}
    themes:
      - issues:
          - {number: 1, text: {ru: Сообщите., en: Please report.}, agencies: [justice]}
          - {number: 2, text: {ru: Сообщите., en: Please report.}, agencies: [justice]}
"""
SUBMISSION = """
agency: justice
indicators:
  complaints:
    labels: {ru: жалобы на пытки, en: complaints of torture}
    issue: 2
    values: {2022: 21, 2023: 22}
    breakdown:
      - {label: {ru: женщины, en: women}, values: {2022: 10, 2023: 11}}
      - {label: {ru: мужчины, en: men}, values: {2022: 11, 2023: 11}}
    source: {ru: Реестр, en: Register}
  persons:
    label: {ru: осужденные, en: persons convicted}
    unit: {ru: {one: человек, other: люди}, en: {one: person, other: persons}}
    issue: 1
    values: {2022: 1058, 2023: 342}
    source: {ru: Реестр, en: Register}
replies:
  - issue: 1
    key: law
    text:
      ru: "В {{ persons | last_period }} году осуждено {{ persons | compared(unit=True) }}
        (см. {{ paragraph('law') }})."
      en: "In {{ persons | last_period }}, {{ persons | compared(unit=True) }} were convicted
        (see {{ paragraph('law') }})."
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in Russian and English."""
    (tmp_path / "submissions").mkdir()
    files = {"report.yaml": REPORT, "agencies.yaml": AGENCIES, "issues.yaml": ISSUES}
    for name, text in (files | {"submissions/justice.yaml": SUBMISSION}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _document(project: Path, language: str | None) -> tree.Document:
    checked = check_project(project, language=language)
    assert checked.composed is not None
    assert checked.composed.document is not None, checked.diagnostics
    assert {one.code for one in checked.diagnostics} <= {"RG370"}
    return checked.composed.document


def _figures(document: tree.Document) -> list[object]:
    found: list[object] = []
    for block in document.blocks:
        inlines = [inline for run in inlines_of(block) for inline in run]
        figures = [one for one in walk_inlines(inlines) if isinstance(one, tree.Figure)]
        number = block.number if isinstance(block, tree.Paragraph | tree.Table) else None
        found.append((number, sorted((one.indicator, one.periods, str(one.value)) for one in figures)))
    return found


def _text(document: tree.Document) -> str:
    return "\n".join(plain_text(run) for block in document.blocks for run in inlines_of(block)).replace("\u00a0", " ")


def test_both_versions_print_the_same_figures_in_the_same_paragraphs(project: Path) -> None:
    """Each figure of one stands in the paragraph of the same number in the other."""
    russian, english = _document(project, None), _document(project, "en")

    assert _figures(russian) == _figures(english)
    assert "В 2023 году осуждено 342 человека (по сравнению с 1 058 в 2022 году) (см. п. 1)." in _text(russian)
    assert "In 2023, 342 persons (compared with 1,058 persons in 2022) were convicted (see para. 1)." in _text(english)
    assert "Original: Russian" in [plain_text(line.children) for line in english.cover]
    assert not any("а" <= letter <= "я" for letter in _text(english))


def _found(project: Path, old: str, new: str) -> list[tuple[str, str]]:
    """What is said of the English version where something in the submission is written otherwise."""
    file = project / "submissions" / "justice.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return [(one.code, one.message) for one in check_project(project, language="en").diagnostics if one.code != "RG370"]


@pytest.mark.parametrize(
    ("new", "codes"),
    [
        ("by: пол, label", ["RG372"]),
        ("by: {ru: пол, en: sex}, label", []),
    ],
)
def test_what_a_part_is_divided_by_is_a_text(project: Path, new: str, codes: list[str]) -> None:
    """It is printed in heads and sentences."""
    found = _found(project, "label: {ru: женщины", f"{new}: {{ru: женщины")

    assert codes == [code for code, _ in found if code.startswith("RG37")]


@pytest.mark.parametrize(("new", "codes"), [("новый учет", ["RG372"]), ("{ru: новый учет, en: new register}", [])])
def test_the_reason_of_a_break_is_a_text(project: Path, new: str, codes: list[str]) -> None:
    """It stands under its period, and is printed in a note."""
    found = _found(project, "    issue: 1\n", f"    issue: 1\n    breaks: {{2023: {new}}}\n")

    assert codes == [code for code, _ in found if code.startswith("RG37")]


@pytest.mark.parametrize(("currency", "codes"), [("тенге", ["RG372"]), ("T", []), ("EUR", []), ("$", [])])
def test_a_currency_that_is_a_word_is_a_text(project: Path, currency: str, codes: list[str]) -> None:
    """A symbol is the same in all languages."""
    unit = "unit: {ru: {one: человек, other: люди}, en: {one: person, other: persons}}"
    found = _found(project, unit, f"unit: {{currency: {currency}}}")

    assert codes == [code for code, _ in found if code.startswith("RG37")]


def test_a_field_and_its_plural_are_not_both_taken(project: Path) -> None:
    """One would be lost without a word: the second stays a field that nobody knows."""
    found = _found(project, "    issue: 1\n", "    issue: 1\n    labels: {ru: другие, en: others}\n")

    assert ["RG201"] == [code for code, _ in found if code.startswith("RG2")]


def test_small_numbers_are_asked_about_in_every_version_alike(project: Path) -> None:
    """Words for persons are known in English alone: what one version withholds, no other prints."""
    report = project / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "small_numbers: 12\n", encoding="utf-8")
    _found(project, "{ru: женщины, en: women}", "{ru: Север, en: North}")
    _found(project, "{ru: мужчины, en: men}", "{ru: Юг, en: South}")
    codes = [
        {one.code for one in check_project(project, language=language).diagnostics} & {"RG360", "RG363", "RG365"}
        for language in (None, "en")
    ]

    assert codes[0] == codes[1] != set()


@pytest.mark.parametrize(
    ("file", "there", "instead", "line"),
    [
        ("submissions/justice.yaml", "{ru: женщины, en: women}", "{ru: женщины}", 9),
        ("submissions/justice.yaml", "{ru: женщины, en: women}", "{ru: женщины, en: }", 9),
        ("submissions/justice.yaml", "{ru: женщины, en: women}", "женщины", 9),
        ("submissions/justice.yaml", "{ru: {one: человек, other: люди}, en: {one: person, other: persons}}",
         "{one: человек, other: люди}", 14),
        ("issues.yaml", "{ru: Сообщите., en: Please report.}, agencies: [justice]}\n          - {number: 2",
         "{ru: Сообщите.}, agencies: [justice]}\n          - {number: 2", 6),
        ("agencies.yaml", "{ru: Министерство юстиции, en: Ministry of Justice}", "Министерство юстиции", 1),
        ("report.yaml", "{ru: Аркания, en: Arcania}", "{ru: Аркания}", 3),
    ],
)  # fmt: skip
def test_a_text_that_lacks_is_named_at_its_place(project: Path, file: str, there: str, instead: str, line: int) -> None:
    """RG372 where the version is built, RG373 or nothing where another one is, and never a document without it."""
    text = (project / file).read_text(encoding="utf-8")
    assert there in text
    (project / file).write_text(text.replace(there, instead), encoding="utf-8")
    places = [one.place for one in check_project(project, language="en").diagnostics if one.code == "RG372"]

    assert [(Path(place.file).name, place.line) for place in places if place] == [(Path(file).name, line)]
    assert {one.code for one in check_project(project).diagnostics} <= {"RG370", "RG373"}


def test_places_stay_those_of_the_file(project: Path) -> None:
    """A wrong reference in one language is found on its line."""
    file = project / "submissions" / "justice.yaml"
    file.write_text(SUBMISSION.replace("persons | compared(unit=True) }} were", "nobody }} were"), encoding="utf-8")

    [found] = [one for one in check_project(project, language="en").diagnostics if one.code == "RG401"]
    assert found.place is not None
    assert found.place.line == 24
    assert "RG401" not in {one.code for one in check_project(project).diagnostics}


def test_a_version_that_is_not_named_is_refused(project: Path) -> None:
    """One message, with the versions that there are."""
    result = CliRunner().invoke(cli, ["build", str(project), "--to", "html", "--language", "fr"])

    assert result.exit_code == 1
    assert "RG375" in result.output
    assert "RG372" not in result.output
    assert not (project / "build").exists()


def test_check_and_explain_take_a_version(project: Path) -> None:
    """The problems and the texts are those of the version, and a version that is not named is refused."""
    file = project / "submissions" / "justice.yaml"
    file.write_text(SUBMISSION.replace("persons | compared(unit=True) }} were", "nobody }} were"), encoding="utf-8")
    found = [CliRunner().invoke(cli, ["check", str(project), *more]) for more in ([], ["--language", "en"])]
    told = CliRunner().invoke(cli, ["explain", str(project), "persons", "--language", "en"])
    refused = CliRunner().invoke(cli, ["explain", str(project), "persons", "--language", "fr"])

    assert [("RG401" in one.output, one.exit_code) for one in found] == [(False, 0), (True, 1)]
    assert told.exit_code == 0
    assert "the number of persons convicted was 342" in told.output
    assert "RG375" in refused.output
    assert refused.exit_code == 1


def test_each_version_has_a_folder(project: Path) -> None:
    """The English version overwrites nothing of the Russian one."""
    for more in ([], ["--language", "en"]):
        result = CliRunner().invoke(cli, ["build", str(project), "--to", "html", *more])
        assert result.exit_code == 0, result.output

    assert (project / "build" / "CCPR-C-ARC-3.html").exists()
    assert (project / "build" / "en" / "CCPR-C-ARC-3.html").exists()


def test_fields_named_like_languages_are_left_alone(project: Path) -> None:
    """Only texts are chosen: an indicator may be called `es`."""
    file = project / "submissions" / "justice.yaml"
    text = SUBMISSION.partition("  complaints:")[0] + "  es: {label: жалобы, issue: 2, values: {2023: 5}, source: R}\n"
    file.write_text(text, encoding="utf-8")
    checked = check_project(project)

    assert checked.merged is not None
    assert "es" in checked.merged.indicators


def test_a_workbook_is_refused_for_another_version(project: Path) -> None:
    """Its words are in one language; the file is named."""
    (project / "submissions" / "justice.yaml").rename(project / "submissions" / "justice.xlsx")
    codes = [one.code for one in check_project(project, language="en").diagnostics]

    assert "RG374" in codes
