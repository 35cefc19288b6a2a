"""The command: what it prints, how it ends, and the page."""

import json
import re
from pathlib import Path

import pytest
from build import document, paragraph
from click.testing import CliRunner, Result

from reportgen.cli.main import cli
from reportgen.published.audit.findings import Code, audit_document
from reportgen.published.audit.page import MEANINGS, audit_html

WRONG = "1.\tOf the 20 members, 12 (50 per cent) are women.\n2.\tAbout 90 came: 60 women and 50 men.\n"
RIGHT = "1.\tOf the 20 members, 12 (60 per cent) are women.\n"


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(cli, ["audit", *map(str, arguments)])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with an error and a warning."""
    file = tmp_path / "replies.txt"
    file.write_text(WRONG, encoding="utf-8")
    return file


def test_text(report: Path) -> None:
    """Findings stand under their paragraphs; the last line says what was read and what was not."""
    result = run(report)
    lines = result.output.splitlines()

    assert 1 == result.exit_code
    assert "paragraph 1" in lines
    assert "  error[share-mismatch] 12 out of 20 is 60 per cent, not 50 per cent" in lines
    assert ["1 error, 1 warning", "3 claims of 6 of the 6 numbers read; 0 claims not"] == lines[-2:]


def test_json(report: Path) -> None:
    """JSON is a list of paragraph, code, severity, message and evidence."""
    found = json.loads(run(report, "--format", "json").stdout)

    assert ["paragraph", "code", "severity", "message", "evidence"] == list(found[0])
    assert [(1, "share-mismatch", "error"), (2, "sum-mismatch", "warning")] == [
        (one["paragraph"], one["code"], one["severity"]) for one in found
    ]


def test_a_remark_is_told_from_a_warning(tmp_path: Path) -> None:
    """A question about the numbers of several sentences stops nothing, and is `info` for programs."""
    file = tmp_path / "replies.txt"
    file.write_text("1.\tThere were 9,640 pupils. In all, 7,812 passed. This gives a pass rate of 49.92 per cent.\n")
    result = run(file)

    assert 0 == result.exit_code
    assert "  remark[share-mismatch] 7,812 out of 9,640 is 81.04 per cent, not 49.92 per cent" in result.output
    assert "1 remark" in result.output.splitlines()
    assert ["info"] == [one["severity"] for one in json.loads(run(file, "--format", "json").stdout)]


def test_clean(tmp_path: Path) -> None:
    """A report in which nothing is certainly wrong ends with 0."""
    file = tmp_path / "replies.txt"
    file.write_text(RIGHT, encoding="utf-8")
    result = run(file)

    assert 0 == result.exit_code
    assert result.output.endswith("nothing found\n2 claims of 3 of the 3 numbers read; 0 claims not\n")


def test_usage(tmp_path: Path) -> None:
    """What is not there is wrong usage, told in words."""
    result = run(tmp_path / "nothing.docx")

    assert 2 == result.exit_code
    assert "is not there" in result.output


def test_refused(tmp_path: Path) -> None:
    """A file that cannot be read ends with 1 and a diagnostic, never with a traceback."""
    file = tmp_path / "replies.docx"
    file.write_bytes(b"PK\x03\x04broken")
    result = run(file)

    assert 1 == result.exit_code
    assert "error[RG" in result.output
    assert isinstance(result.exception, SystemExit)


def test_page(report: Path) -> None:
    """The page is complete in itself: no script, nothing to fetch, a policy that forbids both, all findings in it."""
    page = run(report, "--format", "html").stdout

    assert "default-src 'none'" in page
    assert [] == re.findall(r"<script|src=|href=|url\(|@import", page)
    assert "12 out of 20 is 60 per cent, not 50 per cent" in page
    assert "<h3>Paragraph 2</h3>" in page


def test_page_ticks_what_is_right() -> None:
    """The page lists what was recomputed and is right, by paragraph, and nothing that a finding is about."""
    right, wrong = "Of the 20 members, 12 (60 per cent) are women.", "Of the 30 judges, 12 (50 per cent) are women."
    audited = audit_document(document(paragraph(right), paragraph(wrong), paragraph("There are 3 others.")))
    page = audit_html(audited, "replies.txt")

    assert [(1, "“20 members, 12 (60 per cent)”")] == [(one.paragraph, one.words) for one in audited.right]
    assert "<li>“20 members, 12 (60 per cent)”</li>" in page
    assert '<h2 id="right">Recomputed and right</h2>' not in audit_html(audit_document(document()), "none.txt")


def test_page_escapes() -> None:
    """Words of the report are text in the page, never marks."""
    audited = audit_document(document(paragraph("Of the 20 <b>members</b>, 12 <i>of</i> them (50 per cent) & all.")))
    page = audit_html(audited, "<x>")

    assert "<b>members" not in page
    assert "Audit of &lt;x&gt;" in page


def test_meanings() -> None:
    """The page says of every code what it means, and docs/audit.md names each."""
    text = (Path(__file__).parents[3] / "docs" / "audit.md").read_text(encoding="utf-8")

    assert set(Code) == set(MEANINGS)
    assert [] == [code for code in Code if f"`{code}`" not in text]
