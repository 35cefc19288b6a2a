"""Recognise the first page: the lines before the text, and what each of them says."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import CoverLine, Note, Role
from reportgen.document.walk import plain_text
from reportgen.readers.labels import Sign
from reportgen.readers.line import HEADINGS, FileLine, LineStyle, Piece, TableLines, cut, cut_inlines
from reportgen.readers.tables import unstressed
from reportgen.readers.wording import JOB_NUMBER, SYMBOL, cover_role, is_contents, level_by_wording, names_state
from reportgen.regex import regex

_LONGEST = 60
"""Lines that a first page has at most; the real ones have some fifteen."""
_LONGEST_TITLE = 10_000
"""Characters."""
_LONGEST_NAME = 80
"""Characters of the name of a State; `United Kingdom of Great Britain and Northern Ireland` has 52."""
_STARRED = regex(r"(\*{1,4})\s+(?=\S)")
_CERTAIN = frozenset({Role.ORGANIZATION, Role.SYMBOL, Role.DISTRIBUTION, Role.RECEIVED, Role.AGENDA, Role.COMMITTEE})
"""What stands on first pages alone: two of them make one."""


class Cover(Struct, frozen=True):
    """A first page that was recognised."""

    lines: tuple[CoverLine, ...]
    pieces: tuple[Piece, ...]
    """What it was read from."""
    length: int
    """How many pieces it fills."""


NO_COVER = Cover((), (), 0)


def read_cover(pieces: Sequence[Piece]) -> Cover:
    """Return the first page, where the lines before the text are those of one."""
    length = _length(pieces)
    lines = [line for piece in pieces[:length] for line in _lines_of(piece)]
    roles = {role for _, line in lines if (role := cover_role(line.text))}
    is_symbol_first = bool(lines) and cover_role(lines[0][1].text) is Role.SYMBOL
    if len(roles & _CERTAIN) < 2 and not is_symbol_first:  # one alone may stand in any text
        return NO_COVER
    return Cover(tuple(_with_roles(lines)), tuple(pieces[:length]), length)


def _length(pieces: Sequence[Piece]) -> int:
    """Return how many pieces stand before the text: to the first numbered line, second title or heading of it."""
    titles = last = 0
    for place, piece in enumerate(pieces[:_LONGEST]):
        if isinstance(piece, TableLines):
            if not _is_masthead(piece):
                return place
        elif (titles and _note_to_title(piece)) or JOB_NUMBER.fullmatch(piece.text):
            pass
        elif _is_addendum(piece):
            titles = 0
        elif _begins_text(piece, titles):
            return place
        elif _is_title(piece):
            titles += 1
        elif titles and cover_role(piece.text) is None and piece.text and not _names_state(pieces, place):
            return last + 1
        last = place if isinstance(piece, TableLines) or piece.text else last
    return last + 1 if titles else 0


def _begins_text(line: FileLine, titles: int) -> bool:
    """Return whether the text begins here: with contents, `1.`, a heading below the title, or a second title."""
    if line.style is LineStyle.CONTENTS or is_contents(line.text) or (line.label and line.label.sign is not Sign.OTHER):
        return True
    if line.style in HEADINGS - {LineStyle.TITLE} and titles:
        return True
    return _is_title(line) and titles > 0


def _is_title(line: FileLine) -> bool:
    """Return whether a line is a title by its style, or by its looks and words: `Replies to the list of issues`."""
    if cover_role(line.text) is not None:
        return False
    is_heading = line.style is LineStyle.TITLE or line.tabs > 1 or line.is_strong or line.style is LineStyle.NONE
    wording = level_by_wording(line.text) is not None
    return bool(line.text) and ((line.style is LineStyle.TITLE) or (is_heading and wording))


def _names_state(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether a line behind the title names a State: `Arcania*` below `… of States parties due in 2014`."""
    before = [piece.text for piece in pieces[:place] if isinstance(piece, FileLine) and piece.text]
    piece = pieces[place]
    text = piece.text if isinstance(piece, FileLine) else ""
    return bool(before) and names_state(before[-1], text) and len(text) < _LONGEST_NAME and text[-1:] != "."


