"""Nothing false is said of right text in other languages than English, whose claims are not read."""

import pytest
from build import document, paragraph, table

from reportgen.published.audit.findings import audit_document

RIGHT = {
    "fr": (
        (
            "Le nombre de plaintes a augmenté de 20 % (de 10 à 12) : voir le tableau ci-dessous ; les "
            "« plaintes » sont de 2023."
        ),
        (
            "Le budget s’élevait à 1,5 million d’euros, soit 1 500 000 euros ! Combien ? Sur 1 200 "
            "juges, 600 (50 %) sont des femmes."
        ),
        (
            "Au total, 12 777 communications (1 201 en 2020, 1 855 en 2021, 3 948 en 2022 et 5 773 en "
            "2023) ont été reçues."
        ),
        (
            "La part est passée de 1,9 % à 1,3 %\u00a0; le 1er janvier 2024, l’article 1er et le no 5 "
            "ont été modifiés\u00a0: c’est tout."
        ),
    ),
    "es": (
        "El presupuesto ascendió a 1,5 millones de euros, es decir, 1.500.000 euros. ¿Cuántas? ¡Doce!",
        "En total se recibieron 12.777 comunicaciones (1.201 en 2020, 1.855 en 2021, 3.948 en 2022 y 5.773 en 2023).",
        "De los 1.200 jueces, 600 (el 50 %) son mujeres; la tasa pasó del 1,9 % al 1,3 %. Ocupa el puesto 62º.",
        "En 2023 hubo 1.204 condenas, de ellas 1.001 de hombres y 203 de mujeres, el 16,9 %.",
    ),
    "ru": (
        (
            "Всего поступило 12 777 обращений (1 201 в 2020 году, 1 855 в 2021 году, 3 948 в 2022 "
            "году и 5 773 в 2023 году)."
        ),
        "Из 1 200 судей 600 (50 %) — женщины; показатель снизился с 1,9 до 1,3 %. Страна занимает 62-е место.",
        "Расходы составили 1,5 млн тенге, то есть 1 500 000 тенге (ст. 5, п. 2).",
    ),
    "ar": (
        "بلغ المجموع 12 777 بلاغاً (1 201 في عام 2020 و1 855 في عام 2021 و3 948 في عام 2022 و5 773 في عام 2023).",
        "من بين 1 200 قاضٍ، هناك 600 امرأة (50 في المائة)؛ وانخفض المعدل من 1.9 إلى 1.3 في المائة.",
    ),
    "zh": (
        "共收到12,777件来文(2020年1,201件，2021年1,855件，2022年3,948件，2023年5,773件)。",
        "1,200名法官中有600名女性(50%)；比率从1.9%降至1.3%。",
    ),
}
TOTALS = {
    "fr": ("Année|Femmes|Hommes|Total", "2022|1 201|1 855|3 056"),
    "es": ("Año|Mujeres|Hombres|Total", "2022|1.201|1.855|3.056"),
    "ru": ("Год|Женщины|Мужчины|Итого", "2022|1 201|1 855|3 056"),
    "ar": ("السنة|نساء|رجال|المجموع", "2022|1 201|1 855|3 056"),
    "zh": ("年份|女性|男性|合计", "2022年|1,201|1,855|3,056"),
}


@pytest.mark.parametrize("language", RIGHT)
def test_right_sentences_are_left_alone(language: str) -> None:
    """Their spaces and the marks of their numbers are those of their language."""
    found = audit_document(document(*map(paragraph, RIGHT[language])))

    assert [(one.code, one.evidence) for one in found.findings] == []


@pytest.mark.parametrize("language", TOTALS)
def test_right_tables_are_left_alone(language: str) -> None:
    """Whatever parts their thousands."""
    found = audit_document(document(*map(paragraph, RIGHT[language]), table("T", *TOTALS[language])))

    assert [(one.code, one.evidence) for one in found.findings] == []


@pytest.mark.parametrize(
    "text",
    [
        "Le nombre de plaintes , en 2023, a augmenté et la part des femmes est de 5 %.",
        "Le nombre de plaintes a diminué et la part des femmes est de la moitié .",
        "The number of complaints rose ; that of the women did not.",
        "El número de quejas aumentó ; los tribunales les dieron curso y el de las mujeres disminuyó.",
    ],
)
def test_a_space_before_a_low_mark_or_in_another_language_is_a_slip(text: str) -> None:
    """French has a space before `;:!?` alone."""
    assert [one.code for one in audit_document(document(paragraph(text))).findings] == ["typo-spacing"]
