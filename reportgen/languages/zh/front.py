"""The fixed wording of Chinese documents.

Names of treaties and committees and the English lines of the masthead are those of the United Nations' own documents
(CCPR/C/TUN/CO/6, CMW/C/ARG/CO/2, CRC/C/AUT/CO/5-6); the order of the title and the headings over replies
are ours ([docs/languages.md](../../../docs/languages.md)).
"""

from reportgen.document.wording import Wording
from reportgen.languages.front import Front, TreatyNames
from reportgen.languages.zh.numerals import in_words, report_ordinal
from reportgen.model.treaties import TreatyCode

_REPORT = "{by_state}{under}{procedure}提交的{ordinal}定期报告，应于{due}年提交"
_COMBINED = "合并定期报告"


def _treaty(name: str, committee: str, *articles: int, council: str | None = None, behind: str = "") -> TreatyNames:
    cited = "《公约》第" + "和第".join(in_words(article) for article in articles) + "条" + behind
    return TreatyNames(name, committee, cited, f"根据{cited}", "《公约》", council or name)


TREATIES: dict[TreatyCode, TreatyNames] = {
    "cerd": _treaty("消除一切形式种族歧视国际公约", "消除种族歧视委员会", 9),
    "cescr": _treaty("经济、社会及文化权利国际公约", "经济、社会及文化权利委员会", 16, 17, council="经济及社会理事会"),
    "ccpr": _treaty("公民及政治权利国际公约", "人权事务委员会", 40),
    "cedaw": _treaty("消除对妇女一切形式歧视公约", "消除对妇女歧视委员会", 18),
    "cat": _treaty("禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约", "禁止酷刑委员会", 19),
    "crc": _treaty("儿童权利公约", "儿童权利委员会", 44),
    "cmw": _treaty("保护所有移徙工人及其家庭成员权利国际公约", "保护所有移徙工人及其家庭成员权利委员会", 73),
    "crpd": _treaty("残疾人权利公约", "残疾人权利委员会", 35),
    "ced": _treaty("保护所有人免遭强迫失踪国际公约", "强迫失踪问题委员会", 29, behind="第1款"),
}

FRONT = Front(
    tag="zh-CN",
    wording=Wording(
        paragraph=("第{numbers}段", "第{numbers}段"),
        paragraph_short=("第{numbers}段", "第{numbers}段"),
        span="至第",
        comma="段、第",
        last="段和第",
        above=("", ""),
        below=("", ""),
        table="表{number}",
        section="{letter}节",
        reply="对{asked}的答复",
        asked="第{number}段所提问题",
        annex="附件",
        annex_in_text="附件",
        table_label="表{number}",
        source="资料来源：",
        contents=("段次", "页次"),
        description="列：{heads}。行：{rows}。",
    ),
    treaties=TREATIES,
    state_of="{}".format,
    state_by="{}".format,
    report_ordinal=report_ordinal,
    later_ordinal=report_ordinal,
    organization="联\u00a0合\u00a0国",
    masthead_language="en",
    own_language="Chinese",
    is_own_named_twice=False,
    received="[收到日期：{date}]",
    annex_apart="附件可在秘书处存档查阅。",
    titles={
        "core": "作为缔约国报告组成部分的共同核心文件：{state}",
        "initial": "{by_state}{under}{procedure}提交的初次报告，应于{due}年提交",
        "periodic": _REPORT,
        "two": _REPORT.replace("{ordinal}定期报告", "{first}和{last}" + _COMBINED),
        "more": _REPORT.replace("{ordinal}定期报告", "{first}至{last}" + _COMBINED),
        "replies-initial": "{of_state}对与其初次报告有关的问题清单的答复",
        "replies-periodic": "{of_state}对与其{ordinal}定期报告有关的问题清单的答复",
        "replies-two": "{of_state}对与其{first}和{last}合并定期报告有关的问题清单的答复",
        "replies-more": "{of_state}对与其{first}至{last}合并定期报告有关的问题清单的答复",
    },
    procedures={"standard": "", "simplified": "按照简化报告程序", "optional": "按照任择报告程序"},
    annex_title="：统计附件",
    contents="目录",
    abbreviations="缩略语",
    heading="对问题清单({symbol})的答复",
    cedaw_list=("问题清单", "议题和问题清单"),
    reply="对{asked}的答复",
    not_received="尚未收到对{asked}的答复。",
    asked_by={
        "cedaw": "议题和问题清单第{number}段",
        "cat": "问题清单第{number}段",
    },
    tables="统计表",
    tables_intro=(
        "本统计附件列出报告所依据的全部数字以及提供这些数字的机构。两点(..)表示没有数据或未单独报告数据。短横(–)表示"
        "数额为零。"
    ),
)
