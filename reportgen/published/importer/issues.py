"""Make `issues.yaml` of the Committee's list of issues: its parts, themes and issues."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, diagnose, word
from reportgen.document.tree import (
    Block,
    Document,
    Heading,
    Inlines,
    Item,
    ItemList,
    Level,
    Mark,
    Note,
    Paragraph,
    Text,
)
from reportgen.document.walk import inlines_of, plain_text
from reportgen.limits import LABEL_CHARACTERS
from reportgen.model import Issue, Outline, ReportPart, Theme
from reportgen.model.outline import Asks
from reportgen.project.writing import issues_yaml
from reportgen.published.importer.asks import find_asks
from reportgen.published.importer.light_markdown import plain_inlines
from reportgen.published.importer.project_files import counted
from reportgen.published.importer.sections import MOST_ISSUES, split_articles
from reportgen.regex import regex

_LETTER = regex(r"(?:(?<=[:;,])|(?<=\band)|(?<=\bor))\s+\(([a-z])\)\s+")
"""A sub-question within a paragraph: `Please provide: (a) the number …; (b) the sentences …`."""
_PLEASE = regex(r"(?<=[.?!])\s+(?=(?:[A-Z][^.?!,]{0,60},\s+)?[Pp]lease\b)")
"""Where the next request of a paragraph begins: `… in 2019. In this regard, please describe …`."""
_SENTENCES = regex(r"(?<=[.?!])\s+(?=[A-Z])")
_LETTERS = frozenset({Mark.LETTER, Mark.PLAIN_LETTER, Mark.CLOSED_LETTER})
_NO_PART = "The list of issues"
_TITLE = regex(
    r"^(?:list of (?:issues|themes)|liste (?:de|des) (?:points|thèmes)|lista de (?:cuestiones|temas)"
    r"|перечень (?:вопросов|тем)|قائمة (?:ال)?(?:مسائل|مواضيع))|(?:问题|议题)清单$",
    re.IGNORECASE,
)
"""The title of a list, which has no style in most files: it is the heading of nothing."""
_ENDS = ";；؛"
_FOOTNOTE = regex(r"(?:\d{1,2}|[¹²³⁰-⁹]{1,2})\s*(?:[A-Z]{1,6}(?:/[\w().-]+){2,}|See\b|Ibid\b|Available\b|https?:)")
"""A note as a text that was copied from a page has it, below the list or in it: `1 CEDAW/C/ARC/CO/3, para. 12.`"""
_LONGEST_HEADING = 200
"""Characters of a heading; the longest of real lists has 170."""
_SENTENCE_ENDS = (".", "?", "!", ".”", "?”", ".)", "]")


class CountedIssues(Struct, frozen=True):
    """What was found in a list of issues."""

    issues: int = 0
    questions: int = 0
    asking: int = 0
    """How many issues ask figures."""

    def __str__(self) -> str:
        """Return it as a line for a terminal."""
        subject = counted(self.asking, "issue") if self.asking else "no issue"
        asking = f"{subject} {'ask' if self.asking > 1 else 'asks'} for figures"
        return f"{counted(self.issues, 'issue')}, {counted(self.questions, 'sub-question')}; {asking}"


class ImportedIssues(Struct, frozen=True):
    """A list of issues, as files of a project."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = {}
    counted: CountedIssues = CountedIssues()


class FoundIssues(Struct, frozen=True):
    """A list of issues."""

    outline: Outline
    diagnostics: tuple[Diagnostic, ...]
    notes: Mapping[int, str] = {}
    """What a person must decide, by the number of the issue beside which it is written."""

    @property
    def counted(self) -> CountedIssues:
        """How much it asks."""
        issues = self.outline.issues
        return CountedIssues(
            len(issues), sum(len(issue.questions) for issue in issues), sum(issue.asks != Asks() for issue in issues)
        )


class _IssueDraft(Struct):
    """One issue, as its blocks come in."""

    number: int
    texts: list[str]
    items: list[str] = []
    is_lettered: bool = False
    """Whether the list itself gives its items the letters (a), (b), by which people refer to them."""


class _ThemeDraft(Struct):
    title: str | None
    articles: tuple[str, ...] = ()
    heading: str = ""
    """The line that the title was read from, with its articles."""
    issues: list[_IssueDraft] = []


