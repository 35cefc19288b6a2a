"""Make a project of a published report."""

from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place, diagnose, has_errors
from reportgen.document.tree import Block, Document, Heading, Level, Paragraph
from reportgen.document.walk import inlines_of, plain_text
from reportgen.languages.front import load_front
from reportgen.model import Submission
from reportgen.project.writing import submission_yaml, with_schemas
from reportgen.published.importer.facts import Facts, Given, find_facts, suspect_list
from reportgen.published.importer.figures.indicators import ImportedFigures, find_figures
from reportgen.published.importer.figures.rewriting import Rewriter
from reportgen.published.importer.light_markdown import PlacedReference
from reportgen.published.importer.project_files import agencies_yaml, counted, issues_yaml, report_yaml
from reportgen.published.importer.proof import build_back, find_differences
from reportgen.published.importer.sections import Plan, find_sections, words_in
from reportgen.published.importer.templates import make_templates
from reportgen.published.importer.texts import number_paragraphs, write_texts
from reportgen.regex import regex
from reportgen.sentences import Narrator, Options

_TIED = regex(r"\d\u00a0(?:per cent|million|billion)|\bT\u00a0\d")
"""A space that does not break before `per cent`, `million` or behind a currency …"""
_UNTIED = regex(r"\d (?:per cent|million|billion)|\bT \d")
"""… and an ordinary one: what most of a report has, a build of it gets."""
_SUBMISSION = """\
# What {name} says, imported from {file}: every paragraph as it was published.
# In the texts a backslash only keeps a sign from meaning something: \\* prints *.
"""


class ImportCounts(Struct, frozen=True):
    """What was imported."""

    paragraphs: int = 0
    """Numbered ones, in replies."""
    words: int = 0
    """In replies."""
    issues: int = 0
    annexes: int = 0
    annex_words: int = 0
    indicators: int = 0
    rewritten: int = 0
    """Paragraphs in which figures became references."""
    same: bool = False
    """Whether a build gives back every heading, paragraph and number."""

    def __str__(self) -> str:
        """Return it as a line for a terminal."""
        proof = "a build prints the same text" if self.same else "a build would not print quite the same text"
        replies = f"{counted(self.paragraphs, 'paragraph')} ({counted(self.words, 'word')})"
        annexes = "1 annex" if self.annexes == 1 else f"{self.annexes} annexes" if self.annexes else "no annexes"
        if self.annexes:
            annexes += f" ({counted(self.annex_words, 'word')})"
        return f"{replies} under {counted(self.issues, 'issue')}, {annexes}; {self._indicators()}; {proof}"

    def _indicators(self) -> str:
        if not self.indicators:
            return "no indicators"
        subject = counted(self.rewritten, "paragraph") if self.rewritten else "no paragraph"
        return (
            f"{counted(self.indicators, 'indicator')}, to which {subject} {'refer' if self.rewritten > 1 else 'refers'}"
        )


class Imported(Struct, frozen=True):
    """A project from a published report."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = {}
    """Contents by path below the project's folder; empty where something stands in the way."""
    counted: ImportCounts = ImportCounts()


def import_report(document: Document, given: Given, file: str) -> Imported:
    """Return the files of a project that prints a published report again.

    Args:
        document: the report as a reader gives it.
        given: what whoever imports knows better than the file.
        file: the name of the file, as the user typed it.
    """
    place = Place(file)
    blocks, remarks = number_paragraphs(document.blocks, place)
    plan = find_sections(blocks, place, annexes=given.annexes)
    if has_errors(plan.diagnostics):
        return Imported(tuple(plan.diagnostics))
    if not plan.sections:
        return Imported((diagnose("RG830", place),))
    facts = find_facts(document, given, place)
    figures = find_figures(plan.sections, facts.symbol, max(facts.years), place)
    tied = _keeps_together(document)
    narrator = Narrator(figures.indicators, "en", Options(non_breaking_spaces=tied))
    references = _references(plan, figures, narrator)
    texts = write_texts(plan, narrator, references, place)
    submission = Submission(agency=given.agency, indicators=figures.indicators, replies=tuple(texts.replies))
    files = _files(plan, facts, submission, file, tied=tied)
    front = load_front("en", facts.treaty)  # reports are read in English
    files |= {name: text.encode() for name, text in make_templates(plan, texts.inserts, front).items()}
    checked = build_back(files)
    different = find_differences(_numbered_through(blocks), checked, place)
    stages = (remarks, plan.diagnostics, facts.diagnostics, figures.diagnostics, texts.diagnostics, different)
    found = (*suspect_list(document, place), *chain.from_iterable(stages))
    replies = [block for section in plan.sections for block in section.blocks]
    result = ImportCounts(
        paragraphs=sum(isinstance(block, Paragraph) and block.numbered for block in replies),
        words=words_in(replies),
        issues=len(plan.sections),
        annexes=sum(isinstance(block, Heading) and block.level is Level.ANNEX for block in plan.annexes),
        annex_words=words_in(plan.annexes),
        indicators=len(figures.indicators),
        rewritten=len(references),
        same=not different,
    )
    failed = has_errors(found)
    return Imported(found, {} if failed else with_schemas(files), result)


def _references(plan: Plan, figures: ImportedFigures, narrator: Narrator) -> dict[int, list[PlacedReference]]:
    """Return what stands in place of figures, by the number of the paragraph."""
    rewriter = Rewriter(narrator, figures.indicators)
    paragraphs = (block for section in plan.sections for block in section.blocks if isinstance(block, Paragraph))
    chosen = (
        (paragraph.number, rewriter.rewrite(paragraph, figures.found[paragraph.number]))
        for paragraph in paragraphs
        if paragraph.number is not None and paragraph.number in figures.found
    )
    return {number: references for number, references in chosen if references}


def _files(plan: Plan, facts: Facts, submission: Submission, file: str, *, tied: bool) -> dict[str, bytes]:
    name = f"The published report {facts.symbol}"
    base = PurePath(file).name
    usual = f"Replies to the list of issues ({facts.list_of_issues})"
    head = _SUBMISSION.format(name=name[0].lower() + name[1:], file=" ".join(base.split()))
    return {
        "report.yaml": report_yaml(facts, plan, base, non_breaking_spaces=tied).encode(),
        "issues.yaml": issues_yaml(plan, usual, submission.agency).encode(),
        "agencies.yaml": agencies_yaml(submission.agency, name).encode(),
        f"submissions/{submission.agency}.yaml": submission_yaml(submission, head),
    }


def _keeps_together(document: Document) -> bool:
    """Return whether the text has non-breaking spaces where the program would set them."""
    text = "\n".join(plain_text(inlines) for block in document.blocks for inlines in inlines_of(block))
    return len(_TIED.findall(text)) > len(_UNTIED.findall(text))


def _numbered_through(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the numbers that a build gives to paragraphs."""
    number = count(1)
    return [
        replace(block, number=next(number)) if isinstance(block, Paragraph) and block.numbered else block
        for block in blocks
    ]
