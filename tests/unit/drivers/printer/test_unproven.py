"""Printers that prove nothing: their states are told, and no copy is ever called printed."""

from pathlib import Path

import pytest
import zxingcpp

from drivers.printer.profile import load_profile
from drivers.printer.test_page import test_page as make_test_page
from drivers.virtual.models import ALL_MODELS, MODELS, UNPROVEN
from kiosk.ports import PrinterFault, PrintUnknown
from tests.support.paper import difference
from tests.support.printer import make_document, printer_bench
from tests.unit.drivers.virtual.test_virtual_printer import WAIT_S, cut_strips, line

CITIZEN = "citizen-ppu-700"
CUT = b"\x1dVA\x00"
EACH = pytest.mark.parametrize("name", sorted(UNPROVEN))


def test_models_and_profiles_agree_on_who_may_sell() -> None:
    selling = {name for name in ALL_MODELS if load_profile(name).can_sell}
    assert selling == set(MODELS)


@EACH
def test_the_test_page_comes_out_and_nothing_is_called_printed(tmp_path: Path, name: str) -> None:
    with printer_bench(tmp_path, name, speed=None) as bench:
        page = make_test_page(bench.driver.profile)
        outcome = bench.driver.print(bench.driver.lay_out(page), 1, lambda _p: None)
        assert isinstance(outcome, PrintUnknown)
        assert "nothing that this model says is a proof" in outcome.evidence
        strip = bench.virtual.strips[0]
        replacements = bench.driver.profile.code_page.replacements
        assert difference(page, strip.text, replacements) == ""
        assert len(zxingcpp.read_barcodes(strip.image)) == 2


@EACH
def test_it_is_never_fit_for_a_copy_that_is_paid_for(tmp_path: Path, name: str) -> None:
    with printer_bench(tmp_path, name, speed=None) as bench:
        assert bench.driver.preflight(100) is PrinterFault.UNKNOWN


@pytest.mark.parametrize(
    ("hand", "fault"),
    [
        ("paper_out", PrinterFault.PAPER_OUT),
        ("open_cover", PrinterFault.COVER_OPEN),
        ("head_hot", PrinterFault.HEAD_HOT),
        ("paper_jam", PrinterFault.PRESENTER),
        ("unplug", PrinterFault.DISCONNECTED),
    ],
)
def test_a_citizen_says_what_is_wrong(tmp_path: Path, hand: str, fault: PrinterFault) -> None:
    with printer_bench(tmp_path, CITIZEN, speed=None) as bench:
        getattr(bench.virtual, hand)()
        assert bench.driver.preflight(100) is fault


def test_a_citizens_ticket_is_seen_until_it_is_taken(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CITIZEN, speed=None) as bench:
        roll = bench.driver.lay_out(make_document(1))
        bench.driver.print(roll, 1, lambda _p: None)
        assert bench.driver.refresh().ticket_present
        bench.virtual.take_ticket()
        assert bench.driver.refresh().ticket_present is False


@pytest.mark.parametrize(
    ("hand", "replies"),
    [
        ("", "12 12 12 12 12 12"),
        ("open_cover", "1a 16 12 12 16 12"),
        ("paper_out", "1a 32 12 32 12 12"),
        ("head_hot", "1a 52 52 12 1a 12"),
        ("paper_jam", "1a 52 16 12 12 12"),
    ],
)
def test_a_citizens_real_time_status_follows_its_reference(hand: str, replies: str) -> None:
    with line(CITIZEN) as (printer, host):
        if hand:
            getattr(printer, hand)()
        host.write(b"".join(bytes((0x10, 0x04, n)) for n in range(1, 7)))
        assert host.read(6).hex(" ") == replies


def test_a_citizen_presents_by_itself_and_collects_on_command() -> None:
    with line(CITIZEN) as (printer, host):
        host.write(b"\x1da\x0ehola\n")
        assert host.read(4) == b"\x10\x00\x00\x0f"
        host.write(CUT)
        cut_strips(printer)
        assert host.read(4) == b"\x10\x00\x08\x0f"
        host.write(b"\x10\x04\x04")
        assert host.read(1) == b"\x52"  # paper at the presenter
        host.write(b"\x1dR0")
        assert host.read(4) == b"\x10\x00\x00\x0f"
        assert printer.strips[0].fate == "retracted"


def test_a_citizen_collects_after_the_time_that_was_set() -> None:
    with line(CITIZEN, speed=1000.0) as (printer, host):
        host.write(b"\x1dR1\x05hola\n" + CUT)
        assert printer.wait_until(
            lambda p: bool(p.strips) and p.strips[0].fate == "retracted", WAIT_S
        )


def test_neither_answers_what_its_reference_does_not_have() -> None:
    for name in UNPROVEN:
        with line(name) as (_, host):
            host.write(b"\x1d(H\x06\x0000ABCD\x1dIC")
            assert host.is_silent()


def test_a_plain_printer_reports_nothing_and_clears_nothing() -> None:
    with line("generic") as (printer, host):
        host.write(b"\x1da\x0e")
        printer.paper_out()
        assert host.is_silent()
        host.write(b"viejo\n" + bytes.fromhex("10 14 08 01 03 14 01 06 02 08"))
        assert host.is_silent()
        printer.load_paper()
        host.write(CUT)
        assert cut_strips(printer) == ["viejo"]
