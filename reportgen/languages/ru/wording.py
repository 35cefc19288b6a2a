"""Russian wording: patterns, verbs, abbreviations.

Every subject of a generated sentence is neuter ("число", "значение показателя"), so that its verb is known; figures
stand bare after prepositions; periods stand after "за", whose case is the form that they are named in; per cent is the
sign, which has no case.
"""

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.language import Verb
from reportgen.languages.note_words import NoteWords
from reportgen.languages.patterns import Patterns
from reportgen.languages.words import numbered, word_set
from reportgen.regex import regex

_STATED = "{when} {subject} составило {value}"
_PLACED = "соответствовало следующему месту: {value}"
_AGAIN = "{when} это число составило {value}"

PATTERNS = Patterns(
    per_cent="{figure}~%",
    points={
        "one": "{number}~процентный пункт",
        "few": "{number}~процентных пункта",
        "many": "{number}~процентных пунктов",
        "other": "{number}~процентного пункта",
    },
    places={
        "one": "{number}~место",
        "few": "{number}~места",
        "many": "{number}~мест",
        "other": "{number}~места",
    },
    million={"other": "{figure}~млн"},
    billion={"other": "{figure}~млрд"},
    money_word=("{figure}~{symbol}", "{figure}~{symbol}"),
    money_sign=("{figure}~{symbol}", "{figure}~{symbol}"),
    opening="Всего: ",
    declines=True,
    unit_category="many",
    counted_large="{number} {noun}",
    zero="0",
    zero_noun="0",
    fewer_than="менее {limit}",
    not_published="не публикуется",
    minus="минус {word}",
    last=" и ",
    semicolon="; ",
    last_semicolon="; и ",
    last_semicolon_period="; и ",
    dated_including="{value}, в том числе {part}, {when}",
    contractions={(",", one): one for one in (",", ".", ";", ":", ")", " (")},
    compared="по сравнению с {items}",
    compared_ranks="для сравнения: {items}",
    including="в том числе {value}",
    remark="{phrase}; {remark}",
    missing="данные за {periods} отсутствуют",
    no_total="общие данные за {periods} отсутствуют",
    missing_parts="отсутствуют данные по следующим категориям: {labels}",
    provisional=("данные за {periods} являются предварительными", "данные за {periods} являются предварительными"),
    estimated=("данные за {periods} являются оценочными", "данные за {periods} являются оценочными"),
    revised=(
        "данные за {periods} пересмотрены, в предыдущем докладе — {former}",
        "данные за {periods} пересмотрены, в предыдущем докладе — {former} соответственно",
        "данные за {periods} пересмотрены, в предыдущем докладе — {former} в каждом случае",
    ),
    provisional_alone="предварительные данные",
    estimated_alone="оценочные данные",
    provisional_stems=("редварительн",),
    says_provisional=(
        r"предварительн\w+ (?:данн|цифр|показател|сведени|результат|итог|оцен)"
        r"|(?:данн|цифр|показател|сведени)\w*[^.;()]{0,60} (?:являются|остаются|носят|—|–) "
        r"предварительн|\(предварительн\w+[):;,]"
    ),
    says_estimated=r"оценочн|оценива(?:е|ю)тся|\(оценк|\bпо (?:\w+ )?оценк|приблизительн|примерно|ориентировочн",
    note_words=NoteWords(
        sources=(
            " по состоянию на 31 декабря | последнее обновление | источник| согласно | по данным | по сведениям |"
            " благодар| спасибо | реестр| регистр| перепис| обследован| база данных | базы данных | базе данных |"
            " статистик| статистич| предоставлен| см | ежегодник | годовой отчет | бюллетен| данные полиции |"
            " данные мвд | данные судов | данные министерства | официальные данные | административные данные |"
            " пересмотрен| уточнен| исправлен| обновлен| рассчитан| расчет| подтверждено | проверено | опубликовано "
        ),
        openings=(
            "министерство |мвд |минюст |генеральная прокуратура |верховный суд |полиция |на 31 декабря |на конец года "
        ),
        done="подтвержд|проверен|опубликован|окончательн",
        figures=" данные | данных | цифра | цифры | показатель | показатели | число | значение | эти | были ",
        areas=" област| район| регион| городск| сельск| столиц| север| юг| юж| восто| запад",
        limits=(
            " только | лишь | месяц| квартал| полугод| часть | части | частичн| неполн| по состоянию | до |"
            " с начала | перв| последн| включая | в том числе | в возрасте "
        ),
        excludes=" без | кроме | исключ| не | помимо | вне ",
        rough=(
            " более | менее | свыше | около | почти | примерн| округл| не менее | приблизит| порядка | оценк| планир|"
            " прогноз"
        ),
        years=" года | календарного года ",
        numbers=(
            "два две двух, три трех, четыре четырех, пять пяти, шесть шести, семь семи, восемь восьми, "
            "девять девяти, десять десяти, одиннадцать одиннадцати, двенадцать двенадцати"
        ),
    ),
    noted="{remark}: {note}",
    note="примечание за {period}: {note}",
    broken="данные за {period} и последующее время не сопоставимы с данными за предыдущие годы{reason}",
    by_per_cent="{verb} на {amount}",
    noun_of="{noun} на {amount}",
    by_average="{verb} в среднем на {amount} в год",
    from_to="с {first} до {last}",
    by_values="{verb} {values}",
    noun_by_values="{noun} {values}",
    unchanged="не изменилось",
    unchanged_at="не изменилось ({value})",
    unchanged_noun="отсутствие изменений",
    unchanged_noun_at="отсутствие изменений ({value})",
    same_throughout="оставалось на уровне {value} {at_first}, {at_last} и в промежутке между ними",
    same_ends="составило {value} как {at_first}, так и {at_last}",
    of_ranks={
        "same_ends": _PLACED + " как {at_first}, так и {at_last}",
        "same_throughout": _PLACED + " {at_first}, {at_last} и в промежутке между ними",
        "each_of": "{subject} " + _PLACED + " за каждый из следующих периодов: {periods}",
    },
    nearly_unchanged="практически не изменилось",
    nearly_unchanged_noun="практически полное отсутствие изменений",
    no_fold="практически полное отсутствие изменений: {first} и {last}",
    approximations={
        "some": "около {value}",
        "about": "около {value}",
        "more than": "более {value}",
        "over": "более {value}",
        "nearly": "почти {value}",
        "almost": "почти {value}",
        "less than": "менее {value}",
    },
    average="в среднем {value} в год",
    rate="{rate} на~{base}",
    respectively="{items} соответственно",
    respectively_years="{values} за {periods} соответственно",
    out_of="{part} из {whole}",
    rank_moved="{verb} {places} по сравнению с показателем за {period}",
    rank_kept="без изменений по сравнению с показателем за {period}",
    several_years="{years} годы",
    in_span="за {period}",
    stated={
        "count": _STATED,
        "stock": _STATED,
        "level": _STATED,
        "money": _STATED,
        "amount": _STATED,
        "rank": "{when} {subject} " + _PLACED,
    },
    previously="ранее: {items}",
    none_again="{when} это число составило {value}",
    stated_again={
        "count": _AGAIN,
        "stock": _AGAIN,
        "level": "{when} это значение составило {value}",
        "money": "{when} это значение составило {value}",
        "amount": "{when} это значение составило {value}",
        "rank": "{when} это значение " + _PLACED,
    },
    none="0",
    none_recorded="{when} {subject} составило {none}",
    none_existed="{when} {subject} составило {none}",
    none_done="{when} {subject} составило {none}",
    no_data_on="данные по показателю «{label}» отсутствуют",
    no_data_for="данные по показателю «{label}» за {periods} отсутствуют",
    over_time="{subject} {verb} {values}",
    every_year="{subject} ежегодно {verb} {values}",
    each_year="{subject} ежегодно с {first} по {last} год составляло {value}",
    each_of="{subject} составило {value} за каждый из следующих периодов: {periods}",
    by_noun="{clause}; это {change}",
    of_group="{value} по категории «{label}»",
    outside="{clause}; для сравнения: {items}",
    named_part="{label}: {value}",
    of_whom=("{clause}, из них {parts}", "{clause}, из них {parts}"),
    dated_of_whom=("{value}, из них {parts}, {when}", "{value}, из них {parts}, {when}"),
    composed="{clause}: {parts}",
    labelled_one="{number} ({label})",
    clause_including="{clause}, в том числе {parts}",
    dated_with_parts="{value}, в том числе {parts}, {when}",
    broken_down_of="{when} {subject} распределялось следующим образом: {parts}",
    broken_down_of_by="{when} {subject} распределялось следующим образом (критерий: {by}): {parts}",
    included_of="{when} {subject} включало {parts}",
    broken_down_by="распределение{when} (критерий: {by}) было следующим: {parts}",
    broken_down="распределение{when} было следующим: {parts}",
    figure_included="показатель за {period} включал {parts}",
    figure_included_named="показатель за {period} включал, в частности: {parts}",
    same={
        "year": ("в том же году", "в этом же году"),
        "period": ("за тот же период", "за этот период"),
        "date": ("на ту же дату", "на эту дату"),
    },
    second={
        "count": "число {of} — {value}",
        "stock": "число {of} — {value}",
        "level": "{label} — {value}",
        "money": "{label} — {value}",
        "amount": "{label} — {value}",
    },
    both="{first}, а {second}",
    who_apart=("one",),
    who_also=("{clause}, из них {value} {rest}", "{clause}, из них {value} {rest}"),
    compared_respectively="по сравнению с {items} соответственно",
    compared_again="по сравнению с {items}",
    caption_by="{label} (критерий: {by}), {period}",
    table_by="в таблице ниже приводятся данные за {period} (критерий: {by}): {subject}",
    figures_caption="Данные за {period}",
    total="Итого",
    rows={"year": "Год", "period": "Период", "indicator": "Показатель", "part": "Категория"},
    percentage="проценты",
    values="Число",
    of_label="{label}: {remark}",
    table_of="в таблице ниже приводится {subject} за {period}",
    table_of_figures="в таблице ниже приводятся другие данные за {period}",
    others="Другие данные",
    annual="{title}: данные по годам, {period}",
    other_periods="{title}: данные за другие периоды",
    source="Ведомство и источник",
    idem="То же",
    figure="Значение",
    unit_per_cent="в процентах",
    by="{by}: {label}",
    of_which="из них: {label}",
    formerly="данные пересмотрены; в предыдущем докладе — {former}",
    broken_series="данные не сопоставимы с предыдущими{reason}",
)

