"""Problems that `reportgen check` finds by looking at templates, before any report meets them."""

from reportgen.diagnostics.catalogue.entry import Entry
from reportgen.diagnostics.diagnostic import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "RG540",
        WARNING,
        "a template that nothing asks for",
        "no template asks for this file, so it is never used",
        "give it the name of the template that it is to replace, or remove it; {known}",
        "A project's template takes the place of the shipped one with the same name in the folder templates/, not in "
        "a folder below it. One with another name is used only where another template includes it.",
        "templates/repyl.html.j2 – call it templates/reply.html.j2",
    ),
    Entry(
        "RG541",
        WARNING,
        "a template for an issue that does not exist",
        "the list of issues has no issue {number}, so this template is never used",
        "give the file the number of the issue that is meant, or remove it; {known}",
        "templates/replies/11.html.j2 takes over the reply to issue 11. After a new list of issues has come, such "
        "templates belong to other issues or to none.",
        "templates/replies/41.html.j2 – call it templates/replies/14.html.j2",
    ),
    Entry(
        "RG542",
        ERROR,
        "a name that templates do not know",
        "the template uses {name}, which there is not",
        "correct the name; {known}",
        "Templates see report, state, treaty, parts and annex, within the loops part, theme, reply and block, and "
        "every indicator under its key. An unknown name stops the document as soon as a report gets to it.",
        "{{ repotr.symbol }} – write {{ report.symbol }}",
    ),
    Entry(
        "RG543",
        ERROR,
        "a filter that templates do not have",
        "the template uses the {kind} {name}, which there is not",
        "correct it, or leave it out; {known}",
        "Templates have the phrase filters and those of Jinja that are safe. Filters that would print raw HTML, or "
        "something else each time, are left out.",
        "{{ victims | comparde }} – write {{ victims | compared }}",
    ),
    Entry(
        "RG544",
        ERROR,
        "a field that there is not",
        "the template asks for {name}, which there is not",
        "correct the word after the dot; {known}",
        "What stands behind each name is listed in docs/templates.md. A field that is missing stops the document.",
        "{{ report.symbl }} – write {{ report.symbol }}",
    ),
    Entry(
        "RG545",
        WARNING,
        "a comparison with a word that never comes",
        "the template compares {name} with “{value}”, which it never is",
        "correct the word, or remove the branch; {known}",
        "Some fields have a few values only, such as the kind of a block. A branch for any other value is never "
        "printed, and what was meant by it is lost in silence.",
        '{% if block.kind == "paragraf" %} – write {% if block.kind == "paragraph" %}',
    ),
    Entry(
        "RG546",
        WARNING,
        "a branch that is never reached",
        "this branch is never reached: {reason}",
        "remove the branch, or correct its condition",
        "What stands in such a branch looks like part of the report and never is.",
        "{% if theme.title %}…{% elif theme.title %}…{% endif %} – remove the second branch",
    ),
    Entry(
        "RG547",
        WARNING,
        "a macro that nothing calls",
        "the macro {name} is never called",
        "call it where it is meant, or remove it",
        "A macro prints where it is called and nowhere else.",
        "{% macro box(text) %}…{% endmacro %} and no {{ box(…) }} – call it, or remove it",
    ),
    Entry(
        "RG548",
        WARNING,
        "a block that the extended template does not have",
        "the block {name} is never printed: {base} has none of that name",
        "correct the name of the block; {known}",
        "A template that extends another replaces blocks of it by their names. A block with another name has no "
        "place to be printed in.",
        '{% extends "un/report.html.j2" %}{% block list %} – write {% block lists %}',
    ),
    Entry(
        "RG549",
        WARNING,
        "text outside of all blocks",
        "this text is never printed: it stands outside of the blocks of a template that extends {base}",
        "put it into a block, such as {{% block lists %}}",
        "Of a template that extends another, only its blocks are printed.",
        '{% extends "un/report.html.j2" %}<p>Text</p> – put the paragraph into a block',
    ),
)
