"""An audit as one self-contained page: what was found, paragraph by paragraph.

No script, nothing that a browser would fetch, and a policy that forbids both. How much a finding matters is said in
words; its colour only repeats it.
"""

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby

from reportgen import __version__
from reportgen.diagnostics import Severity, is_printable
from reportgen.published.audit.finding import Audited, Code, Finding
from reportgen.published.audit.printing import counts_words, place_words, read_words

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


_FOOT = "Errors are certain; warnings are for a person to look at. What could not be read was left alone."


def audit_html(audited: Audited, name: str) -> str:
    """The page.

    Args:
        audited: what was found.
        name: what was audited, for the title.
    """
    style = files("reportgen.published.audit").joinpath("audit.css").read_text(encoding="utf-8")
    title = _text(f"Audit of {name}")
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="generator" content="reportgen {__version__}">\n',
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
            f'<dl class="facts">\n<dt>Found</dt><dd>{counts_words(audited)}</dd>\n',
            f"<dt>Recomputed</dt><dd>{read_words(audited)}</dd>\n</dl>\n</header>\n<main>\n",
            _summary(audited),
            _findings(audited),
            f"</main>\n<footer><p>Written by reportgen {__version__}. {_FOOT}</p></footer>\n</body>\n</html>\n",
        )
    )


def _policy(style: str) -> str:
    """What a browser may do with the page: apply this style sheet, known by its hash, and nothing else."""
    known = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _summary(audited: Audited) -> str:
    """A row for each code that was found."""
    counts = Counter((one.code, one.severity) for one in audited.findings)
    codes = [code for code in Code if any(one is code for one, _ in counts)]
    if not codes:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{code}</th><td>{MEANINGS[code]}</td>'
        f'<td class="count">{counts[code, Severity.ERROR] or "–"}</td>'
        f'<td class="count">{counts[code, Severity.WARNING] or "–"}</td></tr>\n'
        for code in codes
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Code", "What it says", "Errors", "Warnings"))
    return (
        '<section aria-labelledby="summary">\n<h2 id="summary">What was found</h2>\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )


def _findings(audited: Audited) -> str:
    groups = groupby(audited.findings, key=lambda one: one.paragraph)
    sections = "".join(
        f"<h3>{place_words(paragraph).capitalize()}</h3>\n{''.join(map(_finding, group))}"
        for paragraph, group in groups
    )
    if not sections:
        return ""
    return (
        f'<section aria-labelledby="findings">\n<h2 id="findings">Paragraph by paragraph</h2>\n{sections}</section>\n'
    )


def _finding(finding: Finding) -> str:
    return (
        f'<div class="finding {finding.severity}">\n<p>{_text(finding.message[:1].upper() + finding.message[1:])}. '
        f'<span class="code">{finding.severity}: {finding.code}</span></p>\n'
        f'<p class="evidence">{_text(finding.evidence)}</p>\n</div>\n'
    )


def _text(text: str) -> str:
    return escape("".join(one if is_printable(one) else "\N{REPLACEMENT CHARACTER}" for one in text), quote=False)
