"""Words of a workbook in a language that its form ships in: heads, names of sheets, statuses, measures, “yes”.

A form keeps its English heads, but people translate them, and choose words of lists that are in their language. What
each word stands for is read from the words of the forms (`templates/workbook/`), and only when a workbook has a word
that is not English.
"""

from functools import cache
from typing import Any

from reportgen.files.shipped import shipped_folder
from reportgen.model.cell_words import same_name
from reportgen.project.yaml import read_yaml

_FOLDER = "workbook"


def plain_head(text: str) -> str | None:
    """Return the English head, or name of a sheet, that a text is in another language; None where it is none."""
    return _known("heads").get(same_name(text))


def plain_word(text: str) -> str:
    """Return the English word that a word of a list is in another language; the text itself where it is none."""
    return _known("words").get(same_name(text), text)


@cache
def _known(group: str) -> dict[str, str]:
    """Return the English words of a group by what they are called elsewhere."""
    found: dict[str, str] = {}
    for texts in _texts():
        for plain, others in texts[group].items():
            found.update((same_name(other), plain) for other in others)
    return found


@cache
def _texts() -> tuple[dict[str, Any], ...]:
    """Return the words of all forms that ship, by their languages."""
    files = sorted((shipped_folder() / _FOLDER).glob("*.yaml"))
    read = (read_yaml(path.read_bytes(), path.name).data for path in files)
    return tuple(one for one in read if isinstance(one, dict))