class _IssueReader(Struct):
    """Walks over the blocks of a list once."""

    place: Place
    parts: list[tuple[str, list[_ThemeDraft]]] = []
    diagnostics: list[Diagnostic] = []
    given: set[int] = set()
    last: _IssueDraft | None = None
    is_listing: bool = False
    """Whether the last issue goes on in lines without a label."""
    unclear: str | None = None
    """The last heading, where it may be a sub-question of the issue before it."""
    notes: dict[int, str] = {}

    def read(self, document: Document) -> None:
        for block, after in zip_longest(document.blocks, document.blocks[1:]):
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph(numbered=True):
                    self._issue(block)
                case ItemList() if self.last is not None:
                    self.last.is_lettered |= block.mark in _LETTERS and not self.last.items
                    self.last.items += [_item(item) for item in block.items]
                case _:
                    is_last = after is None or (isinstance(after, Paragraph) and after.numbered)
                    self._more(block, is_last=is_last)

    def _heading(self, heading: Heading) -> None:
        title = _words(heading.children)[:LABEL_CHARACTERS].strip()
        if (heading.level is Level.TITLE and not self.parts) or (not self.given and _TITLE.search(title)):
            return
        self.last = None
        self.is_listing = False
        if heading.level is Level.PART:
            self.parts.append((title, []))
        else:
            name, articles = split_articles(title)
            self._part_above()
            self._themes().append(_ThemeDraft(name or None, articles, title))

    def _part_above(self) -> None:
        """Take a heading that another one follows at once for that of a part, as lists without styles have it."""
        themes = self._themes()
        if not themes or themes[-1].issues or not themes[-1].heading:
            return
        above = themes.pop()
        if self.parts[-1] == (_NO_PART, []):
            self.parts.pop()
        self.parts.append((above.heading, []))

    def _themes(self) -> list[_ThemeDraft]:
        if not self.parts:
            self.parts.append((_NO_PART, []))
        return self.parts[-1][1]

    def _issue(self, paragraph: Paragraph) -> None:
        number = paragraph.number or max(self.given, default=0) + 1
        if number in self.given or number > MOST_ISSUES:
            free = max(self.given) + 1
            self.diagnostics.append(diagnose("RG843", self.place, number=number, free=free))
            number = free
        self.given.add(number)
        themes = self._themes()
        if not themes:
            themes.append(_ThemeDraft(None))
        self.last = _IssueDraft(number, [_words(paragraph.children)])
        self.is_listing = False
        if self.unclear:
            self.notes[number] = self.unclear
            self.unclear = None
        themes[-1].issues.append(self.last)

    def _more(self, block: Block, *, is_last: bool) -> None:
        """Add a text to the issue that it goes on with, or remark that it belongs to none.

        Args:
            block: the text, which has no number.
            is_last: whether an issue, or nothing, follows it.
        """
        text = " ".join(filter(None, (_words(inlines) for inlines in inlines_of(block))))
        if not text:
            return
        if _FOOTNOTE.match(text):
            self.diagnostics.append(word("RG845", {"text": text}, self.place))
        elif isinstance(block, Paragraph) and self.last is not None and self._goes_on_listing(self.last):
            self._listed(self.last, text, is_last=is_last)
        elif isinstance(block, Paragraph) and _is_heading(text):
            self._headed(text)
        elif self.last is None or not isinstance(block, Paragraph):
            self.diagnostics.append(word("RG845", {"text": text}, self.place))
        else:
            (self.last.items or self.last.texts).append(text)

    def _goes_on_listing(self, issue: _IssueDraft) -> bool:
        """Return whether a line without a label may be of an issue: `Please provide:` asks for more, as a list."""
        return self.is_listing or (issue.items or issue.texts)[-1].endswith(":")

    def _listed(self, issue: _IssueDraft, text: str, *, is_last: bool) -> None:
        """Take a line for a sub-question; one of several that may be the next heading is marked."""
        if self.is_listing and is_last and _is_heading(text):
            self.notes[issue.number] = f"“{text}” may be the heading of what follows, and no sub-question"
            self._mark(text, issue.number)
        issue.items.append(text.rstrip(_ENDS).removesuffix("; and").strip())
        self.is_listing = True

    def _headed(self, text: str) -> None:
        """Take a line for a heading; behind an issue that does not end its sentence it is marked."""
        issue = self.last
        if issue is not None and not issue.items and not issue.texts[-1].endswith(_SENTENCE_ENDS):
            self._mark(text, issue.number)
            self.unclear = f"the heading “{text}” above may be a sub-question of issue {issue.number}"
        self._heading(Heading(Level.THEME, (Text(text),)))

    def _mark(self, text: str, number: int) -> None:
        self.diagnostics.append(diagnose("RG240", self.place, text=text, issue=number))


