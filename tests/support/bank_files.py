"""Collection files as a bank would write them: of any payments, whole and right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

NIT = "9900000002"
DAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Row:
    """One payment; ``pesos`` and ``centavos`` beside them."""

    reference: str
    pesos: int
    sequence: int = 1
    centavos: int = 0
    cause: str = "000"

    @property
    def value(self) -> int:
        return self.pesos * 100 + self.centavos


def bank_file(
    *batches: Sequence[Row],
    nit: str = NIT,
    day: date = DAY,
    modifier: str = "A",
    counts_all: bool = False,
) -> bytes:
    """The records of a file, each of 162 signs."""
    compact = f"{day:%Y%m%d}"
    lines = [f"01{nit:>010}{compact}007{'12345678901':>017}{compact}1830{modifier}01"]
    for number, rows in enumerate(batches, 1):
        lines.append(f"05{'7700000000002':<13}{number:04d}")
        lines += [
            f"06{row.reference:>048}{row.value:014d}0101{'123456'}{'654321'}007{'0001'}"
            f"{row.sequence:07d}{row.cause}"
            for row in rows
        ]
        count = len(rows) + (2 if counts_all else 0)
        lines.append(f"08{count:09d}{sum(row.value for row in rows):018d}{number:04d}")
    every = [row for rows in batches for row in rows]
    count = len(every) + (2 * len(batches) + 2 if counts_all else 0)
    lines.append(f"09{count:09d}{sum(row.value for row in every):018d}")
    return "".join(f"{line:<162}\r\n" for line in lines).encode("latin-1")
