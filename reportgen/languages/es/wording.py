"""Spanish wording: patterns, verbs, abbreviations.

Verbs are chosen so that nothing has to agree with a subject that is not known here. Percentages carry the article that
the sentence asks for: "un 29 %" after a verb, "del 29 %" after a noun.
"""

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.language import Verb
from reportgen.languages.note_words import NoteWords
from reportgen.languages.patterns import Patterns
from reportgen.languages.words import numbered, word_set
from reportgen.regex import regex

_STATED = "{when}, {subject} fue de {value}"
_AMOUNTED = "{when}, {subject} ascendió a {value}"

PATTERNS = Patterns(
    per_cent="{figure}~%",
    repeats_per_cent=True,
    before_per_cent={"de ": "del ", "a ": "al ", "en ": "en el ", "(": "(el "},
    points={"one": "{number}~punto porcentual", "other": "{number}~puntos porcentuales"},
    places={"one": "{number}~puesto", "other": "{number}~puestos"},
    million={"one": "{figure}~millón", "other": "{figure}~millones"},
    billion={"one": "{figure}~millón", "other": "{figure}~millones"},
    billion_power=6,
    money_word=("{figure}~{symbol}", "{figure} de~{symbol}"),
    money_sign=("{figure}~{symbol}", "{figure} de~{symbol}"),
    opening="En total, ",
    counted_large="{number} {of}",
    zero="cero",
    zero_noun="cero",
    fewer_than="menos de {limit}",
    not_published="no publicado",
    minus="menos {word}",
    last=" y ",
    last_vowel=" e ",
    semicolon="; ",
    last_semicolon="; y ",
    last_semicolon_period="; y, ",
    dated_including="{value}, lo que incluye {part}, {when}",
    contractions={("de ", "el "): "del ", ("a ", "el "): "al "},
    compared="frente a {items}",
    compared_ranks="{items}",
    including="lo que incluye {value}",
    remark="{phrase}; {remark}",
    missing="no se dispone de datos correspondientes a {periods}",
    no_total="no se dispone de cifras del conjunto correspondientes a {periods}",
    missing_parts="no se dispone de datos sobre lo siguiente: {labels}",
    provisional=("la cifra de {periods} es provisional", "las cifras de {periods} son provisionales"),
    estimated=("la cifra de {periods} es una estimación", "las cifras de {periods} son estimaciones"),
    revised=(
        "la cifra de {periods}, que en el informe anterior era {former}, se ha revisado",
        "las cifras de {periods}, que en el informe anterior eran {former}, respectivamente, se han revisado",
        "las cifras de {periods}, que en el informe anterior eran {former} en cada caso, se han revisado",
    ),
    provisional_alone="cifra provisional",
    estimated_alone="estimación",
    provisional_stems=("rovisional", "reliminar"),
    says_provisional=(
        r"(?:cifras?|datos?|estadísticas?|resultados?) (?:provisional|preliminar)(?:es)?"
        r"|(?:cifras?|datos?|estadísticas?|resultados?)\b[^.;()]{0,60} (?:es|son|era|eran) (?:aún |todavía )?"
        r"(?:provisional|preliminar)|\((?:provisional|preliminar)(?:es)?[):;,]"
    ),
    says_estimated=r"\b(?:estim(?!an?\b|ó\b|aron\b|ator)|se estim[aó]\b|aproximad|(?:alrededor|cerca) de \S{0,3}\d)",
    note_words=NoteWords(
        sources=(
            " por primera vez | última revisión | última actualización | fuente| según | gracias | agradec|"
            " registro | registros | censo | encuesta| base de datos | bases de datos | estadístic| facilitad|"
            " proporcionad| suministrad| véase | ver | anuario | informe anual | boletín | datos de la policía |"
            " datos del ministerio | datos de los tribunales | datos oficiales | datos administrativos | revisad|"
            " corregid| rectificad| actualizad| calculad| recalculad| cálculos "
        ),
        openings=(
            "ministerio |policía |oficina |dirección |fiscalía |instituto nacional |a 31 de diciembre |"
            "al 31 de diciembre "
        ),
        done="confirmad|verificad|comprobad|publicad|presentad|definitiv",
        figures=" los | las | la | el | datos | dato | cifra | cifras | número | valor | total | han | sido | fueron ",
        areas=" región | regiones | provincia | provincias | rural| urban| capital | norte | sur | oeste ",
        limits=(
            " solo | sólo | solamente | únicamente | mes | meses | trimestre| semestre| parte | partes | parcial|"
            " incomplet| hasta | desde | primer| último| última| incluid| incluye| limit"
        ),
        excludes=" sin | exclu| excepto | excepción | salvo | no | fuera ",
        rough=(
            " más de | menos de | alrededor | cerca de | unos | unas | casi | redonde| al menos | como máximo |"
            " aproximad| estima| previst| previsión"
        ),
        years=" del año | de ese año ",
        numbers="dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce",
    ),
    noted="{remark}: {note}",
    note="nota sobre {period}: {note}",
    broken="las cifras a partir de {period} no son comparables con las de años anteriores{reason}",
    by_per_cent="{verb} un {amount}",
    noun_of="{noun} del {amount}",
    by_amount="{verb} {amount}",
    noun_of_amount="{noun} de {amount}",
    by_average="{verb} {amount} al año en promedio",
    from_to="de {first} a {last}",
    by_values="{verb} {values}",
    noun_by_values="{noun} {values}",
    unchanged="no varió",
    unchanged_at="se mantuvo en {value}",
    unchanged_noun="ninguna variación",
    unchanged_noun_at="ninguna variación ({value})",
    same_throughout="se mantuvo en {value} entre {first} y {last}",
    same_ends="fue de {value} tanto {at_first} como {at_last}",
    of_ranks={
        "same_ends": "fue el puesto {value} tanto {at_first} como {at_last}",
        "same_throughout": "se mantuvo en el puesto {value} entre {first} y {last}",
        "each_of": "{subject} fue el puesto {value} en cada uno de los años {periods}",
    },
    nearly_unchanged="apenas varió",
    nearly_unchanged_noun="apenas ninguna variación",
    no_fold="apenas ninguna variación de {first} a {last}",
    approximations={
        "some": "unos {value}",
        "about": "alrededor de {value}",
        "more than": "más de {value}",
        "over": "más de {value}",
        "nearly": "casi {value}",
        "almost": "casi {value}",
        "less than": "menos de {value}",
    },
    average="un promedio de {value} al año",
    rate="{rate} por cada~{base}",
    respectively="{items}, respectivamente",
    respectively_years="{values} en {periods}, respectivamente",
    out_of="{part} de {whole}",
    rank_moved="tras haber {verb} {places} con respecto a {period}",
    rank_kept="sin cambios con respecto a {period}",
    in_span="en {period}",
    stated={
        "count": _STATED,
        "stock": _STATED,
        "level": _STATED,
        "money": _AMOUNTED,
        "amount": _AMOUNTED,
        "rank": "{when}, {subject} fue el puesto {value}",
    },
    previously="anteriormente {items}",
    none_again="{when}, fue de {value}",
    stated_again={
        "count": "{when}, fue de {value}",
        "stock": "{when}, fue de {value}",
        "level": "{when}, el nivel fue de {value}",
        "money": "{when}, el importe fue de {value}",
        "amount": "{when}, el total fue de {value}",
        "rank": "{when}, fue el puesto {value}",
    },
    none="0",
    none_recorded="{when}, {subject} fue de {none}",
    none_existed="{when}, {subject} fue de {none}",
    none_done="{none} {label} {done} {when}",
    no_data_on="no se dispone de datos sobre {subject}",
    no_data_for="no se dispone de datos sobre {subject} correspondientes a {periods}",
    over_time="{subject} {verb} {values}",
    every_year="{subject} {verb} todos los años, {values}",
    each_year="{subject} fue de {value} cada año de {first} a {last}",
    each_of="{subject} fue de {value} en cada uno de los años {periods}",
    by_noun="{clause}, lo que supone {change}",
    of_group="{value} en la categoría “{label}”",
    labelled_one="{number} ({label})",
    outside="{clause}, frente a {items}",
    named_part="{label}: {value}",
    of_whom=("{clause}, a saber: {parts}", "{clause}, a saber: {parts}"),
    dated_of_whom=("{value}, a saber: {parts}, {when}", "{value}, a saber: {parts}, {when}"),
    composed="{clause}: {parts}",
    clause_including="{clause}, lo que incluye {parts}",
    dated_with_parts="{value}, lo que incluye {parts}, {when}",
    broken_down_of="{when}, el desglose correspondiente a {subject} fue el siguiente: {parts}",
    broken_down_of_by="{when}, el desglose por {by} correspondiente a {subject} fue el siguiente: {parts}",
    included_of="{when}, {subject} comprendió {parts}",
    broken_down_by="el desglose por {by}{when} fue el siguiente: {parts}",
    broken_down="el desglose{when} fue el siguiente: {parts}",
    figure_included="la cifra de {period} comprendió {parts}",
    figure_included_named="la cifra de {period} comprendió lo siguiente: {parts}",
    same={
        "year": ("en el mismo año", "ese año"),
        "period": ("en el mismo período", "en ese período"),
        "date": ("en la misma fecha", "en esa fecha"),
    },
    second={
        "count": "el {of} fue de {value}",
        "stock": "el {of} fue de {value}",
        "level": "{label} fue de {value}",
        "money": "{label} ascendió a {value}",
        "amount": "{label} ascendió a {value}",
    },
    both="{first}, y {second}",
    who_apart=("one",),
    who_also=("{clause}, y de ese total {value} {rest}", "{clause}, y de ese total {value} {rest}"),
    compared_respectively="frente a {items}, respectivamente",
    compared_again="frente a {items}",
    caption_by="{label}, por {by}, {period}",
    table_by="en el cuadro siguiente se presenta el desglose por {by} correspondiente a {period}: {subject}",
    figures_caption="Cifras de {period}",
    rows={"year": "Año", "period": "Período", "indicator": "Indicador", "part": "Categoría"},
    percentage="porcentaje",
    values="Número",
    of_label="{label}: {remark}",
    table_of="en el cuadro siguiente se presenta {subject} correspondiente a {period}",
    table_of_figures="en el cuadro siguiente se presentan otras cifras de {period}",
    others="Otras cifras",
    annual="{title}: cifras anuales, {period}",
    other_periods="{title}: cifras de otros períodos",
    source="Organismo y fuente",
    idem="Ídem",
    figure="Cifra",
    unit_per_cent="en porcentaje",
    by="{by}: {label}",
    of_which="del total: {label}",
    formerly="cifra revisada; en el informe anterior, {former}",
    broken_series="cifra no comparable con las anteriores{reason}",
)

