"""Jobs on a pseudo-terminal: the virtual paper is the truth, no verdict may exceed it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.ports import (
    NotPrinted,
    Printed,
    PrinterFault,
    PrintOutcome,
    PrintProgress,
    PrintUnknown,
)
from tests.support.printer import CUSTOM, EPSON, STAR, Bench, holds, make_document, printer_bench

EACH = pytest.mark.parametrize("profile", [EPSON, CUSTOM, STAR])


def print_copy(
    bench: Bench,
    react: Callable[[PrintProgress], None] = lambda _p: None,
    *,
    paragraphs: int = 36,
    fence_id: int = 1,
) -> PrintOutcome:
    """Print a copy of several sheets; ``react`` plays the people around the printer."""
    roll = bench.driver.lay_out(make_document(paragraphs))
    return bench.driver.print(roll, fence_id, react)


def has_complete_strip(bench: Bench) -> bool:
    return any(holds(strip.text, make_document(36)) for strip in bench.virtual.strips)


@EACH
def test_a_copy_is_printed_and_proved(tmp_path: Path, profile: str) -> None:
    with printer_bench(tmp_path, profile) as bench:
        outcome = print_copy(bench)
        assert isinstance(outcome, Printed)
        assert [strip.complete for strip in bench.virtual.strips] == [True]
        assert bench.virtual.unknown_commands == []
        assert bench.virtual.bytes_lost == 0


@EACH
@pytest.mark.parametrize("flow", ["xonxoff", "rtscts"])
def test_flow_control_keeps_every_byte_at_full_pace(
    tmp_path: Path, profile: str, flow: str
) -> None:
    with printer_bench(tmp_path, profile, speed=20.0, flow=flow) as bench:  # type: ignore[arg-type]
        assert isinstance(print_copy(bench), Printed)
        assert bench.virtual.bytes_lost == 0
        assert has_complete_strip(bench)


def test_the_evidence_names_the_last_process_id(tmp_path: Path) -> None:
    with printer_bench(tmp_path) as bench:
        last = bench.driver.lay_out(make_document(36)).sheets - 2  # 9998, 9999, then around to 1
        outcome = print_copy(bench, fence_id=9998)
        assert outcome == Printed(f"process id {last:04d}, cut ok")


def test_progress_rises_to_one(tmp_path: Path) -> None:
    seen: list[PrintProgress] = []
    with printer_bench(tmp_path) as bench:
        parts = bench.driver.lay_out(make_document(36)).sheets
        print_copy(bench, seen.append)
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert len(fractions) == parts


@EACH
def test_paper_out_holds_the_job_until_paper_is_loaded(tmp_path: Path, profile: str) -> None:
    waited: list[PrinterFault | None] = []
    with printer_bench(tmp_path, profile) as bench:

        def mend(progress: PrintProgress) -> None:
            waited.append(progress.waiting_for)
            if progress.waiting_for is PrinterFault.PAPER_OUT:
                bench.virtual.load_paper()

        bench.virtual.paper_out(after_mm=300)
        outcome = print_copy(bench, mend)
        assert isinstance(outcome, Printed)
        assert PrinterFault.PAPER_OUT in waited
        assert has_complete_strip(bench)
        assert bench.virtual.strips[0].splices_mm


@EACH
def test_paper_that_nobody_loads_leaves_the_outcome_unknown(tmp_path: Path, profile: str) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.paper_out(after_mm=300)
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown)
        assert outcome.cause is PrinterFault.PAPER_OUT
        assert not has_complete_strip(bench)


def test_counters_that_stand_still_prove_that_nothing_was_printed(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM) as bench:
        bench.virtual.paper_out(after_mm=0.5)
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown | NotPrinted)
        assert bench.virtual.counters.printed_mm < 10
        assert bench.virtual.strips == []


@EACH
def test_an_open_cover_holds_the_job_until_it_is_closed(tmp_path: Path, profile: str) -> None:
    waited: list[PrinterFault | None] = []
    with printer_bench(tmp_path, profile) as bench:

        def people(progress: PrintProgress) -> None:
            waited.append(progress.waiting_for)
            if progress.waiting_for is PrinterFault.COVER_OPEN:
                bench.virtual.close_cover()

        bench.virtual.after_mm(300, bench.virtual.open_cover)
        outcome = print_copy(bench, people)
        assert PrinterFault.COVER_OPEN in waited
        assert isinstance(outcome, Printed)
        assert has_complete_strip(bench)


def test_a_hot_head_cools_down_and_the_job_goes_on(tmp_path: Path) -> None:
    waited: list[PrinterFault | None] = []
    with printer_bench(tmp_path) as bench:

        def weather(progress: PrintProgress) -> None:
            waited.append(progress.waiting_for)
            if progress.waiting_for is PrinterFault.HEAD_HOT:
                bench.virtual.head_hot(False)

        bench.virtual.after_mm(300, bench.virtual.head_hot)
        assert isinstance(print_copy(bench, weather), Printed)
        assert PrinterFault.HEAD_HOT in waited


@EACH
def test_a_jammed_cutter_is_never_a_printed_copy(tmp_path: Path, profile: str) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.cutter_jam()
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown)
        assert outcome.cause is PrinterFault.CUTTER_JAM
        assert bench.virtual.strips == []


@EACH
def test_an_unplugged_printer_is_disconnected_before_the_job(tmp_path: Path, profile: str) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.unplug()
        assert bench.driver.preflight(200) is PrinterFault.DISCONNECTED
        outcome = print_copy(bench)
        assert isinstance(outcome, NotPrinted)
        assert outcome.cause is PrinterFault.DISCONNECTED


@EACH
def test_a_printer_unplugged_in_the_middle_leaves_the_outcome_unknown(
    tmp_path: Path, profile: str
) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.after_bytes(4000, bench.virtual.unplug)
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown)
        assert outcome.cause is PrinterFault.DISCONNECTED


@EACH
def test_a_printer_that_falls_silent_in_the_middle_leaves_the_outcome_unknown(
    tmp_path: Path, profile: str
) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.after_bytes(2000, bench.virtual.mute)
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown)
        assert outcome.cause is PrinterFault.DISCONNECTED


@EACH
@pytest.mark.parametrize("at_byte", [1, 50, 700, 2900, 5200, 7100])
def test_a_power_cut_at_any_byte_is_never_a_printed_copy(
    tmp_path: Path, profile: str, at_byte: int
) -> None:
    with printer_bench(tmp_path, profile) as bench:
        assert bench.driver.preflight(600) is None
        bench.virtual.after_bytes(at_byte, bench.virtual.power_cycle)
        outcome = print_copy(bench)
        assert not isinstance(outcome, NotPrinted) or bench.virtual.strips == []
        assert not isinstance(outcome, Printed) or has_complete_strip(bench)


@EACH
def test_the_next_copy_never_begins_on_the_paper_of_a_lost_one(
    tmp_path: Path, profile: str
) -> None:
    with printer_bench(tmp_path, profile) as bench:
        bench.virtual.after_bytes(4000, bench.virtual.power_cycle)
        first = print_copy(bench)
        assert isinstance(first, PrintUnknown)
        assert bench.driver.preflight(300) is None
        second = print_copy(bench, paragraphs=2)
        assert isinstance(second, Printed)
        *rests, copy = bench.virtual.strips
        assert rests
        assert not any(holds(rest.text, make_document(36)) for rest in rests)
        assert holds(copy.text, make_document(2))
        assert copy.text.startswith("DEMOSTRACIÓN")
        assert copy.text.count("FINAL DEL CERTIFICADO") == 1


def test_cleared_paper_of_a_lost_job_never_prints_later(tmp_path: Path) -> None:
    with printer_bench(tmp_path) as bench:
        bench.virtual.paper_out(after_mm=300)
        assert isinstance(print_copy(bench), PrintUnknown)
        bench.virtual.load_paper()
        assert bench.driver.preflight(300) is None
        assert not has_complete_strip(bench)
        assert "FINAL DEL" not in bench.virtual.partial_text()


def test_the_ticket_of_an_earlier_copy_proves_nothing(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM) as bench:
        assert isinstance(print_copy(bench, paragraphs=1), Printed)
        assert bench.driver.preflight(300) is None
        bench.virtual.presenter_jam()
        outcome = print_copy(bench, paragraphs=1)
        assert isinstance(outcome, PrintUnknown)
        assert outcome.cause is PrinterFault.PRESENTER


@EACH
def test_a_cable_without_the_wire_for_busy_loses_no_byte(tmp_path: Path, profile: str) -> None:
    with printer_bench(tmp_path, profile, flow="xonxoff") as bench:
        bench.virtual.cut_flow_wire()
        bench.virtual.paper_out(after_mm=200)

        def mend(progress: PrintProgress) -> None:
            if progress.waiting_for is PrinterFault.PAPER_OUT:
                bench.virtual.load_paper()

        assert isinstance(print_copy(bench, mend), Printed)
        assert bench.virtual.bytes_lost == 0
        assert has_complete_strip(bench)
