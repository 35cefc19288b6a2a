"""Sentences and their figures agree in time: labelled sentences, and the same with wrong years planted in them.

The sentences of `time_sentences.yaml` are written like those of real reports, with made-up facts. Each stands alone in
one reply of a report, and what is said of each of its references is compared with its label.
"""

import re
from functools import cache
from pathlib import Path

from conftest import Golden
from judging import findings, judged
from ruamel.yaml import YAML

from reportgen.checks.finding import diagnose_findings
from reportgen.diagnostics import Places

_SENTENCES = Path(__file__).parent / "time_sentences.yaml"

# ---- the labelled sentences -----------------------------------------------------------------------------------

_LETTERS = {"": "s", "RG430": "e", "RG431": "q", "RG432": "e"}
_PLANTED = re.compile(r"\[(\d{4})>(\d{4})\]")


@cache
def _rows() -> list[tuple[str, str]]:
    """The labels and the texts, with the marks of planted years."""
    forms = YAML(typ="safe", pure=True).load(_SENTENCES)
    return [(str(label), str(text)) for form in forms for label, text in form["rows"]]


@cache
def _verdicts() -> list[tuple[str, str, str]]:
    """Label, what was said, text."""
    rows = _rows()
    said = judged([_PLANTED.sub(r"\1", text) for _, text in rows])
    return [
        (label if len(label) == len(codes) else label * len(codes), "".join(_LETTERS[code] for code in codes), text)
        for (label, text), codes in zip(rows, said, strict=True)
    ]


def test_there_are_two_hundred_sentences_in_the_forms_of_seven_reports() -> None:
    """The proof is as large as it says."""
    forms = YAML(typ="safe", pure=True).load(_SENTENCES)

    assert len(_rows()) >= 200
    assert len(forms) >= 7


def test_no_right_figure_is_called_wrong() -> None:
    """No false error: what is right or doubtful is never refused."""
    assert [row for row in _verdicts() if any(b == "e" != a for a, b in zip(row[0], row[1], strict=True))] == []


def test_few_right_sentences_are_asked_about() -> None:
    """At most 5 false questions in 200 sentences."""
    asked = [row for row in _verdicts() if any(b == "q" and a == "s" for a, b in zip(row[0], row[1], strict=True))]

    assert len(asked) <= 5, asked


def test_wrong_times_are_found() -> None:
    """What is labelled an error is one; what is labelled a question is asked."""
    assert [row for row in _verdicts() if any(a in "eq" and a != b for a, b in zip(row[0], row[1], strict=True))] == []


def _planted() -> list[str]:
    """Every sentence once for each of its marked years, with the wrong one in its place."""
    texts = []
    for _, text in _rows():
        for number, mark in enumerate(_PLANTED.finditer(text)):
            wrong = text[: mark.start()] + mark[2] + text[mark.end() :]
            texts.append(_PLANTED.sub(r"\1", wrong))
            del number
    return texts


def test_what_is_said_of_wrong_years(golden: Golden) -> None:
    """The time, the figure, its own time and what to write, of every sentence: an author does just that."""
    texts = [*_planted(), *(_PLANTED.sub(r"\1", text) for label, text in _rows() if set(label) & set("eq"))]
    said = dict[str, None]()
    for one in diagnose_findings(findings(texts), Places()):
        said |= dict.fromkeys((f"{one.code} {one.message}", f"    {one.hint}"))
    golden("checks/times.txt", "\n".join(said) + "\n")


def test_planted_years_are_found() -> None:
    """At least 95 of 100 wrong years are found, and most are refused at once."""
    texts = _planted()
    said = judged(texts)
    missed = [text for text, codes in zip(texts, said, strict=True) if not any(codes)]
    refused = sum("RG430" in codes or "RG432" in codes for codes in said)

    assert len(texts) >= 100
    assert len(missed) <= len(texts) * 0.05, missed
    assert refused >= len(texts) * 0.85
