"""Arabic wording: patterns, verbs.

Every subject of a generated sentence is masculine ("عدد", "المؤشر"), so that its verb is known; one and two things are
said by their noun; "و" and "ب" are written together with the next word.
"""

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.language import Verb
from reportgen.languages.note_words import NoteWords
from reportgen.languages.patterns import Patterns
from reportgen.languages.words import numbered
from reportgen.regex import regex

_STATED = "{when}، بلغ {subject} {value}"
_AGAIN = "{when}، بلغ العدد {value}"
_LEVEL_AGAIN = "{when}، بلغ المقدار {value}"

PATTERNS = Patterns(
    per_cent="{figure}~في المائة",
    points={
        "few": "{number}~نقاط مئوية",
        "many": "{number}~نقطة مئوية",
        "one": "نقطة مئوية واحدة",
        "two": "نقطتين مئويتين",
        "other": "{number}~نقطة مئوية",
    },
    places={
        "few": "{number}~مراتب",
        "many": "{number}~مرتبة",
        "one": "مرتبة واحدة",
        "two": "{number}~من المراتب",
        "other": "{number}~مرتبة",
    },
    million={"few": "{figure}~ملايين", "many": "{figure}~مليوناً", "other": "{figure}~مليون"},
    billion={"few": "{figure}~بلايين", "many": "{figure}~بليوناً", "other": "{figure}~بليون"},
    construct={"مليوناً": "مليون", "بليوناً": "بليون"},
    money_word=("{figure}~{symbol}", "{figure}~{symbol}"),
    money_sign=("{figure}~{symbol}", "{figure}~{symbol}"),
    opening="ما مجموعه ",
    declines=True,
    spoken=("one", "two"),
    counted_large="{number} {noun}",
    zero="0",
    zero_noun="0",
    fewer_than="أقل من {limit}",
    not_published="غير منشور",
    minus="ناقص {word}",
    comma="، ",
    between=" و",
    last=" و",
    semicolon="؛ و",
    last_semicolon="؛ و",
    last_semicolon_period="؛ و",
    dated_including="{value}، بما في ذلك {part}، {when}",
    compared="مقابل {items}",
    compared_ranks="للمقارنة: {items}",
    including="بما في ذلك {value}",
    joined_including="{value}، {including}",
    remark="{phrase}؛ و{remark}",
    missing="لا تتوافر بيانات عن {periods}",
    no_total="لا يتوافر رقم إجمالي عن {periods}",
    missing_parts="لا تتوافر بيانات عما يلي: {labels}",
    provisional=("الرقم الخاص ب{periods} أولي", "الأرقام الخاصة ب{periods} أولية"),
    estimated=("الرقم الخاص ب{periods} تقديري", "الأرقام الخاصة ب{periods} تقديرية"),
    revised=(
        "نُقح الرقم الخاص ب{periods}، وكان {former} في التقرير السابق",
        "نُقحت الأرقام الخاصة ب{periods}، وكانت {former} على التوالي في التقرير السابق",
        "نُقحت الأرقام الخاصة ب{periods}، وكان كل منها {former} في التقرير السابق",
    ),
    provisional_alone="رقم أولي",
    estimated_alone="رقم تقديري",
    provisional_stems=("أولي", "مؤقت"),
    says_provisional=(
        r"(?:رقم|أرقام|بيانات|إحصاءات|إحصائيات|نتائج) (?:ال)?(?:أولي|مؤقت)"
        r"|(?:رقم|أرقام|بيانات|إحصاءات|إحصائيات|نتائج)[^.؛()]{0,60} "
        r"أولي|\((?:أولي|مؤقت)ة?[):؛،]"
    ),
    says_estimated=(
        r"(?<!ال)(?<!سلطة )تقديري|(?:أرقام|بيانات|إحصاءات|إحصائيات) التقديري|تقديرات|\(تقدير"
        r"|يقدر|يُقدر|تقريب|حوالي"
    ),
    note_words=NoteWords(
        sources=(
            "في 31 كانون الأول|حتى 31 كانون الأول|مصدر| وفقا | شكر|سجل| تعداد |قاعدة بيانات|إحصا|مقدمة من|انظر|منقح|"
            "مصحح|محدث|محسوب|التقرير السنوي|بيانات الشرطة|بيانات وزارة|بيانات المحاكم|بيانات رسمية|بيانات إدارية"
        ),
        openings="وزارة |الشرطة |مكتب |النيابة ",
        done="مؤكد|منشور|نهائي",
        figures=" رقم | أرقام | الأرقام | بيانات | البيانات | عدد ",
        areas=" منطقة | مناطق | محافظة | محافظات | العاصمة | ريفية | حضرية | شمال | جنوب | شرق | غرب ",
        limits=" فقط |شهر|أشهر| الربع |نصف| جزء |جزئي|حتى| منذ | الأول|الأخير|بما في ذلك",
        excludes="باستثناء|بدون| دون |يشمل|تشمل| عدا | خارج | غير | لا ",
        rough="أكثر من|أقل من| حوالي | نحو |تقريب|مقرب|ما يقرب|على الأقل|تقدير|مقرر|مخطط",
        years=" من العام | من السنة | من عام ",
        numbers="اثنان اثنين, ثلاثة, أربعة, خمسة, ستة, سبعة, ثمانية, تسعة, عشرة",
    ),
    noted="{remark}: {note}",
    note="ملاحظة بشأن {period}: {note}",
    broken="الأرقام اعتباراً من {period} غير قابلة للمقارنة بأرقام السنوات السابقة{reason}",
    by_per_cent="{verb} بنسبة {amount}",
    noun_of="{noun} بنسبة {amount}",
    by_amount="{verb} بمقدار {amount}",
    noun_of_amount="{noun} بمقدار {amount}",
    by_average="{verb} سنوياً في المتوسط بمقدار {amount}",
    from_to="من {first} إلى {last}",
    by_values="{verb} {values}",
    noun_by_values="{noun} {values}",
    unchanged="ظل دون تغيير",
    unchanged_at="ظل دون تغيير ({value})",
    unchanged_noun="عدم حدوث تغيير",
    unchanged_noun_at="عدم حدوث تغيير ({value})",
    same_throughout="ظل دون تغيير من {first} إلى {last} ({value})",
    same_ends="بلغ {value} {at_first} و{at_last} على السواء",
    nearly_unchanged="ظل دون تغيير يُذكر",
    nearly_unchanged_noun="عدم حدوث تغيير يُذكر",
    no_fold="عدم حدوث تغيير يُذكر، من {first} إلى {last}",
    approximations={
        "some": "نحو {value}",
        "about": "نحو {value}",
        "more than": "أكثر من {value}",
        "over": "أكثر من {value}",
        "nearly": "قرابة {value}",
        "almost": "قرابة {value}",
        "less than": "أقل من {value}",
    },
    average="{value} سنوياً في المتوسط",
    rate="{rate} لكل~{base}",
    respectively="{items} على التوالي",
    respectively_years="{values} {times} على التوالي",
    out_of="{part} من أصل {whole}",
    rank_moved="ب{verb} قدره {places} مقارنة ب{period}",
    rank_kept="دون تغيير مقارنة ب{period}",
    in_span="في {period}",
    stated={
        "count": _STATED,
        "stock": _STATED,
        "level": _STATED,
        "money": _STATED,
        "amount": _STATED,
        "rank": _STATED,
    },
    previously="وفيما سبق: {items}",
    none_again=_AGAIN,
    stated_again={
        "count": _AGAIN,
        "stock": _AGAIN,
        "level": _LEVEL_AGAIN,
        "money": _LEVEL_AGAIN,
        "amount": _LEVEL_AGAIN,
        "rank": "{when}، كانت {value}",
    },
    none="صفراً",
    none_recorded="{when}، بلغ {subject} {none}",
    none_existed="{when}، بلغ {subject} {none}",
    none_done="{when}، بلغ {subject} {none}",
    no_data_on="لا تتوافر بيانات عن {subject}",
    no_data_for="لا تتوافر بيانات عن {subject} في {periods}",
    over_time="{verb} {subject} {values}",
    every_year="{verb} {subject} كل سنة {values}",
    each_year="بلغ {subject} {value} في كل سنة من {first} إلى {last}",
    each_of="بلغ {subject} {value} في كل من {periods}",
    by_noun="{clause}، أي {change}",
    of_group='{value} للفئة "{label}"',
    outside="{clause}، مقابل {items}",
    named_part="{label}: {value}",
    of_whom=("{clause}، منها {parts}", "{clause}، منهم {parts}"),
    dated_of_whom=("{value}، منها {parts}، {when}", "{value}، منهم {parts}، {when}"),
    composed="{clause}: {parts}",
    clause_including="{clause}، بما يشمل {parts}",
    dated_with_parts="{value}، بما يشمل {parts}، {when}",
    broken_down_of="{when}، كان توزيع {subject} كالتالي: {parts}",
    broken_down_of_by="{when}، كان توزيع {subject} بحسب {by} كالتالي: {parts}",
    included_of="{when}، شمل {subject} {parts}",
    broken_down_by="كان التوزيع بحسب {by}{when} كالتالي: {parts}",
    broken_down="كان التوزيع{when} كالتالي: {parts}",
    figure_included="شمل الرقم الخاص ب{period} ما يلي: {parts}",
    figure_included_named="شمل الرقم الخاص ب{period} ما يلي: {parts}",
    same={
        "year": ("في العام نفسه", "في ذلك العام"),
        "period": ("في الفترة نفسها", "في تلك الفترة"),
        "date": ("في التاريخ نفسه", "في ذلك التاريخ"),
    },
    second={
        "count": "بلغ عدد {of} {value}",
        "stock": "بلغ عدد {of} {value}",
        "level": "بلغ {label} {value}",
        "money": "بلغ {label} {value}",
        "amount": "بلغ {label} {value}",
    },
    both="{first}، و{second}",
    several="{first}، و{others}",
    who_apart=("one", "two"),
    who_also=("{clause}، منها {value} {rest}", "{clause}، منهم {value} {rest}"),
    compared_respectively="مقابل {items} على التوالي",
    compared_again="مقابل {items}",
    caption="{label}، {period}",
    caption_by="{label} بحسب {by}، {period}",
    table_by="يبين الجدول أدناه البيانات المتعلقة ب{period} بحسب {by}: {subject}",
    figures_caption="أرقام {period}",
    total="المجموع",
    rows={"year": "السنة", "period": "الفترة", "indicator": "المؤشر", "part": "الفئة"},
    percentage="النسبة المئوية",
    values="العدد",
    of_label="{label}: {remark}",
    table_of="يبين الجدول أدناه {subject} في {period}",
    table_of_figures="يبين الجدول أدناه أرقاماً أخرى عن {period}",
    others="أرقام أخرى",
    annual="{title}: الأرقام السنوية، {period}",
    other_periods="{title}: أرقام فترات أخرى",
    source="الجهة والمصدر",
    idem="المرجع نفسه",
    figure="الرقم",
    unit_per_cent="بالنسبة المئوية",
    by="{by}: {label}",
    of_which="منها: {label}",
    formerly="رقم منقح؛ {former} في التقرير السابق",
    broken_series="رقم غير قابل للمقارنة بما قبله{reason}",
)

