"""BUSY over every kind of cable: the sender waits and loses nothing; who ignores it loses bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
import serial

from drivers.printer.profile import Flow, load_profile
from drivers.printer.transport import Port, PortGoneError, serial_port_factory
from drivers.virtual import VirtualPrinter
from drivers.virtual.cable import Wiring, cable
from kiosk.ports import Printed, PrinterFault, PrintProgress
from tests.support.printer import CUSTOM, EPSON, STAR, holds, make_document, printer_bench

WAIT_S = 10.0
SPEED = 20.0
LETTERS = (b"b" * 47 + b"\n") * 400
CUT = b"\x1dVA\x00"
BUSY = {"RTS/CTS": ("rtscts", "full"), "DTR wired to CTS": ("rtscts", "dtr_cts")}
BUSY["XON/XOFF"] = ("xonxoff", "three")
EACH_BUSY = pytest.mark.parametrize(("flow", "wiring"), BUSY.values(), ids=BUSY)


@contextmanager
def sender(wiring: Wiring, flow: Flow) -> Iterator[tuple[VirtualPrinter, Port]]:
    with VirtualPrinter(EPSON, speed=SPEED, wiring=wiring) as printer:
        port = serial_port_factory(printer.device_path, load_profile(EPSON).serial, flow)()
        try:
            yield printer, port
        finally:
            port.close()


def send(port: Port, data: bytes) -> bytes:
    """As much as the line takes until it takes nothing for a while; what is left."""
    while data and (taken := port.write(data, 0.1)):
        data = data[taken:]
    return data


@EACH_BUSY
def test_a_busy_printer_holds_the_sender_and_nothing_is_lost(flow: Flow, wiring: Wiring) -> None:
    with sender(wiring, flow) as (printer, port):
        printer.paper_out()
        rest = send(port, LETTERS + CUT)
        assert len(rest) > len(LETTERS) // 3
        assert len(printer.bytes_received) <= printer.model.buffer_bytes
        printer.load_paper()
        deadline_s = monotonic() + WAIT_S
        while rest and monotonic() < deadline_s:
            rest = send(port, rest)
        assert printer.wait_until(lambda p: bool(p.strips), WAIT_S)
        assert printer.bytes_lost == 0
        assert printer.bytes_received == LETTERS + CUT
        assert printer.strips[0].text.count("b") == LETTERS.count(b"b")


@pytest.mark.parametrize("wiring", ["full", "dtr_cts", "three"])
def test_a_sender_that_ignores_busy_overruns_the_buffer(wiring: Wiring) -> None:
    with VirtualPrinter(EPSON, speed=SPEED, wiring=wiring) as printer:
        port = serial.serial_for_url(printer.device_path, timeout=0.1, write_timeout=0.1)
        printer.paper_out()
        data = LETTERS
        while data:
            data = data[port.write(data) or 0 :]
        assert printer.wait_until(lambda p: p.bytes_received == LETTERS, WAIT_S)
        assert printer.bytes_lost == len(LETTERS) - printer.model.buffer_bytes
        port.close()


def test_a_cable_without_the_wire_never_lets_rtscts_send() -> None:
    with sender("three", "rtscts") as (printer, port):
        send(port, LETTERS)
        assert not printer.wait_until(lambda p: len(p.bytes_received) > 0, 0.3)


def test_modem_lines_follow_the_wiring() -> None:
    for wiring, lines in {"full": (1, 1), "dtr_cts": (1, 0), "three": (0, 0)}.items():
        with VirtualPrinter(EPSON, speed=SPEED, wiring=wiring) as printer:  # type: ignore[arg-type]
            port = serial.serial_for_url(printer.device_path)
            assert (port.cts, port.dsr, port.ri, port.cd) == (*lines, 0, 0)
            there = cable(printer.device_path.partition("://")[2])
            assert there.host_is_there is (wiring == "full")
            port.dtr = False
            assert not there.host_is_there
            port.close()


def test_dsr_falls_while_the_printer_is_busy_and_comes_back() -> None:
    with VirtualPrinter(EPSON, speed=SPEED, wiring="full") as printer:
        port = serial.serial_for_url(printer.device_path, rtscts=True, write_timeout=0.1)
        printer.paper_out()
        data = LETTERS
        while data and (taken := port.write(data)):
            data = data[taken:]
        assert printer.wait_until(lambda _p: not port.dsr, WAIT_S)
        printer.load_paper()
        assert printer.wait_until(lambda _p: port.dsr, WAIT_S)
        port.close()


def test_a_held_line_lets_a_question_through_when_it_must() -> None:
    with sender("dtr_cts", "rtscts") as (printer, port):
        printer.paper_out()
        send(port, LETTERS)
        assert printer.wait_until(lambda p: len(p.bytes_received) > 3900, WAIT_S)
        port.override_flow_control(True)
        assert port.write(b"\x10\x04\x04", 0.1) == 3
        deadline_s = monotonic() + WAIT_S
        answer = b""
        while not answer and monotonic() < deadline_s:
            answer = port.read()
        assert answer == b"\x72"  # out of paper
        port.override_flow_control(False)


def test_a_pulled_cable_is_gone_and_comes_back_under_its_name() -> None:
    with sender("full", "rtscts") as (printer, port):
        printer.unplug()
        with pytest.raises(PortGoneError):
            port.read()
        with pytest.raises(PortGoneError):
            port.write(b"x", 0.1)
        with pytest.raises(PortGoneError):
            serial_port_factory("virtual://nobody", load_profile(EPSON).serial)()
        printer.replug()
        again = serial_port_factory(printer.device_path, load_profile(EPSON).serial)()
        again.write(b"\x10\x04\x01", 1.0)
        deadline_s = monotonic() + WAIT_S
        answer = b""
        while not answer and monotonic() < deadline_s:
            answer = again.read()
        assert answer == b"\x12"
        again.close()


@EACH_BUSY
@pytest.mark.parametrize("model", [EPSON, CUSTOM, STAR])
def test_a_certificate_comes_out_whole_over_every_cable(
    tmp_path: Path, model: str, flow: Flow, wiring: Wiring
) -> None:
    with printer_bench(tmp_path, model, wiring=wiring, flow=flow) as bench:
        document = make_document(12)
        bench.virtual.paper_out(after_mm=120)

        def mend(progress: PrintProgress) -> None:
            if progress.waiting_for is PrinterFault.PAPER_OUT:
                bench.virtual.load_paper()

        roll = bench.driver.lay_out(document)
        assert isinstance(bench.driver.print(roll, 1, mend), Printed)
        assert bench.virtual.bytes_lost == 0
        assert holds(bench.virtual.strips[0].text, document)