VERBS = {
    "increase": Verb(rises=True, past="aumentó", participle="subido", noun="un aumento"),
    "rise": Verb(rises=True, past="subió", participle="subido", noun="una subida"),
    "grow": Verb(rises=True, past="creció", participle="subido", noun="un crecimiento"),
    "decrease": Verb(rises=False, past="disminuyó", participle="bajado", noun="una disminución"),
    "fall": Verb(rises=False, past="bajó", participle="bajado", noun="una bajada"),
    "decline": Verb(rises=False, past="descendió", participle="bajado", noun="un descenso"),
    "drop": Verb(rises=False, past="cayó", participle="bajado", noun="una caída"),
}

NUMBERED = numbered(
    r"n[úu]ms?|n\.?[o°º]|ley|leyes|arts?|artículos?|párrs?|párrafos?|incisos?|capítulos?"
    r"|secci(?:ón|ones)|resoluci(?:ón|ones)|decretos?|cuadros?|anexos?|caps?|formularios?"
)
ABBREVIATIONS = word_set("""
art arts párr párrs secc cap caps vol vols pág págs fig figs ed eds cf Sr Sra Sres Dr Dra Prof núm núms p.ej Add Corr
Rev v
""")
SINGULAR_VERBS = {"eran": "era", "son": "es", "han": "ha", "fueron": "fue", "estaban": "estaba"}
OPENS_WITH_PERIOD = regex(r"en (el período )?\d{4}(-\d{4})?,")
"""An item of a list that opens with its year."""
CHANGES = ChangeWords(
    multiples={2: "se duplicó", 3: "se triplicó", 4: "se cuadruplicó"},
    multiplied={"exactly": "{verb}", "nearly": "casi {verb}"},
    fractions={
        (1, 2): "la mitad",
        (1, 3): "un tercio",
        (2, 3): "dos tercios",
        (1, 4): "un cuarto",
        (3, 4): "tres cuartos",
        (1, 5): "un quinto",
        (1, 10): "un décimo",
    },
    near={"exactly": "{name}", "nearly": "casi {name}", "more than": "más de {name}"},
    by={"exactly": "en {name}", "nearly": "en casi {name}", "more than": "en más de {name}"},
)
"""Spanish tells "more than doubled", and a fall, in other ways."""
