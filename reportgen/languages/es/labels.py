"""Spanish labels as they stand in a sentence."""

import re

from reportgen.languages.label_rules import LabelRules
from reportgen.languages.words import word_set
from reportgen.regex import regex

RULES = LabelRules(
    number="el número de {}".format,
    genitive="de {}".format,
    counting=regex(r"(el )?(número|cantidad) de (?:las |los )?", re.IGNORECASE),
    persons=word_set("""
    persona personas hombre hombres mujer mujeres niño niños niña niñas menor menores víctima víctimas juez jueces
    jueza juezas detenido detenidos recluso reclusos funcionario funcionarios refugiado refugiados migrante migrantes
    alumno alumnos paciente pacientes trabajador trabajadores
    """),
    measures=regex(
        r"(segundos?|minutos?|horas?|días?|semanas?|mes(es)?|años?|metros?|kilómetros?|hectáreas?|litros?|gramos?|"
        r"kilogramos?|toneladas?)( .*)?",
        re.IGNORECASE,
    ),
    behind=regex(r"(a|al|de|del|en|por|para|sobre|con|sin|entre) |\d", re.IGNORECASE),
    amounts=regex(r"(el |la |las |los )?(importe|monto|suma|cuantía)s?\b", re.IGNORECASE),
    relative=" que ",
    because=": {words}",
    levels=regex(
        r"(el |la |los |las )?(proporción|porcentaje|tasa|razón|índice|promedio|(?:edad|duración|salario) medi[ao]"
        r"|esperanza|presupuesto|gastos?|densidad)\b",
        re.IGNORECASE,
    ),
    articles=regex(r"(el|la) "),
    indicator="el indicador “{label}”",
    plurals=("s", "es"),
)
