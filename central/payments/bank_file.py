"""Reads a bank's collection file ("Asobancaria 2001"): fixed widths, three sums that must match.

One record a line: ``01`` file, then for each batch ``05``, its ``06`` and ``08``, at last ``09``.
Offsets as two public descriptions agree on them; lines may be padded to 162 signs or end earlier.
What a bank's codes of origin and means say is unknown without its specification and left alone.
"""

from dataclasses import dataclass
from datetime import date, datetime

LINE_MAX = 162
_DATE = "%Y%m%d"
_NO_CAUSE = frozenset({"", "0", "00", "000"})


class BadFile(ValueError):
    """Not such a file, or not a whole one; the text names the line."""


@dataclass(frozen=True)
class BankRow:
    """One payment: ``centavos`` arrived; ``sent_back``: the bank took it back again."""

    line: int
    batch: int
    sequence: str
    reference: str
    centavos: int
    sent_back: bool


@dataclass(frozen=True)
class BankFile:
    """A whole file; ``bank``, ``made_on``, ``made_at`` and ``modifier`` tell it from others."""

    nit: str
    collected_on: date
    bank: str
    made_on: date
    made_at: str
    modifier: str
    rows: tuple[BankRow, ...]

    @property
    def name(self) -> str:
        """How people tell a bank's file from its others: day, time, modifier."""
        return f"{self.made_on} {self.made_at} {self.modifier}".rstrip()

    @property
    def centavos(self) -> int:
        """What all payments come to."""
        return sum(row.centavos for row in self.rows)


def read_bank_file(content: bytes, *, counts_all: bool = False) -> BankFile:
    """Take a file apart and check it.

    Args:
        content: latin-1, as banks send it.
        counts_all: the controls count every record up to their own, not the payments alone.

    Raises:
        BadFile: an order, a number or a sum that is not right; then nothing of it is good.
    """
    reader = _Reader(content, counts_all)
    return reader.file()


class _Reader:
    def __init__(self, content: bytes, counts_all: bool) -> None:
        self._lines = [line for line in content.decode("latin-1").splitlines() if line.strip()]
        self._counts_all = counts_all
        self._at = 0

    def file(self) -> BankFile:
        head = self._take("01")
        rows: list[BankRow] = []
        batches = 0
        while self._kind() == "05":
            batches += 1
            rows += self._batch()
        if not batches:
            raise BadFile(f"line {self._at + 1}: a batch should begin here")
        end = self._take("09")
        extra = 2 * batches + 2 if self._counts_all else 0
        self._control(end, rows, extra)
        if self._at != len(self._lines):
            raise BadFile(f"line {self._at + 1}: nothing comes after the end of the file")
        return BankFile(
            nit=head[2:12].strip(),
            collected_on=self._date(head[12:20]),
            bank=head[20:23],
            made_on=self._date(head[40:48]),
            made_at=head[48:52],
            modifier=head[52:53],
            rows=tuple(rows),
        )

    def _batch(self) -> list[BankRow]:
        number = self._number(self._take("05")[15:19])
        rows = []
        while self._kind() == "06":
            line = self._take("06")
            rows.append(
                BankRow(
                    line=self._at,
                    batch=number,
                    sequence=line[87:94].strip(),
                    reference=line[2:50].strip(),
                    centavos=self._number(line[50:64]),
                    sent_back=line[94:97].strip() not in _NO_CAUSE,
                )
            )
        end = self._take("08")
        if self._number(end[29:33]) != number:
            raise BadFile(f"line {self._at}: the control of another batch")
        self._control(end, rows, 2 if self._counts_all else 0)
        if len({row.sequence for row in rows}) != len(rows):
            raise BadFile(f"line {self._at}: two payments of this batch have one sequence number")
        return rows

    def _control(self, line: str, rows: list[BankRow], extra: int) -> None:
        if self._number(line[2:11]) != len(rows) + extra:
            raise BadFile(f"line {self._at}: it counts other than {len(rows) + extra} records")
        if self._number(line[11:29]) != sum(row.centavos for row in rows):
            raise BadFile(f"line {self._at}: its sum is not that of the payments")

    def _kind(self) -> str:
        return self._lines[self._at][:2] if self._at < len(self._lines) else ""

    def _take(self, kind: str) -> str:
        if self._kind() != kind:
            raise BadFile(f"line {self._at + 1}: a record {kind} should stand here")
        line = self._lines[self._at]
        if len(line) > LINE_MAX:
            raise BadFile(f"line {self._at + 1}: longer than {LINE_MAX} signs")
        self._at += 1
        return line.ljust(LINE_MAX)

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit()):
            raise BadFile(f"line {self._at}: {text.strip()!r} is no number")
        return int(text)

    def _date(self, text: str) -> date:
        try:
            return datetime.strptime(text, _DATE).date()  # noqa: DTZ007 - a day, no instant
        except ValueError as error:
            raise BadFile(f"line 1: {text.strip()!r} is no day") from error
