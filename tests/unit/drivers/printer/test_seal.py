"""A reset in the first bytes of a job: what it leaves in the printer's line comes on no copy."""

from dataclasses import replace
from pathlib import Path

import pytest

from drivers.virtual import VirtualPrinter
from kiosk.ports import NotPrinted, Printed
from tests.support.paper import difference
from tests.support.printer import CALM_JOB, CALM_LINK, EPSON, make_document, printer_bench

FIRST = make_document(1)
HASTY = replace(CALM_JOB, stall_s=1.0)  # an answer that was lost is not waited for
LINK = replace(CALM_LINK, clear_s=1.0)
INITIALISE, REST_ASKED = 2, 13  # bytes: ESC @, and GS ( H behind it


@pytest.mark.parametrize("at", [1, INITIALISE, INITIALISE + 3, REST_ASKED, REST_ASKED + 4])
@pytest.mark.parametrize("lost", [0, 1])
def test_a_letter_that_a_reset_left_is_on_no_copy(at: int, lost: int, tmp_path: Path) -> None:
    def reset(printer: VirtualPrinter) -> None:
        printer.brown_out(lost_bytes=lost)

    with printer_bench(tmp_path, EPSON, speed=None, job_limits=HASTY, link_limits=LINK) as bench:
        driver, virtual = bench.driver, bench.virtual
        assert driver.preflight(100) is None
        virtual.after_bytes(at, lambda: reset(virtual))
        verdict = driver.print(driver.lay_out(FIRST), 1, lambda _p: None)
        if isinstance(verdict, NotPrinted):
            assert virtual.strips == []
            assert any(driver.preflight(100) is None for _ in range(4))
            verdict = driver.print(driver.lay_out(FIRST), 2, lambda _p: None)
        assert isinstance(verdict, Printed)
        (strip,) = virtual.strips
        assert difference(FIRST, strip.text, {}) == ""
        assert strip.complete
