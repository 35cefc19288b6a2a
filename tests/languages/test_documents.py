"""A whole document in every language: first page, heads, references, lists, and the same figures."""

import datetime as dt
import json
from pathlib import Path
from typing import get_args

import pytest
from ruamel.yaml import YAML

from reportgen.compose.front import write_title, write_words
from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.languages.front import load_front
from reportgen.languages.language import LANGUAGES
from reportgen.model import Settings
from reportgen.model.treaties import TREATIES
from reportgen.pipeline import check_project
from reportgen.sentences import Narrator

STATE = {"name": "Kazakhstan", "code": "KAZ"}
SETTINGS: dict[str, object] = {
    "treaty": "ccpr",
    "cycle": 3,
    "symbol": "CCPR/C/KAZ/3",
    "list_of_issues": "CCPR/C/KAZ/QPR/3",
    "original_language": "Russian",
    "languages": ["Arabic", "English", "French", "Spanish"],
    "dates": {"due": 2024, "submitted": dt.date(2024, 6, 1), "received": dt.date(2024, 6, 5)},
    "reporting_years": [2022, 2023],
}
IN_TEXT = {"fr": "le Kazakhstan", "ru": "Казахстан", "ar": "كازاخستان", "zh": "哈萨克斯坦"}
TEXTS = {
    "en": "In {{ aid | last_period }}, {{ aid | compared }} persons received aid.",
    "fr": "En {{ aid | last_period }}, {{ aid | compared }} personnes ont reçu une aide.",
    "ru": "В {{ aid | last_period }} году помощь получили {{ aid | compared }} лиц.",
    "ar": "في عام {{ aid | last_period }}، قُدمت المعونة إلى {{ aid | compared }} من الأشخاص.",
    "zh": "{{ aid | last_period }}，{{ aid | compared }}人获得援助。",
    "es": "En {{ aid | last_period }}, recibieron ayuda {{ aid | compared }} personas.",
}
SAME = "\n\n(x {{ paragraph('aid') }}) y {{ paragraphs('aid', 'aid-2') }} z {{ reply(2) }}.\n\n1. a\n2. b\n\n{{ aid }}."


def _in_text(language: str) -> dict[str, str]:
    return {"in_text": IN_TEXT[language]} if language in IN_TEXT else {}


def _settings(language: str, **more: object) -> Settings:
    state = STATE | _in_text(language)
    return Settings.model_validate_json(
        json.dumps(SETTINGS | {"language": language, "state": state} | more, default=str)
    )


def _document(
    folder: Path, language: str, text: str | None = None, treaty: str = "ccpr"
) -> tuple[tree.Document, list[str]]:
    """The document of a small project in a language, and the codes of what was found in it."""
    state = STATE | _in_text(language)
    aid = {"label": "x", "issue": 1, "values": {"2022": 1342, "2023": 1507}, "source": "R"}
    other = {"label": "y", "issue": 1, "measure": "stock", "values": {"2022": 20, "2023": 25}, "source": "R"}
    reply = {"issue": 1, "key": "aid", "text": (text or TEXTS[language]) + SAME}
    files = {
        "report.yaml": SETTINGS | {"language": language, "state": state, "treaty": treaty},
        "agencies.yaml": {"agencies": [{"code": "justice", "name": "J"}]},
        "issues.yaml": {"parts": [{"title": "P", "themes": [{"issues": [_issue(1), _issue(2)]}]}]},
        "submissions/justice.yaml": {"agency": "justice", "indicators": {"aid": aid, "z": other}, "replies": [reply]},
    }
    (folder / "submissions").mkdir()
    for name, content in files.items():
        YAML(typ="safe").dump(content, folder / name)
    checked = check_project(folder)
    assert checked.composed.document is not None, checked.diagnostics
    return checked.composed.document, [one.code for one in checked.diagnostics]


def _issue(number: int) -> dict[str, object]:
    return {"number": number, "text": "T.", "agencies": ["justice"]}


def _lines(document: tree.Document) -> list[str]:
    return [plain_text(line.children).replace("\u00a0", " ") for line in document.cover]


def _paragraphs(document: tree.Document) -> list[str]:
    found = [one for one in document.blocks if isinstance(one, tree.Paragraph)]
    return [plain_text(one.children).replace("\u00a0", " ") for one in found]


