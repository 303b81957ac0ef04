"""Text in equal columns: wrapping, balancing, tables; pure functions on strings."""

import re
from collections.abc import Sequence
from typing import Literal

_BREAK_AFTER = "/?&=-_.,;:"
_BREAKABLE = re.compile(r"[^/]*/|[^/]+")  # in a table only a slash parts a word, never a number
_DASH = " - "
_TIED_DASH = "\N{NO-BREAK SPACE}- "

Align = Literal["left", "center", "right"]


def wrap(text: str, columns: int, first_indent: int = 0) -> list[str]:
    """Break text into lines; a word that is too long breaks at its own marks.

    >>> wrap("de la sociedad", 8)
    ['de la', 'sociedad']
    """
    if columns < 1:
        raise ValueError("a line needs at least one column")
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = " " * first_indent
        for word in paragraph.split(" "):
            if not word:
                continue
            pieces = _pieces(word, columns)
            for index, piece in enumerate(pieces):
                is_begun = bool(line.strip(" "))  # a no-break space is a letter like any other
                blank = " " if is_begun and index == 0 else ""
                if is_begun and len(line) + len(blank) + len(piece) > columns:
                    lines.append(line)
                    line, blank = "", ""
                line += blank + piece
        lines.append(line)
    return lines


def _pieces(word: str, columns: int) -> list[str]:
    pieces = []
    while len(word) > columns:
        cut = max((word.rfind(mark, 0, columns) + 1 for mark in _BREAK_AFTER), default=0) or columns
        pieces.append(word[:cut])
        word = word[cut:]
    pieces.append(word)
    return pieces


def balance(text: str, columns: int) -> list[str]:
    """Wrap a heading so that its lines are about equally long.

    None begins with a dash, unless that would cost a line.
    """
    tied = text.replace(_DASH, _TIED_DASH)
    lines = wrap(tied, columns)
    if len(lines) > len(wrap(text, columns)):
        tied, lines = text, wrap(text, columns)
    if len(lines) > 1:
        lines = next(
            tried
            for width in range(1, columns + 1)
            if len(tried := wrap(tied, width)) <= len(lines)
            and all(len(line) <= columns for line in tried)
        )
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def parts(cell: str) -> list[str]:
    """The pieces of a cell between which a line may end: its words, parted at their own marks.

    >>> parts("Base/Activos totales")
    ['Base/', 'Activos', 'totales']
    """
    return [piece for word in cell.split() for piece in re.findall(_BREAKABLE, word)]


def place(text: str, columns: int, align: Align) -> str:
    """Pad a cell to its width."""
    match align:
        case "left":
            return text.ljust(columns)
        case "right":
            return text.rjust(columns)
        case "center":
            return text.center(columns)


def share(
    columns: int,
    weights: Sequence[int],
    needs: Sequence[int],
    wants: Sequence[int],
    gap: int,
) -> list[int]:
    """Table columns by weight, none narrower than its longest word if others can give.

    What a column has beyond ``wants``, its longest cell, goes to those whose cells would wrap.
    """
    room = columns - gap * (len(weights) - 1)
    widths = [max(1, room * weight // sum(weights)) for weight in weights]
    widths[widths.index(max(widths))] += room - sum(widths)
    _level(widths, needs, needs)
    _level(widths, wants, wants)
    return widths


def _level(widths: list[int], wanted: Sequence[int], kept: Sequence[int]) -> None:
    """Move columns to those below ``wanted`` from those above ``kept``, the richest first."""
    for index, want in enumerate(wanted):
        while widths[index] < want:
            giver = max(range(len(widths)), key=lambda i: widths[i] - kept[i])
            if giver == index or widths[giver] <= kept[giver]:
                break
            widths[giver] -= 1
            widths[index] += 1


def table_row(
    cells: Sequence[str], widths: Sequence[int], aligns: Sequence[Align], gap: int
) -> list[str]:
    """One table row as as many lines as its longest cell needs."""
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    return [
        (" " * gap)
        .join(
            place(cell[i] if i < len(cell) else "", width, align)
            for cell, width, align in zip(wrapped, widths, aligns, strict=True)
        )
        .rstrip(" ")
        for i in range(height)
    ]