def find_issues(document: Document, base: int | None, place: Place) -> FoundIssues:
    """Return the issues of a list.

    Args:
        document: the list as a reader gives it.
        base: the last year for which figures can be given, where it is known.
        place: the file, for diagnostics.
    """
    reader = _IssueReader(place)
    reader.read(document)
    parts = tuple(ReportPart(title=title, themes=tuple(_themes(themes, base))) for title, themes in reader.parts)
    return FoundIssues(Outline(parts=parts), tuple(reader.diagnostics), reader.notes)


def _themes(drafts: list[_ThemeDraft], base: int | None) -> Iterator[Theme]:
    for draft in drafts:
        yield Theme(title=draft.title, issues=tuple(_issue(issue, draft.articles, base) for issue in draft.issues))


def _issue(draft: _IssueDraft, articles: tuple[str, ...], base: int | None) -> Issue:
    whole = " ".join(draft.texts)
    text, questions = (whole, ()) if draft.is_lettered else split_questions(whole)
    asks = find_asks(". ".join(draft.texts), base, draft.items)
    items = tuple(draft.items)
    if questions and questions[-1].endswith(":") and items:
        questions, items = questions[:-1], (f"{questions[-1]} {items[0]}", *items[1:])
    return Issue(number=draft.number, text=text, questions=(*questions, *items), articles=articles, asks=asks)


def _is_heading(text: str) -> bool:
    """Return whether a line without a number is a heading whose style was lost: short, and no sentence."""
    return len(text) <= _LONGEST_HEADING and text[:1].isupper() and not text.endswith((".", "?", "!", ";", ":", ","))


def _words(inlines: Inlines) -> str:
    """Return the words of a run on one line, notes in square brackets behind what they note."""
    plain = plain_inlines(inlines)
    text = "".join(
        f" [{plain_text(inline.children).strip()}]" if isinstance(inline, Note) else plain_text((inline,))
        for inline in plain
    )
    return " ".join(text.replace("\n", " ").split(" ")).strip()


def _item(item: Item) -> str:
    """Return one sub-question, with those below it in brackets."""
    below = [_item(one) for under in item.lists for one in under.items]
    text = _words(item.children).rstrip(_ENDS).removesuffix("; and").strip()
    return f"{text} {'; '.join(below)}" if below else text


def split_questions(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the words that lead to the questions of an issue, and these: (a), (b), or sentences with "Please"."""
    marks = _lettered(text)
    if marks and _asks(_SENTENCES.split(text[: marks[0].start()])[-1]):
        ends = [mark.start() for mark in marks[1:]]
        questions = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=False)]
        last, *rest = _SENTENCES.split(text[marks[-1].end() :], maxsplit=1)
        after = [one for more in rest for one in _PLEASE.split(more)]
        return text[: marks[0].start()].strip(), tuple(map(_trimmed, [*questions, last, *after]))
    sentences = _PLEASE.split(text)
    asks = [_asks(sentence) for sentence in sentences]
    if len(sentences) - (not asks[0]) == 1:
        return text, ()
    return ("", tuple(sentences)) if asks[0] else (sentences[0], tuple(sentences[1:]))


def _asks(sentence: str) -> bool:
    return re.search(r"\bplease\b", sentence, re.IGNORECASE) is not None


def _lettered(text: str) -> list[re.Match[str]]:
    """Return the marks (a), (b), (c) of questions within a text, where they follow each other from (a) on."""
    marks: list[re.Match[str]] = []
    for mark in _LETTER.finditer(text):
        if mark[1] == chr(ord("a") + len(marks)):
            marks.append(mark)
    return marks if len(marks) > 1 else []


def _trimmed(question: str) -> str:
    """Return a question without what joins it to the next one."""
    return re.sub(r"[;,]?\s*\b(?:and|or)$|[;,]$", "", question.strip()).strip()


# ---- the file -------------------------------------------------------------------------------------------------

_HEAD = """\
# issues.yaml: the Committee's list of issues, from {file}.
# Name for each issue the agencies that answer, the lead first: take the "# " away before agencies: and write their
# codes as they stand in agencies.yaml. Under asks: stands what figures the issue asks for, where it says so plainly.
"""


def issues_file(outline: Outline, file: str, notes: Mapping[int, str] | None = None) -> str:
    """Return `issues.yaml` for a list of issues.

    Args:
        outline: the list.
        file: the name of the file that it was read from.
        notes: what a person must decide, by the number of the issue.
    """
    return issues_yaml(outline, _HEAD.format(file=" ".join(file.split())), notes)
