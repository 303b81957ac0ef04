"""Does the paper say what the document says? Letter by letter, without the layout's code.

White space is the layout's own, everything else is the document's: its letters in its order, plus
the marks of the sheets and nothing more. Cells of a table stand beside each other and wrap, so
there each row's letters are compared as a whole, and each cell's in their order; a table that is
wider than the paper says its titles again in every row.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.documents.model import (
    BankBars,
    Banner,
    Block,
    Document,
    Field,
    Heading,
    Logo,
    Paragraph,
    QrCode,
    Table,
    Watermark,
)

_MARK = re.compile(r"Hoja (\d+) de (\d+)$")
_JOINT = " · "  # between the parts of a footer; part under part where it does not fit one line


def difference(document: Document, paper: str, replacements: Mapping[str, str]) -> str:
    """Where the paper departs from the document; empty if nowhere."""
    try:
        rest = _without_marks(document, paper, replacements)
        last: Block | None = None
        for block in document.blocks:
            said_already = isinstance(block, Watermark) and last == Banner(block.text)
            if not said_already:
                rest = _consume(block, rest, replacements)
            last = block
    except _Differs as differs:
        return str(differs)
    return f"not in the document: {rest[:80]!r}" if rest else ""


class _Differs(Exception):
    pass


def _letters(texts: Iterable[str], replacements: Mapping[str, str]) -> str:
    composed = unicodedata.normalize("NFC", "".join(texts))
    for old, new in replacements.items():
        composed = composed.replace(old, new)
    return re.sub(r"\s", "", composed)


def _without_marks(document: Document, paper: str, replacements: Mapping[str, str]) -> str:
    footer = _letters(document.footer.split(_JOINT), replacements)
    lines: list[str] = []
    seen: list[tuple[str, str]] = []
    for line in paper.split("\n"):
        lines.append(line)
        mark = _MARK.search(line)
        if mark is None:
            continue
        seen.append((mark[1], mark[2]))
        lines[-1] = line[: mark.start()]
        found = ""
        while lines and (not lines[-1].strip() or len(found) < len(footer)):
            found = _letters(lines.pop().split(_JOINT), replacements) + found
        if found != footer:
            raise _Differs(f"the mark of sheet {mark[1]} has the footer {found!r}")
    count = str(len(seen))
    if seen != [(str(i), count) for i in range(1, len(seen) + 1)]:
        raise _Differs(f"the marks are {seen}")
    if document.kind == "certificate" and not seen:
        raise _Differs("a certificate without any mark")
    return _letters(lines, replacements)


def _consume(block: Block, rest: str, replacements: Mapping[str, str]) -> str:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Banner(text=text) | Watermark(text=text):
            return _exactly([text], rest, replacements)
        case Logo(text=text):
            return _exactly([text], rest, replacements)
        case Field(label=label, value=value):
            return _exactly([label, ":", value], rest, replacements)
        case QrCode(caption=caption) | BankBars(caption=caption):
            return _exactly([caption], rest, replacements)
        case Table():
            return _table(block, rest, replacements)
        case _:
            return rest


def _exactly(texts: list[str], rest: str, replacements: Mapping[str, str]) -> str:
    wanted = _letters(texts, replacements)
    if not rest.startswith(wanted):
        raise _Differs(f"{wanted[:120]!r} is {rest[: len(wanted)][:120]!r} on the paper")
    return rest[len(wanted) :]


def _table(table: Table, rest: str, replacements: Mapping[str, str]) -> str:
    titles = [column.title for column in table.columns]
    stacked = "".join(
        f"{title}:{cell}"
        for row in table.rows or [("",) * len(titles)]
        for title, cell in zip(titles, row, strict=True)
    )
    if rest.startswith(_letters([stacked], replacements)):
        return _exactly([stacked], rest, replacements)
    for row in (titles, *table.rows):
        cells = [_letters([cell], replacements) for cell in row]
        region, rest = rest[: sum(map(len, cells))], rest[sum(map(len, cells)) :]
        if Counter(region) != Counter("".join(cells)):
            raise _Differs(f"row {row} is {region!r} on the paper")
        for cell in cells:
            letters = iter(region)
            if not all(letter in letters for letter in cell):
                raise _Differs(f"the cell {cell!r} is out of order in {region!r}")
    return rest
