"""The fixed wording of Spanish documents.

Names of treaties and committees, the formula of titles, the lines of the first page and "lista de cuestiones" are those
of the United Nations' own documents (CAT/C/KWT/QPR/4, CAT/C/ESP/QPR/7, the model titles of the Spanish section at
Geneva); the headings over replies are ours (docs/languages.md).
"""

from reportgen.document.wording import Wording
from reportgen.languages.es.numerals import later_ordinal, report_ordinal
from reportgen.languages.front import Front, TreatyNames
from reportgen.model.treaties import TreatyCode

_REPORT = " que {state} debía presentar en {due} {under}{procedure}"
_REPLIES = "Respuestas {of_state} a la lista de cuestiones relativa a "


def state_of(name: str) -> str:
    """Return `del Ecuador` of `el Ecuador`, `de España`."""
    return f"del {name[3:]}" if name.startswith("el ") else f"de {name}"


def _treaty(name: str, committee: str, article: str, council: str | None = None) -> TreatyNames:
    """Return a treaty; the article comes without "de": `el artículo 40`."""
    short = "Pacto" if name.startswith("Pacto") else "Convención"
    cited = f"{article} {'del Pacto' if short == 'Pacto' else 'de la Convención'}"
    of = f"del {cited[3:]}" if cited.startswith("el ") else f"de {cited}"
    return TreatyNames(name, committee, cited, f"en virtud {of}", short, council or name)


TREATIES: dict[TreatyCode, TreatyNames] = {
    "cerd": _treaty(
        "Convención Internacional sobre la Eliminación de Todas las Formas de Discriminación Racial",
        "Comité para la Eliminación de la Discriminación Racial",
        "el artículo~9",
    ),
    "cescr": _treaty(
        "Pacto Internacional de Derechos Económicos, Sociales y Culturales",
        "Comité de Derechos Económicos, Sociales y Culturales",
        "los artículos~16 y~17",
        "Consejo Económico y Social",
    ),
    "ccpr": _treaty(
        "Pacto Internacional de Derechos Civiles y Políticos", "Comité de Derechos Humanos", "el artículo~40"
    ),
    "cedaw": _treaty(
        "Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer",
        "Comité para la Eliminación de la Discriminación contra la Mujer",
        "el artículo~18",
    ),
    "cat": _treaty(
        "Convención contra la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes",
        "Comité contra la Tortura",
        "el artículo~19",
    ),
    "crc": _treaty("Convención sobre los Derechos del Niño", "Comité de los Derechos del Niño", "el artículo~44"),
    "cmw": _treaty(
        "Convención Internacional sobre la Protección de los Derechos de Todos los Trabajadores Migratorios y de sus "
        "Familiares",
        "Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares",
        "el artículo~73",
    ),
    "crpd": _treaty(
        "Convención sobre los Derechos de las Personas con Discapacidad",
        "Comité sobre los Derechos de las Personas con Discapacidad",
        "el artículo~35",
    ),
    "ced": _treaty(
        "Convención Internacional para la Protección de Todas las Personas contra las Desapariciones Forzadas",
        "Comité contra la Desaparición Forzada",
        "el artículo~29, párrafo~1,",
    ),
}

FRONT = Front(
    tag="es-ES",
    wording=Wording(
        paragraph=("párrafo {numbers}", "párrafos {numbers}"),
        paragraph_short=("párr. {numbers}", "párrs. {numbers}"),
        span=" a ",
        last=" y ",
        above=("", " supra"),
        below=("", " infra"),
        table="cuadro~{number}",
        section="sección~{letter}",
        reply="la respuesta {asked}",
        asked="a las cuestiones planteadas en el párrafo~{number}",
        annex="Anexo",
        annex_in_text="anexo",
        table_label="Cuadro~{number}",
        source="Fuente: ",
        contents=("Párrafos", "Página"),
        description="Columnas: {heads}. Filas: {rows}.",
        has_closed_items=True,
    ),
    treaties=TREATIES,
    state_of=state_of,
    state_by="por {}".format,
    report_ordinal=report_ordinal,
    later_ordinal=later_ordinal,
    organization="Naciones Unidas",
    distribution="Distr. general",
    own_language="Español",
    is_own_named_twice=False,
    language_names={
        "Arabic": "árabe",
        "Chinese": "chino",
        "English": "inglés",
        "French": "francés",
        "Russian": "ruso",
        "Spanish": "español",
    },
    languages_only="{languages} únicamente",
    received="[Fecha de recepción: {date}]",
    annex_apart="El anexo del presente documento puede consultarse en los archivos de la secretaría.",
    titles={
        "core": "Documento básico común que forma parte de los informes de los Estados partes: {state}",
        "initial": "Informe inicial" + _REPORT,
        "periodic": "{ordinal} informe periódico" + _REPORT,
        "two": "Informes periódicos {first} y {last} combinados" + _REPORT,
        "more": "Informes periódicos {first} a {last} combinados" + _REPORT,
        "replies-initial": _REPLIES + "su informe inicial",
        "replies-periodic": _REPLIES + "su {ordinal} informe periódico",
        "replies-two": _REPLIES + "sus informes periódicos {first} y {last} combinados",
        "replies-more": _REPLIES + "sus informes periódicos {first} a {last} combinados",
    },
    procedures={
        "standard": "",
        "simplified": " con arreglo al procedimiento simplificado de presentación de informes",
        "optional": " con arreglo al procedimiento facultativo de presentación de informes",
    },
    annex_title=": anexo estadístico",
    contents="Índice",
    abbreviations="Siglas",
    heading="Respuestas a la lista de cuestiones ({symbol})",
    cedaw_list=("lista de cuestiones", "lista de cuestiones y preguntas"),
    reply="Respuesta {asked}",
    not_received="No se ha recibido la respuesta {asked}.",
    asked_by={
        "cedaw": "al párrafo~{number} de la lista de cuestiones y preguntas",
        "cat": "a las preguntas formuladas en el párrafo~{number} de la lista de cuestiones",
    },
    tables="Cuadros estadísticos",
    tables_intro=(
        "En el presente anexo estadístico figuran todas las cifras en que se basa el informe, con los organismos que "
        "las facilitaron. Dos puntos (..) indican que no se dispone de datos o que estos no se comunicaron por "
        "separado. Una raya (–) indica que la cifra es nula."
    ),
)
