"""A text in another language than its report is named: nothing would translate it."""

from pathlib import Path

import pytest
from project import REPORT, make_project

from reportgen.pipeline import check_project

TEXTS = {
    "en": "Each prisoner is seen by a doctor within the first day, and the findings of the doctor are kept.",
    "fr": "Chaque détenu est examiné par un médecin dans les 24 heures, et les constatations sont conservées.",
    "es": "Los médicos examinan a las personas detenidas en las 24 horas, y los resultados se conservan.",
    "ru": "Каждый заключенный в течение суток осматривается врачом.",
    "ar": "يفحص طبيب كل سجين خلال أربع وعشرين ساعة.",
    "zh": "每名囚犯在二十四小时内接受医生检查。",
}
NAMES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}


def said(root: Path, text: str, language: str = "en") -> list[tuple[str, int | None]]:
    """What is said of the language of a text, with its line."""
    interior = f"agency: interior\nreplies:\n  - issue: 2\n    text: {text!r}\n"
    make_project(
        root,
        report_yaml=f"{REPORT}language: {language}\noriginal_language: English\n",
        submissions__interior_yaml=interior,
        submissions__justice_yaml=f"agency: justice\nreplies:\n  - issue: 1\n    text: {TEXTS[language]!r}\n",
    )
    found = check_project(root).diagnostics
    return [(one.message, one.place.line if one.place else None) for one in found if one.code == "RG775"]


@pytest.mark.parametrize("own", TEXTS)
@pytest.mark.parametrize("other", TEXTS)
def test_a_text_in_another_language_is_named(tmp_path: Path, own: str, other: str) -> None:
    """At its line, with both languages; one in that of the report is left alone."""
    named = [] if own == other else [f"this text for issue 2 is in {NAMES[other]}, and the report in {NAMES[own]}"]

    assert [(message, 4) for message in named] == said(tmp_path, TEXTS[other], own)


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("ru", "Кожного ув’язненого протягом доби оглядає лікар, і висновки лікаря зберігаються.", "Cyrillic"),
        ("en", "Кожного ув’язненого протягом доби оглядає лікар, і висновки лікаря зберігаються.", "Cyrillic"),
        ("ru", "Әрбір сотталғанды тәулік ішінде дәрігер қарайды.", "Cyrillic"),
        (
            "ar",
            "هر زندانی در بیست و چهار ساعت نخست توسط پزشک معاینه می‌شود و گزارش آن نگه داشته می‌شود.",
            "Arabic letters",
        ),
        ("ru", "Сваког затвореника прегледа лекар у року од 24 сата, а налази се чувају.", "Cyrillic"),
        ("ru", "Ҳар як маҳбус дар давоми шабонарӯз аз ҷониби табиб муоина карда мешавад.", "Cyrillic"),
        ("ru", "Министр Ильхам Әлиев (Қазақстан) встретился с организацией «Әділет» в городе.", ""),
        ("zh", "穆罕默德・阿里・汗和约翰・史密斯在二十四小时内接受了医生检查，结果记录在案。", ""),
        ("zh", "すべての受刑者は二十四時間以内に医師の診察を受ける。", "Japanese"),
        ("ru", "В 2023 году власти области Ұлытау сообщили о том, что каждый заключенный осматривается врачом.", ""),
        ("ar", "في عام 2023، أفادت وزارة العدل بأن كل سجين في مدينة پاريس يفحصه طبيب خلال أربع وعشرين ساعة.", ""),
    ],
)
def test_a_neighbour_in_the_same_script_is_not_taken_for_it(
    tmp_path: Path, language: str, text: str, named: str
) -> None:
    """Ukrainian and Kazakh are no Russian, Persian is no Arabic; a name of theirs makes no text of them."""
    found = said(tmp_path, text, language)

    assert bool(named) == bool(found)
    assert all(named in message for message, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Act is called Loi sur le travail des enfants et des femmes dans les mines, and it is of the year 1931.",
        "None.",
        "Article 4.",
        "The Law on the Prison Service (Закон о пенитенциарной службе) was changed.",
    ],
)
def test_names_in_another_language_and_short_texts_are_left_alone(tmp_path: Path, text: str) -> None:
    """A title that is cited makes no text of another language, and of a few words nothing can be told."""
    assert [] == said(tmp_path, text)


def test_words_of_two_languages_tell_none(tmp_path: Path) -> None:
    """“En”, “se” and “son” are French and Spanish."""
    text = "En 2022, en prison, le détenu se plaint de son sort en son nom ; il se rend en ville en personne."

    assert [] == said(tmp_path, text, "fr")
