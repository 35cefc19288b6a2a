"""Misspelled words, found by the program `typos` where it is installed.

It knows words that are often misspelled (“goverment”), and says nothing of words that it does not know, so that names
and terms of the country pass. A dictionary stops at each of them: hunspell's at 32 different right words of a report
that editors had edited (`docs/style.md`).
"""

import json
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reportgen.checks.editorial.passage import MARKS, EditorialPassage, Notice
from reportgen.limits import SPELLING_SECONDS

_CODE = "RG942"


def misspelled(passages: Sequence[EditorialPassage]) -> Iterator[tuple[int, Notice]]:
    """Yield misspelled words with the index of their passage; nothing where `typos` is not installed.

    A word with a capital within a sentence is a name and is left alone.
    """
    program = find_program()
    texts = [_plain(passage.text) for passage in passages]
    for found in _run(program, "\n".join(texts)) if program else ():
        index, words, corrections = found["line_num"] - 1, found["typo"], found["corrections"]
        line = texts[index].encode()
        start = len(line[: found["byte_offset"]].decode(errors="ignore"))
        passage, end = passages[index], start + len(words)
        is_name = words[0].isupper() and not passage.begins_sentence(start)
        if corrections and not is_name and _is_word(passage.text, start, end):
            advice = " or ".join(f"“{word}”" for word in corrections)
            yield index, Notice(_CODE, start, end, advice=f"write {advice}")


def find_program() -> Path | None:
    """Return where `typos` is installed: beside this Python, else on the path; None: nowhere."""
    beside = shutil.which("typos", path=sysconfig.get_path("scripts"))
    found = beside or shutil.which("typos")
    return Path(found) if found else None


def _plain(text: str) -> str:
    """Return a text on one line, with as many characters as it had; nothing in it that is no word of the author."""
    return "".join(" " if character in MARKS or character.isspace() else character for character in text)


def _is_word(text: str, start: int, end: int) -> bool:
    """Return whether the characters are a whole word: no part of an address, a symbol or a longer word."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(character.isalnum() or character in "/@_#&" for character in around)


def _run(program: Path, text: str) -> Iterator[dict[str, Any]]:
    """Yield what the program finds in a text: it reads no file of settings, and writes JSON, a line a word."""
    command = [str(program), "--isolated", "--format", "json", "-"]
    try:
        done = subprocess.run(  # noqa: S603 - a program that was looked for, with arguments of our own
            command, input=text.encode(), capture_output=True, timeout=SPELLING_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):  # it is an extra: without it there are fewer remarks
        return
    for line in done.stdout.decode(errors="replace").splitlines():
        found = json.loads(line)
        if found.get("type") == "typo":
            yield found
