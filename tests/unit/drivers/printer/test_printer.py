from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import pytest

from drivers.printer.link import Link, LinkLimits
from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import load_profile
from drivers.printer.transport import FakePort, Port, PortGoneError, serial_port_factory
from drivers.virtual import Strip
from kiosk.ports import NotPrinted, Printed, PrinterFault, PrintUnknown
from tests.support.printer import (
    CUSTOM,
    EPSON,
    SHORT_JOB,
    SHORT_LINK,
    RealClock,
    make_document,
    printer_bench,
)

PROFILE = load_profile(EPSON)
STATUS = {b"\x10\x04\x01": b"\x12", b"\x10\x04\x02": b"\x12", b"\x10\x04\x03": b"\x12"}
STATUS[b"\x10\x04\x04"] = b"\x12"
IDENT = {b"\x1dIC": b"\x5fTM-T20III\x00"}


def answers(table: dict[bytes, bytes]) -> Callable[[bytes], bytes]:
    return lambda data: table.get(data, b"")


def make_printer(factory: Callable[[], Port], poll_s: float | None = None) -> EscPosPrinter:
    return EscPosPrinter(
        factory,
        PROFILE,
        RealClock(),
        job_limits=SHORT_JOB,
        link_limits=SHORT_LINK,
        poll_s=poll_s,
    )


def test_nothing_is_opened_before_the_first_call() -> None:
    opened: list[None] = []

    def factory() -> Port:
        opened.append(None)
        return FakePort()

    printer = make_printer(factory)
    assert printer.state().fault is PrinterFault.DISCONNECTED
    assert opened == []
    printer.close()


def test_a_device_that_cannot_be_opened_is_a_state_and_not_an_error() -> None:
    printer = make_printer(serial_port_factory("/nonexistent/printer", PROFILE.serial))
    assert printer.refresh().fault is PrinterFault.DISCONNECTED
    assert printer.preflight(100) is PrinterFault.DISCONNECTED
    assert printer.counters() is None
    assert not printer.clear()
    printer.close()


def test_a_printer_with_another_name_is_not_trusted() -> None:
    port = FakePort(answers(STATUS | {b"\x1dIC": b"\x5fRP-80\x00"}))
    printer = make_printer(lambda: port)
    assert printer.preflight(100) is PrinterFault.UNKNOWN
    printer.close()


def test_the_right_name_is_trusted() -> None:
    port = FakePort(answers(STATUS | IDENT))
    printer = make_printer(lambda: port)
    assert printer.preflight(100) is None
    printer.close()


def test_a_contradiction_is_asked_again_once() -> None:
    asked: list[bytes] = []

    def answer(data: bytes) -> bytes:
        if data == b"\x10\x04\x01":
            asked.append(data)
            return b"\x1a" if len(asked) == 1 else b"\x12"  # offline without a cause, then fine
        return STATUS.get(data, b"")

    link = Link(lambda: FakePort(answer), PROFILE, SHORT_LINK)
    assert link.ask_status()
    assert link.state.ready
    assert len(asked) == 2
    link.close()


def test_a_late_answer_is_not_taken_for_the_next_one() -> None:
    port = FakePort()
    one_question = replace(PROFILE, queries=(4,))
    link = Link(lambda: port, one_question, LinkLimits(reply_s=0.3, quiet_s=0.3))
    assert not link.ask_status()
    late = Timer(0.1, lambda: port.say(b"\x12"))  # "fine", from before
    late.start()
    assert not link.ask_status()
    assert link.state.fault is PrinterFault.DISCONNECTED
    late.join()
    link.close()


def test_a_roll_of_another_printer_is_a_mistake() -> None:
    class OtherRoll:
        length_mm = 10
        sheets = 1
        size_bytes = 10

    printer = make_printer(FakePort)
    with pytest.raises(TypeError, match="another printer"):
        printer.print(OtherRoll(), 1, lambda _p: None)
    printer.close()


def test_a_held_line_that_takes_no_byte_printed_nothing() -> None:
    port = FakePort()
    printer = make_printer(lambda: port)
    printer.refresh()
    port.held = True
    outcome = printer.print(printer.lay_out(make_document(1)), 1, lambda _p: None)
    assert isinstance(outcome, NotPrinted)
    assert outcome.evidence.endswith("no byte was sent")
    printer.close()


def test_the_watch_sees_a_printer_come_and_go(tmp_path: Path) -> None:
    with printer_bench(tmp_path, speed=None) as bench:
        watched = make_printer(
            serial_port_factory(bench.virtual.device_path, PROFILE.serial), poll_s=0.02
        )
        tick = Event()

        def until(fault: PrinterFault | None) -> bool:
            return any(watched.state().fault is fault or tick.wait(0.02) for _ in range(200))

        assert until(None)
        bench.virtual.open_cover()
        assert until(PrinterFault.COVER_OPEN)
        bench.virtual.unplug()
        assert until(PrinterFault.DISCONNECTED)
        watched.close()


def test_a_port_is_opened_by_one_program_only(tmp_path: Path) -> None:
    with printer_bench(tmp_path, speed=None) as bench:
        bench.driver.refresh()
        with pytest.raises(PortGoneError):
            serial_port_factory(bench.virtual.device_path, PROFILE.serial)()


def test_counters_do_not_speak_for_a_copy_in_which_the_printer_was_reset(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM, speed=None) as bench:
        bench.virtual.after_bytes(900, bench.virtual.power_cycle)
        outcome = bench.driver.print(bench.driver.lay_out(make_document(1)), 1, lambda _p: None)
        assert isinstance(outcome, PrintUnknown)
        assert "reset" in outcome.evidence
        assert bench.driver.counters() is None
        assert bench.driver.preflight(100) is None
        assert bench.driver.counters() is not None


def test_a_forgotten_ticket_is_pushed_out_before_the_next_copy(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM, speed=None) as bench:
        roll = bench.driver.lay_out(make_document(1))
        assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)
        assert bench.driver.state().ticket_present
        assert bench.driver.preflight(roll.length_mm) is None
        assert [strip.fate for strip in bench.virtual.strips] == ["ejected"]
        assert bench.driver.state().ticket_present is False


def test_a_ticket_taken_at_once_is_proved_by_the_cut_counter(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM, speed=None) as bench:
        roll = bench.driver.lay_out(make_document(1))

        def quick_hand(_strip: Strip) -> None:
            bench.virtual.take_ticket()

        bench.virtual.on_paper = quick_hand
        outcome = bench.driver.print(roll, 1, lambda _p: None)
        assert isinstance(outcome, Printed)
        assert [strip.fate for strip in bench.virtual.strips] == ["taken"]
