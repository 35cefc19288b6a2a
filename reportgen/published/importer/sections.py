"""Find the order of a published report: its parts, their themes, and the replies in them.

A report that answers a list of issues has a heading over each reply, and the number in it is the issue's. Text without
such a heading becomes the reply to an issue with a free number, and nothing is printed over it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place, diagnose, word
from reportgen.document.labels import capitals
from reportgen.document.tree import Abbreviations, Block, Contents, Heading, Level, Note, Paragraph, Text
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.document.words import count_words
from reportgen.limits import LABEL_CHARACTERS
from reportgen.published.importer.light_markdown import plain_inlines
from reportgen.readers.wording import level_by_wording
from reportgen.regex import regex

HIDDEN_PART = "Text without a part"
"""The title of a part that prints no heading."""
MOST_ISSUES = 999
"""The highest number of an issue; a higher one in a heading is a year or an amount."""
_MOST_IN_ANNEXES = 0.5
"""The share of the words of a file beyond which its annexes are asked about."""
_MOST_IN_REPLY = 0.8
"""The share of its words that one reply of a long file may have before that is said."""
_LONG = 2_000
"""Words of a file that is not expected to be a single reply; the replies of CCPR/C/KAZ/3 have 470 in the mean."""
_NUMBER = regex(r"\b(\d{1,3})\b")
_OF_ISSUE = regex(r"\b(?:para(?:graph)?s?|issues?|questions?|items?)\.?\s+(?:Nos?\.\s*)?(\d{1,3})\b", re.IGNORECASE)
"""`Reply to the issues raised in paragraph 14`, `Question No. 3`."""
_LABEL = regex(r"(?:Q\.?\s?)?(\d{1,3})[.:)]\s", re.IGNORECASE)
"""The number that a question of the Committee begins with: `4. Please …`, `Q4: …`."""
_ASKS = regex(r"\bplease\b|\?", re.IGNORECASE)
"""What tells a question of the Committee from a heading."""
_ARTICLES = regex(r"\s*\((?:arts?\.|articles?)\s*([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$", re.IGNORECASE)
"""`Right to life (arts. 6 and 7 (1))`, as lists of issues and replies have over each theme."""
_ARTICLES_ALONE = regex(r"(?:articles?|arts?\.)\s+((?:[\d\s,()–-]|and|to)+)", re.IGNORECASE)
"""`Articles 1 and 4`, as reports without a list of issues have."""
_ARTICLE = regex(r"\d{1,2}(?:\s*\(\d{1,2}\))?")
_RANGE = regex(r"\b(\d{1,2})\s*(?:–|-|to)\s*(\d{1,2})\b")


class Section(Struct):
    """The reply to one issue."""

    number: int
    heading: str | None = None
    """The words over it; None where nothing is printed there."""
    blocks: list[Block] = []

    @property
    def paragraphs(self) -> list[int]:
        """The numbers that its paragraphs have in the report."""
        return [block.number for block in self.blocks if isinstance(block, Paragraph) and block.number is not None]


class ThemePlan(Struct):
    """Replies under one heading, or under none."""

    title: str | None
    sections: list[Section] = []


class PartPlan(Struct):
    """A lettered part, or what stands before the first."""

    title: str
    themes: list[ThemePlan] = []


class Plan(Struct):
    """A report in its order."""

    title: str | None = None
    """The heading over all replies."""
    parts: list[PartPlan] = []
    annexes: list[Block] = []
    contents: Contents | None = None
    abbreviations: bool = False
    diagnostics: list[Diagnostic] = []

    @property
    def sections(self) -> list[Section]:
        """All replies in their order."""
        return [section for part in self.parts for theme in part.themes for section in theme.sections]


def issue_number(heading: str) -> int | None:
    """Return the number of the issue that a heading names: 14 of `Reply to the issues raised in paragraph 14`.

    A question of the Committee names other paragraphs than its own, unless it begins with its number: `4. Please …`.
    """
    found = _OF_ISSUE.search(heading) or _NUMBER.search(heading)
    if level_by_wording(heading) is not Level.REPLY and _ASKS.search(heading):
        found = _LABEL.match(heading)
    number = int(found[1]) if found else 0
    return number if 0 < number <= MOST_ISSUES else None


def split_articles(title: str) -> tuple[str, tuple[str, ...]]:
    """Return a heading without the articles that it names at its end, and the articles: `(arts. 2, 3 and 26)`.

    A heading that is nothing but articles, `Articles 1 and 4`, stays what it is.
    """
    found = _ARTICLES.search(title)
    if found is not None:
        return title[: found.start()], _articles(found[1])
    alone = _ARTICLES_ALONE.fullmatch(title.strip())
    return title, _articles(alone[1]) if alone else ()


def _articles(words: str) -> tuple[str, ...]:
    """Return the articles that words name, each number of a range apart."""
    spelled = _RANGE.sub(lambda span: ", ".join(map(str, range(int(span[1]), int(span[2]) + 1))), words)
    return tuple(dict.fromkeys(re.sub(r"\s*\(", " (", article) for article in _ARTICLE.findall(spelled)))


def find_sections(blocks: Iterable[Block], place: Place, *, annexes: bool | None = None) -> Plan:
    """Return the order of a report.

    Args:
        blocks: its blocks.
        place: the file, for diagnostics.
        annexes: whether headings such as `Annex I` begin annexes; None: they do, and where most of the file stands
            behind one, that is asked.
    """
    found = list(blocks)
    if annexes is False:
        found = [_without_annex(block) for block in found]
    plan = _SectionFinder(place, lettered=_are_lettered(found), taken=_numbers(found)).find(found)
    plan.diagnostics += _lopsided(plan, place, may_ask=annexes is None)
    return plan


def _without_annex(block: Block) -> Block:
    is_annex = isinstance(block, Heading) and block.level is Level.ANNEX
    if not is_annex or not isinstance(block, Heading):
        return block
    words = (Text(" "), *block.children) if block.label and block.children else block.children
    return replace(block, level=Level.THEME, label=None, children=(Text(block.label or ""), *words))


def words_in(blocks: Iterable[Block]) -> int:
    """Return how many words blocks have, as a limit counts them."""
    return sum(count_words(plain_text(inlines)) for block in blocks for inlines in inlines_of(block))


def _lopsided(plan: Plan, place: Place, *, may_ask: bool) -> Iterator[Diagnostic]:
    """Yield a diagnostic where most of a file went to one place: of eight long reports seven lost their text so."""
    annex = words_in(plan.annexes)
    replies = {section.number: words_in(section.blocks) for section in plan.sections}
    whole = annex + sum(replies.values())
    if may_ask and annex > whole * _MOST_IN_ANNEXES and plan.annexes:
        heading = plan.annexes[0]
        label = f"{heading.label} " if isinstance(heading, Heading) and heading.label else ""
        words = plain_text(heading.children) if isinstance(heading, Heading) else ""
        yield diagnose("RG849", place, part=f"{annex:,}", words=f"{whole:,}", heading=f"{label}{words}".strip())
    number = max(replies, key=lambda number: replies[number], default=0)
    if whole > _LONG and replies.get(number, 0) > whole * _MOST_IN_REPLY:
        yield diagnose("RG821", place, part=f"{replies[number]:,}", words=f"{whole:,}", issue=number)


def _are_lettered(blocks: Sequence[Block]) -> bool:
    """Return whether the parts are lettered A, B, C, as ours will be."""
    labels = [block.label for block in blocks if isinstance(block, Heading) and block.level is Level.PART]
    return labels == [f"{capitals(number)}." for number in range(1, len(labels) + 1)]


def _numbers(blocks: Sequence[Block]) -> set[int]:
    """Return the numbers that headings of replies name."""
    headings = (block for block in blocks if isinstance(block, Heading) and block.level is Level.REPLY)
    titles = (_labelled(heading, plain_text(heading.children)) for heading in headings)
    return {number for title in titles if (number := issue_number(title)) is not None}


def _labelled(heading: Heading, title: str) -> str:
    """Return the words of a heading with the label before them: `A. Replies to …`."""
    return f"{heading.label} {title}" if heading.label else title


class _SectionFinder(Struct):
    """Walks over the blocks once."""

    place: Place
    lettered: bool
    taken: set[int]
    plan: Plan = field(default_factory=Plan)
    given: set[int] = set()
    section: Section | None = None
    """The reply that is open."""

    def find(self, blocks: Sequence[Block]) -> Plan:
        for place, block in enumerate(blocks):
            match block:
                case Contents():
                    self.plan.contents = block
                case Abbreviations():
                    self.plan.abbreviations = True
                case Heading(level=Level.ANNEX):
                    self.plan.annexes = list(blocks[place:])
                    break
                case Heading():
                    self._heading(block)
                case _:
                    self._open().blocks.append(block)
        return self.plan

    def _heading(self, heading: Heading) -> None:
        words = tuple(child for child in heading.children if not isinstance(child, Note))
        title = plain_text(plain_inlines(words)).replace("\n", " ")
        if len(title) > LABEL_CHARACTERS and heading.level is not Level.REPLY:
            self._remark("RG835", heading=title, limit=LABEL_CHARACTERS)
            self._open().blocks.append(Paragraph((Text(title),), numbered=False))
            return
        match heading.level:
            case Level.TITLE if self.plan.title is None and not self.plan.parts:
                self.plan.title = title
            case Level.PART if self.lettered:
                self.plan.parts.append(PartPlan(title))
                self.section = None
            case Level.REPLY:
                self._reply(heading, title)
            case _:
                self._topic(heading, title)
        self._keep_notes(heading, title)

    def _topic(self, heading: Heading, title: str) -> None:
        """Open a theme, also for a heading that has no place of its own in a project."""
        label = f"{heading.label} " if heading.label else ""
        self._part().themes.append(ThemePlan(f"{label}{title}"))
        self.section = None
        if heading.level is not Level.THEME:
            self._remark("RG833", heading=f"{label}{title}")

    def _keep_notes(self, heading: Heading, title: str) -> None:
        """Put the notes to a heading below it: a heading of a project has none."""
        for note in (inline for inline in walk_inlines(heading.children) if isinstance(inline, Note)):
            self._remark("RG834", heading=title)
            self._open().blocks.append(Paragraph((Text(f"{title}: "), *note.children), numbered=False))

    def _reply(self, heading: Heading, title: str) -> None:
        """Open a reply; a letter before its heading, `A. Replies to …`, is printed again."""
        title = _labelled(heading, title)
        number = issue_number(title)
        if number is None or number in self.given:
            number = self._free()
            self._remark("RG836", heading=title, number=number)
        self.given.add(number)
        self.section = Section(number, title)
        self._theme().sections.append(self.section)

    def _open(self) -> Section:
        """Return the reply that is open, or a new one without a heading."""
        if self.section is None:
            self.section = Section(self._free())
            self.given.add(self.section.number)
            self._theme().sections.append(self.section)
        return self.section

    def _free(self) -> int:
        """Return a number that no heading names: after the last one, or 1 where there are none."""
        return max(self.taken | self.given, default=0) + 1

    def _part(self) -> PartPlan:
        if not self.plan.parts:
            self.plan.parts.append(PartPlan(HIDDEN_PART))
        return self.plan.parts[-1]

    def _theme(self) -> ThemePlan:
        part = self._part()
        if not part.themes:
            part.themes.append(ThemePlan(None))
        return part.themes[-1]

    def _remark(self, code: str, **values: object) -> None:
        self.plan.diagnostics.append(word(code, values, self.place))
