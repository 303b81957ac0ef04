"""Text in equal columns: wrapping, justifying, tables; pure functions on strings."""

from collections.abc import Sequence
from typing import Literal

_BREAK_AFTER = "/?&=-_.,;:"
_MIN_FILL = 0.85  # a line emptier than this stays ragged: wide holes read worse than a ragged edge

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
                blank = " " if line.strip() and index == 0 else ""
                if line.strip() and len(line) + len(blank) + len(piece) > columns:
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
    """Wrap a heading so that its lines are about equally long."""
    lines = wrap(text, columns)
    if len(lines) < 2:
        return lines
    return next(
        tried
        for width in range(1, columns + 1)
        if len(tried := wrap(text, width)) <= len(lines) and all(len(t) <= columns for t in tried)
    )


def justify(lines: Sequence[str], columns: int) -> list[str]:
    """Widen the gaps of every line but the last; extra blanks change sides, against rivers."""
    out = []
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        if is_last or len(line) < columns * _MIN_FILL:
            out.append(line)
        else:
            out.append(_spread(line, columns, from_right=index % 2 == 1))
    return out


def _spread(line: str, columns: int, *, from_right: bool) -> str:
    indent = len(line) - len(line.lstrip(" "))
    words = line.split()
    gaps = len(words) - 1
    if gaps < 1:
        return line
    each, extra = divmod(columns - indent - sum(map(len, words)), gaps)
    wide = set(range(gaps - extra, gaps) if from_right else range(extra))
    parts = [" " * indent]
    for index, word in enumerate(words):
        parts.append(word)
        if index < gaps:
            parts.append(" " * (each + (index in wide)))
    return "".join(parts)


def place(text: str, columns: int, align: Align) -> str:
    """Pad a cell to its width."""
    match align:
        case "left":
            return text.ljust(columns)
        case "right":
            return text.rjust(columns)
        case "center":
            return text.center(columns)


def share(columns: int, weights: Sequence[int], needs: Sequence[int], gap: int) -> list[int]:
    """Table columns by weight, none narrower than its longest word if others can give."""
    room = columns - gap * (len(weights) - 1)
    widths = [max(1, room * weight // sum(weights)) for weight in weights]
    widths[widths.index(max(widths))] += room - sum(widths)
    for index, need in enumerate(needs):
        while widths[index] < need:
            giver = max(range(len(widths)), key=lambda i: widths[i] - needs[i])
            if giver == index or widths[giver] <= needs[giver]:
                break
            widths[giver] -= 1
            widths[index] += 1
    return widths


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
