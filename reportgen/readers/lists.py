"""Make lists, with lists below them, of lines that begin with `(a)`, `(i)` or a bullet.

What stands below what is read from where the labels stand; where they all stand at the same place, `(i)` after `(a)`
stands below it.
"""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.document.tree import Inlines, Item, ItemList, Mark, Text
from reportgen.readers.labels import Sign
from reportgen.readers.line import FileLine

_STEP = 250
"""Twentieths of a point that make a list stand further in than another: half of Word's usual 567."""
_MARKS = {Sign.LETTER: Mark.LETTER, Sign.ROMAN: Mark.ROMAN}


class _Open(Struct):
    """A list that is being read."""

    mark: Mark
    indent: int
    last: int
    items: list["_OpenItem"] = []


class _OpenItem(Struct):
    children: Inlines
    lists: list[_Open] = []


def build_lists(lines: Sequence[FileLine]) -> tuple[ItemList, ...]:
    """Return the lists that consecutive lines make."""
    made: list[_Open] = []
    stack: list[_Open] = []
    for line in lines:
        mark = _MARKS.get(line.label.sign, Mark.BULLET) if line.label else Mark.BULLET
        _settle_depth(stack, mark, line)
        if not stack or _begins_anew(stack[-1], mark, line):
            _begin(made, stack, mark, line)
        stack[-1].items.append(_OpenItem(_words(line)))
        stack[-1].last = line.label.value if line.label else 0
    return tuple(map(_closed, made))


def _settle_depth(stack: list[_Open], mark: Mark, line: FileLine) -> None:
    """Close the lists that end before a line."""
    while stack and line.indent < stack[-1].indent - _STEP:
        stack.pop()
    if len(stack) > 1 and stack[-1].mark is not mark and not _is_deeper(stack[-1], mark, line):
        for place in range(len(stack) - 1, -1, -1):
            if stack[place].mark is mark and abs(stack[place].indent - line.indent) <= _STEP:
                del stack[place + 1 :]
                break


def _begins_anew(current: _Open, mark: Mark, line: FileLine) -> bool:
    """Return whether a line opens a list: with another mark, deeper, or counting anew, `(a)` after `(c)`."""
    restarts = mark is not Mark.BULLET and line.label is not None and line.label.value <= current.last
    return current.mark is not mark or restarts or _is_deeper(current, mark, line)


def _is_deeper(current: _Open, mark: Mark, line: FileLine) -> bool:
    """Return whether a line begins a list below the last item."""
    if line.indent > current.indent + _STEP:
        return True
    is_first = line.label is not None and line.label.value == 1
    return current.mark is Mark.LETTER and mark is Mark.ROMAN and is_first


def _begin(made: list[_Open], stack: list[_Open], mark: Mark, line: FileLine) -> None:
    new = _Open(mark, line.indent, 0)
    if stack and not _is_deeper(stack[-1], mark, line):
        stack.pop()
    if stack:
        stack[-1].items[-1].lists.append(new)
    else:
        made.append(new)
    stack.append(new)


def _words(line: FileLine) -> Inlines:
    """Return the text of an item; a label that no mark stands for (`1)`) is kept in it."""
    if line.label is not None and line.label.sign in {Sign.OTHER, Sign.NUMBER}:
        return (Text(f"{line.label.text} "), *line.inlines)
    return line.inlines


def _closed(open_list: _Open) -> ItemList:
    return ItemList(
        tuple(Item(item.children, tuple(map(_closed, item.lists))) for item in open_list.items), open_list.mark
    )
