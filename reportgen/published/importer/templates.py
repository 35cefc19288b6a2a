"""Write the templates of an imported project: headings in the report's own words, and what Markdown cannot carry.

They are the shipped ones with as little changed as the report needs. What holds tables or words of the report is marked
at its head as its own, so that rollover does not print it again; `part.html.j2` holds none, and moves on with the part
in `issues.yaml` that it is for.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.agencies.rollover import OF_THE_OLD_REPORT
from reportgen.compose.environment import shipped_templates
from reportgen.document.tree import Block
from reportgen.document.wording import say_asked
from reportgen.languages.front import Front
from reportgen.published.importer.sections import HIDDEN_PART, Plan, Section
from reportgen.published.importer.semantic_html import block_html, text_html

_NUMBER = "{{ reply.number }}"
_LOOP = "{% for block in reply.blocks %}\n"
_LOOP_END = "{% endfor %}"

_PART_FILE = "part.html.j2"
_PART = """\
{{# The part that begins the report has no heading of its own. #}}
{{% if part.title != "{title}" %}}
{{% include "un/part.html.j2" %}}
{{% else %}}
{{% for theme in part.themes %}}
{{% include "theme.html.j2" %}}
{{% endfor %}}
{{% endif %}}
"""
_REPORT = """\
{# The report as it is shipped, where the one that was imported does not differ. #}
{% extends "un/report.html.j2" %}
"""
_NO_HEADING = """\
{% block heading %}
{% endblock %}
"""
_ANNEXES = """\
{% block body %}
{{ super() }}
{% include "annexes.html.j2" %}
{% endblock %}
"""
_REPLY = """\
{# A reply as the report that was imported prints it. #}
{% extends "BASE" %}
"""
_OF_ALL = _REPLY.replace("BASE", "un/reply.html.j2")
_OF_ONE = _REPLY.replace("BASE", "reply.html.j2")


class Insert(Struct, frozen=True):
    """A block that a template prints, since no submission can hold it."""

    after: int
    """After how many of the blocks that the submission gives."""
    block: Block


def make_templates(plan: Plan, inserts: Mapping[int, Sequence[Insert]], front: Front) -> dict[str, str]:
    """Return the templates that the report needs, by path below the project.

    Args:
        plan: the order of the report.
        inserts: what each reply prints that its submission cannot hold, by the number of the issue.
        front: the words that the shipped templates print for the treaty of the report.
    """
    templates: dict[str, str] = {}
    if any(part.title == HIDDEN_PART for part in plan.parts):
        templates[_PART_FILE] = _PART.format(title=HIDDEN_PART)
    if plan.annexes or plan.title is None:
        heading = _NO_HEADING if plan.title is None else ""
        templates["report.html.j2"] = f"{_REPORT}{heading}{_ANNEXES if plan.annexes else ''}"
    if plan.annexes:
        templates["annexes.html.j2"] = "".join(f"{block_html(block)}\n" for block in plan.annexes)
    usual = _usual_heading(plan.sections)
    if usual != say_asked(front.wording, front.reply, _NUMBER):
        templates["reply.html.j2"] = _OF_ALL + _heading_block(usual)
    for section in plan.sections:
        own = inserts.get(section.number, ())
        words = None if section.heading is None else _pattern(section.heading, section.number)
        if own or words != usual:
            differs = _heading_block(words) if words != usual else ""
            between = _text_block(own) if own else ""
            templates[f"replies/{section.number}.html.j2"] = f"{_OF_ONE}{differs}{between}"
    heads = {name: "" if name == _PART_FILE else OF_THE_OLD_REPORT for name in templates}
    return {f"templates/{name}": heads[name] + text for name, text in templates.items()}


# ---- headings -------------------------------------------------------------------------------------------------


def _usual_heading(sections: Sequence[Section]) -> str | None:
    """Return the words that stand over most replies, with the mark of the number; None where most have none."""
    headings = (None if section.heading is None else _pattern(section.heading, section.number) for section in sections)
    found = Counter(headings).most_common(1)
    return found[0][0] if found else None


def _pattern(heading: str, number: int) -> str:
    """Return a heading as a template writes it, with its number wherever it names it."""
    words = re.split(rf"(?<!\d){number}(?!\d)", heading)
    return _NUMBER.join(map(text_html, words))


def _heading_block(heading: str | None) -> str:
    """Return the block that prints the heading of a reply."""
    line = "" if heading is None else f'<h4 id="{{{{ reply.key }}}}">{heading}</h4>\n'
    return f"{{% block heading %}}\n{line}{{% endblock %}}\n"


# ---- what stands between --------------------------------------------------------------------------------------


def _text_block(inserts: Sequence[Insert]) -> str:
    """Return the block that prints a reply, with what its submission cannot hold at its places."""
    written: dict[int, str] = {}
    for insert in inserts:
        written[insert.after] = f"{written.get(insert.after, '')}{block_html(insert.block)}\n"
    before = written.pop(0, "")
    cases = "".join(f"{{% if loop.index == {place} %}}\n{html}{{% endif %}}\n" for place, html in written.items())
    _, loop, rest = (shipped_templates() / "blocks.html.j2").read_text(encoding="utf-8").partition(_LOOP)
    body, end, _ = rest.rpartition(_LOOP_END)
    return f"{{% block text %}}\n{before}{loop}{body}{cases}{end}\n{{% endblock %}}\n"
