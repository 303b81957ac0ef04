"""What a technician gets: which printer is there, its state in words, a test page."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from drivers.printer import words
from drivers.printer.discover import Finding, Parity, Trust, find
from drivers.printer.layout import lay_out
from drivers.printer.profile import list_profiles, load_profile
from drivers.printer.test_page import test_page as make_test_page
from drivers.virtual import VirtualPrinter
from drivers.virtual.models import MODELS
from kiosk.ports import ChargeLevel, PrinterFault, PrinterState
from tests.support.paper import difference
from tests.support.printer import CUSTOM, EPSON, STAR, printer_bench

ONE_LINE: tuple[tuple[int, Parity], ...] = ((115_200, "N"),)
PATIENT_S = 1.0


@pytest.mark.parametrize(
    ("model", "trust", "profile"),
    [
        (EPSON, Trust.NAMED, EPSON),
        ("epson-tm-t88vi", Trust.NAMED, "epson-tm-t88vi"),
        (CUSTOM, Trust.KIND, CUSTOM),
        (STAR, Trust.KIND, STAR),
    ],
)
def test_a_printer_is_found_with_its_profile(model: str, trust: Trust, profile: str) -> None:
    with VirtualPrinter(model, speed=None) as printer:
        (found,) = find([printer.device_path], ONE_LINE, PATIENT_S)
        assert (found.trust, found.profile, found.baud) == (trust, profile, 115_200)


def test_a_stranger_that_speaks_is_generic_and_sells_nothing() -> None:
    with VirtualPrinter(replace(MODELS[EPSON], name="RP-80"), speed=None) as printer:
        (found,) = find([printer.device_path], ONE_LINE, PATIENT_S)
    assert (found.trust, found.profile, found.name) == (Trust.SPEAKS, "generic", "RP-80")
    assert not load_profile("generic").can_sell


def test_silence_and_lines_that_do_not_exist_are_no_printers() -> None:
    with VirtualPrinter(speed=None) as printer:
        printer.mute()
        assert find([printer.device_path, "/nonexistent/line"], ONE_LINE) == []


def test_every_state_trust_and_proof_has_its_words() -> None:
    assert set(words.FAULTS) == set(PrinterFault)
    assert set(words.PROOFS) == set(ChargeLevel)
    assert set(words.TRUSTS) == set(Trust)
    state = PrinterState(PrinterFault.PAPER_OUT, near_end=True, ticket_present=True)
    assert words.state_in_words(state) == "sin papel; queda poco papel; hay un papel en la salida"
    assert words.state_in_words(PrinterState(None)) == "lista para imprimir"
    assert "perfil" in words.finding_in_words(Finding("/dev/x", 9600, "N", Trust.NAMED, EPSON, "T"))


@pytest.mark.parametrize("name", [EPSON, "epson-tm-t88vi", CUSTOM, STAR])
def test_the_test_page_says_everything_and_its_codes_are_read(tmp_path: Path, name: str) -> None:
    with printer_bench(tmp_path, name, speed=None) as bench:
        page = make_test_page(bench.driver.profile)
        bench.driver.print(bench.driver.lay_out(page), 1, lambda _p: None)
        (strip,) = bench.virtual.strips
        assert difference(page, strip.text, {}) == ""
        assert len(zxingcpp.read_barcodes(strip.image)) == 2


@pytest.mark.parametrize("name", list_profiles())
def test_every_profile_has_a_test_page(name: str) -> None:
    profile = load_profile(name)
    assert lay_out(make_test_page(profile), profile).length_mm > 100