FIRST_PAGES = {
    "fr": [
        "Nations Unies",
        "CCPR/C/KAZ/3",
        "Pacte international relatif aux droits civils et politiques",
        "Distr. générale",
        "1er juin 2024",
        "Français",
        "Original : russe",
        "Anglais, arabe, espagnol et français seulement",
        "Comité des droits de l’homme",
        (
            "Troisième rapport périodique soumis par le Kazakhstan en application de l’article 40 du Pacte, selon la "
            "procédure simplifiée d’établissement des rapports, attendu en 2024"
        ),
        "[Date de réception : 5 juin 2024]",
    ],
    "es": [
        "Naciones Unidas",
        "CCPR/C/KAZ/3",
        "Pacto Internacional de Derechos Civiles y Políticos",
        "Distr. general",
        "1 de junio de 2024",
        "Español",
        "Original: ruso",
        "Árabe, español, francés e inglés únicamente",
        "Comité de Derechos Humanos",
        (
            "Tercer informe periódico que Kazakhstan debía presentar en 2024 en virtud del artículo 40 del Pacto con "
            "arreglo al procedimiento simplificado de presentación de informes"
        ),
        "[Fecha de recepción: 5 de junio de 2024]",
    ],
    "zh": [
        "联 合 国",
        "CCPR/C/KAZ/3",
        "公民及政治权利国际公约",
        "Distr.: General",
        "1 June 2024",
        "Chinese",
        "Original: Russian",
        "Arabic, English, French and Spanish only",
        "人权事务委员会",
        "哈萨克斯坦根据《公约》第四十条按照简化报告程序提交的第三次定期报告，应于2024年提交",
        "[收到日期：2024年6月5日]",
    ],
    "ar": [
        "الأمم المتحدة",
        "CCPR/C/KAZ/3",
        "العهد الدولي الخاص بالحقوق المدنية والسياسية",
        "Distr.: General",
        "1 June 2024",
        "Arabic",
        "Original: Russian",
        "Arabic, English, French and Spanish only",
        "اللجنة المعنية بحقوق الإنسان",
        (
            "التقرير الدوري الثالث المقدم من كازاخستان بموجب المادة 40 من العهد عملاً بالإجراء المبسط لتقديم التقارير، "
            "والواجب تقديمه في عام 2024"
        ),
        "[تاريخ الاستلام: 5 حزيران/يونيه 2024]",
    ],
    "ru": [
        "Организация Объединенных Наций",
        "CCPR/C/KAZ/3",
        "Международный пакт о гражданских и политических правах",
        "Distr.: General",
        "1 June 2024",
        "Russian",
        "Original: Russian",
        "Arabic, English, French and Spanish only",
        "Комитет по правам человека",
        (
            "Третий периодический доклад, представленный Казахстаном в соответствии со статьей 40 Пакта согласно "
            "упрощенной процедуре представления докладов и подлежащий представлению в 2024 году"
        ),
        "[Дата получения: 5 июня 2024 года]",
    ],
}


@pytest.mark.parametrize("language", FIRST_PAGES)
def test_the_first_page_is_in_the_language(tmp_path: Path, language: str) -> None:
    """Every line is the one that the United Nations print."""
    document, _ = _document(tmp_path, language)

    assert FIRST_PAGES[language] == _lines(document)
    assert document.language.startswith(language)


