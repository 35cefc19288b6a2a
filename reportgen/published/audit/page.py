"""An audit as a page: what was found, paragraph by paragraph.

How much a finding matters is said in words; its colour only repeats it.
"""

from collections import Counter
from itertools import groupby

from reportgen.published.audit.finding import Audited, Code
from reportgen.published.audit.printing import NOUNS, counts_words, place_words, read_words
from reportgen.writers.page import render_page

MEANINGS = {
    Code.SUM: "Parts do not add up to their total.",
    Code.SHARE: "A percentage is not the part divided by the whole.",
    Code.CHANGE: "A change does not follow from its two values.",
    Code.DIRECTION: "A word says that a value went the other way than it did.",
    Code.PERIOD: "Periods of different length are compared, or parts are called a comparison.",
    Code.CONFLICT: "One quantity has two values in two paragraphs.",
    Code.DUPLICATE: "A passage stands twice.",
    Code.PLACEHOLDER: "A note to the authors was left in.",
    Code.YEAR_ORDER: "Years go now up, now down.",
    Code.SPACING: "A space is missing, doubled or out of place.",
}
"""What each code means, in one sentence."""


def audit_html(audited: Audited, name: str) -> str:
    """Return the page.

    Args:
        audited: what was found.
        name: what was audited, for the title.
    """
    counts = Counter((finding.code, finding.severity) for finding in audited.findings)
    found = {code for code, _ in counts}
    return render_page(
        "audit",
        f"Audit of {name}",
        {"Found": counts_words(audited), "Recomputed": read_words(audited)},
        summary=[
            (code, MEANINGS[code], [counts[code, severity] for severity in NOUNS]) for code in Code if code in found
        ],
        nouns=NOUNS,
        right=[
            (place_words(paragraph).capitalize(), [claim.words for claim in claims])
            for paragraph, claims in groupby(audited.right, key=lambda claim: claim.paragraph)
        ],
        places=[
            (place_words(paragraph).capitalize(), list(findings))
            for paragraph, findings in groupby(audited.findings, key=lambda finding: finding.paragraph)
        ],
    )
