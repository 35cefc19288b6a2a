"""A corrected symbol: `report.yaml` of a project with the right symbol, and with the one that it had.

Workbooks carry the symbol that the report had when they went out. The file keeps it under `earlier_symbols`, so that
they are still taken. Only the lines of these fields change.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.start import find_wrong_settings
from reportgen.diagnostics import Diagnostic, Place, diagnose, errors_of
from reportgen.files.reading import read_bytes
from reportgen.limits import YAML_BYTES
from reportgen.model import Settings
from reportgen.project import read_project, read_yaml
from reportgen.project.validate import validate
from reportgen.regex import regex

_FILE = "report.yaml"
_LINE = r"(?m)^({name}:[ \t]+)(\S+)"
_EARLIER = regex(r"(?m)^earlier_symbols:[^\n]*\n(?:[ \t]+-[^\n]*\n|- [^\n]*\n)*")


class CorrectedSymbol(Struct, frozen=True):
    """The corrected file."""

    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, bytes] = {}
    """`report.yaml`; empty where nothing is to be written."""
    earlier: tuple[str, ...] = ()
    """The symbols that are kept."""


def correct_symbol(root: Path, symbol: str, cycle: int | None = None) -> CorrectedSymbol:
    """Correct the symbol of a report, and keep the one that it had.

    Args:
        root: the project's folder.
        symbol: the right one.
        cycle: the right number of the report; None: it stays.
    """
    loaded = read_project(root)
    if loaded.report is None:
        return CorrectedSymbol(errors_of(loaded.diagnostics))
    settings, place = loaded.report.settings, Place((root / _FILE).as_posix())
    kept = (*settings.earlier_symbols, settings.symbol)
    earlier = tuple(one for one in dict.fromkeys(kept) if one != symbol)
    text = read_bytes(root / _FILE, place.file, root=root, limit=YAML_BYTES).decode("utf-8")
    changed = _with_symbol(text, symbol, cycle or settings.cycle, earlier)
    wrong = find_wrong_settings(changed.encode(), place.file)
    if wrong:
        return CorrectedSymbol(wrong)
    new = {"symbol": symbol, "cycle": cycle or settings.cycle, "earlier_symbols": earlier}
    read = read_yaml(changed.encode(), place.file)
    now, _ = validate(Settings, read.data, read.places)
    if now is None or now.model_dump(warnings=False) != settings.model_dump(warnings=False) | new:
        reason, listed = "its fields do not stand one a line", ", ".join(earlier)
        return CorrectedSymbol((diagnose("RG729", place, reason=reason, symbol=symbol, earlier=listed),))
    return CorrectedSymbol(files={_FILE: changed.encode()}, earlier=earlier)


def _with_symbol(text: str, symbol: str, cycle: int, earlier: tuple[str, ...]) -> str:
    """Return the text with its lines changed; the list of earlier symbols stands below the symbol."""
    text = _EARLIER.sub("", text)
    listed = f"earlier_symbols: [{', '.join(earlier)}]   # workbooks that carry one of them are still taken\n"

    def with_list(found: re.Match[str]) -> str:
        return f"{found[1]}{symbol}{found[3]}\n{listed if earlier else ''}"

    text = re.sub(r"(?m)^(symbol:[ \t]+)(\S+)([^\n]*)\n", with_list, text, count=1)
    return re.sub(_LINE.format(name="cycle"), lambda found: f"{found[1]}{cycle}", text, count=1)
