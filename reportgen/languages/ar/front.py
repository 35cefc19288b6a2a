"""The fixed wording of Arabic documents.

Names of treaties and committees, "قائمة المسائل", the core of the title and the English lines of the masthead are those
of the United Nations' own documents (CCPR/C/BIH/CO/3, CED/C/TUN/CO/1, CAT/C/SAU/QPR/3); the headings over
replies are ours ([docs/languages.md](../../../docs/languages.md)).
"""

from reportgen.document.wording import Wording
from reportgen.languages.ar.numerals import report_ordinal, report_ordinal_with
from reportgen.languages.front import Front, TreatyNames
from reportgen.model.treaties import TreatyCode

_SUBMITTED = " المقدم من {by_state} {under}{procedure}، والواجب تقديمه في عام {due}"
_REPLIES = "ردود {of_state} على قائمة المسائل المتعلقة ب"
_TWO = "التقرير الجامع للتقريرين الدوريين {first_with} و{last_with}"
_MORE = "التقرير الجامع للتقارير الدورية من {first_with} إلى {last_with}"
_LETTER_NAMES = (
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد ظاء غين"
)


def _treaty(
    name: str, committee: str, article: str, short: str = "الاتفاقية", council: str | None = None
) -> TreatyNames:
    """Return a treaty; the article stands in the genitive: `المادتين 16 و17`."""
    cited = f"{article} من {short}"
    return TreatyNames(name, committee, cited, f"بموجب {cited}", short, council or name)


TREATIES: dict[TreatyCode, TreatyNames] = {
    "cerd": _treaty(
        "الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري", "لجنة القضاء على التمييز العنصري", "المادة~9"
    ),
    "cescr": _treaty(
        "العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية",
        "اللجنة المعنية بالحقوق الاقتصادية والاجتماعية والثقافية",
        "المادتين~16 و17",
        "العهد",
        "المجلس الاقتصادي والاجتماعي",
    ),
    "ccpr": _treaty(
        "العهد الدولي الخاص بالحقوق المدنية والسياسية", "اللجنة المعنية بحقوق الإنسان", "المادة~40", "العهد"
    ),
    "cedaw": _treaty(
        "اتفاقية القضاء على جميع أشكال التمييز ضد المرأة", "اللجنة المعنية بالقضاء على التمييز ضد المرأة", "المادة~18"
    ),
    "cat": _treaty(
        "اتفاقية مناهضة التعذيب وغيره من ضروب المعاملة أو العقوبة القاسية أو اللاإنسانية أو المهينة",
        "لجنة مناهضة التعذيب",
        "المادة~19",
    ),
    "crc": _treaty("اتفاقية حقوق الطفل", "لجنة حقوق الطفل", "المادة~44"),
    "cmw": _treaty(
        "الاتفاقية الدولية لحماية حقوق جميع العمال المهاجرين وأفراد أسرهم",
        "اللجنة المعنية بحماية حقوق جميع العمال المهاجرين وأفراد أسرهم",
        "المادة~73",
    ),
    "crpd": _treaty("اتفاقية حقوق الأشخاص ذوي الإعاقة", "اللجنة المعنية بحقوق الأشخاص ذوي الإعاقة", "المادة~35"),
    "ced": _treaty(
        "الاتفاقية الدولية لحماية جميع الأشخاص من الاختفاء القسري",
        "اللجنة المعنية بحالات الاختفاء القسري",
        "المادة~29(1)",
    ),
}

FRONT = Front(
    tag="ar-SA",
    wording=Wording(
        paragraph=("الفقرة {numbers}", "الفقرتين {numbers}", "الفقرات {numbers}"),
        paragraph_short=("الفقرة {numbers}", "الفقرتين {numbers}", "الفقرات {numbers}"),
        span="-",
        comma=" و",
        last=" و",
        above=("", " أعلاه"),
        below=("", " أدناه"),
        table="الجدول~{number}",
        section="الفرع~{letter}",
        reply="الرد على {asked}",
        asked="المسائل المثارة في الفقرة~{number}",
        annex="المرفق",
        annex_in_text="المرفق",
        annexes=tuple(report_ordinal(number) for number in range(1, 100)),
        table_label="الجدول~{number}",
        source="المصدر: ",
        contents=("الفقرات", "الصفحة"),
        description="الأعمدة: {heads}. الصفوف: {rows}.",
        list_comma="، ",
        number="{number}-",
        part="{letter}-",
        parts=tuple(_LETTER_NAMES.split()),
        has_abjad=True,
    ),
    treaties=TREATIES,
    state_of="{}".format,
    state_by="{}".format,
    report_ordinal=report_ordinal,
    ordinal_with=report_ordinal_with,
    later_ordinal=report_ordinal,
    organization="الأمم المتحدة",
    masthead_language="en",
    own_language="Arabic",
    is_own_named_twice=True,
    received="[تاريخ الاستلام: {date}]",
    annex_apart="يمكن الاطلاع على مرفق هذه الوثيقة في ملفات الأمانة.",
    titles={
        "core": "الوثيقة الأساسية المشتركة التي تشكل جزءاً من تقارير الدول الأطراف: {state}",
        "initial": "التقرير الأولي" + _SUBMITTED,
        "periodic": "التقرير الدوري {ordinal}" + _SUBMITTED,
        "two": _TWO + _SUBMITTED,
        "more": _MORE + _SUBMITTED,
        "replies-initial": _REPLIES + "التقرير الأولي",
        "replies-periodic": _REPLIES + "التقرير الدوري {ordinal_with}",
        "replies-two": _REPLIES + _TWO,
        "replies-more": _REPLIES + _MORE,
    },
    procedures={
        "standard": "",
        "simplified": " عملاً بالإجراء المبسط لتقديم التقارير",
        "optional": " عملاً بالإجراء الاختياري لتقديم التقارير",
    },
    annex_title=": المرفق الإحصائي",
    contents="المحتويات",
    abbreviations="المختصرات",
    heading="الردود على قائمة المسائل ({symbol})",
    cedaw_list=("قائمة المسائل", "قائمة المسائل والأسئلة"),
    reply="الرد على {asked}",
    not_received="لم يرد بعد الرد على {asked}.",
    asked_by={
        "cedaw": "الفقرة~{number} من قائمة المسائل والأسئلة",
        "cat": "الأسئلة المطروحة في الفقرة~{number} من قائمة المسائل",
    },
    tables="جداول إحصائية",
    tables_intro=(
        "يبين هذا المرفق الإحصائي جميع الأرقام التي يستند إليها التقرير والجهات التي قدمتها. وتدل النقطتان (..) على "
        "عدم توافر البيانات أو على أنها لم تُبلَّغ على حدة، وتدل الشرطة (–) على أن المقدار صفر."
    ),
)
