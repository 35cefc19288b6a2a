"""The lists at the beginning: contents with paragraphs and pages, and abbreviations.

The page of an entry is counted by the engine that prints (`target-counter` in the style sheet); a screen has no pages,
and there the column is not shown. The link of the page is empty here, and so is the dotted line before the numbers.
"""

from reportgen.document.tree import Abbreviations, Contents, ContentsEntry
from reportgen.writers.html.escaping import anchor, content
from reportgen.writers.html.inlines import write_inlines
from reportgen.writers.wording import paragraph_range


def write_contents(contents: Contents) -> str:
    """Return the list of contents."""
    return "".join(
        (
            '<nav class="contents" aria-labelledby="list:contents">\n',
            f'<p class="title" id="list:contents">{write_inlines(contents.title)}</p>\n',
            f'<p class="columns"><span class="paragraphs">{contents.words.contents[0]}</span>',
            f' <span class="page">{contents.words.contents[1]}</span></p>\n<ol>\n',
            *map(_entry, contents.entries),
            "</ol>\n</nav>\n",
        )
    )


def _entry(entry: ContentsEntry) -> str:
    target = f'href="#{anchor(entry.target)}"'
    label = f'<span class="label">{content(entry.label)} </span>' if entry.label else ""
    text = label + write_inlines(entry.children)
    return (
        f'<li class="to-{entry.level}"><span class="entry"><a {target}>{text}</a></span>'
        f' <span class="paragraphs">{paragraph_range(entry)}</span> <span class="page"><a {target}></a></span></li>\n'
    )


def write_abbreviations(block: Abbreviations, depth: int) -> str:
    """Return the list of abbreviations."""
    entries = (
        f'<li><span class="abbreviation">{content(entry.short)} </span>{content(entry.full)}</li>\n'
        for entry in block.entries
    )
    heading = f'<h{depth} class="list">{write_inlines(block.title)}</h{depth}>\n'
    return f'<section class="abbreviations">\n{heading}<ul>\n{"".join(entries)}</ul>\n</section>\n'