REFERENCES = {
    "en": "(x para. 1 above) y paragraphs 1 and 2 above z the reply to the issues raised in paragraph 2.",
    "fr": "(x par. 1 ci-dessus) y paragraphes 1 et 2 z la réponse aux questions soulevées au paragraphe 2.",
    "ru": "(x п. 1 выше) y пункты 1 и 2 выше z ответ на вопросы, поднятые в пункте 2.",
    "ar": "(x الفقرة 1 أعلاه) y الفقرتين 1 و2 أعلاه z الرد على المسائل المثارة في الفقرة 2.",
    "zh": "(x 第1段) y 第1段和第2段 z 对第2段所提问题的答复.",
    "es": "(x párr. 1 supra) y párrafos 1 y 2 z la respuesta a las cuestiones planteadas en el párrafo 2.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_name_the_same_paragraphs(tmp_path: Path, language: str) -> None:
    """The words are those of the language, the numbers are the same."""
    document, _ = _document(tmp_path, language)
    second = _paragraphs(document)[1]

    assert second.startswith(REFERENCES[language].split(" y ")[0])
    assert second.endswith(REFERENCES[language].split(" z ")[1])


HEADINGS = {
    ("en", "ccpr"): "Reply to the issues raised in paragraph 2",
    ("en", "crc"): "Reply to the issues raised in paragraph 2",
    ("en", "cedaw"): "Reply to paragraph 2 of the list of issues and questions",
    ("en", "cat"): "Reply to the questions raised in paragraph 2 of the list of issues",
    ("fr", "cedaw"): "Réponse au paragraphe 2 de la liste de points et de questions",
    ("fr", "cat"): "Réponse aux questions posées au paragraphe 2 de la liste de points",
    ("es", "cedaw"): "Respuesta al párrafo 2 de la lista de cuestiones y preguntas",
    ("es", "cat"): "Respuesta a las preguntas formuladas en el párrafo 2 de la lista de cuestiones",
    ("ru", "cedaw"): "Ответ на вопросы, содержащиеся в пункте 2 перечня тем и вопросов",
    ("ru", "cat"): "Ответ на вопросы, поставленные в пункте 2 перечня вопросов",
    ("ar", "cedaw"): "الرد على الفقرة 2 من قائمة المسائل والأسئلة",
    ("ar", "cat"): "الرد على الأسئلة المطروحة في الفقرة 2 من قائمة المسائل",
    ("zh", "cedaw"): "对议题和问题清单第2段的答复",
    ("zh", "cat"): "对问题清单第2段的答复",
}


@pytest.mark.parametrize(("language", "treaty"), HEADINGS)
def test_a_reply_is_headed_in_the_words_of_its_committee(tmp_path: Path, language: str, treaty: str) -> None:
    """The reference to it, and what stands where it is missing, name the paragraph in the same words."""
    document, _ = _document(tmp_path, language, treaty=treaty)
    headings = [_plain(one.children) for one in document.blocks if isinstance(one, tree.Heading)]
    missing = next(one for one in document.blocks if isinstance(one, tree.Awaiting))
    asked = HEADINGS[language, treaty].removeprefix("对").removesuffix("的答复").split(" ", 1)[-1]

    assert HEADINGS[language, treaty] in headings
    assert asked in _paragraphs(document)[1]
    assert asked in _plain(missing.children)


def _plain(inlines: tuple[tree.Inline, ...]) -> str:
    return plain_text(inlines).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "letter"),
        ("fr", "closed-letter"),
        ("es", "closed-letter"),
        ("ru", "closed-letter"),
        ("ar", "abjad"),
        ("zh", "letter"),
    ],
)
def test_items_have_the_brackets_of_the_language(tmp_path: Path, language: str, mark: str) -> None:
    """`(a)` in English, `a)` in French and Spanish."""
    document, _ = _document(tmp_path, language)

    assert [mark] == [block.mark for block in document.blocks if isinstance(block, tree.ItemList)]


def test_all_languages_print_the_same_figures_in_the_same_paragraphs(tmp_path: Path) -> None:
    """Indicator, periods and value of every figure, block by block."""
    printed = []
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        document, _ = _document(tmp_path / language, language)
        printed.append([_figures(block) for block in document.blocks if not isinstance(block, tree.Contents)])

    assert any(printed[0])
    assert all(printed[0] == others for others in printed[1:])


def _figures(block: tree.Block) -> tuple[object, ...]:
    number = block.number if isinstance(block, tree.Paragraph | tree.Table) else None
    found = [one for one in walk_inlines(_all_inlines(block)) if isinstance(one, tree.Figure)]
    return (number, sorted((one.indicator, one.periods, str(one.value)) for one in found))


def _all_inlines(block: tree.Block) -> tuple[tree.Inline, ...]:
    return tuple(inline for run in inlines_of(block) for inline in run)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_treaty_and_every_title(language: str) -> None:
    """No document of any treaty, kind, number or procedure lacks its words, and none is left unfilled."""
    assert TREATIES.keys() == load_front(language).treaties.keys()
    for document in ("initial", "periodic", "replies", "core"):
        for cycle, first in ((1, None), (3, None), (3, 2), (6, 2), (12, 11)):
            for procedure in ("standard", "simplified", "optional"):
                settings = _settings(language, document=document, cycle=cycle, combined_from=first, procedure=procedure)
                title = write_title(settings, load_front(language))
                assert title
                assert "{" not in title
                assert "~" not in title


