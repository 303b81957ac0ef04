"""The gate: every service under every combination of parts, against a table written by hand."""

from dataclasses import replace
from itertools import product

import pytest

from kiosk.ports import PrinterFault, PrinterState
from kiosk.station.capability import (
    SHORTEST_MM,
    STATION_CODES,
    UNFINISHED_LIMIT,
    Health,
    Part,
    Service,
    judge,
    missing_parts,
)

WHOLE = Health(PrinterState(None), central_online=True)

# Written down here once more, in the words of the operating rules, so that a changed table shows.
MUST_WORK = {
    Service.BALANCE: "disk integrity station central",
    Service.BUY: "disk integrity station central clock unfinished paper printer",
    Service.PRINT: "disk integrity station central paper printer",
    Service.RECHARGE: "disk integrity station central clock",
    Service.SHIFT: "disk integrity station central clock",
}
BROKEN: dict[Part, tuple[dict[str, object], str]] = {
    Part.DISK: ({"disk_ok": False}, "disk"),
    Part.INTEGRITY: ({"sound": False}, "integrity"),
    Part.STATION: ({"stopped": "out-of-service"}, "out-of-service"),
    Part.CENTRAL: ({"central_online": False}, "central-offline"),
    Part.CLOCK: ({"clock_ok": False}, "clock-wrong"),
    Part.UNFINISHED: ({"unfinished": UNFINISHED_LIMIT + 1}, "unfinished"),
    Part.PAPER: ({"paper_left_mm": SHORTEST_MM - 1}, "paper_short"),
    Part.PRINTER: ({"printer": PrinterState(PrinterFault.COVER_OPEN)}, "cover_open"),
}


def broken(*parts: Part) -> Health:
    health = WHOLE
    for part in parts:
        health = replace(health, **BROKEN[part][0])  # type: ignore[arg-type]
    return health


@pytest.mark.parametrize("flags", list(product((False, True), repeat=len(Part))))
def test_every_combination_of_parts_gives_each_service_the_first_reason_that_concerns_it(
    flags: tuple[bool, ...],
) -> None:
    parts = [part for part, is_broken in zip(Part, flags, strict=True) if is_broken]
    gate = judge(broken(*parts))
    for service in Service:
        mine = [BROKEN[part][1] for part in parts if part in MUST_WORK[service].split()]
        assert gate.reason(service) == (mine[0] if mine else ""), (service, parts)
        assert gate.can(service) == (not mine)
    assert gate.blocked_by == ((parts[0].value, BROKEN[parts[0]][1]) if parts else ("", ""))


@pytest.mark.parametrize("fault", PrinterFault)
def test_a_printer_fault_stops_what_needs_paper_and_nothing_else(fault: PrinterFault) -> None:
    gate = judge(replace(WHOLE, printer=PrinterState(fault)))
    reasons = {service for service in Service if not gate.can(service)}
    assert reasons == {Service.BUY, Service.PRINT}
    assert gate.buy_reason == fault.value == gate.printing
    assert gate.can_see_balance


def test_a_printer_nobody_heard_of_yet_sells_nothing() -> None:
    gate = judge(replace(WHOLE, printer=None))
    assert (gate.buy_reason, gate.paper) == ("unknown", "unknown")


@pytest.mark.parametrize(
    ("left_mm", "near_end", "paper", "reason"),
    [
        (None, False, "enough", ""),
        (None, True, "low", ""),
        (SHORTEST_MM, False, "enough", ""),
        (SHORTEST_MM - 1, False, "low", "paper_short"),
        (0, True, "low", "paper_short"),
    ],
)
def test_paper_is_told_by_sensor_and_odometer(
    left_mm: int | None, near_end: bool, paper: str, reason: str
) -> None:
    state = PrinterState(None, near_end=near_end)
    gate = judge(replace(WHOLE, printer=state, paper_left_mm=left_mm))
    assert (gate.paper, gate.buy_reason, gate.paper_left_mm) == (paper, reason, left_mm)


def test_what_the_roll_holds_decides_what_fits() -> None:
    gate = judge(replace(WHOLE, paper_left_mm=1000))
    assert gate.holds_paper_for(1000)
    assert not gate.holds_paper_for(1001)
    assert judge(WHOLE).holds_paper_for(10**6)  # nobody saw that roll put in


def test_so_many_open_questions_are_borne_and_no_more() -> None:
    assert judge(replace(WHOLE, unfinished=UNFINISHED_LIMIT)).can_buy
    assert not judge(replace(WHOLE, unfinished=UNFINISHED_LIMIT + 1)).can_buy


def test_every_reason_has_a_name_that_screens_know() -> None:
    known = STATION_CODES | {fault.value for fault in PrinterFault}
    for part in Part:
        assert set(missing_parts(broken(part)).values()) <= known
