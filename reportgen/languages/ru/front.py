"""The fixed wording of Russian documents.

Names of treaties and committees, "перечень вопросов", the core of the title and the English lines of the masthead are
those of the United Nations' own documents (CCPR/C/KGZ/QPR, E/C.12/BLR/CO/7, the report of Kazakhstan of 2024); the
headings over replies are ours ([docs/languages.md](../../../docs/languages.md)).
"""

from reportgen.document.wording import Wording
from reportgen.languages.front import Front, TreatyNames
from reportgen.languages.ru.inflection import name_in
from reportgen.languages.ru.numerals import report_ordinal, report_ordinal_with
from reportgen.model.treaties import TreatyCode

_REPORT = " доклад, представленный {by_state} {under}{procedure} и подлежащий представлению в {due} году"
_REPORTS = (
    " периодические доклады, представленные {by_state} {under}{procedure} и подлежащие представлению в {due} году"
)
_REPLIES = "Ответы {of_state} на перечень вопросов в связи с его "


def _treaty(
    name: str, committee: str, article: str, short: str = "Конвенция", council: str | None = None
) -> TreatyNames:
    """Return a treaty; the article stands in the instrumental: `статьей 40`."""
    of = "Пакта" if short == "Пакт" else "Конвенции"
    with_ = "со" if article.startswith("стат") else "с"
    return TreatyNames(
        name, committee, f"{article} {of}", f"в соответствии {with_} {article} {of}", short, council or name
    )


TREATIES: dict[TreatyCode, TreatyNames] = {
    "cerd": _treaty(
        "Международная конвенция о ликвидации всех форм расовой дискриминации",
        "Комитет по ликвидации расовой дискриминации",
        "статьей~9",
    ),
    "cescr": _treaty(
        "Международный пакт об экономических, социальных и культурных правах",
        "Комитет по экономическим, социальным и культурным правам",
        "статьями~16 и~17",
        "Пакт",
        "Экономический и Социальный Совет",
    ),
    "ccpr": _treaty(
        "Международный пакт о гражданских и политических правах", "Комитет по правам человека", "статьей~40", "Пакт"
    ),
    "cedaw": _treaty(
        "Конвенция о ликвидации всех форм дискриминации в отношении женщин",
        "Комитет по ликвидации дискриминации в отношении женщин",
        "статьей~18",
    ),
    "cat": _treaty(
        "Конвенция против пыток и других жестоких, бесчеловечных или унижающих достоинство видов обращения и наказания",
        "Комитет против пыток",
        "статьей~19",
    ),
    "crc": _treaty("Конвенция о правах ребенка", "Комитет по правам ребенка", "статьей~44"),
    "cmw": _treaty(
        "Международная конвенция о защите прав всех трудящихся-мигрантов и членов их семей",
        "Комитет по защите прав всех трудящихся-мигрантов и членов их семей",
        "статьей~73",
    ),
    "crpd": _treaty("Конвенция о правах инвалидов", "Комитет по правам инвалидов", "статьей~35"),
    "ced": _treaty(
        "Международная конвенция для защиты всех лиц от насильственных исчезновений",
        "Комитет по насильственным исчезновениям",
        "пунктом~1 статьи~29",
    ),
}


def state_of(name: str) -> str:
    """Return `Казахстана`; a name that cannot be inflected is quoted behind the word for State."""
    return name_in(name, "gent") or f"государства «{name}»"


def state_by(name: str) -> str:
    """Return `Казахстаном`."""
    return name_in(name, "ablt") or f"государством «{name}»"


FRONT = Front(
    tag="ru-RU",
    wording=Wording(
        paragraph=("пункт {numbers}", "пункты {numbers}"),
        paragraph_short=("п. {numbers}", "пп. {numbers}"),
        span="–",
        last=" и ",
        above=("", " выше"),
        below=("", " ниже"),
        table="таблица~{number}",
        section="раздел~{letter}",
        reply="ответ на вопросы, {asked}",
        asked="поднятые в пункте~{number}",
        annex="Приложение",
        annex_in_text="приложение",
        table_label="Таблица~{number}",
        source="Источник: ",
        contents=("Пункты", "Стр."),
        description="Столбцы: {heads}. Строки: {rows}.",
        has_closed_items=True,
    ),
    treaties=TREATIES,
    state_of=state_of,
    state_by=state_by,
    report_ordinal=report_ordinal,
    later_ordinal=report_ordinal,
    ordinal_with=report_ordinal_with,
    organization="Организация Объединенных Наций",
    masthead_language="en",
    own_language="Russian",
    is_own_named_twice=True,
    received="[Дата получения: {date}]",
    annex_apart="С приложением к настоящему документу можно ознакомиться в архивах секретариата.",
    titles={
        "core": "Общий базовый документ, являющийся составной частью докладов государств-участников: {state}",
        "initial": "Первоначальный" + _REPORT,
        "periodic": "{ordinal} периодический" + _REPORT,
        "two": "Объединенные {first} и {last}" + _REPORTS,
        "more": "Объединенные {first}–{last}" + _REPORTS,
        "replies-initial": _REPLIES + "первоначальным докладом",
        "replies-periodic": _REPLIES + "{ordinal_with} периодическим докладом",
        "replies-two": _REPLIES + "объединенными {first_with} и {last_with} периодическими докладами",
        "replies-more": _REPLIES + "объединенными {first_with}–{last_with} периодическими докладами",
    },
    procedures={
        "standard": "",
        "simplified": " согласно упрощенной процедуре представления докладов",
        "optional": " согласно факультативной процедуре представления докладов",
    },
    annex_title=": статистическое приложение",
    contents="Содержание",
    abbreviations="Сокращения",
    heading="Ответы на перечень вопросов ({symbol})",
    cedaw_list=("перечень вопросов", "перечень тем и вопросов"),
    reply="Ответ на вопросы, {asked}",
    not_received="Ответ на вопросы, {asked}, не получен.",
    asked_by={
        "cedaw": "содержащиеся в пункте~{number} перечня тем и вопросов",
        "cat": "поставленные в пункте~{number} перечня вопросов",
    },
    tables="Статистические таблицы",
    tables_intro=(
        "В настоящем статистическом приложении приводятся все данные, на которых основан доклад, с указанием ведомств, "
        "представивших их. Две точки (..) означают, что данные отсутствуют или не сообщались отдельно. Тире (–) "
        "означает, что величина равна нулю."
    ),
)