def _is_masthead(table: TableLines) -> bool:
    """Return whether a table is the head of a first page: `United Nations | CCPR/C/KAZ/3 | Distr.: General`."""
    texts = [line.text for row in table.rows for cell in row for line in cell.lines]
    return table.is_floating or any(cover_role(text) in _CERTAIN for text in texts)


def _lines_of(piece: Piece) -> Iterable[tuple[bool, FileLine]]:
    """Yield each line with whether it stands in the masthead, those of one role joined."""
    if isinstance(piece, TableLines):
        return [(True, _whole(line)) for row in piece.rows for cell in row for line in cell.lines if line.text]
    return [(False, _whole(piece))] if piece.text else []


def _whole(line: FileLine) -> FileLine:
    """Return the line without the looks of the first page."""
    return replace(line, inlines=unstressed(line.inlines))


def _with_roles(lines: Sequence[tuple[bool, FileLine]]) -> list[CoverLine]:
    """Return the lines with their roles; what stands below the title with a star is a note to it."""
    plain = [(is_inside, line) for is_inside, line in lines if not JOB_NUMBER.fullmatch(line.text)]
    notes = [note for _, line in plain if (note := _note_to_title(line))]
    made = list(_roles([one for one in plain if not _note_to_title(one[1])]))
    at = max((place for place, line in enumerate(made) if line.role is Role.TITLE), default=None)
    if at is None:  # a note without its title stays a line
        return list(_roles(plain))
    if notes:
        words = made[at].children
        end = len(plain_text(words).rstrip(" *,"))
        made[at] = replace(made[at], children=(*cut_inlines(words, 0, end), *notes))
    return made


def _roles(lines: Sequence[tuple[bool, FileLine]]) -> Iterable[CoverLine]:
    """Yield each line with its role: by its words, else by where it stands.

    Above `Addendum` stands the title of the document that this one is added to.
    """
    begins = max((place for place, (_, line) in enumerate(lines) if _is_addendum(line)), default=-1)
    has_title = False
    for place, (is_inside, line) in enumerate(lines):
        inlines = line.inlines
        role = cover_role(line.text)
        if role is None and _is_title(line) and not is_inside and place > begins:
            role, has_title = Role.TITLE, True
        elif role is None:
            role = Role.TREATY if is_inside else Role.TITLE if has_title else Role.AGENDA
        if role is Role.SESSION:
            inlines = tuple(part for inline in inlines for part in unstressed((inline,)))  # bold is a matter of looks
        yield CoverLine(role, inlines)


def _is_addendum(line: FileLine) -> bool:
    return line.text.strip(" *").casefold() == "addendum"


def _note_to_title(line: FileLine) -> Note | None:
    """Return the note that a line below the title is, such as `* The present document has not been edited.`."""
    found = _STARRED.match(line.printed)
    if found is None or line.is_counted:
        return None
    label = len(line.label.text) + 1 if line.label else 0
    words = cut(line, found.end() - label, len(line.text)).inlines
    return Note(words, mark=found[1])


def symbol_of(cover: Iterable[CoverLine]) -> str:
    """Return the document's symbol; empty where the first page has none."""
    found = (plain_text(line.children).split() for line in cover if line.role is Role.SYMBOL)
    return next((words[-1].rstrip("*") for words in found if words and SYMBOL.fullmatch(words[-1])), "")


def title_of(cover: Iterable[CoverLine]) -> str:
    """Return the title on the first page, without the marks of its notes."""
    titles = (plain_text(line.children) for line in cover if line.role is Role.TITLE)
    return next(titles, "")[:_LONGEST_TITLE].replace("\n", " ").strip().rstrip("*, ")