VERBS = {
    "increase": Verb(
        rises=True, past="увеличилось", participle="поднявшись на", noun="увеличение", repeated="увеличивалось"
    ),
    "rise": Verb(rises=True, past="возросло", participle="поднявшись на", noun="рост"),
    "grow": Verb(rises=True, past="выросло", participle="поднявшись на", noun="рост"),
    "decrease": Verb(
        rises=False, past="уменьшилось", participle="опустившись на", noun="уменьшение", repeated="уменьшалось"
    ),
    "fall": Verb(rises=False, past="снизилось", participle="опустившись на", noun="снижение"),
    "decline": Verb(rises=False, past="сократилось", participle="опустившись на", noun="сокращение"),
    "drop": Verb(rises=False, past="упало", participle="опустившись на", noun="падение"),
}

NUMBERED = numbered(
    r"№№?|ст|стать[яиюеёй]|статьями?|статьях|статей|п|пп|пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|част[ьи]"
    r"|частью|ч|глав[аыеу]|главой|раздел(?:а|у|ом|е|ы|ов)?|резолюци[яиюей]+|таблиц[аыеу]"
    r"|приложени[еяюем]+|форм[аыеу]"
)
ABBREVIATIONS = word_set("""
ст п пп гл разд рис табл стр с т тт г гг др пр см ср им н.э т.е т.к т.п Add Corr Rev
""")
SINGULAR_VERBS: dict[str, str] = {}
OPENS_WITH_PERIOD = regex(r"(в|за) \d{4}(–\d{4})? (году|годы)")
"""An item of a list that opens with its year."""
CHANGES = ChangeWords(
    multiples={2: "увеличилось вдвое", 3: "увеличилось втрое"},
    divisions={2: "сократилось вдвое"},
    multiplied={"exactly": "{verb}"},
    fractions={
        (1, 2): "половина",
        (1, 3): "одна треть",
        (2, 3): "две трети",
        (1, 4): "одна четверть",
        (3, 4): "три четверти",
        (1, 5): "одна пятая",
        (1, 10): "одна десятая",
    },
    after_of={
        (1, 2): "половины",
        (1, 3): "одной трети",
        (2, 3): "двух третей",
        (1, 4): "одной четверти",
        (3, 4): "трех четвертей",
        (1, 5): "одной пятой",
        (1, 10): "одной десятой",
    },
    after_by={
        (1, 2): "наполовину",
        (1, 3): "на одну треть",
        (2, 3): "на две трети",
        (1, 4): "на одну четверть",
        (3, 4): "на три четверти",
        (1, 5): "на одну пятую",
        (1, 10): "на одну десятую",
    },
    near={"exactly": "{name}", "nearly": "почти {name}", "more than": "более {of}"},
    by={"exactly": "{by}", "nearly": "почти {by}", "more than": "более чем {by}"},
)