VERBS = {
    "increase": Verb(rises=True, past="ازداد", participle="صعود", noun="زيادة"),
    "rise": Verb(rises=True, past="ارتفع", participle="صعود", noun="ارتفاع"),
    "grow": Verb(rises=True, past="نما", participle="صعود", noun="نمو"),
    "decrease": Verb(rises=False, past="انخفض", participle="هبوط", noun="انخفاض"),
    "fall": Verb(rises=False, past="هبط", participle="هبوط", noun="هبوط"),
    "decline": Verb(rises=False, past="تراجع", participle="هبوط", noun="تراجع"),
    "drop": Verb(rises=False, past="هبط", participle="هبوط", noun="هبوط"),
}

NUMBERED = numbered(
    r"رقم|(?:و|ب|ل|ف)?(?:المادة|المادتين|المادتان|المواد|الفقرة|الفقرتين|الفقرات|للمادة|القانون|القرار"
    r"|المرسوم|الفصل|الجدول|المرفق|الباب|البند)(?: رقم| من)?"
)
ABBREVIATIONS: frozenset[str] = frozenset()
SINGULAR_VERBS: dict[str, str] = {}
OPENS_WITH_PERIOD = regex(r"في (عام|الفترة) \d{4}")
"""An item of a list that opens with its year."""
CHANGES = ChangeWords(
    multiples={2: "تضاعف"},
    multiplied={"exactly": "{verb}", "nearly": "كاد أن يتضاعف"},
    fractions={
        (1, 2): "النصف",
        (1, 3): "الثلث",
        (2, 3): "الثلثين",
        (1, 4): "الربع",
        (3, 4): "ثلاثة أرباع",
        (1, 5): "الخُمس",
        (1, 10): "العُشر",
    },
    near={"exactly": "{name}", "nearly": "قرابة {name}", "more than": "أكثر من {name}"},
    by={"exactly": "بمقدار {name}", "nearly": "بمقدار يقارب {name}", "more than": "بأكثر من {name}"},
)
