"""Lists of issues in the languages of the United Nations other than English: their parts are found alike."""

from pathlib import Path

import pytest
from commands import run_well
from readers.word_files import p, r, word
from ruamel.yaml import YAML

BOLD = "<w:b/>"
LISTS = {
    "fr": (
        *("Liste de points concernant le deuxième rapport périodique de l’Arcanie", "Cadre juridique", "Indiquer :"),
        *("Les mesures prises", " ;", "Les affaires jugées."),
    ),
    "es": (
        *("Lista de cuestiones relativa al segundo informe periódico de Arcania", "Marco jurídico"),
        *("Sírvanse indicar:", "Las medidas adoptadas", ";", "Los casos resueltos."),
    ),
    "ru": (
        *("Перечень вопросов в связи со вторым периодическим докладом Аркании", "Правовая основа"),
        *("Просьба сообщить о:", "принятых мерах", ";", "рассмотренных делах."),
    ),
    "ar": (
        *("قائمة المسائل المتعلقة بالتقرير الدوري الثاني لأركانيا", "الإطار القانوني", "يرجى بيان:"),
        *("التدابير المتخذة", "؛", "القضايا المبتوت فيها."),
    ),
    "zh": (
        *("与阿卡尼亚第二次定期报告有关的问题清单", "法律框架", "请说明："),
        *("采取的措施", "；", "审结的案件。"),
    ),
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_in_another_language_is_one(language: str, tmp_path: Path) -> None:
    """It is not taken for a report, its title heads nothing, and its sub-questions end without a semicolon."""
    title, theme, asked, first, end, second = LISTS[language]
    body = p(r(title, BOLD)) + p(r(theme, BOLD)) + p(f"1.\t{asked}") + p(f"(a)\t{first}{end}") + p(f"(b)\t{second}")
    (tmp_path / "list.docx").write_bytes(word(body))
    command = ["import", "--list-of-issues", tmp_path / "list.docx", tmp_path / "new", "--state", "ARC"]
    result = run_well(*command, "--name", "Arcania", "--treaty", "ccpr", "--cycle", "2")
    themes = YAML(typ="safe").load(tmp_path / "new/issues.yaml")["parts"][0]["themes"]

    assert "RG847" not in result.output
    assert [theme] == [one["title"] for one in themes]
    assert [[first, second]] == [issue["questions"] for issue in themes[0]["issues"]]