TITLES = [
    ("fr", {"document": "initial", "cycle": 1}, "Rapport initial soumis par le Kazakhstan"),
    ("fr", {"cycle": 6, "combined_from": 5}, "Rapport valant cinquième et sixième rapports périodiques soumis par"),
    ("fr", {"document": "replies", "cycle": 1}, "Réponses du Kazakhstan à la liste de points concernant son rapport"),
    ("fr", {"treaty": "cescr"}, "Troisième rapport périodique soumis par le Kazakhstan en application des articles 16"),
    ("ru", {"document": "initial", "cycle": 1}, "Первоначальный доклад, представленный Казахстаном"),
    ("ru", {"cycle": 6, "combined_from": 5}, "Объединенные пятый и шестой периодические доклады, представленные Казах"),
    ("ru", {"document": "replies"}, "Ответы Казахстана на перечень вопросов в связи с его третьим периодическим докл"),
    (
        "ru",
        {"treaty": "cescr"},
        "Третий периодический доклад, представленный Казахстаном в соответствии со статьями 16",
    ),
    ("ar", {"document": "initial", "cycle": 1}, "التقرير الأولي المقدم من كازاخستان بموجب المادة 40 من العهد عملاً"),
    ("ar", {"cycle": 6, "combined_from": 5}, "التقرير الجامع للتقريرين الدوريين الخامس والسادس المقدم من كازاخستان"),
    ("ar", {"cycle": 14, "combined_from": 11}, "التقرير الجامع للتقارير الدورية من الحادي عشر إلى الرابع عشر المقدم"),
    ("ar", {"document": "replies", "cycle": 21}, "ردود كازاخستان على قائمة المسائل المتعلقة بالتقرير الدوري الحادي"),
    ("ar", {"treaty": "cescr"}, "التقرير الدوري الثالث المقدم من كازاخستان بموجب المادتين 16 و17 من العهد"),
    ("zh", {"document": "initial", "cycle": 1}, "哈萨克斯坦根据《公约》第四十条按照简化报告程序提交的初次报告"),
    ("zh", {"cycle": 6, "combined_from": 5}, "哈萨克斯坦根据《公约》第四十条按照简化报告程序提交的第五次和第六次合并"),
    ("zh", {"document": "replies", "cycle": 21}, "哈萨克斯坦对与其第二十一次定期报告有关的问题清单的答复"),
    ("zh", {"treaty": "ced"}, "哈萨克斯坦根据《公约》第二十九条第1款"),
    ("es", {"cycle": 3, "combined_from": 2}, "Informes periódicos segundo y tercero combinados que Kazakhstan debía"),
    ("es", {"cycle": 14, "combined_from": 11}, "Informes periódicos 11º a 14º combinados que"),
    ("es", {"treaty": "cescr"}, "Tercer informe periódico que Kazakhstan debía presentar en 2024 en virtud de los art"),
]


@pytest.mark.parametrize(("language", "more", "begins"), TITLES)
def test_titles_agree_in_number_and_form(language: str, more: dict[str, object], begins: str) -> None:
    """Ordinals, articles and prepositions are those that the language asks for in that place."""
    title = write_title(_settings(language, **more), load_front(language)).replace("\u00a0", " ")

    assert title.startswith(begins)


def test_report_yaml_takes_the_languages_that_have_a_package() -> None:
    """What `language:` allows is what can be written."""
    assert set(LANGUAGES) == set(get_args(Settings.model_fields["language"].annotation))


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("En 2022, {{ aid }} personnes.", True),
        ("En 2023, {{ aid }} personnes.", False),
        ("En 2022, {{ aid | at(2022) }} personnes.", False),
        ("En 2022 et en 2023, {{ aid }} personnes.", False),
        ("La loi de 2015 vise {{ aid }} personnes.", False),
        ("En 2022, rien. {{ aid | compared }} personnes.", False),
        ("Le nombre était de {{ aid | compared }}.", False),
        ("En 2023, le nombre était de {{ aid | compared }}.", False),
        ("En 2022, le nombre était de {{ aid | compared }}.", True),
        ("Le nombre {{ aid | change(digits=0) }}.", False),
    ],
)
def test_a_figure_of_another_year_than_its_sentence_names_is_asked_about(
    tmp_path: Path, text: str, *, is_asked: bool
) -> None:
    """RG371 in a French text, and none where the sentence names the year of the figure, or no time."""
    _, codes = _document(tmp_path, "fr", text)

    assert is_asked == ("RG371" in codes)
    assert "RG370" in codes


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "list of issues and questions"),
        ("fr", "liste de points et de questions"),
        ("es", "lista de cuestiones y preguntas"),
        ("ru", "перечень тем и вопросов"),
        ("zh", "议题和问题清单"),
        ("ar", "قائمة المسائل والأسئلة"),
    ],
)
@pytest.mark.parametrize("document", ["periodic", "replies"])
def test_the_list_of_issues_is_called_as_its_committee_calls_it(language: str, words: str, document: str) -> None:
    """Of questions too in the Convention on women; of issues alone elsewhere. In heads and titles of replies."""
    for treaty, is_called in (("cedaw", True), ("ccpr", False)):
        settings = _settings(language, treaty=treaty, document=document)
        found = write_words(settings, Narrator({}, language))
        assert (words in found.heading) is is_called
        assert (words in found.title) is (is_called and document == "replies")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Arabic, English, French and Spanish only"),
        ("fr", "Anglais, arabe, espagnol et français seulement"),
        ("es", "Árabe, español, francés e inglés únicamente"),
        ("ru", "Arabic, English, French and Spanish only"),
    ],
)
def test_languages_of_issue_stand_in_the_order_of_the_alphabet(language: str, line: str) -> None:
    """That of the line, whatever the order in report.yaml."""
    settings = _settings(language, languages=["Spanish", "French", "English", "Arabic"])

    assert write_words(settings, Narrator({}, language)).languages == line
