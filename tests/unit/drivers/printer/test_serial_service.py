"""The line as maintenance tries it: who answers where, and whether the printer holds the host."""

from pathlib import Path

import pytest

from drivers.printer.lines import SerialLines
from drivers.printer.profile import Flow
from drivers.virtual import VirtualPrinter
from drivers.virtual.cable import Wiring
from kiosk.ports import Printed, PrinterFault
from tests.support.printer import CUSTOM, EPSON, STAR, Bench, make_document, printer_bench


def prints(bench: Bench) -> bool:
    """A whole paper comes out, of this job alone."""
    roll = bench.driver.lay_out(make_document(1))
    if bench.driver.preflight(roll.length_mm) is not None:
        return False
    outcome = bench.driver.print(roll, 1, lambda _p: None)
    return isinstance(outcome, Printed) and bench.virtual.strips[-1].complete


@pytest.mark.parametrize("model", [EPSON, CUSTOM, STAR])
def test_a_printer_that_holds_the_host_is_believed_after_the_trial(
    model: str, tmp_path: Path
) -> None:
    with printer_bench(tmp_path, model, flow="xonxoff") as bench:
        bench.virtual.open_cover()

        assert bench.driver.check_flow() == "flow_holds"

        bench.virtual.close_cover()
        assert prints(bench)


def test_a_cable_without_the_wire_is_found_out(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON, flow="xonxoff") as bench:
        bench.virtual.cut_flow_wire()
        bench.virtual.open_cover()

        assert bench.driver.check_flow() == "flow_never_holds"

        bench.virtual.close_cover()
        bench.virtual.cut_flow_wire(False)
        assert prints(bench)


@pytest.mark.parametrize(
    ("wiring", "flow", "told", "wire"),
    [
        ("dtr_cts", "rtscts", "flow_holds", True),
        ("three", "xonxoff", "flow_holds", False),
        ("three", "rtscts", PrinterFault.DISCONNECTED, None),
    ],
)
def test_hardware_flow_control_is_tried_over_its_wires(
    wiring: Wiring, flow: Flow, told: str, wire: bool | None, tmp_path: Path
) -> None:
    with printer_bench(tmp_path, EPSON, flow=flow, wiring=wiring) as bench:
        bench.driver.refresh()
        if wire is not None:
            assert bench.driver.busy_wire() is wire
        bench.virtual.open_cover()

        assert bench.driver.check_flow() == told


def test_it_is_not_tried_while_the_printer_prints_what_it_gets(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON, flow="xonxoff") as bench:
        received = len(bench.virtual.bytes_received)
        assert bench.driver.check_flow() == "open_cover_first"
        assert b"\x00" * 64 not in bench.virtual.bytes_received[received:]
        bench.virtual.unplug()
        assert bench.driver.check_flow() == "disconnected"


def test_a_pseudo_terminal_has_no_wire_to_read(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON) as bench:
        assert bench.driver.busy_wire() is None
        bench.driver.refresh()
        assert bench.driver.busy_wire() is None


def test_the_printers_own_line_is_lent_and_given_back(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON) as bench:
        bench.driver.refresh()
        lines = SerialLines(bench.driver, str(tmp_path / "printer"))

        answer = lines.ask(lines.devices()[0])

        assert (answer.trust, answer.profile, answer.name) == ("named", EPSON, "TM-T20III")
        assert answer.line == "115200 8N1"
        assert prints(bench)


def test_a_line_is_known_by_whatever_name_and_asked_while_the_other_works(tmp_path: Path) -> None:
    other = tmp_path / "other"
    with printer_bench(tmp_path, EPSON) as bench, VirtualPrinter(STAR, link=other, speed=None):
        device = tmp_path / "printer"
        lines = SerialLines(bench.driver, str(device))

        assert lines.is_the_printers(str(device.resolve()))
        assert not lines.is_the_printers(str(other))
        assert lines.ask(str(other)).trust == "kind"
        assert prints(bench)


def test_where_nobody_answers_nothing_is_guessed(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON) as bench:
        lines = SerialLines(bench.driver, str(tmp_path / "printer"))
        answer = lines.ask(str(tmp_path / "nothing"))

    assert (answer.trust, answer.line, answer.profile) == ("silent", "", "")
