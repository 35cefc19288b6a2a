"""The fixed wording of English documents."""

from reportgen.document.wording import ENGLISH
from reportgen.languages.en.numerals import ordinal
from reportgen.languages.front import Front, TreatyNames
from reportgen.model.treaties import TREATIES

_REPORT = " submitted {by_state} {under}{procedure}, due in {due}"
_REPLIES = "Replies {of_state} to the list of issues in relation to its "

FRONT = Front(
    tag="en-GB",
    wording=ENGLISH,
    treaties={
        treaty.code: TreatyNames(
            treaty.name, treaty.committee, treaty.cited, f"under {treaty.cited}", treaty.short, treaty.masthead
        )
        for treaty in TREATIES.values()
    },
    state_of="of {}".format,
    state_by="by {}".format,
    report_ordinal=ordinal,
    later_ordinal=ordinal,
    organization="United Nations",
    own_language="English",
    is_own_named_twice=True,
    received="[Date received: {date}]",
    annex_apart="The annex to the present document may be consulted in the files of the secretariat.",
    titles={
        "core": "Common core document forming part of the reports of States parties: {state}",
        "initial": "Initial report" + _REPORT,
        "periodic": "{ordinal} periodic report" + _REPORT,
        "two": "Combined {first} and {last} periodic reports" + _REPORT,
        "more": "Combined {first} to {last} periodic reports" + _REPORT,
        "replies-initial": _REPLIES + "initial report",
        "replies-periodic": _REPLIES + "{ordinal} periodic report",
        "replies-two": _REPLIES + "combined {first} and {last} periodic reports",
        "replies-more": _REPLIES + "combined {first} to {last} periodic reports",
    },
    procedures={
        "standard": "",
        "simplified": ", pursuant to the simplified reporting procedure",
        "optional": ", pursuant to the optional reporting procedure",
    },
    annex_title=": statistical annex",
    contents="Contents",
    abbreviations="Abbreviations",
    heading="Replies to the list of issues ({symbol})",
    cedaw_list=("list of issues", "list of issues and questions"),
    reply="Reply to {asked}",
    not_received="The reply to {asked} has not been received.",
    asked_by={
        "cedaw": "paragraph {number} of the list of issues and questions",
        "cat": "the questions raised in paragraph {number} of the list of issues",
    },
    tables="Statistical tables",
    tables_intro=(
        "The present statistical annex gives all figures that the report is based on, with the agencies that supplied "
        "them. Two dots (..) indicate that data are not available or were not reported separately. A dash (–) "
        "indicates that the amount is nil."
    ),
)
