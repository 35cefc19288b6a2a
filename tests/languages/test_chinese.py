"""Reports in Chinese: fonts and language of Word files, style sheets, and lists of clauses."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from build import table, words
from languages.test_documents import SETTINGS, STATE, TEXTS
from msgspec.structs import replace
from ruamel.yaml import YAML
from sentences.phrase_cases import written

from reportgen import build
from reportgen.document.numbering import number_document
from reportgen.document.tree import Awaiting, Contents, Document
from reportgen.languages.front import load_front
from reportgen.results import Built
from reportgen.writers.docx.writing import write_docx


def _built(folder: Path, language: str) -> Built:
    """A small project in a language, as Word and HTML."""
    aid = {"label": "受害人", "issue": 1, "values": {"2022": 1342, "2023": 1507}, "source": "R"}
    files = {
        "report.yaml": SETTINGS | {"language": language, "state": STATE | {"in_text": "哈萨克斯坦"}},
        "agencies.yaml": {"agencies": [{"code": "justice", "name": "J"}]},
        "issues.yaml": {
            "parts": [{"title": "P", "themes": [{"issues": [{"number": 1, "text": "T.", "agencies": ["justice"]}]}]}]
        },
        "submissions/justice.yaml": {
            "agency": "justice",
            "indicators": {"aid": aid},
            "replies": [{"issue": 1, "text": TEXTS[language]}],
        },
    }
    (folder / "submissions").mkdir()
    for name, content in files.items():
        YAML(typ="safe").dump(content, folder / name)
    return build(folder, ["docx", "html"])


def _styles(built: Built) -> str:
    with zipfile.ZipFile(io.BytesIO(built.files["CCPR-C-KAZ-3.docx"])) as package:
        return package.read("word/styles.xml").decode()


def test_word_files_name_chinese_fonts_and_the_language_of_their_letters(tmp_path: Path) -> None:
    """East Asian letters have a font and a language of their own, and no style is slanted."""
    styles = _styles(_built(tmp_path, "zh"))

    assert '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in styles
    assert re.search(r'<w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun"', styles)
    assert '<w:rFonts w:eastAsia="KaiTi"/>' in styles
    assert "<w:i/>" not in styles


def test_no_word_of_ours_is_slanted_in_chinese() -> None:
    """Nor are heads of contents, sources of tables and what is awaited, which have no style of their own."""
    page = (
        Contents(words("目录")),
        Awaiting(words("答复")),
        replace(table("表", "甲 | 乙", "丙 | 1"), source=words("警方")),
    )

    for language, slanted in (("zh-CN", False), ("en", True)):
        front = load_front(language[:2])
        tree = Document("标题", "CCPR/C/KAZ/3", language, (), page, words=front.wording)
        with zipfile.ZipFile(io.BytesIO(write_docx(number_document(tree)))) as package:
            assert slanted == (b"<w:i/>" in package.read("word/document.xml"))


def test_pages_name_chinese_fonts(tmp_path: Path) -> None:
    """Both media; a Japanese font that the computer knows first would be taken else."""
    page = _built(tmp_path, "zh").files["CCPR-C-KAZ-3.html"].decode()

    assert page.count('"Noto Serif CJK SC"') == 2
    assert '<html lang="zh-CN">' in page


def test_other_languages_have_none_of_it(tmp_path: Path) -> None:
    """Word files and pages in English are what they were."""
    built = _built(tmp_path, "en")

    assert "SimSun" not in _styles(built)
    assert "<w:i/>" in _styles(built)
    assert "CJK" not in built.files["CCPR-C-KAZ-3.html"].decode()


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("compared", "12(2021年为31，2022年为24)"),
        ("by_year", "2021年为31，2022年为24，2023年为12"),
        ("breakdown", "女性为10，男性为2"),
        ("respectively", "2021年、2022年和2023年分别为31、24和12"),
    ],
)
def test_lists_of_clauses_have_commas_and_lists_of_words_have_not(reference: str, expected: str) -> None:
    """`2021年为31，2022年为24`, but `31、24和12`."""
    parts = [{"label": "女性", "values": {"2023": 10}}, {"label": "男性", "values": {"2023": 2}}]
    indicator = {"label": "x", "values": {"2021": 31, "2022": 24, "2023": 12}, "breakdown": parts}

    assert written({"text": f"共{{{{ a | {reference} }}}}", "indicators": {"a": indicator}}, "zh") == f"共{expected}"
