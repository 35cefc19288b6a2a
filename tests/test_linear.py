"""Every text costs time in proportion to its length, up to the bounds of `limits.py`."""

import io
import json
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from project import make_project

from reportgen.checks.style.document import style_document
from reportgen.limits import DOCUMENT_PARAGRAPHS, TEXT_CHARACTERS
from reportgen.pipeline import check_project
from reportgen.published.audit.findings import audit_document
from reportgen.readers.reading import read_report

SIGNS = [f"{sign}" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”’«–…¹\u0301\t "]
REPEATED = [
    *SIGNS,
    *(f"1{sign} " for sign in "!%&(,-./;[–"),
    *("[a](", "[^", "[^a]", "{{ ", "{% ", "{# ", "**a** ", "a@", "www.", "http://a/ "),
    *("1", "12 ", "111,", "1, ", "1. ", "(a) ", "1 a ", "art. 5 ", "article 1, ", "twenty-", "twenty ", "and "),
    *("of which 5 ", "5 women, ", "in 2023 ", "2023, ", "1 January 2023, ", "respectively ", "to be added; ", "(WHO) "),
]
"""Each is repeated to a long text."""
SHORT, LONG = 3_000, 12_000
FACTOR = 10
"""Four times the length may take ten times as long: a machine may be busy. The square would be sixteen."""
NOTHING = 0.3
"""Seconds of processor time that are never too much for the longer text."""


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of two runs."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def expect_linear(make: Callable[[str], Callable[[], object]], sign: str, before: str = "") -> None:
    """The time for a text grows with its length."""
    long = seconds(make(before + sign * (LONG // len(sign))))
    assert long < NOTHING or long < FACTOR * seconds(make(before + sign * (SHORT // len(sign))))


def report(text: str) -> bytes:
    """A published report with one long paragraph."""
    return f"Report of Arcania\n\n1. {text}".encode()


def styled(text: str) -> Callable[[], object]:
    """The editorial rules over a report."""
    return lambda: list(style_document(read_report(report(text), "r.txt").document, "r.txt"))


def audited(text: str) -> Callable[[], object]:
    """The audit of a report."""
    return lambda: audit_document(read_report(report(text), "r.txt").document)


def checking(folder: Path) -> Callable[[str], Callable[[], object]]:
    """The check of a project with a text."""
    project = make_project(folder)

    def make(text: str) -> Callable[[], object]:
        submission = f"agency: justice\nreplies:\n  - issue: 1\n    text: {json.dumps(text)}\n"
        (project / "submissions" / "justice.yaml").write_text(submission, encoding="utf-8")
        return lambda: check_project(project)

    return make


@pytest.mark.parametrize("sign", REPEATED)
def test_style_takes_time_in_proportion(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule looks at a run of signs from each of its characters."""
    monkeypatch.setattr("reportgen.checks.style.spelling.find_program", lambda: None)
    expect_linear(styled, sign)


@pytest.mark.parametrize("sign", REPEATED)
def test_audit_takes_time_in_proportion(sign: str) -> None:
    """Nor does the reading of claims."""
    expect_linear(audited, sign)


@pytest.mark.parametrize("sign", REPEATED)
def test_check_takes_time_in_proportion(sign: str, tmp_path: Path) -> None:
    """Nor do Markdown, references, abbreviations and the count of words."""
    expect_linear(checking(tmp_path), sign)


@pytest.mark.parametrize("before", ["(", "[", "“", "{{ ", "In 2023, "])
@pytest.mark.parametrize("sign", ["1 ", "to be added; ", "a, ", "a ", "' "])
def test_an_opening_that_is_never_closed(before: str, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not searched for again at each sign behind it."""
    monkeypatch.setattr("reportgen.checks.style.spelling.find_program", lambda: None)
    expect_linear(styled, sign, before)
    expect_linear(audited, sign, before)


# ---- at the bounds --------------------------------------------------------------------------------------------

SECONDS = 60
"""Ten times what is needed at a desk."""


@pytest.mark.parametrize("sign", ["[", "{% ", "!", "1, ", "a "])
def test_the_longest_text_of_a_reply(sign: str, tmp_path: Path) -> None:
    """A text of as many characters as the model allows is checked, or refused."""
    make = checking(tmp_path)

    start = time.process_time()
    make(sign * (TEXT_CHARACTERS // len(sign) - 1))()
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("length", [4_299, 4_300, 4_301, 20_000])
def test_a_number_that_python_does_not_read(length: int, tmp_path: Path) -> None:
    """More than 4,300 digits are passed over in a report, and refused as a figure."""
    digits = "1" * length
    styled(digits)()
    audited(f"In 2023, {digits} persons, {digits} per cent and {digits} 000.")()
    assert not [one for one in check_figure(tmp_path, digits) if one != "RG156"]


def check_figure(folder: Path, digits: str) -> list[str]:
    """The codes of the errors of a figure."""
    project = make_project(folder)
    file = project / "submissions" / "justice.yaml"
    file.write_text(re.sub("2023: 348", f"2023: {digits}", file.read_text(encoding="utf-8")), encoding="utf-8")
    return [one.code for one in check_project(project).diagnostics if one.severity == "error"]


def word_file(paragraphs: int) -> bytes:
    """A small Word file that unfolds to many paragraphs."""
    buffer = io.BytesIO()
    Document().save(buffer)
    source = zipfile.ZipFile(buffer)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * paragraphs)
            target.writestr(name, data)
    return made.getvalue()


def test_a_word_file_of_too_many_paragraphs_is_refused_with_the_limit() -> None:
    """One more than the bound is refused before it is read, and the message names the bound."""
    [found] = read_report(word_file(DOCUMENT_PARAGRAPHS + 1), "r.docx").diagnostics

    assert ("RG806", True) == (found.code, "more than 30,000 paragraphs" in found.message)
    assert all(one.code != "RG806" for one in read_report(word_file(1_000), "r.docx").diagnostics)


def test_a_text_file_of_too_many_lines_is_refused_with_the_limit() -> None:
    """A line is the least that a paragraph can be."""
    [found] = read_report(b"a\n\n" * (DOCUMENT_PARAGRAPHS + 1), "r.txt").diagnostics

    assert ("RG806", True) == (found.code, "more than 30,000 lines" in found.message)
    assert all(one.code != "RG806" for one in read_report(b"a\n\n" * 1_000, "r.txt").diagnostics)
