"""What status bytes mean: bytes to codes by the profile, codes to a ``PrinterState``.

A set bit that the profile does not know counts as ``unknown``: never sell on a state that nobody
can read. Source: Epson DLE EOT and GS a; Custom DLE EOT 20 (KPM216H manual); Star automatic status;
see the profiles.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from kiosk.ports import PrinterFault, PrinterState


class StatusCode(StrEnum):
    """What one status bit says."""

    IGNORED = "ignored"
    NEAR_END = "near_end"
    TICKET = "ticket"
    TAKEN = "taken"  # and no other one since
    MOTOR = "motor"
    ERROR = "error"  # an error whose cause stands in another byte
    OFFLINE = "offline"
    HEAD_HOT = "head_hot"
    PRESENTER = "presenter"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PAPER_JAM = "paper_jam"
    CUTTER_JAM = "cutter_jam"
    LOST = "lost"  # bytes that the receive buffer could not hold
    UNKNOWN = "unknown"


Codes = frozenset[StatusCode]
BitTable = Mapping[str, Mapping[int, StatusCode]]

# Bytes that are no bits but one value.
_POSITIONS = frozenset({"star7"})

# Bits that are always the same in a byte of this kind, and therefore say nothing.
_FIXED = {"eot": 0x12, "asb1": 0x10}

_FAULTS = {
    StatusCode.UNKNOWN: PrinterFault.UNKNOWN,
    StatusCode.LOST: PrinterFault.UNKNOWN,
    StatusCode.CUTTER_JAM: PrinterFault.CUTTER_JAM,
    StatusCode.PAPER_JAM: PrinterFault.PAPER_JAM,
    StatusCode.COVER_OPEN: PrinterFault.COVER_OPEN,
    StatusCode.PAPER_OUT: PrinterFault.PAPER_OUT,
    StatusCode.PRESENTER: PrinterFault.PRESENTER,
    StatusCode.HEAD_HOT: PrinterFault.HEAD_HOT,
    StatusCode.OFFLINE: PrinterFault.OFFLINE,
}
_CAUSES = frozenset(_FAULTS) - {StatusCode.OFFLINE}


def decode(byte_name: str, value: int, bits: BitTable) -> Codes:
    """Codes of one status byte."""
    table = bits.get(byte_name, {})
    if byte_name in _POSITIONS:
        return frozenset({table.get(value, StatusCode.UNKNOWN)} - {StatusCode.IGNORED})
    codes = {code for mask, code in table.items() if value & mask}
    known = _FIXED.get(byte_name, _FIXED.get(byte_name.rstrip("0123456789"), 0))
    for mask in table:
        known |= mask
    if value & ~known:
        codes.add(StatusCode.UNKNOWN)
    return frozenset(codes - {StatusCode.IGNORED})


def decode_all(values: Iterable[tuple[str, int]], bits: BitTable) -> Codes:
    """Codes of several bytes that were read together."""
    return frozenset().union(*(decode(name, value, bits) for name, value in values))


def is_inconsistent(codes: Codes) -> bool:
    """True for "offline" or "error" without a cause: read around a change."""
    return bool(codes & {StatusCode.OFFLINE, StatusCode.ERROR}) and not codes & _CAUSES


def summarise(codes: Codes, *, has_ticket_sensor: bool) -> PrinterState:
    """The worst fault wins, in the order of ``PrinterFault``."""
    faults = {fault for code, fault in _FAULTS.items() if code in codes}
    if StatusCode.ERROR in codes and not codes & _CAUSES:
        faults.add(PrinterFault.UNKNOWN)
    return PrinterState(
        fault=next((fault for fault in PrinterFault if fault in faults), None),
        near_end=StatusCode.NEAR_END in codes,
        ticket_present=StatusCode.TICKET in codes if has_ticket_sensor else None,
    )
