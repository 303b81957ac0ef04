"""What the core may expect of every printer: the same tests on each model of the driver."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ports import (
    ChargeLevel,
    Counters,
    NotPrinted,
    Printed,
    PrinterFault,
    PrintProgress,
    PrintUnknown,
)
from tests.support.printer import CUSTOM, EPSON, STAR, Bench, make_document, printer_bench


@pytest.fixture(params=[EPSON, CUSTOM, STAR])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    with printer_bench(tmp_path, request.param, speed=None) as bench:
        yield bench


def nobody(_progress: PrintProgress) -> None:
    pass


def test_a_sale_runs_from_preflight_to_proof(bench: Bench) -> None:
    roll = bench.driver.lay_out(make_document(3))
    assert roll.length_mm > 100
    assert roll.sheets >= 1
    assert bench.driver.preflight(roll.length_mm) is None
    assert bench.driver.state().ready
    outcome = bench.driver.print(roll, 7, nobody)
    assert isinstance(outcome, Printed)
    assert outcome.evidence


def test_the_charge_level_is_the_models_strongest(bench: Bench) -> None:
    level = {EPSON: ChargeLevel.PROCESS_ID, CUSTOM: ChargeLevel.TICKET, STAR: ChargeLevel.TICKET}
    assert bench.driver.charge_level is level[bench.driver.profile.name]


def test_counters_count_the_cut(bench: Bench) -> None:
    before = bench.driver.counters()
    bench.driver.print(bench.driver.lay_out(make_document(1)), 1, nobody)
    after = bench.driver.counters()
    if not bench.driver.has_counters:
        assert before is None
        assert after is None
        return
    assert isinstance(before, Counters)
    assert isinstance(after, Counters)
    assert (before.cuts, after.cuts) == (0, 1)
    assert (before.printed_cm or 0) + 10 < (after.printed_cm or 0)


def test_two_copies_one_after_the_other(bench: Bench) -> None:
    roll = bench.driver.lay_out(make_document(1))
    for copy in (1, 2):
        assert bench.driver.preflight(roll.length_mm) is None
        assert isinstance(bench.driver.print(roll, copy, nobody), Printed)
    assert len(bench.virtual.strips) == 2


@pytest.mark.parametrize(
    ("hand", "fault"),
    [
        ("paper_out", PrinterFault.PAPER_OUT),
        ("open_cover", PrinterFault.COVER_OPEN),
        ("head_hot", PrinterFault.HEAD_HOT),
        ("unplug", PrinterFault.DISCONNECTED),
        ("mute", PrinterFault.DISCONNECTED),
    ],
)
def test_preflight_names_what_is_wrong(bench: Bench, hand: str, fault: PrinterFault) -> None:
    getattr(bench.virtual, hand)()
    assert bench.driver.preflight(100) is fault
    assert bench.driver.state().fault is fault


def test_preflight_refuses_a_strip_that_the_roll_may_not_hold(bench: Bench) -> None:
    bench.virtual.set_paper_left(1500)
    assert bench.driver.preflight(4000) is PrinterFault.PAPER_OUT
    assert bench.driver.preflight(800) is None
    assert bench.driver.state().near_end


def test_a_printer_that_comes_back_is_found_again(bench: Bench) -> None:
    assert bench.driver.preflight(100) is None
    bench.virtual.unplug()
    assert bench.driver.preflight(100) is PrinterFault.DISCONNECTED
    bench.virtual.replug()
    assert bench.driver.preflight(100) is None


def test_no_line_no_print(bench: Bench) -> None:
    roll = bench.driver.lay_out(make_document(1))
    bench.virtual.unplug()
    outcome = bench.driver.print(roll, 1, nobody)
    assert isinstance(outcome, NotPrinted)
    assert bench.virtual.bytes_received == b""


def test_an_idle_printer_can_be_cleared(bench: Bench) -> None:
    assert bench.driver.clear()
    assert bench.driver.preflight(100) is None


def test_a_silent_printer_cannot_be_cleared(bench: Bench) -> None:
    assert bench.driver.preflight(100) is None
    bench.virtual.mute()
    assert not bench.driver.clear()


def test_an_unplugged_printer_has_no_counters_and_cannot_be_cleared(bench: Bench) -> None:
    bench.virtual.unplug()
    assert bench.driver.counters() is None
    assert not bench.driver.clear()


def test_a_lost_copy_is_never_called_printed(bench: Bench) -> None:
    roll = bench.driver.lay_out(make_document(3))
    bench.virtual.after_bytes(900, bench.virtual.unplug)
    assert isinstance(bench.driver.print(roll, 1, nobody), PrintUnknown)
    assert bench.virtual.strips == []
